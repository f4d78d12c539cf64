import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { account, listCells, sumBy } from '../../support/elf/accounting-builders.ts';
import type { BuiltElf } from '../../support/elf/elf-builder.ts';
import { isAllocated, randomKernel, randomMappedKernel, sizeOf } from '../../support/elf/random-kernels.ts';

function writtenSizes({ sections }: BuiltElf): Record<string, number> {
  return sumBy(sections.filter(isAllocated), ({ name }) => name, sizeOf);
}

function ownedBytes(kernel: Parameters<typeof account>[0]): Record<string, number> {
  const cells = listCells(account(kernel));
  return sumBy(
    cells,
    ({ section }) => section,
    ({ bytes }) => bytes,
  );
}

test('the owners of a section sum to its size', () => {
  fc.assert(
    fc.property(randomKernel(), (kernel) => {
      expect(ownedBytes(kernel)).toEqual(writtenSizes(kernel));
    }),
  );
});

test('each section is listed once, with its size as written', () => {
  fc.assert(
    fc.property(randomKernel(), (kernel) => {
      const { sections } = account(kernel);
      expect(new Set(sections.map(({ name }) => name)).size).toBe(sections.length);
      expect(
        sumBy(
          sections,
          ({ name }) => name,
          ({ size }) => size,
        ),
      ).toEqual(writtenSizes(kernel));
    }),
  );
});

test('an owner has one cell in each section', () => {
  fc.assert(
    fc.property(randomKernel(), (kernel) => {
      const cells = listCells(account(kernel)).map(({ kind, name, object, section }) =>
        [kind, name, object, section].join(),
      );
      expect(cells).toEqual([...new Set(cells)]);
    }),
  );
});

test('with any link map, a damaged one too, the owners of a section sum to its size', () => {
  fc.assert(
    fc.property(randomMappedKernel, (kernel) => {
      expect(ownedBytes(kernel)).toEqual(writtenSizes(kernel));
    }),
  );
});
