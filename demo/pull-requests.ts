import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunnerEvent } from '../test/support/runner/runner.ts';
import { type KernelRepository, git } from './kernel-repository.ts';

/** A change to the kernel that is proposed as a pull request. */
export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly edit: { readonly file: string; readonly from: string; readonly to: string };
  readonly expectedExitCode: 0 | 1;
}

/** The same in the repository, with the merge commit checked out as actions/checkout leaves it. */
export interface PreparedPullRequest extends PullRequest {
  readonly base: string;
  readonly head: string;
  readonly merge: string;
}

const SHIFT = '#define IN_LOOKUP_SHIFT 10';

export const PULL_REQUESTS: readonly PullRequest[] = [
  {
    number: 1,
    title: 'fs/dcache: shrink the hash table of lookups under way',
    edit: { file: 'fs/dcache.c', from: SHIFT, to: '#define IN_LOOKUP_SHIFT 5' },
    expectedExitCode: 0,
  },
  {
    number: 2,
    title: 'fs/dcache: double the hash table of lookups under way',
    edit: { file: 'fs/dcache.c', from: SHIFT, to: '#define IN_LOOKUP_SHIFT 11' },
    expectedExitCode: 1,
  },
];

const BUDGET_FILE = `targets:
  stm32f469:
    extends: stm32f469
    growth:
      flash: 4K
      ram: 1K
`;

/** Commits the budget file, the change on top of it, and the merge of the two; checks the merge out. */
export async function preparePullRequest(
  repository: KernelRepository,
  pullRequest: PullRequest,
): Promise<PreparedPullRequest> {
  const { folder, original } = repository;
  await git(folder, ['checkout', '-q', '--force', '--detach', original]);
  const base = await commitFile(folder, '.github/kernel-size-budget.yml', BUDGET_FILE);
  const { file, from, to } = pullRequest.edit;
  const text = await readFile(join(folder, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} of this kernel has no "${from}" to change`);
  const head = await commitFile(folder, file, text.replace(from, to));
  const message = `Merge ${head} into ${base}`;
  const merge = await git(folder, ['commit-tree', `${head}^{tree}`, '-p', base, '-p', head, '-m', message]);
  await git(folder, ['checkout', '-q', '--detach', merge]);
  return { ...pullRequest, base, head, merge };
}

async function commitFile(folder: string, path: string, text: string): Promise<string> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), text);
  await git(folder, ['add', '--force', path]);
  await git(folder, ['commit', '-q', '-m', `Change ${path}`]);
  return git(folder, ['rev-parse', 'HEAD']);
}

/** What GitHub tells the runner; `base.sha` is stale on purpose, as it is on a busy branch. */
export function pullRequestEvent(pullRequest: PreparedPullRequest): RunnerEvent {
  const repository = { id: 1, name: 'linux', full_name: 'octo/linux', owner: { login: 'octo' } };
  return {
    name: 'pull_request',
    repository: 'octo/linux',
    sha: pullRequest.merge,
    ref: `refs/pull/${pullRequest.number}/merge`,
    payload: {
      action: 'opened',
      number: pullRequest.number,
      repository,
      pull_request: {
        number: pullRequest.number,
        title: pullRequest.title,
        head: { sha: pullRequest.head, ref: 'dcache', repo: repository },
        base: { sha: '0123456789012345678901234567890123456789', ref: 'main', repo: repository },
      },
    },
  };
}
