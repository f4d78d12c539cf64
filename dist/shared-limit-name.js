import { A as printableText, E as directoriesAbove, M as startsWith, T as FUNCTION_PREFIXES, _ as canonicalText, n as placeReader, s as OWNER_KINDS, w as CLONE_MARKS, x as namedAs, y as isPartOfFunction } from "./shared-symbol-places.js";
// src/size/measurement.ts
/** The numbers that a budget can be put on; defined in docs/numbers.md. */
const METRIC_NAMES = [
	"flash",
	"ram",
	"ram-after-init",
	"image",
	"dtb",
	"text",
	"rodata",
	"data",
	"bss",
	"init"
];
/** What stands in a provenance where nothing says what it is. */
const UNKNOWN = {
	kernelVersion: "unknown version",
	compiler: "unknown compiler",
	linker: "unknown linker"
};
// src/size/names/written-names.ts
const MARKS = new Set(CLONE_MARKS.map(({ text }) => text));
/** The names under which a symbol may be accounted that somebody wrote down, the likeliest first. */
function ownerNamesOf(written) {
	const plain = [canonicalText(written, "variable"), withoutMarks(canonicalText(written, "function"))].flatMap((name) => [name, withoutPrefix(name)]);
	return [.../* @__PURE__ */ new Set([written, ...plain])];
}
/** Tables of scripts/bloat-o-meter have the marks without their counters: `foo.isra`. */
function withoutMarks(name) {
	const pieces = name.split(".");
	while (pieces.length > 1 && MARKS.has(pieces.at(-1))) pieces.pop();
	return pieces.join(".");
}
function withoutPrefix(name) {
	const prefix = FUNCTION_PREFIXES.find(({ text }) => name.startsWith(text) && name !== text);
	return prefix === void 0 ? name : withoutPrefix(name.slice(prefix.text.length));
}
// src/size/selectors/glob.ts
/**
* Whether a pattern matches all of a text: `*` stands for any characters, `?` for one, everything else for itself. Not
* by a regular expression: one with many stars takes hours on a text that it does not match.
*/
function matchesGlob(pattern, text) {
	let [at, next] = [0, 0];
	/** Behind the last star, and where in the text what it stands for ends. */
	let star;
	while (at < text.length) if (pattern[next] === "*") star = {
		next: ++next,
		end: at
	};
	else if (pattern[next] === "?" || pattern[next] === text[at]) {
		next++;
		at++;
	} else if (star !== void 0) {
		next = star.next;
		at = ++star.end;
	} else return false;
	while (pattern[next] === "*") next++;
	return next === pattern.length;
}
// src/size/selectors/symbol-bytes.ts
const SYMBOL = OWNER_KINDS.indexOf("symbol");
/** Bytes of all owners of which a symbol has a wanted name, as `canonicalName` folds names; undefined where none has. */
function symbolBytes(accounting, isWanted) {
	const { cells } = accounting;
	const owners = wantedOwners(accounting, isWanted);
	if (owners.size === 0) return void 0;
	let sum = 0;
	for (let cell = 0; cell < cells.count; cell++) if (cells.kinds[cell] === SYMBOL && owners.has(ownerOf(accounting, cell))) sum += cells.bytes[cell];
	return sum;
}
/** The names under which symbols are accounted. */
function symbolNames({ table, nameIds, cells }) {
	const ids = new Set(Array.from(sizedRows(table), (row) => nameIds[row]));
	return Array.from(ids, (id) => id).flatMap((id) => id < cells.texts.count() ? [printableText(cells.texts.bytesOf(id))] : []);
}
/** Owners that have a wanted name, or bytes at the address of a symbol that has one. */
function wantedOwners(accounting, isWanted) {
	const { cells, table } = accounting;
	const isNamed = wantedTexts(cells.texts, isWanted);
	const places = placesOf(accounting, isNamed);
	const placeOf = placeReader(table);
	const placeAt = new Map(places.map((place) => [place, place]));
	const owners = /* @__PURE__ */ new Set();
	const found = /* @__PURE__ */ new Set();
	for (let cell = 0; cell < cells.count; cell++) {
		if (cells.kinds[cell] !== SYMBOL) continue;
		const place = placeAt.get(placeOf(cells.symbols[cell]));
		if (place !== void 0) found.add(place);
		if (place !== void 0 || isNamed[cells.names[cell]] === 1) owners.add(ownerOf(accounting, cell));
	}
	const unfound = places.filter((place) => !found.has(place));
	for (const owner of ownersBySharedName(accounting, unfound)) owners.add(owner);
	return owners;
}
/** 1 for the number of each text that is wanted. */
function wantedTexts(texts, isWanted) {
	const { text, starts } = texts.columns();
	const answers = new Uint8Array(texts.count());
	for (let id = 0; id < answers.length; id++) answers[id] = isWanted(text, starts[id], starts[id + 1]) ? 1 : 0;
	return answers;
}
/**
* A cell knows the address of its first symbol alone, so one that begins with a clone is found by the names of the
* symbols at a place, where they are the names of one owner.
*/
function ownersBySharedName(accounting, places) {
	if (places.length === 0) return [];
	const { cells, nameIds, table } = accounting;
	const placeOf = placeReader(table);
	const namesAt = new Map(places.map((place) => [place, /* @__PURE__ */ new Set()]));
	for (const row of sizedRows(table)) namesAt.get(placeOf(row))?.add(nameIds[row]);
	const wanted = new Set([...namesAt.values()].flatMap((names) => Array.from(names)));
	const owners = /* @__PURE__ */ new Map();
	for (const cell of symbolCells(accounting)) {
		const name = cells.names[cell];
		if (!wanted.has(name)) continue;
		owners.set(name, (owners.get(name) ?? /* @__PURE__ */ new Set()).add(ownerOf(accounting, cell)));
	}
	return [...namesAt.values()].flatMap((names) => {
		const some = new Set(Array.from(names).flatMap((name) => Array.from(owners.get(name) ?? [])));
		return some.size === 1 ? Array.from(some) : [];
	});
}
function* symbolCells({ cells }) {
	for (let cell = 0; cell < cells.count; cell++) if (cells.kinds[cell] === SYMBOL) yield cell;
}
/** A number for the name and the object of a cell. */
function ownerOf({ cells, objects }, cell) {
	return cells.names[cell] * objects.length + cells.objects[cell];
}
function* sizedRows(table) {
	for (let row = 1; row < table.count; row++) if (table.sizes[row] !== 0 && table.sectionIndexes[row] !== 0) yield row;
}
/** Where the symbols with wanted names are. */
function placesOf({ table, nameIds }, isNamed) {
	const placeOf = placeReader(table);
	const places = /* @__PURE__ */ new Set();
	for (const row of sizedRows(table)) {
		if (isNamed[nameIds[row]] !== 1) continue;
		if (!isPartOfFunction(table.name(row), namedAs(table, row))) places.add(placeOf(row));
	}
	return [...places];
}
// src/size/selectors/selector-sizes.ts
/** Sizes of parts of a kernel that a limit can be put on: its sections, symbols, objects, directories, subsystems. */
const SELECTOR_KINDS = [
	"section",
	"symbol",
	"object",
	"dir",
	"subsystem"
];
function isSelector(name) {
	return SELECTOR_KINDS.some((kind) => name.startsWith(`${kind}:`));
}
function splitSelector(selector) {
	const colon = selector.indexOf(":");
	return {
		kind: selector.slice(0, colon),
		name: selector.slice(colon + 1)
	};
}
/** What a kernel lacks that sizes of this kind are read from. */
function lackingFor({ accounting, subsystems }, kind) {
	if (kind === "section" || kind === "symbol") return void 0;
	if (!accounting.hasMap) return "link map";
	return kind === "subsystem" && subsystems.size === 0 ? "MAINTAINERS" : void 0;
}
/** Bytes of all that a selector matches; undefined where nothing does, or where the kernel cannot tell. */
function selectorSize(source, selector) {
	const { kind, name } = splitSelector(selector);
	if (lackingFor(source, kind) !== void 0) return void 0;
	const { accounting, subsystems } = source;
	switch (kind) {
		case "section": return sumOf(accounting.sections.filter((section) => matchesGlob(name, section.name)));
		case "symbol": return namedBytes(accounting, name);
		case "object": return objectBytes(source, (object) => matchesGlob(name, object));
		case "dir": return objectBytes(source, (object) => matchesGlob(`${name}*`, object));
		case "subsystem": return objectBytes(source, (object) => {
			const full = subsystems.get(object);
			return full !== void 0 && (matchesGlob(name, full) || matchesGlob(name, titleOf(full)));
		});
	}
}
/**
* People copy `foo.isra` from the table of bloat-o-meter and `__pfx_foo` from nm; the owner of these bytes is called
* `foo`. A symbol of the very name comes first.
*/
function namedBytes(accounting, name) {
	if (/[*?]/.test(name)) return symbolBytes(accounting, (bytes, start, end) => matchesGlob(name, printableText(bytes.subarray(start, end))));
	for (const wanted of ownerNamesOf(name)) {
		const bytes = symbolBytes(accounting, symbolTest(wanted));
		if (bytes !== void 0) return bytes;
	}
}
function symbolTest(name) {
	const wanted = new TextEncoder().encode(name);
	return (bytes, start, end) => end - start === wanted.length && startsWith(bytes, start, wanted);
}
function sumOf(sections) {
	return sections.length === 0 ? void 0 : sections.reduce((sum, { size }) => sum + size, 0);
}
function objectBytes({ accounting: { cells, objects } }, isWanted) {
	const wanted = objects.map((object) => object !== "" && isWanted(object));
	if (!wanted.includes(true)) return void 0;
	let sum = 0;
	for (let cell = 0; cell < cells.count; cell++) if (wanted[cells.objects[cell]]) sum += cells.bytes[cell];
	return sum;
}
/** The names of all parts of one kind that a kernel has, without the kind. */
function selectorNames({ accounting, subsystems }, kind) {
	switch (kind) {
		case "section": return accounting.sections.map(({ name }) => name);
		case "symbol": return symbolNames(accounting);
		case "object": return accounting.objects.filter((object) => object !== "");
		case "dir": return [...new Set(accounting.objects.flatMap(directoriesAbove))];
		case "subsystem": return [...new Set(Array.from(subsystems.values(), titleOf))];
	}
}
/** `EXT4 FILE SYSTEM` for `EXT4 FILE SYSTEM <linux-ext4@vger.kernel.org>`. */
function titleOf(subsystem) {
	return subsystem.replace(/ <[^<>]*>$/, "");
}
// src/budget/nearest.ts
/** The known name that `written` was most likely meant to be, or undefined where none is near. */
function nearest(written, known) {
	const limit = Math.max(1, Math.floor(written.length / 3));
	return known.map((name) => ({
		name,
		distance: editDistance(written.toLowerCase(), name.toLowerCase(), limit)
	})).filter(({ distance }) => distance <= limit).toSorted((a, b) => a.distance - b.distance)[0]?.name;
}
/** How a message about an unknown name ends: with the nearest known one, or with all of them. */
function suggestion(written, known) {
	const name = nearest(written, known);
	if (name !== void 0) return `did you mean "${name}"?`;
	return `expected ${known.length === 1 ? "" : "one of "}${known.join(", ")}`;
}
/**
* Insertions, deletions and substitutions (Levenshtein), with a swap of two neighbours as one step. `Infinity` for most
* that is above `limit`: a pasted page, or the names of all symbols of a kernel, must not cost seconds.
*/
function editDistance(a, b, limit) {
	if (Math.abs(a.length - b.length) > Math.min(limit, 20)) return Infinity;
	let older = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let best = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, older[j - 2] + 1);
			row.push(best);
		}
		if (Math.min(...row) > limit && Math.min(...last) > limit) return Infinity;
		older = last;
		last = row;
	}
	return last[b.length];
}
// src/budget/limit-name.ts
/** Checks the names under `budgets` and `growth`: metrics, and parts such as `section:.text`. */
const EXAMPLES = {
	section: "section:.text",
	symbol: "symbol:log_buf",
	object: "object:fs/dcache.o",
	dir: "dir:drivers/",
	subsystem: "subsystem:MEMORY MANAGEMENT*"
};
/** A part's name as the JSON Schema of the budget file has it: without space around it; that of a folder ends with a slash. */
const PART_PATTERN = /^((section|symbol|object|subsystem):[^\s\x00-\x1f\x7f]([^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f])?|dir:[^\s/\x00-\x1f\x7f][^\x00-\x1f\x7f]*\/)$/;
/** What is wrong with a name and what to write instead; undefined for a metric and for a part. */
function limitNameMistake(written) {
	if (METRIC_NAMES.includes(written) || PART_PATTERN.test(written)) return void 0;
	const colon = written.indexOf(":");
	return colon === -1 ? metricMistake(written) : partMistake(written.slice(0, colon), written.slice(colon + 1));
}
function metricMistake(written) {
	const kind = SELECTOR_KINDS.find((one) => one === written);
	const near = kind === void 0 ? nearest(written, METRIC_NAMES) : EXAMPLES[kind];
	return `unknown metric "${written}"; ${near === void 0 ? expected() : `did you mean "${near}"?`}`;
}
function expected() {
	return `expected one of ${METRIC_NAMES.join(", ")}, or a part such as ${EXAMPLES.section} or ${EXAMPLES.dir}`;
}
function partMistake(kind, name) {
	const written = `"${kind}:${name}"`;
	const known = SELECTOR_KINDS.find((one) => one === kind);
	if (known === void 0) {
		const near = nearest(kind, SELECTOR_KINDS);
		return `unknown kind of part ${written}; ${near === void 0 ? `expected ${kinds()}` : `did you mean "${near}:${name}"?`}`;
	}
	const trimmed = name.trim();
	if (trimmed === "") return `${written} names nothing; write it behind the colon, as in "${EXAMPLES[known]}"`;
	if (/[\x00-\x1f\x7f]/.test(trimmed)) return `${written} has a character that cannot be printed; leave it out`;
	if (known !== "dir") return `${written} has space around its name; write "${known}:${trimmed}"`;
	const path = trimmed.split("/").filter((part) => part !== "").join("/");
	if (path === "") return `${written} names no folder of the kernel tree; write one, as in "${EXAMPLES.dir}"`;
	return `${written} ${trimmed.startsWith("/") ? "is no path in the kernel tree" : "does not end with a slash"}; write "dir:${path}/"`;
}
function kinds() {
	return `${SELECTOR_KINDS.slice(0, -1).map((kind) => `${kind}:`).join(", ")} or ${SELECTOR_KINDS.at(-1)}:`;
}
export { lackingFor as a, splitSelector as c, UNKNOWN as d, isSelector as i, matchesGlob as l, nearest as n, selectorNames as o, suggestion as r, selectorSize as s, limitNameMistake as t, METRIC_NAMES as u };
