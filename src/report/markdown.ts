import { headlineOf, isUnchanged, remarksOf } from './headline.ts';
import { codeSpan, inertName, shortLine } from './inert-text.ts';
import { list, table } from './markdown-blocks.ts';
import { failureDetails, targetDetails } from './markdown-details.ts';
import { reproduceCommand, toolsOf } from './provenance-line.ts';
import type { Report, TargetReport } from './report.ts';
import { sizeCells } from './size-columns.ts';
import { VERDICT_WORDS, statusOf } from './verdict-words.ts';

/**
 * The report as GitHub Flavored Markdown, for a comment and for the job summary. `rows` bounds each table of symbols
 * and sections; 0 leaves out all that is folded. A change of zero bytes is one line and the footer.
 */
export function renderMarkdown(report: Report, { rows }: { readonly rows: number }): string {
  return joinBlocks([
    headline(report),
    ...summary(report),
    ...list(remarksOf(report, inertName)),
    ...(rows === 0 ? tablesLeftOut(report) : details(report, rows)),
    ...list(report.notes.map((note) => `Note: ${codeSpan(note, 'paragraph')}`)),
    ...footer(report),
  ]);
}

/** The least that says what was found, for a place that takes no more. */
export function renderHeadline(report: Report): string {
  return joinBlocks([headline(report), 'The rest is too long to be shown here; the JSON report has it.']);
}

function joinBlocks(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}

function headline(report: Report): string {
  return `### ${VERDICT_WORDS[report.verdict].sign} Kernel size: ${headlineOf(report, inertName)}`;
}

/** None where the headline says it all. */
function summary(report: Report): string[] {
  const isOneLine = report.verdict === 'pass' && report.targets.every(isUnchanged);
  if (isOneLine || report.targets.length === 0) return [];
  const header = ['target', 'verdict', 'flash', 'Δ', 'left', 'ram', 'Δ', 'left'];
  return [table([header, ...report.targets.map(summaryRow)], { words: 2 })];
}

/** In characters, of a name in the first column: it makes all other rows as wide. */
const LONGEST_CELL = 100;

function summaryRow(target: TargetReport): string[] {
  const { sign, words } = VERDICT_WORDS[target.verdict.kind];
  const cells = (['flash', 'ram'] as const).flatMap((metric) => {
    const { size, change, left } = sizeCells(target, metric);
    const isBroken = target.verdict.findings.some(
      (finding) => finding.metric === metric && finding.kind.startsWith('over-'),
    );
    return [size, isBroken ? `**${change}**` : change, left];
  });
  return [
    codeSpan(shortLine(target.target, LONGEST_CELL), 'table'),
    `${sign} ${words}${statusOf(target)}`,
    ...cells,
  ];
}

function details(report: Report, rows: number): string[] {
  return [
    ...failureDetails('Why nothing was compared', report.failure?.details ?? []),
    ...report.targets
      .filter((target) => !isUnchanged(target))
      .flatMap((target) => targetDetails(target, rows)),
  ];
}

function tablesLeftOut(report: Report): string[] {
  const isAnyLeftOut = details(report, 1).length > 0;
  return isAnyLeftOut ? ['The details are too long to be shown here; the JSON report has them.'] : [];
}

function footer(report: Report): string[] {
  const { base, head, files } = report;
  const command = reproduceCommand(report);
  const parts = [
    ...(files === undefined
      ? []
      : [`Compared ${codeSpan(files.base, 'paragraph')} with ${codeSpan(files.head, 'paragraph')}`]),
    // Bare, so that GitHub makes them links.
    ...(base === undefined ? [] : [`Base ${base.hash.slice(0, 12)} (${codeSpan(base.origin, 'paragraph')})`]),
    ...(head === undefined ? [] : [`head ${head.hash.slice(0, 12)} (${codeSpan(head.origin, 'paragraph')})`]),
    ...toolsOf(report).map((tools) => codeSpan(tools, 'paragraph')),
    ...(command === undefined ? [] : [`reproduce: ${codeSpan(command, 'paragraph')}`]),
  ];
  return parts.length === 0 ? [] : [parts.join(' · ')];
}
