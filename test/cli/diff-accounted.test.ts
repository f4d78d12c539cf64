import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runAccountedDiff } from '../../src/cli/diff.ts';
import { readelfSections } from '../support/elf/binutils.ts';
import { COMPILERS, buildFolder, compile } from '../support/elf/compile.ts';
import { linkProgram } from '../support/elf/linked-programs.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

const OLD = 'const char *greet(void) { return "hello"; }\nint grow(int x) { return x; }\n';
const NEW = 'const char *greet(void) { return "hello, world"; }\nint grow(int x) { return x * x / 3 + 1; }\n';

describe.each(COMPILERS)('diff --accounted of objects for $machine', ({ machine, prefix, args }) => {
  const [oldPath, newPath] = [compileText(`${machine}-old`, OLD), compileText(`${machine}-new`, NEW)];

  function compileText(name: string, text: string): string {
    const compiler = `${prefix}gcc`;
    return compile(folder, { source: `${name}.c`, text }, { compiler, args: [...args, '-Os'] });
  }

  test('has sections of the sizes that readelf lists, and explains each byte', () => {
    const printed = runAccountedDiff({ oldPath, newPath, maps: [] });
    const all = /^All sections +(\d+) +(\d+) +([+-]?\d+) +(-?\d+)$/m.exec(printed)!;
    const [before, after] = [oldPath, newPath].map((path) =>
      readelfSections(path, prefix).reduce((sum, { size }) => sum + size, 0),
    );
    expect(all.slice(1).map(Number)).toEqual([before, after, after! - before!, 0]);
  });

  test('has the function and the strings that changed', () => {
    const printed = runAccountedDiff({ oldPath, newPath, maps: [] });
    expect(printed).toMatch(/^grow .* \+\d+ /m);
    expect(printed).toMatch(/^"hello" +6 +- +-6 /m);
    expect(printed).toMatch(/^"hello, world" +- +13 +\+13 /m);
  });
});

describe('a link map', () => {
  const object = compile(folder, { source: 'map.c', text: OLD }, { compiler: 'gcc' });

  test('that is missing is named', () => {
    const maps = [join(folder.path, 'none.map'), join(folder.path, 'none.map')];
    expect(() => runAccountedDiff({ oldPath: object, newPath: object, maps })).toThrow(/none\.map/);
  });

  test('of only one side is refused', () => {
    const run = () => runAccountedDiff({ oldPath: object, newPath: object, maps: ['old.map'] });
    expect(run).toThrow('--map names 1 file, expected two: --map OLD.map NEW.map');
  });

  test('that is something else is named with what was expected', () => {
    const path = join(folder.path, 'text.map');
    writeFileSync(path, 'not a map\n');
    expect(() => runAccountedDiff({ oldPath: object, newPath: object, maps: [path, path] })).toThrow(path);
  });

  test('that is of the other file is refused', () => {
    const machine = { prefix: '', args: [] };
    const [oldPath, newPath] = [OLD, NEW].map(
      (text) => linkProgram(folder, machine, { 'a.c': text }).path,
    ) as [string, string];
    const maps = [oldPath, newPath].map((path) => join(path, '../map'));
    expect(runAccountedDiff({ oldPath, newPath, maps })).toContain('grow');
    expect(() => runAccountedDiff({ oldPath, newPath, maps: maps.toReversed() })).toThrow(
      `${maps[1]} is of another link than ${oldPath}: the map lists .text as `,
    );
  });
});
