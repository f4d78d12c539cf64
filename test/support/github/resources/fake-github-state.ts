import { HOME } from './fake-github-builders.ts';
import type {
  FakeArtifact,
  FakeCheck,
  FakeComment,
  FakeCommit,
  FakeIssue,
  FakeLabelEvent,
  FakePull,
  FakeReaction,
  FakeRun,
  FakeStatus,
} from './fake-github-records.ts';

/** What the fake GitHub remembers. It changes as requests write to it, and tests read it afterwards. */
export interface FakeState {
  readonly owner: string;
  readonly repo: string;
  readonly repositoryId: number;
  readonly defaultBranch: string;
  /** Which login each accepted token speaks for; any other token gets a 401. */
  readonly tokens: Readonly<Record<string, string>>;
  /** What each collaborator may do; any other login gets a 404. */
  readonly permissions: Record<string, 'admin' | 'write' | 'read' | 'none'>;
  readonly comments: FakeComment[];
  readonly reactions: FakeReaction[];
  readonly pulls: FakePull[];
  readonly labelEvents: FakeLabelEvent[];
  readonly issues: FakeIssue[];
  /** `BASE...HEAD` to the hash of the commit where they part. */
  readonly mergeBases: Readonly<Record<string, string>>;
  /** The commits that are asked for by hash, and those between two that are compared. */
  readonly commits: FakeCommit[];
  /** `REF:PATH` to the file's text. */
  readonly files: Record<string, string>;
  readonly runs: FakeRun[];
  /** The runs whose failed jobs were started again. */
  readonly reruns: number[];
  readonly artifacts: FakeArtifact[];
  readonly statuses: FakeStatus[];
  readonly checks: FakeCheck[];
  /** The longest comment body that is accepted, in UTF-8 bytes. */
  readonly commentBytes: number;
}

/** The token that speaks for the Actions bot unless a test says otherwise. */
export const BOT_TOKEN = 'token-of-the-bot';

/** The login that the token of a workflow run has. */
export const BOT_LOGIN = 'github-actions[bot]';

/** When everything happened that says nothing else. */
export const CREATED_AT = '2026-01-01T00:00:00Z';

/** A repository `octo/linux` with nothing in it, where `BOT_TOKEN` may write. */
export function createState(overrides: Partial<FakeState> = {}): FakeState {
  return {
    owner: HOME.owner,
    repo: HOME.name,
    repositoryId: HOME.id,
    defaultBranch: 'main',
    tokens: { [BOT_TOKEN]: BOT_LOGIN },
    permissions: {},
    comments: [],
    reactions: [],
    pulls: [],
    labelEvents: [],
    issues: [],
    mergeBases: {},
    commits: [],
    files: {},
    runs: [],
    reruns: [],
    artifacts: [],
    statuses: [],
    checks: [],
    commentBytes: 262_144,
    ...overrides,
  };
}

/** Adds a comment as if somebody had just written it; defaults: by the bot, on pull request 7. */
export function addComment(state: FakeState, comment: Partial<Omit<FakeComment, 'id'>>): FakeComment {
  const added = {
    id: Math.max(100, ...state.comments.map(({ id }) => id)) + 1,
    pullNumber: 7,
    author: BOT_LOGIN,
    body: 'a comment',
    createdAt: CREATED_AT,
    isMinimized: false,
    ...comment,
  };
  state.comments.push(added);
  return added;
}

/** Adds an issue as if somebody had just opened it; pull requests take up numbers as well. */
export function addIssue(state: FakeState, issue: Partial<Omit<FakeIssue, 'number'>>): FakeIssue {
  const number = Math.max(0, ...[...state.issues, ...state.pulls].map((taken) => taken.number)) + 1;
  const added: FakeIssue = {
    number,
    title: 'an issue',
    body: null,
    state: 'open',
    author: BOT_LOGIN,
    labels: [],
    ...issue,
  };
  state.issues.push(added);
  return added;
}
