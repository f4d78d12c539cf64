import { describe, test } from 'vitest';
import { bodyEditedAt, labelled, listConversation } from '../../../src/github/pulls/acceptance-sources.ts';
import { UserError } from '../../../src/user-error.ts';
import { refusal, withoutPermission } from '../../support/github/fake-github-faults.ts';
import { labelEvent, pull } from '../../support/github/resources/fake-github-builders.ts';
import { addComment } from '../../support/github/resources/fake-github-state.ts';
import { rejectionOf, repositoryOf } from '../repository-of.ts';
import { startGitHub } from '../start-github.ts';

const FIRST = '2026-01-01T10:00:00Z';
const SECOND = '2026-01-02T10:00:00Z';
const WANTED = { number: 7, label: 'size-accepted' };

describe.concurrent('a label on a pull request', () => {
  test('was put on by somebody at some time', async (context) => {
    const labelEvents = [labelEvent({ actor: 'bob', at: FIRST })];
    const github = await startGitHub(context, { state: { labelEvents } });
    context.expect(await labelled(repositoryOf(github), WANTED)).toEqual({ actor: 'bob', at: FIRST });
  });

  test('is that of who put it on last', async (context) => {
    const labelEvents = [
      labelEvent({ actor: 'bob', at: FIRST }),
      labelEvent({ event: 'unlabeled' }),
      labelEvent({ actor: 'carol', at: SECOND }),
    ];
    const github = await startGitHub(context, { state: { labelEvents } });
    context.expect(await labelled(repositoryOf(github), WANTED)).toEqual({ actor: 'carol', at: SECOND });
  });

  test('is none once it is taken off', async (context) => {
    const labelEvents = [labelEvent(), labelEvent({ event: 'unlabeled' })];
    const github = await startGitHub(context, { state: { labelEvents } });
    context.expect(await labelled(repositoryOf(github), WANTED)).toBeUndefined();
  });

  test('stays when another is taken off', async (context) => {
    const labelEvents = [labelEvent({ at: FIRST }), labelEvent({ event: 'unlabeled', label: 'arm' })];
    const github = await startGitHub(context, { state: { labelEvents } });
    context.expect((await labelled(repositoryOf(github), WANTED))?.at).toBe(FIRST);
  });

  test('is the same in another case', async (context) => {
    const labelEvents = [labelEvent({ label: 'Size-Accepted', at: FIRST })];
    const github = await startGitHub(context, { state: { labelEvents } });
    context.expect((await labelled(repositoryOf(github), WANTED))?.at).toBe(FIRST);
  });

  test('is none when another pull request has it', async (context) => {
    const github = await startGitHub(context, { state: { labelEvents: [labelEvent({ pullNumber: 8 })] } });
    context.expect(await labelled(repositoryOf(github), WANTED)).toBeUndefined();
  });

  test('is found behind more than one page of other events', async (context) => {
    const others = Array.from({ length: 230 }, () => labelEvent({ event: 'renamed' }));
    const labelEvents = [labelEvent({ at: FIRST }), ...others, labelEvent({ event: 'unlabeled' })];
    const github = await startGitHub(context, { state: { labelEvents } });
    context.expect(await labelled(repositoryOf(github), WANTED)).toBeUndefined();
    context.expect(github.requests).toHaveLength(3);
  });

  test('of an account that is deleted is that of ghost', async (context) => {
    const event = {
      id: 1,
      event: 'labeled',
      created_at: FIRST,
      actor: null,
      label: { name: 'size-accepted' },
    };
    const effect = { kind: 'answer', answer: { status: 200, body: [event] } } as const;
    const github = await startGitHub(context, { faults: [{ on: 'issues/list-events', effect }] });
    context.expect(await labelled(repositoryOf(github), WANTED)).toEqual({ actor: 'ghost', at: FIRST });
  });

  test('needs a permission, which the error names', async (context) => {
    const github = await startGitHub(context, {
      faults: [{ on: 'issues/list-events', effect: withoutPermission() }],
    });
    await context
      .expect(labelled(repositoryOf(github), WANTED))
      .rejects.toThrow('cannot list the events of pull request 7 of octo/linux (403 Resource not accessible');
  });
});

describe.concurrent('the last edit of a body', () => {
  test('is what GraphQL says', async (context) => {
    const github = await startGitHub(context, { state: { pulls: [pull({ bodyEditedAt: SECOND })] } });
    context.expect(await bodyEditedAt(repositoryOf(github), 7)).toBe(SECOND);
  });

  test('is none when it is as it was opened', async (context) => {
    const github = await startGitHub(context, { state: { pulls: [pull()] } });
    context.expect(await bodyEditedAt(repositoryOf(github), 7)).toBeUndefined();
  });

  test('of a pull request that does not exist is an error of the user', async (context) => {
    const github = await startGitHub(context);
    const error = await rejectionOf(bodyEditedAt(repositoryOf(github), 7));
    context.expect(error).toBeInstanceOf(UserError);
    context
      .expect(error)
      .toHaveProperty(
        'message',
        'cannot ask when the body of pull request 7 of octo/linux was edited (Request failed due to following ' +
          'response errors: - Could not resolve to a PullRequest with the number of 7.); expected a pull request ' +
          "that the token may see: add `pull-requests: read` to the job's `permissions:`",
      );
  });

  test('is not taken for none when GitHub does not answer', async (context) => {
    const github = await startGitHub(context, { faults: [{ on: 'graphql', effect: refusal(502, 'Bad') }] });
    await context.expect(bodyEditedAt(repositoryOf(github), 7)).rejects.toThrow('GitHub failed 3 times');
  });

  test('is not taken for none when the answer has another shape', async (context) => {
    const effect = { kind: 'answer', answer: { status: 200, body: { data: {} } } } as const;
    const github = await startGitHub(context, { faults: [{ on: 'graphql', effect }] });
    await context.expect(bodyEditedAt(repositoryOf(github), 7)).rejects.toThrow('repository');
  });
});

describe.concurrent('the conversation of a pull request', () => {
  test('has all comments, oldest first, on several pages', async (context) => {
    const github = await startGitHub(context);
    for (let number = 1; number <= 130; number++) addComment(github.state, { body: `comment ${number}` });
    addComment(github.state, { pullNumber: 8 });
    const comments = await listConversation(repositoryOf(github), 7);
    context.expect(comments).toHaveLength(130);
    context.expect([comments[0]?.body, comments.at(-1)?.body]).toEqual(['comment 1', 'comment 130']);
  });

  test('says who wrote what when', async (context) => {
    const github = await startGitHub(context);
    const body = '/kernel-size accept a ram +1 b';
    addComment(github.state, { author: 'bob', body, createdAt: FIRST });
    context.expect(await listConversation(repositoryOf(github), 7)).toEqual([
      {
        id: 101,
        author: 'bob',
        body: '/kernel-size accept a ram +1 b',
        createdAt: FIRST,
        url: 'https://github.test/octo/linux/pull/7#issuecomment-101',
      },
    ]);
  });

  test('has comments of accounts that are deleted', async (context) => {
    const comment = { id: 1, user: null, created_at: FIRST, html_url: 'https://github.test/1' };
    const effect = { kind: 'answer', answer: { status: 200, body: [comment] } } as const;
    const github = await startGitHub(context, { faults: [{ on: 'issues/list-comments', effect }] });
    context
      .expect(await listConversation(repositoryOf(github), 7))
      .toEqual([{ id: 1, author: 'ghost', body: '', createdAt: FIRST, url: 'https://github.test/1' }]);
  });

  test('cannot be had where comments are closed', async (context) => {
    const effect = refusal(410, 'This issue was deleted');
    const github = await startGitHub(context, { faults: [{ on: 'issues/list-comments', effect }] });
    await context
      .expect(listConversation(repositoryOf(github), 7))
      .rejects.toThrow(
        'cannot list the comments of pull request 7 of octo/linux (410 This issue was deleted)',
      );
  });
});
