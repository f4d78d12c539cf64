// src/report/inert/inert-text.ts
/**
* Makes text from outside (symbol names, compiler output, revisions) inert in the place where it is printed. Code
* spans and fenced blocks of CommonMark (https://spec.commonmark.org/0.31.2/) keep markdown, HTML and mentions asleep.
*/
/**
* Controls, separators of lines, zero-width and bidirectional characters, halves of a pair; not tab and line feed. Marks
* that are piled up on one letter cover the lines above: no script needs more than four.
*/
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?<=\p{M}{4})\p{M}/gu;
/** What most names are; the long way would take most of the time of a large table. */
const PLAIN = /^[ -~]*$/;
/** Characters of one line of text. */
const LONGEST_LINE = 2e3;
/** Characters of a target's name, which stands before each of its tables. */
const LONGEST_NAME = 200;
/** More than any table has (largest-rows.ts), which loses its totals when it is cut. */
const LONGEST_BLOCK = 2 ** 21;
/** The first `most` UTF-16 units, with an ellipsis where some are left out; half a pair goes too. */
function cutText(text, most) {
	return text.length > most ? `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}
/** One visible line: line breaks become spaces, what cannot be seen becomes `\u{…}`. */
function visibleLine(text) {
	if (text.length <= LONGEST_LINE && PLAIN.test(text)) return text;
	return visibleBlock(text).replaceAll(/[\n\t]/g, " ");
}
/** The same of at most `most` characters and an ellipsis, as it is shown: that can be longer than it is. */
function shortLine(text, most) {
	return cutText(visibleLine(cutText(text, most)), most);
}
/** Lines are kept; what else cannot be seen becomes `\u{…}`. */
function visibleBlock(text) {
	return visibleText(cutText(text, LONGEST_BLOCK));
}
/** The same of a text of any length. */
function visibleText(text) {
	return text.replaceAll(INVISIBLE, escapeCodePoint);
}
/** A code span. In a table a bar becomes `\u{7c}`: readers of GFM do not agree on `\|` behind another backslash. */
function codeSpan(text, place) {
	const whole = shortLine(text, LONGEST_LINE).trim();
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
/** The name of a target within a line of HTML. */
function inertHtmlName(name) {
	if (isPlainName(name)) return name;
	return `<code>${shortLine(name, LONGEST_NAME).replaceAll(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`)}</code>`;
}
/** Usual names of targets. Others may be a link (`www.…`), an issue (`gh-1`) or a commit (`deadbeef`) to GitHub. */
function isPlainName(name) {
	return name.length <= 40 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && !/(^|-)(gh-\d|[0-9a-f]{7,}(-|$))/.test(name);
}
/** Writes each UTF-16 unit of what cannot be seen in another way. */
function escapeInvisible(text, escape) {
	return text.replaceAll(INVISIBLE, (character) => Array.from({ length: character.length }, (_, index) => escape(character.charCodeAt(index))).join(""));
}
function escapeCodePoint(character) {
	return `\\u{${character.codePointAt(0).toString(16)}}`;
}
function longestRun(text) {
	return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
export { inertHtmlName as a, visibleBlock as c, escapeInvisible as i, visibleLine as l, codeSpan as n, inertName as o, cutText as r, shortLine as s, codeBlock as t, visibleText as u };
