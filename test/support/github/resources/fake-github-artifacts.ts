import { createHash } from 'node:crypto';
import { NOT_FOUND } from '../fake-github-answer.ts';
import type { Answer, RouteRequest } from '../fake-github-answer.ts';
import { findRun } from './fake-github-actions.ts';
import { newestFirst, pageOf } from './fake-github-pages.ts';
import type { FakeArtifact } from './fake-github-records.ts';
import { apiAddress } from './fake-github-repositories.ts';
import { CREATED_AT } from './fake-github-state.ts';
import type { FakeState } from './fake-github-state.ts';

/** One page of a run's artifacts, newest first. */
export function listArtifacts(request: RouteRequest): Answer {
  const { state, parameters, query } = request;
  const run = findRun(state, parameters['id']);
  if (run === undefined) return NOT_FOUND;
  const name = query.get('name');
  const all = state.artifacts
    .filter(({ runId }) => runId === run.id)
    .filter((artifact) => name === null || artifact.name === name)
    .toSorted(newestFirst('id'));
  const { items, headers } = pageOf(request, all);
  const body = { total_count: all.length, artifacts: items.map((artifact) => artifactJson(state, artifact)) };
  return { status: 200, body, headers };
}

/**
 * Sends the client to the storage, which has another origin, as on GitHub: a client that follows by itself
 * leaves the token behind.
 *
 * https://docs.github.com/en/rest/actions/artifacts#download-an-artifact
 */
export function downloadArtifact({ state, parameters, address }: RouteRequest): Answer {
  const artifact = findArtifact(state, parameters);
  if (artifact === undefined) return NOT_FOUND;
  if (artifact.expired) return { status: 410, body: { message: 'Artifact has expired' } };
  const location = new URL(`/storage/${artifact.id}`, address);
  location.hostname = 'localhost';
  return { status: 302, headers: { location: location.href } };
}

/** The archive itself, from an address that works for whoever has it. */
export function serveArchive({ state, parameters }: RouteRequest): Answer {
  const artifact = findArtifact(state, parameters);
  if (artifact === undefined) return NOT_FOUND;
  return { status: 200, bytes: artifact.archive, headers: { 'content-type': 'application/zip' } };
}

function findArtifact(
  state: FakeState,
  parameters: Readonly<Record<string, string>>,
): FakeArtifact | undefined {
  return state.artifacts.find(({ id }) => id === Number(parameters['id']));
}

function artifactJson(state: FakeState, artifact: FakeArtifact): unknown {
  const { id, runId, name, archive, expired } = artifact;
  const run = state.runs.find((candidate) => candidate.id === runId);
  const url = `${apiAddress(state)}/actions/artifacts/${id}`;
  return {
    id,
    node_id: `ART_${id}`,
    name,
    size_in_bytes: artifact.sizeInBytes ?? archive.length,
    url,
    archive_download_url: `${url}/zip`,
    expired,
    digest: `sha256:${createHash('sha256').update(archive).digest('hex')}`,
    created_at: CREATED_AT,
    updated_at: CREATED_AT,
    expires_at: '2026-04-01T00:00:00Z',
    workflow_run: run && {
      id: runId,
      repository_id: state.repositoryId,
      head_repository_id: run.headRepo?.id,
      head_branch: run.headBranch,
      head_sha: run.headSha,
    },
  };
}
