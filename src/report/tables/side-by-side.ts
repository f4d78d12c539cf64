/** The same rows of several targets in one table, so that each is said once. */
import { cutText } from '../inert/inert-text.ts';
import { nameLine, signed } from '../words/owner-words.ts';
import { bloatLine } from './bloat-o-meter.ts';

/** What changed in one target, by name. */
export interface Column {
  readonly title: string;
  readonly changes: ReadonlyMap<string, number>;
}

/** In characters, of a column's title. */
const LONGEST_TITLE = 16;

/** A line for each of the `most` names that changed most in any column, then what the others sum to. */
export function sideBySide(columns: readonly Column[], most: number): string[] {
  const largest = new Map<string, number>();
  for (const { changes } of columns) {
    for (const [name, change] of changes) {
      largest.set(name, Math.max(largest.get(name) ?? 0, Math.abs(change)));
    }
  }
  const names = [...largest].toSorted((a, b) => b[1] - a[1]).map(([name]) => name);
  const shown = names.slice(0, most);
  const left = names.length - shown.length;
  const line = (title: string, cellOf: (column: Column) => string): string =>
    bloatLine(
      title,
      columns.map((column) => cellOf(column).padStart(titleOf(column).length)),
    );
  return [
    ...shown.map((name) => line(nameLine(name), ({ changes }) => signed(changes.get(name) ?? 0))),
    ...(left === 0 ? [] : [line(`(+${left} more)`, ({ changes }) => signed(restOf(changes, shown)))]),
  ];
}

/** The line above all others. */
export function columnTitles(title: string, columns: readonly Column[]): string {
  return bloatLine(
    title,
    columns.map((column) => titleOf(column)),
  );
}

function titleOf({ title }: Column): string {
  return cutText(nameLine(title), LONGEST_TITLE).padStart(7);
}

function restOf(changes: ReadonlyMap<string, number>, shown: readonly string[]): number {
  const all = [...changes.values()].reduce((sum, change) => sum + change, 0);
  return all - shown.reduce((sum, name) => sum + (changes.get(name) ?? 0), 0);
}
