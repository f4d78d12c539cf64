import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderBloatOMeter } from '../../../src/report/tables/bloat-o-meter.ts';
import type { SymbolDiff } from '../../../src/size/bloat-o-meter/symbol-diff.ts';

function diff(overrides: Partial<SymbolDiff> = {}): SymbolDiff {
  return {
    title: 'Function',
    added: 0,
    removed: 0,
    grown: 0,
    shrunk: 0,
    up: 0,
    down: 0,
    rows: [],
    before: 0,
    after: 0,
    ...overrides,
  };
}

/** What Python makes of values with a format of its own; one line each. */
function python(expression: string, values: readonly unknown[]): string[] {
  const program = `import json, sys\nfor v in json.load(sys.stdin): print(${expression})`;
  const output = execFileSync('python3', ['-c', program], {
    input: JSON.stringify(values),
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    maxBuffer: 2 ** 26,
  });
  return output.split('\n').slice(0, -1);
}

const TOTAL =
  `"Total: Before=%d, After=%d, chg %+.2f%%" % ` +
  `(v[0], v[1], (v[1] - v[0]) * 100.0 / v[0] if v[0] else 0)`;

function totals(pairs: readonly (readonly [number, number])[]): string[] {
  return pairs.map(([before, after]) =>
    renderBloatOMeter([diff({ before, after })])
      .split('\n')
      .at(-2)!,
  );
}

test('changes in percent are rounded as Python rounds them', () => {
  const size = fc.oneof(fc.nat(2000), fc.nat(40_000_000), fc.maxSafeNat());
  const pairs = fc.sample(fc.tuple(size, size), 5000);
  expect(totals(pairs)).toEqual(python(TOTAL, pairs));
});

test('ties between two hundredths of a percent go to the even one, as in Python', () => {
  const pairs = Array.from({ length: 4000 }, (_, i) => [800, i] as const);
  expect(totals(pairs)).toEqual(python(TOTAL, pairs));
  expect(totals([[1600, 1602]])).toEqual(['Total: Before=1600, After=1602, chg +0.12%']);
});

test('a shrinking too small to show keeps its sign', () => {
  expect(totals([[1_000_000, 999_999]])).toEqual(['Total: Before=1000000, After=999999, chg -0.00%']);
});

test('rows are as wide as Python makes them, whatever the name', () => {
  const names = ['a', 'x'.repeat(40), 'x'.repeat(41), 'größe', '\u{1F600}\u{1F600}', ''];
  const sizes = [
    [1, undefined, -1],
    [undefined, 12_345_678, 12_345_678],
    [100, 90, -10],
  ] as const;
  const rows = names.flatMap((name) => sizes.map(([old, head, delta]) => ({ name, old, new: head, delta })));
  const printed = renderBloatOMeter([diff({ rows })])
    .split('\n')
    .slice(2, -2);
  const format = `"%-40s %7s %7s %+7d" % (v["name"], v.get("old", "-"), v.get("new", "-"), v["delta"])`;
  expect(printed).toEqual(python(format, rows));
});

test('nothing taken away is printed as 0, not -0', () => {
  expect(renderBloatOMeter([diff({ up: 4 })])).toMatch(/up\/down: 4\/0 \(4\)\n/);
});

test('tables follow one another without a line between', () => {
  const printed = renderBloatOMeter([diff({ title: 'Function' }), diff({ title: 'RO Data' })]);
  expect(printed).toBe(
    [
      'add/remove: 0/0 grow/shrink: 0/0 up/down: 0/0 (0)',
      'Function                                     old     new   delta',
      'Total: Before=0, After=0, chg +0.00%',
      'add/remove: 0/0 grow/shrink: 0/0 up/down: 0/0 (0)',
      'RO Data                                      old     new   delta',
      'Total: Before=0, After=0, chg +0.00%',
      '',
    ].join('\n'),
  );
});
