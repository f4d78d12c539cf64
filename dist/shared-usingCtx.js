import { t as UserError } from "./shared-user-error.js";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
// src/elf/names.ts
/** Longer ones, which only a damaged file has, would be too many arguments for `String.fromCharCode`. */
const SHORT_NAME = 1e3;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** Name `i` of a column, fit to print: see `decodeName`. */
function nameAt({ bytes, starts }, i) {
	return decodeName(bytes, starts[i]);
}
/**
* The name from `start` to the next zero byte. Control characters are written as `\x1b`: a line break or an escape
* sequence must not act on the terminal or the log that the name is printed to.
*/
function decodeName(bytes, start) {
	const name = bytes.subarray(start, bytes.indexOf(0, start));
	if (name.length <= SHORT_NAME && name.every(isPrintable)) return String.fromCharCode(...name);
	return decoder.decode(name).replaceAll(/\p{Cc}/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
function isPrintable(byte) {
	return byte >= 32 && byte <= 126;
}
// src/size/folded-names.ts
/**
* Gives each different name a row number, after taking the `.123` out of it that compilers number static variables
* and clones with: `re.sub(r'\.[0-9]+', '', name)`, getsizes L48 of scripts/bloat-o-meter. A hash table over bytes:
* a Map of strings takes most of the time of comparing two kernels of 200,000 symbols.
*/
const DOT$1 = 46;
const FREE = -1;
/** For at most `capacity` different names. */
function foldedNames(capacity) {
	const starts = new Uint32Array(capacity);
	const hashes = new Int32Array(capacity);
	const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * capacity + 1))).fill(FREE);
	let text = new Uint8Array(32 * capacity + 1);
	let used = 0;
	let rows = 0;
	return {
		rowOf: (bytes, start) => {
			text = withRoom(text, used + bytes.indexOf(0, start) - start + 1);
			const end = foldInto(text, used, {
				bytes,
				start
			});
			const hash = hashOf(text, used, end);
			let slot = hash & slots.length - 1;
			for (let row = slots[slot]; row !== FREE; row = slots[slot]) {
				if (hashes[row] === hash && isSame(text, starts[row], used)) return row;
				slot = slot + 1 & slots.length - 1;
			}
			slots[slot] = rows;
			hashes[rows] = hash;
			starts[rows] = used;
			used = end + 1;
			return rows++;
		},
		nameOf: (row) => decodeName(text, starts[row])
	};
}
/** Copies a name and its zero byte to `to`; returns where the zero byte is. */
function foldInto(text, to, { bytes, start }) {
	let end = to;
	let from = start;
	for (let byte = bytes[from]; byte !== 0; byte = bytes[from]) {
		from++;
		if (byte === DOT$1 && isDigit(bytes[from])) while (isDigit(bytes[from])) from++;
		else text[end++] = byte;
	}
	text[end] = 0;
	return end;
}
/** FNV-1a, with the upper bits mixed into the lower ones that choose the slot. */
function hashOf(text, start, end) {
	let hash = 2166136261;
	for (let i = start; i < end; i++) hash = Math.imul(hash ^ text[i], 16777619);
	return hash ^ hash >>> 15;
}
/** Compares up to and with the zero bytes. */
function isSame(text, a, b) {
	let i = 0;
	while (text[a + i] === text[b + i]) {
		if (text[a + i] === 0) return true;
		i++;
	}
	return false;
}
function isDigit(byte) {
	return byte >= 48 && byte <= 57;
}
function withRoom(text, length) {
	if (length <= text.length) return text;
	const larger = new Uint8Array(2 * length);
	larger.set(text);
	return larger;
}
// src/size/ignored-names.ts
/** Symbols that scripts/bloat-o-meter leaves out, judged by the name as it stands in the file (`getsizes`, L36-46). */
const IGNORED_PREFIXES = [
	"__mod_",
	"__se_sys",
	"__se_compat_sys",
	"__addressable_"
].map(toBytes);
const IGNORED_NAMES = ["linux_banner\0", "vermagic\0"].map(toBytes);
const IGNORED = [...IGNORED_PREFIXES, ...IGNORED_NAMES];
const COLON = 58;
/** A test for names in `bytes`, by where they start. */
function ignoredNameTest(bytes) {
	const hasColons = bytes.includes(COLON);
	return (start) => IGNORED.some((ignored) => startsWith(bytes, start, ignored)) || hasColons && bytes.subarray(start, bytes.indexOf(0, start)).includes(COLON);
}
function startsWith(bytes, start, prefix) {
	for (let i = 0; i < prefix.length; i++) if (bytes[start + i] !== prefix[i]) return false;
	return true;
}
function toBytes(text) {
	return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
// src/size/name-order.ts
/** Compares as Python does, by code point; UTF-16 units, as `<` compares, put U+1F600 before U+FF5E. */
function compareNames(a, b) {
	const length = Math.min(a.length, b.length);
	for (let i = 0; i < length; i++) {
		const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)];
		if (left !== right) return weight(left) - weight(right);
	}
	return a.length - b.length;
}
/** Moves surrogates behind all other units, where the code points that they stand for are. */
function weight(unit) {
	return unit >= 55296 && unit <= 57343 ? unit + 65536 : unit;
}
// src/size/symbol-letters.ts
const SETS = {
	"6.1": {
		all: [{
			title: "Function",
			letters: "tTdDbBrR"
		}],
		text: [{
			title: "Function",
			letters: "tT"
		}],
		data: [{
			title: "Data",
			letters: "dDbBrR"
		}],
		categories: [
			{
				title: "Function",
				letters: "tT"
			},
			{
				title: "Data",
				letters: "dDbB"
			},
			{
				title: "RO Data",
				letters: "rR"
			}
		]
	},
	"6.12": {
		all: [{
			title: "Function",
			letters: "tTdDbBrRvVwW"
		}],
		text: [{
			title: "Function",
			letters: "tTwW"
		}],
		data: [{
			title: "Data",
			letters: "dDbBrRvV"
		}],
		categories: [
			{
				title: "Function",
				letters: "tTwW"
			},
			{
				title: "Data",
				letters: "dDbBvV"
			},
			{
				title: "RO Data",
				letters: "rR"
			}
		]
	}
};
/** The tables of a mode, in the order in which the script prints them (the calls of `print_result` at its end). */
function letterSets(mode, compat) {
	return SETS[compat][mode];
}
/** Whether a letter, as a character code, is in a set. */
function letterTest(letters) {
	const members = /* @__PURE__ */ new Uint8Array(256);
	for (const letter of letters) members[letter.charCodeAt(0)] = 1;
	return (letter) => members[letter] === 1;
}
// src/size/symbol-diff.ts
/**
* Compares two kernels symbol by symbol as scripts/bloat-o-meter of the kernel does: which symbols it counts, under
* which name, in which order. Printing is in report/bloat-o-meter.ts.
*/
/** The tables that the script prints: three for `categories`, otherwise one. */
function diffSymbols(old, head, options) {
	return letterSets(options.mode, options.compat).map((set) => diffSet(old, head, set));
}
function diffSet(old, head, { title, letters }) {
	const sums = addUp([old, head], letterTest(letters));
	const rows = changedRows(sums);
	const ofKind = (test) => rows.reduce((n, row) => test(row) ? n + 1 : n, 0);
	const before = total(sums.old);
	const after = total(sums.head);
	const up = rows.reduce((sum, { delta }) => delta > 0 ? sum + delta : sum, 0);
	return {
		title,
		added: ofKind((row) => row.old === void 0),
		removed: ofKind((row) => row.new === void 0),
		grown: ofKind((row) => row.old !== void 0 && row.delta > 0),
		shrunk: ofKind((row) => row.new !== void 0 && row.delta < 0),
		up,
		down: up - (after - before),
		rows,
		before,
		after
	};
}
function addUp([old, head], isCounted) {
	const names = foldedNames(old.sizes.length + head.sizes.length);
	const sumsOf = (symbols) => {
		const { bytes, starts } = symbols.names;
		const sums = new Float64Array(old.sizes.length + head.sizes.length);
		const isIgnored = ignoredNameTest(bytes);
		for (let i = 0; i < starts.length; i++) {
			if (!isCounted(symbols.letters[i]) || isIgnored(starts[i])) continue;
			const row = names.rowOf(bytes, starts[i]);
			sums[row] = sums[row] + symbols.sizes[i];
		}
		return sums;
	};
	return {
		nameOf: names.nameOf,
		old: sumsOf(old),
		head: sumsOf(head)
	};
}
/** Python's `delta.sort(reverse=True)` of (delta, name): ties are in descending order of names. */
function changedRows({ nameOf, old, head }) {
	const rows = [];
	for (let i = 0; i < old.length; i++) {
		const [before, after] = [old[i], head[i]];
		if (before === after) continue;
		rows.push({
			name: nameOf(i),
			old: before === 0 ? void 0 : before,
			new: after === 0 ? void 0 : after,
			delta: after - before
		});
	}
	return rows.toSorted((a, b) => b.delta - a.delta || compareNames(b.name, a.name));
}
function total(sums) {
	const sum = sums.reduce((bytes, size) => bytes + size, 0);
	if (Number.isSafeInteger(sum)) return sum;
	throw new UserError(`the sizes of all symbols sum to ${sum} bytes, expected less than 2^53; a file is damaged`);
}
// src/report/bloat-o-meter.ts
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
		line(diff.title, [
			"old",
			"new",
			"delta"
		]),
		...diff.rows.map(rowLine),
		`Total: Before=${before}, After=${after}, chg ${formatPercent(before, after)}`
	];
}
function rowLine({ name, old, new: current, delta }) {
	return line(name, [
		`${old ?? "-"}`,
		`${current ?? "-"}`,
		delta > 0 ? `+${delta}` : `${delta}`
	]);
}
/** Python pads by code points; what is too long moves the rest to the right. */
function line(name, numbers) {
	return [name + " ".repeat(Math.max(0, NAME_WIDTH - Array.from(name).length)), ...numbers.map((text) => text.padStart(NUMBER_WIDTH))].join(" ");
}
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
// src/elf/byte-range.ts
/**
* More than any one table of a real file needs (a vmlinux of 250,000 symbols has 10 MB of names), and less than the
* longest string that V8 makes (2^29 - 24 characters).
*/
const LARGEST_READ = 268435456;
/** Reads a range after `checkRange`, and never more than the file holds. */
function readRange(source, range) {
	checkRange(source, range);
	if (range.size > LARGEST_READ) throw new UserError(`${source.name}: ${range.what} take ${range.size} bytes, expected at most ${LARGEST_READ}; is the file damaged?`);
	return source.read(range.offset, range.size);
}
/** Throws a `UserError` unless the range lies within the file. */
function checkRange(source, range) {
	if (range.offset + range.size <= source.size) return;
	throw new UserError(`${source.name}: ${range.what} at offset ${hex(range.offset)} (${range.size} bytes) run past the end of the file (${source.size} bytes); it is truncated or damaged, build or copy it again`);
}
/** A damaged field: `found` names what and where and what was expected. */
function damaged(source, found) {
	return new UserError(`${source.name}: ${found}; the file is damaged, build or copy it again`);
}
/** `0x1f`. */
function hex(value) {
	return `0x${value.toString(16)}`;
}
// src/elf/field-reader.ts
function fieldReader(bytes, encoding) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const little = encoding.littleEndian;
	const half = (offset) => view.getUint16(offset, little);
	const word = (offset) => view.getUint32(offset, little);
	if (encoding.class === 32) return {
		half,
		word,
		size: word,
		address: (offset) => BigInt(word(offset)),
		addressParts: [word, () => 0]
	};
	const low = (offset) => view.getUint32(little ? offset : offset + 4, little);
	const high = (offset) => view.getUint32(little ? offset + 4 : offset, little);
	return {
		half,
		word,
		size: (offset) => high(offset) * 2 ** 32 + low(offset),
		address: (offset) => view.getBigUint64(offset, little),
		addressParts: [low, high]
	};
}
// src/elf/file-kind.ts
const COMPRESSED = "unpack it, or give the vmlinux it was made from";
const BOOT_IMAGE = "give the vmlinux of the same build instead";
/** Boot images first: several begin with the signature of something more general. */
const SIGNATURES = [
	sign(514, "HdrS", `a compressed x86 kernel (bzImage); ${BOOT_IMAGE}`),
	sign(56, "ARMd", `an arm64 boot image; ${BOOT_IMAGE}`),
	sign(56, "RSC", `a RISC-V boot image; ${BOOT_IMAGE}`),
	sign(36, "(o", `a compressed ARM kernel (zImage); ${BOOT_IMAGE}`),
	sign(36, "o(", `a compressed ARM kernel (zImage); ${BOOT_IMAGE}`),
	sign(0, "'V", `a U-Boot image; ${BOOT_IMAGE}`),
	sign(0, "Ð\rþí", `a device tree blob or FIT image; ${BOOT_IMAGE}`),
	sign(0, "", `gzip compressed data; ${COMPRESSED}`),
	sign(0, "ý7zXZ\0", `xz compressed data; ${COMPRESSED}`),
	sign(0, "(µ/ý", `zstd compressed data; ${COMPRESSED}`),
	sign(0, "\"M", `lz4 compressed data; ${COMPRESSED}`),
	sign(0, "!L", `lz4 compressed data; ${COMPRESSED}`),
	sign(0, "BZh", `bzip2 compressed data; ${COMPRESSED}`),
	sign(0, "LZO", `lzop compressed data; ${COMPRESSED}`),
	sign(0, "]\0\0", `lzma compressed data; ${COMPRESSED}`),
	sign(0, "!<arch>\n", "an ar archive; give its objects one by one"),
	sign(0, "!<thin>\n", "a thin ar archive; give its objects one by one"),
	sign(0, "BCÀÞ", "LLVM bitcode; link it first, or build without LTO"),
	sign(0, "ÞÀ\v", "LLVM bitcode; link it first, or build without LTO"),
	sign(0, "MZ", "a PE or EFI image; give the vmlinux of the same build instead")
];
/** A phrase that continues "FILE is not ELF but ": what the file looks like and what to give instead. */
function describeContent(head) {
	if (head.length === 0) return "empty; did the build that should have written it fail?";
	const match = SIGNATURES.find(({ offset, bytes }) => bytes.every((byte, i) => head[offset + i] === byte));
	if (match) return match.kind;
	if (head.every(isText)) return "text; give a vmlinux, .o or .ko file";
	return "unknown data; give a vmlinux, .o or .ko file";
}
function sign(offset, text, kind) {
	return {
		offset,
		bytes: Array.from(text, (char) => char.charCodeAt(0)),
		kind
	};
}
function isText(byte) {
	return byte >= 32 || byte >= 9 && byte <= 13;
}
// src/elf/header.ts
const IDENT_SIZE = 16;
/** Reads the ELF header (gABI chapter 2); a `UserError` says what the file is when it is not ELF. */
function readHeader(source) {
	const encoding = readIdent(source);
	const fields = fieldReader(readRange(source, {
		what: "the ELF header",
		offset: 0,
		size: encoding.class === 32 ? 52 : 64
	}), encoding);
	const [segments, sections, rest] = encoding.class === 32 ? [
		28,
		32,
		42
	] : [
		32,
		40,
		54
	];
	return {
		...encoding,
		type: fields.half(16),
		machine: fields.half(18),
		segmentsOffset: fields.size(segments),
		sectionsOffset: fields.size(sections),
		segmentEntrySize: fields.half(rest),
		segmentCount: fields.half(rest + 2),
		sectionEntrySize: fields.half(rest + 4),
		sectionCount: fields.half(rest + 6),
		namesIndex: fields.half(rest + 8)
	};
}
function readIdent(source) {
	const head = source.read(0, Math.min(source.size, 528));
	if (!(head[0] === 127 && head[1] === 69 && head[2] === 76 && head[3] === 70)) throw new UserError(`${source.name} is not ELF but ${describeContent(head)}`);
	if (head.length < IDENT_SIZE) throw new UserError(`${source.name}: the ELF header ends after ${head.length} bytes; the file is truncated`);
	const [elfClass, data, version] = [
		head[4],
		head[5],
		head[6]
	];
	expectIdent(source, {
		offset: 4,
		what: "class",
		found: elfClass,
		expected: "1 (32 bit) or 2 (64 bit)"
	});
	expectIdent(source, {
		offset: 5,
		what: "byte order",
		found: data,
		expected: "1 (little) or 2 (big)"
	});
	if (version !== 1) throw new UserError(`${source.name}: ELF version ${version} at offset 6, expected 1; is the file damaged?`);
	return {
		class: elfClass === 1 ? 32 : 64,
		littleEndian: data === 1
	};
}
function expectIdent(source, { offset, what, found, expected }) {
	if (found === 1 || found === 2) return;
	throw new UserError(`${source.name}: ELF ${what} ${found} at offset ${offset}, expected ${expected}; is the file damaged?`);
}
// src/elf/elf.ts
/**
* The reserved indices, moved from 0xff00 to the top of 32 bits: with more than 65,280 sections 0xfff1 is also the
* number of a real one.
*/
const FIRST_RESERVED_INDEX = 4294967040;
/** `sh_type`. */
const SECTION_TYPE = {
	null: 0,
	symbolTable: 2,
	stringTable: 3,
	noBits: 8,
	extendedIndexes: 18
};
/** `sh_flags`. */
const SECTION_FLAG = {
	write: 1,
	alloc: 2,
	execute: 4,
	compressed: 2048
};
// src/elf/string-table.ts
/** Reads a string table (gABI chapter 4) whole; ends with a zero byte. A `UserError` when the section is none. */
function readStringTable(source, section) {
	const what = `the string table (section ${section.index}, ${section.name})`;
	if (section.type !== SECTION_TYPE.stringTable) throw damaged(source, `${what} is of type ${section.type}, expected 3`);
	if ((section.flags & SECTION_FLAG.compressed) !== 0) throw damaged(source, `${what} is compressed, which no linker does`);
	const bytes = readRange(source, {
		what,
		offset: section.offset,
		size: section.size
	});
	if (bytes.length === 0) return /* @__PURE__ */ new Uint8Array(1);
	if (bytes.at(-1) !== 0) throw damaged(source, `the last name of ${what} is not terminated`);
	return bytes;
}
// src/elf/sections.ts
/** Headers are objects: this many are some 200 MB, and a kernel linked with -ffunction-sections has 100,000. */
const MOST_SECTIONS = 1e6;
/** From this value on, a number of the ELF header stands in section header 0 instead (gABI, "Extended Numbering"). */
const NUMBER_ELSEWHERE = 65535;
/** All section headers with their names; none when the file has no section header table. */
function readSections(source, header) {
	if (header.sectionsOffset === 0) return {
		sections: [],
		segmentCount: header.segmentCount
	};
	const entrySize = header.class === 32 ? 40 : 64;
	if (header.sectionEntrySize !== entrySize) throw damaged(source, `the ELF header gives section headers ${header.sectionEntrySize} bytes each, expected ${entrySize} for ${header.class} bit`);
	const first = readEntries(source, header, 1)[0];
	const count = header.sectionCount === 0 ? first.size : header.sectionCount;
	if (count > MOST_SECTIONS) throw damaged(source, `${count} section headers, expected at most ${MOST_SECTIONS}`);
	const entries = readEntries(source, header, count);
	const namesIndex = header.namesIndex === NUMBER_ELSEWHERE ? first.link : header.namesIndex;
	const segmentCount = header.segmentCount === NUMBER_ELSEWHERE ? first.info : header.segmentCount;
	return {
		sections: nameSections(source, entries, namesIndex),
		segmentCount
	};
}
function readEntries(source, header, count) {
	const entrySize = header.sectionEntrySize;
	const fields = fieldReader(readRange(source, {
		what: "the section headers",
		offset: header.sectionsOffset,
		size: count * entrySize
	}), header);
	return Array.from({ length: count }, (_, index) => readEntry(fields, header.class / 8, index));
}
/** Elf32_Shdr and Elf64_Shdr have the same fields in the same order; six of them are as wide as an address. */
function readEntry(fields, width, index) {
	const at = index * (16 + 6 * width);
	const linkAt = at + 8 + 4 * width;
	return {
		index,
		nameOffset: fields.word(at),
		type: fields.word(at + 4),
		flags: fields.size(at + 8),
		address: fields.address(at + 8 + width),
		offset: fields.size(at + 8 + 2 * width),
		size: fields.size(at + 8 + 3 * width),
		link: fields.word(linkAt),
		info: fields.word(linkAt + 4),
		align: fields.size(linkAt + 8),
		entrySize: fields.size(linkAt + 8 + width)
	};
}
function nameSections(source, entries, namesIndex) {
	const table = namesIndex === 0 ? void 0 : entries[namesIndex];
	if (namesIndex !== 0 && table === void 0) throw damaged(source, `the names of the sections are said to be in section ${namesIndex} of ${entries.length}`);
	const names = table ? readStringTable(source, {
		...table,
		name: ".shstrtab"
	}) : /* @__PURE__ */ new Uint8Array(1);
	return entries.map(({ nameOffset, ...entry }) => {
		if (table && nameOffset >= names.length) throw damaged(source, `the name of section ${entry.index} lies outside .shstrtab, at ${hex(nameOffset)}`);
		const name = table ? decodeName(names, nameOffset) : "";
		const section = {
			...entry,
			name
		};
		checkContents$1(source, section);
		return section;
	});
}
/** Section 0 has no contents: its fields carry the numbers that did not fit into the ELF header. */
function checkContents$1(source, section) {
	if (section.type === SECTION_TYPE.null) return;
	const what = `the contents of section ${section.index} (${section.name})`;
	if (section.type !== SECTION_TYPE.noBits) checkRange(source, {
		...section,
		what
	});
	if (section.size > Number.MAX_SAFE_INTEGER) throw damaged(source, `${what} take ${section.size} bytes, expected less than 2^53`);
}
// src/elf/segments.ts
const PT_LOAD = 1;
/** Far more than any linker writes; it bounds the memory that a damaged count can ask for. */
const MOST_SEGMENTS = 1e6;
/** All `count` program headers; none when the file has no program header table, as relocatable ones. */
function readSegments(source, header, count) {
	if (header.segmentsOffset === 0 || count === 0) return [];
	const entrySize = header.class === 32 ? 32 : 56;
	if (header.segmentEntrySize !== entrySize) throw damaged(source, `the ELF header gives program headers ${header.segmentEntrySize} bytes each, expected ${entrySize} for ${header.class} bit`);
	if (count > MOST_SEGMENTS) throw damaged(source, `${count} program headers, expected at most ${MOST_SEGMENTS}`);
	const fields = fieldReader(readRange(source, {
		what: "the program headers",
		offset: header.segmentsOffset,
		size: count * entrySize
	}), header);
	const readEntry = header.class === 32 ? readEntry32 : readEntry64;
	return Array.from({ length: count }, (_, index) => {
		const segment = readEntry(fields, index * entrySize);
		checkContents(source, segment, index);
		return segment;
	});
}
function readEntry32(fields, at) {
	return {
		type: fields.word(at),
		offset: fields.size(at + 4),
		virtualAddress: fields.address(at + 8),
		physicalAddress: fields.address(at + 12),
		fileSize: fields.size(at + 16),
		memorySize: fields.size(at + 20),
		flags: fields.word(at + 24),
		align: fields.size(at + 28)
	};
}
function readEntry64(fields, at) {
	return {
		type: fields.word(at),
		flags: fields.word(at + 4),
		offset: fields.size(at + 8),
		virtualAddress: fields.address(at + 16),
		physicalAddress: fields.address(at + 24),
		fileSize: fields.size(at + 32),
		memorySize: fields.size(at + 40),
		align: fields.size(at + 48)
	};
}
function checkContents(source, segment, index) {
	if (segment.type !== PT_LOAD) return;
	checkRange(source, {
		what: `the contents of segment ${index}`,
		offset: segment.offset,
		size: segment.fileSize
	});
	if (segment.memorySize > Number.MAX_SAFE_INTEGER) throw damaged(source, `segment ${index} takes ${segment.memorySize} bytes of memory, expected less than 2^53`);
}
// src/elf/open-elf.ts
/**
* Opens an ELF file of any class, byte order and machine: header, section headers, program headers. Contents of
* sections are left where they are. Specification: https://gabi.xinuos.com, chapters 2 to 4 and 7.
*/
/** Reads the headers, at most a few kilobytes of a usual file; a `UserError` says what is wrong with it and where. */
function openElf(source) {
	const header = readHeader(source);
	const { sections, segmentCount } = readSections(source, header);
	return {
		name: source.name,
		class: header.class,
		littleEndian: header.littleEndian,
		type: header.type,
		machine: header.machine,
		sections,
		segments: readSegments(source, header, segmentCount),
		source
	};
}
// src/elf/symbol-columns.ts
/** Where the fields of Elf32_Sym and Elf64_Sym are; `st_name` is at 0 in both. */
const LAYOUTS = {
	32: {
		entrySize: 16,
		value: 4,
		size: 8,
		info: 12,
		section: 14
	},
	64: {
		entrySize: 24,
		value: 8,
		size: 16,
		info: 4,
		section: 6
	}
};
/** `st_shndx` values: the first reserved one, and "look into SHT_SYMTAB_SHNDX". */
const FIRST_RESERVED = 65280;
const INDEX_ELSEWHERE = 65535;
/** Where the lower half of a 64-bit number is on this machine, counted in halves. */
const LOW_HALF = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 0 : 1;
/** Reads all entries of SHT_SYMTAB, a multiple of the entry size; a `UserError` on a size of 2^53 or more. */
function readColumns(elf, section) {
	const layout = LAYOUTS[elf.class];
	const bytes = readRange(elf.source, {
		...section,
		what: "the symbols"
	});
	const { half, word, size, addressParts } = fieldReader(bytes, elf);
	const [low, high] = addressParts;
	const columns = newColumns(section.size / layout.entrySize);
	const halves = new Uint32Array(columns.addresses.buffer);
	const extended = readExtendedIndexes(elf, section, columns.starts.length);
	for (let i = 0, at = 0; at < bytes.length; i++, at += layout.entrySize) {
		const info = bytes[at + layout.info];
		const index = half(at + layout.section);
		columns.starts[i] = word(at);
		halves[2 * i + LOW_HALF] = low(at + layout.value);
		halves[2 * i + 1 - LOW_HALF] = high(at + layout.value);
		columns.sizes[i] = checkSize(elf, i, size(at + layout.size));
		columns.types[i] = info & 15;
		columns.bindings[i] = info >> 4;
		columns.sectionIndexes[i] = index === INDEX_ELSEWHERE ? extended(i) : widenIndex(index);
	}
	return columns;
}
/** Bytes of one entry. */
function symbolEntrySize(elf) {
	return LAYOUTS[elf.class].entrySize;
}
function newColumns(count) {
	return {
		starts: new Uint32Array(count),
		addresses: new BigUint64Array(count),
		sizes: new Float64Array(count),
		types: new Uint8Array(count),
		bindings: new Uint8Array(count),
		sectionIndexes: new Uint32Array(count)
	};
}
function checkSize(elf, i, size) {
	if (size <= Number.MAX_SAFE_INTEGER) return size;
	throw damaged(elf.source, `symbol ${i} has a size of ${size} bytes, expected less than 2^53`);
}
function widenIndex(index) {
	return index < FIRST_RESERVED ? index : FIRST_RESERVED_INDEX + (index - FIRST_RESERVED);
}
/** Looks up the section of symbol `i` in SHT_SYMTAB_SHNDX (gABI, "Extended Numbering"). */
function readExtendedIndexes(elf, symbols, count) {
	const section = elf.sections.find(({ type, link }) => type === SECTION_TYPE.extendedIndexes && link === symbols.index);
	if (section === void 0) return (i) => {
		throw damaged(elf.source, `symbol ${i} needs a table of extended section indexes, and there is none`);
	};
	if (section.size < count * 4) throw damaged(elf.source, `${section.name} takes ${section.size} bytes, expected ${count * 4}`);
	const fields = fieldReader(readRange(elf.source, {
		...section,
		what: "the section indexes"
	}), elf);
	return (i) => fields.word(i * 4);
}
// src/elf/symbols.ts
/**
* Reads the symbol table of an ELF file into columns. `.dynsym` is left out: nm lists `.symtab`, and a kernel has
* no other. Specification: https://gabi.xinuos.com, chapter 5.
*/
/** Reads the symbol table; a `UserError` when the file has none (stripped) or it is damaged. */
function readSymbols(elf) {
	const section = elf.sections.find(({ type }) => type === SECTION_TYPE.symbolTable);
	if (section === void 0) throw new UserError(`${elf.name} has no symbol table: it is stripped; give the file as the linker wrote it`);
	checkSymbolSection(elf, section);
	const { starts, ...columns } = readColumns(elf, section);
	const names = readNames(elf, section, starts);
	return {
		count: starts.length,
		...columns,
		names,
		name: (i) => nameAt(names, i)
	};
}
function checkSymbolSection(elf, section) {
	const what = `the symbol table (section ${section.index}, ${section.name})`;
	const entrySize = symbolEntrySize(elf);
	if ((section.flags & SECTION_FLAG.compressed) !== 0) throw damaged(elf.source, `${what} is compressed, which no linker does`);
	if (section.entrySize !== entrySize) throw damaged(elf.source, `${what} has entries of ${section.entrySize} bytes, expected ${entrySize}`);
	if (section.size % entrySize !== 0) throw damaged(elf.source, `${what} takes ${section.size} bytes, expected a multiple of ${entrySize}`);
}
function readNames(elf, symbols, starts) {
	const section = elf.sections[symbols.link];
	if (section === void 0) throw damaged(elf.source, `the names of the symbols are said to be in section ${symbols.link} of ${elf.sections.length}`);
	const bytes = readStringTable(elf.source, section);
	for (let i = 0; i < starts.length; i++) {
		if (starts[i] < bytes.length) continue;
		throw damaged(elf.source, `the name of symbol ${i} lies outside ${section.name}, at ${hex(starts[i])}`);
	}
	return {
		bytes,
		starts
	};
}
// src/elf/machine-rules.ts
const EM_PPC64 = 21;
const EM_ARM = 40;
const EM_IA_64 = 50;
const EM_AARCH64 = 183;
const EM_RISCV = 243;
const EM_ALPHA = 36902;
const [DOLLAR, DOT, UNDERSCORE] = [
	36,
	46,
	95
];
/** bfd/cpu-arm.c and bfd/cpu-aarch64.c; bfd/elfnn-riscv.c with `_bfd_elf_is_local_label_name`. */
const HIDDEN_NAMES = /* @__PURE__ */ new Map([
	[EM_ARM, {
		firstBytes: [DOLLAR],
		pattern: /^\$[a-z](\.|$)/
	}],
	[EM_AARCH64, {
		firstBytes: [DOLLAR],
		pattern: /^\$[dfmpx](\.|$)/
	}],
	[EM_RISCV, {
		firstBytes: [
			DOLLAR,
			DOT,
			UNDERSCORE,
			0
		],
		pattern: /^(\$[dx]|\.L|\.\.|_\.L_|$)/
	}]
]);
/** SHF_IA_64_SHORT and SHF_ALPHA_GPREL have one value. */
const SMALL_DATA_FLAG = 268435456;
const SMALL_DATA_NAME = /^\.s(bss|data)/;
/** A test for symbols that nm hides on this machine because of their names. */
function hiddenNameTest(machine, names) {
	const hidden = HIDDEN_NAMES.get(machine);
	if (hidden === void 0) return () => false;
	return (i) => hidden.firstBytes.includes(names.bytes[names.starts[i]]) && hidden.pattern.test(nameAt(names, i));
}
/** Whether a section is addressed from a global pointer, which nm shows as `g` and `s` instead of `d` and `b`. */
function hasSmallData(machine, section) {
	if (machine === EM_PPC64) return SMALL_DATA_NAME.test(section.name);
	if (machine !== EM_IA_64 && machine !== EM_ALPHA) return false;
	return (section.flags & SMALL_DATA_FLAG) !== 0;
}
// src/elf/nm-letters.ts
/**
* The letter that GNU nm prints for a symbol, from the ELF file alone: `bfd_decode_symclass` of bfd/syms.c and
* `filter_symbols` of binutils/nm.c, binutils 2.40, as `nm --size-sort` runs them.
*/
const STT_OBJECT = 1;
const STT_SECTION = 3;
const STT_FILE = 4;
const STT_GNU_IFUNC = 10;
const STB_LOCAL = 0;
const STB_GLOBAL = 1;
const STB_WEAK = 2;
const STB_GNU_UNIQUE = 10;
const LETTER = {
	common: code("C"),
	ifunc: code("i"),
	unique: code("u"),
	weak: code("W"),
	weakObject: code("V"),
	unknown: code("?")
};
/** One character code for each symbol; 0 where `nm --size-sort` does not list it. */
function nmLetters(elf, table) {
	const ofSection = Uint8Array.from(elf.sections, (section) => sectionLetter(elf, section));
	const isHidden = hiddenNameTest(elf.machine, table.names);
	const letters = new Uint8Array(table.count);
	for (let i = 0; i < table.count; i++) {
		const isDebugging = table.types[i] === STT_SECTION || table.types[i] === STT_FILE;
		if (table.sizes[i] === 0 || isDebugging || isHidden(i)) continue;
		const index = table.sectionIndexes[i];
		if (index === 4294967282) letters[i] = LETTER.common;
		else if (index < ofSection.length) letters[i] = definedLetter(table, i, ofSection[index]);
		else if (index < 4294967040) throw damaged(elf.source, `symbol ${i} is in section ${index}, expected one below ${ofSection.length}`);
	}
	return letters;
}
/** The first rule that fits decides; `section` is the letter of its section, 0 where BFD makes no section of it. */
function definedLetter(table, i, section) {
	if (section === 0) return 0;
	const [type, binding] = [table.types[i], table.bindings[i]];
	if (type === STT_GNU_IFUNC) return LETTER.ifunc;
	if (binding === STB_WEAK) return type === STT_OBJECT ? LETTER.weakObject : LETTER.weak;
	if (binding === STB_GNU_UNIQUE) return LETTER.unique;
	if (binding === STB_LOCAL) return section;
	return binding === STB_GLOBAL ? upperCase(section) : LETTER.unknown;
}
/** `decode_section_type`: flags decide, never the name, but for debugging sections and small data. */
function sectionLetter(elf, section) {
	const { type, flags, name } = section;
	if (NO_BFD_SECTION.has(type)) return 0;
	const allocated = (flags & SECTION_FLAG.alloc) !== 0;
	const writable = (flags & SECTION_FLAG.write) !== 0;
	if ((flags & SECTION_FLAG.execute) !== 0) return code("t");
	const small = hasSmallData(elf.machine, section);
	if (type === SECTION_TYPE.noBits) return code(small ? "s" : "b");
	if (allocated && !writable) return code("r");
	if (allocated) return code(small ? "g" : "d");
	if (DEBUG_NAME.test(name)) return code("N");
	return code(writable ? "?" : "n");
}
/** BFD takes a symbol in one of these for an absolute one (`elf_slurp_symbol_table` of bfd/elfcode.h). */
const NO_BFD_SECTION = /* @__PURE__ */ new Set([
	SECTION_TYPE.null,
	SECTION_TYPE.symbolTable,
	SECTION_TYPE.extendedIndexes
]);
/** `_bfd_elf_make_section_from_shdr` of bfd/elf.c. */
const DEBUG_NAME = /^\.(debug|gnu\.debuglto_\.debug_|gnu\.linkonce\.wi\.|zdebug|line|stab|gdb_index$)/;
function upperCase(letter) {
	return letter >= 97 && letter <= 122 ? letter - 32 : letter;
}
function code(letter) {
	return letter.charCodeAt(0);
}
// src/size/symbol-sizes.ts
/**
* The symbols that `nm --size-sort` lists, in the order of the symbol table; sizes in bytes. A `UserError` when
* there is none: a comparison with nothing must not pass.
*/
function symbolSizes(elf, table) {
	const all = nmLetters(elf, table);
	const listed = all.reduce((count, letter) => letter === 0 ? count : count + 1, 0);
	if (listed === 0) throw new UserError(`${elf.name}: none of its ${table.count} symbols has a size; expected a compiled object or a linked kernel`);
	const starts = new Uint32Array(listed);
	const sizes = new Float64Array(listed);
	const letters = new Uint8Array(listed);
	for (let i = 0, row = 0; i < table.count; i++) {
		if (all[i] === 0) continue;
		starts[row] = table.names.starts[i];
		sizes[row] = table.sizes[i];
		letters[row] = all[i];
		row++;
	}
	return {
		names: {
			bytes: table.names.bytes,
			starts
		},
		sizes,
		letters
	};
}
// src/kernel/elf-source.ts
/** Opens a file for reading; a `UserError` when it is missing, unreadable, a directory or no regular file. */
function openElfSource(path) {
	const file = openFile(path);
	try {
		return {
			name: path,
			size: regularFileSize(path, file),
			...reader(path, file)
		};
	} catch (error) {
		closeSync(file);
		throw error;
	}
}
function reader(path, file) {
	return {
		read: (offset, length) => readExactly(path, file, {
			offset,
			length
		}),
		[Symbol.dispose]: () => closeSync(file)
	};
}
const OPEN_ERRORS = {
	ENOENT: "no such file; build it first, or correct the path",
	ENOTDIR: "no such file: a part of the path is a file, not a directory; correct the path",
	EACCES: "may not be read; change its permissions or run as a user who may read it",
	ELOOP: "is a symbolic link that leads to itself; correct the path"
};
function openFile(path) {
	try {
		return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
	} catch (cause) {
		const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error";
		throw new UserError(`${path}: ${OPEN_ERRORS[code] ?? `cannot be opened (${code})`}`, { cause });
	}
}
function regularFileSize(path, file) {
	const stat = fstatSync(file);
	if (stat.isDirectory()) throw new UserError(`${path} is a directory, expected an ELF file; give the vmlinux, .o or .ko in it`);
	if (!stat.isFile()) throw new UserError(`${path} is not a regular file, expected an ELF file; pipes and devices cannot be read at positions`);
	return stat.size;
}
/** One read may return less than asked for. */
function readExactly(path, file, { offset, length }) {
	const bytes = new Uint8Array(length);
	for (let done = 0; done < length;) {
		const count = readSync(file, bytes, done, length - done, offset + done);
		if (count === 0) throw new UserError(`${path} ended at offset ${offset + done} while it was read; is it still being written?`);
		done += count;
	}
	return bytes;
}
// \0@oxc-project+runtime@0.156.0/helpers/esm/usingCtx.js
function _usingCtx() {
	var r = "function" == typeof SuppressedError ? SuppressedError : function(r, e) {
		var n = Error();
		return n.name = "SuppressedError", n.error = r, n.suppressed = e, n;
	}, e = {}, n = [];
	function using(r, e) {
		if (null != e) {
			if (Object(e) !== e) throw new TypeError("using declarations can only be used with objects, functions, null, or undefined.");
			if (r) var o = e[Symbol.asyncDispose || Symbol["for"]("Symbol.asyncDispose")];
			if (void 0 === o && (o = e[Symbol.dispose || Symbol["for"]("Symbol.dispose")], r)) var t = o;
			if ("function" != typeof o) throw new TypeError("Object is not disposable.");
			t && (o = function o() {
				try {
					t.call(e);
				} catch (r) {
					return Promise.reject(r);
				}
			}), n.push({
				v: e,
				d: o,
				a: r
			});
		} else r && n.push({
			d: e,
			a: r
		});
		return e;
	}
	return {
		e,
		u: using.bind(null, !1),
		a: using.bind(null, !0),
		d: function d() {
			var o, t = this.e, s = 0;
			function next() {
				for (; o = n.pop();) try {
					if (!o.a && 1 === s) return s = 0, n.push(o), Promise.resolve().then(next);
					if (o.d) {
						var r = o.d.call(o.v);
						if (o.a) return s |= 2, Promise.resolve(r).then(next, err);
					} else s |= 1;
				} catch (r) {
					return err(r);
				}
				if (1 === s) return t !== e ? Promise.reject(t) : Promise.resolve();
				if (t !== e) throw t;
			}
			function err(n) {
				return t = t !== e ? new r(n, t) : n, next();
			}
			return next();
		}
	};
}
export { openElf as a, diffSymbols as c, compareNames as d, nameAt as f, readSymbols as i, letterSets as l, openElfSource as n, hex as o, symbolSizes as r, renderBloatOMeter as s, _usingCtx as t, letterTest as u };
