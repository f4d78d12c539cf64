import { t as UserError } from "./shared-user-error.js";
// src/check/prebuilt/files.ts
/** The files of kernels that were built elsewhere, as the action's inputs and the command line name them. */
const FILE_KINDS = [
	"elf",
	"map",
	"config",
	"image",
	"dtb"
];
const FILE_WORDS = {
	elf: "vmlinux, linked and not stripped,",
	map: "linker's map",
	config: ".config",
	image: "boot image",
	dtb: "device tree blob"
};
/**
* The kernels that are given, undefined where no file is. Throws a UserError where a file is of one side alone: what
* only one kernel tells cannot be compared.
*/
function readPrebuiltKernels(source) {
	const { valueOf, prefix } = source;
	const kinds = FILE_KINDS.filter((kind) => SIDES.some((side) => valueOf(`${side}-${kind}`) !== void 0));
	const [first] = kinds;
	if (first === void 0) return void 0;
	for (const kind of kinds) requireBoth(kind, source);
	if (first !== "elf") throw new UserError(`${prefix}base-${first} is given without a kernel; name the linked vmlinux of both sides too, with ${prefix}base-elf and ${prefix}head-elf`);
	return {
		base: filesOf("base", kinds, valueOf),
		head: filesOf("head", kinds, valueOf)
	};
}
const SIDES = ["base", "head"];
function requireBoth(kind, { valueOf, prefix }) {
	const lacking = SIDES.find((side) => valueOf(`${side}-${kind}`) === void 0);
	if (lacking === void 0) return;
	throw new UserError(`${prefix}${lacking === "base" ? "head" : "base"}-${kind} is given and ${prefix}${lacking}-${kind} is not; expected both or none, since what one kernel alone tells cannot be compared`);
}
function filesOf(side, kinds, valueOf) {
	return Object.fromEntries(kinds.map((kind) => [kind, valueOf(`${side}-${kind}`)]));
}
// src/kernel/make/most-jobs.ts
/** Commands that makes may run at once: more than a machine has processors, and fewer than a pipe of make's holds tokens. */
const MOST_JOBS = 4096;
export { readPrebuiltKernels as i, FILE_KINDS as n, FILE_WORDS as r, MOST_JOBS as t };
