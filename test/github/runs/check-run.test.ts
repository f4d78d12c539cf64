import { describe, test } from 'vitest';
import { type CheckAnnotation, type CheckRun, writeCheckRun } from '../../../src/github/runs/check-run.ts';
import { refusal, withoutPermission } from '../../support/github/fake-github-faults.ts';
import type { FakeGitHub } from '../../support/github/fake-github.ts';
import { HEAD_SHA } from '../../support/github/resources/fake-github-builders.ts';
import { repositoryOf } from '../repository-of.ts';
import { startGitHub } from '../start-github.ts';

function create(github: FakeGitHub, overrides: Partial<CheckRun> = {}) {
  return writeCheckRun(repositoryOf(github), {
    sha: HEAD_SHA,
    name: 'kernel size',
    state: 'failure',
    title: 'flash +4 kB',
    summaries: ['### Grown'],
    annotations: [],
    detailsUrl: 'https://github.test/octo/linux/actions/runs/500',
    origin: 'same-repository',
    ...overrides,
  });
}

function annotations(count: number): CheckAnnotation[] {
  return Array.from({ length: count }, (_, index) => ({
    path: 'kernel-size.yml',
    line: index + 1,
    level: 'failure' as const,
    title: 'flash',
    message: `limit ${index + 1} is broken`,
  }));
}

describe.concurrent('a check run', () => {
  test('is complete when it is created', async (context) => {
    const github = await startGitHub(context);
    context.expect(await create(github)).toEqual({ kind: 'set', remarks: [] });
    context.expect(github.state.checks).toMatchObject([
      {
        name: 'kernel size',
        headSha: HEAD_SHA,
        status: 'completed',
        conclusion: 'failure',
        title: 'flash +4 kB',
        summary: '### Grown',
      },
    ]);
  });

  test('that has begun is brought to its end, and none stays without', async (context) => {
    const github = await startGitHub(context);
    await create(github, { state: 'begun', title: 'is being judged', summaries: [''] });
    context.expect(github.state.checks).toMatchObject([{ status: 'in_progress', conclusion: null }]);
    await create(github, { name: 'another' });
    await create(github, { annotations: annotations(1) });
    context
      .expect(github.state.checks)
      .toMatchObject([
        { name: 'kernel size', status: 'completed', conclusion: 'failure', title: 'flash +4 kB' },
        { name: 'another' },
      ]);
    await create(github, { state: 'success' });
    context
      .expect(github.state.checks.map(({ conclusion }) => conclusion))
      .toEqual(['failure', 'failure', 'success']);
  });

  test('annotates lines of files', async (context) => {
    const github = await startGitHub(context);
    await create(github, { annotations: annotations(1) });
    context.expect(github.state.checks[0]?.annotations).toEqual([
      {
        path: 'kernel-size.yml',
        start_line: 1,
        end_line: 1,
        annotation_level: 'failure',
        title: 'flash',
        message: 'limit 1 is broken',
      },
    ]);
  });

  test.for([50, 51, 120])('has %i annotations, of which a request takes 50', async (count, context) => {
    const github = await startGitHub(context);
    context.expect((await create(github, { annotations: annotations(count) })).kind).toBe('set');
    const written = github.state.checks.flatMap((check) => check.annotations);
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    context.expect(written.map((annotation) => annotation['start_line'])).toEqual(numbers);
    context.expect(github.state.checks).toMatchObject([{ summary: '### Grown', conclusion: 'failure' }]);
    const writes = github.requests.filter(({ method }) => method !== 'GET');
    context.expect(writes).toHaveLength(Math.ceil(count / 50));
  });

  test('says how many annotations are missing when GitHub refuses more', async (context) => {
    const github = await startGitHub(context, {
      faults: [{ on: 'checks/update', effect: refusal(422, 'Invalid request.'), after: 1 }],
    });
    const outcome = await create(github, { annotations: annotations(120) });
    const remark = context.expect.stringMatching(
      /^20 of 120 annotations are missing: .*422 Invalid request\./,
    );
    context.expect(outcome).toEqual({ kind: 'set', remarks: [remark] });
  });

  test('takes the first summary that fits in bytes', async (context) => {
    const github = await startGitHub(context);
    await create(github, { summaries: ['é'.repeat(32_768), 'x'.repeat(65_535), 'short'] });
    context.expect(github.state.checks[0]?.summary).toBe('x'.repeat(65_535));
  });

  test('has its shortest summary cut between two lines when none fits', async (context) => {
    const github = await startGitHub(context);
    const line = 'é'.repeat(499);
    await create(github, { summaries: [Array.from({ length: 100 }, () => line).join('\n')] });
    const lines = github.state.checks[0]?.summary?.split('\n') ?? [];
    // 65 lines of 999 bytes are 64,935, and 66 would be 65,934.
    context.expect(lines).toEqual([...Array.from({ length: 65 }, () => line), '', '… (cut)']);
  });

  test('has titles and messages cut to what GitHub takes', async (context) => {
    const github = await startGitHub(context);
    const [annotation] = annotations(1);
    const message = Array.from({ length: 100 }, () => 'x'.repeat(999)).join('\n');
    await create(github, { annotations: [{ ...annotation!, title: 'y'.repeat(300), message }] });
    const written = github.state.checks[0]?.annotations[0];
    context.expect(String(written?.['title'])).toHaveLength(255);
    context.expect(String(written?.['message']).length).toBeLessThan(64_000);
  });

  test('that is refused has the reason, and what to add', async (context) => {
    const github = await startGitHub(context, {
      faults: [{ on: 'checks/create', effect: withoutPermission() }],
    });
    const reason = context.expect.stringContaining('add `checks: write` below');
    context.expect(await create(github)).toEqual({ kind: 'refused', reason });
  });
});
