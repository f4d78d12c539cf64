import { z } from 'zod';
import { ask } from '../api/ask.ts';
import { bytesOf, cutLine, cutLines } from '../api/cut-text.ts';
import {
  ANNOTATION_MESSAGE_BYTES,
  ANNOTATION_TITLE_CHARACTERS,
  ANNOTATIONS_PER_REQUEST,
  CHECK_SUMMARY_BYTES,
  CHECK_TITLE_CHARACTERS,
} from '../api/limits.ts';
import { type Refused, refused } from '../api/refusal.ts';
import type { Repository } from '../api/repository.ts';
import type { PullRequestOrigin } from '../pulls/pull-request.ts';
import { type CheckName, listChecks } from './check-list.ts';

/** What is shown among the checks of a commit. */
export interface CheckRun extends CheckName {
  /** `begun` neither passes nor fails. */
  readonly state: 'success' | 'failure' | 'begun';
  readonly title: string;
  /** The same report from the fullest to the shortest, in markdown. */
  readonly summaries: readonly string[];
  readonly annotations: readonly CheckAnnotation[];
  readonly detailsUrl: string;
  /** Whose token it is, as in `CommentRequest`. */
  readonly origin: PullRequestOrigin;
}

/** Something said about a line of a file, counted from 1. */
export interface CheckAnnotation {
  readonly path: string;
  readonly line: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
}

export type CheckRunOutcome =
  | {
      readonly kind: 'set';
      /** What did not go as usual beside it, one line each. */
      readonly remarks: readonly string[];
    }
  | Refused;

/**
 * Writes a check run with the first summary that fits, and all annotations. Where one of its name has begun, that is
 * brought to its end. A lost answer may leave a second one of the same name, of which GitHub counts the latest.
 * https://docs.github.com/en/rest/checks/runs
 */
export async function writeCheckRun(repository: Repository, run: CheckRun): Promise<CheckRunOutcome> {
  const output = {
    title: cutLine(run.title, CHECK_TITLE_CHARACTERS),
    summary: fittingSummary(run.summaries),
  };
  const first = run.annotations.slice(0, ANNOTATIONS_PER_REQUEST).map(annotationJson);
  try {
    const begun = (await listChecks(repository, run)).find(({ stage }) => stage === 'begun');
    const id = await writeFirst(repository, run, {
      begun: begun?.id,
      output: { ...output, annotations: first },
    });
    return {
      kind: 'set',
      remarks: await addAnnotations(repository, run, { id, output, written: first.length }),
    };
  } catch (error) {
    return refused(error, { purpose: 'check', origin: run.origin });
  }
}

const STATES = {
  success: { status: 'completed', conclusion: 'success' },
  failure: { status: 'completed', conclusion: 'failure' },
  begun: { status: 'in_progress' },
} as const;

const checkData = z.object({ id: z.int().positive() });

interface FirstPart {
  /** The check run that has begun. */
  readonly begun: number | undefined;
  readonly output: WrittenRun['output'] & { readonly annotations: ReturnType<typeof annotationJson>[] };
}

/** Returns the check run's number. */
async function writeFirst(
  { client, owner, repo }: Repository,
  { sha, name, detailsUrl, state }: CheckRun,
  { begun, output }: FirstPart,
): Promise<number> {
  const check = { owner, repo, name, details_url: detailsUrl, ...STATES[state], output };
  const { id } = await ask(checkData, (request) =>
    begun === undefined
      ? client.rest.checks.create({ ...check, head_sha: sha, request })
      : client.rest.checks.update({ ...check, check_run_id: begun, request }),
  );
  return id;
}

/** A check run with the first of its annotations. */
interface WrittenRun {
  readonly id: number;
  readonly output: { readonly title: string; readonly summary: string };
  readonly written: number;
}

/** Each update adds its annotations to those that are there, and has to repeat the summary. */
async function addAnnotations(
  { client, owner, repo }: Repository,
  run: CheckRun,
  { id, output, written }: WrittenRun,
): Promise<readonly string[]> {
  const target = { owner, repo, check_run_id: id };
  const all = run.annotations;
  for (let start = written; start < all.length; start += ANNOTATIONS_PER_REQUEST) {
    const annotations = all.slice(start, start + ANNOTATIONS_PER_REQUEST).map(annotationJson);
    try {
      const more = { ...target, output: { ...output, annotations } };
      await ask(checkData, (request) => client.rest.checks.update({ ...more, request }));
    } catch (error) {
      const { reason } = refused(error, { purpose: 'check', origin: run.origin });
      return [`${all.length - start} of ${all.length} annotations are missing: ${reason}`];
    }
  }
  return [];
}

function fittingSummary(summaries: readonly string[]): string {
  const fitting = summaries.find((summary) => bytesOf(summary) <= CHECK_SUMMARY_BYTES);
  return fitting ?? cutLines(summaries.at(-1) ?? '', CHECK_SUMMARY_BYTES);
}

function annotationJson({ path, line, level, title, message }: CheckAnnotation) {
  return {
    path,
    start_line: line,
    end_line: line,
    annotation_level: level,
    title: cutLine(title, ANNOTATION_TITLE_CHARACTERS),
    message: cutLines(message, ANNOTATION_MESSAGE_BYTES),
  };
}
