import { UserError } from '../user-error.ts';
import { FILE_BYTES } from './limits.ts';
import type { Repository } from './repository.ts';
import { answerFor, answerUnless } from './request-purpose.ts';

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
  const request = client.rest.repos.getContent({ owner, repo, path, ref });
  const answer = await answerUnless(request, [404], { action, permission: 'contents: read' });
  if (answer === undefined) {
    await requireVisible(repository, ref);
    return undefined;
  }
  const { data } = answer;
  if (Array.isArray(data)) throw refuse(action, 'it is a folder');
  if (data.type !== 'file') throw refuse(action, `it is a ${data.type}`);
  // GitHub leaves the contents out of larger ones.
  if (data.size > FILE_BYTES || data.encoding !== 'base64') throw refuse(action, `it has ${data.size} bytes`);
  return Buffer.from(data.content, 'base64').toString('utf8');
}

/** GitHub answers 404 to a token that may not read contents, too; what it may read it can compare with itself. */
async function requireVisible({ client, owner, repo }: Repository, ref: string): Promise<void> {
  const purpose = { action: `read files of ${ref} in ${owner}/${repo}`, permission: 'contents: read' };
  const range = { owner, repo, basehead: `${ref}...${ref}`, per_page: 1 };
  await answerFor(client.rest.repos.compareCommitsWithBasehead(range), purpose);
}

function refuse(action: string, found: string): UserError {
  return new UserError(
    `cannot ${action}: ${found}; expected a text file of up to ${FILE_BYTES} bytes: name another path`,
  );
}
