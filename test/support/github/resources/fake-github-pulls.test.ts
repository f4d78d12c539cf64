import { describe, expect, test } from 'vitest';
import { ask, start } from '../ask-fake-github.ts';
import { BASE_SHA, commit, FORK, HEAD_SHA, labelEvent, pull } from './fake-github-builders.ts';
import { addIssue } from './fake-github-state.ts';

function numbersOf(list: unknown): readonly number[] {
  return (list as readonly { readonly number: number }[]).map(({ number }) => number);
}

function shasOf(list: unknown): readonly string[] {
  return (list as readonly { readonly sha: string }[]).map(({ sha }) => sha);
}

describe('the pull requests of the fake GitHub', () => {
  test.each([
    ['pulls', [10, 7]],
    ['pulls?state=all&direction=asc', [7, 8, 9, 10]],
    ['pulls?state=all&head=alice:topic', [9, 8]],
    ['pulls?head=octo:topic', [10, 7]],
    ['pulls?head=topic', [10, 7]],
    ['pulls?base=rpi-6.12.y', [10]],
  ] as const)('are those that fit: %s', async (path, expected) => {
    const pulls = [
      pull(),
      pull({ number: 8, headRepo: FORK, state: 'closed' }),
      pull({ number: 9, headRepo: null, state: 'closed' }),
      pull({ number: 10, baseRef: 'rpi-6.12.y' }),
    ];
    const github = await start({ state: { pulls } });
    const { body } = await ask(github, `GET ${path}`);
    expect(github.problems).toEqual([]);
    expect(numbersOf(body)).toEqual(expected);
  });

  test('show the first 250 of their commits', async () => {
    const commits = Array.from({ length: 251 }, (_, index) => commit({ sha: `${index}`.padStart(40, '0') }));
    const github = await start({ state: { pulls: [pull({ commits })] } });
    const { body } = await ask(github, 'GET pulls/7/commits?per_page=100&page=3');
    expect(shasOf(body)).toEqual(commits.slice(200, 250).map(({ sha }) => sha));
  });

  test('have no head repository once the fork is deleted', async () => {
    const github = await start({ state: { pulls: [pull({ headRepo: null })] } });
    expect((await ask(github, 'GET pulls/7')).body).toMatchObject({ head: { ref: 'topic', repo: null } });
  });

  test('have events of their own only, oldest first', async () => {
    const labelEvents = [
      labelEvent({ at: '2026-01-02T00:00:00Z' }),
      labelEvent({ event: 'renamed' }),
      labelEvent({ pullNumber: 8 }),
      labelEvent({ event: 'unlabeled', actor: 'bob' }),
    ];
    const github = await start({ state: { labelEvents } });
    expect((await ask(github, 'GET issues/7/events')).body).toMatchObject([
      { event: 'labeled', label: { name: 'size-accepted' }, created_at: '2026-01-02T00:00:00Z' },
      { event: 'renamed' },
      { event: 'unlabeled', actor: { login: 'bob' } },
    ]);
  });
});

describe('a comparison by the fake GitHub', () => {
  test.each([HEAD_SHA, 'topic', 'octo:topic'])(
    'lists the commits since the merge base, oldest first: %s',
    async (head) => {
      const [middle, fork] = ['d'.repeat(40), 'f'.repeat(40)];
      const commits = [
        commit({ parents: [middle] }),
        commit({ sha: middle, parents: [fork] }),
        commit({ sha: fork }),
      ];
      const mergeBases = { [`main...${head}`]: fork };
      const github = await start({ state: { pulls: [pull()], commits, mergeBases } });
      const { body } = await ask(github, `GET compare/main...${head}`);
      expect(body).toMatchObject({ base_commit: { sha: BASE_SHA }, merge_base_commit: { sha: fork } });
      expect(shasOf((body as { readonly commits: unknown }).commits)).toEqual([middle, HEAD_SHA]);
    },
  );
});

describe('the issues of the fake GitHub', () => {
  test.each([
    ['issues', [9, 8, 7]],
    ['issues?state=closed', [10]],
    ['issues?creator=bob', [9]],
    ['issues?labels=size,bug', [9]],
    ['issues?per_page=1&page=2', [8]],
  ] as const)('are those that fit, with pull requests: %s', async (path, expected) => {
    const github = await start({ state: { pulls: [pull()] } });
    addIssue(github.state, { labels: ['size'] });
    addIssue(github.state, { author: 'bob', labels: ['bug', 'size'] });
    addIssue(github.state, { state: 'closed' });
    const { body } = await ask(github, `GET ${path}`);
    expect(github.problems).toEqual([]);
    expect(numbersOf(body)).toEqual(expected);
  });

  test('can be told from pull requests', async () => {
    const github = await start({ state: { pulls: [pull()] } });
    addIssue(github.state, {});
    const { body } = await ask(github, 'GET issues');
    expect((body as readonly object[]).map((issue) => 'pull_request' in issue)).toEqual([false, true]);
  });

  test('are written and changed', async () => {
    const github = await start();
    await ask(github, 'POST issues', {
      title: 'text grew',
      body: 'by 4 KiB',
      labels: ['size', { name: 'bot' }],
    });
    await ask(github, 'PATCH issues/1', { body: 'by 8 KiB', state: 'closed' });
    expect(github.problems).toEqual([]);
    expect(github.state.issues).toEqual([
      {
        number: 1,
        title: 'text grew',
        body: 'by 8 KiB',
        state: 'closed',
        author: 'github-actions[bot]',
        labels: ['size', 'bot'],
      },
    ]);
  });
});
