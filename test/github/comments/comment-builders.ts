import type { TestContext } from 'vitest';
import type { CommentOutcome } from '../../../src/github/comments/comment-outcome.ts';
import type { CommentSource } from '../../../src/github/comments/comment-source.ts';
import { type UpsertRequest, upsertComment } from '../../../src/github/comments/comment.ts';
import type { FakeGitHub, FakeGitHubOptions } from '../../support/github/fake-github.ts';
import { HEAD_SHA, pull } from '../../support/github/resources/fake-github-builders.ts';
import { repositoryOf } from '../repository-of.ts';
import { startGitHub } from '../start-github.ts';

/** What `upsert` writes first; the hash is what `printf %s .github/workflows/size.yml | sha256sum` begins with. */
export const MARKER = '<!-- kernel-size-budget:v1 key=size workflow=ab3f5b60 -->';

/** The run that `upsert` reports. */
export const SOURCE = { head: HEAD_SHA, run: 500, attempt: 1 };

/** A comment's body as `upsert` writes it, of this or of another run; the first comment of a fake GitHub is 101. */
export function bodyOf(text: string, source: Partial<CommentSource> = {}, id: number | null = 101): string {
  const { head, run, attempt } = { ...SOURCE, ...source };
  const use = source.use === undefined ? '' : `,"use":"${source.use}"`;
  const own = id === null ? '' : `,"comment":${id}`;
  const data = `{"head":"${head}","run":${run},"attempt":${attempt}${use}${own}}`;
  return `${MARKER}\n<!-- kernel-size-budget:data ${data} -->\n${text}`;
}

/** A comment's body from the run before the one that `upsert` reports. */
export function earlierBodyOf(text: string, id: number | null = 101): string {
  return bodyOf(text, { head: 'c'.repeat(40), run: 400, attempt: 1 }, id);
}

/** Starts a fake GitHub with pull request 7, whose head is that of `SOURCE`. */
export function startWithPull(context: TestContext, options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  return startGitHub(context, { ...options, state: { pulls: [pull()], ...options.state } });
}

/** A request for the comment of pull request 7, which is in the same repository. */
export function requestTo(github: FakeGitHub, overrides: Partial<UpsertRequest> = {}): UpsertRequest {
  return {
    repository: repositoryOf(github),
    pullNumber: 7,
    baseRef: 'main',
    origin: 'same-repository',
    key: 'size',
    workflow: '.github/workflows/size.yml',
    source: SOURCE,
    bodies: ['### All good'],
    when: 'always',
    news: 'news',
    visibility: 'as-is',
    ...overrides,
  };
}

/** Writes the comment. */
export function upsert(github: FakeGitHub, overrides: Partial<UpsertRequest> = {}): Promise<CommentOutcome> {
  return upsertComment(requestTo(github, overrides));
}

/** The bodies of all comments, oldest first. */
export function bodiesOf(github: FakeGitHub): readonly string[] {
  return github.state.comments.map(({ body }) => body);
}

/** The address of a comment on pull request 7. */
export function urlOf(id: number): string {
  return `https://github.test/octo/linux/pull/7#issuecomment-${id}`;
}
