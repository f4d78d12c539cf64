import { expect, test } from 'vitest';
import { isUnchanged } from '../../../src/report/words/headline.ts';
import type { Delta } from '../../../src/size/delta/delta.ts';
import { deltaWith, failedTarget, ownerRow, targetReport } from '../../support/report/report-builders.ts';

const NODE = { node: '/soc', property: undefined, base: undefined, head: 40, change: 'added' } as const;
const OPTION = { name: 'SMP', base: undefined, head: 'y', kind: 'added', cause: undefined } as const;

test('a target of which nothing differs is unchanged', () => {
  expect(isUnchanged(targetReport())).toBe(true);
});

test.each<[string, Delta]>([
  ['metrics', deltaWith({ metrics: { ram: [1, 2] } })],
  ['sections', deltaWith({ sections: [{ name: '.text', base: 1, head: 2 }] })],
  ['symbols', deltaWith({ symbols: [['start_kernel', 1, 2]] })],
  ['literals', deltaWith({ accounted: { rows: [ownerRow({ kind: 'literal', name: 'text' })] } })],
  ['names', deltaWith({ accounted: { rows: [ownerRow({ base: 8, head: 8, renamedFrom: 'old' })] } })],
  ['options', deltaWith({ config: [OPTION] })],
  ['device tree', deltaWith({ deviceTree: { base: 100, head: 140, rows: [NODE] } })],
])('a target whose %s changed is not unchanged', (_, delta) => {
  expect(isUnchanged(targetReport({ delta }))).toBe(false);
});

test('a device tree of which no node differs is unchanged', () => {
  const deviceTree = { base: 100, head: 100, rows: [] };
  expect(isUnchanged(targetReport({ delta: deltaWith({ deviceTree }) }))).toBe(true);
});

test('what was not compared is not unchanged', () => {
  expect(isUnchanged(failedTarget())).toBe(false);
  expect(isUnchanged(targetReport({ delta: deltaWith({ symbols: 'new' }) }))).toBe(false);
});
