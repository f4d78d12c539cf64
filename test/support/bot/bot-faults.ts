/** Each scenario with each kind of failure of each operation that it needs. */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Fault,
  type FaultEffect,
  refusal,
  secondaryLimit,
  withoutPermission,
} from '../github/fake-github-faults.ts';
import { OPERATIONS, type Operation, matchRoute } from '../github/fake-github-routes.ts';
import type { FakeState } from '../github/resources/fake-github-state.ts';
import { WRONG_ANSWERS } from '../wrong-answers.ts';
import { type BotOutcome, noticesOf, outcomeOf } from './bot-outcome.ts';
import type { Consequence, Scenario } from './bot-scenarios.ts';
import { type BotResult, type BotRun, useBot } from './bot.ts';

type FaultsOn = (on: Operation) => readonly Fault[];

const drop = { kind: 'drop' } as const;

/** What lasts, and cannot be waited for. */
const LASTING: Readonly<Record<string, FaultsOn>> = {
  'a token without permission': (on) => [{ on, effect: withoutPermission() }],
  'an answer 404': notFound,
  'an answer 422': (on) => [{ on, effect: refusal(422, 'Validation Failed') }],
  'a rate limit of an hour': (on) => [{ on, effect: secondaryLimit(403, 3600) }],
  'a server that keeps failing': (on) => [{ on, effect: refusal(502, 'Bad Gateway') }],
  'connections that keep breaking': (on) => [{ on, effect: drop }],
  'an answer of another shape': (on) => [{ on, effect: wrongAnswerTo(on) }],
};

/** What is over when it is tried again. */
const PASSING: Readonly<Record<string, FaultsOn>> = {
  'a secondary rate limit, and an answer that is lost': (on) => [
    { on, effect: secondaryLimit(403, 1), times: 1 },
    { on, effect: { kind: 'drop-answer' }, after: 1, times: 1 },
  ],
  'another rate limit, and a failure of the server': (on) => [
    { on, effect: secondaryLimit(429, 1), times: 1 },
    { on, effect: refusal(500, 'Server Error'), after: 1, times: 1 },
  ],
};

/** All kinds in turn; test/github/wrong-answers.test.ts has each of them for each operation. */
function wrongAnswerTo(on: Operation): FaultEffect {
  const kinds = Object.entries(WRONG_ANSWERS).filter(([what]) => what !== 'an empty list');
  return kinds[OPERATIONS.indexOf(on) % kinds.length]![1];
}

/** As GitHub means it: who may not read contents sees no commit either, and a comment that is not found is gone. */
function notFound(on: Operation): readonly Fault[] {
  const effect = refusal(404, 'Not Found');
  if (on === 'repos/get-content')
    return [
      { on, effect },
      { on: 'repos/compare-commits', effect },
    ];
  if (on !== 'issues/update-comment' && on !== 'issues/delete-comment') return [{ on, effect }];
  return [{ on, effect: { kind: 'interfere', act: removeEarlier } }];
}

function removeEarlier({ comments }: FakeState): void {
  const index = comments.findIndex(({ body }) => body.includes('### an earlier verdict'));
  if (index !== -1) comments.splice(index, 1);
}

const EXIT_CODES: Readonly<Record<BotRun['mode'], Readonly<Record<string, number>>>> = {
  comment: { accepted: 0, 'over-growth': 0, 'no-comparison': 2 },
  report: { accepted: 0, 'over-growth': 1, 'no-comparison': 2 },
};

const STATES: Readonly<Record<string, readonly string[]>> = {
  accepted: ['success of aaaaaaa'],
  'over-growth': ['failure of aaaaaaa'],
  'no-comparison': ['error of aaaaaaa', 'failure of aaaaaaa'],
};

const VERDICTS: Readonly<Record<Consequence, string>> = {
  'the same verdict': 'accepted',
  stricter: 'over-growth',
  'no comparison': 'no-comparison',
};

/**
 * What a failing operation leads to is tried with all faults in the first scenario in which it does, `elsewhere`
 * included; where it leads to the same once more, it is not tried again.
 */
export function describeFaults(scenarios: readonly Scenario[], elsewhere: readonly Scenario[] = []): void {
  const bot = useBot();
  const seen = new Set(
    elsewhere.flatMap(({ without }) => Object.entries(without).map((pair) => pair.join())),
  );
  for (const scenario of scenarios) {
    const { without, run } = scenario;
    describe.concurrent(scenario.what, () => {
      let good: BotResult | undefined;
      beforeAll(async () => {
        good = await bot.run(run);
      });

      test('is a comparison, and the table has each operation that it needs', () => {
        expect(outcomeOf(good!)).toMatchObject({ exit: 0, verdict: 'accepted' });
        expect(Object.keys(without).toSorted()).toEqual(operationsOf(good!));
      });

      for (const [operation, consequence] of Object.entries(without) as [Operation, Consequence][]) {
        const pair = [operation, consequence].join();
        if (seen.has(pair)) continue;
        seen.add(pair);
        test.for(Object.entries(LASTING))(`${operation}, ${consequence}: %s`, async ([, faultsOn]) => {
          const result = await bot.run({ ...run, faults: faultsOn(operation) });
          expectConsequence(result, scenario, operation);
          if (outcomeOf(good!).comments.length > 0) expectShown(result);
        });
        test.for(Object.entries(PASSING))(`${operation}, nothing lost: %s`, async ([, faultsOn]) => {
          const result = await bot.run({ ...run, faults: faultsOn(operation) });
          expect(outcomeOf(result)).toEqual(outcomeOf(good!));
          expect(noticesOf(result)).toEqual([]);
        });
      }
    });
  }
}

function operationsOf({ github }: BotResult): readonly string[] {
  const operations = github.requests.map(
    ({ method, path }) => matchRoute(method, path, 'octo/linux')?.operation ?? path,
  );
  return [...new Set(operations)].toSorted();
}

function expectConsequence(result: BotResult, { run, without }: Scenario, operation: Operation): void {
  const outcome = outcomeOf(result);
  const verdict = VERDICTS[without[operation]!];
  expect(outcome).toMatchObject({ verdict, exit: EXIT_CODES[run.mode][verdict] });
  expectStatus(result, outcome, { run, operation });
}

/** A comparison is in a comment, or is said not to be. */
function expectShown(result: BotResult): void {
  const { comments, verdict } = outcomeOf(result);
  const isShown = comments.some((comment) => !comment.includes('an earlier verdict'));
  if (isShown || verdict === 'no-comparison') return;
  expect(noticesOf(result).join('\n')).toContain('no comment was written: ');
}

/** Where one was to be set, it is that of the verdict, or is said to be missing and does not pass. */
function expectStatus(
  result: BotResult,
  { statuses, verdict }: BotOutcome,
  { run: { inputs, event }, operation }: { readonly run: BotRun; readonly operation: Operation },
): void {
  // A command that cannot be looked into changes nothing.
  const isNotBegun = event.name === 'issue_comment' && verdict === 'no-comparison' && statuses.length === 0;
  if (inputs?.['status'] === undefined || isNotBegun) return expect(statuses).toEqual([]);
  if (STATES[verdict ?? '']?.includes(statuses.join()) === true) return undefined;
  expect(operation).toMatch(/^(checks\/(create|update|list-for-ref)|repos\/create-commit-status)$/);
  expect(statuses.join()).toMatch(/^(pending of aaaaaaa)?$/);
  expect(noticesOf(result).join('\n')).toMatch(/^no (check-run|commit-status) was set: /m);
}
