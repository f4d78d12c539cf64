import { beforeAll, describe, expect, test } from 'vitest';
import { refusal } from '../support/github/fake-github-faults.ts';
import { budgetFile, variable } from '../support/kernel/toy-kernel.ts';
import { MOVED_BYTES, type ToyPull, useToyAction } from '../support/runner/toy-action.ts';
import { type ToyResult, changeOf } from '../support/runner/toy-run.ts';

const toy = useToyAction();

describe('where the head itself is checked out', () => {
  let pull: ToyPull;

  beforeAll(async () => {
    pull = await toy.pullRequest({ checkout: 'head', change: variable('added', 1024) });
  });

  test('the base is the merge base, asked of GitHub', async () => {
    const report = (await pull.run()).report();
    expect(report.base).toEqual({ hash: pull.fork, origin: 'merge base with main' });
    expect(changeOf(report, 'ram')).toBe(1024);
    const asked = pull.github.requests.filter(({ path }) => path.includes('/compare/'));
    expect(asked.map(({ path }) => decodeURIComponent(path))).toEqual([
      `/repos/octo/linux/compare/main...${pull.head}`,
    ]);
  });

  test("the base is the event's own where GitHub does not know, and the comment says what that means", async () => {
    const unknown = { on: 'repos/compare-commits', effect: refusal(404, 'Not Found') } as const;
    const base = { sha: pull.base, ref: 'main' };
    const result = await pull.run({ pull: { base }, github: { faults: [unknown] } });
    const { exitCode, commands, github } = result;
    expect([exitCode, result.report().base?.hash]).toEqual([0, pull.base]);
    // Since the pull request left main, main has grown by more than the pull request adds.
    expect(changeOf(result.report(), 'ram')).toBe(1024 - MOVED_BYTES);
    expect(github.state.comments[0]?.body).toContain('commits merged since may be counted');
    const warning = commands.find(({ name }) => name === 'warning');
    expect(warning?.data).toContain(
      `GitHub cannot compare main with ${pull.head} in octo/linux (404 Not Found)`,
    );
  });
});

describe('a pull request that edits the budget file', () => {
  let pull: ToyPull;
  let result: ToyResult;

  beforeAll(async () => {
    const toyLimit = (ram: string) => ({ toy: { growth: { ram } } });
    pull = await toy.pullRequest({
      budget: {
        ...budgetFile({
          ...toyLimit('1K'),
          dropped: { growth: { ram: '512' }, fragments: ['dropped.config'] },
        }),
        'dropped.config': 'CONFIG_NET=y\n',
      },
      change: {
        ...budgetFile({ ...toyLimit('8K'), fresh: {} }),
        'dropped.config': null,
        ...variable('added', 2048),
      },
    });
    result = await pull.run();
  });

  const targetOf = (name: string) => result.report().targets.find(({ target }) => target === name);

  test("is judged by base's limits, not by those that it sets itself", () => {
    expect(result.exitCode).toBe(1);
    expect(targetOf('toy')?.verdict.findings).toEqual([
      expect.objectContaining({ kind: 'over-growth', metric: 'ram', limit: 1024 }),
    ]);
  });

  test('is told so in the comment', () => {
    expect(pull.github.state.comments[0]?.body).toContain(
      "Note: `this change edits the budget file; base's limits were applied`",
    );
  });

  test('has its new target measured, with nothing to compare it with', () => {
    expect(targetOf('fresh')).toMatchObject({ status: 'new', verdict: { kind: 'pass' } });
    expect(changeOf(result.report(), 'ram', 'fresh')).toBeUndefined();
    expect(pull.github.state.comments[0]?.body).toMatch(/^\| fresh +\| ✅ pass \(new\) /m);
  });

  test('has a target that it removes, with its fragment, judged a last time', () => {
    expect(targetOf('dropped')).toMatchObject({ status: 'removed', verdict: { kind: 'over-growth' } });
    expect(pull.github.state.comments[0]?.body).toMatch(/^\| dropped +\| ❌ over growth \(removed\) /m);
  });
});
