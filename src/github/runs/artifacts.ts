/**
 * The artifacts of a workflow run: https://docs.github.com/en/rest/actions/artifacts
 *
 * What is in them is not trusted; unpack.ts and whoever reads the file see to that.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { UserError } from '../../user-error.ts';
import { askAll } from '../api/ask.ts';
import { createTimedFetch } from '../api/client.ts';
import { ARTIFACT_BYTES, DOWNLOAD_TIMEOUT_MS, TRIES } from '../api/limits.ts';
import type { RawAnswer } from '../api/malformed-answer.ts';
import { readBounded } from '../api/read-bounded.ts';
import type { Repository } from '../api/repository.ts';
import { answerFor } from '../api/request-purpose.ts';

/** An artifact that can be downloaded. */
export interface Artifact {
  readonly id: number;
  readonly name: string;
  /** Size of the archive, in bytes. */
  readonly bytes: number;
  /** `sha256:` and the hash of the archive, where the server knows it. */
  readonly digest?: string | undefined;
}

/**
 * Finds the artifact of a run by its exact name: the newest, since a run that is run again has one of each attempt.
 * Undefined when there is none, or only ones that have expired. Throws a `UserError` when GitHub does not list them.
 */
export async function findArtifact(
  { client, owner, repo }: Repository,
  { runId, name }: { readonly runId: number; readonly name: string },
): Promise<Artifact | undefined> {
  const list = askAll({
    shape: z.object({ artifacts: z.array(artifactData) }),
    items: (page) => page.artifacts,
    send: (page) =>
      client.rest.actions.listWorkflowRunArtifacts({ owner, repo, run_id: runId, name, ...page }),
  });
  const action = `list the artifacts of workflow run ${runId} of ${owner}/${repo}`;
  const artifacts = await answerFor(list, { action, permission: 'actions: read' });
  const [newest] = artifacts
    .filter((artifact) => artifact.name === name && !artifact.expired)
    .toSorted((a, b) => b.id - a.id);
  if (newest === undefined) return undefined;
  const { id, size_in_bytes: bytes, digest } = newest;
  return { id, name, bytes, digest: digest ?? undefined };
}

const artifactData = z.object({
  id: z.int().positive(),
  name: z.string(),
  size_in_bytes: z.number(),
  expired: z.boolean(),
  digest: z.string().nullish(),
});

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
    request: { redirect: 'manual', check: hasAddress },
  });
  const purpose = { action: `download ${describe(artifact)}`, permission: 'actions: read' };
  const { url, headers } = await answerFor<RawAnswer & { readonly url: string }>(request, purpose);
  return new URL(String(headers['location']), url).href;
}

function hasAddress({ status, headers }: RawAnswer): string | undefined {
  return headers['location'] === undefined ? `status ${status} without an address` : undefined;
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
  const archive = await readBounded(response.body, limits.bytes);
  if (archive === undefined) throw tooLarge(artifact, `${artifact.bytes} bytes listed, more sent`, limits);
  requireArchive(archive, artifact.digest);
  return archive;
}

/** What a server in between says instead, and half an archive, is a failure to try again. */
function requireArchive(archive: Uint8Array, digest: string | undefined): void {
  const found = `sha256:${createHash('sha256').update(archive).digest('hex')}`;
  if (digest === found) return;
  const beginning = Buffer.from(archive.subarray(0, LONGEST_BEGINNING)).toString('latin1');
  // Every zip archive begins so, an empty one included: APPNOTE.TXT, 4.3.7 and 4.3.16.
  const isArchive = beginning.startsWith('PK');
  if (isArchive && !digest?.startsWith('sha256:')) return;
  const what = isArchive
    ? 'is not what was uploaded: its SHA-256 differs'
    : `begins with ${JSON.stringify(beginning)}`;
  throw new Error(`what the storage host sent ${what}`);
}

/** How much is shown of what is no archive, in bytes. */
const LONGEST_BEGINNING = 40;

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
