/** Prints symbol tables byte for byte as `print_result` of scripts/bloat-o-meter does (6.12, L86-100). */
import type { SymbolDiff, SymbolRow } from '../../size/bloat-o-meter/symbol-diff.ts';

const NAME_WIDTH = 40;
const NUMBER_WIDTH = 7;

/** The tables one after another; ends with a line break. */
export function renderBloatOMeter(diffs: readonly SymbolDiff[]): string {
  return diffs.map((diff) => `${tableLines(diff).join('\n')}\n`).join('');
}

function tableLines(diff: SymbolDiff): string[] {
  const { added, removed, grown, shrunk, up, down, before, after } = diff;
  return [
    `add/remove: ${added}/${removed} grow/shrink: ${grown}/${shrunk} up/down: ${up}/${negative(down)} (${up - down})`,
    bloatLine(diff.title, ['old', 'new', 'delta']),
    ...diff.rows.map(rowLine),
    `Total: Before=${before}, After=${after}, chg ${formatPercent(before, after)}`,
  ];
}

function rowLine({ name, old, new: current, delta }: SymbolRow): string {
  return bloatLine(name, [`${old ?? '-'}`, `${current ?? '-'}`, delta > 0 ? `+${delta}` : `${delta}`]);
}

/** One row of the table. Python pads by code points; what is too long moves the rest to the right. */
export function bloatLine(name: string, numbers: readonly string[]): string {
  const cells = [name.padEnd(NAME_WIDTH + surplusUnits(name))];
  for (const text of numbers) cells.push(text.padStart(NUMBER_WIDTH));
  return cells.join(' ');
}

/** How many UTF-16 units a text has more than code points. */
function surplusUnits(text: string): number {
  return ASCII.test(text) ? 0 : text.length - Array.from(text).length;
}

/** What most names are. */
const ASCII = /^[ -~]*$/;

/** 0 stays `0`; a number would print as `0` too, but in JSON and comparisons -0 is not 0. */
function negative(value: number): string {
  return value === 0 ? '0' : `-${value}`;
}

/** Python's `%+.2f%%` of the change in percent; a change too small to show keeps its sign, `-0.00%`. */
function formatPercent(before: number, after: number): string {
  const percent = before === 0 ? 0 : ((after - before) * 100) / before;
  return `${percent < 0 ? '-' : '+'}${twoDecimals(Math.abs(percent))}%`;
}

/** The only fractions of a double that lie exactly between two hundredths, and the even one of these. */
const TIES: ReadonlyMap<number, string> = new Map([
  [0.125, '.12'],
  [0.375, '.38'],
  [0.625, '.62'],
  [0.875, '.88'],
]);

/** Both `toFixed` and Python round the exact value; at a tie `toFixed` goes up and Python to the even neighbour. */
function twoDecimals(value: number): string {
  const tie = TIES.get(value % 1);
  return tie === undefined ? value.toFixed(2) : `${Math.floor(value)}${tie}`;
}
