import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { setTimeout } from "node:timers/promises";
import { getuid } from "node:process";
import { spawn } from "node:child_process";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
// test/support/github/fake-github-faults.ts
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
// test/support/github/fake-github-http.ts
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
/** Sends an answer, as JSON but for bytes, or breaks the connection. */
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
	const json = outcome.body === void 0 ? void 0 : JSON.stringify(outcome.body);
	response.end(outcome.bytes ?? json);
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
// test/support/github/fake-github-answer.ts
const NOT_FOUND = {
	status: 404,
	body: { message: "Not Found" }
};
const FORBIDDEN = {
	status: 403,
	body: { message: "Resource not accessible by integration" }
};
/** GitHub's own words, which name a number of characters that it does not enforce. */
const TOO_LONG = invalid({
	resource: "IssueComment",
	code: "unprocessable",
	field: "data",
	message: "Body is too long (maximum is 65536 characters)"
});
/** The answer to a request that is well-formed but asks for what may not be. */
function invalid(error) {
	return {
		status: 422,
		body: {
			message: "Validation Failed",
			errors: [error]
		}
	};
}
// test/support/github/resources/fake-github-pages.ts
/**
* Cuts the page that a request asks for out of a list.
*
* https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
*/
function pageOf(request, all, defaultSize = 30) {
	const size = Number(request.query.get("per_page") ?? defaultSize);
	const page = Number(request.query.get("page") ?? 1);
	const last = Math.max(1, Math.ceil(all.length / size));
	const link = (to, rel) => {
		const query = new URLSearchParams(request.query);
		query.set("per_page", String(size));
		query.set("page", String(to));
		return `<${request.address}?${query.toString()}>; rel="${rel}"`;
	};
	return {
		items: all.slice((page - 1) * size, page * size),
		headers: page < last ? { link: `${link(page + 1, "next")}, ${link(last, "last")}` } : {}
	};
}
/** A comparison that sorts the highest number first. */
function newestFirst(key) {
	return (a, b) => b[key] - a[key];
}
// test/support/github/resources/fake-github-users.ts
/** What a repository's collaborator may do. GitHub's other roles count as the next weaker of these. */
function getPermission({ state, parameters }) {
	const login = decodeURIComponent(parameters["login"] ?? "");
	const permission = state.permissions[login];
	if (permission === void 0) return NOT_FOUND;
	return {
		status: 200,
		body: {
			permission,
			role_name: permission,
			user: {
				...userJson(login),
				role_name: permission
			}
		}
	};
}
/** Every field that GitHub's description requires; addresses are under a host that does not exist. */
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
// test/support/github/resources/fake-github-repositories.ts
/** The addresses that GitHub's description requires, as paths below the repository's own. */
const ADDRESSES = [
	"archive",
	"assignees",
	"blobs",
	"branches",
	"collaborators",
	"comments",
	"commits",
	"compare",
	"contents",
	"contributors",
	"deployments",
	"downloads",
	"events",
	"forks",
	"git_commits",
	"git_refs",
	"git_tags",
	"hooks",
	"issue_comment",
	"issue_events",
	"issues",
	"keys",
	"labels",
	"languages",
	"merges",
	"milestones",
	"notifications",
	"pulls",
	"releases",
	"stargazers",
	"statuses",
	"subscribers",
	"subscription",
	"tags",
	"teams",
	"trees"
];
/** The address of the repository's resources, without a slash at the end. */
function apiAddress(state) {
	return `https://api.github.test/repos/${state.owner}/${state.repo}`;
}
/** The address of the repository for people, without a slash at the end. */
function webAddress(state) {
	return `https://github.test/${state.owner}/${state.repo}`;
}
/** The repository that the fake has. */
function homeOf(state) {
	return {
		id: state.repositoryId,
		owner: state.owner,
		name: state.repo
	};
}
/** A repository as GitHub shows it; any but the fake's own is a fork. */
function repositoryJson(state, { id, owner, name }) {
	const api = `https://api.github.test/repos/${owner}/${name}`;
	const web = `https://github.test/${owner}/${name}`;
	return {
		...Object.fromEntries(ADDRESSES.map((address) => [`${address}_url`, `${api}/${address}`])),
		id,
		node_id: `R_${id}`,
		name,
		full_name: `${owner}/${name}`,
		owner: userJson(owner),
		private: false,
		fork: id !== state.repositoryId,
		url: api,
		html_url: web,
		clone_url: `${web}.git`,
		git_url: `${web}.git`,
		ssh_url: `${web}.git`,
		svn_url: web,
		default_branch: state.defaultBranch,
		...ABOUT
	};
}
const ABOUT = {
	description: null,
	homepage: null,
	language: "C",
	license: null,
	mirror_url: null,
	archived: false,
	disabled: false,
	has_downloads: true,
	has_issues: true,
	has_pages: false,
	has_projects: false,
	has_wiki: false,
	forks: 0,
	forks_count: 0,
	open_issues: 0,
	open_issues_count: 0,
	stargazers_count: 0,
	watchers: 0,
	watchers_count: 0,
	size: 0,
	created_at: null,
	pushed_at: null,
	updated_at: null
};
// test/support/github/resources/fake-github-actions.ts
/** One page of a workflow's runs, newest first; `status` is met by a status or a conclusion. */
function listRuns(request) {
	const { state, query } = request;
	const workflow = decodeURIComponent(request.parameters["workflow"] ?? "");
	const asked = (name, ...values) => !query.has(name) || values.includes(query.get(name));
	const all = state.runs.filter(({ path }) => workflow === path.split("/").at(-1) || workflow === String(workflowId(state, path))).filter(({ headSha }) => asked("head_sha", headSha)).filter(({ event }) => asked("event", event)).filter(({ headBranch }) => asked("branch", headBranch)).filter(({ status, conclusion }) => asked("status", status, conclusion)).filter(({ createdAt }) => createdAt <= (query.get("created") ?? "<=9").slice(2)).toSorted(newestFirst("id"));
	const { items, headers } = pageOf(request, all);
	return {
		status: 200,
		body: {
			total_count: all.length,
			workflow_runs: items.map((run) => runJson(state, run))
		},
		headers
	};
}
function getRun({ state, parameters }) {
	const run = findRun(state, parameters["id"]);
	return run === void 0 ? NOT_FOUND : {
		status: 200,
		body: runJson(state, run)
	};
}
/** Remembers that it was asked; the run stays as it is. */
function rerunFailedJobs({ state, parameters }) {
	const run = findRun(state, parameters["id"]);
	if (run === void 0) return NOT_FOUND;
	state.reruns.push(run.id);
	return {
		status: 201,
		body: {}
	};
}
/** The run of an id as it stands in a path. */
function findRun(state, id) {
	return state.runs.find((run) => run.id === Number(id));
}
/** Workflows are numbered from 1, in the order in which they first appear among the runs. */
function workflowId(state, path) {
	return [...new Set(state.runs.map((run) => run.path))].indexOf(path) + 1;
}
/** GitHub's description has a head repository always; once a fork is deleted it is null all the same. */
function runJson(state, run) {
	const url = `${apiAddress(state)}/actions/runs/${run.id}`;
	const workflow = workflowId(state, run.path);
	return {
		...Object.fromEntries([
			"jobs",
			"logs",
			"artifacts",
			"cancel",
			"rerun",
			"check_suite"
		].map((page) => [`${page}_url`, `${url}/${page}`])),
		id: run.id,
		node_id: `WFR_${run.id}`,
		name: "size",
		path: run.path,
		workflow_id: workflow,
		workflow_url: `${apiAddress(state)}/actions/workflows/${workflow}`,
		url,
		html_url: `${webAddress(state)}/actions/runs/${run.id}`,
		display_title: "a run",
		event: run.event,
		status: run.status,
		conclusion: run.conclusion,
		run_number: run.id,
		run_attempt: run.attempt,
		head_branch: run.headBranch,
		head_sha: run.headSha,
		head_commit: null,
		head_repository: run.headRepo && repositoryJson(state, run.headRepo),
		repository: repositoryJson(state, homeOf(state)),
		pull_requests: [],
		created_at: run.createdAt,
		updated_at: run.createdAt,
		run_started_at: run.createdAt
	};
}
// test/support/github/resources/fake-github-builders.ts
/** The repository that `createState` has. */
const HOME = {
	id: 1,
	owner: "octo",
	name: "linux"
};
/** The head of `pull` and `run`. */
const HEAD_SHA = "a".repeat(40);
/** The tip of the base branch of `pull`. */
const BASE_SHA = "b".repeat(40);
function pull(overrides = {}) {
	return {
		number: 7,
		state: "open",
		merged: false,
		locked: false,
		draft: false,
		title: "a pull request",
		body: null,
		bodyEditedAt: null,
		author: "alice",
		labels: [],
		headSha: HEAD_SHA,
		headRef: "topic",
		headRepo: HOME,
		baseRef: "main",
		baseSha: BASE_SHA,
		commits: [],
		...overrides
	};
}
// test/support/github/resources/fake-github-state.ts
/** The token that speaks for the Actions bot unless a test says otherwise. */
const BOT_TOKEN = "token-of-the-bot";
/** The login that the token of a workflow run has. */
const BOT_LOGIN = "github-actions[bot]";
/** When everything happened that says nothing else. */
const CREATED_AT = "2026-01-01T00:00:00Z";
/** A repository `octo/linux` with nothing in it, where `BOT_TOKEN` may write. */
function createState(overrides = {}) {
	return {
		owner: HOME.owner,
		repo: HOME.name,
		repositoryId: HOME.id,
		defaultBranch: "main",
		tokens: { [BOT_TOKEN]: BOT_LOGIN },
		permissions: {},
		comments: [],
		reactions: [],
		pulls: [],
		labelEvents: [],
		issues: [],
		mergeBases: {},
		commits: [],
		files: {},
		runs: [],
		reruns: [],
		artifacts: [],
		statuses: [],
		checks: [],
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
		createdAt: CREATED_AT,
		isMinimized: false,
		...comment
	};
	state.comments.push(added);
	return added;
}
/** Adds an issue as if somebody had just opened it; pull requests take up numbers as well. */
function addIssue(state, issue) {
	const added = {
		number: Math.max(0, ...[...state.issues, ...state.pulls].map((taken) => taken.number)) + 1,
		title: "an issue",
		body: null,
		state: "open",
		author: BOT_LOGIN,
		labels: [],
		...issue
	};
	state.issues.push(added);
	return added;
}
// test/support/github/resources/fake-github-artifacts.ts
/** One page of a run's artifacts, newest first. */
function listArtifacts(request) {
	const { state, parameters, query } = request;
	const run = findRun(state, parameters["id"]);
	if (run === void 0) return NOT_FOUND;
	const name = query.get("name");
	const all = state.artifacts.filter(({ runId }) => runId === run.id).filter((artifact) => name === null || artifact.name === name).toSorted(newestFirst("id"));
	const { items, headers } = pageOf(request, all);
	return {
		status: 200,
		body: {
			total_count: all.length,
			artifacts: items.map((artifact) => artifactJson(state, artifact))
		},
		headers
	};
}
/**
* Sends the client to the storage, which has another origin, as on GitHub: a client that follows by itself
* leaves the token behind.
*
* https://docs.github.com/en/rest/actions/artifacts#download-an-artifact
*/
function downloadArtifact({ state, parameters, address }) {
	const artifact = findArtifact(state, parameters);
	if (artifact === void 0) return NOT_FOUND;
	if (artifact.expired) return {
		status: 410,
		body: { message: "Artifact has expired" }
	};
	const location = new URL(`/storage/${artifact.id}`, address);
	location.hostname = "localhost";
	return {
		status: 302,
		headers: { location: location.href }
	};
}
/** The archive itself, from an address that works for whoever has it. */
function serveArchive({ state, parameters }) {
	const artifact = findArtifact(state, parameters);
	if (artifact === void 0) return NOT_FOUND;
	return {
		status: 200,
		bytes: artifact.archive,
		headers: { "content-type": "application/zip" }
	};
}
function findArtifact(state, parameters) {
	return state.artifacts.find(({ id }) => id === Number(parameters["id"]));
}
function artifactJson(state, artifact) {
	const { id, runId, name, archive, expired } = artifact;
	const run = state.runs.find((candidate) => candidate.id === runId);
	const url = `${apiAddress(state)}/actions/artifacts/${id}`;
	return {
		id,
		node_id: `ART_${id}`,
		name,
		size_in_bytes: artifact.sizeInBytes ?? archive.length,
		url,
		archive_download_url: `${url}/zip`,
		expired,
		digest: `sha256:${createHash("sha256").update(archive).digest("hex")}`,
		created_at: CREATED_AT,
		updated_at: CREATED_AT,
		expires_at: "2026-04-01T00:00:00Z",
		workflow_run: run && {
			id: runId,
			repository_id: state.repositoryId,
			head_repository_id: run.headRepo?.id,
			head_branch: run.headBranch,
			head_sha: run.headSha
		}
	};
}
// test/support/github/resources/fake-github-comments.ts
/** One page of a pull request's comments, oldest first. */
function listComments(request) {
	const number = Number(request.parameters["number"]);
	const { items, headers } = pageOf(request, request.state.comments.filter(({ pullNumber }) => pullNumber === number));
	return {
		status: 200,
		body: items.map((comment) => commentJson(request.state, comment)),
		headers
	};
}
function getComment(request) {
	const comment = findComment$1(request);
	if (comment === void 0) return NOT_FOUND;
	return {
		status: 200,
		body: commentJson(request.state, comment)
	};
}
function createComment(request) {
	const body = String(request.body["body"]);
	if (isTooLong$1(body, request.state)) return TOO_LONG;
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
		if (isTooLong$1(body, request.state)) return TOO_LONG;
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
/** Says 200 and adds nothing when the viewer has reacted so before, as GitHub does. */
function createReaction(request) {
	const { state, viewer } = request;
	const comment = findComment$1(request);
	if (comment === void 0) return NOT_FOUND;
	const reaction = {
		commentId: comment.id,
		content: String(request.body["content"]),
		user: viewer
	};
	const same = state.reactions.findIndex(({ commentId, content, user }) => commentId === reaction.commentId && content === reaction.content && user === reaction.user);
	const id = same === -1 ? state.reactions.push(reaction) : same + 1;
	const body = {
		id,
		node_id: `REA_${id}`,
		user: userJson(viewer),
		content: reaction.content,
		created_at: CREATED_AT
	};
	return {
		status: same === -1 ? 201 : 200,
		body
	};
}
function findComment$1({ state, parameters }) {
	return state.comments.find(({ id }) => id === Number(parameters["id"]));
}
/** Stricter than GitHub, which lets a token with write permission change everybody's comments. */
function changeComment(request, change) {
	const comment = findComment$1(request);
	if (comment === void 0) return NOT_FOUND;
	return comment.author === request.viewer ? change(comment) : FORBIDDEN;
}
function isTooLong$1(body, state) {
	return new TextEncoder().encode(body).length > state.commentBytes;
}
/** Every field that GitHub's description requires; addresses are under a host that does not exist. */
function commentJson(state, comment) {
	const createdAt = comment.createdAt ?? "2026-01-01T00:00:00Z";
	return {
		id: comment.id,
		node_id: `IC_${comment.id}`,
		url: `${apiAddress(state)}/issues/comments/${comment.id}`,
		html_url: `${webAddress(state)}/pull/${comment.pullNumber}#issuecomment-${comment.id}`,
		issue_url: `${apiAddress(state)}/issues/${comment.pullNumber}`,
		body: comment.body,
		user: userJson(comment.author),
		created_at: createdAt,
		updated_at: createdAt,
		author_association: "CONTRIBUTOR",
		performed_via_github_app: null
	};
}
/** The commit as git has it, without what GitHub knows about its author. */
function getGitCommit({ state, parameters }) {
	const commit = findCommit(state, parameters["sha"] ?? "");
	if (commit === void 0) return NOT_FOUND;
	const url = `${apiAddress(state)}/git/commits/${commit.sha}`;
	const verification = {
		verified: false,
		reason: "unsigned",
		signature: null,
		payload: null,
		verified_at: null
	};
	return {
		status: 200,
		body: {
			sha: commit.sha,
			node_id: `C_${commit.sha}`,
			url,
			html_url: `${webAddress(state)}/commit/${commit.sha}`,
			...gitPart(state, commit),
			verification,
			parents: commit.parents.map((sha) => parentJson(state, sha))
		}
	};
}
/** Knows the merge bases that a test has put into the state, and that of a commit with itself; lists the commits since, oldest first. */
function compare(request) {
	const { state } = request;
	const range = decodeURIComponent(request.parameters["range"] ?? "");
	const [base, head] = range.split("...").map((name) => resolve$1(state, name));
	const mergeBase = state.mergeBases[range] ?? (base === head ? base : void 0);
	if (mergeBase === void 0) return NOT_FOUND;
	const all = commitsSince(state, mergeBase, head ?? "");
	const { items, headers } = pageOf(request, all, 250);
	const url = `${apiAddress(state)}/compare/${range}`;
	return {
		status: 200,
		body: {
			url,
			html_url: url,
			permalink_url: url,
			diff_url: `${url}.diff`,
			patch_url: `${url}.patch`,
			base_commit: commitJson(state, knownOrBare(state, base ?? mergeBase)),
			merge_base_commit: commitJson(state, knownOrBare(state, mergeBase)),
			...relation(mergeBase, [base, head], all.length),
			total_commits: all.length,
			commits: items.map((commit) => commitJson(state, commit)),
			files: []
		},
		headers
	};
}
/** Behind by how many commits the fake does not know. */
function relation(mergeBase, [base, head], ahead) {
	const behind = mergeBase === base ? 0 : 1;
	if (behind === 0) return {
		status: base === head ? "identical" : "ahead",
		ahead_by: ahead,
		behind_by: 0
	};
	return {
		status: mergeBase === head ? "behind" : "diverged",
		ahead_by: ahead,
		behind_by: behind
	};
}
/** A commit as lists show it. */
function commitJson(state, commit) {
	const url = `${apiAddress(state)}/commits/${commit.sha}`;
	const author = commit.author === null ? null : userJson(commit.author);
	return {
		sha: commit.sha,
		node_id: `C_${commit.sha}`,
		url,
		html_url: `${webAddress(state)}/commit/${commit.sha}`,
		comments_url: `${url}/comments`,
		commit: {
			url,
			comment_count: 0,
			...gitPart(state, commit)
		},
		author,
		committer: author,
		parents: commit.parents.map((sha) => parentJson(state, sha))
	};
}
function gitPart(state, { sha, message, authorName }) {
	const person = {
		name: authorName,
		email: "author@example.test",
		date: CREATED_AT
	};
	return {
		author: person,
		committer: person,
		message,
		tree: {
			sha,
			url: `${apiAddress(state)}/git/trees/${sha}`
		}
	};
}
function parentJson(state, sha) {
	const path = `commits/${sha}`;
	return {
		sha,
		url: `${apiAddress(state)}/${path}`,
		html_url: `${webAddress(state)}/${path}`
	};
}
function findCommit(state, sha) {
	return [...state.commits, ...state.pulls.flatMap(({ commits }) => commits)].find((one) => one.sha === sha);
}
function knownOrBare(state, sha) {
	return findCommit(state, sha) ?? {
		sha,
		message: "",
		author: null,
		authorName: "Somebody",
		parents: []
	};
}
/** The hash that a hash or the branch of a pull request (`topic`, `alice:topic`) stands for. */
function resolve$1(state, name) {
	if (/^[0-9a-f]{40}$/.test(name)) return name;
	const branch = name.slice(name.lastIndexOf(":") + 1);
	return state.pulls.find(({ headRef }) => headRef === branch)?.headSha ?? state.pulls.find(({ baseRef }) => baseRef === branch)?.baseSha;
}
function commitsSince(state, mergeBase, head) {
	const found = /* @__PURE__ */ new Map();
	const waiting = [head];
	for (let sha = waiting.pop(); sha !== void 0; sha = waiting.pop()) {
		const commit = sha === mergeBase || found.has(sha) ? void 0 : findCommit(state, sha);
		if (commit === void 0) continue;
		found.set(sha, commit);
		waiting.push(...commit.parents);
	}
	return [...found.values()].toReversed();
}
// test/support/github/resources/fake-github-contents.ts
/** Above this many bytes GitHub sends a file's contents only raw. */
const MOST_BYTES = 1048576;
/**
* A file of a branch or commit: with what GitHub knows about it, or raw when that is asked for.
*
* https://docs.github.com/en/rest/repos/contents#get-repository-content
*/
function getContent({ state, parameters, query, accept }) {
	const path = decodeURIComponent(parameters["path"] ?? "");
	const ref = (query.get("ref") ?? state.defaultBranch).replace(/^refs\/heads\//, "");
	const text = state.files[`${ref}:${path}`];
	if (text === void 0) return NOT_FOUND;
	const bytes = Buffer.from(text);
	if (/^application\/vnd\.github(\.v3)?\.raw\b/.test(accept)) return {
		status: 200,
		bytes,
		headers: { "content-type": "application/vnd.github.raw+json; charset=utf-8" }
	};
	return {
		status: 200,
		body: fileJson(state, {
			path,
			ref,
			bytes
		})
	};
}
function fileJson(state, { path, ref, bytes }) {
	const sha = createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
	const url = `${apiAddress(state)}/contents/${path}?ref=${encodeURIComponent(ref)}`;
	const git = `${apiAddress(state)}/git/blobs/${sha}`;
	const html = `${webAddress(state)}/blob/${ref}/${path}`;
	const isTooBig = bytes.length > MOST_BYTES;
	return {
		type: "file",
		name: path.split("/").at(-1),
		path,
		sha,
		size: bytes.length,
		encoding: isTooBig ? "none" : "base64",
		content: isTooBig ? "" : bytes.toString("base64").replaceAll(/.{1,60}/g, "$&\n"),
		url,
		git_url: git,
		html_url: html,
		download_url: `${webAddress(state)}/raw/${ref}/${path}`,
		_links: {
			self: url,
			git,
			html
		}
	};
}
// test/support/github/resources/fake-github-graphql.ts
function answerGraphql({ state, viewer, body }) {
	const query = String(body["query"]);
	const variables = { ...body["variables"] };
	const names = (...words) => words.every((word) => new RegExp(String.raw`\b${word}\b`).test(query));
	if (names("mutation", "unminimizeComment", "subjectId") && typeof variables["id"] === "string") return unminimize(state, variables["id"]);
	if (names("nodes", "isMinimized") && Array.isArray(variables["ids"])) return minimizedComments(state, variables["ids"]);
	if (names("repository", "pullRequest", "lastEditedAt")) return lastEdit(state, variables);
	if (names("viewer", "login")) return data({ viewer: { login: viewer } });
	return failed(null, "the fake GitHub has no answer to this query");
}
function minimizedComments(state, ids) {
	const nodes = ids.map((id) => {
		const comment = findComment(state, id);
		return comment === void 0 ? null : {
			id,
			isMinimized: comment.isMinimized ?? false
		};
	});
	const unknown = ids.find((_id, index) => nodes[index] === null);
	return unknown === void 0 ? data({ nodes }) : failed({ nodes }, unresolved(unknown));
}
function unminimize(state, id) {
	const comment = findComment(state, id);
	if (comment === void 0) return failed({ unminimizeComment: null }, unresolved(id));
	comment.isMinimized = false;
	return data({ unminimizeComment: {
		clientMutationId: null,
		unminimizedComment: {
			id,
			isMinimized: false
		}
	} });
}
function lastEdit(state, { owner, repo, number }) {
	if (owner !== state.owner || repo !== state.repo) return failed({ repository: null }, `Could not resolve to a Repository with the name '${String(owner)}/${String(repo)}'.`);
	const pull = state.pulls.find((candidate) => candidate.number === number);
	if (pull === void 0) return failed({ repository: { pullRequest: null } }, `Could not resolve to a PullRequest with the number of ${String(number)}.`);
	return data({ repository: { pullRequest: { lastEditedAt: pull.bodyEditedAt } } });
}
function findComment(state, nodeId) {
	return state.comments.find(({ id }) => nodeId === `IC_${id}`);
}
function unresolved(id) {
	return `Could not resolve to a node with the global id of '${String(id)}'`;
}
function data(value) {
	return {
		status: 200,
		body: { data: value }
	};
}
/** GraphQL says that it failed in the body, with status 200 all the same. */
function failed(value, message) {
	return {
		status: 200,
		body: {
			data: value,
			errors: [{
				type: "NOT_FOUND",
				message
			}]
		}
	};
}
// test/support/github/resources/fake-github-issues.ts
/** One page of issues and pull requests, newest first; an issue must have all labels that are asked for. */
function listIssues(request) {
	const { state, query } = request;
	const wanted = query.get("state") ?? "open";
	const creator = query.get("creator");
	const labels = (query.get("labels") ?? "").split(",").filter((label) => label !== "");
	const { items, headers } = pageOf(request, [...state.issues, ...state.pulls].filter((issue) => wanted === "all" || issue.state === wanted).filter(({ author }) => creator === null || creator === author).filter((issue) => labels.every((label) => issue.labels.includes(label))).toSorted(newestFirst("number")));
	return {
		status: 200,
		body: items.map((issue) => issueJson(state, issue)),
		headers
	};
}
function createIssue({ state, viewer, body }) {
	const issue = addIssue(state, { author: viewer });
	writeFields(issue, body);
	return {
		status: 201,
		body: issueJson(state, issue)
	};
}
function updateIssue({ state, parameters, body }) {
	const issue = state.issues.find(({ number }) => number === Number(parameters["number"]));
	if (issue === void 0) return NOT_FOUND;
	writeFields(issue, body);
	return {
		status: 200,
		body: issueJson(state, issue)
	};
}
/** One page of a pull request's events, oldest first. */
function listEvents(request) {
	const number = Number(request.parameters["number"]);
	const { items, headers } = pageOf(request, request.state.labelEvents.filter(({ pullNumber }) => pullNumber === number));
	return {
		status: 200,
		body: items.map((event) => eventJson(request.state, event)),
		headers
	};
}
/** A label as issues and pull requests show it. */
function labelJson(state, name) {
	return {
		id: 1,
		node_id: "LA_1",
		url: `${apiAddress(state)}/labels/${encodeURIComponent(name)}`,
		name,
		description: "",
		color: "ededed",
		default: false
	};
}
function writeFields(issue, { title, body, state, labels }) {
	if (typeof title === "string") issue.title = title;
	if (typeof body === "string" || body === null) issue.body = body;
	if (state === "open" || state === "closed") issue.state = state;
	if (Array.isArray(labels)) issue.labels = labels.map((label) => typeof label === "object" && label !== null && "name" in label ? String(label.name) : String(label));
}
function issueJson(state, issue) {
	const url = `${apiAddress(state)}/issues/${issue.number}`;
	const isPull = "headSha" in issue;
	return {
		id: 1e3 + issue.number,
		node_id: `I_${issue.number}`,
		number: issue.number,
		state: issue.state,
		title: issue.title,
		body: issue.body,
		user: userJson(issue.author),
		labels: issue.labels.map((name) => labelJson(state, name)),
		locked: isPull && issue.locked,
		assignee: null,
		milestone: null,
		comments: 0,
		url,
		repository_url: apiAddress(state),
		html_url: `${webAddress(state)}/${isPull ? "pull" : "issues"}/${issue.number}`,
		labels_url: `${url}/labels{/name}`,
		comments_url: `${url}/comments`,
		events_url: `${url}/events`,
		author_association: "CONTRIBUTOR",
		created_at: CREATED_AT,
		updated_at: CREATED_AT,
		closed_at: issue.state === "closed" ? CREATED_AT : null,
		...isPull ? { pull_request: pullPart(state, issue) } : {}
	};
}
/** What tells a pull request from an issue. */
function pullPart(state, { number, merged }) {
	const web = `${webAddress(state)}/pull/${number}`;
	return {
		url: `${apiAddress(state)}/pulls/${number}`,
		html_url: web,
		diff_url: `${web}.diff`,
		patch_url: `${web}.patch`,
		merged_at: merged ? CREATED_AT : null
	};
}
function eventJson(state, { event, label, actor, at }) {
	return {
		id: 1,
		node_id: "LE_1",
		url: `${apiAddress(state)}/issues/events/1`,
		actor: userJson(actor),
		event,
		commit_id: null,
		commit_url: null,
		created_at: at,
		performed_via_github_app: null,
		...PARTS[event](label)
	};
}
const NO_PART = () => ({});
/** What an event has beside what all have. */
const PARTS = {
	labeled: (name) => ({ label: {
		name,
		color: "ededed"
	} }),
	unlabeled: (name) => ({ label: {
		name,
		color: "ededed"
	} }),
	renamed: () => ({ rename: {
		from: "old title",
		to: "new title"
	} }),
	base_ref_changed: NO_PART,
	automatic_base_change_succeeded: NO_PART
};
// test/support/github/resources/fake-github-pulls.ts
function getPull({ state, parameters }) {
	const pull = findPull(state, parameters);
	if (pull === void 0) return NOT_FOUND;
	const counts = {
		additions: 1,
		deletions: 0,
		changed_files: 1,
		comments: 0,
		review_comments: 0
	};
	const merge = {
		merged: pull.merged,
		merged_by: pull.merged ? userJson(pull.author) : null
	};
	const mergeable = {
		mergeable: true,
		mergeable_state: "clean",
		maintainer_can_modify: false
	};
	const details = {
		...counts,
		...merge,
		...mergeable,
		commits: pull.commits.length
	};
	return {
		status: 200,
		body: {
			...pullJson(state, pull),
			...details
		}
	};
}
/** One page of pull requests, newest first unless asked otherwise. A `head` without an owner filters nothing. */
function listPulls(request) {
	const { state, query } = request;
	const wanted = query.get("state") ?? "open";
	const head = query.get("head");
	const base = query.get("base");
	const found = state.pulls.filter((pull) => wanted === "all" || pull.state === wanted).filter((pull) => head?.includes(":") !== true || head === headLabel(pull)).filter(({ baseRef }) => base === null || base === baseRef).toSorted(newestFirst("number"));
	const { items, headers } = pageOf(request, query.get("direction") === "asc" ? found.toReversed() : found);
	return {
		status: 200,
		body: items.map((pull) => pullJson(state, pull)),
		headers
	};
}
/** One page of a pull request's commits, oldest first; of all of them GitHub shows the first 250. */
function listPullCommits(request) {
	const { state, parameters } = request;
	const pull = findPull(state, parameters);
	if (pull === void 0) return NOT_FOUND;
	const { items, headers } = pageOf(request, pull.commits.slice(0, 250));
	return {
		status: 200,
		body: items.map((commit) => commitJson(state, commit)),
		headers
	};
}
function findPull(state, parameters) {
	return state.pulls.find(({ number }) => number === Number(parameters["number"]));
}
function headLabel({ headRepo, headRef, author }) {
	return `${headRepo?.owner ?? author}:${headRef}`;
}
/** Every field that GitHub's description requires; addresses are under a host that does not exist. */
function pullJson(state, pull) {
	const closedAt = pull.state === "closed" ? CREATED_AT : null;
	return {
		...addressesOf(state, pull),
		id: 2e3 + pull.number,
		node_id: `PR_${pull.number}`,
		number: pull.number,
		state: pull.state,
		locked: pull.locked,
		draft: pull.draft,
		title: pull.title,
		body: pull.body,
		user: userJson(pull.author),
		labels: pull.labels.map((name) => labelJson(state, name)),
		...branchesOf(state, pull),
		assignee: null,
		milestone: null,
		auto_merge: null,
		author_association: "CONTRIBUTOR",
		merge_commit_sha: null,
		created_at: CREATED_AT,
		updated_at: CREATED_AT,
		closed_at: closedAt,
		merged_at: pull.merged ? CREATED_AT : null
	};
}
function branchesOf(state, pull) {
	const { headRepo, headRef, headSha, baseRef, baseSha } = pull;
	return {
		head: {
			label: headLabel(pull),
			ref: headRef,
			sha: headSha,
			user: userJson(headRepo?.owner ?? pull.author),
			repo: headRepo && repositoryJson(state, headRepo)
		},
		base: {
			label: `${state.owner}:${baseRef}`,
			ref: baseRef,
			sha: baseSha,
			user: userJson(state.owner),
			repo: repositoryJson(state, homeOf(state))
		}
	};
}
function addressesOf(state, { number, headSha }) {
	const url = `${apiAddress(state)}/pulls/${number}`;
	const issue = `${apiAddress(state)}/issues/${number}`;
	const web = `${webAddress(state)}/pull/${number}`;
	const addresses = {
		html: web,
		issue,
		comments: `${issue}/comments`,
		commits: `${url}/commits`,
		review_comment: `${url}/comments{/number}`,
		review_comments: `${url}/comments`,
		statuses: `${apiAddress(state)}/statuses/${headSha}`
	};
	const entries = Object.entries(addresses);
	return {
		...Object.fromEntries(entries.map(([name, address]) => [`${name}_url`, address])),
		url,
		diff_url: `${web}.diff`,
		patch_url: `${web}.patch`,
		_links: Object.fromEntries([...entries, ["self", url]].map(([name, href]) => [name, { href }]))
	};
}
// test/support/github/resources/fake-github-statuses.ts
/** In characters. */
const LONGEST_DESCRIPTION = 140;
/** In UTF-8 bytes, of a check's summary and of its text. */
const LONGEST_OUTPUT = 65535;
const MOST_ANNOTATIONS = 50;
function createStatus({ state, parameters, body, viewer }) {
	const status = {
		sha: parameters["sha"] ?? "",
		context: textOf(body["context"]) ?? "default",
		state: String(body["state"]),
		description: textOf(body["description"]),
		targetUrl: textOf(body["target_url"])
	};
	if ((status.description ?? "").length > LONGEST_DESCRIPTION) return invalid({
		resource: "Status",
		code: "custom",
		field: "description",
		message: `description is too long (maximum is ${LONGEST_DESCRIPTION} characters)`
	});
	const id = state.statuses.push(status);
	return {
		status: 201,
		body: statusJson(state, {
			...status,
			id,
			creator: viewer
		})
	};
}
/** One page of a commit's statuses, newest first. */
function listStatuses(request) {
	const { state, parameters } = request;
	const { items, headers } = pageOf(request, state.statuses.map((status, index) => Object.assign({}, status, {
		id: index + 1,
		creator: request.viewer
	})).filter(({ sha }) => sha === parameters["ref"]).toReversed());
	return {
		status: 200,
		body: items.map((status) => statusJson(state, status)),
		headers
	};
}
/** One page of a commit's check runs, newest first. */
function listChecks(request) {
	const { state, parameters, query } = request;
	const name = query.get("check_name");
	const all = state.checks.filter(({ headSha }) => headSha === parameters["ref"]).filter((check) => name === null || check.name === name).toReversed();
	const { items, headers } = pageOf(request, all);
	return {
		status: 200,
		body: {
			total_count: all.length,
			check_runs: items.map((check) => checkJson(state, check))
		},
		headers
	};
}
function createCheck({ state, body }) {
	const check = {
		id: 3001 + state.checks.length,
		name: String(body["name"]),
		headSha: String(body["head_sha"]),
		status: "queued",
		conclusion: null,
		title: null,
		summary: null,
		detailsUrl: null,
		annotations: []
	};
	return writeCheck(body, check, () => {
		state.checks.push(check);
		return {
			status: 201,
			body: checkJson(state, check)
		};
	});
}
/** Annotations are added to those of earlier requests. */
function updateCheck({ state, parameters, body }) {
	const check = state.checks.find(({ id }) => id === Number(parameters["id"]));
	if (check === void 0) return NOT_FOUND;
	return writeCheck(body, check, () => ({
		status: 200,
		body: checkJson(state, check)
	}));
}
/** https://docs.github.com/en/rest/checks/runs#create-a-check-run */
function writeCheck(body, check, answer) {
	const output = { ...body["output"] };
	const annotations = output.annotations ?? [];
	const field = [output.summary, output.text].findIndex(isTooLong);
	if (field !== -1) return refused(`Only ${LONGEST_OUTPUT} characters are allowed`, ["summary", "text"][field]);
	if (annotations.length > MOST_ANNOTATIONS) return refused(`No more than ${MOST_ANNOTATIONS} annotations are allowed`, "annotations");
	check.conclusion = textOf(body["conclusion"]) ?? check.conclusion;
	check.status = check.conclusion === null ? textOf(body["status"]) ?? check.status : "completed";
	check.detailsUrl = textOf(body["details_url"]) ?? check.detailsUrl;
	check.title = output.title ?? check.title;
	check.summary = output.summary ?? check.summary;
	check.annotations.push(...annotations);
	return answer();
}
function isTooLong(text) {
	return new TextEncoder().encode(text ?? "").length > LONGEST_OUTPUT;
}
function refused(message, field = "") {
	return invalid({
		resource: "CheckRun",
		code: "custom",
		field,
		message
	});
}
function textOf(value) {
	return typeof value === "string" ? value : null;
}
function statusJson(state, status) {
	return {
		id: status.id,
		node_id: `SC_${status.id}`,
		url: `${apiAddress(state)}/statuses/${status.sha}`,
		avatar_url: null,
		state: status.state,
		description: status.description,
		target_url: status.targetUrl,
		context: status.context,
		creator: userJson(status.creator),
		created_at: CREATED_AT,
		updated_at: CREATED_AT
	};
}
function checkJson(state, check) {
	const url = `${apiAddress(state)}/check-runs/${check.id}`;
	const web = `${webAddress(state)}/runs/${check.id}`;
	return {
		id: check.id,
		node_id: `CR_${check.id}`,
		name: check.name,
		head_sha: check.headSha,
		url,
		html_url: web,
		details_url: check.detailsUrl ?? web,
		status: check.status,
		conclusion: check.conclusion,
		started_at: CREATED_AT,
		completed_at: check.status === "completed" ? CREATED_AT : null,
		external_id: "",
		check_suite: { id: 1 },
		output: {
			title: check.title,
			summary: check.summary,
			text: null,
			annotations_count: check.annotations.length,
			annotations_url: `${url}/annotations`
		},
		app: null,
		pull_requests: []
	};
}
// test/support/github/fake-github-routes.ts
/** By `operationId` in GitHub's OpenAPI description: method, path below `/repos/OWNER/REPO`, answer. */
const ROUTES = {
	"issues/list-comments": [
		"GET",
		/^issues\/(?<number>\d+)\/comments$/,
		listComments
	],
	"issues/create-comment": [
		"POST",
		/^issues\/(?<number>\d+)\/comments$/,
		createComment
	],
	"issues/get-comment": [
		"GET",
		/^issues\/comments\/(?<id>\d+)$/,
		getComment
	],
	"issues/update-comment": [
		"PATCH",
		/^issues\/comments\/(?<id>\d+)$/,
		updateComment
	],
	"issues/delete-comment": [
		"DELETE",
		/^issues\/comments\/(?<id>\d+)$/,
		deleteComment
	],
	"reactions/create-for-issue-comment": [
		"POST",
		/^issues\/comments\/(?<id>\d+)\/reactions$/,
		createReaction
	],
	"issues/list-events": [
		"GET",
		/^issues\/(?<number>\d+)\/events$/,
		listEvents
	],
	"issues/list-for-repo": [
		"GET",
		/^issues$/,
		listIssues
	],
	"issues/create": [
		"POST",
		/^issues$/,
		createIssue
	],
	"issues/update": [
		"PATCH",
		/^issues\/(?<number>\d+)$/,
		updateIssue
	],
	"pulls/list": [
		"GET",
		/^pulls$/,
		listPulls
	],
	"pulls/get": [
		"GET",
		/^pulls\/(?<number>\d+)$/,
		getPull
	],
	"pulls/list-commits": [
		"GET",
		/^pulls\/(?<number>\d+)\/commits$/,
		listPullCommits
	],
	"repos/compare-commits": [
		"GET",
		/^compare\/(?<range>.+)$/,
		compare
	],
	"repos/get-content": [
		"GET",
		/^contents\/(?<path>.+)$/,
		getContent
	],
	"repos/get-collaborator-permission-level": [
		"GET",
		/^collaborators\/(?<login>[^/]+)\/permission$/,
		getPermission
	],
	"repos/create-commit-status": [
		"POST",
		/^statuses\/(?<sha>[^/]+)$/,
		createStatus
	],
	"repos/list-commit-statuses-for-ref": [
		"GET",
		/^commits\/(?<ref>[^/]+)\/statuses$/,
		listStatuses
	],
	"checks/list-for-ref": [
		"GET",
		/^commits\/(?<ref>[^/]+)\/check-runs$/,
		listChecks
	],
	"checks/create": [
		"POST",
		/^check-runs$/,
		createCheck
	],
	"checks/update": [
		"PATCH",
		/^check-runs\/(?<id>\d+)$/,
		updateCheck
	],
	"git/get-commit": [
		"GET",
		/^git\/commits\/(?<sha>[^/]+)$/,
		getGitCommit
	],
	"actions/list-workflow-runs": [
		"GET",
		/^actions\/workflows\/(?<workflow>[^/]+)\/runs$/,
		listRuns
	],
	"actions/get-workflow-run": [
		"GET",
		/^actions\/runs\/(?<id>\d+)$/,
		getRun
	],
	"actions/re-run-workflow-failed-jobs": [
		"POST",
		/^actions\/runs\/(?<id>\d+)\/rerun-failed-jobs$/,
		rerunFailedJobs
	],
	"actions/list-workflow-run-artifacts": [
		"GET",
		/^actions\/runs\/(?<id>\d+)\/artifacts$/,
		listArtifacts
	],
	"actions/download-artifact": [
		"GET",
		/^actions\/artifacts\/(?<id>\d+)\/zip$/,
		downloadArtifact
	]
};
[...Object.keys(ROUTES)];
/** The route of a request, or undefined when the fake has none; another repository's routes answer 404. */
function matchRoute(method, path, repository) {
	if (method === "POST" && path === "/graphql") return {
		operation: "graphql",
		parameters: {},
		answer: answerGraphql
	};
	const [, stored] = /^\/storage\/(\d+)$/.exec(path) ?? [];
	if (method === "GET" && stored !== void 0) return {
		operation: "storage",
		parameters: { id: stored },
		answer: serveArchive
	};
	const [, named, rest] = /^\/repos\/([^/]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
	for (const operation of Object.keys(ROUTES)) {
		const [wanted, pattern, handler] = ROUTES[operation];
		const match = wanted === method ? pattern.exec(rest ?? "") : null;
		if (match === null) continue;
		const answer = named === repository ? handler : () => NOT_FOUND;
		return {
			operation,
			parameters: { ...match.groups },
			answer
		};
	}
}
// test/support/github/fake-github.ts
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
		const found = route === void 0 ? ["no such route"] : problemsOf(route, request, checkRequest);
		problems.push(...found.map((problem) => `${request.method} ${request.path}: ${problem}`));
		if (route === void 0) return {
			status: 400,
			body: { message: "no such route" }
		};
		if (found.length > 0) return {
			status: 422,
			body: { message: found.join("; ") }
		};
		const viewer = viewerOf(state, route, request);
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
	const server = createServer({ keepAliveTimeout: 0 }, (message, response) => {
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
/** The storage belongs to somebody else, who must not see a token that is meant for GitHub. */
function problemsOf({ operation }, request, checkRequest) {
	if (operation !== "storage") return checkRequest(request);
	return "authorization" in request.headers ? ["the storage was sent a token"] : [];
}
function viewerOf(state, { operation }, request) {
	if (operation === "storage") return "";
	return state.tokens[(request.headers["authorization"] ?? "").replace(/^(token|bearer) /i, "")];
}
function routeRequest({ request, route, state, viewer }) {
	const { address, query, headers } = request;
	const accept = headers["accept"] ?? "";
	const body = request.body === "" ? {} : JSON.parse(request.body);
	return {
		state,
		viewer,
		address,
		accept,
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
	if (fault?.kind === "garble") return fault.garble(answer);
	return fault?.kind === "drop-answer" ? "drop" : answer;
}
// test/support/runner/runner-outputs.ts
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
// test/support/runner/runner.ts
/**
* Runs a bundled JavaScript action the way GitHub's runner does: a Node of its own, inputs and context in the
* environment, results in files. Of the runner's environment only what actions read is there.
* https://docs.github.com/en/actions/reference/workflows-and-actions/variables
*/
/** The secret that a runner lends to JavaScript actions; a program that they start must not see it. */
const RUNTIME_TOKEN = "runtime-token-of-the-job";
/** Runs a bundled action to its end. */
function runAction(run) {
	return runStep(run, (env) => runNode(run, env));
}
/** Makes the files and variables of a step, and reads what was written to them. */
async function runStep(run, start) {
	const files = await createRunnerFiles(run);
	return {
		...await start({
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
	const interrupt = () => child.kill(run.signal?.reason === "SIGKILL" ? "SIGKILL" : "SIGINT");
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
	const github = await startFakeGitHub({ state: { pulls: [pull({
		number: pullRequest.number,
		headSha: pullRequest.head
	})] } });
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
