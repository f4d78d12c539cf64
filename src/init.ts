import { lstat, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { BUDGET_FILE } from './budget/budget-file.ts';
import { requireRepository } from './git/commits.ts';
import { createGit } from './git/git.ts';
import { readKernelVersion } from './kernel/kernel-version.ts';
import { readPresets } from './plan.ts';
import { UserError } from './user-error.ts';

/** Starter files of a repository: the budget file and the workflow that checks it. */

export const WORKFLOW_FILE = '.github/workflows/kernel-size.yml';

const REPOSITORY = 'kernel-size-budget/kernel-size-budget';
const RELEASE = 'v1';
const SCHEMA = `https://raw.githubusercontent.com/${REPOSITORY}/${RELEASE}/schema/budget-file.schema.json`;

export interface InitOptions {
  /** The root of the repository. */
  readonly folder: string;
  /** Names of all presets. */
  readonly presets: readonly string[];
  /** Presets that the budget file extends from the start; at least one. */
  readonly chosen: readonly string[];
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
  const folder = await repositoryOf(job);
  const presets = [...readPresets().keys()];
  const { written, kept } = await initFiles({ folder, presets, chosen: ['x86-tiny'] });
  const lines = [
    ...written.map((path) => `${join(folder, path)}: written`),
    ...kept.map((path) => `${join(folder, path)}: is there already, left as it is`),
  ];
  return `${lines.join('\n')}\n`;
}

async function repositoryOf({ folder, env }: InitJob): Promise<string> {
  await requireFolder(folder);
  const git = createGit(resolve(folder), env);
  await requireRepository(git);
  const root = await git.run('rev-parse', '--show-toplevel');
  try {
    readKernelVersion(git.folder);
  } catch {
    // A folder of the tree, such as drivers/, means the tree.
    readKernelVersion(root);
  }
  return root;
}

/** Writes the starter files that are not there yet. */
export async function initFiles(options: InitOptions): Promise<InitResult> {
  const files = [
    { path: BUDGET_FILE, text: starterBudgetFile(options) },
    { path: WORKFLOW_FILE, text: starterWorkflow() },
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
    await mkdir(dirname(path), { recursive: true });
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

/** A budget file that extends the chosen presets and shows the other keys as comments. */
export function starterBudgetFile({ presets, chosen }: Pick<InitOptions, 'presets' | 'chosen'>): string {
  const targets = chosen.map((name) => `  ${name}:\n    extends: ${name}\n`).join('');
  return `# yaml-language-server: $schema=${SCHEMA}

# From this share of a budget on, a target is reported as near its limit.
# nearLimit: 95%

# The kernels to measure. Presets: ${presets.join(', ')}.
targets:
${targets}
  # A preset with tighter limits: "growth" is the most that one pull request may add, "budgets" the most in all.
  # stm32f469:
  #   extends: stm32f469
  #   growth: { flash: 1K, ram: 256 }

  # A kernel of your own. Sizes are bytes (331776, 0x51000) or 324K, 2M.
  # my-board:
  #   arch: arm
  #   crossCompile: arm-linux-gnueabi-
  #   base: tinyconfig               # or allnoconfig, my_defconfig, path/to/a.config
  #   fragments:                     # paths in this repository, merged in this order
  #     - kernel/configs/my-board.config
  #     - { file: kernel/configs/my-board-new.config, since: "6.10" }
  #   image: zImage
  #   budgets: { image: 640K, ram: 3M }
  #   growth: { flash: 1K, ram: 1K }
`;
}

/** The workflow of one step that checks each pull request, as README.md shows it. */
export function starterWorkflow(): string {
  return `name: kernel size
on:
  pull_request:
permissions:
  contents: read
  pull-requests: write # for the comment
jobs:
  size:
    runs-on: ubuntu-24.04 # a fixed image: another compiler measures other sizes
    timeout-minutes: 60
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
      - uses: ${REPOSITORY}@${RELEASE}
        with:
          install-packages: true
`;
}
