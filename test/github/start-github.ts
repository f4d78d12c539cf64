import type { TestContext } from 'vitest';
import { createClient } from '../../src/github/api/client.ts';
import type { Client, ClientOptions } from '../../src/github/api/client.ts';
import { startFakeGitHub } from '../support/github/fake-github.ts';
import type { FakeGitHub, FakeGitHubOptions } from '../support/github/fake-github.ts';
import { createRequestCheck } from '../support/github/openapi-validation.ts';
import { BOT_TOKEN } from '../support/github/resources/fake-github-state.ts';

/** One for all tests of a file: to compile the description takes longer than most of them. */
const checkRequest = createRequestCheck();

/** Starts a fake GitHub for one test, which fails if a request was not as GitHub describes it. */
export async function startGitHub(
  { onTestFinished, expect }: TestContext,
  options: FakeGitHubOptions = {},
): Promise<FakeGitHub> {
  const github = await startFakeGitHub({ checkRequest: await checkRequest, ...options });
  onTestFinished(async () => {
    await github.close();
    expect(github.problems).toEqual([]);
  });
  return github;
}

/** A client of the fake GitHub that waits milliseconds where it should wait seconds. */
export function clientOf(github: FakeGitHub, options: Partial<ClientOptions> = {}): Client {
  return createClient({ token: BOT_TOKEN, apiUrl: github.url, secondMs: 1, ...options });
}

/** The methods of all requests that would change something. */
export function writesTo(github: FakeGitHub): readonly string[] {
  return github.requests
    .filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
    .map(({ method }) => method);
}
