import { type TestContext, describe, test } from 'vitest';
import { getPullRequest, isRunOf, openPullRequests } from '../../../src/github/pulls/live-pull-request.ts';
import { UserError } from '../../../src/user-error.ts';
import { refusal } from '../../support/github/fake-github-faults.ts';
import { BASE_SHA, FORK, HEAD_SHA, pull } from '../../support/github/resources/fake-github-builders.ts';
import type { FakePull } from '../../support/github/resources/fake-github-records.ts';
import { rejectionOf, repositoryOf } from '../repository-of.ts';
import { startGitHub } from '../start-github.ts';

describe.concurrent('a pull request', () => {
  test('is read as it is now', async (context) => {
    const github = await startGitHub(context, {
      state: {
        pulls: [pull({ body: 'A body', labels: ['size-accepted', 'arm'], draft: true, locked: true })],
      },
    });
    context.expect(await getPullRequest(repositoryOf(github), 7)).toEqual({
      number: 7,
      body: 'A body',
      labels: ['size-accepted', 'arm'],
      headSha: HEAD_SHA,
      headBranch: 'topic',
      headRepository: { id: 1, owner: 'octo', name: 'linux' },
      baseRef: 'main',
    });
  });

  test('has an empty body when it has none', async (context) => {
    const github = await startGitHub(context, { state: { pulls: [pull({ body: null })] } });
    context.expect((await getPullRequest(repositoryOf(github), 7)).body).toBe('');
  });

  test('knows the fork that it comes from', async (context) => {
    const github = await startGitHub(context, { state: { pulls: [pull({ headRepo: FORK })] } });
    const found = await getPullRequest(repositoryOf(github), 7);
    context.expect(found.headRepository).toEqual({ id: 2, owner: 'alice', name: 'linux' });
  });

  test('knows no repository of its head when that is deleted', async (context) => {
    const github = await startGitHub(context, { state: { pulls: [pull({ headRepo: null })] } });
    context.expect((await getPullRequest(repositoryOf(github), 7)).headRepository).toBeUndefined();
  });

  test('that does not exist is an error of the user', async (context) => {
    const github = await startGitHub(context);
    const error = await rejectionOf(getPullRequest(repositoryOf(github), 8));
    context.expect(error).toBeInstanceOf(UserError);
    context
      .expect(error)
      .toHaveProperty(
        'message',
        'cannot read pull request 8 of octo/linux (404 Not Found); expected something that exists and that the ' +
          'token may see: was it deleted, or does the job lack `pull-requests: read`?',
      );
  });
});

describe.concurrent('the open pull requests of a commit', () => {
  const numbersOf = async (context: TestContext, pulls: readonly FakePull[]) => {
    const github = await startGitHub(context, { state: { pulls: [...pulls] } });
    return (await openPullRequests(repositoryOf(github), HEAD_SHA)).map(({ number }) => number);
  };

  test('are those of its branch, of other branches and of forks, by number', async (context) => {
    const pulls = [
      pull({ number: 9, baseRef: 'rpi-6.9.y' }),
      pull({ number: 8, headRef: 'another' }),
      pull({ number: 10, headRepo: FORK }),
      pull({ number: 11, headRepo: null }),
      pull(),
    ];
    context.expect(await numbersOf(context, pulls)).toEqual([7, 8, 9, 10, 11]);
  });

  test('are found on whatever page of the list they are', async (context) => {
    const others = Array.from({ length: 250 }, (_, index) =>
      pull({ number: 100 + index, headSha: BASE_SHA }),
    );
    context.expect(await numbersOf(context, [pull(), ...others, pull({ number: 400 })])).toEqual([7, 400]);
  });

  test.for([
    ['whose head has moved on', { headSha: BASE_SHA }],
    ['that are closed', { state: 'closed' }],
  ] as const)('are none %s', async ([, overrides], context) => {
    context.expect(await numbersOf(context, [pull(overrides)])).toEqual([]);
  });

  test('cannot be had without permission, which the error names', async (context) => {
    const effect = refusal(403, 'Resource not accessible by integration');
    const github = await startGitHub(context, { faults: [{ on: 'pulls/list', effect }] });
    await context
      .expect(openPullRequests(repositoryOf(github), HEAD_SHA))
      .rejects.toThrow('add `pull-requests: read` to the job');
  });
});

describe.concurrent('a run is', () => {
  const ofFork = { headRepository: { id: FORK.id }, headBranch: 'topic', headSha: HEAD_SHA };

  test.for([
    ['of a pull request of its branch', { headRepo: FORK }, ofFork, true],
    ['not of one of another branch', { headRepo: FORK, headRef: 'other' }, ofFork, false],
    ['not of one of an equal branch elsewhere', {}, ofFork, false],
    ['not of one whose fork is deleted', { headRepo: null, author: 'alice' }, ofFork, false],
    [
      'not of one of a deleted fork, where its own is deleted',
      { headRepo: null },
      { ...ofFork, headRepository: undefined },
      false,
    ],
    [
      'not of one of another fork, where its own is deleted',
      { headRepo: FORK },
      { ...ofFork, headRepository: undefined },
      false,
    ],
  ] as const)('%s', async ([, overrides, of, expected], context) => {
    const github = await startGitHub(context, { state: { pulls: [pull(overrides)] } });
    context.expect(isRunOf(of, await getPullRequest(repositoryOf(github), 7))).toBe(expected);
  });
});
