/**
 * Comments that somebody has minimised, which only GraphQL can show again:
 * https://docs.github.com/en/graphql/reference/mutations#unminimizecomment
 */
import { z } from 'zod';
import { askGraphql } from '../api/ask.ts';
import type { Client } from '../api/client.ts';
import { requestFailureOf } from '../api/request-failure.ts';

const IS_MINIMIZED = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { ... on IssueComment { isMinimized } }
}`;

const UNMINIMIZE = `mutation ($id: ID!) {
  unminimizeComment(input: { subjectId: $id }) { unminimizedComment { isMinimized } }
}`;

const minimizedNodes = z.object({
  nodes: z.array(z.object({ isMinimized: z.boolean().optional() }).nullable()),
});

const unminimized = z.object({
  unminimizeComment: z.object({ unminimizedComment: z.object({ isMinimized: z.literal(false) }) }),
});

/**
 * Makes a comment visible again if somebody has minimised it. Returns what is worth a remark, one line each: that
 * it was, or that GitHub does not let this token do it.
 */
export async function showAgain(client: Client, nodeId: string): Promise<readonly string[]> {
  try {
    const asked = { query: IS_MINIMIZED, variables: { ids: [nodeId] }, shape: minimizedNodes };
    const { nodes } = await askGraphql(client, asked);
    if (nodes[0]?.isMinimized !== true) return [];
    await askGraphql(client, { query: UNMINIMIZE, variables: { id: nodeId }, shape: unminimized });
    return ['somebody had minimised the comment, and it is shown again'];
  } catch (error) {
    const why = refusalIn(error);
    if (why === undefined) throw error;
    return [`the comment could not be shown again if somebody has minimised it (${why})`];
  }
}

/** GraphQL refuses with status 200 and a list of errors. */
function refusalIn(error: unknown): string | undefined {
  const failure = requestFailureOf(error);
  if (failure !== undefined) return failure.said;
  const isRefusal = error instanceof Error && error.name === 'GraphqlResponseError';
  return isRefusal ? error.message.replaceAll(/\s+/g, ' ') : undefined;
}
