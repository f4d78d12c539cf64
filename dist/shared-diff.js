import { A as lacksContents, S as openElf, _ as accountFor, d as accountedDelta, g as requireOwnMap, l as isOneFile, o as renderBloatOMeter, p as symbolSizes, r as renderAccounted, u as diffSymbols, x as readSymbols, y as parseLinkMap } from "./shared-accounted-table.js";
import { c as _usingCtx, i as readBoundedText, l as openRegularFile } from "./shared-bounded-file.js";
import { t as UserError } from "./shared-user-error.js";
// src/kernel/elf-source.ts
/** Opens an ELF file that a person names, of any size. Throws a UserError where it is none that can be read. */
function openElfSource(path) {
	return openRegularFile(path, {
		what: "an ELF file",
		instead: "the vmlinux, .o or .ko",
		largest: Infinity,
		links: "followed"
	});
}
// src/diff.ts
/** What scripts/bloat-o-meter prints about two files; a `UserError` where it would print zeros. */
function runDiff({ oldPath, newPath, mode, compat }) {
	return renderBloatOMeter(diffSymbols(readSizes(oldPath), readSizes(newPath), {
		mode,
		compat
	}));
}
/** What the tables do not show of two files, one sentence each. */
function diffNotes({ oldPath, newPath }) {
	const isOne = isOneFile(oldPath, newPath);
	const found = oldPath === newPath ? `${oldPath} is given twice` : `${oldPath} and ${newPath} are one file`;
	const empty = [.../* @__PURE__ */ new Set([oldPath, newPath])].filter(isDebugOnly);
	return [...isOne ? [`${found}, so nothing was compared`] : [], ...empty.map((path) => `${path} has no contents, as objcopy --only-keep-debug leaves it: no string in it is known`)];
}
function isDebugOnly(path) {
	try {
		try {
			var _usingCtx$1 = _usingCtx();
			const source = _usingCtx$1.u(openElfSource(path));
			return lacksContents(openElf(source));
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			_usingCtx$1.d();
		}
	} catch (error) {
		if (error instanceof UserError) return false;
		throw error;
	}
}
/** Every byte by which two files differ, by owner. */
function runAccountedDiff({ oldPath, newPath, maps }) {
	try {
		var _usingCtx3 = _usingCtx();
		if (maps.length !== 0 && maps.length !== 2) throw new UserError(`--map names ${maps.length} file, expected two: --map OLD.map NEW.map`);
		const oldFile = _usingCtx3.u(openElfSource(oldPath));
		const newFile = _usingCtx3.u(openElfSource(newPath));
		const base = accountOf(oldFile, { mapPath: maps[0] });
		const head = accountOf(newFile, {
			mapPath: maps[1],
			texts: base.cells.texts
		});
		return renderAccounted(accountedDelta(base, head));
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		_usingCtx3.d();
	}
}
/** Opens a file and reads the sizes of its symbols. */
function readSizes(path) {
	try {
		var _usingCtx4 = _usingCtx();
		const source = _usingCtx4.u(openElfSource(path));
		const elf = openElf(source);
		return symbolSizes(elf, readSymbols(elf));
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		_usingCtx4.d();
	}
}
/** Gives each byte of a file an owner; with the linker's map, an object too. The file stays open while that is used. */
function accountOf(source, { mapPath, texts } = {}) {
	const elf = openElf(source);
	const table = readSymbols(elf);
	const map = mapPath === void 0 ? void 0 : readMap(mapPath);
	if (map && mapPath !== void 0) requireOwnMap(elf, table, {
		...map,
		name: mapPath,
		evidence: "all"
	});
	return accountFor(elf, table, {
		map,
		contents: "on demand",
		texts
	});
}
function readMap(path) {
	const access = {
		links: "followed",
		name: `the link map ${path}`
	};
	return parseLinkMap(path, readBoundedText(path, "map", access));
}
export { runDiff as a, runAccountedDiff as i, diffNotes as n, readSizes as r, accountOf as t };
