import { afterAll, expect, test } from 'vitest';
import { runTop } from '../../src/cli/top.ts';
import { buildFolder, compile } from '../support/elf/compile.ts';
import { nmLines } from '../support/elf/nm.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

const TEXT = `
char big[123456];
char small[100];
int function(int x) { return x; }
int __attribute__((weak)) weak_function(int x) { return x * x; }
const char constant[1000] = "x";
`;
const path = compile(folder, { source: 'top.c', text: TEXT }, { compiler: 'gcc', args: ['-O2'] });

/** The rows without shares, as `SIZE LETTER NAME`. */
function rowsOf(output: string): string[] {
  return output.split('\n').flatMap((line) => {
    const match = /^ *([\d,]+) +[\d.]+% {2}(. .*)$/.exec(line);
    return match ? [`${match[1]!.replaceAll(',', '')} ${match[2]}`] : [];
  });
}

test('all symbols are those that nm lists', () => {
  expect(rowsOf(runTop({ path, mode: 'all', limit: 0 })).toSorted()).toEqual(nmLines(path));
});

test('the table says what part of the whole it shows', () => {
  const output = runTop({ path, mode: 'data', limit: 2 });
  expect(output).toBe(
    [
      '  bytes   share    symbol',
      '123,456   99.1%  B big',
      '  1,000    0.8%  R constant',
      '',
      '2 of 3 symbols, 124,456 of 124,556 B (99.9%)',
      '',
    ].join('\n'),
  );
});

test('text shows functions only', () => {
  const functions = nmLines(path).filter((line) => /^\d+ [TW] /.test(line));
  expect(functions).toHaveLength(2);
  expect(rowsOf(runTop({ path, mode: 'text', limit: 0 })).toSorted()).toEqual(functions);
});
