import { createHash } from 'node:crypto';
import { NOT_FOUND } from '../fake-github-answer.ts';
import type { Answer, RouteRequest } from '../fake-github-answer.ts';
import { apiAddress, webAddress } from './fake-github-repositories.ts';
import type { FakeState } from './fake-github-state.ts';

/** Above this many bytes GitHub sends a file's contents only raw. */
const MOST_BYTES = 1024 * 1024;

/**
 * A file of a branch or commit: with what GitHub knows about it, or raw when that is asked for.
 *
 * https://docs.github.com/en/rest/repos/contents#get-repository-content
 */
export function getContent({ state, parameters, query, accept }: RouteRequest): Answer {
  const path = decodeURIComponent(parameters['path'] ?? '');
  const ref = (query.get('ref') ?? state.defaultBranch).replace(/^refs\/heads\//, '');
  const text = state.files[`${ref}:${path}`];
  if (text === undefined) return NOT_FOUND;
  const bytes = Buffer.from(text);
  if (/^application\/vnd\.github(\.v3)?\.raw\b/.test(accept)) {
    const headers = { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' };
    return { status: 200, bytes, headers };
  }
  return { status: 200, body: fileJson(state, { path, ref, bytes }) };
}

interface FileAtRef {
  readonly path: string;
  readonly ref: string;
  readonly bytes: Buffer;
}

function fileJson(state: FakeState, { path, ref, bytes }: FileAtRef): unknown {
  const sha = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  const url = `${apiAddress(state)}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const git = `${apiAddress(state)}/git/blobs/${sha}`;
  const html = `${webAddress(state)}/blob/${ref}/${path}`;
  const isTooBig = bytes.length > MOST_BYTES;
  return {
    type: 'file',
    name: path.split('/').at(-1),
    path,
    sha,
    size: bytes.length,
    encoding: isTooBig ? 'none' : 'base64',
    content: isTooBig ? '' : bytes.toString('base64').replaceAll(/.{1,60}/g, '$&\n'),
    url,
    git_url: git,
    html_url: html,
    download_url: `${webAddress(state)}/raw/${ref}/${path}`,
    _links: { self: url, git, html },
  };
}
