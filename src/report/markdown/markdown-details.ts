/** What is below the summary of one target: open sections for what has to be looked at, folded ones for the rest. */
import type { Delta } from '../../size/delta/delta.ts';
import { codeBlock, codeSpan, inertHtmlName } from '../inert/inert-text.ts';
import { logLines } from '../inert/log-lines.ts';
import { unbroken } from '../inert/unbroken.ts';
import type { TargetReport } from '../report.ts';
import { indented, renderAccounted, renderParts } from '../tables/accounted-table.ts';
import { renderBloatOMeter } from '../tables/bloat-o-meter.ts';
import { noiseSentence, withoutCounterNoise } from '../tables/counter-noise.ts';
import { largestRows } from '../tables/largest-rows.ts';
import { type Column, columnTitles, sideBySide } from '../tables/side-by-side.ts';
import { deviceTreeLines } from '../words/cause-lines.ts';
import { changeWords } from '../words/change-words.ts';
import { cliffLines } from '../words/cliff-lines.ts';
import { mainMetrics } from '../words/main-metrics.ts';
import { nameLine, signed } from '../words/owner-words.ts';
import { VERDICT_WORDS } from '../words/verdict-words.ts';
import { directoriesOf, directoryChanges, directoryLines } from './directory-lines.ts';
import { fold, list } from './markdown-blocks.ts';
import { metricTable, sectionTable } from './markdown-sizes.ts';

/** Of symbols and directories, in an open section: what is folded has more. */
const MOST_OPEN = 10;
const MOST_DIRECTORIES = 5;

/** The parts below the summary table for one target, each a section of its own; none for what has nothing to say. */
export function targetDetails(target: TargetReport, rows: number): string[] {
  return [...whyNotCompared(target), ...whatChanged(target, rows), ...allOfIt(target, rows)];
}

/** The same of several targets, with what changed of all in one table. */
export function sharedDetails(targets: readonly TargetReport[], rows: number): string[] {
  const changed = targets.filter(({ delta }) => (delta?.symbols?.rows.length ?? 0) > 0);
  if (changed.length < 2) return targets.flatMap((target) => targetDetails(target, rows));
  return [
    ...targets.flatMap(whyNotCompared),
    changedTogether(changed, rows),
    ...targets.flatMap((target) => allOfIt(target, rows)),
  ];
}

function whyNotCompared({ target, details }: TargetReport): string[] {
  return failureDetails(`${inertHtmlName(target)}: why it was not compared`, details);
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

function whatChanged({ target, delta }: TargetReport, rows: number): string[] {
  if (delta?.symbols === undefined || delta.symbols.rows.length === 0) return [];
  const quiet = withoutCounterNoise(delta.symbols);
  const { diff, omitted, omittedBytes } = largestRows(quiet.diff, Math.min(rows, MOST_OPEN));
  const directories = delta.accounted && directoryLines(delta.accounted, Math.min(rows, MOST_DIRECTORIES));
  const text = [
    renderBloatOMeter([diff]).trimEnd(),
    ...(omitted === 0 ? [] : [`(+${omitted} more, ${signed(omittedBytes)} in all)`]),
    ...(directories?.length ? ['', ...directories] : []),
  ];
  const parts = [codeBlock(text.join('\n')), ...noiseSentence(quiet.noise)];
  return [fold(`${inertHtmlName(target)}: what changed`, parts.join('\n\n'), 'open')];
}

function changedTogether(targets: readonly TargetReport[], rows: number): string {
  const quiet = targets.map(({ delta }) => withoutCounterNoise(delta!.symbols!));
  const columnsOf = (changes: (index: number) => ReadonlyMap<string, number>): Column[] =>
    targets.map(({ target }, index) => ({ title: target, changes: changes(index) }));
  const symbols = columnsOf((i) => new Map(quiet[i]!.diff.rows.map(({ name, delta }) => [name, delta])));
  const directories = columnsOf((i) => directoryChanges(targets[i]!.delta?.accounted));
  const byDirectory = sideBySide(directories, Math.min(rows, MOST_DIRECTORIES));
  const text = [
    columnTitles('Function', symbols),
    ...sideBySide(symbols, Math.min(rows, MOST_OPEN)),
    ...(byDirectory.length === 0 ? [] : ['', ...byDirectory]),
  ];
  const names = targets.map(({ target }) => inertHtmlName(target)).join(', ');
  const parts = [codeBlock(text.join('\n')), ...noiseSentence(quiet.flatMap(({ noise }) => noise))];
  return fold(`${names}: what changed`, parts.join('\n\n'), 'open');
}

/** What people copy, and where the bytes are, in one folded line. */
function allOfIt(target: TargetReport, rows: number): string[] {
  const { delta } = target;
  if (delta === undefined) return [];
  const message = delta.symbols?.rows.length ? [codeBlock(commitMessage(target, delta, rows))] : [];
  const parts = [
    ...message,
    ...everyByte(target, delta, rows),
    ...deviceTree(target, delta, rows),
    whereTheBytesAre(target, delta, rows),
  ];
  if (message.length === 0) return parts;
  const title = `${inertHtmlName(target.target)}: paste into the commit message, and where the bytes are`;
  return [fold(title, parts.join('\n\n'), 'closed')];
}

/** Plain text of at most 75 columns but for the table, which must not be wrapped. */
function commitMessage(target: TargetReport, delta: Delta, rows: number): string {
  const symbols = renderBloatOMeter([largestRows(delta.symbols!, rows).diff]);
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
