// src/report/tables/bloat-o-meter.ts
const NAME_WIDTH = 40;
const NUMBER_WIDTH = 7;
/** The tables one after another; ends with a line break. */
function renderBloatOMeter(diffs) {
	return diffs.map((diff) => `${tableLines(diff).join("\n")}\n`).join("");
}
function tableLines(diff) {
	const { added, removed, grown, shrunk, up, down, before, after } = diff;
	return [
		`add/remove: ${added}/${removed} grow/shrink: ${grown}/${shrunk} up/down: ${up}/${negative(down)} (${up - down})`,
		bloatLine(diff.title, [
			"old",
			"new",
			"delta"
		]),
		...diff.rows.map(rowLine),
		`Total: Before=${before}, After=${after}, chg ${formatPercent(before, after)}`
	];
}
function rowLine({ name, old, new: current, delta }) {
	return bloatLine(name, [
		`${old ?? "-"}`,
		`${current ?? "-"}`,
		delta > 0 ? `+${delta}` : `${delta}`
	]);
}
/** One row of the table. Python pads by code points; what is too long moves the rest to the right. */
function bloatLine(name, numbers) {
	const cells = [name.padEnd(NAME_WIDTH + surplusUnits(name))];
	for (const text of numbers) cells.push(text.padStart(NUMBER_WIDTH));
	return cells.join(" ");
}
/** How many UTF-16 units a text has more than code points. */
function surplusUnits(text) {
	return ASCII.test(text) ? 0 : text.length - Array.from(text).length;
}
/** What most names are. */
const ASCII = /^[ -~]*$/;
/** 0 stays `0`; a number would print as `0` too, but in JSON and comparisons -0 is not 0. */
function negative(value) {
	return value === 0 ? "0" : `-${value}`;
}
/** Python's `%+.2f%%` of the change in percent; a change too small to show keeps its sign, `-0.00%`. */
function formatPercent(before, after) {
	const percent = before === 0 ? 0 : (after - before) * 100 / before;
	return `${percent < 0 ? "-" : "+"}${twoDecimals(Math.abs(percent))}%`;
}
/** The only fractions of a double that lie exactly between two hundredths, and the even one of these. */
const TIES = /* @__PURE__ */ new Map([
	[.125, ".12"],
	[.375, ".38"],
	[.625, ".62"],
	[.875, ".88"]
]);
/** Both `toFixed` and Python round the exact value; at a tie `toFixed` goes up and Python to the even neighbour. */
function twoDecimals(value) {
	const tie = TIES.get(value % 1);
	return tie === void 0 ? value.toFixed(2) : `${Math.floor(value)}${tie}`;
}
export { renderBloatOMeter as n, bloatLine as t };
