import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directoryParts, subsystemParts } from '../../../src/size/delta/by-directory.ts';
import type { PartDelta } from '../../../src/size/delta/part-delta.ts';

const part = (name: string, base = 1, head = 2): PartDelta => ({ name, base, head });

/** Depth and name of each directory. */
const treeOf = (...objects: readonly string[]): string[] =>
  directoryParts(objects.map((name) => part(name))).map(({ name, depth }) => `${depth} ${name}`);

describe('directories', () => {
  test('are each followed by those in them, by name', () => {
    expect(treeOf('fs/b/x.o', 'drivers/tty/y.o', 'fs/a/x.o', 'fs/x.o', 'drivers/tty-x/y.o')).toEqual([
      '0 drivers/',
      '1 drivers/tty-x/',
      '1 drivers/tty/',
      '0 fs/',
      '1 fs/a/',
      '1 fs/b/',
    ]);
  });

  test('have all that is below them', () => {
    expect(directoryParts([part('fs/a/x.o', 1, 2), part('fs/a/y.o', 10, 0), part('fs/z.o', 4, 4)])).toEqual([
      { name: 'fs/', base: 15, head: 6, depth: 0 },
      { name: 'fs/a/', base: 11, head: 2, depth: 1 },
    ]);
  });

  test('have the members of a library', () => {
    expect(treeOf('lib/lib.a(cmdline.o)')).toEqual(['0 lib/']);
  });

  test('stand for an object at the top of the tree too', () => {
    expect(treeOf('main.o')).toEqual(['0 ./']);
  });

  test('are none for what has a name in brackets, or no name', () => {
    expect(treeOf('[alignment fill]', '')).toEqual(['0 [alignment fill]', '0 [between objects]']);
  });

  test('whatever the objects, sum to them at the top', () => {
    const step = fc.constantFrom('fs', 'drivers', 'tty', 'a-b', '..', '', 'x.o', '[fill]');
    const name = fc.array(step, { maxLength: 4 }).map((steps) => steps.join('/'));
    const object = fc.record({ name, base: fc.nat(999), head: fc.nat(999) });
    fc.assert(
      fc.property(fc.array(object), (objects) => {
        const top = directoryParts(objects).filter(({ depth }) => depth === 0);
        expect(total(top)).toEqual(total(objects));
      }),
    );
  });
});

describe('subsystems', () => {
  const known: Readonly<Record<string, string>> = { 'fs/a.o': 'VFS', 'fs/b.o': 'VFS', 'mm/a.o': 'MM' };
  const partsOf = (objects: readonly PartDelta[]): PartDelta[] =>
    subsystemParts(objects, (object) => known[object] ?? '');

  test('have the bytes of their objects', () => {
    expect(partsOf([part('fs/a.o', 1, 2), part('fs/b.o', 10, 20)])).toEqual([part('VFS', 11, 22)]);
  });

  test('are in the order of their change, whichever its sign', () => {
    const parts = partsOf([part('fs/a.o', 0, 4), part('mm/a.o', 9, 0), part('x.o', 0, 5)]);
    expect(parts.map(({ name }) => name)).toEqual(['MM', '[no subsystem]', 'VFS']);
  });

  test('are not known for what is between objects', () => {
    expect(partsOf([part('')])).toEqual([part('[between objects]')]);
  });
});

function total(parts: readonly PartDelta[]): [base: number, head: number] {
  return parts.reduce(([base, head], one) => [base + one.base, head + one.head], [0, 0]);
}
