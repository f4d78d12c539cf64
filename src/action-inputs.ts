import { isAbsolute } from 'node:path';
import * as core from '@actions/core';
import { BUDGET_FILE } from './budget/budget-file.ts';
import { FAILING_KINDS, type FailingKind } from './exit-code.ts';
import { commentMarker } from './github/comment-marker.ts';
import { UserError } from './user-error.ts';

/** The action's inputs, read once; action.yml describes them. Absent ones are undefined or empty. */
export interface ActionInputs {
  readonly token: string;
  readonly kernel: string;
  readonly config: string;
  readonly targets: readonly string[];
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly failOn: readonly FailingKind[];
  readonly commentKey: string;
  readonly missingTools: 'install' | 'report';
  readonly jobs: number | undefined;
}

/** Throws a UserError that names the input, what it holds and what was expected. */
export function readInputs(): ActionInputs {
  return {
    token: token(core.getInput('token')),
    kernel: core.getInput('kernel') || '.',
    config: config(core.getInput('config') || BUDGET_FILE),
    targets: words(core.getInput('targets')),
    base: core.getInput('base') || undefined,
    head: core.getInput('head') || undefined,
    failOn: failOn(core.getInput('fail-on')),
    commentKey: commentKey(core.getInput('comment-key') || 'default'),
    missingTools: missingTools(core.getInput('install-packages')),
    jobs: jobs(core.getInput('jobs')),
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

/** A bad key is refused before anything is built. */
function commentKey(text: string): string {
  commentMarker(text);
  return text;
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

function missingTools(text: string): 'install' | 'report' {
  if (text === 'true') return 'install';
  if (text === 'false' || text === '') return 'report';
  throw new UserError(`input install-packages is "${text}"; expected true or false`);
}

function jobs(text: string): number | undefined {
  if (text === '') return undefined;
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new UserError(`input jobs is "${text}"; expected a whole number such as 4`);
}
