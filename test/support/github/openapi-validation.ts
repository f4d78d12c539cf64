import { OpenAPIBackend } from 'openapi-backend';
import type { Document } from 'openapi-backend';
import type { RequestCheck } from './fake-github.ts';
import document from './github-openapi.json' with { type: 'json' };

/**
 * Returns a check that holds a request's path, query, headers and body against GitHub's OpenAPI description
 * (the subset in github-openapi.json) and names each field that does not fit.
 *
 * GraphQL is not part of the description; the fake's own route checks that.
 */
export async function createRequestCheck(): Promise<RequestCheck> {
  const api = await description();
  return ({ method, path, headers, query, body }) => {
    if (path === '/graphql') return [];
    const json = body === '' ? {} : { body: readBody(body) };
    const request = { method, path, headers: { ...headers }, query: Object.fromEntries(query), ...json };
    const operation = api.matchOperation(request);
    if (operation === undefined) return ['not in the OpenAPI description'];
    return describeErrors(api.validateRequest(request, operation).errors);
  };
}

/** Names each field in which an answer differs from the description, for testing the fake itself. */
export async function checkAnswer(
  operationId: string,
  answer: { readonly status: number; readonly body: unknown },
): Promise<readonly string[]> {
  const api = await description();
  return describeErrors(api.validateResponse(answer.body, operationId, answer.status).errors);
}

let loaded: Promise<OpenAPIBackend> | undefined;

/** Loads it once: the first use of an operation compiles its schemas. */
function description(): Promise<OpenAPIBackend> {
  loaded ??= loadDescription();
  return loaded;
}

async function loadDescription(): Promise<OpenAPIBackend> {
  // A copy, since references are resolved in place; untyped, since the import's `in: "path"` is any string.
  const definition: Document = JSON.parse(JSON.stringify(document), (_key, value) => adapted(value));
  const api = new OpenAPIBackend({
    definition,
    quick: true,
    ajvOpts: { allErrors: true, formats: { uri: true, 'date-time': true, email: true } },
  });
  await api.init();
  return api;
}

interface Schema {
  readonly nullable?: boolean;
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
}

/**
 * Spells out what GitHub means and the validator does not read so: no `nullable` without a type, no null that
 * `enum` leaves out, and no `oneOf` of integer and string, which digits in an address are both.
 */
function adapted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, oneOf, ...schema } = value as Schema;
  const isText = oneOf?.some(({ type }) => type === 'string') === true;
  if (isText) return adapted({ ...schema, nullable, anyOf: oneOf });
  if (nullable !== true) return value;
  if (schema.enum !== undefined) return { ...value, enum: [...schema.enum, null] };
  if (schema.type !== undefined) return value;
  return { anyOf: [oneOf === undefined ? schema : { ...schema, oneOf }, { type: 'null' }] };
}

function readBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

interface SchemaError {
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
}

function describeErrors(errors: readonly SchemaError[] | null | undefined): readonly string[] {
  return (errors ?? []).map(({ instancePath, message, params }) => {
    const extra = params['additionalProperty'];
    return `${instancePath} ${message}${typeof extra === 'string' ? ` (${extra})` : ''}`;
  });
}
