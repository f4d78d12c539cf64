import { setMaxListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import { constants } from "node:os";
// src/cache/store.ts
/** For a check that keeps nothing. */
const noStore = {
	restore: async () => void 0,
	save: async () => void 0
};
/** Bytes that a folder of entries may take where nobody says otherwise: hundreds of tiny kernels, a few large ones. */
const DEFAULT_CACHE_SIZE = 4 * 1024 ** 3;
// src/interruption.ts
const SIGNALS = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
/** Ctrl-C, a terminal that was closed, or a runner that cancels: not an error of anybody's. */
var Interruption = class extends Error {
	name = "Interruption";
	/** As a shell has it: 130 after SIGINT. */
	exitCode;
	constructor(signal) {
		super(`interrupted by ${signal}`);
		this.exitCode = 128 + constants.signals[signal];
	}
};
/** One interrupt may come twice: timeout(1) signals its child and then its own group, which the child is in. */
const SAME_MS = 1e3;
/**
* Aborts with an Interruption on SIGINT, SIGTERM and SIGHUP, so that compilers end and folders are put back. `onAgain` is
* called when somebody does not want to wait for that.
*/
function interruption(target, onAgain = () => void 0) {
	const controller = new AbortController();
	setMaxListeners(0, controller.signal);
	let first;
	for (const signal of SIGNALS) target.on(signal, () => {
		if (first === void 0) {
			first = {
				reason: new Interruption(signal),
				at: performance.now()
			};
			controller.abort(first.reason);
		} else if (performance.now() - first.at > SAME_MS) onAgain(first.reason);
	});
	return controller.signal;
}
/** Throws the reason of an abort; of a signal, too, that came while something was computed, or that has just ended a child. */
async function throwIfInterrupted(signal) {
	await setImmediate();
	signal.throwIfAborted();
}
export { noStore as a, DEFAULT_CACHE_SIZE as i, interruption as n, throwIfInterrupted as r, Interruption as t };
