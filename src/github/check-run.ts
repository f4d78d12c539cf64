import { z } from 'zod';
import { ask } from './ask.ts';
import { bytesOf, cutLine, cutLines } from './cut-text.ts';
import {
  ANNOTATION_MESSAGE_BYTES,
  ANNOTATION_TITLE_CHARACTERS,
  ANNOTATIONS_PER_REQUEST,
  CHECK_SUMMARY_BYTES,
  CHECK_TITLE_CHARACTERS,
} from './limits.ts';
import type { PullRequestOrigin } from './pull-request.ts';
import { type Refused, refused } from './refusal.ts';
import type { Repository } from './repository.ts';

/** A check run that is complete when it is written. */
export interface CheckRun {
  readonly sha: string;
  readonly name: string;
  readonly conclusion: 'success' | 'failure' | 'neutral';
  readonly title: string;
  /** The same report from the fullest to the shortest, in markdown. */
  readonly summaries: readonly string[];
  readonly annotations: readonly CheckAnnotation[];
  readonly detailsUrl: string;
  /** Whose token it is, as in `CommentRequest`; `same-repository` when absent. */
  readonly origin?: PullRequestOrigin;
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
      readonly kind: 'created';
      /** What did not go as usual beside it, one line each. */
      readonly remarks: readonly string[];
    }
  | Refused;

/**
 * Writes a check run with the first summary that fits, and all annotations. A lost answer may leave a second one of
 * the same name, of which GitHub counts the latest. https://docs.github.com/en/rest/checks/runs
 */
export async function createCheckRun(repository: Repository, run: CheckRun): Promise<CheckRunOutcome> {
  const { client, owner, repo } = repository;
  const output = {
    title: cutLine(run.title, CHECK_TITLE_CHARACTERS),
    summary: fittingSummary(run.summaries),
  };
  const first = run.annotations.slice(0, ANNOTATIONS_PER_REQUEST).map(annotationJson);
  try {
    const { id } = await ask(checkData, (request) =>
      client.rest.checks.create({
        owner,
        repo,
        name: run.name,
        head_sha: run.sha,
        details_url: run.detailsUrl,
        status: 'completed',
        conclusion: run.conclusion,
        output: { ...output, annotations: first },
        request,
      }),
    );
    const written: WrittenRun = { id, output, written: first.length };
    return { kind: 'created', remarks: await addAnnotations(repository, run, written) };
  } catch (error) {
    return refused(error, refusalOf(run));
  }
}

const checkData = z.object({ id: z.int().positive() });

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
      const { reason } = refused(error, refusalOf(run));
      return [`${all.length - start} of ${all.length} annotations are missing: ${reason}`];
    }
  }
  return [];
}

function refusalOf({ origin = 'same-repository' }: CheckRun) {
  return { purpose: 'check', origin } as const;
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
