import { spawn } from 'node:child_process';
import { UserError } from '../user-error.ts';

/** Runs git in one repository. */
export interface Git {
  /** The folder that commands run in. */
  readonly folder: string;
  /** stdout without the final line break. Throws a GitError when git fails. */
  readonly run: (...args: readonly string[]) => Promise<string>;
  /** As `run`, but undefined when git fails. */
  readonly ask: (...args: readonly string[]) => Promise<string | undefined>;
  /** The same with more environment variables. */
  readonly with: (env: Readonly<Record<string, string>>) => Git;
  /** The same in another folder. */
  readonly at: (folder: string) => Git;
}

/** git said no; the message carries what it printed. */
export class GitError extends UserError {}

/**
 * Hooks and file-system monitors of the repository never run. `env` is the whole environment; git works for its user,
 * so it gets the user's, but for what a hook is told of the repository that it runs in.
 */
export function createGit(folder: string, env: Readonly<NodeJS.ProcessEnv>): Git {
  return gitIn(folder, { env: withoutNames(env, REPOSITORY_OF_A_HOOK), config: [] });
}

/**
 * git in a workflow run: without what the runner lends to an action. In a container the checkout is another user's, and
 * safe.directory (git-config(1)) lets git work there all the same: what a job has checked out is what it is to measure.
 */
export function createRunnerGit(folder: string, env: Readonly<NodeJS.ProcessEnv>): Git {
  const own = withoutNames(withoutNames(env, SECRET), REPOSITORY_OF_A_HOOK);
  return gitIn(folder, { env: own, config: ['-c', 'safe.directory=*'] });
}

/** What each git runs with. */
interface GitSettings {
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly config: readonly string[];
}

/** `git rev-parse --local-env-vars`: with GIT_DIR a checkout in the worktree would move the developer's HEAD. */
const REPOSITORY_OF_A_HOOK =
  /^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|GRAFT_FILE|SHALLOW_FILE)$/;

function gitIn(folder: string, { env, config }: GitSettings): Git {
  const run = (...args: readonly string[]): Promise<string> => runGit(folder, args, { env, config });
  return {
    folder,
    run,
    ask: (...args) => run(...args).catch((error: unknown) => undefinedForGitError(error)),
    with: (more) => gitIn(folder, { env: { ...env, ...more }, config }),
    at: (other) => gitIn(other, { env, config }),
  };
}

/** What a runner lends to an action is not for git, nor for the filters that a repository may configure. */
const SECRET = /^(INPUT_|ACTIONS_|GITHUB_|RUNNER_|NODE_OPTIONS$)/;

function withoutNames(env: Readonly<NodeJS.ProcessEnv>, names: RegExp): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.test(name)));
}

const SAFE = [
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'advice.detachedHead=false',
];

async function runGit(
  folder: string,
  args: readonly string[],
  { env, config }: GitSettings,
): Promise<string> {
  const child = spawn('git', [...SAFE, ...config, ...args], {
    cwd: folder,
    env: { ...env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (data: Buffer) => out.push(data));
  child.stderr.on('data', (data: Buffer) => err.push(data));
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.on('close', (...end) => resolve(end));
    child.on('error', (cause: NodeJS.ErrnoException) => reject(startError(folder, cause)));
  });
  if (code === 0) return Buffer.concat(out).toString().replace(/\n$/, '');
  // Not a GitError: that git was interrupted is no answer.
  if (signal !== null) throw new UserError(`git ${args.join(' ')} was ended by ${signal} in ${folder}`);
  const message = Buffer.concat(err).toString().trim().split('\n');
  throw new GitError(`git ${args.join(' ')} failed in ${folder}: ${message[0]}`, {
    details: message.slice(1),
  });
}

function startError(folder: string, cause: NodeJS.ErrnoException): UserError {
  return cause.code === 'ENOENT'
    ? new UserError(`git could not be started in ${folder}: install git, and check that the folder exists`, {
        cause,
      })
    : new UserError(`git could not be started in ${folder}: ${cause.message}`, { cause });
}

function undefinedForGitError(error: unknown): undefined {
  if (error instanceof GitError) return undefined;
  throw error;
}
