import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { account, listCells, sumBy } from '../support/accounting-builders.ts';
import type { BuiltElf, BuiltSection } from '../support/elf-builder.ts';
import { isAllocated, paintedObjects, paintedSymbols, sizeOf } from '../support/painted-bytes.ts';
import { randomKernel, randomMappedKernel } from '../support/random-kernels.ts';

interface PaintedByte {
  readonly section: BuiltSection;
  readonly symbol: string | undefined;
  readonly object: string | undefined;
}

/** Every byte of the allocated sections. */
function paint({
  inputs = [],
  ...kernel
}: BuiltElf & Pick<Parameters<typeof account>[0], 'inputs'>): PaintedByte[] {
  return kernel.sections.flatMap((section, i) => {
    if (!isAllocated(section)) return [];
    const objects = paintedObjects(section, inputs);
    return paintedSymbols(kernel, i + 1).map((symbol, at) => ({ section, symbol, object: objects[at] }));
  });
}

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

test('a symbol owns the bytes that painting them one by one gives it', () => {
  fc.assert(
    fc.property(randomKernel(), (kernel) => {
      const cells = listCells(account(kernel)).filter(({ kind }) => kind === 'symbol');
      const painted = paint(kernel).filter(({ symbol }) => symbol !== undefined);
      expect(
        sumBy(
          cells,
          ({ section, name }) => `${section} ${name}`,
          ({ bytes }) => bytes,
        ),
      ).toEqual(
        sumBy(
          painted,
          ({ section, symbol }) => `${section.name} ${symbol}`,
          () => 1,
        ),
      );
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

test('an object owns the bytes of its input sections', () => {
  fc.assert(
    fc.property(randomMappedKernel, (kernel) => {
      const cells = listCells(account(kernel));
      expect(
        sumBy(
          cells,
          ({ section, object }) => `${section} ${object}`,
          ({ bytes }) => bytes,
        ),
      ).toEqual(
        sumBy(
          paint(kernel),
          ({ section, object = '' }) => `${section.name} ${object}`,
          () => 1,
        ),
      );
    }),
  );
});

test('a symbol that lies in several input sections is owned by the object of each byte', () => {
  fc.assert(
    fc.property(randomMappedKernel, (kernel) => {
      const cells = listCells(account(kernel)).filter(({ kind }) => kind === 'symbol');
      const painted = paint(kernel).filter(({ symbol }) => symbol !== undefined);
      expect(
        sumBy(
          cells,
          ({ section, object, name }) => `${section} ${object} ${name}`,
          ({ bytes }) => bytes,
        ),
      ).toEqual(
        sumBy(
          painted,
          ({ section, object = '', symbol }) => `${section.name} ${object} ${symbol}`,
          () => 1,
        ),
      );
    }),
  );
});
