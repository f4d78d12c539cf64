import { z } from 'zod';
import { ask } from '../api/ask.ts';
import type { Repository } from '../api/repository.ts';
import { requestFailureOf } from '../api/request-failure.ts';
import { explainError } from '../api/request-purpose.ts';

/** Whether somebody may write to the repository; unknown when the token may not ask. */
type WritePermission = 'may-write' | 'may-not' | 'unknown';

export type PermissionReader = (login: string) => Promise<WritePermission>;

/**
 * Returns a function that says whether a login may write to the repository, and asks GitHub once for each.
 *
 * It throws a `UserError` when GitHub does not answer. An author association is no substitute: a member of an
 * organisation need not have write permission.
 * https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user
 */
export function permissionReader(repository: Repository): PermissionReader {
  const known = new Map<string, Promise<WritePermission>>();
  return (login) => {
    const key = login.toLowerCase();
    const permission = known.get(key) ?? askPermission(repository, login);
    known.set(key, permission);
    return permission;
  };
}

async function askPermission(
  { client, owner, repo }: Repository,
  username: string,
): Promise<WritePermission> {
  try {
    const { permission } = await ask(permissionData, (request) =>
      client.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username, request }),
    );
    // The role `maintain` is `write` here, and `triage` is `read`.
    return permission === 'admin' || permission === 'write' ? 'may-write' : 'may-not';
  } catch (error) {
    const failure = requestFailureOf(error);
    if (failure?.status === 404) return 'may-not';
    // A rate limit has the same status, but there it helps to ask later.
    if (failure?.status === 403 && !/rate limit/i.test(failure.message)) return 'unknown';
    const action = `ask what ${username} may do in ${owner}/${repo}`;
    throw explainError(error, { action, permission: 'contents: read' });
  }
}

const permissionData = z.object({ permission: z.string() });
