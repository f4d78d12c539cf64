import { t as diskUse } from "./shared-disk-use.js";
import { B as openCcache, C as changesOf, I as withIdleNotes, L as FAILING_KINDS, M as acceptancesInCommits, R as exitCodeOf, S as uncommittedFilterNotes, U as noSandbox, a as planTargets, c as folderStore, g as check, h as openWorktree, i as planPreset, j as renderText, n as checkPrebuilt, o as committedBudget, p as buildEnvironment, r as readBudgetFile, s as committedKernel, t as choosePrebuiltTarget, v as once, x as changedWithFilter, y as fragmentPaths } from "./shared-target.js";
import { c as throwIfInterrupted, i as noStore, t as NO_PROGRESS } from "./shared-progress.js";
import { h as userWorkspace, l as repositoryName, m as storeFolder, p as homeFolder, y as lockWorkspace } from "./shared-folder-entries.js";
import { a as resolveRevision, i as requireRepository, n as isShallow, r as parentsOf, s as kernelTreeAt, u as BUDGET_FILE } from "./shared-commits.js";
import { t as UserError } from "./shared-user-error.js";
import { o as realPathOf, t as createGit } from "./shared-git.js";
import { l as visibleLine } from "./shared-inert-text.js";
import { p as headlineOf } from "./shared-markdown.js";
import { n as kernelAbove, r as kernelOf, t as submoduleOf } from "./shared-submodule-of.js";
import { u as isBelow } from "./shared-kernel-file.js";
import { n as isTerminal, r as terminalProgress, t as columnsOf } from "./shared-progress2.js";
import { i as writeOutput, n as reportFiles, r as requireWritable } from "./shared-report-files.js";
import { t as _usingCtx } from "./shared-usingCtx.js";
import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { arch, availableParallelism, tmpdir } from "node:os";
import { copyFile, mkdtemp, rm, stat, utimes } from "node:fs/promises";
// src/git/commits/commit-messages.ts
/** The commits of head that base does not have, oldest first; none where the clone does not reach that far. */
async function commitMessages(git, { base, head }) {
	return (await git.ask("log", "-z", "--reverse", "--format=%H%n%an%n%B", `${base}..${head}`, "--") ?? "").split("\0").filter((entry) => entry !== "").map((entry) => {
		const [sha = "", author = "", ...message] = entry.split("\n");
		return {
			sha,
			author,
			message: message.join("\n")
		};
	});
}
// src/git/commits/local-commits.ts
/** Paths that a note names before it only counts. */
const NAMED_PATHS = 3;
/** The two commits to compare on a developer's machine. Throws a UserError where one cannot be told. */
async function resolveLocalCommits(git, request) {
	const head = await resolveHead(git, request);
	if (request.base !== void 0) return {
		base: {
			hash: await resolveRevision(git, request.base),
			origin: `--base ${request.base}`
		},
		head
	};
	return {
		base: await defaultBase(git, request, head.hash),
		head
	};
}
async function resolveHead(git, request) {
	if (request.content === "uncommitted") {
		if (request.head !== void 0) throw new UserError(`--dirty measures the work tree, --head ${request.head} a commit; give one of them`);
		const hash = await commitUncommitted(git);
		if (hash !== "") return {
			hash,
			origin: "HEAD with uncommitted changes"
		};
		return {
			hash: await resolveRevision(git, "HEAD"),
			origin: "HEAD, nothing uncommitted"
		};
	}
	const revision = request.head ?? "HEAD";
	return {
		hash: await resolveRevision(git, revision),
		origin: request.head ? `--head ${revision}` : "HEAD"
	};
}
/** What --dirty leaves out, as notes of the report: files below git's folder that it does not track nor ignore. */
async function untrackedNotes(git) {
	const paths = (await git.run("ls-files", "--others", "--exclude-standard", "-z")).split("\0").filter((path) => path !== "");
	if (paths.length === 0) return [];
	const names = namesOf(paths);
	const [what, them] = paths.length === 1 ? ["1 untracked file is", "it"] : [`${paths.length} untracked files are`, "them"];
	return [`${what} not measured (${names}); "git add" makes ${them} count`];
}
/** What a check of commits leaves out, as notes of the report: tracked files below git's folder that HEAD has otherwise. */
async function modifiedNotes(git) {
	const filtered = new Set(await changedWithFilter(git));
	const { root } = await git.repository();
	const paths = (await changesOf(git.with({ GIT_OPTIONAL_LOCKS: "0" }))).map(({ path }) => path).filter((path) => !filtered.has(path));
	if (paths.length === 0) return [];
	const names = namesOf(paths.map((path) => relative(git.folder, join(root, path))));
	const [what, them] = paths.length === 1 ? ["1 modified file is", "it"] : [`${paths.length} modified files are`, "them"];
	return [`${what} not measured (${names}), since HEAD was: --dirty measures ${them}`];
}
function namesOf(paths) {
	return paths.slice(0, NAMED_PATHS).join(", ") + (paths.length > NAMED_PATHS ? ", …" : "");
}
/**
* A commit of the tracked files as they are; empty when nothing is uncommitted. It is made of a copy of the index: the
* developer's own keeps its bytes and its mtime.
*/
async function commitUncommitted(git) {
	const [unmerged] = (await git.run("ls-files", "--unmerged", "-z")).split("\0", 1);
	if (unmerged) {
		const [, path] = unmerged.split("	", 2);
		throw new UserError(`${path} has conflicts of a merge; resolve them and "git add" the files before --dirty`);
	}
	const index = resolve(git.folder, await git.run("rev-parse", "--git-path", "index"));
	const folder = await mkdtemp(join(tmpdir(), "kernel-size-budget-"));
	try {
		await copyIndex(index, join(folder, "index"));
		const copy = git.with({ GIT_INDEX_FILE: join(folder, "index") });
		await keepFiltered(copy);
		await copy.run("add", "--update");
		return await copy.run("stash", "create");
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
/** The bytes of such a file in the work tree are not those that git has: without its filter it would be another one. */
async function keepFiltered(copy) {
	const { root } = await copy.repository();
	const paths = await changedWithFilter(copy);
	const given = [
		"--assume-unchanged",
		"-z",
		"--stdin"
	];
	if (paths.length > 0) await copy.at(root).feed(`${paths.join("\0")}\0`, "update-index", ...given);
}
/**
* With its time, rounded down: git compares the contents of files that are no older than the index, which may have
* changed since within one tick of the clock (Documentation/technical/racy-git.txt of git).
*/
async function copyIndex(from, to) {
	const { mtimeMs } = await stat(from);
	await copyFile(from, to);
	const seconds = Math.floor(mtimeMs) / 1e3;
	await utimes(to, seconds, seconds);
}
/** HEAD for uncommitted changes, else where the branch left its upstream, else the parent. */
async function defaultBase(git, request, head) {
	if (request.content === "uncommitted") return {
		hash: await resolveRevision(git, "HEAD"),
		origin: "HEAD"
	};
	const upstream = request.head === void 0 ? await git.ask("merge-base", "HEAD", "@{upstream}") : void 0;
	if (upstream !== void 0 && upstream !== head) return {
		hash: upstream,
		origin: "where HEAD left its upstream"
	};
	const parent = (await parentsOf(git, head))[0];
	if (parent === void 0) throw new UserError(`${head} has no parent to compare with; name a commit with --base`);
	if (await git.ask("cat-file", "-e", parent) === void 0) {
		const remedy = await isShallow(git) ? "the clone is shallow: \"git fetch --depth=2\" brings it" : "name one with --base";
		throw new UserError(`the parent ${parent} of ${head} is not in ${git.folder}; ${remedy}`);
	}
	return {
		hash: parent,
		origin: "first parent of head"
	};
}
// src/cli/check-prebuilt.ts
/** Checks two kernels that were built elsewhere, in any folder. The budget file as it lies there holds for both. */
async function checkPrebuiltLocally(given, options) {
	const path = options.config ?? join(options.kernel, ".github/kernel-size-budget.yml");
	const file = options.config !== void 0 || existsSync(path) ? {
		path,
		text: readBudgetFile(path)
	} : void 0;
	return checkPrebuilt({
		...choosePrebuiltTarget({
			base: file,
			head: file,
			path,
			names: options.target,
			given
		}),
		given,
		folder: "",
		commits: {
			base: void 0,
			head: void 0
		},
		tree: kernelTreeAt(options.kernel),
		readAcceptances: async () => ({
			acceptances: [],
			notes: []
		})
	});
}
// src/cli/local-plan.ts
/** The targets of a check on a developer's machine. */
/**
* Plans as the action does: base's limits count, whatever is checked out or edited since. A file that base does not have
* is taken from head; one that no commit of the two has, such as one outside of the repository, is read as it lies there.
*/
async function planLocally(git, commits, options) {
	const { root } = await git.repository();
	const path = options.config === void 0 ? join(root, BUDGET_FILE) : inRealFolder(options.config);
	const budgetFile = relative(root, path);
	const at = (hash) => budgetAt(git, hash, budgetFile);
	const isInside = isBelow(path, root);
	const base = isInside ? await at(commits.base.hash) : void 0;
	const head = isInside ? await at(commits.head.hash) : void 0;
	if (base === void 0 && head === void 0) {
		const lying = options.config ?? await withoutConfig(git, path);
		return {
			...await planByFile(git, commits.head.hash, {
				path: lying,
				options
			}),
			budgetFile
		};
	}
	const plan = planTargets({
		base,
		head,
		names: options.target
	});
	return {
		...base === void 0 ? withBase(plan, budgetFile) : plan,
		budgetFile
	};
}
/** The usual place, which is in the outer repository where the kernel is a submodule and has no file of its own. */
async function withoutConfig(git, path) {
	if (existsSync(path)) return path;
	const found = await submoduleOf(git, git.env);
	const ofOuter = found && join(found.outer.folder, ".github/kernel-size-budget.yml");
	return ofOuter !== void 0 && existsSync(ofOuter) ? ofOuter : path;
}
/** The file itself may be a link; git has paths without links on the way. */
function inRealFolder(config) {
	const path = resolve(config);
	return join(realPathOf(dirname(path)), basename(path));
}
/** Fragments that are not committed yet are taken from the developer's folder. */
async function budgetAt(git, hash, path) {
	const readBlob = (blob) => git.run("cat-file", "blob", blob);
	const found = await committedBudget({
		kernel: git,
		outer: git
	}, {
		outer: hash,
		kernel: hash
	}, {
		path,
		readBlob
	});
	return found && {
		...found,
		fileExists: orInFolder(git, found.fileExists)
	};
}
function orInFolder(git, inCommit) {
	return (file, targetArch) => inCommit(file, targetArch) || fragmentPaths(file, targetArch).some((place) => existsSync(resolve(git.folder, place)));
}
/** The change adds the budget file: its limits are new, and base can be built by it all the same. */
function withBase(plan, path) {
	const note = `base has no budget file ${path}: it is new, so both sides are built and judged as head's says`;
	const targets = plan.targets.map((planned) => ({
		...planned,
		baseTarget: planned.target
	}));
	return {
		...plan,
		targets,
		notes: [note, ...plan.notes]
	};
}
/** The file as it lies there holds for both sides. */
async function planByFile(git, head, { path, options }) {
	if (options.config === void 0 && !existsSync(path)) return planWithoutFile(path, options.target);
	const { fileExists, tree } = await committedKernel(git, head);
	const file = {
		path,
		text: readBudgetFile(path),
		fileExists: orInFolder(git, fileExists),
		tree
	};
	const plan = planTargets({
		base: file,
		head: file,
		names: options.target
	});
	const note = `neither base nor head has the budget file ${file.path}: it was taken as it lies there`;
	return {
		...plan,
		notes: [note, ...plan.notes]
	};
}
function planWithoutFile(path, names) {
	const preset = "x86-tiny";
	if (arch() !== "x64" && arch() !== "ia32") throw new UserError(`there is no budget file ${path}; write one with: npx kernel-size-budget init`);
	const [name = preset, ...more] = names;
	if (more.length > 0) throw new UserError(`there is no budget file ${path}; only one preset can be checked without`);
	const note = `there is no budget file ${path}: the preset ${name} was checked; "npx kernel-size-budget init" writes one`;
	const targets = planPreset(name);
	return {
		targets,
		known: targets.map(({ target }) => target),
		notes: [note]
	};
}
// src/cli/check.ts
const TERMINAL_ROWS = 40;
/**
* Checks two commits of the developer's tree in a worktree of its own, or two kernels that were built elsewhere; returns
* the exit code.
*/
async function runCheck(options, around) {
	try {
		for (const file of reportFiles(options)) await requireWritable(file);
		const { given } = options;
		return await (given === void 0 ? checkLocally(options, around) : checkFiles(given, options, around));
	} catch (error) {
		await throwIfInterrupted(around.signal);
		throw error;
	}
}
async function checkFiles(given, options, around) {
	const kernel = options.kernel ?? kernelAbove(process.cwd()) ?? ".";
	const report = await checkPrebuiltLocally(given, {
		...options,
		kernel
	});
	await present(report, options, around);
	return exitCodeOf(report, FAILING_KINDS);
}
async function checkLocally(options, around) {
	try {
		var _usingCtx$1 = _usingCtx();
		const kernel = kernelOf(options);
		const git = createGit(kernel, around.env);
		await requireRepository(git);
		const commits = await resolveLocalCommits(git, {
			base: options.base,
			head: options.head,
			content: options.dirty ? "uncommitted" : "committed"
		});
		const plan = await planLocally(git, commits, options);
		const leftOut = await leftOutNotes(git, options);
		const workspace = userWorkspace(await repositoryName(git), around.env);
		const say = sayOn(around);
		const lock = _usingCtx$1.u(await lockWorkspace(workspace, {
			...around,
			onWait: say
		}));
		const report = await check({
			targets: plan.targets,
			notes: [...plan.notes, ...leftOut],
			readAcceptances: async () => withIdleNotes(acceptancesInCommits(await commitMessages(git, hashesOf(commits))), plan.known),
			subject: commits,
			checkouts: hashesOf(commits),
			openSource: () => openWorktree(git.with(lock.env), workspace.source),
			fragmentFallback: kernel,
			workspace,
			lock,
			cache: openCache(options, workspace, {
				env: around.env,
				notice: say
			}),
			unaffected: options.skip ? "skip" : "build",
			confirm: options.confirm ? "failures" : "nothing",
			budgetFile: plan.budgetFile,
			env: {
				...buildEnvironment(around.env, homeFolder(around.env)),
				...lock.env
			},
			ccache: await openCcache(options.ccache, {
				...around,
				access: "write"
			}),
			jobs: options.jobs ?? availableParallelism(),
			missingTools: "report",
			sandbox: noSandbox,
			signal: around.signal,
			progress: progressOf(options, around)
		});
		await throwIfInterrupted(around.signal);
		await present(report, options, around);
		if (!options.quiet) say(`builds and logs are kept in ${workspace.folder}`);
		return exitCodeOf(report, FAILING_KINDS);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
/** What is in the developer's folder and not in head. */
async function leftOutNotes(git, { dirty, head }) {
	if (dirty) return [...await untrackedNotes(git), ...await uncommittedFilterNotes(git)];
	return head === void 0 ? modifiedNotes(git) : [];
}
/** A head that is checked again is not built again; the build folder of base serves all that is built on it. */
function openCache({ cache, cacheSize: limit }, workspace, { env, notice }) {
	if (!cache) return {
		store: noStore,
		start: "empty",
		keep: {
			base: [],
			head: []
		}
	};
	const besides = once(async () => (await diskUse([workspace.source], env)).get(workspace.source) ?? 0);
	return {
		store: folderStore({
			folder: storeFolder(workspace),
			limit,
			notice,
			besides
		}),
		start: "kept",
		keep: {
			base: ["kernel", "tree"],
			head: ["kernel"]
		}
	};
}
function hashesOf({ base, head }) {
	return {
		base: base.hash,
		head: head.hash
	};
}
/** What a report on stdout is not mixed with goes to stderr; `--quiet` leaves what is wrong. */
async function present(report, options, around) {
	const files = reportFiles(options);
	const { env, stdout, stderr, writeRaw } = around;
	const place = files.some(({ path }) => path === "-") ? stderr : stdout;
	const decoration = place === stdout && isTerminal(stdout, env) && !env["NO_COLOR"] ? "colour" : "plain";
	if (!options.quiet) place.write(renderText(report, {
		decoration,
		rows: TERMINAL_ROWS,
		views: viewsOf(options)
	}));
	else if (exitCodeOf(report, FAILING_KINDS) !== 0) sayOn(around)(headlineOf(report, visibleLine));
	for (const file of files) await writeOutput(file, file.render(report), writeRaw);
}
function sayOn({ stderr }) {
	return (text) => stderr.write(`kernel-size-budget: ${visibleLine(text)}\n`);
}
function progressOf({ quiet }, { stderr, env }) {
	if (quiet) return NO_PROGRESS;
	return terminalProgress({
		isTTY: isTerminal(stderr, env),
		get columns() {
			return columnsOf(stderr);
		},
		write: (text) => stderr.write(text)
	});
}
function viewsOf({ by, configDiff, strings }) {
	return [
		...by,
		...configDiff ? ["config"] : [],
		...strings ? ["strings"] : []
	];
}
export { runCheck };
