import { createServer } from 'node:http';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { git as runGit } from '../../../demo/kernel-repository.ts';
import { createFetchCommit } from '../../../src/git/commits/fetch-commit.ts';
import { type Git, createGit } from '../../../src/git/git.ts';
import { type Repository, cloneShallow, createRepository } from '../../support/git/repository.ts';
import { close, listen } from '../../support/github/fake-github-http.ts';

const ACCESS = { serverUrl: 'https://github.test', token: '' };

/** Three commits on a server, the last one cloned. */
async function threeCommits(): Promise<{ repository: Repository; git: Git; hashes: string[] }> {
  const repository = await createRepository();
  const hashes = [];
  for (const text of ['1', '2', '3']) hashes.push(await repository.commit({ file: text }));
  const { clone } = await cloneShallow(repository, hashes[2]!);
  return { repository, git: createGit(clone, process.env), hashes };
}

test('a commit is fetched by its hash, with its files', async () => {
  const { repository, git, hashes } = await threeCommits();
  await using _repository = repository;
  await createFetchCommit(git, ACCESS)(hashes[0]!);
  expect(await git.run('show', `${hashes[0]}:file`)).toBe('1');
});

test('a shallow clone gets one commit and no history', async () => {
  const { repository, git, hashes } = await threeCommits();
  await using _repository = repository;
  await createFetchCommit(git, ACCESS)(hashes[1]!);
  expect(await git.run('rev-list', hashes[1]!)).toBe(hashes[1]);
});

test('a commit that is there is not asked for', async () => {
  const { repository, git, hashes } = await threeCommits();
  await using _repository = repository;
  await git.run('remote', 'set-url', 'origin', repository.beside('nowhere'));
  await expect(createFetchCommit(git, ACCESS)(hashes[2]!)).resolves.toBeUndefined();
});

test('a clone without blobs gets one commit and no history either', async () => {
  const repository = await createRepository();
  await using _repository = repository;
  const hashes = [];
  for (const text of ['1', '2', '3']) hashes.push(await repository.commit({ file: text }));
  const { server, clone } = await cloneShallow(repository, hashes[2]!);
  await runGit(server, ['config', 'uploadpack.allowFilter', 'true']);
  // As actions/checkout does for a sparse checkout.
  await runGit(clone, ['fetch', '-q', '--no-tags', '--depth=1', '--filter=blob:none', 'origin', hashes[2]!]);
  const git = createGit(clone, process.env);
  await createFetchCommit(git, ACCESS)(hashes[1]!);
  expect(await git.run('rev-list', hashes[1]!)).toBe(hashes[1]);
  expect(await git.run('show', `${hashes[1]}:file`)).toBe('2');
});

test('no reference and no FETCH_HEAD is left behind', async () => {
  const { repository, git, hashes } = await threeCommits();
  await using _repository = repository;
  const before = await git.run('rev-parse', 'FETCH_HEAD');
  await createFetchCommit(git, ACCESS)(hashes[0]!);
  expect(await git.run('for-each-ref')).toBe('');
  expect(await git.run('rev-parse', 'FETCH_HEAD')).toBe(before);
});

test('a commit that the server does not have is named, with what git said', async () => {
  const { repository, git } = await threeCommits();
  await using _repository = repository;
  const gone = '1234567890'.repeat(4);
  await expect(createFetchCommit(git, ACCESS)(gone)).rejects.toThrow(
    new RegExp(`^${gone} could not be fetched from origin: .*not our ref`),
  );
});

describe('a server that wants credentials', () => {
  const seen: (string | undefined)[] = [];
  const agents: (string | undefined)[] = [];
  let serverUrl = '';

  beforeEach(async () => {
    seen.length = 0;
    agents.length = 0;
    const server = createServer((request, response) => {
      seen.push(request.headers.authorization);
      agents.push(request.headers['user-agent']);
      response.writeHead(request.headers.authorization === undefined ? 401 : 404);
      response.end();
    });
    serverUrl = await listen(server);
    onTestFinished(() => close(server));
  });

  /** What the fetch fails with; the server has no repository. */
  async function fetchWith(token: string, more: Readonly<Record<string, string>> = {}): Promise<unknown> {
    const repository = await createRepository();
    onTestFinished(() => repository[Symbol.asyncDispose]());
    await runGit(repository.folder, ['remote', 'add', 'origin', `${serverUrl}/octo/linux`]);
    const env = { PATH: process.env['PATH'], HOME: repository.beside('home'), ...more };
    const git = createGit(repository.folder, env);
    return createFetchCommit(git, { serverUrl, token })('a'.repeat(40)).catch((error: unknown) => error);
  }

  test('is asked with those of the checkout first, then with the token', async () => {
    await fetchWith('secret');
    const basic = `basic ${Buffer.from('x-access-token:secret').toString('base64')}`;
    expect(seen[0]).toBeUndefined();
    expect(seen.at(-1)?.toLowerCase()).toBe(basic.toLowerCase());
  });

  test('is asked as the environment configures it, with the token too', async () => {
    await fetchWith('secret', {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'http.userAgent',
      GIT_CONFIG_VALUE_0: 'configured',
    });
    expect([seen.at(-1), agents.at(-1)]).toEqual([expect.stringMatching(/^basic /i), 'configured']);
  });

  test('is not named the token in the error', async () => {
    const error = await fetchWith('secret');
    expect(String(error)).toContain('could not be fetched');
    expect(JSON.stringify(error) + String(error)).not.toMatch(/secret|c2VjcmV0/);
  });
});
