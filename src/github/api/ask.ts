/**
 * Requests to GitHub whose answers are checked against what is used of them, before anything else looks at them. One
 * that does not fit is an error of Octokit's kind with a status of 5xx: it is asked again, explained, and is no answer.
 */
import { z } from 'zod';
import type { Client } from './client.ts';
import { MOST_PAGES, PAGE_SIZE } from './limits.ts';
import {
  type AnswerCheck,
  MalformedAnswer,
  type RawAnswer,
  hasShape,
  hasStatus,
} from './malformed-answer.ts';

/** The option `request` of a request, which createClient's plugin looks at. A type, since Octokit's has an index. */
// eslint-disable-next-line typescript/consistent-type-definitions
export type CheckedRequest = { readonly check: AnswerCheck };

/** Sends a request; returns what of the answer's data `shape` names. */
export async function ask<Shape extends z.ZodType>(
  shape: Shape,
  send: (request: CheckedRequest) => Promise<RawAnswer>,
): Promise<z.output<Shape>> {
  const { data } = await send({ check: hasShape(shape) });
  return shape.parse(data);
}

/** Sends a request that is answered by a status alone. */
export async function tell(
  status: number,
  send: (request: CheckedRequest) => Promise<RawAnswer>,
): Promise<void> {
  await send({ check: hasStatus(status) });
}

/** The options of a request for one page of a list. */
interface PageRequest {
  readonly page: number;
  readonly per_page: number;
  readonly request: CheckedRequest;
}

/** A list that comes in pages: the shape of a page, and what it lists. */
export interface PagedList<Page extends z.ZodType, Item> {
  readonly shape: Page;
  readonly items: (page: z.output<Page>) => readonly Item[];
  readonly send: (page: PageRequest) => Promise<RawAnswer>;
}

/**
 * Reads all pages of a list, as far as their `link` headers lead.
 * https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
export async function askAll<Page extends z.ZodType, Item>({
  shape,
  items,
  send,
}: PagedList<Page, Item>): Promise<readonly Item[]> {
  const all: Item[] = [];
  const check: AnswerCheck = (answer) => {
    const problem = hasShape(shape)(answer);
    if (problem !== undefined) return problem;
    const { length } = items(shape.parse(answer.data));
    return length <= PAGE_SIZE ? undefined : `a page has ${length} entries, expected ${PAGE_SIZE} at most`;
  };
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { data, headers } = await send({ page, per_page: PAGE_SIZE, request: { check } });
    all.push(...items(shape.parse(data)));
    if (!/;\s?rel="next"/.test(String(headers['link'] ?? ''))) return all;
  }
  throw new MalformedAnswer(`a list has more than ${MOST_PAGES} pages`, undefined);
}

/** A question in GraphQL, with the shape of `data`. */
export interface GraphqlQuestion<Shape extends z.ZodType> {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly shape: Shape;
}

/** Asks in GraphQL. That GitHub refuses it with status 200 and a list of errors is Octokit's to throw. */
export async function askGraphql<Shape extends z.ZodType>(
  client: Client,
  { query, variables, shape }: GraphqlQuestion<Shape>,
): Promise<z.output<Shape>> {
  const answered = hasShape(z.object({ data: shape, errors: z.never().optional() }));
  const check: AnswerCheck = (answer) =>
    refusedInGraphql.safeParse(answer.data).success ? undefined : answered(answer);

  return shape.parse(await client.graphql(query, { ...variables, request: { check } }));
}

const refusedInGraphql = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });
