import { _ as readKernelVersion, c as readPresets, i as requireRepository, l as createGit, v as makeFolder, y as BUDGET_FILE } from "./shared-commits.js";
import { a as starterWorkflow, i as starterCommentWorkflow, n as WORKFLOW_FILE, r as starterBudgetFile, t as COMMENT_WORKFLOW_FILE } from "./shared-starter-files.js";
import { t as UserError } from "./shared-user-error.js";
import { dirname, join, resolve } from "node:path";
import { lstat, stat, writeFile } from "node:fs/promises";
// src/init.ts
/**
* Writes the starter files at the root of the repository, where `check` looks for them, and returns what to print about
* each of them. Throws a UserError where they cannot be.
*/
async function runInit(job) {
	const git = await repositoryOf(job);
	const { folder } = git;
	const { written, kept } = await initFiles({
		folder,
		presets: [...readPresets().keys()],
		chosen: ["x86-tiny"],
		branch: await defaultBranch(git)
	});
	return `${[...written.map((path) => `${join(folder, path)}: written`), ...kept.map((path) => `${join(folder, path)}: is there already, left as it is`)].join("\n")}\n`;
}
/** As the server that it was cloned from has it. */
async function defaultBranch(git) {
	const prefix = "refs/remotes/origin/";
	const reference = await git.ask("symbolic-ref", "--quiet", `${prefix}HEAD`);
	return reference?.startsWith(prefix) ? reference.slice(20) : void 0;
}
async function repositoryOf({ folder, env }) {
	await requireFolder(folder);
	const git = createGit(resolve(folder), env);
	await requireRepository(git);
	const { root } = await git.repository();
	try {
		readKernelVersion(git.folder);
	} catch {
		readKernelVersion(root);
	}
	return git.at(root);
}
/** Writes the starter files that are not there yet. */
async function initFiles(options) {
	const files = [
		{
			path: BUDGET_FILE,
			text: starterBudgetFile(options)
		},
		{
			path: WORKFLOW_FILE,
			text: starterWorkflow(options.branch)
		},
		{
			path: COMMENT_WORKFLOW_FILE,
			text: starterCommentWorkflow()
		}
	];
	const written = [];
	const kept = [];
	for (const { path, text } of files) (await writeNew(join(options.folder, path), text) ? written : kept).push(path);
	return {
		written,
		kept
	};
}
async function requireFolder(folder) {
	if (!(await stat(folder).catch(() => void 0))?.isDirectory()) throw new UserError(`${folder} is not a folder; name the kernel tree with --kernel`);
}
/** Writes a file unless something of that name is there; says whether it did. */
async function writeNew(path, text) {
	try {
		makeFolder(dirname(path));
		if (await isThere(path)) return false;
		await writeFile(path, text, { flag: "wx" });
		return true;
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new UserError(`${path} cannot be written (${reason}); check the folder and its permissions`, { cause });
	}
}
/** A link that leads nowhere is there too. */
async function isThere(path) {
	return await lstat(path).catch(() => void 0) !== void 0;
}
export { runInit };
