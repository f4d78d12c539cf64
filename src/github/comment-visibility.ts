/**
 * Comments that somebody has minimised, which only GraphQL can show again:
 * https://docs.github.com/en/graphql/reference/mutations#unminimizecomment
 */
import type { Client } from './client.ts';
import { requestFailureOf } from './request-failure.ts';

const IS_MINIMIZED = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { ... on IssueComment { isMinimized } }
}`;

const UNMINIMIZE = `mutation ($id: ID!) {
  unminimizeComment(input: { subjectId: $id }) { unminimizedComment { isMinimized } }
}`;

interface MinimizedNodes {
  readonly nodes: readonly ({ readonly isMinimized?: boolean } | null)[];
}

/**
 * Makes a comment visible again if somebody has minimised it. Returns what is worth a remark, one line each: that
 * it was, or that GitHub does not let this token do it.
 */
export async function showAgain(client: Client, nodeId: string): Promise<readonly string[]> {
  try {
    const { nodes } = await client.graphql<MinimizedNodes>(IS_MINIMIZED, { ids: [nodeId] });
    if (nodes[0]?.isMinimized !== true) return [];
    await client.graphql(UNMINIMIZE, { id: nodeId });
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
  if (failure !== undefined) return `${failure.status} ${failure.message}`;
  const isRefusal = error instanceof Error && error.name === 'GraphqlResponseError';
  return isRefusal ? error.message.replaceAll(/\s+/g, ' ') : undefined;
}
