import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUDGET_FILE } from '../../src/budget/file/budget-file.ts';
import type { Report } from '../../src/report/report.ts';
import type { Files } from '../support/git/repository.ts';
import type { ToyCheck } from '../support/kernel/toy-check.ts';
import { checkToy } from '../support/kernel/toy-check.ts';
import { type ToyKernel, budgetFile, createToyKernel, variable } from '../support/kernel/toy-kernel.ts';
import { changeOf } from '../support/runner/toy-run.ts';

/** What was built, in the order in which builds ended: `toy: building base`. */
async function buildsOf(kernel: ToyKernel, options?: ToyCheck): Promise<string[]> {
  const { stderr } = await checkToy(kernel, options);
  return stderr.match(/^\S+: building (base|head)/gm)?.map(String) ?? [];
}

/** The toy with a commit that adds a variable of 16 bytes. */
async function createChange(targets: Parameters<typeof budgetFile>[0] = { toy: {} }): Promise<ToyKernel> {
  const kernel = await createToyKernel(budgetFile(targets));
  await kernel.commit(variable('added', 16));
  return kernel;
}

/** vmlinux of a commit, built by make alone in a folder of its own. */
async function cleanBuild(source: string): Promise<Buffer> {
  const output = await mkdtemp(join(tmpdir(), 'ksb-clean-'));
  try {
    const args = ['-C', source, `O=${output}`, 'ARCH=x86', 'LOCALVERSION='];
    execFileSync('make', [...args, 'allnoconfig'], { stdio: 'pipe' });
    execFileSync('make', [...args, 'vmlinux'], { stdio: 'pipe' });
    return execFileSync('cat', [join(output, 'vmlinux')]);
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}

async function workspaceOf(kernel: ToyKernel): Promise<string> {
  const root = join(kernel.beside('cache'), 'kernel-size-budget');
  const name = (await readdir(root)).find((entry) => entry !== 'store');
  return join(root, name!);
}

/** Takes the `.config` out of all kernels in the cache. */
async function loseConfigs(kernel: ToyKernel): Promise<void> {
  const store = join(kernel.beside('cache'), 'kernel-size-budget/store');
  for (const name of await readdir(store)) {
    if (!name.includes('-kernel-toy-')) continue;
    const folder = await mkdtemp(join(tmpdir(), 'ksb-entry-'));
    execFileSync('tar', ['-xf', join(store, name), '-C', folder]);
    await rm(join(folder, 'files/config'));
    execFileSync('tar', ['-czf', join(store, name), '--format=posix', '-C', folder, 'key.json', 'files']);
    await rm(folder, { recursive: true, force: true });
  }
}

describe('a check that was made before', () => {
  test('builds nothing and says the same', async () => {
    await using kernel = await createChange();
    const first = await checkToy(kernel);
    const second = await checkToy(kernel);
    expect(second.stderr).not.toContain('building');
    expect(second.report).toEqual(first.report);
    expect(second.stdout).toBe(first.stdout);
  });

  test('builds head again where the commit is another one', async () => {
    await using kernel = await createChange();
    await checkToy(kernel);
    await kernel.commit({ 'init/main.c': 'int main_again = 1;\nint start(void) { return main_again; }\n' });
    expect(await buildsOf(kernel, { base: 'HEAD~2' })).toEqual(['toy: building head']);
  });

  test('builds each side from nothing with --no-cache, and keeps nothing', async () => {
    await using kernel = await createChange();
    for (let i = 0; i < 2; i++) {
      const { stderr } = await checkToy(kernel, { cache: false });
      expect(stderr.match(/building (base|head): \d+/g)).toEqual(['building base: 2', 'building head: 3']);
    }
    expect(await readdir(join(kernel.beside('cache'), 'kernel-size-budget'))).not.toContain('store');
  });

  test('is built anew by another definition of the target', async () => {
    await using kernel = await createChange();
    await checkToy(kernel);
    const config = kernel.beside('other.yml');
    await writeFile(config, budgetFile({ toy: { make: { KCFLAGS: '-DOTHER' } } })[BUDGET_FILE]!);
    expect(await buildsOf(kernel, { config })).toEqual(['toy: building base', 'toy: building head']);
  });
});

describe('a kernel that was made with another program', () => {
  /** The toy with a variable as large as a program says, and a commit that adds 16 bytes. */
  async function createSized(program: string, files: Files = {}): Promise<ToyKernel> {
    const kernel = await createToyKernel({
      ...budgetFile({ toy: {} }),
      'local.mk': `CFLAGS += -DSIZE=$(shell echo | ${program} -9)\n`,
      'drivers/sized.c': 'char sized[SIZE] __attribute__((aligned(16)));\n',
      ...files,
    });
    await kernel.commit(variable('added', 16));
    return kernel;
  }

  /** Checks with a program of that name first on PATH, whose version is the same whatever it does. */
  async function checkWith(kernel: ToyKernel, program: string, bytes: number) {
    const bin = kernel.beside(`bin-${bytes}`);
    await mkdir(bin);
    const script = `#!/bin/sh\ncase "$1" in --version) echo "${program} 5.4.1" ;; *) echo ${bytes} ;; esac\n`;
    await writeFile(join(bin, program), script, { mode: 0o755 });
    return checkToy(kernel, { env: { PATH: `${bin}:${process.env['PATH']}` } });
  }

  /** Of both sides, once with a program that says 64 and once with one that says 1,024. */
  async function checkTwice(kernel: ToyKernel, program: string) {
    const first = await checkWith(kernel, program, 64);
    const second = await checkWith(kernel, program, 1024);
    expect(second.stderr.match(/building (base|head)/g)).toEqual(['building base', 'building head']);
    const [before, after] = [first, second].map(({ report }) => ramOf(report));
    return { base: after!.base! - before!.base!, head: after!.head - before!.head };
  }

  const ramOf = ({ targets }: Report) => targets[0]!.delta!.metrics.find(({ metric }) => metric === 'ram')!;

  test('such as xz is none of one that is made now', async () => {
    await using kernel = await createSized('xz');
    expect(await checkTwice(kernel, 'xz')).toEqual({ base: 960, head: 960 });
  });

  test('that only the notes of its build name is none either', async () => {
    const note =
      "echo 'savedcmd_$(1) := cat $(2) | pack-toy > $(1)'; echo 'source_$(1) := $(CURDIR)/$(2)'; echo";
    await using kernel = await createSized('pack-toy', {
      'local.mk':
        `note = { ${note}; } > $(dir $(1)).$(notdir $(1)).cmd\n` +
        'CFLAGS += -DSIZE=$(shell echo | pack-toy -9)\n',
    });
    expect(await checkTwice(kernel, 'pack-toy')).toEqual({ base: 960, head: 960 });
  });
});

describe('a kernel that was kept', () => {
  test('serves another commit with the same files', async () => {
    await using kernel = await createChange();
    const first = await checkToy(kernel);
    await kernel.git('commit', '-q', '--amend', '-m', 'Another message');
    const head = await kernel.git('rev-parse', 'HEAD');
    const { report, stderr } = await checkToy(kernel);
    expect(stderr).not.toContain('building');
    expect(report.head?.hash).toBe(head);
    expect(report.targets[0]!.provenance!.commit).toBe(head);
    expect(report.targets[0]!.delta).toEqual(first.report.targets[0]!.delta);
  });

  test.each([
    ['has the hash of its commit', { 'drivers/Kconfig': 'config LOCALVERSION_AUTO\n\tdef_bool y\n' }],
    ['asks git for it', { 'local.mk': 'CFLAGS += -DNAME=$(shell git rev-parse --short HEAD)\n' }],
  ])('serves its own commit alone where it %s', async (_, files) => {
    await using kernel = await createToyKernel({ ...budgetFile({ toy: {} }), ...files });
    await kernel.commit(variable('added', 16));
    await checkToy(kernel);
    expect(await buildsOf(kernel)).toEqual([]);
    await kernel.git('commit', '-q', '--amend', '-m', 'Another message');
    expect(await buildsOf(kernel)).toEqual(['toy: building head']);
    await kernel.commit({ 'Documentation/toy.rst': 'A toy\n' });
    expect(await buildsOf(kernel)).toEqual(['toy: building head']);
  });

  test('does not serve where the build has read what no commit has', async () => {
    await using kernel = await createToyKernel({
      ...budgetFile({ toy: { fragments: ['packed.config'] } }),
      'drivers/Kconfig': 'config TOY_SOURCE\n\tstring\n',
      'local.mk':
        '-include $(O)/.config\nCFLAGS += -DSIZE=$(shell cat $(CONFIG_TOY_SOURCE)/* | wc -c)\n$(objects): FORCE\n',
      'drivers/sized.c': 'char sized[SIZE] __attribute__((aligned(16)));\n',
    });
    const [outside] = [kernel.beside('outside')];
    await mkdir(outside);
    await writeFile(join(outside, 'a'), 'a'.repeat(64));
    await kernel.commit({ 'packed.config': `CONFIG_TOY_SOURCE="${outside}"\n` });
    await kernel.commit(variable('added', 16));
    await checkToy(kernel);
    await writeFile(join(outside, 'a'), 'a'.repeat(4096));
    const { report, stderr } = await checkToy(kernel);
    expect(stderr.match(/building (base|head)/g)).toEqual(['building base', 'building head']);
    expect(changeOf(report, 'ram')).toBe(16);
  });
});

describe('a build folder of the cache', () => {
  test('takes the place of one that is gone, and gives what a clean build gives', async () => {
    await using kernel = await createChange();
    await checkToy(kernel);
    const workspace = await workspaceOf(kernel);
    await rm(join(workspace, 'build'), { recursive: true });
    await kernel.commit(variable('more', 32));
    const { stderr } = await checkToy(kernel, { base: 'HEAD~2' });
    // The toy's two other objects come from the cache.
    expect(stderr).toMatch(/toy: building head: 2 objects/);
    const built = execFileSync('cat', [join(workspace, 'build/toy/vmlinux')]);
    expect(built.equals(await cleanBuild(join(workspace, 'source')))).toBe(true);
  });

  test('that is damaged is passed over with a notice, and all is built', async () => {
    await using kernel = await createChange();
    await checkToy(kernel);
    const store = join(kernel.beside('cache'), 'kernel-size-budget/store');
    for (const name of await readdir(store)) execFileSync('truncate', ['-s', '-100', join(store, name)]);
    const { stderr, exitCode } = await checkToy(kernel);
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/the entry \S+ was removed from the cache folder/);
    expect(stderr).toContain('toy: building base');
  });
});

describe('the kernel of base', () => {
  test.each([
    ['is changed', 'cp Makefile', 'no longer what it was'],
    ['is removed', 'rm', 'gone'],
  ])('that %s by what head builds is no comparison', async (_, command, found) => {
    await using kernel = await createToyKernel(budgetFile({ toy: {} }));
    const vmlinux = '$(O)/../../kernels/toy-base/vmlinux';
    await kernel.commit({
      ...variable('added', 16),
      'local.mk': `$(O)/init/main.o: harm\nharm:\n\t${command} ${vmlinux}\n`,
    });
    const { report, exitCode } = await checkToy(kernel, { cache: false });
    expect(exitCode).toBe(2);
    expect(report.targets[0]!.verdict.reason).toMatch(
      new RegExp(`/kernels/toy-base/vmlinux is ${found}; expected the file that was built: `),
    );
  });

  test('that the cache has lost a file of is built again', async () => {
    await using kernel = await createChange();
    const { stdout } = await checkToy(kernel);
    await loseConfigs(kernel);
    const again = await checkToy(kernel);
    expect(again.stderr).toContain('toy: building base');
    expect(again.stdout).toBe(stdout);
  });
});

describe('targets that are built alike', () => {
  test('are built once, and each judged by its own limits', async () => {
    await using kernel = await createChange({
      one: { budgets: { ram: '1G' } },
      two: { budgets: { ram: 1 } },
    });
    const { report, stderr } = await checkToy(kernel);
    expect(stderr.match(/building (base|head)/g)).toHaveLength(2);
    expect(report.targets.map(({ verdict }) => verdict.kind)).toEqual(['pass', 'over-budget']);
    const [one, two] = report.targets.map(({ delta }) => delta!.metrics);
    expect(one!.map(({ head }) => head)).toEqual(two!.map(({ head }) => head));
  });
});

describe('a broken limit', () => {
  const targets = { toy: { growth: { ram: 0 } } };

  test('that was found by building on base is said not to be confirmed, unless that is asked for', async () => {
    await using kernel = await createChange(targets);
    const { report, stderr, exitCode } = await checkToy(kernel);
    expect(exitCode).toBe(1);
    expect(stderr.match(/building head.*: \d+/g)).toEqual(['building head: 1']);
    expect(report.notes).toEqual([
      'toy: head breaks a limit as it was built on an earlier build; --confirm builds it once more from nothing',
    ]);
  });

  test('is confirmed by a build from nothing, of which progress says why', async () => {
    await using kernel = await createChange(targets);
    const { report, stderr, exitCode } = await checkToy(kernel, { confirm: true });
    expect(exitCode).toBe(1);
    expect(stderr.match(/building head.*: \d+/g)).toEqual([
      'building head: 1',
      'building head from nothing, to confirm the limit that it breaks: 3',
    ]);
    expect(report.notes).toEqual(['toy: head was built once more from nothing, with the same result']);
  });

  test('is confirmed once, also under another message', async () => {
    await using kernel = await createChange(targets);
    await checkToy(kernel, { confirm: true });
    await kernel.git('commit', '-q', '--amend', '-m', 'Another message');
    const { report, stderr } = await checkToy(kernel, { confirm: true });
    expect(stderr).not.toContain('building');
    expect(report.notes).toEqual([]);
  });

  test('that a build from nothing does not show is the tool’s own fault, with both sizes', async () => {
    // A file that is made once and never again, though its source has changed, which nothing names.
    const copy = 'perl -e \'exec "cp", "siz"."e.S", "$@"\'';
    const rule = `$(O)/size.h:\n\t@${copy}\n$(objects): $(O)/size.h\nCFLAGS += -include $(O)/size.h\n`;
    await using kernel = await createToyKernel({
      ...budgetFile(targets),
      'local.mk': rule,
      'size.S': '#define SIZE 16\n',
      'drivers/sized.c': 'char sized[SIZE] __attribute__((aligned(16)));\n',
    });
    await kernel.commit({ 'size.S': '#define SIZE 64\n', ...variable('added', 16) });
    const { report, exitCode } = await checkToy(kernel, { confirm: true });
    expect(exitCode).toBe(2);
    const [{ verdict, details } = {}] = report.targets;
    expect(verdict).toMatchObject({
      kind: 'no-comparison',
      reason: expect.stringMatching(/^a bug in kernel-size-budget: .*check again with --no-cache/),
    });
    const ram = details!.map((line) => Number(/ram (\d+) B/.exec(line)![1]));
    expect(ram[1]! - ram[0]!).toBe(48);
  });
});

describe('a target that the change cannot reach', () => {
  test('is not built again, which is said, and told by base’s sizes', async () => {
    await using kernel = await createToyKernel({
      ...budgetFile({ toy: {} }),
      'Documentation/toy.rst': 'A toy\n',
    });
    const head = await kernel.commit({ 'Documentation/toy.rst': 'A better toy\n' });
    const { report, stderr, exitCode } = await checkToy(kernel);
    expect(exitCode).toBe(0);
    expect(stderr).not.toContain('building head');
    expect(report.targets[0]).toMatchObject({ verdict: { kind: 'pass' }, provenance: { commit: head } });
    expect(report.notes).toEqual([
      expect.stringMatching(
        /^toy was not built again: none of the \d+ files that toy is made from is the one that changed$/,
      ),
    ]);
  });

  test('is not built commit after commit, whichever side of the last check is base of the next', async () => {
    await using kernel = await createChange();
    await checkToy(kernel);
    const commits = [];
    for (const text of ['A toy\n', 'A better toy\n']) {
      commits.push(await kernel.commit({ 'Documentation/toy.rst': text }));
      const { report, stderr } = await checkToy(kernel);
      expect(stderr).not.toContain('building');
      expect(report.notes).toEqual([expect.stringMatching(/^toy was not built again: /)]);
    }
    // As it says itself, base is no other commit than the one asked for.
    const { report } = await checkToy(kernel, { base: commits[0]! });
    expect([report.base?.hash, report.targets[0]!.provenance!.commit]).toEqual(commits);
  });

  test('is built where the build of base has noted nothing, which the report says', async () => {
    await using kernel = await createToyKernel({
      ...budgetFile({ toy: {} }),
      'local.mk': 'note = true\n',
    });
    await kernel.commit({ 'Documentation/toy.rst': 'A toy\n' });
    const { report, stderr } = await checkToy(kernel);
    expect(stderr).toContain('building head');
    expect(report.notes).toEqual([
      'toy was built at head, though no change is known to reach it: the build of base noted none of the files that ' +
        'it is made from',
    ]);
  });

  test('is built with tools that may be of the tree, which the report says', async () => {
    await using kernel = await createToyKernel({
      ...budgetFile({ toy: { make: { CC: 'scripts/gcc' } } }),
      'scripts/gcc': '#!/bin/sh\nexec gcc "$@"\n',
    });
    await chmod(join(kernel.folder, 'scripts/gcc'), 0o755);
    await kernel.commit({});
    await kernel.commit({ 'Documentation/toy.rst': 'A toy\n' });
    expect((await checkToy(kernel)).report.notes).toEqual([
      expect.stringMatching(/^toy was built at head, though .* its tools may be files of the tree, /),
    ]);
  });

  test('is built with --no-skip', async () => {
    await using kernel = await createToyKernel(budgetFile({ toy: {} }));
    await kernel.commit({ 'Documentation/toy.rst': 'A toy\n' });
    expect(await buildsOf(kernel, { skip: false })).toEqual(['toy: building base', 'toy: building head']);
  });

  test('is none with limits by subsystem, where MAINTAINERS changed', async () => {
    const limited = { toy: { growth: { 'subsystem:TOYS': '1K' } } };
    await using kernel = await createToyKernel({
      ...budgetFile(limited),
      MAINTAINERS: 'TOYS\nF:\tdrivers/\n',
    });
    await kernel.commit({ MAINTAINERS: 'TOYS\nF:\tinit/\n' });
    expect(await buildsOf(kernel)).toEqual(['toy: building base', 'toy: building head']);
  });

  test('is none whose definition, fragment or budget file changed', async () => {
    await using kernel = await createToyKernel(budgetFile({ toy: {} }));
    await kernel.commit(budgetFile({ toy: { budgets: { ram: '1G' } } }));
    expect(await buildsOf(kernel)).toEqual(['toy: building base', 'toy: building head']);
  });
});
