import { z } from 'zod';
import { UserError } from '../../user-error.ts';
import { ask } from '../api/ask.ts';
import { FILE_BYTES } from '../api/limits.ts';
import type { Repository } from '../api/repository.ts';
import { answerFor, answerUnless } from '../api/request-purpose.ts';

export interface RepositoryPath {
  /** From the root of the repository, without a slash in front. */
  readonly path: string;
  /** A branch, a tag or a hash. */
  readonly ref: string;
}

/**
 * Reads a text file of a repository without a checkout; undefined when the branch, tag or commit has none.
 *
 * Throws a `UserError` when the path is a folder, a link or a submodule, when the file is larger than 1 MB, and when
 * GitHub shows neither the file nor what it would be in. A link to a file of the same repository is that file: GitHub
 * follows it.
 * https://docs.github.com/en/rest/repos/contents#get-repository-content
 */
export async function readRepositoryFile(
  repository: Repository,
  { path, ref }: RepositoryPath,
): Promise<string | undefined> {
  const { client, owner, repo } = repository;
  const action = `read ${path} of ${ref} in ${owner}/${repo}`;
  const answer = ask(contents, (request) =>
    client.rest.repos.getContent({ owner, repo, path, ref, request }),
  );
  const found = await answerUnless(answer, [404], { action, permission: 'contents: read' });
  if (found === undefined) {
    await requireVisible(repository, ref);
    return undefined;
  }
  if ('length' in found) throw refuse(action, 'it is a folder');
  if (found.type !== 'file') throw refuse(action, `it is a ${found.type}`);
  // GitHub leaves the contents out of larger ones.
  if (found.size > FILE_BYTES || found.encoding !== 'base64')
    throw refuse(action, `it has ${found.size} bytes`);
  return Buffer.from(found.content, 'base64').toString('utf8');
}

/** A folder's entries, a file, or what else a path may name. */
const contents = z.union([
  z.array(z.object({ type: z.string() })),
  z.object({
    type: z.literal('file'),
    size: z.int().nonnegative(),
    encoding: z.string(),
    content: z.string(),
  }),
  z.object({ type: z.enum(['symlink', 'submodule']) }),
]);

/** GitHub answers 404 to a token that may not read contents, too; what it may read it can compare with itself. */
async function requireVisible({ client, owner, repo }: Repository, ref: string): Promise<void> {
  const purpose = { action: `read files of ${ref} in ${owner}/${repo}`, permission: 'contents: read' };
  const range = { owner, repo, basehead: `${ref}...${ref}`, per_page: 1 };
  const answer = ask(z.object({ status: z.string() }), (request) =>
    client.rest.repos.compareCommitsWithBasehead({ ...range, request }),
  );
  await answerFor(answer, purpose);
}

function refuse(action: string, found: string): UserError {
  return new UserError(
    `cannot ${action}: ${found}; expected a text file of up to ${FILE_BYTES} bytes: name another path`,
  );
}
