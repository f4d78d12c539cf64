import { formatBytes, formatChange, formatLimit } from '../budget/units.ts';
import { type Delta, type MetricDelta, countedChange, metricChange } from '../size/delta.ts';
import { isPartName } from '../size/part-sizes.ts';
import { directoryParts } from '../size/where.ts';
import { indented, renderAccounted, renderParts } from './accounted-table.ts';
import { renderBloatOMeter } from './bloat-o-meter.ts';
import { deviceTreeLines } from './cause-lines.ts';
import { codeBlock, codeSpan, inertHtmlName, shortLine } from './inert-text.ts';
import { logLines } from './log-lines.ts';
import { largestRows } from './largest-rows.ts';
import { changeWords } from './change-words.ts';
import { cliffLines } from './cliff-lines.ts';
import { mainMetrics } from './main-metrics.ts';
import { fold, list, table } from './markdown-blocks.ts';
import { nameLine } from './owner-words.ts';
import type { TargetReport } from './report.ts';
import { renderView } from './views.ts';

/** In characters, of a name in the first column: it makes all other rows as wide. */
const LONGEST_CELL = 100;

/** The parts below the summary table for one target, each a folded section; none for what has nothing to say. */
export function targetDetails(target: TargetReport, rows: number): string[] {
  const name = inertHtmlName(target.target);
  return [
    ...failureDetails(`${name}: why it was not compared`, target.details),
    ...(target.delta === undefined
      ? []
      : [
          ...whatChanged(target, target.delta, rows),
          ...everyByte(target, target.delta, rows),
          ...causes(target, target.delta, rows),
          whereTheBytesAre(target, target.delta, rows),
        ]),
  ];
}

/** The lines that help to mend a failure, none where there are none; `title` is inert HTML. */
export function failureDetails(title: string, details: readonly string[]): string[] {
  if (details.length === 0) return [];
  return [fold(title, codeBlock(logLines(details).join('\n')), 'open')];
}

function whatChanged(target: TargetReport, delta: Delta, rows: number): string[] {
  if (delta.symbols === undefined || delta.symbols.rows.length === 0) return [];
  const { diff, omitted, omittedBytes } = largestRows(delta.symbols, rows);
  const symbols = renderBloatOMeter([diff]);
  const more =
    omitted === 0 ? '' : `\n\nNot shown: ${omitted} smaller, ${formatChange(omittedBytes)} in all.`;
  const name = inertHtmlName(target.target);
  return [
    fold(`${name}: what changed`, codeBlock(symbols) + more, 'open'),
    fold(
      `${name}: paste into the commit message`,
      codeBlock(commitMessage(target, delta, symbols)),
      'closed',
    ),
  ];
}

/** Plain text of at most 75 columns but for the table, which must not be wrapped. */
function commitMessage(target: TargetReport, delta: Delta, symbols: string): string {
  const version = target.provenance === undefined ? '' : ` (${nameLine(target.provenance.kernelVersion)})`;
  const sizes = mainMetrics(delta).map((metric) => `${metric.metric} ${changeWords(metric)}`);
  return `${nameLine(target.target)}${version}: ${sizes.join(', ')}\n\n${symbols}`;
}

/** The accounted table, where it says more than that nothing changed. */
function everyByte(target: TargetReport, { accounted }: Delta, rows: number): string[] {
  if (accounted === undefined || accounted.rows.length === 0) return [];
  const title = `${inertHtmlName(target.target)}: every byte, by owner`;
  return [fold(title, codeBlock(renderAccounted(accounted, rows)), 'closed')];
}

/** Options and device tree nodes that differ. */
function causes(target: TargetReport, delta: Delta, rows: number): string[] {
  const { config, deviceTree } = delta;
  const name = inertHtmlName(target.target);
  const nodes = deviceTree && deviceTree.rows.length > 0 ? deviceTreeLines(deviceTree, rows) : [];
  return [
    ...(config.length === 0
      ? []
      : [
          fold(
            `${name}: options that differ in .config`,
            codeBlock(renderView('config', delta, rows)),
            'open',
          ),
        ]),
    ...(nodes.length === 0
      ? []
      : [fold(`${name}: the device tree, by node`, codeBlock(nodes.join('\n')), 'closed')]),
  ];
}

/** Directories that changed, indented as a tree. */
function directoryTable({ accounted }: Delta, rows: number): string[] {
  if (accounted === undefined || !accounted.hasMaps || accounted.rows.length === 0) return [];
  return [
    codeBlock(
      renderParts('Directory', indented(directoryParts(accounted.objects)), { order: 'given', most: rows }),
    ),
  ];
}

function whereTheBytesAre(target: TargetReport, delta: Delta, rows: number): string {
  const title = `${inertHtmlName(target.target)}: where the bytes are`;
  const tables = [
    metricTable(target, delta),
    sectionTable(delta, rows),
    ...list(cliffLines(delta.spans, (section) => codeSpan(section, 'paragraph'), rows)),
    ...directoryTable(delta, rows),
  ];
  return fold(title, tables.join('\n\n'), 'closed');
}

/** Metrics that changed or have a limit; the others say nothing that anybody could act on. */
function metricTable(target: TargetReport, delta: Delta): string {
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
    isPartName(metric) ? codeSpan(shortLine(metric, LONGEST_CELL), 'table') : name,
    base === undefined ? '–' : formatBytes(base),
    formatBytes(head),
    changeWords(delta),
    budget === undefined ? '–' : formatLimit(budget),
    budget === undefined ? '–' : formatBytes(budget - head),
    limit === undefined ? '–' : formatChange(limit),
  ];
}

function sectionTable({ sections }: Delta, rows: number): string {
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
