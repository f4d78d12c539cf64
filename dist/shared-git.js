import { t as UserError } from "./shared-user-error.js";
import { existsSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { delimiter, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { spawn } from "node:child_process";
// src/files/make-folder.ts
/**
* Makes a folder and those it lies in, where they are missing; these get the usual mode. Throws what the system says. Node's
* own `recursive` never ends where no folder can be made in one that is there, as in /proc.
*/
function makeFolder(path, mode) {
	const missing = [];
	for (let at = path; !isFolder(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at);
	for (const folder of missing) makeOne(folder, folder === path ? mode : void 0);
}
function makeOne(folder, mode) {
	try {
		mkdirSync(folder, { mode });
	} catch (error) {
		if (!isFolder(folder)) throw error;
	}
}
function isFolder(path) {
	try {
		return statSync(path).isDirectory();
	} catch {
		return false;
	}
}
// src/git/command-overrides.ts
/**
* Commands that a configuration has under names of its own choice: options turn off each by its name. A tree's
* .gitattributes say which files they are for.
*/
/** git lists a section and a variable in lower case, and what stands between them as it is (git-config(1)). */
const FILTER = /^filter\.(.+)\.(?:clean|smudge|process|required)$/s;
/** Options that turn off the filters of a configuration, whose variables are `names`. */
function commandOverrides(names) {
	return [...new Set(names.flatMap((name) => FILTER.exec(name)?.[1] ?? []))].flatMap((filter) => withoutFilter(filter));
}
/**
* An empty command is none (apply_filter() in git's convert.c). git-lfs, which many machines have for all repositories,
* asks the server that the tree's .lfsconfig names.
*/
function withoutFilter(filter) {
	if (filter.includes("=")) throw new UserError(`git's configuration has a filter named ${JSON.stringify(filter)}, which cannot be turned off for one command; expected a name without "=": rename it in the configuration and in .gitattributes`);
	return [...[
		"clean",
		"smudge",
		"process"
	].map((key) => `filter.${filter}.${key}=`), `filter.${filter}.required=false`].flatMap((setting) => ["-c", setting]);
}
// src/git/repository/locate-repository.ts
/**
* Finds a repository by its `.git`, the one name that no commit can bring (verify_path() in git's read-cache.c). git
* itself also takes a folder with HEAD, objects and refs for a repository (setup_git_directory_gently_1() in setup.c):
* a commit may have all of that, and a configuration beside it that names commands.
*/
/**
* The nearest folder with a repository's `.git`, from `folder` upwards and no further than `ceiling`; both are real
* paths.
*/
function folderWithRepository(folder, ceiling) {
	if (hasRepository(folder)) return folder;
	const above = dirname(folder);
	return folder === ceiling || above === folder ? void 0 : folderWithRepository(above, ceiling);
}
/** As is_git_directory() in git's setup.c: an empty folder `.git` is passed over. */
function hasRepository(folder) {
	const git = join(folder, ".git");
	const kind = kindOf(git);
	if (kind !== "folder") return kind === "file";
	const holds = (name) => existsSync(join(git, name));
	return holds("HEAD") && (holds("commondir") || holds("objects") && holds("refs"));
}
function kindOf(path) {
	try {
		const found = statSync(path);
		return found.isDirectory() ? "folder" : found.isFile() ? "file" : void 0;
	} catch {
		return;
	}
}
/** Returns the path as it is where nothing is there: what fails then says so itself. */
function realPathOf(path) {
	return existsSync(path) ? realpathSync(path) : path;
}
/** Whether a path lies in a work tree and in no `.git`, where no commit can put anything. */
function isAmongFiles(path, root) {
	const names = relative(root, path).split(sep);
	return names[0] !== ".." && !names.includes(".git");
}
// src/git/run-git.ts
/** git said no; the message carries what it printed. */
var GitError = class extends UserError {};
/** Returns stdout without the final line break. Throws a GitError when git fails. */
async function runGit(args, process) {
	return (await readGit(args, process)).toString().replace(/\n$/, "");
}
/** Returns stdout. Throws a GitError when git fails. */
async function readGit(args, process) {
	const { folder, options, env, input = "" } = process;
	const child = spawn("git", [...options, ...args], {
		cwd: folder,
		env,
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		]
	});
	const [out, err] = [[], []];
	child.stdout.on("data", (data) => out.push(data));
	child.stderr.on("data", (data) => err.push(data));
	child.stdin.on("error", () => void 0);
	child.stdin.end(input);
	const [code, signal] = await new Promise((resolve, reject) => {
		child.on("close", (...end) => resolve(end));
		child.on("error", (cause) => reject(startError(folder, cause)));
	});
	if (code === 0) return Buffer.concat(out);
	if (signal !== null) throw new UserError(`git ${args.join(" ")} was ended by ${signal} in ${folder}`);
	const message = Buffer.concat(err).toString().trim().split("\n");
	throw new GitError(`git ${args.join(" ")} failed in ${folder}: ${message[0]}`, { details: message.slice(1) });
}
function startError(folder, cause) {
	return cause.code === "ENOENT" ? new UserError(`git could not be started in ${folder}: install git, and check that the folder exists`, { cause }) : new UserError(`git could not be started in ${folder}: ${cause.message}`, { cause });
}
// src/git/configuration.ts
/** Everything that is configured for git, files that others include among it. */
async function listConfiguration(git) {
	const fields = (await runGit([
		"config",
		"--list",
		"--show-origin",
		"-z"
	], git)).split("\0");
	return fields.flatMap((origin, index) => {
		const variable = fields[index + 1];
		if (index % 2 === 1 || variable === void 0) return [];
		const [name = "", ...value] = variable.split("\n");
		const file = origin.startsWith("file:") ? resolve(git.folder, origin.slice(5)) : void 0;
		return [{
			name,
			value: value.join("\n"),
			file
		}];
	});
}
/**
* Throws a UserError where a file that a commit decides on configures git, or would once it is checked out: by
* include.path of the repository's configuration, or in a home that is the work tree.
*/
async function requireOwnFiles(variables, { root }, git) {
	const named = variables.flatMap(({ file }) => file ?? []).concat(variables.flatMap(includedBy));
	const files = new Set(named.flatMap((file) => [file, realPathOf(file)]));
	for (const file of [...files].filter((one) => isAmongFiles(one, root))) {
		const isTracked = await runGit([
			"ls-files",
			"-z",
			"--",
			`:(top,literal)${relative(root, file)}`
		], git) !== "";
		if (existsSync(file) && !isTracked) continue;
		throw new UserError(`${file} configures git, and is among the files that a commit decides on; expected configuration beside the checkout: remove the include.path that names it (git config --show-origin --get-all include.path)`);
	}
}
/** Paths may be relative to the file that includes them (git-config(1), "Includes"). */
function includedBy({ name, value, file }) {
	return file !== void 0 && /^include(if\..*)?\.path$/s.test(name) && !/^[~%]/.test(value) ? [resolve(dirname(file), value)] : [];
}
// src/git/git-settings.ts
/** What every git process is given, so that none runs a command that a repository or a tree names (docs/security.md). */
/** Options for all repositories; configuration on the command line is stronger than that in files (git-config(1)). */
const FIXED_OPTIONS = ["--no-pager", ...configured({
	"safe.bareRepository": "explicit",
	"core.hooksPath": "/dev/null",
	"core.fsmonitor": "false",
	"core.alternateRefsCommand": "true",
	"submodule.recurse": "false",
	"fetch.recurseSubmodules": "false",
	"diff.ignoreSubmodules": "dirty",
	"log.showSignature": "false",
	"maintenance.auto": "false",
	"gc.auto": "0",
	"advice.detachedHead": "false"
})];
/** A git in a workflow run: what a job has checked out is what it is to measure, and in a container another user's. */
const RUNNER_OPTIONS = configured({ "safe.directory": "*" });
function configured(settings) {
	return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
/**
* Variables of git's own that a user's environment may set; the others name a repository, commands, or what a hook was
* told of the repository that it runs in (`git rev-parse --local-env-vars`).
*/
const OF_GIT = /^GIT_(CONFIG_\w+|ATTR_NOSYSTEM|EXEC_PATH|SSL_\w+|HTTP_\w+|PROXY_SSL_\w+|SSH|SSH_\w+|TEST_\w+)$/;
/** What a runner lends to an action. */
const LENT = /^(INPUT_|ACTIONS_|GITHUB_|RUNNER_|NODE_OPTIONS$)/;
/** What git needs of a job's environment where it asks no server for anything. */
const OF_JOB = /^(PATH|HOME|USER|LOGNAME|LANG|LC_\w+|TZ|TMPDIR|XDG_\w+|LD_LIBRARY_PATH|SSH_AUTH_SOCK|SSL_CERT_\w+|CURL_CA_BUNDLE|GIT_\w+|(https?|all|no)_proxy|(HTTPS?|ALL|NO)_PROXY)$/;
/** Transports that may be used, whatever the configuration allows: no command (`ext::`) and no other helper. */
const PROTOCOLS = [
	"file",
	"http",
	"https",
	"ssh"
];
/** git works for its user, so it gets the user's environment. */
function userEnvironment(env) {
	return {
		...Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("GIT_") || OF_GIT.test(name))),
		...pathOf(env),
		GIT_ALLOW_PROTOCOL: protocolsOf(env).join(":"),
		GIT_TERMINAL_PROMPT: "0",
		GIT_ASKPASS: "",
		GIT_EDITOR: "false",
		GIT_NO_REPLACE_OBJECTS: "1",
		LC_ALL: "C"
	};
}
/** For a git that may ask a server: the job's environment, whose variables credential helpers may read. */
function fetchingEnvironment(env) {
	return userEnvironment(withNames(env, (name) => !LENT.test(name)));
}
/** For any other git of a job: nothing of it is a secret. */
function runnerEnvironment(env) {
	return userEnvironment(withoutServers(withNames(env, (name) => OF_JOB.test(name))));
}
const ON_THE_WAY = /^GIT_CONFIG_(COUNT|PARAMETERS|(KEY|VALUE)_\d+)$/;
/** Settings that may have a key in them: `http.*.extraHeader`, `url.https://user:key@host/.insteadOf`. */
const OF_SERVERS = /^(http|url|credential|remote)\./i;
/** The environment, whose configuration (git-config(1), GIT_CONFIG_COUNT) says nothing of servers any more. */
function withoutServers(env) {
	const keys = Object.keys(env).flatMap((name) => /^GIT_CONFIG_KEY_(\d+)$/.exec(name)?.[1] ?? []);
	const count = Number(env["GIT_CONFIG_COUNT"] ?? 0);
	const kept = keys.map(Number).filter((index) => index < count && !OF_SERVERS.test(env[`GIT_CONFIG_KEY_${index}`])).toSorted((a, b) => a - b);
	const settings = kept.flatMap((from, to) => ["KEY", "VALUE"].map((part) => [`GIT_CONFIG_${part}_${to}`, env[`GIT_CONFIG_${part}_${from}`]]));
	return {
		...withNames(env, (name) => !ON_THE_WAY.test(name)),
		...kept.length > 0 && {
			GIT_CONFIG_COUNT: String(kept.length),
			...Object.fromEntries(settings)
		}
	};
}
/** A relative folder, or an empty one, would be in the tree that git runs in. */
function pathOf({ PATH: path }) {
	if (path === void 0) return {};
	return { PATH: path.split(delimiter).filter((folder) => isAbsolute(folder)).join(delimiter) };
}
function protocolsOf({ GIT_ALLOW_PROTOCOL: allowed }) {
	if (allowed === void 0) return PROTOCOLS;
	const names = new Set(allowed.split(":"));
	return PROTOCOLS.filter((name) => names.has(name));
}
function withNames(env, isKept) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => isKept(name)));
}
// src/git/git.ts
/** git for a developer: with the whole of the environment `env`, in the repository that `folder` is in. */
function createGit(folder, env) {
	const own = userEnvironment(env);
	return gitFrom(folder, {
		env: own,
		fetchEnv: own,
		options: FIXED_OPTIONS,
		ceiling: void 0
	});
}
/**
* git in a workflow run: without what the runner lends to an action. Above the workspace it looks for no repository
* where `folder` is in it.
*/
function createRunnerGit(folder, env) {
	return gitFrom(folder, {
		env: runnerEnvironment(env),
		fetchEnv: fetchingEnvironment(env),
		options: [...FIXED_OPTIONS, ...RUNNER_OPTIONS],
		ceiling: realPathOf(env["GITHUB_WORKSPACE"] ?? "/")
	});
}
function gitFrom(given, settings) {
	const folder = realPathOf(given);
	return gitIn(folder, settings, onceFound(async (found) => known(await locate(folder, found), found)));
}
/** With the settings of the first command. */
function onceFound(find) {
	let begun;
	return (settings) => begun ??= find(settings);
}
function gitIn(folder, settings, find) {
	const processFor = async (input) => {
		const { place, options } = await find(settings);
		return {
			folder,
			options: [
				...settings.options,
				...options,
				...optionsFor(place)
			],
			env: within(place.root, settings),
			input
		};
	};
	const feed = async (input, ...args) => runGit(args, await processFor(input));
	const run = (...args) => feed("", ...args);
	return {
		folder,
		env: settings.env,
		repository: async () => (await find(settings)).place,
		run,
		ask: (...args) => run(...args).catch((error) => undefinedForGitError(error)),
		feed,
		read: async (input, ...args) => readGit(args, await processFor(input)),
		with: (more) => gitIn(folder, {
			...settings,
			env: {
				...settings.env,
				...more
			}
		}, find),
		at: (other) => gitIn(realPathOf(other), settings, find),
		in: (place) => gitIn(place.root, settings, onceFound((found) => known(place, found))),
		fetching: () => gitIn(folder, {
			...settings,
			env: settings.fetchEnv
		}, find)
	};
}
function optionsFor({ gitDir, root }) {
	return [`--git-dir=${gitDir}`, `--work-tree=${root}`];
}
/** What git starts itself looks for no repository above the work tree either. */
function within(root, { env }) {
	return {
		...env,
		GIT_CEILING_DIRECTORIES: dirname(root)
	};
}
/**
* Finds the repository that a folder is in. git itself opens it, and refuses what belongs to somebody else
* (safe.directory in git-config(1)); it looks nowhere else.
*/
async function locate(folder, { env, options, ceiling }) {
	const found = folderWithRepository(folder, ceiling);
	if (found === void 0) throw new GitError(`no folder from ${folder} upwards has a .git of a repository`);
	const [root = "", gitDir = "", ...more] = (await runGit([
		"rev-parse",
		"--show-toplevel",
		"--absolute-git-dir"
	], {
		folder: found,
		options,
		env: within(found, { env })
	})).split("\n");
	const isInside = folder === root || folder.startsWith(join(root, sep));
	if (gitDir === "" || gitDir === found || !isInside || more.length > 0) throw new GitError(`the .git of ${found} is not one of a repository whose work tree has ${folder}`);
	return {
		root,
		gitDir
	};
}
async function known(place, settings) {
	const git = {
		folder: place.root,
		options: [...settings.options, ...optionsFor(place)],
		env: settings.env
	};
	const variables = await listConfiguration(git);
	if (settings.ceiling !== void 0) await requireOwnFiles(variables, place, git);
	return {
		place,
		options: commandOverrides(variables.map(({ name }) => name))
	};
}
function undefinedForGitError(error) {
	if (error instanceof GitError) return void 0;
	throw error;
}
export { isAmongFiles as a, folderWithRepository as i, createRunnerGit as n, realPathOf as o, GitError as r, makeFolder as s, createGit as t };
