import { t as UserError } from "./shared-user-error.js";
import { setMaxListeners } from "node:events";
import { constants } from "node:os";
import { setImmediate } from "node:timers/promises";
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
// src/system-error.ts
/** What the system refuses for reasons that lie outside of this program, and how to mend them. */
const WORDS = {
	ENOSPC: "the disk is full; make room on it",
	EDQUOT: "this user may not take more of the disk; make room on it",
	EFBIG: "a file would be larger than this process may write; raise the limit (ulimit -f)",
	EROFS: "the file system is read-only; use a folder that can be written",
	EACCES: "this user may not; change the permissions, or run as a user who may",
	EPERM: "this user may not; change the permissions, or run as a user who may",
	EMFILE: "there are as many open files as a process may have; raise the limit (ulimit -n)",
	ENFILE: "there are as many open files as the system may have; end some programs",
	EAGAIN: "there are as many processes as this user may have; raise the limit (ulimit -u)",
	ENOMEM: "memory is short; end some programs",
	ENAMETOOLONG: "a name is longer than file systems allow; use shorter ones",
	ELOOP: "there is a symbolic link that leads to itself; remove it",
	ENOTDIR: "a part of the path is a file, expected a folder; remove it, or use another folder",
	EISDIR: "there is a folder, expected a file; remove it, or use another name",
	ENOTEMPTY: "somebody has put something there meanwhile; let nothing else work there",
	EEXIST: "there is something already; let nothing else work there",
	ENOENT: "it is gone, or was never there; let nothing else work there",
	EBUSY: "something else uses it; end that",
	ETXTBSY: "it is a program that runs; end that",
	EIO: "the disk fails, or the machine that has it; look into the log of the system",
	ESTALE: "the machine that has the files has changed them; try again"
};
/** The error that a person is told: a UserError as it is, and what the system has refused as one; undefined for a bug. */
function userErrorOf(error) {
	if (error instanceof UserError) return error;
	if (!(error instanceof Error)) return void 0;
	const { code = "", path, syscall, message } = error;
	const words = syscall === void 0 ? void 0 : WORDS[code];
	if (words === void 0) return void 0;
	return new UserError(`${path ?? "a file"}: ${words} (${message})`, { cause: error });
}
// src/cache/store.ts
/** For a check that keeps nothing. */
const noStore = {
	restore: async () => void 0,
	save: async () => void 0
};
/** Bytes that a folder of entries may take where nobody says otherwise: hundreds of tiny kernels, a few large ones. */
const DEFAULT_CACHE_SIZE = 4 * 1024 ** 3;
// src/process/progress.ts
/** A line of kbuild's that tells of one finished object: `  CC      init/main.o`. */
const OBJECT_LINE = /^ {2}[A-Z]+ +(\[M\] +)?\S+\.o$/;
/** Tells nobody. */
const NO_PROGRESS = { begin: () => ({
	line: () => void 0,
	end: () => void 0
}) };
export { userErrorOf as a, throwIfInterrupted as c, noStore as i, OBJECT_LINE as n, Interruption as o, DEFAULT_CACHE_SIZE as r, interruption as s, NO_PROGRESS as t };
