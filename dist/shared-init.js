import { c as readKernelVersion, i as requireRepository, l as readPresets, u as BUDGET_FILE } from "./shared-commits.js";
import { r as GitError, s as makeFolder, t as createGit } from "./shared-git.js";
import { t as UserError } from "./shared-user-error.js";
import { n as kernelAbove, t as submoduleOf } from "./shared-submodule-of.js";
import { a as starterWorkflow, i as starterCommentWorkflow, n as WORKFLOW_FILE, r as starterBudgetFile, t as COMMENT_WORKFLOW_FILE } from "./shared-starter-files.js";
import { dirname, join, relative, resolve } from "node:path";
import { lstat, stat, writeFile } from "node:fs/promises";
// src/git/commits/default-branch.ts
/** What servers and git itself call it where nobody says otherwise. */
const USUAL = [
	"main",
	"master",
	"trunk"
];
/**
* Finds what the server has as its default branch; where the clone was not told that, the branch that is tracked, the only
* one, or one of a usual name.
*/
async function defaultBranch(git) {
	const remote = await remoteOf(git);
	return (remote === void 0 ? void 0 : await branchOfRemote(git, remote)) ?? await localBranch(git) ?? {
		name: USUAL[0],
		certainty: "guessed"
	};
}
/** The server that pull requests are made on: the only remote, `origin`, or the one that the current branch tracks. */
async function remoteOf(git) {
	const remotes = linesOf(await git.ask("remote"));
	const [only = "origin", ...others] = remotes;
	if (others.length === 0) return only;
	return ["origin", await configured(git, "remote")].find((name) => name !== void 0 && remotes.includes(name));
}
async function branchOfRemote(git, remote) {
	const prefix = `refs/remotes/${remote}/`;
	const head = await git.ask("symbolic-ref", "--quiet", `${prefix}HEAD`);
	if (head?.startsWith(prefix)) return {
		name: head.slice(prefix.length),
		certainty: "known"
	};
	const branches = await branchesBelow(git, prefix);
	const tracked = (await configured(git, "merge"))?.replace(/^refs\/heads\//, "");
	return choose(branches, await configured(git, "remote") === remote ? tracked : void 0);
}
/** A repository that is on no server yet, or whose branches were not fetched. HEAD names one before it has a commit. */
async function localBranch(git) {
	const prefix = "refs/heads/";
	const head = await git.ask("symbolic-ref", "--quiet", "HEAD");
	const current = head?.startsWith(prefix) ? head.slice(11) : void 0;
	const branches = await branchesBelow(git, prefix);
	if (branches.length === 0 && current !== void 0) return {
		name: current,
		certainty: "known"
	};
	return choose(branches, current);
}
/** The only branch; of several one of a usual name, or else `other`. */
function choose(branches, other) {
	const [only, ...more] = branches;
	if (only === void 0) return void 0;
	if (more.length === 0) return {
		name: only,
		certainty: "known"
	};
	const name = USUAL.find((usual) => branches.includes(usual)) ?? other;
	return name === void 0 ? void 0 : {
		name,
		certainty: "guessed"
	};
}
async function branchesBelow(git, prefix) {
	return linesOf(await git.ask("for-each-ref", "--format=%(refname)", prefix)).map((name) => name.slice(prefix.length)).filter((name) => name !== "HEAD");
}
/** `branch.NAME.remote` or `branch.NAME.merge` of what is checked out. */
async function configured(git, what) {
	const current = await git.ask("symbolic-ref", "--quiet", "--short", "HEAD");
	return current === void 0 ? void 0 : git.ask("config", "--get", `branch.${current}.${what}`);
}
function linesOf(text) {
	return (text ?? "").split("\n").filter((line) => line !== "");
}
// src/cli/init-place.ts
/** Where the starter files of a kernel go. */
/**
* Finds the kernel that a folder is or lies in, and the repository that has it: the outer one for a submodule. Throws a
* UserError where one of them is not there.
*/
async function initPlace(folder, env) {
	await requireFolder(folder);
	const git = createGit(resolve(folder), env);
	await requireRepository(git);
	const { root } = await git.repository();
	const tree = kernelAbove(git.folder, root) ?? requireKernel(git.folder);
	const found = await submoduleOf(git, env);
	const inKernel = relative(root, tree);
	if (found === void 0) return {
		git: git.at(root),
		kernel: inKernel || ".",
		source: "own files"
	};
	return {
		git: found.outer,
		kernel: join(found.path, inKernel),
		source: "submodule"
	};
}
function requireKernel(folder) {
	readKernelVersion(folder);
	return folder;
}
async function requireFolder(folder) {
	if (!(await stat(folder).catch(() => void 0))?.isDirectory()) throw new UserError(`${folder} is not a folder; name the kernel tree with --kernel`);
}
// src/cli/init.ts
/** Starter files of a repository: the budget file, the workflow that checks it and the one that comments. */
/**
* Writes the starter files at the root of the repository, where `check` looks for them, and returns what to print about
* each of them and what comes next. Throws a UserError where they cannot be.
*/
async function runInit(job) {
	const place = await initPlace(job.folder, job.env);
	const { git, kernel, source } = place;
	const presets = [...readPresets().keys()];
	const branch = await defaultBranch(git);
	const { folder } = git;
	const { written, kept } = await initFiles({
		folder,
		presets,
		chosen: ["x86-tiny"],
		branch: branch.name,
		kernel,
		submodules: source === "submodule"
	});
	return `${[
		...written.map((path) => `${join(folder, path)}: written`),
		...kept.map((path) => `${join(folder, path)}: is there already, left as it is`),
		...written.includes(".github/workflows/kernel-size.yml") ? workflowLines(place, branch) : [],
		...written.length === 0 ? [] : [await nextStep(git, written)]
	].join("\n")}\n`;
}
/** What was found out and put into the workflow. */
function workflowLines({ kernel, source }, branch) {
	const guess = branch.certainty === "known" ? "" : ", a guess: put the default branch there if it is another one";
	const where = {
		"own files": `the kernel is in ${kernel}`,
		submodule: `the kernel is the submodule ${kernel}`
	};
	return [...kernel === "." ? [] : [where[source]], `builds are kept for pushes to ${branch.name}${guess}`];
}
/** The kernel's own .gitignore has `.*`, so that git would refuse to add the files. */
async function nextStep(git, written) {
	const [file, line, pattern] = (await git.feed(`${written.join("\0")}\0`, "check-ignore", "--verbose", "-z", "--stdin").catch((error) => emptyForGitError(error))).split("\0");
	const command = git.folder === process.cwd() ? "git add" : `git -C ${shellWord(git.folder)} add`;
	if (pattern === void 0) return `next: ${command} .github, and commit`;
	return `next: ${command} -f .github, and commit (-f, since ${file}:${line} has "${pattern}")`;
}
/** git fails where no path is ignored. */
function emptyForGitError(error) {
	if (error instanceof GitError) return "";
	throw error;
}
function shellWord(path) {
	return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
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
			text: starterWorkflow(options)
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
