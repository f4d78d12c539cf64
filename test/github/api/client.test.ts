import { describe, test } from 'vitest';
import type { Client } from '../../../src/github/api/client.ts';
import { MOST_PAGES } from '../../../src/github/api/limits.ts';
import { listConversation } from '../../../src/github/pulls/acceptance-sources.ts';
import { refusal, secondaryLimit, withoutPermission } from '../../support/github/fake-github-faults.ts';
import type { Fault, FaultEffect } from '../../support/github/fake-github-faults.ts';
import { repositoryOf } from '../repository-of.ts';
import { clientOf, startGitHub } from '../start-github.ts';

function listComments(client: Client): Promise<{ readonly status: number }> {
  return client.rest.issues.listComments({ owner: 'octo', repo: 'linux', issue_number: 7 });
}

function onList(effect: FaultEffect, times = Infinity): readonly Fault[] {
  return [{ on: 'issues/list-comments', effect, times }];
}

describe.concurrent('the client', () => {
  test('asks again after a failure of the server', async (context) => {
    const github = await startGitHub(context, { faults: onList(refusal(502, 'Server Error'), 2) });
    context.expect((await listComments(clientOf(github))).status).toBe(200);
  });

  test('asks again after a dropped connection', async (context) => {
    const github = await startGitHub(context, { faults: onList({ kind: 'drop' }, 2) });
    context.expect((await listComments(clientOf(github))).status).toBe(200);
  });

  test('asks again when an answer takes too long', async (context) => {
    const github = await startGitHub(context, {
      faults: onList({ kind: 'delay', milliseconds: 30_000 }, 1),
    });
    await listComments(clientOf(github, { timeoutMs: 300 }));
    context.expect(github.requests).toHaveLength(2);
  });

  test('gives up an answer that does not end', async (context) => {
    const answer = { status: 200, bytes: Buffer.alloc(100_001, ' ') };
    const github = await startGitHub(context, { faults: onList({ kind: 'answer', answer }) });
    await context
      .expect(listComments(clientOf(github, { answerBytes: 100_000 })))
      .rejects.toThrow('the answer has more than 100000 bytes');
  });

  test('gives up a list whose pages lead on for ever', async (context) => {
    const link = '<https://api.github.test/?page=2>; rel="next"';
    const endless: FaultEffect = {
      kind: 'garble',
      garble: (answer) => ({ ...answer, headers: { link } }),
    };
    const github = await startGitHub(context, { faults: onList(endless) });
    await context
      .expect(listConversation(repositoryOf(github), 7))
      .rejects.toThrow(`a list has more than ${MOST_PAGES} pages`);
    context.expect(github.requests).toHaveLength(MOST_PAGES);
  });

  test('gives a request up after three tries', async (context) => {
    const github = await startGitHub(context, { faults: onList(refusal(503, 'Unavailable')) });
    await context.expect(listComments(clientOf(github))).rejects.toThrow('Unavailable');
    context.expect(github.requests).toHaveLength(3);
  });

  test.for([403, 429] as const)(
    'waits for retry-after on a %i for the secondary limit',
    async (status, context) => {
      const github = await startGitHub(context, { faults: onList(secondaryLimit(status, 7), 1) });
      const waits: number[] = [];
      const client = clientOf(github, { onWait: (seconds) => waits.push(seconds) });
      context.expect((await listComments(client)).status).toBe(200);
      context.expect(waits).toEqual([7]);
    },
  );

  test('gives up after three tries within a rate limit', async (context) => {
    const github = await startGitHub(context, { faults: onList(secondaryLimit(429, 1)) });
    await context.expect(listComments(clientOf(github))).rejects.toThrow('secondary rate limit');
    context.expect(github.requests).toHaveLength(3);
  });

  test('does not wait longer than two minutes', async (context) => {
    const github = await startGitHub(context, { faults: onList(secondaryLimit(403, 121)) });
    await context.expect(listComments(clientOf(github))).rejects.toThrow('secondary rate limit');
    context.expect(github.requests).toHaveLength(1);
  });

  test('does not wait for the hour of the primary limit to end', async (context) => {
    const inAnHour = Math.round(Date.now() / 1000) + 3600;
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(inAnHour) };
    const github = await startGitHub(context, {
      faults: onList(refusal(403, 'API rate limit exceeded', headers)),
    });
    await context.expect(listComments(clientOf(github))).rejects.toThrow('API rate limit exceeded');
    context.expect(github.requests).toHaveLength(1);
  });

  test('does not repeat a request that it may not make', async (context) => {
    const github = await startGitHub(context, { faults: onList(withoutPermission()) });
    await context.expect(listComments(clientOf(github))).rejects.toThrow('Resource not accessible');
    context.expect(github.requests).toHaveLength(1);
  });
});
