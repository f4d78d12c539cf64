import { a as grouped } from "./shared-units.js";
import { l as visibleLine } from "./shared-inert-text.js";
// src/report/tables/top-table.ts
/** The biggest symbols as text: bytes, share of the total, nm's letter, name. Ends with a line break. */
function renderTop(top) {
	const lines = [[
		"bytes",
		"share",
		"",
		"symbol"
	], ...top.rows.map((row) => [
		grouped(row.size),
		formatShare(row.share),
		row.letter,
		visibleLine(row.name)
	])];
	const width = lines.reduce((most, [bytes]) => Math.max(most, bytes.length), 0);
	return `${[
		...lines.map(([bytes, share, letter, name]) => `${bytes.padStart(width)}  ${share.padStart(6)}  ${letter.padEnd(1)} ${name}`),
		"",
		summary(top)
	].join("\n")}\n`;
}
function summary({ rows, count, total }) {
	const shown = rows.reduce((sum, row) => sum + row.size, 0);
	return `${grouped(rows.length)} of ${grouped(count)} symbols, ${grouped(shown)} of ${grouped(total)} B` + (total === 0 ? "" : ` (${formatShare(shown / total)})`);
}
function formatShare(share) {
	return `${(share * 100).toFixed(1)}%`;
}
export { renderTop as t };
