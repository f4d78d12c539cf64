import { dirname, join, sep } from 'node:path';
import { commandOverrides } from './command-overrides.ts';
import { listConfiguration, requireOwnFiles } from './configuration.ts';
import {
  FIXED_OPTIONS,
  RUNNER_OPTIONS,
  fetchingEnvironment,
  runnerEnvironment,
  userEnvironment,
} from './git-settings.ts';
import { type RepositoryPlace, folderWithRepository, realPathOf } from './repository/locate-repository.ts';
import { GitError, type GitProcess, readGit, runGit } from './run-git.ts';

export { GitError };

/**
 * Runs git in one repository, whose git directory and work tree are determined once, at the first command: no git looks
 * for a repository in folders whose content a commit decides.
 */
export interface Git {
  /** The folder that commands run in. */
  readonly folder: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** Where the repository is. Throws a GitError where there is none. */
  readonly repository: () => Promise<RepositoryPlace>;
  /** stdout without the final line break. Throws a GitError when git fails. */
  readonly run: (...args: readonly string[]) => Promise<string>;
  /** As `run`, but undefined when git fails. */
  readonly ask: (...args: readonly string[]) => Promise<string | undefined>;
  /** As `run`, with a text on stdin. */
  readonly feed: (input: string, ...args: readonly string[]) => Promise<string>;
  /** As `feed`, and returns all of stdout. */
  readonly read: (input: string, ...args: readonly string[]) => Promise<Buffer>;
  /** The same with more environment variables. */
  readonly with: (env: Readonly<Record<string, string>>) => Git;
  /** The same in another folder of the work tree. */
  readonly at: (folder: string) => Git;
  /** The same in another repository, at the root of its work tree. */
  readonly in: (place: RepositoryPlace) => Git;
  /** The same with what the environment has for servers that it fetches from. */
  readonly fetching: () => Git;
}

/** git for a developer: with the whole of the environment `env`, in the repository that `folder` is in. */
export function createGit(folder: string, env: Readonly<NodeJS.ProcessEnv>): Git {
  const own = userEnvironment(env);
  return gitFrom(folder, { env: own, fetchEnv: own, options: FIXED_OPTIONS, ceiling: undefined });
}

/**
 * git in a workflow run: without what the runner lends to an action. Above the workspace it looks for no repository
 * where `folder` is in it.
 */
export function createRunnerGit(folder: string, env: Readonly<NodeJS.ProcessEnv>): Git {
  return gitFrom(folder, {
    env: runnerEnvironment(env),
    fetchEnv: fetchingEnvironment(env),
    options: [...FIXED_OPTIONS, ...RUNNER_OPTIONS],
    ceiling: realPathOf(env['GITHUB_WORKSPACE'] ?? '/'),
  });
}

/** What each git runs with. */
interface GitSettings {
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly fetchEnv: Readonly<NodeJS.ProcessEnv>;
  readonly options: readonly string[];
  /** The last folder in which a repository is looked for; undefined for no limit. */
  readonly ceiling: string | undefined;
}

/** A repository that is known, and options that keep commands of its configuration from running. */
interface KnownRepository {
  readonly place: RepositoryPlace;
  readonly options: readonly string[];
}

type FindRepository = (settings: GitSettings) => Promise<KnownRepository>;

function gitFrom(given: string, settings: GitSettings): Git {
  const folder = realPathOf(given);
  return gitIn(
    folder,
    settings,
    onceFound(async (found) => known(await locate(folder, found), found)),
  );
}

/** With the settings of the first command. */
function onceFound(find: FindRepository): FindRepository {
  let begun: Promise<KnownRepository> | undefined;
  return (settings) => (begun ??= find(settings));
}

function gitIn(folder: string, settings: GitSettings, find: FindRepository): Git {
  const processFor = async (input: string): Promise<GitProcess> => {
    const { place, options } = await find(settings);
    const all = [...settings.options, ...options, ...optionsFor(place)];
    return { folder, options: all, env: within(place.root, settings), input };
  };
  const feed = async (input: string, ...args: readonly string[]): Promise<string> =>
    runGit(args, await processFor(input));
  const run = (...args: readonly string[]): Promise<string> => feed('', ...args);
  return {
    folder,
    env: settings.env,
    repository: async () => (await find(settings)).place,
    run,
    ask: (...args) => run(...args).catch((error: unknown) => undefinedForGitError(error)),
    feed,
    read: async (input, ...args) => readGit(args, await processFor(input)),
    with: (more) => gitIn(folder, { ...settings, env: { ...settings.env, ...more } }, find),
    at: (other) => gitIn(realPathOf(other), settings, find),
    in: (place) =>
      gitIn(
        place.root,
        settings,
        onceFound((found) => known(place, found)),
      ),
    fetching: () => gitIn(folder, { ...settings, env: settings.fetchEnv }, find),
  };
}

function optionsFor({ gitDir, root }: RepositoryPlace): string[] {
  return [`--git-dir=${gitDir}`, `--work-tree=${root}`];
}

/** What git starts itself looks for no repository above the work tree either. */
function within(root: string, { env }: Pick<GitSettings, 'env'>): NodeJS.ProcessEnv {
  return { ...env, GIT_CEILING_DIRECTORIES: dirname(root) };
}

/**
 * Finds the repository that a folder is in. git itself opens it, and refuses what belongs to somebody else
 * (safe.directory in git-config(1)); it looks nowhere else.
 */
async function locate(folder: string, { env, options, ceiling }: GitSettings): Promise<RepositoryPlace> {
  const found = folderWithRepository(folder, ceiling);
  if (found === undefined) throw new GitError(`no folder from ${folder} upwards has a .git of a repository`);
  const answer = await runGit(['rev-parse', '--show-toplevel', '--absolute-git-dir'], {
    folder: found,
    options,
    env: within(found, { env }),
  });
  const [root = '', gitDir = '', ...more] = answer.split('\n');
  const isInside = folder === root || folder.startsWith(join(root, sep));
  // A git older than 2.38 knows no safe.bareRepository.
  if (gitDir === '' || gitDir === found || !isInside || more.length > 0) {
    throw new GitError(`the .git of ${found} is not one of a repository whose work tree has ${folder}`);
  }
  return { root, gitDir };
}

async function known(place: RepositoryPlace, settings: GitSettings): Promise<KnownRepository> {
  const git = {
    folder: place.root,
    options: [...settings.options, ...optionsFor(place)],
    env: settings.env,
  };
  const variables = await listConfiguration(git);
  // A developer's tree is what they have checked out themselves.
  if (settings.ceiling !== undefined) await requireOwnFiles(variables, place, git);
  return { place, options: commandOverrides(variables.map(({ name }) => name)) };
}

function undefinedForGitError(error: unknown): undefined {
  if (error instanceof GitError) return undefined;
  throw error;
}
