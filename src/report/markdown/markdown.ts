import { isFailing } from '../failing.ts';
import { codeBlock, codeSpan, inertName, shortLine } from '../inert/inert-text.ts';
import { unbroken } from '../inert/unbroken.ts';
import type { Report, TargetReport } from '../report.ts';
import { HOW_TO_ACCEPT, acceptLines } from '../words/accept-lines.ts';
import { cliffRemarks } from '../words/cliff-lines.ts';
import { subjectLines } from '../words/commit-subjects.ts';
import { headlineOf, headlineVerdict, isUnchanged, remarksOf } from '../words/headline.ts';
import { limitLines } from '../words/limit-words.ts';
import { reproduceCommand, toolLines } from '../words/provenance-line.ts';
import { sizeCells } from '../words/size-columns.ts';
import { VERDICT_WORDS, statusOf } from '../words/verdict-words.ts';
import { list, table } from './markdown-blocks.ts';
import { failureDetails, foldedDetails, sharedDetails } from './markdown-details.ts';
import { optionBlocks } from './markdown-options.ts';

/**
 * The report as GitHub Flavored Markdown, for a comment and for the job summary. `rows` bounds each table of symbols
 * and sections; 0 leaves out all that is folded. A change of zero bytes is one line and the footer.
 */
export function renderMarkdown(report: Report, { rows }: { readonly rows: number }): string {
  return joinBlocks([...blocksOf(report, rows)]);
}

/** The same, or undefined where it is more than `maxBytes` of UTF-8: what would be too long is not rendered to its end. */
export function renderWithin(
  report: Report,
  { rows, maxBytes }: { readonly rows: number; readonly maxBytes: number },
): string | undefined {
  const encoder = new TextEncoder();
  const blocks: string[] = [];
  let bytes = 0;
  for (const block of blocksOf(report, rows)) {
    blocks.push(block);
    bytes += encoder.encode(block).length;
    if (bytes > maxBytes) return undefined;
  }
  const markdown = joinBlocks(blocks);
  return encoder.encode(markdown).length <= maxBytes ? markdown : undefined;
}

function* blocksOf(report: Report, rows: number): Generator<string> {
  yield headline(report);
  yield* summary(report);
  yield* list([...remarksOf(report, inertName), ...cliffRemarks(report, QUOTES)]);
  yield* howToAccept(report);
  if (rows === 0) yield* tablesLeftOut(report);
  else yield* details(report, rows);
  yield* list(notesOf(report));
  yield* footer(report);
}

const QUOTES = { name: inertName, section: (text: string) => codeSpan(text, 'paragraph') };

function howToAccept(report: Report): string[] {
  const lines = acceptLines(report);
  return lines.length === 0 ? [] : [HOW_TO_ACCEPT, codeBlock(lines.join('\n'))];
}

/** More than anybody reads: a report may be a stranger's. */
const MOST_NOTES = 100;

function notesOf({ notes }: Report): string[] {
  const shown = notes.slice(0, MOST_NOTES).map((note) => `Note: ${codeSpan(note, 'paragraph')}`);
  const left = notes.length - shown.length;
  return left === 0 ? shown : [...shown, `${left} more notes are not shown here`];
}

/** The least that says what was found, for a place that takes no more. */
export function renderHeadline(report: Report): string {
  return joinBlocks([headline(report), 'The rest is too long to be shown here; the JSON report has it.']);
}

function joinBlocks(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}

function headline(report: Report): string {
  return `### ${VERDICT_WORDS[headlineVerdict(report)].sign} Kernel size: ${unbroken(headlineOf(report, inertName))}`;
}

/** None where the headline says it all. */
function summary(report: Report): string[] {
  const isOneLine = report.verdict === 'pass' && report.targets.every(isUnchanged);
  if (isOneLine || report.targets.length === 0) return [];
  const header = ['target', 'verdict', 'flash, B', 'Δ', 'left, B', 'ram, B', 'Δ', 'left, B'];
  const failingFirst = report.targets.toSorted((a, b) => Number(isFailing(b)) - Number(isFailing(a)));
  return [table([header, ...failingFirst.map(summaryRow)], { words: 2 })];
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
    const short = change.replace(/ (?:before compression|without [a-z ]{1,40})\)$/, '\u00A0raw)');
    return [bare(size), isBroken ? `**${short}**` : short, bare(left)];
  });
  return [cellOf(shortLine(target.target, LONGEST_CELL)), `${sign} ${words}${statusOf(target)}`, ...cells];
}

/** A comment is as wide as eight columns of numbers, the unit of most in the header. */
function bare(size: string): string {
  return size.replace(/ B(?= of |$)/, '');
}

/** A target's name, as code only where it could mean something else. */
function cellOf(name: string): string {
  return inertName(name) === name ? name : codeSpan(name, 'table');
}

/** Targets that fail and are open; a report may have hundreds of them. */
const MOST_OPEN = 4;

function* details(report: Report, rows: number): Generator<string> {
  yield* failureDetails('Why nothing was compared', report.failure?.details ?? []);
  yield* optionBlocks(report, rows);
  const changed = report.targets.filter((target) => !isUnchanged(target));
  const failing = changed.filter(isFailing);
  const open = new Set(failing.slice(0, MOST_OPEN));
  yield* sharedDetails([...open], rows);
  for (const target of failing) if (!open.has(target)) yield* foldedDetails(target, rows);
  for (const target of changed) if (!isFailing(target)) yield* foldedDetails(target, rows);
}

function tablesLeftOut(report: Report): string[] {
  const isAnyLeftOut = details(report, 1).next().done !== true;
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
    ...limitLines(report, inertName),
    ...toolLines(report, { tools: (tools) => codeSpan(tools, 'paragraph'), name: inertName }),
    ...(command === undefined ? [] : [`reproduce: ${codeSpan(command, 'paragraph')}`]),
  ];
  const subjects = subjectLines(report.commits, (subject) => codeSpan(subject, 'paragraph'));
  const all = [...(subjects.length === 0 ? [] : [`Commits: ${subjects.join(' · ')}`]), ...parts];
  return all.length === 0 ? [] : [all.join(' · ')];
}
