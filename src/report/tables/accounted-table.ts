/** Prints the accounted table: the columns of scripts/bloat-o-meter, then where the bytes are, then what they sum to. */
import type { AccountedDelta } from '../../size/delta/accounted-delta.ts';
import type { DirectoryPart } from '../../size/delta/by-directory.ts';
import type { OwnerRow } from '../../size/delta/owner-rows.ts';
import type { PartDelta } from '../../size/delta/part-delta.ts';
import { notShown } from '../words/not-shown.ts';
import { ownerRemarks, ownerTitle, nameLine, signed } from '../words/owner-words.ts';
import { bloatLine } from './bloat-o-meter.ts';

/** Rows, sections and totals; at most `most` rows and what was left out. Ends with a line break. */
export function renderAccounted(delta: AccountedDelta, most = Infinity): string {
  return `${[...ownerLines(delta.rows, most), '', ...sectionLines(delta)].join('\n')}\n`;
}

/** A header and a line a row; at most `most` rows and what was left out. */
export function ownerLines(rows: readonly OwnerRow[], most: number): string[] {
  const shown = rows.slice(0, most);
  const left = rows.slice(most);
  const sum = signed(left.reduce((bytes, row) => bytes + row.delta, 0));
  return [
    bloatLine('Owner', ['old', 'new', 'delta']),
    ...shown.map((row) => `${partLine(ownerTitle(row), row)}  ${ownerRemarks(row)}`),
    ...notShown(left.length, { what: 'smaller', sum }),
  ];
}

/** Sections that changed, and the sum of all; each with what its rows leave unexplained. */
function sectionLines({ sections }: AccountedDelta): string[] {
  const changed = sections.filter(({ base, head, residual }) => base !== head || residual !== 0);
  const residual = sections.reduce((sum, section) => sum + section.residual, 0);
  const total = { ...totalOf(sections), residual };
  return [
    bloatLine('Section', ['old', 'new', 'delta', 'residual']),
    ...[...changed, { name: 'All sections', ...total }].map((part) =>
      partLine(nameLine(part.name), part, [`${part.residual}`]),
    ),
  ];
}

function partLine(
  name: string,
  { base, head }: { readonly base: number | undefined; readonly head: number | undefined },
  more: readonly string[] = [],
): string {
  return bloatLine(name, [`${base ?? '-'}`, `${head ?? '-'}`, signed((head ?? 0) - (base ?? 0)), ...more]);
}

/** How a view is shown: by descending change or as given, and how many rows at most. */
export interface ViewStyle {
  readonly order: 'by change' | 'given';
  readonly most: number;
}

/** One view of where the bytes are: parts that changed, and the sum of the outermost ones. Ends with a line break. */
export function renderParts(title: string, parts: readonly ViewPart[], { order, most }: ViewStyle): string {
  const changed = parts.filter(({ base, head }) => base !== head);
  const byChange = changed.toSorted((a, b) => Math.abs(b.head - b.base) - Math.abs(a.head - a.base));
  const kept = new Set(byChange.slice(0, most));
  const shown = order === 'given' ? changed.filter((part) => kept.has(part)) : [...kept];
  const left = changed.length - shown.length;
  return `${[
    bloatLine(title, ['old', 'new', 'delta']),
    ...shown.map((part) => partLine(nameLine(part.title ?? part.name), part)),
    ...notShown(left, { what: 'smaller' }),
    partLine('Total', totalOf(parts.filter(({ depth = 0 }) => depth === 0))),
  ].join('\n')}\n`;
}

/** A part, how deep it is within others, and what it is called where that is not its name. */
interface ViewPart extends PartDelta {
  readonly depth?: number;
  readonly title?: string;
}

/** Directories with their names moved to the right by their depth. */
export function indented(parts: readonly DirectoryPart[]): ViewPart[] {
  return parts.map((part) => ({
    name: part.name,
    base: part.base,
    head: part.head,
    depth: part.depth,
    title: '  '.repeat(part.depth) + part.name,
  }));
}

function totalOf(parts: readonly PartDelta[]): { base: number; head: number } {
  return parts.reduce((sum, { base, head }) => ({ base: sum.base + base, head: sum.head + head }), {
    base: 0,
    head: 0,
  });
}
