/** What is below the summary of one target: open sections for what has to be looked at, folded ones for the rest. */
import { formatChange } from '../budget/units.ts';
import type { Delta } from '../size/delta.ts';
import { indented, renderAccounted, renderParts } from './accounted-table.ts';
import { renderBloatOMeter } from './bloat-o-meter.ts';
import { deviceTreeLines } from './cause-lines.ts';
import { changeWords } from './change-words.ts';
import { cliffLines } from './cliff-lines.ts';
import { noiseSentence, withoutCounterNoise } from './counter-noise.ts';
import { directoriesOf, directoryLines } from './directory-lines.ts';
import { codeBlock, codeSpan, inertHtmlName } from './inert-text.ts';
import { largestRows } from './largest-rows.ts';
import { logLines } from './log-lines.ts';
import { mainMetrics } from './main-metrics.ts';
import { fold, list } from './markdown-blocks.ts';
import { metricTable, sectionTable } from './markdown-sizes.ts';
import { nameLine } from './owner-words.ts';
import type { TargetReport } from './report.ts';
import { unbroken } from './unbroken.ts';
import { VERDICT_WORDS } from './verdict-words.ts';

/** Of symbols and directories, in an open section: what is folded has more. */
const MOST_OPEN = 10;
const MOST_DIRECTORIES = 6;

/** The parts below the summary table for one target, each a section of its own; none for what has nothing to say. */
export function targetDetails(target: TargetReport, rows: number): string[] {
  const name = inertHtmlName(target.target);
  return [
    ...failureDetails(`${name}: why it was not compared`, target.details),
    ...(target.delta === undefined
      ? []
      : [
          ...whatChanged(target, target.delta, rows),
          ...everyByte(target, target.delta, rows),
          ...deviceTree(target, target.delta, rows),
          whereTheBytesAre(target, target.delta, rows),
        ]),
  ];
}

/** The same in one folded line, for a target that nobody has to look at. */
export function foldedDetails(target: TargetReport, rows: number): string[] {
  const { sign, words } = VERDICT_WORDS[target.verdict.kind];
  const changes = mainMetrics(target.delta).map((metric) => `${metric.metric} ${changeWords(metric)}`);
  const title = `${sign} ${inertHtmlName(target.target)}: ${unbroken([words, ...changes].join(', '))}`;
  const parts = targetDetails(target, rows);
  return parts.length === 0 ? [] : [fold(title, parts.join('\n\n'), 'closed')];
}

/** The lines that help to mend a failure, none where there are none; `title` is inert HTML. */
export function failureDetails(title: string, details: readonly string[]): string[] {
  if (details.length === 0) return [];
  return [fold(title, codeBlock(logLines(details).join('\n')), 'open')];
}

function whatChanged(target: TargetReport, delta: Delta, rows: number): string[] {
  if (delta.symbols === undefined || delta.symbols.rows.length === 0) return [];
  const name = inertHtmlName(target.target);
  const whole = renderBloatOMeter([largestRows(delta.symbols, rows).diff]);
  return [
    fold(`${name}: what changed`, largestChanges(delta, rows).join('\n\n'), 'open'),
    fold(`${name}: paste into the commit message`, codeBlock(commitMessage(target, delta, whole)), 'closed'),
  ];
}

/** The rows that people look at first, how many there are beside these, and the directories. */
function largestChanges({ symbols, accounted }: Delta, rows: number): string[] {
  const quiet = withoutCounterNoise(symbols!);
  const { diff, omitted, omittedBytes } = largestRows(quiet.diff, Math.min(rows, MOST_OPEN));
  const more = omitted === 0 ? [] : [`+${omitted} more, ${formatChange(omittedBytes)} in all.`];
  const said = [...more, ...noiseSentence(quiet.noise)].join(' ');
  const directories =
    accounted === undefined ? [] : directoryLines(accounted, Math.min(rows, MOST_DIRECTORIES));
  return [
    codeBlock(renderBloatOMeter([diff])),
    ...(said === '' ? [] : [unbroken(said)]),
    ...(directories.length === 0 ? [] : [codeBlock(directories.join('\n'))]),
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

/** Device tree nodes that differ. */
function deviceTree(target: TargetReport, { deviceTree: tree }: Delta, rows: number): string[] {
  if (tree === undefined || tree.rows.length === 0) return [];
  const title = `${inertHtmlName(target.target)}: the device tree, by node`;
  return [fold(title, codeBlock(deviceTreeLines(tree, rows).join('\n')), 'closed')];
}

/** Directories that changed, indented as a tree. */
function directoryTable({ accounted }: Delta, rows: number): string[] {
  if (accounted === undefined || !accounted.hasMaps || accounted.rows.length === 0) return [];
  return [
    codeBlock(renderParts('Directory', indented(directoriesOf(accounted)), { order: 'given', most: rows })),
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
