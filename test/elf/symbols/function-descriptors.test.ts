import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { symbolsAtCode } from '../../../src/elf/symbols/function-descriptors.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { accountFor } from '../../../src/size/accounting/accounting.ts';
import { parseLinkMap } from '../../../src/size/link-map/link-map.ts';
import { requireOwnMap } from '../../../src/size/same-build/map-match.ts';
import { listCells } from '../../support/elf/accounting-builders.ts';
import { buildFolder, compile } from '../../support/elf/compile.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

const PREFIX = 'powerpc-linux-gnu-';

const TEXT = `
static __attribute__((noinline)) int inner(int x) { return x * 7 + 3; }
int outer(int x) { return inner(x) + 1; }
int (*pointer)(int) = outer;
`;

/** Links a program for 64-bit PowerPC, big-endian, after the first or the second ABI. */
function link(abi: 1 | 2, ...more: readonly string[]): string {
  const name = ['v', abi, ...more].join('');
  const path = join(folder.path, name);
  compile(
    folder,
    { source: `${name}.c`, text: TEXT },
    { compiler: `${PREFIX}gcc`, args: ['-m64', `-mabi=elfv${abi}`, '-O1', '-ffreestanding', ...more] },
  );
  execFileSync(`${PREFIX}ld`, ['-m', 'elf64ppc', '-e', '0', '-Map', `${path}.map`, '-o', path, `${path}.o`], {
    stdio: 'pipe',
  });
  return path;
}

/** Where objdump finds the code of a function: by the address in its descriptor, or by its symbol. */
function codeOf(path: string, name: string): string {
  const symbols = execFileSync(`${PREFIX}nm`, [path], { encoding: 'utf8' }).split('\n');
  const address = symbols.find((line) => line.endsWith(` ${name}`))!.split(' ')[0]!;
  const start = `--start-address=0x${address}`;
  const dump = execFileSync(`${PREFIX}objdump`, ['-s', '-j', '.opd', start, path], {
    encoding: 'utf8',
  });
  const [, high = '', low = ''] = /^ [0-9a-f]+ ([0-9a-f]{8}) ([0-9a-f]{8})/m.exec(dump)!;
  return high + low;
}

function tablesOf(path: string) {
  const elf = openElf(bytesSource(path, readFileSync(path)));
  const table = readSymbols(elf);
  return { elf, table, atCode: symbolsAtCode(elf, table) };
}

test('functions are where their descriptors say, and own that code', () => {
  const path = link(1);
  const { elf, table, atCode } = tablesOf(path);
  for (const name of ['inner', 'outer']) {
    const row = Array.from({ length: table.count }, (_, i) => i).find((i) => table.name(i) === name)!;
    expect(atCode.addresses[row]!.toString(16).padStart(16, '0')).toBe(codeOf(path, name));
    expect(elf.sections[atCode.sectionIndexes[row]!]!.name).toBe('.text');
    expect(elf.sections[table.sectionIndexes[row]!]!.name).toBe('.opd');
  }
  const cells = listCells(accountFor(elf, table, { map: undefined, contents: 'kept' }));
  const owned = cells.filter(({ section, kind }) => section === '.text' && kind === 'symbol');
  expect(owned.map(({ name }) => name).toSorted()).toEqual(['inner', 'outer']);
  expect(cells.filter(({ section }) => section === '.opd').map(({ name }) => name)).toEqual([
    '[function descriptors]',
  ]);
});

test('descriptors keep a symbol of their own where the code has one, which the map lists too', () => {
  const path = link(1, '-mcall-aixdesc');
  const { elf, table, atCode } = tablesOf(path);
  const cells = listCells(accountFor(elf, table, { map: undefined, contents: 'kept' }));
  const owned = cells.filter(({ kind, section }) => kind === 'symbol' && section !== '.data');
  expect(owned.map(({ name, section }) => `${section} ${name}`).toSorted()).toEqual([
    '.opd inner',
    '.opd outer',
    '.text .inner',
    '.text .outer',
  ]);
  const listed = execFileSync(`${PREFIX}nm`, ['-S', path], { encoding: 'utf8' });
  expect(owned.find(({ name }) => name === '.outer')!.bytes).toBe(
    Number.parseInt(/^\S+ (\S+) T \.outer$/m.exec(listed)![1]!, 16),
  );
  expect([...atCode.addresses]).toEqual([...table.addresses]);
  const map = parseLinkMap('map', readFileSync(`${path}.map`, 'utf8'));
  expect(() => requireOwnMap(elf, table, { ...map, name: 'map', evidence: 'all' })).not.toThrow();
});

test('without descriptors nothing is elsewhere', () => {
  const { table, atCode } = tablesOf(link(2));
  expect(atCode).toBe(table);
  const object = tablesOf(`${join(folder.path, 'v1')}.o`);
  expect(object.atCode).toBe(object.table);
});
