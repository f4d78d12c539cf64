/** The things that the fake GitHub keeps. What a test may want to change later is not `readonly`. */

/** A comment on a pull request; a higher `id` was created later. */
export interface FakeComment {
  readonly id: number;
  readonly pullNumber: number;
  /** The author's login, as REST writes it: `github-actions[bot]`. */
  readonly author: string;
  body: string;
  readonly createdAt?: string;
  isMinimized?: boolean;
}

export interface FakeReaction {
  readonly commentId: number;
  readonly content: string;
  readonly user: string;
}

export interface FakeRepository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
}

export interface FakePull {
  readonly number: number;
  state: 'open' | 'closed';
  merged: boolean;
  locked: boolean;
  draft: boolean;
  title: string;
  body: string | null;
  bodyEditedAt: string | null;
  readonly author: string;
  labels: string[];
  headSha: string;
  readonly headRef: string;
  /** Null once the fork is deleted. */
  headRepo: FakeRepository | null;
  baseRef: string;
  baseSha: string;
  commits: FakeCommit[];
}

export interface FakeCommit {
  readonly sha: string;
  readonly message: string;
  /** The login, null when GitHub does not know the author's address. */
  readonly author: string | null;
  /** The name that git recorded. */
  readonly authorName: string;
  readonly parents: readonly string[];
}

/** An event of a pull request; `renamed` stands for all those that nobody asks for. */
export interface FakeLabelEvent {
  readonly pullNumber: number;
  readonly event:
    | 'labeled'
    | 'unlabeled'
    | 'renamed'
    | 'base_ref_changed'
    | 'automatic_base_change_succeeded';
  /** Of those that are about a label. */
  readonly label: string;
  readonly actor: string;
  readonly at: string;
}

export interface FakeIssue {
  readonly number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  readonly author: string;
  labels: string[];
}

/** A workflow run; a higher `id` was created later. */
export interface FakeRun {
  readonly id: number;
  /** The workflow's file: `.github/workflows/size.yml`. */
  readonly path: string;
  readonly event: string;
  readonly headSha: string;
  readonly headBranch: string | null;
  readonly headRepo: FakeRepository | null;
  status: string;
  conclusion: string | null;
  attempt: number;
  readonly createdAt: string;
}

export interface FakeArtifact {
  readonly id: number;
  readonly runId: number;
  readonly name: string;
  /** The bytes of the zip archive. */
  readonly archive: Uint8Array;
  expired: boolean;
  /** What GitHub says the size is; that of the archive when absent. */
  readonly sizeInBytes?: number;
}

export interface FakeStatus {
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
}

export interface FakeCheck {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  status: string;
  conclusion: string | null;
  title: string | null;
  summary: string | null;
  detailsUrl: string | null;
  /** As they were sent, those of all requests. */
  readonly annotations: Readonly<Record<string, unknown>>[];
}
