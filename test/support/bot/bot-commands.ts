import { BUDGET_FILE } from '../../../src/budget/file/budget-file.ts';
import { run } from '../github/resources/fake-github-builders.ts';
import { BOT_LOGIN, type FakeState } from '../github/resources/fake-github-state.ts';
import { type BotResult, type BotRun, WORKFLOW, budgetOf, commentEvent } from './bot.ts';

/** Has a limit of 100 bytes for the 500 by which RAM grows, and a run that failed for it. */
function stateOf(body: string, more: Partial<FakeState> = {}, author = 'alice'): Partial<FakeState> {
  return {
    files: { [`main:${BUDGET_FILE}`]: budgetOf({ growth: { ram: 100 } }) },
    runs: [run({ path: WORKFLOW, conclusion: 'failure' })],
    comments: [{ id: 77, pullNumber: 7, author, body }],
    permissions: { alice: 'write', mallory: 'read', 'dependabot[bot]': 'write', [BOT_LOGIN]: 'admin' },
    ...more,
  };
}

/** Who gives a command, and what GitHub knows beside `stateOf`. */
export interface Asked {
  readonly state?: Partial<FakeState>;
  readonly author?: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** A comment on pull request 7, as the trusted job sees it. */
export function asked(body: string, { state = {}, author = 'alice', inputs = {} }: Asked = {}): BotRun {
  return {
    mode: 'comment',
    event: commentEvent(body, author),
    inputs: { status: 'commit-status', ...inputs },
    state: stateOf(body, state, author),
  };
}

/** What the bot has said that is no verdict, without the hidden line. */
export function answersOf({ github }: BotResult): readonly string[] {
  return github.state.comments
    .filter(({ author, body }) => author === BOT_LOGIN && body.startsWith('<!-- kernel-size-budget:once '))
    .map(({ body }) => body.split('\n').slice(1).join('\n'));
}

export function reactionsOf({ github }: BotResult): readonly string[] {
  return github.state.reactions.map(({ content }) => content);
}
