// src/report/inert-text.ts
/**
* Makes text from outside (symbol names, compiler output, revisions) inert in the place where it is printed. Code
* spans and fenced blocks of CommonMark (https://spec.commonmark.org/0.31.2/) keep markdown, HTML and mentions asleep.
*/
/** Controls, separators of lines, zero-width and bidirectional characters, halves of a pair; not tab and line feed. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** Characters of one line of text. */
const LONGEST_LINE = 2e3;
/** More than any table has (largest-rows.ts), which loses its totals when it is cut. */
const LONGEST_BLOCK = 2 ** 21;
/** The first `most` UTF-16 units, with an ellipsis where some are left out; half a pair goes too. */
function cutText(text, most) {
	return text.length > most ? `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}
/** One visible line: line breaks become spaces, what cannot be seen becomes `\u{…}`. */
function visibleLine(text) {
	return visibleBlock(text).replaceAll(/[\n\t]/g, " ");
}
/** Lines are kept; what else cannot be seen becomes `\u{…}`. */
function visibleBlock(text) {
	return cutText(text, LONGEST_BLOCK).replaceAll(INVISIBLE, escapeCodePoint);
}
/** A code span. In a table a bar becomes `\u{7c}`: readers of GFM do not agree on `\|` behind another backslash. */
function codeSpan(text, place) {
	const whole = visibleLine(cutText(text, LONGEST_LINE)).trim();
	const line = place === "table" ? whole.replaceAll("|", escapeCodePoint) : whole;
	const fence = "`".repeat(longestRun(line) + 1);
	return `${fence}${line === "" || line.startsWith("`") || line.endsWith("`") ? ` ${line} ` : line}${fence}`;
}
/** A fenced block that nothing in the text can close. */
function codeBlock(text) {
	const block = visibleBlock(text).trimEnd();
	const fence = "`".repeat(Math.max(3, longestRun(block) + 1));
	return `${fence}\n${block}\n${fence}`;
}
/** A name within a sentence: as it is where it can mean nothing else, otherwise a code span. */
function inertName(name) {
	return isPlainName(name) ? name : codeSpan(name, "paragraph");
}
/** The same within a line of HTML. */
function inertHtmlName(name) {
	if (isPlainName(name)) return name;
	return `<code>${visibleLine(cutText(name, LONGEST_LINE)).replaceAll(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`)}</code>`;
}
/** Usual names of targets. Others may be a link (`www.…`), an issue (`gh-1`) or a commit (`deadbeef`) to GitHub. */
function isPlainName(name) {
	return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length <= 40 && !/(^|-)(gh-\d|[0-9a-f]{7,}(-|$))/.test(name);
}
function escapeCodePoint(character) {
	return `\\u{${character.codePointAt(0).toString(16)}}`;
}
function longestRun(text) {
	return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
export { inertName as a, inertHtmlName as i, codeSpan as n, visibleBlock as o, cutText as r, visibleLine as s, codeBlock as t };
