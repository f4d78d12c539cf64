import { lstat, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from './files/make-folder.ts';
import { BUDGET_FILE } from './budget/budget-file.ts';
import { requireRepository } from './git/commits.ts';
import { type Git, createGit } from './git/git.ts';
import { readKernelVersion } from './kernel/kernel-version.ts';
import { readPresets } from './plan.ts';
import {
  COMMENT_WORKFLOW_FILE,
  type StarterChoice,
  WORKFLOW_FILE,
  starterBudgetFile,
  starterCommentWorkflow,
  starterWorkflow,
} from './starter-files.ts';
import { UserError } from './user-error.ts';

/** Starter files of a repository: the budget file, the workflow that checks it and the one that comments. */

/** Where starter files go and what they begin with. */
export interface InitOptions extends StarterChoice {
  /** The root of the repository. */
  readonly folder: string;
  /** The default branch; `main` where nobody knows it. */
  readonly branch?: string | undefined;
}

/** Paths relative to the repository. */
export interface InitResult {
  readonly written: readonly string[];
  /** Already there and left as they were. */
  readonly kept: readonly string[];
}

/** The kernel tree or a folder of it. */
export interface InitJob {
  readonly folder: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
}

/**
 * Writes the starter files at the root of the repository, where `check` looks for them, and returns what to print about
 * each of them. Throws a UserError where they cannot be.
 */
export async function runInit(job: InitJob): Promise<string> {
  const git = await repositoryOf(job);
  const { folder } = git;
  const presets = [...readPresets().keys()];
  const branch = await defaultBranch(git);
  const { written, kept } = await initFiles({ folder, presets, chosen: ['x86-tiny'], branch });
  const lines = [
    ...written.map((path) => `${join(folder, path)}: written`),
    ...kept.map((path) => `${join(folder, path)}: is there already, left as it is`),
  ];
  return `${lines.join('\n')}\n`;
}

/** As the server that it was cloned from has it. */
async function defaultBranch(git: Git): Promise<string | undefined> {
  const prefix = 'refs/remotes/origin/';
  const reference = await git.ask('symbolic-ref', '--quiet', `${prefix}HEAD`);
  return reference?.startsWith(prefix) ? reference.slice(prefix.length) : undefined;
}

async function repositoryOf({ folder, env }: InitJob): Promise<Git> {
  await requireFolder(folder);
  const git = createGit(resolve(folder), env);
  await requireRepository(git);
  const { root } = await git.repository();
  try {
    readKernelVersion(git.folder);
  } catch {
    // A folder of the tree, such as drivers/, means the tree.
    readKernelVersion(root);
  }
  return git.at(root);
}

/** Writes the starter files that are not there yet. */
export async function initFiles(options: InitOptions): Promise<InitResult> {
  const files = [
    { path: BUDGET_FILE, text: starterBudgetFile(options) },
    { path: WORKFLOW_FILE, text: starterWorkflow(options.branch) },
    { path: COMMENT_WORKFLOW_FILE, text: starterCommentWorkflow() },
  ];
  const written: string[] = [];
  const kept: string[] = [];
  for (const { path, text } of files) {
    const isNew = await writeNew(join(options.folder, path), text);
    (isNew ? written : kept).push(path);
  }
  return { written, kept };
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory())
    throw new UserError(`${folder} is not a folder; name the kernel tree with --kernel`);
}

/** Writes a file unless something of that name is there; says whether it did. */
async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    makeFolder(dirname(path));
    if (await isThere(path)) return false;
    // Fails rather than overwrite what has come about since.
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${path} cannot be written (${reason}); check the folder and its permissions`, {
      cause,
    });
  }
}

/** A link that leads nowhere is there too. */
async function isThere(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  return found !== undefined;
}
