import { describe, expect, test } from 'vitest';
import { alignmentCliffs } from '../../../src/size/delta/alignment-cliffs.ts';

type Sides = readonly [base: number, head: number];

/** A section and the gap to a page behind it, then one to 64 KiB. */
function span(section: Sides, gap: Sides, { step = 4096, last = [0, 0] as Sides } = {}) {
  const parts = [
    { name: '.text', base: section[0], head: section[1], slack: gap[1] },
    { name: '[gap before .data]', base: gap[0], head: gap[1], step },
    { name: '.data', base: 100, head: 100, slack: 0 },
    { name: '[gap at the end]', base: last[0], head: last[1], step: 0x10000 },
  ];
  const sum = (side: 'base' | 'head') => parts.reduce((bytes, part) => bytes + part[side], 0);
  return { name: 'image', base: sum('base'), head: sum('head'), parts, residual: 0 } as const;
}

describe('a section before a gap', () => {
  test('may grow by the gap', () => {
    expect(alignmentCliffs(span([8000, 8100], [192, 92]))).toEqual([
      { span: 'image', section: '.text', left: 92, crossed: undefined },
    ]);
  });

  test('that grew by more than the gap costs a whole step', () => {
    expect(alignmentCliffs(span([8190, 8199], [2, 4089]))).toEqual([
      { span: 'image', section: '.text', left: 4089, crossed: { growth: 9, cost: 4096 } },
    ]);
  });

  test('costs nothing where a gap further on takes all of the step', () => {
    const [cliff] = alignmentCliffs(span([8190, 8199], [2, 4089], { last: [9000, 4904] }));
    expect(cliff!.crossed).toBeUndefined();
  });

  test('has no slack where none is known', () => {
    const { parts, ...rest } = span([8000, 8100], [192, 92]);
    const unknown = parts.map(({ slack: _slack, ...part }) => part);
    expect(alignmentCliffs({ ...rest, parts: unknown })).toEqual([]);
  });

  test('that shrank crosses nothing', () => {
    expect(alignmentCliffs(span([8199, 8190], [4089, 2]))[0]!.crossed).toBeUndefined();
  });

  test('is no cliff where the alignment is that of an object', () => {
    expect(alignmentCliffs(span([8000, 8000], [32, 32], { step: 64 }))).toEqual([]);
  });
});
