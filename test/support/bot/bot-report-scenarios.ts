import { BUDGET_FILE } from '../../../src/budget/file/budget-file.ts';
import { renderJson } from '../../../src/report/json/json.ts';
import { BASE_SHA, commit, pull } from '../github/resources/fake-github-builders.ts';
import { BOT_LOGIN, type FakeState } from '../github/resources/fake-github-state.ts';
import { STORED, type Scenario, files, trailer } from './bot-scenarios.ts';
import { type BotRun, MERGE_SHA, budgetOf, grownReport, pullRequestEvent } from './bot.ts';

const push: BotRun['event'] = {
  name: 'push',
  payload: {
    before: BASE_SHA,
    forced: false,
    ref: 'refs/heads/main',
    repository: { default_branch: 'main' },
  },
};
const parts = { 'toy/part.json': renderJson(grownReport()) };
const planned = { base: BASE_SHA, head: MERGE_SHA, targets: 'toy' };
const rangeState: Partial<FakeState> = {
  files,
  mergeBases: { [`${BASE_SHA}...${MERGE_SHA}`]: BASE_SHA },
  commits: [commit({ ...trailer, sha: MERGE_SHA })],
};
/** `printf %s main | sha256sum` begins with the number. */
const issue = {
  number: 3,
  title: 'Kernel size: main is over its budget',
  body: '<!-- kernel-size-budget:issue key=default branch=0d6e4079e36703eb -->\n<!-- kernel-size-budget:number 3 -->\n',
  state: 'open' as const,
  author: BOT_LOGIN,
  labels: [],
};

/** Of mode report. */
export const REPORT_SCENARIOS: readonly Scenario[] = [
  {
    what: 'a stored run that is judged again for a label, growth being accepted by a trailer',
    run: {
      mode: 'report',
      event: pullRequestEvent('labeled'),
      inputs: { 'stored-run': '500', comment: 'always' },
      state: { files, pulls: [pull({ commits: [trailer] })] },
    },
    without: {
      ...STORED,
      'actions/get-workflow-run': 'no comparison',
      'pulls/get': 'stricter',
      'pulls/list-commits': 'stricter',
      'issues/list-comments': 'the same verdict',
      graphql: 'the same verdict',
      'issues/create-comment': 'the same verdict',
      'issues/update-comment': 'the same verdict',
    },
  },
  {
    what: 'a push that opens an issue, growth being accepted by a trailer',
    run: {
      mode: 'report',
      event: push,
      inputs: { ...planned, 'open-issue': 'true' },
      state: rangeState,
      parts,
    },
    without: {
      'repos/get-content': 'no comparison',
      'repos/compare-commits': 'stricter',
      graphql: 'the same verdict',
      'issues/list-for-repo': 'the same verdict',
      'issues/create': 'the same verdict',
      'issues/update': 'the same verdict',
    },
  },
  {
    what: 'a push that closes an issue',
    run: {
      mode: 'report',
      event: push,
      inputs: { ...planned, 'open-issue': 'true' },
      state: {
        ...rangeState,
        files: { [`${BASE_SHA}:${BUDGET_FILE}`]: budgetOf({ growth: { ram: 100 } }) },
        issues: [issue],
      },
      parts,
    },
    without: {
      'repos/get-content': 'no comparison',
      'repos/compare-commits': 'stricter',
      graphql: 'the same verdict',
      'issues/list-for-repo': 'the same verdict',
      'issues/create-comment': 'the same verdict',
      'issues/update': 'the same verdict',
    },
  },
];
