/** Starter files of a repository: the budget file, the workflow that checks it and the one that comments. */
import { lstat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BUDGET_FILE } from '../budget/file/budget-file.ts';
import { makeFolder } from '../files/make-folder.ts';
import { type DefaultBranch, defaultBranch } from '../git/commits/default-branch.ts';
import { type Git, GitError } from '../git/git.ts';
import { readPresets } from '../presets.ts';
import { UserError } from '../user-error.ts';
import { type InitPlace, initPlace } from './init-place.ts';
import {
  COMMENT_WORKFLOW_FILE,
  type StarterChoice,
  type StarterRepository,
  WORKFLOW_FILE,
  starterBudgetFile,
  starterCommentWorkflow,
  starterWorkflow,
} from './starter-files.ts';

/** Where starter files go and what they begin with. */
export interface InitOptions extends StarterChoice, StarterRepository {
  /** The root of the repository. */
  readonly folder: string;
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
 * each of them and what comes next. Throws a UserError where they cannot be.
 */
export async function runInit(job: InitJob): Promise<string> {
  const place = await initPlace(job.folder, job.env);
  const { git, kernel, source } = place;
  const presets = [...readPresets().keys()];
  const branch = await defaultBranch(git);
  const { folder } = git;
  const { written, kept } = await initFiles({
    folder,
    presets,
    chosen: ['x86-tiny'],
    branch: branch.name,
    kernel,
    submodules: source === 'submodule',
  });
  const lines = [
    ...written.map((path) => `${join(folder, path)}: written`),
    ...kept.map((path) => `${join(folder, path)}: is there already, left as it is`),
    ...(written.includes(WORKFLOW_FILE) ? workflowLines(place, branch) : []),
    ...(written.length === 0 ? [] : [await nextStep(git, written)]),
  ];
  return `${lines.join('\n')}\n`;
}

/** What was found out and put into the workflow. */
function workflowLines({ kernel, source }: InitPlace, branch: DefaultBranch): string[] {
  const guess =
    branch.certainty === 'known' ? '' : ', a guess: put the default branch there if it is another one';
  const where = {
    'own files': `the kernel is in ${kernel}`,
    submodule: `the kernel is the submodule ${kernel}`,
  };
  return [...(kernel === '.' ? [] : [where[source]]), `builds are kept for pushes to ${branch.name}${guess}`];
}

/** The kernel's own .gitignore has `.*`, so that git would refuse to add the files. */
async function nextStep(git: Git, written: readonly string[]): Promise<string> {
  const ignored = await git
    .feed(`${written.join('\0')}\0`, 'check-ignore', '--verbose', '-z', '--stdin')
    .catch((error: unknown) => emptyForGitError(error));
  const [file, line, pattern] = ignored.split('\0');
  const command = git.folder === process.cwd() ? 'git add' : `git -C ${shellWord(git.folder)} add`;
  if (pattern === undefined) return `next: ${command} .github, and commit`;
  return `next: ${command} -f .github, and commit (-f, since ${file}:${line} has "${pattern}")`;
}

/** git fails where no path is ignored. */
function emptyForGitError(error: unknown): string {
  if (error instanceof GitError) return '';
  throw error;
}

function shellWord(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}

/** Writes the starter files that are not there yet. */
export async function initFiles(options: InitOptions): Promise<InitResult> {
  const files = [
    { path: BUDGET_FILE, text: starterBudgetFile(options) },
    { path: WORKFLOW_FILE, text: starterWorkflow(options) },
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
