// src/interruption.ts
/** Ctrl-C, or a runner that cancels: not an error of anybody's. */
var Interruption = class extends Error {
	name = "Interruption";
};
/** Aborts with an Interruption on SIGINT, SIGTERM and SIGHUP, so that compilers end and folders are put back. */
function interruption(target) {
	const controller = new AbortController();
	for (const signal of [
		"SIGINT",
		"SIGTERM",
		"SIGHUP"
	]) target.once(signal, () => controller.abort(new Interruption(`interrupted by ${signal}`)));
	return controller.signal;
}
export { interruption as n, Interruption as t };
