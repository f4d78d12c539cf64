import { describe, test } from 'vitest';
import { commitMessages, rangeMessages } from '../../../src/github/pulls/commit-messages.ts';
import { refusal } from '../../support/github/fake-github-faults.ts';
import { BASE_SHA, commit, HEAD_SHA, pull } from '../../support/github/resources/fake-github-builders.ts';
import type { FakeCommit } from '../../support/github/resources/fake-github-records.ts';
import { repositoryOf } from '../repository-of.ts';
import { startGitHub } from '../start-github.ts';

/** A line of commits after `BASE_SHA`, the first with the number 1. */
function line(length: number): readonly FakeCommit[] {
  return Array.from({ length }, (_, index) =>
    commit({ sha: shaOf(index + 1), message: `commit ${index + 1}`, parents: [shaOf(index)] }),
  );
}

function shaOf(number: number): string {
  return number === 0 ? BASE_SHA : String(number).padStart(40, '0');
}

describe.concurrent('the commits of a pull request', () => {
  test('have a message and an author', async (context) => {
    const commits = [commit({ message: 'clk: add\n\nSize-Growth: a ram +1 reason' })];
    const github = await startGitHub(context, { state: { pulls: [pull({ commits })] } });
    context.expect(await commitMessages(repositoryOf(github), 7)).toEqual({
      commits: [{ sha: HEAD_SHA, author: 'alice', message: 'clk: add\n\nSize-Growth: a ram +1 reason' }],
      total: 1,
    });
  });

  test('have the name in place of a login that GitHub does not know', async (context) => {
    const commits = [commit({ author: null, authorName: 'Alice Example' })];
    const github = await startGitHub(context, { state: { pulls: [pull({ commits })] } });
    const found = await commitMessages(repositoryOf(github), 7);
    context.expect(found.commits[0]?.author).toBe('Alice Example');
  });

  test('are all read, on several pages', async (context) => {
    const github = await startGitHub(context, { state: { pulls: [pull({ commits: [...line(249)] })] } });
    const { commits, total } = await commitMessages(repositoryOf(github), 7);
    context.expect([commits.length, total]).toEqual([249, 249]);
    context.expect(commits.at(-1)?.message).toBe('commit 249');
  });

  test.for([250, 251, 400])('are cut after 250 of %i, which the total says', async (count, context) => {
    const github = await startGitHub(context, { state: { pulls: [pull({ commits: [...line(count)] })] } });
    const { commits, total } = await commitMessages(repositoryOf(github), 7);
    context.expect([commits.length, total]).toEqual([250, count]);
  });

  test('cannot be had without permission, which the error names', async (context) => {
    const effect = refusal(403, 'Resource not accessible by integration');
    const github = await startGitHub(context, { faults: [{ on: 'pulls/list-commits', effect }] });
    await context
      .expect(commitMessages(repositoryOf(github), 7))
      .rejects.toThrow('the token needs pull_requests=read: add `pull-requests: read` to the job');
  });
});

describe.concurrent('the commits of a push', () => {
  const pushOf = (count: number) => {
    const range = { base: BASE_SHA, head: shaOf(count) };
    const mergeBases = { [`${range.base}...${range.head}`]: BASE_SHA };
    return { range, state: { commits: [...line(count)], mergeBases } };
  };

  test('are those since its base, oldest first', async (context) => {
    const { range, state } = pushOf(2);
    const github = await startGitHub(context, { state });
    context.expect(await rangeMessages(repositoryOf(github), range)).toEqual({
      commits: [
        { sha: shaOf(1), author: 'alice', message: 'commit 1' },
        { sha: shaOf(2), author: 'alice', message: 'commit 2' },
      ],
      total: 2,
    });
  });

  test('are none between a commit and itself', async (context) => {
    const { range, state } = pushOf(0);
    const github = await startGitHub(context, { state });
    context.expect(await rangeMessages(repositoryOf(github), range)).toEqual({ commits: [], total: 0 });
  });

  test.for([100, 300, 301])('are all %i read, on several pages', async (count, context) => {
    const { range, state } = pushOf(count);
    const github = await startGitHub(context, { state });
    const { commits, total } = await rangeMessages(repositoryOf(github), range);
    context.expect([commits.length, total]).toEqual([count, count]);
    context.expect(commits.at(-1)?.message).toBe(`commit ${count}`);
  });

  test('are cut after 1,000, which the total says', async (context) => {
    const { range, state } = pushOf(1_150);
    const github = await startGitHub(context, { state });
    const { commits, total } = await rangeMessages(repositoryOf(github), range);
    context.expect([commits.length, total]).toEqual([1_000, 1_150]);
    context.expect(github.requests).toHaveLength(10);
  });

  test('that GitHub cannot compare are an error of the user', async (context) => {
    const github = await startGitHub(context);
    await context
      .expect(rangeMessages(repositoryOf(github), { base: 'main', head: HEAD_SHA }))
      .rejects.toThrow(`cannot compare main...${HEAD_SHA} in octo/linux (404 Not Found)`);
  });
});
