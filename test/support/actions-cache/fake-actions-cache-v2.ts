/** The service of github.com: twirp (https://twitchtv.github.io/twirp/docs/spec_v7.html), with the fields of its protobuf. */
import { z } from 'zod';
import type { Answer } from '../github/fake-github-answer.ts';
import type { CacheHttpRequest } from './fake-actions-cache-http.ts';
import { findEntry, reserveEntry } from './fake-actions-cache-state.ts';
import { storageUrl } from './fake-actions-cache-storage.ts';

const NAMED = z.object({ key: z.string().min(1).max(512), version: z.string().min(1) });
const LOOKUP = NAMED.extend({ restore_keys: z.array(z.string()).max(9).default([]) });
const FINALIZE = NAMED.extend({ size_bytes: z.string() });

export function createCacheEntry(request: CacheHttpRequest): Answer {
  const named = NAMED.parse(JSON.parse(request.body.toString()));
  if (request.state.right !== 'read-write') {
    return { status: 200, body: { ok: false, message: 'cache write denied: the token may only read' } };
  }
  const entry = reserveEntry(request.state, named);
  if (entry === undefined) {
    return twirpError(
      409,
      'already_exists',
      'cache entry with the same key, version, and scope already exists',
    );
  }
  return { status: 200, body: { ok: true, signed_upload_url: storageUrl(request, entry) } };
}

export function finalizeCacheEntryUpload({ state, body }: CacheHttpRequest): Answer {
  const { key, version, size_bytes: size } = FINALIZE.parse(JSON.parse(body.toString()));
  const entry = state.entries.find((candidate) => candidate.key === key && candidate.version === version);
  if (entry === undefined || String(entry.content.length) !== size) {
    return { status: 200, body: { ok: false, message: 'the upload is not what was announced' } };
  }
  entry.isComplete = true;
  return { status: 200, body: { ok: true, entry_id: String(entry.id) } };
}

export function getCacheEntryDownloadUrl(request: CacheHttpRequest): Answer {
  const { key, version, restore_keys: others } = LOOKUP.parse(JSON.parse(request.body.toString()));
  if (request.state.right === 'none') {
    return twirpError(403, 'permission_denied', 'cache read denied: the token has no readable scopes');
  }
  const entry = findEntry(request.state, { keys: [key, ...others], version });
  if (entry === undefined) return { status: 200, body: { ok: false } };
  const body = { ok: true, matched_key: entry.key, signed_download_url: storageUrl(request, entry) };
  return { status: 200, body };
}

function twirpError(status: number, code: string, message: string): Answer {
  return { status, body: { code, msg: message } };
}
