import { r as cutText, s as shortLine } from "./shared-inert-text.js";
import { t as bloatLine } from "./shared-bloat-o-meter2.js";
// src/report/words/owner-words.ts
/** Of a literal; longer ones are cut. */
const LONGEST_LITERAL = 36;
/** In characters, of a name or of all remarks; mangled C++ and Rust names are shorter. */
const LONGEST_NAME = 1e3;
/** The owner's name: a literal in quotes, others as they are. */
function ownerTitle({ kind, name }) {
	return nameLine(kind === "literal" ? JSON.stringify(cutText(name, LONGEST_LITERAL)) : name);
}
/** Where its bytes are and what happened to them: `fs/dcache.o, .text`, `moved from fs/inode.o`. */
function ownerRemarks(row) {
	return nameLine(remarksOf(row).join("; "));
}
/** A name from outside on one line; a damaged kernel may have one of megabytes. */
function nameLine(text) {
	return shortLine(text, LONGEST_NAME);
}
function remarksOf(row) {
	return [
		row.definition === void 0 ? row.object ?? "" : `${row.definition.file}:${row.definition.line}`,
		...row.movedFrom === void 0 ? [] : [`moved from ${row.movedFrom || "elsewhere"}`],
		...row.renamedFrom === void 0 ? [] : [`was ${row.renamedFrom}`],
		...row.inlinedInto.length === 0 ? [] : [`inlined into ${row.inlinedInto.join(", ")}`],
		...row.splitFrom.length === 0 ? [] : [`split out of ${row.splitFrom.join(", ")}`],
		sectionsOf(row),
		...row.aliases.length === 0 ? [] : [`also ${row.aliases.join(", ")}`],
		...row.clones.length === 0 ? [] : [`with ${row.clones.join(", ")}`]
	].filter((remark) => remark !== "");
}
/** One section needs no number: it is the row's. */
function sectionsOf({ cells }) {
	if (cells.length === 1) return cells[0].section;
	return cells.map(({ section, base, head }) => `${section} ${signed(head - base)}`).join(", ");
}
/** `+4`, `-4`, `0`, as scripts/bloat-o-meter writes it. */
function signed(bytes) {
	return bytes > 0 ? `+${bytes}` : `${bytes}`;
}
// src/report/words/not-shown.ts
/** The line that ends a list which is cut; none where nothing is left out. */
function notShown(count, { what = "more", sum } = {}) {
	if (count <= 0) return [];
	return [`(not shown: ${count} ${what}${sum === void 0 ? "" : `, ${sum} in all`})`];
}
// src/report/tables/accounted-table.ts
/** Rows, sections and totals; at most `most` rows and what was left out. Ends with a line break. */
function renderAccounted(delta, most = Infinity) {
	return `${[
		...ownerLines(delta.rows, most),
		"",
		...sectionLines(delta)
	].join("\n")}\n`;
}
/** A header and a line a row; at most `most` rows and what was left out. */
function ownerLines(rows, most) {
	const shown = rows.slice(0, most);
	const left = rows.slice(most);
	const sum = signed(left.reduce((bytes, row) => bytes + row.delta, 0));
	return [
		bloatLine("Owner", [
			"old",
			"new",
			"delta"
		]),
		...shown.map((row) => `${partLine(ownerTitle(row), row)}  ${ownerRemarks(row)}`),
		...notShown(left.length, {
			what: "smaller",
			sum
		})
	];
}
/** Sections that changed, and the sum of all; each with what its rows leave unexplained. */
function sectionLines({ sections }) {
	const changed = sections.filter(({ base, head, residual }) => base !== head || residual !== 0);
	const residual = sections.reduce((sum, section) => sum + section.residual, 0);
	const total = {
		...totalOf(sections),
		residual
	};
	return [bloatLine("Section", [
		"old",
		"new",
		"delta",
		"residual"
	]), ...[...changed, {
		name: "All sections",
		...total
	}].map((part) => partLine(nameLine(part.name), part, [`${part.residual}`]))];
}
function partLine(name, { base, head }, more = []) {
	return bloatLine(name, [
		`${base ?? "-"}`,
		`${head ?? "-"}`,
		signed((head ?? 0) - (base ?? 0)),
		...more
	]);
}
/** One view of where the bytes are: parts that changed, and the sum of the outermost ones. Ends with a line break. */
function renderParts(title, parts, { order, most }) {
	const changed = parts.filter(({ base, head }) => base !== head);
	const byChange = changed.toSorted((a, b) => Math.abs(b.head - b.base) - Math.abs(a.head - a.base));
	const kept = new Set(byChange.slice(0, most));
	const shown = order === "given" ? changed.filter((part) => kept.has(part)) : [...kept];
	const left = changed.length - shown.length;
	return `${[
		bloatLine(title, [
			"old",
			"new",
			"delta"
		]),
		...shown.map((part) => partLine(nameLine(part.title ?? part.name), part)),
		...notShown(left, { what: "smaller" }),
		partLine("Total", totalOf(parts.filter(({ depth = 0 }) => depth === 0)))
	].join("\n")}\n`;
}
/** Directories with their names moved to the right by their depth. */
function indented(parts) {
	return parts.map((part) => ({
		name: part.name,
		base: part.base,
		head: part.head,
		depth: part.depth,
		title: "  ".repeat(part.depth) + part.name
	}));
}
function totalOf(parts) {
	return parts.reduce((sum, { base, head }) => ({
		base: sum.base + base,
		head: sum.head + head
	}), {
		base: 0,
		head: 0
	});
}
export { notShown as a, renderParts as i, ownerLines as n, nameLine as o, renderAccounted as r, signed as s, indented as t };
