import { describe, test } from 'vitest';
import { findPullRequests, getPullRequest } from '../../src/github/live-pull-request.ts';
import { UserError } from '../../src/user-error.ts';
import { BASE_SHA, FORK, HEAD_SHA, HOME, pull } from '../support/fake-github-builders.ts';
import { refusal } from '../support/fake-github-faults.ts';
import { rejectionOf, repositoryOf } from './repository-of.ts';
import { startGitHub } from './start-github.ts';

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

describe.concurrent('the pull requests of a run', () => {
  const ofFork = {
    headRepository: { id: FORK.id, owner: FORK.owner },
    headBranch: 'topic',
    headSha: HEAD_SHA,
    repositoryId: HOME.id,
  };

  test('are found by head repository, branch and commit', async (context) => {
    const github = await startGitHub(context, {
      state: { pulls: [pull({ number: 5, headRef: 'other', headRepo: FORK }), pull({ headRepo: FORK })] },
    });
    const found = await findPullRequests(repositoryOf(github), ofFork);
    context.expect(found.map(({ number }) => number)).toEqual([7]);
    context.expect(github.requests[0]?.query.get('head')).toBe('alice:topic');
  });

  test('are all those of one branch, by number', async (context) => {
    const pulls = [9, 8, 10].map((number) => pull({ number, headRepo: FORK, baseRef: `rpi-6.${number}.y` }));
    const github = await startGitHub(context, { state: { pulls } });
    const found = await findPullRequests(repositoryOf(github), ofFork);
    context.expect(found.map(({ number }) => number)).toEqual([8, 9, 10]);
  });

  test.for([
    ['whose head has moved on', { headSha: BASE_SHA }],
    ['of a repository of the same owner with another id', { headRepo: { ...FORK, id: 3, name: 'linux-2' } }],
    ['that are closed', { state: 'closed' }],
    ['whose fork is deleted', { headRepo: null, author: 'alice' }],
  ] as const)('are none %s', async ([, overrides], context) => {
    const github = await startGitHub(context, { state: { pulls: [pull({ headRepo: FORK, ...overrides })] } });
    context.expect(await findPullRequests(repositoryOf(github), ofFork)).toEqual([]);
  });

  test('are none in another repository than the one that the run was in', async (context) => {
    const github = await startGitHub(context, { state: { pulls: [pull({ headRepo: FORK })] } });
    const elsewhere = { ...ofFork, repositoryId: 99 };
    context.expect(await findPullRequests(repositoryOf(github), elsewhere)).toEqual([]);
  });

  test('are none when the fork of the run is deleted, without asking', async (context) => {
    const github = await startGitHub(context, { state: { pulls: [pull({ headRepo: null })] } });
    const orphan = { ...ofFork, headRepository: undefined };
    context.expect(await findPullRequests(repositoryOf(github), orphan)).toEqual([]);
    context.expect(github.requests).toEqual([]);
  });

  test('are told apart also where GitHub does not filter by branch', async (context) => {
    const body = [listed({ number: 7, ref: 'other' }), listed({ number: 8, ref: 'topic' })];
    const effect = { kind: 'answer', answer: { status: 200, body } } as const;
    const github = await startGitHub(context, { faults: [{ on: 'pulls/list', effect }] });
    const found = await findPullRequests(repositoryOf(github), ofFork);
    context.expect(found.map(({ number }) => number)).toEqual([8]);
  });

  test('cannot be had without permission, which the error names', async (context) => {
    const effect = refusal(403, 'Resource not accessible by integration');
    const github = await startGitHub(context, { faults: [{ on: 'pulls/list', effect }] });
    await context
      .expect(findPullRequests(repositoryOf(github), ofFork))
      .rejects.toThrow('add `pull-requests: read` to the job');
  });
});

/** As much of a listed pull request as is read; a fork's. */
function listed({ number, ref }: { readonly number: number; readonly ref: string }): unknown {
  const about = { state: 'open', merged_at: null, locked: false, draft: false, body: null, labels: [] };
  const head = { sha: HEAD_SHA, ref, repo: { id: FORK.id, name: FORK.name, owner: { login: FORK.owner } } };
  return { number, ...about, user: null, head, base: { ref: 'main', repo: { id: HOME.id } } };
}
