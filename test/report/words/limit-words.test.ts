import { expect, test } from 'vitest';
import type { LimitSource } from '../../../src/budget/limit-source.ts';
import { renderMarkdown } from '../../../src/report/markdown/markdown.ts';
import { renderText } from '../../../src/report/text.ts';
import { limitLines } from '../../../src/report/words/limit-words.ts';
import { BASE, HEAD, failedTarget, reportWith, targetReport } from '../../support/report/report-builders.ts';

const ofBase: LimitSource = { path: 'budget.yml', commit: BASE.hash, side: 'base' };
const ofHead: LimitSource = { path: 'budget.yml', commit: HEAD.hash, side: 'head' };

const linesOf = (sources: Readonly<Record<string, LimitSource | undefined>>): string[] =>
  limitLines(
    reportWith(Object.entries(sources).map(([target, limits]) => targetReport({ target, limits }))),
    (text) => `«${text}»`,
  );

test.each<[string, LimitSource, string]>([
  ['a commit of base', ofBase, '«budget.yml» at «123456700000» (base)'],
  ['a commit of head, where base has none', ofHead, '«budget.yml» at «abcdef011111» (head, new there)'],
  ['a branch', { path: 'budget.yml', branch: 'main', side: 'base' }, '«budget.yml» of «main» (base)'],
  ['no commit', { path: '/etc/budget.yml' }, '«/etc/budget.yml», which is of no commit'],
])('limits of %s are said to be from there', (_what, limits, words) => {
  expect(linesOf({ a: limits, b: limits })).toEqual([`limits are from ${words}`]);
});

test('targets are named where their limits are from several files', () => {
  const many = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`n${index}`, ofHead]));
  expect(linesOf({ a: ofBase, ...many, b: ofBase, unknown: undefined })).toEqual([
    'limits of «a», «b» are from «budget.yml» at «123456700000» (base)',
    'limits of «n0», «n1», «n2», «n3», «n4» and 2 more are from «budget.yml» at «abcdef011111» (head, new there)',
  ]);
});

test('as many files as a stranger may name take a few lines', () => {
  const files = Array.from({ length: 1000 }, (_, index) => [`t${index}`, { path: `${index}` }] as const);
  expect(linesOf(Object.fromEntries(files))).toHaveLength(11);
});

test('both the comment and the terminal say it, of targets that were not compared too', () => {
  const report = reportWith([failedTarget({ limits: ofBase })]);
  expect(renderText(report, { decoration: 'plain', rows: 10 })).toContain(
    '\nlimits are from budget.yml at 123456700000 (base)\n',
  );
  expect(renderMarkdown(report, { rows: 10 })).toContain(
    '· limits are from `budget.yml` at `123456700000` (base)',
  );
});
