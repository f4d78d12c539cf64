import { onTestFinished } from 'vitest';
import { startFakeGitHub } from './fake-github.ts';
import type { FakeGitHub, FakeGitHubOptions } from './fake-github.ts';
import { createRequestCheck } from './openapi-validation.ts';
import { BOT_TOKEN } from './resources/fake-github-state.ts';

/** Starts a fake GitHub, which checks requests, for the test that runs. */
export async function start(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const github = await startFakeGitHub({ checkRequest: await createRequestCheck(), ...options });
  onTestFinished(github.close);
  return github;
}

/** Sends a request as the bot, with JSON if there is a body. */
export function request(github: FakeGitHub, path: string, options: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `token ${BOT_TOKEN}`, 'content-type': 'application/json' };
  return fetch(`${github.url}${path}`, { headers, ...options });
}

/** Sends a request below `/repos/octo/linux/` as the bot and returns the status and the JSON body. */
export async function ask(
  github: FakeGitHub,
  line: `${'GET' | 'POST' | 'PATCH'} ${string}`,
  body?: unknown,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const [method = '', path = ''] = line.split(' ');
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await request(github, `/repos/octo/linux/${path}`, { method, ...sent });
  return { status: response.status, body: await response.json() };
}
