import { t as UserError } from "./shared-user-error.js";
import { A as printableText, M as startsWith, O as decodeName, T as FUNCTION_PREFIXES, _ as canonicalText, a as compareNames, b as marksIn, c as cellCollector, d as withKind, f as tripleIndex, g as canonicalName, h as beginsCounted, i as symbolsBySection, j as nameFinder, k as nameAt, l as kindsAndObjects, m as stringInterner, n as placeReader, o as addressHalves, p as hashOf, r as symbolPlaces, s as OWNER_KINDS, t as offsetReader, u as ownerTexts, v as hasMark, x as namedAs } from "./shared-symbol-places.js";
import { c as SECTION_TYPE, d as checkRange, f as damaged$2, i as groupBy, l as isAllocated, m as readRange, n as directoryParts, o as FIRST_RESERVED_INDEX, p as hex, r as subsystemParts, s as SECTION_FLAG, t as NO_OBJECT, u as isCodeSection } from "./shared-by-directory.js";
import { i as scriptRules, r as letterTest } from "./shared-symbol-letters.js";
import { statSync } from "node:fs";
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
	const size = encoding.class === 32 ? 52 : 64;
	const fields = fieldReader(readRange(source, {
		what: "the ELF header",
		offset: 0,
		size
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
		flags: fields.word(encoding.class === 32 ? 36 : 48),
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
// src/elf/segments.ts
/** Far more than any linker writes; it bounds the memory that a damaged count can ask for. */
const MOST_SEGMENTS = 1e6;
/** All `count` program headers; none when the file has no program header table, as relocatable ones. */
function readSegments(source, header, count) {
	if (header.segmentsOffset === 0 || count === 0) return [];
	const entrySize = header.class === 32 ? 32 : 56;
	if (header.segmentEntrySize !== entrySize) throw damaged$2(source, `the ELF header gives program headers ${header.segmentEntrySize} bytes each, expected ${entrySize} for ${header.class} bit`);
	if (count > MOST_SEGMENTS) throw damaged$2(source, `${count} program headers, expected at most ${MOST_SEGMENTS}`);
	const range = {
		what: "the program headers",
		offset: header.segmentsOffset,
		size: count * entrySize
	};
	const fields = fieldReader(readRange(source, range), header);
	const readEntry = header.class === 32 ? readEntry32 : readEntry64;
	return Array.from({ length: count }, (_, index) => {
		const segment = readEntry(fields, index * entrySize);
		checkContents$1(source, segment, index);
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
function checkContents$1(source, segment, index) {
	if (segment.type !== 1) return;
	const what = `the contents of segment ${index}`;
	if (segment.fileSize > 0) checkRange(source, {
		what,
		offset: segment.offset,
		size: segment.fileSize
	});
	if (segment.memorySize > Number.MAX_SAFE_INTEGER) throw damaged$2(source, `segment ${index} takes ${segment.memorySize} bytes of memory, expected less than 2^53`);
}
// src/size/names/generated-objects.ts
/** What belongs to no source file: link-time optimization has mixed them. */
const LTO = "[lto]";
const OBJECTS = [
	{
		nameOf: replaced(/^\.tmp_(vmlinux\d*\.kallsyms\d*|kallsyms\d+)\.o$/, ".tmp_vmlinux.kallsyms.o"),
		source: "linux/scripts/link-vmlinux.sh, kallsyms_step and sysmap_and_kallsyms"
	},
	{
		nameOf: replaced(/^\.tmp_vmlinux\d*\.btf\.o$/, ".tmp_vmlinux.btf.o"),
		source: "linux/scripts/link-vmlinux.sh, gen_btf"
	},
	{
		nameOf: replaced(/\.ltrans\d+\.ltrans\.o$/, LTO),
		source: "gcc/lto-wrapper.cc"
	},
	{
		nameOf: replaced(/^(ld-temp\.o|lto\.tmp|<artificial>)$/, LTO),
		source: "llvm/lib/LTO/LTO.cpp; gcc/lto"
	},
	{
		nameOf: replaced(/^\/tmp\/lto-llvm-[0-9a-f]+\.o$/, LTO),
		source: "llvm/tools/gold/gold-plugin.cpp"
	},
	{
		nameOf: lldObject,
		source: "lld/ELF/LTO.cpp, BitcodeCompiler::compile"
	},
	{
		nameOf: replaced(/^\/tmp\/cc[A-Za-z0-9]{6}\.o$/, "[temporary object]"),
		source: "libiberty/make-temp-file.c"
	},
	{
		nameOf: crateName,
		source: "rustc_monomorphize/src/partitioning.rs, of codegen units"
	}
];
function replaced(pattern, name) {
	return (path) => pattern.test(path) ? name : void 0;
}
const LLD$1 = ".lto.";
/** `fs/vmlinux.o.lto.dcache.o` of `fs/dcache.o` with ThinLTO, `vmlinux.o.lto.o` or with the number of a partition without. */
function lldObject(path) {
	const at = path.indexOf(LLD$1);
	if (at === -1 || !path.endsWith(".o")) return void 0;
	const module = path.slice(at + 5, -2);
	if (module === "" || /^\d+$/.test(module)) return LTO;
	if (module.endsWith(")")) return module;
	return module.includes("/") ? `${module}.o` : `${path.slice(0, path.lastIndexOf("/", at) + 1)}${module}.o`;
}
/** `core.20c418149eb3754d-cgu.0`. */
function crateName(path) {
	const unit = /\.[0-9a-f]{16}-cgu\.\d+$/.exec(path);
	return unit === null ? void 0 : path.slice(0, unit.index);
}
/** The name of an object or a source file without what its tool chose for one link. */
function stableObject(path) {
	for (const { nameOf } of OBJECTS) {
		const name = nameOf(path);
		if (name !== void 0) return name;
	}
	return path;
}
// src/size/link-map/gnu.ts
/**
* Reads the maps of GNU ld, from "Linker script and memory map" on. No specification: print_output_section_statement
* and print_input_section in https://sourceware.org/git/?p=binutils-gdb.git;a=blob;f=ld/ldlang.c write them.
*/
const START = "Linker script and memory map";
/** Stands behind all that the linker script places, in every map. */
const OUTPUT_FILE = "\nOUTPUT(";
const FILL$1 = "*fill*";
/** Statement of a linker script that is printed as one word, like the first line of a long name. */
const CONSTRUCTORS = " CONSTRUCTORS";
/** `.text  0xADDRESS  0xSIZE`, then an object file, fill pattern or load address; one space before input sections. */
const PLACED = /^ ?(\S+) +0x([0-9a-f]+) +0x([0-9a-f]+)(?: (.*))?$/;
/** Begins as a placed section does. */
const BEGINS_PLACED = /^ ?[^\s(]+ +0x/;
function isGnuLinkMap(text) {
	return text.includes(`\n${START}\n`);
}
/** The input sections in file order, their object files as written. The text ends with a line break. */
function parseGnuLinkMap(name, text) {
	if (!text.includes(OUTPUT_FILE)) throw new UserError(`${name}: found no line "OUTPUT(...)", expected a whole map of GNU ld: link again`);
	const inputs = [];
	const outputs = [];
	const symbols = [];
	let output;
	for (const { start, line } of linesFrom(text, text.indexOf(START))) {
		if (line.startsWith("  ")) {
			const symbol = symbolOf$1(line);
			if (symbol) symbols.push(symbol);
			continue;
		}
		const place = placeOf(line, () => lineAt(text, start + line.length + 1));
		if (isDamaged(line, place)) throw damaged$1(name, text.slice(0, start), line);
		if (!isInput(line)) {
			output = place && openOutput(place);
			if (output) outputs.push({
				name: output.name,
				address: output.start,
				size: output.size
			});
		} else if (place && output && place.size > 0) addInput$1(inputs, output, place);
	}
	return {
		linker: "GNU ld",
		inputs,
		outputs,
		symbols
	};
}
/** Leaves out empty ones. */
function* linesFrom(text, from) {
	for (let start = from; start < text.length; start = text.indexOf("\n", start) + 1) if (text[start] !== "\n") yield {
		start,
		line: lineAt(text, start)
	};
}
function lineAt(text, start) {
	return text.slice(start, text.indexOf("\n", start));
}
/** Address and name, `alpha` or `_text = .`; `PROVIDE (_text = .)` and second halves of a line, with a size, are none. */
const SYMBOL$1 = /^ {16}0x([0-9a-f]+) {16}(\.?[^\s0-9.(][^\s(]*)( = |$)/;
function symbolOf$1(line) {
	const [, address, name = "", assignment] = SYMBOL$1.exec(line) ?? [];
	if (address === void 0) return void 0;
	return {
		name,
		address: BigInt(`0x${address}`),
		by: assignment === "" ? "object" : "script"
	};
}
/** Output sections begin in the first column. */
function isInput(line) {
	return line.startsWith(" ");
}
function openOutput({ name, address, size }) {
	return {
		name,
		start: BigInt(`0x${address}`),
		size,
		end: 0
	};
}
/** Reads a line, with the next one if it is a long name alone; undefined if it places nothing. */
function placeOf(line, next) {
	const match = PLACED.exec(isLoneName(line) ? line + next() : line);
	if (match === null) return void 0;
	const [, name = "", address = "", size = "", rest = ""] = match;
	return {
		name,
		address,
		size: Number.parseInt(size, 16),
		rest
	};
}
/** Patterns such as `*(.text)` are no names: data that the script adds can follow them on a line of its own. */
function isLoneName(line) {
	return !line.includes(" ", 1) && !line.includes("(") && line !== CONSTRUCTORS;
}
/** An output section without content is a name alone. */
function isDamaged(line, place) {
	if (place) return isInput(line) && place.name !== FILL$1 && place.rest === "";
	return BEGINS_PLACED.test(line) || isInput(line) && isLoneName(line);
}
function damaged$1(name, before, line) {
	const where = `${name}:${before.split("\n").length}`;
	const found = JSON.stringify(line.slice(0, 80));
	return new UserError(`${where}: found ${found}, expected a section's address, size and object file: link again`);
}
/**
* A section whose strings all merged into those of earlier ones takes no room, but keeps its size in the map: what is
* next has the same address, or the output section ends there.
*/
function addInput$1(inputs, output, place) {
	const offset = Number(BigInt(`0x${place.address}`) - output.start);
	const end = offset + place.size;
	if (offset < output.end) inputs.pop();
	output.end = 0;
	if (place.name === FILL$1 || offset < 0 || end > output.size) return;
	inputs.push({
		output: output.name,
		name: place.name,
		offset,
		size: place.size,
		object: place.rest
	});
	output.end = end;
}
// src/size/link-map/lld.ts
/**
* Reads the maps of ld.lld: columns of numbers, then the name of an output section, indented by 8 that of an input
* section, by 16 that of a symbol. No specification: https://github.com/llvm/llvm-project/blob/main/lld/ELF/MapFile.cpp
* writes them. Merged strings belong to no object file there.
*/
const HEADER = /^ +VMA +LMA +Size +Align +Out +In +Symbol\n/;
const SYMBOL_INDENT = " ".repeat(16);
const INPUT_INDENT = " ".repeat(8);
/** In every ELF file that ld.lld writes, behind all sections that are loaded. */
const LAST_SECTION = "<internal>:(.shstrtab)";
/** Stands behind the map of a link with --cref. */
const CROSS_REFERENCES = "\nCross Reference Table\n";
/** Address, size, indent and text; all numbers but the alignment without `0x` in base 16. */
const ROW = /^ *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) +[0-9]+ ( *)([^]*)$/;
/** Records of `.eh_frame` come one by one, with their offset. */
const RECORD = /\+0x[0-9a-fA-F]+$/;
function isLldLinkMap(text) {
	return HEADER.test(text);
}
/** The input sections in file order, their object files as written. The text ends with a line break. */
function parseLldLinkMap(name, text) {
	if (!text.includes(LAST_SECTION)) throw new UserError(`${name}: found no section .shstrtab, expected a whole map of ld.lld: link again`);
	const inputs = [];
	const outputs = [];
	const symbols = [];
	let output;
	for (const { start, line } of linesOf(text)) {
		const [, address = "", size = "", indent, rest = ""] = ROW.exec(line) ?? [];
		if (indent === void 0 || isCutInput(rest)) throw damaged(name, text.slice(0, start), line);
		const symbol = symbolOf({
			address,
			indent,
			rest
		});
		if (symbol) symbols.push(symbol);
		if (indent === "") {
			output = outputOf({
				address,
				size,
				rest
			});
			if (output) outputs.push(output);
		} else if (output && indent === INPUT_INDENT && size !== "0") addInput(inputs, output, {
			address,
			size,
			rest
		});
	}
	return {
		linker: "ld.lld",
		inputs,
		outputs,
		symbols
	};
}
/** Leaves out the header, and what stands behind the map. */
function* linesOf(text) {
	let start = text.indexOf("\n") + 1;
	while (start < text.length && !text.startsWith(CROSS_REFERENCES, start)) {
		const end = text.indexOf("\n", start);
		yield {
			start,
			line: text.slice(start, end)
		};
		start = end + 1;
	}
}
/** `_text = .`; other assignments and assertions of the linker script are of no symbol. */
const ASSIGNMENT = /^(?:PROVIDE\()?([^\s.(][^\s(]*) = /;
function symbolOf({ address, indent, rest }) {
	const isOfObject = indent === SYMBOL_INDENT;
	const name = isOfObject ? rest : ASSIGNMENT.exec(rest)?.[1];
	if (name === void 0) return void 0;
	const by = isOfObject ? "object" : "script";
	return {
		name,
		address: BigInt(`0x${address}`),
		by
	};
}
/** Assignments and assertions of the linker script between two sections are none. */
function outputOf({ address, size, rest: name }) {
	if (name === "" || name.includes(" ")) return void 0;
	return {
		name,
		address: BigInt(`0x${address}`),
		size: Number.parseInt(size, 16)
	};
}
function addInput(inputs, output, { address, size, rest }) {
	const at = rest.lastIndexOf(":(");
	if (at < 0) return;
	inputs.push({
		output: output.name,
		name: rest.slice(at + 2, -1).replace(RECORD, ""),
		offset: Number(BigInt(`0x${address}`) - output.address),
		size: Number.parseInt(size, 16),
		object: rest.slice(0, at)
	});
}
function isCutInput(text) {
	return text.includes(":(") && !text.endsWith(")");
}
function damaged(name, before, line) {
	const where = `${name}:${before.split("\n").length}`;
	const found = JSON.stringify(line.slice(0, 80));
	return new UserError(`${where}: found ${found}, expected addresses, size, alignment and a name: link again`);
}
// src/size/link-map/link-map.ts
/**
* Reads the map of a link (`ld -Map`): which object file gave which bytes of a vmlinux, and where its symbols are. Knows
* GNU ld and ld.lld. Leaves out alignment fill, data statements of the linker script and sections that were discarded.
*/
/** `name` is what messages call the file. Throws a UserError if the text is no link map, or not a whole one. */
function parseLinkMap(name, text) {
	const parse = parserFor(text);
	if (parse === void 0) throw new UserError(`${name}: found ${quoteStart(text)}, expected a map of GNU ld with English headings or of ld.lld: link with -Map and LC_ALL=C`);
	if (!text.endsWith("\n")) throw new UserError(`${name}: the file ends in the middle of a line, expected a whole map: link again`);
	const contents = parse(name, text);
	return {
		...contents,
		inputs: contents.inputs.map(withObjectPath),
		mentions: (stem) => hasWord(text, `${stem}.`)
	};
}
/** Whether a text has a word that begins so. */
function hasWord(text, start) {
	for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) if (at === 0 || /[\s/(]/.test(text[at - 1])) return true;
	return false;
}
function parserFor(text) {
	if (isLldLinkMap(text)) return parseLldLinkMap;
	if (isGnuLinkMap(text)) return parseGnuLinkMap;
}
function quoteStart(text) {
	if (text === "") return "an empty file";
	return JSON.stringify(text.slice(0, 200).trimStart().split("\n", 1)[0].slice(0, 60));
}
function withObjectPath({ output, name, offset, size, object }) {
	return {
		output,
		name,
		offset,
		size,
		object: objectPath(object)
	};
}
/** What is called the object of all that the linker made itself. */
const LINKER = "[linker]";
/** What GNU ld and ld.lld write in place of an object file. */
const LINKER_NAMES = /* @__PURE__ */ new Set(["linker stubs", "<internal>"]);
/** Between an archive and the name of its member: `lib/lib.a(memcpy.o)`. */
const MEMBER = ".a(";
/** Where a member of bitcode starts, which ld.lld adds. */
const BITCODE_START = / at \d+$/;
function objectPath(written) {
	if (LINKER_NAMES.has(written)) return LINKER;
	return stableObject(memberPath(stableObject(written)));
}
/** Members of thin archives carry a path of their own. */
function memberPath(written) {
	const end = written.endsWith(")") ? written.lastIndexOf(MEMBER) : -1;
	const member = end === -1 ? "" : written.slice(end + 3, -1).replace(BITCODE_START, "");
	const folder = written.slice(0, written.lastIndexOf("/", end) + 1);
	return (member === "" ? written : member.includes("/") ? member : folder + member).replace(/^(?:\.\/)+/, "");
}
// src/elf/debug-only.ts
/** Whether a file has the symbols of its code and not the code: `objcopy --only-keep-debug` makes all sections NOBITS. */
function lacksContents({ sections }) {
	return sections.some((section) => isAllocated(section) && (section.flags & SECTION_FLAG.execute) !== 0 && section.type === SECTION_TYPE.noBits);
}
// src/elf/symbols/string-table.ts
/** Reads a string table (gABI chapter 4) whole; ends with a zero byte. A `UserError` when the section is none. */
function readStringTable(source, section) {
	const what = `the string table (section ${section.index}, ${section.name})`;
	if (section.type !== SECTION_TYPE.stringTable) throw damaged$2(source, `${what} is of type ${section.type}, expected 3`);
	if ((section.flags & SECTION_FLAG.compressed) !== 0) throw damaged$2(source, `${what} is compressed, which no linker does`);
	const bytes = readRange(source, {
		what,
		offset: section.offset,
		size: section.size
	});
	if (bytes.length === 0) return /* @__PURE__ */ new Uint8Array(1);
	if (bytes.at(-1) !== 0) throw damaged$2(source, `the last name of ${what} is not terminated`);
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
	if (header.sectionEntrySize !== entrySize) throw damaged$2(source, `the ELF header gives section headers ${header.sectionEntrySize} bytes each, expected ${entrySize} for ${header.class} bit`);
	const first = readEntries$1(source, header, 1)[0];
	const count = header.sectionCount === 0 ? first.size : header.sectionCount;
	if (count > MOST_SECTIONS) throw damaged$2(source, `${count} section headers, expected at most ${MOST_SECTIONS}`);
	const entries = readEntries$1(source, header, count);
	const namesIndex = header.namesIndex === NUMBER_ELSEWHERE ? first.link : header.namesIndex;
	const segmentCount = header.segmentCount === NUMBER_ELSEWHERE ? first.info : header.segmentCount;
	return {
		sections: nameSections(source, entries, namesIndex),
		segmentCount
	};
}
function readEntries$1(source, header, count) {
	const entrySize = header.sectionEntrySize;
	const range = {
		what: "the section headers",
		offset: header.sectionsOffset,
		size: count * entrySize
	};
	const fields = fieldReader(readRange(source, range), header);
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
	if (namesIndex !== 0 && table === void 0) throw damaged$2(source, `the names of the sections are said to be in section ${namesIndex} of ${entries.length}`);
	const names = table ? readStringTable(source, {
		...table,
		name: ".shstrtab"
	}) : /* @__PURE__ */ new Uint8Array(1);
	return entries.map(({ nameOffset, ...entry }) => {
		if (table && nameOffset >= names.length) throw damaged$2(source, `the name of section ${entry.index} lies outside .shstrtab, at ${hex(nameOffset)}`);
		const name = table ? decodeName(names, nameOffset) : "";
		const section = {
			...entry,
			name
		};
		checkContents(source, section);
		return section;
	});
}
/** Section 0 has no contents: its fields carry the numbers that did not fit into the ELF header. */
function checkContents(source, section) {
	if (section.type === SECTION_TYPE.null) return;
	const what = `the contents of section ${section.index} (${section.name})`;
	if (section.type !== SECTION_TYPE.noBits) checkRange(source, {
		...section,
		what
	});
	if (section.size > Number.MAX_SAFE_INTEGER) throw damaged$2(source, `${what} take ${section.size} bytes, expected less than 2^53`);
}
// src/elf/open-elf.ts
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
		flags: header.flags,
		sections,
		segments: readSegments(source, header, segmentCount),
		source
	};
}
// src/elf/symbols/symbol-columns.ts
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
/** Reads all entries of SHT_SYMTAB, a multiple of the entry size; a `UserError` on a size of 2^53 or more. */
function readColumns(elf, section) {
	const layout = LAYOUTS[elf.class];
	const bytes = readRange(elf.source, {
		...section,
		what: "the symbols"
	});
	const { half, word, size, addressParts } = fieldReader(bytes, elf);
	const [low, high] = addressParts;
	const columns = newColumns$1(section.size / layout.entrySize);
	const halves = addressHalves(columns.addresses);
	const extended = readExtendedIndexes(elf, section, columns.starts.length);
	for (let i = 0, at = 0; at < bytes.length; i++, at += layout.entrySize) {
		const info = bytes[at + layout.info];
		const index = half(at + layout.section);
		columns.starts[i] = word(at);
		halves.words[2 * i + halves.low] = low(at + layout.value);
		halves.words[2 * i + 1 - halves.low] = high(at + layout.value);
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
function newColumns$1(count) {
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
	throw damaged$2(elf.source, `symbol ${i} has a size of ${size} bytes, expected less than 2^53`);
}
function widenIndex(index) {
	return index < FIRST_RESERVED ? index : FIRST_RESERVED_INDEX + (index - FIRST_RESERVED);
}
/** Looks up the section of symbol `i` in SHT_SYMTAB_SHNDX (gABI, "Extended Numbering"). */
function readExtendedIndexes(elf, symbols, count) {
	const section = elf.sections.find(({ type, link }) => type === SECTION_TYPE.extendedIndexes && link === symbols.index);
	if (section === void 0) return (i) => {
		throw damaged$2(elf.source, `symbol ${i} needs a table of extended section indexes, and there is none`);
	};
	if (section.size < count * 4) throw damaged$2(elf.source, `${section.name} takes ${section.size} bytes, expected ${count * 4}`);
	const fields = fieldReader(readRange(elf.source, {
		...section,
		what: "the section indexes"
	}), elf);
	return (i) => fields.word(i * 4);
}
// src/elf/symbols/symbols.ts
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
	if ((section.flags & SECTION_FLAG.compressed) !== 0) throw damaged$2(elf.source, `${what} is compressed, which no linker does`);
	if (section.entrySize !== entrySize) throw damaged$2(elf.source, `${what} has entries of ${section.entrySize} bytes, expected ${entrySize}`);
	if (section.size % entrySize !== 0) throw damaged$2(elf.source, `${what} takes ${section.size} bytes, expected a multiple of ${entrySize}`);
}
function readNames(elf, symbols, starts) {
	const section = elf.sections[symbols.link];
	if (section === void 0) throw damaged$2(elf.source, `the names of the symbols are said to be in section ${symbols.link} of ${elf.sections.length}`);
	const bytes = readStringTable(elf.source, section);
	for (let i = 0; i < starts.length; i++) {
		if (starts[i] < bytes.length) continue;
		throw damaged$2(elf.source, `the name of symbol ${i} lies outside ${section.name}, at ${hex(starts[i])}`);
	}
	return {
		bytes,
		starts
	};
}
// src/elf/section-contents.ts
function sectionContents(elf, section) {
	const what = `the contents of ${section.name}`;
	let whole;
	if (section.type === SECTION_TYPE.noBits) return {
		section,
		all: () => void 0,
		range: () => void 0
	};
	return {
		section,
		all: () => whole ??= readRange(elf.source, {
			...section,
			what
		}),
		range: (start, end) => whole?.subarray(start, end) ?? readRange(elf.source, {
			what,
			offset: section.offset + start,
			size: end - start
		})
	};
}
// src/elf/symbols/function-descriptors.ts
/**
* Symbols of functions whose address is that of a descriptor: with the first ABI of 64-bit PowerPC `foo` lies in .opd,
* where three words say where its code is, and its size is that of the code.
* 64-bit PowerPC ELF ABI Supplement 1.9, 3.2.1: https://refspecs.linuxfoundation.org/ELF/ppc64/PPC-elf64abi.html
*/
const RELOCATABLE$3 = 1;
const ADDRESS_SIZE = 8;
/**
* The table with each such symbol where its code is; the same table for all other files. With -mcall-aixdesc, as kernels are
* compiled, the code of `foo` has a symbol of its own, `.foo`.
*/
function symbolsAtCode(elf, table) {
	const section = elf.sections.find(({ name }) => name === ".opd");
	if (elf.machine !== 21 || section === void 0 || elf.type === RELOCATABLE$3) return table;
	const fields = fieldReader(readRange(elf.source, {
		...section,
		what: "the function descriptors"
	}), elf);
	const addresses = table.addresses.slice();
	const sectionIndexes = table.sectionIndexes.slice();
	const ofCode = codeNames(table);
	for (let row = 1; row < table.count; row++) {
		if (table.types[row] !== 2 || table.sectionIndexes[row] !== section.index) continue;
		if (ofCode.size > 0 && ofCode.has(`.${table.name(row)}`)) continue;
		const offset = Number(addresses[row] - section.address);
		if (offset < 0 || offset + ADDRESS_SIZE > section.size) continue;
		const code = fields.address(offset);
		const place = sectionAt(elf, code);
		if (place === void 0) continue;
		addresses[row] = code;
		sectionIndexes[row] = place.index;
	}
	return {
		...table,
		addresses,
		sectionIndexes
	};
}
const DOT$5 = 46;
function codeNames(table) {
	const { bytes, starts } = table.names;
	const names = /* @__PURE__ */ new Set();
	for (let row = 1; row < table.count; row++) if (bytes[starts[row]] === DOT$5 && table.types[row] === 2) names.add(table.name(row));
	return names;
}
function sectionAt(elf, address) {
	return elf.sections.find((section) => address >= section.address && address < section.address + BigInt(section.size) && section.address > 0n);
}
// src/size/columns/sort-by-offset.ts
/** Sorts by offset; rows of one offset stay in their order. */
function sortByOffset({ rows, offsets }) {
	const order = Uint32Array.from(offsets.keys()).toSorted((a, b) => offsets[a] - offsets[b]);
	return {
		rows: order.map((at) => rows[at]),
		offsets: Float64Array.from(order, (at) => offsets[at])
	};
}
// src/size/labels/section-labels.ts
/**
* Sorts the labels of a section. Marks of code and data and local labels are left out: the linker moves those of merged
* strings to anywhere within them.
*/
function sectionLabels(table, { rows, size, offsetOf }) {
	const named = rows.filter((row) => {
		const offset = offsetOf(row);
		return offset >= 0 && offset <= size && !isHidden(table.names, row);
	});
	const sorted = sortByOffset({
		rows: named,
		offsets: Float64Array.from(named, offsetOf)
	});
	const { offsets } = sorted;
	const name = (index) => table.name(sorted.rows[index]);
	return {
		count: offsets.length,
		...sorted,
		name,
		next: (offset) => offsets[firstFrom$1(offsets, offset + 1)],
		within: (start, end) => {
			const labels = [];
			for (let i = firstFrom$1(offsets, start); i < offsets.length && offsets[i] < end;) {
				const offset = offsets[i];
				let isOwner = false;
				for (; i < offsets.length && offsets[i] === offset; i++) isOwner ||= !isMark(name(i));
				labels.push({
					offset,
					isOwner
				});
			}
			return labels;
		}
	};
}
/** Where the first offset from `least` on is, by halving. */
function firstFrom$1(offsets, least) {
	let [low, high] = [0, offsets.length];
	while (low < high) {
		const middle = low + high >>> 1;
		if (offsets[middle] >= least) high = middle;
		else low = middle + 1;
	}
	return low;
}
/**
* `$d` and `$x` (bfd/cpu-arm.c, bfd/cpu-aarch64.c, bfd/elfnn-riscv.c), `.L4`, `__efistub_.L4` as objcopy's --prefix-symbols
* makes it, and no name at all.
*/
function isHidden({ bytes, starts }, row) {
	const start = starts[row];
	const first = bytes[start];
	if (first === 0 || first === DOLLAR$1) return true;
	const dot = first === UNDERSCORE$3 ? firstDot(bytes, start) : start;
	return bytes[dot] === DOT$4 && bytes[dot + 1] === CAPITAL_L;
}
const [DOLLAR$1, DOT$4, CAPITAL_L, UNDERSCORE$3] = [
	36,
	46,
	76,
	95
];
/** Where the first dot of a name is, or its end. */
function firstDot(bytes, start) {
	let at = start;
	while (bytes[at] !== 0 && bytes[at] !== DOT$4) at++;
	return at;
}
/**
* Names that say where something begins or ends, of which the zeros after them are not a part: those that the kernel's
* linker scripts set (include/asm-generic/vmlinux.lds.h, arch/*\/kernel/vmlinux.lds.S), such as `__start_bss_decrypted`,
* `_etext` and `__cpu_method_of_table`. Those at which the scripts leave room are none.
*/
const MARK = /^_|_(start|stop|end|begin|limit)$/;
const ROOM = /_(pg_dir|pgd|stack|page|base|buf|area)$/;
function isMark(name) {
	return MARK.test(name) && !ROOM.test(name);
}
// src/size/labels/kallsyms-tables.ts
const perSymbol = (bytesOf) => ({ symbols, word }) => symbols === void 0 ? void 0 : symbols * bytesOf(word);
/**
* The tables of write_src in scripts/kallsyms.c, Linux 6.1 and 6.12. `kallsyms_addresses` is that of kernels up to 6.11
* without CONFIG_KALLSYMS_BASE_RELATIVE, `kallsyms_seqs_of_names` came with 6.2 and is in the stable series of 6.1.
*/
const SIZES = /* @__PURE__ */ new Map([
	["kallsyms_num_syms", () => 4],
	["kallsyms_relative_base", ({ word }) => word],
	["kallsyms_addresses", perSymbol((word) => word)],
	["kallsyms_offsets", perSymbol(() => 4)],
	["kallsyms_seqs_of_names", perSymbol(() => 3)],
	["kallsyms_markers", ({ symbols }) => symbols === void 0 ? void 0 : 4 * Math.ceil(symbols / 256)],
	["kallsyms_names", sizeOfNames],
	["kallsyms_token_table", sizeOfTokens],
	["kallsyms_token_index", () => 2 * TOKENS]
]);
const KALLSYMS_TABLES = new Set(SIZES.keys());
const TOKENS = 256;
/** For each symbol the length of its compressed name, in two bytes from 128 on (ULEB128), then the name. */
function sizeOfNames({ symbols = 0, bytes }) {
	let at = 0;
	let left = symbols;
	for (; left > 0 && at < bytes.length; left--) {
		const first = bytes[at++];
		at += first < 128 ? first : (first & 127) + ((bytes[at] ?? 0) << 7) + 1;
	}
	return symbols > 0 && left === 0 && at <= bytes.length ? at : void 0;
}
/** As many strings as a byte has values. */
function sizeOfTokens({ bytes }) {
	let at = 0;
	for (let i = 0; i < TOKENS; i++) {
		const zero = bytes.indexOf(0, at);
		if (zero < 0) return void 0;
		at = zero + 1;
	}
	return at;
}
/**
* The size of each table, for labels in ascending order, one of each name. One whose counts do not fit reaches to the next table or to the
* end of its object's contribution; where neither is known it is 0, since nothing proves that what follows is a part of it.
*/
function kallsymsSizes({ section, all }, labels, encoding) {
	const bytes = all();
	const word = encoding.class / 8;
	const symbols = bytes && countOf(bytes, labels, encoding);
	return labels.map(({ name, offset, limit }, index) => {
		const next = labels.slice(index + 1).find((other) => other.offset > offset)?.offset;
		const room = Math.min(next ?? Infinity, limit ?? Infinity, section.size) - offset;
		const counted = bytes && {
			symbols,
			word,
			bytes: bytes.subarray(offset, offset + room)
		};
		const size = counted && SIZES.get(name)?.(counted);
		if (size !== void 0 && size <= room) return size;
		return next === void 0 && limit === void 0 ? 0 : room;
	});
}
function countOf(bytes, labels, { littleEndian }) {
	const label = labels.find(({ name }) => name === "kallsyms_num_syms");
	if (label === void 0 || label.offset + 4 > bytes.length) return void 0;
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(label.offset, littleEndian);
}
// src/size/labels/sizeless-tables.ts
const STACK = "init_stack";
/** INIT_TASK_DATA of include/asm-generic/vmlinux.lds.h, from 6.11 on and before. */
const STACK_ENDS = ["__end_init_stack", "__end_init_task"];
/** Finds the labels and their sizes in bytes, by row of the symbol table; one of size 0 is left out. */
function sizelessTables(elf, table) {
	const find = nameFinder(table.names, [
		...KALLSYMS_TABLES,
		STACK,
		...STACK_ENDS
	]);
	return ({ contents, labels, regions }) => {
		const first = /* @__PURE__ */ new Map();
		for (let i = 0; i < labels.count; i++) {
			const name = find(labels.rows[i]);
			if (name !== void 0 && !first.has(name)) first.set(name, {
				row: labels.rows[i],
				offset: labels.offsets[i]
			});
		}
		const sizes = /* @__PURE__ */ new Map();
		const tables = Array.from(first, ([name, label]) => ({
			name,
			...label
		})).filter(({ name }) => KALLSYMS_TABLES.has(name));
		const limited = tables.map(({ name, offset }) => ({
			name,
			offset,
			limit: endOfContribution(regions, offset)
		}));
		for (const [i, size] of kallsymsSizes(contents, limited, elf).entries()) sizes.set(tables[i].row, size);
		const stack = first.get(STACK);
		const end = STACK_ENDS.map((name) => first.get(name)).find((label) => label !== void 0);
		if (stack && end) sizes.set(stack.row, end.offset - stack.offset);
		return new Map([...sizes].filter(([, size]) => size > 0));
	};
}
function endOfContribution(regions, offset) {
	const region = regions.find(({ start, end }) => start <= offset && offset < end);
	return region?.input && region.end;
}
// src/size/metrics/padding.ts
/**
* How much of a section its objects gave, and how much in one piece the linker script filled up: x86-64 pads .text to
* 2 MiB, so that its size says nothing of growth.
*/
function paddingOf({ regions, extents, contents, isMapped }) {
	if (!isMapped) return {
		contributed: void 0,
		padding: longestUniformGap(extents, contents)
	};
	if (regions.every(({ input }) => input === void 0)) return {
		contributed: sizeOf(regions),
		padding: 0
	};
	let [contributed, padding] = [0, 0];
	for (const { input, start, end } of regions) if (input === void 0) padding = Math.max(padding, end - start);
	else contributed += end - start;
	return {
		contributed,
		padding
	};
}
function sizeOf(regions) {
	return regions.reduce((sum, { start, end }) => sum + end - start, 0);
}
/** Shorter pieces hide no growth that anybody minds, and text and data can be uniform by chance. */
const SHORTEST = 1024;
/**
* Bytes of the longest piece without a symbol that is code, or one value over and over, or has no contents at all. In
* code x86 fills up with instructions of many forms, and functions without a size are few and short.
*/
function longestUniformGap({ count, starts, ends }, contents) {
	let longest = 0;
	let cursor = 0;
	for (let i = 0; i <= count; i++) {
		const start = i < count ? starts[i] : contents.section.size;
		if (start - cursor >= SHORTEST) longest = Math.max(longest, longestRun(contents, cursor, start));
		if (i < count) cursor = Math.max(cursor, ends[i]);
	}
	return longest;
}
/** Linkers fill data with zeros, or with what the script says, in up to four bytes. */
const FILL_WIDTH = 4;
function longestRun(contents, start, end) {
	const bytes = (contents.section.flags & SECTION_FLAG.execute) !== 0 ? void 0 : contents.range(start, end);
	if (bytes === void 0) return end - start;
	let longest = 0;
	const window = SHORTEST / 2;
	for (let at = 0; at + window <= bytes.length; at += window) {
		const last = uniformUpTo(bytes, at);
		if (last < at + window) continue;
		longest = Math.max(longest, last - uniformFrom(bytes, at));
		at = last - last % window;
	}
	return longest < SHORTEST ? 0 : longest;
}
/** Where the bytes from `start` on no longer repeat. */
function uniformUpTo(bytes, start) {
	let end = Math.min(start + FILL_WIDTH, bytes.length);
	while (end < bytes.length && bytes[end] === bytes[end - FILL_WIDTH]) end++;
	return end;
}
/** Where those up to `start` began to. */
function uniformFrom(bytes, start) {
	let first = start;
	while (first > 0 && bytes[first - 1] === bytes[first - 1 + FILL_WIDTH]) first--;
	return first;
}
// src/size/accounting/direct-calls.ts
/**
* Finds direct calls and jumps in machine code: who calls a function whose address is known. Calls through registers
* and tables are not seen, so what is found is evidence, and what is not found is none.
*/
/** The scanner for a machine; undefined where none is written yet. */
function callScanner(machine) {
	return SCANNERS.get(machine);
}
/**
* CALL rel32, JMP rel8 and rel32, Jcc rel32 (Intel SDM, volume 2). Where instructions start is not known: a chance match
* needs a distance that gives a function's very start. Jcc rel8 is left out, since its opcodes are common operands.
*/
const scanX86 = ({ bytes }, found) => {
	const view = viewOf(bytes);
	for (let at = 0; at + 2 <= bytes.length; at++) {
		const opcode = bytes[at];
		if (opcode === 235) found(at, at + 2 + view.getInt8(at + 1));
		if ((opcode === 232 || opcode === 233 || opcode >> 4 === 8 && bytes[at - 1] === 15) && at + 5 <= bytes.length) found(at, at + 5 + view.getInt32(at + 1, true));
	}
};
/** BL and B (Arm A64 instruction set, C6.2). */
const scanArm64 = ({ bytes }, found) => {
	const view = viewOf(bytes);
	for (let at = 0; at + 4 <= bytes.length; at += 4) {
		const word = view.getUint32(at, true);
		if ((word & 2080374784) >>> 0 === 335544320) found(at, at + (word << 6 >> 6) * 4);
	}
};
/** B, BL and BLX of A32 and of Thumb (Arm ARM, A8.8.18 and A8.8.25), of Thumb without B to a condition of its own. */
const scanArm = ({ bytes, littleEndian, isThumb }, found) => {
	const view = viewOf(bytes);
	const half = (at) => at + 2 <= bytes.length ? view.getUint16(at, littleEndian) : 0;
	for (let at = 0; at + 2 <= bytes.length; at += 2) if (isThumb(at)) {
		const target = thumbTarget(at, half(at), half(at + 2));
		if (target !== void 0) found(at, target);
	} else if (at % 4 === 0 && at + 4 <= bytes.length) {
		const word = view.getUint32(at, littleEndian);
		const halves = word >>> 28 === 15 ? word >>> 24 & 1 : 0;
		if ((word & 234881024) === 167772160) found(at, at + 8 + (word << 8 >> 8) * 4 + halves * 2);
	}
};
/** Where a B (encodings T2 and T4), BL or BLX goes. */
function thumbTarget(at, first, second) {
	if (first >> 11 === 28) return at + 4 + (first << 21 >> 20);
	if (first >> 11 !== 30) return void 0;
	if ((second & 36864) === 36864) return at + 4 + longOffset(first, second);
	return (second & 53249) === 49152 ? (at + 4 & -4) + longOffset(first, second) : void 0;
}
/** S:I1:I2:imm10:imm11:0. */
function longOffset(first, second) {
	const sign = first >> 10 & 1;
	const i1 = second >> 13 & 1 ^ sign ^ 1;
	const i2 = second >> 11 & 1 ^ sign ^ 1;
	const low = i1 << 23 | i2 << 22 | (first & 1023) << 12 | (second & 2047) << 1;
	return sign === 1 ? low - 16777216 : low;
}
const SCANNERS = /* @__PURE__ */ new Map([
	[3, scanX86],
	[62, scanX86],
	[40, scanArm],
	[183, scanArm64]
]);
function viewOf(bytes) {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
// src/size/functions/file-evidence.ts
/**
* Proves from which source file a global function is, which a symbol table does not say: it has only one, or local
* symbols of one file lie on both sides, or the function calls a local one, which only its own file can.
*/
const RELOCATABLE$2 = 1;
function fileEvidence(searched) {
	const { elf, table, files, sections } = searched;
	const isOnlyFile = files.names.filter((name) => name !== "" && name !== "[linker]").length === 1;
	const bySection = new Map(sections.map((section) => [section.contents.section.index, section]));
	const neighbours = /* @__PURE__ */ new Map();
	return (row, file) => {
		const section = bySection.get(table.sectionIndexes[row]);
		if (isOnlyFile || section === void 0) return isOnlyFile;
		const locals = neighbours.get(section) ?? localSymbols(searched, section);
		neighbours.set(section, locals);
		const [before, after] = filesBeside(locals, section.offsetOf(row));
		if (before === file && after === file) return true;
		return elf.type !== RELOCATABLE$2 && callsLocal(searched, section, {
			row,
			file
		}, locals);
	};
}
function localSymbols({ table, files }, { rows, offsetOf }) {
	const local = rows.filter((row) => files.ofRow[row] !== 0);
	const sorted = sortByOffset({
		rows: local,
		offsets: Float64Array.from(local, offsetOf)
	});
	const functions = /* @__PURE__ */ new Map();
	for (const row of local) if (namedAs(table, row) === "function") functions.set(offsetOf(row), files.ofRow[row]);
	return {
		offsets: sorted.offsets,
		files: Uint32Array.from(sorted.rows, (row) => files.ofRow[row]),
		functions
	};
}
function filesBeside({ offsets, files }, offset) {
	let [low, high] = [0, offsets.length];
	while (low < high) {
		const middle = low + high >>> 1;
		if (offsets[middle] < offset) low = middle + 1;
		else high = middle;
	}
	return [files[low - 1], files[low]];
}
/** Whether the code of a function calls a local function of the file in its own section. */
function callsLocal({ elf, table }, { contents, offsetOf }, { row, file }, { functions }) {
	const scan = callScanner(elf.machine);
	const start = offsetOf(row);
	const code = contents.range(start, Math.min(start + table.sizes[row], contents.section.size));
	if (scan === void 0 || code === void 0) return false;
	const isThumb = elf.machine === 40 && (table.addresses[row] & 1n) === 1n;
	let isFound = false;
	scan({
		bytes: code,
		littleEndian: elf.littleEndian,
		isThumb: () => isThumb
	}, (_, target) => {
		isFound ||= functions.get(start + target) === file;
	});
	return isFound;
}
// src/size/functions/clone-owners.ts
/**
* Finds the global functions that clones and parts belong to, where no link map gives objects: `foo` is global and in no
* file, `foo.part.0` is local and in `a.c`. Another file may have had a static `foo` of which only clones are left, so it
* must be proven that the global one is in the file of the clone.
*/
/** By the row of each such clone the row of its function. */
function functionsOfClones(search) {
	const functions = /* @__PURE__ */ new Map();
	const { table } = search;
	const clones = search.dotted.filter((row) => isLocalClone(search, row));
	if (clones.length === 0) return functions;
	const evidence = fileEvidence(search);
	for (const group of groupsOf(search, clones, wholeFunctions(search, clones))) {
		if (!isOf(table, group, evidence)) continue;
		for (const row of group.rows) functions.set(row, group.owner);
	}
	return functions;
}
function isLocalClone({ table, files }, row) {
	return table.bindings[row] === 0 && files.ofRow[row] !== 0 && isClone(table, row);
}
/** Functions of the names of clones that are none themselves; rows of the symbol table. */
function wholeFunctions({ table, ids, idCount, sections }, clones) {
	const isWanted = new Uint8Array(idCount);
	for (const row of clones) isWanted[ids[row]] = 1;
	const whole = [];
	for (const { rows } of sections) for (let i = 0; i < rows.length; i++) {
		const row = rows[i];
		if (isWanted[ids[row]] !== 1 || namedAs(table, row) === "variable" || isClone(table, row)) continue;
		whole.push(row);
	}
	return whole;
}
/** Those that have the name of a global function, and of none of their own file. */
function groupsOf({ table, files, ids }, clones, whole) {
	const keyOf = (row) => `${files.ofRow[row]},${ids[row]}`;
	const isLocal = (row) => table.bindings[row] === 0;
	const globals = new Map(whole.filter((row) => !isLocal(row)).map((row) => [ids[row], row]));
	const own = new Set(whole.filter(isLocal).map(keyOf));
	const groups = /* @__PURE__ */ new Map();
	for (const row of clones) {
		const owner = globals.get(ids[row]);
		if (owner === void 0 || own.has(keyOf(row))) continue;
		const group = groups.get(keyOf(row)) ?? {
			file: files.ofRow[row],
			owner,
			rows: []
		};
		group.rows.push(row);
		groups.set(keyOf(row), group);
	}
	return [...groups.values()];
}
function isClone(table, row) {
	const { bytes, starts } = table.names;
	const start = starts[row];
	const of = namedAs(table, row);
	return of === "function" && hasMark({
		bytes,
		start,
		end: bytes.indexOf(0, start)
	}, of);
}
/**
* gcc's `foo.cold` is what a function `foo` of the same file does rarely, and that function is there. What other clones
* are of may be gone.
*/
function isOf(table, { file, owner, rows }, evidence) {
	const cold = `${table.name(owner)}.cold`;
	return rows.some((row) => table.name(row) === cold) || evidence(owner, file);
}
// src/size/functions/prefixed-functions.ts
const UNDERSCORE$2 = 95;
const encoder = new TextEncoder();
const PREFIXES = FUNCTION_PREFIXES.map(({ text }) => encoder.encode(text));
/** In bytes, of the prefix and of what pads it: linux/arch/Kconfig, FUNCTION_ALIGNMENT. */
const LARGEST_PREFIX = 64;
/** By the row of each such symbol the row of its function. */
function prefixedFunctions(table, sections) {
	const functions = /* @__PURE__ */ new Map();
	for (const { rows, offsetOf } of sections) {
		if (!rows.some((row) => prefixLength(table, row) > 0)) continue;
		const offsets = new Float64Array(rows.length);
		for (let i = 0; i < rows.length; i++) offsets[i] = offsetOf(rows[i]);
		const placed = sortByOffset({
			rows,
			offsets
		});
		for (let at = placed.rows.length - 1; at >= 0; at--) {
			const row = placed.rows[at];
			const known = (prefixLength(table, row) === 0 ? [] : nextSymbols(table, placed, at)).map((one) => functionNamed(table, functions, one, row)).find((one) => one !== void 0);
			if (known !== void 0) functions.set(row, known);
		}
	}
	return functions;
}
/** Bytes of the prefix that a function's name begins with, before some more; 0 for none. */
function prefixLength(table, row) {
	const { bytes, starts } = table.names;
	const start = starts[row];
	if (bytes[start] !== UNDERSCORE$2 || bytes[start + 1] !== UNDERSCORE$2) return 0;
	const prefix = PREFIXES.find((text) => startsWith(bytes, start, text));
	if (prefix === void 0 || bytes[start + prefix.length] === 0) return 0;
	return namedAs(table, row) === "function" && table.sizes[row] <= LARGEST_PREFIX ? prefix.length : 0;
}
/** All functions at the first address after a symbol that has some. */
function nextSymbols(table, { rows, offsets }, at) {
	const end = offsets[at] + table.sizes[rows[at]];
	let first = at + 1;
	while (first < rows.length && offsets[first] < end) first++;
	const start = offsets[first];
	if (start === void 0 || start - end > LARGEST_PREFIX) return [];
	const next = [];
	for (let i = first; offsets[i] === start; i++) next.push(rows[i]);
	return next.filter((row) => namedAs(table, row) === "function");
}
/** The function that is named as the prefixed symbol: the next symbol, or what that is a prefix of. */
function functionNamed(table, functions, next, prefixed) {
	const of = functions.get(next);
	const length = prefixLength(table, prefixed);
	if (hasName(table, next, prefixed, length)) return of ?? next;
	return of !== void 0 && hasName(table, of, prefixed, length) ? of : void 0;
}
/** Whether the name of a row is that of another without its first characters. */
function hasName({ names }, row, other, from) {
	const { bytes, starts } = names;
	const [a, b] = [starts[row], starts[other] + from];
	let at = 0;
	while (bytes[a + at] === bytes[b + at] && bytes[a + at] !== 0) at++;
	return bytes[a + at] === bytes[b + at];
}
// src/size/names/owner-names.ts
/** More than any number of a text. */
const NO_NAME = 4294967295;
/** Reads the names of all symbols that own bytes. */
function ownerNames(kernel, texts) {
	const { elf, table, files, sections } = kernel;
	const { ids, dotted } = foldedNames$1(kernel, texts);
	const prefixes = prefixedFunctions(table, sections);
	for (const [prefix, row] of prefixes) ids[prefix] = ids[row];
	if (files === void 0) return {
		ids,
		functions: prefixes
	};
	const clones = functionsOfClones({
		elf,
		table,
		files,
		ids,
		idCount: texts.count(),
		dotted,
		sections
	});
	const functions = new Map(clones);
	for (const [prefix, row] of prefixes) functions.set(prefix, clones.get(row) ?? row);
	return {
		ids,
		functions
	};
}
/**
* In the order of the symbol table, which is that of the string table: to read names here and there, as addresses lead to
* them, takes several times as long where there are 1,000,000.
*/
function foldedNames$1({ table, sections }, texts) {
	const ids = new Uint32Array(table.count).fill(NO_NAME);
	const dotted = [];
	const { bytes, starts } = table.names;
	for (const { rows } of sections) for (let i = 0; i < rows.length; i++) {
		const row = rows[i];
		const start = starts[row];
		const end = endOfPlain(bytes, start);
		if (end !== IS_DOTTED && !beginsCounted(bytes, start)) {
			ids[row] = texts.idOf(bytes, start, end);
			continue;
		}
		if (end === IS_DOTTED) dotted.push(row);
		const name = {
			bytes,
			start,
			end: bytes.indexOf(0, start)
		};
		ids[row] = canonicalName(name, namedAs(table, row), texts.idOf);
	}
	return {
		ids,
		dotted
	};
}
const DOT$3 = 46;
const IS_DOTTED = -1;
/** Where a name ends that has no dot, as most have none. */
function endOfPlain(bytes, start) {
	for (let end = start;; end++) {
		if (bytes[end] === DOT$3) return IS_DOTTED;
		if (bytes[end] === 0) return end;
	}
}
// src/size/literals/string-literals.ts
/** String literals of sections that hold nothing else: SHF_MERGE and SHF_STRINGS (gABI, chapter 4). */
/**
* The pool of an input section by its name: compilers say unit and alignment in it (`.rodata.str1.8`), the kernel's
* assembler files do not (`.rodata.str`, drivers/base/firmware_loader/builtin/Makefile); undefined for others.
*/
function poolOfInput(name) {
	if (!name.includes(".str")) return void 0;
	const [, unit, align] = /\.str([124])\.(\d+)$/.exec(name) ?? [];
	if (unit === void 0) return name.endsWith(".rodata.str") ? {
		unit: 1,
		align: 1
	} : void 0;
	return {
		unit: Number(unit),
		align: Math.max(1, Number(align))
	};
}
/** The pool that a whole section is, by its header: in an object, or where the linker script gathers literals alone. */
function poolOfSection({ flags, entrySize, align }) {
	const isPool = (flags & SECTION_FLAG.merge) !== 0 && (flags & SECTION_FLAG.strings) !== 0;
	const unit = [
		1,
		2,
		4
	].find((size) => size === entrySize);
	return isPool && unit !== void 0 ? {
		unit,
		align: Math.max(1, align)
	} : void 0;
}
/**
* All literals of a pool. Each begins at a multiple of the alignment, counted from the bytes' start; the zeros up to there
* are a part of their own, since those behind the last one belong to no literal either.
*/
function pooledLiterals(bytes, { start, end }, { unit, align }) {
	const parts = [];
	for (let at = start; at < end;) {
		const zero = unit === 1 ? bytes.indexOf(0, at) : zeroOf(bytes, {
			start: at,
			end
		}, unit);
		const next = zero + unit;
		if (zero === -1 || next > end) {
			parts.push({
				kind: "other",
				start: at,
				end
			});
			break;
		}
		parts.push({
			kind: "literal",
			start: at,
			end: next,
			textEnd: zero
		});
		for (at = next; at < end && at % align !== 0 && bytes[at] === 0;) at++;
		if (at > next) parts.push({
			kind: "padding",
			start: next,
			end: at
		});
	}
	return parts;
}
/** Where the first character is that is zero; -1 for none. */
function zeroOf(bytes, { start, end }, unit) {
	for (let at = start; at + unit <= end; at += unit) {
		let i = 0;
		while (i < unit && bytes[at + i] === 0) i++;
		if (i === unit) return at;
	}
	return -1;
}
/** Characters of a literal that are read: a damaged kernel may have one of megabytes. */
const LONGEST_WIDE = 1e3;
/** Neither white space nor a mark of how text runs: control characters, halves of surrogate pairs, what has no meaning yet. */
const NO_TEXT = /(?![\s\p{Cf}])\p{C}/u;
/** The text of a literal of wide characters, UTF-16 or UTF-32; undefined where it is none, as of tables that end with a zero. */
function wideText(bytes, unit, littleEndian) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const length = Math.min(LONGEST_WIDE, bytes.length / unit);
	const codes = Array.from({ length }, (_, i) => unit === 2 ? view.getUint16(2 * i, littleEndian) : view.getUint32(4 * i, littleEndian));
	if (codes.some((code) => code > 1114111)) return void 0;
	const text = unit === 2 ? String.fromCharCode(...codes) : String.fromCodePoint(...codes);
	return NO_TEXT.test(text) ? void 0 : text;
}
// src/size/accounting/gap.ts
/** What is a literal, or pads one. */
function literalGap(part) {
	const { start, end } = part;
	if (part.kind === "literal") return {
		start,
		end,
		kind: "literal",
		name: "",
		textEnd: part.textEnd
	};
	return part.kind === "padding" ? fillGap(start, end) : unattributedGap(start, end);
}
function tableGap({ start, end }, name) {
	return {
		start,
		end,
		kind: "table",
		name,
		textEnd: 0
	};
}
function fillGap(start, end) {
	return {
		start,
		end,
		kind: "fill",
		name: "[alignment fill]",
		textEnd: 0
	};
}
function unattributedGap(start, end) {
	return {
		start,
		end,
		kind: "unattributed",
		name: "[unattributed]",
		textEnd: 0
	};
}
// src/elf/alignment.ts
/** The largest alignment of a linker script: x86-64 begins its data on 2 MiB (arch/x86/kernel/vmlinux.lds.S). */
const LARGEST_ALIGNMENT = 2097152;
/** The largest power of two, up to `LARGEST_ALIGNMENT`, that divides `address + offset`. */
function alignmentOf(address, offset) {
	return alignmentOfOffset(Number(address % BigInt(LARGEST_ALIGNMENT)) + offset);
}
/** The same of an offset from a place that is a multiple of `LARGEST_ALIGNMENT`. */
function alignmentOfOffset(offset) {
	const low = offset % LARGEST_ALIGNMENT;
	return low === 0 ? LARGEST_ALIGNMENT : low & -low;
}
// src/size/fill/fill-units.ts
const X86 = {
	units: [
		"90",
		"cc",
		"6690",
		"666690",
		"0f1f00",
		"0f1f4000",
		"0f1f440000",
		"660f1f440000",
		"0f1f8000000000",
		"0f1f840000000000",
		"660f1f840000000000",
		"662e0f1f840000000000",
		"66662e0f1f840000000000",
		"6666662e0f1f840000000000",
		"666666662e0f1f840000000000",
		"66666666662e0f1f840000000000",
		"6666666666662e0f1f840000000000",
		"89f6",
		"8d7600",
		"8d742600",
		"2e8d742600",
		"8db600000000",
		"8dbf00000000",
		"8db42600000000",
		"8dbc2700000000",
		"2e8db42600000000",
		"2e8dbc2700000000"
	],
	jumps: [{
		size: 2,
		code: (length) => 60160 + length
	}, {
		size: 5,
		code: (length) => 0xe900000000 + swapped(length)
	}],
	orders: "one"
};
const ARM = {
	units: [
		"00",
		"e1a00000",
		"e320f000",
		"46c0",
		"bf00",
		"f3af8000",
		"8000f3af",
		"d4d4d4d4"
	],
	orders: "both"
};
const PPC = {
	units: [
		"00",
		"60000000",
		"60420000",
		"7fe00008"
	],
	jumps: wordJumps((length) => 1207959552 + length + 4),
	orders: "both"
};
const SPARC = {
	units: ["00", "01000000"],
	jumps: wordJumps((length) => 812122112 + length / 4 + 1),
	orders: "one"
};
const S390 = oneOrder("00", "07", "0700", "47000000");
/** By `e_machine`. */
const UNITS = /* @__PURE__ */ new Map([
	[2, SPARC],
	[3, X86],
	[8, {
		units: [
			"00",
			"0c00",
			"04170001"
		],
		orders: "both"
	}],
	[15, oneOrder("00", "08000240")],
	[18, SPARC],
	[20, PPC],
	[21, PPC],
	[22, S390],
	[40, ARM],
	[42, {
		units: ["00", "0009"],
		orders: "both"
	}],
	[43, SPARC],
	[62, X86],
	[183, oneOrder("00", "1f2003d5")],
	[243, oneOrder("00", "0100", "13000000")],
	[258, oneOrder("00", "00004003", "00002a00")],
	[36902, oneOrder("00", "1f04ff47", "0000fe2f")]
]);
/** The fill of a machine; zeros where it is not known. */
function fillUnits(machine) {
	return UNITS.get(machine) ?? oneOrder("00");
}
/** To x86 a zero is the first half of an instruction that is met in code. */
function isZeroCode(machine) {
	return UNITS.get(machine) === X86;
}
/**
* RISC-V and LoongArch: GNU ld makes code shorter after it has placed what follows, and leaves zeros, which are no
* instruction there.
*/
const RELAXING_MACHINES = /* @__PURE__ */ new Set([243, 258]);
function oneOrder(...units) {
	return {
		units,
		orders: "one"
	};
}
/** Of machines whose instructions lie in memory in either order. */
function wordJumps(code) {
	return [{
		size: 4,
		code
	}, {
		size: 4,
		code: (length) => swapped(code(length))
	}];
}
/** The four bytes of a number in the other order. */
function swapped(value) {
	return [
		0,
		8,
		16,
		24
	].reduce((sum, shift) => sum * 256 + (value >>> shift & 255), 0);
}
// src/size/fill/fill-bytes.ts
/** Recognises alignment fill by its bytes. */
/** The finder for sections of code of a machine, or for sections of data. */
function fillFinder(machine, kind) {
	if (kind === "data") return zerosBefore;
	const { units, jumps, orders } = fillUnits(machine);
	const hasZeros = isZeroCode(machine);
	const byFirst = Array.from({ length: 256 }, () => []);
	for (const unit of units.map(bytesOf)) {
		byFirst[unit[0]].push(unit);
		if (orders === "both") byFirst[unit.at(-1)].push(unit.toReversed());
	}
	return remembering((bytes, start, end) => {
		const begin = unitsBefore(bytes, {
			start,
			end,
			byFirst
		});
		if (hasZeros && begin > start && isZero(bytes, start, end)) return start;
		return jumps === void 0 || end - begin < SHORTEST_JUMPED ? begin : beforeJump(bytes, {
			start,
			begin,
			end,
			jumps
		});
	});
}
/** Fill of one length is mostly the same bytes: in a kernel that has 1,000,000 symbols, hundreds of thousands of times. */
function remembering(find) {
	const last = [];
	return (bytes, start, end) => {
		const length = end - start;
		const known = last[length];
		if (known !== void 0 && bytes[start] === known[0] && isAt(bytes, start, known)) return start;
		const begin = find(bytes, start, end);
		if (begin === start && length < MOST_REMEMBERED) last[length] = bytes.slice(start, end);
		return begin;
	};
}
const MOST_REMEMBERED = 64;
function zerosBefore(bytes, start, end) {
	let at = end;
	while (at > start && bytes[at - 1] === 0) at--;
	return at;
}
function isZero(bytes, start, end) {
	return zerosBefore(bytes, start, end) === start;
}
/** Assemblers jump over no fill that is shorter, in bytes. */
const SHORTEST_JUMPED = 12;
/** The least offset from which units lead to `end` without a rest. */
function unitsBefore(bytes, { start, end, byFirst }) {
	let least = end;
	/** Bit `n` says whether units lead from `n` bytes after `at` to the end. */
	let reach = 1;
	for (let at = end - 1; at >= start && reach !== 0; at--) {
		reach = reach << 1 & 2 ** 17 - 1;
		for (const unit of byFirst[bytes[at]]) {
			if ((reach >> unit.length & 1) === 0 || !isAt(bytes, at, unit)) continue;
			reach |= 1;
			least = at;
			break;
		}
	}
	return least;
}
/** Where fill begins with a jump over it; `begin` where none stands there. Its distance can look like a part of the fill. */
function beforeJump(bytes, { start, begin, end, jumps }) {
	for (const target of [begin, begin + 1]) for (const { size, code } of jumps) if (target - size >= start && numberAt(bytes, target - size, size) === code(end - target)) return target - size;
	return begin;
}
function numberAt(bytes, at, size) {
	let value = 0;
	for (let i = 0; i < size; i++) value = value * 256 + bytes[at + i];
	return value;
}
/** Whether a unit stands at a place; its first byte does. */
function isAt(bytes, at, unit) {
	for (let i = 1; i < unit.length; i++) if (bytes[at + i] !== unit[i]) return false;
	return true;
}
function bytesOf(hex) {
	return Uint8Array.from(hex.match(/../g), (byte) => Number.parseInt(byte, 16));
}
// src/size/fill/fill-reader.ts
/** Finds the alignment fill at the ends of bytes that no symbol covers: what is empty, and no more than alignment explains. */
/**
* In sections of data a word is not cut: zeros up to one are fill at the start of a stretch, and zeros from one on at the
* end of it. Others can be data: the last bytes of a number, the zero of a literal.
*/
const WORD = 4;
/** Reads the fill of one region. */
function fillReader(context, region) {
	const { contents, findFill, leavesZeros, usualAlign } = context;
	const { section } = contents;
	const low = Number(section.address % BigInt(LARGEST_ALIGNMENT));
	const alignAt = alignments(context, region);
	const bytesOf = () => section.type === SECTION_TYPE.noBits ? void 0 : contents.all();
	const isCode = isCodeSection(section);
	const most = () => isCode ? usualAlign() : WORD;
	return {
		startOf: ({ start, end, aligned }) => {
			const bytes = bytesOf();
			if (leavesZeros && bytes !== void 0 && isZero(bytes, start, end)) return start;
			const found = bytes === void 0 ? start : findFill(bytes, start, end);
			const begin = isCode || found === start ? found : Math.min(end, Math.ceil((low + found) / WORD) * WORD - low);
			const align = aligned === end ? alignAt(end) : Math.max(alignAt(end), alignAt(aligned));
			return end - begin < align ? begin : end;
		},
		endOf: ({ start, end }) => {
			const bytes = bytesOf();
			if (bytes === void 0) return start;
			for (let align = most(); align > 1; align /= 2) {
				const place = Math.ceil((low + start) / align) * align - low;
				if (place > start && place < end && place - start < alignAt(place) && findFill(bytes, start, place) === start) return place;
			}
			return start;
		}
	};
}
/**
* What a place is aligned to: no more bytes than one less are fill before it. Within a contribution it is no more than the
* section's alignment, and the same wherever the linker has put it; the script aligns what is between two of them.
*/
function alignments({ contents }, { input, start: origin }) {
	const { section } = contents;
	const low = Number(section.address % BigInt(LARGEST_ALIGNMENT));
	return (place) => {
		const align = alignmentOfOffset(low + place);
		return input !== void 0 && place !== origin ? Math.min(align, alignmentOfOffset(place - origin), section.align) : align;
	};
}
// src/size/literals/text-runs.ts
const SOH = 1;
const NEWLINE = 10;
/** Where the text that begins at `start` ends: at the first byte that is no text, the zero of a literal or not. */
function endOfText(bytes, start, end) {
	let at = start;
	while (at < end) {
		const byte = bytes[at];
		if (byte >= 32 && byte < 127) at++;
		else {
			const length = byte >= 194 ? sequenceLength(bytes, at, end) : controlLength(bytes, at, start);
			if (length === 0) break;
			at += length;
		}
	}
	return at;
}
/** Bytes of a control character that texts have (ELFMAG is "\\177ELF"), in a text that began at `start`; 0 for others. */
function controlLength(bytes, at, start) {
	const byte = bytes[at];
	if (byte === SOH) return (at === start || bytes[at - 1] === NEWLINE) && isLogLevel(bytes[at + 1]) ? 2 : 0;
	return byte >= 7 && byte <= 13 || byte === 27 || byte === 127 ? 1 : 0;
}
/** KERN_EMERG to KERN_CONT follow KERN_SOH, include/linux/kern_levels.h. */
function isLogLevel(byte) {
	return byte !== void 0 && (byte >= 48 && byte <= 55 || byte === 99 || byte === 100);
}
/** Bytes of the well-formed sequence of several bytes at `at`; 0 where it is none, or a control character of U+0080 to U+009F. */
function sequenceLength(bytes, at, end) {
	const first = bytes[at];
	const length = first < 224 ? 2 : first < 240 ? 3 : first < 245 ? 4 : 0;
	if (length === 0 || at + length > end) return 0;
	for (let i = at + 1; i < at + length; i++) if ((bytes[i] & 192) !== 128) return 0;
	const second = bytes[at + 1];
	const [least, most] = SECOND_BYTES.get(first) ?? [128, 191];
	return second >= least && second <= most ? length : 0;
}
/** First bytes that not every second byte may follow: control characters, overlong forms, surrogates, beyond U+10FFFF. */
const SECOND_BYTES = /* @__PURE__ */ new Map([
	[194, [160, 191]],
	[224, [160, 191]],
	[237, [128, 159]],
	[240, [144, 191]],
	[244, [128, 143]]
]);
/**
* How much more often a byte is met in string literals than in binary data, as a power of two. Counted in the literals
* of Linux 6.12 for x86-64: the classes are coarse on purpose.
*/
const WEIGHTS = [
	[/\x01/, 5],
	[/[a-z ]/, 3],
	[/[%_:\n]/, 2],
	[/[A-Z]/, 1],
	[/[0-9.=,-]/, 0],
	[/[()/[\]'<>*#\t]/, -1]
];
const OTHER_WEIGHT = -3;
/** Tables repeat entries, or count up or down; texts have a letter twice in a row, or the alphabet, and hardly ever more of it. */
const SERIES = -4;
/** What texts are indented and underlined with. */
const RULERS = " -=_*#|";
/** A zero is common in tables: small numbers are full of them. */
const END_WEIGHT = -3;
/** A well-formed character of several bytes is rare among bytes above 0x7f. */
const MULTIBYTE_WEIGHT = 1;
const WEIGHT_OF = Int8Array.from({ length: 256 }, (_, byte) => {
	const character = String.fromCharCode(byte);
	if (byte >= 128) return MULTIBYTE_WEIGHT;
	return WEIGHTS.find(([characters]) => characters.test(character))?.[1] ?? OTHER_WEIGHT;
});
const WEIGHT_IN_SERIES = Int8Array.from({ length: 256 }, (_, byte) => RULERS.includes(String.fromCharCode(byte)) ? 0 : SERIES);
/** What a text of ten letters has: a longer one says no more of its neighbours. */
const MOST = 30;
/** The powers of two by which a run is rather a literal than a part of a table, between `LEAST` and `MOST`. */
function textWeight(bytes, { start, end }) {
	return Math.max(-4, Math.min(MOST, lettersWeight(bytes, {
		start,
		end
	}) + END_WEIGHT));
}
/** The same of characters without the zero that ends a run, and without a lower bound. */
function lettersWeight(bytes, { start, end }) {
	let weight = 0;
	for (let at = start; at < end && weight < 33; at++) {
		const byte = bytes[at];
		const step = at - 2 < start ? NaN : byte - bytes[at - 1];
		if (!(step === bytes[at - 1] - bytes[at - 2])) weight += WEIGHT_OF[byte];
		else if (step !== 1) weight += WEIGHT_IN_SERIES[byte];
	}
	return weight;
}
// src/size/literals/likely-literals.ts
/** What looks like string literals, what pads them, and other bytes. */
function likelyLiterals(data) {
	const likeliest = likeliestTexts(data);
	const texts = data.hasConstants ? withoutConstants(data.bytes, likeliest) : likeliest;
	const parts = [];
	let cursor = data.start;
	const add = (kind, end) => {
		if (end > cursor) parts.push({
			kind,
			start: cursor,
			end
		});
		cursor = Math.max(cursor, end);
	};
	for (const [i, { start, end }] of texts.entries()) {
		if (i > 0) {
			add("padding", endOfPadding(data.bytes, cursor, start));
			add("other", startOfPadding(data.bytes, cursor, start));
			add("padding", start);
		} else add("other", start);
		cursor = end + 1;
		parts.push({
			kind: "literal",
			start,
			end: cursor,
			textEnd: end
		});
	}
	if (texts.length > 0) add("padding", endOfPadding(data.bytes, cursor, data.end));
	add("other", data.end);
	return parts;
}
/** The largest alignment that compilers give a literal (`.rodata.str1.8`). */
const LARGEST_ALIGN = 8;
/** What compilers align tables and most literals to, in bytes. */
const USUAL_ALIGN = 4;
/** Zeros after a literal pad the next one; what reaches beyond a multiple of its alignment is something else. */
function endOfPadding(bytes, from, end) {
	let at = from;
	while (at < end && at % LARGEST_ALIGN !== 0 && bytes[at] === 0) at++;
	return at;
}
/** Where the zeros begin that pad the literal at `end`; one of them ends what is between two literals and looks like none. */
function startOfPadding(bytes, from, end) {
	let at = end;
	while (at - 2 >= from && bytes[at - 1] === 0 && bytes[at - 2] === 0 && end - at < LARGEST_ALIGN) at--;
	return at;
}
/** Runs of text that end with a zero. */
function findRuns({ bytes, start, end }) {
	const runs = [];
	for (let at = start; at < end; at++) {
		if (bytes[at] === 0) continue;
		const textEnd = endOfText(bytes, at, end);
		if (textEnd > at && textEnd < end && bytes[textEnd] === 0) runs.push({
			start: at,
			end: textEnd
		});
		at = Math.max(at, bytes[textEnd] === 0 ? textEnd : textEnd - 1);
	}
	return runs;
}
/** How much likelier than literals other bytes are before anything is known of them, as a power of two. */
const BEGINNING = 8;
/** What speaks for a literal right after another one. */
const NEXT = 3;
/** The runs, or the ends of runs, that are literals in the likeliest way to read them all. */
function likeliestTexts(data) {
	const runs = findRuns(data);
	/** For each run its weight as the first literal, undefined where it is rather the next of some. */
	const firsts = [];
	/** Whether, where it is the first or other bytes, the run before it is a literal. */
	const isAfterText = [];
	let [text, other] = [-Infinity, 0];
	for (const [i, run] of runs.entries()) {
		const before = runs[i - 1];
		const next = before === void 0 ? -Infinity : text + nextWeight(data, before, run);
		const most = Math.max(text, other);
		const first = firstReading(data, run);
		const begun = most - BEGINNING + runWeight(data, first);
		firsts.push(next >= begun ? void 0 : first);
		isAfterText.push(text > other);
		[text, other] = [Math.max(next, begun), most];
	}
	const texts = [];
	let isText = text > other;
	for (let i = runs.length - 1; i >= 0; i--) {
		const first = firsts[i];
		if (isText) texts.push(first ?? runs[i]);
		if (!isText || first !== void 0) isText = isAfterText[i];
	}
	return texts.toReversed();
}
/** Bytes and alignment of the constants that lie among literals, such as the shortest texts, which are copied by value. */
const CONSTANT = 2;
/** The texts that cannot be such constants; what follows constants among literals can begin with one more. */
function withoutConstants(bytes, texts) {
	let constantsEnd = NaN;
	return texts.filter((run, i) => {
		const isDoubtful = run.start === constantsEnd || canBeConstants(bytes, run);
		const gap = run.start - (texts[i - 1]?.end ?? NaN) - 1;
		const isAmongTexts = isDoubtful && isAligned(run) && gap < CONSTANT;
		const count = Math.ceil((run.end - run.start) / CONSTANT);
		constantsEnd = isAmongTexts ? run.start + CONSTANT * count : NaN;
		return !isDoubtful;
	});
}
const isAligned = ({ start }) => start % CONSTANT === 0;
/** One letter and a zero, two letters that zeros pad, or two constants that read like no text. */
function canBeConstants(bytes, run) {
	const { start, end } = run;
	const isPaddedFurther = bytes[start - 1] === 0 && bytes[start - 2] === 0 && bytes[start - 3] === 0;
	if (!isAligned(run) || isPaddedFurther) return false;
	if (end - start === 2) return bytes[end + 1] === 0;
	return end - start === 1 || end - start === 3 && textWeight(bytes, run) < 0;
}
/** What speaks against a literal that is the one before it once more: linkers keep one of equal literals. */
const AGAIN = -8;
/** The weight of a run as the literal after `before`: nothing but padding, or an empty literal, lies between them. */
function nextWeight(data, before, run) {
	const { bytes, end } = data;
	const from = before.end + 1;
	if (!(run.start % USUAL_ALIGN === 0 && endOfPadding(bytes, from, end) >= run.start || run.start === from || run.start === from + 1 && bytes[from] === 0)) return -Infinity;
	if (isAgain(bytes, before, run)) return AGAIN;
	return runWeight(data, run) + NEXT;
}
function isAgain(bytes, before, run) {
	const distance = run.start - before.start;
	if (run.end - before.end !== distance) return false;
	for (let at = run.start; at < run.end; at++) if (bytes[at] !== bytes[at - distance]) return false;
	return true;
}
/** The least weight of letters that are of the text though they stand before a place where it could begin. */
const LEAST_HEAD = 5;
/**
* A run as the first of some literals, which begins at a border or where the table before it ends: what stands before a
* multiple of the tables' alignment can be the low bytes of a number.
*/
function firstReading({ bytes, start }, run) {
	const late = Math.ceil(run.start / USUAL_ALIGN) * USUAL_ALIGN;
	if (late === run.start || run.start === start || late >= run.end) return run;
	const isWithinCharacter = (bytes[late] & 192) === 128;
	const isHead = lettersWeight(bytes, {
		start: run.start,
		end: late
	}) >= LEAST_HEAD;
	return isWithinCharacter || isHead ? run : {
		start: late,
		end: run.end
	};
}
/** A number below 256 looks like a text of one letter, one below 65,536 like one of two, and so does an entry of a table. */
const NUMBERS = {
	1: -6,
	2: -2
};
/** Of what is an address: a few of them among literals are literals, a table of them is not. */
const ADDRESS = -5;
function runWeight({ bytes, addresses }, run) {
	if (isAddress(run, addresses)) return ADDRESS;
	const weight = textWeight(bytes, run);
	const length = run.end - run.start;
	return length < 3 && run.start % (2 * length) === 0 ? Math.max(-4, weight + NUMBERS[length]) : weight;
}
/** Bytes of an address look like text where zeros follow: `te` is of 0xffffffff81006574, `%s:` of 0x253a73. */
function isAddress({ start, end }, { word, isAddress: isWord }) {
	const first = start - start % word;
	return end <= first + word && isWord(first);
}
// src/size/accounting/piece-owners.ts
/** Says what the bytes are that neither a symbol nor the name of their section explains, piece by piece between labels. */
function pieceOwners(context, region, own) {
	const { labels } = context;
	const fill = fillReader(context, region);
	const sinks = {
		own,
		ownRest: restOwners(fill, own),
		fill
	};
	const ownPiece = isCodeSection(context.contents.section) ? codeOwners(context, sinks) : dataOwners(context, sinks);
	return {
		ownAll: (bare) => {
			if (labels.count === 0) ownPiece({
				start: bare.start,
				end: bare.end,
				aligned: bare.aligned,
				isLabelled: false
			});
			else for (const piece of piecesOf(context, bare)) ownPiece(piece);
		},
		isFill: (bare) => fill.startOf(bare) === bare.start
	};
}
/** Cuts a stretch at its labels. */
function piecesOf({ labels }, bare) {
	const pieces = [];
	let [start, isLabelled] = [bare.start, false];
	for (const { offset, isOwner } of labels.within(bare.start, bare.end)) {
		if (offset > start) pieces.push({
			start,
			end: offset,
			aligned: offset,
			isLabelled
		});
		[start, isLabelled] = [offset, isOwner];
	}
	pieces.push({
		...bare,
		start,
		isLabelled
	});
	return pieces;
}
/** Takes what nothing names: fill at both ends of it, the rest between. What a label stands before is all the label's. */
function restOwners(fill, own) {
	return (piece) => {
		const { start, end, isLabelled } = piece;
		const begin = fill.startOf(piece);
		if (begin === start) return own(isLabelled ? unattributedGap(start, end) : fillGap(start, end));
		const first = isLabelled ? start : fill.endOf({
			start,
			end: begin
		});
		if (first > start) own(fillGap(start, first));
		own(unattributedGap(first, begin));
		if (begin < end) own(fillGap(begin, end));
	};
}
function codeOwners({ contents, tables, findFill, findPrefixes }, { own, ownRest }) {
	const bytes = findPrefixes === void 0 ? void 0 : contents.all();
	if (findPrefixes === void 0 || bytes === void 0) return tablesFirst(tables, own, ownRest);
	return tablesFirst(tables, own, (piece) => {
		const { start, end, aligned } = piece;
		for (const part of findPrefixes({
			section: contents.section,
			bytes,
			start,
			end,
			findFill
		})) if (part.name !== void 0) own(tableGap(part, part.name));
		else {
			const isLabelled = part.start > start || piece.isLabelled;
			ownRest({
				start: part.start,
				end: part.end,
				aligned,
				isLabelled
			});
		}
	});
}
function dataOwners(context, { own, ownRest, fill }) {
	const { contents, tables, wordsOf, isMapped, addresses, hasConstants } = context;
	const ownPart = (piece) => {
		const bytes = isMapped ? void 0 : contents.all();
		if (bytes === void 0) return ownRest(piece);
		for (const part of likelyLiterals({
			...piece,
			bytes,
			addresses,
			hasConstants
		})) {
			const { kind, start, end } = part;
			if (kind === "other") ownRest({
				start,
				end,
				aligned: end,
				isLabelled: piece.isLabelled && start === piece.start
			});
			else own(literalGap(part));
		}
	};
	return tablesFirst(tables, own, (piece) => {
		if (!piece.isLabelled && fill.startOf(piece) === piece.start) return own(fillGap(piece.start, piece.end));
		for (const part of withoutAddresses(piece, wordsOf(contents.section, piece.start, piece.end))) if ("kind" in part) own(part);
		else ownPart({
			...part,
			aligned: part.end,
			isLabelled: piece.isLabelled && part.start === piece.start
		});
	});
}
function tablesFirst(tables, own, ownOther) {
	if (tables.length === 0) return ownOther;
	return (piece) => {
		const table = tables.find(({ start, end }) => start <= piece.start && piece.start < end);
		if (table === void 0) ownOther(piece);
		else if (table.name === void 0) own(unattributedGap(piece.start, piece.end));
		else own(tableGap(piece, table.name));
	};
}
/** Words that relocations say to be addresses, of code and of other bytes. */
const JUMPS = "[jump table]";
const ADDRESSES = "[address table]";
/** Addresses by relocations, and what lies between them. */
function withoutAddresses({ start, end }, words) {
	const parts = [];
	let cursor = start;
	for (const { offset, size, isCode } of words) {
		if (offset < cursor) continue;
		if (offset > cursor) parts.push({
			start: cursor,
			end: offset
		});
		cursor = offset + size;
		parts.push(tableGap({
			start: offset,
			end: cursor
		}, isCode ? JUMPS : ADDRESSES));
	}
	if (cursor < end) parts.push({
		start: cursor,
		end
	});
	return parts;
}
// src/size/accounting/attribute-gaps.ts
/**
* Says what the bytes are that no symbol covers. In this order: string literals where a link map or the section itself
* says that there is nothing else; tables by the name of their section, by the labels around them or by relocations;
* alignment fill; what looks like string literals, where no link map says where they are; `[unattributed]`.
*/
/** Hands the owners of a stretch of one region to a sink; what holds for all stretches of a region is found once. */
function attributeGaps(context, region, own) {
	const { input } = region;
	const pool = input === void 0 ? poolOfSection(context.contents.section) : poolOfInput(input.name);
	const bytes = pool && context.contents.all();
	if (bytes !== void 0) return poolOwners(context, {
		...pool,
		bytes,
		own
	});
	const name = tableName(context, region);
	const pieces = pieceOwners(context, region, own);
	if (name === void 0) return pieces.ownAll;
	const isBetween = context.isMapped && input === void 0;
	return (bare) => own(isBetween && pieces.isFill(bare) ? fillGap(bare.start, bare.end) : tableGap(bare, name));
}
function tableName({ contents, tableOf }, { input }) {
	const table = (input && tableOf(input.name)) ?? tableOf(contents.section.name);
	return table && `[${table}]`;
}
function poolOwners({ littleEndian }, pool) {
	const { unit, bytes, own } = pool;
	return (bare) => {
		for (const part of pooledLiterals(bytes, bare, pool)) {
			const { kind, start, end } = part;
			if (unit === 1 || kind !== "literal") own(literalGap(part));
			else {
				const name = wideText(bytes.slice(start, part.textEnd), unit, littleEndian);
				own(name === void 0 ? unattributedGap(start, end) : {
					...literalGap(part),
					name
				});
			}
		}
	};
}
// src/size/accounting/attribute-section.ts
/** Gives the collector each stretch of the section with its owner, in the order of addresses. */
function attributeSection(parts) {
	const { regions, extents } = parts;
	let next = 0;
	for (const region of regions) {
		const object = parts.cells.objectId(region.input?.object ?? "");
		const ownGap = attributeGaps(parts.context, region, (gap) => addGap(parts, object, gap));
		let cursor = region.start;
		for (; next < extents.count && extents.starts[next] < region.end; next++) {
			const start = Math.max(extents.starts[next], region.start);
			const end = Math.min(extents.ends[next], region.end);
			if (start > cursor) ownGap({
				start: cursor,
				end: start,
				aligned: alignedBy(parts, next)
			});
			ownSymbol(parts, {
				symbol: extents.symbols[next],
				object: objectOf(parts, next) ?? object,
				start,
				end
			});
			cursor = end;
			if (extents.ends[next] > region.end) break;
		}
		if (cursor < region.end) ownGap({
			start: cursor,
			end: region.end,
			aligned: region.end
		});
	}
}
/** Without a link map, the source file of the function or variable that a symbol is a part of. */
function objectOf({ fileOf, extents, names }, index) {
	if (fileOf === void 0) return void 0;
	const symbol = extents.symbols[index];
	return fileOf(names.functions.size === 0 ? symbol : names.functions.get(symbol) ?? symbol);
}
function ownSymbol(parts, { symbol, object, start, end }) {
	const { cells } = parts;
	cells.add({
		kind: "symbol",
		name: parts.names.ids[symbol],
		object,
		bytes: end - start,
		symbol
	});
}
/** Where the function begins before which the symbol of a number stands; else where that symbol begins. */
function alignedBy({ extents: { count, starts, ends, symbols }, names }, index) {
	let at = index;
	while (at + 1 < count && names.functions.has(symbols[at]) && starts[at + 1] === ends[at]) at++;
	return starts[at];
}
function addGap({ context, cells }, object, gap) {
	const { kind, start, end, textEnd } = gap;
	const name = kind === "literal" && gap.name === "" ? cells.texts.idOf(context.contents.all(), start, textEnd) : cells.nameId(gap.name);
	cells.add({
		kind,
		name,
		object,
		bytes: end - start,
		symbol: 0
	});
}
// src/elf/machine-rules.ts
/**
* What single machines do differently: the order of bytes in code, and what GNU nm does (`is_target_special_symbol` and
* SEC_SMALL_DATA in bfd/).
*/
/** The byte order of instructions. */
function isCodeLittleEndian({ machine, flags, littleEndian }) {
	return littleEndian || machine === 40 && (flags & 8388608) !== 0;
}
const [DOLLAR, DOT$2, UNDERSCORE$1] = [
	36,
	46,
	95
];
/** bfd/cpu-arm.c and bfd/cpu-aarch64.c; bfd/elfxx-mips.c and bfd/elfnn-riscv.c with `_bfd_elf_is_local_label_name`. */
const HIDDEN_NAMES = /* @__PURE__ */ new Map([
	[8, {
		firstBytes: [DOT$2, UNDERSCORE$1],
		pattern: /^(\.L|\.\.|_\.L_)/
	}],
	[40, {
		firstBytes: [DOLLAR],
		pattern: /^\$[a-z](\.|$)/
	}],
	[183, {
		firstBytes: [DOLLAR],
		pattern: /^\$[dfmpx](\.|$)/
	}],
	[243, {
		firstBytes: [
			DOLLAR,
			DOT$2,
			UNDERSCORE$1,
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
	if (machine === 21) return SMALL_DATA_NAME.test(section.name);
	if (machine !== 50 && machine !== 36902) return false;
	return (section.flags & SMALL_DATA_FLAG) !== 0;
}
// src/size/accounting/callers.ts
/** Who calls whom, by symbols: evidence for a function that was inlined or split out. */
function callerFinder(elf, table, code) {
	return (wanted) => {
		const scan = callScanner(elf.machine);
		const callers = /* @__PURE__ */ new Map();
		if (scan === void 0 || wanted.size === 0 || elf.type === RELOCATABLE$1) return callers;
		const isArm = elf.machine === 40;
		const rowAt = new Map(Array.from(wanted, (row) => [addressOf(table, row, isArm ? -2n : -1n), row]));
		for (const { contents, extents } of code) {
			const { section } = contents;
			const bytes = contents.all();
			if (bytes === void 0) continue;
			const base = Number(section.address & LOW_BITS);
			const symbolAt = symbolReader(extents);
			const isThumb = (offset) => {
				const row = symbolAt(offset);
				return row !== void 0 && (table.addresses[row] & 1n) === 1n;
			};
			scan({
				bytes,
				littleEndian: isCodeLittleEndian(elf),
				isThumb
			}, (offset, target) => {
				const callee = rowAt.get(base + target);
				const caller = callee === void 0 ? void 0 : symbolAt(offset);
				if (callee === void 0 || caller === void 0 || caller === callee) return;
				callers.set(callee, (callers.get(callee) ?? /* @__PURE__ */ new Set()).add(caller));
			});
		}
		return callers;
	};
}
const RELOCATABLE$1 = 1;
/** Kernels lie within 4 GiB, so the lower half of an address tells it. */
const LOW_BITS = 4294967295n;
/** `mask` takes the bit away that says Thumb. */
function addressOf(table, row, mask) {
	return Number(table.addresses[row] & LOW_BITS & mask);
}
/** Looks up the symbol at an offset; offsets come in ascending order, some of them twice. */
function symbolReader({ count, starts, ends, symbols }) {
	let at = 0;
	return (offset) => {
		while (at < count && ends[at] <= offset) at++;
		return at < count && starts[at] <= offset ? symbols[at] : void 0;
	};
}
// src/size/functions/function-prefixes.ts
/**
* Finds what compilers put right before a function and give no symbol: empty instructions to be patched
* (`-fpatchable-function-entry=N,M`, Documentation/trace/ftrace.rst), and the hash of its type (`-fsanitize=kcfi`,
* clang/docs/ControlFlowIntegrity.rst; on x86 it has a symbol). By their bytes the ones are fill and the others code.
*/
const PATCHABLE_ENTRIES = "patchable function entries";
const TYPE_HASHES = "kCFI type hashes";
/** In bytes. */
const HASH_SIZE = 4;
/** Undefined where no function has a prefix. The tables are read when the first stretch is asked for. */
function prefixFinder(sources) {
	const hasHashes = hasTypeIds(sources.table);
	if (sources.entryTables.length === 0 && !hasHashes) return void 0;
	let known;
	return (code) => {
		const { section, bytes, start, end, findFill } = code;
		known ??= patchableEntries(sources);
		const entries = entriesWithin(known.get(section.index) ?? [], code);
		const last = entries.at(-1);
		const entry = last !== void 0 && findFill(bytes, last, end) === last ? entries.pop() : end;
		const hash = hasHashes && entry - HASH_SIZE >= start && findFill(bytes, entry - HASH_SIZE, entry) > entry - HASH_SIZE ? entry - HASH_SIZE : entry;
		const cuts = [
			start,
			...entries.filter((one) => one > start && one < hash),
			hash
		];
		const parts = cuts.slice(1).map((cut, i) => ({
			start: cuts[i],
			end: cut,
			name: void 0
		}));
		parts.push({
			start: hash,
			end: entry,
			name: `[${TYPE_HASHES}]`
		});
		parts.push({
			start: entry,
			end,
			name: `[${PATCHABLE_ENTRIES}]`
		});
		return parts.filter((part) => part.end > part.start);
	};
}
function patchableEntries({ elf, entryTables, wordsOf }) {
	const entries = /* @__PURE__ */ new Map();
	const code = elf.sections.filter(isCodeSection);
	const add = (section, offset) => {
		const known = entries.get(section);
		if (known === void 0) entries.set(section, [offset]);
		else known.push(offset);
	};
	for (const { contents, start, end } of entryTables) {
		const bytes = contents.range(start, end);
		if (bytes === void 0) continue;
		const { address } = fieldReader(bytes, elf);
		const width = elf.class / 8;
		for (let at = 0; at + width <= bytes.length; at += width) {
			const value = address(at);
			const section = value === 0n ? void 0 : code.find((one) => isWithin(one, value));
			if (section !== void 0) add(section.index, Number(value - section.address));
		}
		for (const { target } of wordsOf(contents.section, start, end)) if (target !== void 0) add(target.section, target.offset);
	}
	return new Map(Array.from(entries, ([index, offsets]) => [index, offsets.toSorted((a, b) => a - b)]));
}
function isWithin({ address, size }, value) {
	return value >= address && value < address + BigInt(size);
}
function entriesWithin(offsets, { start, end }) {
	let [low, high] = [0, offsets.length];
	while (low < high) {
		const middle = low + high >>> 1;
		if (offsets[middle] < start) low = middle + 1;
		else high = middle;
	}
	const within = [];
	for (let i = low; i < offsets.length && offsets[i] < end; i++) within.push(offsets[i]);
	return within;
}
const TYPE_ID = new TextEncoder().encode("__kcfi_typeid_");
/** clang sets an absolute symbol to the hash of each function whose address is taken elsewhere. */
function hasTypeIds({ count, names, sectionIndexes }) {
	for (let row = 1; row < count; row++) {
		if (sectionIndexes[row] < 4294967040) continue;
		if (startsWith(names.bytes, names.starts[row], TYPE_ID)) return true;
	}
	return false;
}
// src/size/labels/label-tables.ts
const FILES = [
	[
		/^__irf_start$/,
		["__irf_end"],
		"built-in initramfs"
	],
	[
		/^__initramfs_start$/,
		["__initramfs_size"],
		"built-in initramfs"
	],
	[
		/^kernel_config_data$/,
		["kernel_config_data_end"],
		"built-in .config"
	],
	[
		/^kernel_headers_data$/,
		["kernel_headers_data_end"],
		"built-in headers"
	],
	[
		/^embedded_bootconfig_data$/,
		["embedded_bootconfig_data_end"],
		"built-in bootconfig"
	],
	[
		/^__cert_list_start$/,
		["__cert_list_end"],
		"certificates"
	],
	[
		/^__revocation_list_start$/,
		["__revocation_list_end"],
		"certificates"
	],
	[
		/^__dtb_start$/,
		["__dtb_end"],
		"built-in device tree"
	],
	[
		/^(__dtbo?_.*)_begin$/,
		["$1_end"],
		"built-in device tree"
	],
	[
		/^_fw_.*_bin$/,
		["_fw_end"],
		"firmware"
	],
	[
		/^((?:compat_)?vdso(?:32|64)?)_start$/,
		["$1_end"],
		"vDSO"
	],
	[
		/^real_mode_blob$/,
		["real_mode_blob_end"],
		"real-mode code"
	],
	[
		/^kexec_purgatory$/,
		["kexec_purgatory_end", "kexec_purgatory_size"],
		"kexec purgatory"
	],
	[
		/^_binary_(\w+)_start$/,
		["_binary_$1_end"],
		"binary file"
	]
];
/** Linker scripts name labels after the section that they gather; the name of the table is that of the section. */
const GATHERED = [
	[/^__start_(.+)$/, ["__stop_$1", "__end_$1"]],
	[/^__(\w+)_start$/, ["__$1_end"]],
	[/^__(\w+)_begin$/, ["__$1_end"]],
	[/^__(\w+_table)$/, ["__$1_end"]]
];
/** The tables of a section in ascending order; they do not overlap. */
function labelledTables(labels, tableOf) {
	/** For each name the first label of that name after the one that is looked at. */
	const following = /* @__PURE__ */ new Map();
	const found = [];
	for (let index = labels.count - 1; index >= 0; index--) {
		const name = labels.name(index);
		const start = labels.offsets[index];
		const table = pairOf(name, tableOf);
		const end = table?.ends.map((label) => following.get(label)).find((offset) => offset !== void 0);
		const isNext = end !== void 0 && labels.next(start) === end;
		if (end !== void 0 && end > start && (isNext || table.name !== void 0)) found.push({
			start,
			end,
			name: table.name
		});
		following.set(name, start);
	}
	return withoutOverlaps(found.toReversed());
}
/** Of tables that overlap the one that begins first is kept: what it holds is a part of it. */
function withoutOverlaps(tables) {
	let cursor = 0;
	return tables.filter(({ start, end }) => {
		if (start < cursor) return false;
		cursor = end;
		return true;
	});
}
/** Names of whole sections: what lies between their ends can be anything. */
const SECTION_WORD = /(text|data|bss|init|image|kernel|strings?|const)$/;
/** Other files that are copied into a kernel: `blob` and `blob_end`, `blob_start` and `blob_end`, `blob` and `blob_size`. */
function fileOf(label) {
	const stem = label.replace(/_(start|begin)$/, "");
	if (label.startsWith("_") || SECTION_WORD.test(stem)) return void 0;
	return {
		ends: [`${stem}_end`, `${stem}_size`],
		name: void 0
	};
}
function pairOf(label, tableOf) {
	if (!BEGINS_TABLE.test(label)) return fileOf(label);
	for (const [start, ends, name] of FILES) if (start.test(label)) return {
		ends: ends.map((end) => label.replace(start, end)),
		name: `[${name}]`
	};
	for (const [start, ends] of GATHERED) {
		const section = start.exec(label)?.[1];
		const name = section === void 0 ? void 0 : nameOfGathered(section, tableOf);
		if (name !== void 0) return {
			ends: ends.map((end) => label.replace(start, end)),
			name: `[${name}]`
		};
	}
	return fileOf(label);
}
/** Most labels are none of these, such as the hundred thousands of marks of code that a kernel for AArch64 has. */
const BEGINS_TABLE = /^__|^_fw_|^_binary_|^(compat_)?vdso|^(kernel|embedded)_|^real_mode|^kexec_purgatory/;
/** `__start___ex_table` for `__ex_table`, `__setup_start` for `.init.setup`. */
function nameOfGathered(section, tableOf) {
	for (const before of [
		"",
		".",
		"_",
		"__",
		".init."
	]) {
		const name = tableOf(before + section);
		if (name !== void 0) return name;
	}
	return tableOf(`.${section}.init`);
}
// src/size/labels/linker-tables.ts
/** What the bytes of a section are that no symbol covers, by the section's name: as the linker scripts gather them. */
/** Names of input and of output sections, include/asm-generic/vmlinux.lds.h and arch/*\/kernel/vmlinux.lds.S. */
const TABLES = [
	[/^\.ARM\.(exidx|unwind_idx)/, "unwind index"],
	[/^\.ARM\.(extab|unwind_tab)/, "unwind table"],
	[/^\.(eh_frame|orc_unwind|orc_lookup|orc_header|sframe)/, "unwind table"],
	[/^__ex_table/, "exception table"],
	[/^__bug_table/, "bug table"],
	[/^\.alt(instr|\.smp)/, "alternatives"],
	[/^\.(smp_locks|parainstructions|apicdrivers)/, "patch table"],
	[/^\.(retpoline_sites|return_sites|call_sites|ibt_endbr_seal|cfi_sites|static_call)/, "patch table"],
	[/^\.(init\.)?pv_table|^runtime_(shift|ptr)_/, "patch table"],
	[/^_?__ksymtab_strings|^_?__ksymtab|^_?__kcrctab/, "exported symbols"],
	[/^\.(initcall.*\.init|con_initcall\.init|initcalls?$)/, "initcall table"],
	[/^\.init\.setup/, "setup table"],
	[/^__param/, "parameter table"],
	[/^__modver/, "module version table"],
	[/_of_table|^__(irqchip|clk|timer|cpu|earlycon|reservedmem).*_table/, "OF table"],
	[/^__(earlycon_table|thermal_table_.*|governor_table|lsm_table)|^\.(early_)?lsm_info|^\.x86_.*_dev\.init/, "registration table"],
	[/^\.(init\.)?(arch|proc|tag)\w*\.?(info|table|init)|^\.(arch|proc)\.info/, "machine table"],
	[/^\.pci_fixup/, "PCI fixup table"],
	[/^__jump_table/, "jump label table"],
	[/^__(patchable_function_entries|mcount_loc)|^mcount_loc$/, "patchable function entries"],
	[/^\.?_*kcfi_traps/, "kCFI traps"],
	[/^(__tracepoints|_ftrace|__trace|_kprobe|__kprobe|_error_injection|__bpf_raw_tp|__?syscalls_metadata)/, "trace table"],
	[/^__dyndbg/, "dynamic debug table"],
	[/^\.note/, "notes"],
	[/^\.(rela?\.dyn|rela?\b|relr|dynsym|dynstr|dynamic|gnu\.hash|hash|interp|got|plt|igot|iplt)/, "dynamic linking"],
	[/^\.opd/, "function descriptors"],
	[/^\.toc/, "table of contents"],
	[/^\.(vectors|stubs)/, "exception vectors"],
	[/^\.BTF/, "BTF"],
	[/^\.init\.ramfs/, "built-in initramfs"],
	[/^\.dtb\.init\.rodata/, "built-in device tree"],
	[/^\.(text\.)?fixup/, "exception fixups"],
	[/^\.builtin_fw/, "firmware"],
	[/^\.rodata\.cst\d+/, "merged constants"]
];
/**
* Tells what a section holds beside symbols, such as `unwind table`; undefined for one of code or data. What was asked
* once is remembered.
*/
function linkerTables() {
	const known = /* @__PURE__ */ new Map();
	return (section) => {
		if (!known.has(section)) known.set(section, TABLES.find(([pattern]) => pattern.test(section))?.[1]);
		return known.get(section);
	};
}
/** R_*_NONE of all machines. */
const NONE = 0;
const RELOCATABLE = 1;
/** All relocations of allocated sections of data, in the order of the file; code has many times as many. */
function* readRelocations(elf, table) {
	if (elf.machine === 8 && elf.class === 64) return;
	const placeOf = placeFinder(elf);
	for (const section of elf.sections) if (section.type === SECTION_TYPE.relr) yield* readPacked(elf, section, placeOf);
	else if (isRelocations(section) && isLoaded(elf, section)) yield* readEntries({
		elf,
		table,
		section,
		placeOf
	});
}
function isRelocations({ type }) {
	return type === SECTION_TYPE.rela || type === SECTION_TYPE.rel;
}
/** Whether it is loaded itself, or relocates a section of data that is. */
function isLoaded({ sections }, section) {
	const target = sections[section.info] ?? section;
	return isAllocated(section) || isAllocated(target) && !isCodeSection(target);
}
/** Elf32_Rel, Elf32_Rela, Elf64_Rel and Elf64_Rela: where, which symbol and type, and an addend. */
function* readEntries({ elf, table, section, placeOf }) {
	const width = elf.class / 8;
	const hasAddend = section.type === SECTION_TYPE.rela;
	const size = (hasAddend ? 3 : 2) * width;
	const fields = fieldReader(readRange(elf.source, {
		...section,
		what: `the contents of ${section.name}`
	}), elf);
	const [low, high] = fields.addressParts;
	for (let at = 0; at + size <= section.size; at += size) {
		const place = placeOf(fields.address(at), section.info);
		if (place === void 0) continue;
		const info = low(at + width);
		const [symbol, type] = width === 4 ? [info >>> 8, info & 255] : [high(at + width), info];
		if (type === NONE) continue;
		const target = targetOf({
			elf,
			table,
			placeOf,
			symbol,
			addend: hasAddend ? signed(fields.address(at + 2 * width), elf.class) : void 0
		});
		yield {
			...place,
			type,
			target
		};
	}
}
function targetOf({ elf, table, placeOf, symbol, addend = 0n }) {
	if (symbol === 0) return addend === 0n ? void 0 : placeOf(BigInt.asUintN(elf.class, addend), 0);
	const section = elf.sections[table.sectionIndexes[symbol] ?? 0];
	if (section === void 0 || !isAllocated(section)) return void 0;
	return {
		section: section.index,
		offset: Number(table.addresses[symbol] - section.address + addend)
	};
}
function signed(value, bits) {
	return BigInt.asIntN(bits, value);
}
/** A word is an address that is relocated, and the ones after it by the bits of the next words. */
function* readPacked(elf, section, placeOf) {
	const width = elf.class / 8;
	const { address } = fieldReader(readRange(elf.source, {
		...section,
		what: `the contents of ${section.name}`
	}), elf);
	let next = 0n;
	for (let at = 0; at + width <= section.size; at += width) {
		const entry = address(at);
		const isAddress = (entry & 1n) === 0n;
		for (let bit = isAddress ? elf.class - 1 : 1; bit < elf.class; bit++) {
			const where = isAddress ? entry : next + BigInt((bit - 1) * width);
			const place = isAddress || (entry >> BigInt(bit) & 1n) === 1n ? placeOf(where, 0) : void 0;
			if (place !== void 0) yield {
				...place,
				type: -1,
				target: void 0
			};
		}
		next = isAddress ? entry + BigInt(width) : next + BigInt((elf.class - 1) * width);
	}
}
function placeFinder({ type, sections }) {
	const placeIn = (section, address) => {
		if (section === void 0 || !isAllocated(section)) return void 0;
		const offset = address - section.address;
		return offset >= 0n && offset < BigInt(section.size) ? {
			section: section.index,
			offset: Number(offset)
		} : void 0;
	};
	if (type === RELOCATABLE) return (address, index) => placeIn(sections[index], address);
	const allocated = sections.filter(isAllocated).toSorted((a, b) => a.address < b.address ? -1 : 1);
	let last;
	return (address) => {
		const found = placeIn(last, address);
		if (found !== void 0) return found;
		last = allocated.findLast((section) => section.address <= address);
		return placeIn(last, address);
	};
}
// src/size/accounting/address-words.ts
/** Words of data that hold addresses or distances, by the relocations of the file: tables that have no symbol. */
/**
* Types of relocations of eight bytes in data, by machine: an address, a distance, and what moves with the kernel. Those
* of a kernel of 32 bits, and all others, are of four.
*/
const LONG_TYPES = /* @__PURE__ */ new Map([
	[21, [
		38,
		44,
		22
	]],
	[22, [
		22,
		23,
		12
	]],
	[43, [
		32,
		54,
		22
	]],
	[62, [
		1,
		24,
		8
	]],
	[183, [
		257,
		260,
		1027
	]],
	[243, [2, 3]],
	[258, [2, 3]],
	[36902, [2, 27]]
]);
/** Reads them when they are first asked for. */
function addressWords(elf, table) {
	let known;
	return ({ index }, start, end) => {
		const words = (known ??= wordsBySection(elf, table)).get(index) ?? [];
		const first = firstFrom(words, start);
		let last = first;
		while (last < words.length && words[last].offset + words[last].size <= end) last++;
		return words.slice(first, last);
	};
}
function wordsBySection(elf, table) {
	const long = elf.class === 32 ? [] : LONG_TYPES.get(elf.machine) ?? [];
	const bySection = groupBy(readRelocations(elf, table), ({ section }) => section);
	return new Map(Array.from(bySection, ([index, relocations]) => {
		return [index, withoutDoubles(relocations.map((relocation) => wordOf(elf, relocation, long)))];
	}));
}
/** RISC-V has two relocations for a distance: one adds an address, the other takes one away. */
function withoutDoubles(words) {
	words.sort((a, b) => a.offset - b.offset);
	return words.filter(({ offset }, i) => i === 0 || words[i - 1].offset !== offset);
}
function wordOf(elf, { offset, type, target }, long) {
	const isLong = elf.class === 64 && (type === -1 || long.includes(type));
	const section = target && elf.sections[target.section];
	return {
		offset,
		size: isLong ? 8 : 4,
		target,
		isCode: section !== void 0 && isCodeSection(section)
	};
}
function firstFrom(words, start) {
	let [low, high] = [0, words.length];
	while (low < high) {
		const middle = low + high >>> 1;
		if (words[middle].offset >= start) high = middle;
		else low = middle + 1;
	}
	return low;
}
// src/size/accounting/kernel-addresses.ts
/** Tells which words of a kernel's data are addresses of its own, by the range that it is linked to. */
/** Readers for the sections of a kernel. Those at address 0 hold each CPU's data, and an object's all. */
function addressReaders(elf) {
	const placed = elf.sections.filter((section) => isAllocated(section) && section.address !== 0n);
	const first = placed.reduce((least, { address }) => address < least ? address : least, 2n ** 64n);
	const end = placed.reduce((most, { address, size }) => address + BigInt(size) > most ? address + BigInt(size) : most, 0n);
	const word = elf.class === 32 ? 4 : 8;
	return ({ section, range }) => ({
		word,
		isAddress: (offset) => {
			const bytes = offset < 0 || offset + word > section.size ? void 0 : range(offset, offset + word);
			const address = bytes && fieldReader(bytes, elf).address(0);
			return address !== void 0 && address >= first && address < end;
		}
	});
}
// src/size/accounting/gap-contexts.ts
/** Prepares what tells the parts of a section that no symbol covers: labels, fill, the machine's habits. */
/** Contexts for the gaps of a file's sections, in the order in which these are given. */
function gapContexts(elf, table, { sections, isMapped }) {
	const tableOf = linkerTables();
	const findFill = {
		code: fillFinder(elf.machine, "code"),
		data: fillFinder(elf.machine, "data")
	};
	const addressesIn = addressReaders(elf);
	const wordsOf = addressWords(elf, table);
	const tables = sections.map(({ labels }) => labelledTables(labels, tableOf));
	const findPrefixes = prefixFinder({
		elf,
		table,
		entryTables: sections.flatMap((section, i) => entryTablesOf(section, {
			tables: tables[i],
			tableOf
		})),
		wordsOf
	});
	return sections.map(({ contents, labels, extents }, i) => ({
		contents,
		littleEndian: elf.littleEndian,
		isMapped,
		tableOf,
		labels,
		tables: tables[i],
		findFill: isCodeSection(contents.section) ? findFill.code : findFill.data,
		usualAlign: usualAligns(contents, extents),
		leavesZeros: isCodeSection(contents.section) && RELAXING_MACHINES.has(elf.machine),
		addresses: addressesIn(contents),
		hasConstants: VECTOR_MACHINES.has(elf.machine),
		wordsOf,
		findPrefixes
	}));
}
/** gcc has vectors of two bytes for x86 alone (V2QImode), which it loads from .rodata.cst2. */
const VECTOR_MACHINES = /* @__PURE__ */ new Set([3, 62]);
/** Cache lines are the most that compilers align functions to (CONFIG_DEBUG_FORCE_FUNCTION_ALIGN_64B). */
const MOST_USUAL = 64;
const MOSTLY = 3 / 4;
/** The largest power of two that three of four starts are multiples of, found when it is asked for; 1 without symbols. */
function usualAligns({ section }, { count, starts }) {
	const low = Number(section.address % BigInt(MOST_USUAL));
	const isUsual = (align) => {
		let aligned = 0;
		for (let i = 0; i < count; i++) if ((low + starts[i]) % align === 0) aligned++;
		return count > 0 && aligned >= MOSTLY * count;
	};
	let known;
	return () => known ??= [
		MOST_USUAL,
		32,
		16,
		8,
		4,
		2
	].find(isUsual) ?? 1;
}
/** Tables of patchable entries: between labels, in input sections, in a section of their own. */
function entryTablesOf({ contents, regions }, { tables, tableOf }) {
	const { section } = contents;
	if (tableOf(section.name) === "patchable function entries") return [{
		contents,
		start: 0,
		end: section.size
	}];
	const named = tables.filter(({ name }) => name === `[${PATCHABLE_ENTRIES}]`);
	const inputs = regions.filter(({ input }) => input && tableOf(input.name) === "patchable function entries");
	return (named.length > 0 ? named : inputs).map(({ start, end }) => ({
		contents,
		start,
		end
	}));
}
// src/size/accounting/input-regions.ts
/** Cuts a section at the borders of the input sections that a link map lists. */
/**
* Regions in ascending order that cover `size` bytes without a gap. Where a damaged or foreign map has input sections
* overlap or reach beyond the end, the first one keeps the bytes.
*/
function inputRegions(inputs, size) {
	const regions = [];
	let cursor = 0;
	const close = (end, input) => {
		if (end <= cursor) return;
		regions.push({
			start: cursor,
			end,
			input
		});
		cursor = end;
	};
	for (const input of inputs.toSorted((a, b) => a.offset - b.offset)) {
		close(Math.min(input.offset, size), void 0);
		close(Math.min(input.offset + input.size, size), input);
	}
	close(size, void 0);
	return regions;
}
/** Input sections by output section. */
function inputsByOutput(inputs) {
	return groupBy(inputs, ({ output }) => output);
}
// src/size/labels/linker-symbols.ts
/**
* Local symbols of code that linkers make themselves, to lead to functions that a jump does not reach or that are of
* another instruction set. In the symbol table they come after those of the last object.
*/
/** ld: bfd/elf32-arm.c (STUB_ENTRY_NAME and the glue's), elfnn-aarch64.c, elf64-ppc.c (ppc_build_one_stub). */
const GNU = /^__.+_(veneer|from_arm|from_thumb)$|^[0-9a-f]{8}\.(plt_branch|long_branch|plt_call)\./;
/** ld.lld: `addSymbols` of each thunk in lld/ELF/Thunks.cpp. */
const LLD = /^__[A-Za-z]\w*Thunk_/;
const [UNDERSCORE, DOT$1] = [95, 46];
/** Of `0000001a.long_branch.foo`. */
const NUMBER_LENGTH = 8;
/** Whether a row of the symbol table is such a symbol; most names are not decoded. */
function isLinkerSymbol(table, row) {
	if (table.types[row] !== 2 || table.bindings[row] !== 0) return false;
	const { bytes, starts } = table.names;
	const start = starts[row];
	if (!(bytes[start] === UNDERSCORE && bytes[start + 1] === UNDERSCORE) && bytes[start + NUMBER_LENGTH] !== DOT$1) return false;
	const name = table.name(row);
	return GNU.test(name) || LLD.test(name);
}
// src/size/accounting/source-files.ts
const BY_LINKER = 1;
/**
* The C file of each local symbol, such as `dcache.c`, as far as the symbol table tells: the local symbols of a file
* follow its STT_FILE symbol (gABI, chapter 5). `[linker]` for what the linker made, '' for others.
*/
function sourceFiles(table) {
	const names = ["", LINKER];
	const ofRow = new Uint32Array(table.count);
	let file = 0;
	for (let i = 1; i < table.count; i++) if (table.types[i] === 4) file = names.push(stableObject(table.name(i))) - 1;
	else if (table.bindings[i] === 0) ofRow[i] = isLinkerSymbol(table, i) ? BY_LINKER : file;
	return {
		names,
		ofRow
	};
}
// src/size/accounting/symbol-extents.ts
/**
* Turns the symbols of one section into stretches that do not overlap: each byte that symbols cover belongs to one
* of them. Of symbols at one address the largest owns the bytes, then a global before a weak before a local one; of
* nested or overlapping ones the one that starts last, as in a debugger's lookup by address.
*/
/** The stretches of one section of `size` bytes. Symbols, or parts of them, that lie outside of it are left out. */
function extentsOf(rows, size, places) {
	const { rows: sorted, offsets } = sortByOffset({
		rows,
		offsets: offsetsOf(rows, places)
	});
	const extents = newExtents(sorted.length);
	/** Symbols that go on behind the ones nested in them: where each ends, and its row. */
	const open = {
		ends: [],
		rows: []
	};
	let cursor = 0;
	const closeUpTo = (offset) => {
		for (let top = open.ends.length - 1; top >= 0; top--) {
			const end = Math.min(open.ends[top], offset);
			if (end > cursor) {
				extents.push(cursor, end, open.rows[top]);
				cursor = end;
			}
			if (open.ends[top] > offset) return;
			open.ends.pop();
			open.rows.pop();
		}
	};
	for (let i = 0; i < sorted.length;) {
		const start = offsets[i];
		let row = sorted[i];
		for (i++; i < sorted.length && offsets[i] === start; i++) if (isBetter(sorted[i], row, places)) row = sorted[i];
		const end = Math.min(start + places.sizeOf(row), size);
		if (end <= Math.max(start, 0)) continue;
		closeUpTo(start);
		cursor = Math.max(cursor, start, 0);
		open.ends.push(end);
		open.rows.push(row);
	}
	closeUpTo(size);
	return extents.finish();
}
function offsetsOf(rows, { offsetOf }) {
	const offsets = new Float64Array(rows.length);
	for (let i = 0; i < rows.length; i++) offsets[i] = offsetOf(rows[i]);
	return offsets;
}
/** Whether `a` owns the bytes at an address that is that of `b` too. */
function isBetter(a, b, { sizeOf, compare }) {
	return sizeOf(a) > sizeOf(b) || sizeOf(a) === sizeOf(b) && compare(a, b) < 0;
}
function newExtents(expected) {
	let columns = newColumns(expected);
	let count = 0;
	return {
		push: (start, end, symbol) => {
			if (count === columns.symbols.length) columns = newColumns(2 * count, columns);
			columns.starts[count] = start;
			columns.ends[count] = end;
			columns.symbols[count++] = symbol;
		},
		finish: () => ({
			count,
			...columns
		})
	};
}
/** Columns of `length` rows that begin with those of `old`. */
function newColumns(length, old) {
	const columns = {
		starts: new Float64Array(length),
		ends: new Float64Array(length),
		symbols: new Uint32Array(length)
	};
	if (old !== void 0) {
		columns.starts.set(old.starts);
		columns.ends.set(old.ends);
		columns.symbols.set(old.symbols);
	}
	return columns;
}
// src/size/accounting/accounting.ts
/**
* Gives each byte of each allocated section of a linked kernel, module or object exactly one owner, so that the
* owners of a section sum to its size. With the linker's map each byte has its object too.
*/
/** Accounts for a kernel's bytes. */
function accountFor(elf, listed, options) {
	const table = symbolsAtCode(elf, listed);
	const sections = cutSections({
		elf,
		table
	}, options.map);
	if (options.contents === "kept") for (const { contents } of sections) contents.all();
	return {
		...ownAll({
			elf,
			table
		}, sections, options),
		hasMap: options.map !== void 0,
		table,
		contentsOf: contentsReader(table, sections),
		callersOf: callerFinder(elf, table, sections.filter(({ section }) => isCodeSection(section)))
	};
}
function cutSections({ elf, table }, map) {
	const bySection = symbolsBySection(elf, table);
	const inputs = inputsByOutput(map?.inputs ?? []);
	const findSizeless = sizelessTables(elf, table);
	return elf.sections.filter(isAllocated).map((section) => {
		const own = bySection[section.index];
		const labels = sectionLabels(table, {
			rows: own.labels,
			size: section.size,
			offsetOf: offsetReader(elf, table, section)
		});
		const contents = sectionContents(elf, section);
		const regions = inputRegions(inputs.get(section.name) ?? [], section.size);
		const sizeless = findSizeless({
			contents,
			labels,
			regions
		});
		const rows = sizeless.size === 0 ? own.sized : Uint32Array.from([...own.sized, ...sizeless.keys()]);
		const places = symbolPlaces(elf, table, {
			section,
			sizeless
		});
		return {
			section,
			rows,
			contents,
			regions,
			labels,
			extents: extentsOf(rows, section.size, places),
			offsetOf: places.offsetOf
		};
	});
}
function ownAll({ elf, table }, sections, { map, texts = ownerTexts(table.count) }) {
	const cells = cellCollector(table.count, texts);
	const isMapped = map !== void 0;
	const files = isMapped ? void 0 : sourceFiles(table);
	const names = ownerNames({
		elf,
		table,
		files,
		sections
	}, texts);
	const common = {
		cells,
		names,
		fileOf: files && fileReader(files, cells)
	};
	const contexts = gapContexts(elf, table, {
		sections,
		isMapped
	});
	const contextOf = new Map(sections.map((cut, i) => [cut, contexts[i]]));
	const byName = groupBy(sections, ({ section }) => section.name);
	const paddings = /* @__PURE__ */ new Map();
	for (const [number, ofOneName] of [...byName.values()].entries()) {
		cells.beginSection(number);
		for (const cut of ofOneName) {
			paddings.set(cut.section, paddingOf({
				...cut,
				isMapped
			}));
			attributeSection({
				...common,
				context: contextOf.get(cut),
				regions: cut.regions,
				extents: cut.extents
			});
		}
	}
	return {
		sections: [...byName].map(([name, ofOneName]) => accountedSection(name, ofOneName, paddings)),
		nameIds: names.ids,
		...cells.finish()
	};
}
function accountedSection(name, ofOneName, paddings) {
	const parts = ofOneName.map(({ section }) => ({
		size: section.size,
		...paddings.get(section)
	}));
	const isMapped = parts.every(({ contributed }) => contributed !== void 0);
	return {
		name,
		size: parts.reduce((sum, { size }) => sum + size, 0),
		contributed: isMapped ? parts.reduce((sum, { contributed = 0 }) => sum + contributed, 0) : void 0,
		padding: parts.reduce((most, { padding }) => Math.max(most, padding), 0)
	};
}
/** Reads the number of a symbol's source file among the objects. */
function fileReader({ names, ofRow }, { objectId }) {
	const objects = [];
	return (row) => objects[ofRow[row]] ??= objectId(names[ofRow[row]]);
}
/** Where a section has no contents, the place tells a renamed symbol. */
function contentsReader(table, sections) {
	const byIndex = new Map(sections.map((cut) => [cut.section.index, cut]));
	return (row) => {
		const cut = byIndex.get(table.sectionIndexes[row]);
		if (cut === void 0) return 0;
		const start = cut.offsetOf(row);
		const end = Math.min(start + table.sizes[row], cut.section.size);
		const bytes = start < 0 || end <= start ? void 0 : cut.contents.range(start, end);
		return bytes === void 0 ? start : hashOf(bytes, 0, bytes.length);
	};
}
// src/elf/symbols/nm-letters.ts
/**
* The letter that GNU nm prints for a symbol, from the ELF file alone: `bfd_decode_symclass` of bfd/syms.c and
* `filter_symbols` of binutils/nm.c, binutils 2.40, as `nm --size-sort` runs them.
*/
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
		const isDebugging = table.types[i] === 3 || table.types[i] === 4;
		if (table.sizes[i] === 0 || isDebugging || isHidden(i)) continue;
		const index = table.sectionIndexes[i];
		if (index === 4294967282) letters[i] = LETTER.common;
		else if (index < ofSection.length) letters[i] = definedLetter(table, i, ofSection[index]);
		else if (index < 4294967040) throw damaged$2(elf.source, `symbol ${i} is in section ${index}, expected one below ${ofSection.length}`);
	}
	return letters;
}
/** The first rule that fits decides; `section` is the letter of its section, 0 where BFD makes no section of it. */
function definedLetter(table, i, section) {
	if (section === 0) return 0;
	const [type, binding] = [table.types[i], table.bindings[i]];
	if (type === 10) return LETTER.ifunc;
	if (binding === 2) return type === 1 ? LETTER.weakObject : LETTER.weak;
	if (binding === 10) return LETTER.unique;
	if (binding === 0) return section;
	return binding === 1 ? upperCase(section) : LETTER.unknown;
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
// src/size/bloat-o-meter/symbol-sizes.ts
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
// src/size/delta/part-delta.ts
/** Pairs the parts of both sides: in head's order, then those that only base has. */
function pairParts(base, head) {
	const names = /* @__PURE__ */ new Set([...head.keys(), ...base.keys()]);
	return Array.from(names, (name) => ({
		name,
		base: base.get(name) ?? 0,
		head: head.get(name) ?? 0
	}));
}
/** Bytes by name; parts may share one. */
function bytesByName(parts) {
	const sums = /* @__PURE__ */ new Map();
	for (const { name, size } of parts) sums.set(name, (sums.get(name) ?? 0) + size);
	return sums;
}
// src/size/same-build/map-object-match.ts
/**
* Compares the input sections that a link map lists with the local symbols of the linked file: each of those lies in one
* input section, and that one is of the object which the symbol table names before the symbol (STT_FILE): `dcache.c` for
* `fs/dcache.o`, and by GNU ld `entry.o` for assembler code (elf_link_input_bfd of bfd/elflink.c).
*/
/** A sentence about the first difference; undefined where there is none, or where the names prove nothing. */
function mapObjectDifference(elf, table, map) {
	const { names, ofRow } = sourceFiles(table);
	const objects = /* @__PURE__ */ new Map();
	for (const { row, input, end } of placedLocals(elf, table, map.inputs)) {
		if (end > input.offset + input.size) return straddling(table, row, input);
		const files = objects.get(input.object) ?? /* @__PURE__ */ new Map();
		objects.set(input.object, files.set(names[ofRow[row]], row));
	}
	const strange = firstStrange([...objects].flatMap(([object, files]) => files.size > 1 || object === "[linker]" ? [] : [...files].map(([file, row]) => ({
		object,
		file,
		row
	}))), ({ object, file }) => isFrom(object, file, map));
	if (strange) return `the map lists ${table.name(strange.row)} in ${strange.object}, vmlinux has it from ${strange.file}`;
	const mixed = [...objects].filter(([object, files]) => files.size > 1 && object !== "[linker]");
	if (map.linker === "ld.lld" || mixed.length > 0) return void 0;
	const lacking = firstStrange(names.filter((name) => name.endsWith(".c")), (name) => map.mentions(stemOf(name)) || map.mentions(stemOf(name).replace(PREFIX, "")));
	return lacking && `the map lists no object of ${lacking}, from which vmlinux is made`;
}
/** What objcopy puts before the name of each symbol of an object, the file's included. */
const PREFIX = /^__(?:efistub|kvm_nvhe|pi)_/;
/** Rules of kbuild may give an object any name, but few do. */
const LARGEST_STRANGE_SHARE = 1 / 20;
/** The first that is not as usual, where they are too many to be exceptions. */
function firstStrange(items, isUsual) {
	const strange = items.filter((item) => !isUsual(item));
	return strange.length > items.length * LARGEST_STRANGE_SHARE ? strange[0] : void 0;
}
/** Linkers fold what several objects have in these, so that they are of no object. */
const MERGED = /\.(str|cst)\d/;
function* placedLocals(elf, table, inputs) {
	const byOutput = inputsByOutput(inputs);
	const bySection = symbolsBySection(elf, table);
	for (const section of elf.sections.filter(isAllocated)) {
		const regions = inputRegions(byOutput.get(section.name) ?? [], section.size);
		const locals = localsOf(elf, table, {
			section,
			rows: bySection[section.index].sized
		});
		let at = 0;
		for (let i = 0; i < locals.rows.length; i++) {
			const [row, start] = [locals.rows[i], locals.offsets[i]];
			while (at < regions.length - 1 && regions[at].end <= start) at++;
			const input = regions[at]?.input;
			if (input && !MERGED.test(input.name)) yield {
				row,
				end: start + table.sizes[row],
				input
			};
		}
	}
}
function localsOf(elf, table, { section, rows }) {
	const locals = rows.filter((row) => table.bindings[row] === 0);
	const offsetOf = offsetReader(elf, table, section);
	return sortByOffset({
		rows: locals,
		offsets: Float64Array.from(locals, offsetOf)
	});
}
function straddling(table, row, { size, object, name }) {
	const place = `${table.name(row)}, ${table.sizes[row]} bytes at ${hex(table.addresses[row])} in vmlinux`;
	return `the map lists ${hex(size)} bytes of ${object} in ${name}, which end within ${place}`;
}
/**
* `lib-string.stub.o` is made from `lib/string.c`, and Rust's `kernel.o` from `kernel.1a2b-cgu.0`. objcopy's
* --prefix-symbols renames the file's symbol too: that of `map_kernel.pi.o` is `__pi_map_kernel.c`.
*/
function isFrom(object, file, map) {
	const [made = "", source = ""] = [object, file].map((path) => stemOf(path).split(".", 1)[0]);
	if ([made, made.replace(/^lib-/, "")].some((name) => source === name || source.endsWith(`_${name}`))) return true;
	return source === "" || map.linker === "ld.lld" && map.mentions(stemOf(file));
}
/** The name of a file without folder and ending. */
function stemOf(path) {
	return path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
}
// src/size/same-build/map-symbol-match.ts
/** Compares the symbols that a link map lists with those of the linked file: each must be where the map has it. */
/** A sentence about a symbol that is elsewhere, or about one that the map lacks; undefined where there is none. */
function mapSymbolDifference(elf, table, symbols) {
	const places = placesOf(elf, table);
	const listed = new Set(symbols.map(({ name, address }) => keyOf$1(name, places.ofMap(address))));
	const addresses = new Set(symbols.map(({ address }) => places.ofMap(address)));
	const found = /* @__PURE__ */ new Set();
	let unlisted;
	for (let row = 1; row < table.count; row++) {
		if (table.sectionIndexes[row] === 0) continue;
		const place = places.ofRow(row);
		const key = addresses.has(place) ? keyOf$1(table.name(row), place) : void 0;
		if (key !== void 0 && listed.has(key)) found.add(key);
		else if (unlisted === void 0 && isInEveryMap(elf, table, row)) unlisted = missing(table, row);
	}
	return misplaced(table, symbols.filter(({ name, address, by }) => by === "object" && isComparable(name) && !found.has(keyOf$1(name, places.ofMap(address))))) ?? unlisted;
}
/** Names that the file does not have are no difference: linkers list symbols of their own which nothing refers to. */
function misplaced(table, astray) {
	if (astray.length === 0) return void 0;
	const byName = new Map(astray.map((symbol) => [symbol.name, symbol]));
	for (let row = 1; row < table.count; row++) {
		const symbol = table.sectionIndexes[row] === 0 ? void 0 : byName.get(table.name(row));
		if (symbol === void 0) continue;
		const { name, address } = symbol;
		return `the map lists ${name} at ${hex(address)}, vmlinux has it at ${hex(table.addresses[row])}`;
	}
}
function missing(table, row) {
	const name = table.name(row);
	if (!isComparable(name)) return void 0;
	return `the map lists no ${name}, vmlinux has it at ${hex(table.addresses[row])}`;
}
function keyOf$1(name, place) {
	return `${place} ${name}`;
}
/** Names of C and of assembler: linkers write those of Rust and C++ as people read them. Local labels are not kept. */
function isComparable(name) {
	return /^[\w.$@]+$/.test(name) && !/^(\.L|_R[A-Z]|_Z)/.test(name);
}
/**
* The lower halves of addresses: kernels lie within 4 GiB, and GNU ld extends the sign of 32-bit addresses of MIPS. Bit 0
* can say Thumb or MIPS16.
*/
function placesOf({ machine }, table) {
	const { words, low } = addressHalves(table.addresses);
	const mask = machine === 40 || machine === 8 ? -2 : -1;
	return {
		ofRow: (row) => (words[2 * row + low] & mask) >>> 0,
		ofMap: (address) => (Number(address & 4294967295n) & mask) >>> 0
	};
}
/** A global symbol of an object, by its size: what the linker script defines has none, or is listed too. */
function isInEveryMap(elf, table, row) {
	if (table.bindings[row] === 0 || table.sizes[row] === 0) return false;
	const section = elf.sections[table.sectionIndexes[row]];
	return section !== void 0 && isAllocated(section);
}
// src/size/same-build/map-match.ts
/**
* Proves that a link map is of the link that made a vmlinux: sections, symbols and object files are what the file has. A
* map of another link would give its objects to bytes that are not theirs.
*/
/** Throws a UserError that names the first difference between a map and the linked file; `name` is what messages call the map. */
function requireOwnMap(elf, table, map) {
	const difference = mapSectionDifference(elf, map.outputs) ?? mapSymbolDifference(elf, table, map.symbols) ?? (map.evidence === "all" ? mapObjectDifference(elf, symbolsAtCode(elf, table), map) : void 0);
	if (difference === void 0) return;
	throw new UserError(`${map.name} is of another link than ${elf.name}: ${difference}; give the map that this link wrote`);
}
/**
* Sections that objcopy takes out of a vmlinux after it was linked: relocations (arch/riscv/Makefile.postlink,
* scripts/Makefile.vmlinux), and .modinfo since 6.18 (scripts/Makefile.vmlinux, remove-section-y).
*/
const TAKEN_OUT = /^\.rela?(\.|$)|^\.modinfo$/;
function mapSectionDifference(elf, outputs) {
	const mask = elf.class === 32 ? 4294967295n : 18446744073709551615n;
	const listed = /* @__PURE__ */ new Map();
	for (const output of outputs) if (output.size > 0) listed.set(output.name, [...listed.get(output.name) ?? [], output]);
	const known = new Set(elf.sections.map(({ name }) => name));
	for (const { name, address, size, flags } of elf.sections) {
		if ((flags & SECTION_FLAG.alloc) === 0 || size === 0) continue;
		const place = listed.get(name)?.shift();
		const own = placeText({
			address,
			size
		});
		if (place === void 0) return `the map lists no ${name}, vmlinux has ${own}`;
		if ((place.address & mask) !== address || place.size !== size) return `the map lists ${name} as ${placeText({
			...place,
			address: place.address & mask
		})}, vmlinux has ${own}`;
	}
	const surplus = outputs.find(({ name, address, size }) => size > 0 && address !== 0n && !known.has(name) && !TAKEN_OUT.test(name));
	return surplus && `the map lists ${surplus.name} as ${placeText(surplus)}, vmlinux has no such section`;
}
function placeText({ address, size }) {
	return `${hex(size)} bytes at ${hex(address)}`;
}
// src/size/columns/sort-rows.ts
/** Sorts by rank, then by name as `compareNames` does. */
function sortRows(rows, { rankOf, names }) {
	const sign = names === "ascending" ? 1 : -1;
	return rows.toSorted((a, b) => rankOf(b) - rankOf(a) || sign * compareNames(a.name, b.name));
}
// src/size/bloat-o-meter/folded-names.ts
/**
* Gives each different name a row number, after taking the `.123` out of it that compilers number static variables
* and clones with: `re.sub(r'\.[0-9]+', '', name)`, getsizes L48 of scripts/bloat-o-meter.
*/
const DOT = 46;
/** For about `expected` different names. */
function foldedNames(expected) {
	const rows = stringInterner(expected);
	let folded = /* @__PURE__ */ new Uint8Array(1024);
	return {
		rowOf: (bytes, start) => {
			const end = bytes.indexOf(0, start);
			if (!hasDot(bytes, start, end)) return rows.idOf(bytes, start, end);
			if (end - start > folded.length) folded = new Uint8Array(2 * (end - start));
			return rows.idOf(folded, 0, foldInto(folded, {
				bytes,
				start
			}));
		},
		nameOf: (row) => printableText(rows.bytesOf(row))
	};
}
function hasDot(bytes, start, end) {
	for (let i = start; i < end; i++) if (bytes[i] === DOT) return true;
	return false;
}
/** Copies a name without its numbers; returns its length. */
function foldInto(text, { bytes, start }) {
	let end = 0;
	let from = start;
	for (let byte = bytes[from]; byte !== 0; byte = bytes[from]) {
		from++;
		if (byte === DOT && isDigit(bytes[from])) while (isDigit(bytes[from])) from++;
		else text[end++] = byte;
	}
	return end;
}
function isDigit(byte) {
	return byte >= 48 && byte <= 57;
}
// src/size/bloat-o-meter/ignored-names.ts
/** Symbols that scripts/bloat-o-meter leaves out, judged by the name as it stands in the file (`getsizes`, L36-46). */
const COLON = 58;
/** A test for names in `bytes`, by where they start. */
function ignoredNameTest(bytes, { ignoredPrefixes, ignoredNames }) {
	const encoder = new TextEncoder();
	const ignored = [...ignoredPrefixes, ...ignoredNames.map((name) => `${name}\0`)].map((text) => encoder.encode(text));
	const firstBytes = new Set(ignored.map(([first]) => first));
	const isUnnamed = (start) => bytes[start] === 0;
	const hasColons = bytes.includes(COLON);
	return (start) => isUnnamed(start) || firstBytes.has(bytes[start]) && ignored.some((text) => startsWith(bytes, start, text)) || hasColons && bytes.subarray(start, bytes.indexOf(0, start)).includes(COLON);
}
// src/size/bloat-o-meter/symbol-diff.ts
/**
* Compares two kernels symbol by symbol as scripts/bloat-o-meter of the kernel does: which symbols it counts, under
* which name, in which order. Printing is in report/tables/bloat-o-meter.ts.
*/
/** The tables that the script prints: three for `categories`, otherwise one. */
function diffSymbols(old, head, { mode, compat }) {
	const rules = typeof compat === "string" ? scriptRules(compat) : compat;
	return rules.tables[mode].map((set) => diffSet([old, head], set, rules));
}
function diffSet(sides, { title, letters }, rules) {
	const sums = addUp(sides, letterTest(letters), rules);
	const rows = changedRows(sums);
	const before = total(sums.old);
	const after = total(sums.head);
	const counts = {
		added: 0,
		removed: 0,
		grown: 0,
		shrunk: 0,
		up: 0
	};
	for (const row of rows) {
		if (row.old === void 0) counts.added++;
		else if (row.new === void 0) counts.removed++;
		else if (row.delta > 0) counts.grown++;
		else counts.shrunk++;
		counts.up += Math.max(0, row.delta);
	}
	return {
		title,
		...counts,
		down: counts.up - (after - before),
		rows,
		before,
		after
	};
}
function addUp([old, head], isCounted, rules) {
	const names = foldedNames(old.sizes.length + head.sizes.length);
	const sumsOf = (symbols) => {
		const { bytes, starts } = symbols.names;
		const sums = new Float64Array(old.sizes.length + head.sizes.length);
		const isIgnored = ignoredNameTest(bytes, rules);
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
	return sortRows(rows, {
		rankOf: ({ delta }) => delta,
		names: "descending"
	});
}
function total(sums) {
	const sum = sums.reduce((bytes, size) => bytes + size, 0);
	if (Number.isSafeInteger(sum)) return sum;
	throw new UserError(`the sizes of all symbols sum to ${sum} bytes, expected less than 2^53; a file is damaged`);
}
// src/size/delta/aliases.ts
const NO_NAMES = [];
/** The other names of a row, head's, or base's where head does not have the owner. */
function otherNames(rows, base, head) {
	const sides = {
		base: namesOn("base", rows, base),
		head: namesOn("head", rows, head)
	};
	return (row) => {
		const side = sideOf(row);
		const { aliases, clones } = sides[side];
		return {
			aliases: aliases.get(row.symbols[side]) ?? NO_NAMES,
			clones: row.kind === "symbol" ? clones.get(row.names[side]) ?? NO_NAMES : NO_NAMES
		};
	};
}
function sideOf(row) {
	return row.head === void 0 ? "base" : "head";
}
function namesOn(side, rows, accounting) {
	const own = rows.filter((row) => sideOf(row) === side);
	const symbols = own.map((row) => row.symbols[side]).filter((symbol) => symbol !== 0);
	const names = own.filter(({ kind }) => kind === "symbol").map((row) => row.names[side]);
	return {
		aliases: aliasesOf(accounting.table, symbols),
		clones: clonesOf(accounting, names)
	};
}
/** Names of each of the `wanted` rows of the symbol table, which own their bytes. */
function aliasesOf(table, wanted) {
	const aliases = /* @__PURE__ */ new Map();
	const placeOf = placeReader(table);
	const ownerAt = new Map(wanted.map((row) => [placeOf(row), row]));
	for (let row = 1; wanted.length > 0 && row < table.count; row++) {
		const owner = table.sizes[row] === 0 ? void 0 : ownerAt.get(placeOf(row));
		if (owner !== void 0 && owner !== row) addTo(aliases, owner, table.name(row));
	}
	return sorted(aliases);
}
/** Marks such as `.cold` of the symbols that are accounted under each of the `wanted` names. */
function clonesOf({ table, cells, nameIds }, wanted) {
	const clones = /* @__PURE__ */ new Map();
	const isWanted = new Uint8Array(cells.texts.count());
	for (const name of wanted) isWanted[name] = 1;
	for (let row = 1; wanted.length > 0 && row < table.count; row++) {
		const owner = nameIds[row];
		if (isWanted[owner] !== 1 || table.sizes[row] === 0) continue;
		const mark = cloneMarks(table, row, printableText(cells.texts.bytesOf(owner)));
		if (mark !== "") addTo(clones, owner, mark);
	}
	return sorted(clones);
}
/** `__pfx_.cold` of `__pfx_foo.cold`, which is accounted under `foo`. */
function cloneMarks(table, row, owner) {
	const of = namedAs(table, row);
	let [prefix, rest] = ["", table.name(row)];
	for (const { text } of [...FUNCTION_PREFIXES, ...FUNCTION_PREFIXES]) {
		if (!rest.startsWith(text) || canonicalText(rest, of) === owner) continue;
		prefix += text;
		rest = rest.slice(text.length);
	}
	return prefix + marksIn(rest, of);
}
function addTo(names, key, name) {
	const known = names.get(key);
	if (known === void 0) names.set(key, /* @__PURE__ */ new Set([name]));
	else known.add(name);
}
function sorted(names) {
	return new Map(Array.from(names, ([key, some]) => [key, [...some].toSorted(compareNames)]));
}
// src/size/delta/inlining.ts
/**
* Recognises functions that were inlined into their callers or split out of them. The evidence is the machine code: all
* direct callers of a function that is gone grew by a good part of it, or all direct callers of a new one shrank so.
* Otherwise nothing is said.
*/
const NO_INLINING = {
	inlinedInto: [],
	splitFrom: []
};
/** What is known of each row; rows of other kinds and of functions without evidence are left out. */
function findInlining(rows, base, head) {
	const functions = rows.filter(({ kind }) => kind === "symbol");
	const kept = functions.filter((row) => row.base !== void 0 && row.head !== void 0);
	const grown = changesByName(kept.filter(({ delta }) => delta > 0));
	const shrunk = changesByName(kept.filter(({ delta }) => delta < 0));
	const gone = functions.filter((row) => row.head === void 0);
	const come = functions.filter((row) => row.base === void 0);
	const found = /* @__PURE__ */ new Map();
	for (const [row, inlinedInto] of callersAmong(grown, base, {
		rows: gone,
		side: "base"
	})) found.set(row, {
		...NO_INLINING,
		inlinedInto
	});
	for (const [row, splitFrom] of callersAmong(shrunk, head, {
		rows: come,
		side: "head"
	})) found.set(row, {
		...NO_INLINING,
		splitFrom
	});
	return found;
}
/** What a caller changes by at least, as a share of the function: growth by chance is mostly smaller. */
const LEAST_SHARE = 1 / 4;
/** The callers of each row, where there are some and all of them changed enough. */
function callersAmong(changes, { cells, nameIds, callersOf }, { rows, side }) {
	const callers = callersOf(new Set(rows.map(({ symbols }) => symbols[side])));
	const found = /* @__PURE__ */ new Map();
	for (const row of rows) {
		const rowsOfCallers = [...callers.get(row.symbols[side]) ?? []];
		const different = new Set(rowsOfCallers.map((caller) => printableText(cells.texts.bytesOf(nameIds[caller]))));
		different.delete(row.name);
		const least = Math.abs(row.delta) * LEAST_SHARE;
		const isEvident = [...different].every((name) => (changes.get(name) ?? 0) >= least);
		if (different.size > 0 && isEvident) found.set(row, [...different].toSorted(compareNames));
	}
	return found;
}
/** Bytes by which functions changed, without their sign. */
function changesByName(rows) {
	const changes = /* @__PURE__ */ new Map();
	for (const { name, delta } of rows) changes.set(name, (changes.get(name) ?? 0) + Math.abs(delta));
	return changes;
}
// src/size/delta/match-renames.ts
/** Makes one owner of two: what went from one place and came in another has moved or was renamed. */
const SYMBOL = OWNER_KINDS.indexOf("symbol");
const LITERAL = OWNER_KINDS.indexOf("literal");
/**
* An owner that went from one object while one of its name came in one other has moved; statics only if they are of one
* size, since unrelated ones share names such as `state`.
*/
function mergeMoved(owners, paired, isStatic) {
	const pairs = onlyPairs(owners.filter(({ kind }) => kind === SYMBOL || kind === LITERAL), ({ kind, name }) => name * OWNER_KINDS.length + kind, (come, gone) => come.head === gone.base || !isStatic(come) || !isStatic(gone));
	const kept = [];
	for (const owner of owners) {
		const from = pairs.get(owner);
		if (from === void 0) kept.push(owner);
		if (from === void 0 || from === "taken") continue;
		const isKnown = paired.objectNames[owner.object] !== "" && paired.objectNames[from.object] !== "";
		const merged = merge(owner, from, isKnown ? { movedFrom: from.object } : {});
		if (!((owner.kind === LITERAL || !isKnown) && isBalanced(merged, paired))) kept.push(merged);
	}
	return kept;
}
/** Same object, section, size and contents under another name. */
function matchRenames(owners, paired, contentsOf) {
	const places = /* @__PURE__ */ new Map();
	const [gone, come] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
	for (const owner of owners) {
		const { kind, cells, base, head, object } = owner;
		if (kind !== SYMBOL || cells.length !== 1 || base !== 0 && head !== 0) continue;
		const place = `${object},${paired.sections[cells[0]]},${base + head}`;
		places.set(owner, place);
		(head === 0 ? gone : come).add(place);
	}
	const pairs = onlyPairs([...places].filter(([, place]) => gone.has(place) && come.has(place)).map(([owner]) => owner), (owner) => `${places.get(owner)},${contentsOf(owner)}`);
	const kept = [];
	for (const owner of owners) {
		const from = pairs.get(owner);
		if (from === void 0) kept.push(owner);
		else if (from !== "taken") kept.push(merge(owner, from, { renamedFrom: from.name }));
	}
	return kept;
}
/** For each new owner the gone one, where both are the only ones of their key; gone ones map to `taken`. */
function onlyPairs(owners, keyOf, fits = () => true) {
	const groups = /* @__PURE__ */ new Map();
	for (const owner of owners) {
		if (owner.base !== 0 && owner.head !== 0) continue;
		const key = keyOf(owner);
		const side = owner.head === 0 ? "gone" : "come";
		const group = groups.get(key);
		if (group !== void 0) group[side] = group[side] === void 0 ? owner : "several";
		else groups.set(key, {
			gone: void 0,
			come: void 0,
			[side]: owner
		});
	}
	const pairs = /* @__PURE__ */ new Map();
	for (const { gone, come } of groups.values()) {
		if (!isOne(gone) || !isOne(come) || !fits(come, gone)) continue;
		pairs.set(come, gone);
		pairs.set(gone, "taken");
	}
	return pairs;
}
function isOne(owner) {
	return owner !== void 0 && owner !== "several";
}
function merge(come, gone, { movedFrom = come.movedFrom, renamedFrom = come.renamedFrom }) {
	const { kind, name, object, head } = come;
	return {
		kind,
		name,
		object,
		cells: [...gone.cells, ...come.cells],
		base: gone.base,
		head,
		movedFrom,
		renamedFrom
	};
}
/** Whether it leaves every section as large as it was. */
function isBalanced({ cells }, paired) {
	const changes = /* @__PURE__ */ new Map();
	for (const cell of cells) {
		const section = paired.sections[cell];
		changes.set(section, (changes.get(section) ?? 0) + paired.head[cell] - paired.base[cell]);
	}
	return [...changes.values()].every((change) => change === 0);
}
const FILL = OWNER_KINDS.indexOf("fill");
/** Pairs by kind, name, object and section; fill is nobody's, so its object does not tell it apart. */
function pairCells(base, head) {
	const names = sharedNames(base, head);
	const objects = /* @__PURE__ */ new Map();
	const sections = /* @__PURE__ */ new Map();
	const owners = tripleIndex(Math.ceil(1.25 * Math.max(base.cells.count, head.cells.count)));
	/** The row of each cell. */
	function rowsOf({ cells, ...side }, nameOf) {
		const objectIds = side.objects.map((name) => numberOf(objects, name));
		const sectionIds = side.sections.map(({ name }) => numberOf(sections, name));
		const rows = new Uint32Array(cells.count);
		for (let cell = 0; cell < cells.count; cell++) {
			const kind = cells.kinds[cell];
			const object = kind === FILL ? 0 : objectIds[cells.objects[cell]];
			const section = sectionIds[cells.sections[cell]];
			rows[cell] = owners.rowOf(nameOf(cells.names[cell]), withKind(object, kind), section);
		}
		return rows;
	}
	const rows = {
		base: rowsOf(base, (id) => id),
		head: rowsOf(head, names.ofHead)
	};
	const { first, second, third } = owners.columns();
	return {
		count: first.length,
		...kindsAndObjects(second),
		names: first,
		sections: third,
		base: sumsOf(base, rows.base, first.length),
		head: sumsOf(head, rows.head, first.length),
		baseCells: cellsOf$1(rows.base, first.length),
		headCells: cellsOf$1(rows.head, first.length),
		nameCount: names.count,
		textOf: names.textOf,
		objectNames: [...objects.keys()],
		sectionNames: [...sections.keys()]
	};
}
/** Names that base has keep its numbers; those of head alone come behind them. */
function sharedNames(base, head) {
	const [ours, theirs] = [base.cells.texts, head.cells.texts];
	if (ours === theirs) return {
		count: ours.count(),
		ofHead: (id) => id,
		textOf: ours.bytesOf
	};
	const known = ours.count();
	const ids = ours.findAll(theirs);
	const added = [];
	for (let id = 0; id < ids.length; id++) if (ids[id] === -1) ids[id] = known + added.push(id) - 1;
	return {
		count: known + added.length,
		ofHead: (id) => ids[id],
		textOf: (name) => name < known ? ours.bytesOf(name) : theirs.bytesOf(added[name - known])
	};
}
function sumsOf({ cells }, rows, count) {
	const sums = new Float64Array(count);
	for (let cell = 0; cell < rows.length; cell++) sums[rows[cell]] += cells.bytes[cell];
	return sums;
}
/** Of several cells of one row the last one. */
function cellsOf$1(rows, count) {
	const cells = new Int32Array(count).fill(-1);
	for (let cell = 0; cell < rows.length; cell++) cells[rows[cell]] = cell;
	return cells;
}
function numberOf(numbers, name) {
	const known = numbers.get(name);
	if (known !== void 0) return known;
	numbers.set(name, numbers.size);
	return numbers.size - 1;
}
// src/size/delta/owner-rows.ts
/** Gathers the changed cells of two kernels into one row for each owner: moved and renamed ones are one row, not two. */
/** Rows by descending change, whichever its sign; then by name. */
function ownerRows(paired, base, head) {
	const owners = changedOwners(paired);
	const contentsOf = (owner) => {
		const { base: gone, head: come } = symbolsOf(firstCells(owner, paired), base, head);
		return come === 0 ? base.contentsOf(gone) : head.contentsOf(come);
	};
	const isStatic = (owner) => {
		const { base: gone, head: come } = symbolsOf(firstCells(owner, paired), base, head);
		return (come === 0 ? base.table.bindings[gone] : head.table.bindings[come]) === 0;
	};
	const rows = matchRenames(mergeMoved(owners, paired, isStatic), paired, contentsOf).map((owner) => {
		const cells = firstCells(owner, paired);
		return describe(owner, paired, {
			symbols: symbolsOf(cells, base, head),
			names: namesOf(cells, base, head)
		});
	});
	const rankOf = ({ delta }) => 2 * Math.abs(delta) + (delta > 0 ? 1 : 0);
	return sortRows(rows, {
		rankOf,
		names: "ascending"
	});
}
/** All cells of each owner that changed in at least one section. */
function changedOwners(paired) {
	const isChanged = new Uint8Array(paired.nameCount);
	const keys = tripleIndex(1024);
	const owners = [];
	for (let row = 0; row < paired.count; row++) {
		if (paired.base[row] === paired.head[row]) continue;
		isChanged[paired.names[row]] = 1;
		if (keyOf(keys, paired, row) === owners.length) owners.push(newOwner(paired, row));
	}
	for (let row = 0; row < paired.count; row++) {
		if (isChanged[paired.names[row]] === 0) continue;
		const owner = owners[keyOf(keys, paired, row)];
		if (owner === void 0) continue;
		owner.cells.push(row);
		owner.base += paired.base[row];
		owner.head += paired.head[row];
	}
	return owners;
}
function keyOf(keys, { names, objects, kinds }, row) {
	return keys.rowOf(names[row], objects[row], kinds[row]);
}
function newOwner({ kinds, names, objects }, row) {
	return {
		kind: kinds[row],
		name: names[row],
		object: objects[row],
		cells: [],
		base: 0,
		head: 0,
		movedFrom: void 0,
		renamedFrom: void 0
	};
}
/** The first cell of an owner on each side, `NO_CELL` for none. */
function firstCells({ cells }, { baseCells, headCells }) {
	let [base, head] = [-1, -1];
	for (let i = cells.length - 1; i >= 0; i--) {
		const cell = cells[i];
		if (baseCells[cell] !== -1) base = baseCells[cell];
		if (headCells[cell] !== -1) head = headCells[cell];
	}
	return {
		base,
		head
	};
}
function symbolsOf(cells, base, head) {
	return {
		base: cells.base === -1 ? 0 : base.cells.symbols[cells.base],
		head: cells.head === -1 ? 0 : head.cells.symbols[cells.head]
	};
}
function namesOf(cells, base, head) {
	return {
		base: cells.base === -1 ? -1 : base.cells.names[cells.base],
		head: cells.head === -1 ? -1 : head.cells.names[cells.head]
	};
}
function describe(owner, paired, { symbols, names }) {
	const { textOf, objectNames } = paired;
	const kind = OWNER_KINDS[owner.kind];
	const name = printableText(textOf(owner.name));
	return {
		kind,
		name: kind === "symbol" ? name || "[unnamed symbol]" : name,
		object: objectNames[owner.object] || void 0,
		base: owner.base === 0 ? void 0 : owner.base,
		head: owner.head === 0 ? void 0 : owner.head,
		delta: owner.head - owner.base,
		cells: cellsOf(owner, paired),
		movedFrom: owner.movedFrom === void 0 ? void 0 : objectNames[owner.movedFrom],
		renamedFrom: owner.renamedFrom === void 0 ? void 0 : printableText(textOf(owner.renamedFrom)),
		symbols,
		names
	};
}
/** One for each section whose bytes changed. */
function cellsOf({ cells }, paired) {
	if (cells.length === 1) return [cellOf(cells[0], paired)];
	const sections = /* @__PURE__ */ new Map();
	for (const cell of cells) {
		const name = paired.sectionNames[paired.sections[cell]];
		const { base, head } = sections.get(name) ?? {
			base: 0,
			head: 0
		};
		sections.set(name, {
			base: base + paired.base[cell],
			head: head + paired.head[cell]
		});
	}
	return [...sections].filter(([, { base, head }]) => base !== head).map(([section, { base, head }]) => ({
		section,
		base,
		head
	}));
}
function cellOf(cell, { sectionNames, sections, base, head }) {
	return {
		section: sectionNames[sections[cell]],
		base: base[cell],
		head: head[cell]
	};
}
// src/size/delta/accounted-delta.ts
/** Compares the accounts of two kernels; `subsystemOf` an object is '' where that is not known. */
function accountedDelta(base, head, subsystemOf = () => "") {
	const rows = describedRows(base, head);
	const objects = pairParts(bytesByObject(base), bytesByObject(head));
	return {
		rows,
		sections: sectionAccounts(base, head, rows),
		objects: objects.map((object) => object.name === "" ? Object.assign({}, object, { name: NO_OBJECT }) : object),
		directories: directoryParts(objects),
		subsystems: subsystemParts(objects, subsystemOf),
		hasMaps: base.hasMap && head.hasMap
	};
}
function describedRows(base, head) {
	const rows = ownerRows(pairCells(base, head), base, head);
	const namesOf = otherNames(rows, base, head);
	const inlining = findInlining(rows, base, head);
	return rows.map((row) => completeRow(row, namesOf(row), inlining.get(row) ?? NO_INLINING));
}
/** Field by field: a rest pattern over 100,000 rows takes longer than to find them. */
function completeRow(row, names, { inlinedInto, splitFrom }) {
	return {
		kind: row.kind,
		name: row.name,
		object: row.object,
		base: row.base,
		head: row.head,
		delta: row.delta,
		cells: row.cells,
		movedFrom: row.movedFrom,
		renamedFrom: row.renamedFrom,
		aliases: names.aliases,
		clones: names.clones,
		inlinedInto,
		splitFrom,
		definition: void 0
	};
}
function sectionAccounts(base, head, rows) {
	const explained = /* @__PURE__ */ new Map();
	for (const { cells } of rows) for (const cell of cells) explained.set(cell.section, (explained.get(cell.section) ?? 0) + cell.head - cell.base);
	return pairParts(bytesByName(base.sections), bytesByName(head.sections)).map((part) => {
		const residual = part.head - part.base - (explained.get(part.name) ?? 0);
		return {
			name: part.name,
			base: part.base,
			head: part.head,
			residual
		};
	});
}
function bytesByObject({ cells, objects }) {
	const sums = new Float64Array(objects.length);
	for (let cell = 0; cell < cells.count; cell++) sums[cells.objects[cell]] += cells.bytes[cell];
	return new Map(objects.map((name, id) => [name, sums[id]]).filter(([, bytes]) => bytes !== 0));
}
// src/files/one-file.ts
/** Whether two paths lead to one file, through links or mounts too; not where one cannot be looked at. */
function isOneFile(a, b) {
	try {
		const [one, two] = [statSync(a, { bigint: true }), statSync(b, { bigint: true })];
		return one.dev === two.dev && one.ino === two.ino;
	} catch {
		return false;
	}
}
export { fieldReader as _, bytesByName as a, accountFor as c, readSymbols as d, openElf as f, readHeader as g, readSegments as h, requireOwnMap as i, alignmentOf as l, parseLinkMap as m, accountedDelta as n, pairParts as o, lacksContents as p, diffSymbols as r, symbolSizes as s, isOneFile as t, sectionContents as u };
