/** The answers of the fake GitHub against GitHub's own description of them. */
import { expect, test } from 'vitest';
import { ask, start } from './ask-fake-github.ts';
import { checkAnswer } from './openapi-validation.ts';
import {
  artifact,
  BASE_SHA,
  commit,
  FORK,
  HEAD_SHA,
  labelEvent,
  pull,
  run,
} from './resources/fake-github-builders.ts';
import { addComment, addIssue, createState } from './resources/fake-github-state.ts';

const STATE = createState({
  permissions: { alice: 'write' },
  pulls: [
    pull({ labels: ['bug'], commits: [commit()] }),
    pull({ number: 8, headRepo: FORK, state: 'closed', merged: true, draft: true }),
  ],
  labelEvents: [labelEvent(), labelEvent({ event: 'renamed' }), labelEvent({ event: 'unlabeled' })],
  mergeBases: { [`main...${HEAD_SHA}`]: BASE_SHA },
  commits: [commit({ author: null })],
  files: { 'main:.github/size.yml': 'limits: {}\n' },
  runs: [run(), run({ id: 501, headRepo: FORK, status: 'in_progress', conclusion: null })],
  artifacts: [artifact({ archive: new Uint8Array(9) })],
});

const ISSUE = { title: 'text grew', body: 'by 4 KiB', labels: ['size'] };
const CHECK = {
  name: 'kernel size',
  head_sha: HEAD_SHA,
  output: { title: 'too big', summary: 'by 4 KiB' },
};

test.each([
  ['issues/get-comment', 'GET issues/comments/101', 200],
  ['reactions/create-for-issue-comment', 'POST issues/comments/101/reactions', 201, { content: '+1' }],
  ['issues/list-events', 'GET issues/7/events', 200],
  ['issues/list-for-repo', 'GET issues?state=all', 200],
  ['issues/create', 'POST issues', 201, ISSUE],
  ['issues/update', 'PATCH issues/9', 200, { state: 'closed', body: null }],
  ['pulls/list', 'GET pulls?state=all', 200],
  ['pulls/get', 'GET pulls/7', 200],
  ['pulls/get', 'GET pulls/8', 200],
  ['pulls/list-commits', 'GET pulls/7/commits', 200],
  ['repos/compare-commits', `GET compare/main...${HEAD_SHA}`, 200],
  ['repos/get-content', 'GET contents/.github%2Fsize.yml?ref=main', 200],
  ['repos/get-collaborator-permission-level', 'GET collaborators/alice/permission', 200],
  ['repos/create-commit-status', `POST statuses/${HEAD_SHA}`, 201, { state: 'success', context: 'size' }],
  ['checks/create', 'POST check-runs', 201, CHECK],
  ['checks/update', 'PATCH check-runs/3001', 200, { conclusion: 'failure' }],
  ['actions/list-workflow-run-artifacts', 'GET actions/runs/500/artifacts', 200],
  ['actions/list-workflow-runs', 'GET actions/workflows/size.yml/runs', 200],
  ['actions/get-workflow-run', 'GET actions/runs/501', 200],
  ['actions/re-run-workflow-failed-jobs', 'POST actions/runs/500/rerun-failed-jobs', 201],
  ['git/get-commit', `GET git/commits/${HEAD_SHA}`, 200],
] as const)('answers %s as GitHub describes it: %s', async (operation, line, status, body?: unknown) => {
  const github = await start({ state: structuredClone(STATE) });
  addComment(github.state, {});
  addIssue(github.state, {});
  if (operation === 'checks/update') await ask(github, 'POST check-runs', CHECK);
  const answer = await ask(github, line, body);
  expect(github.problems).toEqual([]);
  expect(answer.status).toBe(status);
  expect(await checkAnswer(operation, answer)).toEqual([]);
});
