// src/budget/units.ts
/** Sizes as people write and read them: 1024-based, whole bytes below 2^53. */
const FACTORS = {
	K: 1024,
	M: 1024 ** 2,
	G: 1024 ** 3
};
/**
* What a size is written as: `331776`, `0x51000`, `324K`, `2M`, `1G`. A zero before other digits makes a number octal
* in C and in YAML 1.1, and decimal in YAML 1.2, so it is refused.
*/
const SIZE_PATTERN = /^(0[xX][0-9a-fA-F]+|(0|[1-9][0-9]*)[KMG]?)$/;
/** Reads a size in bytes; numbers are taken as bytes. */
function parseSize(written) {
	const text = String(written);
	if (!SIZE_PATTERN.test(text)) return mistake(`"${text}" is not a size; ${correction(text)}`);
	const factor = /^0x/i.test(text) ? void 0 : FACTORS[text.at(-1)];
	const bytes = factor === void 0 ? Number(text) : Number(text.slice(0, -1)) * factor;
	return Number.isSafeInteger(bytes) ? {
		kind: "size",
		bytes
	} : mistake(`"${text}" is too large; sizes stay below 2^53 bytes`);
}
function mistake(message) {
	return {
		kind: "mistake",
		message
	};
}
/** No more digits than a size has. */
const OCTAL = /^0[0-7]{1,17}$/;
/** The nearest thing that would be a size, where it is clear what was meant. */
function correction(text) {
	if (OCTAL.test(text)) return `write ${Number(text)}, or 0x${Number.parseInt(text, 8).toString(16)} if it is octal`;
	const parts = /^([0-9]+(?:\.[0-9]+)?)\s*(?:([kmg])(?:i?b)?|b|bytes)?$/i.exec(text.replaceAll(/[,_']/g, ""));
	if (parts === null) return "write bytes (331776, 0x51000) or 324K, 2M, 1G";
	const unit = (parts[2] ?? "").toUpperCase();
	const bytes = Number(parts[1]) * (FACTORS[unit] ?? 1);
	if (!Number.isSafeInteger(bytes)) return "sizes are whole bytes below 2^53";
	return `write ${Number.isInteger(Number(parts[1])) ? `${Number(parts[1])}${unit}` : shortestSize(bytes)}`;
}
/** The shortest form that a budget file takes: 2097152 is `2M`, 1572864 is `1536K`, 1000 is `1000`. */
function shortestSize(bytes) {
	for (const unit of [
		"G",
		"M",
		"K"
	]) {
		const factor = FACTORS[unit];
		if (bytes > 0 && bytes % factor === 0) return `${bytes / factor}${unit}`;
	}
	return String(bytes);
}
/** Bytes with thousands separators: `115,432 B`. */
function formatBytes(bytes) {
	return `${grouped(bytes)} B`;
}
/** A difference in bytes with its sign: `+3,968 B`, `-16 B`, `0 B`. */
function formatChange(bytes) {
	return bytes > 0 ? `+${formatBytes(bytes)}` : formatBytes(bytes);
}
/** A limit as it was meant: `324 KiB` or `2 MiB` where that is exact, else bytes. */
function formatLimit(bytes) {
	const size = shortestSize(bytes);
	const unit = size.at(-1);
	return unit in FACTORS ? `${grouped(Number(size.slice(0, -1)))} ${unit}iB` : formatBytes(bytes);
}
/** Three digits or four, for what nobody adds up: `1.52 GiB`, `210 MiB`, `12 KiB`. */
function roughSize(bytes) {
	for (const [unit, factor] of Object.entries(FACTORS).toSorted(([, a], [, b]) => b - a)) {
		if (factor === 1 || bytes < factor) continue;
		const value = bytes / factor;
		return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value)} ${unit}iB`;
	}
	return formatBytes(bytes);
}
/** With thousands separators. Not `toLocaleString`: its result depends on the ICU data that Node was built with. */
function grouped(value) {
	const digits = String(Math.abs(value));
	const groups = [digits.slice(0, digits.length % 3 || 3)];
	for (let at = groups[0].length; at < digits.length; at += 3) groups.push(digits.slice(at, at + 3));
	return (value < 0 ? "-" : "") + groups.join(",");
}
export { grouped as a, formatLimit as i, formatBytes as n, parseSize as o, formatChange as r, roughSize as s, SIZE_PATTERN as t };
