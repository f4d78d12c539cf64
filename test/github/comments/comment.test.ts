import { describe, test } from 'vitest';
import { withoutPermission } from '../../support/github/fake-github-faults.ts';
import { pull } from '../../support/github/resources/fake-github-builders.ts';
import { addComment, BOT_LOGIN } from '../../support/github/resources/fake-github-state.ts';
import { repositoryOf } from '../repository-of.ts';
import { writesTo } from '../start-github.ts';
import { bodiesOf, bodyOf, earlierBodyOf, MARKER, startWithPull, upsert, urlOf } from './comment-builders.ts';

describe.concurrent('a comment on a pull request', () => {
  test('is created with the marker and its run as its first two lines', async (context) => {
    const github = await startWithPull(context);
    const outcome = await upsert(github);
    context.expect(bodiesOf(github)).toEqual([bodyOf('### All good')]);
    context.expect(outcome).toEqual({ kind: 'created', url: urlOf(101), remarks: [] });
  });

  test('is taken back when its number cannot be put in', async (context) => {
    const faults = [{ on: 'issues/update-comment', effect: withoutPermission() }] as const;
    const github = await startWithPull(context, { faults });
    context.expect((await upsert(github)).kind).toBe('skipped');
    context.expect(bodiesOf(github)).toEqual([]);
  });

  test('is changed in place by the next run', async (context) => {
    const github = await startWithPull(context);
    const { id } = addComment(github.state, { body: earlierBodyOf('before') });
    const outcome = await upsert(github);
    context.expect(outcome).toEqual({ kind: 'updated', url: urlOf(id), remarks: [] });
    context.expect(bodiesOf(github)).toEqual([bodyOf('### All good')]);
  });

  test('is found behind more than one page of other comments', async (context) => {
    const github = await startWithPull(context);
    for (let number = 1; number <= 230; number++) addComment(github.state, { author: 'alice' });
    addComment(github.state, { body: earlierBodyOf('before', 331) });
    context.expect((await upsert(github)).kind).toBe('updated');
    context.expect(github.state.comments).toHaveLength(231);
  });

  test('reaches GitHub Enterprise Server below /api/v3', async (context) => {
    const github = await startWithPull(context);
    await upsert(github, { repository: repositoryOf(github, { apiUrl: `${github.url}/api/v3` }) });
    context.expect(bodiesOf(github)).toHaveLength(1);
  });

  test('is refused a key that is no plain word', async (context) => {
    const github = await startWithPull(context);
    await context
      .expect(upsert(github, { key: 'a --> b' }))
      .rejects.toThrow('the comment key is "a --> b"; expected 1 to 64 letters');
    context.expect(github.requests).toEqual([]);
  });
});

describe.concurrent('a comment that says the same already', () => {
  test('is not sent again', async (context) => {
    const github = await startWithPull(context);
    const { id } = addComment(github.state, { body: bodyOf('### All good') });
    const outcome = await upsert(github);
    context.expect(outcome).toEqual({ kind: 'unchanged', url: urlOf(id), remarks: [] });
    context.expect(writesTo(github)).toEqual([]);
  });

  test('is not sent again for another run on the same commit', async (context) => {
    const github = await startWithPull(context);
    addComment(github.state, {
      body: bodyOf('### All good', { head: 'a'.repeat(40), run: 400, attempt: 1 }),
    });
    context.expect((await upsert(github)).kind).toBe('unchanged');
    context.expect(writesTo(github)).toEqual([]);
  });

  test('is sent for another commit, since it tells older runs apart', async (context) => {
    const github = await startWithPull(context);
    addComment(github.state, { body: earlierBodyOf('### All good') });
    context.expect((await upsert(github)).kind).toBe('updated');
    context.expect(bodiesOf(github)).toEqual([bodyOf('### All good')]);
  });

  test('does so when only its line ends differ', async (context) => {
    const github = await startWithPull(context);
    addComment(github.state, { body: `${bodyOf('### All good').replaceAll('\n', '\r\n')}\r\n` });
    context.expect((await upsert(github)).kind).toBe('unchanged');
  });
});

describe.concurrent('a comment that is not ours is left alone:', () => {
  test('on another pull request', async (context) => {
    const github = await startWithPull(context);
    addComment(github.state, { body: earlierBodyOf('before'), pullNumber: 8 });
    context.expect((await upsert(github)).kind).toBe('created');
  });

  const others: readonly (readonly [string, string])[] = [
    ['under another key', MARKER.replace('key=size', 'key=size-2')],
    ['of another workflow', MARKER.replace('ab3f5b60', 'ab3f5b61')],
    ['whose first line only begins like the marker', `${MARKER} and more`],
    ['that quotes the marker further down', `See this:\n${MARKER}`],
  ];

  test.for(others)('%s', async ([, start], context) => {
    const github = await startWithPull(context);
    addComment(github.state, { body: `${start}\nbefore` });
    context.expect((await upsert(github)).kind).toBe('created');
    context.expect(bodiesOf(github)[0]).toBe(`${start}\nbefore`);
  });

  test('of another author, whatever it looks like', async (context) => {
    const github = await startWithPull(context);
    const spoofed = bodyOf('spoofed', { head: 'a'.repeat(40), run: 9999, attempt: 1 });
    addComment(github.state, { body: spoofed, author: 'mallory' });
    context.expect((await upsert(github)).kind).toBe('created');
    context.expect(bodiesOf(github)).toEqual([spoofed, bodyOf('### All good', {}, 102)]);
  });

  test('of another login than the one that the token speaks for', async (context) => {
    const state = { tokens: { personal: 'alice' }, pulls: [pull()] };
    const github = await startWithPull(context, { state });
    addComment(github.state, { body: earlierBodyOf('of the bot'), author: BOT_LOGIN });
    addComment(github.state, { body: earlierBodyOf('of alice', 102), author: 'alice' });
    await upsert(github, { repository: repositoryOf(github, { token: 'personal' }) });
    context.expect(bodiesOf(github)).toEqual([earlierBodyOf('of the bot'), bodyOf('### All good', {}, 102)]);
  });
});
