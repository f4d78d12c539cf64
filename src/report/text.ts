import { formatChange } from '../budget/units.ts';
import type { VerdictKind } from '../budget/verdict.ts';
import type { SymbolDiff } from '../size/bloat-o-meter/symbol-diff.ts';
import type { Delta } from '../size/delta/delta.ts';
import { shortLine, visibleBlock, visibleLine } from './inert/inert-text.ts';
import { logLines } from './inert/log-lines.ts';
import type { Report, TargetReport } from './report.ts';
import { renderBloatOMeter } from './tables/bloat-o-meter.ts';
import { largestRows } from './tables/largest-rows.ts';
import { type View, renderView } from './tables/views.ts';
import { HOW_TO_ACCEPT, acceptLines } from './words/accept-lines.ts';
import { configLines, splitLines } from './words/cause-lines.ts';
import { cliffRemarks } from './words/cliff-lines.ts';
import { subjectLines } from './words/commit-subjects.ts';
import { headlineOf, headlineVerdict, isUnchanged, remarksOf } from './words/headline.ts';
import { limitLines } from './words/limit-words.ts';
import { notShown } from './words/not-shown.ts';
import { nameLine } from './words/owner-words.ts';
import { toolLines } from './words/provenance-line.ts';
import { sizeCells } from './words/size-columns.ts';
import { VERDICT_WORDS, statusOf } from './words/verdict-words.ts';

/** How text is decorated: `colour` only for a terminal without NO_COLOR (https://no-color.org). */
export interface TextStyle {
  readonly decoration: 'colour' | 'plain';
  /** Rows of each table, largest changes first. */
  readonly rows: number;
  /** Tables of each target in place of the one of scripts/bloat-o-meter. */
  readonly views?: readonly View[];
}

/** In characters, of a name in the first column: it makes all other rows as wide. */
const LONGEST_CELL = 100;

const RED = 31;
const GREEN = 32;
const YELLOW = 33;

/** The report for a terminal or a log: headline, one row a target, what changed, where it comes from. */
export function renderText(report: Report, style: TextStyle): string {
  const blocks = [
    paint(`Kernel size: ${headlineOf(report, visibleLine)}`, headlineVerdict(report), style),
    report.targets.length === 0 ? '' : summaryTable(report),
    [...remarksOf(report, visibleLine), ...cliffRemarks(report, QUOTES)].join('\n'),
    howToAccept(report),
    indent(report.failure?.details ?? []),
    ...report.targets.map((target) => targetBlock(target, style)),
    [...notesOf(report), footer(report)].join('\n').trim(),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const QUOTES = { name: nameLine, section: visibleLine };

function howToAccept(report: Report): string {
  const lines = acceptLines(report).map((line) => `  ${visibleLine(line)}`);
  return lines.length === 0 ? '' : [HOW_TO_ACCEPT, ...lines].join('\n');
}

/** More than anybody reads: a report may be a stranger's. */
const MOST_NOTES = 100;

function notesOf({ notes }: Report): string[] {
  const shown = notes.slice(0, MOST_NOTES).map((note) => `note: ${visibleLine(note)}`);
  const left = notes.length - shown.length;
  return left === 0 ? shown : [...shown, `note: ${left} more notes are not shown here`];
}

function summaryTable(report: Report): string {
  const header = ['target', 'verdict', 'flash', 'change', 'left', 'ram', 'change', 'left'];
  return alignColumns([header, ...report.targets.map((target) => row(target))]);
}

function row(target: TargetReport): string[] {
  const [flash, ram] = [sizeCells(target, 'flash'), sizeCells(target, 'ram')];
  const verdict = VERDICT_WORDS[target.verdict.kind].words + statusOf(target);
  const sizes = [flash.size, flash.change, flash.left, ram.size, ram.change, ram.left];
  return [shortLine(target.target, LONGEST_CELL), verdict, ...sizes];
}

function targetBlock(target: TargetReport, style: TextStyle): string {
  const name = nameLine(target.target);
  if (target.details.length > 0) return `${name}:\n${indent(target.details)}`;
  if (target.delta === undefined) return '';
  if (isUnchanged(target)) return `${name}: no byte changed`;
  const { delta } = target;
  const view = (one: View): string =>
    `${name}, by ${one}:\n${visibleBlock(renderView(one, delta, style.rows))}`;
  const tables = style.views?.length
    ? style.views.map((one) => view(one))
    : [
        optionText(name, delta, style),
        symbolTable(name, delta.symbols, style),
        isBlind(delta) ? view('owner') : '',
      ];
  return tables.filter((table) => table !== '').join('\n\n');
}

/** Options with what they cost, without the rows: the table of symbols below has these. */
function optionText(name: string, { config, split }: Delta, { rows }: TextStyle): string {
  if (config.length === 0) return '';
  const causes = splitLines(split);
  const lines = [...configLines(config, rows), ...(causes.length === 0 ? [] : ['', ...causes])];
  return `${name}, by config:\n${lines.join('\n')}`;
}

/** What the table of symbols is blind to is shown where that has nothing to say. */
function isBlind({ symbols, accounted }: Delta): boolean {
  return symbols?.rows.length === 0 && (accounted?.rows.length ?? 0) > 0;
}

function indent(texts: readonly string[]): string {
  return logLines(texts)
    .map((line) => `  ${visibleLine(line)}`)
    .join('\n');
}

function symbolTable(name: string, symbols: SymbolDiff | undefined, style: TextStyle): string {
  if (symbols === undefined || symbols.rows.length === 0) return '';
  const { diff, omitted, omittedBytes } = largestRows(symbols, style.rows);
  const more = notShown(omitted, { what: 'smaller', sum: formatChange(omittedBytes) });
  return [`${name}:`, visibleBlock(renderBloatOMeter([diff])).trimEnd(), ...more].join('\n');
}

function footer(report: Report): string {
  const { base, head, files } = report;
  return [
    ...(files === undefined
      ? []
      : [`base is ${visibleLine(files.base)}`, `head is ${visibleLine(files.head)}`]),
    ...(base === undefined ? [] : [`base ${base.hash} (${visibleLine(base.origin)})`]),
    ...(head === undefined ? [] : [`head ${head.hash} (${visibleLine(head.origin)})`]),
    ...subjectLines(report.commits, visibleLine).map((line) => `commit ${line}`),
    ...limitLines(report, visibleLine),
    ...toolLines(report, { tools: visibleLine, name: nameLine }),
  ].join('\n');
}

function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) =>
    rows.reduce((most, cells) => Math.max(most, cells[column]!.length), 0),
  );
  const pad = (cell: string, column: number): string =>
    column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!);
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => pad(cell, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function paint(text: string, verdict: VerdictKind, style: TextStyle): string {
  if (style.decoration === 'plain') return text;
  const sign = VERDICT_WORDS[verdict].sign;
  const colour = sign === '✅' ? GREEN : sign === '⚠️' ? YELLOW : RED;
  return `\u001B[1;${colour}m${text}\u001B[0m`;
}
