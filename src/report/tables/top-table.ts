import { grouped } from '../../budget/units.ts';
import type { TopSymbols } from '../../size/bloat-o-meter/top-symbols.ts';
import { visibleLine } from '../inert/inert-text.ts';

/** The biggest symbols as text: bytes, share of the total, nm's letter, name. Ends with a line break. */
export function renderTop(top: TopSymbols): string {
  const cells = top.rows.map((row) => [
    grouped(row.size),
    formatShare(row.share),
    row.letter,
    visibleLine(row.name),
  ]);
  const lines = [['bytes', 'share', '', 'symbol'], ...cells];
  const width = lines.reduce((most, [bytes]) => Math.max(most, bytes!.length), 0);
  const table = lines.map(
    ([bytes, share, letter, name]) =>
      `${bytes!.padStart(width)}  ${share!.padStart(6)}  ${letter!.padEnd(1)} ${name}`,
  );
  return `${[...table, '', summary(top)].join('\n')}\n`;
}

function summary({ rows, count, total }: TopSymbols): string {
  const shown = rows.reduce((sum, row) => sum + row.size, 0);
  return (
    `${grouped(rows.length)} of ${grouped(count)} symbols, ${grouped(shown)} of ${grouped(total)} B` +
    (total === 0 ? '' : ` (${formatShare(shown / total)})`)
  );
}

function formatShare(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
