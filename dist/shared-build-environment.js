import { d as isForVersion, f as readKernelVersion, m as METRIC_NAMES } from "./shared-plan.js";
import { t as UserError } from "./shared-user-error.js";
import { i as formatLimit, n as formatBytes, r as formatChange } from "./shared-units.js";
import { a as openElf, c as diffSymbols, i as readSymbols, n as openElfSource, o as hex, r as symbolSizes, s as renderBloatOMeter, t as _usingCtx } from "./shared-usingCtx.js";
import { a as inertName, i as inertHtmlName, n as codeSpan, o as visibleBlock, r as cutText, s as visibleLine, t as codeBlock } from "./shared-inert-text.js";
import { createHash } from "node:crypto";
import { accessSync, constants, createWriteStream, existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, delimiter, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { mkdir, open, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { finished } from "node:stream/promises";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { getuid } from "node:process";
// src/exit-code.ts
/** Broken limits that can fail a check; a missing comparison always does. */
const FAILING_KINDS = ["over-budget", "over-growth"];
/** 0 within the limits, 1 a limit is broken that `failOn` names, 2 something was not compared. */
function exitCodeOf(report, failOn) {
	const kinds = report.targets.map(({ verdict }) => verdict.kind);
	if (report.verdict === "no-comparison" || kinds.length === 0 || kinds.includes("no-comparison")) return 2;
	const findings = new Set(report.targets.flatMap(({ verdict }) => verdict.findings.map(({ kind }) => kind)));
	return failOn.some((kind) => findings.has(kind)) ? 1 : 0;
}
// src/budget/verdict.ts
/** What follows for one target, worst first. */
const VERDICT_KINDS = [
	"no-comparison",
	"over-budget",
	"over-growth",
	"inherited",
	"near-limit",
	"shrunk",
	"pass"
];
// src/size/delta.ts
/** Head minus base in bytes; undefined where there is no base. */
function metricChange({ base, head }) {
	return base === void 0 ? void 0 : head - base;
}
/** Compares two kernels of one target, or describes head alone. */
function deltaOf(base, head) {
	return {
		metrics: METRIC_NAMES.flatMap((metric) => {
			const bytes = head.metrics[metric];
			return bytes === void 0 ? [] : [{
				metric,
				base: base?.metrics[metric],
				head: bytes
			}];
		}),
		sections: diffSections(base?.sections ?? [], head.sections),
		symbols: base && diffAll(base.symbols, head.symbols)
	};
}
function diffAll(base, head) {
	return diffSymbols(base, head, {
		mode: "all",
		compat: "6.12"
	})[0];
}
function diffSections(base, head) {
	const before = sizesByName(base);
	const after = sizesByName(head);
	return [.../* @__PURE__ */ new Set([...after.keys(), ...before.keys()])].map((name) => ({
		name,
		base: before.get(name) ?? 0,
		head: after.get(name) ?? 0
	}));
}
/** Sections may share a name; their sizes add up. */
function sizesByName(sections) {
	const sizes = /* @__PURE__ */ new Map();
	for (const { name, size } of sections) sizes.set(name, (sizes.get(name) ?? 0) + size);
	return sizes;
}
// src/report/size-columns.ts
const NOTHING = "–";
function sizeCells(target, metric) {
	const delta = target.delta?.metrics.find((one) => one.metric === metric);
	if (delta === void 0) return {
		size: NOTHING,
		change: NOTHING,
		left: NOTHING
	};
	const budget = target.budgets[metric];
	const change = metricChange(delta);
	return {
		size: formatBytes(delta.head) + (budget === void 0 ? "" : ` of ${formatLimit(budget)}`),
		change: change === void 0 ? "new" : formatChange(change),
		left: budget === void 0 ? NOTHING : formatBytes(budget - delta.head)
	};
}
// src/report/headline.ts
/** The one line that is enough to decide: the worst target first, with the limit that it breaks. */
function headlineOf(report, quote) {
	if (report.targets.length === 0) return `nothing was compared${because(report.failure?.reason, quote)}`;
	const [worst] = statements(report, quote);
	return worst === void 0 ? allWithinLimits(report, quote) : worst + others(report);
}
/** What else is to be said, one sentence each, worst target first; the headline's is not repeated. */
function remarksOf(report, quote) {
	return statements(report, quote).slice(1);
}
function statements(report, quote) {
	return report.targets.toSorted((a, b) => rank(a) - rank(b)).flatMap((target) => targetStatements(target, quote));
}
function rank({ verdict }) {
	return VERDICT_KINDS.indexOf(verdict.kind);
}
function targetStatements({ target, verdict }, quote) {
	const findings = verdict.findings.map((finding) => `${quote(target)} ${describeFinding(finding)}`);
	if (verdict.kind !== "no-comparison") return findings;
	return [`no comparison for ${quote(target)}${because(verdict.reason, quote)}`].concat(findings);
}
function because(reason, quote) {
	return reason === void 0 ? "" : `: ${quote(reason)}`;
}
/** `is over its growth limit: ram +3,968 B (limit +1,024 B)`. */
function describeFinding(finding) {
	const { metric, head, limit } = finding;
	const change = finding.base === void 0 ? void 0 : head - finding.base;
	const use = `${metric} ${formatBytes(head)} of ${formatLimit(limit)}`;
	switch (finding.kind) {
		case "over-budget": return `is over its budget: ${use}, ${formatBytes(head - limit)} too much${byThisChange(change)}`;
		case "over-growth": return `is over its growth limit: ${metric} ${formatChange(change ?? head)} (limit ${formatChange(limit)})`;
		case "inherited": return `was over its budget before: ${use}${byThisChange(change)}`;
		case "near-limit": return `is near its budget: ${use}, ${formatBytes(limit - head)} left${byThisChange(change)}`;
	}
}
function byThisChange(change) {
	if (change === void 0) return "";
	return change === 0 ? ", nothing of it by this change" : `, ${formatChange(change)} by this change`;
}
/** How many more targets have the same verdict. */
function others(report) {
	const same = report.targets.filter(({ verdict }) => verdict.kind === report.verdict).length;
	return same > 1 ? `; ${same - 1} more target${same > 2 ? "s" : ""} too` : "";
}
function allWithinLimits({ targets }, quote) {
	const [only] = targets;
	if (targets.length > 1 || only === void 0) return targets.every(isUnchanged) ? `no change in size of ${targets.length} targets` : `${targets.length} targets are within their limits${newAmong(targets)}`;
	if (isUnchanged(only)) return `no change in size of ${quote(only.target)}: ${sizesOf(only)}`;
	const main = (only.delta?.metrics ?? []).filter(({ metric }) => metric === "flash" || metric === "ram");
	const verdict = only.status === "new" ? "is new and within its budgets" : "is within its limits";
	return `${quote(only.target)} ${verdict}: ${main.map(describeMetric).join(", ")}`;
}
/** What is new has no base, so nothing was judged of what this change adds to it. */
function newAmong(targets) {
	const count = targets.filter(({ status }) => status === "new").length;
	return count === 0 ? "" : `, ${count} of them new`;
}
function sizesOf(target) {
	return ["flash", "ram"].map((metric) => `${metric} ${sizeCells(target, metric).size}`).join(", ");
}
function describeMetric(delta) {
	const change = metricChange(delta);
	return `${delta.metric} ${change === void 0 ? formatBytes(delta.head) : formatChange(change)}`;
}
/** Whether a target was compared and no metric, no section and no symbol differs. */
function isUnchanged({ delta }) {
	if (delta?.symbols === void 0) return false;
	return delta.metrics.every((metric) => metricChange(metric) === 0) && delta.sections.every(({ base, head }) => base === head) && delta.symbols.rows.length === 0;
}
// src/report/json.ts
/** The report for other programs, as `schema/report.schema.json` says. Absent values are left out. */
function renderJson(report) {
	return `${JSON.stringify(report, (_, value) => typeof value === "string" ? cutText(value, 65535) : value, 2)}\n`;
}
// src/report/largest-rows.ts
/** Rows that people are shown at most; the JSON report has all. */
const MOST_ROWS = 1e3;
/** In characters; mangled C++ and Rust names are shorter. */
const LONGEST_NAME = 1e3;
/** Keeps the `most` rows of largest |delta|, each name on one line; the summary and the totals stay those of the whole. */
function largestRows(diff, most) {
	const bySize = diff.rows.toSorted((a, b) => Math.abs(b.delta) - Math.abs(a.delta));
	const kept = new Set(bySize.slice(0, most));
	const left = bySize.slice(most);
	const rows = diff.rows.filter((row) => kept.has(row)).map((row) => withPrintableName(row));
	return {
		diff: {
			...diff,
			rows
		},
		omitted: left.length,
		omittedBytes: left.reduce((sum, row) => sum + row.delta, 0)
	};
}
function withPrintableName({ name, old, new: current, delta }) {
	return {
		name: visibleLine(cutText(name, LONGEST_NAME)),
		old,
		new: current,
		delta
	};
}
// node_modules/markdown-table/index.js
/**
* @typedef {Options} MarkdownTableOptions
*   Configuration.
*/
/**
* @typedef Options
*   Configuration.
* @property {boolean | null | undefined} [alignDelimiters=true]
*   Whether to align the delimiters (default: `true`);
*   they are aligned by default:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   Pass `false` to make them staggered:
*
*   ```markdown
*   | Alpha | B |
*   | - | - |
*   | C | Delta |
*   ```
* @property {ReadonlyArray<string | null | undefined> | string | null | undefined} [align]
*   How to align columns (default: `''`);
*   one style for all columns or styles for their respective columns;
*   each style is either `'l'` (left), `'r'` (right), or `'c'` (center);
*   other values are treated as `''`, which doesn’t place the colon in the
*   alignment row but does align left;
*   *only the lowercased first character is used, so `Right` is fine.*
* @property {boolean | null | undefined} [delimiterEnd=true]
*   Whether to end each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are ending delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no ending delimiters:
*
*   ```markdown
*   | Alpha | B
*   | ----- | -----
*   | C     | Delta
*   ```
* @property {boolean | null | undefined} [fillRows=true]
*   Whether to fill rows with empty cells up to the most cells in a row
*   (default: `true`).
*
*   When `true`, all rows have as many cells as the longest row:
*
*   ```markdown
*   | Alpha | B    |   |
*   | ----- | ---- | - |
*   | C     |      |   |
*   | D     | Echo | F |
*   ```
*
*   When `false`, rows keep their cells,
*   and the delimiter row has as many cells as the header row:
*
*   ```markdown
*   | Alpha | B    |
*   | ----- | ---- |
*   | C     |
*   | D     | Echo | F |
*   ```
* @property {boolean | null | undefined} [delimiterStart=true]
*   Whether to begin each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are starting delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no starting delimiters:
*
*   ```markdown
*   Alpha | B     |
*   ----- | ----- |
*   C     | Delta |
*   ```
* @property {boolean | null | undefined} [padding=true]
*   Whether to add a space of padding between delimiters and cells
*   (default: `true`).
*
*   When `true`, there is padding:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there is no padding:
*
*   ```markdown
*   |Alpha|B    |
*   |-----|-----|
*   |C    |Delta|
*   ```
* @property {((value: string) => number) | null | undefined} [stringLength]
*   Function to detect the length of table cell content (optional);
*   this is used when aligning the delimiters (`|`) between table cells;
*   full-width characters and emoji mess up delimiter alignment when viewing
*   the markdown source;
*   to fix this, you can pass this function,
*   which receives the cell content and returns its “visible” size;
*   note that what is and isn’t visible depends on where the text is displayed.
*
*   Without such a function, the following:
*
*   ```js
*   markdownTable([
*     ['Alpha', 'Bravo'],
*     ['中文', 'Charlie'],
*     ['👩‍❤️‍👩', 'Delta']
*   ])
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo |
*   | - | - |
*   | 中文 | Charlie |
*   | 👩‍❤️‍👩 | Delta |
*   ```
*
*   With [`string-width`](https://github.com/sindresorhus/string-width):
*
*   ```js
*   import stringWidth from 'string-width'
*
*   markdownTable(
*     [
*       ['Alpha', 'Bravo'],
*       ['中文', 'Charlie'],
*       ['👩‍❤️‍👩', 'Delta']
*     ],
*     {stringLength: stringWidth}
*   )
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo   |
*   | ----- | ------- |
*   | 中文  | Charlie |
*   | 👩‍❤️‍👩    | Delta   |
*   ```
*/
/**
* Get the length of a cell.
*
* @param {string} value
*   Cell value.
* @returns {number}
*   Cell size.
*/
function defaultStringLength(value) {
	return value.length;
}
/**
* Generate a markdown
* ([GFM](https://docs.github.com/en/github/writing-on-github/working-with-advanced-formatting/organizing-information-with-tables))
* table.
*
* @param {ReadonlyArray<ReadonlyArray<string | null | undefined>>} table
*   Table data (matrix of strings).
* @param {Readonly<Options> | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Result.
*/
function markdownTable(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	/** @type {Array<number>} Character codes as symbols for alignment per column. */
	const alignments = [];
	/** @type {Array<Array<string>>} Cells per row. */
	const cellMatrix = [];
	/** @type {Array<Array<number>>} Sizes of each cell per row. */
	const sizeMatrix = [];
	/** @type {Array<number>} */
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		/** @type {Array<string>} */
		const row = [];
		/** @type {Array<number>} */
		const sizes = [];
		let columnIndex = -1;
		if (table[rowIndex].length > mostCellsPerRow) mostCellsPerRow = table[rowIndex].length;
		while (++columnIndex < table[rowIndex].length) {
			const cell = serialize(table[rowIndex][columnIndex]);
			if (settings.alignDelimiters !== false) {
				const size = stringLength(cell);
				sizes[columnIndex] = size;
				if (longestCellByColumn[columnIndex] === void 0 || size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			}
			row.push(cell);
		}
		cellMatrix[rowIndex] = row;
		sizeMatrix[rowIndex] = sizes;
	}
	let columnIndex = -1;
	if (typeof align === "object" && "length" in align) while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = toAlignment(align[columnIndex]);
	else {
		const code = toAlignment(align);
		while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = code;
	}
	columnIndex = -1;
	/** @type {Array<string>} */
	const row = [];
	/** @type {Array<number>} */
	const sizes = [];
	while (++columnIndex < mostCellsPerRow) {
		const code = alignments[columnIndex];
		let before = "";
		let after = "";
		if (code === 99) {
			before = ":";
			after = ":";
		} else if (code === 108) before = ":";
		else if (code === 114) after = ":";
		let size = settings.alignDelimiters === false ? 1 : Math.max(1, longestCellByColumn[columnIndex] - before.length - after.length);
		const cell = before + "-".repeat(size) + after;
		if (settings.alignDelimiters !== false) {
			size = before.length + size + after.length;
			if (size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			sizes[columnIndex] = size;
		}
		row[columnIndex] = cell;
	}
	cellMatrix.splice(1, 0, row);
	sizeMatrix.splice(1, 0, sizes);
	rowIndex = -1;
	/** @type {Array<string>} */
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		const cellsInRow = settings.fillRows === false ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length) : mostCellsPerRow;
		columnIndex = -1;
		/** @type {Array<string>} */
		const line = [];
		while (++columnIndex < cellsInRow) {
			const cell = row[columnIndex] || "";
			let before = "";
			let after = "";
			if (settings.alignDelimiters !== false) {
				const size = longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0);
				const code = alignments[columnIndex];
				if (code === 114) before = " ".repeat(size);
				else if (code === 99) {
					const half = size / 2;
					if (size % 2) {
						before = " ".repeat(half + .5);
						after = " ".repeat(half - .5);
					} else {
						before = " ".repeat(half);
						after = before;
					}
				} else after = " ".repeat(size);
			}
			if (settings.delimiterStart !== false && !columnIndex) line.push("|");
			if (settings.padding !== false && !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) line.push(" ");
			if (settings.alignDelimiters !== false) line.push(before);
			line.push(cell);
			if (settings.alignDelimiters !== false) line.push(after);
			if (settings.padding !== false) line.push(" ");
			if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) line.push("|");
		}
		lines.push(settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join(""));
	}
	return lines.join("\n");
}
/**
* Serialize a cell value.
*
* @param {string | null | undefined} [value]
*   Value to serialize.
* @returns {string}
*   Result.
*/
function serialize(value) {
	return value === null || value === void 0 ? "" : String(value);
}
/**
* Get the alignment character code from a value.
*
* @param {string | null | undefined} value
*   Value.
* @returns {number}
*   Alignment.
*/
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}
// src/report/markdown-blocks.ts
/** A table with its first `words` columns to the left and numbers to the right; cells are inert markdown. */
function table(rows, { words } = { words: 1 }) {
	const align = (rows[0] ?? []).map((_, column) => column < words ? "l" : "r");
	return markdownTable(rows.map((row) => [...row]), { align });
}
/** A section that readers unfold; `title` is inert HTML, `body` inert markdown. */
function fold(title, body, state) {
	return `<details${state === "open" ? " open" : ""}><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
function list(items) {
	return items.length === 0 ? [] : [items.map((item) => `- ${item}`).join("\n")];
}
// src/report/markdown-details.ts
/** Characters of one line of a build log: a compiler's command line must not take the room of all else. */
const LONGEST_LOG_LINE = 500;
/** The parts below the summary table for one target, each a folded section; none for what has nothing to say. */
function targetDetails(target, rows) {
	return [...failureDetails(`${inertHtmlName(target.target)}: why it was not compared`, target.details), ...target.delta === void 0 ? [] : [...whatChanged(target, target.delta, rows), whereTheBytesAre(target, target.delta, rows)]];
}
/** The lines that help to mend a failure, none where there are none; `title` is inert HTML. */
function failureDetails(title, details) {
	if (details.length === 0) return [];
	const lines = details.flatMap((text) => text.split("\n")).map((line) => cutText(line, LONGEST_LOG_LINE));
	return [fold(title, codeBlock(lines.join("\n")), "open")];
}
function whatChanged(target, delta, rows) {
	if (delta.symbols === void 0 || delta.symbols.rows.length === 0) return [];
	const { diff, omitted, omittedBytes } = largestRows(delta.symbols, rows);
	const symbols = renderBloatOMeter([diff]);
	const more = omitted === 0 ? "" : `\n\nNot shown: ${omitted} smaller, ${formatChange(omittedBytes)} in all.`;
	const name = inertHtmlName(target.target);
	return [fold(`${name}: what changed`, codeBlock(symbols) + more, "open"), fold(`${name}: paste into the commit message`, codeBlock(commitMessage(target, delta, symbols)), "closed")];
}
/** Plain text of at most 75 columns but for the table, which must not be wrapped. */
function commitMessage(target, delta, symbols) {
	const version = target.provenance === void 0 ? "" : ` (${target.provenance.kernelVersion})`;
	const sizes = delta.metrics.filter(({ metric }) => metric === "flash" || metric === "ram").map((metric) => `${metric.metric} ${formatChange(metricChange(metric) ?? 0)}`);
	return `${target.target}${version}: ${sizes.join(", ")}\n\n${symbols}`;
}
function whereTheBytesAre(target, delta, rows) {
	return fold(`${inertHtmlName(target.target)}: where the bytes are`, [metricTable(target, delta), sectionTable(delta, rows)].join("\n\n"), "closed");
}
/** Metrics that changed or have a limit; the others say nothing that anybody could act on. */
function metricTable(target, delta) {
	const { budgets, growth } = target;
	const shown = delta.metrics.filter((one) => metricChange(one) !== 0 || (budgets[one.metric] ?? growth[one.metric]) !== void 0);
	if (shown.length === 0) return "No metric changed.";
	return table([[
		"metric",
		"base",
		"head",
		"Δ",
		"budget",
		"growth limit"
	], ...shown.map((metric) => metricRow(target, metric))]);
}
function metricRow({ budgets, growth }, delta) {
	const { metric, base, head } = delta;
	const change = metricChange(delta);
	const [budget, limit] = [budgets[metric], growth[metric]];
	return [
		metric,
		base === void 0 ? "–" : formatBytes(base),
		formatBytes(head),
		change === void 0 ? "new" : formatChange(change),
		budget === void 0 ? "–" : formatLimit(budget),
		limit === void 0 ? "–" : formatChange(limit)
	];
}
function sectionTable({ sections }, rows) {
	const changed = sections.filter(({ base, head }) => base !== head);
	if (changed.length === 0) return "No section changed its size.";
	const bySize = changed.toSorted((a, b) => Math.abs(b.head - b.base) - Math.abs(a.head - a.base));
	const kept = new Set(bySize.slice(0, rows));
	const cells = changed.filter((section) => kept.has(section)).map(({ name, base, head }) => [
		codeSpan(name, "table"),
		formatBytes(base),
		formatBytes(head),
		formatChange(head - base)
	]);
	const more = bySize.length > rows ? `\n\nNot shown: ${bySize.length - rows} smaller.` : "";
	return table([[
		"section",
		"base",
		"head",
		"Δ"
	], ...cells]) + more;
}
// src/report/provenance-line.ts
/** The tools that the targets were built with, each once: `gcc (Debian 12.2.0-14) 12.2.0, GNU ld … 2.40`. */
function toolsOf(report) {
	const tools = report.targets.flatMap(({ provenance }) => provenance ? [`${provenance.compiler}, ${provenance.linker}`] : []);
	return [...new Set(tools)];
}
/** The command that measures the same on another machine; undefined where the commits are not known. */
function reproduceCommand({ base, head, targets }) {
	if (base === void 0 || head === void 0) return void 0;
	return [
		"npx kernel-size-budget check",
		...targets.map(({ target }) => `--target ${target}`),
		`--base ${base.hash}`,
		`--head ${head.hash}`
	].join(" ");
}
// src/report/verdict-words.ts
/** How verdicts are shown to people: in words, and with a sign before them where there is room for pictures. */
const VERDICT_WORDS = {
	"no-comparison": {
		sign: "⛔",
		words: "no comparison"
	},
	"over-budget": {
		sign: "❌",
		words: "over budget"
	},
	"over-growth": {
		sign: "❌",
		words: "over growth"
	},
	inherited: {
		sign: "⚠️",
		words: "over budget before"
	},
	"near-limit": {
		sign: "⚠️",
		words: "near limit"
	},
	shrunk: {
		sign: "✅",
		words: "shrunk"
	},
	pass: {
		sign: "✅",
		words: "pass"
	}
};
/** What follows the verdict's words, or the target's name, where only one side has the target: ` (new)`. */
function statusOf({ status }) {
	return status === "kept" ? "" : ` (${status})`;
}
// src/report/markdown.ts
/**
* The report as GitHub Flavored Markdown, for a comment and for the job summary. `rows` bounds each table of symbols
* and sections; 0 leaves out all that is folded. A change of zero bytes is one line and the footer.
*/
function renderMarkdown(report, { rows }) {
	return joinBlocks([
		headline(report),
		...summary(report),
		...list(remarksOf(report, inertName)),
		...rows === 0 ? tablesLeftOut(report) : details(report, rows),
		...list(report.notes.map((note) => `Note: ${codeSpan(note, "paragraph")}`)),
		...footer$1(report)
	]);
}
/** The least that says what was found, for a place that takes no more. */
function renderHeadline(report) {
	return joinBlocks([headline(report), "The rest is too long to be shown here; the JSON report has it."]);
}
function joinBlocks(blocks) {
	return `${blocks.join("\n\n")}\n`;
}
function headline(report) {
	return `### ${VERDICT_WORDS[report.verdict].sign} Kernel size: ${headlineOf(report, inertName)}`;
}
/** None where the headline says it all. */
function summary(report) {
	if (report.verdict === "pass" && report.targets.every(isUnchanged) || report.targets.length === 0) return [];
	return [table([[
		"target",
		"verdict",
		"flash",
		"Δ",
		"left",
		"ram",
		"Δ",
		"left"
	], ...report.targets.map(summaryRow)], { words: 2 })];
}
function summaryRow(target) {
	const { sign, words } = VERDICT_WORDS[target.verdict.kind];
	const cells = ["flash", "ram"].flatMap((metric) => {
		const { size, change, left } = sizeCells(target, metric);
		return [
			size,
			target.verdict.findings.some((finding) => finding.metric === metric && finding.kind.startsWith("over-")) ? `**${change}**` : change,
			left
		];
	});
	return [
		codeSpan(target.target, "table"),
		`${sign} ${words}${statusOf(target)}`,
		...cells
	];
}
function details(report, rows) {
	return [...failureDetails("Why nothing was compared", report.failure?.details ?? []), ...report.targets.filter((target) => !isUnchanged(target)).flatMap((target) => targetDetails(target, rows))];
}
function tablesLeftOut(report) {
	return details(report, 1).length > 0 ? ["The details are too long to be shown here; the JSON report has them."] : [];
}
function footer$1(report) {
	const { base, head } = report;
	const command = reproduceCommand(report);
	const parts = [
		...base === void 0 ? [] : [`Base ${base.hash.slice(0, 12)} (${codeSpan(base.origin, "paragraph")})`],
		...head === void 0 ? [] : [`head ${head.hash.slice(0, 12)} (${codeSpan(head.origin, "paragraph")})`],
		...toolsOf(report).map((tools) => codeSpan(tools, "paragraph")),
		...command === void 0 ? [] : [`reproduce: ${codeSpan(command, "paragraph")}`]
	];
	return parts.length === 0 ? [] : [parts.join(" · ")];
}
// src/report/text.ts
const RED = 31;
const GREEN = 32;
const YELLOW = 33;
/** The report for a terminal or a log: headline, one row a target, what changed, where it comes from. */
function renderText(report, style) {
	return `${[
		paint(`Kernel size: ${headlineOf(report, visibleLine)}`, report.verdict, style),
		report.targets.length === 0 ? "" : summaryTable(report),
		remarksOf(report, visibleLine).join("\n"),
		indent(report.failure?.details ?? []),
		...report.targets.map((target) => targetBlock(target, style)),
		[...report.notes.map((note) => `note: ${visibleLine(note)}`), footer(report)].join("\n").trim()
	].filter((block) => block !== "").join("\n\n")}\n`;
}
function summaryTable(report) {
	return alignColumns([[
		"target",
		"verdict",
		"flash",
		"change",
		"left",
		"ram",
		"change",
		"left"
	], ...report.targets.map((target) => row(target))]);
}
function row(target) {
	const [flash, ram] = [sizeCells(target, "flash"), sizeCells(target, "ram")];
	const verdict = VERDICT_WORDS[target.verdict.kind].words + statusOf(target);
	const sizes = [
		flash.size,
		flash.change,
		flash.left,
		ram.size,
		ram.change,
		ram.left
	];
	return [
		visibleLine(target.target),
		verdict,
		...sizes
	];
}
function targetBlock(target, style) {
	const name = visibleLine(target.target);
	if (target.details.length > 0) return `${name}:\n${indent(target.details)}`;
	if (isUnchanged(target)) return `${name}: no symbol changed`;
	return symbolTable(name, target.delta?.symbols, style);
}
function indent(texts) {
	return texts.flatMap((text) => visibleBlock(text).split("\n")).map((line) => `  ${line}`).join("\n");
}
function symbolTable(name, symbols, style) {
	if (symbols === void 0) return "";
	const { diff, omitted, omittedBytes } = largestRows(symbols, style.rows);
	const more = omitted === 0 ? [] : [`(not shown: ${omitted} smaller, ${formatChange(omittedBytes)} in all)`];
	return [
		`${name}:`,
		visibleBlock(renderBloatOMeter([diff])).trimEnd(),
		...more
	].join("\n");
}
function footer(report) {
	const { base, head } = report;
	return [
		...base === void 0 ? [] : [`base ${base.hash} (${visibleLine(base.origin)})`],
		...head === void 0 ? [] : [`head ${head.hash} (${visibleLine(head.origin)})`],
		...toolsOf(report).map((tools) => visibleLine(`built with ${tools}`))
	].join("\n");
}
function alignColumns(rows) {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
	const pad = (cell, column) => column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
	return rows.map((cells) => cells.map((cell, column) => pad(cell, column)).join("  ").trimEnd()).join("\n");
}
function paint(text, verdict, style) {
	if (style.decoration === "plain") return text;
	const sign = VERDICT_WORDS[verdict].sign;
	return `\u001B[1;${sign === "✅" ? GREEN : sign === "⚠️" ? YELLOW : RED}m${text}\u001B[0m`;
}
// src/cache/workspace.ts
function workspaceIn(folder) {
	return {
		folder,
		source: join(folder, "source"),
		builds: join(folder, "build"),
		logs: join(folder, "logs")
	};
}
/**
* A repository's folder under the user's cache folder ($XDG_CACHE_HOME, else ~/.cache), the same in every run. Relative
* paths are ignored (https://specifications.freedesktop.org/basedir-spec/latest/): builds would lie in the tree that
* they are of. Throws a UserError where kbuild could not build in the cache folder.
*/
function userWorkspace(repository, env) {
	const cache = env["XDG_CACHE_HOME"] ?? "";
	const root = isAbsolute(cache) ? cache : join(homeFolder(env), ".cache");
	if (/[\s:]/.test(root)) throw new UserError(`the path of the cache folder ${root} has a space or a colon, where kbuild does not build; set XDG_CACHE_HOME to another folder`);
	const name = basename(repository).replaceAll(/[^\w.-]/g, "_");
	const digest = createHash("sha256").update(repository).digest("hex").slice(0, 12);
	return workspaceIn(join(root, "kernel-size-budget", `${name}-${digest}`));
}
/** $HOME, else what the system knows: `homedir()` would return an empty or relative $HOME. */
function homeFolder(env) {
	const home = env["HOME"] ?? "";
	return isAbsolute(home) ? home : userInfo().homedir;
}
/**
* Takes the workspace for this process until disposed. Throws a UserError while another process has it, and where
* nothing can be written; the lock of a process that is gone is taken over.
*/
async function lockWorkspace({ folder }) {
	const path = join(folder, "lock");
	try {
		await mkdir(folder, { recursive: true });
		await takeLock(path);
	} catch (cause) {
		if (cause instanceof UserError) throw cause;
		throw new UserError(`builds cannot be kept in ${folder} (${cause.message}); set XDG_CACHE_HOME to a folder that can be written`, { cause });
	}
	return { [Symbol.asyncDispose]: () => rm(path, { force: true }) };
}
/** A lock holds the process and when it started, since numbers of processes come again. */
async function takeLock(path) {
	const own = `${process.pid} ${await startOf(process.pid) ?? ""}`;
	if (await writeNew(path, own)) return;
	const [pid = "", start = ""] = (await readFile(path, "utf8").catch(() => "")).split(" ");
	if (await isHolder(Number(pid), start)) throw new UserError(`another check (process ${pid}) works in ${dirname(path)}; wait until it has finished and run this again, or remove ${path} if that process is no check`);
	await writeFile(path, own);
}
async function writeNew(path, text) {
	try {
		await writeFile(path, text, { flag: "wx" });
		return true;
	} catch (error) {
		if (error.code === "EEXIST") return false;
		throw error;
	}
}
async function isHolder(pid, start) {
	if (!isRunning(pid)) return false;
	const found = await startOf(pid);
	return start === "" || found === void 0 || found === start;
}
/** In ticks since the machine was started; undefined without /proc, and for a process that is gone. */
async function startOf(pid) {
	const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => void 0);
	return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
}
function isRunning(pid) {
	if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === "EPERM";
	}
}
// src/size/kernel-config.ts
const ASSIGNMENT = /^CONFIG_(\w+)=(.*)$/;
const NOT_SET = /^# CONFIG_(\w+) is not set$/;
/** Reads the format of `.config` as scripts/kconfig/confdata.c does: the last assignment of an option wins. */
function parseKernelConfig(text) {
	const options = /* @__PURE__ */ new Map();
	for (const line of text.split("\n")) {
		const assignment = ASSIGNMENT.exec(line.trimEnd());
		const name = assignment?.[1] ?? NOT_SET.exec(line.trimEnd())?.[1];
		if (name !== void 0) options.set(name, assignment?.[2] ?? "n");
	}
	return options;
}
/** Lines that are neither blank, a comment nor an assignment; Kconfig skips them with a warning that nobody sees. */
function unexpectedLines(text) {
	return text.split("\n").map((line, index) => ({
		number: index + 1,
		text: line.trimEnd()
	})).filter((line) => line.text !== "" && !line.text.startsWith("#") && !ASSIGNMENT.test(line.text));
}
/** The value of an option; one that is absent is `n`, as in Kconfig. */
function optionValue(config, name) {
	return config.get(name) ?? "n";
}
// src/kernel/tool-names.ts
/** As the kernel's Makefile names its tools: CROSS_COMPILE and LLVM=/folder/ are prefixes, LLVM=-19 is a suffix. */
function toolName(target, { gnu, llvm }) {
	return target.llvm === void 0 ? `${target.crossCompile}${gnu}` : llvmName(target.llvm, llvm);
}
/** HOSTCC of the kernel's Makefile: what compiles the programs that run during a build. */
function hostCompiler({ llvm }) {
	return llvm === void 0 ? "gcc" : llvmName(llvm, "clang");
}
/** A tool under the name that LLVM= gives it. */
function llvmName(llvm, tool) {
	if (llvm.endsWith("/")) return `${llvm}${tool}`;
	return llvm.startsWith("-") ? `${tool}${llvm}` : tool;
}
// src/kernel/build-tools.ts
const ALWAYS = [
	command("make", "make"),
	command("ld", "binutils"),
	header("stdio.h", "libc6-dev"),
	command("flex", "flex"),
	command("bison", "bison"),
	command("bc", "bc"),
	command("perl", "perl")
];
const LIBELF = header("libelf.h", "libelf-dev");
const OPENSSL = header("openssl/opensslv.h", "libssl-dev");
const GZIP = command("gzip", "gzip");
const XZ = command("xz", "xz-utils");
/** What `cmd_*` of scripts/Makefile.lib run, by the end of the names of the options that choose them. */
const COMPRESSORS = [
	["GZIP", GZIP],
	["BZIP2", command("bzip2", "bzip2")],
	["LZMA", command("lzma", "xz-utils")],
	["XZ", XZ],
	["LZO", command("lzop", "lzop")],
	["LZ4", command("lz4", "lz4")],
	["ZSTD", command("zstd", "zstd")]
];
/** Options that call for a tool (init/Kconfig, usr/Makefile, kernel/Makefile, tools/objtool, certs/Makefile). */
const BY_OPTION = [
	...COMPRESSORS.map(([format, tool]) => [`KERNEL_${format}`, tool]),
	...COMPRESSORS.map(([format, tool]) => [`INITRAMFS_COMPRESSION_${format}`, tool]),
	["IKCONFIG", GZIP],
	["IKHEADERS", command("cpio", "cpio")],
	["IKHEADERS", XZ],
	["OBJTOOL", LIBELF],
	["STACK_VALIDATION", LIBELF],
	["DEBUG_INFO_BTF", command("pahole", "pahole")],
	["MODULE_SIG", OPENSSL],
	["SYSTEM_TRUSTED_KEYRING", OPENSSL]
];
/** What can be told from the target alone, before anything is configured. */
function targetTools(target) {
	const { kind } = target.base;
	const isTiny = kind === "tinyconfig" || kind === "allnoconfig";
	const compressed = /^(zImage|bzImage)$/.test(target.image);
	return onHost(target, [
		...compilerTools(target),
		...ALWAYS,
		...kind === "tinyconfig" && compressed ? [XZ] : [],
		...target.arch.startsWith("x86") && !isTiny ? [LIBELF, OPENSSL] : []
	]);
}
/** What the resolved configuration calls for beside that. */
function configuredTools(target, config) {
	const called = BY_OPTION.filter(([option]) => optionValue(config, option) === "y").map(([, tool]) => tool);
	return [...targetTools(target), ...onHost(target, called)];
}
const LLVM_TOOLS = [
	["clang", "clang"],
	["ld.lld", "lld"],
	["llvm-objcopy", "llvm"]
];
/** The target's compiler and linker, and the host's compiler, which for LLVM is the same. */
function compilerTools(target) {
	const { llvm, crossCompile } = target;
	if (llvm !== void 0) {
		const suffix = llvm.startsWith("-") ? llvm : "";
		return LLVM_TOOLS.map(([tool, packaged]) => command(llvmName(llvm, tool), llvm.endsWith("/") ? void 0 : `${packaged}${suffix}`));
	}
	const host = command("gcc", "gcc");
	if (crossCompile === "") return [host];
	const packaged = crossCompile.includes("/") ? void 0 : `gcc-${crossCompile.replace(/-$/, "").replaceAll("_", "-")}`;
	return [
		host,
		command(`${crossCompile}gcc`, packaged),
		command(`${crossCompile}ld`, packaged)
	];
}
function onHost(target, tools) {
	const compiler = hostCompiler(target);
	return tools.map((tool) => tool.kind === "command" ? tool : {
		...tool,
		compiler
	});
}
function command(name, packageName) {
	return {
		kind: "command",
		name,
		package: packageName
	};
}
function header(name, packageName) {
	return {
		kind: "header",
		name,
		package: packageName
	};
}
// src/size/kernel-image.ts
/** The symbols of the kernel's linker scripts that sizes are taken between. */
const BOUNDARY_SYMBOLS = /* @__PURE__ */ new Set([
	"_xiprom",
	"_edata_loc",
	"_sdata",
	"_stext",
	"_text",
	"_end",
	"__init_begin",
	"__init_end"
]);
/** Distance in bytes from `start` to `end`; undefined where the kernel lacks one of the two. */
function distance(kernel, start, end) {
	const from = kernel.boundaries.get(start);
	const to = kernel.boundaries.get(end);
	return from === void 0 || to === void 0 ? void 0 : Number(to - from);
}
// src/size/flash-use.ts
/** Bytes from the start of the flash part to the end of the image, or of the device tree if that lies behind. */
function flashUse(kernel, layout) {
	const { storedImage, flashAddress } = layout;
	const dtbSize = kernel.dtbSize ?? 0;
	if (flashAddress === void 0) return storedImage + dtbSize;
	const image = {
		start: flashAddress,
		end: flashAddress + storedImage
	};
	const dtbStart = (dtbSize === 0 ? void 0 : kernel.placement.dtb) ?? image.end;
	const dtb = {
		start: dtbStart,
		end: dtbStart + dtbSize
	};
	checkApart(image, dtb);
	const start = kernel.placement.flashBase ?? Math.min(image.start, dtb.start);
	if (start > Math.min(image.start, dtb.start)) throw outsideFlash(start, {
		image,
		dtb
	});
	return Math.max(image.end, dtb.end) - start;
}
function checkApart(image, dtb) {
	if (dtb.start >= image.end || dtb.end <= image.start) return;
	throw new UserError(`the device tree (${dtb.end - dtb.start} bytes at ${hex(dtb.start)}) runs into the image (${hex(image.start)} to ${hex(image.end)}): move memory.dtb or CONFIG_XIP_PHYS_ADDR`);
}
function outsideFlash(start, { image, dtb }) {
	return image.start < start ? new UserError(`the image is linked to ${hex(image.start)}, before the flash at ${hex(start)}; check CONFIG_XIP_PHYS_ADDR and memory.flash.base`) : new UserError(`memory.dtb is ${hex(dtb.start)}, before the flash at ${hex(start)}; check memory.dtb and memory.flash.base`);
}
// src/size/load-span.ts
const PT_LOAD = 1;
/**
* Bytes from the lowest to the highest physical address that PT_LOAD segments fill: with `fileSize` the size of
* `objcopy -O binary`, with `memorySize` also what is only cleared.
*/
function loadSpan(elf, extent) {
	const loaded = elf.segments.filter((segment) => segment.type === PT_LOAD && segment[extent] > 0);
	if (loaded.length === 0) return 0;
	let start = loaded[0].physicalAddress;
	let end = start;
	for (const segment of loaded) {
		const last = segment.physicalAddress + BigInt(segment[extent]);
		if (segment.physicalAddress < start) start = segment.physicalAddress;
		if (last > end) end = last;
	}
	return Number(end - start);
}
// src/size/layout.ts
const EM_386 = 3;
const EM_ARM = 40;
const EM_X86_64 = 62;
/** Reads flash and RAM off the linked kernel by the rules of its kind; never from section flags or nm's letters. */
function layoutOf(kernel) {
	if (kernel.boundaries.has("_xiprom")) return xipLayout(kernel);
	if (kernel.elf.machine === EM_ARM) return armLayout(kernel);
	if (kernel.elf.machine === EM_386 || kernel.elf.machine === EM_X86_64) return x86Layout(kernel);
	return segmentLayout(kernel);
}
/** arch/arm/kernel/vmlinux-xip.lds.S: text stays in flash, `_sdata` to `_end` is reserved (asm/memory.h KERNEL_START). */
function xipLayout(kernel) {
	const linked = required(kernel, "_xiprom", "_edata_loc");
	const ram = required(kernel, "_sdata", "_end");
	if (!(kernel.config.get("XIP_DEFLATED_DATA") === "y") && linked !== kernel.imageSize) throw new UserError(`xipImage is ${kernel.imageSize} bytes but vmlinux spans ${linked} (_xiprom to _edata_loc): they come from different builds; remove the build folder and build again`);
	const flashAddress = Number(kernel.config.get("XIP_PHYS_ADDR") ?? kernel.boundaries.get("_xiprom"));
	return {
		kind: "xip",
		storedImage: kernel.imageSize,
		ram,
		ramAfterInit: ram - initSize(kernel),
		flashAddress
	};
}
/**
* arch/arm/kernel/vmlinux.lds.S. Without an MMU `_stext` to `_end` is reserved (mm/init.c, asm/memory.h KERNEL_START);
* with one, the page tables below the kernel and all from PAGE_OFFSET on are too (mm/mmu.c arm_mm_memblock_reserve).
*/
function armLayout(kernel) {
	const pageOffset = kernel.config.get("MMU") === "y" ? kernel.config.get("PAGE_OFFSET") : void 0;
	const end = kernel.boundaries.get("_end");
	const ram = pageOffset !== void 0 && end !== void 0 ? Number(end - BigInt(pageOffset)) : required(kernel, "_stext", "_end");
	return stored(kernel, {
		kind: "arm",
		ram,
		ramAfterInit: ram - initSize(kernel)
	});
}
/**
* Booting needs `init_size` (Documentation/arch/x86/boot.rst, offset 0x260): the kernel, or the room to inflate it.
* Once it runs, `_text` to `_end` without the init pages stays.
*/
function x86Layout(kernel) {
	const linked = required(kernel, "_text", "_end");
	return stored(kernel, {
		kind: "x86",
		ram: kernel.initSize ?? linked,
		ramAfterInit: linked - initSize(kernel)
	});
}
/** Any other architecture: what the loader places in memory. */
function segmentLayout(kernel) {
	const ram = loadSpan(kernel.elf, "memorySize");
	return stored(kernel, {
		kind: "segments",
		ram,
		ramAfterInit: ram - initSize(kernel)
	});
}
function stored(kernel, layout) {
	return {
		...layout,
		storedImage: kernel.imageSize,
		flashAddress: void 0
	};
}
/** Freed by free_initmem (arch/*\/mm/init.c). */
function initSize(kernel) {
	return distance(kernel, "__init_begin", "__init_end") ?? 0;
}
function required(kernel, start, end) {
	const bytes = distance(kernel, start, end);
	if (bytes !== void 0) return bytes;
	throw new UserError(`${kernel.elf.name}: no symbols ${start} and ${end}; a linked, unstripped vmlinux has both`);
}
// src/size/metrics.ts
/** All metrics of one kernel in bytes; README.md, "How the numbers are defined". */
function metricsOf(kernel, sections) {
	const layout = layoutOf(kernel);
	const { ram, ramAfterInit } = layout;
	if (!isSize(ram) || !isSize(ramAfterInit)) throw new UserError(`${kernel.elf.name}: by its symbols it takes ${ram} bytes of RAM and ${ramAfterInit} after init; it is damaged`);
	return {
		flash: flashUse(kernel, layout),
		ram,
		"ram-after-init": ramAfterInit,
		image: kernel.imageSize,
		...kernel.dtbSize === void 0 ? {} : { dtb: kernel.dtbSize },
		text: sumOf(sections, "text"),
		rodata: sumOf(sections, "rodata"),
		data: sumOf(sections, "data"),
		bss: sumOf(sections, "bss"),
		init: sumOf(sections, "init")
	};
}
function isSize(bytes) {
	return Number.isSafeInteger(bytes) && bytes >= 0;
}
function sumOf(sections, kind) {
	return sections.reduce((sum, section) => section.kind === kind ? sum + section.size : sum, 0);
}
// src/size/section-kind.ts
const SHT_NOBITS = 8;
const SHF_WRITE = 1;
const SHF_ALLOC = 2;
const SHF_EXECINSTR = 4;
/**
* Read-only by the kernel's intent though the linker may flag them writable: RO_DATA of
* include/asm-generic/vmlinux.lds.h merges `__ro_after_init` into `.rodata`.
*/
const READ_ONLY_NAME = /^(\.rodata|\.notes|__ksymtab|__param|__modver|__ex_table|\.ARM\.unwind)/;
const INIT_NAME = /^\.(init|exit)(\.|$)/;
/** The sections that occupy memory, in file order. */
function allocatedSections(kernel) {
	return kernel.elf.sections.filter((section) => (section.flags & SHF_ALLOC) !== 0 && section.size > 0).map((section) => ({
		name: section.name,
		size: section.size,
		kind: kindOf(kernel, section)
	}));
}
function kindOf(kernel, section) {
	if (INIT_NAME.test(section.name) || isBetweenInitMarks(kernel, section)) return "init";
	if (section.type === SHT_NOBITS) return "bss";
	if ((section.flags & SHF_EXECINSTR) !== 0) return "text";
	return READ_ONLY_NAME.test(section.name) || (section.flags & SHF_WRITE) === 0 ? "rodata" : "data";
}
function isBetweenInitMarks(kernel, section) {
	const begin = kernel.boundaries.get("__init_begin");
	const end = kernel.boundaries.get("__init_end");
	if (begin === void 0 || end === void 0) return false;
	return section.address >= begin && section.address < end;
}
// src/kernel/boot-header.ts
const MAGIC_OFFSET = 514;
const MAGIC = 1400005704;
const INIT_SIZE_OFFSET = 608;
/** `init_size` of a bzImage in bytes (Documentation/arch/x86/boot.rst, "The Real-Mode Kernel Header"). */
async function readInitSize(path) {
	const file = await open(path);
	try {
		const header = /* @__PURE__ */ new Uint8Array(612);
		const { bytesRead } = await file.read(header, 0, header.length, 0);
		const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
		if (bytesRead < header.length || view.getUint32(MAGIC_OFFSET, true) !== MAGIC) throw new UserError(`${path} is not a bzImage: no "HdrS" at offset 0x202; check "image" of the target`);
		return view.getUint32(INIT_SIZE_OFFSET, true);
	} finally {
		await file.close();
	}
}
// src/kernel/kernel-build.ts
/** Arguments that every make of this build takes; LOCALVERSION is set and empty (scripts/setlocalversion adds "+"). */
function makeArguments(build) {
	const { target } = build;
	return [
		"-C",
		build.source,
		`O=${build.output}`,
		`ARCH=${target.arch}`,
		...target.crossCompile === "" ? [] : [`CROSS_COMPILE=${target.crossCompile}`],
		...target.llvm === void 0 ? [] : [`LLVM=${target.llvm}`],
		"LOCALVERSION=",
		...Object.entries(target.make).map(([name, value]) => `${name}=${value}`)
	];
}
/** The folder below arch/ for a value of ARCH= (Makefile, "Additional ARCH settings"). */
function sourceArch(arch) {
	return {
		i386: "x86",
		x86_64: "x86",
		sparc64: "sparc",
		parisc64: "parisc"
	}[arch] ?? arch;
}
/** Where the boot image lands. */
function imagePath(build) {
	const { arch, image } = build.target;
	return image === "vmlinux" ? join(build.output, "vmlinux") : join(build.output, "arch", sourceArch(arch), "boot", image);
}
// src/kernel/config-places.ts
/** Where a fragment named in a budget file may lie in a kernel tree: at its path, or where `make NAME.config` looks. */
function configPlaces(path, arch) {
	return [
		"",
		`arch/${sourceArch(arch)}/configs/`,
		"kernel/configs/"
	].map((folder) => join(folder, path));
}
// src/kernel/config-files.ts
/** Reads a preset's own fragment, whose path is absolute, or one of a kernel tree. */
async function readFragment(build, path) {
	if (isAbsolute(path)) return {
		name: path,
		text: await readFile(path, "utf8")
	};
	return findAndRead(build, path);
}
/** Reads a `base` that is a whole `.config`. Throws a UserError where the file is something else. */
async function readBaseFile(build, path) {
	const file = await findAndRead(build, path);
	if (parseKernelConfig(file.text).size > 0) return file;
	throw new UserError(`${build.target.name}: base "${path}" has no line CONFIG_NAME=value at ${build.side}; name a .config, such as "make savedefconfig" writes, or one of tinyconfig, allnoconfig and NAME_defconfig`);
}
function findAndRead(build, path) {
	const places = configPlaces(path, build.target.arch);
	const trees = [build.source, ...build.fragmentFallback === void 0 ? [] : [build.fragmentFallback]];
	for (const tree of trees) {
		const place = places.find((candidate) => existsSync(join(tree, candidate)));
		if (place !== void 0) return readTreeFile(build, tree, place);
	}
	throw new UserError(`${build.target.name}: ${path} does not exist at ${build.side}; looked for ${places.join(", ")} in the kernel tree`);
}
/** Reads a file of a tree. Throws a UserError where it is no regular one or leads out of the tree. */
async function readTreeFile(build, tree, path) {
	const real = await realpath(join(tree, path));
	const inTree = relative(await realpath(tree), real).split(sep);
	const where = `${build.target.name}: ${path} at ${build.side}`;
	if (inTree.includes("..") || inTree.includes(".git")) throw new UserError(`${where} leads out of the kernel's files, to ${real}; put the file itself there`);
	if (!(await stat(real)).isFile()) throw new UserError(`${where} is not a regular file; name a file with lines CONFIG_NAME=value`);
	return {
		name: path,
		text: await readFile(real, "utf8")
	};
}
/** Throws a UserError that names all lines that Kconfig would skip, so that nothing asked for is lost unseen. */
function requireConfigLines(build, files) {
	const mistakes = files.flatMap(({ name, text }) => unexpectedLines(text).map((line) => `${name}:${line.number}: expected CONFIG_NAME=value without spaces, or a comment, found ${quote(line.text)}`));
	if (mistakes.length === 0) return;
	const where = `${build.target.name}: at ${build.side} `;
	if (mistakes.length === 1) throw new UserError(where + mistakes[0]);
	throw new UserError(`${where}${mistakes.length} lines of the configuration files are not understood; correct or remove them`, { details: mistakes });
}
const LONGEST = 80;
/** On one line, whatever the file holds. */
function quote(text) {
	return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
// src/kernel/build-failure.ts
/** Patterns of the line that says why a build failed, most telling first; each is tried over the whole log. */
const CAUSES = [
	/^\S+?:\d+(:\d+)?: ([Ff]atal )?[Ee]rror: /,
	/^(\S*\/)?Kconfig[\w.-]*:\d+: (?!warning)/,
	/^\S+:\d+: \*\*\* /,
	/^(?!collect2: |clang\S*: error: linker ).*: (fatal )?error: /,
	/: undefined reference to /,
	/^\S*ld(\.\w+)?: (?!warning)/,
	/^ERROR: /,
	/^error: /i,
	/^make(\[\d+\])?: \*\*\* .*(No rule to make target|not clean)/,
	/: (command )?not found$/,
	/^make(\[\d+\])?: (?!\*\*\* ).*: (No such file or directory|Permission denied)$/,
	/^\*\*\* /,
	/^make(\[\d+\])?: \*\*\* /
];
/** The first line of a build log that says what went wrong, on one line. */
function describeFailure(lines) {
	for (const cause of CAUSES) {
		const found = lines.find((line) => cause.test(line));
		if (found !== void 0) return found.trim();
	}
	return lines.findLast((line) => line.trim() !== "")?.trim() ?? "make printed nothing";
}
// src/kernel/run-process.ts
const GRACE_MS = 5e3;
/**
* Runs a command in a process group of its own, and ends the whole group when `signal` aborts: `make` leaves
* compilers behind otherwise. Throws the signal's reason then; a failing exit code is a result, not an error.
*/
async function runProcess(command, args, options) {
	options.signal.throwIfAborted();
	const child = spawn(command, args, {
		cwd: options.cwd,
		env: options.env,
		detached: true,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		]
	});
	const stdout = [];
	createInterface({ input: child.stdout }).on("line", (line) => {
		stdout.push(line);
		options.onLine?.(line);
	});
	createInterface({ input: child.stderr }).on("line", (line) => options.onLine?.(line));
	const end = new Promise((resolve) => {
		child.on("close", (code) => resolve(code ?? 1));
		child.on("error", () => resolve(127));
	});
	const stopWatching = killGroupOnAbort(child.pid, options.signal);
	const code = await end.finally(stopWatching);
	options.signal.throwIfAborted();
	return {
		code,
		stdout: stdout.join("\n")
	};
}
/** Asks the group to end, insists after a grace period; returns what stops watching. */
function killGroupOnAbort(pid, signal) {
	if (pid === void 0) return () => void 0;
	let insist;
	const onAbort = () => {
		killGroup(pid, "SIGTERM");
		insist = setTimeout(() => killGroup(pid, "SIGKILL"), GRACE_MS);
	};
	signal.addEventListener("abort", onAbort);
	return () => {
		clearTimeout(insist);
		signal.removeEventListener("abort", onAbort);
	};
}
function killGroup(pid, signal) {
	try {
		process.kill(-pid, signal);
	} catch {}
}
// src/kernel/make-kernel.ts
/**
* Runs make and keeps its whole output in a log. Throws a UserError that says which commit failed, the first error
* of the log, its last lines, and where the log is.
*/
async function makeKernel(build, run) {
	await mkdir(build.logs, { recursive: true });
	const logPath = join(build.logs, `${build.target.name}-${build.side}-${run.step}.log`);
	const log = createWriteStream(logPath);
	const written = finished(log).catch((cause) => {
		throw new UserError(`the log ${logPath} cannot be written (${cause.message}); is the disk full?`, { cause });
	});
	written.catch(() => void 0);
	const step = build.progress.begin(`${build.target.name}: ${run.step} ${build.side}`);
	const lines = [];
	let outcome = "failed";
	try {
		if ((await runProcess("make", [
			...makeArguments(build),
			`-j${build.jobs}`,
			...run.goals
		], {
			cwd: build.source,
			env: {
				...build.env,
				...run.env
			},
			signal: build.signal,
			onLine: (line) => {
				lines.push(line);
				log.write(`${line}\n`);
				step.line(line);
			}
		})).code === 0) outcome = "done";
	} finally {
		step.end(outcome);
		log.end();
		await written;
	}
	if (outcome === "failed") throw buildError(build, run, {
		lines,
		logPath
	});
}
function buildError(build, run, output) {
	return new UserError(`${build.target.name}: ${run.step} ${build.side} failed: ${describeFailure(output.lines)}`, { details: [...output.lines.slice(-20), `whole log: ${output.logPath}`] });
}
// src/kernel/made-files.ts
/** Throws a UserError that names a file that a make which succeeded did not leave behind; `advice` is what to do. */
async function requireFiles(build, paths, advice) {
	for (const path of paths) {
		if ((await stat(path).catch(() => void 0))?.isFile()) continue;
		throw new UserError(`${build.target.name}: make succeeded at ${build.side} but ${path} is not there; ${advice}`);
	}
}
// src/kernel/kconfig-dependencies.ts
/**
* Finds where a Kconfig option is defined and what it depends on, for messages about options that did not take.
* Reads the language of Documentation/kbuild/kconfig-language.rst as far as that needs: source, if, menu, choice,
* config, depends on. Prompts, defaults and selects are left out.
*/
const LINE = /^\s*(source|if|endif|menu|endmenu|choice|endchoice|config|menuconfig|comment|depends on)(?:\s+(.*?))?\s*(?:#.*)?$/;
/** All definitions of each option for one architecture, by name without `CONFIG_`. */
function readOptionDefinitions(tree, srcArch) {
	const definitions = /* @__PURE__ */ new Map();
	readFile("Kconfig", []);
	return definitions;
	function readFile(path, outer) {
		if (!existsSync(join(tree, path))) return;
		const state = {
			blocks: [[...outer]],
			entry: []
		};
		for (const { line, number } of statementsOf(readFileSync(join(tree, path), "utf8"))) {
			const [, keyword, rest = ""] = LINE.exec(line) ?? [];
			if (keyword === void 0) continue;
			if (keyword === "source") readFile(expand(rest), state.blocks.flat());
			else if (keyword.endsWith("config")) define(rest, `${path}:${number}`, state);
			else follow(state, keyword, rest);
		}
	}
	function expand(quoted) {
		return quoted.replaceAll("\"", "").replaceAll(/\$\((SRCARCH|ARCH)\)/g, srcArch);
	}
	function define(name, where, state) {
		state.entry = [];
		const outer = state.blocks.flat();
		const own = state.entry;
		const known = definitions.get(name) ?? [];
		definitions.set(name, [...known, definition(where, outer, own)]);
	}
}
/** The entry's own conditions are read after this: they are looked up when asked for. */
function definition(where, outer, own) {
	return {
		where,
		get dependsOn() {
			return [...outer, ...own];
		}
	};
}
/** All lines but help texts, which end where the indentation does (scripts/kconfig/lexer.l) and may say "if". */
function statementsOf(text) {
	const statements = [];
	let continued = "";
	let help;
	for (const [index, line] of text.split("\n").entries()) {
		if (help !== void 0) {
			if (line.trim() === "") continue;
			const indentation = indentationOf(line);
			if (indentation > 0 && indentation >= (help.indentation ?? 0)) {
				help = { indentation: help.indentation ?? indentation };
				continue;
			}
			help = void 0;
		}
		const joined = continued + line;
		continued = line.endsWith("\\") ? `${joined.slice(0, -1)} ` : "";
		if (continued !== "") continue;
		if (/^\s+(help|---help---)\s*$/.test(line)) help = { indentation: void 0 };
		else statements.push({
			line: joined,
			number: index + 1
		});
	}
	return statements;
}
/** Columns before the first character; a tab leads to the next multiple of eight. */
function indentationOf(line) {
	let column = 0;
	for (const character of /^[ \t]*/.exec(line)?.[0] ?? "") column = character === "	" ? (column | 7) + 1 : column + 1;
	return column;
}
function follow(state, keyword, rest) {
	if (keyword === "depends on") state.entry.push(rest.replaceAll(/\s+/g, " "));
	else if (keyword === "comment") state.entry = [];
	else if (keyword.startsWith("end")) state.blocks.pop();
	else {
		const conditions = keyword === "if" ? [rest] : [];
		state.blocks.push(conditions);
		state.entry = conditions;
	}
}
// src/kernel/requested-options.ts
/**
* Throws a UserError that names each requested option that the resolved `.config` does not have as requested, with
* what it depends on. Kconfig itself is silent about unmet dependencies (scripts/kconfig/confdata.c).
*/
function requireRequestedOptions(requested, resolved, context) {
	const lost = [...requested].filter(([name, value]) => optionValue(resolved, name) !== value);
	if (lost.length === 0) return;
	const definitions = readOptionDefinitions(context.source, context.srcArch);
	const details = lost.map(([name, value]) => {
		const found = definitions.get(name);
		if (found === void 0) return `CONFIG_${name}=${value}: this kernel has no such option`;
		const places = found.map(({ where, dependsOn }) => dependsOn.length === 0 ? where : `${where}: depends on ${dependsOn.join(" && ")}`);
		return `CONFIG_${name}=${value}: is ${optionValue(resolved, name)} (${places.join("; ")})`;
	});
	throw new UserError(`${context.target}: ${lost.length} requested option${lost.length === 1 ? "" : "s"} did not take at ${context.side}: ${lost.map(([name]) => `CONFIG_${name}`).join(", ")}; request what they depend on too, or remove them from the fragments`, { details });
}
// src/kernel/configure.ts
/**
* Writes `O=/.config` for a target and returns it, resolved. The fragments are merged into the seed and configured
* in one `KCONFIG_ALLCONFIG=… allnoconfig`: merged later, each option that becomes visible would take its default.
* Throws a UserError that names each line that says nothing and each requested option that did not take.
*/
async function configure(build) {
	await mkdir(build.output, { recursive: true });
	const { base } = build.target;
	const baseFile = base.kind === "file" ? await readBaseFile(build, base.path) : void 0;
	const fragments = await readFragments(build);
	requireConfigLines(build, [...baseFile ? [baseFile] : [], ...fragments]);
	const requests = fragments.map(({ text }) => text).join("\n");
	const all = join(build.output, "kernel-size-budget.config");
	await writeFile(all, `${baseFile?.text ?? await seedOf(build)}\n${requests}`);
	await makeKernel(build, {
		step: "configuring",
		goals: [goalOf(build)],
		env: { KCONFIG_ALLCONFIG: all }
	});
	const resolved = parseKernelConfig(await readResolved(build));
	requireRequestedOptions(parseKernelConfig(requests), resolved, {
		target: build.target.name,
		side: build.side,
		source: build.source,
		srcArch: sourceArch(build.target.arch)
	});
	return resolved;
}
/** With a seed that is nearly empty nothing more is wanted; over a defconfig, new options take their defaults. */
function goalOf(build) {
	const { kind } = build.target.base;
	return kind === "tinyconfig" || kind === "allnoconfig" ? "allnoconfig" : "alldefconfig";
}
/** The text that the fragments are merged into, where that is no file of the target's. */
async function seedOf(build) {
	const { base } = build.target;
	if (base.kind === "tinyconfig") return tinySeed(build);
	if (base.kind !== "defconfig") return "";
	await makeKernel(build, {
		step: "configuring",
		goals: [base.name],
		env: {}
	});
	return readResolved(build);
}
/** What scripts/kconfig/Makefile merges for `make tinyconfig`. */
async function tinySeed(build) {
	const present = [
		"kernel/configs/tiny-base.config",
		"kernel/configs/tiny.config",
		`arch/${sourceArch(build.target.arch)}/configs/tiny.config`
	].filter((part) => existsSync(join(build.source, part)));
	return (await Promise.all(present.map((part) => readTreeFile(build, build.source, part)))).map(({ text }) => text).join("\n");
}
/** The fragments that are for this kernel's version. */
function readFragments(build) {
	const version = readKernelVersion(build.source);
	const wanted = build.target.fragments.filter((fragment) => isForVersion(fragment, version));
	return Promise.all(wanted.map(({ path }) => readFragment(build, path)));
}
/** The `.config` that make wrote. */
async function readResolved(build) {
	const path = join(build.output, ".config");
	await requireFiles(build, [path], "check \"make\" of the target and the Makefile of the tree");
	return readFile(path, "utf8");
}
// src/kernel/device-tree.ts
/** Finds the folder of a target's device tree source. Throws a UserError where the tree has no such source. */
function findDeviceTree(build) {
	const { dtb, arch, name } = build.target;
	if (dtb === void 0) return void 0;
	const folder = join("arch", sourceArch(arch), "boot", "dts");
	const source = dtb.replace(/\.dtb$/, ".dts");
	const found = listFiles(join(build.source, folder)).find((path) => path === source || path.endsWith(`/${source}`));
	if (found === void 0) throw new UserError(`${name}: ${build.side} has no ${source} below ${folder}; check "dtb"`);
	const goal = found.replace(/\.dts$/, ".dtb");
	return {
		goal,
		path: join(build.output, folder, goal)
	};
}
function listFiles(folder) {
	try {
		return readdirSync(folder, {
			recursive: true,
			withFileTypes: true
		}).filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
	} catch {
		return [];
	}
}
// src/kernel/install-packages.ts
/** The line that a person would type. */
function aptGetLine(packages) {
	return `sudo apt-get install -y --no-install-recommends ${packages.join(" ")}`;
}
/** Runs apt-get as root or through password-less sudo. Throws a UserError with the line to type where neither works. */
async function installPackages(packages, context) {
	const step = context.progress.begin(`installing ${packages.join(" ")}`);
	const commands = [["update"], [
		"install",
		"-y",
		"--no-install-recommends",
		...packages
	]];
	let lastLine = "";
	for (const args of commands) {
		const [command, ...rest] = [
			...asRoot(),
			"apt-get",
			...args
		];
		if ((await runProcess(command, rest, {
			cwd: "/",
			env: {
				...context.env,
				DEBIAN_FRONTEND: "noninteractive"
			},
			signal: context.signal,
			onLine: (line) => {
				lastLine = line;
				step.line(line);
			}
		})).code === 0 || args[0] === "update") continue;
		step.end("failed");
		throw new UserError(`apt-get could not install ${packages.join(" ")}: ${lastLine.trim() || `${command} does not run`}; run as root, allow sudo without a password, or run before: ${aptGetLine(packages)}`);
	}
	step.end("done");
}
function asRoot() {
	return getuid?.() === 0 ? [] : ["sudo", "-n"];
}
// src/kernel/require-tools.ts
/**
* Installs what is missing when the context says so. Throws one UserError that lists all that is missing and the
* `apt-get install` line for it.
*/
async function requireTools(tools, context) {
	let missing = await missingOf(tools, context);
	if (missing.length > 0 && context.missingTools === "install") {
		await installPackages(packagesOf(missing), context);
		missing = await missingOf(tools, context);
	}
	if (missing.length === 0) return;
	const names = missing.map((tool) => tool.name).join(", ");
	const packages = packagesOf(missing);
	const remedy = packages.length === 0 ? "put them on the PATH" : `install them with: ${aptGetLine(packages)}`;
	throw new UserError(`the build needs tools that this machine lacks: ${names}; ${remedy}`);
}
async function missingOf(tools, context) {
	const unique = [...new Map(tools.map((tool) => [tool.name, tool])).values()];
	const found = await Promise.all(unique.map((tool) => isThere(tool, context)));
	return unique.filter((_, index) => found[index] !== true);
}
function packagesOf(tools) {
	return [...new Set(tools.flatMap((tool) => tool.package ?? []))];
}
async function isThere(tool, context) {
	const path = context.env["PATH"] ?? "";
	if (tool.kind === "command") return isOnPath(tool.name, path);
	const { compiler, name } = tool;
	if (!isOnPath(compiler, path)) return false;
	return (await runProcess(compiler, [
		"-E",
		"-x",
		"c",
		"-include",
		name,
		"/dev/null"
	], {
		cwd: "/",
		env: context.env,
		signal: context.signal
	})).code === 0;
}
function isOnPath(command, path) {
	return (isAbsolute(command) ? [command] : path.split(delimiter).map((folder) => join(folder, command))).some((place) => isExecutable(place));
}
function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return statSync(path).isFile();
	} catch {
		return false;
	}
}
// src/kernel/build-kernel.ts
/**
* Configures and builds one commit of one target in its `O=`, which is kept: the next commit compiles only what
* changed. A folder whose last build was cut off is begun anew, since a killed compiler leaves partial objects.
*/
async function buildKernel(build) {
	const unfinished = join(build.output, "kernel-size-budget.unfinished");
	if (existsSync(unfinished)) await rm(build.output, {
		recursive: true,
		force: true
	});
	await mkdir(build.output, { recursive: true });
	await writeFile(unfinished, "");
	try {
		return await configureAndMake(build);
	} finally {
		if (!build.signal.aborted) await rm(unfinished, { force: true });
	}
}
async function configureAndMake(build) {
	const config = await configure(build);
	await requireTools(configuredTools(build.target, config), build);
	const deviceTree = findDeviceTree(build);
	await makeKernel(build, {
		step: "building",
		goals: [build.target.image, ...deviceTree ? [deviceTree.goal] : []],
		env: {}
	});
	const vmlinux = join(build.output, "vmlinux");
	const image = imagePath(build);
	await requireFiles(build, [
		vmlinux,
		image,
		...deviceTree ? [deviceTree.path] : []
	], "check \"image\" and \"dtb\" of the target");
	return {
		vmlinux,
		image,
		dtb: deviceTree?.path,
		config
	};
}
// src/kernel/compilers.ts
/** First line of the compiler's `--version`. Throws a UserError where it has none. */
function compilerOf(build) {
	return versionLine(build, "CC", toolName(build.target, {
		gnu: "gcc",
		llvm: "clang"
	}));
}
/** First line of the linker's `--version`. Throws a UserError where it has none. */
function linkerOf(build) {
	return versionLine(build, "LD", toolName(build.target, {
		gnu: "ld",
		llvm: "ld.lld"
	}));
}
async function versionLine(build, variable, usual) {
	const tool = build.target.make[variable] ?? usual;
	const [command = tool, ...args] = tool.trim().split(/\s+/);
	const { code, stdout } = await runProcess(command, [...args, "--version"], {
		cwd: build.source,
		env: build.env,
		signal: build.signal
	});
	const line = stdout.split("\n", 1)[0].trim();
	if (code === 0 && line !== "") return line;
	const problem = code === 0 ? "printed nothing" : `failed with exit code ${code}`;
	throw new UserError(`${build.target.name}: "${tool} --version" ${problem} at ${build.side}, and sizes of an unknown tool are not compared; install it, or correct ${variable} in "make" of the target`);
}
// src/kernel/measure-kernel.ts
/** Builds one commit of one target and reads its metrics, sections and symbols. Throws a UserError where it cannot. */
async function measureKernel(build, commit) {
	try {
		var _usingCtx$2 = _usingCtx();
		const built = await buildKernel(build);
		const source = _usingCtx$2.u(openElfSource(built.vmlinux));
		const elf = openElf(source);
		const table = readSymbols(elf);
		const kernel = await describeKernel({
			build,
			built,
			elf,
			table
		});
		const sections = allocatedSections(kernel);
		return {
			metrics: metricsOf(kernel, sections),
			sections,
			symbols: symbolSizes(elf, table),
			provenance: await provenanceOf(build, commit)
		};
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		_usingCtx$2.d();
	}
}
async function describeKernel(parts) {
	const { build, built, elf } = parts;
	const { memory, image, arch } = build.target;
	const isX86Image = image === "bzImage" && sourceArch(arch) === "x86";
	return {
		elf,
		boundaries: boundariesOf(parts.table),
		config: built.config,
		imageSize: (await stat(built.image)).size,
		dtbSize: built.dtb === void 0 ? void 0 : (await stat(built.dtb)).size,
		initSize: isX86Image ? await readInitSize(built.image) : void 0,
		placement: {
			flashBase: memory.flash?.base,
			dtb: memory.dtb
		}
	};
}
function boundariesOf(table) {
	const boundaries = /* @__PURE__ */ new Map();
	for (let i = 1; i < table.count; i++) {
		if (table.sectionIndexes[i] === 0) continue;
		const name = table.name(i);
		if (BOUNDARY_SYMBOLS.has(name)) boundaries.set(name, table.addresses[i] ?? 0n);
	}
	return boundaries;
}
async function provenanceOf(build, commit) {
	const config = await readFile(join(build.output, ".config"));
	return {
		commit,
		kernelVersion: readKernelVersion(build.source),
		compiler: await compilerOf(build),
		linker: await linkerOf(build),
		configDigest: createHash("sha256").update(config).digest("hex")
	};
}
// src/budget/judge.ts
/**
* Judges one target: what the change adds (growth) apart from where the kernel stands (budget), so that nobody is
* blamed for what the branch already had. A limit on a metric that was not measured is never a pass.
*/
function judge(given) {
	const findings = METRIC_NAMES.flatMap((metric) => metricFindings(metric, given)).toSorted(worstFirst);
	const unmeasured = METRIC_NAMES.flatMap((metric) => unmeasuredReasons(metric, given));
	if (unmeasured.length > 0) return {
		kind: "no-comparison",
		findings,
		reason: unmeasured.join("; ")
	};
	return {
		kind: findings[0]?.kind ?? (hasShrunk(given) ? "shrunk" : "pass"),
		findings,
		reason: void 0
	};
}
/** The verdict where nothing could be compared; `reason` is one line. */
function noComparison(reason) {
	return {
		kind: "no-comparison",
		findings: [],
		reason
	};
}
/** The worst of some verdicts, in the order of `VERDICT_KINDS`; of none at all `no-comparison`. */
function worstVerdict(kinds) {
	return VERDICT_KINDS.find((kind) => kinds.includes(kind)) ?? "no-comparison";
}
function metricFindings(metric, { target, base, head }) {
	const now = head[metric];
	if (now === void 0) return [];
	const sides = {
		metric,
		base: base?.[metric],
		head: now
	};
	const { budgets, growth, nearLimit } = target;
	return [budgetFinding(sides, budgets[metric], nearLimit), growthFinding(sides, growth[metric])].filter((finding) => finding !== void 0);
}
function budgetFinding(sides, limit, nearLimit) {
	if (limit === void 0) return void 0;
	const { base, head } = sides;
	if (head > limit) {
		const wasOver = base !== void 0 && base > limit;
		return {
			...sides,
			kind: wasOver && head <= base ? "inherited" : "over-budget",
			limit
		};
	}
	return head === limit || head / limit >= nearLimit ? {
		...sides,
		kind: "near-limit",
		limit
	} : void 0;
}
function growthFinding(sides, limit) {
	if (limit === void 0 || sides.base === void 0) return void 0;
	return sides.head - sides.base > limit ? {
		...sides,
		kind: "over-growth",
		limit
	} : void 0;
}
/** By kind, then by how far over the limit in proportion to it. */
function worstFirst(a, b) {
	return VERDICT_KINDS.indexOf(a.kind) - VERDICT_KINDS.indexOf(b.kind) || share(b) - share(a);
}
function share({ kind, base, head, limit }) {
	return (kind === "over-growth" ? head - (base ?? 0) : head) / Math.max(limit, 1);
}
function unmeasuredReasons(metric, { target, base, head }) {
	const hasBudget = target.budgets[metric] !== void 0;
	const hasGrowth = target.growth[metric] !== void 0;
	if (!hasBudget && !hasGrowth) return [];
	const limits = [...hasBudget ? ["a budget"] : [], ...hasGrowth ? ["a growth limit"] : []].join(" and ");
	if (head[metric] === void 0) return [`no ${metric} was measured at head, but it has ${limits}`];
	return hasGrowth && base !== void 0 && base[metric] === void 0 ? [`no ${metric} was measured at base, but it has a growth limit`] : [];
}
/** Flash or RAM shrank, and nothing that counts grew: neither of the two nor a metric with a limit. */
function hasShrunk({ target, base, head }) {
	if (base === void 0) return false;
	const change = (metric) => (head[metric] ?? 0) - (base[metric] ?? 0);
	const counted = METRIC_NAMES.filter((metric) => isCounted(metric, target));
	return (change("flash") < 0 || change("ram") < 0) && counted.every((metric) => change(metric) <= 0);
}
function isCounted(metric, target) {
	const isLimited = target.budgets[metric] !== void 0 || target.growth[metric] !== void 0;
	return metric === "flash" || metric === "ram" || isLimited;
}
// src/report/report.ts
/** Compares and judges each target. */
function reportOf(commits, outcomes, notes) {
	if (outcomes.length === 0) return failedReport(commits, {
		reason: "the budget file names no target",
		details: []
	});
	const targets = outcomes.map((outcome) => targetReport(outcome));
	const verdict = worstVerdict(targets.map((target) => target.verdict.kind));
	return {
		version: 1,
		...commits,
		failure: void 0,
		verdict,
		targets,
		notes
	};
}
/** The report of a comparison that could not be begun. */
function failedReport(commits, failure) {
	return {
		version: 1,
		...commits,
		failure,
		verdict: "no-comparison",
		targets: [],
		notes: []
	};
}
function targetReport(outcomes) {
	const { target, status, base, head } = outcomes;
	const common = {
		target: target.name,
		status,
		budgets: target.budgets,
		growth: target.growth
	};
	const failure = [base, head].find((side) => side.kind === "failed");
	if (failure !== void 0 || head.kind !== "measured") {
		const reason = failure?.reason ?? "head was not measured";
		const details = failure?.details ?? [];
		return {
			...common,
			verdict: noComparison(reason),
			delta: void 0,
			details,
			provenance: void 0
		};
	}
	const before = base.kind === "measured" ? base.measurement : void 0;
	const after = head.measurement;
	const toolChange = before && toolDifference(before.provenance, after.provenance);
	return {
		...common,
		verdict: toolChange ? noComparison(toolChange) : judge({
			target,
			base: before?.metrics,
			head: after.metrics
		}),
		delta: toolChange ? void 0 : deltaOf(before, after),
		details: [],
		provenance: after.provenance
	};
}
/** A sentence where the two sides were not built by the same tools. */
function toolDifference(base, head) {
	for (const tool of ["compiler", "linker"]) if (base[tool] !== head[tool]) return `base was built with "${base[tool]}", head with "${head[tool]}": sizes of two ${tool}s do not compare`;
}
// src/check.ts
/**
* The main job: measures every target at base, then at head, compares, and judges.
*
* Base comes first, for all targets: head's Makefiles run arbitrary code, and base's numbers must be safe from it.
* A target that cannot be measured is a `no-comparison` in the report and stops no other; what stops all (no tools,
* no commit, an interrupt) is thrown.
*/
async function check(job) {
	try {
		var _usingCtx$1 = _usingCtx();
		await requireTools(job.targets.flatMap(({ target, baseTarget = target }) => [target, baseTarget].flatMap(targetTools)), job);
		const source = _usingCtx$1.a(await job.openSource());
		const bases = await measureSide(job, source, {
			side: "base",
			targets: job.targets.map(({ baseTarget }) => baseTarget)
		});
		const heads = await measureSide(job, source, {
			side: "head",
			targets: job.targets.map(({ target }, index) => bases[index].kind === "failed" ? void 0 : target)
		});
		const outcomes = job.targets.map((planned, index) => ({
			...planned,
			base: bases[index],
			head: heads[index]
		}));
		return reportOf(job.commits, outcomes, job.notes);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function measureSide(job, source, { side, targets }) {
	const { hash } = job.commits[side];
	await source.checkOut(hash);
	const outcomes = [];
	for (const target of targets) outcomes.push(target === void 0 ? { kind: "absent" } : await measure(buildOf(job, target, {
		side,
		source: source.kernel
	}), hash));
	return outcomes;
}
function buildOf(job, target, where) {
	const { builds, logs } = job.workspace;
	return {
		...job,
		...where,
		target,
		output: join(builds, target.name),
		logs
	};
}
async function measure(build, hash) {
	try {
		return {
			kind: "measured",
			measurement: await measureKernel(build, hash)
		};
	} catch (error) {
		if (build.signal.aborted || !(error instanceof UserError)) throw error;
		return {
			kind: "failed",
			reason: error.message,
			details: error.details
		};
	}
}
// src/git/source-tree.ts
/**
* A worktree of its own in `folder`, kept between runs: the developer's files, index and HEAD are not touched, and
* files that two commits share keep their mtimes, which kbuild goes by.
*/
async function openWorktree(git, folder) {
	const prefix = await git.run("rev-parse", "--show-prefix");
	const worktree = git.at(folder);
	if (!await isWorkTree(worktree)) {
		await rm(folder, {
			recursive: true,
			force: true
		});
		await git.run("worktree", "add", "--force", "--detach", "--no-checkout", folder);
	}
	await rm(resolve(folder, await worktree.run("rev-parse", "--git-path", "index.lock")), { force: true });
	return {
		kernel: join(folder, prefix),
		checkOut: async (hash) => {
			await worktree.run("checkout", "--quiet", "--force", "--detach", hash);
			await worktree.run("clean", "-ffdxq");
		},
		[Symbol.asyncDispose]: async () => void 0
	};
}
/** Whether the folder is the root of a work tree: inside of one it may be another repository's, such as a home's. */
async function isWorkTree({ folder, ask }) {
	return existsSync(folder) && await ask("rev-parse", "--show-toplevel") === await realpath(folder);
}
/** The runner's own checkout; disposing checks out again what was there, also after a failure. */
async function openCheckout(git) {
	const root = await git.run("rev-parse", "--show-toplevel");
	const changed = await git.run("status", "--porcelain", "--untracked-files=no");
	if (changed !== "") throw new UserError(`${root} has uncommitted changes (${changed.split("\n", 1)[0]?.trim()}); expected a clean checkout, since base and head are checked out in it; commit them or undo them before this step`);
	const branch = await git.ask("symbolic-ref", "--quiet", "--short", "HEAD");
	const original = branch === void 0 ? ["--detach", await git.run("rev-parse", "HEAD")] : [branch];
	const untracked = new Set(await untrackedFiles(git.at(root)));
	const checkOut = async (...commit) => {
		const left = (await untrackedFiles(git.at(root))).filter((path) => !untracked.has(path));
		for (const path of left) await rm(join(root, path), {
			recursive: true,
			force: true
		});
		await git.run("reset", "--quiet", "--hard");
		await git.run("checkout", "--quiet", "--no-overwrite-ignore", ...commit);
	};
	return {
		kernel: git.folder,
		checkOut: (hash) => checkOut("--detach", hash),
		[Symbol.asyncDispose]: () => checkOut(...original)
	};
}
/** Paths relative to the root, ignored ones too. */
async function untrackedFiles(atRoot) {
	return (await atRoot.run("ls-files", "--others", "-z")).split("\0").filter((path) => path !== "");
}
// src/kernel/build-environment.ts
/** What a build may see of the caller's environment; a Makefile of a stranger reads all of it. */
const ALLOWED = /^(PATH|LANG|LC_CTYPE|TZ|TMPDIR|USER|LOGNAME|CCACHE_\w+|PKG_CONFIG_PATH)$/;
/** Fixed, so that the same source gives the same bytes (Documentation/kbuild/reproducible-builds.rst). */
const REPRODUCIBLE = {
	LC_ALL: "C",
	KBUILD_BUILD_TIMESTAMP: "Thu Jan  1 00:00:00 UTC 1970",
	KBUILD_BUILD_USER: "kernel-size-budget",
	KBUILD_BUILD_HOST: "localhost",
	KBUILD_BUILD_VERSION: "1",
	SOURCE_DATE_EPOCH: "0"
};
/**
* The environment of `make`: an allow-list, since the runner hands an action tokens (`ACTIONS_RUNTIME_TOKEN`,
* `INPUT_TOKEN`) that a Makefile must not see. `home` is the HOME that the build gets.
*/
function buildEnvironment(environment, home) {
	const allowed = Object.entries(environment).filter((entry) => entry[1] !== void 0 && ALLOWED.test(entry[0]));
	return {
		...Object.fromEntries(allowed),
		HOME: home,
		...REPRODUCIBLE
	};
}
export { FAILING_KINDS as _, failedReport as a, lockWorkspace as c, renderText as d, renderHeadline as f, headlineOf as g, renderJson as h, check as i, userWorkspace as l, MOST_ROWS as m, openCheckout as n, configPlaces as o, renderMarkdown as p, openWorktree as r, homeFolder as s, buildEnvironment as t, workspaceIn as u, exitCodeOf as v };
