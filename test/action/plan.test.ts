import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { git } from '../../demo/kernel-repository.ts';
import { BUDGET_FILE } from '../../src/budget/file/budget-file.ts';
import { inertLog } from '../../src/report/inert/inert-log.ts';
import type { Report } from '../../src/report/report.ts';
import { storedReport, grownReport, WORKFLOW } from '../support/bot/bot.ts';
import { refusal } from '../support/github/fake-github-faults.ts';
import { commit, pull as pullOf, run } from '../support/github/resources/fake-github-builders.ts';
import { budgetFile, variable } from '../support/kernel/toy-kernel.ts';
import { type ToyPull, useToyAction } from '../support/runner/toy-action.ts';
import { type ToyResult, type ToyRun, changeOf } from '../support/runner/toy-run.ts';

const toy = useToyAction();
let pull: ToyPull;

beforeAll(async () => {
  const arm = { arch: 'arm', crossCompile: 'arm-linux-gnueabi-', image: 'zImage' };
  const budget = budgetFile({ toy: { growth: { ram: 1 } }, board: arm });
  pull = await toy.pullRequest({ budget, change: variable('added', 1024) });
});

function plan(more: ToyRun = {}): Promise<ToyResult> {
  return pull.run({ github: {}, ...more, inputs: { mode: 'plan', ...more.inputs } });
}

describe('the plan', () => {
  test('is a matrix of the targets with the Debian packages that each needs', async () => {
    const { exitCode, outputs } = await plan();
    expect(exitCode).toBe(0);
    const { include } = JSON.parse(outputs['matrix']!) as { include: { target: string; packages: string }[] };
    expect(include.map(({ target }) => target)).toEqual(['toy', 'board']);
    const packages = include.map((row) => row.packages.split(' '));
    expect(packages[0]).toEqual(expect.arrayContaining(['gcc', 'make', 'flex', 'bison', 'bc']));
    expect(packages[0]).not.toContain('gcc-arm-linux-gnueabi');
    expect(packages[1]).toContain('gcc-arm-linux-gnueabi');
    expect(outputs['targets']).toBe('toy board');
  });

  test('names the two commits that all jobs compare, and says why these', async () => {
    const { outputs, stdout } = await plan();
    expect([outputs['base'], outputs['head']]).toEqual([pull.base, pull.merge]);
    expect(stdout).toContain(`base: ${pull.base} (parent of the merge)`);
    expect(stdout).toContain(`head: ${pull.merge} (merge of ${pull.head})`);
  });

  test('is of the targets that are chosen', async () => {
    expect((await plan({ inputs: { targets: 'board' } })).outputs['targets']).toBe('board');
  });

  test('builds nothing and publishes nothing', async () => {
    const { commands, github, summary, outputs } = await plan();
    expect(commands.filter(({ name }) => name === 'group')).toEqual([]);
    expect([github.requests, summary, outputs['verdict']]).toEqual([[], '', undefined]);
  });

  test('reads trees alone in a clone without blobs, and base’s budget file when it needs it', async () => {
    await pull.kernel.git('checkout', '-q', pull.merge);
    const strict = budgetFile({ toy: {} })[BUDGET_FILE]!;
    const head = await pull.kernel.commit({ [BUDGET_FILE]: strict });
    const merge = await pull.kernel.git(
      'commit-tree',
      `${head}^{tree}`,
      '-p',
      pull.base,
      '-p',
      head,
      '-m',
      'Merge',
    );
    const server = pull.kernel.beside('server.git');
    await git(server, ['config', 'uploadpack.allowFilter', 'true']);
    await git(server, ['fetch', '-q', pull.kernel.folder, `+${merge}:refs/pull/8/merge`]);
    const sparse = pull.kernel.beside('sparse');
    const lazily = ['--depth=1', '--filter=blob:none'];
    await git(pull.kernel.folder, ['clone', '-q', '--no-checkout', ...lazily, `file://${server}`, sparse]);
    await git(sparse, ['fetch', '-q', '--no-tags', ...lazily, 'origin', merge]);
    await git(sparse, ['sparse-checkout', 'set', '.github']);
    await git(sparse, ['checkout', '-q', '--detach', merge]);
    const { exitCode, outputs } = await plan({
      workspace: sparse,
      pull: { head: { sha: head, ref: 'topic', repo: { id: 1 } } },
    });
    // What head removes from the budget file is judged once more, so base's file was read.
    expect([exitCode, outputs['targets']]).toEqual([0, 'toy board']);
  });

  test('of no budget file is an error', async () => {
    const { exitCode, errors, outputs } = await plan({ inputs: { config: '.github/other.yml' } });
    expect([exitCode, outputs['matrix'], outputs['verdict']]).toEqual([2, undefined, 'no-comparison']);
    expect(errors).toEqual([expect.stringContaining('there is no budget file .github/other.yml')]);
  });
});

const FAILURE = { reason: 'no base', details: [] };

describe('where only another verdict is asked for', () => {
  const labelled = { action: 'labeled', label: { name: 'size-growth-accepted' } };

  function planAgain(state: Record<string, unknown>, faults: ToyRun['github'] = {}): Promise<ToyResult> {
    const payload = {
      ...labelled,
      number: 7,
      repository: { id: 1, name: 'linux', owner: { login: 'octo' } },
      pull_request: {
        number: 7,
        head: { sha: pull.head, ref: 'topic', repo: { id: 1 } },
        base: { sha: pull.fork, ref: 'main' },
      },
    };
    const runs = [run({ path: WORKFLOW, headSha: pull.head })];
    const commits = [commit({ sha: pull.merge, parents: [pull.base, pull.head] })];
    const pulls = [pullOf({ headSha: pull.head, baseSha: pull.base })];
    return plan({
      event: { name: 'pull_request', payload },
      github: { ...faults, state: { runs, commits, pulls, ...state } },
      env: { GITHUB_WORKFLOW_REF: `octo/linux/${WORKFLOW}@refs/pull/7/merge` },
    });
  }

  const stored = () =>
    storedReport(
      grownReport({
        base: { hash: pull.base, origin: 'parent of the merge' },
        head: { hash: pull.merge, origin: 'what is checked out' },
      }),
    );

  test('the plan is the run whose report is stored, and no target', async () => {
    const { exitCode, outputs } = await planAgain({ artifacts: [stored()] });
    expect(exitCode).toBe(0);
    const commits = { base: pull.base, head: pull.merge };
    expect(outputs).toEqual({ 'stored-run': '500', matrix: '{"include":[]}', ...commits });
  });

  test.each([
    ['there is none', () => ({ artifacts: [] }), {}],
    ['it has expired', () => ({ artifacts: [{ ...stored(), expired: true }] }), {}],
    [
      'it is of another base',
      () => {
        const head = { hash: pull.head, origin: 'what was checked out' };
        return { artifacts: [storedReport(grownReport({ base: { hash: pull.fork, origin: '' }, head }))] };
      },
      {},
    ],
    [
      'it failed before it had a base',
      () => ({
        artifacts: [storedReport(grownReport({ base: undefined, head: undefined, failure: FAILURE }))],
      }),
      {},
    ],
    [
      'it is of another branch at the same commit',
      () => ({
        artifacts: [stored()],
        runs: [run({ path: WORKFLOW, headSha: pull.head, headBranch: 'other' })],
      }),
      {},
    ],
    [
      'the fork is deleted, as another one is whose run has a report',
      () => ({
        artifacts: [stored()],
        runs: [run({ path: WORKFLOW, headSha: pull.head, headRepo: null })],
        pulls: [pullOf({ headSha: pull.head, baseSha: pull.base, headRepo: null })],
      }),
      {},
    ],
    [
      'it is of another pull request',
      () => ({ artifacts: [storedReport(grownReport({ pullRequest: 8 }))] }),
      {},
    ],
    [
      'the token may not read it',
      () => ({ artifacts: [stored()] }),
      {
        faults: [
          {
            on: 'actions/list-workflow-runs',
            effect: refusal(403, 'Resource not accessible by integration'),
          },
        ],
      },
    ],
  ] as const)('all targets are measured where %s', async (_, state, faults) => {
    const { exitCode, outputs } = await planAgain(state(), faults);
    expect([exitCode, outputs['targets'], outputs['stored-run']]).toEqual([0, 'toy board', undefined]);
  });

  test('what is stored in place of a report cannot speak to the runner', async () => {
    const { commands, stdout } = await planAgain({ artifacts: [storedReport('##[error]spoken')] });
    expect(stdout).toContain(inertLog('##[error]spoken'));
    expect(commands.filter(({ name }) => name === 'error')).toEqual([]);
  });
});

describe('a measurement of one target', () => {
  function measure(inputs: Readonly<Record<string, string>>): Promise<ToyResult> {
    const commits = { base: pull.base, head: pull.merge };
    return pull.run({ github: {}, inputs: { mode: 'measure', targets: 'toy', ...commits, ...inputs } });
  }

  const partOf = ({ outputs }: ToyResult): Report =>
    JSON.parse(readFileSync(outputs['part']!, 'utf8')) as Report;

  test('is a part of the report; that it breaks a limit is not for its job to say', async () => {
    const result = await measure({});
    expect([result.exitCode, result.outputs['verdict']]).toEqual([0, 'over-growth']);
    const part = partOf(result);
    expect(part).toMatchObject({ pullRequest: 7, folder: '' });
    expect([part.base?.hash, part.head?.hash]).toEqual([pull.base, pull.merge]);
    expect(part.targets.map(({ target }) => target)).toEqual(['toy']);
    expect(changeOf(part, 'ram')).toBe(1024);
    expect([result.summary, result.github.requests, result.errors]).toEqual(['', [], []]);
  });

  test('that fails leaves a part with the reason, and fails its job', async () => {
    const result = await measure({ targets: 'board', base: '9'.repeat(40) });
    expect([result.exitCode, result.outputs['verdict']]).toEqual([2, 'no-comparison']);
    expect(partOf(result).targets).toMatchObject([
      {
        target: 'board',
        verdict: { kind: 'no-comparison', reason: expect.stringContaining('could not be fetched') },
      },
    ]);
    expect(result.errors).toEqual([expect.stringContaining('no comparison for board')]);
  });

  test.each(['', 'toy board'])('is of one target: %j is refused', async (targets) => {
    const result = await measure({ targets });
    expect(result.exitCode).toBe(2);
    expect(result.errors).toEqual([expect.stringContaining('expected one target in the mode "measure"')]);
  });
});
