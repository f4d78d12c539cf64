import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { mayKeep } from '../../../src/action/runner/open-cache.ts';
import { openRunnerLog } from '../../../src/action/runner/runner-log.ts';
import type { Trigger } from '../../../src/git/commits/event-commits.ts';
import { createGit } from '../../../src/git/git.ts';
import { type Repository, cloneShallow, createRepository } from '../../support/git/repository.ts';

let server: Repository;
/** Commits of main, oldest first, and one of a fork. */
let main: string[];
let fork: string;
/** A clone of the last commit of main, one commit deep. */
let shallow: string;

beforeAll(async () => {
  server = await createRepository({ file: '0' });
  main = [await server.git('rev-parse', 'HEAD')];
  for (const file of ['1', '2']) main.push(await server.commit({ file }));
  await server.git('checkout', '-q', '-b', 'fork', main[0]!);
  fork = await server.commit({ file: 'fork' });
  await server.git('checkout', '-q', 'main');
  shallow = (await cloneShallow(server, main[2]!)).clone;
});

afterAll(() => server[Symbol.asyncDispose]());

const silent = { write: () => true };

interface Run {
  readonly trigger?: Trigger;
  readonly ref?: string;
  readonly sha?: string;
  readonly base?: string;
  readonly head?: string;
  /** What the server says of two commits; none is asked by default. */
  readonly mergeBase?: string;
  readonly clone?: 'whole' | 'shallow';
}

async function isKept(run: Run): Promise<boolean> {
  const { clone = 'whole', mergeBase } = run;
  const git = createGit(clone === 'whole' ? server.folder : shallow, process.env);
  const commit = (hash: string) => ({ hash, origin: '' });
  return mayKeep(
    {
      trigger: run.trigger ?? { kind: 'other', eventName: 'workflow_dispatch' },
      env: { GITHUB_REF: run.ref ?? 'refs/heads/main', GITHUB_SHA: run.sha ?? main[2]! },
      mergeBase: async () => mergeBase,
      log: openRunnerLog({ stdout: silent, stderr: silent, once: () => undefined }),
    },
    git,
    { base: commit(run.base ?? main[1]!), head: commit(run.head ?? main[2]!) },
  );
}

const other = (eventName: string): Trigger => ({ kind: 'other', eventName });
const push = (before?: string): Trigger => ({ kind: 'push', before, leftBranch: undefined });

describe('builds are kept for others', () => {
  test.each(['schedule', 'workflow_dispatch', 'repository_dispatch'])('at %s', async (name) => {
    expect(await isKept({ trigger: other(name) })).toBe(true);
  });

  test('at a push to a branch', async () => {
    expect(await isKept({ trigger: push(main[1]) })).toBe(true);
    expect(await isKept({ trigger: push(), ref: 'refs/heads/stable/6.12' })).toBe(true);
  });

  test('of commits before the last one', async () => {
    expect(await isKept({ base: main[0]!, head: main[1]! })).toBe(true);
  });

  test('in a clone of one commit, as far as commits, the event or the server know', async () => {
    const clone = 'shallow';
    expect(await isKept({ clone })).toBe(true);
    expect(await isKept({ clone, base: main[0]! })).toBe(false);
    expect(await isKept({ clone, base: main[0]!, trigger: push(main[0]) })).toBe(true);
    expect(await isKept({ clone, base: main[0]!, mergeBase: main[0]! })).toBe(true);
  });
});

describe('builds are not kept for others', () => {
  test('of a commit that is not on the branch, which may be a fork’s', async () => {
    expect(await isKept({ head: fork })).toBe(false);
    expect(await isKept({ base: fork })).toBe(false);
    expect(await isKept({ head: fork, mergeBase: main[0]! })).toBe(false);
    expect(await isKept({ head: fork, trigger: push(main[1]) })).toBe(false);
  });

  test('of a commit that is newer than the run', async () => {
    expect(await isKept({ sha: main[1]!, base: main[0]! })).toBe(false);
  });

  test.each([
    ['a tag', push(), 'refs/tags/v1'],
    ['a tag that was chosen', other('workflow_dispatch'), 'refs/tags/v1'],
    ['the branch of a merge queue', push(), 'refs/heads/gh-readonly-queue/main/pr-7-0123'],
    ['a merge group', { kind: 'merge-group', baseSha: '' }, 'refs/heads/gh-readonly-queue/main/pr-7-0123'],
    [
      'a pull request',
      { kind: 'pull-request', headSha: '', baseSha: '', baseRef: 'main' },
      'refs/pull/7/merge',
    ],
    ['pull_request_target', other('pull_request_target'), 'refs/heads/main'],
    ['workflow_run', other('workflow_run'), 'refs/heads/main'],
    ['issue_comment', other('issue_comment'), 'refs/heads/main'],
    ['a run that says no ref', push(), ''],
  ] satisfies readonly (readonly [string, Trigger, string])[])('of %s', async (_, trigger, ref) => {
    expect(await isKept({ trigger, ref })).toBe(false);
  });
});
