import { join } from 'node:path';
import type { Target } from '../../src/budget/target.ts';
import { buildEnvironment } from '../../src/kernel/build-environment.ts';
import type { KernelBuild } from '../../src/kernel/kernel-build.ts';
import { noSandbox } from '../../src/kernel/sandbox.ts';
import type { Repository } from './repository.ts';

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
  jitter: 64,
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
    fragmentFallback: undefined,
    output: kernel.beside('build'),
    logs: kernel.beside('logs'),
    side: 'base',
    env: buildEnvironment(process.env, kernel.beside('home')),
    jobs: 2,
    missingTools: 'report',
    sandbox: noSandbox,
    signal: new AbortController().signal,
    progress: { begin: () => ({ line: () => undefined, end: () => undefined }) },
    ...overrides,
  };
}

/** The fragment of a target, for all versions. */
export function fragment(path: string): Target['fragments'][number] {
  return { path, since: undefined, before: undefined };
}

/** A fragment's path in toy-kernel's repository, beside the budget file. */
export const FRAGMENT = join('.github', 'toy.config');
