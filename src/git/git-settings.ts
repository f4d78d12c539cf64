/** What every git process is given, so that none runs a command that a repository or a tree names (docs/security.md). */
import { delimiter, isAbsolute } from 'node:path';

/** Options for all repositories; configuration on the command line is stronger than that in files (git-config(1)). */
export const FIXED_OPTIONS: readonly string[] = [
  '--no-pager',
  ...configured({
    'safe.bareRepository': 'explicit',
    'core.hooksPath': '/dev/null',
    'core.fsmonitor': 'false',
    // It would run git in repositories that this one borrows objects from.
    'core.alternateRefsCommand': 'true',
    // A submodule's files are not ours to move, and git would run in each.
    'submodule.recurse': 'false',
    'fetch.recurseSubmodules': 'false',
    'diff.ignoreSubmodules': 'dirty',
    // It would have gpg look at what strangers have signed.
    'log.showSignature': 'false',
    'maintenance.auto': 'false',
    'gc.auto': '0',
    'advice.detachedHead': 'false',
  }),
];

/** A git in a workflow run: what a job has checked out is what it is to measure, and in a container another user's. */
export const RUNNER_OPTIONS: readonly string[] = configured({ 'safe.directory': '*' });

function configured(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * Variables of git's own that a user's environment may set; the others name a repository, commands, or what a hook was
 * told of the repository that it runs in (`git rev-parse --local-env-vars`).
 */
const OF_GIT =
  /^GIT_(CONFIG_\w+|ATTR_NOSYSTEM|EXEC_PATH|SSL_\w+|HTTP_\w+|PROXY_SSL_\w+|SSH|SSH_\w+|TEST_\w+)$/;

/** What a runner lends to an action. */
const LENT = /^(INPUT_|ACTIONS_|GITHUB_|RUNNER_|NODE_OPTIONS$)/;

/** What git needs of a job's environment where it asks no server for anything. */
const OF_JOB =
  /^(PATH|HOME|USER|LOGNAME|LANG|LC_\w+|TZ|TMPDIR|XDG_\w+|LD_LIBRARY_PATH|SSH_AUTH_SOCK|SSL_CERT_\w+|CURL_CA_BUNDLE|GIT_\w+|(https?|all|no)_proxy|(HTTPS?|ALL|NO)_PROXY)$/;

/** Transports that may be used, whatever the configuration allows: no command (`ext::`) and no other helper. */
const PROTOCOLS = ['file', 'http', 'https', 'ssh'];

/** git works for its user, so it gets the user's environment. */
export function userEnvironment(env: Readonly<NodeJS.ProcessEnv>): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(
      Object.entries(env).filter(([name]) => !name.startsWith('GIT_') || OF_GIT.test(name)),
    ),
    ...pathOf(env),
    GIT_ALLOW_PROTOCOL: protocolsOf(env).join(':'),
    // A prompt would wait for ever; an empty program is none (git_prompt() in git's prompt.c).
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    GIT_EDITOR: 'false',
    // A commit is what its hash says.
    GIT_NO_REPLACE_OBJECTS: '1',
    LC_ALL: 'C',
  };
}

/** For a git that may ask a server: the job's environment, whose variables credential helpers may read. */
export function fetchingEnvironment(env: Readonly<NodeJS.ProcessEnv>): NodeJS.ProcessEnv {
  return userEnvironment(withNames(env, (name) => !LENT.test(name)));
}

/** For any other git of a job: nothing of it is a secret. */
export function runnerEnvironment(env: Readonly<NodeJS.ProcessEnv>): NodeJS.ProcessEnv {
  return userEnvironment(withoutServers(withNames(env, (name) => OF_JOB.test(name))));
}

const ON_THE_WAY = /^GIT_CONFIG_(COUNT|PARAMETERS|(KEY|VALUE)_\d+)$/;

/** Settings that may have a key in them: `http.*.extraHeader`, `url.https://user:key@host/.insteadOf`. */
const OF_SERVERS = /^(http|url|credential|remote)\./i;

/** The environment, whose configuration (git-config(1), GIT_CONFIG_COUNT) says nothing of servers any more. */
function withoutServers(env: Readonly<NodeJS.ProcessEnv>): Readonly<NodeJS.ProcessEnv> {
  const keys = Object.keys(env).flatMap((name) => /^GIT_CONFIG_KEY_(\d+)$/.exec(name)?.[1] ?? []);
  const count = Number(env['GIT_CONFIG_COUNT'] ?? 0);
  const kept = keys
    .map(Number)
    .filter((index) => index < count && !OF_SERVERS.test(env[`GIT_CONFIG_KEY_${index}`]!))
    .toSorted((a, b) => a - b);
  const settings = kept.flatMap((from, to) =>
    ['KEY', 'VALUE'].map((part) => [`GIT_CONFIG_${part}_${to}`, env[`GIT_CONFIG_${part}_${from}`]] as const),
  );
  return {
    ...withNames(env, (name) => !ON_THE_WAY.test(name)),
    ...(kept.length > 0 && { GIT_CONFIG_COUNT: String(kept.length), ...Object.fromEntries(settings) }),
  };
}

/** A relative folder, or an empty one, would be in the tree that git runs in. */
function pathOf({ PATH: path }: Readonly<NodeJS.ProcessEnv>): { readonly PATH?: string } {
  if (path === undefined) return {};
  const folders = path.split(delimiter).filter((folder) => isAbsolute(folder));
  return { PATH: folders.join(delimiter) };
}

function protocolsOf({ GIT_ALLOW_PROTOCOL: allowed }: Readonly<NodeJS.ProcessEnv>): string[] {
  if (allowed === undefined) return PROTOCOLS;
  const names = new Set(allowed.split(':'));
  return PROTOCOLS.filter((name) => names.has(name));
}

function withNames(
  env: Readonly<NodeJS.ProcessEnv>,
  isKept: (name: string) => boolean,
): Readonly<NodeJS.ProcessEnv> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => isKept(name)));
}
