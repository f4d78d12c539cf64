import { judgedSizes } from '../budget/judged-sizes.ts';
import { limitedParts } from '../budget/limits.ts';
import { explainMissing } from '../budget/missing-part.ts';
import { missingParts } from '../budget/missing-size.ts';
import type { Target } from '../budget/target.ts';
import type { Comparison } from '../report/report.ts';
import { type OptionExplanation, deltaOf } from '../size/delta/delta.ts';
import { type Provenance, UNKNOWN } from '../size/measurement.ts';
import type { Outcome } from './job.ts';

/** Both sides of a target, measured. */
export interface MeasuredSides {
  readonly base: Outcome;
  readonly head: Outcome;
  /** Where the options of the two sides differ. */
  readonly options?: OptionExplanation | undefined;
}

/** Compares the two sides of a target, the parts that it limits among them; needs no measurement afterwards. */
export function compareTarget(target: Target, { base, head, options }: MeasuredSides): Comparison {
  const failure = [base, head].find((side) => side.kind === 'failed');
  if (failure !== undefined) return failure;
  if (head.kind !== 'measured') return { kind: 'failed', reason: 'head was not measured', details: [] };
  const before = base.kind === 'measured' ? base.measurement : undefined;
  const after = head.measurement;
  const origins = { provenance: after.provenance, baseProvenance: before?.provenance };
  const toolChange = before && toolDifference(before.provenance, after.provenance);
  if (toolChange !== undefined) return { kind: 'failed', reason: toolChange, details: [], ...origins };
  const delta = deltaOf(before, after, { options, selectors: limitedParts(target) });
  const missing = missingParts(target, judgedSizes(delta, { hasBase: before !== undefined }));
  const unmeasuredParts = explainMissing(missing, { base: before, head: after });
  return { kind: 'compared', delta, unmeasuredParts, ...origins };
}

/** A sentence where the two sides are known not to be built by the same tools. */
function toolDifference(base: Provenance, head: Provenance): string | undefined {
  for (const tool of ['compiler', 'linker'] as const) {
    const isKnown = base[tool] !== UNKNOWN[tool] && head[tool] !== UNKNOWN[tool];
    if (isKnown && base[tool] !== head[tool]) {
      return `base was built with "${base[tool]}", head with "${head[tool]}": sizes of two ${tool}s do not compare`;
    }
  }
  return undefined;
}
