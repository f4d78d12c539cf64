import { f as folderWithRepository, l as createGit } from "./shared-commits.js";
import { dirname, relative } from "node:path";
// src/git/submodule-of.ts
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
export { submoduleOf as t };
