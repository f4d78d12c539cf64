import { describe, expect, test } from 'vitest';
import { ask, request, start } from '../ask-fake-github.ts';
import { artifact, run } from './fake-github-builders.ts';

const REPO = '/repos/octo/linux';
const RUNS = 'actions/workflows/size.yml/runs';

function idsOf(list: unknown, key: string): readonly number[] {
  return (list as Record<string, readonly { readonly id: number }[]>)[key]?.map(({ id }) => id) ?? [];
}

describe('the runs of the fake GitHub', () => {
  test.each([
    ['size.yml/runs', [503, 502, 500]],
    ['1/runs', [503, 502, 500]],
    [`size.yml/runs?head_sha=${'c'.repeat(40)}`, [502]],
    ['size.yml/runs?event=push', [503]],
    ['size.yml/runs?status=in_progress', [503]],
    ['size.yml/runs?status=failure', [502]],
    ['size.yml/runs?branch=other', []],
  ])('are those of the workflow that fit, newest first: %s', async (path, expected) => {
    const runs = [
      run(),
      run({ id: 501, path: '.github/workflows/other.yml' }),
      run({ id: 502, headSha: 'c'.repeat(40), conclusion: 'failure' }),
      run({ id: 503, event: 'push', status: 'in_progress', conclusion: null }),
    ];
    const github = await start({ state: { runs } });
    const { body } = await ask(github, `GET actions/workflows/${path}`);
    expect(github.problems).toEqual([]);
    expect(idsOf(body, 'workflow_runs')).toEqual(expected);
    expect(body).toMatchObject({ total_count: expected.length });
  });

  test('have no head repository once the fork is deleted', async () => {
    const github = await start({ state: { runs: [run({ headRepo: null })] } });
    expect((await ask(github, 'GET actions/runs/500')).body).toMatchObject({ head_repository: null });
  });

  test('are remembered when their failed jobs are to run again', async () => {
    const github = await start({ state: { runs: [run()] } });
    await ask(github, 'POST actions/runs/500/rerun-failed-jobs');
    await ask(github, 'POST actions/runs/501/rerun-failed-jobs');
    expect(github.state.reruns).toEqual([500]);
  });

  test('link to the next page with the same filters', async () => {
    const github = await start({ state: { runs: [run(), run({ id: 501 })] } });
    const response = await request(github, `${REPO}/${RUNS}?event=pull_request&per_page=1`);
    expect(response.headers.get('link')).toContain('?event=pull_request&per_page=1&page=2>; rel="next"');
  });
});

describe('the artifacts of the fake GitHub', () => {
  const archive = Uint8Array.of(0x50, 0x4b, 0x05, 0x06);

  test('are those of one run and name', async () => {
    const artifacts = [
      artifact(),
      artifact({ id: 901, runId: 501 }),
      artifact({ id: 902, name: 'kernel-size-part' }),
    ];
    const github = await start({ state: { runs: [run()], artifacts } });
    const all = await ask(github, 'GET actions/runs/500/artifacts');
    expect(idsOf(all.body, 'artifacts')).toEqual([902, 900]);
    const named = await ask(github, 'GET actions/runs/500/artifacts?name=kernel-size-report');
    expect(idsOf(named.body, 'artifacts')).toEqual([900]);
  });

  test('have the size that a test says', async () => {
    const artifacts = [artifact({ archive }), artifact({ id: 901, archive, sizeInBytes: 1_000_000 })];
    const github = await start({ state: { runs: [run()], artifacts } });
    const { body } = await ask(github, 'GET actions/runs/500/artifacts');
    expect(body).toMatchObject({ artifacts: [{ size_in_bytes: 1_000_000 }, { size_in_bytes: 4 }] });
  });

  test('come from a storage that a client which follows sends no token to', async () => {
    const github = await start({ state: { artifacts: [artifact({ archive })] } });
    const response = await request(github, `${REPO}/actions/artifacts/900/zip`);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(archive);
    expect(github.requests.map(({ path }) => path)).toEqual([
      `${REPO}/actions/artifacts/900/zip`,
      '/storage/900',
    ]);
    expect(github.problems).toEqual([]);
  });

  test('are not served to who sends the storage a token', async () => {
    const github = await start({ state: { artifacts: [artifact({ archive })] } });
    expect((await request(github, '/storage/900')).status).toBe(422);
    expect(github.problems).toEqual(['GET /storage/900: the storage was sent a token']);
  });

  test('are gone when they have expired', async () => {
    const github = await start({ state: { artifacts: [artifact({ expired: true })] } });
    expect((await ask(github, 'GET actions/artifacts/900/zip')).status).toBe(410);
  });
});
