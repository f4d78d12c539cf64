import { c as visibleBlock, l as visibleLine, s as shortLine } from "./shared-inert-text.js";
import { a as userErrorOf, c as throwIfInterrupted, n as OBJECT_LINE } from "./shared-progress.js";
import { t as UserError } from "./shared-user-error.js";
import { D as string, E as strictObject, T as record, _ as array, b as int, c as readKernelVersion, d as parseBudgetFile, g as _enum, l as readPresets, m as limitedParts, o as isForVersion, p as limitNames, v as boolean, w as object, x as literal } from "./shared-commits.js";
import { a as lackingFor, c as splitSelector, d as UNKNOWN$3, i as isSelector, l as matchesGlob, n as nearest, o as selectorNames, r as suggestion, s as selectorSize, u as METRIC_NAMES } from "./shared-limit-name.js";
import { A as printableText, E as directoriesAbove, O as decodeName, a as compareNames, j as nameFinder } from "./shared-symbol-places.js";
import { a as grouped, i as formatLimit, n as formatBytes, r as formatChange } from "./shared-units.js";
import { C as linkOf, S as kill, a as removeUnfinished, b as findProcesses, c as sourcesOfEntry, d as textOf$1, i as removeOldest, n as listEntries, o as entryName, r as removeEntry, s as entryPrefixes, t as UNFINISHED_PREFIX, u as worktreePlace, v as requireBuildable, w as openFilesOf, x as inWords } from "./shared-folder-entries.js";
import { a as readIfSound, c as openRegularFile, d as pathShortener, f as realPath$2, i as readBoundedText, l as foldersIn, n as openKernelFile, o as readTextIfSound, r as readBoundedFile, s as sourceIn, t as madeIn, u as isBelow } from "./shared-kernel-file.js";
import { t as _usingCtx } from "./shared-usingCtx.js";
import { $ as parseAcceptance, A as BOUNDARY_SYMBOLS, B as largestRows, C as metricDeltas, D as isX86, E as firstAddress, F as storedSections, I as loadAddress, J as subjectsOf, K as joinSubjects, L as loadRange, M as binarySize, N as elfDifference, O as layoutOf, P as partOf, Q as largestAcceptance, R as flashUse, S as countedChange, T as uncompressedMetrics, Y as ACCEPTANCE_KEY, Z as acceptanceTrailers, _ as sizeCells, a as configLines, b as HOW_TO_ACCEPT, d as toolLines, f as limitLines, g as remarksOf, h as isUnchanged, i as directoriesOf, j as binaryDifference, k as pageOffsetOf, l as VERDICT_WORDS, m as headlineVerdict, o as splitLines, p as headlineOf, q as subjectLines, s as logLines, tt as strayTrailers, u as statusOf, v as VERDICT_KINDS, w as COMPRESSED_METRICS, x as acceptLines, y as cliffRemarks } from "./shared-markdown.js";
import { o as realPathOf, r as GitError, s as makeFolder$1 } from "./shared-git.js";
import { a as notShown, i as renderParts, o as nameLine, r as renderAccounted, s as signed, t as indented } from "./shared-accounted-table.js";
import { c as SECTION_TYPE, d as checkRange, f as damaged, i as groupBy, l as isAllocated, m as readRange, p as hex, s as SECTION_FLAG } from "./shared-by-directory.js";
import { n as renderBloatOMeter } from "./shared-bloat-o-meter2.js";
import { _ as fieldReader, a as bytesByName, c as accountFor, d as readSymbols, f as openElf, g as readHeader, h as readSegments, i as requireOwnMap, l as alignmentOf, m as parseLinkMap, n as accountedDelta, o as pairParts, p as lacksContents, r as diffSymbols, s as symbolSizes, t as isOneFile, u as sectionContents } from "./shared-one-file.js";
import { n as compatOf } from "./shared-symbol-letters.js";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { accessSync, closeSync, constants, copyFileSync, createReadStream, createWriteStream, existsSync, lstatSync, lutimesSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { basename, delimiter, dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { gunzipSync, inflateRawSync } from "node:zlib";
import { constants as constants$1, homedir, tmpdir } from "node:os";
import { setTimeout } from "node:timers/promises";
import { getuid } from "node:process";
import { spawn, spawnSync } from "node:child_process";
import { copyFile, lstat, mkdir, mkdtemp, open, readFile, readdir, rename, rm, utimes, writeFile } from "node:fs/promises";
import { basename as basename$1, dirname as dirname$1, isAbsolute as isAbsolute$1, join as join$1, normalize, relative as relative$1 } from "node:path/posix";
import { finished, pipeline } from "node:stream/promises";
// src/process/find-on-path.ts
/** The path of a program by its name and PATH, undefined where there is none; a folder relative to the tree is no place. */
function findOnPath(command, path) {
	return (isAbsolute(command) ? [command] : path.split(delimiter).filter((folder) => isAbsolute(folder)).map((folder) => join(folder, command))).find((place) => isExecutable$1(place));
}
function isExecutable$1(path) {
	try {
		if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
// src/process/lines.ts
/** Characters; what follows in the same line is counted only. A command may print gigabytes without a line break. */
const LONGEST$3 = 65536;
/**
* Calls `onLine` for each line of a stream, without its end; for what follows the last line break too, where that is
* something. Resolves when the stream has ended, or was destroyed.
*/
function readLines(stream, onLine) {
	let line = "";
	let more = 0;
	let isAfterReturn = false;
	const add = (text) => {
		const part = text.slice(0, LONGEST$3 - line.length);
		line += part;
		more += text.length - part.length;
	};
	const end = () => {
		onLine(more === 0 ? line : `${line}… (${more} more characters)`);
		[line, more] = ["", 0];
	};
	stream.setEncoding("utf8").on("data", (chunk) => {
		const text = isAfterReturn && chunk.startsWith("\n") ? chunk.slice(1) : chunk;
		isAfterReturn = chunk.endsWith("\r");
		const [first = "", ...others] = text.split(/\r\n|\r|\n/);
		add(first);
		for (const next of others) {
			end();
			add(next);
		}
	});
	return new Promise((resolve) => {
		stream.once("close", () => {
			if (line !== "") end();
			resolve();
		});
		stream.on("error", () => void 0);
	});
}
/** Called with the watcher's descriptor, then the command; it waits for a line before it does anything. */
const SCRIPT$1 = `watched=$1
shift
read -r _ <&"$watched" || exit
(
  exec > /dev/null 2>&1
  trap '' HUP INT TERM
  fd=3
  while [ "$fd" -lt "$watched" ]; do
    eval "exec $fd<&-"
    fd=$((fd + 1))
  done
  read -r _ <&"$watched"
  kill -s KILL 0
) &
eval "exec $watched<&-"
unset PWD OLDPWD SHLVL watched
exec "$@"`;
/** Throws a UserError where no process can be started. */
function supervise(command) {
	const { descriptors } = command;
	const watched = 3 + descriptors.length + 1;
	const child = start(command, watched);
	const [leash, watcher] = [child.stdio[watched - 1], child.stdio[watched]];
	for (const socket of [leash, watcher]) socket.on("error", () => void 0).resume();
	const pipe = child.pid === void 0 ? void 0 : linkOf(child.pid, `fd/${watched - 1}`);
	watcher.write("\n");
	const closed = new Promise((resolve) => leash.once("close", () => resolve(true)));
	return {
		stdout: child.stdout,
		stderr: child.stderr,
		exit: exitOf(child, command),
		signal: (signal) => signalGroup(child.pid, signal),
		endRemains: async () => {
			const remains = await endRemains({
				closed,
				pipe,
				endGroup: () => watcher.end()
			});
			for (const socket of [leash, watcher]) socket.unref();
			return remains;
		}
	};
}
function start({ program, args, cwd, env, descriptors }, watched) {
	try {
		return spawn("/bin/sh", [
			"-c",
			SCRIPT$1,
			"sh",
			String(watched),
			program,
			...args
		], {
			cwd,
			env,
			detached: true,
			stdio: [
				"ignore",
				"pipe",
				"pipe",
				...descriptors,
				"pipe",
				"pipe"
			]
		});
	} catch (cause) {
		throw startError({
			program,
			cwd
		}, cause);
	}
}
function exitOf(child, command) {
	return new Promise((resolve, reject) => {
		child.once("error", (cause) => reject(startError(command, cause)));
		child.once("exit", (code, signal) => resolve({
			code: code ?? 1,
			signal: signal ?? void 0
		}));
	});
}
const START_ERRORS = {
	E2BIG: "its arguments and its environment are longer than the system allows; shorten \"make\" of the target",
	ERR_INVALID_ARG_VALUE: "an argument has a NUL character; leave that out of \"make\" of the target",
	ENOENT: "its folder is gone, or there is no /bin/sh",
	EAGAIN: "there are as many processes as this user may have; raise the limit (ulimit -u), or give fewer jobs",
	EMFILE: "there are as many open files as a process may have; raise the limit (ulimit -n)",
	ENOMEM: "memory is short; give fewer jobs"
};
function startError({ program, cwd }, cause) {
	const { code = "", message } = cause;
	return new UserError(`${program} cannot be started in ${cwd}: ${START_ERRORS[code] ?? message}`, { cause });
}
function signalGroup(pid, signal) {
	try {
		if (pid !== void 0) process.kill(-pid, signal);
	} catch {}
}
/** What has ended orderly is gone by then; what a group that is killed needs; and what a machine that is laden needs. */
const WAITS_MS = {
	orderly: 300,
	group: 2e3,
	others: 3e3
};
async function endRemains(group) {
	const { closed, pipe, endGroup } = group;
	const isClosed = (within) => Promise.race([closed, setTimeout(within, void 0, { ref: false })]);
	const isOrderly = await isClosed(WAITS_MS.orderly);
	const processes = isOrderly ? [] : findHolders(pipe);
	endGroup();
	if (isOrderly) return {
		kind: "nothing",
		processes
	};
	if (await isClosed(WAITS_MS.group)) return {
		kind: "ended",
		processes
	};
	for (const { pid } of findHolders(pipe)) kill(pid);
	return {
		kind: await isClosed(WAITS_MS.others) ? "ended" : "running",
		processes
	};
}
function findHolders(pipe) {
	return pipe === void 0 ? [] : findProcesses((pid) => openFilesOf(pid).includes(pipe));
}
// src/process/run-process.ts
const MOST_STDOUT = 1048576;
/** How long processes may take to end when they are asked to, and their output to come after that. */
const GRACE_MS = 5e3;
/**
* Runs a command in a process group of its own, and ends the whole group when `signal` aborts, or when this process is
* gone: `make` leaves compilers behind otherwise. Throws the signal's reason on an abort, and a UserError where no
* process can be started; a failing exit code is a result, not an error.
*/
async function runProcess(program, args, { cwd, env, signal, descriptors = [], onLine = () => void 0 }) {
	signal.throwIfAborted();
	const child = supervise({
		program,
		args,
		cwd,
		env,
		descriptors
	});
	const stdout = [];
	let room = MOST_STDOUT;
	const printed = Promise.all([readLines(child.stdout, (line) => {
		if ((room -= line.length + 1) > 0) stdout.push(line);
		onLine(line);
	}), readLines(child.stderr, onLine)]);
	const stopWatching = endOnAbort(child, signal);
	const exit = await child.exit.finally(stopWatching);
	const remains = await child.endRemains();
	await Promise.race([printed, setTimeout(GRACE_MS, void 0, { ref: false })]);
	for (const stream of [child.stdout, child.stderr]) stream.destroy();
	signal.throwIfAborted();
	return {
		...exit,
		remains,
		stdout: stdout.join("\n")
	};
}
/** Asks the group to end, insists after a grace period; returns what stops watching. */
function endOnAbort(child, signal) {
	let insist;
	const onAbort = () => {
		child.signal("SIGTERM");
		insist = globalThis.setTimeout(() => child.signal("SIGKILL"), GRACE_MS);
	};
	signal.addEventListener("abort", onAbort);
	return () => {
		clearTimeout(insist);
		signal.removeEventListener("abort", onAbort);
	};
}
// src/process/install-packages.ts
/** The line that a person would type. */
function aptGetLine(packages) {
	return `sudo apt-get install -y --no-install-recommends ${packages.join(" ")}`;
}
/**
* Runs apt-get as root or through password-less sudo. It removes nothing that the machine has. Throws a UserError with
* the line to type where it fails.
*/
async function installPackages(packages, context) {
	const step = context.progress.begin(`installing ${packages.join(" ")}`);
	const commands = [["update"], [
		"install",
		"-y",
		"--no-install-recommends",
		"--no-remove",
		...packages
	]];
	let lastLine = "";
	for (const args of commands) {
		const [command, ...rest] = [
			...asRoot(),
			"apt-get",
			...args
		];
		if ((await runProcess(command, rest, {
			cwd: "/",
			env: {
				...context.env,
				DEBIAN_FRONTEND: "noninteractive"
			},
			signal: context.signal,
			onLine: (line) => {
				lastLine = line;
				step.line(line);
			}
		})).code === 0 || args[0] === "update") continue;
		step.end("failed");
		throw new UserError(`apt-get could not install ${packages.join(" ")}: ${lastLine.trim() || `${command} does not run`}; run as root, allow sudo without a password, or run before: ${aptGetLine(packages)}`);
	}
	step.end("done");
}
function asRoot() {
	return getuid?.() === 0 ? [] : ["sudo", "-n"];
}
// src/kernel/sandbox/git-dirs.ts
/**
* What of a repository a build may read: commits and files, which scripts/setlocalversion asks git for, and not the
* configuration, in which actions/checkout leaves a token. Folders are those of gitrepository-layout(5).
*/
const READABLE = [
	"HEAD",
	"index",
	"objects",
	"refs",
	"packed-refs",
	"shallow",
	"info",
	"commondir",
	"gitdir"
];
/**
* `source` is the real path of the kernel tree, which may be a folder of a repository, a worktree or a submodule;
* `nested` is what `nestedRepositories` has found in it.
*/
function gitDirs(source, nested) {
	const root = rootOver(source);
	const own = root === void 0 ? [] : gitFolders(join(root, ".git"));
	const shown = root === source ? own : [];
	return {
		empty: [...own, ...nested],
		readable: shown.flatMap((folder) => READABLE.map((name) => join(folder, name))).filter(existsSync)
	};
}
function rootOver(folder) {
	if (existsSync(join(folder, ".git"))) return folder;
	return dirname(folder) === folder ? void 0 : rootOver(dirname(folder));
}
/** The folder that `.git` is or names, and the one that a worktree has in common with others. */
function gitFolders(git) {
	const folder = statSync(git).isDirectory() ? git : namedIn(git, /^gitdir: (.+)/);
	if (folder === void 0 || !existsSync(folder)) return [];
	const common = namedIn(join(folder, "commondir"), /(.+)/);
	return [folder, ...common !== void 0 && existsSync(common) ? [common] : []].map((path) => realpathSync(path));
}
/** A path that a file holds, absolute. */
function namedIn(file, pattern) {
	const path = pattern.exec(readTextIfSound(file, "source") ?? "")?.[1];
	if (path === void 0) return void 0;
	return resolve(dirname(file), path);
}
/**
* Other repositories that a workflow has checked out in the tree, each with a configuration of its own. They may lie at
* any depth: all 6,000 folders of Linux are looked into, in 0.2 s.
*/
function nestedRepositories(folder) {
	return foldersIn(folder).flatMap((name) => {
		const inner = join(folder, name);
		if (name === ".git") return [];
		const git = join(inner, ".git");
		return (existsSync(git) && statSync(git).isDirectory() ? [git] : []).concat(nestedRepositories(inner));
	});
}
// src/kernel/sandbox/toolchain-dirs.ts
/** What stands beside `bin` in a toolchain; a triplet such as `arm-none-eabi` has the assembler and the linker. */
const TOOLCHAIN_FOLDER = /^(lib|lib32|lib64|libx32|libexec|include|sysroot|opt)$/;
const TRIPLET = /^\w+(-\w+){1,3}$/;
/**
* Folders of PATH that lie in places which a sandbox empties, such as a toolchain in a home, each with what its programs
* are made of, but for what has or contains such a place: `~/bin` is shown, not all of `~`. Real paths.
*/
function toolchainDirs(search, empty) {
	const isHidden = (folder) => empty.some((place) => isBelow(folder, place));
	const holdsHidden = (folder) => empty.some((place) => isBelow(place, folder));
	return search.flatMap((folder) => realFolder(folder) ?? []).filter((folder) => isHidden(folder) && !holdsHidden(folder)).flatMap((folder) => {
		const whole = dirname(folder);
		return basename(folder) === "bin" && !holdsHidden(whole) ? [folder].concat(partsOf$1(whole)) : folder;
	});
}
function partsOf$1(toolchain) {
	return foldersIn(toolchain).filter((name) => TOOLCHAIN_FOLDER.test(name) || TRIPLET.test(name) && isTriplet(join(toolchain, name))).map((name) => join(toolchain, name));
}
function isTriplet(folder) {
	return ["as", "ld"].some((program) => existsSync(join(folder, "bin", program)));
}
function realFolder(path) {
	try {
		const real = realpathSync(path);
		return isAbsolute(path) && statSync(real).isDirectory() ? real : void 0;
	} catch {
		return;
	}
}
// src/kernel/sandbox/mounts.ts
/** Where people and services keep what is theirs: homes, temporary files, and sockets such as Docker's. */
const ALWAYS_EMPTY = [
	"/home",
	"/root",
	"/run",
	"/var/run",
	"/tmp",
	"/var/tmp"
];
/** What a compiler needs; a folder that is or contains one of these is never emptied. */
const NEVER_EMPTY = [
	"/usr",
	"/bin",
	"/sbin",
	"/lib",
	"/lib64",
	"/etc",
	"/opt",
	"/nix",
	"/var",
	"/proc"
];
/**
* The places of a sandbox by their real paths. The links that a given path leads over are there too, so that the path
* itself holds inside.
*/
function placesOf$1(command, reach, secrets) {
	const { PATH = "", HOME = "", CCACHE_DIR = "" } = command.env;
	const search = PATH.split(delimiter);
	const empty = emptyFolders([
		...ALWAYS_EMPTY,
		...secrets.folders,
		HOME
	]);
	const places = new Map(empty.map((path) => [path, { kind: "empty" }]));
	const add = (paths, kind) => {
		for (const path of paths) places.set(path, { kind });
	};
	add(toolchainDirs(search, empty), "readable");
	add(realPaths([CCACHE_DIR]), reach.ccache?.access === "write" ? "writable" : "readable");
	add(realPaths([join(CCACHE_DIR, "ccache.conf"), "/etc/ccache.conf"]), "blank");
	const [source] = realPaths([reach.source ?? ""]);
	if (source !== void 0) {
		const git = gitDirs(source, secrets.repositoriesIn(source));
		add([source, ...git.readable], "readable");
		add(git.empty, "empty");
		add(realPaths(secrets.files).filter((file) => isBelow(file, source)), "blank");
	}
	add(realPaths([reach.output ?? ""]), "writable");
	const given = [
		...search,
		CCACHE_DIR,
		HOME,
		reach.source ?? "",
		reach.output ?? ""
	];
	for (const [link, target] of given.flatMap((path) => linksOn(path))) if (placeOver(link, places)?.kind === "empty") places.set(link, {
		kind: "link",
		target
	});
	return places;
}
function emptyFolders(folders) {
	return realPaths(folders).filter((folder) => statSync(folder).isDirectory() && !NEVER_EMPTY.some((needed) => isBelow(needed, folder)));
}
/** Of those paths that are absolute and exist. */
function realPaths(paths) {
	return [...new Set(paths.flatMap((path) => realPath$1(path) ?? []))];
}
function realPath$1(path) {
	try {
		return isAbsolute(path) ? realpathSync(path) : void 0;
	} catch {
		return;
	}
}
/** The links that a path leads over: where each lies, and where it ends. */
function linksOn(path) {
	if (realPath$1(path) === void 0) return [];
	const links = [];
	let real = "/";
	for (const name of path.split("/").filter((part) => part !== "")) {
		const here = join(real, name);
		real = realpathSync(here);
		if (real !== here) links.push([here, real]);
	}
	return links;
}
/** The place that decides what is at a path, undefined for the machine's own. */
function placeOver(path, places) {
	const nearest = [...places.keys()].filter((place) => isBelow(path, place)).toSorted((a, b) => b.length - a.length)[0];
	return nearest === void 0 ? void 0 : places.get(nearest);
}
// src/kernel/sandbox/bubblewrap.ts
/**
* Confines a command with bubblewrap (https://github.com/containers/bubblewrap): no network, no other processes, no
* privileges, the machine read-only, and empty where people and runners keep keys. All paths stay what they are, since
* a kernel may contain them.
*/
/** `program` is the path of bwrap. */
function bubblewrap(program, secrets) {
	const known = {
		...secrets,
		repositoriesIn: onceForEach(nestedRepositories)
	};
	return { confine: (command, reach) => ({
		program,
		args: [
			...optionsFor(command, reach, known),
			"--",
			command.program,
			...command.args
		],
		cwd: "/",
		env: confinedEnvironment(command.env, reach),
		...command.descriptors && { descriptors: command.descriptors }
	}) };
}
/** A tree is only read in a sandbox, and no commit has a repository: what is there stays as it is. */
function onceForEach(find) {
	const found = /* @__PURE__ */ new Map();
	return (source) => {
		if (!found.has(source)) found.set(source, find(source));
		return found.get(source);
	};
}
const NAMESPACES = [
	"--unshare-all",
	"--die-with-parent",
	"--new-session",
	"--cap-drop",
	"ALL"
];
const SYSTEM = [
	"--ro-bind",
	"/",
	"/",
	"--dev",
	"/dev",
	"--proc",
	"/proc"
];
function optionsFor(command, reach, secrets) {
	const mounts = [...placesOf$1(command, reach, secrets)].toSorted(([a], [b]) => a < b ? -1 : 1).flatMap(([path, place]) => mountOf(path, place));
	return [
		...NAMESPACES,
		...SYSTEM,
		...mounts,
		"--chdir",
		command.cwd
	];
}
function mountOf(path, place) {
	switch (place.kind) {
		case "empty": return ["--tmpfs", path];
		case "blank": return [
			"--ro-bind",
			"/dev/null",
			path
		];
		case "readable": return [
			"--ro-bind",
			path,
			path
		];
		case "writable": return [
			"--bind",
			path,
			path
		];
		case "link": return [
			"--symlink",
			place.target,
			path
		];
	}
}
/**
* Temporary files go to the sandbox's own /tmp. A compiler cache that may not be written says so to ccache, which would
* fail otherwise (https://ccache.dev/manual/latest.html, "read_only").
*/
function confinedEnvironment(env, { ccache }) {
	const { TMPDIR: _outside, ...kept } = env;
	if (kept["CCACHE_DIR"] === void 0) return kept;
	const inside = {
		...kept,
		CCACHE_TEMPDIR: "/tmp/ccache"
	};
	return ccache?.access === "write" ? inside : {
		...inside,
		CCACHE_READONLY: "1",
		CCACHE_NOSTATS: "1"
	};
}
// src/kernel/sandbox/sandbox.ts
/** For a developer's own tree: commands run as they are. */
const noSandbox = { confine: (command) => command };
/** Runs a command in a sandbox; what becomes of it is as with `runProcess`. */
function runConfined(command, reach, context) {
	const { program, args, ...surroundings } = context.sandbox.confine(command, reach);
	const { signal, onLine } = context;
	return runProcess(program, args, {
		...surroundings,
		signal,
		...onLine && { onLine }
	});
}
// src/kernel/sandbox/open-sandbox.ts
const SANDBOX_CHOICES = [
	"auto",
	"bubblewrap",
	"none"
];
/**
* Tries out once whether bubblewrap works here. Where it does not, `auto` says so in the log and in a note, and
* `bubblewrap` is a UserError.
*/
async function openSandbox({ choice, secrets }, context) {
	if (choice === "none") return {
		sandbox: noSandbox,
		notes: []
	};
	try {
		const sandbox = bubblewrap(await findBubblewrap(context), secrets);
		await tryOut(sandbox, context);
		return {
			sandbox,
			notes: []
		};
	} catch (error) {
		if (!(error instanceof UserError) || choice === "bubblewrap") throw error;
		context.progress.begin(`no sandbox for the builds: ${error.message}`).end("done");
		return {
			sandbox: noSandbox,
			notes: [`the kernels were built without a sandbox: ${error.message}`]
		};
	}
}
/** A sandbox for what is to run in one or not at all; undefined where none works. */
async function findSandbox(context) {
	const program = findOnPath("bwrap", context.env["PATH"] ?? "");
	if (program === void 0) return void 0;
	const sandbox = bubblewrap(program, {
		folders: [],
		files: []
	});
	try {
		await tryOut(sandbox, context);
		return sandbox;
	} catch (error) {
		if (error instanceof UserError) return void 0;
		throw error;
	}
}
const PACKAGE = "bubblewrap";
async function findBubblewrap(context) {
	const find = () => findOnPath("bwrap", context.env["PATH"] ?? "");
	if (find() === void 0 && context.missingTools === "install") await installPackages([PACKAGE], context);
	const program = find();
	if (program !== void 0) return program;
	throw new UserError(`bubblewrap is not installed; install it with: ${aptGetLine([PACKAGE])}`);
}
async function tryOut(sandbox, { env, signal }) {
	const lines = [];
	const nothing = {
		program: "true",
		args: [],
		cwd: "/",
		env
	};
	const onLine = (line) => void lines.push(line);
	const { code } = await runConfined(nothing, {}, {
		sandbox,
		signal,
		onLine
	});
	if (code === 0) return;
	const said = lines.findLast((line) => line.trim() !== "")?.trim() ?? `bwrap ended with exit code ${code}`;
	throw new UserError(`bubblewrap does not work here (${said}); ${remedy()}`);
}
/** Kernels that keep user namespaces from everyone but root say so here. */
const RESTRICTIONS = [
	[
		"kernel/apparmor_restrict_unprivileged_userns",
		"1",
		"kernel.apparmor_restrict_unprivileged_userns=0"
	],
	[
		"kernel/unprivileged_userns_clone",
		"0",
		"kernel.unprivileged_userns_clone=1"
	],
	[
		"user/max_user_namespaces",
		"0",
		"user.max_user_namespaces=10000"
	]
];
function remedy() {
	const found = RESTRICTIONS.find(([setting, restricting]) => readSetting(setting) === restricting);
	return found === void 0 ? "expected a machine, or a container, that allows user namespaces and mounts in them" : `allow it with: sudo sysctl -w ${found[2]}`;
}
function readSetting(name) {
	try {
		return readFileSync(`/proc/sys/${name}`, "utf8").trim();
	} catch {
		return;
	}
}
// src/kernel/tools/tool-names.ts
/** As the kernel's Makefile names its tools: CROSS_COMPILE and LLVM=/folder/ are prefixes, LLVM=-19 is a suffix. */
function toolName(target, { gnu, llvm }) {
	return target.llvm === void 0 ? `${target.crossCompile}${gnu}` : llvmName(target.llvm, llvm);
}
/** HOSTCC of the kernel's Makefile: what compiles the programs that run during a build. */
function hostCompiler({ llvm }) {
	return llvm === void 0 ? "gcc" : llvmName(llvm, "clang");
}
/** A tool under the name that LLVM= gives it. */
function llvmName(llvm, tool) {
	if (llvm.endsWith("/")) return `${llvm}${tool}`;
	return llvm.startsWith("-") ? `${tool}${llvm}` : tool;
}
/** Whether a variable of make names a program of the tree, whose version may differ from commit to commit. */
function usesToolsOfTree({ make, llvm, crossCompile }) {
	return [
		...Object.values(make).flatMap((value) => value.split(/\s+/)),
		llvm ?? "",
		crossCompile
	].some((word) => word.includes("/") && !isAbsolute(word));
}
// src/kernel/tools/ccache.ts
const CCACHE_CHOICES = ["auto", "never"];
/**
* Undefined where it is not wanted, or not installed. `env` is the user's own, whose cache and limits are taken: a
* build has another home. Throws a UserError where ccache does not say them.
*/
async function openCcache(choice, use) {
	const program = findOnPath("ccache", use.env["PATH"] ?? "");
	if (choice === "never" || program === void 0) return void 0;
	const setting = async (name) => {
		const { code, stdout } = await runProcess(program, ["--get-config", name], {
			...use,
			cwd: "/"
		});
		if (code === 0) return stdout.trim();
		throw new UserError(`"ccache --get-config ${name}" ended with exit code ${code}; expected ccache 3.7 or newer: update it, or do without (--ccache never; the action: ccache: never)`);
	};
	return {
		env: {
			CCACHE_DIR: await setting("cache_dir"),
			CCACHE_MAXSIZE: await setting("max_size"),
			...FIXED,
			...use.access === "read" ? READ_ONLY : {}
		},
		access: use.access
	};
}
/** What makes it find objects again, and give the same bytes as the compiler. */
const FIXED = {
	CCACHE_COMPILERCHECK: "content",
	CCACHE_NODIRECT: "1",
	CCACHE_SLOPPINESS: "",
	CCACHE_BASEDIR: ""
};
const READ_ONLY = {
	CCACHE_READONLY: "1",
	CCACHE_NOSTATS: "1"
};
/** Arguments of make that put it before the compilers; a compiler of the tree, and one that has it already, stay. */
function ccacheArguments(target) {
	if (usesToolsOfTree(target)) return [];
	const { CC = toolName(target, {
		gnu: "gcc",
		llvm: "clang"
	}), HOSTCC = hostCompiler(target) } = target.make;
	return Object.entries({
		CC,
		HOSTCC
	}).flatMap(([name, compiler]) => compiler.includes("ccache") ? [] : [`${name}=ccache ${compiler}`]);
}
// src/report/exit-code.ts
/** Broken limits that can fail a check; a missing comparison always does. */
const FAILING_KINDS = ["over-budget", "over-growth"];
/** 0 within the limits, 1 a limit is broken that `failOn` names, 2 something was not compared. */
function exitCodeOf(report, failOn) {
	const kinds = report.targets.map(({ verdict }) => verdict.kind);
	if (report.verdict === "no-comparison" || kinds.length === 0 || kinds.includes("no-comparison")) return 2;
	const findings = new Set(report.targets.flatMap(({ verdict }) => verdict.findings.map(({ kind }) => kind)));
	return failOn.some((kind) => findings.has(kind)) ? 1 : 0;
}
// src/check/acceptances.ts
/** Lines that are read of one source, and remarks that are made on them: more than anybody writes, or reads. */
const MOST_LINES = 1e3;
const MOST_REMARKS = 20;
/** Reads `Size-Growth` trailers of commits, oldest first. What is no acceptance becomes a note, so that nobody takes it for one. */
function acceptancesInCommits(commits) {
	return {
		...fewRemarks(joinRemarks(commits.flatMap(({ sha, author, message }) => {
			const source = {
				by: author,
				via: "trailer",
				where: sha
			};
			const stray = strayRemarks(strayTrailers(message), source, "in the last paragraph");
			return [readAcceptances(acceptanceTrailers(message), source), stray];
		}))),
		commits: subjectsOf(commits)
	};
}
/** A note on each line that is meant to accept growth and does not; `where` such a line has to be. */
function strayRemarks(lines, source, where) {
	return {
		acceptances: [],
		notes: lines.map((line) => noneBy(source, `"${line.trim().slice(0, 200)}" is not read; write "${ACCEPTANCE_KEY}: …" ${where}`))
	};
}
/** Parses lines of one source. */
function readAcceptances(lines, source) {
	const acceptances = [];
	const notes = [];
	for (const line of lines.slice(0, MOST_LINES)) {
		const parsed = parseAcceptance(line);
		if (parsed.kind === "acceptance") acceptances.push({
			...parsed.acceptance,
			...source
		});
		else notes.push(noneBy(source, parsed.message));
	}
	if (lines.length > MOST_LINES) notes.unshift(noneBy(source, `it has more than ${MOST_LINES} lines`));
	return {
		acceptances,
		notes
	};
}
/** With a note on each acceptance that can do nothing, since there is no such target or nothing limits it. */
function withIdleNotes(remarks, targets) {
	const limits = new Map(targets.map(({ name, growth }) => [name, growth]));
	const idle = remarks.acceptances.filter(({ target, metric }) => limits.get(target)?.[metric] === void 0);
	const notes = idle.slice(0, MOST_REMARKS).map((acceptance) => {
		const { target, metric } = acceptance;
		return limits.has(target) ? noneBy(acceptance, `nothing limits the growth of ${target} in "${metric}"`) : noneBy(acceptance, `there is no target "${target}"${hint(target, [...limits.keys()])}`);
	});
	return {
		...remarks,
		notes: [
			...remarks.notes,
			...notes,
			...leftOut(idle.length)
		]
	};
}
function hint(target, names) {
	const near = nearest(target, names);
	if (near !== void 0) return `; did you mean "${near}"?`;
	return names.length === 0 || names.length > 10 ? "" : `; there is ${names.join(", ")}`;
}
function fewRemarks({ acceptances, notes }) {
	return {
		acceptances,
		notes: [...notes.slice(0, MOST_REMARKS), ...leftOut(notes.length)]
	};
}
function leftOut(count) {
	return count > MOST_REMARKS ? [`${count - MOST_REMARKS} more lines accept no growth`] : [];
}
function noneBy(source, reason) {
	return `no growth was accepted by ${describeSource(source)}: ${reason}`;
}
function joinRemarks(remarks) {
	return {
		acceptances: remarks.flatMap(({ acceptances }) => acceptances),
		notes: remarks.flatMap(({ notes }) => notes),
		commits: joinSubjects(remarks.map(({ commits }) => commits))
	};
}
function describeSource({ via, by, where }) {
	return `${{
		trailer: `the trailer of ${where}`,
		label: `the label "${where}"`,
		command: where
	}[via]} (${by})`;
}
// src/report/tables/views.ts
/** One view of one target; `most` bounds its rows. */
function renderView(view, delta, most) {
	const { accounted } = delta;
	if (accounted === void 0) return "there is no base to compare with";
	if (view === "config") return optionsView(delta, most);
	if (view === "owner") return renderAccounted(accounted, most).trimEnd();
	if (view === "strings") return stringLines(accounted.rows, most).join("\n");
	return renderPlaces(view, delta, most);
}
/** Options that differ, what they cost and what the code costs, each with its rows. */
function optionsView({ config, split }, most) {
	if (config.length === 0) return "no option differs";
	const [ofCode = "", ofOptions = ""] = (split?.kind === "split" ? [split.code, split.kconfig] : []).map((part) => part.rows.length === 0 ? "" : `\n${renderAccounted(part, most)}`);
	const [code, options, ...reason] = splitLines(split);
	return [
		...configLines(config, most),
		"",
		...code === void 0 ? [] : [code + ofCode],
		...options === void 0 ? [] : [options + ofOptions],
		...reason
	].join("\n").trimEnd();
}
function renderPlaces(view, delta, most) {
	const { accounted, sections } = delta;
	if (view === "section") return partsTable("Section", sections, most);
	if (accounted === void 0 || !accounted.hasMaps) return `no view by ${view}: there is no link map (CONFIG_VMLINUX_MAP needs CONFIG_EXPERT=y, and is not asked for with CONFIG_IKCONFIG)`;
	if (view === "object") return partsTable("Object", accounted.objects, most);
	if (view === "subsystem") return partsTable("Subsystem", accounted.subsystems, most);
	const tree = indented(directoriesOf(accounted));
	return renderParts("Directory", tree, {
		order: "given",
		most
	}).trimEnd();
}
function partsTable(title, parts, most) {
	return renderParts(title, parts, {
		order: "by change",
		most
	}).trimEnd();
}
/** `+12  fs/dcache.o  "text"`, in full. */
function stringLines(rows, most) {
	const literals = rows.filter(({ kind }) => kind === "literal");
	if (literals.length === 0) return ["no string literal came or went"];
	return [...literals.slice(0, most).map(({ delta, object, name }) => visibleLine(`${signed(delta).padStart(7)}  ${object ?? ""}  ${JSON.stringify(name)}`)), ...notShown(literals.length - most)];
}
// src/report/text.ts
/** In characters, of a name in the first column: it makes all other rows as wide. */
const LONGEST_CELL = 100;
const RED = 31;
const GREEN = 32;
const YELLOW = 33;
/** The report for a terminal or a log: headline, one row a target, what changed, where it comes from. */
function renderText(report, style) {
	return `${[
		paint(`Kernel size: ${headlineOf(report, visibleLine)}`, headlineVerdict(report), style),
		report.targets.length === 0 ? "" : summaryTable(report),
		[...remarksOf(report, visibleLine), ...cliffRemarks(report, QUOTES)].join("\n"),
		howToAccept(report),
		indent(report.failure?.details ?? []),
		...report.targets.map((target) => targetBlock(target, style)),
		[...notesOf(report), footer(report)].join("\n").trim()
	].filter((block) => block !== "").join("\n\n")}\n`;
}
const QUOTES = {
	name: nameLine,
	section: visibleLine
};
function howToAccept(report) {
	const lines = acceptLines(report).map((line) => `  ${visibleLine(line)}`);
	return lines.length === 0 ? "" : [HOW_TO_ACCEPT, ...lines].join("\n");
}
/** More than anybody reads: a report may be a stranger's. */
const MOST_NOTES = 100;
function notesOf({ notes }) {
	const shown = notes.slice(0, MOST_NOTES).map((note) => `note: ${visibleLine(note)}`);
	const left = notes.length - shown.length;
	return left === 0 ? shown : [...shown, `note: ${left} more notes are not shown here`];
}
function summaryTable(report) {
	return alignColumns([[
		"target",
		"verdict",
		"flash",
		"change",
		"left",
		"ram",
		"change",
		"left"
	], ...report.targets.map((target) => row(target))]);
}
function row(target) {
	const [flash, ram] = [sizeCells(target, "flash"), sizeCells(target, "ram")];
	const verdict = VERDICT_WORDS[target.verdict.kind].words + statusOf(target);
	const sizes = [
		flash.size,
		flash.change,
		flash.left,
		ram.size,
		ram.change,
		ram.left
	];
	return [
		shortLine(target.target, LONGEST_CELL),
		verdict,
		...sizes
	];
}
function targetBlock(target, style) {
	const name = nameLine(target.target);
	if (target.details.length > 0) return `${name}:\n${indent(target.details)}`;
	if (target.delta === void 0) return "";
	if (isUnchanged(target)) return `${name}: no byte changed`;
	const { delta } = target;
	const view = (one) => `${name}, by ${one}:\n${visibleBlock(renderView(one, delta, style.rows))}`;
	return (style.views?.length ? style.views.map((one) => view(one)) : [
		optionText(name, delta, style),
		symbolTable(name, delta.symbols, style),
		isBlind(delta) ? view("owner") : ""
	]).filter((table) => table !== "").join("\n\n");
}
/** Options with what they cost, without the rows: the table of symbols below has these. */
function optionText(name, { config, split }, { rows }) {
	if (config.length === 0) return "";
	const causes = splitLines(split);
	return `${name}, by config:\n${[...configLines(config, rows), ...causes.length === 0 ? [] : ["", ...causes]].join("\n")}`;
}
/** What the table of symbols is blind to is shown where that has nothing to say. */
function isBlind({ symbols, accounted }) {
	return symbols?.rows.length === 0 && (accounted?.rows.length ?? 0) > 0;
}
function indent(texts) {
	return logLines(texts).map((line) => `  ${visibleLine(line)}`).join("\n");
}
function symbolTable(name, symbols, style) {
	if (symbols === void 0 || symbols.rows.length === 0) return "";
	const { diff, omitted, omittedBytes } = largestRows(symbols, style.rows);
	const more = notShown(omitted, {
		what: "smaller",
		sum: formatChange(omittedBytes)
	});
	return [
		`${name}:`,
		visibleBlock(renderBloatOMeter([diff])).trimEnd(),
		...more
	].join("\n");
}
function footer(report) {
	const { base, head, files } = report;
	return [
		...files === void 0 ? [] : [`base is ${visibleLine(files.base)}`, `head is ${visibleLine(files.head)}`],
		...base === void 0 ? [] : [`base ${base.hash} (${visibleLine(base.origin)})`],
		...head === void 0 ? [] : [`head ${head.hash} (${visibleLine(head.origin)})`],
		...subjectLines(report.commits, visibleLine).map((line) => `commit ${line}`),
		...limitLines(report, visibleLine),
		...toolLines(report, {
			tools: visibleLine,
			name: nameLine
		})
	].join("\n");
}
function alignColumns(rows) {
	const widths = rows[0].map((_, column) => rows.reduce((most, cells) => Math.max(most, cells[column].length), 0));
	const pad = (cell, column) => column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
	return rows.map((cells) => cells.map((cell, column) => pad(cell, column)).join("  ").trimEnd()).join("\n");
}
function paint(text, verdict, style) {
	if (style.decoration === "plain") return text;
	const sign = VERDICT_WORDS[verdict].sign;
	return `\u001B[1;${sign === "✅" ? GREEN : sign === "⚠️" ? YELLOW : RED}m${text}\u001B[0m`;
}
// src/budget/missing-size.ts
/** The parts with limits that were not measured. */
function missingParts(target, sizes) {
	return limitedParts(target).flatMap((part) => missingSize(part, target, sizes));
}
/** One item, or none where `name` has no limit or all sizes that its limits need. */
function missingSize(name, { budgets, growth }, { base, head }) {
	const hasGrowth = growth[name] !== void 0;
	const limits = [...budgets[name] === void 0 ? [] : ["budget"], ...hasGrowth ? ["growth limit"] : []];
	if (limits.length === 0) return [];
	if (head[name] === void 0) return [{
		name,
		side: "head",
		limits
	}];
	return hasGrowth && base !== void 0 && base[name] === void 0 ? [{
		name,
		side: "base",
		limits: ["growth limit"]
	}] : [];
}
// src/budget/judge.ts
/**
* Judges one target: what the change adds (growth) apart from where the kernel stands (budget), so that nobody is
* blamed for what the branch already had. A limit on what was not measured is never a pass.
*/
function judge(given) {
	const findings = limitNames(given.target).flatMap((metric) => findingsOn(metric, given)).toSorted(worstFirst);
	const unmeasured = unmeasuredReasons(given);
	if (unmeasured.length > 0) return {
		kind: "no-comparison",
		findings,
		reason: unmeasured.join("; ")
	};
	return {
		kind: findings[0]?.kind ?? (hasShrunk(given) ? "shrunk" : "pass"),
		findings,
		reason: void 0
	};
}
/** The verdict where nothing could be compared; `reason` is one line. */
function noComparison(reason) {
	return {
		kind: "no-comparison",
		findings: [],
		reason
	};
}
/** The worst of some verdicts, in the order of `VERDICT_KINDS`; of none at all `no-comparison`. */
function worstVerdict(kinds) {
	return VERDICT_KINDS.find((kind) => kinds.includes(kind)) ?? "no-comparison";
}
function findingsOn(metric, given) {
	const { target, base, head } = given;
	const now = head[metric];
	if (now === void 0) return [];
	const sides = {
		metric,
		base: base?.[metric],
		head: now,
		content: given.contents.get(metric)
	};
	const { budgets, growth, nearLimit } = target;
	return [budgetFinding(sides, budgets[metric], nearLimit), growthFinding(sides, growth[metric], given)].filter((finding) => finding !== void 0);
}
function budgetFinding({ content: _content, ...sides }, limit, nearLimit) {
	if (limit === void 0) return void 0;
	const { base, head } = sides;
	if (head > limit) {
		const wasOver = base !== void 0 && base > limit;
		return {
			...sides,
			kind: wasOver && head <= base ? "inherited" : "over-budget",
			limit
		};
	}
	return head === limit || head / limit >= nearLimit ? {
		...sides,
		kind: "near-limit",
		limit
	} : void 0;
}
function growthFinding(sides, limit, given) {
	const change = countedChange(sides);
	if (limit === void 0 || change === void 0 || change <= limit) return void 0;
	const acceptance = largestAcceptance(given.acceptances, {
		target: given.target.name,
		metric: sides.metric
	});
	const isAccepted = acceptance !== void 0 && change <= acceptance.bytes;
	return {
		...sides,
		kind: isAccepted ? "accepted" : "over-growth",
		limit,
		acceptance
	};
}
/** By kind, then by how far over the limit in proportion to it. */
function worstFirst(a, b) {
	return VERDICT_KINDS.indexOf(a.kind) - VERDICT_KINDS.indexOf(b.kind) || share(b) - share(a);
}
function share(finding) {
	const { kind, head, limit } = finding;
	return (kind === "over-growth" || kind === "accepted" ? countedChange(finding) ?? head : head) / Math.max(limit, 1);
}
function unmeasuredReasons(given) {
	const metrics = METRIC_NAMES.flatMap((metric) => missingSize(metric, given.target, given));
	const untold = limitNames(given.target).filter((name) => isUntold(name, given));
	return [
		...metrics.map(metricReason),
		...given.unmeasuredParts,
		...untoldReasons(untold)
	];
}
/** Whether nothing tells how much something grew that has a growth limit and a size on both sides. */
function isUntold(name, { target, base, head, contents }) {
	const content = contents.get(name);
	if (target.growth[name] === void 0 || content === void 0) return false;
	if (base?.[name] === void 0 || head[name] === void 0) return false;
	return content.base === void 0 || content.head === void 0;
}
/** One for all that are untold for one reason. */
function untoldReasons(names) {
	const compressed = names.filter((name) => COMPRESSED_METRICS.has(name));
	const padded = names.filter((name) => !COMPRESSED_METRICS.has(name));
	const sentence = (some, why) => {
		const list = some.map((name) => isSelector(name) ? `"${name}"` : name).join(", ");
		return some.length === 0 ? [] : [`the growth of ${list} cannot be judged ${why}`];
	};
	return [...sentence(compressed, "by what is compressed, which the report does not have; run the check again"), ...sentence(padded, "without a link map, since the linker script fills up sections: give CONFIG_EXPERT=y to the target, or the maps of kernels that were built elsewhere, or limit ram instead")];
}
function metricReason({ name, side, limits }) {
	return `no ${name} was measured at ${side}, but it has ${limits.map((limit) => `a ${limit}`).join(" and ")}`;
}
/** Flash or RAM shrank, and nothing that counts grew: neither of the two nor what has a limit. */
function hasShrunk(given) {
	const { target, base, head, contents } = given;
	if (base === void 0) return false;
	const change = (metric) => {
		const sides = {
			base: base[metric] ?? 0,
			head: head[metric] ?? 0
		};
		return countedChange({
			...sides,
			content: contents.get(metric)
		}) ?? sides.head - sides.base;
	};
	const counted = limitNames(target).filter((metric) => isCounted(metric, target));
	return (change("flash") < 0 || change("ram") < 0) && counted.every((metric) => change(metric) <= 0);
}
function isCounted(metric, target) {
	const isLimited = target.budgets[metric] !== void 0 || target.growth[metric] !== void 0;
	return metric === "flash" || metric === "ram" || isLimited;
}
// src/budget/judged-sizes.ts
/** The sizes of a delta, whether it was made now or is read from a report. */
function judgedSizes(delta, { hasBase }) {
	return {
		base: hasBase ? sizesOf$1(delta.metrics, "base") : void 0,
		head: sizesOf$1(delta.metrics, "head"),
		contents: contentsOf(delta)
	};
}
function sizesOf$1(metrics, side) {
	const sizes = {};
	for (const one of metrics) {
		const bytes = one[side];
		if (bytes !== void 0) sizes[one.metric] = bytes;
	}
	return sizes;
}
/** A report of an earlier version of the tool has no contents; of a compressed image they are then not known. */
function contentsOf({ metrics, isCompressed }) {
	const contents = /* @__PURE__ */ new Map();
	for (const { metric, content } of metrics) {
		const known = content ?? (isCompressed && (metric === "image" || metric === "flash") ? {} : void 0);
		if (known !== void 0) contents.set(metric, known);
	}
	return contents;
}
// src/report/shared-failures.ts
/** Says once why several targets were not compared: a mistake in a file that all are made from fails them all. */
function shareFailures(targets) {
	const firstOf = /* @__PURE__ */ new Map();
	return targets.map((target) => {
		const failure = failureOf(target);
		if (failure === void 0) return target;
		const first = firstOf.get(failure.key);
		if (first !== void 0) return {
			...target,
			verdict: sameReason(target, first),
			details: failure.own
		};
		firstOf.set(failure.key, target.target);
		return target;
	});
}
function failureOf({ target, verdict, details }) {
	const { kind, reason } = verdict;
	if (kind !== "no-comparison" || reason === void 0) return void 0;
	const isOwn = (line) => line.startsWith(LOG);
	const common = details.filter((line) => !isOwn(line));
	const start = `${target}: `;
	const shared = reason.startsWith(start) ? reason.slice(start.length) : reason;
	return {
		key: JSON.stringify([shared, common]),
		own: details.filter(isOwn)
	};
}
/** Each target has a log of its own (kernel/make/run-make.ts). */
const LOG = "whole log: ";
function sameReason({ verdict }, first) {
	return {
		...verdict,
		reason: `for the same reason as ${first}`
	};
}
// src/report/assemble-report.ts
/** Judges targets that were compared, and says all that is known of them. */
function reportOf(subject, compared, { notes, acceptances, commits: subjects }) {
	if (compared.length === 0) return failedReport(subject, {
		reason: "the budget file names no target",
		details: []
	});
	const targets = compared.map((target) => targetReport(target, acceptances));
	const commits = subjects?.length ? { commits: subjects } : {};
	return {
		version: 1,
		...subject,
		...commits,
		failure: void 0,
		verdict: overallVerdict(targets),
		targets: shareFailures(targets),
		notes
	};
}
/** The report of a comparison that could not be begun. */
function failedReport(subject, failure) {
	return {
		version: 1,
		...subject,
		failure,
		verdict: "no-comparison",
		targets: [],
		notes: []
	};
}
/** The worst of the targets' verdicts. */
function overallVerdict(targets) {
	return worstVerdict(targets.map(({ verdict }) => verdict.kind));
}
/** Judges one target by its own limits. */
function judgeTarget({ target, comparison }, acceptances) {
	if (comparison.kind === "failed") return noComparison(comparison.reason);
	const { delta, unmeasuredParts } = comparison;
	return judge({
		target,
		acceptances,
		unmeasuredParts,
		...judgedSizes(delta, { hasBase: delta.symbols !== void 0 })
	});
}
function targetReport(compared, acceptances) {
	const { target, status, limits, comparison } = compared;
	const { name, budgets, growth } = target;
	const { provenance, baseProvenance } = comparison;
	return {
		target: name,
		status,
		limits,
		budgets,
		growth,
		verdict: judgeTarget(compared, acceptances),
		delta: comparison.kind === "compared" ? comparison.delta : void 0,
		details: comparison.kind === "failed" ? comparison.details : [],
		provenance,
		...provenance === void 0 ? {} : { baseProvenance }
	};
}
// src/git/sources/work-tree-changes.ts
/** Throws a UserError where a file of the commit has changed. */
async function requireClean(atRoot) {
	const [changes, untracked] = await Promise.all([changesOf(atRoot), untrackedIn(atRoot)]);
	const filtered = await withFilter(atRoot, changes.map(({ path }) => path));
	const others = changes.filter(({ path }) => !filtered.includes(path));
	const unlike = await asGitWrites(atRoot, others.filter(({ status }) => status === " M").map(({ path }) => path));
	const changed = others.find(({ path }) => !unlike.includes(path));
	if (changed === void 0) return {
		untracked,
		filtered,
		unlike
	};
	const { root } = await atRoot.repository();
	throw new UserError(`${root} has uncommitted changes (${changed.status.trim()} ${changed.path}); expected a clean checkout, since base and head are checked out in it; commit them or undo them before this step`);
}
/**
* Undoes what builds have changed or left; the checkout was clean, so only that is lost. Returns files that it has
* removed though the commit has them: git would take them for changed, and leave the commit only by force.
*/
async function undoBuilds(atRoot, found) {
	const { root } = await atRoot.repository();
	const [changes, untracked] = await Promise.all([changesOf(atRoot), untrackedIn(atRoot)]);
	const own = new Set(found.untracked);
	for (const path of untracked.filter((one) => !own.has(one))) await rm(join(root, path), {
		recursive: true,
		force: true
	});
	if (changes.length === 0) return [];
	await atRoot.run("reset", "--quiet", "--hard");
	const left = (await changesOf(atRoot)).map(({ path }) => path);
	removeFiles(root, left);
	return left;
}
/** git has found them in folders of the commit. */
function removeFiles(root, paths) {
	for (const path of paths) rmSync(join(root, path), { force: true });
}
/** Those of `paths` whose filter has a name. */
async function withFilter(atRoot, paths) {
	if (paths.length === 0) return [];
	const fields = (await atRoot.feed(`${paths.join("\0")}\0`, "check-attr", "-z", "--stdin", "filter")).split("\0");
	return paths.filter((_, index) => !/^(?:set|unset|unspecified)$/.test(fields[index * 3 + 2] ?? "unset"));
}
/** Those of `paths` that have the bytes with which git checks them out. */
async function asGitWrites(atRoot, paths) {
	if (paths.length === 0) return [];
	const { root } = await atRoot.repository();
	const folder = await mkdtemp(join(tmpdir(), "kernel-size-budget-"));
	try {
		const given = [
			"-z",
			"--stdin",
			`--prefix=${folder}${sep}`
		];
		await atRoot.feed(`${paths.join("\0")}\0`, "checkout-index", "--quiet", ...given);
		return paths.filter((path) => areAlike(join(folder, path), join(root, path)));
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
/** What git lists as changed may be a pipe by now, which would wait for a writer. */
function areAlike(...paths) {
	const [one, other] = paths.map((path) => lstatSync(path, { throwIfNoEntry: false }));
	if (!one?.isFile() || !other?.isFile() || one.size !== other.size) return false;
	return readFileSync(paths[0]).equals(readFileSync(paths[1]));
}
/** Lists files below git's folder that are not as HEAD has them, as paths from the root. */
async function changesOf(git) {
	return (await git.run("status", ...[
		"--porcelain",
		"-z",
		"--no-renames",
		"--untracked-files=no",
		"--ignore-submodules=dirty"
	], "--", ".")).split("\0").filter((entry) => entry !== "").map((entry) => ({
		status: entry.slice(0, 2),
		path: entry.slice(3)
	}));
}
async function untrackedIn(atRoot) {
	return (await atRoot.run("ls-files", "--others", "-z")).split("\0").filter((path) => path !== "");
}
// src/git/attributes/conversion-settings.ts
/** What decides on conversions of checked-out files beside the commit: a machine's attributes and two settings. */
/** Attributes by which bytes of a file change, and macros, which may have them (gitattributes(5)). */
const CONVERTING = /\b(?:text|crlf|eol|ident|working-tree-encoding|filter|binary)\b|\[attr\]/;
/** Whether the text of .gitattributes may change bytes of a file, filters among them. */
function mayConvert(text) {
	return CONVERTING.test(text);
}
/** Those of the user, the machine and the repository. */
async function readConversionSettings(git) {
	const configured = await git.ask("config", "--get-regexp", "^core\\.(autocrlf|eol)$") ?? "";
	const all = [configured, ...(await Promise.all([
		git.run("rev-parse", "--git-path", "info/attributes"),
		globalFile(git),
		git.ask("var", "GIT_ATTR_SYSTEM").then((path) => path ?? "/etc/gitattributes")
	].map(async (path) => textOf$1(await path) ?? ""))).flatMap((text) => text.split("\n").filter((line) => mayConvert(line)))].join("\n").trim();
	return {
		text: all,
		digest: all === "" ? "" : createHash("sha256").update(all).digest("hex"),
		endsInCrlf: /^core\.(?:autocrlf(?: (?:true|yes|on|[1-9]\d*))?|eol crlf)$/im.test(configured)
	};
}
async function globalFile(git) {
	const configured = await git.ask("config", "--type=path", "--get", "core.attributesFile");
	if (configured !== void 0) return resolve((await git.repository()).root, configured);
	const home = git.env["HOME"] ?? homedir();
	return join(git.env["XDG_CONFIG_HOME"] || join(home, ".config"), "git/attributes");
}
// src/git/attributes/attributes.ts
/**
* What gitattributes(5) make of the files of a commit: how git converts them as it checks them out, and which have a
* filter, which is not run (command-overrides.ts). git itself reads them: macros, patterns and all places are its own.
*/
/** Of what is in git's index, which `atRoot` may name. */
async function attributesInIndex(atRoot, settings) {
	const hashes = (await atRoot.run("ls-files", "--stage", "-z", "--", ":(top,glob)**/.gitattributes")).split("\0").flatMap((line) => line.split(" ")[1] ?? []);
	if (!mayConvert(settings.text) && !mayConvert(await textsOf$1(atRoot, hashes))) return /* @__PURE__ */ new Map();
	const paths = await atRoot.run("ls-files", "-z");
	return attributesFrom((await atRoot.feed(paths, "check-attr", "-z", "--cached", "--stdin", "--all")).split("\0"), settings);
}
/** Of a commit, by an index of its own. */
async function attributesOf(atRoot, commit, settings) {
	const folder = await mkdtemp(join(tmpdir(), "kernel-size-budget-"));
	try {
		const there = atRoot.with({ GIT_INDEX_FILE: join(folder, "index") });
		await there.run("-c", "core.splitIndex=false", "read-tree", commit);
		return await attributesInIndex(there, settings);
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
/** Paths whose bytes are others by `later` than by `former`, the contents being the same. */
function convertedOtherwise(former, later) {
	const conversionOf = (attributes, path) => attributes.get(path)?.conversion ?? "";
	return [.../* @__PURE__ */ new Set([...former.keys(), ...later.keys()])].filter((path) => conversionOf(former, path) !== conversionOf(later, path));
}
/** The contents of blobs, one after the other. */
async function textsOf$1(git, hashes) {
	return hashes.length === 0 ? "" : git.feed(`${hashes.join("\n")}\n`, "cat-file", "--batch");
}
/** Attributes about the ends of lines. */
const OF_LINES = /* @__PURE__ */ new Set([
	"text",
	"crlf",
	"eol"
]);
const OF_BYTES = /* @__PURE__ */ new Set(["ident", "working-tree-encoding"]);
/** `fields` are path, attribute and value, over and over (git-check-attr(1), "OUTPUT"). */
function attributesFrom(fields, settings) {
	const words = /* @__PURE__ */ new Map();
	const filters = /* @__PURE__ */ new Map();
	for (let i = 0; i + 2 < fields.length; i += 3) {
		const [path, name, value] = [
			fields[i],
			fields[i + 1],
			fields[i + 2]
		];
		if (name === "filter" && value !== "set" && value !== "unset") filters.set(path, value);
		if (!OF_LINES.has(name) && (!OF_BYTES.has(name) || value === "unset")) continue;
		words.set(path, [...words.get(path) ?? [], wordOf(name, value)]);
	}
	const found = /* @__PURE__ */ new Map();
	for (const path of /* @__PURE__ */ new Set([...words.keys(), ...filters.keys()])) {
		const conversion = conversionFrom(words.get(path) ?? [], settings);
		const filter = filters.get(path);
		if (conversion !== "" || filter !== void 0) found.set(path, {
			conversion,
			filter
		});
	}
	return found;
}
function wordOf(name, value) {
	return value === "set" ? name : value === "unset" ? `-${name}` : `${name}=${value}`;
}
/** Lines end with CR LF in a checkout only where that is asked for (output_eol() in git's convert.c). */
function conversionFrom(words, { endsInCrlf }) {
	const isOfLines = (word) => OF_LINES.has(word.replace(/^-/, "").split("=", 1)[0]);
	const counts = endsInCrlf || words.includes("eol=crlf");
	return words.filter((word) => counts || !isOfLines(word)).toSorted().join(" ");
}
// src/git/attributes/filtered-files.ts
/** Files that a filter would make others (`filter` in gitattributes(5)), such as those of git-lfs: no filter is run. */
/** Paths that a note names before it only counts. */
const NAMED_PATHS = 3;
/** What is measured of base and head that is not what a user of the filters has, as notes of the report. */
async function filterNotes(git, commits) {
	const atRoot = git.at((await git.repository()).root);
	const settings = await readConversionSettings(git);
	try {
		if (!mayFilter(settings.text) && !mayFilter(await attributeTexts(atRoot, commits))) return [];
		const found = /* @__PURE__ */ new Map();
		for (const commit of /* @__PURE__ */ new Set([commits.base, commits.head])) for (const [path, { filter }] of await attributesOf(atRoot, commit, settings)) if (filter !== void 0) found.set(path, filter);
		return found.size === 0 ? [] : [noteOn(found)];
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		return [`whether files have a filter, which would not be run, is not known: ${error.message}`];
	}
}
/** What --dirty leaves out, as notes of the report. */
async function uncommittedFilterNotes(git) {
	const paths = await changedWithFilter(git);
	if (paths.length === 0) return [];
	return [`${paths.length === 1 ? "1 file with a filter is" : `${paths.length} files with filters are`} measured as last added, since no filter is run (${someOf(paths)}); "git add" makes later changes count`];
}
/**
* Files with a filter that may have changed since they were added, as paths from the root: only the filter could tell.
*/
async function changedWithFilter(git) {
	const paths = (await git.run("diff-files", "--name-only", "-z", "--no-renames", "--ignore-submodules=all")).split("\0").filter((path) => path !== "");
	return withFilter(git.at((await git.repository()).root), paths);
}
function someOf(paths) {
	return paths.slice(0, NAMED_PATHS).join(", ") + (paths.length > NAMED_PATHS ? ", …" : "");
}
function noteOn(found) {
	const paths = [...found.keys()].toSorted();
	const names = someOf(paths);
	const because = `no filter is run (${[...new Set(found.values())].toSorted().map((filter) => `filter=${filter}`).join(", ")}): ${names}`;
	return paths.length === 1 ? `1 file is measured as git has it, since ${because}` : `${paths.length} files are measured as git has them, since ${because}`;
}
function mayFilter(text) {
	return /\bfilter\b|\[attr\]/.test(text);
}
/** All that the .gitattributes of head say, and those of base that are others: few of them are. */
async function attributeTexts(atRoot, { base, head }) {
	const ofHead = await atRoot.run("ls-tree", "-r", "-z", "--full-tree", head);
	const changed = await atRoot.run("diff-tree", "-r", "-z", "--no-renames", "--raw", head, base, "--");
	const hashes = ofHead.split("\0").flatMap((line) => {
		const [fields = "", path = ""] = line.split("	", 2);
		return basename$1(path) === ".gitattributes" ? fields.split(" ")[2] ?? [] : [];
	});
	const fields = changed.split("\0");
	for (let i = 0; i + 1 < fields.length; i += 2) {
		const hash = fields[i].split(" ")[3];
		if (basename$1(fields[i + 1]) === ".gitattributes" && !/^0+$/.test(hash)) hashes.push(hash);
	}
	return textsOf$1(atRoot, hashes);
}
// src/kernel/make/jobserver.ts
/**
* The tokens that makes share: a pipe with a byte for each, which make reads before it starts a further command and
* writes back (https://www.gnu.org/software/make/manual/html_node/POSIX-Jobserver.html). They are handed on as open
* descriptors, `--jobserver-auth=R,W`: every make from 4.2 on takes these, and a sandbox needs no path for them.
*/
/** `folder` is made where it is missing. Throws a UserError where a pipe cannot be made in it. */
async function openJobserver(tokens, { folder, env }) {
	makeFolder$1(folder);
	const place = await mkdtemp(join(folder, "jobs-"));
	try {
		const pipe = join(place, "pipe");
		await makePipe(pipe, env);
		const jobserver = overPipe(pipe, tokens);
		jobserver.restore();
		return jobserver;
	} finally {
		await rm(place, {
			recursive: true,
			force: true
		});
	}
}
async function makePipe(path, env) {
	const lines = [];
	const { signal } = new AbortController();
	const onLine = (line) => void lines.push(line);
	const { code } = await runProcess("mkfifo", [
		"-m",
		"600",
		path
	], {
		cwd: "/",
		env,
		signal,
		onLine
	});
	if (code === 0) return;
	throw new UserError(`makes cannot share their jobs: no named pipe can be made (${lines.at(-1) ?? `mkfifo ended with exit code ${code}`}); expected mkfifo of coreutils, and a file system that has named pipes`);
}
/** Bytes; more than any pipe holds, unless root says otherwise (pipe(7), pipe-max-size). */
const PIPE_CAPACITY = 1048576;
function overPipe(path, tokens) {
	const own = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
	const descriptors = [openSync(path, constants.O_RDONLY), openSync(path, constants.O_WRONLY)];
	const give = (count) => void unlessBusy(() => writeSync(own, "+".repeat(count)));
	const take = (most) => unlessBusy(() => readSync(own, Buffer.alloc(most))) ?? 0;
	return {
		descriptors,
		take: () => take(1) === 1,
		give: () => give(1),
		restore: () => {
			take(PIPE_CAPACITY);
			give(tokens);
		},
		[Symbol.dispose]: () => {
			for (const descriptor of [own, ...descriptors]) closeSync(descriptor);
		}
	};
}
/** What a call returns; undefined where it would have to wait, for a token or for room in the pipe. */
function unlessBusy(call) {
	try {
		return call();
	} catch (error) {
		if (error.code === "EAGAIN") return void 0;
		throw error;
	}
}
// src/kernel/make/make-queue.ts
/**
* Several makes at once, which together run no more commands than one would. GNU make counts on it that whoever starts
* it has taken a token for it: it runs one command without asking, and takes a token for each further one.
*/
/**
* Slots for `jobs` commands at once, in up to `makes` makes side by side. Throws a UserError where the pipe that makes
* share cannot be made in `folder`; `env` says where programs are.
*/
async function openMakeQueue(given) {
	const { jobs, inherited } = given;
	const makes = Math.min(jobs, given.makes);
	if (makes <= 1) return oneMakeAtATime(jobs, inherited);
	const jobserver = await openJobserver(jobs, given);
	const { descriptors } = jobserver;
	return slotsOver(jobserver, {
		makes,
		share: {
			args: [],
			env: { MAKEFLAGS: `-j${jobs} --jobserver-auth=${descriptors.map((_, index) => 3 + index).join(",")}` },
			descriptors: [...descriptors, ...inherited]
		}
	});
}
/** Slots for makes that run one after the other. */
function oneMakeAtATime(jobs, inherited = []) {
	return slotsOver(UNCOUNTED, {
		makes: 1,
		share: {
			args: [`-j${jobs}`],
			env: {},
			descriptors: inherited
		}
	});
}
/** A make that is alone counts by itself. */
const UNCOUNTED = {
	take: () => true,
	give: () => void 0,
	restore: () => void 0,
	[Symbol.dispose]: () => void 0
};
function slotsOver(tokens, { makes, share }) {
	const begun = /* @__PURE__ */ new Set();
	const runInTurn = createQueue(tokens, makes);
	return {
		run: (make, signal) => {
			const ended = runInTurn(() => make(share), signal);
			begun.add(ended);
			return ended.finally(() => begun.delete(ended));
		},
		[Symbol.asyncDispose]: async () => {
			await Promise.allSettled(begun);
			tokens[Symbol.dispose]();
		}
	};
}
/** The other makes take tokens, too, and nothing tells that they have given one back. */
const LOOK_AGAIN_MS = 20;
/** Does work in the order in which it came, each with a token, and no more than so much at once. */
function createQueue(tokens, most) {
	const waiting = /* @__PURE__ */ new Set();
	let running = 0;
	const startWaiting = () => {
		for (const start of waiting) {
			if (running === most || !tokens.take()) return;
			running++;
			start();
		}
	};
	const end = () => {
		running--;
		if (running === 0) tokens.restore();
		else tokens.give();
		startWaiting();
	};
	return async (work, signal) => {
		await waitForTurn({
			waiting,
			startWaiting,
			signal
		});
		try {
			return await work();
		} finally {
			end();
		}
	};
}
function waitForTurn(queue) {
	const { waiting, startWaiting, signal } = queue;
	signal.throwIfAborted();
	return new Promise((resolve, reject) => {
		const timer = setInterval(startWaiting, LOOK_AGAIN_MS);
		const leave = () => {
			clearInterval(timer);
			waiting.delete(start);
			signal.removeEventListener("abort", refuse);
		};
		const start = () => {
			leave();
			resolve();
		};
		const refuse = () => {
			leave();
			reject(signal.reason);
		};
		signal.addEventListener("abort", refuse);
		waiting.add(start);
		startWaiting();
	});
}
// src/size/kernel-config.ts
const ASSIGNMENT = /^CONFIG_(\w+)=(.*)$/;
const NOT_SET = /^# CONFIG_(\w+) is not set$/;
/** Reads the format of `.config` as scripts/kconfig/confdata.c does: the last assignment of an option wins. */
function parseKernelConfig(text) {
	const options = /* @__PURE__ */ new Map();
	for (const line of text.split("\n")) {
		const assignment = ASSIGNMENT.exec(line.trimEnd());
		const name = assignment?.[1] ?? NOT_SET.exec(line.trimEnd())?.[1];
		if (name !== void 0) options.set(name, assignment?.[2] ?? "n");
	}
	return options;
}
const TITLE = /^# Linux\/\S+ (\S+) Kernel Configuration$/m;
/** The version in the title that Kconfig writes into a `.config` (Kconfig, mainmenu); undefined where there is none. */
function configVersion(text) {
	return TITLE.exec(text.slice(0, 1e3))?.[1];
}
/** Lines that are neither blank, a comment nor an assignment; Kconfig skips them with a warning that nobody sees. */
function unexpectedLines(text) {
	return text.split("\n").map((line, index) => ({
		number: index + 1,
		text: line.trimEnd()
	})).filter((line) => line.text !== "" && !line.text.startsWith("#") && !ASSIGNMENT.test(line.text));
}
/** The value of an option; one that is absent is `n`, as in Kconfig. */
function optionValue(config, name) {
	return config.get(name) ?? "n";
}
/** The text of a configuration, as Kconfig writes and reads it. */
function configText(config) {
	return `${[...config].map(([name, value]) => value === "n" ? `# CONFIG_${name} is not set` : `CONFIG_${name}=${value}`).join("\n")}\n`;
}
// src/kernel/tools/toolchains.ts
/**
* Compilers that Debian and Ubuntu have as packages. A budget file may be a stranger's, and to apt-get a name is more
* than a name: `gcc-12-` removes, `gcc-1.*` is a regular expression (apt-get(8)). So nothing is installed but what is
* in a table.
*/
/** What is compiled for: `arm-linux-gnueabi-gcc` is in gcc-arm-linux-gnueabi (source packages gcc-defaults and others). */
const TRIPLETS = /* @__PURE__ */ new Set([
	"aarch64-linux-gnu",
	"alpha-linux-gnu",
	"arc-linux-gnu",
	"arm-linux-gnueabi",
	"arm-linux-gnueabihf",
	"arm-none-eabi",
	"hppa-linux-gnu",
	"hppa64-linux-gnu",
	"i686-linux-gnu",
	"loongarch64-linux-gnu",
	"m68k-linux-gnu",
	"mips-linux-gnu",
	"mips64-linux-gnuabi64",
	"mips64el-linux-gnuabi64",
	"mipsel-linux-gnu",
	"or1k-elf",
	"powerpc-linux-gnu",
	"powerpc64-linux-gnu",
	"powerpc64le-linux-gnu",
	"riscv64-linux-gnu",
	"riscv64-unknown-elf",
	"s390x-linux-gnu",
	"sh4-linux-gnu",
	"sparc64-linux-gnu",
	"x86_64-linux-gnu"
]);
/** The package of gcc and binutils for a prefix such as `arm-linux-gnueabi-`; undefined where none is known. */
function gccPackage(crossCompile) {
	const triplet = crossCompile.replace(/-$/, "");
	return crossCompile.endsWith("-") && TRIPLETS.has(triplet) ? `gcc-${triplet.replaceAll("_", "-")}` : void 0;
}
/** A package of LLVM for LLVM=1 or LLVM=-19; undefined for a folder. */
function llvmPackage(name, llvm) {
	if (llvm === "1") return name;
	return /^-[1-9]\d?$/.test(llvm) ? `${name}${llvm}` : void 0;
}
// src/kernel/tools/build-tools.ts
const ALWAYS$1 = [
	command("make", "make"),
	command("ld", "binutils"),
	header("stdio.h", "libc6-dev"),
	command("flex", "flex"),
	command("bison", "bison"),
	command("bc", "bc"),
	command("perl", "perl")
];
const LIBELF = header("libelf.h", "libelf-dev");
const OPENSSL = header("openssl/opensslv.h", "libssl-dev");
const GZIP = command("gzip", "gzip");
const XZ$1 = command("xz", "xz-utils");
/** What `cmd_*` of scripts/Makefile.lib run, by the end of the names of the options that choose them. */
const COMPRESSORS = [
	["GZIP", GZIP],
	["BZIP2", command("bzip2", "bzip2")],
	["LZMA", command("lzma", "xz-utils")],
	["XZ", XZ$1],
	["LZO", command("lzop", "lzop")],
	["LZ4", command("lz4", "lz4")],
	["ZSTD", command("zstd", "zstd")]
];
/** Options that call for a tool (init/Kconfig, usr/Makefile, kernel/Makefile, tools/objtool, certs/Makefile). */
const BY_OPTION = [
	...COMPRESSORS.map(([format, tool]) => [`KERNEL_${format}`, tool]),
	...COMPRESSORS.map(([format, tool]) => [`INITRAMFS_COMPRESSION_${format}`, tool]),
	["IKCONFIG", GZIP],
	["IKHEADERS", command("cpio", "cpio")],
	["IKHEADERS", XZ$1],
	["OBJTOOL", LIBELF],
	["STACK_VALIDATION", LIBELF],
	["DEBUG_INFO_BTF", command("pahole", "pahole")],
	["MODULE_SIG", OPENSSL],
	["SYSTEM_TRUSTED_KEYRING", OPENSSL]
];
/** What can be told from the target alone, before anything is configured. */
function targetTools(target) {
	const { kind } = target.base;
	const isTiny = kind === "tinyconfig" || kind === "allnoconfig";
	const compressed = /^(zImage|bzImage)$/.test(target.image);
	return onHost(target, [
		...compilerTools(target),
		...ALWAYS$1,
		...kind === "tinyconfig" && compressed ? [XZ$1] : [],
		...target.arch.startsWith("x86") && !isTiny ? [LIBELF, OPENSSL] : []
	]);
}
/** What the resolved configuration calls for beside that. */
function configuredTools(target, config) {
	const called = BY_OPTION.filter(([option]) => optionValue(config, option) === "y").map(([, tool]) => tool);
	return [...targetTools(target), ...onHost(target, called)];
}
const LLVM_TOOLS = [
	["clang", "clang"],
	["ld.lld", "lld"],
	["llvm-objcopy", "llvm"]
];
/** The target's compiler and linker, and the host's compiler, which for LLVM is the same. */
function compilerTools(target) {
	const { llvm, crossCompile } = target;
	if (llvm !== void 0) return LLVM_TOOLS.map(([tool, packaged]) => command(llvmName(llvm, tool), llvmPackage(packaged, llvm)));
	const host = command("gcc", "gcc");
	if (crossCompile === "") return [host];
	const packaged = gccPackage(crossCompile);
	return [
		host,
		command(`${crossCompile}gcc`, packaged),
		command(`${crossCompile}ld`, packaged)
	];
}
function onHost(target, tools) {
	const compiler = hostCompiler(target);
	return tools.map((tool) => tool.kind === "command" ? tool : {
		...tool,
		compiler
	});
}
function command(name, packageName) {
	return {
		kind: "command",
		name,
		package: packageName
	};
}
function header(name, packageName) {
	return {
		kind: "header",
		name,
		package: packageName
	};
}
// src/kernel/make/build-context.ts
/** Arguments that every make of this build takes; LOCALVERSION is set and empty (scripts/setlocalversion adds "+"). */
function makeArguments(build) {
	const { target } = build;
	return [
		"-C",
		build.source,
		`O=${build.output}`,
		`ARCH=${target.arch}`,
		...target.crossCompile === "" ? [] : [`CROSS_COMPILE=${target.crossCompile}`],
		...target.llvm === void 0 ? [] : [`LLVM=${target.llvm}`],
		"LOCALVERSION=",
		...Object.entries(target.make).map(([name, value]) => `${name}=${value}`)
	];
}
/** Values of ARCH= that are not called as their folder (Makefile, "Additional ARCH settings"). */
const ARCH_FOLDERS = /* @__PURE__ */ new Map([
	["i386", "x86"],
	["x86_64", "x86"],
	["sparc64", "sparc"],
	["parisc64", "parisc"],
	["sh64", "sh"]
]);
/** The folder below arch/ for a value of ARCH=. */
function sourceArch(arch) {
	return ARCH_FOLDERS.get(arch) ?? arch;
}
/** Where the boot image lands. */
function imagePath(build) {
	const { arch, image } = build.target;
	return image === "vmlinux" ? join(build.output, "vmlinux") : join(build.output, "arch", sourceArch(arch), "boot", image);
}
// src/kernel/tools/cross-compilers.ts
/** The folder below arch/ of what this machine's own compiler makes code for, by Node's name of the machine. */
const OWN_ARCH = {
	arm: "arm",
	arm64: "arm64",
	ia32: "x86",
	loong64: "loongarch",
	mips: "mips",
	mipsel: "mips",
	ppc64: "powerpc",
	riscv64: "riscv",
	s390x: "s390",
	x64: "x86"
};
/** Debian's prefixes; for other architectures the user knows what is installed. */
const PREFIXES = /* @__PURE__ */ new Map([
	["arm", "arm-linux-gnueabi-"],
	["arm64", "aarch64-linux-gnu-"],
	["m68k", "m68k-linux-gnu-"],
	["powerpc", "powerpc-linux-gnu-"],
	["riscv", "riscv64-linux-gnu-"],
	["s390", "s390x-linux-gnu-"],
	["x86", "x86_64-linux-gnu-"]
]);
/**
* Throws a UserError that names each target for another architecture that is to be built with this machine's own compiler,
* whose complaints about options say nothing of that.
*/
function requireCrossCompilers(targets, machine) {
	const own = OWN_ARCH[machine];
	const foreign = new Map(targets.filter((target) => isForeign(target, own)).map(({ name, arch }) => [name, arch]));
	if (foreign.size === 0) return;
	const lines = [...foreign].map(([name, arch]) => {
		return `${name}: the architecture ${arch} is not this machine's (${machine}), whose compiler would build it; write "crossCompile: ${PREFIXES.get(sourceArch(arch)) ?? `${arch}-linux-gnu-`}" or "llvm: true" in the target`;
	});
	if (lines.length === 1) throw new UserError(lines[0]);
	throw new UserError(`${lines.length} targets have no compiler for their architecture`, { details: lines });
}
/** User-mode Linux is built for any machine, and CC= may name any compiler. */
function isForeign({ arch, crossCompile, llvm, make }, own) {
	return !(own === void 0 || sourceArch(arch) === own || arch === "um") && crossCompile === "" && llvm === void 0 && make["CC"] === void 0;
}
// src/elf/needed.ts
/**
* What a program asks the dynamic linker for: gABI chapters 7 and 8, "Program Header" and "Dynamic Section". Symbols and
* relocations are left out, and sections, which a stripped program need not have.
*/
const NEEDED = 1;
const STRING_TABLE = 5;
const STRING_TABLE_SIZE = 10;
const FOLDERS$1 = [15, 29];
/** None for a static program. Throws a UserError where the file is damaged, or no ELF file. */
function readNeeded(source) {
	const header = readHeader(source);
	const segments = readSegments(source, header, header.segmentCount);
	const dynamic = segments.find(({ type }) => type === 2);
	const entries = dynamic === void 0 ? [] : readEntries(source, header, dynamic);
	const valueOf = (wanted) => entries.find(([tag]) => tag === wanted)?.[1] ?? 0;
	const size = valueOf(STRING_TABLE_SIZE);
	const offset = offsetOf(segments, BigInt(valueOf(STRING_TABLE)));
	if (offset === void 0 || size === 0) return {
		names: [],
		folders: []
	};
	const texts = readRange(source, {
		what: "the names of libraries",
		offset,
		size
	});
	const textsOf = (tags) => entries.flatMap(([tag, start]) => tags.includes(tag) && start < size ? decodeName(texts, start) : []);
	return {
		names: textsOf([NEEDED]),
		folders: textsOf(FOLDERS$1).flatMap((text) => text.split(":"))
	};
}
function readEntries(source, encoding, { offset, fileSize: size }) {
	const fields = fieldReader(readRange(source, {
		what: "the dynamic section",
		offset,
		size
	}), encoding);
	const width = encoding.class / 8;
	const count = Math.floor(size / (2 * width));
	return Array.from({ length: count }, (_, index) => {
		const at = index * 2 * width;
		return [fields.size(at), fields.size(at + width)];
	});
}
/** Where what is at an address of memory lies in the file. */
function offsetOf(segments, address) {
	const around = segments.find(({ type, virtualAddress, fileSize }) => {
		return type === 1 && virtualAddress <= address && address < virtualAddress + BigInt(fileSize);
	});
	return around && around.offset + Number(address - around.virtualAddress);
}
// src/kernel/tools/program-files.ts
/**
* The files that run when a program is started: its own, what a script in its place is run by and starts, and the
* libraries that they load. An xz or a clang is little more than its library.
*/
/** No program is larger. */
const PROGRAM = {
	what: "a program",
	instead: "it",
	largest: 4 * 1024 ** 3,
	links: "followed"
};
/** What is longer is no script that starts another program. */
const LONGEST_SCRIPT = 65536;
/** Finds the files of programs by PATH; each file is looked into once. */
function programFileFinder(search) {
	const started = /* @__PURE__ */ new Map();
	const folders = libraryFolders();
	const startedByFile = (file) => {
		const files = started.get(file) ?? startedBy(file, {
			search,
			folders
		}).map((path) => realPath$2(path));
		started.set(file, files);
		return files;
	};
	return (program) => {
		const files = /* @__PURE__ */ new Set([realPath$2(program)]);
		for (const file of files) for (const next of startedByFile(file)) files.add(next);
		return [...files].toSorted();
	};
}
function startedBy(file, { search, folders }) {
	return lookInto(file, (source) => {
		const start = textOf(source, 4);
		if (start.startsWith("#!")) return programsOfScript(textOf(source, LONGEST_SCRIPT), search);
		return start.endsWith("ELF") ? librariesOf(source, file, folders) : [];
	});
}
/** Nothing where a file cannot be read. */
function lookInto(file, look) {
	try {
		try {
			var _usingCtx$13 = _usingCtx();
			return look(_usingCtx$13.u(openRegularFile(file, PROGRAM)));
		} catch (_) {
			_usingCtx$13.e = _;
		} finally {
			_usingCtx$13.d();
		}
	} catch (error) {
		if (error instanceof UserError) return [];
		throw error;
	}
}
function textOf(source, most) {
	return Buffer.from(source.read(0, Math.min(source.size, most))).toString("latin1");
}
/** What runs it, by `env` too, and what it starts: absolute paths, and words of lines with `exec`. */
function programsOfScript(text, search) {
	const [first = ""] = text.split("\n", 1);
	const [, named] = /^#!\s*\S*\/env\s+(?:-S\s+)?([\w.+-]+)/.exec(first) ?? [];
	const absolute = text.match(/(?<![\w./-])\/[\w./+-]+/g) ?? [];
	const started = text.match(/\bexec\b.*/g)?.flatMap((line) => line.match(/[\w./+-]+/g) ?? []) ?? [];
	return [
		...named === void 0 ? [] : [named],
		...absolute,
		...started
	].flatMap((word) => findOnPath(word, search) ?? []);
}
function librariesOf(source, file, folders) {
	const { names, folders: named } = readNeeded(source);
	const places = [...named.map((folder) => folder.replaceAll(/\$ORIGIN|\$\{ORIGIN\}/g, dirname(file))).filter((folder) => isAbsolute(folder)), ...folders];
	return names.flatMap((name) => libraryIn(places, name) ?? []);
}
function libraryIn(folders, name) {
	return (name.includes("/") ? [name] : folders.map((folder) => join(folder, name))).find((path) => isAbsolute(path) && existsSync(path));
}
/** ld.so(8), ldconfig(8): what /etc/ld.so.conf has, whose one line includes these files, then the system's own. */
function libraryFolders() {
	return [
		...filesIn("/etc/ld.so.conf.d").flatMap((path) => lookInto(path, (source) => textOf(source, LONGEST_SCRIPT).split(/\s+/))).filter((line) => isAbsolute(line)),
		"/lib64",
		"/usr/lib64",
		"/lib",
		"/usr/lib"
	];
}
function filesIn(folder) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder).filter((name) => name.endsWith(".conf")).toSorted().map((name) => join(folder, name));
}
// src/kernel/tools/programs.ts
/**
* Which programs a build runs, as a digest: two that say the same version need not be the same. By contents, and where
* these are long by size, time and how they begin, which has the linker's digest of the rest (GNU build ID): to read a
* compiler takes a tenth of a second.
*/
/** Of longer ones only the beginning is read. */
const LONGEST_READ = 262144;
const BEGINNING = 4096;
/** `search` is PATH. */
function openPrograms(search) {
	const known = /* @__PURE__ */ new Map();
	const files = /* @__PURE__ */ new Map();
	const filesOf = programFileFinder(search);
	const identityOf = (path) => remembered(files, path, () => `${path} ${fileIdentity(path)}`);
	const programOf = (name) => {
		const program = findOnPath(name, search);
		return program === void 0 ? "" : filesOf(program).map(identityOf).join("\n");
	};
	return {
		among: (names) => names.filter((name) => remembered(known, name, () => programOf(name)) !== ""),
		digestOf: (names) => {
			const hash = createHash("sha256");
			for (const name of [...new Set(names)].toSorted()) hash.update(`${name}\n${remembered(known, name, () => programOf(name))}\n\n`);
			return hash.digest("hex");
		}
	};
}
function remembered(known, name, find) {
	const value = known.get(name) ?? find();
	known.set(name, value);
	return value;
}
/** Of what cannot be read, such as a program that may only be run, what the system says of it. */
function fileIdentity(path) {
	const { size = 0, mtimeMs = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
	const isLong = size > LONGEST_READ;
	const stated = `${size} ${mtimeMs}`;
	try {
		try {
			var _usingCtx$12 = _usingCtx();
			const source = _usingCtx$12.u(openRegularFile(path, PROGRAM));
			const read = source.read(0, isLong ? BEGINNING : source.size);
			const contents = createHash("sha256").update(read).digest("hex");
			return isLong ? `${stated} ${contents}` : contents;
		} catch (_) {
			_usingCtx$12.e = _;
		} finally {
			_usingCtx$12.d();
		}
	} catch (error) {
		if (error instanceof UserError) return stated;
		throw error;
	}
}
// src/kernel/tools/require-tools.ts
/**
* Installs what is missing when the context says so. Throws one UserError that lists all that is missing and the
* `apt-get install` line for it.
*/
async function requireTools(tools, context) {
	let missing = await missingOf(tools, context);
	const areAllPackaged = missing.every((tool) => tool.package !== void 0);
	if (missing.length > 0 && areAllPackaged && context.missingTools === "install") {
		await installPackages(packagesOf(missing), context);
		missing = await missingOf(tools, context);
	}
	if (missing.length === 0) return;
	const names = missing.map((tool) => tool.name).join(", ");
	throw new UserError(`the build needs tools that this machine lacks: ${names}; ${remedyFor(missing)}`);
}
/** What is in no package that is known is left to the user. */
function remedyFor(missing) {
	const others = missing.filter((tool) => tool.package === void 0);
	const packages = packagesOf(missing);
	if (packages.length === 0) return "put them on the PATH";
	const line = aptGetLine(packages);
	if (others.length === 0) return `install them with: ${line}`;
	return `put ${others.map(({ name }) => name).join(", ")} on the PATH, and install the others with: ${line}`;
}
async function missingOf(tools, context) {
	const unique = [...new Map(tools.map((tool) => [tool.name, tool])).values()];
	const found = await Promise.all(unique.map((tool) => isThere$1(tool, context)));
	return unique.filter((_, index) => found[index] !== true);
}
/** The Debian packages that building a target needs, as far as that can be told before it is configured. */
function targetPackages(target) {
	return packagesOf(targetTools(target));
}
function packagesOf(tools) {
	return [...new Set(tools.flatMap((tool) => tool.package ?? []))];
}
async function isThere$1(tool, context) {
	const path = context.env["PATH"] ?? "";
	if (tool.kind === "command") return findOnPath(tool.name, path) !== void 0;
	const { compiler, name } = tool;
	if (findOnPath(compiler, path) === void 0) return false;
	return (await runConfined({
		program: compiler,
		args: [
			"-E",
			"-x",
			"c",
			"-include",
			name,
			"/dev/null"
		],
		cwd: "/",
		env: context.env
	}, {}, context)).code === 0;
}
// src/kernel/tools/build-programs.ts
/** Which programs a build may run, before it has: the names that kernels give them, and those that a target gives. */
/**
* Variables of the kernel's Makefile ("Make variables (CC, etc...)", 4.19 to 6.12), and what its other Makefiles, scripts/
* and usr/gen_initramfs.sh run by name.
*/
const ON_HOST = [
	"awk basename bash bc bindgen bison bzip2 cat cmp cp cpio cut date dd depmod dirname dtc env expr fdtoverlay file",
	"find flex g++ gawk getconf grep gzip head hexdump ln lz4 lz4c lzma lzop m4 make md5sum mkimage mktemp mv od",
	"openssl pahole perl pkg-config printf python python2 python3 readlink rev rustc sed seq sh sha1sum sha256sum sort",
	"stat tail tar tee tr uname uniq wc xargs xxd xz zstd"
].flatMap((names) => names.split(" "));
/** binutils of the host, with which programs that run during the build are linked, and of the target. */
const BINUTILS = [
	"ar",
	"as",
	"ld",
	"nm",
	"objcopy",
	"objdump",
	"ranlib",
	"readelf",
	"strip"
];
/** Programs that a compiler runs itself (`-print-search-dirs`). */
const OF_COMPILERS = [
	"as",
	"cc1",
	"collect2",
	"ld",
	"lto-wrapper",
	"lto1"
];
/** Names and absolute paths, some of which this machine need not have. */
async function buildPrograms(build) {
	const { target } = build;
	const compilers = [target.make["CC"] ?? toolName(target, {
		gnu: "gcc",
		llvm: "clang"
	}), target.make["HOSTCC"] ?? hostCompiler(target)];
	const inner = await Promise.all([...new Set(compilers)].map((compiler) => programsOf(compiler, build)));
	return [
		...ON_HOST,
		...BINUTILS,
		...BINUTILS.map((name) => toolName(target, {
			gnu: name,
			llvm: name === "ld" ? "ld.lld" : `llvm-${name}`
		})),
		toolName(target, {
			gnu: "g++",
			llvm: "clang++"
		}),
		...[...compilers, ...Object.values(target.make)].flatMap((value) => value.trim().split(/\s+/)),
		...inner.flat()
	];
}
/** What a compiler runs itself; a clang has it built in. `ccache gcc` hands the question on. */
async function programsOf(compiler, build) {
	const [program = compiler, ...args] = compiler.trim().split(/\s+/);
	const { code, stdout } = await runConfined({
		program,
		args: [...args, "-print-search-dirs"],
		cwd: "/",
		env: build.env
	}, { source: build.source }, build);
	const [, folders = ""] = code === 0 ? /^programs: =?(.*)$/m.exec(stdout) ?? [] : [];
	const places = folders.split(":").filter((folder) => isAbsolute(folder));
	return OF_COMPILERS.flatMap((name) => findOnPath(name, places.map((folder) => join(folder)).join(":")) ?? []);
}
// src/kernel/tools/compilers.ts
/** First line of the compiler's `--version`. Throws a UserError where it has none. */
function compilerOf(build) {
	return versionLine(build, "CC", toolName(build.target, {
		gnu: "gcc",
		llvm: "clang"
	}));
}
/** First line of the linker's `--version`. Throws a UserError where it has none. */
function linkerOf(build) {
	return versionLine(build, "LD", toolName(build.target, {
		gnu: "ld",
		llvm: "ld.lld"
	}));
}
/** First line of `--version` of what compiles the programs that run during a build. Throws a UserError where it has none. */
function hostCompilerOf(build) {
	return versionLine(build, "HOSTCC", hostCompiler(build.target));
}
async function versionLine(build, variable, usual) {
	const tool = build.target.make[variable] ?? usual;
	const [command = tool, ...args] = tool.trim().split(/\s+/);
	const cwd = existsSync(build.source) ? build.source : "/";
	const { code, stdout } = await runConfined({
		program: command,
		args: [...args, "--version"],
		cwd,
		env: build.env
	}, { source: build.source }, build);
	const line = stdout.split("\n", 1)[0].trim();
	if (code === 0 && line !== "") return line;
	const problem = code === 0 ? "printed nothing" : `failed with exit code ${code}`;
	throw new UserError(`${build.target.name}: "${tool} --version" ${problem} at ${build.side}, and sizes of an unknown tool are not compared; install it, or correct ${variable} in "make" of the target`);
}
// src/kernel/tree/fragment-paths.ts
/** Where a fragment named in a budget file may lie in a kernel tree: at its path, or where `make NAME.config` looks. */
function fragmentPaths(path, arch) {
	return [
		"",
		`arch/${sourceArch(arch)}/configs/`,
		"kernel/configs/"
	].map((folder) => join(folder, path));
}
// src/kernel/build/build-key.ts
/** What a kernel is made with and from, but for the commit, as digests that tell kept builds apart. */
/** Throws a UserError where a tool does not say its version. */
async function readToolVersions(build) {
	const [compiler, linker, hostCompiler] = await Promise.all([
		compilerOf(build),
		linkerOf(build),
		hostCompilerOf(build)
	]);
	return {
		compiler,
		linker,
		hostCompiler,
		programs: build.programs.digestOf(await buildPrograms(build))
	};
}
/** Digest of all that an existing objtree must share with a build to be reused. Paths count, since `.cmd` files record them. */
function pathsKey({ target, source, output, ccache }, tools) {
	return digest([
		target.arch,
		source,
		output,
		tools,
		ccache === void 0 ? "compilers" : "ccache"
	]);
}
/** Digest of the other inputs of the kernel. Files of the tree are not in it: the commit's hash covers those. */
function inputsKey(build) {
	const { crossCompile, llvm, base, make, image, dtb } = build.target;
	const seed = base.kind === "file" ? textBeside(build, base.path) : void 0;
	const fragments = [];
	for (const fragment of build.target.fragments) fragments.push([fragment, textBeside(build, fragment.path)]);
	return digest([
		crossCompile,
		llvm,
		base,
		seed,
		fragments,
		make,
		image,
		dtb
	]);
}
/** What no commit has: a preset's own fragment, and one that is not committed yet. */
function textBeside(build, path) {
	if (isAbsolute(path)) return readBoundedText(path, "fragment");
	const { fragmentFallback } = build;
	if (fragmentFallback === void 0) return void 0;
	const found = fragmentPaths(path, build.target.arch).map((place) => join(fragmentFallback, place)).find((place) => existsSync(place));
	return found === void 0 ? void 0 : readBoundedText(found, "fragment", sourceIn(fragmentFallback));
}
function digest(content) {
	return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}
// src/size/maintainers/path-pattern.ts
const STAR = "*";
/** Reads a pattern; one with a set that nothing closes matches nothing. */
function parsePathPattern(pattern) {
	const parts = [];
	let letters = 0;
	for (let at = 0; at < pattern.length; at++) {
		const character = pattern[at];
		if (character === "[") {
			const end = pattern.indexOf("]", at + 2);
			if (end === -1) return {
				begins: () => false,
				letters: 0
			};
			parts.push(setOf(pattern.slice(at + 1, end)));
			at = end;
		} else if (character === STAR) parts.push(STAR);
		else if (character === "?") parts.push(() => true);
		else {
			parts.push((other) => other === character);
			letters++;
		}
	}
	return {
		begins: (path) => isBeginning(parts, path),
		letters
	};
}
/** `[ch]`, `[a-z]` and `[^.]`. */
function setOf(written) {
	const isNegated = written.startsWith("^");
	const members = isNegated ? written.slice(1) : written;
	return (character) => isMember(members, character) !== isNegated;
}
function isMember(members, character) {
	for (let at = 0; at < members.length; at++) {
		const isRange = members[at + 1] === "-" && at + 2 < members.length;
		const [first, last] = [members[at], isRange ? members[at + 2] : members[at]];
		if (first <= character && character <= last) return true;
		if (isRange) at += 2;
	}
	return false;
}
/** Each stretch between two stars is taken where it fits first: whatever follows then has most room. */
function isBeginning(parts, text) {
	let [at, next] = [0, 0];
	/** After the last star, and where in the text what it stands for ends. */
	let star;
	while (next < parts.length) {
		const part = parts[next];
		if (part === STAR) star = {
			next: ++next,
			end: at
		};
		else if (at < text.length && part(text[at])) {
			next++;
			at++;
		} else if (star !== void 0 && star.end < text.length) {
			next = star.next;
			at = ++star.end;
		} else return false;
	}
	return true;
}
// src/size/maintainers/find-subsystem.ts
/**
* Finds the subsystem of a source file. Which F: and X: patterns match is what scripts/get_maintainer.pl says (line
* numbers are those of Linux 6.12): `*`, `?` and `.` are rewritten at L371, a directory without its slash is completed
* at L375, file_match_pattern is L1028, and X: is tried before F: at L884. Two of its rules surprise: `*` takes slashes
* too, and a pattern is the beginning of a path, not all of it, so that `mm/slab` is `mm/slab.c` and `mm/slab_common.c`.
*
* The script lists all sections that match; this one returns the most specific. N: and K: lines are left out, so a
* file that the script knows by them alone belongs to a wider subsystem here, at last to THE REST.
*/
/**
* Returns a lookup from a source file (`fs/dcache.c`) to the subsystem with the F: pattern of most path components
* that matches it; among equals, with the longest pattern, wildcards not counted; then, the one that comes first.
*/
function subsystemFinder(subsystems) {
	const candidatesIn = candidateReader(subsystems);
	const isExcluded = exclusions();
	return (text) => {
		const path = {
			text,
			slashes: countSlashes(text)
		};
		let best;
		for (const directory of ["", ...directoriesAbove(text)]) {
			const found = candidatesIn(directory).find(({ subsystem, matches }) => matches(path) && !isExcluded(subsystem, path));
			if (found !== void 0 && (best === void 0 || compareRanks$1(found, best) < 0)) best = found;
		}
		return best?.subsystem;
	};
}
/**
* The patterns of a directory, best first: a lookup tries those of the directories above a path, not all 8,000. Most
* directories are never asked for, so that their patterns are not looked at closer.
*/
function candidateReader(subsystems) {
	const candidates = subsystems.flatMap((subsystem) => subsystem.files.map((pattern) => ({
		subsystem,
		pattern
	}))).map(({ subsystem, pattern }, place) => ({
		subsystem,
		pattern,
		place
	}));
	const directories = groupBy(candidates, ({ pattern }) => literalDirectory(pattern));
	const ranked = /* @__PURE__ */ new Map();
	return (directory) => {
		const known = ranked.get(directory);
		if (known !== void 0) return known;
		const best = (directories.get(directory) ?? []).map(rank).toSorted(compareRanks$1);
		ranked.set(directory, best);
		return best;
	};
}
function rank({ subsystem, pattern, place }) {
	return {
		subsystem,
		pattern,
		place,
		components: componentsOf(pattern),
		letters: PLAIN.test(pattern) ? pattern.length : parsePathPattern(pattern).letters,
		matches: matcherOf(pattern)
	};
}
function compareRanks$1(a, b) {
	return b.components - a.components || b.letters - a.letters || a.place - b.place;
}
function exclusions() {
	const known = /* @__PURE__ */ new Map();
	return (subsystem, path) => {
		if (subsystem.excluded.length === 0) return false;
		const excluded = known.get(subsystem) ?? subsystem.excluded.map(matcherOf);
		known.set(subsystem, excluded);
		return excluded.some((matches) => matches(path));
	};
}
/** `$value_pd`, L908: THE REST, which begins with `*`, comes last. */
function componentsOf(pattern) {
	if (pattern.startsWith("*")) return -1;
	return countSlashes(pattern) + (pattern.endsWith("/") ? 0 : 1);
}
function matcherOf(pattern) {
	const isBeginning = beginningTest(pattern);
	if (pattern.endsWith("/")) return ({ text }) => isBeginning(text);
	const slashes = countSlashes(pattern);
	const below = /[.*?]/.test(pattern) ? void 0 : `${pattern}/`;
	return (path) => below !== void 0 && path.text.startsWith(below) || path.slashes === slashes && isBeginning(path.text);
}
function beginningTest(pattern) {
	if (PLAIN.test(pattern)) return (path) => path.startsWith(pattern);
	return parsePathPattern(pattern).begins;
}
/** Each character stands for itself. */
const PLAIN = /^[\w./,-]*$/;
/** The directory that all paths of a pattern are in or below; empty for the top of the tree. */
function literalDirectory(pattern) {
	const literal = /^[\w./,-]*/.exec(pattern)[0];
	return literal.slice(0, literal.lastIndexOf("/") + 1);
}
function countSlashes(text) {
	let count = 0;
	for (let at = text.indexOf("/"); at !== -1; at = text.indexOf("/", at + 1)) count++;
	return count;
}
// src/size/maintainers/parse-maintainers.ts
const FIELD = /^([A-Z]):\s*(.*)/;
const SKIPPED = /^\s*(?:#|$)/;
/** The sections in the order of the file. */
function parseMaintainers(text) {
	return readSections(text).filter(({ hasFields }) => hasFields).map(({ title, lists, files, excluded }) => ({
		name: title,
		list: addressIn(lists[0] ?? ""),
		files,
		excluded
	}));
}
/** Opens a section for every line that is not a field: one that gets no field was prose. */
function readSections(text) {
	const sections = [];
	for (const line of text.split(/\r?\n/)) {
		const field = line[1] === ":" ? FIELD.exec(line) : null;
		if (field !== null) addField(sections.at(-1), field[1], field[2]);
		else if (!SKIPPED.test(line)) sections.push(newSection(line));
	}
	return sections;
}
/** `linux-mm@kvack.org` of `linux-mm@kvack.org (moderated list)`, also between angle brackets. */
function addressIn(value) {
	return value.split(/[\s<>]+/).find((word) => /[^]@[^]/.test(word));
}
function newSection(title) {
	return {
		title,
		hasFields: false,
		lists: [],
		files: [],
		excluded: []
	};
}
function addField(section, letter, value) {
	if (section === void 0) return;
	section.hasFields = true;
	if (letter === "L") section.lists.push(value);
	if (letter === "F") section.files.push(value);
	if (letter === "X") section.excluded.push(value);
}
// src/kernel/tree/source-file.ts
/** What an object is made from, in the order of likelihood. */
const ENDINGS = [
	".c",
	".S",
	".rs",
	".dts"
];
/** `fs/dcache.c` for `fs/dcache.o`; undefined where it is made from nothing in the tree. */
function sourceFileOf(tree, object) {
	const stem = object.replace(/\.o$/, "");
	const ending = ENDINGS.find((candidate) => existsSync(join(tree, stem + candidate)));
	return ending === void 0 ? void 0 : stem + ending;
}
/** Returns the text of a file of the tree; undefined where it cannot be read, or leads out of the tree. */
function readSourceFile(tree, path) {
	return readTextIfSound(join(tree, path), "source", sourceIn(tree));
}
// src/kernel/tree/subsystems.ts
/** No object has a subsystem where no tree is at hand. */
const NO_SUBSYSTEMS = () => /* @__PURE__ */ new Map();
/**
* Subsystems by the MAINTAINERS file of a kernel tree; a tree without one has none. The file is read when it is first
* asked for, then no more: what is checked out must stay the same.
*/
function openSubsystems(source) {
	let nameOf;
	return (objects) => {
		nameOf ??= subsystemNames(source);
		const ofObject = /* @__PURE__ */ new Map();
		for (const object of objects) {
			const name = nameOf(object);
			if (name !== void 0) ofObject.set(object, name);
		}
		return ofObject;
	};
}
/** Looks each object up once: targets have most of theirs in common. */
function subsystemNames(source) {
	const text = readSourceFile(source, "MAINTAINERS");
	if (text === void 0) return () => void 0;
	const find = subsystemFinder(parseMaintainers(text));
	const known = /* @__PURE__ */ new Map();
	return (object) => {
		if (!object.includes("/")) return void 0;
		if (!known.has(object)) known.set(object, nameWithList(find(sourceFileOf(source, object) ?? object)));
		return known.get(object);
	};
}
function nameWithList(subsystem) {
	if (subsystem?.list === void 0) return subsystem?.name;
	return `${subsystem.name} <${subsystem.list}>`;
}
// src/check/attempt.ts
/** Does what may fail for one target alone: others go on. Throws what ends a check: an interrupt, and errors of ours. */
async function attempt({ signal }, step) {
	try {
		return {
			kind: "done",
			value: await step()
		};
	} catch (error) {
		const told = userErrorOf(error);
		if (told === void 0) throw error;
		await throwIfInterrupted(signal);
		return {
			kind: "failed",
			reason: told.message,
			details: told.details
		};
	}
}
// src/check/once.ts
/** A function that does its work at the first call; all later ones get the same promise. */
function once$1(work) {
	let begun;
	return () => begun ??= work();
}
// src/kernel/measure/copy-sparsely.ts
const PART = 1048576;
/** What holes are found in: a block of the usual file systems. */
const BLOCK$1 = 4096;
const ZEROS = Buffer.alloc(PART);
/**
* Copies an open file to a new one and leaves out what is all zeros, so that holes take no room in the copy either. Its
* name is not used: that may lead elsewhere by now.
*/
async function copySparsely(source, to) {
	try {
		var _usingCtx$11 = _usingCtx();
		if (await isCloned(source, to)) return;
		const target = _usingCtx$11.a(await open(to, "wx"));
		for (let at = 0; at < source.size; at += PART) await writeBlocks(target, source.read(at, Math.min(PART, source.size - at)), at);
		await target.truncate(source.size);
	} catch (_) {
		_usingCtx$11.e = _;
	} finally {
		await _usingCtx$11.d();
	}
}
/** Where the file system can share the blocks of two files. */
function isCloned({ descriptor }, to) {
	const how = constants.COPYFILE_FICLONE_FORCE | constants.COPYFILE_EXCL;
	return copyFile(`/proc/self/fd/${descriptor}`, to, how).then(() => true, () => false);
}
/** Writes each run of blocks that are not all zeros. */
async function writeBlocks(target, bytes, position) {
	for (let start = 0; start < bytes.length;) {
		const isHole = isZero(bytes, start);
		let end = start + BLOCK$1;
		while (end < bytes.length && isZero(bytes, end) === isHole) end += BLOCK$1;
		const run = bytes.subarray(start, end);
		if (!isHole) await writeAll(target, run, position + start);
		start = end;
	}
}
function isZero(bytes, start) {
	const block = bytes.subarray(start, start + BLOCK$1);
	return ZEROS.subarray(0, block.length).equals(block);
}
/** One write may take less than it is given. */
async function writeAll(target, bytes, position) {
	for (let done = 0; done < bytes.length;) {
		const { bytesWritten } = await target.write(bytes, done, bytes.length - done, position + done);
		done += bytesWritten;
	}
}
// src/kernel/measure/digest.ts
/** SHA-256 of an open file, in hex. */
async function digestOf$2({ descriptor: fd, size }) {
	const hash = createHash("sha256");
	const parts = size === 0 ? [] : createReadStream("", {
		fd,
		autoClose: false,
		start: 0,
		end: size - 1
	});
	for await (const part of parts) hash.update(part);
	return hash.digest("hex");
}
// src/kernel/measure/artifact-folder.ts
/** The files of a kernel in a folder of their own: the next build overwrites what is in `O=`. */
/**
* Puts copies into `folder`, which is made anew; returns their paths. Throws a UserError where they cannot be written, and
* for a file that is not the build's own.
*/
async function copyKernel(from, folder) {
	try {
		return await copyInto(folder, from);
	} catch (cause) {
		if (cause instanceof UserError) throw cause;
		const found = cause instanceof Error ? cause.message : String(cause);
		throw new UserError(`the files of the kernel cannot be copied to ${folder} (${found}); is the disk full, or the folder another user's?`, { cause });
	}
}
async function copyInto(folder, from) {
	await rm(folder, {
		recursive: true,
		force: true
	});
	makeFolder$1(folder);
	const access = madeIn(from.output);
	const copy = async (path, kind) => {
		try {
			var _usingCtx$10 = _usingCtx();
			if (path === void 0) return path;
			await copySparsely(_usingCtx$10.u(openKernelFile(path, kind, access)), join(folder, kind));
			return join(folder, kind);
		} catch (_) {
			_usingCtx$10.e = _;
		} finally {
			_usingCtx$10.d();
		}
	};
	const vmlinux = await copy(from.vmlinux, "vmlinux");
	return {
		vmlinux,
		config: await copy(from.config, "config"),
		map: await copy(from.map, "map"),
		dtb: await copy(from.dtb, "dtb"),
		image: from.image === from.vmlinux ? vmlinux : await copy(from.image, "image")
	};
}
/** Digests each file that there is. Throws a UserError for what is no regular file. */
async function digestFiles(paths) {
	const digests = /* @__PURE__ */ new Map();
	for (const path of new Set(Object.values(paths))) if (path !== void 0) digests.set(path, await fileDigest(path));
	return digests;
}
/**
* Throws a UserError that names a file that is not what it was: builds run between, whose Makefiles are a stranger's, and
* without a sandbox they may write anywhere.
*/
async function requireUnchanged(digests) {
	for (const [path, digest] of digests) {
		const now = await fileDigest(path).catch(() => void 0);
		if (now === digest) continue;
		throw new UserError(`${path} is ${now === void 0 ? "gone" : "no longer what it was"}; expected the file that was built: nothing else may write there during a check, so look at what the Makefiles of the two commits do`);
	}
}
async function fileDigest(path) {
	try {
		var _usingCtx3 = _usingCtx();
		return await digestOf$2(_usingCtx3.u(openKernelFile(path, "vmlinux", madeIn(dirname(path)))));
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		_usingCtx3.d();
	}
}
// src/size/delta/config-delta.ts
const KINDS = [
	"removed",
	"changed",
	"added"
];
/**
* What scripts/diffconfig of the kernel prints for two `.config`, in its order: removed, changed, added; each by name.
* Left out are its rows `-NAME n` and `+NAME n`: an option that can or cannot be asked for any more, and costs nothing.
*/
function diffConfigs(base, head) {
	const changes = [.../* @__PURE__ */ new Set([...base.keys(), ...head.keys()])].toSorted(compareNames).flatMap((name) => changeOf$1(name, base.get(name), head.get(name)));
	return KINDS.flatMap((kind) => changes.filter((change) => change.kind === kind));
}
function changeOf$1(name, base, head) {
	if ((base ?? "n") === (head ?? "n")) return [];
	return [{
		name,
		base,
		head,
		kind: base === void 0 ? "added" : head === void 0 ? "removed" : "changed"
	}];
}
// src/kernel/make/outputs.ts
/**
* Throws a UserError that names a file that a make which succeeded did not leave behind as one; `advice` is what to do.
*/
function requireFiles(build, files, advice) {
	const { output, side, target } = build;
	for (const { path, kind } of files) try {
		openKernelFile(path, kind, madeIn(output))[Symbol.dispose]();
	} catch (cause) {
		if (!(cause instanceof UserError)) throw cause;
		const problem = cause.cause?.code === "ENOENT" ? `${path} is not there` : cause.message;
		throw new UserError(`${target.name}: make succeeded at ${side} but ${problem}; ${advice}`, { cause });
	}
}
/** Writes a file in `O=` for make, in the place of what a build may have left there: a link would be written through. */
async function writeForMake(path, text) {
	await rm(path, {
		recursive: true,
		force: true
	});
	await writeFile(path, text, { flag: "wx" });
}
// src/kernel/make/build-log.ts
/** Characters; a build that prints without end would fill the disk, and before that this process's memory. */
const LONGEST$2 = 67108864;
/** Begins a log anew, in the place of whatever is there. */
async function openBuildLog(path) {
	await rm(path, {
		recursive: true,
		force: true
	});
	const stream = createWriteStream(path, { flags: "wx" });
	const written = finished(stream).catch((cause) => {
		throw new UserError(`the log ${path} cannot be written (${cause.message}); is the disk full?`, { cause });
	});
	written.catch(() => void 0);
	let room = LONGEST$2;
	let leftOut = 0;
	return {
		path,
		write: (line) => {
			room -= line.length + 1;
			if (room >= 0) stream.write(`${line}\n`);
			else leftOut++;
		},
		close: async () => {
			stream.end(leftOut === 0 ? "" : `(${leftOut} further lines are left out)\n`);
			await written;
		}
	};
}
// src/kernel/make/failure-cause.ts
/** The lines that say why, most telling first; the first of them counts, wherever it stands. */
const CAUSES = [
	/No space left on device|Disk quota exceeded/,
	/: Killed signal terminated program|terminated with signal \d|command: Killed$|out of memory allocating|annot allocate memory/,
	/^\S+?:\d+(:\d+)?: ([Ff]atal )?[Ee]rror: /,
	/^(\S*\/)?Kconfig[\w.-]*:\d+:(?! ?(syntax error|invalid statement|warning:))/,
	/^error: recursive dependency detected/,
	/^(\S*\/)?Kconfig[\w.-]*:\d+: (?!warning)/,
	/^\S+:\d+: \*\*\* /,
	/^(?!collect2: |clang\S*: error: linker ).*: (fatal )?error: /,
	/: undefined reference to /,
	/: region `[^`']+' overflowed by \d+ bytes/,
	/^\S*ld(\.\w+)?: (?!warning)/,
	/^ERROR: /,
	/^error(\[E\d+\])?: /i,
	/^(BTF|FAILED|FATAL): /,
	/^make(\[\d+\])?: \*\*\* .*(No rule to make target|not clean)/,
	/: (command )?not found$/,
	/^make(\[\d+\])?: (?!\*\*\* ).*: (No such file or directory|Permission denied)$/,
	/^\*\*\* /
];
/** That a command failed; why is what the command has printed before, if anything. */
const COMMAND_FAILED = /^make(\[\d+\])?: \*\*\* /;
/** What kbuild prints of itself. */
const PROGRESS = /^( {2}[A-Z]+ |make(\[\d+\])?: )/;
/** Make says so where a signal has ended a command, and a shell's exit code where it has run the command. */
const KILLED = /^make(\[\d+\])?: \*\*\* \[.*\] (?!Error (\d|\d\d|1[01]\d|12[0-8])$)/;
/** Before a cause, in the order of gcc's diagnostics and of ld's. */
const LEAD_IN = /^(In file included from |\s+from |\S+: In function |\S+: [Ii]n function )/;
/** After it: carets, notes, further errors, what ld.lld says of a symbol. */
const CONTINUATION = /^(\s|>>> |\S+?:\d+(:\d+)?: ([Ff]atal )?([Ee]rror|note): |\S*ld(\.\w+)?: )/;
const TAIL_LINES = 20;
const MOST_EXCERPT = 12;
/** Characters of a line that are looked at. */
const LONGEST$1 = 2e3;
/** Looks through lines as they come. */
function searchFailure() {
	const last = [];
	let best;
	let isOpen = false;
	let failedCommand;
	let wasKilled = false;
	const add = (whole) => {
		const line = whole.slice(0, LONGEST$1);
		wasKilled ||= KILLED.test(line);
		if (failedCommand === void 0 && COMMAND_FAILED.test(line)) failedCommand = {
			line,
			before: last.at(-1)
		};
		const rank = CAUSES.slice(0, best?.rank).findIndex((cause) => cause.test(line));
		if (rank !== -1) {
			const leadIn = leadInOf(last);
			best = {
				rank,
				excerpt: [...leadIn, line],
				at: leadIn.length
			};
			isOpen = true;
		} else if (isOpen && best !== void 0) {
			isOpen = best.excerpt.length < MOST_EXCERPT && CONTINUATION.test(line) && !PROGRESS.test(line);
			if (isOpen) best.excerpt.push(line);
		}
		last.push(line);
		if (last.length > TAIL_LINES) last.shift();
	};
	const found = () => {
		if (best !== void 0) return {
			cause: best.excerpt[best.at].trim(),
			excerpt: best.excerpt,
			wasKilled
		};
		return {
			cause: causeOf$1(failedCommand, last),
			excerpt: [...last],
			wasKilled
		};
	};
	return {
		add,
		found
	};
}
/** The lines just before this one that belong to it. */
function leadInOf(lines) {
	const start = lines.findLastIndex((line) => !LEAD_IN.test(line));
	return lines.slice(start + 1);
}
function causeOf$1(failed, last) {
	const said = failed?.before?.trim() ?? "";
	if (said !== "" && !PROGRESS.test(failed.before)) return said;
	return (failed?.line ?? last.findLast((text) => text.trim() !== ""))?.trim() ?? "make printed nothing";
}
// src/kernel/make/object-count.ts
/** How many objects a build from nothing has, for whoever watches the next one. */
/** The number that the last such build of a target left among its logs; undefined where there was none. */
function lastObjectCount(logs, target) {
	try {
		const text = readBoundedText(pathOf(logs, target), "state");
		return /^[1-9]\d{0,8}\n$/.test(text) ? Number(text) : void 0;
	} catch {
		return;
	}
}
/** Counts the lines of objects of a step, and leaves their number when it is done. */
function countingObjects(step, { logs, target }) {
	let objects = 0;
	return {
		line: (line) => {
			if (OBJECT_LINE.test(line)) objects++;
			step.line(line);
		},
		end: (outcome) => {
			if (outcome === "done") keepCount(pathOf(logs, target), objects);
			step.end(outcome);
		}
	};
}
/** A disk that is full is said by what matters. */
function keepCount(path, objects) {
	try {
		rmSync(path, {
			recursive: true,
			force: true
		});
		writeFileSync(path, `${objects}\n`, { flag: "wx" });
	} catch {}
}
function pathOf(logs, target) {
	return join(logs, `${target}-objects`);
}
// src/kernel/make/run-make.ts
/** A make, or a command of it, that was ended from outside: what it was to make may be there in part. */
var CutOffBuild = class extends UserError {};
/**
* Runs make when a slot is free, and keeps its output in a log. Throws a UserError that says which commit failed, the first
* error with the lines around it, and where the log is; a CutOffBuild where it was ended from outside, or where what it has
* started still runs.
*/
function makeKernel(build, run) {
	return build.slots.run((share) => makeInSlot(build, run, share), build.signal);
}
async function makeInSlot(build, run, share) {
	const { logs, progress, side, target } = build;
	makeFolder$1(logs);
	const log = await openBuildLog(join(logs, `${target.name}-${side}-${run.step}.log`));
	const again = build.again === void 0 ? "" : ` ${build.again}`;
	const title = `${target.name}: ${run.step} ${side}${again}`;
	const isWhole = run.extent === "all";
	const begun = progress.begin(title, isWhole ? lastObjectCount(logs, target.name) : void 0);
	const step = isWhole ? countingObjects(begun, {
		logs,
		target: target.name
	}) : begun;
	const search = searchFailure();
	let result;
	try {
		result = await runConfined(makeCommand(build, run, share), build, {
			...build,
			onLine: (line) => {
				search.add(line);
				log.write(line);
				step.line(line);
			}
		});
	} finally {
		step.end(result?.code === 0 ? "done" : "failed");
		await log.close();
	}
	return endingOf(build, run, {
		result,
		search,
		logPath: log.path
	});
}
function makeCommand(build, { goals, env }, share) {
	const { ccache } = build;
	const compilers = ccache === void 0 ? [] : ccacheArguments(build.target);
	return {
		program: "make",
		args: [
			...makeArguments(build),
			...compilers,
			...share.args,
			...goals
		],
		cwd: build.source,
		env: {
			...build.env,
			...ccache?.env,
			...env,
			...share.env
		},
		descriptors: share.descriptors
	};
}
/** A shell and a sandbox make 128 + N of a signal; make itself ends with 2 at most. */
function signalOf(code) {
	return Object.entries(constants$1.signals).find(([, number]) => number === code - 128)?.[0];
}
function endingOf(build, run, ended) {
	const { side, target, progress } = build;
	const { code, remains } = ended.result;
	const left = remains.processes.length === 0 ? "a process" : inWords(remains.processes);
	if (remains.kind === "running") throw new CutOffBuild(`${target.name}: ${run.step} ${side} has left ${left} running, which cannot be ended; end it, since nobody can tell what it writes into the build folder, and when`);
	if (remains.kind === "ended") progress.begin(`${target.name}: ${run.step} ${side} has left ${left} running, which was ended`).end("done");
	if (code !== 0) throw buildError(build, run, ended);
	return remains.kind === "nothing" ? "orderly" : "with remains";
}
/** A compiler calls others by their whole paths. */
const FOLDER_OF_TOOL = /^\/\S*\/(?=([\w.-]+-)?(ld|as|cc1|collect2)(\.\w+)?: )/;
function buildError(build, run, { result, search, logPath }) {
	const { cause, excerpt, wasKilled } = search.found();
	const shorten = pathShortener([build.source, build.output]);
	const inKernel = (line) => shorten(line).replace(FOLDER_OF_TOOL, "");
	const details = [...excerpt.map(inKernel), `whole log: ${logPath}`];
	const { remains } = result;
	const signal = result.signal ?? signalOf(result.code);
	const said = signal === void 0 ? inKernel(cause) : `make was ended by ${signal}; if nobody has ended it, memory was short: give fewer jobs`;
	const message = `${build.target.name}: ${run.step} ${build.side} failed: ${said}`;
	return signal !== void 0 || wasKilled || remains.kind !== "nothing" ? new CutOffBuild(message, { details }) : new UserError(message, { details });
}
// src/kernel/kconfig/fragment-files.ts
/** Reads a preset's own fragment, whose path is absolute, or one of a kernel tree. */
function readFragment(build, path) {
	if (isAbsolute(path)) return {
		name: path,
		text: readBoundedText(path, "fragment")
	};
	return findAndRead(build, path);
}
/** Reads a `base` that is a whole `.config`. Throws a UserError where the file is something else. */
function readBaseFile(build, path) {
	const file = findAndRead(build, path);
	if (parseKernelConfig(file.text).size > 0) return file;
	throw new UserError(`${build.target.name}: base "${path}" has no line CONFIG_NAME=value at ${build.side}; name a .config, such as "make savedefconfig" writes, or one of tinyconfig, allnoconfig and NAME_defconfig`);
}
function findAndRead(build, path) {
	const places = fragmentPaths(path, build.target.arch);
	const trees = [build.source, ...build.fragmentFallback === void 0 ? [] : [build.fragmentFallback]];
	for (const tree of trees) {
		const place = places.find((candidate) => existsSync(join(tree, candidate)));
		if (place !== void 0) return readTreeFile(build, tree, place);
	}
	throw new UserError(`${build.target.name}: ${path} does not exist at ${build.side}; looked for ${places.join(", ")} in the kernel tree`);
}
/** Reads a file of a tree. Throws a UserError where it is no regular one or leads out of the tree. */
function readTreeFile(build, tree, path) {
	const name = `${build.target.name}: ${path} at ${build.side}`;
	return {
		name: path,
		text: readBoundedText(join(tree, path), "fragment", {
			...sourceIn(tree),
			name
		})
	};
}
/** Throws a UserError that names all lines that Kconfig would skip, so that nothing asked for is lost unseen. */
function requireConfigLines(build, files) {
	const mistakes = files.flatMap(({ name, text }) => unexpectedLines(text).map((line) => `${name}:${line.number}: expected CONFIG_NAME=value without spaces, or a comment, found ${quote(line.text)}`));
	if (mistakes.length === 0) return;
	const where = `${build.target.name}: at ${build.side} `;
	if (mistakes.length === 1) throw new UserError(where + mistakes[0]);
	throw new UserError(`${where}${mistakes.length} lines of the configuration files are not understood; correct or remove them`, { details: mistakes });
}
const LONGEST = 80;
/** On one line, whatever the file holds. */
function quote(text) {
	return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
// src/kernel/kconfig/parse-kconfig.ts
/**
* Finds where Kconfig options are defined, what they depend on and what their definitions say, for messages about
* options that did not take or that changed. Reads the language of Documentation/kbuild/kconfig-language.rst as far
* as that needs. Expressions are left as written, and so are macros, whose values only Kconfig itself can tell.
*/
const STRUCTURE = new Set("source config menuconfig comment if endif menu endmenu choice endchoice".split(" "));
const ATTRIBUTES = "depends visible prompt default def_bool def_tristate select imply".split(" ");
const TYPES$1 = "bool tristate int hex string".split(" ");
const KEYWORDS = /* @__PURE__ */ new Set([
	...STRUCTURE,
	...ATTRIBUTES,
	...TYPES$1,
	"help",
	"---help---"
]);
/** All definitions of each option for one architecture, by name without `CONFIG_`. */
function readOptionDefinitions(tree, srcArch) {
	const entries = [...readKconfig(tree, srcArch)];
	return new Map(entries.map(([name, definitions]) => [name, definitions.map(definitionOf)]));
}
function definitionOf(entry) {
	return {
		where: `${entry.start.file}:${entry.start.line}`,
		get dependsOn() {
			return dependenciesOf(entry);
		}
	};
}
/** What must hold for an entry, outermost first, as written. */
function dependenciesOf({ start, outer, lines }) {
	const own = lines.filter(({ keyword }) => keyword === "depends").map(conditionOf);
	return [
		...outer === void 0 ? [] : dependenciesOf(outer),
		...start.keyword === "if" ? [start.rest] : [],
		...own
	];
}
/** What must hold besides for its prompts to be seen: `visible if` of the menus around it. */
function visibilityOf({ outer, lines }) {
	const own = lines.filter(({ keyword }) => keyword === "visible").map(conditionOf);
	return [...outer === void 0 ? [] : visibilityOf(outer), ...own];
}
/** What `depends on` and `visible if` say. */
function conditionOf({ rest }) {
	return rest.replace(/^(on|if)\b\s*/, "").replaceAll(/\s+/g, " ");
}
/** All definitions of each option for one architecture, by name without `CONFIG_`. */
function readKconfig(tree, srcArch) {
	const definitions = /* @__PURE__ */ new Map();
	const access = sourceIn(tree);
	readFile("Kconfig", void 0);
	return definitions;
	function readFile(path, outer) {
		const text = isOpen(path, outer) ? void 0 : readTextIfSound(join(tree, path), "source", access);
		if (text === void 0) return;
		const file = entryAt({
			keyword: "source",
			rest: path,
			file: path,
			line: 0
		}, outer);
		const state = {
			block: file,
			entry: file
		};
		for (const statement of statementsOf(path, text)) if (statement.keyword === "source") readFile(expand(statement.rest), state.block);
		else if (statement.keyword.endsWith("config")) define(statement, state);
		else follow(state, statement);
	}
	function expand(quoted) {
		return quoted.replaceAll("\"", "").replaceAll(/\$\((SRCARCH|ARCH)\)/g, srcArch);
	}
	/** The entry's own lines are read after this, into the same list. */
	function define(start, state) {
		state.entry = entryAt(start, state.block);
		const known = definitions.get(start.rest);
		if (known === void 0) definitions.set(start.rest, [state.entry]);
		else known.push(state.entry);
	}
}
/** Whether a file is being read: Kconfig refuses one that reads itself, but by macros that are not expanded here. */
function isOpen(path, entry) {
	if (entry === void 0) return false;
	return entry.start.keyword === "source" && entry.start.file === path || isOpen(path, entry.outer);
}
function entryAt(start, outer) {
	return {
		start,
		outer,
		lines: []
	};
}
function follow(state, statement) {
	const { keyword } = statement;
	if (!STRUCTURE.has(keyword)) state.entry.lines.push(statement);
	else if (keyword.startsWith("end")) state.block = state.entry = closed(state.block);
	else {
		state.entry = entryAt(statement, state.block);
		if (keyword !== "comment") state.block = state.entry;
	}
}
function closed(block) {
	return block.start.keyword === "source" ? block : block.outer ?? block;
}
/** All statements; help texts, which end where the indentation does (scripts/kconfig/lexer.l), may look like some. */
function statementsOf(file, text) {
	const statements = [];
	const lines = text.split("\n");
	for (let index = 0; index < lines.length; index++) {
		const number = index + 1;
		const keyword = keywordOf(lines[index]);
		if (keyword === void 0) continue;
		if (keyword === "help" || keyword === "---help---") {
			index = lastOfHelp(lines, index);
			continue;
		}
		const parts = [lines[index]];
		while (parts.at(-1).endsWith("\\") && index + 1 < lines.length) parts.push(lines[++index]);
		const line = parts.map((part, place) => place + 1 < parts.length ? part.slice(0, -1) : part).join(" ");
		statements.push({
			keyword,
			rest: restOf(line, keyword),
			file,
			line: number
		});
	}
	return statements;
}
/** Not by a regular expression: these are 100,000 lines, and each match would be an object. */
function keywordOf(line) {
	let start = 0;
	while (line[start] === "	" || line[start] === " ") start++;
	let end = start;
	while (isWordCharacter(line.charCodeAt(end))) end++;
	const word = line.slice(start, end);
	return KEYWORDS.has(word) ? word : void 0;
}
/** One of a-z, 0-9, "_" and "-": `if-success` is no `if`. */
function isWordCharacter(code) {
	return code >= 97 && code <= 122 || code >= 48 && code <= 57 || code === 95 || code === 45;
}
/** What follows the keyword, without the remark at the end. */
function restOf(line, keyword) {
	const rest = line.slice(line.indexOf(keyword) + keyword.length);
	if (!rest.includes("#")) return rest.trim();
	return (/^(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^"'#])*/.exec(rest)?.[0] ?? "").trim();
}
function lastOfHelp(lines, start) {
	let least = 1;
	let last = start;
	for (let index = start + 1; index < lines.length; index++) {
		const line = lines[index];
		if (line.trim() === "") continue;
		const indentation = indentationOf(line);
		if (indentation < least) break;
		if (last === start) least = indentation;
		last = index;
	}
	return last;
}
/** Columns before the first character; a tab leads to the next multiple of eight. */
function indentationOf(line) {
	let column = 0;
	for (let i = 0; i < line.length; i++) if (line[i] === "	") column = (column | 7) + 1;
	else if (line[i] === " ") column++;
	else break;
	return column;
}
// src/kernel/kconfig/requested-options.ts
/** Throws a UserError that names each option asked for in a text that the tree does not have at all. */
function requireKnownOptions(text, context) {
	const definitions = readOptionDefinitions(context.source, context.srcArch);
	const requested = parseKernelConfig(text);
	requireRequestedOptions(requested, new Map([...requested].filter(([name]) => definitions.has(name))), context);
}
/**
* Throws a UserError that names each requested option that the resolved `.config` does not have as requested, with
* what it depends on. Kconfig itself is silent about unmet dependencies (scripts/kconfig/confdata.c).
*/
function requireRequestedOptions(requested, resolved, context) {
	const lost = [...requested].filter(([name, value]) => optionValue(resolved, name) !== value);
	if (lost.length === 0) return;
	const definitions = readOptionDefinitions(context.source, context.srcArch);
	const details = lost.map(([name, value]) => {
		const found = definitions.get(name);
		if (found === void 0) return `CONFIG_${name}=${value}: this kernel has no such option`;
		const places = found.map(({ where, dependsOn }) => dependsOn.length === 0 ? where : `${where}: depends on ${dependsOn.join(" && ")}`);
		return `CONFIG_${name}=${value}: is ${optionValue(resolved, name)} (${places.join("; ")})`;
	});
	throw new UserError(`${context.target}: ${lost.length} requested option${lost.length === 1 ? "" : "s"} did not take at ${context.side}: ${lost.map(([name]) => `CONFIG_${name}`).join(", ")}; request what they depend on too, or remove them from the fragments`, { details });
}
// src/kernel/kconfig/configure.ts
/**
* Writes `O=/.config` for a target and returns it, resolved. The fragments are merged into the seed and configured
* in one `KCONFIG_ALLCONFIG=… allnoconfig`: merged later, each option that becomes visible would take its default.
* Throws a UserError that names each line that says nothing and each requested option that did not take.
*/
async function configure(build) {
	makeFolder$1(build.output);
	const seed = readSeedFiles(build);
	const fragments = readFragments(build);
	requireConfigLines(build, build.target.base.kind === "file" ? [...seed, ...fragments] : fragments);
	const requests = textsOf(fragments);
	const all = join(build.output, "kernel-size-budget.config");
	await writeForMake(all, withLinkMap(`${await seedOf(build, seed)}\n${requests}`));
	await makeKernel(build, {
		step: "configuring",
		goals: [goalOf(build)],
		env: { KCONFIG_ALLCONFIG: all }
	});
	const resolved = parseKernelConfig(readResolved(build));
	requireRequestedOptions(parseKernelConfig(requests), resolved, {
		target: build.target.name,
		side: build.side,
		source: build.source,
		srcArch: sourceArch(build.target.arch)
	});
	return resolved;
}
function textsOf(files) {
	return files.map(({ text }) => text).join("\n");
}
/**
* Writes `O=/.config` with exactly the options of another side, which the tree must know alike. Throws a UserError that
* names those that did not take.
*/
async function configureLike(build, config) {
	const all = join(build.output, "kernel-size-budget.config");
	await writeForMake(all, configText(config));
	await makeKernel(build, {
		step: "configuring",
		goals: ["allnoconfig"],
		env: { KCONFIG_ALLCONFIG: all }
	});
	const resolved = parseKernelConfig(readResolved(build));
	const lost = diffConfigs(config, resolved).map(({ name }) => `CONFIG_${name}`);
	if (lost.length === 0) return resolved;
	throw new UserError(`${build.target.name}: the options of base do not take at head: ${lost.join(", ")}`);
}
/** The files that ask for options, in the order of the merge. */
function readRequests(build) {
	return [...readSeedFiles(build), ...readFragments(build)];
}
function readSeedFiles(build) {
	const { base, arch } = build.target;
	switch (base.kind) {
		case "tinyconfig": return readTinyFiles(build);
		case "file": return [readBaseFile(build, base.path)];
		case "defconfig": {
			const path = `arch/${sourceArch(arch)}/configs/${base.name}`;
			return existsSync(join(build.source, path)) ? [readTreeFile(build, build.source, path)] : [];
		}
		case "allnoconfig": return [];
	}
}
/**
* Asks for the linker's map, which says where each object's bytes are, unless the text says otherwise. The kernel is
* the same with it, but for one that carries its own configuration (IKCONFIG).
*/
function withLinkMap(text) {
	return optionValue(parseKernelConfig(text), "IKCONFIG") !== "n" ? text : `CONFIG_VMLINUX_MAP=y\n${text}`;
}
/** With a seed that is nearly empty nothing more is wanted; over a defconfig, new options take their defaults. */
function goalOf(build) {
	const { kind } = build.target.base;
	return kind === "tinyconfig" || kind === "allnoconfig" ? "allnoconfig" : "alldefconfig";
}
/** The text that the fragments are merged into. */
async function seedOf(build, files) {
	const { base } = build.target;
	if (base.kind !== "defconfig") return textsOf(files);
	await makeKernel(build, {
		step: "configuring",
		goals: [base.name],
		env: {}
	});
	return readResolved(build).replace(/^# CONFIG_VMLINUX_MAP is not set\n/m, "");
}
/** What scripts/kconfig/Makefile merges for `make tinyconfig`. */
function readTinyFiles(build) {
	return [
		"kernel/configs/tiny-base.config",
		"kernel/configs/tiny.config",
		`arch/${sourceArch(build.target.arch)}/configs/tiny.config`
	].filter((part) => existsSync(join(build.source, part))).map((part) => readTreeFile(build, build.source, part));
}
/** The fragments that are for this kernel's version. */
function readFragments(build) {
	const version = readKernelVersion(build.source);
	return build.target.fragments.filter((fragment) => isForVersion(fragment, version)).map(({ path }) => readFragment(build, path));
}
/** The `.config` that make wrote. */
function readResolved(build) {
	const path = join(build.output, ".config");
	requireFiles(build, [{
		path,
		kind: "config"
	}], "check \"make\" of the target and the Makefile of the tree");
	return readBoundedText(path, "config", madeIn(build.output));
}
// src/git/sources/untracked-lines.ts
const BLOCK = 1 << 20;
/** Lines of a listing for files that git does not track, whose paths are relative to the root. */
async function untrackedLines(root, paths) {
	const lines = [];
	const buffer = Buffer.alloc(paths.length === 0 ? 0 : BLOCK);
	for (const path of paths) lines.push(`untracked ${await digestOf$1(join(root, path), buffer)} 0\t${path}`);
	return lines;
}
/** What has no content that stays is another one each time: a folder, which is another repository's, a pipe, a device. */
async function digestOf$1(path, buffer) {
	try {
		try {
			var _usingCtx$9 = _usingCtx();
			const file = _usingCtx$9.a(await open(path, constants.O_RDONLY | constants.O_NONBLOCK));
			return (await file.stat()).isFile() ? await contentDigest(file, buffer) : randomUUID();
		} catch (_) {
			_usingCtx$9.e = _;
		} finally {
			await _usingCtx$9.d();
		}
	} catch {
		return randomUUID();
	}
}
async function contentDigest(file, buffer) {
	const hash = createHash("sha256");
	for (;;) {
		const { bytesRead } = await file.read(buffer);
		if (bytesRead === 0) return hash.digest("hex");
		hash.update(buffer.subarray(0, bytesRead));
	}
}
// src/git/sources/source-listing.ts
/** What the files of a checkout hold, as text that is kept with a build and compared with a later checkout. */
/** What is checked out, as git's index has it, and the files beside it, whose paths are relative to `atRoot` too. */
async function listSources(atRoot, untracked) {
	return [withConversions(await atRoot.run("-c", "core.quotePath=false", "ls-files", "--stage"), await attributesInIndex(atRoot, await readConversionSettings(atRoot))), ...await untrackedLines(atRoot.folder, untracked)].join("\n");
}
/** Two files of one blob may have different bytes. */
function withConversions(listed, attributes) {
	if (attributes.size === 0) return listed;
	const ofQuoted = [...attributes].filter(([path]) => NEEDS_QUOTES.test(path)).map(([path, { conversion }]) => `${path} ${conversion}`).join("\n");
	return listed.split("\n").map((line) => {
		const [fields = "", path = ""] = line.split("	", 2);
		const conversion = path.startsWith("\"") ? digestOf(ofQuoted) : attributes.get(path)?.conversion;
		return conversion ? `${fields} ${conversion}\t${path}` : line;
	}).join("\n");
}
/** core.quotePath in git-config(1). */
const NEEDS_QUOTES = /["\\\x00-\x1f\x7f]/;
function digestOf(text) {
	return text === "" ? "" : createHash("sha256").update(text).digest("hex").slice(0, 12);
}
/** The files that differ between two listings, which both are in git's order. */
function changesBetween(before, after) {
	if (before === after) return [];
	const [left, right] = [before.split("\n"), after.split("\n")];
	const former = /* @__PURE__ */ new Map();
	const later = /* @__PURE__ */ new Map();
	for (let i = 0, j = 0; i < left.length || j < right.length;) {
		if (left[i] === right[j]) {
			i++;
			j++;
			continue;
		}
		const [path, mode] = parseLine(left[i]);
		const [otherPath, otherMode] = parseLine(right[j]);
		if (path !== void 0 && (otherPath === void 0 || path <= otherPath)) {
			former.set(path, mode);
			i++;
		}
		if (otherPath !== void 0 && (path === void 0 || otherPath <= path)) {
			later.set(otherPath, otherMode);
			j++;
		}
	}
	return [...removedFrom(former, later), ...addedOrModified(former, later)];
}
function removedFrom(former, later) {
	return [...former].filter(([path]) => !later.has(path)).map(([path, mode]) => ({
		path,
		kind: "removed",
		mode
	}));
}
function addedOrModified(former, later) {
	return [...later].map(([path, mode]) => ({
		path,
		kind: former.has(path) ? "modified" : "added",
		mode
	}));
}
/** The files that differ between two commits, also those of one blob that git converts differently. */
async function changesOfCommits(git, base, head) {
	const fields = (await git.run("diff-tree", "-r", "-z", "--no-renames", "--raw", base, head, "--")).split("\0");
	const changes = [];
	for (let i = 0; i + 1 < fields.length; i += 2) {
		const [before = "", after = "", , , letter] = fields[i].slice(1).split(" ");
		const kind = letter === "A" ? "added" : letter === "D" ? "removed" : "modified";
		changes.push({
			path: fields[i + 1],
			kind,
			mode: kind === "removed" ? before : after
		});
	}
	if (!changes.some(({ path }) => basename$1(path) === ".gitattributes")) return changes;
	const known = new Set(changes.map(({ path }) => path));
	const converted = await convertedBetween(git, base, head);
	return changes.concat(converted.filter(({ path }) => !known.has(path)));
}
/** Files that both commits have alike in git, and not in a checkout. */
async function convertedBetween(git, base, head) {
	const { root } = await git.repository();
	const [atRoot, settings] = [git.at(root), await readConversionSettings(git)];
	const paths = convertedOtherwise(await attributesOf(atRoot, base, settings), await attributesOf(atRoot, head, settings));
	if (paths.length === 0) return [];
	const modes = /* @__PURE__ */ new Map();
	for (const line of (await atRoot.run("ls-tree", "-r", "-z", "--full-tree", head)).split("\0")) modes.set(line.slice(line.indexOf("	") + 1), line.slice(0, line.indexOf(" ")));
	return paths.flatMap((path) => {
		const mode = modes.get(path);
		return mode === void 0 ? [] : [{
			path,
			kind: "modified",
			mode
		}];
	});
}
function parseLine(line) {
	if (line === void 0 || line === "") return [void 0, ""];
	return [line.slice(line.indexOf("	") + 1), line.slice(0, line.indexOf(" "))];
}
// src/files/walk-folder.ts
/**
* All that is in a folder and in those below it, but for folders. Links are not followed: `source` in `O=` leads to the
* tree, and a stranger's anywhere. From Node 22 on `recursive` of Node's own function goes through them. Throws where
* there is no such folder.
*/
function walkFolder(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => entry.isDirectory() ? walkFolder(join(folder, entry.name)) : [entry]);
}
// src/kernel/objtree/cmd-files.ts
/** Notes in `output`, whose commands name the tree as one of `roots`: `/home/me/linux/`, `../`. */
function readNotedPaths(output, roots) {
	const paths = {
		read: /* @__PURE__ */ new Set(),
		packed: /* @__PURE__ */ new Set(),
		kconfig: /* @__PURE__ */ new Set(),
		named: /* @__PURE__ */ new Set(),
		programs: /* @__PURE__ */ new Set()
	};
	const access = madeIn(output);
	for (const { parentPath, name } of noteFiles(output)) {
		const path = join(parentPath, name);
		const text = readBoundedText(path, "note", access);
		if (path.endsWith(".d")) addWords(text, paths.packed);
		else if (path.endsWith("/auto.conf.cmd")) addWords(KCONFIG_FILES$2.exec(text)?.[0] ?? "", paths.kconfig);
		else addCommandFile(text, roots, paths);
	}
	return paths;
}
/** What follows are conditions on variables. */
const KCONFIG_FILES$2 = /^deps_config := .*(\n\t.*)*/m;
/** The notes in a build folder. */
function noteFiles(output) {
	return walkFolder(output).filter((entry) => entry.isFile() && /^\..*\.(cmd|d)$|^auto\.conf\.cmd$/.test(entry.name));
}
/** Lists of make's: `TARGET: PATH PATH \` and `NAME := \`, over several lines. */
function addWords(text, into) {
	for (const word of text.replaceAll(/^\S+(:| :=)(?=\s)|\\$/gm, "").split(/\s+/)) if (word !== "") addCopy(word.replaceAll("\\:", ":"), into);
}
/** Lines of a list but for `    $(wildcard include/config/SMP) \`, a source, and a command. */
const NOTES = /^(?: {2}([^\s$][^\s\\]*)|source_.* := (.*)|(?:saved)?cmd_(.*))/gm;
function addCommandFile(text, roots, { read, named, programs }) {
	for (const [, prerequisite, source, command] of text.matchAll(NOTES)) if (command === void 0) addCopy(prerequisite ?? source.trim(), read);
	else {
		for (const path of pathsBelow(roots, command)) addCopy(path, named);
		for (const [, program] of command.matchAll(PROGRAMS)) addCopy(program, programs);
	}
}
/** First words of the commands of a shell. */
const PROGRAMS = /(?::=|[;|&(`]|\b(?:do|else|exec|if|then|xargs)\b) *([\w/][\w.+/-]*)/g;
/** What a path in a command may be made of. */
const REST_OF_PATH = /[^\s"'`;|&<>()$]+/y;
/** An option whose folder a compiler or dtc looks in, of which it notes what it has found. */
const SEARCHES_IN = /-(?:[IiL]|isystem|iquote|idirafter) {0,2}$/;
/** Longer than what SEARCHES_IN matches. */
const OPTION_LENGTH = 16;
/** The paths in a text that begin with a root. Each place is looked at once, whatever the text is. */
function* pathsBelow(roots, text) {
	const places = roots.map((root) => ({
		root,
		at: text.indexOf(root)
	}));
	for (;;) {
		const [next] = places.filter(({ at }) => at !== -1).toSorted((a, b) => a.at - b.at);
		if (next === void 0) return;
		REST_OF_PATH.lastIndex = next.at + next.root.length;
		const rest = REST_OF_PATH.exec(text)?.[0] ?? "";
		const isSearched = SEARCHES_IN.test(text.slice(Math.max(0, next.at - OPTION_LENGTH), next.at));
		if (rest !== "" && !isSearched) yield next.root + rest;
		const end = next.at + next.root.length + rest.length;
		for (const place of places) if (place.at !== -1 && place.at < end) place.at = text.indexOf(place.root, end);
	}
}
/** A part of a text keeps the whole text in memory; those of a large build are half a gigabyte, of few distinct words. */
function addCopy(word, into) {
	if (!into.has(word)) into.add(Buffer.from(word).toString());
}
/** Reads the notes of all that is in `O=`. */
function readDependencies(built) {
	const tree = realTree(built);
	const { source, output } = tree;
	const { read, packed, kconfig, named, programs } = readNotedPaths(output, rootsOf(tree));
	const places = [
		...[...read].map((path) => absolute(output, path)),
		...[...kconfig].map((path) => resolve(source, path)),
		...[...named].flatMap((word) => placesNamed(resolve(output, word), tree))
	];
	const paths = /* @__PURE__ */ new Set();
	for (const place of [...packed].map((path) => absolute(output, path))) for (const name of [place, realPath$2(place)]) paths.add(pathIn(tree, name) ?? name);
	for (const place of new Set(places.flatMap((path) => [path, realPath$2(path)]))) {
		const path = pathIn(tree, place);
		if (path !== void 0) paths.add(path);
	}
	return {
		files: [...paths].toSorted(),
		commands: [...programs].filter((path) => pathIn(tree, path) === void 0)
	};
}
function realTree({ source, output, root }) {
	return {
		source: realpathSync(source),
		output: realpathSync(output),
		root: realpathSync(root)
	};
}
/** How commands name the tree. */
function rootsOf({ source, output, root }) {
	return [.../* @__PURE__ */ new Set([`${source}/`, `${root}/`]), ...isBelow(output, source) ? ["../"] : []];
}
/** As `readDependencies` returns it; undefined for what lies elsewhere. */
function pathIn({ source, output, root }, place) {
	const [inSource, inOutput] = [pathBelow(source, place), pathBelow(output, place)];
	if (inOutput !== void 0 && !(inSource !== void 0 && isBelow(source, output))) return "O=/" + inOutput;
	return inSource ?? (isBelow(place, root) ? relative(source, place) : void 0);
}
/** Most of thousands of paths are absolute and have nothing to resolve, which takes time. */
function absolute(folder, path) {
	return path.startsWith("/") && !/\/[./]/.test(path) ? path : resolve(folder, path);
}
/** The same as `relative`; undefined for what lies elsewhere. */
function pathBelow(folder, place) {
	if (place === folder) return "";
	return place.startsWith(`${folder}/`) ? place.slice(folder.length + 1) : void 0;
}
/** How many of the dependencies are files of the tree. */
function countSources(dependencies) {
	return dependencies.filter((path) => !path.startsWith("O=/")).length;
}
/** The file or folder of a word such as `/linux/a.lds,--strip`: names have commas too. That of all sources is none. */
function placesNamed(word, { source, root }) {
	const found = [word, word.split(/[,=:]/, 1)[0]].find((path) => isFileOrFolder(path));
	return found === void 0 || [source, root].includes(resolve(found)) ? [] : [found];
}
function isFileOrFolder(path) {
	try {
		const found = statSync(path);
		return found.isFile() || found.isDirectory();
	} catch {
		return false;
	}
}
// src/kernel/tree/file-kinds.ts
/** Kinds of the files of a kernel tree, by their names relative to the kernel's folder. Links are of no kind. */
/**
* Folders that no build of a kernel goes into. Documentation/Kconfig is read by each build and noted as such, its Makefile by
* `make htmldocs`; those below tools/ have programs for a running kernel, but for headers that tests in lib/ include,
* which is noted too.
*/
const FOLDERS = [
	"Documentation/",
	"LICENSES/",
	".github/"
].concat([
	"memory-model",
	"perf",
	"power",
	"testing",
	"tracing",
	"usb",
	"virtio"
].map((name) => `tools/${name}/`));
const AT_ROOT = /* @__PURE__ */ new Set([
	"COPYING",
	"CREDITS",
	"MAINTAINERS",
	".clang-format",
	".cocciconfig",
	".editorconfig",
	".get_maintainer.ignore",
	".mailmap"
]);
/** Whether it is a document by its name, in whatever folder. Not .gitattributes, which decides on what is checked out. */
function isDocument(path) {
	return /^(\.gitignore|README(\.\w+)?|TODO|.*\.(rst|md))$/.test(basename$1(path));
}
/** Whether only people, git and tools of theirs read it. */
function isForPeople(path) {
	return AT_ROOT.has(path) || isDocument(path) || FOLDERS.some((folder) => path.startsWith(folder));
}
/** Whose programs are built by Makefiles of their own that note nothing as kbuild does. */
const OWN_BUILDS = /^(scripts|tools|drivers\/scsi\/aic7xxx\/aicasm)\//;
/** Whether only a compiler, an assembler or dtc reads it, which note what they read. */
function isCompiled(path) {
	return /\.(c|h|S|dtsi?|dtso)$/.test(path) && !OWN_BUILDS.test(path);
}
/** The architecture of what is below arch/NAME/. */
function architectureOf(path) {
	return /^arch\/([^/]+)\/./.exec(path)?.[1];
}
/** Read for each architecture: scripts/checksyscalls.sh takes the calls of x86, fs/hostfs/Makefile the rules of um. */
function isForAllArchitectures(path) {
	return path.endsWith(".tbl") || path.startsWith("arch/um/scripts/");
}
// src/kernel/reach/path-words.ts
/**
* Words of Makefiles, Kconfig files and scripts that may name a file or a folder of the tree, as patterns for its path.
* Nothing is evaluated: a variable whose value is not known stands for any path. A relative path begins at $(srctree),
* which make looks in (VPATH), or beside its file.
*/
/** A path as patterns are matched with: what ends a word of a Makefile parts a path, too. */
function comparable(path) {
	return `/${path.replaceAll(/[^\w.+,/-]+/g, "/")}`;
}
function isNamed(path, { patterns, isDeep }) {
	return patterns.some((pattern) => (isDeep || depthOf(pattern) === depthOf(path)) && matchesGlob(pattern, path));
}
function depthOf(path) {
	return path.split("/").length;
}
const VARIABLES = /\$\([\w.@^<?+*-]+\)|\$\{\w+\}|\$\w+/g;
/** The same, and what paths have. */
const WORDS = /(?:\$\([\w.@^<?+*-]+\)|\$\{\w+\}|\$\w+|[\w.*?%+,/[\]-])+/g;
/** `$(build)=FOLDER` is where kbuild goes on, `-I FOLDER` where a compiler looks, which notes what it finds. */
const NOT_READ = /\$\([\w-]+\)=\S+|(?<![\w$)}/-])-(?:I|isystem|iquote|idirafter)\s*\S+/g;
/** The words of a line, but for those that say nothing of a path. */
function pathWords(line, place) {
	const words = line.replaceAll(NOT_READ, " ").match(WORDS) ?? [];
	return words.flatMap((word, index) => {
		const where = {
			...place,
			isName: words[index - 1] === "-name"
		};
		return (word.includes(",") ? [word, ...word.split(",")] : [word]).flatMap((part) => pathWord(part, where) ?? []);
	});
}
function pathWord(word, place) {
	const { starts, rest } = splitStart(word.replace(/^-+\w/, ""), place);
	const known = rest.replaceAll(VARIABLES, (variable) => valueOf(variable, place) ?? UNKNOWN$2);
	const path = known.replaceAll(UNKNOWN$2, "*").replaceAll(/\[[^[\]]*\]/g, "?").replaceAll("%", "*").replaceAll(/\*\/\.\.(?=\/|$)/g, "*");
	const patterns = starts.map((start) => patternOf(start, path));
	const name = basename$1(patterns[0]);
	const isGlob = /[*?]/.test(name);
	if (isGlob && /^\$\((?:obj|objtree)\)/.test(word)) return void 0;
	if (!/\w/.test(path) && !(starts.length === 1 && /\w/.test(starts[0]))) return void 0;
	return {
		text: path,
		patterns,
		name: isGlob ? void 0 : name,
		isDeep: starts.includes(ANY$1) || known.includes(UNKNOWN$2),
		start: starts.includes(ANY$1) ? "any" : "known",
		kind: word.includes("%") ? "rule" : "path"
	};
}
const ANY$1 = "*";
function patternOf(start, path) {
	return (start === ANY$1 ? `*${normalize(`/${path}`)}` : normalize(`/${start}/${path}`)).replace(/\/$/, "");
}
const ROOT$1 = /^\$(?:\((?:abs_)?srctree\)|\{(?:abs_)?srctree\}|(?:abs_)?srctree)(?=\/|$)/;
const OWN$1 = /^\$\((?:src|obj)\)(?=\/|$)/;
function splitStart(word, { folder, srctree, src, isName }) {
	if (ROOT$1.test(word)) return {
		starts: [srctree],
		rest: word.replace(ROOT$1, "")
	};
	if (src === "own" && OWN$1.test(word)) return {
		starts: [folder],
		rest: word.replace(OWN$1, "")
	};
	if (isName || /^(\$|\/|\.\.\/)/.test(word)) return {
		starts: [ANY$1],
		rest: word
	};
	return {
		starts: [srctree, folder],
		rest: word
	};
}
/** Stands for a value that is not known. */
const UNKNOWN$2 = "";
function valueOf(variable, { sourceArch, src, folder, srctree, config }) {
	const name = variable.replaceAll(/[${()}]/g, "");
	if (/^(?:SRCARCH|ARCH|UTS_MACHINE)$/.test(name)) return sourceArch;
	if (src === "own" && /^(?:src|obj)$/.test(name)) return relative$1(srctree, folder);
	if (!name.startsWith("CONFIG_")) return void 0;
	const value = (config.get(name.slice(7)) ?? "").replaceAll("\"", "");
	return /^[\w./-]*$/.test(value) ? value : void 0;
}
// src/kernel/reach/build-text.ts
/**
* What decides on a build beside the sources that compilers read: Makefiles of the folders that kbuild went into, Kconfig
* files, and the scripts and further files that these name. Nobody notes what they read themselves.
*/
/** All lines of it that are neither comments nor said to people, each file once. */
function* buildText(places) {
	const { root, prefix, folders } = places;
	const inKernel = folders.flatMap((folder) => ["Makefile", "Kbuild"].map((name) => join(folder, name)));
	const files = new Set([...inKernel, ...places.files].filter(isBuildText).map((path) => join(prefix, path)));
	const looked = /* @__PURE__ */ new Set();
	for (const file of files) for (const line of linesOf(file, places)) {
		for (const pattern of line.words.flatMap(({ patterns }) => patterns)) {
			if (looked.has(pattern)) continue;
			looked.add(pattern);
			const path = pattern.replace(/^\*?\//, "");
			if (!/[?*]/.test(path) && isBuildText(path) && existsSync(join(root, path))) files.add(path);
		}
		yield line;
	}
}
/**
* Whether a text of the build asks git for what a commit has beside its files; scripts/setlocalversion does so where
* CONFIG_LOCALVERSION_AUTO says it.
*/
function asksForCommit(file, text) {
	if (/(^|\/)scripts\/setlocalversion$/.test(file)) return false;
	return text.split("\n").some((line) => /\bgit\s/.test(line) && QUESTION.test(line) && !/^\s*#/.test(line));
}
const QUESTION = /\b(?:describe|rev-parse|rev-list|log|show|name-rev|symbolic-ref|for-each-ref|tag|archive|ls-files|ls-tree|cat-file)\b/;
/** Whether it is neither a compiler's nor people's. */
function isBuildText(path) {
	return !/^O=\/|\.([chSyl]|dtsi?|dtso)$|_shipped$/.test(path) && !isForPeople(path) && !OF_OTHER_GOALS$1.test(path);
}
/** What the kernel's own Makefiles run for goals that make no kernel, and what change-impact.ts knows by options. */
const OF_OTHER_GOALS$1 = /(^|\/)(scripts\/(package|coccinelle|clang-tools|gdb)\/|scripts\/(tags\.sh|headerdep\.pl|check(includes|version|stack)\.pl|kernel-doc|nsdeps|Makefile\.(clean|dtbinst|headersinst|modinst|package|vdsoinst))$|kernel\/gen_kheaders\.sh$|tools\/build\/)/;
function linesOf(file, { root, prefix, sourceArch, config }) {
	const text = readSourceFile(root, file);
	if (text === void 0 || text.includes("\0")) return [];
	const place = {
		folder: dirname$1(file),
		src: /^(Makefile|Kbuild)$/.test(basename$1(file)) ? "own" : "others",
		srctree: prefix,
		sourceArch,
		config
	};
	let next = 1;
	return text.replaceAll("\\\n", JOINT).split("\n").flatMap((line) => {
		const number = next;
		next += line.split(JOINT).length;
		const part = partThatNames(line, file);
		return part === void 0 ? [] : {
			file,
			number,
			text: part,
			words: pathWords(part, place)
		};
	});
}
/** Stands for a line break behind a backslash; no text of a build has it. */
const JOINT = "";
/** What may name files in a line; undefined where nothing does. */
function partThatNames(line, file) {
	if (basename$1(file).startsWith("Kconfig")) return /\$\(|^\s*[or]*source\s+["$]/.test(line) ? line : void 0;
	return /^\s*#/.test(line) || isSaid(line) ? void 0 : withoutComment(line);
}
function withoutComment(line) {
	const start = line.search(/\s#\s/);
	return start === -1 ? line : line.slice(0, start);
}
/** Whether it prints what it has itself. */
function isSaid(line) {
	const said = /^\s*@?(?:\$\(kecho\)|echo|printf)\s(.*)$/.exec(line)?.[1];
	return said !== void 0 && !/[>`|]|\$\(/.test(said.replaceAll(">&2", ""));
}
// src/kernel/reach/source-directives.ts
/** `read` returns what is in a file, undefined for one that cannot be read. */
function readDirectives(files, read) {
	const asking = [];
	const names = /* @__PURE__ */ new Set();
	for (const file of files) {
		const bytes = read(file);
		if (bytes === void 0) continue;
		if (bytes.includes("__has_") && ASKS.some((word) => bytes.includes(word))) asking.push(file);
		if (!READS.some((word) => bytes.includes(word))) continue;
		for (const name of namesIn(withoutComments(bytes.toString("latin1")))) names.add(name);
	}
	return {
		asking,
		names: [...names].toSorted()
	};
}
const ASKS = ["__has_include", "__has_embed"];
/** What each directive has. */
const READS = [".inc", "embed"];
const DIRECTIVE$2 = /(?:(?<!(?:^|[^\\])[\w.)\]>$/-])\.(?:incbin|include)|^[ \t]*#[ \t]*embed)\b(.{0,300})/gm;
function namesIn(text) {
	return [...text.matchAll(DIRECTIVE$2)].flatMap(({ index, 1: rest = "" }) => {
		if (/^\s*=/.test(rest)) return [];
		return namesAfter(rest, {
			text,
			isInString: (text.slice(text.lastIndexOf("\n", index) + 1, index).replaceAll(/\\./g, "").split("\"").length - 1) % 2 === 1
		});
	});
}
/** A format of a program that writes sources is no name of its own. */
function namesAfter(rest, { text, isInString }) {
	const quoted = (isInString ? /^\s*\\"([^"\\]+)\\"/ : /^\s*["<]([^">\\]+)[">]/).exec(rest)?.[1];
	if (quoted !== void 0) return quoted.includes("%") ? [] : [quoted];
	const macro = isInString ? void 0 : /^\s*([A-Za-z_]\w*)/.exec(rest)?.[1];
	const defined = macro === void 0 ? [] : valuesOf(macro, text);
	return defined.length > 0 ? defined : ["*"];
}
const DEFINITION$1 = /^[ \t]*#[ \t]*define[ \t]+(\w+)[ \t]+"([^"\n]+)"/gm;
function valuesOf(macro, text) {
	return [...text.matchAll(DEFINITION$1)].flatMap(([, name, value]) => name === macro && value ? [value] : []);
}
function withoutComments(text) {
	const parts = [];
	for (let from = 0;;) {
		const start = text.indexOf("/*", from);
		parts.push(text.slice(from, start === -1 ? void 0 : start));
		const end = start === -1 ? -1 : text.indexOf("*/", start + 2);
		if (end === -1) return parts.join(" ");
		from = end + 2;
	}
}
// src/kernel/reach/kernel-sources.ts
/** What a kernel was made from, as its build has noted it and as its sources say; kept with the kernel. */
const KERNEL_SOURCES = object({
	/** What `readDependencies` returned. */
	files: array(string()).readonly(),
	/** Folders that kbuild went into, relative to the kernel's folder, '.' for that itself. */
	folders: array(string()).readonly(),
	/** Of `files`, those that ask whether another file is there. */
	asking: array(string()).readonly(),
	/** Names of what is read without a note, as sources write them; `*` for one that something else spells. */
	names: array(string()).readonly(),
	/** Whether a Makefile or a script of the build asks git which commit it is. */
	asksGit: boolean(),
	/** Programs that its commands have run, by name or absolute path. */
	programs: array(string()).readonly(),
	/** Digest of these, as they were. */
	programsDigest: string()
});
/** Every kernel is made from it. */
const ALWAYS = "init/main.c";
/** Undefined where the build has noted nothing, which proves nothing. */
function noteSources(built) {
	const sources = gatherSources(built);
	return sources.files.includes(ALWAYS) ? sources : void 0;
}
/** What there are notes of; a build that failed has some. */
function gatherSources(built) {
	const { files, commands } = readDependencies(built);
	const compiled = files.filter((path) => !isOfMake(path));
	const read = readerOf(built);
	const folders = foldersWithNotes(built.output);
	const scripts = compiled.filter((path) => isBuildText(path));
	const asksGit = doAskForCommit([...makefilesIn(folders), ...scripts], read);
	const programs = built.programs.among(commands);
	return {
		files,
		folders,
		asksGit,
		programs,
		programsDigest: built.programs.digestOf(programs),
		...readDirectives(compiled, read)
	};
}
function makefilesIn(folders) {
	return folders.flatMap((folder) => ["Makefile", "Kbuild"].map((name) => join$1(folder, name)));
}
/** Whether any of the texts does so, or of those that Makefiles include. */
function doAskForCommit(paths, read) {
	const texts = new Set(paths);
	for (const path of texts) {
		const text = read(path)?.toString("latin1") ?? "";
		if (asksForCommit(path, text)) return true;
		for (const included of includedIn(text, dirname$1(path))) texts.add(included);
	}
	return false;
}
/** What the lines `include FILE …` name without a variable that is not known. */
function includedIn(text, folder) {
	return [...text.matchAll(/^[ -]*include[ \t]+(.*)$/gm)].flatMap(([, words = ""]) => words.replaceAll(/\$\((?:abs_)?srctree\)\//g, "").replaceAll(/\$\((?:src|obj)\)\//g, `${folder}/`).split(/\s+/).filter((word) => word !== "" && !word.includes("$")));
}
/** Reads a file of the tree, or one that the build has made, unless it leads elsewhere. */
function readerOf({ source, output, root }) {
	const [made, given] = [madeIn(output), sourceIn(root)];
	return (path) => path.startsWith("O=/") ? readIfSound(join$1(output, path.slice(3)), "source", made) : readIfSound(join$1(source, path), "source", given);
}
function isOfMake(path) {
	return /^(Makefile|Kbuild|Kconfig)/.test(basename(path));
}
function foldersWithNotes(output) {
	const folders = /* @__PURE__ */ new Set(["."]);
	for (const { parentPath } of noteFiles(output)) for (let folder = relative$1(output, parentPath) || "."; folder !== "."; folder = dirname$1(folder)) folders.add(folder);
	return [...folders].toSorted();
}
/** Whether the programs that a build has run are still the same ones. */
function isOfPrograms({ programs, programsDigest }, machine) {
	return machine.digestOf(programs) === programsDigest;
}
// src/kernel/reach/option-paths.ts
/**
* Files and folders that a configuration names: CONFIG_INITRAMFS_SOURCE, CONFIG_EXTRA_FIRMWARE_DIR, keys and their lists,
* CONFIG_BOOT_CONFIG_EMBED_FILE, whatever option of type string a fork adds, and variables of make. Any word counts: one
* that is no path costs a build, one that is missed hides what a kernel has packed.
*/
function optionPaths(config, make, places) {
	return [...[...config].filter(([, value]) => value.startsWith("\"")).map(([name, value]) => [`CONFIG_${name}`, value]), ...Object.entries(make)].flatMap(([option, value]) => {
		if (/`|\$\(shell\b/.test(value)) return [{
			option,
			patterns: ["*"]
		}];
		const patterns = wordsOf(value).flatMap((word) => patternsOf(word, places));
		return patterns.length === 0 ? [] : [{
			option,
			patterns
		}];
	});
}
/** The option by which a file, relative to the repository's root, may be read. */
function optionThatNames(path, options) {
	return options.find(({ patterns }) => patterns.some((pattern) => matchesGlob(pattern, path) || matchesGlob(`${pattern}/*`, path)))?.option;
}
/** Options that the kernel's own Makefiles read as paths; EXTRA_FIRMWARE_DIR where there is EXTRA_FIRMWARE. */
const PATH_OPTIONS = /^(INITRAMFS_SOURCE|EXTRA_FIRMWARE_DIR|SYSTEM_(TRUSTED_KEYS|REVOCATION_KEYS|BLACKLIST_HASH_LIST)|MODULE_SIG_KEY|BOOT_CONFIG_EMBED_FILE|UNUSED_KSYMS_WHITELIST|ACPI_CUSTOM_DSDT_FILE|CFG80211_EXTRA_REGDB_KEYDIR)$/;
/** What a running kernel has too: `/sbin/init` of an option is its own. */
const OF_RUNNING_SYSTEMS = /^\/(bin|dev|etc|lib\w*|proc|run|sbin|sys|usr|var)(\/|$)/;
/**
* The option that leads to something outside of the repository and of the build folder, which no commit has: such a
* kernel is not that of its commit alone.
*/
function optionThatLeaves(config, places) {
	const leaves = ([name, value]) => {
		if (!value.startsWith("\"")) return false;
		if (name === "EXTRA_FIRMWARE_DIR" && optionValue(config, "EXTRA_FIRMWARE") === "\"\"") return false;
		return wordsOf(value).filter((word) => PATH_OPTIONS.test(name) || !OF_RUNNING_SYSTEMS.test(word)).flatMap((word) => placesOf(word, places)).some((place) => isElsewhere(place, places));
	};
	const found = [...config].find(leaves);
	return found === void 0 ? void 0 : `CONFIG_${found[0]}`;
}
function isElsewhere(place, { root, output }) {
	if (!existsSync(place)) return false;
	return [root, output].every((folder) => {
		const [inside, whole] = [realPath$2(place), realPath$2(folder)];
		return !isBelow(inside, whole) && !isBelow(whole, inside);
	});
}
/** Each word as it stands, and its parts: names of folders have commas too. */
function wordsOf(value) {
	const words = value.split(/[\s"'\\]+/);
	const parts = words.flatMap((word) => word.split(/[=:,]+/));
	return [.../* @__PURE__ */ new Set([...words, ...parts])].filter((word) => /[^/]/.test(word));
}
const TREE = /^\$[({](?:abs_)?srctree[)}](?=\/|$)/;
const BUILD = /^\$[({](?:abs_)?objtree[)}](?=\/|$)/;
const VARIABLE = /\$[({]?[\w.-]*[)}]?/g;
/** Any variable but those of the tree may be any folder. */
function patternsOf(word, places) {
	const rest = expanded(word, places);
	if (rest.startsWith("*")) return [rest.replace(/^\*\//, "*")];
	const roots = [.../* @__PURE__ */ new Set([places.root, realPath$2(places.root)])];
	return placesOf(word, places).flatMap((place) => roots.flatMap((root) => patternIn(root, place)));
}
function expanded(word, { output }) {
	return word.replace(TREE, ".").replace(BUILD, output).replaceAll(VARIABLE, "*").replaceAll(/\[[^[\]]*\]/g, "?");
}
/** Where a word may lead: an absolute path, or one from the kernel's folder or from `O=`, which make runs in. */
function placesOf(word, places) {
	const { root, prefix, output } = places;
	const rest = expanded(word, places);
	return (rest.startsWith("/") ? [rest, realPath$2(rest)] : [
		join$1(root, prefix, rest),
		join$1(realPath$2(root), prefix, rest),
		join$1(output, rest)
	]).map((place) => normalize(place));
}
function patternIn(root, place) {
	if (`${root}/`.startsWith(place.replace(/\/?$/, "/"))) return ["*"];
	return place.startsWith(`${root}/`) ? [place.slice(root.length + 1).replace(/\/$/, "")] : [];
}
// src/kernel/reach/named-paths.ts
/** Whether the text of a build (build-text.ts) names a file of the tree, or reads a folder that it is in. */
/**
* Paths are relative to the repository's root. Where make is run again, it finds by $(wildcard) itself which sources
* there are.
*/
function findNaming(paths, text, runs = "nothing") {
	if (paths.length === 0) return void 0;
	const index = indexOf(paths);
	const documents = indexOf(paths.filter((path) => !isForCompilers(path)));
	for (const line of text) {
		if (OF_OTHER_GOALS.test(line.text)) continue;
		const isListing = runs === "make again" && LISTS_SOURCES.test(line.text);
		const path = runs === "nothing" && asksForCommit(line.file, line.text) || readsTree(line.text) ? paths[0] : pathNamedBy(line, isListing ? documents : index);
		if (path !== void 0) return {
			path,
			by: `${line.file}, line ${line.number}`
		};
	}
}
/** Rules of the Makefile of the root that clean, search and check the tree, and make no kernel. */
const OF_OTHER_GOALS = /RCS_FIND_IGNORE|headerdep|checkstack|tools\/testing\/selftests|-name '\*\.rs'|^clean-(?:dirs|files)\b|DT_BINDING_DIR|rustdoc|docheck/;
const LISTS_SOURCES = /\$\(wildcard\b/;
function indexOf(paths) {
	const entries = /* @__PURE__ */ new Map();
	const add = (path, of, kind) => {
		if (!entries.has(path)) entries.set(path, {
			path: of,
			comparable: comparable(path),
			kind
		});
	};
	for (const path of paths) {
		add(path, path, "file");
		for (let folder = dirname$1(path); folder !== "."; folder = dirname$1(folder)) add(folder, path, "folder");
	}
	const byName = /* @__PURE__ */ new Map();
	for (const entry of entries.values()) {
		const name = basename$1(entry.comparable);
		byName.set(name, [...byName.get(name) ?? [], entry]);
	}
	return {
		byName,
		files: [...entries.values()].filter(({ kind }) => kind === "file")
	};
}
function pathNamedBy(line, { byName, files }) {
	for (const word of line.words) {
		const entries = word.name === void 0 ? files : byName.get(word.name) ?? [];
		const isMeant = entries.length > 0 ? meaningOf(word, line) : void 0;
		if (isMeant === void 0) continue;
		const found = entries.find((entry) => isMeant(entry) && isNamed(entry.comparable, word));
		if (found !== void 0) return found.path;
	}
}
/** What a word means where it stands; undefined for nothing. */
function meaningOf(word, line) {
	return word.name === void 0 ? meaningOfGlob(word, line) : meaningOfName(word, line);
}
function meaningOfName(word, { text }) {
	return ({ path, kind }) => kind === "folder" ? isFolderRead(word, text) : isFileMeant(word, path);
}
/** Whoever is given a folder may read all that is in it. */
function isFolderRead(word, text) {
	if (isOwnFolder(word)) return WALKS.test(text) || /\bcd\s/.test(text);
	if (!isPart(word)) return word.start === "known" && WALKS.test(text);
	if (GOES_ON_IN.test(text)) return false;
	return READS_FOLDERS.test(text) || isSpelled(word) && !PREREQUISITES.test(text);
}
/** Elsewhere a star multiplies, or is part of a regular expression. */
function meaningOfGlob(word, { text, file }) {
	if (!/^(Makefile|Kbuild|Kconfig)|\.(sh|mk|include)$/.test(basename$1(file))) return void 0;
	const isSpecific = WALKS.test(text) || isPart(word) || isSpelled(word) && !word.isDeep;
	const hasEnding = /\.\w+$/.test(word.text);
	return ({ path }) => (isSpecific || hasEnding && !isForCompilers(path)) && isFileMeant(word, path);
}
/** `$(src)` alone. */
function isOwnFolder({ text, start }) {
	return start === "known" && /^\/?$/.test(text);
}
/** `$(src)/folder`, `$(srctree)/folder`: more than a word that happens to be a folder's name. */
function isSpelled({ text, start }) {
	return start === "known" && text.startsWith("/");
}
/** Compilers note the sources of pattern rules; and kbuild's files of any folder are those of the ones that it goes into. */
function isFileMeant({ kind, isDeep, text }, path) {
	if (kind === "rule") return !isForCompilers(path) && /\.\w+$/.test(text);
	return !isDeep || !/^(Makefile|Kbuild|Kconfig)/.test(basename$1(path));
}
function isForCompilers(path) {
	return /\.([chS]|dtsi?|dtso)$/.test(path);
}
/** Whether it says more of a path than one part. */
function isPart({ text, start }) {
	if (start === "known") return /\w\/|\/\w/.test(text);
	return text.split("/").filter((part) => /\w/.test(part)).length > 1;
}
/** What lists folders. */
const WALKS = /\b(?:find|ls|tar|cpio|rsync|cp|du|zip|(?:mk|gen)squashfs|mkfs\.\w+|genisoimage|mkisofs|xorriso|genext2fs)\s|\bgrep\s+-\w*[rR]|^\s*vpath\s/;
/** What make looks whether it is there, and hands to nobody. */
const PREREQUISITES = /^[^\s=:]+\s*:(?!=)/;
/** What lists folders, asks for them, or gives them a name. */
const READS_FOLDERS = /\$\((?:wildcard|shell|addprefix|foreach)\b|\b(?:find|ls|tar|cpio|rsync|xargs|cat|cp|du|grep|test|for|cd|vpath)\s|\[\s+-|^\s*(?:export\s+)?(?!(?:quiet_)?cmd_)\w+\s*[:?+]*=/;
/** `obj-y += folder/`. */
const GOES_ON_IN = /^\s*[\w-]+-(?:y|m|n|objs|\$\((?:[^()]|\([^()]*\))*\))?\s*[:+?]?=/;
/** Whether it reads all of the tree, from the root on. */
function readsTree(text) {
	return LISTS.test(text) && text.split(/\s+/).some((word) => ROOT.test(word));
}
const LISTS = /\b(?:find|tar|cpio|rsync|du|ls|ls-files)\s|\bgrep\s+-\w*[rR]/;
const ROOT = /^(?:\.|\$[({]?(?:abs_)?srctree[)}]?)\/?\)*$/;
// src/kernel/reach/tree-links.ts
/** Symbolic links of the tree: by them a file has other names, which a Makefile or an option may give. */
/** Links that lead to something in the repository. */
function readLinks(root, listing) {
	const real = realPath$2(root);
	return [...listing.matchAll(/^120000 \S+ \d\t(.*)$/gm)].flatMap(([, path = ""]) => {
		const target = realPath$2(join(real, path));
		return isBelow(target, real) ? [{
			path,
			target: relative$1(real, target)
		}] : [];
	});
}
/** The names that a file has by links to it and to the folders that it is in. */
function otherNames(path, links) {
	return links.flatMap((link) => {
		if (path === link.target) return [link.path];
		const folder = link.target === "" ? "" : `${link.target}/`;
		return path.startsWith(folder) ? [join(link.path, path.slice(folder.length))] : [];
	});
}
// src/kernel/reach/unnoted-reads.ts
/** Whether something that leaves no note reads a file: by an option, a directive of a source, or a text of the build. */
/**
* Who may read one of the paths, which are relative to the repository's root: `CONFIG_INITRAMFS_SOURCE`,
* `drivers/toy/Makefile, line 12`; undefined where nobody does. `runs` is what is run where nobody does.
*/
function findUnnotedRead(paths, kernel, runs) {
	const { root, prefix, listing, sources, options } = kernel;
	const links = readLinks(root, listing);
	const noted = new Set(sources.files.map((path) => join$1(prefix, path)));
	const isNoted = (path) => path !== "." && (noted.has(path) || isNoted(dirname$1(path)));
	const unnoted = paths.filter((path) => !isNoted(path));
	const names = /* @__PURE__ */ new Set([...paths, ...unnoted.flatMap((path) => otherNames(path, links))]);
	const directed = new Set(sources.names.map((name) => basename$1(name)));
	for (const path of names) {
		const option = isNoted(path) ? void 0 : optionThatNames(path, options);
		if (option !== void 0) return option;
		if (directed.has(basename$1(path))) return DIRECTIVE$1;
	}
	const candidates = [...names].filter((path) => !isNoted(path));
	if (candidates.length > 0 && directed.has("*")) return DIRECTIVE$1;
	const { files, folders } = sources;
	return findNaming(candidates, buildText({
		...kernel,
		files,
		folders
	}), runs)?.by;
}
const DIRECTIVE$1 = "a directive of a source";
// src/kernel/objtree/align-mtimes.ts
/**
* Times of files as make goes by them. A build folder that comes from a cache lies beside sources whose times say when
* they were checked out, which is after everything in it. Its files are moved to now in their order, and so are the
* sources that changed while it was built, so that make sees what it saw before: what was out of date still is.
*/
/** Apart far enough for the microseconds that Node sets times in. */
const STEP_US = 4n;
/**
* Moves the files of `output`, and the sources in `changed`, to now in the order of their times; then `touched` are
* given a later one. Returns the times of all sources that have one. All sources must be older than now.
*/
async function alignTimes(tree) {
	const { output, root, changed, touched } = tree;
	const files = timesBelow(output);
	const sources = Object.entries(changed).map(([path, time]) => [path, BigInt(time)]);
	const order = [...new Set([...files, ...sources].map(([, time]) => time))].toSorted((a, b) => a < b ? -1 : 1);
	const start = afterAll([...Object.keys(changed), ...touched].map((path) => join(root, path)));
	const moved = new Map(order.map((time, index) => [time, start + BigInt(index + 1) * STEP_US]));
	for (const [path, time] of files) setTime(path, moved.get(time));
	const last = start + BigInt(order.length + 1) * STEP_US;
	const times = new Map(sources.map(([path, time]) => [path, moved.get(time)]));
	for (const path of touched) times.set(path, last);
	for (const [path, time] of times) setSourceTime(root, path, time);
	await untilAfter(last);
	return Object.fromEntries([...times].map(([path, time]) => [path, String(time * 1000n)]));
}
/** No build folder has so many files that their times take longer. */
const LONGEST_US = 1000000n;
/**
* Now, in microseconds, but after the times that the sources have: another target's build of the same sources has set them
* to a moment later than all that it had made from them before.
*/
function afterAll(paths) {
	const now = BigInt(Date.now()) * 1000n;
	return paths.map((path) => lstatSync(path, {
		bigint: true,
		throwIfNoEntry: false
	})?.mtimeNs ?? 0n).map((time) => time / 1000n + 1n).filter((time) => time < now + LONGEST_US).reduce((latest, time) => time > latest ? time : latest, now);
}
/** Make warns of times in the future, and what it makes must come after them. */
async function untilAfter(microseconds) {
	const end = Number(microseconds / 1000n) + 1;
	for (let wait; (wait = end - Date.now()) > 0;) await setTimeout(wait);
}
function timesBelow(folder) {
	return walkFolder(folder).map(({ name, parentPath }) => {
		const path = join(parentPath, name);
		return [path, lstatSync(path, { bigint: true }).mtimeNs];
	});
}
/** What a kept folder says that it was made from may have been written by a build: it touches no file but a source. */
function setSourceTime(root, path, microseconds) {
	const [folder, real] = [realPath(dirname(join(root, path))), realpathSync(root)];
	if (folder === join(real, dirname(path)) && isBelow(folder, real)) setTime(join(root, path), microseconds);
}
/** Undefined for what is gone. */
function realPath(path) {
	try {
		return realpathSync(path);
	} catch {
		return;
	}
}
/** A source that is gone has no time; a link is not followed. */
function setTime(path, microseconds) {
	const seconds = Number(microseconds) / 1e6;
	try {
		lutimesSync(path, seconds, seconds);
	} catch (error) {
		if (error.code !== "ENOENT") throw error;
	}
}
// src/kernel/objtree/incremental-safety.ts
/**
* Decides whether an incremental build is safe: whether make, going by mtimes alone, would rebuild everything that the
* changes affect.
*/
/** Files that make needs no times of, or goes by notes alone for: what reads one without a note would not be made anew. */
function silentPaths(changes, prefix) {
	return changes.map(({ path }) => path).filter((path) => !isReadByEachMake(relative(prefix, path)));
}
/**
* Whether make builds what it would build from nothing, once times say what has changed; unless something reads one of
* the silent paths without a note.
*/
function canBuildIncrementally(changes, places) {
	const { output, prefix } = places;
	if (!changes.every((change) => isTellable(change, relative(prefix, change.path)))) return false;
	const added = changes.flatMap(({ kind, path }) => kind === "added" ? [relative(prefix, path)] : []);
	return !added.some((path) => isBehindFile(output, path)) && !hasMadeNamesake(added, places);
}
function isTellable({ mode, path }, inKernel) {
	if (mode.startsWith("12") || mode.startsWith("16") || path.startsWith("\"")) return false;
	return isForPeople(inKernel) || isCompiled(inKernel) || isReadByEachMake(inKernel);
}
/** Makefiles and what options come from. */
function isReadByEachMake(path) {
	return /^((Makefile|Kbuild|Kconfig).*|.*(\.config|defconfig))$/.test(basename(path)) && !ELSEWHERE.some((pattern) => pattern.test(path));
}
/**
* Makefiles that decide on what is made in other folders, or which scripts make it and with what environment: kbuild
* does not see that a command that it ran once is another one now, nor that a rule is gone. That of the root changes with
* each version, too.
*/
const ELSEWHERE = [
	/^(Makefile|Kbuild)$/,
	/^(scripts|tools)\//,
	/^arch\/[^/]+\/(Makefile|Kbuild)[^/]*$/,
	/^arch\/[^/]+\/(include|tools)\//,
	/^arch\/[^/]+\/.*(syscalls|vdso)\//
];
/** Whether a build has made a file or a link that bears the name of a new source's folder. */
function isBehindFile(output, path) {
	const folders = dirname(path).split(sep);
	if (folders[0] === "..") return false;
	return folders.some((_, index) => {
		const made = lstatSync(join(output, ...folders.slice(0, index + 1)), { throwIfNoEntry: false });
		return made !== void 0 && !made.isDirectory();
	});
}
/**
* Whether a build has made a file of a new one's name: make looks in `O=` first (VPATH), an `#include` may find one of
* them or the other, and where a rule makes what the sources have too, it goes by which is newer.
*/
function hasMadeNamesake(added, { output, source }) {
	const names = new Set(added.filter(isCompiled).map((path) => basename(path)));
	if (names.size === 0) return false;
	return walkFolder(output).some(({ name, parentPath }) => names.has(name) && !isWrapper(relative(output, join(parentPath, name)), source));
}
/** What stands for a header of asm-generic, which is touched itself where another of its name is new. */
function isWrapper(path, source) {
	const [, kind = "", name] = /^arch\/[^/]+\/include\/generated\/(uapi\/)?asm\/([^/]+)$/.exec(path) ?? [];
	return name !== void 0 && existsSync(join(source, "include", kind, "asm-generic", name));
}
// src/kernel/objtree/objtree-state.ts
/** What a build folder says of itself between two builds; without it nothing in the folder is of use. */
const SCHEMA = object({
	format: literal(1),
	place: string(),
	commit: string(),
	outcome: _enum(["built", "failed"]),
	origin: _enum(["clean", "incremental"]),
	changed: record(string(), string().regex(/^\d{1,20}$/))
});
const STATE = "kernel-size-budget.state";
const SOURCES = "kernel-size-budget.sources";
const NOTED = "kernel-size-budget.noted";
/** Undefined where a build was cut off, and for a folder of another kind. */
function readObjtreeState(output) {
	try {
		const access = madeIn(output);
		return {
			state: SCHEMA.parse(JSON.parse(readBoundedText(join(output, STATE), "state", access))),
			listing: readBoundedText(join(output, SOURCES), "state", access)
		};
	} catch {
		return;
	}
}
/** From here on the folder counts as cut off. */
async function forgetObjtreeState(output) {
	for (const name of [STATE, NOTED]) await rm(join(output, name), {
		recursive: true,
		force: true
	});
}
/** What the folder's kernel was made from, so that it need not be gathered again from thousands of notes. */
async function writeNotedSources(output, sources) {
	await writeForMake(join(output, NOTED), JSON.stringify(sources ?? null));
}
/** Undefined where nobody has written it since the last build. */
function readNotedSources(output) {
	try {
		return KERNEL_SOURCES.parse(JSON.parse(readBoundedText(join(output, NOTED), "state", madeIn(output))));
	} catch {
		return;
	}
}
/** Whole or not at all. */
async function writeObjtreeState(output, { state, listing }) {
	await writeForMake(join(output, SOURCES), listing);
	const unfinished = join(output, `${STATE}.new`);
	await writeForMake(unfinished, JSON.stringify(state));
	await rename(unfinished, join(output, STATE));
}
// src/kernel/objtree/sources-to-touch.ts
/** Which sources make has to take for new after a change. */
/** Paths from the repository's root: what has changed, and what includes something else now. */
function sourcesToTouch(changes, tree) {
	const { prefix, listing, asking } = tree;
	const pathsOf = (kinds) => changes.flatMap(({ kind, path }) => kinds.includes(kind) ? [path] : []);
	const added = pathsOf(["added"]);
	const isIncluded = (path) => isCompiled(relative(prefix, path));
	const cameOrWent = pathsOf(["added", "removed"]).some(isIncluded);
	return [
		...pathsOf(["added", "modified"]),
		...foldersOf$1(added),
		...namesakes(added.filter(isIncluded), listing),
		...cameOrWent ? asking.map((path) => join(prefix, path)) : []
	];
}
/** Of a folder that is packed into the kernel (CONFIG_INITRAMFS_SOURCE) make knows the files and folders that it had. */
function foldersOf$1(added) {
	const folders = /* @__PURE__ */ new Set();
	for (let paths = added; paths.length > 0;) {
		paths = [...new Set(paths.map((path) => dirname(path)))].filter((path) => path !== ".");
		for (const path of paths) folders.add(path);
	}
	return [...folders];
}
/**
* Files that bear the name of an added one: an `#include` that found one of them may now find the added one, and kbuild
* knows only what was found.
*/
function namesakes(added, listing) {
	if (added.length === 0) return [];
	const names = new Set(added.map((path) => basename(path)));
	return listing.split("\n").map((line) => line.slice(line.indexOf("	") + 1)).filter((path) => names.has(basename(path)) && !path.startsWith("\""));
}
// src/kernel/objtree/made-with.ts
/**
* What was made with files that are gone. Make does not see that a prerequisite is missing before 4.4, as kbuild calls
* it (scripts/Kbuild.include, `.SECONDARY`).
*/
/** Absolute paths of the notes in `output` that name a file of `gone`, absolute too, and of what they are about. */
function madeWith(gone, output) {
	if (gone.size === 0) return [];
	const isGone = (word) => gone.has(word.startsWith("/") ? word : join(output, word));
	const access = madeIn(output);
	return noteFiles(output).flatMap(({ parentPath, name }) => {
		const note = join(parentPath, name);
		if (!readBoundedText(note, "note", access).split(/\s+/).some(isGone)) return [];
		const made = /^\.(.*)\.(cmd|d)$/.exec(name)?.[1];
		return made === void 0 ? [note] : [note, join(parentPath, made)];
	});
}
// src/kernel/objtree/stale-outputs.ts
/**
* What make would take for up to date though a clean build would not make it, or otherwise: kbuild compares the commands
* of most rules, but it does not look at files whose sources or rules are gone.
*/
/** Removes it from `O=`; the sources are as they are after the changes. */
async function removeStaleOutputs(changes, places) {
	const { source, prefix } = places;
	const [output, tree] = [realpathSync(places.output), realpathSync(source)];
	const paths = changes.map(({ kind, path }) => ({
		kind,
		path: relative(prefix, path)
	}));
	const stale = paths.flatMap((change) => staleBy(change, {
		output,
		source
	}));
	const gone = paths.flatMap(({ kind, path }) => kind === "removed" ? [join(tree, path)] : []);
	const made = madeWith(/* @__PURE__ */ new Set([...gone, ...stale]), output);
	for (const path of [...stale, ...made]) await rm(path, {
		recursive: true,
		force: true
	});
}
function staleBy({ kind, path }, { output, source }) {
	const folder = join(output, dirname(path));
	if (!isInside(folder, output)) return [];
	if (kind === "removed" && !existsSync(join(source, dirname(path)))) return [folder];
	const ofSource = kind === "removed" && isCompiled(path) ? madeFrom(folder, basename(path)) : [];
	const ofRules = isMakefile(path) ? madeByRules(folder, join(source, dirname(path))) : [];
	return [...ofSource, ...ofRules];
}
/** Without its source an object has no rule, which make takes for up to date. */
function madeFrom(folder, source) {
	const stem = `${basename(source, extname(source))}.`;
	return readdirSync(folder).filter((name) => name.startsWith(stem) || name.startsWith(`.${stem}`)).map((name) => join(folder, name));
}
function isMakefile(path) {
	return /^(Makefile|Kbuild)/.test(basename(path));
}
/**
* What rules of a Makefile have made without keeping the command, and what may be included though its rule is gone; in
* folders without a Makefile of their own too.
*/
function madeByRules(folder, source) {
	const entries = readdirSync(folder, { withFileTypes: true });
	const names = new Set(entries.map(({ name }) => name));
	return entries.flatMap((entry) => {
		const { name } = entry;
		const [made, beside] = [join(folder, name), join(source, name)];
		if (entry.isDirectory()) return hasMakefile(beside) ? [] : madeByRules(made, beside);
		if (name.startsWith(".") || name.endsWith(".d")) return [];
		return /\.([chS]|lds)$/.test(name) || !names.has(`.${name}.cmd`) ? [made] : [];
	});
}
function hasMakefile(folder) {
	return ["Makefile", "Kbuild"].some((name) => existsSync(join(folder, name)));
}
/** A folder of `O=` and not `O=` itself; not so where a build has put a link in the way, and for what lies beside the kernel. */
function isInside(folder, output) {
	try {
		const [inner, outer] = [realpathSync(folder), realpathSync(output)];
		return inner !== outer && isBelow(inner, outer) && statSync(folder).isDirectory();
	} catch {
		return false;
	}
}
// src/kernel/objtree/open-objtree.ts
/**
* Brings a build folder to another commit, so that make leaves behind what a clean build of that commit would. Kbuild
* records what each file was made from and by which command (scripts/Kbuild.include, if_changed); what it goes wrong
* by is times, and files that are in the way, which is what is put right here. Where neither suffices, a build begins
* with an empty folder.
*/
const EMPTY_OBJTREE = { kind: "empty" };
/** What is in the build folder where make can go on from it; waits for the sources only where there is something. */
async function readObjtree(build, sources) {
	const { output, source, place } = build;
	const known = readObjtreeState(output);
	if (known === void 0 || known.state.place !== place) return EMPTY_OBJTREE;
	const noted = readNotedSources(output);
	if (noted !== void 0 && !isOfPrograms(noted, build.programs)) return EMPTY_OBJTREE;
	const checkout = await sources;
	const { root, listing, prefix } = checkout;
	const { state } = known;
	const changes = changesBetween(known.listing, listing);
	if (!canBuildIncrementally(changes, {
		output,
		source,
		prefix
	})) return EMPTY_OBJTREE;
	if (changes.length === 0) return {
		kind: "kept",
		state,
		changes,
		asking: []
	};
	const madeFrom = noted ?? gatherSources({
		...build,
		root
	});
	if (isReadUnnoted$1(build, checkout, {
		changes,
		sources: madeFrom
	})) return EMPTY_OBJTREE;
	return {
		kind: "kept",
		state,
		changes,
		asking: madeFrom.asking.filter((path) => !path.startsWith("O=/"))
	};
}
/** Makes the build folder ready for make, with what `objtree` says of it. */
async function openObjtree(build, checkout, objtree) {
	const { output, place } = build;
	await removeUnlessFolder(output);
	makeFolder$1(output);
	await forgetObjtreeState(output);
	if (objtree.kind === "empty") await emptyFolder(output);
	const changed = objtree.kind === "empty" ? {} : await bring(build, checkout, objtree);
	const origin = objtree.kind === "empty" ? "clean" : "incremental";
	const { commit, listing } = checkout;
	return {
		origin,
		close: (outcome) => writeObjtreeState(output, {
			state: {
				format: 1,
				place,
				commit,
				outcome,
				origin,
				changed
			},
			listing
		})
	};
}
/** Whether a change matters to something that make does not know of. */
function isReadUnnoted$1(build, { root, prefix, listing }, { changes, sources }) {
	const { output, target } = build;
	const config = parseKernelConfig(readTextIfSound(join(output, ".config"), "config", madeIn(output)) ?? "");
	const kernel = {
		config,
		root,
		prefix,
		listing,
		sources,
		options: optionPaths(config, target.make, {
			root,
			prefix,
			output
		}),
		sourceArch: sourceArch(target.arch)
	};
	return findUnnotedRead(silentPaths(changes, prefix), kernel, "make again") !== void 0;
}
/** A link that a build has put in its place would have what it leads to emptied. */
async function removeUnlessFolder(path) {
	if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === false) await rm(path);
}
/** The folder itself stays: it may be what a sandbox has mounted. */
async function emptyFolder(folder) {
	for (const name of readdirSync(folder)) await rm(join(folder, name), {
		recursive: true,
		force: true
	});
}
async function bring({ output, source }, { root, prefix, listing }, { state, changes, asking }) {
	const places = {
		output,
		source,
		prefix
	};
	const touched = sourcesToTouch(changes, {
		prefix,
		listing,
		asking
	});
	await removeStaleOutputs(changes, places);
	return alignTimes({
		output,
		root,
		changed: state.changed,
		touched
	});
}
// src/kernel/build/find-dtb.ts
/** Finds the folder of a target's device tree source. Throws a UserError where the tree has no such source. */
function findDeviceTree(build) {
	const { dtb, arch, name } = build.target;
	if (dtb === void 0) return void 0;
	const folder = join("arch", sourceArch(arch), "boot", "dts");
	const source = dtb.replace(/\.dtb$/, ".dts");
	const found = listFiles(join(build.source, folder)).find((path) => path === source || path.endsWith(`/${source}`));
	if (found === void 0) throw new UserError(`${name}: ${build.side} has no ${source} below ${folder}; check "dtb"`);
	const goal = found.replace(/\.dts$/, ".dtb");
	return {
		goal,
		path: join(build.output, folder, goal)
	};
}
function listFiles(folder) {
	try {
		return walkFolder(folder).filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
	} catch {
		return [];
	}
}
// src/kernel/build/build-kernel.ts
/**
* Configures and builds one commit of one target in its `O=`, which is kept: the next commit compiles only what
* changed. A folder whose last build was cut off is begun anew.
*/
async function buildKernel(build, { checkout, objtree, options = "own" }) {
	const tree = await openObjtree(build, checkout, objtree);
	try {
		const files = await configureAndMake(build, {
			options,
			origin: tree.origin
		});
		if (files.ending === "orderly") await tree.close("built");
		return {
			...files,
			origin: tree.origin
		};
	} catch (error) {
		if (!build.signal.aborted && !(error instanceof CutOffBuild)) await tree.close("failed").catch(() => void 0);
		throw error;
	}
}
async function configureAndMake(build, { options, origin }) {
	const config = options === "own" ? await configure(build) : await configureLike(build, options);
	await requireTools(configuredTools(build.target, config), build);
	const deviceTree = findDeviceTree(build);
	const ending = await makeKernel(build, {
		step: "building",
		goals: [build.target.image, ...deviceTree ? [deviceTree.goal] : []],
		extent: origin === "clean" ? "all" : "what changed",
		env: {}
	});
	const vmlinux = join(build.output, "vmlinux");
	const image = imagePath(build);
	const map = config.get("VMLINUX_MAP") === "y" ? join(build.output, "vmlinux.map") : void 0;
	requireFiles(build, [
		{
			path: vmlinux,
			kind: "vmlinux"
		},
		{
			path: image,
			kind: image === vmlinux ? "vmlinux" : "image"
		},
		...map === void 0 ? [] : [{
			path: map,
			kind: "map"
		}],
		...deviceTree === void 0 ? [] : [{
			path: deviceTree.path,
			kind: "dtb"
		}]
	], "check \"image\" and \"dtb\" of the target");
	return {
		vmlinux,
		image,
		dtb: deviceTree?.path,
		map,
		config,
		ending
	};
}
// src/kernel/build/build-artifacts.ts
/**
* Builds what is checked out, and puts what its sizes are read from into `folder`. Throws a UserError where it cannot be
* built. To read what it was made from takes a while.
*/
async function buildArtifacts(build, { folder, ...start }) {
	const { output } = build;
	const { origin, config, ending, ...built } = await buildKernel(build, start);
	const paths = await copyKernel({
		...built,
		config: join(output, ".config"),
		output
	}, folder);
	const { compiler, linker } = build.tools;
	return {
		paths,
		digests: await digestFiles(paths),
		config,
		provenance: {
			commit: start.checkout.commit,
			kernelVersion: readKernelVersion(build.source),
			compiler,
			linker,
			configDigest: configDigest(paths.config)
		},
		subsystems: await build.subsystems(objectsOf(paths.map)),
		origin,
		ending
	};
}
/** SHA-256 of a `.config`. Throws a UserError where the file is none. */
function configDigest(path) {
	return createHash("sha256").update(readBoundedFile(path, "config")).digest("hex");
}
/** The objects that the linker used. Without a link map their folders, and so their subsystems, are unknown. */
function objectsOf(map) {
	if (map === void 0) return [];
	const { inputs } = parseLinkMap(map, readBoundedText(map, "map"));
	return [...new Set(inputs.map(({ object }) => object))];
}
// src/kernel/reach/reach-rules.ts
/** The rules by which a changed file may reach a kernel: by its names, then by its kind. Each says why. */
/** What the rules ask is found once for all changes. */
function knowledgeOf(kernel) {
	const { sources, config, sourceArch } = kernel;
	const { files } = sources;
	const inTree = files.map((path) => path.startsWith("O=/") ? path.slice(3) : path);
	const made = files.filter((path) => path.startsWith("O=/") && !path.includes("/generated/"));
	const read = inTree.filter((path) => !basename$1(path).startsWith("Kconfig"));
	return {
		...kernel,
		paths: new Set(inTree),
		folders: new Set(inTree.map((path) => dirname$1(path))),
		basenames: new Set(inTree.map((path) => basename$1(path))),
		made: new Set(made.map((path) => basename$1(path))),
		architectures: /* @__PURE__ */ new Set([sourceArch, ...read.map((path) => architectureOf(path))]),
		visited: new Set(sources.folders),
		directed: new Set(sources.names.map((name) => basename$1(name))),
		takesHeaders: TAKES_HEADERS.find((option) => optionValue(config, option) !== "n")
	};
}
/**
* Options by which headers are read that kbuild does not note: packed (kernel/gen_kheaders.sh), installed and tried out
* (scripts/Makefile.headersinst, usr/include/Makefile), all that are in a folder tried out (drivers/gpu/drm), read for
* versions of symbols (scripts/Makefile.build, `getasmexports`), and for Rust.
*/
const TAKES_HEADERS = [
	"IKHEADERS",
	"HEADERS_INSTALL",
	"UAPI_HEADER_TEST",
	"DRM_HEADER_TEST",
	"DRM_I915_WERROR",
	"DRM_XE_WERROR",
	"MODVERSIONS",
	"RUST"
];
/** Why a change may reach a kernel, as words after its path; undefined where no rule says that it may. */
function reasonOf(change, known) {
	const named = (path) => ({
		...change,
		path,
		inKernel: relativeTo(known.prefix, path)
	});
	return firstReason(BY_NAME, named(change.path), known) ?? otherNames(change.path, known.links).map((path) => firstReason(BY_NAME, named(path), known)).find((reason) => reason !== void 0) ?? reasonByKind(named(change.path), known);
}
function firstReason(rules, change, known) {
	for (const rule of rules) {
		const reason = rule(change, known);
		if (reason !== void 0) return reason;
	}
}
function relativeTo(prefix, path) {
	if (prefix === "") return path;
	if (path.startsWith(`${prefix}/`)) return path.slice(prefix.length + 1);
	return join$1(prefix.replaceAll(/[^/]+/g, ".."), path);
}
/** How a file of whatever kind may matter, by its name. */
const BY_NAME = [
	({ mode }) => mode.startsWith("12") ? "is a link" : void 0,
	({ mode }) => mode.startsWith("16") ? "is a submodule" : void 0,
	({ path }) => /^"|\p{Cc}/u.test(path) ? "has a name that git quotes" : void 0,
	({ path }, { requests }) => requests.some((name) => `/${path}`.endsWith(`/${normalize(name)}`)) ? "is what the target is configured from" : void 0,
	({ path }, { options }) => {
		const option = optionThatNames(path, options);
		return option === void 0 ? void 0 : `is where ${option} leads`;
	},
	({ inKernel }, { paths }) => paths.has(inKernel) ? "is what the kernel is made from" : void 0,
	({ inKernel }, { paths }) => foldersOver(inKernel).some((folder) => paths.has(folder)) ? "is in a folder that the build reads" : void 0,
	({ inKernel }, { directed }) => directed.has("*") || directed.has(basename$1(inKernel)) ? "may be read by a directive of a source" : void 0,
	({ inKernel }) => inKernel.startsWith("localversion") ? "is part of the version" : void 0,
	({ inKernel }, { visited }) => /^(Makefile|Kbuild)$/.test(basename$1(inKernel)) && visited.has(dirname$1(inKernel)) ? "is a Makefile of the build" : void 0,
	({ kind, inKernel }, { sources }) => kind !== "modified" && sources.asking.length > 0 && /\.(c|h|S|inc|dtsi?|dtso)$/.test(inKernel) ? `may be what ${sources.asking[0]} asks for (__has_include)` : void 0
];
function foldersOver(path) {
	const folders = [];
	for (let folder = dirname$1(path); folder !== "." && folder !== "/"; folder = dirname$1(folder)) folders.push(folder);
	return path.startsWith("../") ? folders : [
		...folders,
		"",
		"..",
		"../..",
		"../../.."
	];
}
function reasonByKind(change, known) {
	const { inKernel: path } = change;
	if (path.startsWith("../")) return isDocument(path) || change.path.startsWith(".github/") ? void 0 : "is beside the kernel's folder";
	if (isForPeople(path) || isOfOtherArchitecture(path, known)) return void 0;
	return firstReason(BY_KIND, change, known);
}
/**
* Whether the file belongs to an architecture that this build does not use. If it did, more than its Kconfig files would be
* dependencies.
*/
function isOfOtherArchitecture(path, { architectures }) {
	const architecture = architectureOf(path);
	return architecture !== void 0 && !architectures.has(architecture) && !isForAllArchitectures(path);
}
/** How a file that make or a compiler may read may matter. */
const BY_KIND = [
	({ inKernel }) => isCompiled(inKernel) ? void 0 : "is of a kind that make or a script may read",
	({ inKernel }, { takesHeaders }) => inKernel.endsWith(".h") && takesHeaders !== void 0 ? `is a header (CONFIG_${takesHeaders})` : void 0,
	({ inKernel }, { made }) => made.has(basename$1(inKernel)) ? "has the name of a file that the build makes" : void 0,
	({ kind, inKernel }, { basenames }) => kind === "added" && basenames.has(basename$1(inKernel)) ? "has the name of a file that the kernel is made from" : void 0,
	({ kind, inKernel }) => kind === "added" && !/\.(h|dtsi)$/.test(inKernel) ? "is a source that a Makefile may take up" : void 0,
	({ kind, inKernel }, { folders }) => kind !== "modified" && /\.(h|dtsi)$/.test(inKernel) && folders.has(dirname$1(inKernel)) ? "is in a folder that the kernel has files of" : void 0
];
// src/kernel/reach/change-impact.ts
/**
* Whether a change of the sources can reach a kernel that was built before it. What compilers read, kbuild has noted
* (dependencies.ts); what make, the shell and Kconfig read, nobody has. So a file is out of reach only where no one but a
* compiler or a person reads its kind, or where it is another architecture's, and where nothing names it: no option, no
* source by a directive that is not noted, no link, and no text of the build (unnoted-reads.ts). A wrong "cannot" passes a kernel
* that was not measured, a wrong "may" costs a build: in doubt it may.
*/
/** How the first change may reach the kernel that may; undefined where none can, unless a text of the build names it. */
function findReach(changes, kernel) {
	const commit = whySaysCommit(kernel);
	if (commit !== void 0) return {
		path: void 0,
		reason: commit
	};
	const known = knowledgeOf(kernel);
	for (const change of changes) {
		const reason = reasonOf(change, known);
		if (reason !== void 0) return {
			path: change.path,
			reason
		};
	}
}
/** Why a kernel may be another one at another commit with the same files; undefined where it is not. */
function whySaysCommit({ config, sources }) {
	if (optionValue(config, "LOCALVERSION_AUTO") === "y") return "the version has the hash of the commit (CONFIG_LOCALVERSION_AUTO)";
	return sources.asksGit ? "the build asks git which commit it is" : void 0;
}
/** For the report: `none of the 2,345 files that stm32f469 is made from is among the 3 that changed`. */
function unaffectedWords(target, { sources, changes }) {
	if (changes === 0) return "base and head have the same files";
	const changed = changes === 1 ? "the one that changed" : `among the ${grouped(changes)} that changed`;
	return `none of the ${grouped(countSources(sources.files))} files that ${target} is made from is ${changed}`;
}
// src/check/cached-kernel.ts
/** Entries of the kind `kernel`: what a kernel's sizes are read from, so that it need not be built. */
const DESCRIPTION = object({
	format: literal(2),
	provenance: object({
		commit: string(),
		kernelVersion: string(),
		compiler: string(),
		linker: string(),
		configDigest: string()
	}),
	origin: _enum(["clean", "incremental"]),
	digest: string(),
	subsystems: record(string(), string()),
	image: _enum([
		"none",
		"vmlinux",
		"own"
	]),
	files: array(_enum(["map", "dtb"])),
	sources: KERNEL_SOURCES.optional()
});
const NAME$1 = "kernel.json";
/** Undefined where the store does not have it; `folder` holds its files as long as it is of use. */
async function restoreKernel(store, key, folder) {
	return await store.restore(key, {
		into: folder,
		substitute: { kind: "none" }
	}) === void 0 ? void 0 : readKernel(folder);
}
/** Puts a kernel that was built into the store. */
async function keepKernel(store, key, kernel) {
	const folder = dirname(kernel.paths.vmlinux);
	await writeFile(join(folder, NAME$1), JSON.stringify(describe(kernel)));
	await store.save(key, folder);
}
function describe({ paths, digests, provenance, origin, subsystems, sources }) {
	const image = paths.image === void 0 ? "none" : paths.image === paths.vmlinux ? "vmlinux" : "own";
	return {
		format: 2,
		provenance,
		origin,
		digest: digests.get(paths.vmlinux),
		subsystems: Object.fromEntries(subsystems),
		image,
		files: ["map", "dtb"].filter((name) => paths[name] !== void 0),
		sources
	};
}
/** Undefined too where a file is missing, or the vmlinux is another than was described. */
async function readKernel(folder) {
	const description = readDescription(folder);
	if (description === void 0) return void 0;
	const { provenance, origin, digest, sources, subsystems } = description;
	const paths = pathsIn(folder, description);
	const digests = await digestFiles(paths).catch(() => void 0);
	if (digests?.get(paths.vmlinux) !== digest) return void 0;
	return {
		paths,
		digests,
		config: parseKernelConfig(readBoundedText(paths.config, "config", madeIn(folder))),
		provenance,
		subsystems: new Map(Object.entries(subsystems)),
		origin,
		sources
	};
}
function pathsIn(folder, { image, files }) {
	const optional = (name) => files.includes(name) ? join(folder, name) : void 0;
	const vmlinux = join(folder, "vmlinux");
	return {
		vmlinux,
		config: join(folder, "config"),
		map: optional("map"),
		dtb: optional("dtb"),
		image: image === "none" ? void 0 : image === "vmlinux" ? vmlinux : join(folder, "image")
	};
}
/** Undefined for that of another version of this program. */
function readDescription(folder) {
	try {
		const found = JSON.parse(readBoundedText(join(folder, NAME$1), "state", madeIn(folder)));
		return DESCRIPTION.safeParse(found).data;
	} catch {
		return;
	}
}
// src/check/restore-or-build.ts
/** Takes the kernel from the cache, else builds it, on the nearest build folder that the cache has. */
async function restoreOrBuild(job, source, { build, inputs }) {
	const { target, side } = build;
	const keys = usesToolsOfTree(target) ? void 0 : await keysOf(source, {
		build,
		inputs
	});
	const folder = kernelFolder(job, target, side);
	for (const key of keys === void 0 ? [] : [keys.kernel, keys.kernelOfCommit]) {
		const stored = await restoreKernel(job.cache.store, key, folder);
		const isSound = stored?.sources === void 0 || isOfPrograms(stored.sources, job.programs);
		if (stored !== void 0 && isSound) return ofCommit(stored, source.hash);
	}
	const checkout = source.checkout(target);
	const objtree = await objtreeFor(job, source, {
		build,
		checkout,
		key: keys?.tree
	});
	return buildAndKeep(job, source, {
		build,
		inputs,
		part: side,
		checkout: await checkout,
		objtree
	});
}
/** What is in the build folder, else the nearest that the cache has; undefined as the key for none. */
async function objtreeFor(job, { tree, hash }, { build, checkout, key }) {
	checkout.catch(() => void 0);
	const kept = await keptObjtree(job, build, checkout);
	if (kept.kind === "kept" || job.cache.start === "empty" || key === void 0) return kept;
	const ancestors = [await tree.identify(job.checkouts.base), ...await tree.ancestors(hash)];
	await job.cache.store.restore(key, {
		into: build.output,
		substitute: {
			kind: "nearest",
			ancestors
		}
	});
	return readObjtree(build, checkout);
}
/** What is in the build folder, where the job begins with it. */
async function keptObjtree(job, build, checkout) {
	return job.cache.start === "empty" ? EMPTY_OBJTREE : readObjtree(build, checkout);
}
/** Builds it, and puts into the cache what the job keeps of this side. */
async function buildAndKeep(job, source, { build, inputs, part, checkout, objtree }) {
	const { target, side } = build;
	const { store, keep } = job.cache;
	const { ending, ...made } = await buildArtifacts(build, {
		folder: kernelFolder(job, target, part),
		checkout,
		objtree
	});
	const kernel = {
		...made,
		sources: noteSources({
			...build,
			root: checkout.root
		})
	};
	await writeNotedSources(build.output, kernel.sources);
	if (usesToolsOfTree(target) || ending !== "orderly") return kernel;
	if (isOfMoreThanCommit(kernel, {
		...source.tree,
		output: build.output
	})) return kernel;
	const keys = await keysOf(source, {
		build,
		inputs
	});
	if (keep[side].includes("kernel")) await keepKernel(store, keyFor(kernel, keys), kernel);
	if (keep[side].includes("tree")) await store.save(keys.tree, build.output);
	return kernel;
}
/** Whether it is made from files that no commit has. */
function isOfMoreThanCommit({ config, sources }, places) {
	return optionThatLeaves(config, places) !== void 0 || (sources?.files ?? []).some((path) => isAbsolute(path));
}
/** Where the files of a kernel lie during a check. */
function kernelFolder({ workspace }, target, part) {
	return join(workspace.kernels, `${target.name}-${part}`);
}
async function keysOf({ hash, tree }, { build, inputs: given }) {
	const { target, place } = build;
	const both = createHash("sha256").update(`${given} ${tree.conversions}`);
	const inputs = tree.conversions === "" ? given : both.digest("hex");
	const key = {
		target: target.name,
		place,
		inputs,
		sources: await tree.identify(hash)
	};
	return {
		tree: {
			...key,
			kind: "tree"
		},
		kernel: {
			...key,
			kind: "kernel"
		},
		kernelOfCommit: {
			...key,
			kind: "kernel",
			sources: hash
		}
	};
}
/** The key that a kernel is kept under. */
function keyFor({ config, sources }, keys) {
	return sources !== void 0 && whySaysCommit({
		config,
		sources
	}) === void 0 ? keys.kernel : keys.kernelOfCommit;
}
/** A kernel as that of another commit with the same files. */
function ofCommit(kernel, commit) {
	return {
		...kernel,
		provenance: {
			...kernel.provenance,
			commit
		}
	};
}
// src/check/build-side.ts
/** Gets the kernels of targets at one commit, side by side; those that are built alike are built once. */
async function buildSide(job, source, { targets, wanted, completed }) {
	const builds = await Promise.all(targets.map(async (before) => {
		const target = wanted(before);
		return {
			before,
			found: target && await attempt(job, () => identify(job, source, target))
		};
	}));
	const kernels = /* @__PURE__ */ new Map();
	const outcomes = builds.map(async ({ before, found }) => {
		if (found === void 0) return completed(before, absent);
		if (found.kind === "failed") return completed(before, found);
		const { target } = found.value.build;
		const obtained = await attempt(job, () => sharedKernel(job, source, {
			kernels,
			found: found.value
		}));
		if (obtained.kind === "failed") return completed(before, obtained);
		return completed(before, {
			kind: "ready",
			kernel: obtained.value,
			target
		});
	});
	await Promise.allSettled(outcomes);
	return Promise.all(outcomes);
}
const absent = { kind: "absent" };
/** What builds of one side have in common. */
function sourceOf$1(job, tree, side) {
	const { root, prefix, kernel } = tree;
	const hash = job.checkouts[side];
	return {
		side,
		tree,
		hash,
		checkout: once$1(async () => {
			await tree.checkOut(hash);
			return {
				root,
				prefix,
				commit: hash,
				listing: await tree.list()
			};
		}),
		subsystems: openSubsystems(kernel)
	};
}
/** `O=` of a target, the same for both sides. */
function outputOf({ workspace }, target) {
	return join(workspace.builds, target.name);
}
/** A build of what is checked out, or is to be: tools of the tree itself have to be there already. */
async function buildOf(job, source, target) {
	const { side, tree, subsystems } = source;
	const { logs } = job.workspace;
	const subject = {
		...job,
		side,
		source: tree.kernel,
		target,
		output: outputOf(job, target),
		logs
	};
	const tools = await readToolVersions(subject);
	const place = pathsKey(subject, tools);
	return {
		build: {
			...subject,
			subsystems,
			tools,
			place
		},
		inputs: inputsKey(subject)
	};
}
async function identify(job, source, target) {
	if (usesToolsOfTree(target)) await source.checkout(target);
	return buildOf(job, source, target);
}
function sharedKernel(job, source, { kernels, found }) {
	const { tools, target } = found.build;
	const likeness = JSON.stringify([
		tools,
		target.arch,
		found.inputs
	]);
	const kernel = kernels.get(likeness) ?? restoreOrBuild(job, source, found);
	kernels.set(likeness, kernel);
	return kernel;
}
// src/size/bloat-o-meter/parse-script.ts
/** Several times what the script has. */
const LONGEST_TEXT = 65536;
const MOST_NAMES$1 = 64;
const LOOP_START = "if type in format:";
const LOOP_END = "name = re_NUMBER.sub('', name)";
const NUMBERS = String.raw`re_NUMBER = re.compile(r'\.[0-9]+')`;
const PREFIX = /^if name\.startswith\("(\w+)"\): continue$/;
const NAME = /^if name == "(\w+)": continue$/;
const TABLE = /^print_result\("([\w ]{1,20})", "([A-Za-z]{1,20})"\)$/;
/** Lines that choose what is printed, in the order of the script. */
const BRANCHES = [
	{
		line: "if args.c:",
		mode: "categories"
	},
	{
		line: "elif args.d:",
		mode: "data"
	},
	{
		line: "elif args.t:",
		mode: "text"
	},
	{
		line: "else:",
		mode: "all"
	}
];
/** Undefined for a script of another form than those from 6.1 to 7.2. */
function parseScript(text) {
	if (text.length > LONGEST_TEXT) return void 0;
	const lines = text.split("\n").map((line) => line.trim());
	const ignored = ignoredOf(lines);
	const tables = tablesOf(lines);
	return ignored && tables && lines.includes(NUMBERS) ? {
		...ignored,
		tables
	} : void 0;
}
function ignoredOf(lines) {
	const [start, end] = [lines.indexOf(LOOP_START), lines.indexOf(LOOP_END)];
	const filters = lines.slice(start + 1, Math.max(end, 0)).filter((line) => !/^(#|$)/.test(line));
	const prefixes = filters.flatMap((line) => PREFIX.exec(line)?.[1] ?? []);
	const names = filters.flatMap((line) => NAME.exec(line)?.[1] ?? []);
	const isRead = prefixes.length + names.length === filters.length && filters.length <= MOST_NAMES$1;
	return start >= 0 && isRead ? {
		ignoredPrefixes: prefixes,
		ignoredNames: names
	} : void 0;
}
function tablesOf(lines) {
	const [first] = BRANCHES;
	const rest = lines.slice(lines.lastIndexOf(first.line)).filter((line) => line !== "");
	const tables = {
		categories: [],
		data: [],
		text: [],
		all: []
	};
	let branch = -1;
	for (const line of rest) {
		const [, title, letters] = TABLE.exec(line) ?? [];
		if (line === BRANCHES[branch + 1]?.line) branch++;
		else if (branch >= 0 && title !== void 0 && letters !== void 0) tables[BRANCHES[branch].mode].push({
			title,
			letters
		});
		else return void 0;
	}
	return branch === BRANCHES.length - 1 && Object.values(tables).every((sets) => sets.length > 0) && rest.length <= MOST_NAMES$1 ? tables : void 0;
}
// src/check/choose-script.ts
/** How the kernel's own scripts/bloat-o-meter counts: its table in the report is the one that people get from it. */
const SCRIPT = "scripts/bloat-o-meter";
/** Reads base's: what head makes of the script is head's to say. */
async function chooseScript({ git, prefix }, base) {
	const text = await git.ask("cat-file", "blob", `${base}:${join(prefix, SCRIPT)}`);
	const rules = text === void 0 ? void 0 : parseScript(text);
	if (text === void 0 || rules !== void 0) return {
		rules,
		notes: []
	};
	return {
		rules: void 0,
		notes: [`${SCRIPT} of base is of a form that is not known here: the table is by the script of Linux of its version`]
	};
}
// src/check/configure-head.ts
/**
* Configures head before base is built, where the change bears on that: what head cannot be configured with is told in
* seconds then, and not after base's build of minutes.
*
* Head's Makefiles and Kconfig files run arbitrary code, and base's numbers have to be safe from it. So this is done in a
* sandbox, where nothing can be written but a folder that no build uses. Where there is none, head's files are only read.
*/
/** No target has a name with a dot first. */
const FOLDER = ".trial";
/** Base, which is checked out to be built only for targets whose head can be configured; the others' reason is thrown. */
function afterTrial(job, sides) {
	const { base } = sides;
	const refusals = once$1(() => tryTargets(job, sides));
	const checkout = async (target) => {
		const refusal = (await refusals()).get(target?.name ?? "");
		if (refusal !== void 0) throw refusal;
		return base.checkout();
	};
	return {
		...base,
		checkout
	};
}
/** By the name of the target. */
async function tryTargets(job, { base, head }) {
	const { tree } = head;
	const changes = await changesOfCommits(tree.git, base.hash, head.hash);
	const wanted = job.targets.filter((planned) => bearsOn(changes, planned, tree.prefix));
	const refusals = /* @__PURE__ */ new Map();
	if (wanted.length === 0) return refusals;
	const sandbox = job.sandbox === noSandbox ? await findSandbox(job) : job.sandbox;
	const tryEach = async (side, planned) => {
		await tree.checkOut(side.hash);
		const failed = [];
		for (const { target, baseTarget = target } of planned) {
			const refusal = await tryOne(job, side, {
				target: side === head ? target : baseTarget,
				sandbox
			});
			if (refusal === void 0) continue;
			failed.push(target.name);
			if (side === head) refusals.set(target.name, refusal);
		}
		return failed;
	};
	const failed = new Set(await tryEach(head, wanted));
	const unfounded = await tryEach(base, wanted.filter(({ target }) => failed.has(target.name)));
	for (const name of unfounded) refusals.delete(name);
	await rm(join(job.workspace.builds, FOLDER), {
		recursive: true,
		force: true
	});
	return refusals;
}
const READ_BY_CONFIGURE = /^(Makefile|scripts\/.*|arch\/[^/]+\/Makefile[^/]*|(.*\/)?(Kconfig[^/]*|[^/]*\.config|[^/]*defconfig))$/;
/** Whether head may be configured otherwise than base; without a base nothing is built before it. */
function bearsOn(changes, { target, baseTarget }, prefix) {
	if (baseTarget === void 0) return false;
	if (JSON.stringify(target) !== JSON.stringify(baseTarget)) return true;
	const seed = target.base.kind === "file" ? [target.base] : [];
	const named = new Set([...seed, ...target.fragments].map(({ path }) => basename(path)));
	return changes.map(({ path }) => relative(prefix, path)).some((path) => READ_BY_CONFIGURE.test(path) || named.has(basename(path)) || path.endsWith(".dts"));
}
/** Why a target cannot be configured with what is checked out. */
async function tryOne(job, side, { target, sandbox }) {
	const found = await attempt(job, async () => {
		const { build } = await buildOf(job, side, target);
		const output = join(job.workspace.builds, FOLDER);
		const slots = oneMakeAtATime(job.jobs, [job.lock.inherited]);
		const progress = { begin: (title) => job.progress.begin(`${title} as a trial`) };
		await (sandbox === void 0 ? look(build) : run({
			...build,
			output,
			slots,
			sandbox,
			progress
		}));
	});
	return found.kind === "failed" ? new UserError(found.reason, { details: found.details }) : void 0;
}
async function run(build) {
	await configure(build);
	findDeviceTree(build);
}
async function look(build) {
	const { side, source, target } = build;
	const requests = readFragments(build);
	requireConfigLines(build, requests);
	const srcArch = sourceArch(target.arch);
	requireKnownOptions(requests.map(({ text }) => text).join("\n"), {
		target: target.name,
		side,
		source,
		srcArch
	});
	findDeviceTree(build);
}
// src/elf/byte-source.ts
/** A source over bytes in memory. */
function bytesSource(name, bytes) {
	return {
		name,
		size: bytes.length,
		read: (offset, length) => bytes.subarray(offset, offset + length)
	};
}
// src/size/device-tree/header.ts
/**
* Finds the blocks of a device tree blob by its header, sections 5.2 and 5.3 of the Devicetree Specification v0.4:
* https://github.com/devicetree-org/devicetree-specification/blob/v0.4/source/chapter5-flattened-format.rst
*/
const MAGIC$2 = 3490578157;
/** The blob up to the size that its header says, and where its blocks are; a `UserError` where one is not within it. */
function findBlocks(name, bytes) {
	const file = blobOf(name, bytes);
	checkVersion(file);
	const total = file.word(4);
	checkRange(file, {
		what: "the blocks",
		offset: 0,
		size: total
	});
	const blob = blobOf(name, bytes.subarray(0, total));
	const version = blob.word(20);
	const [structureStart, stringsStart] = [blob.word(8), blob.word(12)];
	const structureSize = version === 16 ? Math.max(0, total - structureStart) : blob.word(36);
	return {
		blob,
		header: {
			what: "the header",
			start: 0,
			end: version === 16 ? 36 : 40
		},
		reservations: readReservations(blob, blob.word(16)),
		structure: block(blob, {
			what: "the nodes",
			offset: structureStart,
			size: structureSize
		}),
		strings: block(blob, {
			what: "the names",
			offset: stringsStart,
			size: blob.word(32)
		})
	};
}
function blobOf(name, bytes) {
	const source = bytesSource(name, bytes);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const word = (offset) => {
		checkRange(source, {
			what: "the bytes of a field",
			offset,
			size: 4
		});
		return view.getUint32(offset);
	};
	return {
		...source,
		word
	};
}
function checkVersion(file) {
	const magic = file.size < 4 ? void 0 : file.word(0);
	if (magic !== MAGIC$2) {
		const found = magic === void 0 ? `has ${file.size} bytes` : `starts with ${hex(magic)}`;
		throw new UserError(`${file.name} is not a device tree blob: it ${found}, expected ${hex(MAGIC$2)}; give a .dtb file`);
	}
	const [version, readableBy] = [file.word(20), file.word(24)];
	if (version >= 16 && readableBy <= 17) return;
	throw new UserError(`${file.name}: device tree version ${version}, to be read as ${readableBy} or later, expected 16 or 17; build it with a current dtc`);
}
function block(blob, range) {
	checkRange(blob, range);
	return {
		what: range.what,
		start: range.offset,
		end: range.offset + range.size
	};
}
/** Pairs of 64-bit address and size, up to a pair of zeros. */
function readReservations(blob, start) {
	for (let at = start;; at += 16) if ([
		0,
		4,
		8,
		12
	].every((place) => blob.word(at + place) === 0)) return {
		what: "the memory reservations",
		start,
		end: at + 16
	};
}
// src/size/device-tree/structure.ts
/**
* Reads the nodes and properties of a device tree blob, section 5.4 of the Devicetree Specification v0.4. Values stay
* bytes: what they mean is up to each node's binding.
* https://github.com/devicetree-org/devicetree-specification/blob/v0.4/source/chapter5-flattened-format.rst
*/
const TOKEN$1 = {
	beginNode: 1,
	endNode: 2,
	property: 3,
	nop: 4,
	end: 9
};
const NOTHING$1 = /* @__PURE__ */ new Uint8Array(0);
/**
* Of a node's path and of a name, in bytes: several times the 129 that the longest path of 453 of Linux's ARM and
* RISC-V trees has. Without a limit a small file of deep nodes has paths that fill the memory.
*/
const LONGEST_NAME = 1024;
/** Walks the tokens without recursion: how deep nodes go is up to the file. */
function readStructure(blob, structure, strings) {
	const parts = [];
	const open = [];
	for (let at = structure.start;;) {
		const parent = open.at(-1);
		const token = at + 4 <= structure.end ? blob.word(at) : void 0;
		if (token === TOKEN$1.beginNode && (parent !== void 0 || parts.length === 0)) {
			const part = readNode(blob, parent, {
				...structure,
				start: at
			});
			parts.push(part);
			open.push(part.node);
			at += part.bytes - 4;
		} else if (token === TOKEN$1.property && parent !== void 0) {
			const property = readProperty(blob, {
				...structure,
				start: at
			}, strings);
			parts.push({
				node: parent,
				...property
			});
			at += property.bytes;
		} else if (token === TOKEN$1.endNode && parent !== void 0) {
			open.pop();
			at += 4;
		} else if (token === TOKEN$1.nop) at += 4;
		else if (token === TOKEN$1.end && parent === void 0 && parts.length > 0) return {
			parts,
			end: at + 4
		};
		else throw unexpectedToken(blob, {
			at,
			token,
			parent
		});
	}
}
function unexpectedToken(blob, { at, token, parent }) {
	const found = token === void 0 ? "no token" : `token ${token}`;
	const expected = parent === void 0 ? `outside all nodes, expected one root (${TOKEN$1.beginNode}), then the end (${TOKEN$1.end})` : `in ${parent}, expected a node (${TOKEN$1.beginNode}), a property (${TOKEN$1.property}) or its end (${TOKEN$1.endNode})`;
	return damaged(blob, `${found} at ${hex(at)} ${expected}`);
}
function readNode(blob, parent, rest) {
	const name = readName(blob, {
		...rest,
		start: rest.start + 4
	});
	const node = parent === void 0 ? "/" : `${parent === "/" ? "" : parent}/${name.text}`;
	if (parent !== void 0 && (name.text === "" || name.text.includes("/")) || node.length > LONGEST_NAME) {
		const found = node.length > LONGEST_NAME ? `a path of ${node.length}` : `the name "${name.text}"`;
		throw damaged(blob, `the node at ${hex(rest.start)} has ${found}, expected a name without "/" and a path of at most ${LONGEST_NAME}`);
	}
	return {
		node,
		property: void 0,
		bytes: 8 + padded(name.bytes),
		value: NOTHING$1
	};
}
function readProperty(blob, rest, strings) {
	const [length, name] = [blob.word(rest.start + 4), blob.word(rest.start + 8)];
	const start = rest.start + 12;
	const bytes = 12 + padded(length);
	if (rest.start + bytes > rest.end) throw damaged(blob, `the property at ${hex(rest.start)} has a value of ${length} bytes, which runs past the end of the structure block (${hex(rest.end)})`);
	return {
		property: readName(blob, {
			...strings,
			start: strings.start + name
		}).text,
		bytes,
		value: blob.read(start, length)
	};
}
/** The name at the start of a block, and its bytes with the zero byte that ends it. */
function readName(blob, { what, start, end }) {
	const room = Math.max(0, Math.min(end - start, LONGEST_NAME));
	const name = blob.read(start, room);
	const length = name.indexOf(0);
	if (length >= 0) return {
		text: decodeName(name, 0),
		bytes: length + 1
	};
	throw damaged(blob, `the name at ${hex(start)} does not end, expected a zero byte within ${LONGEST_NAME} bytes and before ${hex(end)}, the end of ${what}`);
}
/** Tokens start at multiples of 4. */
function padded(bytes) {
	return Math.ceil(bytes / 4) * 4;
}
// src/size/device-tree/blob.ts
/**
* Says what each byte of a device tree blob is spent on. Devicetree Specification v0.4, chapter 5:
* https://github.com/devicetree-org/devicetree-specification/blob/v0.4/source/chapter5-flattened-format.rst
*/
/** Where the names of properties are, as if it were a node: no path is written so. */
const STRINGS = "[strings]";
/** Reads a blob; `name` is what messages call it. A `UserError` for anything that is no whole and sound blob. */
function readDeviceTreeBlob(name, bytes) {
	const { blob, header, reservations, strings, structure } = findBlocks(name, bytes);
	const tree = readStructure(blob, structure, strings);
	checkApart(blob, [
		header,
		reservations,
		strings,
		{
			...structure,
			end: tree.end
		}
	]);
	const names = readStrings(blob, strings);
	const parts = [...tree.parts, ...names];
	const used = /* @__PURE__ */ new Map([["[header]", header.end + 4], ["[memory reservations]", reservations.end - reservations.start]]);
	const known = [...used.values(), ...parts.map((part) => part.bytes)].reduce((sum, size) => sum + size, 0);
	return {
		size: bytes.length,
		parts,
		overhead: used.set("[padding]", bytes.length - known)
	};
}
/** Blocks may come in any order, but a byte cannot be counted twice. */
function checkApart(blob, blocks) {
	const inOrder = blocks.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start);
	for (const [i, { what, start }] of inOrder.entries()) {
		const before = inOrder[i - 1];
		if (before === void 0 || before.end <= start) continue;
		throw damaged(blob, `${what} start at ${hex(start)} within ${before.what}, expected at ${hex(before.end)} or behind`);
	}
}
/**
* Cuts the strings block at its zero bytes. A name that is the tail of another, as dtc shares `reg` in `clock-reg`,
* takes no bytes of its own; an empty one is padding.
*/
function readStrings(blob, strings) {
	const parts = [];
	for (let start = strings.start; start < strings.end;) {
		const name = readName(blob, {
			...strings,
			start
		});
		if (name.bytes > 1) parts.push({
			node: STRINGS,
			property: name.text,
			bytes: name.bytes,
			value: NOTHING$1
		});
		start += name.bytes;
	}
	return parts;
}
// src/size/labels/label-kind.ts
/** The first rule that fits counts; include/asm-generic/vmlinux.lds.h and arch/*\/kernel/vmlinux.lds.S. */
const RULES = [
	[/^(_gp|__gp|__global_pointer\$|\.TOC\.)$/, "none"],
	[/^early_init_stack$/, "end"],
	[/(^|_)(end|stop|limit)(_|$)/, "end"],
	[/^_+e(text|data|rodata|inittext|exittext)/, "end"],
	[/(^|_)(start|begin|base|lma|load)(_|$)/, "begin"],
	[/^_*s?(text|data|rodata|inittext|exittext)$/, "begin"]
];
function labelKind(name) {
	return RULES.find(([pattern]) => pattern.test(name))?.[1] ?? "thing";
}
/** What `__start_notes` and `__stop_notes` have in common: `notes`. */
function labelStem(name) {
	return name.split("_").filter((word) => word !== "" && !MARKS.has(word)).join("_");
}
const MARKS = /* @__PURE__ */ new Set([
	"start",
	"stop",
	"begin",
	"end",
	"base",
	"limit"
]);
// src/size/labels/outer-labels.ts
/**
* The labels that a linker script puts outside of all sections, such as arm64's `init_pg_dir`: what lies between them is
* taken, though no section says so.
*/
const DOLLAR = 36;
const DOT = 46;
/** Labels that lie in no part of their section; where one ends counts as outside. */
function outerLabels(elf, table) {
	const labels = scriptLabels(elf, table);
	const starts = elf.sections.filter(isAllocated).map(({ address }) => address);
	const begun = new Map(labels.filter(({ kind }) => kind !== "end").map(({ name, address }) => [labelStem(name), address]));
	const endsSections = ({ name, address: end, kind }) => {
		const begin = kind === "end" ? begun.get(labelStem(name)) : void 0;
		return begin !== void 0 && starts.some((start) => start >= begin && start < end);
	};
	return labels.filter(({ isInside }) => !isInside).map((label) => {
		const { name, address, sectionIndex, kind } = label;
		return {
			name,
			address,
			sectionIndex,
			kind: endsSections(label) ? "end of sections" : kind
		};
	});
}
/** Symbols without type and size. Mapping symbols (`$x`) and local labels of assemblers, which are most of them, mark no more than code. */
function scriptLabels({ sections }, table) {
	const labels = [];
	const { bytes, starts } = table.names;
	for (let row = 1; row < table.count; row++) {
		const sectionIndex = table.sectionIndexes[row];
		if (table.sizes[row] !== 0 || table.types[row] !== 0) continue;
		const first = bytes[starts[row]];
		if (sectionIndex === 0 || sectionIndex >= 4294967040 || first === DOLLAR || first === DOT) continue;
		const section = sections[sectionIndex];
		if (section === void 0 || (section.flags & SECTION_FLAG.alloc) === 0) continue;
		const address = table.addresses[row];
		const isInside = address >= section.address && address < section.address + BigInt(section.size);
		const name = table.name(row);
		const kind = labelKind(name);
		if (kind !== "none") labels.push({
			name,
			address,
			sectionIndex,
			kind,
			isInside
		});
	}
	return labels;
}
// src/size/metrics/memory-range.ts
/**
* The range behind `ram` (on x86, without the room for inflating); undefined where the kernel has no such symbols, or a
* file that tells it is not at hand.
*/
function memoryRange(kernel) {
	const isXip = kernel.boundaries.has("_xiprom");
	if (kernel.elf.machine === 40 && !isXip && kernel.config === void 0) return void 0;
	const end = kernel.boundaries.get("_end");
	const start = pageOffsetOf(kernel) ?? startOf(kernel);
	if (start === void 0 || end === void 0 || end < start) return void 0;
	if (isXip) return {
		start,
		end,
		place: "running"
	};
	const shift = start - loadAddress({
		address: start,
		size: 0
	}, kernel.elf.segments);
	return {
		start: start - shift,
		end: end - shift,
		place: "loaded"
	};
}
/** Where the symbols say that the memory begins, by the kind of kernel. */
function startOf(kernel) {
	const { boundaries, elf } = kernel;
	if (boundaries.has("_xiprom")) return boundaries.get("_sdata");
	if (elf.machine === 40) return boundaries.get("_stext");
	return isX86(elf) ? boundaries.get("_text") : firstAddress(kernel);
}
// src/size/metrics/reserved.ts
/** What a linker script reserves outside of all sections, by the labels that it puts there. */
/**
* What is taken of a gap between two sections. It is what has a name (`swapper_pg_dir`), what begins and ends with one
* (`init_pg_dir` to `init_pg_end`), and what only ends with one (`early_init_stack`). The rest is what alignment leaves.
*/
function reservedIn(gap, labels) {
	const positions = positionsIn(gap, labels);
	return positions.slice(0, -1).flatMap((position, index) => {
		const next = positions[index + 1];
		if (!isReserved(position, next, gap)) return [];
		const name = `[${nameOf(position, "the last section")} to ${nameOf(next, "the next section")}]`;
		const end = thingEnd(positions, index) ?? next.address;
		return [{
			kind: "reserved",
			name,
			start: position.address,
			end
		}];
	});
}
/** From the start of the gap up to its end, each address once. */
function positionsIn({ start, end }, labels) {
	const inside = labels.filter(({ address }) => address >= start && address <= end);
	const addresses = /* @__PURE__ */ new Set([
		start,
		...inside.map(({ address }) => address),
		end
	]);
	return Array.from(addresses, (address) => ({
		address,
		labels: inside.filter((label) => label.address === address)
	})).toSorted((a, b) => a.address < b.address ? -1 : 1);
}
function isReserved(from, to, gap) {
	if (ofKind(from, "thing").length > 0) return true;
	const ended = ofKind(to, "end");
	const isOnlyEnd = to.address < gap.end && ended.length > 0 && ended.length === to.labels.length;
	const begun = new Set(ofKind(from, "begin").map(labelStem));
	return isOnlyEnd || ended.some((name) => begun.has(labelStem(name)));
}
function ofKind({ labels }, wanted) {
	return labels.filter(({ kind }) => kind === wanted).map(({ name }) => name);
}
/**
* The root page table of arm64 is as large as the one before it  (RESERVED_SWAPPER_OFFSET in its vmlinux.lds.S), and
* alignment comes after it; undefined for anything else.
*/
function thingEnd(positions, index) {
	const { address } = positions[index];
	const before = positions[index - 1];
	if (!has(positions[index], "swapper_pg_dir") || !has(before, "reserved_pg_dir")) return void 0;
	const end = 2n * address - before.address;
	return end <= positions.at(-1).address ? end : void 0;
}
function has(position, name) {
	return position?.labels.some((label) => label.name === name) ?? false;
}
/** The label that says most. */
function nameOf(position, otherwise) {
	const [thing] = ofKind(position, "thing");
	return thing ?? position.labels[0]?.name ?? otherwise;
}
// src/size/metrics/occupied.ts
/** What takes a stretch of memory: sections, and what the linker script reserves outside of them. */
/** All that is taken within a range, in the order of addresses. Sections may overlap, and reach over its borders. */
function occupiedIn(kernel, range, place) {
	const taken = inOrder([...placedSections(kernel.elf, place), ...segmentEnds(kernel.elf, place)]).filter(({ start, end }) => end > range.start && start < range.end);
	const labels = placedLabels(kernel, place);
	return inOrder([...taken, ...gapsAfter(taken, range.end).flatMap((gap) => reservedIn(gap, labels))]);
}
function inOrder(stretches) {
	return stretches.toSorted((a, b) => a.start < b.start ? -1 : a.start > b.start ? 1 : 0);
}
/** Also those that are only cleared: what the linker puts after them is stored, and they with it. */
function placedSections(elf, place) {
	return elf.sections.filter(isAllocated).map((section) => {
		const start = addressOf$1(section, elf, place);
		return {
			name: section.name,
			kind: "section",
			start,
			end: start + BigInt(section.size)
		};
	});
}
function addressOf$1(section, elf, place) {
	return place === "running" ? section.address : loadAddress(section, elf.segments);
}
/** What a segment takes after the last of its sections. */
function segmentEnds(elf, place) {
	return elf.segments.flatMap((segment) => {
		const { type, virtualAddress, physicalAddress, memorySize } = segment;
		const end = virtualAddress + BigInt(memorySize);
		const ends = elf.sections.filter((section) => isAllocated(section) && section.address >= virtualAddress).map(({ address, size }) => address + BigInt(size)).filter((one) => one <= end);
		const last = ends.reduce((most, one) => one > most ? one : most, virtualAddress);
		if (type !== 1 || ends.length === 0 || last === end) return [];
		const shift = place === "running" ? 0n : physicalAddress - virtualAddress;
		return [{
			name: "[end of a segment]",
			kind: "reserved",
			start: last + shift,
			end: end + shift
		}];
	});
}
/** A label further away than that is no place after a section: ARM links its vectors to the end of the address space. */
const FARTHEST = 4194304n;
function placedLabels({ elf, labels }, place) {
	return labels.flatMap(({ name, address, sectionIndex, kind }) => {
		const section = elf.sections[sectionIndex];
		const offset = address - section.address;
		if (offset < -4194304n || offset > BigInt(section.size) + FARTHEST) return [];
		return [{
			name,
			kind,
			address: addressOf$1(section, elf, place) + offset
		}];
	});
}
function gapsAfter(taken, rangeEnd) {
	const gaps = [];
	let cursor = taken[0]?.start ?? rangeEnd;
	for (const { start, end } of taken) {
		if (start >= cursor) gaps.push({
			start: cursor,
			end: start
		});
		if (end > cursor) cursor = end;
	}
	if (rangeEnd >= cursor) gaps.push({
		start: cursor,
		end: rangeEnd
	});
	return gaps;
}
// src/size/metrics/slack.ts
/**
* How far sections may grow until the whole becomes larger: what grows moves all after it, until that fits into the gaps
* that alignment has left.
*/
const COUPLINGS = [{
	grown: ".text",
	dependent: ".orc_lookup",
	bytes: 4,
	step: 256
}];
/**
* Bytes by which each stretch may grow at no cost, in the order of the stretches, up to `end`. Never too many: where an
* address is by chance a multiple of more than the linker script asks for, that alignment is taken for what it asks.
*/
function slackOf(stretches, end) {
	const slack = stretches.map(() => 0);
	let next = {
		start: end,
		room: 0,
		alignment: alignmentOf(end, 0)
	};
	for (let index = stretches.length - 1; index >= 0; index--) {
		const stretch = stretches[index];
		const room = roomAfter(stretch, next);
		slack[index] = room;
		next = {
			start: stretch.start,
			room,
			alignment: alignmentBetween(stretches[index - 1], stretch)
		};
	}
	return slack.map((room, index) => Math.min(room, coupledRoom(index, stretches, slack)));
}
/** A gap that alignment does not explain is something without a name. */
function roomAfter({ end }, next) {
	const gap = Number(next.start - end);
	const moves = next.alignment * Math.floor(next.room / next.alignment);
	return gap >= 0 && gap < next.alignment ? gap + moves : moves;
}
/** Between two labels the script only counts on. */
function alignmentBetween(before, { kind, start }) {
	return kind === "reserved" && before?.kind === "reserved" && before.end === start ? 1 : alignmentOf(start, 0);
}
/** How far a stretch may grow until what grows with it costs something. */
function coupledRoom(index, stretches, slack) {
	const { name, start, end } = stretches[index];
	const rooms = COUPLINGS.filter(({ grown }) => grown === name).flatMap(({ dependent, bytes, step }) => {
		const other = stretches.findIndex((one, at) => at > index && one.name === dependent);
		if (other === -1) return [];
		const size = Number(end - start);
		return [(Math.ceil(size / step) + Math.floor(slack[other] / bytes)) * step - size, Number(stretches[index + 1].start - end)];
	});
	return Math.max(0, Math.min(Infinity, ...rooms));
}
// src/size/metrics/address-spans.ts
/**
* The stretches of memory that a kernel takes, cut into its sections and the gaps between them, so that their changes
* sum to the change of the whole.
*/
/** The spans of one kernel; the image's is empty where no segment is loaded. */
function spansOf(kernel) {
	const image = cut("image", storedRange(kernel), occupiedIn(kernel, storedRange(kernel), "loaded"));
	const memory = memoryRange(kernel);
	if (memory === void 0) return [image];
	return [image, cut("memory", memory, occupiedIn(kernel, memory, memory.place))];
}
/** As objcopy, by sections: a segment can begin with the headers of the file. */
function storedRange({ elf }) {
	const loaded = loadRange(elf);
	let { start: end, end: start } = loaded;
	for (const section of elf.sections.filter(isAllocated)) {
		if (section.type === SECTION_TYPE.noBits) continue;
		const first = loadAddress(section, elf.segments);
		const last = first + BigInt(section.size);
		if (last <= loaded.start || first >= loaded.end) continue;
		if (first < start) start = first;
		if (last > end) end = last;
	}
	return start < end ? {
		start,
		end
	} : {
		start: loaded.start,
		end: loaded.start
	};
}
function cut(name, range, stretches) {
	const parts = [];
	const slack = slackOf(stretches, range.end);
	let cursor = range.start;
	const close = (end, part) => {
		if (end <= cursor) return;
		parts.push({
			...part,
			bytes: Number(end - cursor)
		});
		cursor = end;
	};
	for (const [index, stretch] of stretches.entries()) {
		closeGap(stretch.start, stretch.name);
		const room = stretch.kind === "section" ? { slack: slack[index] } : {};
		close(stretch.end < range.end ? stretch.end : range.end, {
			name: stretch.name,
			...room
		});
	}
	closeGap(range.end, void 0);
	return {
		name,
		bytes: Number(range.end - range.start),
		parts
	};
	function closeGap(end, next) {
		const step = alignmentOf(end, 0);
		const isExplained = end - cursor < BigInt(step);
		const gap = next === void 0 ? "[gap at the end]" : `[gap before ${next}]`;
		close(end, {
			name: gap,
			...isExplained ? { step } : {}
		});
	}
}
/** Pairs the spans that both kernels have, part by part. */
function diffSpans(base, head) {
	return head.flatMap((span) => {
		const before = base.find(({ name }) => name === span.name);
		if (before === void 0) return [];
		const parts = diffParts(before.parts, span.parts);
		const explained = parts.reduce((sum, part) => sum + part.head - part.base, 0);
		const change = span.bytes - before.bytes;
		return [{
			name: span.name,
			base: before.bytes,
			head: span.bytes,
			parts,
			residual: change - explained
		}];
	});
}
function diffParts(base, head) {
	const last = new Map([...base, ...head].map((part) => [part.name, part]));
	const rooms = new Map(head.map(({ name, slack }) => [name, slack]));
	return pairParts(bytesByName(sizesOf(base)), bytesByName(sizesOf(head))).map((pair) => {
		return Object.assign({
			step: last.get(pair.name)?.step,
			slack: rooms.get(pair.name)
		}, pair);
	});
}
function sizesOf(parts) {
	return parts.map(({ name, bytes }) => ({
		name,
		size: bytes
	}));
}
// src/size/metrics/compressed-image.ts
/** Boot images that a compressor makes, with what else they hold: arch/*\/boot/Makefile, scripts/Makefile.lib. */
const COMPRESSED = /^(z|bz|u|cu|dtb|tree|bootp|vm)Image(?!\.bin$)|^(vmlinuz|bootpz)|^image\.fit$|\.(gz|bz2|lz4|lzma|lzo|xz|zst)(\.|$)/;
/**
* Whether the size of a boot image is that of a compressor's output, which moves by hundreds of bytes with any change of
* its input. Of an image that executes in place the data may be (scripts of CONFIG_XIP_DEFLATED_DATA). One with any other
* name is where it is smaller than what it must hold.
*/
function isCompressedImage({ name, config, size, linkedSize }) {
	if (name === "xipImage") return config !== void 0 && optionValue(config, "XIP_DEFLATED_DATA") === "y";
	return COMPRESSED.test(name) || size !== void 0 && size < linkedSize;
}
// src/size/metrics/metrics.ts
/** All metrics of one kernel that its files tell, in bytes; docs/numbers.md. */
function metricsOf(kernel, layout, sections) {
	const { ram, ramAfterInit } = layout;
	if (!isSize(ram ?? 0) || !isSize(ramAfterInit ?? 0)) throw new UserError(`${kernel.elf.name}: by its symbols it takes ${ram} bytes of RAM and ${ramAfterInit} after init; it is damaged`);
	return {
		...known("flash", flashUse(kernel, layout)),
		...known("ram", ram),
		...known("ram-after-init", ramAfterInit),
		...known("image", layout.storedImage),
		...known("dtb", kernel.dtbSize === "unknown" ? void 0 : kernel.dtbSize),
		text: sumOf(sections, "text"),
		rodata: sumOf(sections, "rodata"),
		data: sumOf(sections, "data"),
		bss: sumOf(sections, "bss"),
		init: sumOf(sections, "init")
	};
}
function known(metric, bytes) {
	return bytes === void 0 ? {} : { [metric]: bytes };
}
function isSize(bytes) {
	return Number.isSafeInteger(bytes) && bytes >= 0;
}
function sumOf(sections, kind) {
	return sections.reduce((sum, section) => section.kind === kind ? sum + section.size : sum, 0);
}
// src/size/metrics/section-kind.ts
/**
* Read-only by the kernel's intent though the linker may flag them writable: RO_DATA of
* include/asm-generic/vmlinux.lds.h merges `__ro_after_init` into `.rodata`.
*/
const READ_ONLY_NAME = /^(\.rodata|\.notes|__ksymtab|__param|__modver|__ex_table|\.ARM\.unwind)/;
const INIT_NAME = /^\.(init|exit)(\.|$)/;
/** The sections that occupy memory, in file order. */
function allocatedSections(kernel) {
	return kernel.elf.sections.filter(isAllocated).map((section) => ({
		name: section.name,
		size: section.size,
		kind: kindOf(kernel, section)
	}));
}
function kindOf(kernel, section) {
	if (INIT_NAME.test(section.name) || isBetweenInitMarks(kernel, section)) return "init";
	if (section.type === 8) return "bss";
	if ((section.flags & 4) !== 0) return "text";
	return READ_ONLY_NAME.test(section.name) || (section.flags & 1) === 0 ? "rodata" : "data";
}
function isBetweenInitMarks(kernel, section) {
	const begin = kernel.boundaries.get("__init_begin");
	const end = kernel.boundaries.get("__init_end");
	if (begin === void 0 || end === void 0) return false;
	return section.address >= begin && section.address < end;
}
// src/size/kernel-banner.ts
/**
* Reads what a kernel says of itself: `linux_banner` of init/version-timestamp.c, the first line that it prints.
* `Linux version 6.12.117 (user@host) (gcc (Debian 12.2.0-14) 12.2.0, GNU ld (GNU Binutils for Debian) 2.40) #1 …`
*/
/** Any distribution's is a quarter of it. */
const LONGEST_BANNER = 4096;
/** The version and the tools of a kernel, in the words of `UNKNOWN` where it does not say. */
function bannerOf(elf, table) {
	const { kernelVersion, compiler, linker } = readBanner(elf, table) ?? UNKNOWN$3;
	return {
		kernelVersion,
		compiler,
		linker
	};
}
/** Undefined where a kernel has none, or one of another form. */
function readBanner(elf, table) {
	const { kernelVersion, tools, version } = partsOf(bannerText(elf, table) ?? "");
	if (kernelVersion === void 0) return void 0;
	const words = version.split(/\s/);
	const comma = tools.lastIndexOf(", ");
	return comma === -1 ? {
		kernelVersion,
		compiler: tools,
		linker: UNKNOWN$3.linker,
		words
	} : {
		kernelVersion,
		compiler: tools.slice(0, comma),
		linker: tools.slice(comma + 2),
		words
	};
}
/** Who builds it may be called anything; kernels before 5.11 do not name the linker. */
function partsOf(banner) {
	const [start = "", kernelVersion] = /^Linux version (\S+) \(/.exec(banner) ?? [];
	const open = banner.indexOf(") (", start.length);
	const close = banner.lastIndexOf(") #");
	if (open === -1 || close <= open + 3) return {
		kernelVersion: void 0,
		tools: "",
		version: ""
	};
	return {
		kernelVersion,
		tools: banner.slice(open + 3, close),
		version: banner.slice(close + 3)
	};
}
function bannerText(elf, table) {
	const row = rowOf$1(table, "linux_banner");
	const section = row === void 0 ? void 0 : elf.sections[table.sectionIndexes[row]];
	if (row === void 0 || section === void 0 || section.type === SECTION_TYPE.noBits) return void 0;
	const start = Number(table.addresses[row] - section.address);
	const end = start + Math.min(table.sizes[row], LONGEST_BANNER);
	if (start < 0 || end > section.size) return void 0;
	const bytes = sectionContents(elf, section).range(start, end) ?? /* @__PURE__ */ new Uint8Array();
	const zero = bytes.indexOf(0);
	return printableText(zero === -1 ? bytes : bytes.subarray(0, zero));
}
function rowOf$1(table, name) {
	const find = nameFinder(table.names, [name]);
	for (let i = 1; i < table.count; i++) if (table.sectionIndexes[i] !== 0 && find(i) === name) return i;
}
// src/size/same-build/config-evidence.ts
/** What the file's Makefile, or an `#ifdef` in it, leaves out without the option. */
const SYMBOLS_OF_OPTIONS = [
	{
		option: "SMP",
		symbols: ["smp_call_function_many"],
		file: "kernel/smp.c"
	},
	{
		option: "MMU",
		symbols: ["handle_mm_fault"],
		file: "mm/memory.c"
	},
	{
		option: "MODULES",
		symbols: ["try_module_get", "load_module"],
		file: "kernel/module/main.c"
	},
	{
		option: "KALLSYMS",
		symbols: ["kallsyms_lookup_name", "kallsyms_names"],
		file: "kernel/kallsyms.c"
	},
	{
		option: "PRINTK",
		symbols: [
			"_printk",
			"vprintk_emit",
			"__log_buf"
		],
		file: "kernel/printk/printk.c"
	},
	{
		option: "FUTEX",
		symbols: ["futex_wake"],
		file: "kernel/futex/waitwake.c"
	},
	{
		option: "PERF_EVENTS",
		symbols: ["perf_event_create_kernel_counter"],
		file: "kernel/events/core.c"
	},
	{
		option: "BLOCK",
		symbols: ["submit_bio"],
		file: "block/blk-core.c"
	},
	{
		option: "SYSFS",
		symbols: ["sysfs_create_link"],
		file: "fs/sysfs/symlink.c"
	},
	{
		option: "PROC_FS",
		symbols: ["proc_create"],
		file: "fs/proc/generic.c"
	},
	{
		option: "DEBUG_FS",
		symbols: ["debugfs_create_dir"],
		file: "fs/debugfs/inode.c"
	},
	{
		option: "NET",
		symbols: ["sock_register"],
		file: "net/socket.c"
	},
	{
		option: "INET",
		symbols: ["tcp_prot"],
		file: "net/ipv4/tcp_ipv4.c"
	},
	{
		option: "TTY",
		symbols: ["tty_register_driver"],
		file: "drivers/tty/tty_io.c"
	},
	{
		option: "OF",
		symbols: ["of_find_property"],
		file: "drivers/of/base.c"
	},
	{
		option: "PCI",
		symbols: ["__pci_register_driver"],
		file: "drivers/pci/pci-driver.c"
	},
	{
		option: "XIP_KERNEL",
		symbols: ["_xiprom"],
		file: "arch/{arm,riscv}/kernel/vmlinux-xip.lds.S"
	},
	{
		option: "XIP_DEFLATED_DATA",
		symbols: ["__inflate_kernel_data"],
		file: "arch/arm/kernel/head-inflate-data.c"
	}
];
/** Options that take unused functions out of a kernel, or inline the only call of one. */
const REMOVING_OPTIONS = [
	"LD_DEAD_CODE_DATA_ELIMINATION",
	"LTO_CLANG",
	"LTO_GCC"
];
/** Every kernel has it (init/main.c); of another linked file an absent option or symbol says nothing. */
const SYMBOL_OF_ANY_KERNEL = "start_kernel";
/** Words between the build's number and its date (init/Makefile, "UTS_VERSION"): of each row the first option that is on. */
const BANNER_WORDS = [[{
	option: "SMP",
	word: "SMP"
}], [
	{
		option: "PREEMPT_RT",
		word: "PREEMPT_RT"
	},
	{
		option: "PREEMPT_DYNAMIC",
		word: "PREEMPT_DYNAMIC"
	},
	{
		option: "PREEMPT_BUILD",
		word: "PREEMPT"
	}
]];
/** `e_machine` of the option that each architecture's Kconfig file sets (include/uapi/linux/elf-em.h). */
const MACHINES_OF_OPTIONS = [
	{
		option: "X86_32",
		machines: [3]
	},
	{
		option: "X86_64",
		machines: [62]
	},
	{
		option: "ARM",
		machines: [40]
	},
	{
		option: "ARM64",
		machines: [183]
	},
	{
		option: "RISCV",
		machines: [243]
	},
	{
		option: "S390",
		machines: [22]
	},
	{
		option: "M68K",
		machines: [4]
	},
	{
		option: "PPC32",
		machines: [20]
	},
	{
		option: "PPC64",
		machines: [21]
	},
	{
		option: "MIPS",
		machines: [8]
	},
	{
		option: "SPARC",
		machines: [
			2,
			18,
			43
		]
	},
	{
		option: "PARISC",
		machines: [15]
	},
	{
		option: "SUPERH",
		machines: [42]
	},
	{
		option: "ALPHA",
		machines: [36902]
	},
	{
		option: "LOONGARCH",
		machines: [258]
	}
];
// src/size/same-build/config-facts.ts
/** Symbols whose address or size follows from an option. */
const VALUES = {
	text: "_text",
	xipText: "_xiprom",
	log: "__log_buf"
};
function kernelFacts(elf, table) {
	return {
		elf,
		banner: readBanner(elf, table),
		symbols: symbolsOf(table)
	};
}
function symbolsOf(table) {
	const names = SYMBOLS_OF_OPTIONS.flatMap((row) => row.symbols);
	const find = nameFinder(table.names, /* @__PURE__ */ new Set([
		...names,
		...Object.values(VALUES),
		SYMBOL_OF_ANY_KERNEL
	]));
	const symbols = /* @__PURE__ */ new Map();
	for (let row = 1; row < table.count; row++) {
		const name = table.sectionIndexes[row] === 0 ? void 0 : find(row);
		if (name !== void 0) symbols.set(name, {
			address: table.addresses[row],
			size: table.sizes[row]
		});
	}
	return symbols;
}
/** The value of an option that the file states; one that a whole `.config` leaves out is `n`. */
function stated({ symbols }, { options }, name) {
	return options.get(name) ?? (symbols.has("start_kernel") ? "n" : void 0);
}
// src/size/same-build/config-rules.ts
/** Where a `.config` contradicts a kernel; most options leave no trace that is known here. */
const versionInTitle = ({ banner }, { version }) => {
	if (banner === void 0 || version === void 0) return void 0;
	if (areOneVersion(banner.kernelVersion, version)) return void 0;
	return `it is of ${version} by its title, vmlinux of ${banner.kernelVersion}`;
};
/** `6.12.1-mine` is of `6.12.1`, and not of `6.12.10`; distributions write `6.12.0-3-amd64` for any of 6.12. */
function areOneVersion(release, version) {
	const [own, its] = [release, version].map((text) => /^\d+(\.\d+)*/.exec(text)?.[0].split(".") ?? []);
	return own[0] === its[0] && own[1] === its[1] && (own[2] === "0" || (own[2] ?? "0") === (its[2] ?? "0"));
}
const localVersion = ({ banner }, { options }) => {
	const suffix = unquoted$1(options.get("LOCALVERSION"));
	if (banner === void 0 || suffix === void 0 || banner.kernelVersion.includes(suffix)) return void 0;
	return `CONFIG_LOCALVERSION is "${suffix}", vmlinux is ${banner.kernelVersion}`;
};
/** The banner has the text as the configuration has it (Makefile, CC_VERSION_TEXT; init/Makefile, LINUX_COMPILER). */
const compiler = ({ banner }, { options }) => {
	const text = unquoted$1(options.get("CC_VERSION_TEXT"));
	if (banner === void 0 || text === void 0 || banner.compiler === text) return void 0;
	return `CONFIG_CC_VERSION_TEXT is "${text}", vmlinux was compiled by "${banner.compiler}"`;
};
function unquoted$1(value) {
	return value === void 0 ? void 0 : /^"(.*)"$/.exec(value)?.[1]?.replaceAll(/\\(.)/g, "$1");
}
const bannerWords = (facts, config) => {
	const { banner } = facts;
	if (banner === void 0) return void 0;
	for (const row of BANNER_WORDS) {
		const said = row.find(({ word }) => banner.words.includes(word));
		const on = row.find(({ option }) => stated(facts, config, option) === "y");
		if (!(on !== void 0 || row.every(({ option }) => stated(facts, config, option) !== void 0)) || on === said) continue;
		const { option } = on ?? said;
		return `CONFIG_${option} is ${on ? "y" : "n"}, the banner of vmlinux says ${said?.word ?? `no ${on.word}`}`;
	}
};
const machine = ({ elf }, { options }) => {
	const wrong = MACHINES_OF_OPTIONS.find(({ option, machines }) => options.get(option) === "y" && !machines.includes(elf.machine));
	return wrong && `CONFIG_${wrong.option} is y, vmlinux is for ELF machine ${elf.machine}`;
};
/** A 64-bit kernel of MIPS can be a 32-bit file (arch/mips/Makefile, vmlinux-32). */
const width = ({ elf }, { options }) => {
	const value = options.get("64BIT");
	if (value === void 0 || elf.machine === 8 || value === "y" === (elf.class === 64)) return void 0;
	return `CONFIG_64BIT is ${value}, vmlinux is a ${elf.class}-bit file`;
};
const byteOrder = ({ elf }, { options }) => {
	const value = options.get("CPU_BIG_ENDIAN");
	if (value === void 0 || value === "y" !== elf.littleEndian) return void 0;
	return `CONFIG_CPU_BIG_ENDIAN is ${value}, vmlinux is ${elf.littleEndian ? "little" : "big"}-endian`;
};
const surplusSymbols = (facts, config) => {
	for (const { option, symbols } of SYMBOLS_OF_OPTIONS) {
		const value = stated(facts, config, option);
		const symbol = symbols.find((name) => facts.symbols.has(name));
		if (symbol === void 0 || value !== "n" && value !== "m") continue;
		return `CONFIG_${option} is ${value}, vmlinux has ${symbol}`;
	}
};
/** Of a whole kernel from which nothing was taken. */
const lackingSymbols = ({ symbols: found }, { options }) => {
	const isReduced = REMOVING_OPTIONS.some((option) => options.get(option) === "y");
	if (!found.has("start_kernel") || isReduced) return void 0;
	const lacking = SYMBOLS_OF_OPTIONS.find(({ option, symbols }) => options.get(option) === "y" && !symbols.some((name) => found.has(name)));
	return lacking && `CONFIG_${lacking.option} is y, vmlinux has no ${lacking.symbols[0]}`;
};
/** kernel/printk/printk.c, __LOG_BUF_LEN. */
const logBuffer = ({ symbols: found }, { options }) => {
	const [shift, log] = [options.get("LOG_BUF_SHIFT"), found.get(VALUES.log)];
	if (shift === void 0 || log === void 0 || log.size === 0 || 2 ** Number(shift) === log.size) return void 0;
	return `CONFIG_LOG_BUF_SHIFT is ${shift}, vmlinux has ${VALUES.log} of ${log.size} bytes`;
};
/** TEXT_OFFSET of arch/arm/Makefile is less. */
const LARGEST_TEXT_OFFSET = 16777216n;
/** arch/arm/kernel/vmlinux.lds.S begins at PAGE_OFFSET + TEXT_OFFSET. */
const pageOffset = ({ elf, symbols: found }, { options }) => {
	const [offset, text] = [addressOf(options.get("PAGE_OFFSET")), found.get(VALUES.text)?.address];
	if (elf.machine !== 40 || found.has(VALUES.xipText) || options.get("MMU") !== "y") return void 0;
	if (offset === void 0 || text === void 0) return void 0;
	if (text >= offset && text - offset < LARGEST_TEXT_OFFSET) return void 0;
	return `CONFIG_PAGE_OFFSET is ${hex(offset)}, vmlinux begins at ${hex(text)}`;
};
/** XIP_VIRT_ADDR of arch/arm/include/asm/memory.h: with an MMU the flash is mapped elsewhere, by whole megabytes. */
const xipAddress = ({ elf, symbols: found }, { options }) => {
	const [stored, rom] = [addressOf(options.get("XIP_PHYS_ADDR")), found.get(VALUES.xipText)?.address];
	if (elf.machine !== 40 || stored === void 0 || rom === void 0) return void 0;
	const mask = options.get("MMU") === "y" ? 1048575n : 4294967295n;
	if ((stored & mask) === (rom & mask)) return void 0;
	return `CONFIG_XIP_PHYS_ADDR is ${hex(stored)}, vmlinux is linked to ${hex(rom)}`;
};
function addressOf(value) {
	return value !== void 0 && /^0x[0-9a-f]{1,16}$/i.test(value) ? BigInt(value) : void 0;
}
/** In the order in which they are said. */
const CERTAIN_RULES = [
	machine,
	width,
	byteOrder,
	versionInTitle,
	localVersion,
	compiler,
	bannerWords,
	surplusSymbols,
	logBuffer,
	pageOffset,
	xipAddress
];
/** A kernel to come may call the function of an option by another name. */
const USUAL_RULES = [lackingSymbols];
// src/size/same-build/config-match.ts
/** A sentence about the first difference; undefined where nothing speaks against the file. */
function configDifference(elf, table, config) {
	const facts = kernelFacts(elf, table);
	const rules = config.evidence === "all" ? [...CERTAIN_RULES, ...USUAL_RULES] : CERTAIN_RULES;
	for (const rule of rules) {
		const difference = rule(facts, config);
		if (difference !== void 0) return difference;
	}
}
// src/kernel/own-files/own-config.ts
/** Proves that a `.config` is that of a kernel, or refuses it. */
/** Throws a UserError that names the first difference; `name` is what messages call the file. */
function requireOwnConfig(elf, table, config) {
	const difference = embeddedDifference(elf, table, config) ?? configDifference(elf, table, config);
	if (difference === void 0) return;
	throw new UserError(`${config.name} is not the configuration of ${elf.name}: ${difference}; give the .config of the same build`);
}
const START = "kernel_config_data";
const END = "kernel_config_data_end";
/** Far more than a .config that is not compressed. */
const LARGEST$1 = 16777216;
/** With CONFIG_IKCONFIG=y a kernel carries its own (kernel/configs.c); comments in it are no difference. */
function embeddedDifference(elf, table, { options }) {
	const bytes = embeddedBytes(elf, table);
	if (bytes === void 0) return void 0;
	const text = unpackText(bytes);
	if (text === void 0) return "the configuration that vmlinux carries cannot be unpacked";
	const [first] = diffConfigs(options, parseKernelConfig(text));
	return first && `CONFIG_${first.name} is ${first.base ?? "absent"}, in the configuration that vmlinux carries ${first.head ?? "absent"}`;
}
function unpackText(bytes) {
	try {
		return gunzipSync(bytes, { maxOutputLength: LARGEST$1 }).toString("utf8");
	} catch {
		return;
	}
}
function embeddedBytes(elf, table) {
	const find = nameFinder(table.names, [START, END]);
	const places = /* @__PURE__ */ new Map();
	for (let row = 1; row < table.count; row++) {
		const name = find(row);
		if (name === void 0) continue;
		places.set(name, {
			address: table.addresses[row],
			index: table.sectionIndexes[row]
		});
	}
	const [start, end] = [places.get(START), places.get(END)];
	const section = start && elf.sections[start.index];
	if (start === void 0 || section === void 0 || end?.index !== start.index) return void 0;
	const [from, to] = [start.address, end.address].map((address) => Number(address - section.address));
	if (from < 0 || to > section.size || from >= to) return void 0;
	return sectionContents(elf, section).range(from, to);
}
// src/kernel/measure/bzimage-header.ts
const MAGIC_OFFSET = 514;
const MAGIC$1 = 1400005704;
const INIT_SIZE_OFFSET = 608;
/** `init_size` of a bzImage in bytes. Throws a UserError where the image is none. */
function readInitSize(image) {
	const size = findInitSize(image);
	if (size !== void 0) return size;
	throw new UserError(`${image.name} is not a bzImage: no "HdrS" at offset 0x202; check "image" of the target`);
}
/** The same; undefined where the image is none. */
function findInitSize(image) {
	if (image.size < 612) return void 0;
	const header = image.read(0, 612);
	const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
	return view.getUint32(MAGIC_OFFSET, true) === MAGIC$1 ? view.getUint32(INIT_SIZE_OFFSET, true) : void 0;
}
// src/kernel/own-files/unpack-payload.ts
/**
* Unpacks what a boot image holds, as scripts/extract-vmlinux does: gzip in this process, all else with the tool that a
* kernel build calls for it. What follows the packed bytes, such as their size, is ignored.
*/
/** A stranger's header may ask for any memory; the dictionary of a kernel takes 128 MiB (scripts/xz_wrap.sh). */
const XZ = [
	"xz",
	"-dc",
	"--memlimit-decompress=256MiB"
];
const ANY = void 0;
const PACKED_FORMATS = [
	{
		name: "gzip",
		magic: [
			31,
			139,
			8
		],
		command: ["gzip", "-dc"],
		inProcess: (bytes, limit) => inflateRawSync(bytes.subarray(gzipHeader(bytes)), { maxOutputLength: limit })
	},
	{
		name: "xz",
		magic: [
			253,
			55,
			122,
			88,
			90,
			0
		],
		command: [...XZ, "--single-stream"]
	},
	{
		name: "lzma",
		magic: [
			93,
			0,
			0,
			ANY,
			ANY,
			255,
			255,
			255,
			255,
			255,
			255,
			255,
			255
		],
		command: [...XZ, "--format=lzma"]
	},
	{
		name: "bzip2",
		magic: [
			66,
			90,
			104,
			ANY,
			49,
			65,
			89,
			38,
			83,
			89
		],
		command: ["bzip2", "-dc"]
	},
	{
		name: "lz4",
		magic: [
			2,
			33,
			76,
			24
		],
		command: ["lz4", "-dc"]
	},
	{
		name: "lzo",
		magic: [
			137,
			76,
			90,
			79,
			0,
			13,
			10,
			26,
			10
		],
		command: ["lzop", "-dc"]
	},
	{
		name: "zstd",
		magic: [
			40,
			181,
			47,
			253
		],
		command: ["zstd", "-dc"]
	}
];
/** A kernel's code can have a format's magic too, as a constant, but not often. */
const MOST_PLACES$1 = 8;
/** The first places of each format. */
function findPacked(bytes) {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	return PACKED_FORMATS.flatMap((format) => {
		const places = [];
		const known = format.magic.findIndex((byte) => byte === ANY);
		const begin = Buffer.from(format.magic.slice(0, known < 0 ? void 0 : known));
		for (let at = buffer.indexOf(begin); at >= 0 && places.length < MOST_PLACES$1; at = buffer.indexOf(begin, at + 1)) if (format.magic.every((byte, i) => byte === ANY || buffer[at + i] === byte)) places.push({
			start: at,
			format
		});
		return places;
	});
}
const GARBAGE = { kind: "garbage" };
/** Unpacks bytes that begin with a format's magic, up to `limit` bytes. */
function unpack(packed, format, limit) {
	const bytes = unpackInProcess(packed, format, limit);
	if (bytes !== void 0) return bytes.length === 0 ? GARBAGE : {
		kind: "unpacked",
		bytes
	};
	const [tool, ...args] = format.command;
	const { stdout, error } = spawnSync(tool, args, {
		input: packed,
		maxBuffer: limit,
		env: {
			PATH: process.env["PATH"],
			LC_ALL: "C"
		},
		stdio: [
			"pipe",
			"pipe",
			"ignore"
		]
	});
	if (error && "code" in error && error.code === "ENOENT") return {
		kind: "no tool",
		tool
	};
	return stdout === null || stdout.length === 0 ? GARBAGE : {
		kind: "unpacked",
		bytes: stdout
	};
}
/** Undefined where the format needs a tool; nothing where the bytes are damaged. */
function unpackInProcess(packed, { inProcess }, limit) {
	try {
		return inProcess?.(packed, limit);
	} catch {
		return /* @__PURE__ */ new Uint8Array();
	}
}
const FLAG = {
	checksum: 2,
	extra: 4,
	name: 8,
	comment: 16
};
/** Length of the header of a gzip member (RFC 1952, 2.3). */
function gzipHeader(bytes) {
	const flags = bytes[3];
	let at = 10;
	if (flags & FLAG.extra) at += 2 + bytes[at] + 256 * bytes[at + 1];
	for (const flag of [FLAG.name, FLAG.comment]) if (flags & flag) at = bytes.indexOf(0, at) + 1;
	return flags & FLAG.checksum ? at + 2 : at;
}
// src/kernel/own-files/zimage-header.ts
/** What a zImage of ARM says of itself (arch/arm/boot/compressed/head.S and vmlinux.lds.S), little-endian on all of them. */
const MAGIC = {
	offset: 36,
	value: 24061976
};
const TABLE_MAGIC = {
	offset: 52,
	value: 1162167621
};
const TABLE_OFFSET = 56;
/** The second word of the table, "KLSZ", and the place of the third, which says where the size is. */
const SIZE_TAG = 1515408459;
const SIZE_PLACE = 8;
/** Bytes of the Image that it holds packed; undefined where it is no zImage, or one before 4.15. */
function unpackedSizeOf(image) {
	const view = new DataView(image.buffer, image.byteOffset, image.length);
	const word = (at) => at === void 0 || at + 4 > image.length ? void 0 : view.getUint32(at, true);
	const table = [MAGIC, TABLE_MAGIC].every(({ offset, value }) => word(offset) === value) ? word(TABLE_OFFSET) : void 0;
	if (table === void 0 || word(table + 4) !== SIZE_TAG) return void 0;
	return word(word(table + SIZE_PLACE));
}
// src/kernel/own-files/own-image.ts
/**
* Proves that a boot image is made from a vmlinux: that it is what objcopy makes of it, or holds that, behind a header or
* packed (scripts/extract-vmlinux).
*/
const OWN = { kind: "own" };
const MIB = 1048576;
/** Compares an image with the linked kernel. */
function proveImage(elf, image) {
	const plain = binaryDifference(elf, image);
	if (plain === void 0) return proveEnd(elf, image);
	const bytes = readRange(image, {
		what: "its contents",
		offset: 0,
		size: image.size
	});
	const limit = Math.max(2 * elf.source.size, binarySize(elf)) + MIB;
	if (payloadDifference(elf, bytes) === void 0) return OWN;
	if (isDeflated(elf, bytes, {
		plain,
		limit
	}) || holdsBinary(elf, image, bytes)) return OWN;
	return provePacked(elf, bytes, {
		plain,
		limit
	});
}
const DTB_MAGIC = 3490578157;
/** A DTB may follow, or zeros, or what objcopy has taken out of a RISC-V vmlinux (arch/riscv/Makefile.postlink). */
function proveEnd(elf, image) {
	const end = binarySize(elf);
	const rest = readRange(image, {
		what: "its end",
		offset: end,
		size: image.size - end
	});
	const isTree = rest.length >= 8 && new DataView(rest.buffer, rest.byteOffset).getUint32(0) === DTB_MAGIC;
	if (elf.machine === 243 || isTree || rest.every((byte) => byte === 0)) return OWN;
	return {
		kind: "unrecognized",
		difference: `it has ${rest.length} bytes more than vmlinux gives`
	};
}
/** Of a kernel that executes in place, the data may be packed (arch/arm/boot/deflate_xip_data.sh). */
function isDeflated(elf, bytes, { plain: { at }, limit }) {
	const [packed] = findPacked(bytes.subarray(at, at + 16));
	if (packed?.start !== 0 || packed.format.name !== "gzip") return false;
	const data = unpack(bytes.subarray(at), packed.format, limit);
	return data.kind === "unpacked" && binaryDifference(elf, bytesSource("data", data.bytes), at) === void 0;
}
/** So many bytes find the place of a kernel in an image; few other places are like them. */
const START_BYTES = 256;
const MOST_PLACES = 16;
/** Behind a header, such as those of U-Boot (`uImage`) and of a bzImage that is not packed. */
function holdsBinary(elf, image, bytes) {
	const [first] = storedSections(elf);
	if (first === void 0) return false;
	const size = Math.min(START_BYTES, first.section.size);
	const start = elf.source.read(first.section.offset, size);
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	let at = buffer.indexOf(start, 1);
	for (let places = 0; at > 0 && places < MOST_PLACES; places++) {
		if (binaryDifference(elf, partOf(image, at)) === void 0) return true;
		at = buffer.indexOf(start, at + 1);
	}
	return false;
}
/** Of all that can be unpacked, the largest is the kernel. */
function provePacked(elf, bytes, { plain, limit }) {
	let largest = 0;
	let difference = plain.what;
	let lacking;
	for (const { start, format } of findPacked(bytes)) {
		const found = unpack(bytes.subarray(start), format, limit);
		if (found.kind === "no tool") lacking ??= found.tool;
		if (found.kind !== "unpacked") continue;
		const own = payloadDifference(elf, found.bytes);
		if (own === void 0) return OWN;
		if (found.bytes.length <= largest) continue;
		largest = found.bytes.length;
		difference = own.what;
	}
	if (largest > Math.min(binarySize(elf), elf.source.size) / 2) return {
		kind: "foreign",
		difference
	};
	if (lacking !== void 0) return sizeInHeader(elf, bytes) ?? {
		kind: "packed",
		tool: lacking
	};
	return {
		kind: "unrecognized",
		difference: plain.what
	};
}
/** Another size than that of the kernel is proof too. */
function sizeInHeader(elf, bytes) {
	const [size, own] = [unpackedSizeOf(bytes), binarySize(elf)];
	if (size === void 0 || size === own) return void 0;
	return {
		kind: "foreign",
		difference: `it holds ${size} bytes by its header, of vmlinux it would be ${own}`
	};
}
const ELF_MAGIC = 2135247942;
function payloadDifference(elf, bytes) {
	const source = bytesSource("what it holds", bytes);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	if (bytes.length < 4 || view.getUint32(0) !== ELF_MAGIC) return binaryDifference(elf, source);
	try {
		return elfDifference(elf, openElf(source));
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return {
			at: 0,
			what: error.message
		};
	}
}
// src/kernel/own-files/require-own-image.ts
/** Images that are what objcopy makes of a vmlinux, and nothing else (arch/*\/boot/Makefile). */
const PLAIN_IMAGE = /^(Image|xipImage|vmlinux\.bin)$/;
/** Throws a UserError for an image that is not made from the vmlinux; returns a sentence where that is not known. */
function requireOwnImage(elf, { image: path, vmlinux, kind, evidence }) {
	try {
		var _usingCtx$8 = _usingCtx();
		if (path === void 0 || path === vmlinux) return void 0;
		const image = _usingCtx$8.u(openKernelFile(path, "image"));
		if (kind === "bzImage") readInitSize(image);
		const proof = proveImage(elf, image);
		if (proof.kind === "packed") return `${path} was not unpacked, so that it is made from ${elf.name} is not known; install ${proof.tool}`;
		const isPlain = evidence === "all" || PLAIN_IMAGE.test(kind);
		if (proof.kind === "foreign" || proof.kind === "unrecognized" && isPlain) throw foreignImage(path, elf, proof);
		return;
	} catch (_) {
		_usingCtx$8.e = _;
	} finally {
		_usingCtx$8.d();
	}
}
function foreignImage(path, elf, { difference }) {
	return new UserError(`${path} is not made from ${elf.name}: ${difference}; give the image and the vmlinux of one build`);
}
// src/kernel/measure/read-measurement.ts
/** Reads metrics, sections and symbols. Throws a UserError where a file is not what it should be. */
async function readMeasurement(files, subject) {
	try {
		var _usingCtx$7 = _usingCtx();
		const { target } = subject;
		const source = _usingCtx$7.u(openKernelFile(files.vmlinux, "vmlinux"));
		const elf = openElf(source);
		requireLinked(elf);
		const table = readSymbols(elf);
		const evidence = subject.origin === "elsewhere" ? "all" : "certain";
		const doubt = requireOwnImage(elf, {
			...files,
			kind: target.image,
			evidence
		});
		if (files.config !== void 0) {
			const { path: name, version } = files.configFile ?? {
				path: ".config",
				version: void 0
			};
			requireOwnConfig(elf, table, {
				name,
				version,
				options: files.config,
				evidence
			});
		}
		const deviceTree = readDeviceTree(files);
		const kernel = {
			elf,
			boundaries: boundariesOf(table),
			labels: outerLabels(elf, table),
			config: files.config,
			...readImage(files, target, elf),
			dtbSize: deviceTree?.size ?? (target.dtb === void 0 ? void 0 : "unknown"),
			placement: {
				flashBase: target.memory.flash?.base,
				dtb: target.memory.dtb
			}
		};
		const sections = allocatedSections(kernel);
		const [layout, spans] = [layoutOf(kernel), spansOf(kernel)];
		const uncompressed = uncompressedMetrics(kernel, layout, spans);
		const accounting = accountFor(elf, table, {
			map: readMap(files, evidence, {
				elf,
				table
			}),
			contents: "kept"
		});
		return {
			metrics: metricsOf(kernel, layout, sections),
			sections,
			symbols: symbolSizes(elf, table),
			accounting,
			subsystems: await subject.subsystems(accounting.objects),
			spans,
			isCompressed: isCompressedImage({
				name: target.image,
				config: files.config,
				size: kernel.imageSize,
				linkedSize: uncompressed.image ?? 0
			}),
			uncompressed,
			config: files.config,
			deviceTree,
			provenance: await subject.provenance(elf, table),
			...doubt !== void 0 && { doubt }
		};
	} catch (_) {
		_usingCtx$7.e = _;
	} finally {
		_usingCtx$7.d();
	}
}
function requireLinked(elf) {
	const { name, type } = elf;
	if (type === 1) throw new UserError(`${name} is an object or a module, expected a linked kernel; give the vmlinux`);
	if (!lacksContents(elf)) return;
	throw new UserError(`${name} has no contents, as objcopy --only-keep-debug leaves it; give the vmlinux that this was made from`);
}
function boundariesOf(table) {
	const boundaries = /* @__PURE__ */ new Map();
	const find = nameFinder(table.names, BOUNDARY_SYMBOLS);
	for (let i = 1; i < table.count; i++) {
		const name = table.sectionIndexes[i] === 0 ? void 0 : find(i);
		if (name !== void 0) boundaries.set(name, table.addresses[i] ?? 0n);
	}
	return boundaries;
}
function readImage({ image }, target, elf) {
	try {
		var _usingCtx3 = _usingCtx();
		if (image === void 0) return {
			imageSize: void 0,
			initSize: void 0
		};
		const source = _usingCtx3.u(openKernelFile(image, "image"));
		if (!isX86(elf)) return {
			imageSize: source.size,
			initSize: void 0
		};
		const read = target.image === "bzImage" ? readInitSize : findInitSize;
		return {
			imageSize: source.size,
			initSize: read(source)
		};
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		_usingCtx3.d();
	}
}
function readMap({ map: path }, evidence, { elf, table }) {
	if (path === void 0) return void 0;
	const map = parseLinkMap(path, readBoundedText(path, "map"));
	requireOwnMap(elf, table, {
		...map,
		name: path,
		evidence
	});
	return map;
}
function readDeviceTree({ dtb }) {
	return dtb === void 0 ? void 0 : readDeviceTreeBlob(dtb, readBoundedFile(dtb, "dtb"));
}
// src/kernel/measure/kernel-artifacts.ts
/** Throws a UserError where a file is not what it should be, or not what it was. */
async function measureArtifacts(kernel, target) {
	const { paths, digests, config, subsystems, provenance } = kernel;
	await requireUnchanged(digests);
	return readMeasurement({
		...paths,
		config
	}, {
		target,
		subsystems: () => subsystems,
		provenance: () => provenance
	});
}
/** Whether both have the same vmlinux. */
function isSameKernel(a, b) {
	return a.digests.get(a.paths.vmlinux) === b.digests.get(b.paths.vmlinux);
}
// src/budget/missing-part.ts
/** Why parts have no size and what to do: one reason for all that lack a link map, one for each that is not there. */
function explainMissing(missing, kernels) {
	const lacking = ["link map", "MAINTAINERS"].flatMap((what) => ["base", "head"].flatMap((side) => {
		const parts = missing.filter((one) => one.side === side && lackingOf(one, kernels) === what);
		return parts.length === 0 ? [] : [lackingReason(parts, what, side)];
	}));
	return [...missing.filter((one) => lackingOf(one, kernels) === void 0).map((one) => absentReason(one, kernels)), ...lacking];
}
function lackingOf({ name, side }, kernels) {
	const kernel = kernels[side];
	return kernel && lackingFor(kernel, splitSelector(name).kind);
}
function lackingReason(parts, what, side) {
	const names = parts.map(({ name }) => `"${name}"`).join(", ");
	const limits = parts.length > 1 ? "limits on" : `${limitsOf(parts[0])} on`;
	if (what === "MAINTAINERS") return `the ${limits} ${names} cannot be judged without MAINTAINERS, which ${side} does not have`;
	return `the ${limits} ${names} cannot be judged without a link map: ${side === "head" ? "the kernel's configuration does not allow CONFIG_VMLINUX_MAP, which needs CONFIG_EXPERT=y; add it to a fragment, or give the maps of kernels that were built elsewhere" : "the configuration of base did not allow CONFIG_VMLINUX_MAP, so that nothing says what this change adds"}`;
}
function absentReason(missing, kernels) {
	const before = kernels.base && selectorSize(kernels.base, missing.name);
	const what = `nothing matches the ${limitsOf(missing)} "${missing.name}"`;
	if (before !== void 0) return `${what} any more: base has ${formatBytes(before)} of it`;
	const near = nearestPart(missing, kernels.head);
	return near === void 0 ? what : `${what}; did you mean "${near}"?`;
}
function limitsOf({ limits }) {
	return limits.join(" and the ");
}
function nearestPart(missing, head) {
	const { kind, name } = splitSelector(missing.name);
	const near = nearest(name, selectorNames(head, kind));
	return near === void 0 ? void 0 : `${kind}:${near}`;
}
// src/size/device-tree/delta.ts
/**
* Compares two device tree blobs by node and property. A node that only one side has is one row, with all that is in
* it; phandles count as values, so a new one shows where it renumbers others, with 0 bytes.
*/
function diffDeviceTrees(base, head) {
	const before = entriesOf$1(base, nodesOf(head));
	const after = entriesOf$1(head, nodesOf(base));
	const rows = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].flatMap((node) => {
		const [old, now] = [before.get(node), after.get(node)];
		return [.../* @__PURE__ */ new Set([...old?.keys() ?? [], ...now?.keys() ?? []])].flatMap((property) => {
			const row = rowOf(old?.get(property), now?.get(property));
			return row === void 0 ? [] : [{
				node,
				property,
				...row
			}];
		});
	});
	return {
		base: base.size,
		head: head.size,
		rows: rows.toSorted(compareRows)
	};
}
/** The strings block is on both sides, even where it has no names. */
function nodesOf({ parts }) {
	return /* @__PURE__ */ new Set([STRINGS, ...parts.map(({ node }) => node)]);
}
/** What one side has, where nodes that are not in `others` count for the topmost of them. */
function entriesOf$1({ parts, overhead }, others) {
	const entries = /* @__PURE__ */ new Map();
	/** Of each node that the other side lacks. A node comes before those in it, so its parent's is known. */
	const topmost = /* @__PURE__ */ new Map();
	for (const { node, property, bytes, value } of parts) if (others.has(node)) {
		const entry = entryOf(entries, node, property);
		entry.bytes += bytes;
		entry.values.push(value);
	} else {
		const top = topmost.get(node) ?? topmost.get(node.slice(0, node.lastIndexOf("/"))) ?? node;
		topmost.set(node, top);
		entryOf(entries, top, void 0).bytes += bytes;
	}
	for (const [node, bytes] of overhead) entryOf(entries, node, void 0).bytes += bytes;
	return entries;
}
function entryOf(entries, node, property) {
	const ofNode = entries.get(node) ?? /* @__PURE__ */ new Map();
	const entry = ofNode.get(property) ?? {
		bytes: 0,
		values: []
	};
	entries.set(node, ofNode.set(property, entry));
	return entry;
}
function rowOf(old, now) {
	const sizes = {
		base: old?.bytes,
		head: now?.bytes
	};
	if (old === void 0) return {
		...sizes,
		change: "added"
	};
	if (now === void 0) return {
		...sizes,
		change: "removed"
	};
	if (old.bytes !== now.bytes) return {
		...sizes,
		change: "resized"
	};
	return isSame(old.values, now.values) ? void 0 : {
		...sizes,
		change: "changed"
	};
}
function isSame(old, now) {
	return old.length === now.length && old.every((value, i) => {
		const other = now[i];
		return value.length === other.length && value.every((byte, place) => byte === other[place]);
	});
}
function compareRows(a, b) {
	return Math.abs(changeOf(b)) - Math.abs(changeOf(a)) || compareNames(a.node, b.node) || compareNames(a.property ?? "", b.property ?? "");
}
function changeOf({ base = 0, head = 0 }) {
	return head - base;
}
// src/size/delta/delta.ts
/** Compares two kernels of one target, or describes head alone; `selectors` are the parts whose sizes are wanted. */
function deltaOf(base, head, { options, selectors = [] } = {}) {
	return {
		metrics: metricDeltas(base, head, selectors),
		isCompressed: head.isCompressed || base?.isCompressed === true,
		sections: pairParts(bytesByName(base?.sections ?? []), bytesByName(head.sections)),
		symbols: base && diffSymbols(base.symbols, head.symbols, {
			mode: "all",
			compat: scriptOf(base, head)
		})[0],
		accounted: base && accountedBetween(base, head),
		spans: diffSpans(base?.spans ?? [], head.spans),
		config: explainedOptions(base, head, options),
		split: base && options && splitOf(base, head, options),
		deviceTree: base?.deviceTree && head.deviceTree ? diffDeviceTrees(base.deviceTree, head.deviceTree) : void 0
	};
}
function explainedOptions(base, head, options) {
	return (base?.config && head.config ? diffConfigs(base.config, head.config) : []).map((change) => Object.assign({ cause: options?.causes.get(change.name) }, change));
}
function accountedBetween(base, head) {
	return accountedDelta(base.accounting, head.accounting, subsystemReader(base, head));
}
function splitOf(base, head, { likeBase, reason }) {
	if (likeBase === void 0) return {
		kind: "failed",
		reason: reason ?? "it was not built"
	};
	return {
		kind: "split",
		code: accountedBetween(base, likeBase),
		kconfig: accountedBetween(likeBase, head)
	};
}
/** Head's MAINTAINERS decides, so that a change of that file moves no bytes. */
function subsystemReader(base, head) {
	return (object) => head.subsystems.get(object) ?? base.subsystems.get(object) ?? "";
}
/** The kernel's own script, else that of its version, else the newest. */
function scriptOf(base, head) {
	if (head.script !== void 0) return head.script;
	const [own, other] = [head, base].map(({ provenance }) => compatOf(provenance.kernelVersion));
	return own ?? other ?? "7.2";
}
// src/check/compare-target.ts
/** Compares the two sides of a target, the parts that it limits among them; needs no measurement afterwards. */
function compareTarget(target, { base, head, options }) {
	const failure = [base, head].find((side) => side.kind === "failed");
	if (failure !== void 0) return failure;
	if (head.kind !== "measured") return {
		kind: "failed",
		reason: "head was not measured",
		details: []
	};
	const before = base.kind === "measured" ? base.measurement : void 0;
	const after = head.measurement;
	const origins = {
		provenance: after.provenance,
		baseProvenance: before?.provenance
	};
	const toolChange = before && toolDifference(before.provenance, after.provenance);
	if (toolChange !== void 0) return {
		kind: "failed",
		reason: toolChange,
		details: [],
		...origins
	};
	const delta = deltaOf(before, after, {
		options,
		selectors: limitedParts(target)
	});
	return {
		kind: "compared",
		delta,
		unmeasuredParts: explainMissing(missingParts(target, judgedSizes(delta, { hasBase: before !== void 0 })), {
			base: before,
			head: after
		}),
		...origins
	};
}
/** A sentence where the two sides are known not to be built by the same tools. */
function toolDifference(base, head) {
	for (const tool of ["compiler", "linker"]) if (base[tool] !== UNKNOWN$3[tool] && head[tool] !== UNKNOWN$3[tool] && base[tool] !== head[tool]) return `base was built with "${base[tool]}", head with "${head[tool]}": sizes of two ${tool}s do not compare`;
}
// src/check/measure-targets.ts
/** Measures and compares one target after the other: a check of many takes no more memory than one of the largest. */
async function measureTargets(job, targets) {
	const measured = [];
	for (const target of targets) {
		await throwIfInterrupted(job.signal);
		measured.push(await measureTarget(job, target));
	}
	return measured;
}
/** What cannot be read is the reason why there is no comparison. */
async function measureTarget(job, built) {
	const { target, options } = built;
	const comparison = compareTarget(target, {
		...await measureSides(job, built),
		options: options && await measureOptions(job, target, options)
	});
	return {
		...built,
		comparison
	};
}
async function measureSides(job, { base, head }) {
	const before = await measure$1(job, base);
	const isOne = base.kind === "ready" && head.kind === "ready" && base.kernel.digests === head.kernel.digests;
	if (before.kind !== "measured" || !isOne) return {
		base: before,
		head: await measure$1(job, head)
	};
	const { provenance } = head.kernel;
	return {
		base: before,
		head: {
			...before,
			measurement: {
				...before.measurement,
				provenance
			}
		}
	};
}
/** What cannot be read concerns this target only. */
async function measure$1(job, side) {
	if (side.kind !== "ready") return side;
	const measured = await attempt(job, () => measureArtifacts(side.kernel, side.target));
	if (measured.kind === "failed") return measured;
	return {
		kind: "measured",
		measurement: {
			...measured.value,
			script: job.script
		}
	};
}
async function measureOptions(job, target, { likeBase: kernel, ...explanation }) {
	if (kernel === void 0) return {
		...explanation,
		likeBase: void 0
	};
	const measured = await attempt(job, () => measureArtifacts(kernel, target));
	return measured.kind === "failed" ? {
		...explanation,
		likeBase: void 0,
		reason: measured.reason
	} : {
		...explanation,
		likeBase: measured.value
	};
}
// src/check/confirm-failures.ts
/**
* Builds head of each target that breaks a limit once more from nothing where its kernel came from a build folder that
* was there before: nobody is told of growth that only a stale file made. Where the job does not want that, a note says
* that it was not done.
*/
async function confirmFailures(job, head, { targets, acceptances }) {
	const doubtful = new Set(targets.filter((target) => isDoubtful(target, acceptances)));
	if (doubtful.size === 0) return {
		targets,
		notes: []
	};
	if (job.confirm === "nothing") return {
		targets,
		notes: [unconfirmed([...doubtful])]
	};
	const confirmed = [];
	const notes = [];
	for (const target of targets) {
		if (target.head.kind !== "ready" || !doubtful.has(target)) {
			confirmed.push(target);
			continue;
		}
		const outcome = await buildAnew(job, head, {
			...target,
			former: target.head.kernel
		});
		confirmed.push(await measureTarget(job, {
			...target,
			head: outcome.head
		}));
		notes.push(outcome.note);
	}
	return {
		targets: confirmed,
		notes
	};
}
function isDoubtful(target, acceptances) {
	const { head } = target;
	if (head.kind !== "ready" || head.kernel.origin !== "incremental") return false;
	const { findings } = judgeTarget(target, acceptances);
	return findings.some(({ kind }) => FAILING_KINDS.some((failing) => failing === kind));
}
function unconfirmed(targets) {
	return `${targets.map(({ target }) => target.name).join(", ")}: head breaks a limit as it was built on an earlier build; --confirm builds it once more from nothing`;
}
async function buildAnew(job, head, { target, former }) {
	const confirmed = await attempt(job, async () => {
		const checkout = await checkOutAnew(head);
		const { build, inputs } = await buildOf(job, head, target);
		return compare(target, former, await buildAndKeep(job, head, {
			build: {
				...build,
				again: AGAIN$1,
				env: {
					...build.env,
					...WITHOUT_CCACHE
				}
			},
			inputs,
			part: "anew",
			checkout,
			objtree: EMPTY_OBJTREE
		}));
	});
	if (confirmed.kind === "done") return confirmed.value;
	const reason = `head broke a limit when it was built on an earlier build, but could not be built from nothing: ${confirmed.reason}`;
	return {
		head: {
			...confirmed,
			reason
		},
		note: `${target.name}: ${reason}`
	};
}
const AGAIN$1 = "from nothing, to confirm the limit that it breaks";
/** The commands stay the same, so that the build folder is of use for others. */
const WITHOUT_CCACHE = { CCACHE_DISABLE: "1" };
/** What builds may have done to the sources is undone first. */
async function checkOutAnew(head) {
	await head.tree.checkOut(head.hash, "anew");
	return head.checkout();
}
async function compare(target, former, kernel) {
	if (isSameKernel(former, kernel)) return {
		head: {
			kind: "ready",
			kernel,
			target
		},
		note: `${target.name}: head was built once more from nothing, with the same result`
	};
	const reason = "a bug in kernel-size-budget: head built on an earlier build is not what head built from nothing is; please report it, and check again with --no-cache (the action: cache: none)";
	const details = [`on an earlier build: ${await metricsInWords(former, target)}`, `from nothing: ${await metricsInWords(kernel, target)}`];
	return {
		head: {
			kind: "failed",
			reason,
			details
		},
		note: `${target.name}: ${details.join("; ")}`
	};
}
async function metricsInWords(kernel, target) {
	const { metrics } = await measureArtifacts(kernel, target);
	return Object.entries(metrics).map(([name, bytes]) => `${name} ${bytes} B`).join(", ");
}
// src/kernel/kconfig/evaluate.ts
/**
* Evaluates the conditions and values of Kconfig files in a resolved `.config`, as scripts/kconfig/expr.c does. What
* Kconfig asks the compiler for (`$(cc-option,…)`) counts as unknown, not as holding.
*/
/**
* The value of an expression in the resolved configuration; `undefined` where it hangs on a macro, or is none. `mod` is
* the value of the word m: in a condition that is m && MODULES (rewrite_m in scripts/kconfig/menu.c).
*/
function evaluate(text, resolved, mod = modulesLevel(resolved)) {
	const tokens = tokensOf(text);
	let position = 0;
	let sound = true;
	const value = anyOf();
	return sound && position === tokens.length ? value : void 0;
	function anyOf() {
		let level = allOf();
		while (take("||")) level = greater(level, allOf());
		return level;
	}
	function allOf() {
		let level = term();
		while (take("&&")) level = lesser(level, term());
		return level;
	}
	function term() {
		if (take("!")) return opposite(term());
		if (!take("(")) return relation();
		const level = anyOf();
		sound &&= take(")");
		return level;
	}
	function relation() {
		const left = word();
		const operator = COMPARISONS.get(tokens[position] ?? "");
		if (operator === void 0) return left === "m" ? mod : levelOfWord(left, resolved);
		position++;
		const order = compareOperands(operandOf(left, resolved), operandOf(word(), resolved));
		return order === void 0 ? void 0 : operator(order) ? 2 : 0;
	}
	function word() {
		const token = tokens[position++] ?? "";
		sound &&= /^["'\w$-]/.test(token);
		return token;
	}
	function take(token) {
		const found = tokens[position] === token;
		if (found) position++;
		return found;
	}
}
const COMPARISONS = /* @__PURE__ */ new Map([
	["=", (order) => order === 0],
	["!=", (order) => order !== 0],
	["<", (order) => order < 0],
	["<=", (order) => order <= 0],
	[">", (order) => order > 0],
	[">=", (order) => order >= 0]
]);
const MACRO = /\$\((?:[^()]|\([^()]*\))*\)/g;
/** A text that nothing closes goes on to the end. */
const TOKEN = /\|\||&&|[!<>]=|[=<>!()]|"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|[\w$-]+|\S/g;
/** In characters; the longest of Linux has 725. */
const LONGEST_EXPRESSION = 2e3;
/** A macro, of which only Kconfig knows what it stands for. */
const UNKNOWN$1 = "$";
/** Words, quoted texts and operators; a word or text with a macro in it has a "$". */
function tokensOf(text) {
	if (text.length > LONGEST_EXPRESSION) return [UNKNOWN$1];
	let shorter = text;
	for (let longer = ""; longer !== shorter;) [longer, shorter] = [shorter, shorter.replaceAll(MACRO, UNKNOWN$1)];
	return shorter.match(TOKEN) ?? [];
}
/** What stands before and behind the "if" of a line. */
function splitCondition(rest) {
	for (const { 0: part, 1: word, index } of rest.matchAll(VALUE_PART)) {
		if (word === void 0) continue;
		return {
			value: rest.slice(0, index),
			condition: rest.slice(index + part.length)
		};
	}
	return {
		value: rest,
		condition: void 0
	};
}
/** A text in quotes, which goes on to the end where nothing closes it; a blank with the "if" after it; or neither. */
const VALUE_PART = /"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|\s+(if\b\s*)?|[^"'\s]+/g;
/** The parts of a condition that all must hold, or the condition where "||" is outermost. */
function conjunctsOf(condition) {
	const parts = [""];
	let depth = 0;
	for (const token of condition.split(/(\|\||&&|[()])/)) {
		if (token === "(") depth++;
		if (token === ")") depth--;
		if (depth === 0 && token === "||") return [condition];
		if (depth === 0 && token === "&&") parts.push("");
		else parts.push(parts.pop() + token);
	}
	return parts.map((part) => part.trim());
}
function modulesLevel({ config }) {
	return optionValue(config, "MODULES") === "y" ? 1 : 0;
}
/** Numbers and texts count as n where they are not compared. */
function levelOfWord(word, { config }) {
	if (word.includes("$")) return void 0;
	const value = ["y", "\"y\""].includes(word) ? "y" : config.get(word);
	return value === "y" ? 2 : value === "m" ? 1 : 0;
}
const TYPES = [
	"bool",
	"tristate",
	"int",
	"hex",
	"string"
];
function typeOf(name, { definitions }) {
	const lines = (definitions.get(name) ?? []).flatMap((entry) => entry.lines);
	const words = new Set(lines.map(({ keyword }) => keyword.replace("def_", "")));
	return TYPES.find((type) => words.has(type));
}
/** A word that is no option stands for itself. How a number that is absent compares hangs on the kernel's version. */
function operandOf(word, resolved) {
	if (word.includes("$")) return void 0;
	const type = /^[nmy]$/.test(word) ? "tristate" : typeOf(word, resolved);
	if (type === void 0) return {
		type,
		text: unquoted(word)
	};
	const value = resolved.config.get(word);
	if (value !== void 0) return {
		type,
		text: unquoted(value)
	};
	if (type === "int" || type === "hex") return void 0;
	return {
		type,
		text: type === "string" ? "" : /^[nmy]$/.test(word) ? word : "n"
	};
}
function unquoted(text) {
	return /^["']/.test(text) ? text.slice(1, -1).replaceAll(/\\(.)/g, "$1") : text;
}
/** Below, at or above 0, as expr_calc_value of scripts/kconfig/expr.c compares: numbers if both are, else texts. */
function compareOperands(left, right) {
	if (left === void 0 || right === void 0) return void 0;
	const [a, b] = [numberOf(left), numberOf(right)];
	if (left.type === "string" && right.type === "string" || a === void 0 || b === void 0) return compareNames(left.text, right.text);
	return a < b ? -1 : a > b ? 1 : 0;
}
function numberOf({ type, text }) {
	if (type === "bool" || type === "tristate") return BigInt("nmy".indexOf(text));
	if (type === "hex") return /^(0x)?[\da-f]+$/i.test(text) ? BigInt(`0x${text.replace(/^0x/i, "")}`) : void 0;
	if (type === void 0 && /^0x[\da-f]+$/i.test(text)) return BigInt(text);
	return /^-?\d+$/.test(text) ? BigInt(text) : void 0;
}
function lesser(a, b) {
	if (a === 0 || b === 0) return 0;
	return a === void 0 || b === void 0 ? void 0 : a < b ? a : b;
}
function greater(a, b) {
	if (a === 2 || b === 2) return 2;
	return a === void 0 || b === void 0 ? void 0 : a > b ? a : b;
}
function opposite(level) {
	return level === void 0 ? void 0 : 2 - level;
}
// src/kernel/kconfig/option-evidence.ts
/**
* Gathers what may have given an option its value: the requests for it, and in the tree's Kconfig files its selects,
* defaults and prompts. Each is told with how far its conditions hold in the resolved `.config`, which is unknown where
* only Kconfig itself can tell.
*/
/** What bears on the options that changed. Reads all Kconfig files of the tree that the architecture has. */
function gatherEvidence(changed, { source, srcArch, config, requests }) {
	const definitions = readKconfig(source, srcArch);
	return {
		config,
		definitions,
		changed,
		requests: lastRequests(requests),
		selectors: selectorsOf(definitions, changed)
	};
}
function lastRequests(files) {
	const requests = /* @__PURE__ */ new Map();
	for (const { file, text } of files) for (const [index, line] of text.split("\n").entries()) for (const [name, value] of parseKernelConfig(line)) requests.set(name, {
		file,
		line: index + 1,
		value
	});
	return requests;
}
function selectorsOf(definitions, wanted) {
	const selectors = /* @__PURE__ */ new Map();
	for (const by of [...definitions.values()].flat()) for (const line of by.lines) {
		if (line.keyword !== "select" && line.keyword !== "imply") continue;
		const name = /^[\w-]+/.exec(line.rest)?.[0] ?? "";
		if (!wanted.has(name)) continue;
		const known = selectors.get(name);
		if (known === void 0) selectors.set(name, [{
			by,
			line
		}]);
		else known.push({
			by,
			line
		});
	}
	return selectors;
}
/** What a select or imply gives: at most the value of the option that it is of. */
function selectorLevel({ by, line }, evidence) {
	return lesser(evaluate(by.start.rest, evidence), levelOf(by, line, evidence));
}
function isUnselected(name, evidence) {
	return (evidence.selectors.get(name) ?? []).every((selector) => selectorLevel(selector, evidence) === 0);
}
/** The defaults that may apply, up to the first that does. */
function applyingDefaults(name, evidence) {
	const found = [];
	for (const entry of evidence.definitions.get(name) ?? []) for (const line of entry.lines.filter(isDefault)) {
		const level = levelOf(entry, line, evidence);
		if (level !== 0) found.push({
			line,
			level,
			gives: defaultValue(name, {
				line,
				level
			}, evidence)
		});
		if (level === 1 || level === 2) return found;
	}
	return found;
}
function defaultValue(name, { line, level }, evidence) {
	const { value } = splitCondition(line.rest);
	if (isTristate(name, evidence)) return written(name, lesser(evaluate(value, evidence, 1), level), evidence);
	const [token, ...more] = tokensOf(value);
	return token === void 0 || more.length > 0 ? void 0 : operandOf(token, evidence)?.text;
}
/** How a value is written for an option; only a tristate can be `m`, and only with modules. */
function written(name, level, evidence) {
	if (level !== 1) return level === void 0 ? void 0 : "nmy"[level];
	return typeOf(name, evidence) === "tristate" && modulesLevel(evidence) === 1 ? "m" : "y";
}
function isTristate(name, evidence) {
	const type = typeOf(name, evidence);
	return type === "bool" || type === "tristate";
}
/** How far a user may set an option: the largest of its prompts. */
function promptLevel(name, evidence) {
	return promptConditions(name, evidence).map((conditions) => all(conditions, evidence)).reduce(greater, 0);
}
function promptConditions(name, { definitions }) {
	return (definitions.get(name) ?? []).flatMap((entry) => entry.lines.filter(isPrompt).map((line) => visibilityOf(entry).concat(conditionsOf(entry, line))));
}
function levelOf(entry, line, evidence) {
	return all(conditionsOf(entry, line), evidence);
}
/** What must hold for a line of an entry: what the entry depends on, and what follows "if" on the line. */
function conditionsOf(entry, line) {
	const { condition } = splitCondition(line.rest);
	return [...dependenciesOf(entry), ...condition === void 0 ? [] : [condition]];
}
function all(conditions, evidence) {
	return conditions.map((condition) => evaluate(condition, evidence)).reduce(lesser, 2);
}
function isDefault({ keyword }) {
	return keyword === "default" || keyword.startsWith("def_");
}
function isPrompt({ keyword, rest }) {
	return keyword === "prompt" || TYPES.some((type) => type === keyword) && /^["']/.test(rest);
}
// src/kernel/kconfig/option-causes.ts
/**
* Tells what in a kernel tree gave an option its value in a resolved `.config`, as scripts/kconfig/symbol.c comes to
* it: a request, else the larger of selects and the first default that applies. A cause is told only where the tree
* and the `.config` prove it.
*/
/** The cause of each change, by name. Reads all Kconfig files of the tree that the architecture has. */
function optionCauses(changes, context) {
	if (changes.length === 0) return /* @__PURE__ */ new Map();
	const evidence = gatherEvidence(new Set(changes.map(({ name }) => name)), context);
	return new Map(changes.map((change) => [change.name, causeOf(change, evidence)]));
}
function causeOf({ name, head }, evidence) {
	if (head === void 0) return absenceOf(name, evidence);
	const requested = requestCause(name, head, evidence);
	if (requested !== void 0) return requested;
	const choice = (evidence.definitions.get(name) ?? []).map(choiceAround).find((found) => found !== void 0);
	if (choice !== void 0) return choiceCause(name, choice, evidence);
	if (head === "n") return { kind: evidence.requests.has(name) ? "unknown" : "unset" };
	return selectCause(name, "select", evidence) ?? selectCause(name, "imply", evidence) ?? defaultCause(name, head, evidence) ?? { kind: EMPTY.has(head) && isUnset(name, evidence) ? "unset" : "unknown" };
}
/** What a number or text has that has no default. */
const EMPTY = /* @__PURE__ */ new Set([
	"0",
	"0x0",
	"\"\""
]);
/** A request counts only where a prompt is visible (sym_calc_value). */
function requestCause(name, head, evidence) {
	const request = evidence.requests.get(name);
	if (request?.value !== head || promptLevel(name, evidence) === 0) return void 0;
	return {
		kind: "fragment",
		file: request.file,
		line: request.line
	};
}
function selectCause(name, kind, evidence) {
	const wanted = evidence.config.get(name);
	const { changed } = evidence;
	const by = (evidence.selectors.get(name) ?? []).filter(({ line }) => line.keyword === kind).filter((selector) => written(name, selectorLevel(selector, evidence), evidence) === wanted).map((selector) => selector.by.start.rest);
	if (by.length === 0) return void 0;
	const rank = (option) => changed.has(option) ? 0 : 1;
	return {
		kind,
		by: [...new Set(by)].toSorted((a, b) => rank(a) - rank(b) || compareNames(a, b))
	};
}
/** The first default that applies; also where its value is unknown, if nothing else can have given the option one. */
function defaultCause(name, head, evidence) {
	const applying = applyingDefaults(name, evidence);
	const fitting = applying.filter(({ gives }) => gives === void 0 || gives === unquoted(head));
	const [first] = fitting;
	if (first === void 0 || fitting.length > 1) return void 0;
	const proven = applying.length === 1 && first.level !== void 0 && first.gives !== void 0;
	const unasked = () => !evidence.requests.has(name) || promptLevel(name, evidence) === 0;
	const only = () => unasked() && isUnselected(name, evidence);
	return proven || only() ? {
		kind: "default",
		file: first.line.file,
		line: first.line.line
	} : void 0;
}
function choiceCause(name, choice, evidence) {
	const { definitions, config } = evidence;
	const takes = [...definitions].find(([option, entries]) => optionValue(config, option) === "y" && entries.some((entry) => choiceAround(entry) === choice))?.[0];
	const line = choiceDefault(choice, evidence);
	if (takes === name && line !== void 0 && splitCondition(line.rest).value === name) return {
		kind: "default",
		file: line.file,
		line: line.line
	};
	return {
		kind: "choice",
		file: choice.start.file,
		line: choice.start.line,
		takes
	};
}
/** The first default of a choice that applies and names an option that is visible (sym_choice_default). */
function choiceDefault(choice, evidence) {
	for (const line of choice.lines.filter(isDefault)) {
		const option = splitCondition(line.rest).value;
		const level = lesser(levelOf(choice, line, evidence), promptLevel(option, evidence));
		if (level !== 0) return level === void 0 ? void 0 : line;
	}
}
function choiceAround({ outer }) {
	if (outer === void 0 || outer.start.keyword === "choice") return outer;
	return choiceAround(outer);
}
function absenceOf(name, evidence) {
	const entries = evidence.definitions.get(name);
	if (entries === void 0) return { kind: "gone" };
	const lacking = failingOf(entries.filter(({ lines }) => lines.some((line) => isPrompt(line) || isDefault(line))).map(dependenciesOf), evidence);
	if (lacking !== void 0) return {
		kind: "depends",
		on: lacking
	};
	if (!isUnset(name, evidence)) return { kind: "unknown" };
	const hidden = failingOf(promptConditions(name, evidence), evidence);
	if (hidden !== void 0) return {
		kind: "depends",
		on: hidden
	};
	return { kind: promptLevel(name, evidence) === 0 ? "unset" : "unknown" };
}
/** What does not hold of each of some lists of conditions; `undefined` where one list may hold, or there is none. */
function failingOf(lists, evidence) {
	const failing = lists.map((conditions) => conditions.flatMap(conjunctsOf).filter((part) => evaluate(part, evidence) === 0));
	const [first, ...others] = failing;
	if (first === void 0 || failing.some((parts) => parts.length === 0)) return void 0;
	const common = first.filter((part) => others.every((parts) => parts.includes(part)));
	if (common.length > 0) return [...new Set(common)];
	return [[...new Set(failing.map((parts) => `(${parts.join(" && ")})`))].join(" || ")];
}
function isUnset(name, evidence) {
	return isUnselected(name, evidence) && applyingDefaults(name, evidence).every(({ gives }) => gives === "n");
}
// src/check/explain-options.ts
/** Any file that Kconfig reads: `Kconfig`, `Kconfig.debug`, `arch/arm/Kconfig-nommu`. */
const KCONFIG_FILES$1 = "*Kconfig*";
/** Adds to each target whose two `.config` files differ what asked for it, and what head would be without it. */
async function explainOptions(job, head, targets) {
	const differing = targets.filter((target) => optionsDiffer(target));
	if (differing.length === 0) return [...targets];
	await head.checkout();
	const causes = /* @__PURE__ */ new Map();
	for (const target of differing) causes.set(target, await causesOf(job, head, target));
	const mixed = await checkOutMixed(job, head);
	const explained = [];
	for (const target of targets) {
		const known = causes.get(target);
		explained.push(known === void 0 ? target : {
			...target,
			options: {
				causes: known,
				...await buildLikeBase(job, head, {
					...target,
					checkout: mixed
				})
			}
		});
	}
	return explained;
}
/** An option that head's select or default turns on could not be off otherwise. */
async function checkOutMixed(job, head) {
	const checkout = await head.checkout();
	await head.tree.takeFrom(job.checkouts.base, KCONFIG_FILES$1);
	return {
		...checkout,
		listing: await head.tree.list()
	};
}
function optionsDiffer({ base, head }) {
	const [before, after] = [configOf$1(base), configOf$1(head)];
	return before !== void 0 && after !== void 0 && diffConfigs(before, after).length > 0;
}
function configOf$1(side) {
	return side.kind === "ready" ? side.kernel.config : void 0;
}
async function causesOf(job, source, { target, base, head }) {
	const { build } = await buildOf(job, source, target);
	const [before, after] = [configOf$1(base), configOf$1(head)];
	const requests = readRequests(build).map(({ name, text }) => ({
		file: name,
		text
	}));
	return optionCauses(diffConfigs(before, after), {
		source: build.source,
		srcArch: sourceArch(target.arch),
		config: after,
		requests
	});
}
const AGAIN = "with base's options, to tell what they cost";
/** Head's sources with base's options; the build may need what it is denied, which is no failure of the comparison. */
async function buildLikeBase(job, source, { target, base, checkout }) {
	const { build } = await buildOf(job, source, target);
	const folder = kernelFolder(job, target, "mixed");
	const built = await attempt(job, async () => {
		const objtree = await keptObjtree(job, build, Promise.resolve(checkout));
		const options = configOf$1(base);
		return buildArtifacts({
			...build,
			again: AGAIN
		}, {
			folder,
			checkout,
			objtree,
			options
		});
	});
	if (built.kind === "failed") return {
		likeBase: void 0,
		reason: built.reason
	};
	const { ending: _, ...made } = built.value;
	return {
		likeBase: {
			...made,
			sources: void 0
		},
		reason: void 0
	};
}
// src/kernel/tree/statement-reader.ts
/** Before a name these make it a call. */
const STATEMENTS = new Set("break case continue default do else for goto if return sizeof switch typedef while".split(" "));
/** Attributes with arguments, and macros without a semicolon, do not count: names and what stands in parentheses. */
function statementReader() {
	let depth = 0;
	let isType = true;
	let words = 0;
	let last;
	const close = () => {
		if (depth === 0) isType = false;
		else depth--;
	};
	/** The last word counts unless parentheses follow. */
	const count = (next) => {
		if (depth > 0 || last === void 0 || next === "(") return;
		words++;
		if (STATEMENTS.has(last.text)) isType = false;
	};
	return {
		take: (token) => {
			const { text } = token;
			count(text);
			const isWord = /^\w/.test(text);
			last = isWord ? token : void 0;
			if (";{}".includes(text)) [depth, isType, words] = [
				0,
				true,
				0
			];
			else if (text === "(") depth++;
			else if (text === ")") close();
			else if (depth === 0 && !isWord && text !== "*" && text !== "#") isType = false;
		},
		lastWord: () => last,
		isDeclared: () => depth === 0 && isType && words > 0
	};
}
// src/kernel/tree/function-heads.ts
/**
* Finds the heads of functions in C without its comments, literals and directives, in one pass over words and signs: a
* name after a type and before parentheses, and what follows these.
*/
/** Stands between parameters and body, as `__releases(lock)` does. */
const ATTRIBUTE = /^__\w/;
/** Functions that are written out, and system calls under `systemCallKey` of their symbol. */
function functionHeads(code) {
	const found = /* @__PURE__ */ new Map();
	const statement = statementReader();
	const open = [];
	let ended = [];
	let wasAttribute = false;
	const decide = (next) => {
		if (!";,)".includes(next)) addDefinitions(found, ended, next === "{");
		ended = [];
	};
	let line = 1;
	for (const { 0: token, index } of code.matchAll(/\w+|[^\w\s]|\n/g)) {
		if (token === "\n") {
			line++;
			continue;
		}
		const isAttribute = ended.length > 0 && ATTRIBUTE.test(token);
		if (!isAttribute && !(wasAttribute && token === "(")) decide(token);
		if (token === "(") {
			open.push({
				heads: headsBefore(code, index, statement),
				attributed: ended
			});
			ended = [];
		} else if (token === ")") {
			const { heads, attributed } = open.pop() ?? {
				heads: [],
				attributed: []
			};
			attributed.push(...heads);
			ended = attributed;
		}
		wasAttribute = isAttribute;
		statement.take({
			text: token,
			line,
			index
		});
	}
	return found;
}
function addDefinitions(found, heads, isSure) {
	for (const { name, line } of heads) {
		const known = found.get(name);
		if (known === void 0) found.set(name, [{
			line,
			isSure
		}]);
		else known.push({
			line,
			isSure
		});
	}
}
/** Under what a system call is found, `sys_read` or `compat_sys_read`: a function of that name is another one. */
function systemCallKey(symbol) {
	return `SYSCALL_DEFINE ${symbol}`;
}
const SYSCALL = /^(COMPAT_)?SYSCALL_DEFINE\d$/;
/** The parenthesis and the first argument of SYSCALL_DEFINEn. */
const FIRST_ARGUMENT = /\(\s*(\w+)\s*[,)]/y;
function headsBefore(code, index, statement) {
	const word = statement.lastWord();
	if (word === void 0) return [];
	return [...statement.isDeclared() ? [{
		name: word.text,
		line: word.line
	}] : [], ...systemCall(code, index, word)];
}
function systemCall(code, index, word) {
	const macro = SYSCALL.exec(word.text);
	if (macro === null || !isLineStart(code, word.index)) return [];
	FIRST_ARGUMENT.lastIndex = index;
	const name = FIRST_ARGUMENT.exec(code)?.[1];
	if (name === void 0) return [];
	return [{
		name: systemCallKey(`${macro[1] === void 0 ? "" : "compat_"}sys_${name}`),
		line: word.line
	}];
}
function isLineStart(code, index) {
	return index === 0 || /[\r\n]/.test(code[index - 1]);
}
// src/kernel/tree/source-code.ts
/**
* Takes comments, string literals and preprocessor lines out of a source file of the kernel, C or assembler, without
* preprocessing it. The file may be a stranger's, so it is read once from front to end: of what never ends, such as a
* comment, that is found out once.
*/
/** What is left of a directive: conditionals leave a choice of code. */
const DIRECTIVE = "#";
/** The code alone. Line breaks stay where they are, so that lines keep their numbers. */
function codeOf(text) {
	const endOfText = textScanner(text);
	const parts = [];
	let kept = 0;
	let isLineStart = true;
	for (let at = 0; at < text.length;) {
		const isDirective = isLineStart && text[at] === "#";
		const end = isDirective ? endOfDirective(text, at, endOfText) : endOfText(at);
		if (end === at) {
			isLineStart = isLineBreak(text[at]) || isLineStart && isBlank(text[at]);
			at++;
			continue;
		}
		parts.push(text.slice(kept, at), isDirective ? DIRECTIVE : " ", lineBreaksOf(text.slice(at, end)));
		isLineStart = false;
		kept = at = end;
	}
	return parts.join("") + text.slice(kept);
}
function lineBreaksOf(text) {
	return text.replaceAll(/[^\n]+/g, "");
}
function isLineBreak(character) {
	return character === "\n" || character === "\r";
}
function isBlank(character) {
	return character === " " || character === "	";
}
function textScanner(text) {
	const endOfComment = commentScanner(text);
	const endOfString = literalScanner(text, "\"");
	const endOfCharacter = literalScanner(text, "'");
	return (start) => {
		if (text[start] === "/") return endOfComment(start);
		if (text[start] === "\"") return endOfString(start);
		return text[start] === "'" ? endOfCharacter(start) : start;
	};
}
function commentScanner(text) {
	let isOpenFromHere = false;
	return (start) => {
		if (text[start + 1] === "/") return endOfLine(text, start);
		if (text[start + 1] !== "*" || isOpenFromHere) return start;
		const end = text.indexOf("*/", start + 2);
		isOpenFromHere = end === -1;
		return isOpenFromHere ? start : end + 2;
	};
}
/** A quote that nothing closes is a character like any other: `don't` in a remark of assembler code. */
function literalScanner(text, quote) {
	let openUntil = -1;
	return (start) => {
		if (start < openUntil) return start;
		let at = start + 1;
		while (at < text.length && text[at] !== quote && text[at] !== "\n") {
			if (text[at] === "\\" && quote === "'" && isLineBreak(text[at + 1])) break;
			at += text[at] === "\\" ? 2 : 1;
		}
		if (text[at] === quote) return at + 1;
		openUntil = at;
		return start;
	};
}
/** A directive goes on after a backslash, and within a comment. */
function endOfDirective(text, start, endOfText) {
	let at = start;
	while (at < text.length && !isLineBreak(text[at])) {
		const end = endOfText(at);
		if (end > at) at = end;
		else at += text[at] === "\\" ? 1 + lengthOfLineBreak(text, at + 1) : 1;
	}
	return at;
}
function lengthOfLineBreak(text, at) {
	if (text[at] === "\n") return 1;
	return text.startsWith("\r\n", at) ? 2 : 0;
}
function endOfLine(text, start) {
	let at = start;
	while (at < text.length && !isLineBreak(text[at])) at++;
	return at;
}
// src/kernel/tree/definition-line.ts
/**
* Finds where a function is defined in one source file of the kernel, C or assembler, without preprocessing it. It
* knows functions written out, SYSCALL_DEFINEn and COMPAT_SYSCALL_DEFINEn (include/linux/syscalls.h and compat.h), and
* the marks of include/linux/linkage.h. Functions that other macros make, parameters declared after the parentheses
* and functions that return a function are left out: for them, and when preprocessor conditionals leave a choice, the
* answer is undefined and not a guess.
*/
/** Before the names of the symbols that SYSCALL_DEFINEn makes. */
const SYSCALL_PREFIX = /^__(?:se|do|x64|ia32|arm64|riscv|s390x)_(?=(?:compat_)?sys_)/;
const ASSEMBLER = /^(?:SYM_\w+|ENTRY)\(|^[ \t]*\.(?:align|arm|balign|globa?l|macro|p2align|section|syntax|text|thumb|type)\b(?!\s*[=[.])/m;
/**
* Makes the source of a file ready to be searched. `name` is that of a symbol: `sys_read` is found at
* `SYSCALL_DEFINE3(read, …)`, `foo.constprop.0` at `foo`; the line is the one with the name, where it is defined.
*/
function definitionFinder(text) {
	const code = codeOf(text);
	const find = isAssembler(code) ? inAssembler(code) : inC(code);
	return (name) => {
		const definitions = find(name);
		const [definition] = definitions;
		return definitions.length === 1 && definition.isSure ? definition.line : void 0;
	};
}
/** A label of the assembler would be one for `goto` in C, where functions end with a brace at the start of a line. */
function isAssembler(code) {
	return ASSEMBLER.test(code) && !/^}/m.test(code);
}
function inAssembler(code) {
	const labels = assemblerLabels(code);
	return (symbol) => labels.get(symbol) ?? [];
}
function inC(code) {
	const heads = functionHeads(code);
	return (symbol) => {
		const name = symbol.split(".", 1)[0];
		return [name, systemCallKey(name.replace(SYSCALL_PREFIX, ""))].flatMap((key) => heads.get(key) ?? []);
	};
}
const LABEL = /^[ \t]*(?:(?:SYM_(?:TYPED_)?(?:FUNC|CODE)_START\w*|SYM_INNER_LABEL\w*|ENTRY|GLOBAL|WEAK)\(\s*(\w+)\s*[,)]|(\w+):)/;
function assemblerLabels(code) {
	const labels = /* @__PURE__ */ new Map();
	for (const [index, line] of code.split("\n").entries()) {
		const [, marked, plain] = LABEL.exec(line) ?? [];
		const name = marked ?? plain;
		if (name === void 0) continue;
		const known = labels.get(name) ?? [];
		known.push({
			line: index + 1,
			isSure: true
		});
		labels.set(name, known);
	}
	return labels;
}
// src/check/map-delta.ts
/** The same with a delta that says more; what could not be compared stays as it is. */
function mapDelta(target, change) {
	const { comparison } = target;
	if (comparison.kind === "failed") return target;
	return {
		...target,
		comparison: {
			...comparison,
			delta: change(comparison.delta)
		}
	};
}
/** Undefined where nothing could be compared. */
function deltaIn({ comparison }) {
	return comparison.kind === "compared" ? comparison.delta : void 0;
}
// src/check/locate-definitions.ts
/** Functions that are looked up for one target, largest growth first. */
const MOST_LOCATED = 200;
/**
* Adds to each function that grew or is new where head defines it. `openTree` makes head's sources ready and returns
* their folder; it is called only where there is something to look up.
*/
async function locateDefinitions(targets, openTree) {
	const wanted = new Set(targets.flatMap(wantedRows));
	if (wanted.size === 0) return targets;
	const read = sourceReader(await openTree());
	return targets.map((target) => mapDelta(target, (delta) => locateInDelta(delta, wanted, read)));
}
function wantedRows(target) {
	return (deltaIn(target)?.accounted?.rows ?? []).filter(({ kind, delta: growth }) => kind === "symbol" && growth > 0).slice(0, MOST_LOCATED);
}
function locateInDelta(delta, wanted, read) {
	const { accounted } = delta;
	if (accounted === void 0) return delta;
	const rows = accounted.rows.map((row) => wanted.has(row) ? located$1(row, read) : row);
	return {
		...delta,
		accounted: {
			...accounted,
			rows
		}
	};
}
function located$1(row, read) {
	const source = row.object === void 0 ? void 0 : read(row.object);
	const line = source?.lineOf(row.name);
	return line === void 0 ? row : {
		...row,
		definition: {
			file: source.file,
			line
		}
	};
}
/** Reads each source once; what lies outside of the tree or cannot be read has none. */
function sourceReader(tree) {
	const known = /* @__PURE__ */ new Map();
	return (object) => {
		if (!known.has(object)) known.set(object, readSource(tree, object));
		return known.get(object);
	};
}
function readSource(tree, object) {
	const file = object.includes("/") ? sourceFileOf(tree, object) : void 0;
	const text = file === void 0 ? void 0 : readSourceFile(tree, file);
	return file === void 0 || text === void 0 ? void 0 : {
		file,
		lineOf: definitionFinder(text)
	};
}
// src/check/new-options.ts
/** Any file that Kconfig reads: `Kconfig`, `Kconfig.debug`, `arch/arm/Kconfig-nommu`. */
const KCONFIG_FILES = "*Kconfig*";
/** The most options that one note names. */
const MOST_NAMES = 20;
/**
* Says which options head's Kconfig has and base's has not, where they are off: what a change has put behind one costs
* nothing in this kernel, which is not to say that it costs nothing.
*/
async function newOptionNotes(job, head, targets) {
	const former = await readFormerOptions(job, head);
	if (former === void 0) return [];
	await head.checkout();
	const named = /* @__PURE__ */ new Map();
	const addedFor = /* @__PURE__ */ new Map();
	for (const { target, base, head: built } of targets) {
		if (base.kind !== "ready" || built.kind !== "ready") continue;
		const architecture = sourceArch(target.arch);
		const added = addedFor.get(architecture) ?? addedOptions(former, readKconfig(head.tree.kernel, architecture));
		addedFor.set(architecture, added);
		const off = added.filter((name) => optionValue(built.kernel.config, name) === "n");
		if (off.length === 0) continue;
		const words = optionWords(off.toSorted(compareNames));
		named.set(words, [...named.get(words) ?? [], target.name]);
	}
	return [...named].map(([words, names]) => `${names.join(", ")}: ${words}`);
}
/** Base's count where they are in files that the architecture may have. */
function addedOptions(former, definitions) {
	const places = [...definitions].flatMap(([name, entries]) => entries.map(({ start: { file } }) => ({
		name,
		file
	})));
	const architectures = /* @__PURE__ */ new Set([void 0, ...places.map(({ file }) => architectureOf(file))]);
	const known = new Set(former.filter(({ file }) => architectures.has(architectureOf(file))).map(({ name }) => name));
	const added = places.filter(({ name, file }) => OPTION.test(name) && file.includes("Kconfig") && !known.has(name));
	return [...new Set(added.map(({ name }) => name))];
}
const OPTION = /^\w{1,200}$/;
function optionWords(names) {
	const shown = names.slice(0, MOST_NAMES);
	const more = names.length > shown.length ? [`${names.length - shown.length} more`] : [];
	return `new ${names.length === 1 ? "option" : "options"} ${[...shown, ...more].join(", ")}, off here`;
}
/** Undefined where head's Kconfig files are base's. */
async function readFormerOptions({ checkouts }, { tree: { git, prefix } }) {
	const { base, head } = checkouts;
	if (await git.run("diff-tree", "-r", "--name-only", base, head, "--", KCONFIG_FILES) === "") return void 0;
	return (await git.ask("grep", ...[
		"--no-color",
		"--no-line-number",
		"--no-column",
		"--full-name",
		"--null",
		"--text"
	], "-E", DEFINITION, base, "--", KCONFIG_FILES))?.split("\n").map((line) => {
		const [place = "", text = ""] = line.split("\0");
		const path = place.slice(base.length + 1);
		const file = prefix !== "" && path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : path;
		return {
			name: text.trim().split(/\s+/)[1] ?? "",
			file
		};
	});
}
const DEFINITION = "^[[:space:]]*(menu)?config[[:space:]]+[A-Za-z0-9_]+";
// src/check/skip-unaffected.ts
/** Says what the change means for each target. A head that is proven to be base's kernel is kept, where heads are. */
async function skipUnaffected(job, head, targets) {
	if (job.unaffected === "build") return targets.map((target) => ({
		...target,
		...UNKNOWN
	}));
	const changes = await changesOfCommits(head.tree.git, job.checkouts.base, job.checkouts.head);
	const found = [];
	for (const target of targets) found.push({
		...target,
		...await reachOf(changes, target, {
			job,
			head
		})
	});
	if (changes.length > 0) await keepAsHead(job, head, found);
	return found;
}
const UNKNOWN = {
	known: void 0,
	note: void 0
};
async function reachOf(changes, { baseTarget, target, base }, { job, head }) {
	if (base.kind !== "ready" || JSON.stringify(baseTarget) !== JSON.stringify(target)) return UNKNOWN;
	const { sources } = base.kernel;
	const made = madeKernel(job, head, {
		target,
		kernel: base.kernel
	});
	if (findReach(changes, made) !== void 0) return UNKNOWN;
	const missing = missingProof(target, sources);
	if (missing !== void 0) return {
		known: void 0,
		note: `${target.name} was built at head, though no change is known to reach it: ${missing}`
	};
	if (changes.length > 0 && await isReadUnnoted(changes, head, made)) return UNKNOWN;
	const kernel = ofCommit(base.kernel, job.checkouts.head);
	const words = unaffectedWords(target.name, {
		sources,
		changes: changes.length
	});
	return {
		known: {
			...base,
			kernel
		},
		note: `${target.name} was not built again: ${words}`
	};
}
function madeKernel(job, { tree }, { target, kernel }) {
	const { root, prefix } = tree;
	const output = outputOf(job, target);
	return {
		prefix,
		sourceArch: sourceArch(target.arch),
		sources: kernel.sources ?? NOTHING,
		requests: [job.budgetFile, ...job.targets.flatMap(requestsOf)],
		config: kernel.config,
		options: optionPaths(kernel.config, target.make, {
			root,
			prefix,
			output
		}),
		links: []
	};
}
const NOTHING = {
	files: [],
	folders: [],
	asking: [],
	names: [],
	asksGit: false,
	programs: [],
	programsDigest: ""
};
/** What takes head's files to see; those that decide on a build are base's too, where nothing else reaches the kernel. */
async function isReadUnnoted(changes, head, made) {
	const { root, listing } = await head.checkout();
	if (findReach(changes, {
		...made,
		links: readLinks(root, listing)
	}) !== void 0) return true;
	return findUnnotedRead(changes.map(({ path }) => path), {
		...made,
		root,
		listing
	}, "nothing") !== void 0;
}
/** Why nothing is proven by the files that a kernel is known to be made from. */
function missingProof(target, sources) {
	if (usesToolsOfTree(target)) return "its tools may be files of the tree, and what these are made from is not known";
	return sources === void 0 ? "the build of base noted none of the files that it is made from" : void 0;
}
/**
* Keeps kernels of base, which head's are proven to be too, as head's, where the job keeps kernels of head. Targets that
* are built alike have one.
*/
async function keepAsHead(job, head, found) {
	if (!job.cache.keep.head.includes("kernel")) return;
	const kept = /* @__PURE__ */ new Set();
	for (const { known } of found) {
		if (known?.kind !== "ready" || kept.has(known.kernel.digests)) continue;
		kept.add(known.kernel.digests);
		const keys = await keysOf(head, await buildOf(job, head, known.target));
		await keepKernel(job.cache.store, keyFor(known.kernel, keys), known.kernel);
	}
}
/** Whoever edits what some target is configured from, or judged by, wants to see them all. */
function requestsOf({ baseTarget, target }) {
	return [target, baseTarget ?? target].flatMap((side) => {
		const files = [...side.base.kind === "file" ? [side.base] : [], ...side.fragments].map(({ path }) => path);
		return isLimitedBySubsystem(side) ? files.concat("MAINTAINERS") : files;
	});
}
function isLimitedBySubsystem({ budgets, growth }) {
	return Object.keys({
		...budgets,
		...growth
	}).some((name) => name.startsWith("subsystem:"));
}
// src/kernel/tree/object-options.ts
/**
* Tells by which options kbuild takes an object into the kernel: the lists `obj-$(CONFIG_…)` of its folder and of those
* above, and the parts of composite objects (Documentation/kbuild/makefiles.rst, "The kbuild files").
*/
/** Deeper than folders of a kernel and composites in composites. */
const DEEPEST = 32;
/**
* Makes the reader of one tree. The options of `kernel/futex/core.o` come innermost first, without `CONFIG_`; none where
* it is always built, or where kbuild's files do not say it plainly.
*/
function objectOptionReader(tree) {
	const known = /* @__PURE__ */ new Map();
	const listsOf = (folder) => {
		const lists = known.get(folder) ?? readLists(tree, folder);
		known.set(folder, lists);
		return lists;
	};
	return (object) => {
		const options = [];
		let [folder, member] = [dirname$1(object), basename$1(object)];
		if (!object.endsWith(".o") || isAbsolute$1(object)) return options;
		for (let depth = 0; depth < DEEPEST; depth++) {
			const list = listsOf(folder).find(({ members }) => members.has(member));
			options.push(...list?.options ?? []);
			const isComposite = list !== void 0 && list.name !== "obj" && list.name !== "lib";
			if (!isComposite && folder === ".") break;
			[folder, member] = isComposite ? [folder, `${list.name}.o`] : [dirname$1(folder), `${basename$1(folder)}/`];
		}
		return options;
	};
}
/** Kbuild takes the file `Kbuild` where there is one (scripts/Makefile.build). */
function readLists(tree, folder) {
	return parseLists(readSourceFile(tree, `${folder}/Kbuild`) ?? readSourceFile(tree, `${folder}/Makefile`) ?? "");
}
function parseLists(text) {
	const lists = [];
	const conditions = [];
	for (const line of text.replaceAll("\\\n", " ").split("\n")) {
		const code = line.split("#", 1)[0].trim();
		const [word = ""] = code.split(/[\s(]/, 1);
		if (/^ifn?(?:eq|def)$/.test(word)) conditions.push(optionsIn(code));
		else if (word === "endif") conditions.pop();
		else lists.push(...listOf(code, conditions.flat()));
	}
	return lists;
}
function optionsIn(code) {
	return Array.from(code.matchAll(/CONFIG_(\w+)/g), ([, name]) => name);
}
/** None of another line. */
function listOf(code, conditions) {
	const equals = code.indexOf("=");
	const target = code.slice(0, Math.max(0, equals)).replace(/[:+?]$/, "").trimEnd();
	const dash = target.lastIndexOf("-");
	const suffix = target.slice(dash + 1);
	const own = optionsIn(suffix);
	if (dash < 1 || own.length === 0 && suffix !== "y" && suffix !== "objs") return [];
	const members = new Set(code.slice(equals + 1).trim().split(/\s+/));
	return [{
		name: target.slice(0, dash),
		options: [...own, ...conditions],
		members
	}];
}
/**
* Sums what options cause by the option that causes it, largest change first. An object is its innermost option's that
* changed; where one option alone changed, all is its.
*/
function bytesByOption(objects, { changed, optionsOf }) {
	const [only] = changed.size === 1 ? changed : [];
	const sums = /* @__PURE__ */ new Map();
	for (const { name: object, base, head } of objects) {
		if (base === head) continue;
		const name = only ?? optionsOf(object).find((option) => changed.has(option)) ?? "[no single option]";
		const sum = sums.get(name) ?? {
			name,
			base: 0,
			head: 0
		};
		sums.set(name, {
			name,
			base: sum.base + base,
			head: sum.head + head
		});
	}
	return [...sums.values()].toSorted((a, b) => Math.abs(b.head - b.base) - Math.abs(a.head - a.base));
}
// src/check/split-by-option.ts
/**
* Adds to each split into code and options which option the bytes are of. `openTree` makes head's sources ready and
* returns their folder; it is called only where options differ.
*/
async function splitByOption(targets, openTree) {
	if (!targets.some((target) => deltaIn(target)?.split?.kind === "split")) return targets;
	const optionsOf = objectOptionReader(await openTree());
	return targets.map((target) => mapDelta(target, (delta) => splitDelta(delta, optionsOf)));
}
function splitDelta(delta, optionsOf) {
	const { split } = delta;
	if (split?.kind !== "split" || !split.kconfig.hasMaps) return delta;
	const changed = new Set(delta.config.map(({ name }) => name));
	const options = bytesByOption(split.kconfig.objects, {
		changed,
		optionsOf
	});
	return {
		...delta,
		split: {
			...split,
			options
		}
	};
}
// src/check/check.ts
/**
* The main job: gets every target's kernel at base, then at head, explains options that differ, measures and
* compares, builds once more from nothing what breaks a limit, and judges.
*
* Base comes first, for all targets: head's Makefiles run arbitrary code, and base's numbers must be safe from it. What is
* measured later must be what was built then, by its digests.
* A target that cannot be measured is a `no-comparison` in the report and stops no other; what stops all (no tools,
* no commit, an interrupt) is thrown.
*/
async function check(given) {
	try {
		var _usingCtx$6 = _usingCtx();
		const sides = given.targets.flatMap(({ target, baseTarget = target }) => [target, baseTarget]);
		requireCrossCompilers(sides, process.arch);
		await requireTools(sides.flatMap(targetTools), given);
		requireBuildable("the build folders", given.workspace.builds, "the action builds in RUNNER_TEMP: set that to another folder");
		const tree = _usingCtx$6.a(await given.openSource());
		requireBuildable("the kernel", tree.kernel, "rename its folder, or check it out into another one");
		const slots = _usingCtx$6.a(await openMakeQueue({
			...given,
			makes: given.targets.length,
			folder: given.workspace.logs,
			inherited: [given.lock.inherited]
		}));
		const script = await chooseScript(tree, given.checkouts.base);
		const programs = openPrograms(given.env["PATH"] ?? "");
		const job = {
			...given,
			slots,
			programs,
			script: script.rules
		};
		const head = sourceOf$1(job, tree, "head");
		const reached = await skipUnaffected(job, head, await buildSide(job, afterTrial(job, {
			base: sourceOf$1(job, tree, "base"),
			head
		}), {
			targets: job.targets,
			wanted: ({ baseTarget }) => baseTarget,
			completed: (target, outcome) => ({
				...target,
				base: outcome
			})
		}));
		const built = await buildSide(job, head, {
			targets: reached,
			wanted: headToBuild,
			completed: ({ known, ...target }, outcome) => ({
				...target,
				head: known ?? outcome
			})
		});
		const newOptions = await newOptionNotes(job, head, built);
		const measured = await measureTargets(job, await explainOptions(job, head, built));
		const remarks = await job.readAcceptances();
		const confirmed = await confirmFailures(job, head, {
			targets: measured,
			acceptances: remarks.acceptances
		});
		const openHead = async () => {
			await head.checkout();
			return tree.kernel;
		};
		const targets = await splitByOption(await locateDefinitions(confirmed.targets, openHead), openHead);
		const notes = [
			...job.notes,
			...script.notes,
			...await filterNotes(tree.git, job.checkouts),
			...reached.flatMap(({ note }) => note ?? []),
			...newOptions,
			...remarks.notes,
			...confirmed.notes
		];
		return reportOf(job.subject, targets, {
			...remarks,
			notes
		});
	} catch (_) {
		_usingCtx$6.e = _;
	} finally {
		await _usingCtx$6.d();
	}
}
/** Without a base there is nothing to compare with, so a failed one saves head's build. */
function headToBuild({ target, base, known }) {
	return base.kind !== "failed" && known === void 0 ? target : void 0;
}
// src/git/attributes/follow-attributes.ts
/**
* Check-outs after which each file has the bytes that it has in a fresh clone of the commit. git itself writes only
* files whose blobs differ, also where .gitattributes of the two commits make different bytes of one blob.
*/
/** Checks a commit out in the place of the one that is there. */
async function followAttributes(atRoot, settings, { hash, checkOut, outdated }) {
	const former = await attributesDiffer(atRoot, hash) ? await attributesInIndex(atRoot, settings) : void 0;
	await checkOut();
	const changed = former === void 0 ? [] : await changedSince(former, atRoot, settings);
	await writeAnew(atRoot, /* @__PURE__ */ new Set([...outdated, ...changed]));
}
async function attributesDiffer(atRoot, hash) {
	return (await atRoot.run("diff-index", "--cached", "--name-only", "-z", "--no-renames", hash, "--")).split("\0").some((path) => basename(path) === ".gitattributes");
}
async function changedSince(former, atRoot, settings) {
	return convertedOtherwise(former, await attributesInIndex(atRoot, settings));
}
/** Only what the commit has: on the way to another path there may be a link now. */
async function writeAnew(atRoot, paths) {
	if (paths.size === 0) return;
	const { root } = await atRoot.repository();
	const tracked = (await atRoot.run("ls-files", "-z")).split("\0");
	for (const path of tracked.filter((one) => paths.has(one))) rmSync(join(root, path), { force: true });
	await atRoot.run("reset", "--quiet", "--hard");
}
/** Where a worktree of this program's keeps the settings that its files were written with. */
const WRITTEN_WITH = "kernel-size-budget-conversions";
/** Checks a commit out in a worktree that is kept between runs, from nothing where it is not known how it was written. */
async function followAttributesOfRuns(worktree, settings, checkOut) {
	const note = join((await worktree.repository()).gitDir, WRITTEN_WITH);
	const isKnown = textOf$1(note) === settings.text;
	rmSync(note, { force: true });
	if (!isKnown) await worktree.run("read-tree", "--empty");
	await worktree.run("clean", "-ffdxq");
	if (isKnown) await followAttributes(worktree, settings, {
		...checkOut,
		outdated: []
	});
	else await checkOut.checkOut();
	writeFileSync(note, settings.text);
}
// src/git/attributes/found-files.ts
/**
* Files that a step before has checked out with other bytes than git's check-outs here would: by a filter, which is not
* run, or with the attributes of another commit, since git leaves files alone whose blobs are the same.
*/
/** Finds them by their size in git's index, which is the one on disk where nothing is uncommitted. */
async function findConverted(atRoot, settings) {
	const entries = parseEntries(await atRoot.run("ls-files", "--stage", "--debug", "-z"));
	const hashes = entries.map(({ hash }) => hash).join("\n");
	const inGit = (await atRoot.feed(`${hashes}\n`, "cat-file", "--batch-check=%(objectsize)", "--buffer")).split("\n").map(Number);
	const other = entries.filter(({ size }, index) => size !== inGit[index] % 2 ** 32);
	const attributes = await attributesInIndex(atRoot, settings);
	const paths = other.map(({ path }) => path);
	const isFiltered = (path) => attributes.get(path)?.filter !== void 0;
	return {
		filtered: paths.filter(isFiltered),
		converted: paths.filter((path) => !isFiltered(path))
	};
}
/** Regular files: `MODE HASH STAGE\tPATH\0`, then five lines of which the last has size and flags. */
function parseEntries(text) {
	const [first = "", ...rest] = text.split("\0");
	let head = first;
	return rest.flatMap((part) => {
		const lines = part.split("\n");
		const [mode = "", hash = ""] = head.split(" ", 2);
		const path = head.slice(head.indexOf("	") + 1);
		head = lines.slice(DEBUG_LINES).join("\n");
		const [, size, flags = ""] = SIZE_AND_FLAGS.exec(lines[DEBUG_LINES - 1] ?? "") ?? [];
		return mode.startsWith("100") && (Number.parseInt(flags, 16) & SKIP_WORKTREE) === 0 && size !== void 0 ? [{
			path,
			hash,
			size: Number(size)
		}] : [];
	});
}
const DEBUG_LINES = 5;
const SIZE_AND_FLAGS = /^ {2}size: (\d+)\tflags: ([0-9a-f]+)$/;
/** CE_SKIP_WORKTREE in git's cache.h. */
const SKIP_WORKTREE = 1 << 30;
/** Moves files out of a checkout into a folder of its git directory. */
function setAside({ root, gitDir }, paths) {
	const folder = join(gitDir, "kernel-size-budget-aside");
	rmSync(folder, {
		recursive: true,
		force: true
	});
	if (paths.length > 0) mkdirSync(folder);
	const moves = paths.map((path, index) => [join(root, path), join(folder, String(index))]);
	for (const [from, to] of moves) moveFile(from, to);
	return { putBack: () => {
		for (const [to, from] of moves) moveFile(from, to);
		rmSync(folder, {
			recursive: true,
			force: true
		});
	} };
}
function moveFile(from, to) {
	try {
		renameSync(from, to);
	} catch (error) {
		if (error.code !== "EXDEV") throw error;
		copyFileSync(from, to);
		rmSync(from);
	}
}
// src/git/sources/identify-sources.ts
/**
* Git's hash of a commit's tree. It is that of the whole repository, since a build may read beside the kernel's folder;
* where git does not track some files, theirs count too, which are the same at all commits.
*/
function identifySources(atRoot, untracked) {
	let beside;
	const identities = async (...args) => {
		const lines = (await atRoot.run("rev-list", "--format=%T", ...args, "--")).split("\n");
		const trees = new Set(lines.filter((line) => !line.startsWith("commit ")));
		if (untracked.length === 0) return [...trees];
		beside ??= untrackedLines(atRoot.folder, untracked);
		const files = (await beside).join("\n");
		return [...trees].map((tree) => createHash("sha256").update(`${tree}\n${files}`).digest("hex"));
	};
	return {
		identify: async (hash) => (await identities("--max-count=1", hash))[0],
		ancestors: (hash) => identities("--max-count=1000", hash)
	};
}
// src/git/sources/source-tree.ts
/**
* A worktree of its own in `folder`, kept between runs: the developer's files, index and HEAD are not touched, and
* files that two commits share keep their mtimes, which kbuild goes by.
*/
async function openWorktree(git, folder) {
	const prefix = await prefixOf(git);
	const place = await worktreePlace(git, folder);
	const [worktree, kernel] = [git.in(place), join(place.root, prefix)];
	await makeFolder(kernel);
	const settings = await readConversionSettings(worktree);
	await rm(join(place.gitDir, "index.lock"), { force: true });
	return {
		...remembering({
			atRoot: worktree,
			kernel,
			untracked: []
		}, (hash) => followAttributesOfRuns(worktree, settings, {
			hash,
			checkOut: () => worktree.run("checkout", "--quiet", "--force", "--detach", hash, "--")
		})),
		root: place.root,
		prefix,
		kernel,
		conversions: settings.digest,
		list: () => listSources(worktree, []),
		[Symbol.asyncDispose]: async () => void 0
	};
}
/** Compilers are asked for their versions in the kernel's folder before anything is checked out; no link is followed. */
async function makeFolder(kernel) {
	let above = kernel;
	while (!existsSync(above)) above = dirname(above);
	if (above === kernel || realPathOf(above) !== above) return;
	await mkdir(kernel, { recursive: true }).catch(() => void 0);
}
/** The runner's own checkout; disposing checks out again what was there, also after a failure. */
async function openCheckout(git) {
	const place = await git.repository();
	const atRoot = git.at(place.root);
	const found = await requireClean(atRoot);
	const branch = await atRoot.ask("symbolic-ref", "--quiet", "--short", "HEAD");
	const commit = await atRoot.run("rev-parse", "HEAD");
	const settings = await readConversionSettings(atRoot);
	let aside;
	/** Takes away what git would not leave, or not as a check-out of its own would write it. */
	const leaveFound = async () => {
		const { filtered, converted } = await findConverted(atRoot, settings);
		const moved = [.../* @__PURE__ */ new Set([...filtered, ...found.filtered])];
		aside = setAside(place, moved);
		removeFiles(place.root, found.unlike);
		return [
			...moved,
			...converted,
			...found.unlike
		];
	};
	const checkOut = async (hash, where) => {
		const outdated = aside === void 0 ? await leaveFound() : await undoBuilds(atRoot, found);
		const run = () => atRoot.run("checkout", "--quiet", "--no-overwrite-ignore", ...where, "--");
		await followAttributes(atRoot, settings, {
			hash,
			outdated,
			checkOut: run
		});
	};
	return {
		...remembering({
			atRoot,
			kernel: git.folder,
			untracked: found.untracked
		}, (hash) => checkOut(hash, ["--detach", hash])),
		root: place.root,
		prefix: await prefixOf(git),
		kernel: git.folder,
		conversions: settings.digest,
		list: () => listSources(atRoot, found.untracked),
		[Symbol.asyncDispose]: async () => {
			if (aside === void 0) return;
			await checkOut(commit, branch === void 0 ? ["--detach", commit] : [branch]);
			aside.putBack();
		}
	};
}
async function prefixOf({ folder, repository }) {
	return relative((await repository()).root, folder);
}
/** What all source trees have in common. */
function remembering({ atRoot, kernel, untracked }, checkOut) {
	let current;
	return {
		git: atRoot,
		checkOut: async (hash, how) => {
			if (hash === current && how === void 0) return;
			current = void 0;
			await checkOut(hash);
			requireRealFolder(kernel, hash);
			current = hash;
		},
		...identifySources(atRoot, untracked),
		takeFrom: async (hash, pattern) => {
			current = void 0;
			await takeFiles(atRoot, hash, pattern);
		}
	};
}
/** A sandbox shows a build all that the kernel's folder leads to. */
function requireRealFolder(kernel, hash) {
	const real = realPathOf(kernel);
	if (real === kernel) return;
	throw new UserError(`the kernel's folder ${kernel} is a link at ${hash} and leads to ${real}; expected a folder that holds the kernel itself`);
}
async function takeFiles(atRoot, hash, pattern) {
	const paths = await atRoot.run("diff", ...[
		"--name-only",
		"-z",
		"--no-renames",
		"--no-ext-diff",
		"--ignore-submodules=dirty"
	], "--diff-filter=MDT", hash, "--", pattern);
	const given = ["--pathspec-from-file=-", "--pathspec-file-nul"];
	if (paths !== "") await atRoot.with(LITERALLY).feed(paths, "checkout", "--quiet", ...given, hash);
}
/** A file may be named as a pattern is (gitglossary(7), "pathspec"). */
const LITERALLY = { GIT_LITERAL_PATHSPECS: "1" };
// src/kernel/make/build-environment.ts
/**
* What a build may see of the caller's environment; a Makefile of a stranger reads all of it. None is an address, which
* may have a password in it (`CCACHE_REMOTE_STORAGE`), and none a command or a file of settings.
*/
const ALLOWED = /* @__PURE__ */ new Set([
	"PATH",
	"LANG",
	"LC_CTYPE",
	"TZ",
	"TMPDIR",
	"USER",
	"LOGNAME",
	"PKG_CONFIG_PATH",
	"CCACHE_DIR",
	"CCACHE_TEMPDIR",
	"CCACHE_MAXSIZE",
	"CCACHE_MAXFILES",
	"CCACHE_COMPRESS",
	"CCACHE_NOCOMPRESS",
	"CCACHE_COMPRESSLEVEL",
	"CCACHE_UMASK",
	"CCACHE_BASEDIR",
	"CCACHE_SLOPPINESS",
	"CCACHE_DIRECT",
	"CCACHE_NODIRECT",
	"CCACHE_HASHDIR",
	"CCACHE_NOHASHDIR",
	"CCACHE_DISABLE",
	"CCACHE_NODISABLE",
	"CCACHE_READONLY",
	"CCACHE_RECACHE",
	"CCACHE_STATS",
	"CCACHE_NOSTATS"
]);
/** Fixed, so that the same source gives the same bytes (Documentation/kbuild/reproducible-builds.rst). */
const REPRODUCIBLE = {
	LC_ALL: "C",
	KBUILD_BUILD_TIMESTAMP: "Thu Jan  1 00:00:00 UTC 1970",
	KBUILD_BUILD_USER: "kernel-size-budget",
	KBUILD_BUILD_HOST: "localhost",
	KBUILD_BUILD_VERSION: "1",
	SOURCE_DATE_EPOCH: "0"
};
/**
* The environment of `make`: an allow-list, since the runner hands an action tokens (`ACTIONS_RUNTIME_TOKEN`,
* `INPUT_TOKEN`) that a Makefile must not see. `home` is the HOME that the build gets.
*/
function buildEnvironment(environment, home) {
	const allowed = Object.entries(environment).filter((entry) => entry[1] !== void 0 && ALLOWED.has(entry[0]));
	return {
		...Object.fromEntries(allowed),
		HOME: home,
		...REPRODUCIBLE
	};
}
// src/cache/archive-damage.ts
/** An archive that is no good wherever it is unpacked: truncated, altered, foreign. The message is one sentence. */
var ArchiveDamage = class extends Error {
	name = "ArchiveDamage";
};
// src/cache/archive-key.ts
/** The key that an archive carries, in a file of its own beside those that were packed. */
const ANY_FORMAT = object({ format: int() });
const KEY$1 = strictObject({
	format: literal(2),
	kind: _enum(["kernel", "tree"]),
	target: string(),
	place: string(),
	inputs: string(),
	sources: string()
});
const LONGEST_KEY = 65536;
async function writeArchiveKey(path, key) {
	const { kind, target, place, inputs, sources } = key;
	await writeFile(path, `${JSON.stringify({
		format: 2,
		kind,
		target,
		place,
		inputs,
		sources
	})}\n`);
}
/** Throws an ArchiveDamage where there is no key of this format. */
async function readArchiveKey(path) {
	const content = await readJson(path);
	const found = ANY_FORMAT.safeParse(content);
	if (!found.success) throw new ArchiveDamage("the archive carries no key");
	if (found.data.format !== 2) throw new ArchiveDamage(`the archive has the format ${found.data.format}, expected 2`);
	const key = KEY$1.safeParse(content);
	if (!key.success) throw new ArchiveDamage("the key that the archive carries is incomplete");
	const { format: _format, ...parts } = key.data;
	return parts;
}
/** Undefined for what is no JSON, and no file: a link leads elsewhere, and a pipe would be waited for. */
async function readJson(path) {
	try {
		const status = await lstat(path);
		if (!status.isFile() || status.size > LONGEST_KEY) return void 0;
		return JSON.parse(await readFile(path, "utf8"));
	} catch {
		return;
	}
}
// src/cache/compression.ts
/** What archives are compressed with: zstd where the machine has it, else what makes and reads gzip. */
/** Fast levels: an archive is read a few times at most, and compilers wait for the cores. */
const COMPRESSIONS = [{
	name: "zstd",
	magic: [
		40,
		181,
		47,
		253
	],
	pack: ["zstd -1 -T0 --check"],
	unpack: ["zstd"]
}, {
	name: "gzip",
	magic: [31, 139],
	pack: ["pigz -1", "gzip -1"],
	unpack: ["gzip", "pigz"]
}];
/** The compression that a file begins like; undefined for another kind of file. */
function compressionOf(start) {
	return COMPRESSIONS.find(({ magic }) => magic.every((byte, index) => start[index] === byte));
}
/** The command to pack with. Throws where the machine has none. */
function findPacker(path) {
	const found = firstOnPath(COMPRESSIONS.flatMap(({ pack }) => pack), path);
	if (found === void 0) throw new Error("neither zstd nor gzip is installed");
	return found;
}
/** The command to unpack with. Throws where the machine has none for this kind. */
function findUnpacker({ name, unpack }, path) {
	const found = firstOnPath(unpack, path);
	if (found === void 0) throw new Error(`the archive is packed with ${name}, which is not installed`);
	return found;
}
function firstOnPath(commands, path) {
	return commands.find((command) => isOnPath(command.split(" ", 1)[0], path));
}
function isOnPath(program, path) {
	return path.split(delimiter).some((folder) => isAbsolute(folder) && isExecutable(join(folder, program)));
}
function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
// src/cache/run-tar.ts
/**
* GNU tar, which runs the compressor itself and fails when that fails. The compressed bytes go through this process:
* when it is killed, tar and the compressor end with it.
*/
const LONGEST_COMPLAINT = 300;
/**
* Nothing of the environment reaches tar but `path`. Throws where tar cannot be started or is killed, and where bytes
* cannot be read or written by this process.
*/
async function runTar(args, path, bytes) {
	const child = spawn("tar", [
		"--force-local",
		"--file=-",
		...args
	], {
		env: {
			PATH: path,
			LC_ALL: "C"
		},
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		]
	});
	const stderr = [];
	child.stderr.on("data", (chunk) => stderr.push(chunk));
	const [ended, moved] = await Promise.allSettled([endOf(child), moveBytes(child, bytes)]);
	if (ended.status === "rejected") throw ended.reason;
	const code = ended.value;
	if (moved.status === "rejected" && (code === 0 || !isEndOfOther(moved.reason))) throw moved.reason;
	return {
		code,
		complaints: Buffer.concat(stderr).toString().split("\n").filter((line) => line.trim() !== "")
	};
}
/** The line that says most: the compressor's, since tar just stumbles over what that has left. */
function mainComplaint({ code, complaints }) {
	return (complaints.find((complaint) => !complaint.startsWith("tar:")) ?? complaints[0] ?? `tar ended with ${code}`).trim().slice(0, LONGEST_COMPLAINT);
}
function endOf(child) {
	return new Promise((resolve, reject) => {
		child.on("error", (cause) => reject(new Error(`tar cannot be run (${cause.message})`, { cause })));
		child.on("close", (code, signal) => {
			if (code === null) reject(/* @__PURE__ */ new Error(`tar was ended by ${signal}`));
			else resolve(code);
		});
	});
}
function moveBytes({ stdin, stdout }, { kind, stream }) {
	if (kind === "to") {
		stdin.end();
		return pipeline(stdout, stream);
	}
	stdout.resume();
	return pipeline(stream, stdin);
}
/** Tar has stopped reading, and says why itself. */
function isEndOfOther(error) {
	const { code } = error;
	return code === "EPIPE" || code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE";
}
// src/cache/staging.ts
/** A folder that is filled beside the place where it belongs, so that it is there whole or not at all. */
/** A folder beside `place`, once those are removed that killed processes have left there. */
async function createStaging(place) {
	const start = `${basename(place)}.unpacking-`;
	const parent = dirname(place);
	makeFolder$1(parent);
	const left = (await readdir(parent)).filter((name) => name.startsWith(start));
	for (const name of left) await remove(join(parent, name));
	const path = await mkdtemp(join(parent, start));
	return {
		path,
		[Symbol.asyncDispose]: () => remove(path)
	};
}
/** Puts a folder of a staging into its place. What was there goes at once: it must not be seen half removed. */
async function putInPlace(staging, name, place) {
	if (await isThere(place)) await rename(place, join(staging.path, "replaced"));
	await rename(join(staging.path, name), place);
}
async function isThere(path) {
	return lstat(path).then(() => true, () => false);
}
/** What cannot be removed, because of the rights of a folder in it, does no harm. */
async function remove(path) {
	await rm(path, {
		recursive: true,
		force: true
	}).catch(() => void 0);
}
// src/cache/archive.ts
/**
* A folder and its key in one file: a compressed tar in the pax format, which keeps times to the nanosecond, links and
* modes. Written and read by GNU tar (https://www.gnu.org/software/tar/manual/).
*/
/** What an archive holds at its top. */
const KEY = "key.json";
const FILES = "files";
/**
* Packs all files of `folder` with `key` into `archive`, which is there afterwards only if it is whole. `env` says where
* programs are found. Throws an Error of one sentence.
*/
async function packFolder(options) {
	const { folder, archive, key, env = process.env } = options;
	const path = env["PATH"] ?? "";
	const aside = `${archive}.key`;
	try {
		makeFolder$1(aside);
		await writeArchiveKey(join(aside, KEY), key);
		const result = await runTar(packArgs({
			folder,
			aside,
			packer: findPacker(path)
		}), path, {
			kind: "to",
			stream: createWriteStream(archive)
		});
		if (result.code !== 0) throw new Error(`${folder} cannot be packed (${mainComplaint(result)})`);
	} catch (error) {
		await rm(archive, { force: true });
		throw error;
	} finally {
		await rm(aside, {
			recursive: true,
			force: true
		});
	}
}
function packArgs(options) {
	return [
		"--create",
		"--format=posix",
		"--sparse",
		"--pax-option=delete=atime,delete=ctime",
		`--use-compress-program=${options.packer}`,
		"--mode=ug-s",
		`--transform=s,^\\.,${FILES},S`,
		`--directory=${resolve(options.aside)}`,
		KEY,
		`--directory=${resolve(options.folder)}`,
		"."
	];
}
/**
* Makes `into` anew with the files of an archive and returns the key that it carries; at no moment is `into` there in
* part. Throws an ArchiveDamage for an archive that is no good or whose key is not accepted, another Error where this
* machine cannot unpack it; `into` is as it was then.
*/
async function unpackArchive(options) {
	try {
		var _usingCtx$5 = _usingCtx();
		const { archive, accept = () => true, env = process.env } = options;
		const into = resolve(options.into);
		const file = _usingCtx$5.a(await open(archive));
		const staging = _usingCtx$5.a(await createStaging(into));
		await unpackAll(file, staging.path, env["PATH"] ?? "");
		const key = await readStaging(staging.path);
		if (!accept(key)) throw new ArchiveDamage("the archive carries the key of another entry");
		await putInPlace(staging, FILES, into);
		return key;
	} catch (_) {
		_usingCtx$5.e = _;
	} finally {
		await _usingCtx$5.d();
	}
}
async function unpackAll(file, folder, path) {
	const start = Buffer.alloc(4);
	await file.read(start, 0, 4, 0);
	const compression = compressionOf(start);
	if (compression === void 0) throw new ArchiveDamage("the file is no archive of zstd or gzip");
	const result = await runTar([
		"--extract",
		"--preserve-permissions",
		"--no-same-owner",
		"--warning=no-timestamp",
		`--use-compress-program=${findUnpacker(compression, path)}`,
		`--directory=${folder}`
	], path, {
		kind: "from",
		stream: file.createReadStream({
			start: 0,
			autoClose: false
		})
	});
	if (result.code === 0) return;
	const full = result.complaints.find((line) => /No space left on device|Disk quota exceeded/.test(line));
	if (full !== void 0) throw new Error(`the archive cannot be unpacked (${full})`);
	throw new ArchiveDamage(`the archive cannot be read to its end (${mainComplaint(result)})`);
}
/** The key, after a look at whether all else is where it belongs. */
async function readStaging(folder) {
	const key = await readArchiveKey(join(folder, KEY));
	if ((await readdir(folder)).filter((name) => name !== KEY && name !== FILES).length > 0) throw new ArchiveDamage("the archive has files outside of its folder");
	if ((await lstat(join(folder, FILES)).catch(() => void 0))?.isDirectory() !== true) throw new ArchiveDamage("the archive has no folder of files");
	return key;
}
// src/cache/candidates.ts
/**
* Names of the entries that may serve for a key, best first: of its own sources, then of the nearest ancestor's, then of
* any; among those of the same sources and those of any, those with the same inputs first, then those used last.
*/
function candidatesFor(key, ancestors, found) {
	const [sameInputs, samePlace] = entryPrefixes(key);
	const positions = positionsOf([key.sources, ...ancestors]);
	return found.filter(({ name }) => name.startsWith(samePlace)).flatMap(({ name, usedAt }) => {
		const sources = sourcesOfEntry(name);
		if (sources === void 0) return [];
		return [{
			name,
			rank: [
				positions.get(sources) ?? positions.size,
				name.startsWith(sameInputs) ? 0 : 1,
				-usedAt
			]
		}];
	}).toSorted((a, b) => compareRanks(a.rank, b.rank)).map(({ name }) => name);
}
/** Whether the key that was found in an entry of this name is one that may serve for the key asked for. */
function mayServe(name, found, asked) {
	const { kind, target, place, inputs, sources } = asked;
	if (!(found.kind === kind && found.target === target && found.place === place) || entryName(found) !== name) return false;
	return name !== entryName(asked) || found.inputs === inputs && found.sources === sources;
}
function positionsOf(all) {
	const positions = /* @__PURE__ */ new Map();
	for (const [index, sources] of all.entries()) if (!positions.has(sources)) positions.set(sources, index);
	return positions;
}
function compareRanks(a, b) {
	for (const [index, value] of a.entries()) if (value !== b[index]) return value - b[index];
	return 0;
}
// src/cache/folder-store.ts
/**
* Entries as files in one folder, for several processes at once. What bears an entry's name is whole, since it is
* written under another name and renamed. When an entry was last used is the time of its file.
*/
function folderStore(options) {
	const { env = process.env, besides = async () => 0 } = options;
	const store = {
		...options,
		env,
		besides
	};
	return {
		restore: (key, { into, substitute }) => restore(store, {
			key,
			into,
			substitute
		}),
		save: (key, folder) => save(store, key, folder)
	};
}
async function restore(store, request) {
	try {
		for (const name of await namesFor(store.folder, request)) {
			const found = await restoreEntry(store, name, request);
			if (found !== void 0) return found;
		}
	} catch (error) {
		store.notice(`nothing was taken from the cache folder ${store.folder}: ${messageOf(error)}`);
	}
}
/** Names of entries that may serve, best first. */
async function namesFor(folder, { key, substitute }) {
	if (substitute.kind === "none") return [entryName(key)];
	return candidatesFor(key, substitute.ancestors, await listEntries(folder));
}
/** Undefined where there is none, for one that another process has just removed, and for one that is no good. */
async function restoreEntry({ folder, notice, env }, name, { key, into }) {
	const archive = join(folder, name);
	try {
		await markUsed(archive);
		return await unpackArchive({
			archive,
			into,
			env,
			accept: (found) => mayServe(name, found, key)
		});
	} catch (error) {
		if (isGone(error, archive)) return void 0;
		if (!(error instanceof ArchiveDamage)) throw error;
		notice(`the entry ${name} ${await removeEntry(archive) ? "was removed from" : "was passed over in"} the cache folder ${folder}: ${error.message}`);
		return;
	}
}
/** Before an entry is read, so that others remove it last. A folder that may only be read serves as well. */
async function markUsed(archive) {
	const now = /* @__PURE__ */ new Date();
	await utimes(archive, now, now).catch(() => void 0);
}
function isGone(error, archive) {
	const { code, path } = error;
	return code === "ENOENT" && path === archive;
}
async function save(store, key, folder) {
	const unfinished = join(store.folder, `${UNFINISHED_PREFIX}${randomBytes(8).toString("hex")}`);
	const name = entryName(key);
	try {
		makeFolder$1(store.folder, 448);
		await removeUnfinished(store.folder);
		await packFolder({
			folder,
			archive: unfinished,
			key,
			env: store.env
		});
		const taken = await store.besides();
		await syncWithin(unfinished, {
			limit: store.limit,
			taken
		});
		await rename(unfinished, join(store.folder, name));
		await removeOldest(store.folder, {
			limit: store.limit - taken,
			keep: name
		});
	} catch (error) {
		await rm(unfinished, { force: true }).catch(() => void 0);
		store.notice(`${name} was not kept in the cache folder ${store.folder}: ${messageOf(error)}`);
	}
}
/** Writes a file through to the disk: after a power cut its name must not stand for nothing. */
async function syncWithin(path, { limit, taken }) {
	try {
		var _usingCtx$4 = _usingCtx();
		const file = _usingCtx$4.a(await open(path, "r+"));
		const { size } = await file.stat();
		if (size > limit - taken) {
			const besides = taken === 0 ? "" : `, of which the checkout takes ${taken}`;
			throw new Error(`it takes ${size} bytes, more than the ${limit} bytes that the folder may take${besides}`);
		}
		await file.sync();
	} catch (_) {
		_usingCtx$4.e = _;
	} finally {
		await _usingCtx$4.d();
	}
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
// src/kernel/tree/kernel-listing.ts
/** What ARCH= may be besides the folders below arch/ (Makefile, "Additional ARCH settings"). */
const FURTHER_ARCHITECTURES = [
	"i386",
	"x86_64",
	"sparc64",
	"parisc64"
];
/** Looks at the tree when it is asked. */
function kernelListing({ files, read }) {
	const folders = once(() => foldersOf(files));
	const titles = once(() => titlesIn(read("MAINTAINERS")));
	const namesIn = (arch, folder, ending) => files.filter((path) => path.startsWith(`arch/${sourceArch(arch)}/${folder}`) && path.endsWith(ending)).map((path) => path.slice(path.lastIndexOf("/") + 1));
	const tests = {
		dir: (name) => files.some((path) => matchesGlob(`${name}*`, path)),
		object: (name) => mayHaveObject(name, {
			files,
			folders: folders(),
			read
		}),
		subsystem: (name) => titles()?.some(({ all }) => all.some((title) => matchesGlob(name, title))) ?? true
	};
	return {
		architectures: architecturesOf(files),
		defconfigs: (arch) => {
			const makefile = `arch/${sourceArch(arch)}/Makefile`;
			const made = madeDefconfigs(files.includes(makefile) ? read(makefile) : "");
			return made && [
				...namesIn(arch, "configs/", "defconfig"),
				...made,
				"defconfig"
			];
		},
		deviceTrees: (arch) => namesIn(arch, "boot/dts/", ".dts"),
		mayHave: (kind, name) => tests[kind](name),
		names: (kind) => {
			if (kind === "subsystem") return titles()?.map(({ title }) => title) ?? [];
			return kind === "dir" ? [...folders()].map((folder) => `${folder}/`) : files.flatMap(objectOf);
		}
	};
}
function architecturesOf(files) {
	const folders = files.flatMap((path) => /^arch\/([^/]+)\/Kconfig$/.exec(path)?.[1] ?? []);
	return [...folders, ...FURTHER_ARCHITECTURES.filter((arch) => folders.includes(sourceArch(arch)))];
}
function foldersOf(files) {
	const folders = /* @__PURE__ */ new Set();
	for (const path of files) for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
		const folder = path.slice(0, end);
		if (folders.has(folder)) break;
		folders.add(folder);
	}
	return folders;
}
/** Those that an architecture's Makefile merges (arch/powerpc); undefined where it computes their names (arch/mips). */
function madeDefconfigs(makefile) {
	const rules = makefile?.replaceAll(/^[ \t]*KBUILD_DEFCONFIG\b.*/gm, "");
	if (rules === void 0 || /[)}][\w.-]*_defconfig/.test(rules)) return void 0;
	return (rules.match(/[\w.-]+/g) ?? []).filter((word) => word.endsWith("defconfig"));
}
function titlesIn(maintainers) {
	if (maintainers === void 0) return void 0;
	return parseMaintainers(maintainers).map(({ name, list }) => ({
		title: name,
		all: list === void 0 ? [name] : [name, `${name} <${list}>`]
	}));
}
/** An object's file may be made of any kind of source, and so are some that only a Makefile names. */
function mayHaveObject(name, tree) {
	const wild = name.search(/[*?]/);
	const fixed = wild === -1 ? name : name.slice(0, wild);
	const folder = fixed.slice(0, Math.max(0, fixed.lastIndexOf("/")));
	if (folder !== "" && !tree.folders.has(folder)) return false;
	if (wild !== -1 || folder === "" || !name.endsWith(".o")) return wild !== -1 || folder === "";
	const stem = name.slice(0, -2);
	if (tree.files.some((path) => path === stem || path.startsWith(`${stem}.`))) return true;
	const base = stem.slice(folder.length + 1);
	return ["Makefile", "Kbuild"].map((file) => `${folder}/${file}`).some((path) => {
		if (!tree.files.includes(path)) return false;
		const text = tree.read(path);
		return text === void 0 || namesWord(text, base) || computesName(text, base);
	});
}
/** Whether a Makefile puts a name together from a part like this one's beginning: `vdso-image-%.o`, `entry-$(BITS).o`. */
function computesName(text, name) {
	return text.split(/[%$]/).some((before) => {
		const part = /[\w-]{4,40}$/.exec(before.slice(-40))?.[0];
		return part !== void 0 && name.startsWith(part);
	});
}
/** Whether a Makefile has a name, not as a part of a longer one. */
function namesWord(text, name) {
	const isEdge = (character) => !/[\w-]/.test(character ?? " ");
	for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) if (isEdge(text[at - 1]) && isEdge(text[at + name.length])) return true;
	return false;
}
function objectOf(path) {
	const stem = /^(.*)\.(c|S|rs)$/.exec(path)?.[1];
	return stem === void 0 ? [] : [`${stem}.o`];
}
function once(work) {
	let done;
	return () => (done ??= { value: work() }).value;
}
// src/check/plan/committed-budget.ts
/** Budget files as commits have them. */
/** The budget file that a commit has, undefined where it has none. Throws a UserError for a link that leads nowhere. */
async function committedBudget(repositories, commit, { path, readBlob }) {
	const { outer } = repositories;
	const { root } = await outer.repository();
	const found = await fileAt(outer.at(root), {
		commit: commit.outer,
		path,
		readBlob
	});
	if (found === void 0) return void 0;
	return {
		path,
		text: await readBlob(`${commit.outer}:${found}`),
		commit: commit.outer,
		...await committedKernel(repositories.kernel, commit.kernel)
	};
}
/** What a budget file is checked against: the kernel's files in a commit, some read where that is checked out. */
async function committedKernel(kernel, commit) {
	const files = new Set((await kernel.run("ls-tree", "-r", "--name-only", "-z", commit)).split("\0"));
	const fileExists = (file, arch) => fragmentPaths(file, arch).some((place) => files.has(place));
	const isCheckedOut = await kernel.run("rev-parse", "HEAD") === commit;
	const read = (place) => isCheckedOut ? readSourceFile(kernel.folder, place) : void 0;
	return {
		fileExists,
		tree: kernelListing({
			files: [...files],
			read
		})
	};
}
const MOST_LINKS = 5;
/** The path of the file that a path is, or is a link to; undefined where the commit has nothing there. */
async function fileAt(atRoot, entry, links = 0) {
	const { commit, path, readBlob } = entry;
	const found = await atRoot.run("ls-tree", "-z", commit, "--", path);
	if (found === "") {
		if (links === 0) return void 0;
		throw linkError(entry, "leads to nothing there");
	}
	if (!found.startsWith("120000 ")) return path;
	const link = await readBlob(`${commit}:${path}`);
	const target = join$1(dirname$1(path), link);
	if (link.startsWith("/") || target.split("/")[0] === "..") throw linkError(entry, "leads out of it");
	if (links === MOST_LINKS) throw linkError(entry, "leads to more links than five");
	return fileAt(atRoot, {
		...entry,
		path: target
	}, links + 1);
}
function linkError({ commit, path }, what) {
	return new UserError(`the budget file ${path} of ${commit} is a link that ${what}; expected a file, or a link to a file of the repository`);
}
// src/check/plan/notes.ts
/** Remarks on what a change does to the budget file itself. */
/** Says what is edited in the budget file, limit by limit. */
function editNotes(before, after) {
	if (!(before.length > 0 && JSON.stringify(before) !== JSON.stringify(after))) return [];
	return ["this change edits the budget file; base's limits were applied", ...before.flatMap((target) => {
		const own = after.find(({ name }) => name === target.name);
		return own === void 0 ? [] : [...limitEdits(target, own, "budgets"), ...limitEdits(target, own, "growth")];
	})];
}
/** `this change sets the budget of toy for ram to 400 KiB (324 KiB at base)`. */
function limitEdits(base, head, kind) {
	const [before, after] = [base[kind], head[kind]];
	const names = [.../* @__PURE__ */ new Set([...limitNames(base), ...limitNames(head)])];
	const what = kind === "budgets" ? "budget" : "growth limit";
	const words = (limit) => limit === void 0 ? "none" : formatLimit(limit);
	return names.filter((name) => before[name] !== after[name]).map((name) => `this change sets the ${what} of ${base.name} for ${name} to ${words(after[name])} (base: ${words(before[name])})`);
}
/** Names targets that are built in another way: what that does to sizes is the change's too. */
function rebuiltNotes(targets) {
	return targets.filter(({ baseTarget, target }) => baseTarget && JSON.stringify(baseTarget) !== JSON.stringify(target)).map(({ target }) => `this change edits how ${target.name} is built; head was measured the new way`);
}
// src/check/plan/plan.ts
/**
* The targets to check. A change cannot raise its own limits, nor drop a target unseen: each side is built as its own
* budget file says, both are judged by base's limits, and what head drops is judged once more. What only head has is
* new. Throws a UserError that lists all mistakes of head's budget file; mistakes that base has already are not the
* change's.
*/
function planTargets({ base, head, names }) {
	const after = head === void 0 ? [] : targetsOf(head);
	const before = baseTargets({
		base,
		head,
		after
	});
	const known = before.targets.map((target) => ({
		...planKnown(target, after),
		limits: before.limits
	}));
	const added = after.filter(({ name }) => !before.targets.some((target) => target.name === name)).map((target) => {
		return {
			baseTarget: void 0,
			target,
			limits: sourceOf(head, "head"),
			status: "new"
		};
	});
	const all = [...known, ...added];
	const targets = choose(all, names);
	return {
		targets,
		known: all.map(({ target }) => target),
		notes: [
			...before.notes,
			...editNotes(before.targets, after),
			...rebuiltNotes(targets)
		]
	};
}
/** A target that base has, with head's own way to build it where head has one. */
function planKnown(baseTarget, after) {
	const own = after.find(({ name }) => name === baseTarget.name);
	if (own === void 0) return {
		baseTarget,
		target: baseTarget,
		status: "removed"
	};
	const { budgets, growth, nearLimit } = baseTarget;
	return {
		baseTarget,
		target: {
			...own,
			budgets,
			growth,
			nearLimit
		},
		status: "kept"
	};
}
/** One preset as a plan of its own, for a tree without a budget file. Throws a UserError for any other name. */
function planPreset(name) {
	const known = [...readPresets().keys()];
	if (!known.includes(name)) throw new UserError(`there is no preset "${name}"; ${suggestion(name, known)}`);
	const text = `targets:\n  ${name}:\n    extends: ${name}\n`;
	const file = {
		path: `preset ${name}`,
		text,
		fileExists: () => true
	};
	return planTargets({
		base: file,
		head: file,
		names: []
	}).targets;
}
function targetsOf(file) {
	return parseBudgetFile({
		...file,
		presets: readPresets()
	});
}
/** Those of base's budget file; where it cannot be used, head's, so that growth is judged all the same. */
function baseTargets({ base, head, after }) {
	if (base === void 0) return {
		targets: [],
		limits: void 0,
		notes: []
	};
	const limits = sourceOf(base, "base");
	if (base.text === head?.text) return {
		targets: after,
		limits,
		notes: []
	};
	try {
		return {
			targets: targetsOf({
				...base,
				tree: void 0
			}),
			limits,
			notes: []
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return {
			targets: after,
			limits: head && sourceOf(head, "head"),
			notes: [`the budget file at base is not usable, head's was used: ${error.message}`]
		};
	}
}
/** A file that was read as it lies there is of neither side. */
function sourceOf({ path, commit }, side) {
	return commit === void 0 ? { path } : {
		path,
		commit,
		side
	};
}
function choose(planned, names) {
	if (names.length === 0) return planned;
	const known = planned.map(({ target }) => target.name);
	const unknown = names.filter((name) => !known.includes(name));
	if (unknown.length > 0) throw new UserError(`no target ${unknown.join(", ")}; the budget file has: ${known.join(", ") || "none"}`);
	return planned.filter(({ target }) => names.includes(target.name));
}
// src/check/plan/read-budget-file.ts
/** Bytes; one with a thousand targets has a tenth of that. */
const LARGEST = 4194304;
/** The text of a budget file as it lies there. Throws a UserError where it cannot be read, or is no regular file. */
function readBudgetFile(path) {
	try {
		var _usingCtx$3 = _usingCtx();
		const source = _usingCtx$3.u(openRegularFile(path, {
			what: "targets and limits in YAML",
			instead: "the budget file",
			largest: LARGEST,
			links: "followed",
			name: `the budget file ${path}`
		}));
		return Buffer.from(source.read(0, source.size)).toString("utf8");
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		_usingCtx$3.d();
	}
}
// src/size/device-tree/machine.ts
/** Which machine a device tree is of: the property `compatible` of its root (Devicetree Specification v0.4, 3.2). */
/** `st,stm32f469i-disco`, then what is more general; empty where the root does not say. */
function machineNames({ parts }) {
	const property = parts.find(({ node, property: name }) => node === "/" && name === "compatible");
	return printableText(property?.value ?? /* @__PURE__ */ new Uint8Array()).split("\\x00").filter((name) => name !== "");
}
/** Whether two lists name one machine. The first name is the board's, the others are shared; a change may add a name. */
function areOneMachine(a, b) {
	const [[ofA], [ofB]] = [a, b];
	return ofA === void 0 || ofB === void 0 || a.includes(ofB) || b.includes(ofA);
}
/** Names of the machine that a device tree source is of; none where its root does not say, such as in an included file. */
function machineNamesOfSource(text) {
	const root = text.indexOf("\n/ {");
	const lines = (root < 0 ? "" : text.slice(root, text.indexOf("\n};", root))).split("\n").map((line) => line.trimStart());
	const first = lines.findIndex((line) => line.startsWith("compatible"));
	return [...(first < 0 ? "" : lines.slice(first).join("\n").split(";", 1)[0]).matchAll(/"([^"]*)"/g)].map(([, name = ""]) => name);
}
// src/check/prebuilt/device-tree.ts
/** Device trees that were built elsewhere have to be of one machine on both sides, and of the target's. */
/** Throws a UserError where a device tree is of another machine. */
function requireOneMachine({ given, target, tree, base, head }) {
	if (base.deviceTree === void 0 || head.deviceTree === void 0) return;
	const [before, after] = [machineNames(base.deviceTree), machineNames(head.deviceTree)];
	if (!areOneMachine(before, after)) throw new UserError(`${given.base.dtb} is of ${before[0]}, ${given.head.dtb} of ${after[0]}; expected two device trees of one machine`);
	const asked = tree === void 0 ? [] : namesOfTarget(tree, target);
	if (areOneMachine(after, asked)) return;
	throw new UserError(`${given.head.dtb} is of ${after[0]}, the target's ${target.dtb} of ${asked[0]}; give that one`);
}
/** What the source of the target's device tree says. */
function namesOfTarget(tree, { arch, dtb }) {
	const source = basename(dtb ?? "").replace(/\.dtb$/, ".dts");
	const folder = join(tree, "arch", sourceArch(arch), "boot", "dts");
	const found = source === "" ? void 0 : entriesOf(folder).find(({ name }) => name === source);
	return machineNamesOfSource((found && readSourceFile(tree, relative(tree, join(found.parentPath, found.name)))) ?? "");
}
function entriesOf(folder) {
	try {
		return walkFolder(folder);
	} catch {
		return [];
	}
}
// src/check/prebuilt/given-twice.ts
/** A file that is given for both sides, by whatever names: nothing would be compared. */
/** Files that are made from one kernel; options and device trees can be the same for both. */
const MADE_FROM_KERNEL = ["map", "image"];
/** Throws a UserError where the paths of both sides lead to one file, by links or mounts too. */
function requireTwoFiles({ base, head }, kinds) {
	for (const kind of kinds) {
		const [old, now] = [base[kind], head[kind]];
		if (old === void 0 || now === void 0 || !isOneFile(old, now)) continue;
		const found = old === now ? `${old} is given as base-${kind} and as head-${kind}` : `${old} and ${now} are one file`;
		throw new UserError(`${found}; nothing is compared so: give the ${kind} of the other kernel`);
	}
}
/** Whether two ELF files have the same bytes. Throws a UserError where one cannot be read. */
async function haveSameContents(a, b) {
	try {
		var _usingCtx$2 = _usingCtx();
		const one = _usingCtx$2.u(openKernelFile(a, "vmlinux", { links: "followed" }));
		const other = _usingCtx$2.u(openKernelFile(b, "vmlinux", { links: "followed" }));
		return one.size === other.size && await digestOf$2(one) === await digestOf$2(other);
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		_usingCtx$2.d();
	}
}
// src/check/prebuilt/notes.ts
/** Metrics that need more than the linked kernel. */
const NEEDY = [
	"flash",
	"image",
	"ram",
	"ram-after-init"
];
/** What was not measured, not compared or is not known, since no file tells it; one sentence each. */
function missingFileNotes(job, outcomes) {
	const measured = outcomes.flatMap((one) => one.kind === "measured" ? [one.measurement] : []);
	if (measured.length < outcomes.length) return [];
	const doubts = measured.flatMap(({ doubt = [] }) => doubt);
	return [
		...unmeasuredNotes(job, measured),
		...optionNotes(job),
		...scriptNotes(measured),
		...toolNotes(measured),
		...doubts
	];
}
function unmeasuredNotes({ given, planned }, measured) {
	const unmeasured = NEEDY.filter((metric) => measured.some(({ metrics }) => metrics[metric] === void 0));
	if (unmeasured.length === 0) return [];
	const names = [
		"image",
		"config",
		...planned.target.dtb ? ["dtb"] : []
	].filter((kind) => given.head[kind] === void 0).map((kind) => `base-${kind} and head-${kind}`);
	return [`not measured: ${unmeasured.join(", ")}; to have more measured, give ${names.join(", ")} too`];
}
function optionNotes({ given }) {
	if (given.head.config !== void 0) return [];
	return ["the options were not compared: base-config and head-config are not given"];
}
function scriptNotes(measured) {
	if (measured.some(({ provenance }) => compatOf(provenance.kernelVersion) !== void 0)) return [];
	return [`no kernel says its version: the table of symbols is by scripts/bloat-o-meter of Linux 7.2`];
}
function toolNotes(measured) {
	const tools = ["compiler", "linker"].filter((tool) => measured.some(({ provenance }) => provenance[tool] === UNKNOWN$3[tool]));
	if (tools.length === 0) return [];
	return [`cannot tell whether both kernels were built with the same ${tools.join(" and ")}: at least one does not say`];
}
// src/check/prebuilt/check-prebuilt.ts
/** The job on two kernels that were built elsewhere: their files -> report. Runs nothing, and needs no repository. */
/** Reads, compares and judges two kernels; base comes first. What cannot be read is a `no-comparison` with the reason. */
async function checkPrebuilt(job) {
	const { given, planned, commits, tree } = job;
	const reading = {
		...job,
		subsystems: tree === void 0 ? NO_SUBSYSTEMS : openSubsystems(tree)
	};
	const base = await measure(reading, "base");
	const head = base.kind === "measured" ? await measure(reading, "head", base) : ABSENT;
	const remarks = withIdleNotes(await job.readAcceptances(), job.known);
	const copies = head.kind === "measured" ? await copyNotes(job) : [];
	const notes = [
		...job.notes,
		...missingFileNotes(job, [base, head]),
		...copies,
		...remarks.notes
	];
	const files = {
		base: given.base.elf,
		head: given.head.elf
	};
	const comparison = compareTarget(planned.target, {
		base,
		head
	});
	return reportOf({
		...commits,
		files
	}, [{
		...planned,
		comparison
	}], {
		...remarks,
		notes
	});
}
const ABSENT = { kind: "absent" };
/** `before` is base, with which head has to have its machine in common. */
async function measure(job, side, before) {
	try {
		if (before !== void 0) {
			requireTwoFiles(sidesOf(job), ["elf"]);
			requireSameMachine(job);
		}
		const measurement = await measureFiles(job, side);
		const { given, planned, tree } = job;
		if (before !== void 0) {
			requireTwoFiles(sidesOf(job), MADE_FROM_KERNEL);
			requireOneMachine({
				given,
				target: planned.target,
				tree,
				base: before.measurement,
				head: measurement
			});
		}
		return {
			kind: "measured",
			measurement
		};
	} catch (error) {
		const told = userErrorOf(error);
		if (told === void 0) throw error;
		return {
			kind: "failed",
			reason: told.message,
			details: told.details
		};
	}
}
function sidesOf({ given, folder }) {
	return {
		base: located(given.base, folder),
		head: located(given.head, folder)
	};
}
/** One commit gives one kernel; of two, or where nobody says, one may be a copy of the other. */
async function copyNotes(job) {
	const { base, head } = sidesOf(job);
	const { commits } = job;
	if (commits.base !== void 0 && commits.base.hash === commits.head?.hash) return [];
	if (!await haveSameContents(base.elf, head.elf)) return [];
	return ["base-elf and head-elf have the same contents, so nothing differs; if that is wrong, one is a copy"];
}
/** Sizes of two machines do not compare. */
function requireSameMachine({ given, folder }) {
	const [base, head] = [given.base, given.head].map((files) => machineOf(located(files, folder).elf));
	if (base === head) return;
	throw new UserError(`${given.base.elf} is for ${base}, ${given.head.elf} for ${head}; expected two kernels for one machine`);
}
function machineOf(path) {
	try {
		var _usingCtx$1 = _usingCtx();
		const source = _usingCtx$1.u(openKernelFile(path, "vmlinux"));
		const elf = openElf(source);
		return `${elf.class}-bit ELF machine ${elf.machine}`;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
function measureFiles(job, side) {
	const target = targetOf$1(job, side);
	const files = located(job.given[side], job.folder);
	return readMeasurement({
		vmlinux: files.elf,
		map: files.map,
		dtb: files.dtb,
		image: files.image ?? (target.image === "vmlinux" ? files.elf : void 0),
		...configOf(files)
	}, {
		target,
		origin: "elsewhere",
		subsystems: job.subsystems,
		provenance: (elf, table) => provenanceOf(files, {
			elf,
			table,
			commit: job.commits[side]?.hash
		})
	});
}
function configOf({ config: path }) {
	if (path === void 0) return { config: void 0 };
	const text = readBoundedText(path, "config");
	return {
		config: parseKernelConfig(text),
		configFile: {
			path,
			version: configVersion(text)
		}
	};
}
/** A target that only head's budget file has is what base was built as too: there is a kernel of it. */
function targetOf$1({ planned: { baseTarget, target } }, side) {
	return side === "base" ? baseTarget ?? target : target;
}
function located(files, folder) {
	const entries = Object.entries(files).map(([kind, path]) => [kind, isAbsolute(path) ? path : join(folder, path)]);
	return Object.fromEntries(entries);
}
function provenanceOf(files, { elf, table, commit }) {
	return {
		commit,
		configDigest: files.config === void 0 ? void 0 : configDigest(files.config),
		...bannerOf(elf, table)
	};
}
// src/check/prebuilt/target.ts
/**
* The one target that is asked for, or the only one of the budget file; without a file a preset of that name, or else
* one without limits. Throws a UserError where it is not clear which one is meant.
*/
function choosePrebuiltTarget(request) {
	const { base, head, names, path } = request;
	if (names.length > 1) throw severalTargets(names);
	if (base === void 0 && head === void 0) return targetWithoutFile(request);
	const plan = planTargets({
		base: withoutBuild(base),
		head: withoutBuild(head),
		names
	});
	const [planned, ...others] = plan.targets;
	if (planned === void 0) throw new UserError(`the budget file ${path} names no target; expected one`);
	if (others.length > 0) throw severalTargets(plan.targets.map(({ target }) => target.name));
	return {
		planned,
		known: plan.known,
		notes: plan.notes
	};
}
function severalTargets(names) {
	return new UserError(`two finished kernels are of one target, and these are several: ${names.join(", ")}; name one with --target (the action: targets)`);
}
/**
* Nothing is built, so nothing has to be there that a build is configured with, and the repository may be another one than
* the kernel's.
*/
function withoutBuild(file) {
	if (file === void 0) return void 0;
	const isKernel = (file.tree?.architectures ?? []).length > 0;
	return {
		...file,
		fileExists: () => true,
		tree: isKernel ? file.tree : void 0
	};
}
function targetWithoutFile({ path, names, given }) {
	const [name] = names;
	if (name !== void 0) {
		const note = `there is no budget file ${path}: the limits of the preset ${name} hold`;
		const planned = planPreset(name)[0];
		return {
			planned,
			known: [planned.target],
			notes: [note]
		};
	}
	const target = targetOf(given);
	const note = `there is no budget file ${path}: nothing limits these kernels, so nothing was judged`;
	return {
		planned: {
			baseTarget: target,
			target,
			limits: void 0,
			status: "kept"
		},
		known: [target],
		notes: [note]
	};
}
/** A placeholder target for a prebuilt kernel whose configuration is unknown. */
function targetOf({ head }) {
	return {
		name: "kernel",
		arch: "",
		crossCompile: "",
		llvm: void 0,
		base: { kind: "tinyconfig" },
		fragments: [],
		make: {},
		image: basename(head.image ?? ""),
		dtb: void 0,
		memory: {},
		budgets: {},
		growth: {},
		nearLimit: 1
	};
}
export { missingParts as A, openCcache as B, changesOf as C, judgedSizes as D, shareFailures as E, strayRemarks as F, openSandbox as H, withIdleNotes as I, FAILING_KINDS as L, acceptancesInCommits as M, joinRemarks as N, judge as O, readAcceptances as P, exitCodeOf as R, uncommittedFilterNotes as S, overallVerdict as T, noSandbox as U, SANDBOX_CHOICES as V, walkFolder as _, planTargets as a, targetPackages as b, folderStore as c, unpackArchive as d, ArchiveDamage as f, check as g, openWorktree as h, planPreset as i, renderText as j, noComparison as k, mayServe as l, openCheckout as m, checkPrebuilt as n, committedBudget as o, buildEnvironment as p, readBudgetFile as r, committedKernel as s, choosePrebuiltTarget as t, packFolder as u, once$1 as v, failedReport as w, changedWithFilter as x, fragmentPaths as y, CCACHE_CHOICES as z };
