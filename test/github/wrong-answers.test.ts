import { type TestContext, describe, test } from 'vitest';
import { TRIES } from '../../src/github/api/limits.ts';
import type { Repository } from '../../src/github/api/repository.ts';
import { requestFailureOf } from '../../src/github/api/request-failure.ts';
import { viewerLogin } from '../../src/github/api/viewer.ts';
import { deleteComments } from '../../src/github/comments/comment-thread.ts';
import type { CommentThread } from '../../src/github/comments/comment-thread.ts';
import { showAgain } from '../../src/github/comments/comment-visibility.ts';
import { type UpsertRequest, upsertComment } from '../../src/github/comments/comment.ts';
import { react, reply } from '../../src/github/comments/reply.ts';
import { commitParents } from '../../src/github/commits/commit-parents.ts';
import { isInBranch, mergeBase } from '../../src/github/commits/merge-base.ts';
import { readRepositoryFile } from '../../src/github/commits/repository-file.ts';
import { closeIssue, upsertIssue } from '../../src/github/issues/issue.ts';
import { bodyEditedAt, labelled, listConversation } from '../../src/github/pulls/acceptance-sources.ts';
import { commitMessages, rangeMessages } from '../../src/github/pulls/commit-messages.ts';
import { getPullRequest, openPullRequests } from '../../src/github/pulls/live-pull-request.ts';
import { permissionReader } from '../../src/github/pulls/permission.ts';
import { baseChangedAt } from '../../src/github/pulls/pull-events.ts';
import { downloadArtifact, findArtifact } from '../../src/github/runs/artifacts.ts';
import { writeCheckRun } from '../../src/github/runs/check-run.ts';
import { setCommitStatus, statusUrls } from '../../src/github/runs/commit-status.ts';
import { findRuns, getRun, headAt, rerunFailedJobs } from '../../src/github/runs/workflow-run.ts';
import { UserError } from '../../src/user-error.ts';
import type { FaultEffect } from '../support/github/fake-github-faults.ts';
import { OPERATIONS, type Operation } from '../support/github/fake-github-routes.ts';
import {
  BASE_SHA,
  HEAD_SHA,
  artifact,
  commit,
  labelEvent,
  pull,
  run,
} from '../support/github/resources/fake-github-builders.ts';
import { BOT_LOGIN, type FakeState } from '../support/github/resources/fake-github-state.ts';
import { EMPTY_LISTS, WRONG_ANSWERS, withHugePage, withTextForNumbers } from '../support/wrong-answers.ts';
import { MARKER, earlierBodyOf } from './comments/comment-builders.ts';
import { repositoryOf } from './repository-of.ts';
import { startGitHub } from './start-github.ts';

const WORKFLOW = '.github/workflows/size.yml';
const LISTED = { id: 900, name: 'kernel-size-report', bytes: 22 };
const ISSUE_MARKER = '<!-- kernel-size-budget:issue key=default branch=1 -->';
const CHECK = {
  sha: HEAD_SHA,
  name: 'kernel-size',
  state: 'success',
  title: 'fine',
  summaries: ['fine'],
  detailsUrl: 'https://github.test/',
  origin: 'same-repository',
} as const;
const NOTE = { path: 'init/main.c', line: 1, level: 'notice', title: 'f', message: 'grew' } as const;
/** An empty archive: no more than the record at its end. */
const ARCHIVE = Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]);

/** One of each kind of thing, so that no list is empty. */
function stateWithAll(): Partial<FakeState> {
  const commits = [commit({ sha: HEAD_SHA }), commit({ sha: BASE_SHA, parents: [] })];
  return {
    pulls: [pull({ commits: [commit()] })],
    commits,
    labelEvents: [labelEvent()],
    runs: [run()],
    artifacts: [artifact({ archive: ARCHIVE })],
    files: { 'main:a.yml': 'targets: {}' },
    mergeBases: { [`${BASE_SHA}...${HEAD_SHA}`]: BASE_SHA },
    permissions: { alice: 'write' },
    comments: [{ id: 50, pullNumber: 7, author: BOT_LOGIN, body: earlierBodyOf('before', 50) }],
    issues: [
      {
        number: 3,
        title: 'x',
        body: `${ISSUE_MARKER}\n<!-- kernel-size-budget:number 3 -->\nx`,
        state: 'open',
        author: BOT_LOGIN,
        labels: [],
      },
    ],
  };
}

const ISSUE = { marker: ISSUE_MARKER, title: 'x', bodies: ['another text'], isOther: () => false };
const COMMENT = { id: 50, nodeId: 'IC_50', body: '', url: 'https://github.test/' };
const STATUS = {
  sha: HEAD_SHA,
  context: 'kernel-size',
  state: 'success',
  description: 'fine',
  targetUrl: 'https://github.test/',
  origin: 'same-repository',
} as const;

function commentTo(repository: Repository): UpsertRequest {
  return {
    repository,
    pullNumber: 7,
    baseRef: 'main',
    origin: 'same-repository',
    key: 'size',
    workflow: WORKFLOW,
    source: { head: HEAD_SHA, run: 500, attempt: 1 },
    bodies: ['### All good'],
    when: 'always',
    news: 'news',
    visibility: 'as-is',
  };
}

function threadOf(repository: Repository): CommentThread {
  return { repository, number: 7, author: BOT_LOGIN, marker: MARKER };
}

type Call = (repository: Repository) => Promise<unknown>;

/** What the program asks of GitHub, by the operation that goes wrong. `issues/get-comment` it does not use. */
const CALLS: Readonly<Record<Exclude<Operation, 'issues/get-comment'>, readonly Call[]>> = {
  'issues/list-comments': [
    (repository) => listConversation(repository, 7),
    (repository) => upsertComment(commentTo(repository)),
  ],
  'issues/create-comment': [(repository) => reply(repository, 7, ['a reply'])],
  'issues/update-comment': [(repository) => upsertComment(commentTo(repository))],
  'issues/delete-comment': [(repository) => deleteComments(threadOf(repository), [COMMENT])],
  'reactions/create-for-issue-comment': [(repository) => react(repository, 50, '+1')],
  'issues/list-events': [
    (repository) => labelled(repository, { number: 7, label: 'size-accepted' }),
    (repository) => baseChangedAt(repository, 7),
  ],
  'issues/list-for-repo': [(repository) => upsertIssue(repository, ISSUE)],
  'issues/create': [(repository) => upsertIssue(repository, { ...ISSUE, marker: '<!-- another -->' })],
  'issues/update': [
    (repository) => upsertIssue(repository, ISSUE),
    (repository) => closeIssue(repository, { ...ISSUE, comment: 'well' }),
  ],
  'pulls/list': [(repository) => openPullRequests(repository, HEAD_SHA)],
  'pulls/get': [
    (repository) => getPullRequest(repository, 7),
    (repository) => upsertComment(commentTo(repository)),
  ],
  'pulls/list-commits': [(repository) => commitMessages(repository, 7)],
  'repos/compare-commits': [
    (repository) => rangeMessages(repository, { base: BASE_SHA, head: HEAD_SHA }),
    (repository) => mergeBase({ ...repository, base: BASE_SHA, head: HEAD_SHA }),
    (repository) => readRepositoryFile(repository, { path: 'none.yml', ref: 'main' }),
    (repository) => isInBranch(repository, { commit: BASE_SHA, branch: 'main' }),
  ],
  'repos/get-content': [(repository) => readRepositoryFile(repository, { path: 'a.yml', ref: 'main' })],
  'repos/get-collaborator-permission-level': [(repository) => permissionReader(repository)('alice')],
  'repos/create-commit-status': [(repository) => setCommitStatus(repository, STATUS)],
  'repos/list-commit-statuses-for-ref': [
    (repository) => statusUrls(repository, { sha: HEAD_SHA, context: 'kernel-size' }),
  ],
  'checks/list-for-ref': [(repository) => writeCheckRun(repository, { ...CHECK, annotations: [] })],
  'checks/create': [(repository) => writeCheckRun(repository, { ...CHECK, annotations: [] })],
  'checks/update': [
    (repository) =>
      writeCheckRun(repository, { ...CHECK, annotations: Array.from({ length: 51 }, () => NOTE) }),
  ],
  'git/get-commit': [(repository) => commitParents(repository, HEAD_SHA)],
  'actions/list-workflow-runs': [
    (repository) => findRuns(repository, { workflow: WORKFLOW, headSha: HEAD_SHA, event: 'pull_request' }),
    (repository) =>
      headAt(repository, {
        workflow: WORKFLOW,
        headRepository: { id: 1 },
        headBranch: 'topic',
        at: '2026-03-01T00:00:00Z',
      }),
  ],
  'actions/get-workflow-run': [(repository) => getRun(repository, 500)],
  'actions/re-run-workflow-failed-jobs': [(repository) => rerunFailedJobs(repository, 500)],
  'actions/list-workflow-run-artifacts': [
    (repository) => findArtifact(repository, { runId: 500, name: 'kernel-size-report' }),
  ],
  'actions/download-artifact': [(repository) => downloadArtifact(repository, LISTED)],
  graphql: [
    (repository) => viewerLogin(repository.client),
    (repository) => bodyEditedAt(repository, 7),
    (repository) => showAgain(repository.client, 'IC_50'),
  ],
  storage: [
    async (repository) =>
      downloadArtifact(repository, (await findArtifact(repository, { runId: 500, name: LISTED.name }))!),
  ],
};

const ROWS = Object.entries(CALLS).flatMap(([operation, calls]) =>
  calls.map((call, index) => ({ on: operation as Operation, nth: index + 1, call })),
);

/** What became of a call: what it returned, or what is said where it failed. */
async function outcomeOf(
  context: TestContext,
  { on, call, effect }: { readonly on: Operation; readonly call: Call; readonly effect?: FaultEffect },
) {
  const faults = effect === undefined ? [] : [{ on, effect }];
  const github = await startGitHub(context, { state: stateWithAll(), faults });
  const value = await call(repositoryOf(github)).catch((error: unknown) => {
    context.expect(error instanceof UserError || requestFailureOf(error) !== undefined).toBe(true);
    return { said: requestFailureOf(error)?.said ?? (error as Error).message };
  });
  const said = JSON.stringify(value);
  const isOutage = /the answer is not GitHub's|what the storage host sent/.test(said);
  return { value, isOutage, asked: github.requests.length };
}

describe.concurrent.each(ROWS)('$on (use $nth)', ({ on, call }) => {
  const wrong = Object.entries(WRONG_ANSWERS).filter(
    ([what]) => what !== 'an empty list' || !EMPTY_LISTS.includes(on),
  );

  test.for(wrong)(
    'answered by %s has failed, after it was asked three times',
    async ([, effect], context) => {
      const { isOutage, asked, value } = await outcomeOf(context, { on, call, effect });
      if (isOutage) return context.expect(asked).toBeGreaterThanOrEqual(TRIES);
      // What was carried out all the same is found, and not done twice.
      context.expect(effect.kind).toBe('garble');
      context.expect(value).toEqual((await outcomeOf(context, { on, call })).value);
    },
  );

  test('answered so once is as it is without', async (context) => {
    const good = await outcomeOf(context, { on, call });
    const github = await startGitHub(context, {
      state: stateWithAll(),
      faults: [{ on, effect: WRONG_ANSWERS["a proxy's page"], times: 1 }],
    });
    context.expect(await call(repositoryOf(github))).toEqual(good.value);
  });

  test('answered with texts for numbers has failed, or is as it is without', async (context) => {
    const good = await outcomeOf(context, { on, call });
    const effect = { kind: 'garble', garble: withTextForNumbers } as const;
    const { isOutage, value } = await outcomeOf(context, { on, call, effect });
    if (!isOutage) context.expect(value).toEqual(good.value);
  });
});

const LISTS = EMPTY_LISTS.filter(
  (one) => one !== 'repos/get-content' && one !== 'repos/list-commit-statuses-for-ref',
);

test.concurrent.for([...LISTS, 'actions/list-workflow-runs', 'actions/list-workflow-run-artifacts'] as const)(
  '%s answered with a page of more than a page has failed',
  async (on, context) => {
    const [call] = CALLS[on as keyof typeof CALLS];
    const effect = { kind: 'garble', garble: withHugePage } as const;
    context.expect((await outcomeOf(context, { on, call: call!, effect })).isOutage).toBe(true);
  },
);

test('every operation is among them, but the one that only tests use', ({ expect }) => {
  expect(Object.keys(CALLS).toSorted()).toEqual(
    OPERATIONS.filter((one) => one !== 'issues/get-comment').toSorted(),
  );
});
