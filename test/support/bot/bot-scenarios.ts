/** Good uses of the bot, and what each is left with when GitHub does not carry out one kind of request. */
import { BUDGET_FILE } from '../../../src/budget/file/budget-file.ts';
import type { Operation } from '../github/fake-github-routes.ts';
import { BASE_SHA, commit } from '../github/resources/fake-github-builders.ts';
import type { BotRun } from './bot.ts';
import { budgetOf } from './bot.ts';

/**
 * What is left without one kind of request: no comparison, and exit 2; a verdict without what accepts growth, which is
 * stricter; or the same verdict, be it without a comment, a status or whatever else was to be written.
 */
export type Consequence = 'no comparison' | 'stricter' | 'the same verdict';

export interface Scenario {
  readonly what: string;
  readonly run: BotRun;
  /** For all operations of the run. */
  readonly without: Readonly<Partial<Record<Operation, Consequence>>>;
}

/** 500 bytes more of RAM are too many; of flash there are too many already. */
const budget = budgetOf({ growth: { ram: 100 }, budgets: { flash: 900_000 } });
export const files = { [`main:${BUDGET_FILE}`]: budget, [`${BASE_SHA}:${BUDGET_FILE}`]: budget };
/** What accepts them, in each scenario by one way alone. */
export const line = 'toy ram +500 a driver';

export const trailer = commit({ message: `a driver\n\nSize-Growth: ${line}` });

/** What a report that is stored is read and judged with. */
export const STORED = {
  'actions/list-workflow-run-artifacts': 'no comparison',
  'actions/download-artifact': 'no comparison',
  storage: 'no comparison',
  'git/get-commit': 'no comparison',
  'issues/list-events': 'no comparison',
  'repos/compare-commits': 'no comparison',
  'repos/get-content': 'no comparison',
} as const;
