import { readdir, rm } from 'node:fs/promises';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type FakeActionsCache, startFakeActionsCache } from '../support/actions-cache/fake-actions-cache.ts';
import { variable } from '../support/kernel/toy-kernel.ts';
import { type ToyPull, useToyAction } from '../support/runner/toy-action.ts';
import { type ToyResult, type ToyRun, changeOf } from '../support/runner/toy-run.ts';

const toy = useToyAction();
let pull: ToyPull;

beforeAll(async () => {
  pull = await toy.pullRequest({ change: variable('added', 1024) });
});

/** A cache as runs see it: what makes the action use it, and how many entries it has. */
interface Kept {
  readonly run: Pick<ToyRun, 'inputs' | 'env'>;
  readonly count: () => Promise<number>;
  readonly actions?: FakeActionsCache;
}

async function folderCache(): Promise<Kept> {
  const folder = pull.kernel.beside('kept');
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return {
    run: { inputs: { cache: folder } },
    count: async () => (await readdir(folder).catch(() => [])).length,
  };
}

async function actionsCache(): Promise<Kept> {
  const actions = await startFakeActionsCache();
  onTestFinished(() => actions[Symbol.asyncDispose]());
  return { run: { env: actions.env }, count: async () => actions.entries.length, actions };
}

/** A run on a machine that has nothing of earlier ones but the cache. */
async function runAnew(kept: Pick<Kept, 'run'>, more: ToyRun = {}): Promise<ToyResult> {
  await rm(pull.kernel.beside('runner/temp'), { recursive: true, force: true });
  const inputs = { ...kept.run.inputs, ...more.inputs };
  return pull.run({ github: {}, ...kept.run, ...more, inputs });
}

/** GitHub starts a run for the tip of main. */
function ofMain(name: string, payload: unknown = {}) {
  return { name, payload, sha: pull.base, ref: 'refs/heads/main' };
}

/** A run for what main is since it moved. */
function runOnMain(kept: Kept): Promise<ToyResult> {
  return runAnew(kept, { event: ofMain('workflow_dispatch'), inputs: { base: pull.fork, head: pull.base } });
}

function builds({ commands }: ToyResult): string[] {
  const groups = commands.filter(({ name }) => name === 'group').map(({ data }) => data);
  return groups.filter((title) => title.includes('building'));
}

function compiled({ stdout }: ToyResult): number {
  return stdout.match(/^ {2}CC {6}\S+\.o$/gm)?.length ?? 0;
}

describe.each([
  ['a folder', folderCache],
  ["GitHub's cache", actionsCache],
])('%s', (_name, open) => {
  test('is filled by a run of a branch, and a pull request builds head on it, and adds nothing', async () => {
    const kept = await open();
    const main = await runOnMain(kept);
    expect([main.exitCode, builds(main)]).toEqual([0, ['toy: building base', 'toy: building head']]);
    expect(await kept.count()).toBe(2);

    const result = await runAnew(kept);
    expect([result.exitCode, builds(result)]).toEqual([0, ['toy: building head']]);
    expect(compiled(result)).toBe(1);
    const report = result.report();
    expect([report.base?.hash, report.head?.hash]).toEqual([pull.base, pull.merge]);
    expect(changeOf(report, 'ram')).toBe(1024);
    expect(await kept.count()).toBe(2);
    expect(kept.actions?.problems ?? []).toEqual([]);
  });

  test('that is empty says nothing, and stays empty in a pull request', async () => {
    const kept = await open();
    const result = await runAnew(kept);
    expect([result.exitCode, builds(result)]).toEqual([0, ['toy: building base', 'toy: building head']]);
    expect(result.stdout).not.toMatch(/cache/i);
    expect(await kept.count()).toBe(0);
  });
});

describe('a run of main keeps nothing for others', () => {
  test.each(['head', 'base'] as const)('of another %s that whoever started it has named', async (side) => {
    const kept = await folderCache();
    // A pull request's own commit, which the server has as it has a fork's.
    const named = { base: pull.fork, head: pull.base, [side]: pull.head };
    const result = await runAnew(kept, { event: ofMain('workflow_dispatch'), inputs: named });
    expect(builds(result)).toEqual(['toy: building base', 'toy: building head']);
    expect(result.stdout).toContain(
      `nothing of this run is kept for others: ${pull.head} is not on refs/heads/main`,
    );
    expect(await kept.count()).toBe(0);
  });

  test.each(['repository_dispatch', 'schedule', 'push'])(
    'of a pull request that a workflow has checked out, at %s',
    async (name) => {
      const kept = await folderCache();
      const result = await runAnew(kept, {
        event: ofMain(name, { before: pull.fork, ref: 'refs/heads/main' }),
      });
      expect([result.exitCode, builds(result).length, await kept.count()]).toEqual([0, 2, 0]);
    },
  );

  test('that was begun by an earlier step of the job, which built another commit', async () => {
    const kept = await folderCache();
    await runAnew(kept, { event: ofMain('workflow_dispatch'), inputs: { base: pull.fork, head: pull.head } });
    const inputs = { ...kept.run.inputs, base: pull.fork, head: pull.base };
    const result = await pull.run({ github: {}, event: ofMain('workflow_dispatch'), inputs });
    // Base has two objects, and head one more.
    expect([builds(result).length, compiled(result), await kept.count()]).toEqual([2, 3, 2]);
  });
});

test('what is kept gives the sizes that a run without it gives', async () => {
  const kept = await folderCache();
  await runOnMain(kept);
  const [warm, cold] = [await runAnew(kept), await runAnew({ run: { inputs: { cache: 'none' } } })].map(
    (result) => result.report().targets.map(({ delta, verdict }) => ({ delta, verdict })),
  );
  expect(warm).toEqual(cold);
});

test('with none each side is built from nothing', async () => {
  const result = await runAnew({ run: { inputs: { cache: 'none' } } });
  expect(builds(result)).toEqual(['toy: building base', 'toy: building head']);
  // Three objects of base, then these and drivers/added.o.
  expect(compiled(result)).toBe(7);
});
