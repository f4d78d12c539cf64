import { describe, test } from 'vitest';
import { addComment, BOT_LOGIN, createState } from '../support/fake-github-state.ts';
import type { FakeState } from '../support/fake-github-state.ts';
import { bodiesOf, clientOf, MARKER, startGitHub, upsert, writesTo } from './start-github.ts';

describe.concurrent('a comment on a pull request', () => {
  test('is created with the marker as its first line', async (context) => {
    const github = await startGitHub(context);
    const outcome = await upsert(github);
    context.expect(bodiesOf(github)).toEqual([`${MARKER}\n### All good`]);
    context
      .expect(outcome)
      .toEqual({ kind: 'created', url: 'https://github.test/octo/linux/pull/7#issuecomment-101' });
  });

  test('is changed in place by the next run', async (context) => {
    const github = await startGitHub(context);
    const { id } = addComment(github.state, { body: `${MARKER}\nbefore` });
    const outcome = await upsert(github);
    context
      .expect(outcome)
      .toEqual({ kind: 'updated', url: `https://github.test/octo/linux/pull/7#issuecomment-${id}` });
    context.expect(bodiesOf(github)).toEqual([`${MARKER}\n### All good`]);
  });

  test('is not sent again when it says the same', async (context) => {
    const github = await startGitHub(context);
    addComment(github.state, { body: `${MARKER}\n### All good` });
    const outcome = await upsert(github);
    context.expect(outcome.kind).toBe('unchanged');
    context.expect(writesTo(github)).toEqual([]);
  });

  test('says the same when only its line ends differ', async (context) => {
    const github = await startGitHub(context);
    addComment(github.state, { body: `${MARKER}\r\n### All good\r\n` });
    context.expect((await upsert(github)).kind).toBe('unchanged');
  });

  test('is found behind more than one page of other comments', async (context) => {
    const github = await startGitHub(context);
    for (let number = 1; number <= 230; number++) addComment(github.state, { author: 'alice' });
    addComment(github.state, { body: `${MARKER}\nbefore` });
    context.expect((await upsert(github)).kind).toBe('updated');
    context.expect(github.state.comments).toHaveLength(231);
  });

  test('on another pull request is left alone', async (context) => {
    const github = await startGitHub(context);
    addComment(github.state, { body: `${MARKER}\nbefore`, pullNumber: 8 });
    context.expect((await upsert(github)).kind).toBe('created');
  });

  test('under another key is left alone', async (context) => {
    const github = await startGitHub(context);
    addComment(github.state, { body: '<!-- kernel-size-budget:v1 key=size-2 -->\nbefore' });
    context.expect((await upsert(github)).kind).toBe('created');
  });

  test('that quotes the marker further down is left alone', async (context) => {
    const github = await startGitHub(context);
    addComment(github.state, { body: `See this:\n${MARKER}\nbefore` });
    context.expect((await upsert(github)).kind).toBe('created');
  });

  test('of another author is left alone, marker or not', async (context) => {
    const github = await startGitHub(context);
    addComment(github.state, { body: `${MARKER}\nspoofed`, author: 'mallory' });
    context.expect((await upsert(github)).kind).toBe('created');
    context.expect(bodiesOf(github)[0]).toBe(`${MARKER}\nspoofed`);
  });

  test('belongs to the login that the token speaks for', async (context) => {
    const github = await startGitHub(context, { state: { tokens: { personal: 'alice' } } });
    addComment(github.state, { body: `${MARKER}\nof the bot`, author: BOT_LOGIN });
    addComment(github.state, { body: `${MARKER}\nof alice`, author: 'alice' });
    await upsert(github, { client: clientOf(github, { token: 'personal' }) });
    context.expect(bodiesOf(github)).toEqual([`${MARKER}\nof the bot`, `${MARKER}\n### All good`]);
  });

  test('is the oldest of several', async (context) => {
    const github = await startGitHub(context);
    addComment(github.state, { body: `${MARKER}\nold` });
    addComment(github.state, { body: `${MARKER}\nnew` });
    await upsert(github);
    context.expect(bodiesOf(github)).toEqual([`${MARKER}\n### All good`, `${MARKER}\nnew`]);
  });

  test('is created anew when it was deleted after it was found', async (context) => {
    const state = createState();
    const { id } = addComment(state, { body: `${MARKER}\nbefore` });
    const github = await startGitHub(context, {
      state,
      faults: [{ on: 'issues/update-comment', effect: { kind: 'interfere', act: deleteAll } }],
    });
    context.expect((await upsert(github)).kind).toBe('created');
    context.expect(github.requests.some(({ path }) => path.endsWith(`/comments/${id}`))).toBe(true);
    context.expect(bodiesOf(github)).toEqual([`${MARKER}\n### All good`]);
  });

  test('gives way to an older one that another run created meanwhile', async (context) => {
    const github = await startGitHub(context, {
      faults: [{ on: 'issues/create-comment', effect: { kind: 'interfere', act: addRival } }],
    });
    context.expect((await upsert(github)).kind).toBe('updated');
    context
      .expect(github.state.comments)
      .toEqual([{ id: 101, pullNumber: 7, author: BOT_LOGIN, body: `${MARKER}\n### All good` }]);
  });

  test('stays one when two runs write at the same time', async (context) => {
    const github = await startGitHub(context, {
      faults: [{ on: 'issues/create-comment', effect: { kind: 'delay', milliseconds: 200 } }],
    });
    const outcomes = await Promise.all([upsert(github), upsert(github, { bodies: ['### Rival'] })]);
    context.expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['created', 'updated']);
    context.expect(github.state.comments).toHaveLength(1);
  });

  test('reaches GitHub Enterprise Server below /api/v3', async (context) => {
    const github = await startGitHub(context);
    await upsert(github, { client: clientOf(github, { apiUrl: `${github.url}/api/v3` }) });
    context.expect(bodiesOf(github)).toHaveLength(1);
  });

  test('is refused a key that is no plain word', async (context) => {
    const github = await startGitHub(context);
    await context
      .expect(upsert(github, { key: 'a --> b' }))
      .rejects.toThrow('the comment key is "a --> b"; expected 1 to 64 letters');
    context.expect(github.requests).toEqual([]);
  });
});

function deleteAll({ comments }: FakeState): void {
  comments.length = 0;
}

function addRival(state: FakeState): void {
  addComment(state, { body: `${MARKER}\n### Rival` });
}
