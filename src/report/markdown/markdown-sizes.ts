/** Tables of one target's metrics and sections. */
import { formatBytes, formatChange, formatLimit } from '../../budget/units.ts';
import type { Delta } from '../../size/delta/delta.ts';
import { type MetricDelta, countedChange, metricChange } from '../../size/delta/metric-deltas.ts';
import { isSelector } from '../../size/selectors/selector-sizes.ts';
import { codeSpan, shortLine } from '../inert/inert-text.ts';
import type { TargetReport } from '../report.ts';
import { changeWords } from '../words/change-words.ts';
import { table } from './markdown-blocks.ts';

/** In characters, of a name in the first column: it makes all other rows as wide. */
const LONGEST_CELL = 100;

/** Metrics that changed or have a limit; the others say nothing that anybody could act on. */
export function metricTable(target: TargetReport, delta: Delta): string {
  const { budgets, growth } = target;
  const shown = delta.metrics.filter(
    (one) =>
      metricChange(one) !== 0 ||
      (countedChange(one) ?? 0) !== 0 ||
      (budgets[one.metric] ?? growth[one.metric]) !== undefined,
  );
  if (shown.length === 0) return 'No metric changed.';
  const header = ['metric', 'base', 'head', 'Δ', 'budget', 'left', 'growth limit'];
  return table([header, ...shown.map((metric) => metricRow(target, metric))]);
}

function metricRow({ budgets, growth, delta: all }: TargetReport, delta: MetricDelta): string[] {
  const { metric, base, head } = delta;
  const isOfCompressor = all?.isCompressed === true && (metric === 'image' || metric === 'flash');
  const name = isOfCompressor ? `${metric} (compressed)` : metric;
  const [budget, limit] = [budgets[metric], growth[metric]];
  return [
    isSelector(metric) ? codeSpan(shortLine(metric, LONGEST_CELL), 'table') : name,
    base === undefined ? '–' : formatBytes(base),
    formatBytes(head),
    changeWords(delta),
    budget === undefined ? '–' : formatLimit(budget),
    budget === undefined ? '–' : formatBytes(budget - head),
    limit === undefined ? '–' : formatChange(limit),
  ];
}

/** Sections that changed, the largest changes in head's order. */
export function sectionTable({ sections }: Delta, rows: number): string {
  const changed = sections.filter(({ base, head }) => base !== head);
  if (changed.length === 0) return 'No section changed its size.';
  const bySize = changed.toSorted((a, b) => Math.abs(b.head - b.base) - Math.abs(a.head - a.base));
  const kept = new Set(bySize.slice(0, rows));
  const cells = changed
    .filter((section) => kept.has(section))
    .map(({ name, base, head }) => [
      codeSpan(shortLine(name, LONGEST_CELL), 'table'),
      formatBytes(base),
      formatBytes(head),
      formatChange(head - base),
    ]);
  const more = bySize.length > rows ? `\n\nNot shown: ${bySize.length - rows} smaller.` : '';
  return table([['section', 'base', 'head', 'Δ'], ...cells]) + more;
}
