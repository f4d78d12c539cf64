/** What a reader is told about a row of the accounted table. */
import type { OwnerRow } from '../../size/delta/owner-rows.ts';
import { cutText, shortLine } from '../inert/inert-text.ts';

/** Of a literal; longer ones are cut. */
const LONGEST_LITERAL = 36;

/** In characters, of a name or of all remarks; mangled C++ and Rust names are shorter. */
const LONGEST_NAME = 1000;

/** The owner's name: a literal in quotes, others as they are. */
export function ownerTitle({ kind, name }: Pick<OwnerRow, 'kind' | 'name'>): string {
  return nameLine(kind === 'literal' ? JSON.stringify(cutText(name, LONGEST_LITERAL)) : name);
}

/** Where its bytes are and what happened to them: `fs/dcache.o, .text`, `moved from fs/inode.o`. */
export function ownerRemarks(row: OwnerRow): string {
  return nameLine(remarksOf(row).join('; '));
}

/** A name from outside on one line; a damaged kernel may have one of megabytes. */
export function nameLine(text: string): string {
  return shortLine(text, LONGEST_NAME);
}

function remarksOf(row: OwnerRow): string[] {
  return [
    row.definition === undefined ? (row.object ?? '') : `${row.definition.file}:${row.definition.line}`,
    ...(row.movedFrom === undefined ? [] : [`moved from ${row.movedFrom || 'elsewhere'}`]),
    ...(row.renamedFrom === undefined ? [] : [`was ${row.renamedFrom}`]),
    ...(row.inlinedInto.length === 0 ? [] : [`inlined into ${row.inlinedInto.join(', ')}`]),
    ...(row.splitFrom.length === 0 ? [] : [`split out of ${row.splitFrom.join(', ')}`]),
    sectionsOf(row),
    ...(row.aliases.length === 0 ? [] : [`also ${row.aliases.join(', ')}`]),
    ...(row.clones.length === 0 ? [] : [`with ${row.clones.join(', ')}`]),
  ].filter((remark) => remark !== '');
}

/** One section needs no number: it is the row's. */
function sectionsOf({ cells }: OwnerRow): string {
  if (cells.length === 1) return cells[0]!.section;
  return cells.map(({ section, base, head }) => `${section} ${signed(head - base)}`).join(', ');
}

/** `+4`, `-4`, `0`, as scripts/bloat-o-meter writes it. */
export function signed(bytes: number): string {
  return bytes > 0 ? `+${bytes}` : `${bytes}`;
}
