import { describe, test } from 'vitest';
import { ARTIFACT_BYTES } from '../../../src/github/api/limits.ts';
import { downloadArtifact, findArtifact } from '../../../src/github/runs/artifacts.ts';
import { UserError } from '../../../src/user-error.ts';
import { refusal, withoutPermission } from '../../support/github/fake-github-faults.ts';
import { artifact, run } from '../../support/github/resources/fake-github-builders.ts';
import { rejectionOf, repositoryOf } from '../repository-of.ts';
import { startGitHub } from '../start-github.ts';

const WANTED = { runId: 500, name: 'kernel-size-report' };
const ARCHIVE = new Uint8Array([80, 75, 5, 6, 0, 255]);
const LISTED = { id: 900, name: 'kernel-size-report', bytes: 6 };

describe.concurrent('the artifact of a run', () => {
  test('is found by its name', async (context) => {
    const artifacts = [artifact({ archive: ARCHIVE }), artifact({ id: 901, name: 'kernel-size-report-2' })];
    const github = await startGitHub(context, { state: { runs: [run()], artifacts } });
    // sha256sum of the six bytes.
    const digest = 'sha256:4f968bc37ca12280fb7941fbd622594c81cddf5dd085cea6d2c64712208f30c6';
    context.expect(await findArtifact(repositoryOf(github), WANTED)).toEqual({ ...LISTED, digest });
  });

  test('is the newest of several', async (context) => {
    const artifacts = [901, 903, 902].map((id) => artifact({ id }));
    const github = await startGitHub(context, { state: { runs: [run()], artifacts } });
    context.expect((await findArtifact(repositoryOf(github), WANTED))?.id).toBe(903);
  });

  test('is not one that has expired', async (context) => {
    const artifacts = [artifact(), artifact({ id: 901, expired: true })];
    const github = await startGitHub(context, { state: { runs: [run()], artifacts } });
    context.expect((await findArtifact(repositoryOf(github), WANTED))?.id).toBe(900);
  });

  test('is none of another run', async (context) => {
    const runs = [run(), run({ id: 501 })];
    const github = await startGitHub(context, { state: { runs, artifacts: [artifact({ runId: 501 })] } });
    context.expect(await findArtifact(repositoryOf(github), WANTED)).toBeUndefined();
  });

  test('is told by name also where GitHub does not filter by it', async (context) => {
    const other = { id: 901, name: 'kernel-size-report-2', size_in_bytes: 1, expired: false };
    const body = { total_count: 1, artifacts: [other] };
    const effect = { kind: 'answer', answer: { status: 200, body } } as const;
    const github = await startGitHub(context, {
      faults: [{ on: 'actions/list-workflow-run-artifacts', effect }],
    });
    context.expect(await findArtifact(repositoryOf(github), WANTED)).toBeUndefined();
  });

  test('cannot be had without permission, which the error names', async (context) => {
    const github = await startGitHub(context, {
      faults: [{ on: 'actions/list-workflow-run-artifacts', effect: withoutPermission() }],
    });
    await context
      .expect(findArtifact(repositoryOf(github), WANTED))
      .rejects.toThrow('add `actions: read` to the job');
  });
});

describe.concurrent('a download', () => {
  const state = { runs: [run()], artifacts: [artifact({ archive: ARCHIVE })] };

  test('brings the bytes of the archive', async (context) => {
    const github = await startGitHub(context, { state });
    context.expect(new Uint8Array(await downloadArtifact(repositoryOf(github), LISTED))).toEqual(ARCHIVE);
  });

  test('leaves the token behind at the storage host', async (context) => {
    const github = await startGitHub(context, { state });
    await downloadArtifact(repositoryOf(github), LISTED);
    const [api, storage] = github.requests;
    context.expect(api?.headers['authorization']).toBe('token token-of-the-bot');
    context.expect(storage?.path).toBe('/storage/900');
    context.expect(storage?.headers).not.toHaveProperty('authorization');
  });

  test('leaves the token behind at a storage of the same host, which a relative address names', async (context) => {
    const headers = { location: '/storage/900' };
    const github = await startGitHub(context, {
      state,
      faults: [
        {
          on: 'actions/download-artifact',
          effect: { kind: 'answer', answer: { status: 302, headers } },
        },
      ],
    });
    await downloadArtifact(repositoryOf(github), LISTED);
    context.expect(github.requests[1]?.headers).not.toHaveProperty('authorization');
  });

  test('is not begun when the listed size is over the limit', async (context) => {
    const github = await startGitHub(context, { state });
    const error = await rejectionOf(
      downloadArtifact(repositoryOf(github), { ...LISTED, bytes: ARTIFACT_BYTES + 1 }),
    );
    context.expect(error).toBeInstanceOf(UserError);
    context
      .expect(error)
      .toHaveProperty(
        'message',
        'the artifact "kernel-size-report" (id 900) is too large (33554433 bytes); expected up to 33554432 bytes, ' +
          'since artifacts of a pull request are not trusted: upload nothing but the report',
      );
    context.expect(github.requests).toEqual([]);
  });

  test('is broken off when more comes than was listed and than the limit', async (context) => {
    const github = await startGitHub(context, { state });
    const download = downloadArtifact(
      repositoryOf(github),
      { ...LISTED, bytes: 1 },
      { bytes: 5, timeoutMs: 30_000 },
    );
    await context
      .expect(download)
      .rejects.toThrow('is too large (1 bytes listed, more sent); expected up to 5 bytes');
    context.expect(github.requests).toHaveLength(2);
  });

  test('of exactly the limit is taken', async (context) => {
    const github = await startGitHub(context, { state });
    const limits = { bytes: 6, timeoutMs: 30_000 };
    context.expect(await downloadArtifact(repositoryOf(github), LISTED, limits)).toHaveLength(6);
  });

  test.for([
    ['a failure of the storage', refusal(503, 'Busy')],
    ['a dropped connection', { kind: 'drop' }],
  ] as const)('is tried again after %s', async ([, effect], context) => {
    const github = await startGitHub(context, { state, faults: [{ on: 'storage', effect, times: 2 }] });
    context.expect(await downloadArtifact(repositoryOf(github), LISTED)).toHaveLength(6);
  });

  test('is given up after three tries', async (context) => {
    const github = await startGitHub(context, {
      state,
      faults: [{ on: 'storage', effect: refusal(503, 'Busy') }],
    });
    await context
      .expect(downloadArtifact(repositoryOf(github), LISTED))
      .rejects.toThrow(
        'cannot download the artifact "kernel-size-report" (id 900) (the storage host answered 503)',
      );
    context.expect(github.requests.filter(({ path }) => path === '/storage/900')).toHaveLength(3);
  });

  test.for([
    ['is a page of a proxy', Buffer.from('<!DOCTYPE html>'), 'begins with "<!DOCTYPE html>"'],
    ['is half the archive', ARCHIVE.subarray(0, 3), 'its SHA-256 differs'],
    ['is empty', new Uint8Array(), 'begins with ""'],
  ] as const)('that %s is tried again, and then given up', async ([, bytes, said], context) => {
    const effect = { kind: 'answer', answer: { status: 200, bytes } } as const;
    const github = await startGitHub(context, { state, faults: [{ on: 'storage', effect }] });
    const found = await findArtifact(repositoryOf(github), WANTED);
    await context.expect(downloadArtifact(repositoryOf(github), found!)).rejects.toThrow(said);
    context.expect(github.requests.filter(({ path }) => path === '/storage/900')).toHaveLength(3);
  });

  test('says why the connection broke', async (context) => {
    const github = await startGitHub(context, {
      state,
      faults: [{ on: 'storage', effect: { kind: 'drop' } }],
    });
    const error = await rejectionOf(downloadArtifact(repositoryOf(github), LISTED));
    context.expect(error).toHaveProperty('message', context.expect.not.stringContaining('fetch failed'));
  });

  test('that hangs is given up', async (context) => {
    const github = await startGitHub(context, {
      state,
      faults: [{ on: 'storage', effect: { kind: 'delay', milliseconds: 30_000 } }],
    });
    const download = downloadArtifact(repositoryOf(github), LISTED, { bytes: 6, timeoutMs: 100 });
    await context.expect(download).rejects.toThrow('aborted due to timeout');
  });

  test('of an expired artifact is an error of the user', async (context) => {
    const github = await startGitHub(context, { state: { artifacts: [artifact({ expired: true })] } });
    await context
      .expect(downloadArtifact(repositoryOf(github), LISTED))
      .rejects.toThrow(
        'cannot download the artifact "kernel-size-report" (id 900) (410 Artifact has expired)',
      );
  });

  test('that is answered without an address is an error of the user', async (context) => {
    const effect = { kind: 'answer', answer: { status: 200, body: {} } } as const;
    const github = await startGitHub(context, { faults: [{ on: 'actions/download-artifact', effect }] });
    await context
      .expect(downloadArtifact(repositoryOf(github), LISTED))
      .rejects.toThrow('status 200 without an address');
  });

  test('needs a permission, which the error names', async (context) => {
    const effect = refusal(403, 'Resource not accessible by integration');
    const github = await startGitHub(context, {
      state,
      faults: [{ on: 'actions/download-artifact', effect }],
    });
    await context
      .expect(downloadArtifact(repositoryOf(github), LISTED))
      .rejects.toThrow('the token needs actions=read');
  });
});
