// src/elf/symbols/name-finder.ts
/** Looks for names without zero bytes. */
function nameFinder({ bytes, starts }, names) {
	const encoder = new TextEncoder();
	const wanted = Array.from(names, (name) => ({
		name,
		text: encoder.encode(`${name}\0`)
	}));
	/** By the first byte of each. */
	const candidates = Array.from({ length: 256 }, (_, first) => wanted.filter(({ text }) => text[0] === first));
	return (row) => {
		const start = starts[row];
		const some = candidates[bytes[start]];
		for (let i = 0; i < some.length; i++) if (startsWith(bytes, start, some[i].text)) return some[i].name;
	};
}
/** Whether the bytes from `start` are those of a text. */
function startsWith(bytes, start, text) {
	for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text[i]) return false;
	return true;
}
// src/elf/symbols/names.ts
/** What a symbol without a name is called where one has to be printed; assemblers make such of `.type ,@function`. */
const UNNAMED = "[unnamed symbol]";
/** Longer ones, which only a damaged file has, would be too many arguments for `String.fromCharCode`. */
const SHORT_NAME = 1e3;
const decoder$2 = new TextDecoder("utf-8", { ignoreBOM: true });
/** Name `i` of a column, fit to print: see `decodeName`. */
function nameAt({ bytes, starts }, i) {
	return decodeName(bytes, starts[i]);
}
/** The name from `start` to the next zero byte, fit to print. */
function decodeName(bytes, start) {
	return printableText(bytes.subarray(start, bytes.indexOf(0, start)));
}
/**
* UTF-8 with control characters written as `\x1b`: a line break or an escape sequence must not act on the terminal
* or the log that the text is printed to.
*/
function printableText(text) {
	const codes = text.length <= SHORT_NAME ? plainCodes(text) : void 0;
	if (codes !== void 0) return String.fromCharCode(...codes);
	return decoder$2.decode(text).replaceAll(/\p{Cc}/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
/** An array of its own: spreading a typed array takes three times as long. Undefined for other text than plain ASCII. */
function plainCodes(text) {
	const codes = [];
	for (let i = 0; i < text.length; i++) {
		const code = text[i];
		if (code < 32 || code > 126) return void 0;
		codes.push(code);
	}
	return codes;
}
// src/size/directories.ts
/** How deep folders are told apart; 13 in Linux. A path in a report or a map may be a stranger's, all of slashes. */
const MOST_FOLDERS = 16;
/** `fs/` and `fs/ext4/` for `fs/ext4/inode.o`: all that a path is in or below, the outermost first. */
function directoriesAbove(path) {
	const folders = [];
	for (let end = path.indexOf("/"); end !== -1 && folders.length < MOST_FOLDERS; end = path.indexOf("/", end + 1)) folders.push(path.slice(0, end + 1));
	return folders;
}
// src/size/names/generated-names.ts
/** What kinds of marks there are. */
const KINDS = {
	clone: {
		of: "functions",
		followedBy: "a counter",
		isPart: false
	},
	part: {
		of: "functions",
		followedBy: "a counter",
		isPart: true
	},
	"one part": {
		of: "functions",
		followedBy: "maybe a counter",
		isPart: true
	},
	variant: {
		of: "functions",
		followedBy: "maybe a counter",
		isPart: false
	},
	alias: {
		of: "functions and variables",
		followedBy: "maybe a counter",
		isPart: false
	},
	promoted: {
		of: "functions and variables",
		followedBy: "a counter",
		isPart: false
	},
	hashed: {
		of: "functions and variables",
		followedBy: "a hash",
		isPart: false
	}
};
const CLONE_MARKS = [
	[
		"isra",
		"clone",
		"gcc/ipa-sra.cc"
	],
	[
		"constprop",
		"clone",
		"gcc/ipa-cp.cc"
	],
	[
		"simdclone",
		"clone",
		"gcc/omp-simd-clone.cc"
	],
	[
		"_omp_fn",
		"clone",
		"gcc/omp-low.cc"
	],
	[
		"_omp_cpyfn",
		"clone",
		"gcc/omp-low.cc"
	],
	[
		"_loopfn",
		"clone",
		"gcc/tree-parloops.cc"
	],
	[
		"_assume",
		"clone",
		"gcc/gimple-low.cc"
	],
	[
		"artificial_thunk",
		"clone",
		"gcc/cgraphclones.cc"
	],
	[
		"part",
		"part",
		"gcc/ipa-split.cc"
	],
	[
		"cold",
		"one part",
		"gcc/varasm.cc; llvm/lib/CodeGen/MachineBasicBlock.cpp, IPO/HotColdSplitting.cpp; bolt"
	],
	[
		"localalias",
		"alias",
		"gcc/symtab.cc"
	],
	[
		"lto_priv",
		"promoted",
		"gcc/lto/lto-partition.cc"
	],
	[
		"llvm",
		"hashed",
		"llvm/include/llvm/IR/ModuleSummaryIndex.h, getGlobalNameForLocal"
	],
	[
		"__uniq",
		"hashed",
		"llvm/lib/Transforms/Utils/UniqueInternalLinkageNames.cpp"
	],
	[
		"__part",
		"part",
		"llvm/lib/CodeGen/MachineBasicBlock.cpp, of basic block sections and Propeller"
	],
	[
		"specialized",
		"clone",
		"llvm/lib/Transforms/IPO/FunctionSpecialization.cpp"
	],
	[
		"cfi",
		"variant",
		"llvm/lib/Transforms/IPO/LowerTypeTests.cpp"
	],
	[
		"cfi_jt",
		"variant",
		"llvm/lib/Transforms/IPO/LowerTypeTests.cpp"
	],
	[
		"Tgm",
		"variant",
		"llvm/lib/CodeGen/GlobalMergeFunctions.cpp"
	],
	[
		"warm",
		"one part",
		"bolt/lib/Core/FunctionLayout.cpp"
	],
	[
		"org",
		"clone",
		"bolt/lib/Rewrite/RewriteInstance.cpp"
	]
].map(([text, kind, source]) => Object.assign({
	text,
	source
}, KINDS[kind]));
/** Real functions have such names too, `__cfi_check`: the address decides (prefixed-functions.ts). */
const FUNCTION_PREFIXES = [{
	text: "__pfx_",
	source: "linux/tools/objtool/elf.c, elf_create_prefix_symbol"
}, {
	text: "__cfi_",
	source: "llvm/lib/CodeGen/AsmPrinter; linux/arch/x86/include/asm/linkage.h, __CFI_TYPE"
}];
// src/elf/constants.ts
const EM_ALPHA = 36902;
/** Words of code are little-endian in a big-endian file (AAELF32, "ELF Header"): what `ld --be8` links. */
const EF_ARM_BE8 = 8388608;
// src/size/names/clone-marks.ts
/** Finds the marks of clones and the counters that end a name: `foo.isra.0`. */
/** LLVM gives the parts of a function no type. */
function namedAs({ types }, row) {
	const type = types[row];
	return type === 1 || type === 5 || type === 6 ? "variable" : "function";
}
const DOT$1 = 46;
const encoder$2 = new TextEncoder();
const decoder$1 = new TextDecoder("utf-8", { ignoreBOM: true });
/** By the first byte of a mark. */
const MARKS = Array.from({ length: 256 }, (_, byte) => CLONE_MARKS.filter(({ text }) => text.charCodeAt(0) === byte).map((mark) => ({
	mark,
	text: encoder$2.encode(mark.text)
})));
/** Where marks of clones and counters begin that end a name; its end where there are none. */
function marksStart({ bytes, start, end }, of) {
	let at = end;
	/** Whether a counter or a hash follows. */
	let isNumbered = false;
	for (let dot = dotBefore(bytes, start, at); dot > start; dot = dotBefore(bytes, start, at)) {
		const mark = markAt(bytes, dot + 1, at);
		if (mark !== void 0 && isGiven(mark, of, isNumbered)) isNumbered = false;
		else if (isNumber(bytes, dot + 1, at) || isHexAfterMark(bytes, start, dot, at)) isNumbered = true;
		else return at;
		at = dot;
	}
	return at;
}
/** The mark that these bytes are. */
function markAt(bytes, start, end) {
	const marks = start < end ? MARKS[bytes[start]] : [];
	for (let i = 0; i < marks.length; i++) {
		const { mark, text } = marks[i];
		if (text.length === end - start && startsWith(bytes, start, text)) return mark;
	}
}
/** Whether a tool gives such a mark. */
function isGiven({ of: marked, followedBy }, of, isNumbered) {
	return (of === "function" || marked === "functions and variables") && (isNumbered || followedBy === "maybe a counter");
}
/** The last dot from `start` on, or `start`. */
function dotBefore(bytes, start, end) {
	let at = end - 1;
	while (at > start && bytes[at] !== DOT$1) at--;
	return at;
}
function isNumber(bytes, start, end) {
	for (let at = start; at < end; at++) if (!isDigit$1(bytes[at])) return false;
	return start < end;
}
function isDigit$1(byte) {
	return byte >= 48 && byte <= 57;
}
/** Old versions of LLVM write the hash of a module in base 16. */
function isHexAfterMark(bytes, start, dot, end) {
	for (let at = dot + 1; at < end; at++) {
		const byte = bytes[at] | 32;
		if (!isDigit$1(bytes[at]) && (byte < 97 || byte > 102)) return false;
	}
	return dot + 1 < end && markAt(bytes, dotBefore(bytes, start, dot) + 1, dot)?.text === "llvm";
}
/** Whether a name is that of less than a function, such as `foo.cold`. */
function isPartOfFunction(name, of) {
	return marksIn(name, of).split(".").some((piece) => CLONE_MARKS.some(({ text, isPart }) => isPart && text === piece));
}
/** Whether a name ends with a mark, and not with counters alone. */
function hasMark(name, of) {
	for (let at = marksStart(name, of); at < name.end; at++) if (name.bytes[at] !== DOT$1 && !isDigit$1(name.bytes[at])) return true;
	return false;
}
/** The marks alone, `.constprop.isra`; empty for a name without any. */
function marksIn(name, of) {
	const bytes = encoder$2.encode(name);
	const start = marksStart({
		bytes,
		start: 0,
		end: bytes.length
	}, of);
	return decoder$1.decode(bytes.subarray(start)).split(".").filter((piece) => CLONE_MARKS.some(({ text }) => text === piece)).map((mark) => `.${mark}`).join("");
}
// src/size/names/counted-names.ts
/** Without digits at the end, and the underscore before them. */
function withoutNumber(name) {
	let end = name.length;
	while (isDigit(name.charCodeAt(end - 1))) end--;
	return end < name.length && name[end - 1] === "_" ? name.slice(0, end - 1) : name.slice(0, end);
}
/** `.LCPI12_3`: numbers with underscores between them. */
function withoutNumbers(name) {
	let end = name.length;
	while (isDigit(name.charCodeAt(end - 1)) || end < name.length && name[end - 1] === "_") end--;
	return name.slice(0, end);
}
function isDigit(code) {
	return code >= 48 && code <= 57;
}
const INITCALL_COUNTERS = /__\d+_\d+_/;
/** `__initcall__kmod_<module>__<counter>_<line>_<function><level>` is `__initcall_<function><level>`. */
function withoutModule(prefix) {
	return (name) => {
		const counters = INITCALL_COUNTERS.exec(name);
		return counters === null ? name : `${prefix}${name.slice(counters.index + counters[0].length)}`;
	};
}
/** `__BTF_ID__func__foo__<counter><line>`; names of sets have none. */
function withoutBtfNumber(name) {
	return name.replace(/__\d+$/, "");
}
/** Of a constant that LLVM names after its module. */
function withoutModuleHash(name) {
	return name.replace(/^(\.L)?anon\.[0-9a-f]{32}/, "$1anon").replace(/^(\.L)?alloc_[0-9a-f]{32}$/, "$1alloc");
}
/** `.LC12`, `.LCPI0_1`, `.Ltmp3`; of others only what follows a dot is a counter. */
function withoutLabelNumber(name) {
	return /^\.L[A-Za-z]*\d[\d_]*$/.test(name) ? withoutNumbers(name) : withoutModuleHash(name);
}
/** The first rule that a name begins like counts. */
const COUNTED_NAMES = [
	{
		begins: "__initcall__kmod_",
		fold: withoutModule("__initcall_"),
		source: "linux/include/linux/init.h, __initcall_id"
	},
	{
		begins: "__initstub__kmod_",
		fold: withoutModule("__initstub_"),
		source: "linux/include/linux/init.h, __initcall_stub with CONFIG_LTO_CLANG"
	},
	{
		begins: "__UNIQUE_ID_",
		fold: withoutNumber,
		source: "linux/include/linux/compiler.h, __UNIQUE_ID"
	},
	{
		begins: "__BTF_ID__",
		fold: withoutBtfNumber,
		source: "linux/include/linux/btf_ids.h, __ID"
	},
	{
		begins: "__pci_fixup_",
		fold: withoutNumber,
		source: "linux/include/linux/pci.h, DECLARE_PCI_FIXUP_SECTION"
	},
	{
		begins: "__unnamed_",
		fold: withoutNumber,
		source: "llvm/lib/Transforms/Utils/NameAnonGlobals.cpp"
	},
	{
		begins: "OUTLINED_FUNCTION_",
		fold: withoutNumbers,
		source: "llvm/lib/CodeGen/MachineOutliner.cpp"
	},
	{
		begins: ".L",
		fold: withoutLabelNumber,
		source: "llvm/lib/MC/MCContext.cpp; gcc/final.cc"
	},
	{
		begins: "anon.",
		fold: withoutModuleHash,
		source: "llvm/lib/Transforms/Utils/NameAnonGlobals.cpp"
	},
	{
		begins: "alloc_",
		fold: withoutModuleHash,
		source: "rustc_codegen_llvm/src/common.rs"
	},
	{
		begins: "_ZN",
		fold: withoutRustHash,
		source: "rustc_symbol_mangling/src/legacy.rs"
	},
	{
		begins: "_R",
		fold: withoutCrateHash,
		source: "RFC 2603, Rust symbol name mangling v0: disambiguators of crates"
	},
	{
		begins: "__erratum_",
		fold: withoutNumber,
		source: "binutils/bfd/elfnn-aarch64.c, veneers"
	},
	{
		begins: "e843419@",
		fold: () => "e843419",
		source: "binutils/bfd/elfnn-aarch64.c, veneers"
	},
	{
		begins: "__CortexA53843419_",
		fold: () => "__CortexA53843419",
		source: "lld/ELF/AArch64ErrataFix.cpp"
	}
];
/** The hash is 17 characters, `h` and 16 digits, before the `E` at the end. */
function withoutRustHash(name) {
	return name.replace(/17h[0-9a-f]{16}E$/, "E");
}
/** `Cs1234abcd_4core` is `C4core`. */
function withoutCrateHash(name) {
	return name.replaceAll(/Cs[0-9a-zA-Z]{6,13}_(?=\d)/g, "C");
}
// src/size/names/owner-name-bytes.ts
/**
* The name under which a symbol's bytes are accounted: without what a tool counts up, so that an unrelated line does not
* rename it, and without the marks of clones, so that a function is one row. Byte by byte: to decode each name and to
* encode it takes 20 times as long, and few need it.
*/
const UNDERSCORE = 95;
const encoder$1 = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** Hands on the folded name. */
function canonicalName(name, of, use) {
	const { bytes, start } = name;
	const end = marksStart(name, of);
	if (!mayCount({
		bytes,
		start,
		end
	})) return use(bytes, start, end);
	const folded = encoder$1.encode(withoutCounters(decoder.decode(bytes.subarray(start, end))));
	return use(folded, 0, folded.length);
}
/** What counted names begin with, by the first byte, and for those that begin with `__`, by the third. */
const BEGINNINGS = beginningsBy(0, (text) => !isInternal(text, 0));
const INTERNAL_BEGINNINGS = beginningsBy(2, (text) => isInternal(text, 0));
function beginningsBy(index, isWanted) {
	const texts = COUNTED_NAMES.map(({ begins }) => encoder$1.encode(begins)).filter(isWanted);
	return Array.from({ length: 256 }, (_, byte) => texts.filter((text) => text[index] === byte));
}
function isInternal(bytes, start) {
	return bytes[start] === UNDERSCORE && bytes[start + 1] === UNDERSCORE;
}
/** Whether a name begins as one does that counts; a name without a dot that does not is its own. */
function beginsCounted(bytes, start) {
	const texts = isInternal(bytes, start) ? INTERNAL_BEGINNINGS[bytes[start + 2] ?? 0] : BEGINNINGS[bytes[start] ?? 0];
	for (let i = 0; i < texts.length; i++) if (startsWith(bytes, start, texts[i])) return true;
	return false;
}
function mayCount({ bytes, start, end }) {
	if (beginsCounted(bytes, start)) return true;
	if (bytes[start + STUB_NUMBER] === DOT && end - start > STUB_NUMBER) return true;
	const dot = dotBefore(bytes, start, end);
	return dot > start && (startsWith(bytes, dot + 1, UNIQUE_BYTES) || isDigit$1(bytes[dot - 1]));
}
/** `0000001a.long_branch.foo`, binutils/bfd/elf64-ppc.c, ppc_build_one_stub: the number of a section. */
const STUB = /^[0-9a-f]{8}\.(?=(plt_branch|long_branch|plt_call)\.)/;
const STUB_NUMBER = 8;
const DOT = 46;
const UNIQUE = "__UNIQUE_ID_";
const UNIQUE_BYTES = encoder$1.encode(UNIQUE);
/** clang calls a static variable after its function, `foo.__UNIQUE_ID_x12`, and hashes that name before it. */
function withoutCounters(name) {
	const plain = name.replace(/\.__uniq\.\d+(?=\.)/, "").replace(STUB, "");
	const local = plain.lastIndexOf(".") + 1;
	const from = plain.startsWith(UNIQUE, local) ? local : 0;
	const rest = plain.slice(from);
	return plain.slice(0, from) + (COUNTED_NAMES.find(({ begins }) => rest.startsWith(begins))?.fold(rest) ?? rest);
}
/** The folded name as text. */
function canonicalText(name, of) {
	const bytes = encoder$1.encode(name);
	let folded = "";
	canonicalName({
		bytes,
		start: 0,
		end: bytes.length
	}, of, (text, start, end) => {
		folded = decoder.decode(text.subarray(start, end));
		return 0;
	});
	return folded;
}
/** Makes room for about `expected` different strings; more are taken too. */
function stringInterner(expected) {
	let starts = new Uint32Array(expected + 1);
	let hashes = new Int32Array(expected);
	let slots = freeSlots(expected);
	let text = new Uint8Array(32 * expected + 64);
	let count = 0;
	function grow() {
		starts = enlarged(starts, new Uint32Array(2 * hashes.length + 2));
		hashes = enlarged(hashes, new Int32Array(2 * hashes.length + 1));
		slots = freeSlots(hashes.length);
		for (let id = 0; id < count; id++) fill(freeSlot(hashes[id]), hashes[id], id);
	}
	function freeSlot(hash) {
		let slot = firstSlot(slots, hash);
		while (slots[slot] !== -1) slot = nextSlot(slots, slot);
		return slot;
	}
	function fill(slot, hash, id) {
		slots[slot] = id;
		slots[slot + 1] = hash;
	}
	function isText(id, { bytes, start, end }) {
		const at = starts[id];
		if (starts[id + 1] - at !== end - start) return false;
		for (let i = end - start - 1; i >= 0; i--) if (text[at + i] !== bytes[start + i]) return false;
		return true;
	}
	/** Where a string is, or would be. */
	function slotOf(hash, piece) {
		let slot = firstSlot(slots, hash);
		for (let id = slots[slot]; id !== -1; id = slots[slot]) {
			if (slots[slot + 1] === hash && isText(id, piece)) return slot;
			slot = nextSlot(slots, slot);
		}
		return slot;
	}
	function append(hash, { bytes, start, end }) {
		const at = starts[count];
		if (at + end - start > text.length) text = enlarged(text, new Uint8Array(2 * (at + end - start)));
		for (let i = start; i < end; i++) text[at + i - start] = bytes[i];
		hashes[count] = hash;
		starts[count + 1] = at + end - start;
		return count++;
	}
	/** Two kernels have most strings in the same order: what is asked for next is mostly behind what was found last. */
	let next = 0;
	function isNext(piece) {
		if (next >= count || !isText(next, piece)) return false;
		next++;
		return true;
	}
	function search(hash, piece) {
		const found = slots[slotOf(hash, piece)];
		if (found !== -1) next = found + 1;
		return found;
	}
	return {
		idOf: (bytes, start, end) => {
			const piece = {
				bytes,
				start,
				end
			};
			if (isNext(piece)) return next - 1;
			if (count === hashes.length) grow();
			const hash = hashOf$1(bytes, start, end);
			const slot = slotOf(hash, piece);
			if (slots[slot] === -1) fill(slot, hash, append(hash, piece));
			next = slots[slot] + 1;
			return next - 1;
		},
		findAll: (others) => {
			const theirs = others.columns();
			const ids = new Int32Array(others.count());
			for (let id = 0; id < ids.length; id++) {
				const piece = {
					bytes: theirs.text,
					start: theirs.starts[id],
					end: theirs.starts[id + 1]
				};
				ids[id] = isNext(piece) ? next - 1 : search(theirs.hashes[id], piece);
			}
			return ids;
		},
		bytesOf: (id) => text.subarray(starts[id], starts[id + 1]),
		count: () => count,
		columns: () => ({
			text,
			starts,
			hashes
		})
	};
}
/** Four bytes a step, each mixed as MurmurHash3 does; the bits of all of them choose the slot. */
function hashOf$1(bytes, start, end) {
	let hash = end - start;
	let at = start;
	for (; at + 4 <= end; at += 4) {
		const word = bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | bytes[at + 3] << 24;
		hash = mix(hash ^ word);
	}
	let rest = 0;
	for (; at < end; at++) rest = rest << 8 | bytes[at];
	return mix(hash ^ rest);
}
function mix(hash) {
	const product = Math.imul(hash, 2246822507);
	return product ^ product >>> 15;
}
/** Each is a number and its hash, side by side since both are looked at. At most two thirds are taken, so that a search ends soon. */
function freeSlots(capacity) {
	return new Int32Array(2 * 2 ** Math.ceil(Math.log2(1.5 * capacity + 1))).fill(-1);
}
function firstSlot(slots, hash) {
	return hash << 1 & slots.length - 1;
}
function nextSlot(slots, slot) {
	return slot + 2 & slots.length - 1;
}
function enlarged(from, to) {
	to.set(from);
	return to;
}
// src/size/columns/triple-index.ts
const NONE = -1;
/** Makes room for about `expected` rows; more are taken too. */
function tripleIndex(expected) {
	let columns = newColumns(expected + 64);
	let count = 0;
	/** The first row of each first number: most have one row, which is found here without a search. */
	let earliest = new Int32Array(expected + 64).fill(NONE);
	/** A hash table of all other rows. */
	let slots = (/* @__PURE__ */ new Int32Array(64)).fill(NONE);
	let others = 0;
	function isAt(row, first, rest) {
		return columns.first[row] === first && columns.second[row] === rest.second && columns.third[row] === rest.third;
	}
	function slotOf(first, rest) {
		let slot = hashOf(first, rest) & slots.length - 1;
		for (let row = slots[slot]; row !== NONE && !isAt(row, first, rest); row = slots[slot]) slot = slot + 1 & slots.length - 1;
		return slot;
	}
	function append(first, { second, third }) {
		if (count === columns.first.length) columns = newColumns(2 * count, columns);
		columns.first[count] = first;
		columns.second[count] = second;
		columns.third[count] = third;
		return count++;
	}
	function makeSlots() {
		if (2 * others < slots.length) return;
		const rows = slots.filter((row) => row !== NONE);
		slots = new Int32Array(4 * slots.length).fill(NONE);
		for (const row of rows) {
			const rest = {
				second: columns.second[row],
				third: columns.third[row]
			};
			slots[slotOf(columns.first[row], rest)] = row;
		}
	}
	function otherRow(first, rest) {
		makeSlots();
		const slot = slotOf(first, rest);
		if (slots[slot] === NONE) {
			slots[slot] = append(first, rest);
			others++;
		}
		return slots[slot];
	}
	return {
		rowOf: (first, second, third) => {
			if (first >= earliest.length) earliest = lengthened(new Int32Array(2 * first + 2).fill(NONE), earliest);
			const row = earliest[first];
			const rest = {
				second,
				third
			};
			if (row === NONE) return earliest[first] = append(first, rest);
			return isAt(row, first, rest) ? row : otherRow(first, rest);
		},
		count: () => count,
		columns: () => ({
			first: columns.first.subarray(0, count),
			second: columns.second.subarray(0, count),
			third: columns.third.subarray(0, count)
		})
	};
}
/** Each number times an odd one of its own; then the finalizer of MurmurHash3, so that each bit has a say in the slot. */
function hashOf(first, { second, third }) {
	let hash = Math.imul(first, 2654435761) ^ Math.imul(second, 2246822507) ^ Math.imul(third, 3266489909);
	hash = Math.imul(hash ^ hash >>> 16, 2246822507);
	hash = Math.imul(hash ^ hash >>> 13, 3266489909);
	return hash ^ hash >>> 16;
}
/** Columns of `length` rows that begin with those of `old`. */
function newColumns(length, old) {
	return {
		first: lengthened(new Uint32Array(length), old?.first),
		second: lengthened(new Uint32Array(length), old?.second),
		third: lengthened(new Uint32Array(length), old?.third)
	};
}
function lengthened(column, old) {
	if (old !== void 0) column.set(old);
	return column;
}
// src/size/accounting/owner-cells.ts
/** Gathers the bytes of owners into columns while the sections of one kernel are walked through. */
/** What owns bytes. */
const OWNER_KINDS = [
	"symbol",
	"literal",
	"table",
	"fill",
	"unattributed"
];
const encoder = new TextEncoder();
const KIND_NUMBERS = Object.fromEntries(OWNER_KINDS.map((kind, number) => [kind, number]));
/** Owners of a kernel with so many symbols: literals come to them. To make room later takes as long as to fill it. */
function expectedOwners(symbols) {
	return Math.ceil(1.25 * symbols) + 1024;
}
/** Texts of the owners of a kernel with so many symbols. */
function ownerTexts(symbols) {
	return stringInterner(expectedOwners(symbols));
}
/** Collects for a kernel with so many symbols, section after section; what is new among `texts` is added to them. */
function cellCollector(symbols, texts) {
	const expected = expectedOwners(symbols);
	const ownNames = /* @__PURE__ */ new Map();
	const objects = /* @__PURE__ */ new Map([["", 0]]);
	const owners = tripleIndex(expected);
	let sums = newSums(expected);
	let section = 0;
	return {
		texts,
		/** The number of a name that is no symbol's. */
		nameId: (name) => {
			const known = ownNames.get(name);
			if (known !== void 0) return known;
			const bytes = encoder.encode(name);
			const id = texts.idOf(bytes, 0, bytes.length);
			ownNames.set(name, id);
			return id;
		},
		objectId: (object) => {
			const known = objects.get(object);
			if (known !== void 0) return known;
			objects.set(object, objects.size);
			return objects.size - 1;
		},
		beginSection: (index) => {
			section = index;
		},
		add: ({ kind, name, object, bytes, symbol }) => {
			const former = owners.count();
			const cell = owners.rowOf(name, withKind(object, KIND_NUMBERS[kind]), section);
			if (cell === sums.bytes.length) sums = newSums(2 * cell, sums);
			if (cell === former) sums.symbols[cell] = symbol;
			sums.bytes[cell] += bytes;
		},
		finish: () => {
			const count = owners.count();
			const { first, second, third } = owners.columns();
			return {
				objects: [...objects.keys()],
				cells: {
					count,
					texts,
					...kindsAndObjects(second),
					names: first,
					sections: third,
					bytes: sums.bytes.subarray(0, count),
					symbols: sums.symbols.subarray(0, count)
				}
			};
		}
	};
}
/** Columns of `length` rows that begin with those of `old`. */
function newSums(length, old) {
	const sums = {
		bytes: new Float64Array(length),
		symbols: new Uint32Array(length)
	};
	if (old !== void 0) {
		sums.bytes.set(old.bytes);
		sums.symbols.set(old.symbols);
	}
	return sums;
}
const KIND_BITS = 3;
/** V8 does not fold the power: in the loop below it would be computed for each of 1,000,000 rows. */
const KIND_MASK = 2 ** KIND_BITS - 1;
/** An object and a kind as one number. */
function withKind(object, kind) {
	return object << KIND_BITS | kind;
}
/** Takes such numbers apart. In a loop: `map` and `from` of typed arrays call a function for each of 1,000,000. */
function kindsAndObjects(both) {
	const kinds = new Uint8Array(both.length);
	const objects = new Uint32Array(both.length);
	for (let i = 0; i < both.length; i++) {
		kinds[i] = both[i] & KIND_MASK;
		objects[i] = both[i] >>> KIND_BITS;
	}
	return {
		kinds,
		objects
	};
}
// src/elf/symbols/address-halves.ts
/** Views a column; what is written to the words is written to it. */
function addressHalves(addresses) {
	const low = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 0 : 1;
	return {
		words: new Uint32Array(addresses.buffer, addresses.byteOffset, 2 * addresses.length),
		low
	};
}
// src/size/columns/compare-names.ts
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
// src/size/accounting/symbol-places.ts
/**
* Places the symbols of one section. `sizeless` are the sizes of labels that own bytes though the table gives them none, by
* row.
*/
function symbolPlaces(elf, table, { section, sizeless }) {
	return {
		offsetOf: offsetReader(elf, table, section),
		sizeOf: (row) => table.sizes[row] || (sizeless.get(row) ?? 0),
		compare: (a, b) => rank(table, a) - rank(table, b) || compareSpelling(table.name(a), table.name(b))
	};
}
/** A number for a symbol's section and address; kernels lie within 4 GiB, so the lower half of an address tells it. */
function placeReader(table) {
	const { words, low } = addressHalves(table.addresses);
	return (row) => table.sectionIndexes[row] * 2 ** 32 + words[2 * row + low];
}
/** Bit 0 of an ARM function's address says Thumb (AAELF32, "Symbol Values"). */
function offsetReader(elf, table, section) {
	const { words, low } = addressHalves(table.addresses);
	const [baseLow, baseHigh] = [Number(section.address & 4294967295n), Number(section.address >> 32n)];
	const isArm = elf.machine === 40;
	return (row) => {
		const high = words[2 * row + 1 - low] - baseHigh;
		const address = words[2 * row + low];
		const type = table.types[row];
		const thumbBit = isArm && (type === 2 || type === 10) ? address & 1 : 0;
		return high * 4294967296 + (address - thumbBit - baseLow);
	};
}
/** `sys_open` before `__se_sys_open`. */
function compareSpelling(a, b) {
	return underscores(a) - underscores(b) || compareNames(a, b);
}
function underscores(name) {
	return /^_*/.exec(name)[0].length;
}
function rank(table, row) {
	const binding = table.bindings[row];
	return binding === 1 ? 0 : binding === 2 ? 1 : 2;
}
/** The symbols of each section, by its index, without those that stand for a section or a file. */
function symbolsBySection(elf, table) {
	const { count, sectionIndexes, sizes, types } = table;
	/** Two lists for each section: number `2 * index` are its labels. Those of section 0 are of none. */
	const lists = new Uint32Array(count);
	const counts = new Uint32Array(2 * Math.max(1, elf.sections.length));
	for (let row = 1; row < count; row++) {
		const index = sectionIndexes[row];
		const isNone = 2 * index >= counts.length || types[row] === 3 || types[row] === 4;
		lists[row] = isNone ? 0 : 2 * index + (sizes[row] > 0 ? 1 : 0);
		counts[lists[row]]++;
	}
	const rows = Array.from(counts, (length) => new Uint32Array(length));
	counts.fill(0);
	for (let row = 1; row < count; row++) {
		const list = lists[row];
		rows[list][counts[list]++] = row;
	}
	return elf.sections.map((_, index) => ({
		labels: rows[2 * index],
		sized: rows[2 * index + 1]
	}));
}
export { printableText as A, EM_ALPHA as C, UNNAMED as D, directoriesAbove as E, startsWith as M, decodeName as O, EF_ARM_BE8 as S, FUNCTION_PREFIXES as T, canonicalText as _, compareNames as a, marksIn as b, cellCollector as c, withKind as d, tripleIndex as f, canonicalName as g, beginsCounted as h, symbolsBySection as i, nameFinder as j, nameAt as k, kindsAndObjects as l, stringInterner as m, placeReader as n, addressHalves as o, hashOf$1 as p, symbolPlaces as r, OWNER_KINDS as s, offsetReader as t, ownerTexts as u, hasMark as v, CLONE_MARKS as w, namedAs as x, isPartOfFunction as y };
