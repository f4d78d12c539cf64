import { expect, test } from 'vitest';
import { mainMetrics } from '../../../src/report/words/main-metrics.ts';
import { deltaWith } from '../../support/report/report-builders.ts';

const named = (...wanted: string[]) => {
  const delta = deltaWith({ metrics: { text: [1, 2], data: [1, 1], bss: [3, 4], init: [5, 6] } });
  const metrics = delta.metrics.filter(({ metric }) => wanted.includes(metric));
  return mainMetrics({ ...delta, metrics }).map(({ metric }) => metric);
};

test('flash and RAM sum a kernel up, also one of them alone', () => {
  expect(named('flash', 'ram', 'text', 'bss')).toEqual(['flash', 'ram']);
  expect(named('ram', 'text', 'bss')).toEqual(['ram']);
});

test('what its sections take does where neither was measured', () => {
  expect(named('text', 'data', 'bss', 'init')).toEqual(['text', 'data', 'bss']);
});

test('nothing does where nothing was compared', () => {
  expect(mainMetrics(undefined)).toEqual([]);
});
