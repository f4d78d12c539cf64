import { expect, test } from 'vitest';
import { logLines } from '../../../src/report/inert/log-lines.ts';

test.each([
  [[]],
  [['']],
  [['a']],
  [['a', 'b\nc']],
  [['\n', 'a\n', '\n\nb\n']],
  [Array.from({ length: 200 }, (_, i) => `${i}`)],
])('%j is shown line by line', (details: string[]) => {
  expect(logLines(details)).toEqual(details.flatMap((text) => text.split('\n')));
});

test('of more lines than are shown the last ones are', () => {
  const details = ['x', Array.from({ length: 200 }, (_, i) => `${i}`).join('\n')];
  expect(logLines(details)).toEqual(['(earlier lines are not shown)', ...details[1]!.split('\n')]);
});

test('a long line is cut', () => {
  expect(logLines([`${'x'.repeat(501)}\ny`])).toEqual([`${'x'.repeat(500)}…`, 'y']);
});
