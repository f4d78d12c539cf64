/** The storage that entries lie in: what Azure's Blob service answers to the requests that its SDK makes. */
import type { Answer } from '../github/fake-github-answer.ts';
import type { CacheHttpRequest } from './fake-actions-cache-http.ts';
import { answerRange } from './fake-actions-cache-http.ts';
import { entryById } from './fake-actions-cache-state.ts';
import type { FakeCacheEntry } from './fake-actions-cache-state.ts';

/** Where an entry is stored; the signature is what lets a client in. */
export function storageUrl({ storage }: Pick<CacheHttpRequest, 'storage'>, { id }: FakeCacheEntry): string {
  return `${storage}/actions-cache/${id}?sv=2025-01-05&sig=c2lnbmF0dXJl`;
}

const NO_BLOB: Answer = { status: 404, headers: { 'x-ms-error-code': 'BlobNotFound' } };

/** https://learn.microsoft.com/rest/api/storageservices/operations-on-blobs */
export function answerStorage(request: CacheHttpRequest): Answer {
  const { method, url, headers } = request;
  const entry = entryById(request.state, /^\/actions-cache\/(\d+)$/.exec(url.pathname)?.[1]);
  if (entry === undefined || url.searchParams.get('sig') !== 'c2lnbmF0dXJl') return NO_BLOB;
  const etag = { etag: `"${entry.id}"`, 'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT' };
  if (method === 'PUT') return { status: store(entry, request), headers: etag };
  const answer = answerRange(
    entry.content,
    method === 'HEAD' ? undefined : (headers['x-ms-range'] ?? headers['range']),
  );
  return { ...answer, headers: { ...answer.headers, ...etag, 'x-ms-blob-type': 'BlockBlob' } };
}

function store(entry: FakeCacheEntry, { url, headers, body }: CacheHttpRequest): number {
  switch (url.searchParams.get('comp')) {
    case 'block':
      entry.blocks.set(url.searchParams.get('blockid') ?? '', body);
      return 201;
    case 'blocklist': {
      const names = [...body.toString().matchAll(/<(?:Latest|Uncommitted)>([^<]*)</g)].map(
        ([, name]) => name!,
      );
      const blocks = names.flatMap((name) => entry.blocks.get(name) ?? []);
      if (names.length === 0 || blocks.length < names.length) return 400;
      entry.content = Buffer.concat(blocks);
      return 201;
    }
    case null:
      if (headers['x-ms-blob-type'] !== 'BlockBlob') return 400;
      entry.content = body;
      return 201;
    default:
      return 400;
  }
}
