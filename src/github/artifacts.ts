/**
 * The artifacts of a workflow run: https://docs.github.com/en/rest/actions/artifacts
 *
 * What is in them is not trusted; unpack.ts and whoever reads the file see to that.
 */
import { UserError } from '../user-error.ts';
import { createTimedFetch } from './client.ts';
import { ARTIFACT_BYTES, DOWNLOAD_TIMEOUT_MS, PAGE_SIZE, TRIES } from './limits.ts';
import type { Repository } from './repository.ts';
import { answerFor } from './request-purpose.ts';

/** An artifact that can be downloaded. */
export interface Artifact {
  readonly id: number;
  readonly name: string;
  /** Size of the archive, in bytes. */
  readonly bytes: number;
}

/**
 * Finds the artifact of a run by its exact name: the newest, since a run that is run again has one of each attempt.
 * Undefined when there is none, or only ones that have expired. Throws a `UserError` when GitHub does not list them.
 */
export async function findArtifact(
  { client, owner, repo }: Repository,
  { runId, name }: { readonly runId: number; readonly name: string },
): Promise<Artifact | undefined> {
  const list = client.paginate(client.rest.actions.listWorkflowRunArtifacts, {
    owner,
    repo,
    run_id: runId,
    name,
    per_page: PAGE_SIZE,
  });
  const action = `list the artifacts of workflow run ${runId} of ${owner}/${repo}`;
  const artifacts = await answerFor(list, { action, permission: 'actions: read' });
  const [newest] = artifacts
    .filter((artifact) => artifact.name === name && !artifact.expired)
    .toSorted((a, b) => b.id - a.id);
  return newest && { id: newest.id, name: newest.name, bytes: newest.size_in_bytes };
}

/** What a download may take. */
export interface DownloadLimits {
  readonly bytes: number;
  readonly timeoutMs: number;
}

const DOWNLOAD_LIMITS: DownloadLimits = { bytes: ARTIFACT_BYTES, timeoutMs: DOWNLOAD_TIMEOUT_MS };

/**
 * Downloads an artifact's zip archive, trying up to three times.
 *
 * Throws a `UserError` when it is larger than the limit, by the listed size or by what really comes, and when it
 * cannot be had.
 */
export async function downloadArtifact(
  repository: Repository,
  artifact: Artifact,
  limits: DownloadLimits = DOWNLOAD_LIMITS,
): Promise<Uint8Array> {
  if (artifact.bytes > limits.bytes) throw tooLarge(artifact, `${artifact.bytes} bytes`, limits);
  for (let attempt = 1; ; attempt++) {
    const address = await storageAddress(repository, artifact);
    try {
      return await fetchArchive(address, artifact, limits);
    } catch (error) {
      if (error instanceof UserError) throw error;
      if (attempt === TRIES) throw undelivered(artifact, error);
    }
  }
}

/**
 * GitHub answers with a redirect to a storage host, which is another company's. To follow it by hand is the only way
 * to be sure that the token stays behind: https://docs.github.com/en/rest/actions/artifacts#download-an-artifact
 */
async function storageAddress({ client, owner, repo }: Repository, artifact: Artifact): Promise<string> {
  const request = client.rest.actions.downloadArtifact({
    owner,
    repo,
    artifact_id: artifact.id,
    archive_format: 'zip',
    request: { redirect: 'manual' },
  });
  const purpose = { action: `download ${describe(artifact)}`, permission: 'actions: read' };
  const { status, url, headers } = await answerFor<RedirectAnswer>(request, purpose);
  if (headers.location !== undefined) return new URL(headers.location, url).href;
  throw undelivered(artifact, new Error(`GitHub answered ${status} without an address`));
}

interface RedirectAnswer {
  readonly status: number;
  readonly url: string;
  readonly headers: { readonly location?: string };
}

async function fetchArchive(
  address: string,
  artifact: Artifact,
  limits: DownloadLimits,
): Promise<Uint8Array> {
  const response = await createTimedFetch(limits.timeoutMs)(address);
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw new Error(`the storage host answered ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > limits.bytes) throw tooLarge(artifact, `${artifact.bytes} bytes listed, more sent`, limits);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}

function tooLarge(artifact: Artifact, found: string, limits: DownloadLimits): UserError {
  return new UserError(
    `${describe(artifact)} is too large (${found}); expected up to ${limits.bytes} bytes, since artifacts of a ` +
      'pull request are not trusted: upload nothing but the report',
  );
}

function undelivered(artifact: Artifact, cause: unknown): UserError {
  // fetch says "fetch failed", and why in the error's own cause.
  const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const said = reason instanceof Error ? reason.message : String(reason);
  return new UserError(
    `cannot download ${describe(artifact)} (${said}); expected a zip archive: run the job again`,
    { cause },
  );
}

function describe({ id, name }: Artifact): string {
  return `the artifact ${JSON.stringify(name)} (id ${id})`;
}
