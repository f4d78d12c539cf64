import { t as UserError } from "./shared-user-error.js";
import { s as makeFolder } from "./shared-git.js";
import { createHash } from "node:crypto";
import { closeSync, constants, existsSync, fstatSync, ftruncateSync, openSync, readFileSync, readdirSync, readlinkSync, realpathSync, statSync, writeSync } from "node:fs";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { userInfo } from "node:os";
import { setTimeout } from "node:timers/promises";
import { spawn } from "node:child_process";
import { lstat, readdir, rm } from "node:fs/promises";
// src/process/running.ts
/** What runs on this machine, as /proc tells (proc(5)); nothing where there is none. Others' processes tell little. */
/** All processes that a test holds for, but for this one. One that ends meanwhile is left out. */
function findProcesses(test) {
	return namesIn$1("/proc").filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => pid !== process.pid && test(pid)).flatMap((pid) => {
		const name = textOf$1(pid, "comm");
		return name === void 0 ? [] : [{
			pid,
			name: name.trimEnd()
		}];
	});
}
/** What the descriptors of a process lead to: paths, and words such as `socket:[123]`. */
function openFilesOf(pid) {
	return namesIn$1(`/proc/${pid}/fd`).flatMap((name) => linkOf(pid, `fd/${name}`) ?? []);
}
/** What `/proc/PID/NAME` leads to, such as `cwd`; undefined where that is not told. */
function linkOf(pid, name) {
	try {
		return readlinkSync(`/proc/${pid}/${name}`);
	} catch {
		return;
	}
}
/** The text of `/proc/PID/NAME`, such as `environ`; undefined where that is not told. */
function textOf$1(pid, name) {
	try {
		return readFileSync(`/proc/${pid}/${name}`, "utf8");
	} catch {
		return;
	}
}
/** Fields of `/proc/PID/stat` after the name, which may hold anything: the state is the first one. */
function statusOf$1(pid) {
	const text = textOf$1(pid, "stat");
	const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
	return fields === void 0 || fields.length < 20 ? void 0 : fields;
}
/** Ends a process at once; one that is gone, or another user's, is left. */
function kill(pid) {
	try {
		process.kill(pid, "SIGKILL");
	} catch {}
}
/** `sleep (123), make (124)`, on one line, however many there are. */
function inWords(processes) {
	const named = processes.slice(0, 5).map(({ pid, name }) => `${name} (${pid})`);
	return `${named.join(", ")}${processes.length > named.length ? ", …" : ""}`;
}
function namesIn$1(folder) {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}
// src/process/file-lock.ts
/**
* A lock on a file, which is free once the last process that has the open file is gone, however it ended: flock(2), by
* flock(1) of util-linux, since Node has no call for it. What this process starts may be handed the open file.
*/
/**
* Takes the lock on a file, which is made where there is none; undefined where somebody has it. Throws a UserError
* where files cannot be locked there, and what the system says where the file cannot be opened.
*/
async function tryLock(path, env) {
	const { O_RDWR, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;
	const descriptor = openSync(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 384);
	const lock = {
		descriptor,
		[Symbol.dispose]: () => closeSync(descriptor)
	};
	try {
		if (!fstatSync(descriptor).isFile()) throw new UserError(`${path} is no regular file; remove it`);
		if (await flock(path, descriptor, env) && isStillAt(path, descriptor)) return lock;
	} catch (error) {
		lock[Symbol.dispose]();
		throw error;
	}
	lock[Symbol.dispose]();
}
function isStillAt(path, descriptor) {
	const [own, there] = [fstatSync(descriptor), statSync(path, { throwIfNoEntry: false })];
	return own.ino === there?.ino && own.dev === there.dev;
}
/** Any but those that flock(1) has for its own mistakes (sysexits(3)). */
const HELD = 33;
function flock(path, descriptor, { PATH }) {
	const child = spawn("flock", [
		"--exclusive",
		"--nonblock",
		"--conflict-exit-code",
		String(HELD),
		"3"
	], {
		env: {
			PATH,
			LC_ALL: "C"
		},
		stdio: [
			"ignore",
			"ignore",
			"pipe",
			descriptor
		]
	});
	let said = "";
	child.stderr.setEncoding("utf8").on("data", (text) => said += text);
	return new Promise((resolve, reject) => {
		const fail = (problem, cause) => reject(new UserError(`${path} cannot be locked (${problem}); expected flock of util-linux`, { cause }));
		child.once("error", (cause) => fail(cause.message, cause));
		child.once("close", (code) => {
			if (code === 0 || code === HELD) resolve(code === 0);
			else fail(said.trim() || `flock ended with ${code}`);
		});
	});
}
// src/process/leftovers.ts
/** Finds who still works in the folders of builds whose own command is gone, so that nobody builds there beside them. */
function findLeftovers({ folders, mark, inherited }) {
	const file = realPath$1(inherited);
	const isOwn = (pid) => isOfUser(pid) && ((textOf$1(pid, "environ") ?? "").split("\0").includes(mark) || openFilesOf(pid).includes(file));
	const own = findProcesses(isOwn);
	const known = /* @__PURE__ */ new Set([...own.map(({ pid }) => pid), ...ancestors()]);
	const roots = folders.map(realPath$1);
	return {
		own,
		others: findProcesses((pid) => !known.has(pid) && isAtWork(pid) && worksIn(pid, roots))
	};
}
/** Whoever has started this process may name the folders in its arguments, or stand there. */
function ancestors() {
	const found = [];
	for (let pid = process.ppid; pid > 0; pid = Number(statusOf$1(pid)?.[1] ?? 0)) found.push(pid);
	return found;
}
/** A user's own, and not at a terminal: builds have none, and a shell in the folder does no harm. */
function isAtWork(pid) {
	return isOfUser(pid) && statusOf$1(pid)?.[4] === "0";
}
function isOfUser(pid) {
	return statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid === process.getuid?.();
}
function worksIn(pid, folders) {
	const isInside = (path) => folders.some((folder) => path === folder || path?.startsWith(`${folder}/`));
	if (isInside(linkOf(pid, "cwd")) || openFilesOf(pid).some(isInside)) return true;
	return (textOf$1(pid, "cmdline") ?? "").split(/[\0\s"'=:;,]+/).some(isInside);
}
function realPath$1(path) {
	try {
		return realpathSync(path);
	} catch {
		return path;
	}
}
// src/cache/workspace-lock.ts
/** One check at a time in a workspace, and none beside what an earlier one has left running. */
const POLL_MS = 200;
/** What works in a workspace and is nobody's that we know may be waited for so long. */
const PATIENCE_MS = 3e5;
const MARK = "KERNEL_SIZE_BUDGET_WORKSPACE";
/**
* Takes the workspace for this process, after the check that has it now, and ends what one that was killed has left
* running. Throws a UserError where nothing can be written, or somebody else goes on working there, and the signal's
* reason when it aborts.
*/
async function lockWorkspace(workspace, waiting) {
	const lock = await waitForCheck(workspace, waiting);
	try {
		const mark = realpathSync(workspace.folder);
		const builds = await waitForBuilds(workspace, mark, waiting);
		return {
			inherited: builds.descriptor,
			env: { [MARK]: mark },
			[Symbol.dispose]: () => {
				for (const file of [builds, lock]) file[Symbol.dispose]();
			}
		};
	} catch (error) {
		lock[Symbol.dispose]();
		throw error;
	}
}
/** The lock that a check alone has. In it stands whose it is, for others to say. */
async function waitForCheck({ folder }, waiting) {
	const path = join(folder, "lock");
	let told;
	for (;;) {
		const lock = await lockFile(folder, path, waiting);
		if (lock !== void 0) {
			ftruncateSync(lock.descriptor);
			writeSync(lock.descriptor, `${process.pid}\n`, 0);
			return lock;
		}
		const holder = readFileSync(path, "utf8").trim().slice(0, 20);
		if (told !== holder) waiting.onWait(`waiting for another check (process ${holder}) that works in ${folder}`);
		told = holder;
		await pause(waiting);
	}
}
/** The lock that all builds inherit, once none runs. */
async function waitForBuilds({ folder, builds, source }, mark, waiting) {
	const path = join(folder, "builds-lock");
	const place = {
		folders: [builds, source],
		mark: `${MARK}=${mark}`,
		inherited: path
	};
	const end = Date.now() + PATIENCE_MS;
	let told;
	for (;;) {
		const { own, others } = findLeftovers(place);
		for (const { pid } of own) kill(pid);
		const lock = await lockFile(folder, path, waiting);
		const left = [...own, ...others];
		if (lock !== void 0 && left.length === 0) return lock;
		lock?.[Symbol.dispose]();
		const names = left.length === 0 ? "a process that an earlier check has left" : inWords(left);
		if (told === void 0 ? own.length === 0 : told !== names) waiting.onWait(waitText(names, folder));
		told = names;
		if (Date.now() > end) throw new UserError(`${names} still works in ${folder}, where what it writes would be measured; end it, and check again`);
		await pause(waiting);
	}
}
function waitText(names, folder) {
	return `waiting for ${names} to end, which works in ${folder}: what it writes there would be measured`;
}
async function lockFile(folder, path, { env }) {
	try {
		makeFolder(folder);
		return await tryLock(path, env);
	} catch (cause) {
		throw new UserError(`builds cannot be kept in ${folder} (${cause.message}); expected a folder that can be written: set XDG_CACHE_HOME (the action: RUNNER_TEMP) to one`, { cause });
	}
}
async function pause({ signal }) {
	await setTimeout(POLL_MS, void 0, { signal }).catch(() => signal.throwIfAborted());
}
// src/files/buildable-path.ts
/**
* Characters in a path that kbuild refuses, or that make, the shell or a script of the kernel takes for something else:
* the Makefile of Linux says so of spaces and colons alone ("main directory cannot contain spaces nor colons").
*/
const TROUBLE = [
	[/[\n\r]/, "a line break"],
	[/\s/, "a space"],
	[/:/, "a colon"],
	[/[\x00-\x1f\x7f]/, "a character that cannot be printed"],
	[/['"`$\\#%*?[\](){}<>|;&!~^]/, ""]
];
/** What in a path makes no build, in words; undefined where one works. */
function troubleIn(path) {
	for (const [pattern, words] of TROUBLE) {
		const found = pattern.exec(path)?.[0];
		if (found !== void 0) return words === "" ? `the character ${found}` : words;
	}
}
/** Throws a UserError where kbuild could not build in a folder, by its path or its real one; `advice` is what to do. */
function requireBuildable(what, path, advice) {
	for (const candidate of [path, realPath(path)]) {
		const trouble = troubleIn(candidate);
		if (trouble === void 0) continue;
		throw new UserError(`the path of ${what}, ${JSON.stringify(candidate)}, has ${trouble}, where kbuild does not build; ${advice}`);
	}
}
function realPath(path) {
	try {
		return realpathSync(path);
	} catch {
		return path;
	}
}
// src/cache/workspace.ts
function workspaceIn(folder) {
	return {
		folder,
		source: join(folder, "source"),
		builds: join(folder, "build"),
		kernels: join(folder, "kernels"),
		logs: join(folder, "logs")
	};
}
/**
* A repository's folder under the user's cache folder, the same in every run and in all its worktrees. Throws a
* UserError where kbuild could not build in the cache folder.
*/
function userWorkspace(repository, env) {
	requireBuildable("the cache folder", userCache(env), "set XDG_CACHE_HOME to another folder");
	const name = basename(repository).replaceAll(/[^\w.-]/g, "_");
	const digest = createHash("sha256").update(repository).digest("hex").slice(0, 12);
	return workspaceIn(join(cacheFolder(env), `${name}-${digest}`));
}
/**
* $XDG_CACHE_HOME, else ~/.cache. Relative paths are ignored
* (https://specifications.freedesktop.org/basedir-spec/latest/): builds would lie in the tree that they are of.
*/
function userCache(env) {
	const cache = env["XDG_CACHE_HOME"] ?? "";
	return isAbsolute(cache) ? cache : join(homeFolder(env), ".cache");
}
/** Where a user has all workspaces, and the store. */
function cacheFolder(env) {
	return join(userCache(env), "kernel-size-budget");
}
const STORE = "store";
/** Where all repositories of a user keep entries for later runs, beside their workspaces. */
function storeFolder({ folder }) {
	return join(dirname(folder), STORE);
}
/** All workspaces in a folder of such. */
function workspacesIn(folder) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && WORKSPACE_NAME.test(entry.name)).map(({ name }) => workspaceIn(join(folder, name))).toSorted(byFolder);
}
/** What userWorkspace() calls them. */
const WORKSPACE_NAME = /-[0-9a-f]{12}$/;
function byFolder(a, b) {
	return a.folder < b.folder ? -1 : 1;
}
/** $HOME, else what the system knows: `homedir()` would return an empty or relative $HOME. */
function homeFolder(env) {
	const home = env["HOME"] ?? "";
	return isAbsolute(home) ? home : userInfo().homedir;
}
// src/git/text-of.ts
/** Far more than a path, an attributes file or a note of ours has. */
const LARGEST = 16777216;
/**
* The text of one of git's own files; undefined where none is there. A build may have put anything in its place: a pipe
* would wait for a writer.
*/
function textOf(path) {
	const found = statSync(path, { throwIfNoEntry: false });
	return found?.isFile() && found.size <= LARGEST ? readFileSync(path, "utf8") : void 0;
}
// src/git/repository/worktree-place.ts
/**
* The linked worktree in `folder`, which is made anew where it is none. Which git directory is its own is known from
* the repository (gitrepository-layout(5), "worktrees"), not from what stands in the folder.
*/
async function worktreePlace(git, folder) {
	const common = await git.run("rev-parse", "--path-format=absolute", "--git-common-dir");
	const found = registered(common, folder);
	if (found !== void 0) return found;
	await rm(folder, {
		recursive: true,
		force: true
	});
	await git.run("worktree", "add", "--force", "--detach", "--no-checkout", folder);
	const made = registered(common, folder);
	if (made === void 0) throw new Error(`git made a worktree in ${folder} and knows none there`);
	return made;
}
/**
* What all worktrees of a repository have in common: the root of the first one, or the folder of a repository that has
* none there (gitrepository-layout(5), "commondir").
*/
async function repositoryName(git) {
	const common = await git.run("rev-parse", "--path-format=absolute", "--git-common-dir");
	return basename(common) === ".git" ? dirname(common) : common;
}
/** Undefined where one of the two sides does not know the other any more. */
function registered(common, folder) {
	if (!existsSync(join(folder, ".git"))) return void 0;
	const root = realpathSync(folder);
	const gitDir = worktreesOf(common).find((place) => pathIn(join(place, "gitdir"), place) === join(root, ".git"));
	if (gitDir === void 0 || !existsSync(join(gitDir, "HEAD"))) return void 0;
	return pathIn(join(root, ".git"), root) === gitDir ? {
		gitDir,
		root
	} : void 0;
}
function worktreesOf(common) {
	const folder = join(common, "worktrees");
	return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}
/** The path that a file of git's holds, which may be relative to `folder` (git 2.48, worktree.useRelativePaths). */
function pathIn(file, folder) {
	const text = textOf(file);
	return text === void 0 ? void 0 : resolve(folder, text.replace(/^gitdir: /, "").trimEnd());
}
/** What the name of every entry begins with, of every format. */
const ENTRY_PREFIX = "kernel-size-v";
/** Digests tell entries apart in a list; the whole ones are compared when an entry is opened. */
const DIGEST_LENGTH = 16;
/** Leaves room within the 255 bytes of a file name; a key of the Actions cache may have 512 characters. */
const TARGET_LENGTH = 80;
/** `kernel-size-v2-tree-stm32f469-PLACE-INPUTS-SOURCES`, of `[A-Za-z0-9._-]` alone. */
function entryName(key) {
	return `${entryPrefixes(key)[0]}${key.sources}`;
}
/** What the names of entries begin with that may stand in, nearest first: with the same inputs; with any. */
function entryPrefixes(key) {
	const samePlace = `${ENTRY_PREFIX}2-${key.kind}-${safeTarget(key.target)}-${cut(key.place)}-`;
	return [`${samePlace}${cut(key.inputs)}-`, samePlace];
}
/** The sources that an entry is of; undefined for a name that is none of this format. */
function sourcesOfEntry(name) {
	if (!name.startsWith(OWN_PREFIX)) return void 0;
	const parts = name.slice(OWN_PREFIX.length).split("-");
	const [kind, target, digests, sources] = [
		parts[0],
		parts.slice(1, -3).join("-"),
		parts.slice(-3, -1),
		parts.at(-1)
	];
	return /^(kernel|tree)$/.test(kind) && /^[\w.-]+$/.test(target) && digests.every((digest) => /^[0-9a-f]+$/.test(digest)) && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(sources) ? sources : void 0;
}
const OWN_PREFIX = `${ENTRY_PREFIX}2-`;
function cut(digest) {
	return digest.slice(0, DIGEST_LENGTH);
}
/** Two targets never get one name: what is lost of a name is made up for by a digest. */
function safeTarget(target) {
	const safe = target.replaceAll(/[^A-Za-z0-9._-]/g, "_").slice(0, TARGET_LENGTH);
	if (safe === target) return safe;
	return `${safe}_${cut(createHash("sha256").update(target).digest("hex"))}`;
}
// src/cache/folder-entries.ts
/** What the names begin with that files have while they are written. */
const UNFINISHED_PREFIX = "kernel-size-unfinished-";
/**
* A file that nothing was written to for so long has lost its process. Its number would not tell: several containers
* may share the folder.
*/
const LOST_AFTER_MS = 9e5;
/** Entries of all formats; none where there is no folder. */
async function listEntries(folder) {
	const entries = [];
	for (const name of await namesIn(folder, ENTRY_PREFIX)) {
		const status = await statusOf(join(folder, name));
		if (status?.isFile() === true) entries.push({
			name,
			usedAt: status.mtimeMs,
			size: status.size
		});
	}
	return entries;
}
/** Removes what was not used for longest, but for `keep`, until all entries together take `limit` bytes at most. */
async function removeOldest(folder, { limit, keep }) {
	const entries = await listEntries(folder);
	let total = entries.reduce((sum, { size }) => sum + size, 0);
	for (const { name, size } of entries.toSorted((a, b) => a.usedAt - b.usedAt)) {
		if (total <= limit) return;
		if (name === keep) continue;
		if (await removeEntry(join(folder, name))) total -= size;
	}
}
/** Removes what processes that are gone have left. */
async function removeUnfinished(folder) {
	const before = Date.now() - LOST_AFTER_MS;
	for (const name of await namesIn(folder, UNFINISHED_PREFIX)) {
		const path = join(folder, name);
		const status = await statusOf(path);
		if (status !== void 0 && status.mtimeMs < before) await removeEntry(path);
	}
}
/** Whether a file, or a folder, is gone now; others may have removed it. One of another user's may have to stay. */
async function removeEntry(path) {
	return rm(path, {
		recursive: true,
		force: true
	}).then(() => true, () => false);
}
async function namesIn(folder, prefix) {
	try {
		return (await readdir(folder)).filter((name) => name.startsWith(prefix));
	} catch (error) {
		if (error.code === "ENOENT") return [];
		throw error;
	}
}
/** Undefined for what has gone meanwhile. */
async function statusOf(path) {
	return lstat(path).catch(() => void 0);
}
export { linkOf as C, kill as S, workspacesIn as _, removeUnfinished as a, findProcesses as b, sourcesOfEntry as c, textOf as d, cacheFolder as f, workspaceIn as g, userWorkspace as h, removeOldest as i, repositoryName as l, storeFolder as m, listEntries as n, entryName as o, homeFolder as p, removeEntry as r, entryPrefixes as s, UNFINISHED_PREFIX as t, worktreePlace as u, requireBuildable as v, openFilesOf as w, inWords as x, lockWorkspace as y };
