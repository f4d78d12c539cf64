import { describe, test } from 'vitest';
import { addComment } from '../../support/github/resources/fake-github-state.ts';
import { bodiesOf, bodyOf, earlierBodyOf, startWithPull, upsert } from './comment-builders.ts';

describe.concurrent('when a comment is written', () => {
  test('never: GitHub is not even asked', async (context) => {
    const github = await startWithPull(context);
    context.expect(await upsert(github, { when: 'never' })).toEqual({ kind: 'quiet' });
    context.expect(github.requests).toEqual([]);
  });

  test('always: without news as well', async (context) => {
    const github = await startWithPull(context);
    context.expect((await upsert(github, { when: 'always', news: 'no-news' })).kind).toBe('created');
  });

  test('on change: not without news', async (context) => {
    const github = await startWithPull(context);
    const outcome = await upsert(github, { when: 'on-change', news: 'no-news' });
    context.expect(outcome).toEqual({ kind: 'quiet' });
    context.expect(bodiesOf(github)).toEqual([]);
  });

  test('on change: once there is news', async (context) => {
    const github = await startWithPull(context);
    context.expect((await upsert(github, { when: 'on-change', news: 'news' })).kind).toBe('created');
  });

  test('on change: without news where an older comment would be wrong', async (context) => {
    const github = await startWithPull(context);
    addComment(github.state, { body: earlierBodyOf('grown') });
    context.expect((await upsert(github, { when: 'on-change', news: 'no-news' })).kind).toBe('updated');
    context.expect(bodiesOf(github)).toEqual([bodyOf('### All good')]);
  });

  test('on change: a comment of somebody else is no older comment', async (context) => {
    const github = await startWithPull(context);
    addComment(github.state, { body: earlierBodyOf('grown'), author: 'mallory' });
    const outcome = await upsert(github, { when: 'on-change', news: 'no-news' });
    context.expect(outcome).toEqual({ kind: 'quiet' });
  });
});
