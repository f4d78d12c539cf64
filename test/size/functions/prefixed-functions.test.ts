import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { accountFor } from '../../../src/size/accounting/accounting.ts';
import { cellLines, changedRows, listCells } from '../../support/elf/accounting-builders.ts';
import { buildFolder, compile } from '../../support/elf/compile.ts';
import { builtSection, builtSymbol } from '../../support/elf/elf-builder.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

const OBJECT = 1;

/** Functions one after the other: name, size and where it begins, 0 bytes after the one before. */
function functions(
  ...placed: readonly (readonly [name: string, size: number, gap?: number, type?: number])[]
) {
  let end = 0n;
  const symbols = placed.map(([name, size, gap = 0, type = 2]) => {
    const value = end + BigInt(gap);
    end = value + BigInt(size);
    return builtSymbol({ name, size, value, type });
  });
  const contents = new Uint8Array(Number(end));
  return { sections: [builtSection({ name: '.text', contents })], symbols };
}

describe('bytes that are named after the function behind them', () => {
  test.each([
    ['objtool', functions(['__pfx_f', 16], ['f', 8]), 'symbol f 24'],
    ['kCFI', functions(['__cfi_f', 16], ['f', 8]), 'symbol f 24'],
    ['both', functions(['__pfx___cfi_f', 16], ['__cfi_f', 16], ['f', 8]), 'symbol f 40'],
    ['both the other way', functions(['__cfi_f', 5], ['__pfx_f', 11], ['f', 8]), 'symbol f 24'],
    ['kCFI of a clone', functions(['__cfi_f.isra.0', 16], ['f.isra.0', 8]), 'symbol f 24'],
    ['kCFI of one in another module', functions(['__cfi_f.llvm.7', 16], ['f.llvm.7', 8]), 'symbol f 24'],
  ])('by %s are counted to it', (_, kernel, owner) => {
    expect(cellLines(kernel)).toEqual([owner]);
  });

  test('are so too where the function can be patched', () => {
    const kernel = functions(['__cfi_f', 5], ['f', 8, 11]);
    expect(cellLines(kernel)).toContain('symbol f 13');
  });

  test('are marks of its row', () => {
    const kernel = functions(['__pfx___cfi_f', 16], ['__cfi_f', 16], ['f', 8]);
    const [row] = changedRows({ sections: [], symbols: [] }, kernel);
    expect(row).toMatchObject({ name: 'f', delta: 40, clones: ['__cfi_', '__pfx___cfi_'] });
  });
});

test.each([
  ['another function follows', functions(['__cfi_f', 16], ['g', 8], ['f', 8])],
  ['nothing follows', functions(['f', 8], ['__cfi_f', 16])],
  ['it is larger than any padding', functions(['__cfi_f', 65], ['f', 8])],
  ['the function is too far away', functions(['__cfi_f', 16], ['f', 8, 65])],
  ['what follows is a variable', functions(['__cfi_f', 16], ['f', 8, 0, OBJECT])],
  ['it is a variable', functions(['__cfi_f', 16, 0, OBJECT], ['f', 8])],
])('a symbol that is named as kCFI would keeps its name where %s', (_, kernel) => {
  const own = cellLines(kernel).find((line) => line.startsWith('symbol __cfi_f '));
  expect(own).toBeDefined();
  expect(cellLines(kernel)).toContain('symbol f 8');
});

const SOURCE = `
struct ops { int (*f)(int); int (*g)(int); };
static __attribute__((noinline)) int local(int x) { return x * 3 + 1; }
int global(int x) { return x + 2; }
int __cfi_check(int x) { return x * 9; }
const struct ops o = { local, global };
int call(const struct ops *p, int x) { return p->f(x) + p->g(x); }
`;

const PADDINGS: readonly (readonly string[])[] = [
  [],
  ['-fpatchable-function-entry=16,16'],
  ['-fpatchable-function-entry=11,11'],
];

test.each(PADDINGS)('functions of clang with kCFI have its words with them %s', (...padding) => {
  const args = ['--target=x86_64-linux-gnu', '-O2', '-ffreestanding', '-fno-pic', '-mcmodel=kernel'];
  const options = { compiler: 'clang-19', args: [...args, '-fsanitize=kcfi', ...padding] };
  const path = compile(folder, { source: 'kcfi.c', text: SOURCE }, options);
  const elf = openElf(bytesSource(path, readFileSync(path)));
  const cells = listCells(accountFor(elf, readSymbols(elf), { map: undefined, contents: 'kept' }));
  const text = cells.filter(({ section, kind }) => section === '.text' && kind === 'symbol');
  const sizes = nmSizes(path);
  const expected = ['local', 'global', '__cfi_check', 'call'].map((name) => [
    name,
    sizes.get(name)! + sizes.get(`__cfi_${name}`)!,
  ]);
  expect(new Map(text.map(({ name, bytes }) => [name, bytes]))).toEqual(
    new Map(expected as [string, number][]),
  );
});

function nmSizes(path: string): Map<string, number> {
  const lines = execFileSync('nm', ['-S', path], { encoding: 'utf8' }).split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [, size, , name] = line.split(' ');
      return name === undefined ? [] : [[name, Number.parseInt(size!, 16)] as const];
    }),
  );
}
