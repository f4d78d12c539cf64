import { expect, test } from 'vitest';
import { type EventContext, resolveEventCommits } from '../../../src/git/commits/event-commits.ts';
import { createFetchCommit } from '../../../src/git/commits/fetch-commit.ts';
import { type Git, createGit } from '../../../src/git/git.ts';
import { type Repository, cloneShallow, createRepository } from '../../support/git/repository.ts';

const STALE = '0123456789012345678901234567890123456789';

/** What the server has: a pull request of one commit, its base branch that has moved on, and the merge of the two. */
interface Server extends AsyncDisposable {
  readonly repository: Repository;
  readonly fork: string;
  readonly main: string;
  readonly topic: string;
  readonly merge: string;
  /** A clone of one commit, as actions/checkout makes it. */
  readonly checkout: (hash: string) => Promise<Git>;
}

async function createServer(): Promise<Server> {
  const repository = await createRepository({ file: '1' });
  const fork = await repository.git('rev-parse', 'HEAD');
  await repository.git('checkout', '-q', '-b', 'topic');
  const topic = await repository.commit({ topic: '1' });
  await repository.git('checkout', '-q', 'main');
  const main = await repository.commit({ other: '1' });
  const merge = await repository.merge(topic);
  return {
    repository,
    fork,
    main,
    topic,
    merge,
    checkout: async (hash) => createGit((await cloneShallow(repository, hash)).clone, process.env),
    [Symbol.asyncDispose]: () => repository[Symbol.asyncDispose](),
  };
}

function contextOf(git: Git, overrides: Partial<EventContext>): EventContext {
  return {
    trigger: { kind: 'other', eventName: 'workflow_dispatch' },
    base: undefined,
    head: undefined,
    fetchCommit: createFetchCommit(git, { serverUrl: 'https://github.test', token: '' }),
    mergeBase: () => Promise.reject(new Error('the server was asked')),
    ...overrides,
  };
}

function pullRequest(headSha: string): EventContext['trigger'] {
  return { kind: 'pull-request', headSha, baseSha: STALE, baseRef: 'main' };
}

test('of a merge the base is the parent that is not the head of the pull request', async () => {
  await using server = await createServer();
  const git = await server.checkout(server.merge);
  const pair = await resolveEventCommits(git, contextOf(git, { trigger: pullRequest(server.topic) }));
  expect(pair).toEqual({
    base: { hash: server.main, origin: 'parent of the merge' },
    head: { hash: server.merge, origin: `merge of ${server.topic}` },
  });
});

test('the base is there with its files afterwards, in a clone of one commit', async () => {
  await using server = await createServer();
  const git = await server.checkout(server.merge);
  const { base } = await resolveEventCommits(git, contextOf(git, { trigger: pullRequest(server.topic) }));
  expect(await git.run('ls-tree', '--name-only', base.hash)).toBe('file\nother');
});

test('of a merge that the event does not know, no parent is taken for the base: the server is asked', async () => {
  await using server = await createServer();
  const git = await server.checkout(server.merge);
  const context = contextOf(git, {
    trigger: pullRequest(server.fork),
    mergeBase: (base, head) =>
      Promise.resolve(`${base}...${head}` === `main...${server.merge}` ? server.main : ''),
  });
  const { base } = await resolveEventCommits(git, context);
  expect(base).toEqual({ hash: server.main, origin: 'merge base with main' });
});

test('where the head itself is checked out, the server tells where it left its base', async () => {
  await using server = await createServer();
  const git = await server.checkout(server.topic);
  const asked: string[] = [];
  const mergeBase = (base: string, head: string) => {
    asked.push(`${base}...${head}`);
    return Promise.resolve(server.fork);
  };
  const context = contextOf(git, { trigger: pullRequest(server.topic), mergeBase });
  const { base } = await resolveEventCommits(git, context);
  expect(asked).toEqual([`main...${server.topic}`]);
  expect(base).toEqual({ hash: server.fork, origin: 'merge base with main' });
});

test('where the head is a merge of its own, its parents are not taken for the base', async () => {
  await using server = await createServer();
  const git = await server.checkout(server.merge);
  const context = contextOf(git, {
    trigger: pullRequest(server.merge),
    mergeBase: () => Promise.resolve(server.fork),
  });
  expect((await resolveEventCommits(git, context)).base.hash).toBe(server.fork);
});

test("where the server does not tell, the event's base is taken and said to be doubtful", async () => {
  await using server = await createServer();
  const git = await server.checkout(server.topic);
  const context = contextOf(git, {
    trigger: { kind: 'pull-request', headSha: server.topic, baseSha: server.fork, baseRef: 'main' },
    mergeBase: () => Promise.resolve(undefined),
  });
  expect((await resolveEventCommits(git, context)).base).toEqual({
    hash: server.fork,
    origin: 'base of the pull request when the event was sent; commits merged since may be counted',
  });
});

test('a push is compared with the branch before it', async () => {
  await using server = await createServer();
  const git = await server.checkout(server.merge);
  const trigger = { kind: 'push', before: server.fork, leftBranch: undefined } as const;
  expect((await resolveEventCommits(git, contextOf(git, { trigger }))).base).toEqual({
    hash: server.fork,
    origin: 'the branch before the push',
  });
});

test('a push without a before, of a new branch or by force, is compared with the first parent', async () => {
  await using server = await createServer();
  const git = await server.checkout(server.merge);
  const trigger = { kind: 'push', before: undefined, leftBranch: undefined } as const;
  expect((await resolveEventCommits(git, contextOf(git, { trigger }))).base).toEqual({
    hash: server.main,
    origin: 'first parent of head',
  });
});

test('a new or forced branch is compared with where it left the default branch, as the server says', async () => {
  await using server = await createServer();
  const git = await server.checkout(server.topic);
  const trigger = { kind: 'push', before: undefined, leftBranch: 'main' } as const;
  const asked: string[][] = [];
  const mergeBase = async (...pair: string[]): Promise<string> => {
    asked.push(pair);
    return server.fork;
  };
  expect((await resolveEventCommits(git, contextOf(git, { trigger, mergeBase }))).base).toEqual({
    hash: server.fork,
    origin: 'merge base with main',
  });
  expect(asked).toEqual([['main', server.topic]]);
});

test.each([
  ['has no commit of its own yet', (server: Server) => server.merge],
  ['shares no commit with it that the server knows', () => undefined],
])('a new branch that %s is compared with its first parent', async (_, answer) => {
  await using server = await createServer();
  const git = await server.checkout(server.merge);
  const trigger = { kind: 'push', before: undefined, leftBranch: 'main' } as const;
  const mergeBase = async (): Promise<string | undefined> => answer(server);
  expect((await resolveEventCommits(git, contextOf(git, { trigger, mergeBase }))).base).toEqual({
    hash: server.main,
    origin: 'first parent of head',
  });
});

test('a merge group is compared with its own base', async () => {
  await using server = await createServer();
  const git = await server.checkout(server.merge);
  const trigger = { kind: 'merge-group', baseSha: server.fork } as const;
  expect((await resolveEventCommits(git, contextOf(git, { trigger }))).base).toEqual({
    hash: server.fork,
    origin: 'base of the merge group',
  });
});

test('commits that the workflow names are fetched and taken, whatever the event', async () => {
  await using server = await createServer();
  const git = await server.checkout(server.merge);
  const context = contextOf(git, {
    trigger: pullRequest(server.topic),
    base: server.fork,
    head: server.topic,
  });
  expect(await resolveEventCommits(git, context)).toEqual({
    base: { hash: server.fork, origin: `input base ${server.fork}` },
    head: { hash: server.topic, origin: `input head ${server.topic}` },
  });
});

test('a first commit has nothing to be compared with, which is said', async () => {
  await using server = await createServer();
  const git = await server.checkout(server.fork);
  await expect(resolveEventCommits(git, contextOf(git, {}))).rejects.toThrow(
    `${server.fork} has no parent to compare with; name a commit with the input "base"`,
  );
});
