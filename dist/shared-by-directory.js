import { t as UserError } from "./shared-user-error.js";
import { E as directoriesAbove } from "./shared-symbol-places.js";
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
// src/group-by.ts
/** Items by the key that each has, in the order in which keys and items come. Node's own Map.groupBy is newer than 20. */
function groupBy(items, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) {
		const key = keyOf(item);
		const known = groups.get(key);
		if (known === void 0) groups.set(key, [item]);
		else known.push(item);
	}
	return groups;
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
export { COMMON_INDEX as a, SECTION_TYPE as c, checkRange as d, damaged as f, groupBy as i, isAllocated as l, readRange as m, directoryParts as n, FIRST_RESERVED_INDEX as o, hex as p, subsystemParts as r, SECTION_FLAG as s, NO_OBJECT as t, isCodeSection as u };
