import {
  FIXED_OPTIONS,
  RUNNER_OPTIONS,
  fetchingEnvironment,
  runnerEnvironment,
  userEnvironment,
} from './git-settings.ts';
import { GitError, runGit } from './run-git.ts';

export { GitError };

/** Runs git in one repository. */
export interface Git {
  /** The folder that commands run in. */
  readonly folder: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** stdout without the final line break. Throws a GitError when git fails. */
  readonly run: (...args: readonly string[]) => Promise<string>;
  /** As `run`, but undefined when git fails. */
  readonly ask: (...args: readonly string[]) => Promise<string | undefined>;
  /** The same with more environment variables. */
  readonly with: (env: Readonly<Record<string, string>>) => Git;
  /** The same in another folder. */
  readonly at: (folder: string) => Git;
  /** The same with what the environment has for servers that it fetches from. */
  readonly fetching: () => Git;
}

/** git for a developer: with the whole of the environment `env`. */
export function createGit(folder: string, env: Readonly<NodeJS.ProcessEnv>): Git {
  const own = userEnvironment(env);
  return gitIn(folder, { env: own, fetchEnv: own, options: FIXED_OPTIONS });
}

/** git in a workflow run: without what the runner lends to an action. */
export function createRunnerGit(folder: string, env: Readonly<NodeJS.ProcessEnv>): Git {
  return gitIn(folder, {
    env: runnerEnvironment(env),
    fetchEnv: fetchingEnvironment(env),
    options: [...FIXED_OPTIONS, ...RUNNER_OPTIONS],
  });
}

/** What each git runs with. */
interface GitSettings {
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly fetchEnv: Readonly<NodeJS.ProcessEnv>;
  readonly options: readonly string[];
}

function gitIn(folder: string, settings: GitSettings): Git {
  const { env, options } = settings;
  const run = (...args: readonly string[]): Promise<string> => runGit(args, { folder, options, env });
  return {
    folder,
    env,
    run,
    ask: (...args) => run(...args).catch((error: unknown) => undefinedForGitError(error)),
    with: (more) => gitIn(folder, { ...settings, env: { ...env, ...more } }),
    at: (other) => gitIn(other, settings),
    fetching: () => gitIn(folder, { ...settings, env: settings.fetchEnv }),
  };
}

function undefinedForGitError(error: unknown): undefined {
  if (error instanceof GitError) return undefined;
  throw error;
}
