import { a as compareNames, k as nameAt } from "./shared-symbol-places.js";
import { i as scriptRules, r as letterTest } from "./shared-symbol-letters.js";
import { i as readSizes } from "./shared-diff.js";
// src/size/bloat-o-meter/top-symbols.ts
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
// src/cli/top.ts
/** The same before it is printed. */
function biggestSymbols({ path, mode, limit }) {
	return topSymbols(readSizes(path), {
		mode,
		limit
	});
}
export { biggestSymbols };
