import { execFileSync } from 'node:child_process';
import { nameAt } from '../../../src/elf/symbols/names.ts';
import type { SymbolSizes } from '../../../src/size/measurement.ts';

/** What GNU nm lists: `SIZE LETTER NAME` lines with decimal sizes, sorted as text; `prefix` as `arm-linux-gnueabi-`. */
export function nmLines(path: string, prefix = ''): string[] {
  const output = execFileSync(`${prefix}nm`, ['--size-sort', path], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, LC_ALL: 'C' },
  });
  return output
    .split('\n')
    .flatMap((line) => {
      const match = /^([0-9a-f]+) (.) (.*)$/.exec(line);
      return match ? [`${Number.parseInt(match[1]!, 16)} ${match[2]} ${match[3]}`] : [];
    })
    .toSorted();
}

/** The same lines from our reading. */
export function symbolLines({ names, sizes, letters }: SymbolSizes): string[] {
  return Array.from(
    sizes,
    (size, i) => `${size} ${String.fromCharCode(letters[i]!)} ${nameAt(names, i)}`,
  ).toSorted();
}
