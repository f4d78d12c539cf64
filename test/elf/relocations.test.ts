import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { bytesSource } from '../../src/elf/byte-source.ts';
import { openElf } from '../../src/elf/open-elf.ts';
import { readRelocations } from '../../src/elf/relocations.ts';
import { readSymbols } from '../../src/elf/symbols/symbols.ts';
import { COMPILERS, buildFolder, compile } from '../support/elf/compile.ts';

/** Addresses of functions and of data, and jumps of a switch. */
const SOURCE = `
int first(int x) { return x + 1; }
int second(int x) { return x * 3; }
int value = 3, values[9];
int (*const calls[])(int) = { first, second, first };
int *places[] = { &value, &values[4], 0, &values[8] };
int choose(int x) {
  switch (x) {
    case 0: return first(x); case 1: return second(7); case 2: return value; case 3: return x << 3;
    case 4: return x ^ 55; case 5: return values[x]; case 6: return x / 9; case 7: return first(9) + x;
  }
  return 0;
}`;

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

/** `section offset -> section offset`, the target left out where the word itself holds it. */
function relocationsOf(path: string): string[] {
  const elf = openElf(bytesSource(path, readFileSync(path)));
  const name = (index: number) => elf.sections[index]!.name;
  return Array.from(readRelocations(elf, readSymbols(elf)), ({ section, offset, target }) =>
    [name(section), offset, ...(target ? [name(target.section), target.offset] : [])].join(' '),
  );
}

/** What readelf lists for the sections that are neither code nor debugging; without the target. */
function listed(path: string, prefix: string, sections: readonly string[]): string[] {
  const output = execFileSync(`${prefix}readelf`, ['-rW', path], { encoding: 'utf8' });
  let section = '';
  return output.split('\n').flatMap((line) => {
    section = /^Relocation section '\.rela?(\.\S+)'/.exec(line)?.[1] ?? section;
    const [, offset = '', type = ''] = /^([0-9a-f]{8,16}) +[0-9a-f]+ +(R_\S+)/.exec(line) ?? [];
    const isListed = sections.includes(section) && offset !== '' && !type.endsWith('_NONE');
    return isListed ? [`${section} ${Number.parseInt(offset, 16)}`] : [];
  });
}

const DATA = ['.data', '.rodata', '.data.rel', '.data.rel.ro', '.data.rel.local', '.data.rel.ro.local'];

describe.each(COMPILERS)('of an object for $machine', ({ machine, prefix, args }) => {
  const object = compile(
    folder,
    { source: `relocations-${machine.replaceAll(/\W/g, '-')}.c`, text: SOURCE },
    { compiler: `${prefix}gcc`, args: ['-O1', '-ffreestanding', '-fno-pic', ...args] },
  );

  test('those of data are the ones that readelf lists', () => {
    const own = relocationsOf(object).map((line) => line.split(' ').slice(0, 2).join(' '));
    expect(listed(object, prefix, DATA).length).toBeGreaterThanOrEqual(6);
    expect(own.filter((line) => DATA.includes(line.split(' ')[0]!))).toEqual(listed(object, prefix, DATA));
  });

  test('none is of code', () => {
    expect(relocationsOf(object).filter((line) => line.startsWith('.text '))).toEqual([]);
  });
});
