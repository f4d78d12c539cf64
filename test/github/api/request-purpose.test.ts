import { describe, test } from 'vitest';
import { requestFailureOf } from '../../../src/github/api/request-failure.ts';
import { answerFor, answerUnless } from '../../../src/github/api/request-purpose.ts';
import { UserError } from '../../../src/user-error.ts';
import { refusal, secondaryLimit, withoutPermission } from '../../support/github/fake-github-faults.ts';
import type { FaultEffect } from '../../support/github/fake-github-faults.ts';
import { rejectionOf, repositoryOf } from '../repository-of.ts';
import { startGitHub } from '../start-github.ts';

const PURPOSE = { action: 'read the comments', permission: 'pull-requests: read' };
const WHERE = { owner: 'octo', repo: 'linux', issue_number: 7 };

describe.concurrent('a request that GitHub does not carry out', () => {
  test.for<[string, FaultEffect, string]>([
    [
      'without permission',
      withoutPermission(),
      '(403 Resource not accessible by integration); the token needs issues=write; pull_requests=write: add ' +
        "`pull-requests: read` to the job's `permissions:`",
    ],
    [
      'with a token that is unknown',
      refusal(401, 'Bad credentials'),
      '(401 Bad credentials); GitHub does not know the token: set the input `token`',
    ],
    [
      'within a rate limit',
      secondaryLimit(403, 600),
      "(403 You have exceeded a secondary rate limit. Please wait a few minutes.); GitHub's rate limit is used " +
        'up: run the job again later',
    ],
    [
      'for want of an answer',
      refusal(503, 'Unavailable'),
      '(503 Unavailable); GitHub failed 3 times: run the job again',
    ],
    [
      'since it is gone',
      refusal(410, 'Gone'),
      '(410 Gone); expected something that exists and that the token may see: was it deleted, or does the job ' +
        'lack `pull-requests: read`?',
    ],
  ])('%s is explained', async ([, effect, said], context) => {
    const github = await startGitHub(context, { faults: [{ on: 'issues/list-comments', effect }] });
    const request = repositoryOf(github).client.rest.issues.listComments(WHERE);
    const error = await rejectionOf(answerFor(request, PURPOSE));
    context.expect(error).toBeInstanceOf(UserError);
    context.expect(error).toHaveProperty('message', `cannot read the comments ${said}`);
  });

  test('keeps what GitHub said for those who look', async (context) => {
    const effect = withoutPermission();
    const github = await startGitHub(context, { faults: [{ on: 'issues/list-comments', effect }] });
    const request = repositoryOf(github).client.rest.issues.listComments(WHERE);
    context.expect(requestFailureOf(await rejectionOf(answerFor(request, PURPOSE)))).toEqual({
      status: 403,
      message: 'Resource not accessible by integration',
      said: '403 Resource not accessible by integration',
      acceptedPermissions: 'issues=write; pull_requests=write',
    });
  });

  test('is undefined with the statuses that are named, and no other', async (context) => {
    const github = await startGitHub(context, {
      faults: [{ on: 'issues/list-comments', effect: refusal(404, 'Not Found') }],
    });
    const { client } = repositoryOf(github);
    const ask = (): Promise<unknown> => client.rest.issues.listComments(WHERE);
    context.expect(await answerUnless(ask(), [404, 422], PURPOSE)).toBeUndefined();
    await context.expect(answerUnless(ask(), [422], PURPOSE)).rejects.toThrow(UserError);
  });

  test('is a bug when it is none of that', async (context) => {
    const bug = new TypeError('x is undefined');
    context.expect(await rejectionOf(answerFor(Promise.reject(bug), PURPOSE))).toBe(bug);
  });
});
