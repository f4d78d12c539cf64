import { join } from 'node:path';
import { actionsStore } from '../../cache/actions-store.ts';
import { folderStore } from '../../cache/folder-store.ts';
import { type CacheStore, noStore } from '../../cache/store.ts';
import type { Cache } from '../../check/job.ts';
import { type CommitPair, isAncestor } from '../../git/commits/commits.ts';
import type { Trigger } from '../../git/commits/event-commits.ts';
import type { Git } from '../../git/git.ts';
import { visibleLine } from '../../report/inert/inert-text.ts';
import type { RunnerJob } from '../job.ts';

/** The cache of a workflow run; `folder` is for files on their way. */
export function openCache(
  job: Pick<RunnerJob, 'inputs' | 'env' | 'log'>,
  { folder, keeps }: { readonly folder: string; readonly keeps: boolean },
): Cache {
  const start = job.inputs.cache.kind === 'none' ? 'empty' : 'kept';
  return {
    store: openStore(job, join(folder, 'cache')),
    start,
    keep: { base: [], head: keeps ? ['kernel', 'tree'] : [] },
  };
}

function openStore(
  { inputs: { cache }, env, log }: Pick<RunnerJob, 'inputs' | 'env' | 'log'>,
  folder: string,
): CacheStore {
  const notice = (text: string): void => log.info(visibleLine(text));
  switch (cache.kind) {
    case 'none':
      return noStore;
    case 'folder':
      return folderStore({ ...cache, notice });
    case 'actions':
      return actionsStore({ folder, notice, env });
  }
}

/** Runs of one kind. */
interface KeepRule {
  readonly event: RegExp;
  /** GITHUB_REF. */
  readonly ref: RegExp;
  readonly keeps: 'commits of the branch' | 'nothing';
  readonly because: string;
}

/**
 * Of which runs something is kept for others; the first rule counts
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows). What a Makefile
 * leaves behind is in the builds of all who go on with it, so who wrote it has to be one who may write to the branch.
 */
const KEEP_RULES: readonly KeepRule[] = [
  {
    event: /^(push|workflow_dispatch)$/,
    ref: /^refs\/tags\//,
    keeps: 'nothing',
    because: 'a tag may be put on any commit',
  },
  {
    event: /^(push|merge_group)$/,
    ref: /^refs\/heads\/gh-readonly-queue\//,
    keeps: 'nothing',
    because: 'what a merge queue tries may never be merged',
  },
  {
    event: /^(push|schedule|workflow_dispatch|repository_dispatch)$/,
    ref: /^refs\/heads\//,
    keeps: 'commits of the branch',
    because: 'GitHub has started the run for the last commit of a branch',
  },
  {
    event: /./,
    ref: /^/,
    keeps: 'nothing',
    because:
      'such a run is for what others have written: pull_request, merge_group, workflow_run and the like',
  },
];

/**
 * Whether what this run builds may be kept for others: the run is of a branch, and both commits are on it. Head's build
 * goes on in base's folder, and who starts a run may name any commit that the server has, a fork's too.
 */
export async function mayKeep(
  { trigger, env, mergeBase, log }: Pick<RunnerJob, 'trigger' | 'env' | 'mergeBase' | 'log'>,
  git: Git,
  { base, head }: CommitPair,
): Promise<boolean> {
  const { GITHUB_REF: ref = '', GITHUB_SHA: tip = '' } = env;
  const rule = KEEP_RULES.find(
    (candidate) => candidate.event.test(eventOf(trigger)) && candidate.ref.test(ref),
  );
  if (rule?.keeps !== 'commits of the branch' || tip === '') return false;
  const isOnBranch = async (hash: string): Promise<boolean> =>
    (trigger.kind === 'push' && hash === trigger.before) ||
    (await isAncestor(git, hash, tip)) ||
    (await mergeBase(hash, tip)) === hash;
  for (const { hash } of [head, base]) {
    if (await isOnBranch(hash)) continue;
    log.info(visibleLine(`nothing of this run is kept for others: ${hash} is not on ${ref}`));
    return false;
  }
  return true;
}

function eventOf(trigger: Trigger): string {
  return trigger.kind === 'other' ? trigger.eventName : trigger.kind.replaceAll('-', '_');
}
