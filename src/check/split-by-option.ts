import { objectOptionReader } from '../kernel/tree/object-options.ts';
import type { Report, TargetReport } from '../report/report.ts';
import { bytesByOption } from '../size/delta/bytes-by-option.ts';

/**
 * Adds to each split into code and options which option the bytes are of. `openTree` makes head's sources ready and
 * returns their folder; it is called only where options differ.
 */
export async function splitByOption(report: Report, openTree: () => Promise<string>): Promise<Report> {
  if (!report.targets.some(({ delta }) => delta?.split?.kind === 'split')) return report;
  const optionsOf = objectOptionReader(await openTree());
  return { ...report, targets: report.targets.map((target) => splitTarget(target, optionsOf)) };
}

function splitTarget(target: TargetReport, optionsOf: (object: string) => readonly string[]): TargetReport {
  const { delta } = target;
  if (delta?.split?.kind !== 'split' || !delta.split.kconfig.hasMaps) return target;
  const changed = new Set((delta.config ?? []).map(({ name }) => name));
  const options = bytesByOption(delta.split.kconfig.objects, { changed, optionsOf });
  return { ...target, delta: { ...delta, split: { ...delta.split, options } } };
}
