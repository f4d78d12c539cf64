// src/elf/names.ts
/** Longer ones, which only a damaged file has, would be too many arguments for `String.fromCharCode`. */
const SHORT_NAME = 1e3;
const decoder$1 = new TextDecoder("utf-8", { ignoreBOM: true });
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
	if (text.length <= SHORT_NAME && isPlain(text)) return String.fromCharCode(...text);
	return decoder$1.decode(text).replaceAll(/\p{Cc}/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
function isPlain(text) {
	for (let i = 0; i < text.length; i++) if (text[i] < 32 || text[i] > 126) return false;
	return true;
}
// src/size/directories.ts
/** `fs/` and `fs/ext4/` for `fs/ext4/inode.o`: all that a path is in or below, the outermost first. */
function directoriesAbove(path) {
	return Array.from(path.matchAll(/\//g), ({ index }) => path.slice(0, index + 1));
}
// src/size/owner-name.ts
/**
* The name under which a symbol's bytes are accounted: without what a compiler or a macro counts up, so that an
* unrelated line does not rename it, and without the mark of a clone, so that a function is one row.
*/
/** `__initcall__kmod_<module>__<__COUNTER__>_<__LINE__>_<function><level>`, include/linux/init.h `__initcall_id`. */
const INITCALL = /^__initcall__kmod_.*?__\d+_\d+_(.*)$/;
/** `__UNIQUE_ID_<prefix><__COUNTER__>`, include/linux/compiler.h `__UNIQUE_ID`. */
const UNIQUE_ID = /^(__UNIQUE_ID_.*?)\d+$/;
/** The padding before a function that objtool names, tools/objtool/elf.c `elf_create_prefix_symbol`. */
const PREFIX = /^__pfx_(?=.)/;
/** gcc's and clang's clones of a function, such as `foo.constprop.0`, `foo.cold` and `foo.llvm.123`. */
const CLONE = /(?<=.)\.(isra|constprop|part|cold|llvm|lto_priv)(?=\.|$)/g;
/** Counters of compilers: `__key.12`. */
const COUNTER = /\.\d+/g;
/** `foo` for `foo`, `__pfx_foo`, `foo.isra.0` and `foo.cold`; `__key` for `__key.12`. */
function ownerName(name) {
	return name.replace(PREFIX, "").replace(CLONE, "").replaceAll(COUNTER, "").replace(INITCALL, "__initcall_$1").replace(UNIQUE_ID, "$1");
}
/** What marks a symbol as a part of its owner beside the owner's own name: `.cold`, `__pfx_`; undefined for none. */
function cloneMark(name) {
	const marks = [...name.match(PREFIX) ?? [], ...name.match(CLONE) ?? []];
	return marks.length === 0 ? void 0 : marks.join("");
}
const DOT = 46;
const UNDERSCORE = 95;
const PREFIX_BYTES = Uint8Array.from("__pfx_", (char) => char.charCodeAt(0));
const PREFIX_LENGTH = PREFIX_BYTES.length;
/** Whether a name begins with `__pfx_` and goes on: a third of the names of a kernel for x86-64 does. */
function hasPrefix(bytes, start) {
	for (let i = 0; i < PREFIX_LENGTH; i++) if (bytes[start + i] !== PREFIX_BYTES[i]) return false;
	return bytes[start + PREFIX_LENGTH] !== 0;
}
/** Whether `ownerName` changes more of a name than its prefix: false for most, which are then never decoded. */
function needsFolding(bytes, start, end) {
	if (bytes[start] === UNDERSCORE && bytes[start + 1] === UNDERSCORE) {
		const third = bytes[start + 2];
		if (third === 105 || third === 85) return true;
	}
	for (let i = start; i < end; i++) if (bytes[i] === DOT) return true;
	return false;
}
// src/size/byte-strings.ts
const FREE = -1;
/** Makes room for about `expected` different strings; more are taken too. */
function byteStrings(expected) {
	let starts = new Uint32Array(expected + 1);
	let hashes = new Int32Array(expected);
	let slots = freeSlots(expected);
	let text = new Uint8Array(32 * expected + 64);
	let count = 0;
	function grow() {
		starts = enlarged(starts, new Uint32Array(2 * hashes.length + 2));
		hashes = enlarged(hashes, new Int32Array(2 * hashes.length + 1));
		slots = freeSlots(hashes.length);
		for (let id = 0; id < count; id++) {
			let slot = hashes[id] & slots.length - 1;
			while (slots[slot] !== FREE) slot = slot + 1 & slots.length - 1;
			slots[slot] = id;
		}
	}
	function lengthOf(id) {
		return starts[id + 1] - starts[id];
	}
	function isSame(id, bytes, start) {
		const at = starts[id];
		for (let i = lengthOf(id) - 1; i >= 0; i--) if (text[at + i] !== bytes[start + i]) return false;
		return true;
	}
	return {
		idOf: (bytes, start, end) => {
			if (count === hashes.length) grow();
			const hash = hashOf(bytes, start, end);
			let slot = hash & slots.length - 1;
			for (let id = slots[slot]; id !== FREE; id = slots[slot]) {
				if (hashes[id] === hash && lengthOf(id) === end - start && isSame(id, bytes, start)) return id;
				slot = slot + 1 & slots.length - 1;
			}
			const at = starts[count];
			if (at + end - start > text.length) text = enlarged(text, new Uint8Array(2 * (at + end - start)));
			for (let i = start; i < end; i++) text[at + i - start] = bytes[i];
			slots[slot] = count;
			hashes[count] = hash;
			starts[count + 1] = at + end - start;
			return count++;
		},
		bytesOf: (id) => text.subarray(starts[id], starts[id + 1]),
		count: () => count
	};
}
/** FNV-1a, with the upper bits mixed into the lower ones that choose the slot. */
function hashOf(bytes, start, end) {
	let hash = 2166136261;
	for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i], 16777619);
	return hash ^ hash >>> 15;
}
/** At most half full, so that a search ends soon. */
function freeSlots(capacity) {
	return new Int32Array(2 ** Math.ceil(Math.log2(2 * capacity + 1))).fill(FREE);
}
function enlarged(from, to) {
	to.set(from);
	return to;
}
// src/size/cells.ts
/** Gathers the bytes of owners into columns while the sections of one kernel are walked through. */
/** What owns bytes. */
const OWNER_KINDS = [
	"symbol",
	"literal",
	"table",
	"fill",
	"unattributed"
];
const NONE = -1;
const encoder$1 = new TextEncoder();
/** Collects for a kernel of about `expected` symbols, section after section. */
function cellCollector(expected) {
	const texts = byteStrings(expected);
	const ownNames = /* @__PURE__ */ new Map();
	const objects = /* @__PURE__ */ new Map([["", 0]]);
	let columns = newColumns(expected + 1024);
	let count = 0;
	/** The last cell of each name, and of each cell the one before it with the same name. */
	let lastOfName = new Int32Array(2 * expected + 1024).fill(NONE);
	let section = 0;
	/** Cells of former sections end the search: they are all behind those of this one. */
	function find({ name, object }, kind) {
		for (let cell = lastOfName[name]; cell !== NONE; cell = columns.former[cell]) {
			if (columns.sections[cell] !== section) return NONE;
			if (columns.objects[cell] === object && columns.kinds[cell] === kind) return cell;
		}
		return NONE;
	}
	function makeRoom(name) {
		if (count === columns.kinds.length) columns = newColumns(2 * count, columns);
		if (name < lastOfName.length) return;
		const longer = new Int32Array(2 * name).fill(NONE);
		longer.set(lastOfName);
		lastOfName = longer;
	}
	return {
		texts,
		/** The number of a name that is no symbol's. */
		nameId: (name) => {
			const known = ownNames.get(name);
			if (known !== void 0) return known;
			const bytes = encoder$1.encode(name);
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
		add: (owned) => {
			makeRoom(owned.name);
			const kind = OWNER_KINDS.indexOf(owned.kind);
			const known = find(owned, kind);
			if (known !== NONE) {
				columns.bytes[known] += owned.bytes;
				return;
			}
			columns.former[count] = lastOfName[owned.name];
			lastOfName[owned.name] = count;
			columns.kinds[count] = kind;
			columns.names[count] = owned.name;
			columns.objects[count] = owned.object;
			columns.sections[count] = section;
			columns.bytes[count] = owned.bytes;
			columns.symbols[count] = owned.symbol;
			count++;
		},
		finish: () => ({
			objects: [...objects.keys()],
			cells: {
				count,
				texts,
				...columns
			}
		})
	};
}
/** Columns of `length` rows that begin with those of `old`. */
function newColumns(length, old) {
	return {
		kinds: lengthened(new Uint8Array(length), old?.kinds),
		names: lengthened(new Uint32Array(length), old?.names),
		objects: lengthened(new Uint32Array(length), old?.objects),
		sections: lengthened(new Uint32Array(length), old?.sections),
		bytes: lengthened(new Float64Array(length), old?.bytes),
		symbols: lengthened(new Uint32Array(length), old?.symbols),
		former: lengthened(new Int32Array(length), old?.former)
	};
}
function lengthened(column, old) {
	if (old !== void 0) column.set(old);
	return column;
}
// src/size/owner-name-reader.ts
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** Reads the number of a symbol's owner name among `texts`; a name that nothing is folded in is never decoded. */
function ownerNameReader(table, texts) {
	const { bytes, starts } = table.names;
	return (row) => {
		const end = bytes.indexOf(0, starts[row]);
		const start = starts[row] + (hasPrefix(bytes, starts[row]) ? PREFIX_LENGTH : 0);
		if (!needsFolding(bytes, start, end)) return texts.idOf(bytes, start, end);
		const folded = encoder.encode(ownerName(decoder.decode(bytes.subarray(start, end))));
		return texts.idOf(folded, 0, folded.length);
	};
}
// src/elf/address-halves.ts
/** Views a column; what is written to the words is written to it. */
function addressHalves(addresses) {
	const low = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 0 : 1;
	return {
		words: new Uint32Array(addresses.buffer, addresses.byteOffset, 2 * addresses.length),
		low
	};
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
// src/size/table-names.ts
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
	[/^\.(init\.)?pv_table/, "patch table"],
	[/^_?__ksymtab_strings|^_?__ksymtab|^_?__kcrctab/, "exported symbols"],
	[/^\.(initcall.*\.init|con_initcall\.init|initcalls?$)/, "initcall table"],
	[/^\.init\.setup/, "setup table"],
	[/^__param/, "parameter table"],
	[/^__modver/, "module version table"],
	[/_of_table|^__(irqchip|clk|timer|cpu|earlycon|reservedmem).*_table/, "OF table"],
	[/^__(earlycon_table|thermal_table_.*|governor_table|lsm_table)/, "registration table"],
	[/^\.(init\.)?(arch|proc|tag)\w*\.?(info|table|init)|^\.(arch|proc)\.info/, "machine table"],
	[/^\.pci_fixup/, "PCI fixup table"],
	[/^__jump_table/, "jump label table"],
	[/^(__tracepoints|_ftrace|__mcount_loc|__trace|_kprobe|__kprobe|_error_injection|__bpf_raw_tp)/, "trace table"],
	[/^__dyndbg/, "dynamic debug table"],
	[/^\.note/, "notes"],
	[/^\.(rela?\.dyn|rela?\b|relr|dynsym|dynstr|dynamic|gnu\.hash|hash|interp|got|plt|igot|iplt)/, "dynamic linking"],
	[/^\.(vectors|stubs)/, "exception vectors"],
	[/^\.BTF/, "BTF"],
	[/^\.init\.ramfs/, "initramfs"],
	[/^\.(text\.)?fixup/, "exception fixups"],
	[/^\.builtin_fw/, "firmware"],
	[/^\.rodata\.cst\d+/, "merged constants"]
];
/**
* Tells what a section holds beside symbols, such as `unwind table`; undefined for one of code or data. What was asked
* once is remembered.
*/
function tableNames() {
	const known = /* @__PURE__ */ new Map();
	return (section) => {
		if (!known.has(section)) known.set(section, TABLES.find(([pattern]) => pattern.test(section))?.[1]);
		return known.get(section);
	};
}
/** Sections that compilers fill with string literals of one byte a character (SHF_MERGE | SHF_STRINGS). */
function isLiteralSection(section) {
	return /\.str1\.\d+$/.test(section);
}
/**
* Labels without a size that cover what lies before the next symbol: the tables that scripts/kallsyms.c writes, and the
* first task's stack (INIT_TASK_DATA of include/asm-generic/vmlinux.lds.h).
*/
function isSizelessTable(name) {
	return name.startsWith("kallsyms_") || name === "init_stack";
}
// src/size/symbol-places.ts
const EM_ARM = 40;
const STT_FUNC = 2;
const STT_GNU_IFUNC = 10;
const STB_GLOBAL = 1;
const STB_WEAK = 2;
/** The symbols `rows` of one section; each of them has a size or is a table that has none. */
function symbolPlaces(elf, table, symbols) {
	const offsetOf = offsetReader(elf, table, symbols.section);
	const reach = tableReach(table, symbols, offsetOf);
	return {
		offsetOf,
		sizeOf: (row) => table.sizes[row] || reach.get(row),
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
	const isArm = elf.machine === EM_ARM;
	return (row) => {
		const high = words[2 * row + 1 - low] - baseHigh;
		const address = words[2 * row + low];
		const type = table.types[row];
		const thumbBit = isArm && (type === STT_FUNC || type === STT_GNU_IFUNC) ? address & 1 : 0;
		return high * 4294967296 + (address - thumbBit - baseLow);
	};
}
/** A table without a size reaches to the next symbol, one without a size included, or to the section's end. */
function tableReach(table, { section, rows }, offsetOf) {
	const tables = rows.filter((row) => table.sizes[row] === 0);
	if (tables.length === 0) return /* @__PURE__ */ new Map();
	const offsets = [];
	for (let row = 1; row < table.count; row++) if (table.sectionIndexes[row] === section.index) offsets.push(offsetOf(row));
	const reach = (row) => offsets.reduce((end, offset) => offset > offsetOf(row) && offset < end ? offset : end, section.size);
	return new Map(Array.from(tables, (row) => [row, reach(row) - offsetOf(row)]));
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
	return binding === STB_GLOBAL ? 0 : binding === STB_WEAK ? 1 : 2;
}
const STT_SECTION = 3;
const STT_FILE = 4;
/** Rows of the symbol table that own bytes, by the index of their section. */
function symbolsBySection(elf, table) {
	const counts = new Uint32Array(elf.sections.length);
	const sectionOf = (row) => {
		const index = table.sectionIndexes[row];
		const type = table.types[row];
		if (index === 0 || index >= counts.length || type === STT_SECTION || type === STT_FILE) return void 0;
		return table.sizes[row] > 0 || isTable(table, row) ? index : void 0;
	};
	for (let row = 1; row < table.count; row++) {
		const index = sectionOf(row);
		if (index !== void 0) counts[index]++;
	}
	const rows = Array.from(counts, (count) => new Uint32Array(count));
	counts.fill(0);
	for (let row = 1; row < table.count; row++) {
		const index = sectionOf(row);
		if (index !== void 0) rows[index][counts[index]++] = row;
	}
	return rows;
}
/** `i` and `k`. */
const FIRST_LETTERS = /* @__PURE__ */ new Set([105, 107]);
function isTable(table, row) {
	const first = table.names.bytes[table.names.starts[row]];
	return FIRST_LETTERS.has(first) && isSizelessTable(table.name(row));
}
export { directoriesAbove as _, tableNames as a, printableText as b, ownerNameReader as c, byteStrings as d, hashOf as f, ownerName as g, needsFolding as h, isLiteralSection as i, OWNER_KINDS as l, hasPrefix as m, symbolPlaces as n, compareNames as o, cloneMark as p, symbolsBySection as r, addressHalves as s, placeReader as t, cellCollector as u, decodeName as v, nameAt as y };
