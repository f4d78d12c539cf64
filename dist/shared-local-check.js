import { C as FAILING_KINDS, a as parentsOf, b as renderMarkdown, d as check, g as userWorkspace, h as lockWorkspace, i as isShallow, l as createGit, m as configPlaces, o as requireRepository, p as readKernelVersion, r as openWorktree, s as resolveRevision, t as buildEnvironment, v as renderText, w as exitCodeOf, x as renderJson } from "./shared-build-environment.js";
import { t as UserError } from "./shared-user-error.js";
import { n as planTargets, t as planPreset } from "./shared-plan.js";
import { t as _usingCtx } from "./shared-usingCtx.js";
import { existsSync, readFileSync } from "node:fs";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { arch, availableParallelism, homedir, tmpdir } from "node:os";
// src/git/local-commits.ts
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
/**
* A commit of the tracked files as they are; empty when nothing is uncommitted. `git stash create` refreshes the
* index it works on, so it gets a copy: the developer's own keeps its bytes and its mtime.
*/
async function commitUncommitted(git) {
	const index = resolve(git.folder, await git.run("rev-parse", "--git-path", "index"));
	const folder = await mkdtemp(join(tmpdir(), "kernel-size-budget-"));
	try {
		await copyFile(index, join(folder, "index"));
		return await git.with({ GIT_INDEX_FILE: join(folder, "index") }).run("stash", "create");
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
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
// src/progress-terminal.ts
/** A line of kbuild's that tells of one finished object: `  CC      init/main.o`. */
const KBUILD_LINE = /^ {2}(\[M\] )?[A-Z][A-Z0-9_]+ +(\[M\] )?\S/;
const REDRAW_MS = 200;
function terminalProgress(stream) {
	return { begin: (title) => stream.isTTY === true ? drawnStep(stream, title) : printedStep(stream, title) };
}
function drawnStep(stream, title) {
	const counter = countObjects(title);
	const width = (stream.columns ?? 80) - 1;
	const draw = () => stream.write(`\r\u001B[K${counter.text().slice(0, width)}`);
	const timer = setInterval(draw, REDRAW_MS);
	return {
		line: counter.line,
		end: (outcome) => {
			clearInterval(timer);
			stream.write(`\r\u001B[K${outcome === "failed" ? `${counter.text()}, failed\n` : ""}`);
		}
	};
}
function printedStep(stream, title) {
	const counter = countObjects(title);
	return {
		line: counter.line,
		end: (outcome) => stream.write(`${counter.text()}, ${outcome}\n`)
	};
}
function countObjects(title) {
	const start = performance.now();
	let objects = 0;
	return {
		line: (line) => {
			if (KBUILD_LINE.test(line)) objects++;
		},
		text: () => {
			const seconds = ((performance.now() - start) / 1e3).toFixed(1);
			return `${title}: ${objects === 0 ? "" : `${objects} objects, `}${seconds} s`;
		}
	};
}
// src/local-check.ts
const BUDGET_FILE = ".github/kernel-size-budget.yml";
const TERMINAL_ROWS = 40;
/** Checks two commits of the developer's tree in a worktree of its own; returns the exit code. */
async function runCheck(options, around) {
	try {
		var _usingCtx$1 = _usingCtx();
		const kernel = resolve(options.kernel);
		readKernelVersion(kernel);
		const git = createGit(kernel, around.env);
		await requireRepository(git);
		const commits = await resolveLocalCommits(git, {
			base: options.base,
			head: options.head,
			content: options.dirty ? "uncommitted" : "committed"
		});
		const plan = await planLocally(git, options);
		const workspace = userWorkspace(await git.run("rev-parse", "--show-toplevel"), around.env);
		_usingCtx$1.a(await lockWorkspace(workspace));
		const report = await check({
			...plan,
			commits,
			openSource: () => openWorktree(git, workspace.source),
			fragmentFallback: kernel,
			workspace,
			env: buildEnvironment(around.env, around.env["HOME"] ?? homedir()),
			jobs: options.jobs ?? availableParallelism(),
			missingTools: "report",
			signal: around.signal,
			progress: terminalProgress(around.stderr)
		});
		await present(report, options, around);
		around.stderr.write(`kernel-size-budget: builds and logs are kept in ${workspace.folder}\n`);
		return exitCodeOf(report, FAILING_KINDS);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function present(report, options, around) {
	if (options.json !== void 0) await writeFile(options.json, renderJson(report));
	if (options.markdown !== void 0) await writeFile(options.markdown, renderMarkdown(report, { rows: 1e3 }));
	const decoration = around.stdout.isTTY === true && !around.env["NO_COLOR"] ? "colour" : "plain";
	around.stdout.write(renderText(report, {
		decoration,
		rows: TERMINAL_ROWS
	}));
}
/** The developer's own budget file holds for both sides: what it says now is what is wanted. */
async function planLocally(git, options) {
	const root = await git.run("rev-parse", "--show-toplevel");
	const path = options.config ?? join(root, BUDGET_FILE);
	if (options.config === void 0 && !existsSync(path)) return planWithoutFile(path, options.target);
	const fileExists = (fragment, targetArch) => configPlaces(fragment, targetArch).some((place) => existsSync(resolve(git.folder, place)));
	const file = {
		path,
		text: readBudgetFile(path),
		fileExists
	};
	return planTargets({
		base: file,
		head: file,
		names: options.target
	});
}
function planWithoutFile(path, names) {
	const preset = "x86-tiny";
	if (arch() !== "x64" && arch() !== "ia32") throw new UserError(`there is no budget file ${path}; write one with: npx kernel-size-budget init`);
	const [name = preset, ...more] = names;
	if (more.length > 0) throw new UserError(`there is no budget file ${path}; only one preset can be checked without`);
	const note = `there is no budget file ${path}: the preset ${name} was checked; "npx kernel-size-budget init" writes one`;
	return {
		targets: planPreset(name),
		notes: [note]
	};
}
function readBudgetFile(path) {
	try {
		return readFileSync(path, "utf8");
	} catch (cause) {
		throw new UserError(`the budget file ${path} cannot be read: ${cause.message}`, { cause });
	}
}
export { runCheck };
