import { describe, test } from 'vitest';
import {
  fullOfComments,
  locked,
  refusal,
  secondaryLimit,
  withoutPermission,
} from '../../support/github/fake-github-faults.ts';
import type { Fault, FaultEffect } from '../../support/github/fake-github-faults.ts';
import { addComment } from '../../support/github/resources/fake-github-state.ts';
import { repositoryOf } from '../repository-of.ts';
import { writesTo } from '../start-github.ts';
import { bodiesOf, earlierBodyOf, startWithPull, upsert } from './comment-builders.ts';

function onCreate(effect: FaultEffect): readonly Fault[] {
  return [{ on: 'issues/create-comment', effect }];
}

describe.concurrent('a comment that GitHub refuses', () => {
  const refusals: readonly (readonly [string, FaultEffect, RegExp])[] = [
    ['in a locked conversation', locked(), /^the conversation is locked .*: unlock it/],
    [
      'after too many comments',
      fullOfComments(),
      /^the pull request has too many comments .*new pull request/,
    ],
    ['because it is gone', refusal(410, 'This issue was deleted'), /^GitHub has the pull request no more/],
    [
      'because it is unknown',
      refusal(404, 'Not Found'),
      /^GitHub does not show the pull request to this token/,
    ],
    [
      'as spam',
      refusal(422, 'was flagged as spam'),
      /^GitHub refused to write comments \(422 was flagged as spam\)/,
    ],
    [
      'in an archived repository',
      refusal(403, 'Repository was archived so is read-only.'),
      /^the repository is archived/,
    ],
    [
      'beyond the rate limit',
      secondaryLimit(403, 9999),
      /^GitHub's rate limit is used up .*run the job again later/,
    ],
    [
      'beyond the rate limit, however often it is asked',
      secondaryLimit(429, 1),
      /^GitHub's rate limit is used up .*run the job again later/,
    ],
    ['by failing', refusal(502, 'Server Error'), /^GitHub did not answer after 3 tries \(502 Server Error\)/],
    ['by dropping the connection', { kind: 'drop' }, /^GitHub did not answer after 3 tries \(500 /],
  ];

  test.for(refusals)('%s is skipped with the reason', async ([, effect, reason], context) => {
    const github = await startWithPull(context, { faults: onCreate(effect) });
    const outcome = await upsert(github);
    context.expect(outcome).toEqual({ kind: 'skipped', reason: context.expect.stringMatching(reason) });
    context.expect(bodiesOf(github)).toEqual([]);
  });

  test('for want of permission names the permission and where it is given', async (context) => {
    const github = await startWithPull(context, { faults: onCreate(withoutPermission()) });
    context.expect(await upsert(github)).toEqual({
      kind: 'skipped',
      reason:
        'the token may not write comments (403 Resource not accessible by integration; it needs ' +
        "issues=write; pull_requests=write): add `pull-requests: write` below the job's `permissions:`; a job " +
        'without any has the default of Settings > Actions > General > Workflow permissions, and there the ' +
        'whole line is `permissions: {contents: read, pull-requests: write}`',
    });
  });

  test('on a pull request from a fork says that its token may only read', async (context) => {
    const github = await startWithPull(context, { faults: onCreate(withoutPermission()) });
    const reason =
      'the pull request comes from a fork, so its token may only read (403 Resource not accessible by ' +
      'integration): read the report in the job summary';
    context.expect(await upsert(github, { origin: 'fork' })).toEqual({ kind: 'skipped', reason });
  });

  test('because the token is unknown says so', async (context) => {
    const github = await startWithPull(context);
    const outcome = await upsert(github, { repository: repositoryOf(github, { token: 'expired' }) });
    const reason = 'GitHub does not know the token (401 Bad credentials): set the input `token`';
    context.expect(outcome).toEqual({ kind: 'skipped', reason });
  });

  test('when it should be changed is skipped as well', async (context) => {
    const github = await startWithPull(context, {
      faults: [{ on: 'issues/update-comment', effect: withoutPermission() }],
    });
    addComment(github.state, { body: earlierBodyOf('before') });
    context.expect((await upsert(github)).kind).toBe('skipped');
    context.expect(bodiesOf(github)).toEqual([earlierBodyOf('before')]);
  });

  test('for want of permission is not asked for again', async (context) => {
    const github = await startWithPull(context, { faults: onCreate(withoutPermission()) });
    await upsert(github);
    context.expect(writesTo(github)).toEqual(['POST']);
  });

  test.for(['pulls/get', 'graphql', 'issues/list-comments'] as const)(
    'is not written where %s fails',
    async (on, context) => {
      const github = await startWithPull(context, { faults: [{ on, effect: refusal(503, 'Unavailable') }] });
      context.expect((await upsert(github)).kind).toBe('skipped');
      context.expect(writesTo(github)).toEqual([]);
    },
  );

  test('at first is written in the end', async (context) => {
    const faults = [{ on: 'issues/create-comment', effect: secondaryLimit(429, 1), times: 2 }] as const;
    const github = await startWithPull(context, { faults });
    context.expect((await upsert(github)).kind).toBe('created');
  });
});
