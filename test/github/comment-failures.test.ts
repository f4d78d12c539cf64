import { describe, test } from 'vitest';
import { COMMENT_BODY_BYTES } from '../../src/github/limits.ts';
import {
  fullOfComments,
  locked,
  refusal,
  secondaryLimit,
  withoutPermission,
} from '../support/fake-github-faults.ts';
import type { Fault, FaultEffect } from '../support/fake-github-faults.ts';
import { addComment } from '../support/fake-github-state.ts';
import { bodiesOf, clientOf, MARKER, startGitHub, upsert, writesTo } from './start-github.ts';

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
    ['because it is gone', refusal(410, 'This issue was deleted'), /^GitHub has no comments there any more/],
    [
      'because it is unknown',
      refusal(404, 'Not Found'),
      /^GitHub does not show the pull request to this token/,
    ],
    [
      'as spam',
      refusal(422, 'was flagged as spam'),
      /^GitHub refused the comment \(422 was flagged as spam\)/,
    ],
    [
      'beyond the rate limit',
      secondaryLimit(403, 9999),
      /^GitHub's rate limit is used up .*run the job again later/,
    ],
    ['by failing', refusal(502, 'Server Error'), /^GitHub did not answer after 3 tries \(502 Server Error\)/],
    ['by dropping the connection', { kind: 'drop' }, /^GitHub did not answer after 3 tries \(500 /],
  ];

  test.for(refusals)('%s is skipped with the reason', async ([, effect, reason], context) => {
    const github = await startGitHub(context, { faults: onCreate(effect) });
    const outcome = await upsert(github);
    context.expect(outcome).toEqual({ kind: 'skipped', reason: context.expect.stringMatching(reason) });
  });

  test('for want of permission names the permission and where it is given', async (context) => {
    const github = await startGitHub(context, { faults: onCreate(withoutPermission()) });
    context.expect(await upsert(github)).toEqual({
      kind: 'skipped',
      reason:
        'the token may not write comments (403 Resource not accessible by integration; it needs ' +
        "issues=write; pull_requests=write): add `pull-requests: write` to the job's `permissions:`; a job " +
        'without any has the default of Settings > Actions > General > Workflow permissions',
    });
  });

  test('on a pull request from a fork says that its token may only read', async (context) => {
    const github = await startGitHub(context, { faults: onCreate(withoutPermission()) });
    const reason = context.expect.stringMatching(
      /^the pull request comes from a fork, so its token may only read/,
    );
    context.expect(await upsert(github, { origin: 'fork' })).toEqual({ kind: 'skipped', reason });
  });

  test('because the token is unknown says so', async (context) => {
    const github = await startGitHub(context);
    const outcome = await upsert(github, { client: clientOf(github, { token: 'expired' }) });
    const reason = 'GitHub does not know the token (401 Bad credentials): set the input `token`';
    context.expect(outcome).toEqual({ kind: 'skipped', reason });
  });

  test('when it should be changed is skipped as well', async (context) => {
    const github = await startGitHub(context, {
      faults: [{ on: 'issues/update-comment', effect: withoutPermission() }],
    });
    addComment(github.state, { body: `${MARKER}\nbefore` });
    context.expect((await upsert(github)).kind).toBe('skipped');
  });

  test('for want of permission is not asked for again', async (context) => {
    const github = await startGitHub(context, { faults: onCreate(withoutPermission()) });
    await upsert(github);
    context.expect(writesTo(github)).toEqual(['POST']);
  });
});

describe.concurrent('a comment whose answer is lost', () => {
  test('is not written twice', async (context) => {
    const github = await startGitHub(context, { faults: onCreate({ kind: 'drop-answer' }) });
    context.expect((await upsert(github)).kind).toBe('created');
    context.expect(github.state.comments).toHaveLength(1);
  });

  test('is written again when it did not arrive', async (context) => {
    const effect = refusal(502, 'Server Error');
    const github = await startGitHub(context, {
      faults: [{ on: 'issues/create-comment', effect, times: 2 }],
    });
    context.expect((await upsert(github)).kind).toBe('created');
    context.expect(github.state.comments).toHaveLength(1);
  });

  test('keeps its own text when another run wrote meanwhile', async (context) => {
    const lost: Fault = { on: 'issues/create-comment', effect: { kind: 'drop' }, times: 1 };
    const rival: Fault = {
      on: 'issues/list-comments',
      effect: { kind: 'interfere', act: (state) => void addComment(state, { body: `${MARKER}\n### Rival` }) },
      after: 1,
      times: 1,
    };
    const github = await startGitHub(context, { faults: [lost, rival] });
    await upsert(github);
    context.expect(bodiesOf(github)).toEqual([`${MARKER}\n### All good`]);
  });
});

describe.concurrent('the ladder of bodies', () => {
  test('keeps a body of exactly the limit, whatever the key', async (context) => {
    const github = await startGitHub(context);
    const full = 'x'.repeat(COMMENT_BODY_BYTES);
    await upsert(github, { key: 'k'.repeat(64), bodies: [full, 'short'] });
    context.expect(bodiesOf(github)[0]?.endsWith(`\n${full}`)).toBe(true);
  });

  const long = 'é'.repeat(40_000);

  test('begins with the fullest that the limit in bytes allows', async (context) => {
    const github = await startGitHub(context);
    await upsert(github, { bodies: [long, 'short', 'shorter'] });
    context.expect(bodiesOf(github)).toEqual([`${MARKER}\nshort`]);
  });

  test('goes down a rung when GitHub finds the body too long', async (context) => {
    const github = await startGitHub(context, { state: { commentBytes: 50 } });
    await upsert(github, { bodies: ['a body of more than ten characters', 'short'] });
    context.expect(bodiesOf(github)).toEqual([`${MARKER}\nshort`]);
  });

  test('goes down a rung for a comment that exists already', async (context) => {
    const github = await startGitHub(context, { state: { commentBytes: 50 } });
    addComment(github.state, { body: `${MARKER}\nbefore` });
    await upsert(github, { bodies: ['a body of more than ten characters', 'short'] });
    context.expect(bodiesOf(github)).toEqual([`${MARKER}\nshort`]);
  });

  test('ends without a comment when no rung fits', async (context) => {
    const github = await startGitHub(context, { state: { commentBytes: 10 } });
    const reason = 'the report is too long for a comment: read it in the job summary';
    context.expect(await upsert(github, { bodies: [long, 'short'] })).toEqual({ kind: 'skipped', reason });
  });
});
