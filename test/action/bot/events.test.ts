import { describe, expect, test } from 'vitest';
import { type BotOutcome, earlierComment, outcomeOf, writesOf } from '../../support/bot/bot-outcome.ts';
import {
  type BotRun,
  botState,
  grownReport,
  storedReport,
  useBot,
  workflowRunEvent,
} from '../../support/bot/bot.ts';
import { FORK, pull, run } from '../../support/github/resources/fake-github-builders.ts';
import type { FakeState } from '../../support/github/resources/fake-github-state.ts';

const bot = useBot();

const STATUS = { status: 'commit-status' };
const OTHER_SHA = 'e'.repeat(40);
const PASS = '### ✅ Kernel size: toy has no limits: flash 0 B, ram +500 B';
const DONE = { exit: 0, verdict: 'pass', comments: [`#7 ${PASS}`], statuses: ['success of aaaaaaa'] };
const NOTHING_TO_DO = { exit: 0, verdict: undefined, comments: [], statuses: [] };
const REFUSED = { exit: 2, verdict: 'no-comparison', comments: [], statuses: [] };

const secondPull = pull({ number: 8, baseRef: 'rpi' });
const fromFork = { pulls: [pull({ headRepo: FORK })] };

/** Whom GitHub knows when the run has ended, and what the event says of the run. */
const RUNS: readonly (readonly [string, BotRun['event'], Partial<FakeState>, BotOutcome])[] = [
  ['of the repository itself', workflowRunEvent(), {}, DONE],
  ['of a fork', workflowRunEvent({}, FORK), fromFork, DONE],
  ['of a fork, in a second attempt', workflowRunEvent({ run_attempt: 2 }, FORK), fromFork, DONE],
  ['of a run that failed', workflowRunEvent({ conclusion: 'failure' }), {}, DONE],
  [
    'of a fork that is deleted',
    workflowRunEvent({}, null),
    { pulls: [pull({ headRepo: null })] },
    NOTHING_TO_DO,
  ],
  [
    'of a branch that has moved on',
    workflowRunEvent(),
    { pulls: [pull({ headSha: OTHER_SHA })] },
    NOTHING_TO_DO,
  ],
  ['that is closed', workflowRunEvent(), { pulls: [pull({ state: 'closed' })] }, NOTHING_TO_DO],
  ['of a fork, where the run was of the repository itself', workflowRunEvent(), fromFork, NOTHING_TO_DO],
  ['of the repository itself, where the run was of a fork', workflowRunEvent({}, FORK), {}, NOTHING_TO_DO],
  [
    'and another one of the same branch, of which the report names the other one',
    workflowRunEvent(),
    {
      pulls: [pull(), secondPull],
      artifacts: [storedReport(grownReport({ pullRequest: 8, baseRef: 'rpi' }))],
      files: {
        ...botState().files,
        'rpi:.github/kernel-size-budget.yml': botState().files!['main:.github/kernel-size-budget.yml']!,
      },
    },
    { ...DONE, comments: [`#8 ${PASS}`], statuses: ['pending of aaaaaaa'] },
  ],
  [
    'and another one of the same branch, of which the report names neither',
    workflowRunEvent(),
    { pulls: [pull(), secondPull], artifacts: [storedReport(grownReport({ pullRequest: undefined }))] },
    { ...REFUSED, statuses: ['error of aaaaaaa'] },
  ],
  [
    'whose report names the pull request of somebody else',
    workflowRunEvent(),
    {
      pulls: [pull(), pull({ number: 9, headSha: OTHER_SHA, headRef: 'theirs' })],
      artifacts: [storedReport(grownReport({ pullRequest: 9 }))],
    },
    DONE,
  ],
];

describe.concurrent('a pull request', () => {
  test.for(RUNS)('%s', async ([, event, state, expected]) => {
    const result = await bot.run({ mode: 'comment', event, inputs: STATUS, state });
    expect(outcomeOf(result)).toEqual(expected);
  });
});

describe.concurrent('a comment that is there already', () => {
  test.for([
    ['of an older run is brought up to date', { run: 499 }, {}, [`#7 ${PASS}`]],
    ['of an older attempt is brought up to date', { run: 500 }, { run_attempt: 2 }, [`#7 ${PASS}`]],
    ['of a newer run stays', { run: 501 }, {}, ['#7 ### an earlier verdict']],
    ['of a newer attempt stays', { run: 500, attempt: 2 }, {}, ['#7 ### an earlier verdict']],
  ] as const)('%s', async ([, source, fields, comments]) => {
    const state = { comments: [earlierComment(source)] };
    const event = workflowRunEvent(fields);
    const outcome = outcomeOf(await bot.run({ mode: 'comment', event, inputs: STATUS, state }));
    expect(outcome).toEqual({ ...DONE, comments });
  });
});

describe.concurrent('a pull request that changes while the report is read', () => {
  test.for([
    ['has moved on: the run of the new commit reports', { headSha: OTHER_SHA }],
    ['is closed', { state: 'closed' }],
    ['is merged', { state: 'closed', merged: true }],
  ] as const)('%s', async ([, change]) => {
    const act = (state: FakeState): void => void Object.assign(state.pulls[0]!, change);
    const faults = [{ on: 'pulls/get', effect: { kind: 'interfere', act } }] as const;
    const result = await bot.run({ mode: 'comment', event: workflowRunEvent(), faults });
    expect(outcomeOf(result)).toEqual({ exit: 0, verdict: 'pass', comments: [], statuses: [] });
  });
});

const ELSEWHERE = { id: 3, name: 'linux', full_name: 'eve/linux', owner: { login: 'eve' } };

describe.concurrent('a workflow run is refused, and nothing is asked of GitHub, where it', () => {
  test.for([
    ['is of another workflow', { path: '.github/workflows/lint.yml' }, 'is of ".github/workflows/lint.yml"'],
    [
      'is of a file that only begins like the workflow',
      { path: '.github/workflows/kernel-size.yml@main.yml' },
      'is of "',
    ],
    ['was for a push', { event: 'push' }, 'is for push'],
    ['was for pull_request_target', { event: 'pull_request_target' }, 'is for pull_request_target'],
    ['was cancelled', { conclusion: 'cancelled' }, 'is cancelled'],
    ['was skipped', { conclusion: 'skipped' }, 'is skipped'],
    ['has not ended', { conclusion: null }, 'is not at its end'],
    ['was in another repository', { repository: ELSEWHERE }, 'is of the repository with the id 3'],
    ['has no whole hash', { head_sha: 'aaaaaaa' }, 'expected a full commit hash'],
    ['has no number', { id: '500; rm -rf /' }, 'workflow_run.id: '],
  ] as const)('%s', async ([, fields, reason]) => {
    const result = await bot.run({ mode: 'comment', event: workflowRunEvent(fields), inputs: STATUS });
    expect(outcomeOf(result)).toEqual(REFUSED);
    expect(result.github.requests).toEqual([]);
    expect(result.commands.map(({ data }) => data)).toEqual([expect.stringContaining(reason)]);
  });
});

const OTHER_MODES = ['check', 'plan', 'measure', 'report'] as const;

describe.concurrent('a mode on an event that is not its own compares nothing and writes nothing:', () => {
  test.for([
    ...[
      'push',
      'pull_request',
      'pull_request_target',
      'merge_group',
      'workflow_dispatch',
      'schedule',
      '',
    ].map((name) => ['comment', name] as const),
    ...OTHER_MODES.flatMap((mode) =>
      ['workflow_run', 'issue_comment', 'pull_request_target'].map((name) => [mode, name] as const),
    ),
  ])('%s on "%s"', async ([mode, name]) => {
    const event = { ...workflowRunEvent(), name };
    const result = await bot.run({ mode: 'comment', event, inputs: { mode, targets: 'toy', ...STATUS } });
    expect(outcomeOf(result)).toEqual(REFUSED);
    expect(writesOf(result)).toEqual([]);
  });
});

test('two runs of one commit leave one comment, that of the newer run', async () => {
  const state = { runs: [...botState().runs!, run({ id: 501, path: botState().runs![0]!.path })] };
  const first = await bot.run({
    mode: 'comment',
    event: workflowRunEvent({ id: 501 }),
    state: {
      ...state,
      artifacts: [storedReport(grownReport(), { runId: 501 }), storedReport(grownReport())],
    },
  });
  const second = await bot.run({ mode: 'comment', event: workflowRunEvent(), github: first.github });
  expect(outcomeOf(second).comments).toEqual([`#7 ${PASS}`]);
  expect(second.github.state.comments[0]?.body).toContain('"run":501');
});
