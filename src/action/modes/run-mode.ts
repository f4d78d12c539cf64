import type { Mode } from '../inputs.ts';
import type { ActionJob } from '../job.ts';
import { checkMode } from './check-mode.ts';
import { commentMode } from './comment-mode.ts';
import { measureMode } from './measure-mode.ts';
import { planMode } from './plan-mode.ts';
import { reportMode } from './report-mode.ts';

/** What each mode does; the exit code is 0 within the limits, 1 over a limit, 2 where nothing was compared. */
export const RUN_MODE: Readonly<Record<Mode, (job: ActionJob) => Promise<0 | 1 | 2>>> = {
  check: checkMode,
  plan: planMode,
  measure: measureMode,
  report: reportMode,
  comment: commentMode,
};
