import { beforeAll, describe, expect, test } from 'vitest';
import { variable } from '../support/kernel/toy-kernel.ts';
import { MOVED_BYTES, type ToyPull, useToyAction } from '../support/runner/toy-action.ts';
import { type ToyResult, changeOf } from '../support/runner/toy-run.ts';

const toy = useToyAction();

const ADDED_BYTES = 1024;
const NO_COMMIT = '0'.repeat(40);
let pull: ToyPull;

beforeAll(async () => {
  pull = await toy.pullRequest({ change: variable('added', ADDED_BYTES) });
});

/** What the step did, and that it wrote nothing on GitHub. */
async function runOn(name: string, payload: object): Promise<ToyResult> {
  const result = await pull.run({
    event: { name, payload },
    github: { state: { mergeBases: { [`main...${pull.merge}`]: pull.fork } } },
  });
  expect(result.github.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  return result;
}

describe('a summary and no comment are written', () => {
  test.each([
    [
      'on a push, compared with the branch before it',
      'push',
      () => ({ before: pull.fork, forced: false }),
      'fork',
    ],
    [
      'on the push of a new branch, compared with its first parent',
      'push',
      () => ({ before: NO_COMMIT }),
      'base',
    ],
    [
      'on a forced push, compared with the first parent: what was before is no base',
      'push',
      () => ({ before: pull.fork, forced: true }),
      'base',
    ],
    [
      'on the push of a new branch, compared with where it left the default branch',
      'push',
      () => ({ before: NO_COMMIT, ref: 'refs/heads/topic', repository: { default_branch: 'main' } }),
      'fork',
    ],
    [
      'on a merge group, compared with its own base',
      'merge_group',
      () => ({ merge_group: { base_sha: pull.fork, head_sha: pull.merge } }),
      'fork',
    ],
    [
      'on workflow_dispatch, compared with the first parent',
      'workflow_dispatch',
      () => ({ inputs: {} }),
      'base',
    ],
    ['on a schedule, compared with the first parent', 'schedule', () => ({ schedule: '0 0 * * *' }), 'base'],
  ] as const)('%s', async (_what, name, payload, base) => {
    const result = await runOn(name, payload());
    expect([result.exitCode, result.outputs['verdict']]).toEqual([0, 'pass']);
    expect(result.report().base?.hash).toBe(pull[base]);
    expect(changeOf(result.report(), 'ram')).toBe(ADDED_BYTES + (base === 'fork' ? MOVED_BYTES : 0));
    expect(result.summary).toContain('### ✅ Kernel size: toy has no limits');
  });
});

test.each([
  ['pull_request_target', /the Makefile of any pull request would run beside a token that may write/],
  [
    'issue_comment',
    /the workflow runs on issue_comment; expected the mode "comment" there, or pull_request, push/,
  ],
  [
    'workflow_run',
    /the workflow runs on workflow_run; expected the mode "comment" there, or pull_request, push/,
  ],
])('%s is refused before anything is built', async (name, reason) => {
  const result = await runOn(name, { pull_request: { number: 7 } });
  expect(result).toMatchObject({ exitCode: 2, outputs: { verdict: 'no-comparison' } });
  expect(result.errors).toEqual([expect.stringMatching(reason)]);
  expect(result.commands.map(({ name: command }) => command)).toEqual(['error']);
});

test('a pull request of another shape than GitHub sends is refused', async () => {
  const result = await runOn('pull_request', { pull_request: { number: 'seven' } });
  expect(result.exitCode).toBe(2);
  expect(result.errors).toEqual([expect.stringContaining('the event in GITHUB_EVENT_PATH is not one of')]);
});
