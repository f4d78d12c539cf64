/** An answer that GitHub would not give, such as the page of a proxy with status 200: a failure of the way to GitHub. */
import type { z } from 'zod';
import { cutLine } from './cut-text.ts';

/** Octokit's answer, before anything is believed of it. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly data: unknown;
}

/** Names what is wrong with an answer, in one line; undefined where nothing is. */
export type AnswerCheck = (answer: RawAnswer) => string | undefined;

/**
 * The error for a malformed answer. Name, status and request are as in Octokit's own error, so that its plugins send
 * the request again: 502 is what a gateway says of an answer that it cannot use.
 */
export class MalformedAnswer extends Error {
  override readonly name = 'HttpError';
  readonly status = 502;
  readonly request: unknown;

  constructor(problem: string, request: unknown) {
    super(`the answer is not GitHub's: ${problem}`);
    this.request = request;
  }
}

/** How much of a text that should have been JSON is shown, in characters. */
const LONGEST_BEGINNING = 40;

/** Checks that an answer's data has the shape that is used. */
export function hasShape(shape: z.ZodType): AnswerCheck {
  return ({ status, data }) => {
    const problem = problemWith(shape, data);
    return problem === undefined ? undefined : `with status ${status} ${problem}`;
  };
}

/** Checks the status of an answer whose data is not used. */
export function hasStatus(...expected: readonly number[]): AnswerCheck {
  return ({ status }) =>
    expected.includes(status) ? undefined : `status ${status}, expected ${expected.join(' or ')}`;
}

function problemWith(shape: z.ZodType, data: unknown): string | undefined {
  const parsed = shape.safeParse(data);
  if (parsed.success) return undefined;
  if (data instanceof ArrayBuffer) return `came ${data.byteLength} bytes that are no JSON`;
  if (typeof data === 'string') return `came no JSON: ${JSON.stringify(cutLine(data, LONGEST_BEGINNING))}`;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') || 'its data';
  return `${place}: ${issue?.message.replace(/^Invalid input: /, '')}`;
}
