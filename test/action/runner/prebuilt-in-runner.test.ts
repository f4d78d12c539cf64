import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type RunnerPrebuiltJob,
  checkPrebuiltInRunner,
} from '../../../src/action/runner/prebuilt-in-runner.ts';
import type { PrebuiltKernels } from '../../../src/check/prebuilt/files.ts';
import type { CommitPair } from '../../../src/git/commits/commits.ts';
import type { Report } from '../../../src/report/report.ts';
import { buildFolder } from '../../support/elf/compile.ts';
import { linkKernel } from '../../support/elf/linked-kernel.ts';
import { type Repository, createRepository } from '../../support/git/repository.ts';
import { budgetFile } from '../../support/kernel/toy-kernel.ts';
import { useCli } from '../../support/runner/run-cli.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

/** Kernels that differ by 1 KiB of bss, relative to the workspace. */
const GIVEN: PrebuiltKernels = { base: { elf: 'out/old' }, head: { elf: 'out/new' } };
const SHA = 'a'.repeat(40);

beforeAll(async () => {
  for (const [name, more] of [
    ['old', ''],
    ['new', 'char more[1024];'],
  ] as const) {
    const path = join(folder.path, name);
    await mkdir(path);
    await cp(linkKernel({ ...folder, path }, 'arm64', { more }).path, join(folder.path, `${name}.vmlinux`));
  }
});

/** A workspace with both kernels; its repository lies in it unless it is taken away. */
async function createWorkspace(): Promise<Repository> {
  const repository = await createRepository();
  await mkdir(join(repository.folder, 'out'));
  for (const name of ['old', 'new']) {
    await cp(join(folder.path, `${name}.vmlinux`), join(repository.folder, 'out', name));
  }
  return repository;
}

interface Run {
  readonly inputs?: Partial<RunnerPrebuiltJob['inputs']>;
  readonly folder?: string;
  readonly given?: PrebuiltKernels;
}

async function run(workspace: Repository, options: Run = {}): Promise<[Report, CommitPair[]]> {
  const asked: CommitPair[] = [];
  const report = await checkPrebuiltInRunner(
    {
      inputs: {
        kernel: '.',
        config: 'budget.yml',
        targets: [],
        base: undefined,
        head: undefined,
        token: '',
        ...options.inputs,
      },
      trigger: { kind: 'other', eventName: 'workflow_dispatch' },
      env: {
        PATH: process.env['PATH'],
        GITHUB_WORKSPACE: options.folder ?? workspace.folder,
        GITHUB_SHA: SHA,
      },
      mergeBase: async () => undefined,
      readAcceptances: async (commits) => {
        asked.push(commits);
        return { acceptances: [], notes: ['acceptances were read'] };
      },
    },
    options.given ?? GIVEN,
  );
  return [report, asked];
}

const limited = (growth: object): Record<string, string> => ({
  'budget.yml': Object.values(budgetFile({ toy: { growth } }))[0] as string,
});

describe('with a checkout', () => {
  test("the limits are those of base's budget file, which head cannot raise", async () => {
    await using workspace = await createWorkspace();
    const base = await workspace.commit(limited({ bss: 16 }));
    const head = await workspace.commit(limited({ bss: 4096 }));
    const [report, asked] = await run(workspace);
    expect([report.verdict, report.targets[0]!.growth]).toEqual(['over-growth', { bss: 16 }]);
    expect([report.base?.hash, report.head?.hash]).toEqual([base, head]);
    expect(asked.map((commits) => [commits.base.hash, commits.head.hash])).toEqual([[base, head]]);
    expect(report.notes).toEqual(
      expect.arrayContaining([
        "this change edits the budget file; base's limits were applied",
        'acceptances were read',
      ]),
    );
  });

  test('the commits may be named, and are what the measurement says', async () => {
    await using workspace = await createWorkspace();
    const first = await workspace.commit(limited({ bss: 4096 }));
    await workspace.commit(limited({ bss: 16 }));
    const head = await workspace.commit({ other: 'x' });
    const [report] = await run(workspace, { inputs: { base: first, head } });
    expect([report.verdict, report.base?.hash]).toEqual(['pass', first]);
    expect(report.targets[0]!.provenance?.commit).toBe(head);
  });

  test('that git cannot use is an error, since limits of base would not hold', async () => {
    await using workspace = await createWorkspace();
    const [report] = await run(workspace);
    expect([report.verdict, report.targets]).toEqual(['no-comparison', []]);
    expect(report.files).toEqual({ base: 'out/old', head: 'out/new' });
  });
});

describe('without a checkout', () => {
  test('the budget file of the workspace holds, and the run names head', async () => {
    await using workspace = await createWorkspace();
    await workspace.write(limited({ bss: 16 }));
    await workspace.write({ '.git': null });
    const [report, asked] = await run(workspace);
    expect([report.verdict, report.base, report.head]).toEqual([
      'over-growth',
      undefined,
      { hash: SHA, origin: 'the commit of the run' },
    ]);
    expect(asked).toEqual([]);
  });

  test('commits are named by their whole hashes alone', async () => {
    await using workspace = await createWorkspace();
    await workspace.write({ '.git': null });
    const [named] = await run(workspace, { inputs: { base: 'b'.repeat(40), head: 'c'.repeat(40) } });
    expect([named.base?.hash, named.head?.hash]).toEqual(['b'.repeat(40), 'c'.repeat(40)]);
    const [report] = await run(workspace, { inputs: { base: 'main' } });
    expect(report.failure?.reason).toBe(
      'input base is "main"; expected a full hash, since there is no checkout to look it up in',
    );
  });

  test('nor a budget file, nothing is judged, and that is said', async () => {
    await using workspace = await createWorkspace();
    await workspace.write({ '.git': null });
    const [report] = await run(workspace);
    expect([report.verdict, report.targets[0]!.target]).toEqual(['pass', 'kernel']);
    expect(report.notes[0]).toMatch(/^there is no budget file budget\.yml: nothing limits these kernels/);
  });
});

describe('on the command line', () => {
  const cli = useCli();
  const args = ['check', '--base-elf', 'out/old', '--head-elf', 'out/new'];

  test('needs no repository: the report names the files, and a broken limit is 1', async () => {
    await using workspace = await createWorkspace();
    await workspace.write({ '.git': null, ...limited({ bss: 16 }) });
    const { exitCode, stdout, stderr } = await cli.run(workspace, [...args, '--config', 'budget.yml']);
    expect([exitCode, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^Kernel size: toy is over its growth limit: bss \+/);
    expect(stdout).toMatch(/^base is out\/old\nhead is out\/new$/m);
    expect(await cli.run(workspace, args)).toMatchObject({ exitCode: 0 });
  });

  test.each([
    [['--base-elf', 'out/old'], '--base-elf is given and --head-elf is not; expected both or none'],
    [
      [...args.slice(1), '--base', 'HEAD'],
      "option '--base-elf <file>' cannot be used with option '--base <rev>'",
    ],
    [[...args.slice(1), '--target', 'gone'], 'there is no preset "gone"'],
  ])('%j is a mistake', async (options, message) => {
    await using workspace = await createWorkspace();
    const { exitCode, stdout, stderr } = await cli.run(workspace, ['check', ...options]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
