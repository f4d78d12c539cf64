import { createServer } from "node:http";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { getuid } from "node:process";
import { spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { text } from "node:stream/consumers";
// test/support/fake-github-state.ts
/** The token that speaks for the Actions bot unless a test says otherwise. */
const BOT_TOKEN = "token-of-the-bot";
/** The login that the token of a workflow run has. */
const BOT_LOGIN = "github-actions[bot]";
/** A repository `octo/linux` with nothing in it, where `BOT_TOKEN` may write. */
function createState(overrides = {}) {
	return {
		owner: "octo",
		repo: "linux",
		tokens: { [BOT_TOKEN]: BOT_LOGIN },
		comments: [],
		pulls: [],
		mergeBases: {},
		commentBytes: 262144,
		...overrides
	};
}
/** Adds a comment as if somebody had just written it; defaults: by the bot, on pull request 7. */
function addComment(state, comment) {
	const added = {
		id: Math.max(100, ...state.comments.map(({ id }) => id)) + 1,
		pullNumber: 7,
		author: BOT_LOGIN,
		body: "a comment",
		...comment
	};
	state.comments.push(added);
	return added;
}
// test/support/fake-github-faults.ts
/** Chooses the fault for each request in turn, counting how many each has seen. */
function createFaultPicker(faults) {
	const seen = /* @__PURE__ */ new Map();
	return (operation) => {
		for (const fault of faults.filter(({ on }) => on === operation)) {
			const count = (seen.get(fault) ?? 0) + 1;
			seen.set(fault, count);
			const first = (fault.after ?? 0) + 1;
			if (count >= first && count < first + (fault.times ?? Infinity)) return fault.effect;
		}
	};
}
// test/support/fake-github-http.ts
/** Reads a request to its end. */
async function receive(message) {
	const url = new URL(message.url ?? "/", `http://${message.headers.host}`);
	const headers = Object.entries(message.headers).map(([name, value]) => [name, String(value)]);
	return {
		method: message.method ?? "GET",
		path: url.pathname.replace(/^\/api\/v3\//, "/").replace(/^\/api\/graphql$/, "/graphql"),
		address: `${url.origin}${url.pathname}`,
		query: url.searchParams,
		headers: Object.fromEntries(headers),
		body: await text(message)
	};
}
/** Sends an answer as JSON, or breaks the connection. */
function send(response, outcome) {
	if (outcome === "drop") {
		response.destroy();
		return;
	}
	const headers = {
		"content-type": "application/json; charset=utf-8",
		...outcome.headers
	};
	response.writeHead(outcome.status, headers);
	response.end(outcome.body === void 0 ? void 0 : JSON.stringify(outcome.body));
}
/** Listens on a free port of the loopback interface; returns the address, without a slash at the end. */
async function listen(server) {
	await new Promise((resolve) => {
		server.listen(0, "127.0.0.1", resolve);
	});
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("the server has no port");
	return `http://127.0.0.1:${address.port}`;
}
/** Stops listening and breaks what connections there are. */
async function close(server) {
	const closed = new Promise((resolve) => {
		server.close(() => resolve());
	});
	server.closeAllConnections();
	await closed;
}
// test/support/fake-github-answer.ts
const NOT_FOUND = {
	status: 404,
	body: { message: "Not Found" }
};
const FORBIDDEN = {
	status: 403,
	body: { message: "Resource not accessible by integration" }
};
/** GitHub's own words, which name a number of characters that it does not enforce. */
const TOO_LONG = {
	status: 422,
	body: {
		message: "Validation Failed",
		errors: [{
			resource: "IssueComment",
			code: "unprocessable",
			field: "data",
			message: "Body is too long (maximum is 65536 characters)"
		}]
	}
};
// test/support/fake-github-comments.ts
/** One page of a pull request's comments, oldest first, with the `link` header that leads to the next. */
function listComments(request) {
	const number = Number(request.parameters["number"]);
	const all = request.state.comments.filter(({ pullNumber }) => pullNumber === number);
	const size = Number(request.query.get("per_page") ?? 30);
	const page = Number(request.query.get("page") ?? 1);
	const last = Math.max(1, Math.ceil(all.length / size));
	const link = (to, rel) => `<${request.address}?per_page=${size}&page=${to}>; rel="${rel}"`;
	return {
		status: 200,
		body: all.slice((page - 1) * size, page * size).map((comment) => commentJson(request.state, comment)),
		headers: page < last ? { link: `${link(page + 1, "next")}, ${link(last, "last")}` } : {}
	};
}
function createComment(request) {
	const body = String(request.body["body"]);
	if (isTooLong(body, request.state)) return TOO_LONG;
	const pullNumber = Number(request.parameters["number"]);
	const comment = addComment(request.state, {
		pullNumber,
		author: request.viewer,
		body
	});
	return {
		status: 201,
		body: commentJson(request.state, comment)
	};
}
function updateComment(request) {
	const body = String(request.body["body"]);
	return changeComment(request, (comment) => {
		if (isTooLong(body, request.state)) return TOO_LONG;
		comment.body = body;
		return {
			status: 200,
			body: commentJson(request.state, comment)
		};
	});
}
function deleteComment(request) {
	return changeComment(request, (comment) => {
		request.state.comments.splice(request.state.comments.indexOf(comment), 1);
		return { status: 204 };
	});
}
/** Stricter than GitHub, which lets a token with write permission change everybody's comments. */
function changeComment(request, change) {
	const id = Number(request.parameters["id"]);
	const comment = request.state.comments.find((candidate) => candidate.id === id);
	if (comment === void 0) return NOT_FOUND;
	return comment.author === request.viewer ? change(comment) : FORBIDDEN;
}
function isTooLong(body, state) {
	return new TextEncoder().encode(body).length > state.commentBytes;
}
/** Every field that GitHub's description requires; addresses are under a host that does not exist. */
function commentJson(state, comment) {
	const web = `https://github.test/${state.owner}/${state.repo}`;
	const api = `https://api.github.test/repos/${state.owner}/${state.repo}`;
	return {
		id: comment.id,
		node_id: `IC_${comment.id}`,
		url: `${api}/issues/comments/${comment.id}`,
		html_url: `${web}/pull/${comment.pullNumber}#issuecomment-${comment.id}`,
		issue_url: `${api}/issues/${comment.pullNumber}`,
		body: comment.body,
		user: userJson(comment.author),
		created_at: "2026-01-01T00:00:00Z",
		updated_at: "2026-01-01T00:00:00Z",
		author_association: "CONTRIBUTOR",
		performed_via_github_app: null
	};
}
function userJson(login) {
	const url = `https://api.github.test/users/${encodeURIComponent(login)}`;
	return {
		login,
		id: 1,
		node_id: "U_1",
		avatar_url: `${url}/avatar`,
		gravatar_id: "",
		url,
		html_url: url,
		followers_url: `${url}/followers`,
		following_url: `${url}/following{/other_user}`,
		gists_url: `${url}/gists{/gist_id}`,
		starred_url: `${url}/starred{/owner}{/repo}`,
		subscriptions_url: `${url}/subscriptions`,
		organizations_url: `${url}/orgs`,
		repos_url: `${url}/repos`,
		events_url: `${url}/events{/privacy}`,
		received_events_url: `${url}/received_events`,
		type: login.endsWith("[bot]") ? "Bot" : "User",
		site_admin: false
	};
}
// test/support/fake-github-routes.ts
const ISSUE_COMMENTS = /^issues\/(?<number>\d+)\/comments$/;
const COMMENT = /^issues\/comments\/(?<id>\d+)$/;
const ROUTES = [
	{
		operation: "issues/list-comments",
		method: "GET",
		path: ISSUE_COMMENTS,
		answer: listComments
	},
	{
		operation: "issues/create-comment",
		method: "POST",
		path: ISSUE_COMMENTS,
		answer: createComment
	},
	{
		operation: "issues/update-comment",
		method: "PATCH",
		path: COMMENT,
		answer: updateComment
	},
	{
		operation: "issues/delete-comment",
		method: "DELETE",
		path: COMMENT,
		answer: deleteComment
	},
	{
		operation: "pulls/get",
		method: "GET",
		path: /^pulls\/(?<number>\d+)$/,
		answer: getPull
	},
	{
		operation: "repos/compare-commits",
		method: "GET",
		path: /^compare\/(?<range>.+)$/,
		answer: compare
	}
];
/** The route of a request, or undefined when the fake has none; another repository's routes answer 404. */
function matchRoute(method, path, repository) {
	if (method === "POST" && path === "/graphql") return {
		operation: "graphql",
		parameters: {},
		answer: answerGraphql
	};
	const [, named, rest] = /^\/repos\/([^/]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
	for (const route of ROUTES) {
		const match = route.method === method ? route.path.exec(rest ?? "") : null;
		if (match === null) continue;
		const answer = named === repository ? route.answer : () => NOT_FOUND;
		return {
			operation: route.operation,
			parameters: { ...match.groups },
			answer
		};
	}
}
function answerGraphql({ body, viewer }) {
	if (/^\s*(query\s*)?\{\s*viewer\s*\{\s*login\s*\}\s*\}\s*$/.test(String(body["query"]))) return {
		status: 200,
		body: { data: { viewer: { login: viewer } } }
	};
	return {
		status: 200,
		body: {
			data: null,
			errors: [{ message: "only viewer { login } is answered" }]
		}
	};
}
function getPull({ state, parameters }) {
	const pull = state.pulls.find(({ number }) => number === Number(parameters["number"]));
	if (pull === void 0) return NOT_FOUND;
	const head = { sha: pull.headSha };
	const base = {
		sha: pull.baseSha,
		ref: pull.baseRef
	};
	return {
		status: 200,
		body: {
			number: pull.number,
			state: "open",
			head,
			base
		}
	};
}
function compare({ state, parameters }) {
	const sha = state.mergeBases[decodeURIComponent(parameters["range"] ?? "")];
	if (sha === void 0) return NOT_FOUND;
	return {
		status: 200,
		body: {
			merge_base_commit: { sha },
			commits: [],
			files: []
		}
	};
}
// test/support/fake-github.ts
/**
* A GitHub that listens on this machine: the requests that this project makes, answered from a small state.
*
* Needs nothing but Node, so that the demonstration can use it as well. Tests hand in `checkRequest` to hold
* every request against GitHub's own description of its API first. Serves the API at the root, as
* api.github.com does, and under `/api/v3` with `/api/graphql`, as GitHub Enterprise Server does.
*/
/** Starts a fake GitHub on a free port of the loopback interface. */
async function startFakeGitHub(options = {}) {
	const state = createState(options.state);
	const checkRequest = options.checkRequest ?? (() => []);
	const pickFault = createFaultPicker(options.faults ?? []);
	const requests = [];
	const problems = [];
	const respond = (request) => {
		requests.push(request);
		const route = matchRoute(request.method, request.path, `${state.owner}/${state.repo}`);
		const found = route === void 0 ? ["no such route"] : checkRequest(request);
		problems.push(...found.map((problem) => `${request.method} ${request.path}: ${problem}`));
		if (route === void 0) return {
			status: 400,
			body: { message: "no such route" }
		};
		if (found.length > 0) return {
			status: 422,
			body: { message: found.join("; ") }
		};
		const token = (request.headers["authorization"] ?? "").replace(/^(token|bearer) /i, "");
		const viewer = state.tokens[token];
		if (viewer === void 0) return {
			status: 401,
			body: { message: "Bad credentials" }
		};
		return carryOut(route, routeRequest({
			request,
			route,
			state,
			viewer
		}), pickFault(route.operation));
	};
	const server = createServer((message, response) => {
		receive(message).then(respond).then((outcome) => send(response, outcome), (error) => send(response, {
			status: 500,
			body: { message: String(error) }
		}));
	});
	return {
		url: await listen(server),
		state,
		requests,
		problems,
		close: () => close(server)
	};
}
function routeRequest({ request, route, state, viewer }) {
	const { address, query } = request;
	const body = request.body === "" ? {} : JSON.parse(request.body);
	return {
		state,
		viewer,
		address,
		parameters: route.parameters,
		query,
		body
	};
}
async function carryOut(route, request, fault) {
	if (fault?.kind === "answer") return fault.answer;
	if (fault?.kind === "drop") return "drop";
	if (fault?.kind === "delay") await setTimeout(fault.milliseconds, void 0, { ref: false });
	if (fault?.kind === "interfere") fault.act(request.state);
	const answer = route.answer(request);
	return fault?.kind === "drop-answer" ? "drop" : answer;
}
// test/support/runner-outputs.ts
/**
* Reads the file in `GITHUB_OUTPUT`: lines `NAME=VALUE`, and values of several lines between `NAME<<DELIMITER`
* and `DELIMITER`; the last value of a name counts. Throws when a delimiter is missing, as the runner fails then.
* https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
*/
function parseOutputs(text) {
	const outputs = {};
	const lines = text.split("\n");
	for (let line = lines.shift(); line !== void 0; line = lines.shift()) {
		const [, name, delimiter] = /^([^=]+?)<<(.+)$/.exec(line) ?? [];
		if (name === void 0 || delimiter === void 0) {
			const equals = line.indexOf("=");
			if (equals > 0) outputs[line.slice(0, equals)] = line.slice(equals + 1);
			continue;
		}
		const end = lines.indexOf(delimiter);
		if (end < 0) throw new Error(`output ${name}: no line ${delimiter} ends its value`);
		outputs[name] = lines.splice(0, end + 1).slice(0, -1).join("\n");
	}
	return outputs;
}
// test/support/runner.ts
/**
* Runs a bundled JavaScript action the way GitHub's runner does: a Node of its own, inputs and context in the
* environment, results in files. Of the runner's environment only what actions read is there.
* https://docs.github.com/en/actions/reference/workflows-and-actions/variables
*/
/** The secret that a runner lends to JavaScript actions; a program that they start must not see it. */
const RUNTIME_TOKEN = "runtime-token-of-the-job";
/** Runs an action to its end. */
async function runAction(run) {
	const files = await createRunnerFiles(run);
	return {
		...await runNode(run, {
			PATH: process.env["PATH"] ?? "",
			HOME: process.env["HOME"] ?? "/",
			...contextVariables(run),
			...files,
			...inputVariables(run.inputs),
			...run.env
		}),
		outputs: parseOutputs(await readFile(files.GITHUB_OUTPUT, "utf8")),
		summary: await readFile(files.GITHUB_STEP_SUMMARY, "utf8")
	};
}
async function createRunnerFiles({ folder, event }) {
	const files = {
		GITHUB_EVENT_PATH: join(folder, "event.json"),
		GITHUB_OUTPUT: join(folder, "output"),
		GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
		GITHUB_STATE: join(folder, "state"),
		GITHUB_ENV: join(folder, "env"),
		GITHUB_PATH: join(folder, "path")
	};
	for (const file of Object.values(files)) await writeFile(file, "");
	await writeFile(files.GITHUB_EVENT_PATH, JSON.stringify(event.payload));
	const directories = {
		RUNNER_TEMP: join(folder, "temp"),
		RUNNER_TOOL_CACHE: join(folder, "tools")
	};
	for (const directory of Object.values(directories)) await mkdir(directory, { recursive: true });
	return {
		...files,
		...directories
	};
}
function contextVariables({ event, workspace, apiUrl }) {
	return {
		CI: "true",
		GITHUB_ACTIONS: "true",
		GITHUB_ACTION: "__self",
		GITHUB_ACTOR: "octocat",
		GITHUB_API_URL: apiUrl,
		GITHUB_EVENT_NAME: event.name,
		GITHUB_GRAPHQL_URL: apiUrl.endsWith("/api/v3") ? apiUrl.replace(/v3$/, "graphql") : `${apiUrl}/graphql`,
		GITHUB_JOB: "size",
		GITHUB_REF: event.ref,
		GITHUB_REPOSITORY: event.repository,
		GITHUB_REPOSITORY_OWNER: event.repository.split("/")[0] ?? "",
		GITHUB_RUN_ATTEMPT: "1",
		GITHUB_RUN_ID: "1000001",
		GITHUB_RUN_NUMBER: "1",
		GITHUB_SERVER_URL: "https://github.test",
		GITHUB_SHA: event.sha,
		GITHUB_WORKFLOW: "kernel size",
		GITHUB_WORKSPACE: workspace,
		RUNNER_ARCH: "X64",
		RUNNER_NAME: "a test",
		RUNNER_OS: "Linux",
		ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN
	};
}
/** As the runner names them: only spaces are replaced, hyphens stay. */
function inputVariables(inputs) {
	return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]));
}
async function runNode(run, env) {
	const child = spawn(run.node ?? process.execPath, [run.bundle], {
		cwd: run.workspace,
		env,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		]
	});
	const output = {
		stdout: "",
		stderr: ""
	};
	for (const name of ["stdout", "stderr"]) child[name].setEncoding("utf8").on("data", (chunk) => {
		output[name] += chunk;
		run.onOutput?.(chunk);
	});
	const interrupt = () => child.kill("SIGINT");
	run.signal?.addEventListener("abort", interrupt);
	const exitCode = await new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", resolve);
	});
	run.signal?.removeEventListener("abort", interrupt);
	return {
		exitCode,
		...output
	};
}
// demo/run-command.ts
/** Runs a command and returns its stdout without the final line break; an error holds the end of its stderr. */
async function runCommand(command, args, options = {}) {
	const child = spawn(command, args, {
		cwd: options.cwd,
		env: {
			...process.env,
			...options.env
		},
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		]
	});
	let [stdout, stderr] = ["", ""];
	child.stdout.setEncoding("utf8").on("data", (text) => stdout += text);
	child.stderr.setEncoding("utf8").on("data", (text) => stderr = (stderr + text).slice(-4e3));
	const code = await new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", resolve);
	});
	if (code === 0) return stdout.replace(/\n$/, "");
	throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${stderr}`);
}
// demo/debian-packages.ts
/** Installs Debian packages that are missing, as root or with sudo; otherwise ends with the line to type. */
async function requirePackages(packages) {
	const missing = [];
	for (const name of packages) if (!await isInstalled(name)) missing.push(name);
	if (missing.length === 0) return;
	const line = `apt-get install -y --no-install-recommends ${missing.join(" ")}`;
	const [command, prefix] = getuid?.() === 0 ? ["apt-get", []] : ["sudo", ["-n", "apt-get"]];
	const env = { DEBIAN_FRONTEND: "noninteractive" };
	try {
		await runCommand(command, [...prefix, "update"], { env }).catch(() => "");
		await runCommand(command, [...prefix, ...line.split(" ").slice(1)], { env });
	} catch (cause) {
		throw new Error(`These packages are missing and could not be installed here. Run: sudo ${line}`, { cause });
	}
}
async function isInstalled(name) {
	try {
		return await runCommand("dpkg-query", [
			"-W",
			"-f",
			"${db:Status-Status}",
			name
		]) === "installed";
	} catch {
		return false;
	}
}
// demo/kernel-repository.ts
/** Makes a git repository of a kernel once; later calls find it. */
async function prepareKernelRepository(request) {
	await requirePackages(["git"]);
	const folder = join(request.cache, `linux-${nameOf(request)}`);
	if (!existsSync(folder)) {
		const unfinished = `${folder}.unfinished`;
		await rm(unfinished, {
			recursive: true,
			force: true
		});
		await mkdir(unfinished, { recursive: true });
		await (request.tree === void 0 ? commitPackage(unfinished, request.version) : commitTree(unfinished, resolve(request.tree)));
		await rename(unfinished, folder);
	}
	return {
		folder,
		original: await git(folder, ["rev-parse", "refs/tags/original"])
	};
}
function nameOf({ tree, version }) {
	return tree === void 0 ? version : createHash("sha256").update(resolve(tree)).digest("hex").slice(0, 12);
}
async function commitPackage(folder, version) {
	await requirePackages([`linux-source-${version}`, "xz-utils"]);
	await runCommand("tar", [
		"-xf",
		`/usr/src/linux-source-${version}.tar.xz`,
		"--strip-components=1",
		"-C",
		folder
	]);
	await git(folder, [
		"init",
		"-q",
		"-b",
		"main"
	]);
	await git(folder, [
		"add",
		"--all",
		"--force"
	]);
	await commitOriginal(folder);
}
/** Reads the tree as it is but for what its .gitignore names, such as build products. */
async function commitTree(folder, tree) {
	await git(folder, [
		"init",
		"-q",
		"-b",
		"main"
	]);
	await runCommand("git", [
		"--git-dir",
		join(folder, ".git"),
		"--work-tree",
		tree,
		"add",
		"--all",
		"."
	], { cwd: tree });
	await commitOriginal(folder);
	await git(folder, [
		"checkout",
		"-q",
		"--force",
		"main"
	]);
}
async function commitOriginal(folder) {
	await git(folder, [
		"commit",
		"-q",
		"-m",
		"The kernel as it was"
	]);
	await git(folder, ["tag", "original"]);
}
/** Runs git with a name and a date of its own, so that the same content gives the same commit. */
function git(folder, args) {
	const env = Object.fromEntries(Object.entries({
		NAME: "A Developer",
		EMAIL: "developer@kernel.test",
		DATE: "2026-01-01T00:00:00Z"
	}).flatMap(([key, value]) => [[`GIT_AUTHOR_${key}`, value], [`GIT_COMMITTER_${key}`, value]]));
	return runCommand("git", [
		"-c",
		"core.hooksPath=/dev/null",
		"-c",
		"gc.auto=0",
		...args
	], {
		cwd: folder,
		env
	});
}
// demo/pull-requests.ts
const SHIFT = "#define IN_LOOKUP_SHIFT 10";
const PULL_REQUESTS = [{
	number: 1,
	title: "fs/dcache: shrink the hash table of lookups under way",
	edit: {
		file: "fs/dcache.c",
		from: SHIFT,
		to: "#define IN_LOOKUP_SHIFT 5"
	},
	expectedExitCode: 0
}, {
	number: 2,
	title: "fs/dcache: double the hash table of lookups under way",
	edit: {
		file: "fs/dcache.c",
		from: SHIFT,
		to: "#define IN_LOOKUP_SHIFT 11"
	},
	expectedExitCode: 1
}];
const BUDGET_FILE = `targets:
  stm32f469:
    extends: stm32f469
    growth:
      flash: 4K
      ram: 1K
`;
/** Commits the budget file, the change on top of it, and the merge of the two; checks the merge out. */
async function preparePullRequest(repository, pullRequest) {
	const { folder, original } = repository;
	await git(folder, [
		"checkout",
		"-q",
		"--force",
		"--detach",
		original
	]);
	const base = await commitFile(folder, ".github/kernel-size-budget.yml", BUDGET_FILE);
	const { file, from, to } = pullRequest.edit;
	const text = await readFile(join(folder, file), "utf8");
	if (!text.includes(from)) throw new Error(`${file} of this kernel has no "${from}" to change`);
	const head = await commitFile(folder, file, text.replace(from, to));
	const message = `Merge ${head} into ${base}`;
	const merge = await git(folder, [
		"commit-tree",
		`${head}^{tree}`,
		"-p",
		base,
		"-p",
		head,
		"-m",
		message
	]);
	await git(folder, [
		"checkout",
		"-q",
		"--detach",
		merge
	]);
	return {
		...pullRequest,
		base,
		head,
		merge
	};
}
async function commitFile(folder, path, text) {
	await mkdir(join(folder, path, ".."), { recursive: true });
	await writeFile(join(folder, path), text);
	await git(folder, [
		"add",
		"--force",
		path
	]);
	await git(folder, [
		"commit",
		"-q",
		"-m",
		`Change ${path}`
	]);
	return git(folder, ["rev-parse", "HEAD"]);
}
/** What GitHub tells the runner; `base.sha` is stale on purpose, as it is on a busy branch. */
function pullRequestEvent(pullRequest) {
	const repository = {
		id: 1,
		name: "linux",
		full_name: "octo/linux",
		owner: { login: "octo" }
	};
	return {
		name: "pull_request",
		repository: "octo/linux",
		sha: pullRequest.merge,
		ref: `refs/pull/${pullRequest.number}/merge`,
		payload: {
			action: "opened",
			number: pullRequest.number,
			repository,
			pull_request: {
				number: pullRequest.number,
				title: pullRequest.title,
				head: {
					sha: pullRequest.head,
					ref: "dcache",
					repo: repository
				},
				base: {
					sha: "0123456789012345678901234567890123456789",
					ref: "main",
					repo: repository
				}
			}
		}
	};
}
// demo/stopwatch.ts
/** Runs one part and prints how long it took. */
async function timed(what, part) {
	const start = performance.now();
	const result = await part();
	process.stdout.write(`[${((performance.now() - start) / 1e3).toFixed(1)} s] ${what}\n`);
	return result;
}
// demo/demo.ts
/**
* `npm run demo`: the action on a real kernel, as a runner would run it, against an API on this machine. Needs Node,
* and root or sudo for the packages that are missing. `KERNEL=/path/to/tree` takes another kernel than Debian's.
*/
const root = fileURLToPath(new URL("..", import.meta.url));
const cache = join(root, ".cache");
const repository = await timed("the kernel as a git repository", () => prepareKernelRepository({
	cache,
	tree: process.env["KERNEL"],
	version: "6.12"
}));
for (const pullRequest of PULL_REQUESTS) {
	const prepared = await preparePullRequest(repository, pullRequest);
	await timed(`pull request ${prepared.number}, built and checked`, () => show(repository, prepared));
}
async function show(kernel, pullRequest) {
	const github = await startFakeGitHub();
	const folder = join(cache, "demo-runner");
	await mkdir(folder, { recursive: true });
	await rm(join(folder, "summary.md"), { force: true });
	process.stdout.write(`\n=== Pull request ${pullRequest.number}: ${pullRequest.title} ===\n\n`);
	try {
		const result = await runAction({
			bundle: join(root, "dist/action.js"),
			inputs: {
				token: BOT_TOKEN,
				"install-packages": "true"
			},
			event: pullRequestEvent(pullRequest),
			workspace: kernel.folder,
			folder,
			apiUrl: github.url,
			onOutput: withoutBuildOutput((text) => process.stdout.write(text))
		});
		const comment = github.state.comments[0]?.body ?? "(none)";
		process.stdout.write(`\n--- the comment on pull request ${pullRequest.number} ---\n\n${comment}\n`);
		process.stdout.write(`--- the check ${result.exitCode === 0 ? "passes" : "fails"}: exit code ${result.exitCode} ---\n`);
		if (result.exitCode !== pullRequest.expectedExitCode) process.exitCode = 1;
	} finally {
		await github.close();
	}
}
/** The log without what the runner would fold away. */
function withoutBuildOutput(write) {
	let rest = "";
	let isFolded = false;
	return (chunk) => {
		const lines = (rest + chunk).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) if (line.startsWith("::group::")) {
			isFolded = true;
			write(`▸ ${line.slice(9)}\n`);
		} else if (line.startsWith("::endgroup::")) isFolded = false;
		else if (!isFolded) write(`${line}\n`);
	};
}
export {};
