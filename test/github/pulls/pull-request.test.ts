import { describe, expect, test } from 'vitest';
import { pullRequestOf } from '../../../src/github/pulls/pull-request.ts';
import { UserError } from '../../../src/user-error.ts';

const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);

function payload(pull: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    action: 'synchronize',
    number: 7,
    repository: { id: 1, name: 'linux', full_name: 'octo/linux', owner: { login: 'octo' } },
    pull_request: {
      number: 7,
      state: 'open',
      head: { sha: HEAD, ref: 'topic', repo: { id: 1 } },
      base: { sha: BASE, ref: 'main', repo: { id: 1 } },
      ...pull,
    },
  };
}

function refusalOf(eventName: string, event: unknown): UserError {
  try {
    pullRequestOf(eventName, event);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('the event was not refused');
}

describe('the pull request of an event', () => {
  test('is read from a pull_request event', () => {
    expect(pullRequestOf('pull_request', payload())).toEqual({
      owner: 'octo',
      repo: 'linux',
      number: 7,
      headSha: HEAD,
      baseSha: BASE,
      baseRef: 'main',
      origin: 'same-repository',
    });
  });

  test('comes from a fork when its head is in another repository', () => {
    const fork = payload({ head: { sha: HEAD, ref: 'topic', repo: { id: 2 } } });
    expect(pullRequestOf('pull_request', fork)?.origin).toBe('fork');
  });

  test('comes from a fork when its head repository is deleted', () => {
    const orphan = payload({ head: { sha: HEAD, ref: 'topic', repo: null } });
    expect(pullRequestOf('pull_request', orphan)?.origin).toBe('fork');
  });

  test('may have hashes of a SHA-256 repository', () => {
    const sha = 'c'.repeat(64);
    const pull = payload({ head: { sha, ref: 'topic', repo: { id: 1 } } });
    expect(pullRequestOf('pull_request', pull)?.headSha).toBe(sha);
  });

  test.each(['push', 'workflow_dispatch', 'merge_group', 'schedule', 'repository_dispatch'])(
    'is none on %s',
    (eventName) => {
      expect(pullRequestOf(eventName, {})).toBeUndefined();
    },
  );

  test('is refused on pull_request_target', () => {
    const refusal = refusalOf('pull_request_target', payload());
    expect(refusal.message).toMatch(
      /^the workflow runs on pull_request_target, .*; expected pull_request: change `on:`/,
    );
  });

  test('is refused on an event that checks something else out', () => {
    const refusal = refusalOf('issue_comment', payload());
    expect(refusal.message).toMatch(
      /^the workflow runs on issue_comment; expected the mode "comment" there, or pull_request, push or/,
    );
  });

  test.each([
    ['pull_request.number: ', payload({ number: '7' })],
    ['pull_request.head.sha: expected a full commit hash', payload({ head: { sha: 'topic', repo: null } })],
    ['repository: ', { pull_request: {} }],
    ['(payload): ', 'not an object'],
    ['(payload): ', null],
  ])('is refused with the field that is wrong: %s', (field, malformed) => {
    const refusal = refusalOf('pull_request', malformed);
    expect(refusal.message).toContain(`the event in GITHUB_EVENT_PATH is not one of pull_request (${field}`);
  });
});
