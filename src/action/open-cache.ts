import { join } from 'node:path';
import * as core from '@actions/core';
import { actionsStore } from '../cache/actions-store.ts';
import { folderStore } from '../cache/folder-store.ts';
import { type CacheStore, noStore } from '../cache/store.ts';
import type { Cache } from '../check.ts';
import type { Trigger } from '../git/event-commits.ts';
import { visibleLine } from '../report/inert-text.ts';
import type { RunnerJob } from './check-in-runner.ts';

/** The cache of a workflow run; `folder` is for files on their way. */
export function openCache(job: Pick<RunnerJob, 'inputs' | 'trigger' | 'env'>, folder: string): Cache {
  const head = isOfBranch(job.trigger) ? (['kernel', 'tree'] as const) : [];
  const start = job.inputs.cache.kind === 'none' ? 'empty' : 'kept';
  return { store: openStore(job, join(folder, 'cache')), start, keep: { base: [], head } };
}

function openStore(
  { inputs: { cache }, env }: Pick<RunnerJob, 'inputs' | 'env'>,
  folder: string,
): CacheStore {
  const notice = (text: string): void => core.info(visibleLine(text));
  switch (cache.kind) {
    case 'none':
      return noStore;
    case 'folder':
      return folderStore({ ...cache, notice });
    case 'actions':
      return actionsStore({ folder, notice, env });
  }
}

/**
 * Whether head is what the branch is from now on, so that others may build on it. A pull request may not: what its
 * Makefiles left behind would be in the builds of others. Its token could not save either
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching#restrictions-for-accessing-a-cache).
 */
export function isOfBranch(trigger: Trigger): boolean {
  return trigger.kind === 'push' || (trigger.kind === 'other' && OF_BRANCH.test(trigger.eventName));
}

const OF_BRANCH = /^(schedule|workflow_dispatch|repository_dispatch)$/;
