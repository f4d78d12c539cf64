import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BuiltKernel,
  account,
  compareKernels,
  inputSection,
} from '../../support/elf/accounting-builders.ts';
import { isAllocated, randomKernel, randomMappedKernel, sizeOf } from '../../support/elf/random-kernels.ts';

const kernel = fc.oneof(randomKernel(), randomMappedKernel);

/** Bytes of all allocated sections as they were written. */
function totalOf({ sections = [] }: BuiltKernel): number {
  return sections.filter(isAllocated).reduce((sum, section) => sum + sizeOf(section), 0);
}

function total(parts: readonly { readonly base: number; readonly head: number }[]): number[] {
  return [parts.reduce((sum, { base }) => sum + base, 0), parts.reduce((sum, { head }) => sum + head, 0)];
}

test('the rows of a section explain all of its change', () => {
  fc.assert(
    fc.property(kernel, kernel, (base, head) => {
      const unexplained = compareKernels(base, head).sections.filter(({ residual }) => residual !== 0);
      expect(unexplained).toEqual([]);
    }),
  );
});

test('the rows sum to the change of all sections', () => {
  fc.assert(
    fc.property(kernel, kernel, (base, head) => {
      const sum = compareKernels(base, head).rows.reduce((all, { delta }) => all + delta, 0);
      expect(sum).toBe(totalOf(head) - totalOf(base));
    }),
  );
});

test('a row has the bytes of its two sides in its change, and those of its sections', () => {
  fc.assert(
    fc.property(kernel, kernel, (base, head) => {
      for (const row of compareKernels(base, head).rows) {
        const [before, after] = total(row.cells);
        expect(row.delta).toBe((row.head ?? 0) - (row.base ?? 0));
        expect(row.delta).toBe(after! - before!);
      }
    }),
  );
});

test('objects, the outermost directories and sections each sum to all bytes of both sides, and have a name', () => {
  fc.assert(
    fc.property(kernel, kernel, (base, head) => {
      const { objects, sections, directories = [] } = compareKernels(base, head);
      expect(total(objects)).toEqual([totalOf(base), totalOf(head)]);
      expect(total(directories.filter(({ depth }) => depth === 0))).toEqual(total(objects));
      expect([...objects, ...directories].filter(({ name }) => name === '')).toEqual([]);
      expect(total(sections)).toEqual([totalOf(base), totalOf(head)]);
    }),
  );
});

test('a kernel against itself has no rows', () => {
  fc.assert(
    fc.property(kernel, (same) => {
      expect(compareKernels(same, same).rows).toEqual([]);
    }),
  );
});

test('objects without bytes are not listed', () => {
  const whole = { inputs: [inputSection()] };
  expect(compareKernels(whole, whole).objects).toEqual([{ name: 'a.o', base: 16, head: 16 }]);
});

test('sections are in the order of head, then those that only base has', () => {
  fc.assert(
    fc.property(kernel, kernel, (base, head) => {
      const [before, after] = [base, head].map((side) => account(side).sections.map(({ name }) => name));
      const listed = compareKernels(base, head).sections.map(({ name }) => name);
      expect(listed).toEqual([...after!, ...before!.filter((name) => !after!.includes(name))]);
    }),
  );
});

test('rows are in descending order of change, whichever its sign', () => {
  fc.assert(
    fc.property(kernel, kernel, (base, head) => {
      const changes = compareKernels(base, head).rows.map(({ delta }) => Math.abs(delta));
      expect(changes).toEqual(changes.toSorted((a, b) => b - a));
    }),
  );
});
