import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { git } from '../../../demo/kernel-repository.ts';
import { type Files, cloneShallow } from '../git/repository.ts';
import { type FakeGitHub, type FakeGitHubOptions, startFakeGitHub } from '../github/fake-github.ts';
import { createRequestCheck } from '../github/openapi-validation.ts';
import { pull } from '../github/resources/fake-github-builders.ts';
import { type ToyKernel, budgetFile, createToyKernel, variable } from '../kernel/toy-kernel.ts';
import { type ToyResult, type ToyRun, runToyAction } from './toy-run.ts';

/** What a pull request is made of. */
export interface ToyPullOptions {
  /** The budget file of the first commit, and what it names; without limits by default, `{}` for none. */
  readonly budget?: Files;
  /** What the pull request changes, or what writes it to the work tree; nothing by default. */
  readonly change?: Files | ((kernel: ToyKernel) => Promise<void>);
  /** What is checked out; the merge commit by default. */
  readonly checkout?: 'merge' | 'head';
  /** The kernel's folder in the repository, `change` included. */
  readonly at?: string;
  readonly github?: FakeGitHubOptions;
}

/** Pull request 7 on a toy kernel, checked out one commit deep as actions/checkout leaves it. */
export interface ToyPull {
  readonly kernel: ToyKernel;
  /** Where the pull request left main; its event still has it as `base.sha`. */
  readonly fork: string;
  /** The tip of main, which has grown by `MOVED_BYTES` of RAM since, and the merge's first parent. */
  readonly base: string;
  readonly head: string;
  readonly merge: string;
  readonly checkout: string;
  /** Runs git in the checkout. */
  readonly git: (...args: readonly string[]) => Promise<string>;
  readonly github: FakeGitHub;
  /** Runs the action; runs of one pull request share RUNNER_TEMP, as steps of one job do. */
  readonly run: (run?: ToyRun) => Promise<ToyResult>;
}

export const MOVED_BYTES = 4096;

/**
 * The first line of the action's comment; the hash is what
 * `printf %s .github/workflows/kernel-size.yml | sha256sum` begins with.
 */
export const MARKER = '<!-- kernel-size-budget:v1 key=default workflow=a8410fc0 -->';

/** The bundled action; removes after the tests of a file what they made. */
export function useToyAction(): { readonly pullRequest: (options?: ToyPullOptions) => Promise<ToyPull> } {
  const cleanups: Cleanup[] = [];
  afterAll(() => Promise.all(cleanups.map((cleanup) => cleanup())));
  return {
    pullRequest: (options = {}) => createPull(options, { action: inject('bundles').action, cleanups }),
  };
}

type Cleanup = () => Promise<void>;

function disposalOf(disposable: AsyncDisposable): Cleanup {
  return async () => disposable[Symbol.asyncDispose]();
}

interface Surroundings {
  readonly action: string;
  readonly cleanups: Cleanup[];
}

async function createPull(options: ToyPullOptions, around: Surroundings): Promise<ToyPull> {
  const { at = '.', budget = budgetFile({ toy: {} }), change = {} } = options;
  const kernel = await createToyKernel(budget, { at });
  around.cleanups.push(disposalOf(kernel));
  await kernel.git('checkout', '-q', '-b', 'topic');
  if (typeof change === 'function') await change(kernel);
  const head = await kernel.commit(typeof change === 'function' ? {} : moveTo(at, change));
  await kernel.git('checkout', '-q', 'main');
  const base = await kernel.commit(moveTo(at, variable('moved', MOVED_BYTES)));
  const commits = { fork: kernel.original, base, head, merge: await kernel.merge(head) };
  const { clone } = await cloneShallow(kernel, commits[options.checkout ?? 'merge']);
  await mkdir(kernel.beside('runner'));
  const mergeBases = { [`main...${head}`]: commits.fork };
  const start = (more: FakeGitHubOptions = {}): Promise<FakeGitHub> => {
    const pulls = [pull({ headSha: head, baseSha: base })];
    return startGitHub(around, { ...more, state: { mergeBases, pulls, ...more.state } });
  };
  const github = await start(options.github);
  const job = { action: around.action, ...commits, checkout: clone, folder: kernel.beside('runner') };
  return {
    ...commits,
    kernel,
    checkout: clone,
    github,
    git: (...args) => git(clone, args),
    run: async (run = {}) => {
      const asked = run.github === undefined ? github : await start(run.github);
      return runToyAction(job, asked, run);
    },
  };
}

function moveTo(at: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [join(at, path), text]));
}

async function startGitHub({ cleanups }: Surroundings, options: FakeGitHubOptions): Promise<FakeGitHub> {
  const github = await startFakeGitHub({ checkRequest: await createRequestCheck(), ...options });
  cleanups.push(() => github.close());
  return github;
}
