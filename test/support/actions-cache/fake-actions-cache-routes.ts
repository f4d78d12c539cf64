import type { Answer } from '../github/fake-github-answer.ts';
import type { CacheHttpRequest } from './fake-actions-cache-http.ts';
import { answerStorage } from './fake-actions-cache-storage.ts';
import { commitV1, lookUpV1, reserveV1, uploadV1 } from './fake-actions-cache-v1.ts';
import {
  createCacheEntry,
  finalizeCacheEntryUpload,
  getCacheEntryDownloadUrl,
} from './fake-actions-cache-v2.ts';

/** What is done with an entry, whichever version of the service is asked. */
export type CacheOperation = 'look-up' | 'reserve' | 'finalize' | 'upload' | 'download';

export interface CacheRoute {
  readonly operation: CacheOperation;
  /** Of the method and the path. */
  readonly pattern: RegExp;
  readonly answer: (request: CacheHttpRequest) => Answer;
}

const V2 = /^POST \/twirp\/github\.actions\.results\.api\.v1\.CacheService\//.source;
const V1 = /\/_apis\/artifactcache\//.source;

const ROUTES: readonly CacheRoute[] = [
  {
    operation: 'look-up',
    pattern: new RegExp(`${V2}GetCacheEntryDownloadURL$`),
    answer: getCacheEntryDownloadUrl,
  },
  { operation: 'reserve', pattern: new RegExp(`${V2}CreateCacheEntry$`), answer: createCacheEntry },
  {
    operation: 'finalize',
    pattern: new RegExp(`${V2}FinalizeCacheEntryUpload$`),
    answer: finalizeCacheEntryUpload,
  },
  { operation: 'look-up', pattern: new RegExp(`^GET ${V1}cache$`), answer: lookUpV1 },
  { operation: 'reserve', pattern: new RegExp(`^POST ${V1}caches$`), answer: reserveV1 },
  { operation: 'upload', pattern: new RegExp(`^PATCH ${V1}caches/\\d+$`), answer: uploadV1 },
  { operation: 'finalize', pattern: new RegExp(`^POST ${V1}caches/\\d+$`), answer: commitV1 },
  { operation: 'upload', pattern: /^PUT \/actions-cache\//, answer: answerStorage },
  { operation: 'download', pattern: /^(?:GET|HEAD) \/actions-cache\//, answer: answerStorage },
];

/** Throws an Error for a request that the services would not have understood. */
export function routeOf({ method, url, headers }: CacheHttpRequest, token: string): CacheRoute {
  const route = ROUTES.find(({ pattern }) => pattern.test(`${method} ${url.pathname}`));
  if (route === undefined) throw new Error('no such route');
  // The storage belongs to somebody else, who must not see a token that is meant for GitHub.
  const expected = route.answer === answerStorage ? undefined : `Bearer ${token}`;
  if (headers['authorization'] !== expected) throw new Error(`authorization is ${headers['authorization']}`);
  return route;
}
