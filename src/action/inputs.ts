import { isAbsolute } from 'node:path';
import * as core from '@actions/core';
import { BUDGET_FILE } from '../budget/file/budget-file.ts';
import { parseSize } from '../budget/units.ts';
import { DEFAULT_CACHE_SIZE } from '../cache/store.ts';
import { type PrebuiltKernels, readPrebuiltKernels } from '../check/prebuilt/files.ts';
import { WORKFLOW_FILE } from '../cli/starter-files.ts';
import { requireCommentKey } from '../github/comments/comment-marker.ts';
import { MOST_JOBS } from '../kernel/make/most-jobs.ts';
import { SANDBOX_CHOICES, type SandboxChoice } from '../kernel/sandbox/open-sandbox.ts';
import { CCACHE_CHOICES, type CcacheChoice } from '../kernel/tools/ccache.ts';
import { FAILING_KINDS, type FailingKind } from '../report/exit-code.ts';
import { UserError } from '../user-error.ts';

const MODES = ['check', 'plan', 'measure', 'report', 'comment'] as const;

/** The part of the work that one use of the action does. */
export type Mode = (typeof MODES)[number];

/** When a comment is written. */
type CommentWhen = 'always' | 'on-change' | 'never';

/** How a trusted job tells branch protection the verdict. */
type StatusKind = 'none' | 'commit-status' | 'check-run';

/** The action's inputs, read once; action.yml describes them. Absent ones are undefined or empty. */
export interface ActionInputs {
  readonly mode: Mode;
  readonly token: string;
  readonly kernel: string;
  readonly config: string;
  readonly targets: readonly string[];
  readonly base: string | undefined;
  readonly head: string | undefined;
  /** Kernels that were built elsewhere. */
  readonly given: PrebuiltKernels | undefined;
  readonly failOn: readonly FailingKind[];
  readonly comment: CommentWhen;
  readonly commentKey: string;
  /** What tells the jobs of a matrix apart, as JSON. */
  readonly matrix: string;
  /** Path of the workflow whose runs are reported, `.github/workflows/NAME.yml`. */
  readonly workflow: string;
  /** The label that accepts growth together with the description of the pull request. */
  readonly acceptLabel: string;
  readonly status: StatusKind;
  readonly openIssue: 'open' | 'leave';
  /** Folder with the parts that jobs of mode measure left, for mode report. */
  readonly parts: string;
  /** The run whose stored report is judged again, for mode report. */
  readonly storedRun: number | undefined;
  readonly missingTools: 'install' | 'report';
  readonly sandbox: SandboxChoice;
  readonly jobs: number | undefined;
  readonly cache: CacheChoice;
  readonly ccache: CcacheChoice;
  /** Whether a target that a change cannot reach is built all the same. */
  readonly unaffected: 'skip' | 'build';
}

/** Where builds are kept for later runs. */
type CacheChoice =
  | { readonly kind: 'none' }
  /** GitHub's cache. */
  | { readonly kind: 'actions' }
  /** A folder of the machine's own, and the most that it may take, in bytes. */
  | { readonly kind: 'folder'; readonly folder: string; readonly limit: number };

/** Throws a UserError that names the input, what it holds and what was expected. */
export function readInputs(): ActionInputs {
  return {
    mode: choice('mode', MODES, 'check'),
    token: token(core.getInput('token')),
    kernel: core.getInput('kernel') || '.',
    config: config(core.getInput('config') || BUDGET_FILE),
    targets: words(core.getInput('targets')),
    base: core.getInput('base') || undefined,
    head: core.getInput('head') || undefined,
    given: readPrebuiltKernels({ valueOf: (name) => core.getInput(name) || undefined, prefix: 'input ' }),
    failOn: failOn(core.getInput('fail-on')),
    comment: choice('comment', ['always', 'on-change', 'never'], 'on-change'),
    commentKey: requireCommentKey(core.getInput('comment-key') || 'default'),
    matrix: core.getInput('matrix'),
    workflow: workflow(core.getInput('workflow') || WORKFLOW_FILE),
    acceptLabel: core.getInput('accept-label') || 'size-growth-accepted',
    status: choice('status', ['none', 'commit-status', 'check-run'], 'none'),
    openIssue: choice('open-issue', ['true', 'false'], 'false') === 'true' ? 'open' : 'leave',
    parts: core.getInput('parts') || 'kernel-size-parts',
    storedRun: wholeNumber('stored-run'),
    missingTools: choice('install-packages', ['true', 'false'], 'false') === 'true' ? 'install' : 'report',
    sandbox: choice('sandbox', SANDBOX_CHOICES, 'auto'),
    jobs: jobCount(),
    cache: cacheChoice(core.getInput('cache') || 'actions'),
    ccache: choice('ccache', CCACHE_CHOICES, 'never'),
    unaffected: choice('skip-unaffected', ['true', 'false'], 'true') === 'true' ? 'skip' : 'build',
  };
}

function token(text: string): string {
  if (text !== '') return text;
  throw new UserError(
    'input token is empty; expected a token that may read the repository: leave the input out for that of the job',
  );
}

function config(path: string): string {
  if (!isAbsolute(path)) return path;
  throw new UserError(`input config is "${path}"; expected a path relative to the repository's root`);
}

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

function failOn(text: string): readonly FailingKind[] {
  const given = words(text);
  if (given.length === 0) return FAILING_KINDS;
  if (given.length === 1 && given[0] === 'none') return [];
  const wrong = given.filter((word) => !isFailingKind(word));
  if (wrong.length === 0) return given.filter((word) => isFailingKind(word));
  throw new UserError(`input fail-on has "${wrong.join(' ')}"; expected ${FAILING_KINDS.join(', ')} or none`);
}

function isFailingKind(word: string): word is FailingKind {
  return FAILING_KINDS.some((kind) => kind === word);
}

/** One of some words; the first use of the default is where the input is empty. */
function choice<Word extends string>(name: string, choices: readonly Word[], byDefault: Word): Word {
  const text = core.getInput(name);
  const word = choices.find((one) => one === text);
  if (word !== undefined || text === '') return word ?? byDefault;
  throw new UserError(`input ${name} is "${text}"; expected ${inWords(choices)}`);
}

function inWords(choices: readonly string[]): string {
  return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}

function cacheChoice(text: string): CacheChoice {
  if (text === 'actions' || text === 'none') return { kind: text };
  if (isAbsolute(text)) return { kind: 'folder', folder: text, limit: cacheSize() };
  throw new UserError(`input cache is "${text}"; expected actions, none or the absolute path of a folder`);
}

function cacheSize(): number {
  const text = core.getInput('cache-size');
  if (text === '') return DEFAULT_CACHE_SIZE;
  const size = parseSize(text);
  if (size.kind === 'size') return size.bytes;
  throw new UserError(`input cache-size: ${size.message}`);
}

function jobCount(): number | undefined {
  const jobs = wholeNumber('jobs');
  if (jobs === undefined || jobs <= MOST_JOBS) return jobs;
  throw new UserError(`input jobs is "${jobs}"; expected a whole number from 1 to ${MOST_JOBS}`);
}

/** Undefined where the input is empty. */
function wholeNumber(name: string): number | undefined {
  const text = core.getInput(name);
  if (text === '') return undefined;
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new UserError(`input ${name} is "${text}"; expected a whole number such as 4`);
}

/** A path as GitHub names workflows in its events. */
function workflow(path: string): string {
  if (/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return path;
  throw new UserError(`input workflow is "${path}"; expected a path such as ${WORKFLOW_FILE}`);
}
