import { UserError } from '../../user-error.ts';
import { type Git, GitError } from '../git.ts';
import { isShallow } from './commits.ts';

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
    const args = [...FETCH, ...depth, 'origin', hash];
    if ((await git.fetching().ask(...args)) !== undefined) return;
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

/** A configuration may name another program than git's own on the server, which for a path is this machine. */
const FETCH = ['fetch', '--upload-pack=git-upload-pack', '--quiet', '--no-tags', '--no-write-fetch-head'];

/** A clone without blobs would fetch a commit that it is asked for with all its history. */
const AS_IT_IS = { GIT_NO_LAZY_FETCH: '1' };

/** git with the job's token, for what fetches by itself, such as a clone without blobs. */
export function authorize(git: Git, access: FetchAccess): Git {
  const fetching = git.fetching();
  return fetching.with(authorization(access, fetching.env));
}

/** Configuration for one git process alone, after what the environment has already (git-config(1), GIT_CONFIG_COUNT). */
function authorization({ serverUrl, token }: FetchAccess, env: Git['env']): Record<string, string> {
  if (token === '') return {};
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  const count = Number(env['GIT_CONFIG_COUNT'] ?? 0);
  return {
    GIT_CONFIG_COUNT: String(count + 1),
    [`GIT_CONFIG_KEY_${count}`]: `http.${serverUrl}/.extraheader`,
    [`GIT_CONFIG_VALUE_${count}`]: `AUTHORIZATION: basic ${credentials}`,
  };
}
