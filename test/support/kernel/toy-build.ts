import { join } from 'node:path';
import type { Target } from '../../../src/budget/target.ts';
import { createGit } from '../../../src/git/git.ts';
import { listSources } from '../../../src/git/sources/source-listing.ts';
import { type BuildStart, type BuiltKernel, buildKernel } from '../../../src/kernel/build/build-kernel.ts';
import type { Checkout, KernelBuild } from '../../../src/kernel/make/build-context.ts';
import { buildEnvironment } from '../../../src/kernel/make/build-environment.ts';
import { oneMakeAtATime } from '../../../src/kernel/make/make-queue.ts';
import { EMPTY_OBJTREE, readObjtree } from '../../../src/kernel/objtree/open-objtree.ts';
import { noSandbox } from '../../../src/kernel/sandbox/sandbox.ts';
import { openPrograms } from '../../../src/kernel/tools/programs.ts';
import { NO_SUBSYSTEMS } from '../../../src/kernel/tree/subsystems.ts';
import type { Repository } from '../git/repository.ts';

const TARGET: Target = {
  name: 'toy',
  arch: 'x86',
  crossCompile: '',
  llvm: undefined,
  base: { kind: 'allnoconfig' },
  fragments: [],
  make: {},
  image: 'bzImage',
  dtb: undefined,
  memory: {},
  budgets: {},
  growth: {},
  nearLimit: 0.95,
};

/** A build of the toy as it is in the repository's work tree. */
export function toyBuild(
  kernel: Repository,
  { target, ...overrides }: Partial<Omit<KernelBuild, 'target'>> & { readonly target?: Partial<Target> } = {},
): KernelBuild {
  return {
    target: { ...TARGET, ...target },
    source: kernel.folder,
    programs: openPrograms(process.env['PATH'] ?? ''),
    tools: { compiler: 'gcc', linker: 'ld', hostCompiler: 'gcc', programs: '' },
    place: 'toy',
    subsystems: NO_SUBSYSTEMS,
    fragmentFallback: undefined,
    output: kernel.beside('build'),
    logs: kernel.beside('logs'),
    side: 'base',
    env: buildEnvironment(process.env, kernel.beside('home')),
    ccache: undefined,
    slots: oneMakeAtATime(2),
    missingTools: 'report',
    sandbox: noSandbox,
    signal: new AbortController().signal,
    progress: { begin: () => ({ line: () => undefined, end: () => undefined }) },
    ...overrides,
  };
}

/** Builds on what is in the build folder, or in an empty one. */
export async function buildToy(
  kernel: Repository,
  build: KernelBuild,
  start: 'kept' | 'empty' = 'kept',
): Promise<BuiltKernel> {
  return buildKernel(build, await toyStart(kernel, build, start));
}

/** The sources, and what is in the build folder. */
export async function toyStart(
  kernel: Repository,
  build: KernelBuild,
  start: 'kept' | 'empty' = 'kept',
): Promise<BuildStart> {
  const checkout = await checkoutOf(kernel);
  const kept = start === 'empty' ? EMPTY_OBJTREE : await readObjtree(build, Promise.resolve(checkout));
  return { checkout, objtree: kept };
}

/** The work tree as it is, committed or not. */
async function checkoutOf(kernel: Repository): Promise<Checkout> {
  const git = createGit(kernel.folder, process.env).with({ GIT_INDEX_FILE: kernel.beside('index') });
  await git.run('add', '--all', '--force');
  return {
    root: kernel.folder,
    prefix: '',
    commit: await git.run('rev-parse', 'HEAD'),
    listing: await listSources(git, []),
  };
}

/** The fragment of a target, for all versions. */
export function fragment(path: string): Target['fragments'][number] {
  return { path, since: undefined, before: undefined };
}

/** A fragment's path in toy-kernel's repository, beside the budget file. */
export const FRAGMENT = join('.github', 'toy.config');
