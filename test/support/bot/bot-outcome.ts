import { expect } from 'vitest';
import { HEAD_SHA } from '../github/resources/fake-github-builders.ts';
import type { FakeComment } from '../github/resources/fake-github-records.ts';
import { BOT_LOGIN } from '../github/resources/fake-github-state.ts';
import { readable } from '../report/readable.ts';
import { MARKER } from '../runner/toy-action.ts';
import type { BotResult } from './bot.ts';

/** What a use of the bot left behind, as a row of a table expects it. */
export interface BotOutcome {
  readonly exit: number | null;
  /** The output; undefined where there was nothing to judge. */
  readonly verdict: string | undefined;
  /** The pull request and the first visible line of each comment that shows a verdict. */
  readonly comments: readonly string[];
  /** State and commit of each commit status, and conclusion and commit of each check run. */
  readonly statuses: readonly string[];
}

export function outcomeOf({ exitCode, outputs, github: { state } }: BotResult): BotOutcome {
  return {
    exit: exitCode,
    verdict: outputs['verdict'],
    comments: verdictComments(state.comments).map(
      ({ pullNumber, body }) => `#${pullNumber} ${headlineOf(body)}`,
    ),
    statuses: [
      ...lastOfEach(state.statuses, ({ context, sha }) => `${context} ${sha}`).map(
        ({ state: word, sha }) => `${word} of ${sha.slice(0, 7)}`,
      ),
      ...lastOfEach(state.checks, ({ name, headSha }) => `${name} ${headSha}`).map(
        ({ conclusion, headSha }) => `${conclusion ?? 'pending'} of ${headSha.slice(0, 7)}`,
      ),
    ],
  };
}

/** A comment of an earlier use; of run 400, which is older than that of `botState`, unless another is named. */
export function earlierComment(source: { readonly run?: number; readonly attempt?: number } = {}, id = 50) {
  const { run = 400, attempt = 1 } = source;
  const data = JSON.stringify({ head: HEAD_SHA, run, attempt, comment: id });
  const body = `${MARKER}\n<!-- kernel-size-budget:data ${data} -->\n### an earlier verdict\n`;
  return { id, pullNumber: 7, author: BOT_LOGIN, body };
}

/** What was said to people beside the verdict. */
export function noticesOf({ commands }: BotResult): readonly string[] {
  return commands.filter(({ name }) => name === 'notice').map(({ data }) => data);
}

/** What every use of the bot keeps to: 0 is a comparison, or nothing to do that is left undone. */
export function expectHonest(result: BotResult): void {
  const { exit, verdict } = outcomeOf(result);
  expect([0, 1, 2]).toContain(exit);
  if (verdict === 'no-comparison') expect(exit).toBe(2);
  if (exit !== 2 && verdict === undefined) {
    expect(exit).toBe(0);
    expect(result.stdout).toMatch(/: nothing is done$|nothing is commented on: /m);
    expect(writesOf(result).filter((write) => !isStatus(write))).toEqual([]);
  }
}

/** A pull request has one verdict at most, or as many as there were; an older one that cannot be deleted is named. */
export function expectOneVerdict(result: BotResult, before: readonly FakeComment[]): void {
  const { state } = result.github;
  const named = noticesOf(result).filter((notice) => /^the older comment https:\S+ stays \(/.test(notice));
  const most = Math.max(1, verdictComments(before).length) + named.length;
  for (const { number } of state.pulls) {
    const verdicts = verdictComments(state.comments).filter(({ pullNumber }) => pullNumber === number);
    expect(verdicts.length).toBeLessThanOrEqual(most);
  }
}

/** The requests that change something on GitHub. */
export function writesOf({ requests }: BotResult): readonly string[] {
  return requests
    .filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
    .map(({ method, path }) => `${method} ${path}`);
}

function isStatus(write: string): boolean {
  return /^POST \S+\/statuses\/|^(POST|PATCH) \S+\/check-runs(\/|$)/.test(write);
}

/** GitHub shows the last status of a name. */
function lastOfEach<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

/** Those of our own, which carry their number: another workflow's bot of the same name may repeat the marker. */
function verdictComments(comments: readonly FakeComment[]): readonly FakeComment[] {
  return comments.filter(({ id, author, body }) => {
    const [marker, data] = body.split('\n');
    return author === BOT_LOGIN && marker === MARKER && data?.endsWith(`"comment":${id}} -->`);
  });
}

/** The line below the two hidden ones. */
function headlineOf(body: string): string {
  return readable(body.split('\n')[2] ?? '');
}
