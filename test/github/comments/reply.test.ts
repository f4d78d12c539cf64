import { describe, test } from 'vitest';
import { react, reply } from '../../../src/github/comments/reply.ts';
import { locked, refusal, withoutPermission } from '../../support/github/fake-github-faults.ts';
import { addComment, BOT_LOGIN } from '../../support/github/resources/fake-github-state.ts';
import { repositoryOf } from '../repository-of.ts';
import { startGitHub } from '../start-github.ts';
import { bodiesOf, urlOf } from './comment-builders.ts';

const ONCE = /^<!-- kernel-size-budget:once [0-9a-f-]{36} -->\n/;

/** The comments without the hidden line, which is another one each time. */
function textsOf(github: Parameters<typeof bodiesOf>[0]): readonly string[] {
  return bodiesOf(github).map((body) => body.replace(ONCE, ''));
}

describe.concurrent('a reply', () => {
  test('is a new comment each time', async (context) => {
    const github = await startGitHub(context);
    const first = await reply(repositoryOf(github), 7, ['no such target']);
    await reply(repositoryOf(github), 7, ['no such target']);
    context.expect(first).toEqual({ kind: 'created', url: urlOf(101) });
    context.expect(textsOf(github)).toEqual(['no such target', 'no such target']);
  });

  test.for([{ kind: 'drop' }, { kind: 'drop-answer' }, refusal(502, 'Server Error')] as const)(
    'is written once when the answer is lost: $kind',
    async (effect, context) => {
      const github = await startGitHub(context, {
        faults: [{ on: 'issues/create-comment', effect, times: 1 }],
      });
      context.expect((await reply(repositoryOf(github), 7, ['done'])).kind).toBe('created');
      context.expect(textsOf(github)).toEqual(['done']);
    },
  );

  test('has the fullest body that GitHub takes', async (context) => {
    const github = await startGitHub(context, { state: { commentBytes: 120 } });
    await reply(repositoryOf(github), 7, ['x'.repeat(70_000), 'x'.repeat(110), 'short']);
    context.expect(textsOf(github)).toEqual(['short']);
  });

  test('that is too long on every rung is refused', async (context) => {
    const github = await startGitHub(context, { state: { commentBytes: 10 } });
    const reason = 'the answer is too long for a comment: read it in the job summary';
    context.expect(await reply(repositoryOf(github), 7, ['short'])).toEqual({ kind: 'refused', reason });
  });

  test('that is refused has the reason', async (context) => {
    const github = await startGitHub(context, {
      faults: [{ on: 'issues/create-comment', effect: locked() }],
    });
    const reason = context.expect.stringMatching(/^the conversation is locked/);
    context.expect(await reply(repositoryOf(github), 7, ['done'])).toEqual({ kind: 'refused', reason });
  });
});

describe.concurrent('a reaction', () => {
  test('is added to the comment, once', async (context) => {
    const github = await startGitHub(context);
    const { id } = addComment(github.state, { author: 'alice' });
    context.expect(await react(repositoryOf(github), id, 'eyes')).toEqual({ kind: 'set' });
    context.expect(await react(repositoryOf(github), id, 'eyes')).toEqual({ kind: 'set' });
    context.expect(github.state.reactions).toEqual([{ commentId: id, content: 'eyes', user: BOT_LOGIN }]);
  });

  test('to a comment that is gone is refused', async (context) => {
    const github = await startGitHub(context);
    const reason = context.expect.stringMatching(/^GitHub does not show the comment to this token/);
    context.expect(await react(repositoryOf(github), 1, '+1')).toEqual({ kind: 'refused', reason });
  });

  test('without the permission is refused with what to add', async (context) => {
    const github = await startGitHub(context, {
      faults: [{ on: 'reactions/create-for-issue-comment', effect: withoutPermission() }],
    });
    const { id } = addComment(github.state, { author: 'alice' });
    const reason = context.expect.stringContaining('add `pull-requests: write` below');
    context.expect(await react(repositoryOf(github), id, '-1')).toEqual({ kind: 'refused', reason });
  });
});
