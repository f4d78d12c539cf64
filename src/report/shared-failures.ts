import type { TargetReport } from './report.ts';

/** Says once why several targets were not compared: a mistake in a file that all are made from fails them all. */
export function shareFailures(targets: readonly TargetReport[]): TargetReport[] {
  const firstOf = new Map<string, string>();
  return targets.map((target) => {
    const failure = failureOf(target);
    if (failure === undefined) return target;
    const first = firstOf.get(failure.key);
    if (first !== undefined) return { ...target, verdict: sameReason(target, first), details: failure.own };
    firstOf.set(failure.key, target.target);
    return target;
  });
}

interface SharedFailure {
  /** The reason and the details, but for what names this target. */
  readonly key: string;
  readonly own: readonly string[];
}

function failureOf({ target, verdict, details }: TargetReport): SharedFailure | undefined {
  const { kind, reason } = verdict;
  if (kind !== 'no-comparison' || reason === undefined) return undefined;
  const isOwn = (line: string): boolean => line.startsWith(LOG);
  const common = details.filter((line) => !isOwn(line));
  const start = `${target}: `;
  const shared = reason.startsWith(start) ? reason.slice(start.length) : reason;
  return { key: JSON.stringify([shared, common]), own: details.filter(isOwn) };
}

/** Each target has a log of its own (kernel/make/run-make.ts). */
const LOG = 'whole log: ';

function sameReason({ verdict }: TargetReport, first: string): TargetReport['verdict'] {
  return { ...verdict, reason: `for the same reason as ${first}` };
}
