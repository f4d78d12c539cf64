/** The hidden second line of a comment: which run wrote it, so that an older run does not write over a newer one. */
import { z } from 'zod';
import { commitHash } from '../commits/commit-hash.ts';

/** The workflow run whose report a comment shows. */
export interface CommentSource {
  /** Full hash of the pull request's commit that was measured. */
  readonly head: string;
  /** GitHub's number of the run, which rises from run to run. */
  readonly run: number;
  /** Counts from 1; running a run's jobs again raises it. */
  readonly attempt: number;
  /** Tells apart the jobs of one run that write comments; absent where one run's report has one comment. */
  readonly use?: string | undefined;
}

// Nothing but hex and integers, so that nothing in it can end the HTML comment.
const commentData = z.object({
  head: commitHash,
  run: z.int().nonnegative(),
  attempt: z.int().nonnegative(),
  use: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  /** The comment's own number. */
  comment: z.int().positive().optional(),
});

const DATA_LINE = /^<!-- kernel-size-budget:data (.*) -->$/;

/** Returns the line for a comment of a number, without a line end. Throws on a source that `sourceOf` would not read. */
export function dataLine(source: CommentSource, comment: number | undefined): string {
  return `<!-- kernel-size-budget:data ${JSON.stringify(commentData.parse({ ...source, comment }))} -->`;
}

/** Reads the source from a comment's body; undefined where there is none, or none that can be read. */
export function sourceOf(body: string): CommentSource | undefined {
  return dataOf(body);
}

/**
 * Whether a body carries the number of the comment that it is the body of. GitHub gives the number when the comment is
 * written, so that whoever repeats the hidden lines of one comment in another repeats a number that is not its own.
 */
export function isNumbered(body: string, id: number): boolean {
  return dataOf(body)?.comment === id;
}

/** What a comment says, without the source and without what an edit in the browser changes. */
export function textOf(body: string): string {
  const lines = linesOf(body);
  const text = DATA_LINE.test(lines[1] ?? '') ? lines.toSpliced(1, 1) : lines;
  return text.join('\n').trimEnd();
}

/** Whether a source comes from a later run, or from a later attempt of the same. */
export function isNewer(source: CommentSource, than: CommentSource): boolean {
  return source.run > than.run || (source.run === than.run && source.attempt > than.attempt);
}

/** Whether two jobs of one run say different things. */
export function isOtherUse(source: CommentSource, than: CommentSource): boolean {
  return source.run === than.run && source.use !== than.use;
}

function dataOf(body: string): z.infer<typeof commentData> | undefined {
  const [, json] = DATA_LINE.exec(linesOf(body)[1] ?? '') ?? [];
  return json === undefined ? undefined : commentData.safeParse(parseJson(json)).data;
}

function linesOf(body: string): string[] {
  return body.split(/\r?\n/);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
