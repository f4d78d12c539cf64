import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DeviceTreeBlob, readDeviceTreeBlob } from '../../../src/size/device-tree/blob.ts';
import { UserError } from '../../../src/user-error.ts';

const SOURCE = `/dts-v1/;
/memreserve/ 0x80000000 0x1000;
/ {
  #address-cells = <1>;
  soc {
    ranges;
    clock-reg = [01 02 03];
    uart: serial@40004800 { reg = <0x40004800 0x400>; status = "okay"; };
    bus@5 { reg = <5>; uart = <&uart>; };
  };
  chosen { };
};`;

function dtc(source: string, args: readonly string[] = []): Uint8Array {
  return execFileSync('dtc', ['-q', '-I', 'dts', '-O', 'dtb', ...args], { input: source });
}

function read(bytes: Uint8Array): DeviceTreeBlob {
  return readDeviceTreeBlob('board.dtb', bytes);
}

function sumOf(sizes: Iterable<number>): number {
  return [...sizes].reduce((sum, size) => sum + size, 0);
}

function accountedFor({ parts, overhead }: DeviceTreeBlob): number {
  return sumOf([...parts.map(({ bytes }) => bytes), ...overhead.values()]);
}

/** Bytes by name, of the strings block alone. */
function stringsOf({ parts }: DeviceTreeBlob): Record<string, number> {
  const names = parts.filter(({ node }) => node === '[strings]');
  return Object.fromEntries(names.map(({ property, bytes }) => [property, bytes]));
}

function bytesOf(blob: DeviceTreeBlob, path: string, name?: string): number | undefined {
  return blob.parts.find(({ node, property }) => node === path && property === name)?.bytes;
}

function fdtget(blob: Uint8Array, flags: readonly string[], place: readonly string[]): string {
  return execFileSync('fdtget', [...flags, '-', ...place], { input: blob, encoding: 'utf8' }).trim();
}

/** `/soc/bus@5 reg 0 0 0 5` for each property behind its node, from fdtget. */
function fdtgetLines(blob: Uint8Array, node = '/'): string[] {
  const list = (flag: string) => fdtget(blob, [flag], [node]).split('\n').filter(Boolean);
  const properties = list('-p').map((name) => {
    return `${node} ${name} ${fdtget(blob, ['-t', 'bx'], [node, name])}`.trim();
  });
  const children = list('-l').flatMap((name) => fdtgetLines(blob, `${node === '/' ? '' : node}/${name}`));
  return [node, ...properties, ...children];
}

/** A field of the header, from fdtdump. */
function fdtdumpField(blob: Uint8Array, field: string): number {
  const text = execFileSync('fdtdump', ['-'], { input: blob, encoding: 'utf8', stdio: 'pipe' });
  return Number(new RegExp(`^// ${field}:\\s+(\\w+)`, 'm').exec(text)?.[1]);
}

test('nodes, properties and values are those that fdtget finds', () => {
  const blob = dtc(SOURCE);
  const lines = read(blob)
    .parts.filter(({ node }) => node !== '[strings]')
    .map(({ node, property, value }) =>
      [node, property ?? [], [...value].map((byte) => byte.toString(16))].flat(2).join(' '),
    );
  expect(lines).toEqual(fdtgetLines(blob));
});

test('nodes and properties take the bytes that fdtdump gives the structure, less its end token', () => {
  const blob = dtc(SOURCE);
  const parts = read(blob).parts.filter(({ node }) => node !== '[strings]');
  expect(sumOf(parts.map(({ bytes }) => bytes)) + 4).toBe(fdtdumpField(blob, 'size_dt_struct'));
});

test('names take the bytes that fdtdump gives the strings', () => {
  const blob = dtc(SOURCE);
  expect(sumOf(Object.values(stringsOf(read(blob))))).toBe(fdtdumpField(blob, 'size_dt_strings'));
});

test.each([
  ['a property', '/soc', 'clock-reg', 'clock-reg = [01 02 03];'],
  ['an empty property', '/soc', 'ranges', 'ranges;'],
  ['a node', '/chosen', undefined, 'chosen { };'],
])('%s and its name take what dtc saves without', (_, node, property, text) => {
  const [whole, less] = [dtc(SOURCE), dtc(SOURCE.replace(text, ''))];
  const saved = fdtdumpField(whole, 'size_dt_struct') - fdtdumpField(less, 'size_dt_struct');
  expect(bytesOf(read(whole), node, property)).toBe(saved);
});

test('a name that dtc shares with the tail of another is counted once', () => {
  expect(stringsOf(read(dtc(SOURCE)))).toEqual({
    '#address-cells': 15,
    ranges: 7,
    'clock-reg': 10,
    status: 7,
    phandle: 8,
    uart: 5,
  });
});

test('memory reservations take 16 bytes each, and their end as many', () => {
  expect(read(dtc(SOURCE)).overhead.get('[memory reservations]')).toBe(32);
});

test('space that dtc leaves for a boot loader is padding', () => {
  expect(read(dtc(SOURCE, ['-p', '100', '-R', '2'])).overhead.get('[padding]')).toBe(132);
});

test('bytes behind the blob are padding', () => {
  const blob = dtc(SOURCE);
  expect(read(Buffer.concat([blob, new Uint8Array(50)])).overhead.get('[padding]')).toBe(50);
});

test('version 16, which does not say how long the structure is, is read like 17', () => {
  const old = read(dtc(SOURCE, ['-V', '16']));
  expect(old.parts).toEqual(read(dtc(SOURCE)).parts);
  expect(accountedFor(old)).toBe(old.size);
});

/** Numbers are 32-bit words, texts end with a zero byte and are padded as in the structure. */
type Token = number | string;

const [BEGIN, END_NODE, PROPERTY, NOP, END] = [1, 2, 3, 4, 9];

function tokenBytes(tokens: readonly Token[]): Buffer {
  const bytes = tokens.map((token) => {
    const text = Buffer.from(typeof token === 'string' ? `${token}\0` : [0, 0, 0, 0]);
    const whole = Buffer.alloc(Math.ceil(text.length / 4) * 4, text);
    if (typeof token === 'string') whole.fill(0, text.length);
    else whole.writeUInt32BE(token);
    return whole;
  });
  return Buffer.concat(bytes);
}

/** A blob that dtc would not write; `fields` replaces words of the header by their offset. */
function buildBlob(
  tokens: readonly Token[],
  { strings = 'reg\0', fields = {} }: { strings?: string; fields?: Readonly<Record<number, number>> } = {},
): Buffer {
  const structure = tokenBytes(tokens);
  const total = 56 + structure.length + strings.length;
  const names = 56 + structure.length;
  const sizes = [strings.length, structure.length];
  const header = tokenBytes([0xd00dfeed, total, 56, names, 40, 17, 16, 0, ...sizes, 0, 0, 0, 0]);
  for (const [offset, value] of Object.entries(fields)) header.writeUInt32BE(value, Number(offset));
  return Buffer.concat([header, structure, Buffer.from(strings)]);
}

const ROOT = [BEGIN, '', END_NODE, END];

test('tokens that do nothing are padding', () => {
  const blob = read(buildBlob([NOP, BEGIN, '', NOP, END_NODE, NOP, END]));
  expect(blob.overhead.get('[padding]')).toBe(12);
});

test('blocks may come in another order', () => {
  const blob = buildBlob(ROOT, { strings: 'reg\0'.repeat(4) });
  const end = blob.length;
  const moved = Buffer.concat([blob, new Uint8Array(16)]);
  moved.writeUInt32BE(end + 16, 4);
  moved.writeUInt32BE(end, 16);
  expect(read(moved).overhead.get('[padding]')).toBe(16);
});

test('two properties of one name are both counted', () => {
  const property = [PROPERTY, 0, 0];
  const blob = read(buildBlob([BEGIN, '', ...property, ...property, END_NODE, END]));
  expect(blob.parts.filter((part) => part.property === 'reg' && part.node === '/')).toHaveLength(2);
});

test('control characters in a name cannot reach the terminal', () => {
  const blob = read(buildBlob([BEGIN, '', BEGIN, 'a\n::error::', END_NODE, END_NODE, END]));
  expect(blob.parts[1]?.node).toBe('/a\\x0a::error::');
});

function nested(depth: number): Buffer {
  const inner = Array.from({ length: depth }, () => [BEGIN, 'n']).flat();
  return buildBlob([BEGIN, '', ...inner, ...Array<number>(depth + 1).fill(END_NODE), END]);
}

test('nodes 500 deep are read', () => {
  const blob = read(nested(500));
  expect(blob.parts).toHaveLength(502);
  expect(accountedFor(blob)).toBe(blob.size);
});

test.each([
  ['an empty file', Buffer.alloc(0), 'is not a device tree blob: it has 0 bytes, expected 0xd00dfeed'],
  ['a source text', Buffer.from(SOURCE), 'it starts with 0x2f647473, expected 0xd00dfeed; give a .dtb'],
  ['a header that ends', buildBlob(ROOT).subarray(0, 20), 'at offset 0x14 (4 bytes) run past the end'],
  [
    'version 3',
    dtc(SOURCE, ['-V', '3']),
    'device tree version 3, to be read as 1 or later, expected 16 or 17',
  ],
  ['a later version', buildBlob(ROOT, { fields: { 20: 18, 24: 18 } }), 'device tree version 18'],
  ['a truncated file', dtc(SOURCE).subarray(0, 200), 'run past the end of the file (200 bytes)'],
  ['nodes out of range', buildBlob(ROOT, { fields: { 8: 0xffff_fff0 } }), 'the nodes at offset 0xfffffff0'],
  ['huge nodes', buildBlob(ROOT, { fields: { 36: 0xffff_ffff } }), 'the nodes at offset 0x38 (4294967295'],
  ['names out of range', buildBlob(ROOT, { fields: { 32: 5 } }), 'the names at offset 0x48 (5 bytes)'],
  ['reservations without end', buildBlob(ROOT, { fields: { 16: 44 } }), 'the bytes of a field'],
  [
    'blocks that overlap',
    buildBlob(ROOT, { fields: { 12: 0x40 } }),
    'the names start at 0x40 within the nodes',
  ],
  [
    'no nodes',
    buildBlob([END]),
    'token 9 at 0x38 outside all nodes, expected one root (1), then the end (9)',
  ],
  ['two roots', buildBlob([BEGIN, '', END_NODE, ...ROOT]), 'token 1 at 0x44 outside all nodes'],
  ['a node that does not end', buildBlob([BEGIN, '', END]), 'token 9 at 0x40 in /, expected a node (1)'],
  ['nodes that just stop', buildBlob([BEGIN, '']), 'no token at 0x40 in /'],
  ['one end too many', buildBlob([BEGIN, '', END_NODE, END_NODE, END]), 'token 2 at 0x44 outside all nodes'],
  ['an unknown token', buildBlob([BEGIN, '', 7]), 'token 7 at 0x40 in /'],
  ['a property without node', buildBlob([PROPERTY, 0, 0, END]), 'token 3 at 0x38 outside all nodes'],
  ['a huge value', buildBlob([BEGIN, '', PROPERTY, 0xffff_ffff, 0]), 'has a value of 4294967295 bytes'],
  [
    'a property whose name is nowhere',
    buildBlob([BEGIN, '', PROPERTY, 0, 99, END_NODE, END]),
    'the name at 0xb7 does not end, expected a zero byte within 1024 bytes and before 0x58, the end of the names',
  ],
  ['a name that does not end', buildBlob(ROOT, { strings: 'reg' }), 'the name at 0x48 does not end'],
  ['a node name that does not end', buildBlob([BEGIN, 0x61616161]), 'the name at 0x3c does not end'],
  ['a name of a megabyte', buildBlob(ROOT, { strings: `${'x'.repeat(2 ** 20)}\0` }), 'the name at 0x48'],
  ['a node without name', buildBlob([BEGIN, '', BEGIN, '', END_NODE]), 'has the name "", expected a name'],
  ['a node named as a path', buildBlob([BEGIN, '', BEGIN, 'a/b', END_NODE]), 'has the name "a/b"'],
  ['nodes 100,000 deep', nested(100_000), 'has a path of 1026, expected a name without "/" and a path of at'],
])('%s is a mistake that is named', (_, bytes, message) => {
  expect(() => read(bytes)).toThrow(UserError);
  expect(() => read(bytes)).toThrow(message);
});

/** Every byte accounted for, or one line that says why not. */
function expectSoundOrRefused(bytes: Uint8Array): void {
  try {
    const blob = read(bytes);
    expect(accountedFor(blob)).toBe(bytes.length);
    expect([...blob.overhead.values()].every((size) => size >= 0)).toBe(true);
  } catch (error) {
    if (!(error instanceof UserError) || error.message.includes('\n')) throw error;
  }
}

const whole = dtc(SOURCE);
const RUNS = { numRuns: 3000 };

test('a file with fields at their limits is accounted for or refused with one line', () => {
  const word = fc.constantFrom(0, 1, 2, 3, 4, 9, 40, 0xffff, 0x7fff_ffff, 0xffff_fff0, 0xffff_ffff);
  const changes = fc.array(fc.tuple(fc.nat(whole.length / 4 - 1), word), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(changes, (words) => {
      const bytes = Buffer.from(whole);
      for (const [place, value] of words) bytes.writeUInt32BE(value, 4 * place);
      expectSoundOrRefused(bytes);
    }),
    RUNS,
  );
});

test('a file with flipped bytes is accounted for or refused with one line', () => {
  const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(flips, (changes) => {
      const bytes = Buffer.from(whole);
      for (const [place, mask] of changes) bytes[place]! ^= mask;
      expectSoundOrRefused(bytes);
    }),
    RUNS,
  );
});

test('a file that is cut off anywhere is refused', () => {
  for (let length = 0; length < whole.length; length++) {
    expect(() => read(whole.subarray(0, length))).toThrow(UserError);
  }
});

test('random tokens are accounted for or refused with one line', () => {
  const token = fc.oneof(
    fc.constantFrom<Token>(BEGIN, '', 'node', END_NODE, PROPERTY, NOP, END, 0),
    fc.nat(),
  );
  fc.assert(
    fc.property(fc.array(token, { maxLength: 30 }), (tokens) => {
      expectSoundOrRefused(buildBlob([BEGIN, '', ...tokens]));
    }),
    RUNS,
  );
});

test('random bytes are refused with one line', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, isMarked) => {
      if (isMarked && bytes.length >= 28) {
        bytes.set([0xd0, 0x0d, 0xfe, 0xed]);
        bytes.set([0, 0, 0, 17, 0, 0, 0, 16], 20);
      }
      expectSoundOrRefused(bytes);
    }),
    RUNS,
  );
});

interface RandomNode {
  readonly properties: Readonly<Record<string, Uint8Array>>;
  readonly children: Readonly<Record<string, RandomNode>>;
}

const { root } = fc.letrec<{ root: RandomNode }>((tie) => ({
  root: fc.record({
    properties: fc.dictionary(fc.stringMatching(/^[a-d]-{0,2}[a-d]{0,20}$/), fc.uint8Array({ maxLength: 9 })),
    children: fc.oneof(
      { depthSize: 'small' },
      fc.constant({}),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,9}(@[0-9a-f]{1,8})?$/), tie('root'), { maxKeys: 4 }),
    ),
  }),
}));

function sourceOf({ properties, children }: RandomNode): string {
  const own = Object.entries(properties).map(
    ([name, value]) => `${name} = [${Buffer.from(value).toString('hex')}];`,
  );
  const inner = Object.entries(children).map(([name, child]) => `${name} ${sourceOf(child)};`);
  return `{ ${[...own, ...inner].join('\n')} }`;
}

function countParts({ properties, children }: RandomNode): number {
  return 1 + Object.keys(properties).length + sumOf(Object.values(children).map(countParts));
}

test('every byte of any tree that dtc writes is accounted for', () => {
  fc.assert(
    fc.property(root, (tree) => {
      const blob = read(dtc(`/dts-v1/; / ${sourceOf(tree)};`, ['-f']));
      expect(accountedFor(blob)).toBe(blob.size);
      expect(blob.overhead.get('[padding]')).toBe(0);
      expect(blob.parts.filter(({ node }) => node !== '[strings]')).toHaveLength(countParts(tree));
    }),
    { numRuns: 60 },
  );
});
