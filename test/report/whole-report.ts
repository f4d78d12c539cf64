import type { Acceptance } from '../../src/budget/acceptance.ts';
import type { OptionCause } from '../../src/size/delta/config-delta.ts';
import type { Delta } from '../../src/size/delta/delta.ts';
import {
  accountedWith,
  deltaWith,
  failedTarget,
  findingWith,
  overGrowthTarget,
  ownerRow,
  reportWith,
  targetReport,
  verdictWith,
} from '../support/report/report-builders.ts';

const PART = { name: 'fs/', base: 1, head: 2 };
const ACCOUNTED = accountedWith({
  rows: [
    ownerRow({
      movedFrom: 'a.o',
      renamedFrom: 'b',
      definition: { file: 'a.c', line: 1 },
      aliases: ['c'],
      clones: ['.cold'],
      inlinedInto: ['d'],
      splitFrom: ['e'],
    }),
    ownerRow({ kind: 'literal', name: 'a text' }),
  ],
  sections: [{ ...PART, residual: 0 }],
  objects: [PART],
  directories: [{ ...PART, depth: 0 }],
  subsystems: [PART],
});
const ACCEPTANCE: Acceptance = {
  target: 'stm32f469',
  metric: 'section:.text',
  bytes: 4096,
  reason: 'a reason',
  by: 'alice',
  via: 'command',
  where: 'a comment',
  head: 'c'.repeat(40),
};
const CAUSES: readonly OptionCause[] = [
  { kind: 'fragment', file: 'a.config', line: 1 },
  { kind: 'select', by: ['A'] },
  { kind: 'imply', by: ['A'] },
  { kind: 'default', file: 'Kconfig', line: 1 },
  { kind: 'choice', file: 'Kconfig', line: 1, takes: 'A' },
  { kind: 'unset' },
  { kind: 'depends', on: ['A'] },
  { kind: 'gone' },
  { kind: 'unknown' },
];

/** What a delta has since bytes have owners. */
const explained: Partial<Delta> = {
  accounted: ACCOUNTED,
  spans: [{ ...PART, name: 'image', parts: [{ ...PART, step: 16, slack: 8 }], residual: 0 }],
  config: CAUSES.map((cause, index) => ({ name: `A${index}`, base: 'n', head: 'y', kind: 'changed', cause })),
  split: {
    kind: 'split',
    code: ACCOUNTED,
    kconfig: ACCOUNTED,
    options: [
      { name: 'FUTEX', base: 0, head: 9 },
      { name: 'EPOLL', base: 9, head: 0 },
    ],
  },
  deviceTree: {
    base: 1,
    head: 2,
    rows: [{ node: '/soc', property: 'reg', base: 1, head: 2, change: 'resized' }],
  },
};

/** A report that has all there is. */
export const WHOLE = reportWith(
  [
    overGrowthTarget({
      delta: {
        ...overGrowthTarget().delta!,
        ...explained,
        metrics: [
          ...overGrowthTarget().delta!.metrics,
          { metric: 'section:.text', base: 1000, head: 2000, content: { base: 1, head: 2 } },
        ],
      },
      verdict: verdictWith('accepted', {
        findings: [
          findingWith({
            kind: 'accepted',
            metric: 'section:.text',
            acceptance: ACCEPTANCE,
            content: { base: 1, head: 2 },
          }),
          findingWith({ kind: 'near-limit' }),
        ],
      }),
      limits: { path: 'budget.yml', commit: 'd'.repeat(40), side: 'base' },
      budgets: { ram: 324 * 1024, 'section:.text': 1000 },
      growth: { ram: 1024, 'section:.text': 1000 },
    }),
    targetReport({
      target: 'arm-tiny',
      limits: { path: 'budget.yml', branch: 'main', side: 'base' },
      delta: { ...explained, ...deltaWith(), split: { kind: 'failed', reason: 'a reason' } },
    }),
    failedTarget({ target: 'riscv-tiny', details: ['log', 'more log'] }),
  ],
  {
    failure: { reason: 'a reason', details: ['a line'] },
    notes: ['a note'],
    files: { base: 'old', head: 'new' },
    folder: 'linux',
    pullRequest: 7,
    baseRef: 'main',
    commits: [{ hash: 'd'.repeat(40), subject: 'a subject' }],
  },
);
