/**
 * Things for the state of the fake GitHub: pull request 7 of the branch `topic` in octo/linux itself, and a
 * run of `.github/workflows/size.yml` for it, unless a test says otherwise.
 */
import type {
  FakeArtifact,
  FakeCommit,
  FakeLabelEvent,
  FakePull,
  FakeRepository,
  FakeRun,
} from './fake-github-records.ts';

/** The repository that `createState` has. */
export const HOME: FakeRepository = { id: 1, owner: 'octo', name: 'linux' };

/** A fork of `HOME`. */
export const FORK: FakeRepository = { id: 2, owner: 'alice', name: 'linux' };

/** The head of `pull` and `run`. */
export const HEAD_SHA = 'a'.repeat(40);

/** The tip of the base branch of `pull`. */
export const BASE_SHA = 'b'.repeat(40);

export function pull(overrides: Partial<FakePull> = {}): FakePull {
  return {
    number: 7,
    state: 'open',
    merged: false,
    locked: false,
    draft: false,
    title: 'a pull request',
    body: null,
    bodyEditedAt: null,
    author: 'alice',
    labels: [],
    headSha: HEAD_SHA,
    headRef: 'topic',
    headRepo: HOME,
    baseRef: 'main',
    baseSha: BASE_SHA,
    commits: [],
    ...overrides,
  };
}

export function commit(overrides: Partial<FakeCommit> = {}): FakeCommit {
  return {
    sha: HEAD_SHA,
    message: 'a commit',
    author: 'alice',
    authorName: 'Alice',
    parents: [BASE_SHA],
    ...overrides,
  };
}

export function labelEvent(overrides: Partial<FakeLabelEvent> = {}): FakeLabelEvent {
  return {
    pullNumber: 7,
    event: 'labeled',
    label: 'size-accepted',
    actor: 'alice',
    at: '2026-01-01T00:00:00Z',
    ...overrides,
  };
}

export function run(overrides: Partial<FakeRun> = {}): FakeRun {
  return {
    id: 500,
    path: '.github/workflows/size.yml',
    event: 'pull_request',
    headSha: HEAD_SHA,
    headBranch: 'topic',
    headRepo: HOME,
    status: 'completed',
    conclusion: 'success',
    attempt: 1,
    createdAt: '2026-01-01T00:00:00Z',
    ...overrides,
  };
}

/** An artifact of `run`; without bytes unless they are given. */
export function artifact(overrides: Partial<FakeArtifact> = {}): FakeArtifact {
  return {
    id: 900,
    runId: 500,
    name: 'kernel-size-report',
    archive: new Uint8Array(),
    expired: false,
    ...overrides,
  };
}
