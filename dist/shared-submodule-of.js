import { t as UserError } from "./shared-user-error.js";
import { c as readKernelVersion, s as kernelTreeAt } from "./shared-commits.js";
import { i as folderWithRepository, t as createGit } from "./shared-git.js";
import { dirname, relative, resolve } from "node:path";
// src/cli/kernel-place.ts
/** Which kernel a command is about. */
/** The tree that is named, or else the nearest that the current folder is in. Throws a UserError where that is none. */
function kernelOf({ kernel }) {
	if (kernel !== void 0) {
		const folder = resolve(kernel);
		readKernelVersion(folder);
		return folder;
	}
	const folder = process.cwd();
	const found = kernelAbove(folder);
	if (found !== void 0) return found;
	throw new UserError(`no folder from ${folder} upwards is a Linux kernel tree (a Makefile with VERSION, PATCHLEVEL and SUBLEVEL); go to one, or name it with --kernel`);
}
/** The nearest kernel tree from a folder upwards, no further than `ceiling`; absolute paths. */
function kernelAbove(folder, ceiling) {
	const tree = kernelTreeAt(folder);
	if (tree !== void 0) return tree;
	const above = dirname(folder);
	return folder === ceiling || above === folder ? void 0 : kernelAbove(above, ceiling);
}
// src/git/repository/submodule-of.ts
/** Finds the repository around a developer's; undefined where that is nobody's submodule. */
async function submoduleOf(inner, env) {
	const { root } = await inner.repository();
	const above = folderWithRepository(dirname(root), void 0);
	if (above === void 0) return void 0;
	const outer = createGit(above, env);
	const place = await outer.repository().catch(() => void 0);
	if (place === void 0) return void 0;
	const path = relative(place.root, root);
	return (await outer.ask("ls-files", "--stage", "-z", "--", `:(top,literal)${path}`))?.startsWith("160000 ") ? {
		outer: outer.at(place.root),
		path
	} : void 0;
}
export { kernelAbove as n, kernelOf as r, submoduleOf as t };
