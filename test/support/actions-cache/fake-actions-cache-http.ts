import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Answer } from '../github/fake-github-answer.ts';
import type { FakeCacheState } from './fake-actions-cache-state.ts';

/** A request to the fake Actions cache, or to the storage beside it. */
export interface CacheHttpRequest {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly state: FakeCacheState;
  /** Where the storage is, without a slash at the end. */
  readonly storage: string;
}

/** An answer, one whose body breaks off half-way, a connection that breaks, or one where nothing comes. */
export type CacheOutcome = Answer | { readonly kind: 'truncate'; readonly answer: Answer } | 'drop' | 'hang';

/** A proxy's client names the whole address, others the path alone. */
export async function receiveBytes(
  message: IncomingMessage,
): Promise<Omit<CacheHttpRequest, 'state' | 'storage'>> {
  const headers = Object.entries(message.headers).map(([name, value]) => [name, String(value)] as const);
  return {
    method: message.method ?? 'GET',
    url: new URL(message.url ?? '/', `http://${message.headers.host}`),
    headers: Object.fromEntries(headers),
    body: await buffer(message),
  };
}

export function sendOutcome(response: ServerResponse, outcome: CacheOutcome): void {
  if (outcome === 'hang') return;
  if (outcome === 'drop') {
    response.destroy();
    return;
  }
  const { status, headers, body, bytes } = 'kind' in outcome ? outcome.answer : outcome;
  const content = bytes ?? Buffer.from(body === undefined ? '' : JSON.stringify(body));
  const type = bytes === undefined ? 'application/json' : 'application/octet-stream';
  response.writeHead(status, { 'content-type': type, 'content-length': content.length, ...headers });
  if (!('kind' in outcome)) {
    response.end(content);
    return;
  }
  response.write(content.subarray(0, content.length / 2), () => response.destroy());
}

/** The part of some bytes that a header asks for; https://datatracker.ietf.org/doc/html/rfc9110#section-14.1.2 */
export function answerRange(content: Uint8Array, range: string | undefined): Answer {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === undefined) return { status: 200, bytes: content };
  const start = Number(first);
  const end = last ? Math.min(Number(last), content.length - 1) : content.length - 1;
  return {
    status: 206,
    bytes: content.subarray(start, end + 1),
    headers: { 'content-range': `bytes ${start}-${end}/${content.length}` },
  };
}
