import type { ClientOptions } from '../../src/github/api/client.ts';
import type { Repository } from '../../src/github/api/repository.ts';
import type { FakeGitHub } from '../support/github/fake-github.ts';
import { clientOf } from './start-github.ts';

/** The repository of the fake GitHub, octo/linux, as the bot's token sees it. */
export function repositoryOf(github: FakeGitHub, options: Partial<ClientOptions> = {}): Repository {
  return { client: clientOf(github, options), owner: 'octo', repo: 'linux' };
}

/** What an operation throws, and that it throws. */
export async function rejectionOf(operation: Promise<unknown>): Promise<unknown> {
  try {
    await operation;
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
