import { z } from 'zod';
import { askAll } from '../api/ask.ts';
import type { Repository } from '../api/repository.ts';

/** A name that check runs have on a commit. */
export interface CheckName {
  readonly sha: string;
  readonly name: string;
}

/** A check run as GitHub stores it. */
export interface StoredCheck {
  readonly id: number;
  readonly stage: 'begun' | 'ended';
  /** Where it leads to. */
  readonly url: string | undefined;
}

const checkData = z.object({
  id: z.int().positive(),
  name: z.string(),
  status: z.string(),
  details_url: z.string().nullish(),
});

/**
 * Lists the check runs of one name on a commit, those that no longer count included.
 * https://docs.github.com/en/rest/checks/runs#list-check-runs-for-a-git-reference
 */
export async function listChecks(
  { client, owner, repo }: Repository,
  { sha, name }: CheckName,
): Promise<readonly StoredCheck[]> {
  const search = { owner, repo, ref: sha, check_name: name, filter: 'all' } as const;
  const runs = await askAll({
    shape: z.object({ check_runs: z.array(checkData) }),
    items: (page) => page.check_runs,
    send: (page) => client.rest.checks.listForRef({ ...search, ...page }),
  });
  return runs
    .filter((run) => run.name === name)
    .map(({ id, status, details_url: url }) => {
      return { id, stage: status === 'completed' ? 'ended' : 'begun', url: url ?? undefined };
    });
}
