/** Says what of a text that was published is awake: what GitHub would link, notify, fold, hide or paint. */
import { expect } from 'vitest';
import { UNSEEN } from '../report/hostile-names.ts';
import { htmlOf, strayTags, withoutCode } from '../report/rendered.ts';
import type { BotResult } from './bot/bot.ts';
import { BOT_LOGIN } from './github/resources/fake-github-state.ts';

/** What every text from outside ends with in these tests; no usual name of a target, so that it is in code only. */
export const CANARY = 'CANARY';

/** Comments of this program, which are the first lines or none. */
const OWN_COMMENTS = /^(<!-- kernel-size-budget:[^\n]* -->\n)*/;

/** Hashes that are meant to be links. */
const OWN_HASHES =
  /\b(?:(?:Base|head) [0-9a-f]{12}|(?:About|since|at) [0-9a-f]{40})\b|(?<=Commits: |· )[0-9a-f]{12}(?= <code>)/g;

const OWN_LINK = /<a href="https:\/\/github\.test\/octo\/linux\/actions\/runs\/500">measured<\/a>/;

/** What GitHub makes of prose: mentions, issues, addresses, commits, pictures by their names. */
const LINKED = /@\w|#\d|\bgh-\d|\bwww\.|:\/\/|\b[0-9a-f]{7,40}\b|:\w+:/i;

/** Nothing is awake in what a run published, and the runner is told nothing by anybody else. */
export function expectAsleep({ github, summary, stdout, stderr, commands, outputs }: BotResult): void {
  const { comments, issues, checks, statuses } = github.state;
  const titles = [...issues, ...checks].map(({ title }) => title ?? '');
  const markdown = [
    summary,
    ...comments.filter(({ author }) => author === BOT_LOGIN).map(({ body }) => body),
    ...issues.map(({ body }) => body ?? ''),
    ...checks.map((check) => check.summary ?? ''),
  ];
  const messages = checks.flatMap(({ annotations }) => annotations.map(({ message }) => String(message)));
  const descriptions = statuses.map(({ description }) => description ?? '');
  expect([...markdown, ...issues.map(({ title }) => title)].flatMap(awakeIn)).toEqual([]);
  expect([...titles, ...messages, ...descriptions].flatMap(awakeInLine)).toEqual([]);
  expect(awakeInLog(stdout + stderr)).toEqual([]);
  const spoken = commands.filter(({ name }) => name !== 'stop-commands');
  expect(spoken.map(({ name }) => name).filter((name) => !/^(error|warning|notice)$/.test(name))).toEqual([]);
  expect(spoken.map(({ data }) => data).filter((data) => data.startsWith('spoken'))).toEqual([]);
  expect(Object.keys(outputs).filter((name) => !/^(verdict|report|markdown)$/.test(name))).toEqual([]);
}

/** What is awake in the markdown of a comment, an issue, a check or a summary; nothing is well. */
function awakeIn(markdown: string): string[] {
  const html = htmlOf(markdown.replace(OWN_COMMENTS, '')).replace(OWN_LINK, 'measured');
  const prose = withoutCode(html).replaceAll(OWN_HASHES, '');
  return [
    ...strayTags(html),
    ...(prose.includes(CANARY) ? [`outside of code: ${around(prose, prose.indexOf(CANARY))}`] : []),
    ...matches(prose, LINKED).map((match) => `linked: ${match}`),
    ...matches(markdown, UNSEEN).map((match) => `unseen: ${match}`),
  ];
}

/** What is awake in one line of plain text. */
function awakeInLine(line: string): string[] {
  return matches(line, new RegExp(`${UNSEEN.source}|[\\n\\t]`)).map((match) => `unseen: ${match}`);
}

/** What is awake in a log, where the lines of a build are as they are but for what cannot be seen. */
function awakeInLog(text: string): string[] {
  return matches(text, UNSEEN).map((match) => `unseen: ${match}`);
}

function matches(text: string, pattern: RegExp): string[] {
  const match = pattern.exec(text);
  return match === null ? [] : [JSON.stringify(around(text, match.index))];
}

function around(text: string, index: number): string {
  return text.slice(Math.max(0, index - 40), index + 40);
}
