import { UserError } from '../user-error.ts';
import { isShallow } from './commits.ts';
import { type Git, GitError } from './git.ts';

/** Makes sure that a commit with its files is in the repository. Throws a UserError where the server has none. */
export type FetchCommit = (hash: string) => Promise<void>;

/** Where private repositories are read from, and with what. */
export interface FetchAccess {
  /** `https://github.com` or the address of an Enterprise Server. */
  readonly serverUrl: string;
  /** Empty for none. */
  readonly token: string;
}

/**
 * Fetches by hash, one commit deep into a shallow clone. The checkout's own credentials are tried first: with
 * `persist-credentials: false` there are none, and with both the server sees two authorization headers and refuses.
 */
export function createFetchCommit(git: Git, access: FetchAccess): FetchCommit {
  return async (hash) => {
    if ((await git.with(AS_IT_IS).ask('cat-file', '-e', `${hash}^{tree}`)) !== undefined) return;
    const depth = (await isShallow(git)) ? ['--depth=1'] : [];
    const args = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', ...depth, 'origin', hash];
    if ((await git.ask(...args)) !== undefined) return;
    try {
      await authorize(git, access).run(...args);
    } catch (cause) {
      if (!(cause instanceof GitError)) throw cause;
      throw new UserError(
        `${hash} could not be fetched from origin: ${cause.message}; check that the workflow may read the ` +
          'repository (contents: read) and that actions/checkout ran before',
        { cause, details: cause.details },
      );
    }
  };
}

/** A clone without blobs would fetch a commit that it is asked for with all its history. */
const AS_IT_IS = { GIT_NO_LAZY_FETCH: '1' };

/** git with the job's token, for what fetches by itself, such as a clone without blobs. */
export function authorize(git: Git, access: FetchAccess): Git {
  return git.with(authorization(access));
}

/** Configuration for one git process alone (git-config(1), GIT_CONFIG_COUNT). */
function authorization({ serverUrl, token }: FetchAccess): Record<string, string> {
  if (token === '') return {};
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${serverUrl}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${credentials}`,
  };
}
