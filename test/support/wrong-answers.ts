/** Answers with status 200 that are not GitHub's: those of a proxy, or half a one. */
import type { Answer } from './github/fake-github-answer.ts';
import type { FaultEffect } from './github/fake-github-faults.ts';
import type { Operation } from './github/fake-github-routes.ts';

const SIGN_IN =
  '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Sign in to go on</body></html>';

function json(body: unknown): FaultEffect {
  return { kind: 'answer', answer: { status: 200, body } };
}

function html(type: string): FaultEffect {
  const headers = { 'content-type': type };
  return { kind: 'answer', answer: { status: 200, bytes: Buffer.from(SIGN_IN), headers } };
}

/** The first half of what GitHub would have said. */
function half(answer: Answer): Answer {
  const bytes = answer.bytes ?? Buffer.from(JSON.stringify(answer.body ?? {}));
  return { ...answer, status: 200, bytes: bytes.subarray(0, bytes.length / 2), headers: {} };
}

/** By what comes. */
export const WRONG_ANSWERS = {
  null: json(null),
  'an empty list': json([]),
  'an empty object': json({}),
  'a list of numbers': json([1, 2, 3]),
  "a proxy's page": html('text/html; charset=utf-8'),
  "a proxy's page that is said to be JSON": html('application/json'),
  'half an answer': { kind: 'garble', garble: half },
} as const satisfies Readonly<Record<string, FaultEffect>>;

/** What GitHub may answer with an empty list. */
export const EMPTY_LISTS: readonly Operation[] = [
  'issues/list-comments',
  'issues/list-events',
  'issues/list-for-repo',
  'pulls/list',
  'pulls/list-commits',
  'repos/list-commit-statuses-for-ref',
  // A folder's entries.
  'repos/get-content',
];

/** The answer with each number as a text, as a careless gateway has it. */
export function withTextForNumbers(answer: Answer): Answer {
  const text = JSON.stringify(answer.body, (_key, value: unknown) =>
    typeof value === 'number' ? String(value) : value,
  );
  return { ...answer, body: text === undefined ? undefined : JSON.parse(text) };
}

/** The answer with what it lists a hundred times over. */
export function withHugePage(answer: Answer): Answer {
  const text = JSON.stringify(answer.body, (_key, value: unknown) =>
    Array.isArray(value) && value.length > 0 && typeof value[0] === 'object'
      ? Array.from({ length: 101 }, (_, index) => value[index % value.length] as unknown)
      : value,
  );
  return { ...answer, body: JSON.parse(text) };
}
