import { run } from '../github/resources/fake-github-builders.ts';
import type { FakeState } from '../github/resources/fake-github-state.ts';
import { earlierComment } from './bot-outcome.ts';
import { STORED, type Scenario, files, line } from './bot-scenarios.ts';
import { WORKFLOW, commentEvent } from './bot.ts';

const acceptance = { id: 77, pullNumber: 7, author: 'alice', body: `/kernel-size accept ${line}` };

const COMMANDS = {
  ...STORED,
  'repos/get-collaborator-permission-level': 'no comparison',
  'pulls/get': 'no comparison',
  'actions/list-workflow-runs': 'no comparison',
  'pulls/list-commits': 'the same verdict',
  'issues/list-comments': 'stricter',
  graphql: 'the same verdict',
  'issues/create-comment': 'the same verdict',
} as const;

const commandState: Partial<FakeState> = { files, runs: [run({ path: WORKFLOW, conclusion: 'failure' })] };

/** Of mode comment, when somebody asks. */
export const COMMAND_SCENARIOS: readonly Scenario[] = [
  {
    what: 'a command that accepts growth',
    run: {
      mode: 'comment',
      event: commentEvent(acceptance.body),
      inputs: { status: 'commit-status' },
      state: { ...commandState, comments: [acceptance] },
    },
    without: {
      ...COMMANDS,
      'pulls/list': 'no comparison',
      'issues/update-comment': 'the same verdict',
      'repos/create-commit-status': 'the same verdict',
      'reactions/create-for-issue-comment': 'the same verdict',
      'actions/re-run-workflow-failed-jobs': 'the same verdict',
    },
  },
  {
    what: 'a command that shows the report',
    run: {
      mode: 'comment',
      event: commentEvent('/kernel-size'),
      state: { ...commandState, comments: [acceptance, earlierComment()] },
    },
    without: {
      ...COMMANDS,
      'pulls/list': 'no comparison',
      'issues/update-comment': 'the same verdict',
      'issues/delete-comment': 'the same verdict',
    },
  },
  {
    what: 'a command that explains a symbol',
    run: {
      mode: 'comment',
      event: commentEvent('/kernel-size explain big'),
      state: { ...commandState, comments: [acceptance] },
    },
    without: COMMANDS,
  },
];
