import { z } from 'zod';
import { askGraphql } from './ask.ts';
import type { Client } from './client.ts';
import { requestFailureOf } from './request-failure.ts';

/**
 * Returns the login that the client's token speaks for, as REST writes it in `user.login`.
 *
 * GraphQL answers for every kind of token, where `GET /user` refuses the one of a workflow run. A token that
 * may not ask is taken for that one. Throws the request's error when GitHub does not answer at all.
 */
export async function viewerLogin(client: Client): Promise<string> {
  try {
    const question = { query: '{ viewer { login } }', variables: {}, shape: viewerData };
    return (await askGraphql(client, question)).viewer.login;
  } catch (error) {
    const isRefusal = [403, 404].includes(requestFailureOf(error)?.status ?? 0);
    if (isRefusal || (error instanceof Error && error.name === 'GraphqlResponseError')) return ACTIONS_BOT;
    throw error;
  }
}

const viewerData = z.object({ viewer: z.object({ login: z.string().min(1) }) });

const ACTIONS_BOT = 'github-actions[bot]';
