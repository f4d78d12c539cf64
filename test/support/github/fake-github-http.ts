import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Answer } from './fake-github-answer.ts';

/** A request as it came in. */
export interface ReceivedRequest {
  readonly method: string;
  /** Without the query and without the prefix of GitHub Enterprise Server. */
  readonly path: string;
  /** The whole address without the query, for links to further pages. */
  readonly address: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty when there is none. */
  readonly body: string;
}

/** An answer, or a connection that breaks instead. */
export type Outcome = Answer | 'drop';

/** Reads a request to its end. */
export async function receive(message: IncomingMessage): Promise<ReceivedRequest> {
  const url = new URL(message.url ?? '/', `http://${message.headers.host}`);
  const headers = Object.entries(message.headers).map(([name, value]) => [name, String(value)] as const);
  return {
    method: message.method ?? 'GET',
    path: url.pathname.replace(/^\/api\/v3\//, '/').replace(/^\/api\/graphql$/, '/graphql'),
    address: `${url.origin}${url.pathname}`,
    query: url.searchParams,
    headers: Object.fromEntries(headers),
    body: await text(message),
  };
}

/** Sends an answer, as JSON but for bytes, or breaks the connection. */
export function send(response: ServerResponse, outcome: Outcome): void {
  if (outcome === 'drop') {
    response.destroy();
    return;
  }
  const headers = { 'content-type': 'application/json; charset=utf-8', ...outcome.headers };
  response.writeHead(outcome.status, headers);
  const json = outcome.body === undefined ? undefined : JSON.stringify(outcome.body);
  response.end(outcome.bytes ?? json);
}

/** Listens on a free port of the loopback interface; returns the address, without a slash at the end. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

/** Stops listening and breaks what connections there are. */
export async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeAllConnections();
  await closed;
}
