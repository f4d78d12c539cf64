import { c as accountFor, d as readSymbols, f as openElf, i as requireOwnMap, m as parseLinkMap, n as accountedDelta, p as lacksContents, r as diffSymbols, s as symbolSizes, t as isOneFile } from "./shared-one-file.js";
import { c as openRegularFile, i as readBoundedText } from "./shared-kernel-file.js";
import { t as UserError } from "./shared-user-error.js";
import { t as _usingCtx } from "./shared-usingCtx.js";
// src/elf/machine-names.ts
/** Names of machines that Linux runs on, by e_machine (include/uapi/linux/elf-em.h). */
const NAMES = /* @__PURE__ */ new Map([
	[2, "SPARC"],
	[3, "i386"],
	[4, "m68k"],
	[8, "MIPS"],
	[15, "PA-RISC"],
	[20, "PowerPC"],
	[21, "PowerPC64"],
	[22, "S/390"],
	[40, "ARM"],
	[42, "SuperH"],
	[43, "SPARC V9"],
	[50, "IA-64"],
	[62, "x86-64"],
	[92, "OpenRISC"],
	[94, "Xtensa"],
	[113, "Nios II"],
	[164, "Hexagon"],
	[183, "AArch64"],
	[189, "MicroBlaze"],
	[195, "ARC"],
	[243, "RISC-V"],
	[252, "C-SKY"],
	[258, "LoongArch"],
	[36902, "Alpha"]
]);
/** What two files must have in common for their sizes to compare: `ARM, 32-bit, little-endian`. */
function machineWords({ machine, class: bits, littleEndian }) {
	return `${NAMES.get(machine) ?? `ELF machine ${machine}`}, ${bits}-bit, ${littleEndian ? "little" : "big"}-endian`;
}
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
// src/cli/diff.ts
/** The same before it is printed. */
function symbolTables({ oldPath, newPath, mode, compat }) {
	return diffSymbols(readSizes(oldPath), readSizes(newPath), {
		mode,
		compat
	});
}
/** Throws a UserError for files of two machines: the same code has other sizes there. */
function requireOneMachine({ oldPath, newPath }) {
	const [before, after] = [oldPath, newPath].map(machineOf);
	if (before === after) return;
	throw new UserError(`${oldPath} is for ${before}, ${newPath} for ${after}; expected two files for one machine`);
}
function machineOf(path) {
	try {
		var _usingCtx$1 = _usingCtx();
		const source = _usingCtx$1.u(openElfSource(path));
		return machineWords(openElf(source));
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
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
			var _usingCtx3 = _usingCtx();
			const source = _usingCtx3.u(openElfSource(path));
			return lacksContents(openElf(source));
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			_usingCtx3.d();
		}
	} catch (error) {
		if (error instanceof UserError) return false;
		throw error;
	}
}
/** The same before it is printed. */
function accountedDiff({ oldPath, newPath, maps }) {
	try {
		var _usingCtx4 = _usingCtx();
		if (maps.length !== 0 && maps.length !== 2) throw new UserError(`--map names ${maps.length} file, expected two: --map OLD.map NEW.map`);
		const oldFile = _usingCtx4.u(openElfSource(oldPath));
		const newFile = _usingCtx4.u(openElfSource(newPath));
		const base = accountOf(oldFile, { mapPath: maps[0] });
		const head = accountOf(newFile, {
			mapPath: maps[1],
			texts: base.cells.texts
		});
		return accountedDelta(base, head);
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		_usingCtx4.d();
	}
}
/** Opens a file and reads the sizes of its symbols. */
function readSizes(path) {
	try {
		var _usingCtx5 = _usingCtx();
		const source = _usingCtx5.u(openElfSource(path));
		const elf = openElf(source);
		return symbolSizes(elf, readSymbols(elf));
	} catch (_) {
		_usingCtx5.e = _;
	} finally {
		_usingCtx5.d();
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
export { requireOneMachine as a, readSizes as i, accountedDiff as n, symbolTables as o, diffNotes as r, accountOf as t };
