/** The hidden second line of a comment: which run wrote it, so that an older run does not write over a newer one. */
import { z } from 'zod';
import { commitHash } from './commit-hash.ts';

/** The workflow run whose report a comment shows. */
export interface CommentSource {
  /** Full hash of the pull request's commit that was measured. */
  readonly head: string;
  /** GitHub's number of the run, which rises from run to run. */
  readonly run: number;
  /** Counts from 1; running a run's jobs again raises it. */
  readonly attempt: number;
}

// Nothing but hex and integers, so that nothing in it can end the HTML comment.
const commentSource = z.object({
  head: commitHash,
  run: z.int().nonnegative(),
  attempt: z.int().nonnegative(),
});

const SOURCE_LINE = /^<!-- kernel-size-budget:data (.*) -->$/;

/** Returns the line, without a line end. Throws on a source that `sourceOf` would not read. */
export function sourceLine(source: CommentSource): string {
  return `<!-- kernel-size-budget:data ${JSON.stringify(commentSource.parse(source))} -->`;
}

/** Reads the source from a comment's body; undefined where there is none, or none that can be read. */
export function sourceOf(body: string): CommentSource | undefined {
  const [, json] = SOURCE_LINE.exec(linesOf(body)[1] ?? '') ?? [];
  return json === undefined ? undefined : commentSource.safeParse(parseJson(json)).data;
}

/** What a comment says, without the source and without what an edit in the browser changes. */
export function textOf(body: string): string {
  const lines = linesOf(body);
  const text = SOURCE_LINE.test(lines[1] ?? '') ? lines.toSpliced(1, 1) : lines;
  return text.join('\n').trimEnd();
}

/** Whether a source comes from a later run, or from a later attempt of the same. */
export function isNewer(source: CommentSource, than: CommentSource): boolean {
  return source.run > than.run || (source.run === than.run && source.attempt > than.attempt);
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
