import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDeviceTreeBlob } from '../../../src/size/device-tree/blob.ts';
import { type DeviceTreeDelta, diffDeviceTrees } from '../../../src/size/device-tree/delta.ts';

/** The blob that dtc makes of what is in the root. */
function dtc(root: string, args: readonly string[] = []): Uint8Array {
  const input = `/dts-v1/;\n/ { ${root} };`;
  return execFileSync('dtc', ['-q', '-f', '-I', 'dts', '-O', 'dtb', ...args], { input });
}

function diffBlobs(base: Uint8Array, head: Uint8Array): DeviceTreeDelta {
  return diffDeviceTrees(readDeviceTreeBlob('base.dtb', base), readDeviceTreeBlob('head.dtb', head));
}

function diff(base: string, head: string): DeviceTreeDelta {
  return diffBlobs(dtc(base), dtc(head));
}

/** `added /uart reg: undefined -> 16`. */
function linesOf({ rows }: DeviceTreeDelta): string[] {
  return rows.map(
    ({ node, property, base, head, change }) => `${change} ${node} ${property}: ${base} -> ${head}`,
  );
}

function sumOfChanges({ rows }: DeviceTreeDelta): number {
  return rows.reduce((sum, { base = 0, head = 0 }) => sum + head - base, 0);
}

test('equal trees have no rows', () => {
  expect(diff('a { reg = <1>; };', 'a { reg = <1>; };').rows).toEqual([]);
});

test('a property that is added is a row, and so is its name when that is new', () => {
  expect(linesOf(diff('a { reg = <1>; };', 'a { reg = <1>; size = <2 3>; };'))).toEqual([
    'added /a size: undefined -> 20',
    'added [strings] size: undefined -> 5',
  ]);
});

test('a name that the other properties keep is no row', () => {
  expect(linesOf(diff('a { reg = <1>; }; b { reg = <1>; };', 'a { reg = <1>; }; b { };'))).toEqual([
    'removed /b reg: 16 -> undefined',
  ]);
});

test('the first names of all are rows of their own', () => {
  expect(linesOf(diff('', 'a; b-c;'))).toEqual([
    'added / a: undefined -> 12',
    'added / b-c: undefined -> 12',
    'added [strings] b-c: undefined -> 4',
    'added [strings] a: undefined -> 2',
  ]);
});

const UART = 'uart@1 { reg = <1>; pins { reg = <2>; deep { reg = <3>; }; }; };';

test.each([
  ['added', 'soc { reg = <9>; };', `soc { reg = <9>; ${UART} };`],
  ['removed', `soc { reg = <9>; ${UART} };`, 'soc { reg = <9>; };'],
])('a node that is %s is one row with all that is in it', (change, base, head) => {
  const delta = diff(base, head);
  const difference = Math.abs(delta.head - delta.base);
  const sizes =
    change === 'added' ? { base: undefined, head: difference } : { base: difference, head: undefined };
  expect(delta.rows).toEqual([{ node: '/soc/uart@1', property: undefined, ...sizes, change }]);
});

test('a node whose name begins as that of a new one is not taken for a part of it', () => {
  expect(linesOf(diff('', 'a { }; ab { };'))).toEqual([
    'added /a undefined: undefined -> 12',
    'added /ab undefined: undefined -> 12',
  ]);
});

test('a node that has moved is removed and added', () => {
  expect(linesOf(diff('a { x { }; }; b { };', 'a { }; b { x { }; };'))).toEqual([
    'removed /a/x undefined: 12 -> undefined',
    'added /b/x undefined: undefined -> 12',
  ]);
});

test('a node that only stands elsewhere among the others is no row', () => {
  expect(diff('a { }; b { };', 'b { }; a { };').rows).toEqual([]);
});

test('a property that takes more bytes is resized', () => {
  expect(linesOf(diff('reg = <1>;', 'reg = <1 2>;'))).toEqual(['resized / reg: 16 -> 20']);
});

test.each([
  ['other bytes', 'reg = <1>;', 'reg = <2>;'],
  ['a longer value that fits in the padding', 'reg = [01];', 'reg = [01 00];'],
])('a property with %s is changed', (_, base, head) => {
  expect(linesOf(diff(base, head))).toEqual(['changed / reg: 16 -> 16']);
});

test('what renumbering of phandles changes comes behind all that has changed in size', () => {
  const base = 'z: z { }; user { link = <&z>; };';
  const head = 'z: z { }; y: y { }; user { first = <&y>; link = <&z>; };';
  expect(linesOf(diff(base, head))).toEqual([
    'added /y undefined: undefined -> 28',
    'added /user first: undefined -> 16',
    'added [strings] first: undefined -> 6',
    'changed /user link: 16 -> 16',
    'changed /z phandle: 16 -> 16',
  ]);
});

test('rows of the same change are ordered by code point, whatever the locale', () => {
  const rows = diff('', 'b { }; B { }; a { }; a- { };').rows.map(({ node }) => node);
  expect(rows).toEqual(['/B', '/a', '/a-', '/b']);
});

test('memory reservations and padding that have grown are rows', () => {
  const head = execFileSync('dtc', ['-q', '-I', 'dts', '-O', 'dtb', '-p', '40'], {
    input: '/dts-v1/; /memreserve/ 0 16; / { };',
  });
  expect(linesOf(diffBlobs(dtc(''), head))).toEqual([
    'resized [padding] undefined: 0 -> 40',
    'resized [memory reservations] undefined: 16 -> 32',
  ]);
});

test('a header of another version is a row', () => {
  expect(linesOf(diffBlobs(dtc('', ['-V', '16']), dtc('')))).toEqual([
    'resized [header] undefined: 40 -> 44',
    'resized [padding] undefined: 4 -> 0',
  ]);
});

test('a property that a damaged file has twice is compared as a whole', () => {
  const once = dtc('aa = <1>; ab = <1>;');
  const twice = Buffer.from(once);
  // The second property, 16 bytes behind the first at 0x40, gets the name of the first.
  twice.writeUInt32BE(0, 0x40 + 16 + 8);
  expect(linesOf(diffBlobs(once, twice))).toEqual([
    'resized / aa: 16 -> 32',
    'removed / ab: 16 -> undefined',
  ]);
});

interface RandomNode {
  readonly properties: Readonly<Record<string, Uint8Array>>;
  readonly children: Readonly<Record<string, RandomNode>>;
}

/** Few names, so that two trees have many in common. */
const { root } = fc.letrec<{ root: RandomNode }>((tie) => ({
  root: fc.record({
    properties: fc.dictionary(fc.stringMatching(/^[ab]{1,3}$/), fc.uint8Array({ maxLength: 5 })),
    children: fc.oneof(
      { depthSize: 'small' },
      fc.constant({}),
      fc.dictionary(fc.stringMatching(/^[xy]{1,2}$/), tie('root'), { maxKeys: 3 }),
    ),
  }),
}));

function contentsOf({ properties, children }: RandomNode): string {
  const own = Object.entries(properties).map(
    ([name, value]) => `${name} = [${Buffer.from(value).toString('hex')}];`,
  );
  const inner = Object.entries(children).map(([name, child]) => `${name} { ${contentsOf(child)} };`);
  return [...own, ...inner].join('\n');
}

/** Each of a few trees with each: a process for each pair would take long. */
const blobs = fc.sample(root, { numRuns: 40, seed: 12 }).map((tree) => dtc(contentsOf(tree)));
const pairs = blobs.flatMap((base) => blobs.map((head) => [base, head] as const));

test('the changes of all rows sum to the change of the file', () => {
  for (const [base, head] of pairs) {
    const delta = diffBlobs(base, head);
    expect(sumOfChanges(delta)).toBe(head.length - base.length);
    expect([delta.base, delta.head]).toEqual([base.length, head.length]);
  }
});

test('no row is in a node that is itself added or removed', () => {
  for (const [base, head] of pairs) {
    const { rows } = diffBlobs(base, head);
    const whole = rows.filter(({ node, property }) => node.startsWith('/') && property === undefined);
    for (const { node } of whole) {
      const inside = rows.filter((row) => row.node === node || row.node.startsWith(`${node}/`));
      expect(inside).toHaveLength(1);
    }
  }
});

test('swapped sides give the same rows the other way round', () => {
  const opposite = { added: 'removed', removed: 'added', resized: 'resized', changed: 'changed' };
  for (const [base, head] of pairs) {
    const swapped = diffBlobs(base, head).rows.map(({ node, property, base: old, head: now, change }) => {
      return { node, property, base: now, head: old, change: opposite[change] };
    });
    expect(diffBlobs(head, base).rows).toEqual(swapped);
  }
});
