import { describe, expect, test } from 'vitest';
import { workflowRunOf } from '../../../src/github/runs/run-event.ts';
import { findRuns, getRun, headAt, rerunFailedJobs } from '../../../src/github/runs/workflow-run.ts';
import { UserError } from '../../../src/user-error.ts';
import { refusal, withoutPermission } from '../../support/github/fake-github-faults.ts';
import { BASE_SHA, FORK, HEAD_SHA, run } from '../../support/github/resources/fake-github-builders.ts';
import { repositoryOf } from '../repository-of.ts';
import { startGitHub } from '../start-github.ts';

const WORKFLOW = '.github/workflows/size.yml';

function payload(overrides: Readonly<Record<string, unknown>> = {}): unknown {
  const data = {
    id: 500,
    name: 'size',
    run_attempt: 2,
    event: 'pull_request',
    path: WORKFLOW,
    head_sha: HEAD_SHA,
    head_branch: 'topic',
    head_repository: { id: 2, name: 'linux', owner: { login: 'alice' } },
    conclusion: 'failure',
    created_at: '2026-01-01T00:00:00Z',
    pull_requests: [],
    repository: { id: 1, name: 'linux', owner: { login: 'octo' } },
    ...overrides,
  };
  return { action: 'completed', repository: { id: 1, name: 'linux' }, workflow_run: data };
}

function refusalOf(event: unknown): string {
  try {
    workflowRunOf(event, { workflow: WORKFLOW });
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('the event was not refused');
}

describe('the run of a workflow_run event', () => {
  test('is read with its head', () => {
    const { run: read, stage } = workflowRunOf(payload(), { workflow: WORKFLOW });
    expect(stage).toBe('ended');
    expect(read).toEqual({
      id: 500,
      attempt: 2,
      event: 'pull_request',
      path: WORKFLOW,
      headSha: HEAD_SHA,
      headBranch: 'topic',
      headRepository: { id: 2, owner: 'alice', name: 'linux' },
      conclusion: 'failure',
      createdAt: '2026-01-01T00:00:00Z',
    });
  });

  test('may be of a fork that is deleted', () => {
    const event = payload({ head_repository: null });
    expect(workflowRunOf(event, { workflow: WORKFLOW }).run.headRepository).toBeUndefined();
  });

  test.each(['main', 'refs/heads/main', 'refs/pull/7/merge'])('may name its ref: %s', (ref) => {
    const event = payload({ path: `${WORKFLOW}@${ref}` });
    expect(workflowRunOf(event, { workflow: WORKFLOW }).run.path).toBe(WORKFLOW);
  });

  test('is refused when it was in another repository', () => {
    expect(refusalOf(payload({ repository: { id: 3 } }))).toBe(
      'the workflow run 500 is of the repository with the id 3; expected this one, 1: check `on: workflow_run`, ' +
        "the job's `if:` and the input `workflow`",
    );
  });

  test.each([
    '.github/workflows/other.yml',
    '.github/workflows/size.yml@other.yml',
    '.github/workflows/size.yaml',
    'size.yml',
    `x/${WORKFLOW}`,
  ])('is refused when it is of another file, whatever its name: %s', (path) => {
    expect(refusalOf(payload({ path }))).toContain(
      `the workflow run 500 is of "${path}"; expected a run of ${WORKFLOW}: `,
    );
  });

  test.each(['push', 'pull_request_target', 'workflow_dispatch'])('is refused for %s', (event) => {
    expect(refusalOf(payload({ event }))).toContain(
      `the workflow run 500 is for ${event}; expected one for pull_request: `,
    );
  });

  test.each(['cancelled', 'skipped', 'timed_out', 'action_required', 'startup_failure', 'neutral', 'stale'])(
    'is refused when it ended in %s',
    (conclusion) => {
      expect(refusalOf(payload({ conclusion }))).toContain(
        `the workflow run 500 is ${conclusion}; expected one that ended in success or failure: `,
      );
    },
  );

  test.each(['requested', 'in_progress'])('has begun where the event is %s', (action) => {
    const event = { ...(payload({ conclusion: null }) as object), action };
    expect(workflowRunOf(event, { workflow: WORKFLOW })).toMatchObject({ run: { id: 500 }, stage: 'begun' });
  });

  test('is refused while it is going on', () => {
    expect(refusalOf(payload({ conclusion: null }))).toContain('the workflow run 500 is not at its end; ');
  });

  test.each([
    ['workflow_run.head_sha: expected a full commit hash', payload({ head_sha: 'topic' })],
    ['workflow_run.id: ', payload({ id: -1 })],
    ['workflow_run: ', { repository: { id: 1 } }],
    ['(payload): ', null],
  ])('is refused with the field that is wrong: %s', (field, malformed) => {
    expect(refusalOf(malformed)).toContain(
      `the event in GITHUB_EVENT_PATH is not one of workflow_run (${field}`,
    );
  });
});

describe.concurrent('the runs of a workflow', () => {
  const search = { workflow: WORKFLOW, headSha: HEAD_SHA, event: 'pull_request' };

  test('are those for one commit and one event, newest first', async (context) => {
    const runs = [
      run({ id: 501 }),
      run({ id: 503, conclusion: null, status: 'in_progress', headRepo: FORK }),
      run({ id: 502, headRepo: null }),
      run({ id: 504, headSha: BASE_SHA }),
      run({ id: 505, event: 'push' }),
      run({ id: 506, path: '.github/workflows/other.yml' }),
    ];
    const github = await startGitHub(context, { state: { runs } });
    const found = await findRuns(repositoryOf(github), search);
    context.expect(found.map(({ id }) => id)).toEqual([503, 502, 501]);
    context.expect(found.map(({ conclusion }) => conclusion)).toEqual([undefined, 'success', 'success']);
    context.expect(found.map(({ headRepository }) => headRepository?.id)).toEqual([2, undefined, 1]);
  });

  test('are found behind more than one page', async (context) => {
    const runs = Array.from({ length: 130 }, (_, index) => run({ id: 500 + index }));
    const github = await startGitHub(context, { state: { runs } });
    context.expect(await findRuns(repositoryOf(github), search)).toHaveLength(130);
  });

  test('cannot be had without permission, which the error names', async (context) => {
    const effect = refusal(403, 'Resource not accessible by integration');
    const github = await startGitHub(context, { faults: [{ on: 'actions/list-workflow-runs', effect }] });
    await context
      .expect(findRuns(repositoryOf(github), search))
      .rejects.toThrow(
        'cannot list the runs of .github/workflows/size.yml in octo/linux (403 Resource not accessible by ' +
          "integration); the token needs actions=read: add `actions: read` to the job's `permissions:`",
      );
  });
});

describe.concurrent('one run', () => {
  test('is read as it is now', async (context) => {
    const github = await startGitHub(context, { state: { runs: [run({ attempt: 3 })] } });
    context.expect((await getRun(repositoryOf(github), 500)).attempt).toBe(3);
  });

  test('that does not exist is an error of the user', async (context) => {
    const github = await startGitHub(context);
    await context
      .expect(getRun(repositoryOf(github), 500))
      .rejects.toThrow('cannot read workflow run 500 of octo/linux (404 Not Found)');
  });

  test('has what failed in it run again', async (context) => {
    const github = await startGitHub(context, { state: { runs: [run()] } });
    await rerunFailedJobs(repositoryOf(github), 500);
    context.expect(github.state.reruns).toEqual([500]);
  });

  test('is not run again without permission', async (context) => {
    const github = await startGitHub(context, {
      state: { runs: [run()] },
      faults: [{ on: 'actions/re-run-workflow-failed-jobs', effect: withoutPermission() }],
    });
    await context
      .expect(rerunFailedJobs(repositoryOf(github), 500))
      .rejects.toThrow('add `actions: write` to the job');
    context.expect(github.state.reruns).toEqual([]);
  });
});

describe.concurrent('the head that a pull request had', () => {
  const runs = [
    run({ id: 501, headSha: '1'.repeat(40), createdAt: '2026-01-01T01:00:00Z' }),
    run({ id: 502, headSha: '2'.repeat(40), createdAt: '2026-01-01T02:00:00Z' }),
    run({ id: 503, headSha: '3'.repeat(40), createdAt: '2026-01-01T02:00:00Z', headRepo: FORK }),
    run({ id: 504, headSha: '4'.repeat(40), createdAt: '2026-01-01T02:00:00Z', headBranch: 'other' }),
    run({ id: 505, headSha: '5'.repeat(40), createdAt: '2026-01-01T02:00:00Z', event: 'push' }),
    run({ id: 506, headSha: '6'.repeat(40), createdAt: '2026-01-01T02:00:00Z', headRepo: null }),
  ];

  test.for([
    ['2026-01-01T00:59:59Z', undefined],
    ['2026-01-01T01:00:00Z', '1'],
    ['2026-01-01T01:59:59Z', '1'],
    ['2026-03-01T00:00:00Z', '2'],
  ] as const)('at %s is that of the newest run of its branch until then', async ([at, digit], context) => {
    const github = await startGitHub(context, { state: { runs } });
    const search = { workflow: WORKFLOW, headRepository: { id: 1 }, headBranch: 'topic', at };
    context.expect(await headAt(repositoryOf(github), search)).toBe(digit?.repeat(40));
  });

  test('is not known of a fork that is deleted', async (context) => {
    const github = await startGitHub(context, { state: { runs } });
    const search = {
      workflow: WORKFLOW,
      headRepository: undefined,
      headBranch: 'topic',
      at: '2026-03-01T00:00:00Z',
    };
    context.expect(await headAt(repositoryOf(github), search)).toBeUndefined();
  });
});
