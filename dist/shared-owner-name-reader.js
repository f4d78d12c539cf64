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
export { hashOf as a, needsFolding as c, nameAt as d, printableText as f, byteStrings as i, ownerName as l, OWNER_KINDS as n, cloneMark as o, cellCollector as r, hasPrefix as s, ownerNameReader as t, decodeName as u };
