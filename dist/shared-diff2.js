import { a as openElf, c as diffSymbols, i as readSymbols, n as openElfSource, r as symbolSizes, s as renderBloatOMeter, t as _usingCtx } from "./shared-usingCtx.js";
// src/diff.ts
/** What scripts/bloat-o-meter prints about two files; a `UserError` where it would print zeros. */
function runDiff({ oldPath, newPath, mode, compat }) {
	return renderBloatOMeter(diffSymbols(readSizes(oldPath), readSizes(newPath), {
		mode,
		compat
	}));
}
/** Opens a file and reads the sizes of its symbols. */
function readSizes(path) {
	try {
		var _usingCtx$1 = _usingCtx();
		const source = _usingCtx$1.u(openElfSource(path));
		const elf = openElf(source);
		return symbolSizes(elf, readSymbols(elf));
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
export { runDiff as n, readSizes as t };
