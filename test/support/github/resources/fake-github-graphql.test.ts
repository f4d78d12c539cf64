import { expect, test } from 'vitest';
import { request, start } from '../ask-fake-github.ts';
import type { FakeGitHub } from '../fake-github.ts';
import { pull } from './fake-github-builders.ts';
import { addComment } from './fake-github-state.ts';

const MINIMIZED = `
  query($ids: [ID!]!) {
    nodes(ids: $ids) { ... on IssueComment { id isMinimized } }
  }`;
const UNMINIMIZE =
  'mutation($id: ID!) { unminimizeComment(input: { subjectId: $id }) { unminimizedComment { isMinimized } } }';
const LAST_EDIT = `query($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) { lastEditedAt } }
}`;
const PULL_7 = { owner: 'octo', repo: 'linux', number: 7 };

async function query(github: FakeGitHub, text: string, variables: object): Promise<unknown> {
  const body = JSON.stringify({ query: text, variables });
  return (await request(github, '/graphql', { method: 'POST', body })).json();
}

test('says which comments are minimized', async () => {
  const github = await start();
  const shown = addComment(github.state, {});
  const hidden = addComment(github.state, { isMinimized: true });
  const ids = [`IC_${shown.id}`, `IC_${hidden.id}`];
  expect(await query(github, MINIMIZED, { ids })).toEqual({
    data: {
      nodes: [
        { id: ids[0], isMinimized: false },
        { id: ids[1], isMinimized: true },
      ],
    },
  });
});

test('has null and an error for a comment that is gone', async () => {
  const github = await start();
  expect(await query(github, MINIMIZED, { ids: ['IC_1'] })).toMatchObject({
    data: { nodes: [null] },
    errors: [{ message: "Could not resolve to a node with the global id of 'IC_1'" }],
  });
});

test('shows a minimized comment again', async () => {
  const github = await start();
  const comment = addComment(github.state, { isMinimized: true });
  expect(await query(github, UNMINIMIZE, { id: `IC_${comment.id}` })).toMatchObject({
    data: { unminimizeComment: { unminimizedComment: { isMinimized: false } } },
  });
  expect(comment.isMinimized).toBe(false);
});

test.each([null, '2026-01-02T00:00:00Z'])('says when a pull request was edited: %s', async (bodyEditedAt) => {
  const github = await start({ state: { pulls: [pull({ bodyEditedAt })] } });
  expect(await query(github, LAST_EDIT, PULL_7)).toEqual({
    data: { repository: { pullRequest: { lastEditedAt: bodyEditedAt } } },
  });
});

test('has an error for a pull request that does not exist', async () => {
  const github = await start();
  expect(await query(github, LAST_EDIT, PULL_7)).toMatchObject({
    data: { repository: { pullRequest: null } },
    errors: [{ type: 'NOT_FOUND' }],
  });
});

test.each([
  ['a query of something else', '{ rateLimit { cost } }', {}],
  ['a mutation without its variable', UNMINIMIZE, {}],
])('has an error for %s', async (_what, text, variables) => {
  const github = await start();
  expect(await query(github, text, variables)).toMatchObject({ data: null, errors: [{}] });
});
