/** What the fake GitHub remembers. It changes as requests write to it, and tests read it afterwards. */
export interface FakeState {
  readonly owner: string;
  readonly repo: string;
  /** Which login each accepted token speaks for; any other token gets a 401. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly comments: FakeComment[];
  readonly pulls: readonly FakePull[];
  /** `BASE...HEAD` to the hash of the commit where they part. */
  readonly mergeBases: Readonly<Record<string, string>>;
  /** The longest comment body that is accepted, in UTF-8 bytes. */
  readonly commentBytes: number;
}

/** A comment on a pull request; a higher `id` was created later. */
export interface FakeComment {
  readonly id: number;
  readonly pullNumber: number;
  /** The author's login, as REST writes it: `github-actions[bot]`. */
  readonly author: string;
  body: string;
}

/** As much of a pull request as the API is asked for. */
interface FakePull {
  readonly number: number;
  readonly headSha: string;
  readonly baseSha: string;
  readonly baseRef: string;
}

/** The token that speaks for the Actions bot unless a test says otherwise. */
export const BOT_TOKEN = 'token-of-the-bot';

/** The login that the token of a workflow run has. */
export const BOT_LOGIN = 'github-actions[bot]';

/** A repository `octo/linux` with nothing in it, where `BOT_TOKEN` may write. */
export function createState(overrides: Partial<FakeState> = {}): FakeState {
  return {
    owner: 'octo',
    repo: 'linux',
    tokens: { [BOT_TOKEN]: BOT_LOGIN },
    comments: [],
    pulls: [],
    mergeBases: {},
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
    ...comment,
  };
  state.comments.push(added);
  return added;
}
