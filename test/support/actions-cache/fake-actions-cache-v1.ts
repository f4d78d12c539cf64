/** The service of GitHub Enterprise Server, as https://github.com/actions/toolkit/tree/main/packages/cache asks it. */
import { z } from 'zod';
import type { Answer } from '../github/fake-github-answer.ts';
import type { CacheHttpRequest } from './fake-actions-cache-http.ts';
import { entryById, findEntry, reserveEntry } from './fake-actions-cache-state.ts';
import { storageUrl } from './fake-actions-cache-storage.ts';

const RESERVE = z.object({ key: z.string().max(512), version: z.string(), cacheSize: z.number() });
const COMMIT = z.object({ size: z.number() });

export function lookUpV1(request: CacheHttpRequest): Answer {
  const keys = (request.url.searchParams.get('keys') ?? '').split(',');
  const entry = findEntry(request.state, { keys, version: request.url.searchParams.get('version') ?? '' });
  if (entry === undefined) return { status: 204 };
  return { status: 200, body: { cacheKey: entry.key, archiveLocation: storageUrl(request, entry) } };
}

export function reserveV1({ state, body }: CacheHttpRequest): Answer {
  const { key, version } = RESERVE.parse(JSON.parse(body.toString()));
  const entry = reserveEntry(state, { key, version });
  if (entry !== undefined) return { status: 201, body: { cacheId: entry.id } };
  const message = `Cache already exists. Scope: refs/heads/main, Key: ${key}, Version: ${version}`;
  return { status: 409, body: { message, typeName: 'ArtifactCacheItemAlreadyExistsException' } };
}

export function uploadV1({ state, url, headers, body }: CacheHttpRequest): Answer {
  const entry = entryById(state, lastSegment(url));
  const [, start, end] = /^bytes (\d+)-(\d+)\/\*$/.exec(headers['content-range'] ?? '') ?? [];
  if (entry === undefined || Number(end) - Number(start) + 1 !== body.length) return { status: 400 };
  const content = Buffer.alloc(Math.max(entry.content.length, Number(end) + 1));
  content.set(entry.content);
  content.set(body, Number(start));
  entry.content = content;
  return { status: 204 };
}

export function commitV1({ state, url, body }: CacheHttpRequest): Answer {
  const entry = entryById(state, lastSegment(url));
  if (entry?.content.length !== COMMIT.parse(JSON.parse(body.toString())).size) return { status: 400 };
  entry.isComplete = true;
  return { status: 204 };
}

function lastSegment({ pathname }: URL): string | undefined {
  return pathname.split('/').at(-1);
}
