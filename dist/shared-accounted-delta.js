import { t as UserError } from "./shared-user-error.js";
import { D as directoriesAbove, E as FUNCTION_PREFIXES, N as startsWith, S as namedAs, c as OWNER_KINDS, f as withKind, h as stringInterner, j as printableText, o as compareNames, p as tripleIndex, r as placeReader, t as sparseLookup, u as kindsAndObjects, v as canonicalText, x as marksIn } from "./shared-sparse-lookup.js";
import { i as scriptRules, r as letterTest } from "./shared-symbol-letters.js";
// src/size/columns/radix-sort.ts
/** Sorts numbers in time that grows with how many they are alone, and many times faster than by a function. */
/** Fewer are sorted faster by insertion. */
const FEW$1 = 24;
const DIGIT_BITS = 8;
const DIGITS = 2 ** DIGIT_BITS;
/** Positions of the keys in ascending order; equal ones stay in their order. */
function ascendingOrder(keys) {
	if (keys.length < FEW$1) return insertionOrder(keys);
	let keyed = {
		order: positions(keys.length),
		keys
	};
	let largest = 0;
	for (let i = 0; i < keys.length; i++) largest = Math.max(largest, keys[i]);
	for (let shift = 0; 2 ** shift <= largest; shift += DIGIT_BITS) keyed = sortByDigit(keyed, shift);
	return keyed.order;
}
function insertionOrder(keys) {
	const order = positions(keys.length);
	for (let i = 1; i < order.length; i++) {
		let place = i;
		for (; place > 0 && keys[order[place - 1]] > keys[i]; place--) order[place] = order[place - 1];
		order[place] = i;
	}
	return order;
}
function sortByDigit({ order, keys }, shift) {
	const places = placesOfDigits(keys, shift);
	const sorted = {
		order: new Uint32Array(order.length),
		keys: new Uint32Array(keys.length)
	};
	for (let i = 0; i < keys.length; i++) {
		const place = places[keys[i] >>> shift & 255]++;
		sorted.order[place] = order[i];
		sorted.keys[place] = keys[i];
	}
	return sorted;
}
/** Where the first key of each digit goes. */
function placesOfDigits(keys, shift) {
	const places = /* @__PURE__ */ new Uint32Array(257);
	for (let i = 0; i < keys.length; i++) places[(keys[i] >>> shift & 255) + 1]++;
	for (let digit = 1; digit < DIGITS; digit++) places[digit] += places[digit - 1];
	return places;
}
function positions(length) {
	const numbers = new Uint32Array(length);
	for (let i = 0; i < length; i++) numbers[i] = i;
	return numbers;
}
// src/size/columns/sort-rows.ts
/** Puts rows of a table in order: 100,000 rows take most of the time of a table when they are compared one by one. */
/** Sorts by rank, then by name as `compareNames` does. */
function sortRows(rows, ranking) {
	const { rankOf, names } = ranking;
	const ranks = new Float64Array(rows.map(rankOf));
	const ranked = [];
	for (const run of runsOf(rows, descendingOrder(ranks), (row, next) => ranks[row] === ranks[next])) {
		const sorted = sortByName(run, 0);
		for (const row of names === "ascending" ? sorted : sorted.toReversed()) ranked.push(row);
	}
	return ranked;
}
/** Ranks further apart than 2^32, of a damaged kernel, are compared one by one. */
function descendingOrder(ranks) {
	let [least, most] = [Infinity, -Infinity];
	for (let i = 0; i < ranks.length; i++) {
		least = Math.min(least, ranks[i]);
		most = Math.max(most, ranks[i]);
	}
	if (most - least < 2 ** 32) return ascendingOrder(new Uint32Array(ranks.map((rank) => most - rank)));
	return Uint32Array.from(ranks.keys()).toSorted((a, b) => ranks[b] - ranks[a] || a - b);
}
/** Groups of neighbours in an order. */
function* runsOf(rows, order, isSame) {
	for (let start = 0; start < order.length;) {
		const run = [rows[order[start]]];
		let end = start + 1;
		for (; end < order.length && isSame(order[start], order[end]); end++) run.push(rows[order[end]]);
		yield run;
		start = end;
	}
}
/** Fewer are sorted faster by comparing them. */
const FEW = 24;
/** Characters that one key holds, of 8 bits each. */
const KEY_LENGTH = 4;
/** Names that have more characters in common are compared: only a damaged kernel has them. */
const MOST_KNOWN = 256;
/** Ascending; all names begin with the same `known` characters. */
function sortByName(rows, known) {
	if (rows.length === 1) return rows;
	const keys = rows.length < FEW || known > MOST_KNOWN ? void 0 : keysOf(rows, known);
	if (keys === void 0) return rows.toSorted((a, b) => compareNames(a.name, b.name));
	const sorted = [];
	for (const run of runsOf(rows, ascendingOrder(keys), (row, next) => keys[row] === keys[next])) {
		const isOver = run[0].name.length < known + KEY_LENGTH;
		for (const row of isOver ? run : sortByName(run, known + KEY_LENGTH)) sorted.push(row);
	}
	return sorted;
}
/** The next characters of each name as a number, 0 behind its end; undefined where some are not ASCII. */
function keysOf(rows, known) {
	const keys = new Uint32Array(rows.length);
	for (let i = 0; i < keys.length; i++) {
		const { name } = rows[i];
		let key = 0;
		for (let at = known; at < known + KEY_LENGTH; at++) {
			const code = at < name.length ? name.charCodeAt(at) : 0;
			if (code > 127) return void 0;
			key = key * 256 + code;
		}
		keys[i] = key;
	}
	return keys;
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
// src/elf/elf.ts
/**
* The reserved indices, moved from 0xff00 to the top of 32 bits: with more than 65,280 sections 0xfff1 is also the
* number of a real one.
*/
const FIRST_RESERVED_INDEX = 4294967040;
/** The section index of common symbols (SHN_COMMON). */
const COMMON_INDEX = 4294967282;
/** `sh_type`. */
const SECTION_TYPE = {
	null: 0,
	symbolTable: 2,
	stringTable: 3,
	rela: 4,
	noBits: 8,
	rel: 9,
	extendedIndexes: 18,
	relr: 19
};
/** `sh_flags`. */
const SECTION_FLAG = {
	write: 1,
	alloc: 2,
	execute: 4,
	merge: 16,
	strings: 32,
	compressed: 2048
};
/** Whether a section takes memory when the file is loaded. */
function isAllocated({ flags, size }) {
	return (flags & SECTION_FLAG.alloc) !== 0 && size > 0;
}
function isCodeSection({ flags }) {
	return (flags & SECTION_FLAG.execute) !== 0;
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
	const ownerAt = sparseLookup(wanted.map((row) => [placeOf(row), row]));
	for (let row = 1; wanted.length > 0 && row < table.count; row++) {
		const owner = table.sizes[row] === 0 ? void 0 : ownerAt(placeOf(row));
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
// src/size/delta/by-directory.ts
/** The same bytes by directory and by subsystem; each view sums to what the objects sum to. */
/** Bytes that belong to no object: what the linker put between them, or all that no link map knows of. */
const NO_OBJECT = "[between objects]";
/** Directories as a tree: each is followed by those in it, by name. */
function directoryParts(objects) {
	const sums = /* @__PURE__ */ new Map();
	for (const object of objects) for (const [depth, name] of placesOf(object.name).entries()) {
		const sum = sums.get(name) ?? {
			name,
			base: 0,
			head: 0,
			depth
		};
		sum.base += object.base;
		sum.head += object.head;
		sums.set(name, sum);
	}
	return [...sums.values()].toSorted((a, b) => a.name < b.name ? -1 : 1);
}
/** What an object counts for; one without a folder for the root of the tree, or for itself in brackets. */
function placesOf(object) {
	if (object === "") return [NO_OBJECT];
	const directories = directoriesAbove(object);
	if (directories.length > 0) return directories;
	return [object.startsWith("[") ? object : "./"];
}
/** Bytes by subsystem of MAINTAINERS, by descending change; `subsystemOf` is '' where no pattern of it matches. */
function subsystemParts(objects, subsystemOf) {
	const sums = /* @__PURE__ */ new Map();
	for (const object of objects) {
		const name = object.name === "" ? NO_OBJECT : subsystemOf(object.name) || "[no subsystem]";
		const { base, head } = sums.get(name) ?? {
			base: 0,
			head: 0
		};
		sums.set(name, {
			base: base + object.base,
			head: head + object.head
		});
	}
	return [...sums].map(([name, { base, head }]) => ({
		name,
		base,
		head
	})).toSorted((a, b) => Math.abs(b.head - b.base) - Math.abs(a.head - a.base));
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
export { readRange as _, COMMON_INDEX as a, SECTION_TYPE as c, LARGEST_ALIGNMENT as d, alignmentOf as f, hex as g, damaged as h, pairParts as i, isAllocated as l, checkRange as m, directoryParts as n, FIRST_RESERVED_INDEX as o, alignmentOfOffset as p, bytesByName as r, SECTION_FLAG as s, accountedDelta as t, isCodeSection as u, diffSymbols as v, ascendingOrder as y };
