import { describe, expect, test } from 'vitest';
import { renderJson } from '../../../src/report/json/json.ts';
import { type BotResult, MERGE_SHA, grownReport, pullRequestEvent, useBot } from '../../support/bot/bot.ts';
import { BASE_SHA, HEAD_SHA } from '../../support/github/resources/fake-github-builders.ts';

const bot = useBot();

interface Job {
  readonly matrix: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Where another job has written before. */
  readonly github?: BotResult['github'];
}

/** One job of the run of a pull request, which sets everything that it can. */
function job({ matrix, inputs = {}, env = {}, github }: Job): Promise<BotResult> {
  return bot.run({
    mode: 'report',
    event: pullRequestEvent(),
    inputs: { base: BASE_SHA, head: MERGE_SHA, targets: 'toy', matrix, comment: 'always', ...inputs },
    parts: { 'toy/part.json': renderJson(grownReport()) },
    env,
    ...(github === undefined ? {} : { github }),
  });
}

const errorsOf = ({ commands }: BotResult) =>
  commands.filter(({ name }) => name === 'error').map(({ data }) => data);

const FIRST = '{"target":"toy"}';
const SECOND = '{"target":"board"}';

describe.concurrent('a second job of the same run with the same comment-key says so, and fails:', () => {
  test.for([
    ['one of the same matrix', { matrix: SECOND }],
    ['one of another name', { matrix: FIRST, env: { GITHUB_JOB: 'other' } }],
    ['another step', { matrix: FIRST, env: { GITHUB_ACTION: '__self_2' } }],
    ['one of other targets', { matrix: FIRST, inputs: { targets: 'toy other' } }],
  ] as const)('%s', async ([, second]) => {
    const { github } = await job({ matrix: FIRST });
    const before = github.state.comments.map(({ body }) => body);
    const result = await job({ ...second, github });
    expect(result.exitCode).toBe(2);
    expect(errorsOf(result)).toContainEqual(
      expect.stringContaining('another job of this run has written https://'),
    );
    expect(github.state.comments.map(({ body }) => body)).toEqual(before);
  });

  test.for(['commit-status', 'check-run'])('no %s passes for both', async (status) => {
    const inputs = { status, comment: 'never' };
    const first = await job({ matrix: FIRST, inputs });
    const { github } = first;
    const second = await job({ matrix: SECOND, inputs, github });
    expect([first.exitCode, second.exitCode]).toEqual([0, 2]);
    expect(errorsOf(second)).toEqual([
      expect.stringMatching(/^another job of this run has set the status kernel-size; expected a/),
    ]);
    const last = github.state.statuses.at(-1)?.state ?? github.state.checks.at(-1)?.conclusion;
    expect(last).toBe(status === 'check-run' ? 'failure' : 'error');
  });
});

describe.concurrent('jobs that do not write the same say nothing of each other:', () => {
  test.for([
    ['with a comment-key each', { matrix: SECOND, inputs: { 'comment-key': 'board' } }, 2],
    ['the same job, run again', { matrix: FIRST, env: { GITHUB_RUN_ATTEMPT: '2' } }, 1],
    ['a job of the next run', { matrix: SECOND, env: { GITHUB_RUN_ID: '1000002' } }, 1],
  ] as const)('%s', async ([, second, comments]) => {
    const inputs = { status: 'commit-status' };
    const { github } = await job({ matrix: FIRST, inputs });
    const result = await job({
      ...second,
      inputs: { ...inputs, ...('inputs' in second ? second.inputs : {}) },
      github,
    });
    expect([result.exitCode, errorsOf(result)]).toEqual([0, []]);
    expect(github.state.comments).toHaveLength(comments);
    expect(github.state.statuses.at(-1)?.state).toBe('success');
  });

  test('an older run leaves the status to a newer one, also while it is run again', async () => {
    const inputs = { status: 'commit-status' };
    const newer = await job({ matrix: FIRST, inputs, env: { GITHUB_RUN_ID: '1000002' } });
    const { statuses } = newer.github.state;
    const before = structuredClone(statuses);
    const older = await job({ matrix: FIRST, inputs, github: newer.github });
    expect(older.exitCode).toBe(0);
    expect(statuses).toEqual(before);
    expect(statuses.every(({ sha }) => sha === HEAD_SHA)).toBe(true);
  });
});

test('the message says what is to be set', async () => {
  const { github } = await job({ matrix: FIRST });
  const [error] = errorsOf(await job({ matrix: SECOND, github }));
  expect(error).toContain('expected a comment-key of its own for each job and step');
  expect(error).toContain('`comment-key: ${{ matrix.target }}`');
});
