import { describe, test } from 'vitest';
import { type CommitStatus, setCommitStatus } from '../../../src/github/runs/commit-status.ts';
import { refusal, withoutPermission } from '../../support/github/fake-github-faults.ts';
import type { FaultEffect } from '../../support/github/fake-github-faults.ts';
import type { FakeGitHub } from '../../support/github/fake-github.ts';
import { HEAD_SHA } from '../../support/github/resources/fake-github-builders.ts';
import { repositoryOf } from '../repository-of.ts';
import { startGitHub } from '../start-github.ts';

function setStatus(github: FakeGitHub, overrides: Partial<CommitStatus> = {}) {
  return setCommitStatus(repositoryOf(github), {
    sha: HEAD_SHA,
    context: 'kernel size',
    state: 'success',
    description: 'within its limits',
    targetUrl: 'https://github.test/octo/linux/actions/runs/500',
    origin: 'same-repository',
    ...overrides,
  });
}

function onStatus(effect: FaultEffect, times = Infinity) {
  return { faults: [{ on: 'repos/create-commit-status', effect, times }] } as const;
}

describe.concurrent('a commit status', () => {
  test('is set on the commit', async (context) => {
    const github = await startGitHub(context);
    context.expect(await setStatus(github)).toEqual({ kind: 'set' });
    context.expect(github.state.statuses).toEqual([
      {
        sha: HEAD_SHA,
        context: 'kernel size',
        state: 'success',
        description: 'within its limits',
        targetUrl: 'https://github.test/octo/linux/actions/runs/500',
      },
    ]);
  });

  test('has its description cut to what GitHub takes', async (context) => {
    const github = await startGitHub(context);
    await setStatus(github, { description: 'x'.repeat(141) });
    context.expect(github.state.statuses[0]?.description).toBe(`${'x'.repeat(139)}…`);
  });

  test('keeps a description of exactly what GitHub takes', async (context) => {
    const github = await startGitHub(context);
    await setStatus(github, { description: 'x'.repeat(140) });
    context.expect(github.state.statuses[0]?.description).toBe('x'.repeat(140));
  });

  test('is set after a failure of the server', async (context) => {
    const github = await startGitHub(context, onStatus(refusal(502, 'Server Error'), 2));
    context.expect(await setStatus(github)).toEqual({ kind: 'set' });
  });

  test('that is refused has the reason, and what to add', async (context) => {
    const github = await startGitHub(context, onStatus(withoutPermission()));
    const reason = context.expect.stringContaining('add `statuses: write` below');
    context.expect(await setStatus(github)).toEqual({ kind: 'refused', reason });
  });

  test('that is refused in a run of a fork blames the fork', async (context) => {
    const github = await startGitHub(context, onStatus(withoutPermission()));
    const reason = context.expect.stringMatching(/^the pull request comes from a fork/);
    context.expect(await setStatus(github, { origin: 'fork' })).toEqual({ kind: 'refused', reason });
  });
});
