import { promisify } from "node:util";
import { execFile } from "node:child_process";
// src/cache/disk-use.ts
/**
* Bytes of all files below some paths, as `du` of coreutils counts them; 0 for what is not there. In a checkout of Linux
* that is a fraction of a second, where Node takes several.
*/
async function diskUse(paths, env) {
	const use = new Map(paths.map((path) => [path, 0]));
	if (paths.length === 0) return use;
	const args = [
		"--bytes",
		"--summarize",
		"--null",
		"--",
		...paths
	];
	const stdout = await promisify(execFile)("du", args, { env }).then((result) => result.stdout, (error) => error.stdout ?? "");
	for (const line of stdout.split("\0")) {
		const [, bytes, path] = /^(\d+)\t([^]*)$/.exec(line) ?? [];
		if (bytes !== void 0 && path !== void 0) use.set(path, Number(bytes));
	}
	return use;
}
export { diskUse as t };
