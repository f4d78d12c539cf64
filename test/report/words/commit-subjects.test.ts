import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/report/markdown/markdown.ts';
import { renderText } from '../../../src/report/text.ts';
import { joinSubjects, subjectLines, subjectsOf } from '../../../src/report/words/commit-subjects.ts';
import { reportWith, targetReport } from '../../support/report/report-builders.ts';
import { htmlOf, textOf } from '../rendered.ts';

const sha = (digit: string): string => digit.repeat(40);
const message = (subject: string, body = ''): { sha: string; message: string } => ({
  sha: sha('a'),
  message: `${subject}\n${body}`,
});

test.each([
  ['the first line', message('fs: shrink', '\nbecause\n'), 'fs: shrink'],
  ['all of one without a body', { sha: sha('a'), message: 'fs: shrink' }, 'fs: shrink'],
  ['nothing of an empty one', { sha: sha('a'), message: '' }, ''],
  ['no more than 120 characters', message('x'.repeat(500)), `${'x'.repeat(120)}…`],
  ['what can be seen of it', message('a\u202Eb\u0007'), 'a\\u{202e}b\\u{7}'],
])('the subject of a message is %s', (_, commit, subject) => {
  expect(subjectsOf([commit])).toEqual([{ hash: sha('a'), subject }]);
});

test('the last 50 of many commits are kept, each once', () => {
  const many = Array.from({ length: 60 }, (_, i) => ({ sha: `${i}`, message: `${i}` }));
  const kept = subjectsOf(many).map(({ subject }) => Number(subject));
  expect([kept[0], kept.at(-1)]).toEqual([10, 59]);
  expect(joinSubjects([subjectsOf(many), undefined, subjectsOf(many.slice(58))])).toHaveLength(50);
});

test('the last six are shown, by as much of a hash as GitHub links', () => {
  const commits = Array.from({ length: 8 }, (_, i) => ({ hash: sha(`${i}`), subject: `s${i}` }));
  expect(subjectLines(commits, (text) => `<${text}>`)).toEqual([
    '2 earlier ones',
    ...[2, 3, 4, 5, 6, 7].map((i) => `${`${i}`.repeat(12)} <s${i}>`),
  ]);
  expect(subjectLines(undefined, (text) => text)).toEqual([]);
});

test('a report shows them in a comment and in a terminal', () => {
  const report = reportWith([targetReport()], { commits: [{ hash: sha('b'), subject: 'fs: shrink' }] });
  const text = textOf(htmlOf(renderMarkdown(report, { rows: 10 })));
  expect(text).toContain('Commits: bbbbbbbbbbbb fs: shrink · Base ');
  expect(renderText(report, { decoration: 'plain', rows: 10 })).toContain(
    '\ncommit bbbbbbbbbbbb fs: shrink\n',
  );
});
