import type { AccountedDelta } from '../../size/delta/accounted-delta.ts';
import type { OptionCause } from '../../size/delta/config-delta.ts';
import type { ExplainedOption, OptionSplit } from '../../size/delta/delta.ts';
/** What a change of size comes from, as lines: options of the two configurations, nodes of the two device trees. */
import type { PartDelta } from '../../size/delta/part-delta.ts';
import type { DeviceTreeDelta, DeviceTreeRow } from '../../size/device-tree/delta.ts';
import { cutText, visibleLine } from '../inert/inert-text.ts';
import { notShown } from './not-shown.ts';
import { signed } from './owner-words.ts';

/** In characters, of a value or a node's path. */
const LONGEST = 200;

/** As scripts/diffconfig of the kernel prints it: `-NAME value`, ` NAME old -> new`, `+NAME value`. */
export function configLines(changes: readonly ExplainedOption[], most: number): string[] {
  const lines = changes.slice(0, most).map((option) => optionLine(option) + causeOf(option));
  return [
    ...lines.map((line) => visibleLine(cutText(line, LONGEST))),
    ...notShown(changes.length - lines.length),
  ];
}

function optionLine({ name, base, head, kind }: ExplainedOption): string {
  if (kind === 'changed') return ` ${name} ${base} -> ${head}`;
  return kind === 'added' ? `+${name} ${head}` : `-${name} ${base}`;
}

function causeOf({ cause }: ExplainedOption): string {
  const words = cause === undefined ? '' : causeWords(cause);
  return words === '' ? '' : `  (${words})`;
}

function causeWords(cause: OptionCause): string {
  switch (cause.kind) {
    case 'fragment':
      return `asked for by ${cause.file}:${cause.line}`;
    case 'select':
    case 'imply':
      return `${cause.kind === 'select' ? 'selected' : 'implied'} by ${cause.by.join(', ')}`;
    case 'default':
      return `default, ${cause.file}:${cause.line}`;
    case 'choice':
      return `the choice at ${cause.file}:${cause.line} takes ${cause.takes ?? 'another'}`;
    case 'depends':
      return `depends on ${cause.on.join(', ')}`;
    case 'gone':
      return 'no longer in Kconfig';
    case 'unset':
      return 'nothing asks for it';
    case 'unknown':
      return '';
  }
}

/** How much of the change the options cause, and how much the code; none where no option differs. */
export function splitLines(split: OptionSplit | undefined): string[] {
  if (split === undefined) return [];
  if (split.kind === 'failed') {
    return [visibleLine(cutText(`the change was not split into code and options: ${split.reason}`, LONGEST))];
  }
  return [
    `caused by the code (head built with base's options): ${signed(changeOf(split.code))} B`,
    `caused by the options: ${signed(changeOf(split.kconfig))} B${optionShares(split.options)}`,
  ];
}

/** Options that a line names. */
const MOST_SHARES = 4;

/** ` (FUTEX +8968, EPOLL +3200)`; nothing where it is all of one option. */
function optionShares(options: readonly PartDelta[] = []): string {
  if (options.length < 2) return '';
  const shares = options
    .slice(0, MOST_SHARES)
    .map(({ name, base, head }) => `${visibleLine(cutText(name, LONGEST))} ${signed(head - base)}`);
  const left = options.length - shares.length;
  return ` (${shares.join(', ')}${left === 0 ? '' : `, ${left} more`})`;
}

/** Of all sections, in bytes. */
export function changeOf({ sections }: AccountedDelta): number {
  return sections.reduce((sum, { base, head }) => sum + head - base, 0);
}

/** `+24  /soc/serial@40004800 status`, largest change first; what only changed its value follows without a number. */
export function deviceTreeLines({ base, head, rows }: DeviceTreeDelta, most: number): string[] {
  const lines = rows.slice(0, most).map((row) => `${change(row).padStart(7)}  ${place(row)}${remark(row)}`);
  return [`${base} -> ${head} B`, ...lines, ...notShown(rows.length - lines.length)];
}

function change({ base, head }: DeviceTreeRow): string {
  return signed((head ?? 0) - (base ?? 0));
}

function place({ node, property }: DeviceTreeRow): string {
  return visibleLine(cutText(property === undefined ? node : `${node} ${property}`, LONGEST));
}

function remark({ change: kind }: DeviceTreeRow): string {
  return kind === 'resized' ? '' : ` (${kind})`;
}
