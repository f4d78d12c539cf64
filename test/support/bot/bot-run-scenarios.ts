import type { Report } from '../../../src/report/report.ts';
import { labelEvent, pull } from '../github/resources/fake-github-builders.ts';
import { deltaWith, ownerRow, targetReport } from '../report/report-builders.ts';
import { earlierComment } from './bot-outcome.ts';
import { STORED, type Scenario, files, line } from './bot-scenarios.ts';
import { grownReport, storedReport, workflowRunEvent } from './bot.ts';

const acceptance = { id: 77, pullNumber: 7, author: 'alice', body: `/kernel-size accept ${line}` };

const labelled = {
  pulls: [
    pull({
      body: `Size-Growth: ${line}`,
      labels: ['size-growth-accepted'],
      bodyEditedAt: '2026-01-01T00:00:00Z',
    }),
  ],
  labelEvents: [labelEvent({ label: 'size-growth-accepted', at: '2026-01-02T00:00:00Z' })],
};

/** As many functions as two requests for annotations take. */
function annotated(): Report {
  const rows = Array.from({ length: 60 }, (_, index) =>
    ownerRow({ name: `f${index}`, definition: { file: 'init/main.c', line: index + 1 } }),
  );
  const delta = deltaWith({ metrics: { ram: [1000, 1500] }, accounted: { rows } });
  return grownReport({ folder: '', targets: [targetReport({ target: 'toy', delta })] });
}

/** Of mode comment, when a run has ended. */
export const RUN_SCENARIOS: readonly Scenario[] = [
  {
    what: 'a run that has ended, growth being accepted by a command',
    run: {
      mode: 'comment',
      event: workflowRunEvent(),
      inputs: { status: 'commit-status' },
      state: { files, comments: [acceptance] },
    },
    without: {
      ...STORED,
      'pulls/list': 'no comparison',
      'actions/list-workflow-runs': 'no comparison',
      'pulls/list-commits': 'the same verdict',
      'issues/list-comments': 'stricter',
      'repos/get-collaborator-permission-level': 'stricter',
      'pulls/get': 'the same verdict',
      graphql: 'the same verdict',
      'issues/create-comment': 'the same verdict',
      'issues/update-comment': 'the same verdict',
      'repos/create-commit-status': 'the same verdict',
    },
  },
];

/** The same with comments that are there. */
export const UPDATE_SCENARIOS: readonly Scenario[] = [
  {
    what: 'a run that has ended, with two comments there, growth being accepted by a label',
    run: {
      mode: 'comment',
      event: workflowRunEvent(),
      inputs: { status: 'check-run' },
      state: {
        ...labelled,
        files,
        artifacts: [storedReport(annotated())],
        comments: [earlierComment(), earlierComment({}, 51)],
      },
    },
    without: {
      ...STORED,
      'pulls/list': 'no comparison',
      'actions/list-workflow-runs': 'no comparison',
      'pulls/list-commits': 'the same verdict',
      'issues/list-comments': 'the same verdict',
      'repos/get-collaborator-permission-level': 'stricter',
      graphql: 'stricter',
      'pulls/get': 'the same verdict',
      'issues/update-comment': 'the same verdict',
      'issues/delete-comment': 'the same verdict',
      'checks/list-for-ref': 'the same verdict',
      'checks/create': 'the same verdict',
      'checks/update': 'the same verdict',
    },
  },
];
