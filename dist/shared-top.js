import { r as readSizes } from "./shared-diff.js";
import { a as grouped } from "./shared-units.js";
import { f as visibleLine, i as scriptRules, r as letterTest } from "./shared-symbol-letters.js";
import { H as nameAt, y as compareNames } from "./shared-bounded-file.js";
// src/report/top-table.ts
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
// src/size/top-symbols.ts
/** The `limit` biggest symbols, all of them for 0. */
function topSymbols(symbols, { mode, limit }) {
	const { names, sizes, letters } = symbols;
	const isChosen = mode === "all" ? () => true : letterTest(scriptRules("7.2").tables[mode][0].letters);
	const chosen = Array.from(sizes.keys()).filter((i) => isChosen(letters[i]));
	const total = chosen.reduce((sum, i) => sum + sizes[i], 0);
	const rows = chosen.map((i) => ({
		letter: String.fromCharCode(letters[i]),
		name: nameAt(names, i) || "[unnamed symbol]",
		size: sizes[i],
		share: sizes[i] / total
	})).toSorted((a, b) => b.size - a.size || compareNames(a.name, b.name));
	return {
		rows: limit === 0 ? rows : rows.slice(0, limit),
		count: chosen.length,
		total
	};
}
// src/top.ts
/** A table of the biggest symbols of one file. */
function runTop({ path, mode, limit }) {
	return renderTop(topSymbols(readSizes(path), {
		mode,
		limit
	}));
}
export { runTop };
