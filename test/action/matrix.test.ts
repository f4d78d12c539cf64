import { beforeAll, describe, expect, test } from 'vitest';
import { budgetFile, variable } from '../support/kernel/toy-kernel.ts';
import { type ToyPull, useToyAction } from '../support/runner/toy-action.ts';
import type { ToyResult, ToyRun } from '../support/runner/toy-run.ts';

const toy = useToyAction();
let pull: ToyPull;

beforeAll(async () => {
  const budget = budgetFile({ toy: { budgets: { ram: 1 } }, board: {} });
  pull = await toy.pullRequest({ budget, change: variable('added', 1024) });
});

/** The job of one target in a matrix over the input `targets`, as people write it. */
function job(target: string, more: ToyRun = {}): Promise<ToyResult> {
  const matrix = JSON.stringify({ target });
  const inputs = { targets: target, matrix, 'fail-on': 'none', 'open-issue': 'true', ...more.inputs };
  return pull.run({ ...more, inputs });
}

describe('a matrix over targets in one step without comment-keys', () => {
  test('shows the comment of one job, and the other job says what to set and fails', async () => {
    const first = await job('toy');
    expect(first.exitCode).toBe(0);
    const bodies = pull.github.state.comments.map(({ body }) => body);
    const second = await job('board');
    expect(second).toMatchObject({ exitCode: 2, outputs: { verdict: 'pass' } });
    expect(second.errors).toEqual([
      expect.stringMatching(
        /^no comment was written: another job of this run has written https:.*; expected a comment-key of its own/,
      ),
    ]);
    expect(pull.github.state.comments.map(({ body }) => body)).toEqual(bodies);
  });

  test('keeps the issue of the one that is over its budget open, and the other job says so', async () => {
    const push = (before: string): Pick<ToyRun, 'event'> => ({
      event: {
        name: 'push',
        payload: { before, forced: false, ref: 'refs/heads/main', repository: { default_branch: 'main' } },
      },
    });
    const { issues } = pull.github.state;
    await job('toy', push(pull.fork));
    expect(issues.map(({ state }) => state)).toEqual(['open']);
    const body = issues[0]?.body;
    const second = await job('board', push(pull.fork));
    expect(second.exitCode).toBe(2);
    expect(second.errors).toEqual([
      expect.stringMatching(/^no issue was written: .* is about targets that this job does not measure; /),
    ]);
    expect(issues).toEqual([expect.objectContaining({ state: 'open', body })]);
  });
});
