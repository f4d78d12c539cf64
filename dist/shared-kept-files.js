import { s as roughSize } from "./shared-units.js";
import { t as diskUse } from "./shared-disk-use.js";
import { _ as workspacesIn, f as cacheFolder, l as repositoryName, m as storeFolder, n as listEntries, r as removeEntry, y as lockWorkspace } from "./shared-folder-entries.js";
import { t as createGit } from "./shared-git.js";
import { t as _usingCtx } from "./shared-usingCtx.js";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
// src/cli/kept-files.ts
/** What the command line keeps of checks: shown, and removed. */
/** Lists the store and the workspace of each repository, with their sizes. Ends with a line break. */
async function showCache(env) {
	const folder = cacheFolder(env);
	const workspaces = workspacesIn(folder);
	const store = storeOf(folder);
	const use = await diskUse([store, ...workspaces.flatMap(foldersOf)].filter(existsSync), env);
	const entries = await listEntries(store);
	const blocks = await Promise.all(workspaces.map(async (workspace) => {
		return [`${workspace.folder} (${await repositoryOf(workspace, env)})`].concat(partsOf(workspace, use).map(partLine));
	}));
	const total = [...use.values()].reduce((sum, bytes) => sum + bytes, 0);
	const kept = {
		name: `store, ${entries.length} entries`,
		bytes: use.get(store) ?? 0
	};
	const lines = [
		...blocks.flat(),
		`${store} (all repositories)`,
		partLine(kept)
	];
	if (total === 0) return `nothing is kept in ${folder}\n`;
	return `${[
		...lines,
		"",
		`${roughSize(total)} in all; "cache --clean" removes them`
	].join("\n")}\n`;
}
/** Removes all of it, workspace by workspace, each once no check works there; returns what to print. */
async function cleanCache(waiting) {
	const { env } = waiting;
	const folder = cacheFolder(env);
	const workspaces = workspacesIn(folder);
	const store = storeOf(folder);
	const use = await diskUse([store, ...workspaces.map((one) => one.folder)].filter(existsSync), env);
	for (const workspace of workspaces) try {
		var _usingCtx$1 = _usingCtx();
		_usingCtx$1.u(await lockWorkspace(workspace, waiting));
		await removeCheckout(workspace, env);
		await rm(workspace.folder, {
			recursive: true,
			force: true
		});
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
	for (const { name } of await listEntries(store)) await removeEntry(`${store}/${name}`);
	await rm(store, {
		recursive: true,
		force: true
	});
	const total = [...use.values()].reduce((sum, bytes) => sum + bytes, 0);
	return total === 0 ? `nothing is kept in ${folder}\n` : `removed ${roughSize(total)} from ${folder}\n`;
}
/** So that the repository no longer lists the worktree; where that is gone, there is nothing to tell. */
async function removeCheckout({ source }, env) {
	if (!existsSync(source)) return;
	await createGit(source, env).ask("worktree", "remove", "--force", source);
}
/** A folder that is no worktree any more is of a repository that has gone or moved. */
async function repositoryOf({ source }, env) {
	if (!existsSync(source)) return "no checkout";
	return repositoryName(createGit(source, env)).catch(() => "its repository is gone");
}
const PARTS = {
	source: "checkout",
	builds: "builds",
	kernels: "kernels",
	logs: "logs"
};
function foldersOf(workspace) {
	return Object.keys(PARTS).map((part) => workspace[part]);
}
function partsOf(workspace, use) {
	return Object.keys(PARTS).flatMap((part) => {
		const bytes = use.get(workspace[part]);
		return bytes === void 0 ? [] : [{
			name: PARTS[part],
			bytes
		}];
	});
}
function partLine({ name, bytes }) {
	return `  ${roughSize(bytes).padStart(10)}  ${name}`;
}
function storeOf(folder) {
	return storeFolder({ folder: `${folder}/any` });
}
export { cleanCache, showCache };
