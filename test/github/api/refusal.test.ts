import { describe, expect, test } from 'vitest';
import { explainRefusal } from '../../../src/github/api/refusal.ts';
import type { RequestFailure } from '../../../src/github/api/request-failure.ts';

function failure(overrides: Partial<RequestFailure> = {}): RequestFailure {
  const message = 'Resource not accessible by integration';
  const failed = { status: 403, message, acceptedPermissions: undefined, ...overrides };
  return { said: `${failed.status} ${failed.message}`, ...failed };
}

const OWN = 'same-repository';

describe('a refusal for want of permission', () => {
  test.each([
    ['comment', 'pull-requests: write'],
    ['issue', 'issues: write'],
    ['status', 'statuses: write'],
    ['check', 'checks: write'],
    ['reaction', 'pull-requests: write'],
  ] as const)('for a %s has the line `%s` to add', (purpose, line) => {
    const reason = explainRefusal(failure(), { purpose, origin: OWN });
    expect(reason).toContain(`add \`${line}\` below the job's \`permissions:\``);
    expect(reason).toContain(`the whole line is \`permissions: {contents: read, ${line}}\``);
    expect(reason).not.toContain('\n');
  });

  test('says what GitHub itself names as needed', () => {
    const acceptedPermissions = 'issues=write; pull_requests=write';
    const reason = explainRefusal(failure({ acceptedPermissions }), { purpose: 'comment', origin: OWN });
    expect(reason).toContain(`; it needs ${acceptedPermissions})`);
  });

  test('says what it stands for where GitHub names nothing', () => {
    const reason = explainRefusal(failure(), { purpose: 'comment', origin: OWN });
    expect(reason).toContain('; it needs pull_requests=write)');
  });

  test.each(['comment', 'issue', 'status', 'check', 'reaction'] as const)(
    'for a %s in a run of a fork has no line to add, since none would help',
    (purpose) => {
      const reason = explainRefusal(failure(), { purpose, origin: 'fork' });
      expect(reason).toMatch(/^the pull request comes from a fork, so its token may only read/);
      expect(reason).not.toContain('permissions:');
    },
  );

  test('of a personal token is not blamed on the workflow', () => {
    const message = 'Resource not accessible by personal access token';
    const reason = explainRefusal(failure({ message }), { purpose: 'issue', origin: OWN });
    expect(reason).toBe(
      'the token may not write issues (403 Resource not accessible by personal access token; it needs ' +
        'issues=write): give it `issues: write`',
    );
  });

  test('of a check run by a personal token says that only Apps may write one', () => {
    const message = 'You must authenticate via a GitHub App.';
    const reason = explainRefusal(failure({ message }), { purpose: 'check', origin: OWN });
    expect(reason).toBe(
      "only the job's own token or that of an App may write check runs (403 You must authenticate via a GitHub " +
        'App.): leave the input `token` out',
    );
  });
});

test('a rate limit with status 403 is not blamed on a permission', () => {
  const message = 'API rate limit exceeded for installation.';
  const reason = explainRefusal(failure({ message }), { purpose: 'status', origin: 'fork' });
  expect(reason).toBe(
    "GitHub's rate limit is used up (403 API rate limit exceeded for installation.): run the job again later",
  );
});

test('issues that a repository has switched off are not looked for elsewhere', () => {
  const message = 'Issues has been disabled in this repository.';
  const reason = explainRefusal(failure({ status: 410, message }), { purpose: 'issue', origin: OWN });
  expect(reason).toBe(
    'GitHub has the issues no more (410 Issues has been disabled in this repository.): read the report in the ' +
      'job summary',
  );
});
