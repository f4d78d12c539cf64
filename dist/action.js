import { i as __toESM, r as __require, t as __commonJSMin } from "./shared-rolldown-runtime.js";
import { a as inertHtmlName, l as visibleLine, n as codeSpan, o as inertName, s as shortLine, t as codeBlock, u as visibleText } from "./shared-inert-text.js";
import { o as setOutput, p as summary, r as getInput, v as require_undici, y as require_tunnel } from "./shared-core.js";
import { a as userErrorOf, c as throwIfInterrupted, i as noStore, o as Interruption, r as DEFAULT_CACHE_SIZE, s as interruption } from "./shared-progress.js";
import { t as UserError } from "./shared-user-error.js";
import { A as _isoDateTime, C as number, D as string, O as union, S as never, T as record, _ as array, a as resolveRevision, b as int, c as readKernelVersion, d as parseBudgetFile, g as _enum, h as ZodISODateTime, i as requireRepository, k as unknown, l as readPresets, n as isShallow, r as parentsOf, s as kernelTreeAt, t as isAncestor, v as boolean, w as object, x as literal, y as discriminatedUnion } from "./shared-commits.js";
import { i as formatLimit, n as formatBytes, o as parseSize, r as formatChange } from "./shared-units.js";
import { i as readPrebuiltKernels, t as MOST_JOBS } from "./shared-most-jobs.js";
import { n as WORKFLOW_FILE } from "./shared-starter-files.js";
import { A as missingParts, B as openCcache, D as judgedSizes, E as shareFailures, F as strayRemarks, H as openSandbox, I as withIdleNotes, L as FAILING_KINDS, M as acceptancesInCommits, N as joinRemarks, O as judge, P as readAcceptances, R as exitCodeOf, T as overallVerdict, V as SANDBOX_CHOICES, _ as walkFolder, a as planTargets, b as targetPackages, c as folderStore, d as unpackArchive, f as ArchiveDamage, g as check, j as renderText, k as noComparison, l as mayServe, m as openCheckout, n as checkPrebuilt, o as committedBudget, p as buildEnvironment, r as readBudgetFile, s as committedKernel, t as choosePrebuiltTarget, u as packFolder, w as failedReport, y as fragmentPaths, z as CCACHE_CHOICES } from "./shared-target.js";
import { $ as parseAcceptance, G as renderJson, H as LONGEST_TEXT, V as mostChanged, X as acceptanceLines, Y as ACCEPTANCE_KEY, a as configLines, c as fold, et as strayLines, h as isUnchanged, n as renderMarkdown, p as headlineOf, r as renderWithin, t as renderHeadline, v as VERDICT_KINDS, z as MOST_ROWS } from "./shared-markdown.js";
import { a as isAmongFiles, i as folderWithRepository, n as createRunnerGit, o as realPathOf, r as GitError, s as makeFolder } from "./shared-git.js";
import { i as renderParts, n as ownerLines, o as nameLine, s as signed } from "./shared-accounted-table.js";
import { i as groupBy } from "./shared-by-directory.js";
import { s as OWNER_KINDS } from "./shared-symbol-places.js";
import { u as METRIC_NAMES } from "./shared-limit-name.js";
import { c as sourcesOfEntry, g as workspaceIn, o as entryName, s as entryPrefixes, y as lockWorkspace } from "./shared-folder-entries.js";
import { t as _usingCtx } from "./shared-usingCtx.js";
import { u as isBelow } from "./shared-kernel-file.js";
import { t as bloatLine } from "./shared-bloat-o-meter2.js";
import { createHash, randomUUID } from "node:crypto";
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { EOL } from "os";
import { existsSync as existsSync$1, readFileSync as readFileSync$1 } from "fs";
import { crc32 } from "node:zlib";
import { Worker } from "node:worker_threads";
import { availableParallelism } from "node:os";
import { lstat, mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
// src/report/inert/inert-log.ts
/**
* Makes text inert in the log of a workflow run. Lines of stdout and of stderr are commands to the runner where they
* begin, after blanks, with `::name::`, and in an older notation where `##[name]` stands anywhere in them
* (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs).
*/
/** Begins a command of the older notation. */
const OLD_COMMAND = "##[";
/** The blanks and the first character of a line that may be a command. */
const COMMAND$1 = /^([^\S\n\r\u2028\u2029]*):(?=:)/gm;
/**
* Lines are kept. What cannot be seen becomes `\u{…}` first: the runner compares texts as a language does, which passes
* over such characters. Then both notations lose a character in the same way.
*/
function inertLog(text) {
	return visibleText(text).replaceAll(OLD_COMMAND, "##\\u{5b}").replaceAll(COMMAND$1, "$1\\u{3a}");
}
/** The data of a command, as the runner undoes it (actions/toolkit, packages/core/src/command.ts). */
function escapeData(text) {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
// src/action/progress.ts
/**
* Progress in the log of a workflow run: one group a step. Groups cannot interleave, so the lines of a step that begins
* while another one's group is open are held back until that ends. The build's output is a stranger's, so commands in
* it are switched off.
*/
function logProgress(write) {
	const waiting = /* @__PURE__ */ new Map();
	let shown;
	const showNext = () => {
		for (const [group, state] of waiting) {
			if (state === "running") continue;
			waiting.delete(group);
			group.open();
			group.close(state);
		}
		[shown] = waiting.keys();
		if (shown === void 0) return;
		waiting.delete(shown);
		shown.open();
	};
	return { begin: (title) => {
		const group = createGroup(title, write);
		waiting.set(group, "running");
		if (shown === void 0) showNext();
		return {
			line: group.line,
			end: (outcome) => {
				if (shown !== group) {
					waiting.set(group, outcome);
					return;
				}
				group.close(outcome);
				showNext();
			}
		};
	} };
}
function createGroup(written, write) {
	const title = inertLog(written);
	const { stop, resume } = commandSwitch();
	const held = holdLines();
	let isOpen = false;
	return {
		open: () => {
			isOpen = true;
			write(`::group::${escapeData(title)}\n${stop}${held.take()}`);
		},
		line: (line) => {
			if (isOpen) write(`${inertLog(line)}\n`);
			else held.add(inertLog(line));
		},
		close: (outcome) => write(`${resume}::endgroup::\n${outcome === "failed" ? `${title}: failed\n` : ""}`)
	};
}
/** Characters of a step that are held back at least, and no more than twice as many: a build prints any amount. */
const HELD_CHARACTERS = 131072;
/** The last lines of those that are added. */
function holdLines() {
	let older = [];
	let newer = [];
	let size = 0;
	let dropped = 0;
	return {
		add: (line) => {
			if (size >= HELD_CHARACTERS) {
				dropped += older.length;
				[older, newer, size] = [
					newer,
					[],
					0
				];
			}
			newer.push(`${line}\n`);
			size += line.length + 1;
		},
		take: () => {
			const text = [...older, ...newer].join("");
			[older, newer] = [[], []];
			return dropped === 0 ? text : `(${dropped} earlier lines are left out)\n${text}`;
		}
	};
}
/** Lines with a token that what is between them cannot guess (docs.github.com, "Workflow commands", stop-commands). */
function commandSwitch() {
	const token = randomUUID();
	return {
		stop: `::stop-commands::${token}\n`,
		resume: `::${token}::\n`
	};
}
// src/action/runner/runner-log.ts
function openRunnerLog(process) {
	const write = takeOver(process.stdout, process);
	takeOver(process.stderr, process);
	const remark = (command) => (message, place) => write(`::${command}${place === void 0 ? "" : propertiesOf(place)}::${escapeData(inertLog(message))}\n`);
	return {
		info: (text) => write(`${inertLog(text)}\n`),
		notice: remark("notice"),
		warning: remark("warning"),
		error: remark("error"),
		progress: logProgress(write)
	};
}
/**
* Makes inert what anybody writes to a stream from now on, line by line: a command may come in pieces. Returns what
* writes to it as before.
*/
function takeOver(stream, process) {
	const write = stream.write.bind(stream);
	let begun = "";
	stream.write = (chunk, ...more) => {
		begun += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
		const end = begun.lastIndexOf("\n") + 1;
		if (end > 0) write(inertLog(begun.slice(0, end)));
		begun = begun.slice(end);
		const callback = more.at(-1);
		if (typeof callback === "function") callback();
		return true;
	};
	process.once("exit", () => void (begun !== "" && write(`${inertLog(begun)}\n`)));
	return write;
}
function propertiesOf({ title, file, line }) {
	return ` ${Object.entries({
		title,
		file,
		line: String(line)
	}).map(([name, value]) => `${name}=${escapeProperty(value)}`).join(",")}`;
}
function escapeProperty(value) {
	return escapeData(inertLog(value)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
// src/action/runner/sealed-environment.ts
/**
* Keeps the environment that the runner lends to an action out of `/proc/PID/environ`, where every process of the same
* user can read what a process was started with: the action starts itself anew in its place with what Node needs, and
* takes the rest from its stdin, a file that has no name. Not even that hides it from a debugger.
*/
/** Says that this is the second start. */
const MARK = "KERNEL_SIZE_BUDGET_ENVIRONMENT";
/** What Node and its libraries read as they start. */
const KEPT = /^(PATH|HOME|LANG|LC_\w+|TZ|LD_LIBRARY_PATH|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR)$/;
/** The one file beside stdout and stderr that `execve` hands on. */
const STDIN = 0;
/**
* At the first start this does not return where it can seal; at the second the variables are back. Returns why the
* environment stays readable where a Node that could seal it cannot.
*/
function sealEnvironment(process) {
	const isMarked = process.env[MARK] !== void 0;
	delete process.env[MARK];
	if (isMarked && isNameless(STDIN)) {
		unseal(process.env);
		return;
	}
	const secrets = Object.entries(process.env).filter(([name]) => !KEPT.test(name));
	if (process.execve === void 0 || secrets.length === 0) return void 0;
	return seal(process, Object.fromEntries(secrets));
}
function isNameless(file) {
	const found = fstatSync(file);
	return found.isFile() && found.nlink === 0;
}
/** setenv(3) puts them in memory of its own, and not where the kernel reads `environ`. */
function unseal(env) {
	const text = Buffer.alloc(fstatSync(STDIN).size);
	readSync(STDIN, text, 0, text.length, 0);
	clearStdin();
	Object.assign(env, JSON.parse(text.toString()));
}
function seal(process, secrets) {
	const { env, execPath, execArgv, argv } = process;
	const folder = env["RUNNER_TEMP"] ?? "";
	if (!isAbsolute(folder)) return "RUNNER_TEMP is not set";
	const kept = Object.fromEntries(Object.entries(env).filter(([name]) => KEPT.test(name)));
	try {
		writeStdin(folder, JSON.stringify(secrets));
		return process.execve(execPath, [
			execPath,
			...execArgv,
			...argv.slice(1)
		], {
			...kept,
			[MARK]: "stdin"
		});
	} catch (error) {
		clearStdin();
		return error.message;
	}
}
/** Nobody finds the text by a name, also where this process ends here. */
function writeStdin(folder, text) {
	const path = join(folder, `kernel-size-budget-${randomUUID()}`);
	closeSync(STDIN);
	const file = openSync(path, "wx+", 384);
	rmSync(path);
	if (file !== STDIN) throw new Error(`the file is open as ${file}; expected it as stdin`);
	writeFileSync(file, text);
}
/** What it holds is gone with it. */
function clearStdin() {
	try {
		closeSync(STDIN);
	} catch {}
	openSync("/dev/null", "r");
}
// node_modules/@actions/github/lib/context.js
var Context = class {
	/**
	* Hydrate the context from the environment
	*/
	constructor() {
		var _a, _b, _c;
		this.payload = {};
		if (process.env.GITHUB_EVENT_PATH) {
			if (existsSync$1(process.env.GITHUB_EVENT_PATH)) this.payload = JSON.parse(readFileSync$1(process.env.GITHUB_EVENT_PATH, { encoding: "utf8" }));
			else {
				const path = process.env.GITHUB_EVENT_PATH;
				process.stdout.write(`GITHUB_EVENT_PATH ${path} does not exist${EOL}`);
			}
		}
		this.eventName = process.env.GITHUB_EVENT_NAME;
		this.sha = process.env.GITHUB_SHA;
		this.ref = process.env.GITHUB_REF;
		this.workflow = process.env.GITHUB_WORKFLOW;
		this.action = process.env.GITHUB_ACTION;
		this.actor = process.env.GITHUB_ACTOR;
		this.job = process.env.GITHUB_JOB;
		this.runAttempt = parseInt(process.env.GITHUB_RUN_ATTEMPT, 10);
		this.runNumber = parseInt(process.env.GITHUB_RUN_NUMBER, 10);
		this.runId = parseInt(process.env.GITHUB_RUN_ID, 10);
		this.apiUrl = (_a = process.env.GITHUB_API_URL) !== null && _a !== void 0 ? _a : `https://api.github.com`;
		this.serverUrl = (_b = process.env.GITHUB_SERVER_URL) !== null && _b !== void 0 ? _b : `https://github.com`;
		this.graphqlUrl = (_c = process.env.GITHUB_GRAPHQL_URL) !== null && _c !== void 0 ? _c : `https://api.github.com/graphql`;
	}
	get issue() {
		const payload = this.payload;
		return Object.assign(Object.assign({}, this.repo), { number: (payload.issue || payload.pull_request || payload).number });
	}
	get repo() {
		if (process.env.GITHUB_REPOSITORY) {
			const [owner, repo] = process.env.GITHUB_REPOSITORY.split("/");
			return {
				owner,
				repo
			};
		}
		if (this.payload.repository) return {
			owner: this.payload.repository.owner.login,
			repo: this.payload.repository.name
		};
		throw new Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'");
	}
};
// node_modules/@actions/github/node_modules/@actions/http-client/lib/proxy.js
var require_proxy = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.getProxyUrl = getProxyUrl;
	exports.checkBypass = checkBypass;
	function getProxyUrl(reqUrl) {
		const usingSsl = reqUrl.protocol === "https:";
		if (checkBypass(reqUrl)) return;
		const proxyVar = (() => {
			if (usingSsl) return process.env["https_proxy"] || process.env["HTTPS_PROXY"];
			else return process.env["http_proxy"] || process.env["HTTP_PROXY"];
		})();
		if (proxyVar) try {
			return new DecodedURL(proxyVar);
		} catch (_a) {
			if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://")) return new DecodedURL(`http://${proxyVar}`);
		}
		else return;
	}
	function checkBypass(reqUrl) {
		if (!reqUrl.hostname) return false;
		const reqHost = reqUrl.hostname;
		if (isLoopbackAddress(reqHost)) return true;
		const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
		if (!noProxy) return false;
		let reqPort;
		if (reqUrl.port) reqPort = Number(reqUrl.port);
		else if (reqUrl.protocol === "http:") reqPort = 80;
		else if (reqUrl.protocol === "https:") reqPort = 443;
		const upperReqHosts = [reqUrl.hostname.toUpperCase()];
		if (typeof reqPort === "number") upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
		for (const upperNoProxyItem of noProxy.split(",").map((x) => x.trim().toUpperCase()).filter((x) => x)) if (upperNoProxyItem === "*" || upperReqHosts.some((x) => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) return true;
		return false;
	}
	function isLoopbackAddress(host) {
		const hostLower = host.toLowerCase();
		return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
	}
	var DecodedURL = class extends URL {
		constructor(url, base) {
			super(url, base);
			this._decodedUsername = decodeURIComponent(super.username);
			this._decodedPassword = decodeURIComponent(super.password);
		}
		get username() {
			return this._decodedUsername;
		}
		get password() {
			return this._decodedPassword;
		}
	};
}));
// node_modules/@actions/github/lib/internal/utils.js
var import_lib = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module, this$2) => {
	var __createBinding = this$2 && this$2.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __setModuleDefault = this$2 && this$2.__setModuleDefault || (Object.create ? (function(o, v) {
		Object.defineProperty(o, "default", {
			enumerable: true,
			value: v
		});
	}) : function(o, v) {
		o["default"] = v;
	});
	var __importStar = this$2 && this$2.__importStar || (function() {
		var ownKeys = function(o) {
			ownKeys = Object.getOwnPropertyNames || function(o) {
				var ar = [];
				for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
				return ar;
			};
			return ownKeys(o);
		};
		return function(mod) {
			if (mod && mod.__esModule) return mod;
			var result = {};
			if (mod != null) {
				for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
			}
			__setModuleDefault(result, mod);
			return result;
		};
	})();
	var __awaiter = this$2 && this$2.__awaiter || function(thisArg, _arguments, P, generator) {
		function adopt(value) {
			return value instanceof P ? value : new P(function(resolve) {
				resolve(value);
			});
		}
		return new (P || (P = Promise))(function(resolve, reject) {
			function fulfilled(value) {
				try {
					step(generator.next(value));
				} catch (e) {
					reject(e);
				}
			}
			function rejected(value) {
				try {
					step(generator["throw"](value));
				} catch (e) {
					reject(e);
				}
			}
			function step(result) {
				result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
			}
			step((generator = generator.apply(thisArg, _arguments || [])).next());
		});
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.HttpClient = exports.HttpClientResponse = exports.HttpClientError = exports.MediaTypes = exports.Headers = exports.HttpCodes = void 0;
	exports.getProxyUrl = getProxyUrl;
	exports.isHttps = isHttps;
	const http = __importStar(__require("http"));
	const https = __importStar(__require("https"));
	const pm = __importStar(require_proxy());
	const tunnel = __importStar(require_tunnel());
	const undici_1 = require_undici();
	var HttpCodes;
	(function(HttpCodes) {
		HttpCodes[HttpCodes["OK"] = 200] = "OK";
		HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
		HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
		HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
		HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
		HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
		HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
		HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
		HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
		HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
		HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
		HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
		HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
		HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
		HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
		HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
		HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
		HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
		HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
		HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
		HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
		HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
		HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
		HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
		HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
		HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
		HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
	})(HttpCodes || (exports.HttpCodes = HttpCodes = {}));
	var Headers;
	(function(Headers) {
		Headers["Accept"] = "accept";
		Headers["ContentType"] = "content-type";
	})(Headers || (exports.Headers = Headers = {}));
	var MediaTypes;
	(function(MediaTypes) {
		MediaTypes["ApplicationJson"] = "application/json";
	})(MediaTypes || (exports.MediaTypes = MediaTypes = {}));
	/**
	* Returns the proxy URL, depending upon the supplied url and proxy environment variables.
	* @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
	*/
	function getProxyUrl(serverUrl) {
		const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
		return proxyUrl ? proxyUrl.href : "";
	}
	const HttpRedirectCodes = [
		HttpCodes.MovedPermanently,
		HttpCodes.ResourceMoved,
		HttpCodes.SeeOther,
		HttpCodes.TemporaryRedirect,
		HttpCodes.PermanentRedirect
	];
	const HttpResponseRetryCodes = [
		HttpCodes.BadGateway,
		HttpCodes.ServiceUnavailable,
		HttpCodes.GatewayTimeout
	];
	const RetryableHttpVerbs = [
		"OPTIONS",
		"GET",
		"DELETE",
		"HEAD"
	];
	const ExponentialBackoffCeiling = 10;
	const ExponentialBackoffTimeSlice = 5;
	var HttpClientError = class HttpClientError extends Error {
		constructor(message, statusCode) {
			super(message);
			this.name = "HttpClientError";
			this.statusCode = statusCode;
			Object.setPrototypeOf(this, HttpClientError.prototype);
		}
	};
	exports.HttpClientError = HttpClientError;
	var HttpClientResponse = class {
		constructor(message) {
			this.message = message;
		}
		readBody() {
			return __awaiter(this, void 0, void 0, function* () {
				return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
					let output = Buffer.alloc(0);
					this.message.on("data", (chunk) => {
						output = Buffer.concat([output, chunk]);
					});
					this.message.on("end", () => {
						resolve(output.toString());
					});
				}));
			});
		}
		readBodyBuffer() {
			return __awaiter(this, void 0, void 0, function* () {
				return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
					const chunks = [];
					this.message.on("data", (chunk) => {
						chunks.push(chunk);
					});
					this.message.on("end", () => {
						resolve(Buffer.concat(chunks));
					});
				}));
			});
		}
	};
	exports.HttpClientResponse = HttpClientResponse;
	function isHttps(requestUrl) {
		return new URL(requestUrl).protocol === "https:";
	}
	var HttpClient = class {
		constructor(userAgent, handlers, requestOptions) {
			this._ignoreSslError = false;
			this._allowRedirects = true;
			this._allowRedirectDowngrade = false;
			this._maxRedirects = 50;
			this._allowRetries = false;
			this._maxRetries = 1;
			this._keepAlive = false;
			this._disposed = false;
			this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
			this.handlers = handlers || [];
			this.requestOptions = requestOptions;
			if (requestOptions) {
				if (requestOptions.ignoreSslError != null) this._ignoreSslError = requestOptions.ignoreSslError;
				this._socketTimeout = requestOptions.socketTimeout;
				if (requestOptions.allowRedirects != null) this._allowRedirects = requestOptions.allowRedirects;
				if (requestOptions.allowRedirectDowngrade != null) this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
				if (requestOptions.maxRedirects != null) this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
				if (requestOptions.keepAlive != null) this._keepAlive = requestOptions.keepAlive;
				if (requestOptions.allowRetries != null) this._allowRetries = requestOptions.allowRetries;
				if (requestOptions.maxRetries != null) this._maxRetries = requestOptions.maxRetries;
			}
		}
		options(requestUrl, additionalHeaders) {
			return __awaiter(this, void 0, void 0, function* () {
				return this.request("OPTIONS", requestUrl, null, additionalHeaders || {});
			});
		}
		get(requestUrl, additionalHeaders) {
			return __awaiter(this, void 0, void 0, function* () {
				return this.request("GET", requestUrl, null, additionalHeaders || {});
			});
		}
		del(requestUrl, additionalHeaders) {
			return __awaiter(this, void 0, void 0, function* () {
				return this.request("DELETE", requestUrl, null, additionalHeaders || {});
			});
		}
		post(requestUrl, data, additionalHeaders) {
			return __awaiter(this, void 0, void 0, function* () {
				return this.request("POST", requestUrl, data, additionalHeaders || {});
			});
		}
		patch(requestUrl, data, additionalHeaders) {
			return __awaiter(this, void 0, void 0, function* () {
				return this.request("PATCH", requestUrl, data, additionalHeaders || {});
			});
		}
		put(requestUrl, data, additionalHeaders) {
			return __awaiter(this, void 0, void 0, function* () {
				return this.request("PUT", requestUrl, data, additionalHeaders || {});
			});
		}
		head(requestUrl, additionalHeaders) {
			return __awaiter(this, void 0, void 0, function* () {
				return this.request("HEAD", requestUrl, null, additionalHeaders || {});
			});
		}
		sendStream(verb, requestUrl, stream, additionalHeaders) {
			return __awaiter(this, void 0, void 0, function* () {
				return this.request(verb, requestUrl, stream, additionalHeaders);
			});
		}
		/**
		* Gets a typed object from an endpoint
		* Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
		*/
		getJson(requestUrl_1) {
			return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
				additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
				const res = yield this.get(requestUrl, additionalHeaders);
				return this._processResponse(res, this.requestOptions);
			});
		}
		postJson(requestUrl_1, obj_1) {
			return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
				const data = JSON.stringify(obj, null, 2);
				additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
				additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
				const res = yield this.post(requestUrl, data, additionalHeaders);
				return this._processResponse(res, this.requestOptions);
			});
		}
		putJson(requestUrl_1, obj_1) {
			return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
				const data = JSON.stringify(obj, null, 2);
				additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
				additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
				const res = yield this.put(requestUrl, data, additionalHeaders);
				return this._processResponse(res, this.requestOptions);
			});
		}
		patchJson(requestUrl_1, obj_1) {
			return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
				const data = JSON.stringify(obj, null, 2);
				additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
				additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
				const res = yield this.patch(requestUrl, data, additionalHeaders);
				return this._processResponse(res, this.requestOptions);
			});
		}
		/**
		* Makes a raw http request.
		* All other methods such as get, post, patch, and request ultimately call this.
		* Prefer get, del, post and patch
		*/
		request(verb, requestUrl, data, headers) {
			return __awaiter(this, void 0, void 0, function* () {
				if (this._disposed) throw new Error("Client has already been disposed.");
				const parsedUrl = new URL(requestUrl);
				let info = this._prepareRequest(verb, parsedUrl, headers);
				const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1;
				let numTries = 0;
				let response;
				do {
					response = yield this.requestRaw(info, data);
					if (response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
						let authenticationHandler;
						for (const handler of this.handlers) if (handler.canHandleAuthentication(response)) {
							authenticationHandler = handler;
							break;
						}
						if (authenticationHandler) return authenticationHandler.handleAuthentication(this, info, data);
						else return response;
					}
					let redirectsRemaining = this._maxRedirects;
					while (response.message.statusCode && HttpRedirectCodes.includes(response.message.statusCode) && this._allowRedirects && redirectsRemaining > 0) {
						const redirectUrl = response.message.headers["location"];
						if (!redirectUrl) break;
						const parsedRedirectUrl = new URL(redirectUrl);
						if (parsedUrl.protocol === "https:" && parsedUrl.protocol !== parsedRedirectUrl.protocol && !this._allowRedirectDowngrade) throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.");
						yield response.readBody();
						if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
							for (const header in headers) if (header.toLowerCase() === "authorization") delete headers[header];
						}
						info = this._prepareRequest(verb, parsedRedirectUrl, headers);
						response = yield this.requestRaw(info, data);
						redirectsRemaining--;
					}
					if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode)) return response;
					numTries += 1;
					if (numTries < maxTries) {
						yield response.readBody();
						yield this._performExponentialBackoff(numTries);
					}
				} while (numTries < maxTries);
				return response;
			});
		}
		/**
		* Needs to be called if keepAlive is set to true in request options.
		*/
		dispose() {
			if (this._agent) this._agent.destroy();
			this._disposed = true;
		}
		/**
		* Raw request.
		* @param info
		* @param data
		*/
		requestRaw(info, data) {
			return __awaiter(this, void 0, void 0, function* () {
				return new Promise((resolve, reject) => {
					function callbackForResult(err, res) {
						if (err) reject(err);
						else if (!res) reject(/* @__PURE__ */ new Error("Unknown error"));
						else resolve(res);
					}
					this.requestRawWithCallback(info, data, callbackForResult);
				});
			});
		}
		/**
		* Raw request with callback.
		* @param info
		* @param data
		* @param onResult
		*/
		requestRawWithCallback(info, data, onResult) {
			if (typeof data === "string") {
				if (!info.options.headers) info.options.headers = {};
				info.options.headers["Content-Length"] = Buffer.byteLength(data, "utf8");
			}
			let callbackCalled = false;
			function handleResult(err, res) {
				if (!callbackCalled) {
					callbackCalled = true;
					onResult(err, res);
				}
			}
			const req = info.httpModule.request(info.options, (msg) => {
				handleResult(void 0, new HttpClientResponse(msg));
			});
			let socket;
			req.on("socket", (sock) => {
				socket = sock;
			});
			req.setTimeout(this._socketTimeout || 18e4, () => {
				if (socket) socket.end();
				handleResult(/* @__PURE__ */ new Error(`Request timeout: ${info.options.path}`));
			});
			req.on("error", function(err) {
				handleResult(err);
			});
			if (data && typeof data === "string") req.write(data, "utf8");
			if (data && typeof data !== "string") {
				data.on("close", function() {
					req.end();
				});
				data.pipe(req);
			} else req.end();
		}
		/**
		* Gets an http agent. This function is useful when you need an http agent that handles
		* routing through a proxy server - depending upon the url and proxy environment variables.
		* @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
		*/
		getAgent(serverUrl) {
			const parsedUrl = new URL(serverUrl);
			return this._getAgent(parsedUrl);
		}
		getAgentDispatcher(serverUrl) {
			const parsedUrl = new URL(serverUrl);
			const proxyUrl = pm.getProxyUrl(parsedUrl);
			if (!(proxyUrl && proxyUrl.hostname)) return;
			return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
		}
		_prepareRequest(method, requestUrl, headers) {
			const info = {};
			info.parsedUrl = requestUrl;
			const usingSsl = info.parsedUrl.protocol === "https:";
			info.httpModule = usingSsl ? https : http;
			const defaultPort = usingSsl ? 443 : 80;
			info.options = {};
			info.options.host = info.parsedUrl.hostname;
			info.options.port = info.parsedUrl.port ? parseInt(info.parsedUrl.port) : defaultPort;
			info.options.path = (info.parsedUrl.pathname || "") + (info.parsedUrl.search || "");
			info.options.method = method;
			info.options.headers = this._mergeHeaders(headers);
			if (this.userAgent != null) info.options.headers["user-agent"] = this.userAgent;
			info.options.agent = this._getAgent(info.parsedUrl);
			if (this.handlers) for (const handler of this.handlers) handler.prepareRequest(info.options);
			return info;
		}
		_mergeHeaders(headers) {
			if (this.requestOptions && this.requestOptions.headers) return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
			return lowercaseKeys(headers || {});
		}
		/**
		* Gets an existing header value or returns a default.
		* Handles converting number header values to strings since HTTP headers must be strings.
		* Note: This returns string | string[] since some headers can have multiple values.
		* For headers that must always be a single string (like Content-Type), use the
		* specialized _getExistingOrDefaultContentTypeHeader method instead.
		*/
		_getExistingOrDefaultHeader(additionalHeaders, header, _default) {
			let clientHeader;
			if (this.requestOptions && this.requestOptions.headers) {
				const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
				if (headerValue) clientHeader = typeof headerValue === "number" ? headerValue.toString() : headerValue;
			}
			const additionalValue = additionalHeaders[header];
			if (additionalValue !== void 0) return typeof additionalValue === "number" ? additionalValue.toString() : additionalValue;
			if (clientHeader !== void 0) return clientHeader;
			return _default;
		}
		/**
		* Specialized version of _getExistingOrDefaultHeader for Content-Type header.
		* Always returns a single string (not an array) since Content-Type should be a single value.
		* Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
		* This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
		* that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
		*/
		_getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
			let clientHeader;
			if (this.requestOptions && this.requestOptions.headers) {
				const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
				if (headerValue) {
					if (typeof headerValue === "number") clientHeader = String(headerValue);
					else if (Array.isArray(headerValue)) clientHeader = headerValue.join(", ");
					else clientHeader = headerValue;
				}
			}
			const additionalValue = additionalHeaders[Headers.ContentType];
			if (additionalValue !== void 0) {
				if (typeof additionalValue === "number") return String(additionalValue);
				else if (Array.isArray(additionalValue)) return additionalValue.join(", ");
				else return additionalValue;
			}
			if (clientHeader !== void 0) return clientHeader;
			return _default;
		}
		_getAgent(parsedUrl) {
			let agent;
			const proxyUrl = pm.getProxyUrl(parsedUrl);
			const useProxy = proxyUrl && proxyUrl.hostname;
			if (this._keepAlive && useProxy) agent = this._proxyAgent;
			if (!useProxy) agent = this._agent;
			if (agent) return agent;
			const usingSsl = parsedUrl.protocol === "https:";
			let maxSockets = 100;
			if (this.requestOptions) maxSockets = this.requestOptions.maxSockets || http.globalAgent.maxSockets;
			if (proxyUrl && proxyUrl.hostname) {
				const agentOptions = {
					maxSockets,
					keepAlive: this._keepAlive,
					proxy: Object.assign(Object.assign({}, (proxyUrl.username || proxyUrl.password) && { proxyAuth: `${proxyUrl.username}:${proxyUrl.password}` }), {
						host: proxyUrl.hostname,
						port: proxyUrl.port
					})
				};
				let tunnelAgent;
				const overHttps = proxyUrl.protocol === "https:";
				if (usingSsl) tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
				else tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
				agent = tunnelAgent(agentOptions);
				this._proxyAgent = agent;
			}
			if (!agent) {
				const options = {
					keepAlive: this._keepAlive,
					maxSockets
				};
				agent = usingSsl ? new https.Agent(options) : new http.Agent(options);
				this._agent = agent;
			}
			if (usingSsl && this._ignoreSslError) agent.options = Object.assign(agent.options || {}, { rejectUnauthorized: false });
			return agent;
		}
		_getProxyAgentDispatcher(parsedUrl, proxyUrl) {
			let proxyAgent;
			if (this._keepAlive) proxyAgent = this._proxyAgentDispatcher;
			if (proxyAgent) return proxyAgent;
			const usingSsl = parsedUrl.protocol === "https:";
			proxyAgent = new undici_1.ProxyAgent(Object.assign({
				uri: proxyUrl.href,
				pipelining: !this._keepAlive ? 0 : 1
			}, (proxyUrl.username || proxyUrl.password) && { token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString("base64")}` }));
			this._proxyAgentDispatcher = proxyAgent;
			if (usingSsl && this._ignoreSslError) proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, { rejectUnauthorized: false });
			return proxyAgent;
		}
		_getUserAgentWithOrchestrationId(userAgent) {
			const baseUserAgent = userAgent || "actions/http-client";
			const orchId = process.env["ACTIONS_ORCHESTRATION_ID"];
			if (orchId) return `${baseUserAgent} actions_orchestration_id/${orchId.replace(/[^a-z0-9_.-]/gi, "_")}`;
			return baseUserAgent;
		}
		_performExponentialBackoff(retryNumber) {
			return __awaiter(this, void 0, void 0, function* () {
				retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
				const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
				return new Promise((resolve) => setTimeout(() => resolve(), ms));
			});
		}
		_processResponse(res, options) {
			return __awaiter(this, void 0, void 0, function* () {
				return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
					const statusCode = res.message.statusCode || 0;
					const response = {
						statusCode,
						result: null,
						headers: {}
					};
					if (statusCode === HttpCodes.NotFound) resolve(response);
					function dateTimeDeserializer(key, value) {
						if (typeof value === "string") {
							const a = new Date(value);
							if (!isNaN(a.valueOf())) return a;
						}
						return value;
					}
					let obj;
					let contents;
					try {
						contents = yield res.readBody();
						if (contents && contents.length > 0) {
							if (options && options.deserializeDates) obj = JSON.parse(contents, dateTimeDeserializer);
							else obj = JSON.parse(contents);
							response.result = obj;
						}
						response.headers = res.message.headers;
					} catch (err) {}
					if (statusCode > 299) {
						let msg;
						if (obj && obj.message) msg = obj.message;
						else if (contents && contents.length > 0) msg = contents;
						else msg = `Failed request: (${statusCode})`;
						const err = new HttpClientError(msg, statusCode);
						err.result = response.result;
						reject(err);
					} else resolve(response);
				}));
			});
		}
	};
	exports.HttpClient = HttpClient;
	const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => (c[k.toLowerCase()] = obj[k], c), {});
})))(), 1);
var import_undici = require_undici();
var __awaiter = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
function getAuthString(token, options) {
	if (!token && !options.auth) throw new Error("Parameter token or opts.auth is required");
	else if (token && options.auth) throw new Error("Parameters token and opts.auth may not both be specified");
	return typeof options.auth === "string" ? options.auth : `token ${token}`;
}
function getProxyAgent(destinationUrl) {
	return new import_lib.HttpClient().getAgent(destinationUrl);
}
function getProxyAgentDispatcher(destinationUrl) {
	return new import_lib.HttpClient().getAgentDispatcher(destinationUrl);
}
function getProxyFetch(destinationUrl) {
	const httpDispatcher = getProxyAgentDispatcher(destinationUrl);
	const proxyFetch = (url, opts) => __awaiter(this, void 0, void 0, function* () {
		return (0, import_undici.fetch)(url, Object.assign(Object.assign({}, opts), { dispatcher: httpDispatcher }));
	});
	return proxyFetch;
}
function getApiBaseUrl() {
	return process.env["GITHUB_API_URL"] || "https://api.github.com";
}
function getUserAgentWithOrchestrationId(baseUserAgent) {
	var _a;
	const orchId = (_a = process.env["ACTIONS_ORCHESTRATION_ID"]) === null || _a === void 0 ? void 0 : _a.trim();
	if (orchId) {
		const tag = `actions_orchestration_id/${orchId.replace(/[^a-z0-9_.-]/gi, "_")}`;
		if (baseUserAgent === null || baseUserAgent === void 0 ? void 0 : baseUserAgent.includes(tag)) return baseUserAgent;
		return `${baseUserAgent ? `${baseUserAgent} ` : ""}${tag}`;
	}
	return baseUserAgent;
}
// node_modules/universal-user-agent/index.js
function getUserAgent() {
	if (typeof navigator === "object" && "userAgent" in navigator) return navigator.userAgent;
	if (typeof process === "object" && process.version !== void 0) return `Node.js/${process.version.substr(1)} (${process.platform}; ${process.arch})`;
	return "<environment undetectable>";
}
// node_modules/before-after-hook/lib/register.js
function register(state, name, method, options) {
	if (typeof method !== "function") throw new Error("method for before hook must be a function");
	if (!options) options = {};
	if (Array.isArray(name)) return name.reverse().reduce((callback, name) => {
		return register.bind(null, state, name, callback, options);
	}, method)();
	return Promise.resolve().then(() => {
		if (!state.registry[name]) return method(options);
		return state.registry[name].reduce((method, registered) => {
			return registered.hook.bind(null, method, options);
		}, method)();
	});
}
// node_modules/before-after-hook/lib/add.js
function addHook(state, kind, name, hook) {
	const orig = hook;
	if (!state.registry[name]) state.registry[name] = [];
	if (kind === "before") hook = (method, options) => {
		return Promise.resolve().then(orig.bind(null, options)).then(method.bind(null, options));
	};
	if (kind === "after") hook = (method, options) => {
		let result;
		return Promise.resolve().then(method.bind(null, options)).then((result_) => {
			result = result_;
			return orig(result, options);
		}).then(() => {
			return result;
		});
	};
	if (kind === "error") hook = (method, options) => {
		return Promise.resolve().then(method.bind(null, options)).catch((error) => {
			return orig(error, options);
		});
	};
	state.registry[name].push({
		hook,
		orig
	});
}
// node_modules/before-after-hook/lib/remove.js
function removeHook(state, name, method) {
	if (!state.registry[name]) return;
	const index = state.registry[name].map((registered) => {
		return registered.orig;
	}).indexOf(method);
	if (index === -1) return;
	state.registry[name].splice(index, 1);
}
// node_modules/before-after-hook/index.js
const bind = Function.bind;
const bindable = bind.bind(bind);
function bindApi(hook, state, name) {
	const removeHookRef = bindable(removeHook, null).apply(null, name ? [state, name] : [state]);
	hook.api = { remove: removeHookRef };
	hook.remove = removeHookRef;
	[
		"before",
		"error",
		"after",
		"wrap"
	].forEach((kind) => {
		const args = name ? [
			state,
			kind,
			name
		] : [state, kind];
		hook[kind] = hook.api[kind] = bindable(addHook, null).apply(null, args);
	});
}
function Singular() {
	const singularHookName = Symbol("Singular");
	const singularHookState = { registry: {} };
	const singularHook = register.bind(null, singularHookState, singularHookName);
	bindApi(singularHook, singularHookState, singularHookName);
	return singularHook;
}
function Collection() {
	const state = { registry: {} };
	const hook = register.bind(null, state);
	bindApi(hook, state);
	return hook;
}
var before_after_hook_default = {
	Singular,
	Collection
};
// node_modules/@octokit/endpoint/dist-bundle/index.js
var DEFAULTS = {
	method: "GET",
	baseUrl: "https://api.github.com",
	headers: {
		accept: "application/vnd.github.v3+json",
		"user-agent": `octokit-endpoint.js/0.0.0-development ${getUserAgent()}`
	},
	mediaType: { format: "" }
};
function lowercaseKeys(object) {
	if (!object) return {};
	return Object.keys(object).reduce((newObj, key) => {
		newObj[key.toLowerCase()] = object[key];
		return newObj;
	}, {});
}
function isPlainObject$1(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
function mergeDeep(defaults, options) {
	const result = Object.assign({}, defaults);
	Object.keys(options).forEach((key) => {
		if (isPlainObject$1(options[key])) {
			if (!(key in defaults)) Object.assign(result, { [key]: options[key] });
			else result[key] = mergeDeep(defaults[key], options[key]);
		} else Object.assign(result, { [key]: options[key] });
	});
	return result;
}
function removeUndefinedProperties(obj) {
	for (const key in obj) if (obj[key] === void 0) delete obj[key];
	return obj;
}
function merge(defaults, route, options) {
	if (typeof route === "string") {
		let [method, url] = route.split(" ");
		options = Object.assign(url ? {
			method,
			url
		} : { url: method }, options);
	} else options = Object.assign({}, route);
	options.headers = lowercaseKeys(options.headers);
	removeUndefinedProperties(options);
	removeUndefinedProperties(options.headers);
	const mergedOptions = mergeDeep(defaults || {}, options);
	if (options.url === "/graphql") {
		if (defaults && defaults.mediaType.previews?.length) mergedOptions.mediaType.previews = defaults.mediaType.previews.filter((preview) => !mergedOptions.mediaType.previews.includes(preview)).concat(mergedOptions.mediaType.previews);
		mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map((preview) => preview.replace(/-preview/, ""));
	}
	return mergedOptions;
}
function addQueryParameters(url, parameters) {
	const separator = /\?/.test(url) ? "&" : "?";
	const names = Object.keys(parameters);
	if (names.length === 0) return url;
	return url + separator + names.map((name) => {
		if (name === "q") return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
		return `${name}=${encodeURIComponent(parameters[name])}`;
	}).join("&");
}
var urlVariableRegex = /\{[^{}}]+\}/g;
function removeNonChars(variableName) {
	return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
	const matches = url.match(urlVariableRegex);
	if (!matches) return [];
	return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}
function omit(object, keysToOmit) {
	const result = { __proto__: null };
	for (const key of Object.keys(object)) if (keysToOmit.indexOf(key) === -1) result[key] = object[key];
	return result;
}
function encodeReserved(str) {
	return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
		if (!/%[0-9A-Fa-f]/.test(part)) part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]");
		return part;
	}).join("");
}
function encodeUnreserved(str) {
	return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
		return "%" + c.charCodeAt(0).toString(16).toUpperCase();
	});
}
function encodeValue(operator, value, key) {
	value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
	if (key) return encodeUnreserved(key) + "=" + value;
	else return value;
}
function isDefined(value) {
	return value !== void 0 && value !== null;
}
function isKeyOperator(operator) {
	return operator === ";" || operator === "&" || operator === "?";
}
function getValues(context, operator, key, modifier) {
	var value = context[key], result = [];
	if (isDefined(value) && value !== "") {
		if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
			value = value.toString();
			if (modifier && modifier !== "*") value = value.substring(0, parseInt(modifier, 10));
			result.push(encodeValue(operator, value, isKeyOperator(operator) ? key : ""));
		} else if (modifier === "*") {
			if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
				result.push(encodeValue(operator, value2, isKeyOperator(operator) ? key : ""));
			});
			else Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) result.push(encodeValue(operator, value[k], k));
			});
		} else {
			const tmp = [];
			if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
				tmp.push(encodeValue(operator, value2));
			});
			else Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) {
					tmp.push(encodeUnreserved(k));
					tmp.push(encodeValue(operator, value[k].toString()));
				}
			});
			if (isKeyOperator(operator)) result.push(encodeUnreserved(key) + "=" + tmp.join(","));
			else if (tmp.length !== 0) result.push(tmp.join(","));
		}
	} else if (operator === ";") {
		if (isDefined(value)) result.push(encodeUnreserved(key));
	} else if (value === "" && (operator === "&" || operator === "?")) result.push(encodeUnreserved(key) + "=");
	else if (value === "") result.push("");
	return result;
}
function parseUrl(template) {
	return { expand: expand.bind(null, template) };
}
function expand(template, context) {
	var operators = [
		"+",
		"#",
		".",
		"/",
		";",
		"?",
		"&"
	];
	template = template.replace(/\{([^\{\}]+)\}|([^\{\}]+)/g, function(_, expression, literal) {
		if (expression) {
			let operator = "";
			const values = [];
			if (operators.indexOf(expression.charAt(0)) !== -1) {
				operator = expression.charAt(0);
				expression = expression.substr(1);
			}
			expression.split(/,/g).forEach(function(variable) {
				var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
				values.push(getValues(context, operator, tmp[1], tmp[2] || tmp[3]));
			});
			if (operator && operator !== "+") {
				var separator = ",";
				if (operator === "?") separator = "&";
				else if (operator !== "#") separator = operator;
				return (values.length !== 0 ? operator : "") + values.join(separator);
			} else return values.join(",");
		} else return encodeReserved(literal);
	});
	if (template === "/") return template;
	else return template.replace(/\/$/, "");
}
function parse$2(options) {
	let method = options.method.toUpperCase();
	let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
	let headers = Object.assign({}, options.headers);
	let body;
	let parameters = omit(options, [
		"method",
		"baseUrl",
		"url",
		"headers",
		"request",
		"mediaType"
	]);
	const urlVariableNames = extractUrlVariableNames(url);
	url = parseUrl(url).expand(parameters);
	if (!/^http/.test(url)) url = options.baseUrl + url;
	const remainingParameters = omit(parameters, Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl"));
	if (!/application\/octet-stream/i.test(headers.accept)) {
		if (options.mediaType.format) headers.accept = headers.accept.split(/,/).map((format) => format.replace(/application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/, `application/vnd$1$2.${options.mediaType.format}`)).join(",");
		if (url.endsWith("/graphql")) {
			if (options.mediaType.previews?.length) headers.accept = (headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || []).concat(options.mediaType.previews).map((preview) => {
				return `application/vnd.github.${preview}-preview${options.mediaType.format ? `.${options.mediaType.format}` : "+json"}`;
			}).join(",");
		}
	}
	if (["GET", "HEAD"].includes(method)) url = addQueryParameters(url, remainingParameters);
	else if ("data" in remainingParameters) body = remainingParameters.data;
	else if (Object.keys(remainingParameters).length) body = remainingParameters;
	if (!headers["content-type"] && typeof body !== "undefined") headers["content-type"] = "application/json; charset=utf-8";
	if (["PATCH", "PUT"].includes(method) && typeof body === "undefined") body = "";
	return Object.assign({
		method,
		url,
		headers
	}, typeof body !== "undefined" ? { body } : null, options.request ? { request: options.request } : null);
}
function endpointWithDefaults(defaults, route, options) {
	return parse$2(merge(defaults, route, options));
}
function withDefaults$2(oldDefaults, newDefaults) {
	const DEFAULTS2 = merge(oldDefaults, newDefaults);
	const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
	return Object.assign(endpoint2, {
		DEFAULTS: DEFAULTS2,
		defaults: withDefaults$2.bind(null, DEFAULTS2),
		merge: merge.bind(null, DEFAULTS2),
		parse: parse$2
	});
}
var endpoint = withDefaults$2(null, DEFAULTS);
// node_modules/content-type/dist/index.js
/*!
* content-type
* Copyright(c) 2015 Douglas Christopher Wilson
* MIT Licensed
*/
const SP = 32;
const HTAB = 9;
const SEMI = 59;
const EQ = 61;
const DQUOTE = 34;
const BSLASH = 92;
const COMMA = 44;
const LOWER_CASE = 1;
const OWS = 2;
const SEMI_FLAG = 4;
const COMMA_FLAG = 8;
const TOKEN_FLAG = 16;
const NON_ASCII = 65280;
const CASE_FLAGS = 65281;
/**
* Character flags used to normalize HTTP field values while scanning.
* Out-of-range reads intentionally coerce to zero in bitwise expressions.
*/
const CHAR_MAP = /* @__PURE__ */ new Uint8Array(256);
CHAR_MAP[HTAB] |= OWS;
CHAR_MAP[SP] |= OWS;
CHAR_MAP[SEMI] |= SEMI_FLAG;
CHAR_MAP[COMMA] |= COMMA_FLAG;
for (let code = 128; code <= 255; code++) CHAR_MAP[code] |= LOWER_CASE;
for (const char of "!#$%&'*+-.^_`|~") CHAR_MAP[char.charCodeAt(0)] |= TOKEN_FLAG;
for (let code = 48; code <= 57; code++) CHAR_MAP[code] |= TOKEN_FLAG;
for (let code = 65; code <= 90; code++) CHAR_MAP[code] |= 17;
for (let code = 97; code <= 122; code++) CHAR_MAP[code] |= TOKEN_FLAG;
/**
* Null object perf optimization. Faster than `Object.create(null)` and `{ __proto__: null }`.
*/
const NullObject = /* @__PURE__ */ (() => {
	const C = function() {};
	C.prototype = Object.create(null);
	return C;
})();
/**
* Parse a `Content-Type` header.
*/
function parse$1(header, options) {
	const stopFlags = SEMI_FLAG | (options?.comma === true ? COMMA_FLAG : 0);
	const len = header.length;
	let valueStart = options?.start ?? 0;
	while ((CHAR_MAP[header.charCodeAt(valueStart)] & OWS) !== 0) valueStart++;
	let index = valueStart;
	let typeFlags = 0;
	let whitespace = -1;
	let stop = options?.parameters === false ? COMMA_FLAG : 0;
	while (index < len) {
		const code = header.charCodeAt(index);
		const flags = CHAR_MAP[code];
		if ((flags & stopFlags) !== 0) {
			stop |= flags & COMMA_FLAG;
			break;
		}
		if ((flags & OWS) !== 0) {
			if (whitespace === -1) whitespace = index;
		} else whitespace = -1;
		typeFlags |= code & NON_ASCII | flags;
		index++;
	}
	const valueEnd = whitespace === -1 ? index : whitespace;
	const value = header.slice(valueStart, valueEnd);
	const type = (typeFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
	if (index === len || stop !== 0) return {
		type,
		index,
		parameters: new NullObject()
	};
	return parseParameters(header, type, index, len, stopFlags);
}
/**
* Parses the parameters of a `Content-Type` header starting at the given index.
*/
function parseParameters(header, type, index, len, stopFlags) {
	const parameters = new NullObject();
	parameter: while (index < len) {
		index++;
		while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
		const keyStart = index;
		let keyFlags = 0;
		let keyWhitespace = -1;
		while (index < len) {
			const code = header.charCodeAt(index);
			const flags = CHAR_MAP[code];
			if ((flags & stopFlags) !== 0) {
				if ((flags & COMMA_FLAG) !== 0) break parameter;
				continue parameter;
			}
			if (code === EQ) {
				const keyEnd = keyWhitespace === -1 ? index : keyWhitespace;
				const value = header.slice(keyStart, keyEnd);
				const key = (keyFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
				index++;
				while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
				if (index < len && header.charCodeAt(index) === DQUOTE) {
					const quotedStart = ++index;
					let escaped = false;
					while (index < len) {
						const code = header.charCodeAt(index);
						if (code === DQUOTE) {
							if (parameters[key] === void 0) parameters[key] = escaped ? unescapeQuotedPairs(header, quotedStart, index) : header.slice(quotedStart, index);
							index++;
							let stop = 0;
							while (index < len) {
								const code = header.charCodeAt(index);
								const flags = CHAR_MAP[code];
								if ((flags & stopFlags) !== 0) {
									stop = flags & COMMA_FLAG;
									break;
								}
								index++;
							}
							if (stop !== 0) break parameter;
							continue parameter;
						}
						if (code === BSLASH && index + 1 < len) {
							escaped = true;
							index += 2;
							continue;
						}
						index++;
					}
					continue parameter;
				}
				const valueStart = index;
				let stop = 0;
				let valueWhitespace = -1;
				while (index < len) {
					const code = header.charCodeAt(index);
					const flags = CHAR_MAP[code];
					if ((flags & stopFlags) !== 0) {
						stop = flags & COMMA_FLAG;
						break;
					}
					if ((flags & OWS) !== 0) {
						if (valueWhitespace === -1) valueWhitespace = index;
					} else valueWhitespace = -1;
					index++;
				}
				if (parameters[key] === void 0) {
					const valueEnd = valueWhitespace === -1 ? index : valueWhitespace;
					parameters[key] = header.slice(valueStart, valueEnd);
				}
				if (stop !== 0) break parameter;
				continue parameter;
			}
			if ((flags & OWS) !== 0) {
				if (keyWhitespace === -1) keyWhitespace = index;
			} else keyWhitespace = -1;
			keyFlags |= code & NON_ASCII | flags;
			index++;
		}
	}
	return {
		type,
		index,
		parameters
	};
}
/**
* Remove backslashes from quoted pairs in a known-terminated quoted string body.
*/
function unescapeQuotedPairs(str, start, end) {
	let result = "";
	for (let index = start; index < end; index++) if (str.charCodeAt(index) === BSLASH) {
		result += str.slice(start, index);
		start = ++index;
	}
	return result + str.slice(start, end);
}
// node_modules/json-with-bigint/json-with-bigint.js
const intRegex = /^-?\d+$/;
const noiseValue = /^-?\d+n+$/;
const originalStringify = JSON.stringify;
const originalParse = JSON.parse;
const customFormat = /^-?\d+n$/;
const bigIntsStringify = /([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g;
const noiseStringify = /([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g;
/**
* @typedef {(this: any, key: string | number | undefined, value: any) => any} Replacer
* @typedef {(key: string | number | undefined, value: any, context?: { source: string }) => any} Reviver
*/
/**
* Checks if a value is unstringifiable according to native JSON.stringify rules.
*
* @param {any} val The value to check.
* @returns {boolean} True if the value is undefined, a function, or a symbol.
*/
const isUnstringifiable = (val) => val === void 0 || typeof val === "function" || typeof val === "symbol";
/**
* Checks if a value is a native JSON.rawJSON object (Node.js 22+).
*
* @param {any} val The value to check.
* @returns {boolean} True if the value is a RawJSON instance.
*/
const isRawJSON = (val) => val !== null && typeof val === "object" && val.constructor && val.constructor.name === "RawJSON";
/**
* Iteratively converts a JS value to a JSON string.
* Used as a fallback when the native JSON.stringify hits the Maximum Call Stack size.
* Fully compliant with JSON formatting (space), replacers, and toJSON behaviors.
*
* @param {any} rootValue The value to stringify.
* @param {Replacer | Array<string | number> | null} [replacer] User's custom replacer function.
* @param {string | number} [spaceParam] Indentation for pretty-printing.
* @returns {string | undefined} The generated JSON string.
*/
const stringifyIteratively = (rootValue, replacer, spaceParam) => {
	let space = "";
	if (typeof spaceParam === "number") space = " ".repeat(Math.min(10, Math.max(0, Math.floor(spaceParam))));
	else if (typeof spaceParam === "string") space = spaceParam.slice(0, 10);
	const isFunctionReplacer = typeof replacer === "function";
	const propertyList = Array.isArray(replacer) ? new Set(replacer.map(String)) : null;
	/**
	* Prepares a value for stringification by resolving toJSON, handling BigInts,
	* applying custom replacers, and unwrapping primitive objects.
	*
	* @param {object|Array} parent The parent object or array holding the value.
	* @param {string} key The key associated with the value.
	* @param {any} val The raw value to process.
	* @returns {any} The processed value ready for stringification.
	*/
	const prepareVal = (parent, key, val) => {
		if (val !== null && typeof val === "object" && typeof val.toJSON === "function") val = val.toJSON(key);
		if (typeof val === "string" && noiseValue.test(val)) return val + "n";
		if (typeof val === "bigint") {
			if ("rawJSON" in JSON) return JSON.rawJSON(val.toString());
			return val.toString() + "n";
		}
		if (isFunctionReplacer) val = replacer.call(parent, key, val);
		if (val !== null && typeof val === "object") {
			if (val instanceof Number || val instanceof String || val instanceof Boolean) val = val.valueOf();
		}
		return val;
	};
	const rootProcessed = prepareVal({ "": rootValue }, "", rootValue);
	if (isUnstringifiable(rootProcessed)) return;
	const isRootPrimitive = rootProcessed === null || typeof rootProcessed !== "object";
	const isRootNativeRawJSON = isRawJSON(rootProcessed);
	if (isRootPrimitive || isRootNativeRawJSON) return originalStringify(rootProcessed);
	const chunks = [];
	let level = 0;
	const stack = [{
		parent: { "": rootProcessed },
		key: "",
		val: rootProcessed,
		isArray: Array.isArray(rootProcessed),
		keys: Array.isArray(rootProcessed) ? null : Object.keys(rootProcessed),
		index: 0,
		first: true
	}];
	const visited = new WeakSet([rootProcessed]);
	while (stack.length > 0) {
		const node = stack[stack.length - 1];
		if (node.index === 0) {
			chunks.push(node.isArray ? "[" : "{");
			level++;
		}
		let isDone = false;
		if (node.isArray) {
			if (node.index < node.val.length) {
				if (!node.first) chunks.push(",");
				if (space) chunks.push("\n" + space.repeat(level));
				const childRaw = node.val[node.index];
				const childVal = prepareVal(node.val, String(node.index), childRaw);
				if (isUnstringifiable(childVal)) {
					chunks.push("null");
					node.first = false;
					node.index++;
				} else {
					const isComplexObject = childVal !== null && typeof childVal === "object";
					const isNativeRaw = isRawJSON(childVal);
					if (isComplexObject && !isNativeRaw) {
						if (visited.has(childVal)) throw new TypeError("Converting circular structure to JSON");
						visited.add(childVal);
						stack.push({
							parent: node.val,
							key: String(node.index),
							val: childVal,
							isArray: Array.isArray(childVal),
							keys: Array.isArray(childVal) ? null : Object.keys(childVal),
							index: 0,
							first: true
						});
						node.first = false;
						node.index++;
					} else {
						chunks.push(originalStringify(childVal));
						node.first = false;
						node.index++;
					}
				}
			} else isDone = true;
		} else {
			while (node.index < node.keys.length) {
				const k = node.keys[node.index++];
				if (propertyList && !propertyList.has(k)) continue;
				const childRaw = node.val[k];
				const childVal = prepareVal(node.val, k, childRaw);
				if (isUnstringifiable(childVal)) continue;
				if (!node.first) chunks.push(",");
				if (space) chunks.push("\n" + space.repeat(level) + originalStringify(k) + ": ");
				else chunks.push(originalStringify(k) + ":");
				const isComplexObject = childVal !== null && typeof childVal === "object";
				const isNativeRaw = isRawJSON(childVal);
				if (isComplexObject && !isNativeRaw) {
					if (visited.has(childVal)) throw new TypeError("Converting circular structure to JSON");
					visited.add(childVal);
					stack.push({
						parent: node.val,
						key: k,
						val: childVal,
						isArray: Array.isArray(childVal),
						keys: Array.isArray(childVal) ? null : Object.keys(childVal),
						index: 0,
						first: true
					});
					node.first = false;
					break;
				} else {
					chunks.push(originalStringify(childVal));
					node.first = false;
				}
			}
			if (node.index >= node.keys.length && stack[stack.length - 1] === node) isDone = true;
		}
		if (isDone) {
			level--;
			if (!node.first && space) chunks.push("\n" + space.repeat(level));
			chunks.push(node.isArray ? "]" : "}");
			visited.delete(node.val);
			stack.pop();
		}
	}
	return chunks.join("");
};
/**
* Converts a JavaScript value to a JSON string.
*
* Supports serialization of BigInt values using two strategies:
* 1. Custom format "123n" → "123" (universal fallback)
* 2. Native JSON.rawJSON() (Node.js 22+, fastest) when available
*
* All other values are serialized exactly like native JSON.stringify().
*
* @param {*} value The value to convert to a JSON string.
* @param {Replacer | Array<string | number> | null} [replacer]
* A function that alters the behavior of the stringification process,
* or an array of strings/numbers to indicate properties to exclude.
* @param {string | number} [space]
* A string or number to specify indentation or pretty-printing.
* @returns {string} The JSON string representation.
*/
const JSONStringify = (value, replacer, space) => {
	try {
		if ("rawJSON" in JSON) return originalStringify(value, (key, val) => {
			if (typeof val === "bigint") return JSON.rawJSON(val.toString());
			if (typeof replacer === "function") return replacer(key, val);
			if (Array.isArray(replacer) && replacer.includes(key)) return val;
			return val;
		}, space);
		if (!value) return originalStringify(value, replacer, space);
		return originalStringify(value, (key, val) => {
			if (typeof val === "string" && noiseValue.test(val)) return val.toString() + "n";
			if (typeof val === "bigint") return val.toString() + "n";
			if (typeof replacer === "function") return replacer(key, val);
			if (Array.isArray(replacer) && replacer.includes(key)) return val;
			return val;
		}, space).replace(bigIntsStringify, "$1$2$3").replace(noiseStringify, "$1$2$3");
	} catch (error) {
		if (error instanceof RangeError) {
			const convertedJSON = stringifyIteratively(value, replacer, space);
			if (convertedJSON === void 0) return void 0;
			if ("rawJSON" in JSON) return convertedJSON;
			return convertedJSON.replace(bigIntsStringify, "$1$2$3").replace(noiseStringify, "$1$2$3");
		}
		throw error;
	}
};
const featureCache = /* @__PURE__ */ new Map();
/**
* Detects if the current JSON.parse implementation supports the context.source feature.
*
* Uses toString() fingerprinting to cache results and automatically detect runtime
* replacements of JSON.parse (polyfills, mocks, etc.).
*
* @returns {boolean} true if context.source is supported, false otherwise.
*/
const isContextSourceSupported = () => {
	const parseFingerprint = JSON.parse.toString();
	if (featureCache.has(parseFingerprint)) return featureCache.get(parseFingerprint);
	try {
		const result = JSON.parse("1", (_, __, context) => !!context?.source && context.source === "1");
		featureCache.set(parseFingerprint, result);
		return result;
	} catch {
		featureCache.set(parseFingerprint, false);
		return false;
	}
};
/**
* Reviver function that converts custom-format BigInt strings back to BigInt values.
* Also handles "noise" strings that accidentally match the BigInt format.
*
* @param {string | number | undefined} key The object key.
* @param {*} value The value being parsed.
* @param {object} [context] Parse context (if supported by JSON.parse).
* @param {Reviver} [userReviver] User's custom reviver function.
* @returns {any} The transformed value.
*/
const convertMarkedBigIntsReviver = (key, value, context, userReviver) => {
	if (typeof value === "string" && customFormat.test(value)) return BigInt(value.slice(0, -1));
	if (typeof value === "string" && noiseValue.test(value)) return value.slice(0, -1);
	if (!(typeof userReviver === "function")) return value;
	return userReviver(key, value, context);
};
/**
* Fast JSON.parse implementation (~2x faster than classic fallback).
* Uses JSON.parse's context.source feature to detect integers and convert
* large numbers directly to BigInt without string manipulation.
*
* Does not support legacy custom format from v1 of this library.
*
* @param {string} text JSON string to parse.
* @param {Reviver} [reviver] Transform function to apply to each value.
* @returns {any} Parsed JavaScript value.
*/
const JSONParseV2 = (text, reviver) => {
	return JSON.parse(text, (key, value, context) => {
		const isBigNumber = typeof value === "number" && (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER);
		const isInt = context && intRegex.test(context.source);
		if (isBigNumber && isInt) return BigInt(context.source);
		if (!(typeof reviver === "function")) return value;
		return reviver(key, value, context);
	});
};
const MAX_INT = Number.MAX_SAFE_INTEGER.toString();
const MAX_DIGITS = MAX_INT.length;
const stringsOrLargeNumbers = /"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g;
const noiseValueWithQuotes = /^"-?\d+n+"$/;
/**
* Iteratively traverses the parsed object bottom-up (post-order),
* emulating the native JSON.parse reviver behavior.
* This avoids Call Stack overflows (RangeError) on deeply nested structures.
*
* @param {any} parsed The natively parsed JSON object.
* @param {Reviver} [userReviver] User's custom reviver function.
* @returns {any} The fully processed object.
*/
const applyReviverIteratively = (parsed, userReviver) => {
	const rootHolder = { "": parsed };
	const stack = [{
		parent: rootHolder,
		key: "",
		visited: false
	}];
	while (stack.length > 0) {
		const node = stack[stack.length - 1];
		if (!node.visited) {
			node.visited = true;
			const value = node.parent[node.key];
			if (value !== null && typeof value === "object") {
				const keys = Object.keys(value);
				for (let i = keys.length - 1; i >= 0; i--) stack.push({
					parent: value,
					key: keys[i],
					visited: false
				});
			}
		} else {
			const { parent, key } = node;
			let value = parent[key];
			if (typeof value === "string") {
				if (customFormat.test(value)) value = BigInt(value.slice(0, -1));
				else if (noiseValue.test(value)) value = value.slice(0, -1);
			}
			if (typeof userReviver === "function") value = userReviver.call(parent, key, value);
			if (value === void 0) delete parent[key];
			else parent[key] = value;
			stack.pop();
		}
	}
	return rootHolder[""];
};
/**
* Pre-processes the JSON string to mark large numbers with an 'n' suffix.
*
* @param {string} text The raw JSON string.
* @returns {string} The serialized string with marked BigInts.
*/
const serializeBigInts = (text) => {
	return text.replace(stringsOrLargeNumbers, (match, digits, fractional, exponential) => {
		const isString = match[0] === "\"";
		if (isString && noiseValueWithQuotes.test(match)) return match.substring(0, match.length - 1) + "n\"";
		const hasFractionalOrExponential = fractional || exponential;
		const isLessThanMaxSafeInt = digits && (digits.length < MAX_DIGITS || digits.length === MAX_DIGITS && digits <= MAX_INT);
		if (isString || hasFractionalOrExponential || isLessThanMaxSafeInt) return match;
		return "\"" + match + "n\"";
	});
};
/**
* Converts a JSON string into a JavaScript value.
*
* Supports parsing of large integers using two strategies:
* 1. Classic fallback: Marks large numbers with "123n" format, then converts to BigInt
* 2. Fast path (JSONParseV2): Uses context.source feature (~2x faster) when available
*
* All other JSON values are parsed exactly like native JSON.parse().
*
* @param {string} text A valid JSON string.
* @param {Reviver} [reviver]
* A function that transforms the results. This function is called for each member
* of the object. If a member contains nested objects, the nested objects are
* transformed before the parent object is.
* @returns {any} The parsed JavaScript value.
* @throws {SyntaxError} If text is not valid JSON.
*/
const JSONParse = (text, reviver) => {
	if (!text) return originalParse(text, reviver);
	try {
		if (isContextSourceSupported()) return JSONParseV2(text, reviver);
		const serializedData = serializeBigInts(text);
		return originalParse(serializedData, (key, value, context) => convertMarkedBigIntsReviver(key, value, context, reviver));
	} catch (error) {
		if (error instanceof RangeError) {
			const serializedData = serializeBigInts(text);
			const parsed = originalParse(serializedData);
			return applyReviverIteratively(parsed, reviver);
		}
		throw error;
	}
};
// node_modules/@octokit/request-error/dist-src/index.js
var RequestError = class extends Error {
	name;
	/**
	* http status code
	*/
	status;
	/**
	* Request options that lead to the error.
	*/
	request;
	/**
	* Response object if a response was received
	*/
	response;
	constructor(message, statusCode, options) {
		super(message, { cause: options.cause });
		this.name = "HttpError";
		this.status = Number.parseInt(statusCode);
		if (Number.isNaN(this.status)) this.status = 0;
		/* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
		if ("response" in options) this.response = options.response;
		const requestCopy = Object.assign({}, options.request);
		if (options.request.headers.authorization) requestCopy.headers = Object.assign({}, options.request.headers, { authorization: options.request.headers.authorization.replace(/(?<! ) .*$/, " [REDACTED]") });
		requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
		this.request = requestCopy;
	}
};
// node_modules/@octokit/request/dist-bundle/index.js
var defaults_default = { headers: { "user-agent": `octokit-request.js/10.0.16 ${getUserAgent()}` } };
function isPlainObject(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
var noop$2 = () => "";
async function fetchWrapper(requestOptions) {
	const fetch = requestOptions.request?.fetch || globalThis.fetch;
	if (!fetch) throw new Error("fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing");
	const log = requestOptions.request?.log || console;
	const parseSuccessResponseBody = requestOptions.request?.parseSuccessResponseBody !== false;
	const body = isPlainObject(requestOptions.body) || Array.isArray(requestOptions.body) ? JSONStringify(requestOptions.body) : requestOptions.body;
	const requestHeaders = Object.fromEntries(Object.entries(requestOptions.headers).map(([name, value]) => [name, String(value)]));
	let fetchResponse;
	try {
		fetchResponse = await fetch(requestOptions.url, {
			method: requestOptions.method,
			body,
			redirect: requestOptions.request?.redirect,
			headers: requestHeaders,
			signal: requestOptions.request?.signal,
			...requestOptions.body && { duplex: "half" }
		});
	} catch (error) {
		let message = "Unknown Error";
		if (error instanceof Error) {
			if (error.name === "AbortError") {
				error.status = 500;
				throw error;
			}
			message = error.message;
			if (error.name === "TypeError" && "cause" in error) {
				if (error.cause instanceof Error) message = error.cause.message;
				else if (typeof error.cause === "string") message = error.cause;
			}
		}
		const requestError = new RequestError(message, 500, { request: requestOptions });
		requestError.cause = error;
		throw requestError;
	}
	const status = fetchResponse.status;
	const url = fetchResponse.url;
	const responseHeaders = {};
	for (const [key, value] of fetchResponse.headers) responseHeaders[key] = value;
	const octokitResponse = {
		url,
		status,
		headers: responseHeaders,
		data: ""
	};
	if ("deprecation" in responseHeaders) {
		const matches = responseHeaders.link && responseHeaders.link.match(/<([^<>]+)>; rel="deprecation"/);
		const deprecationLink = matches && matches.pop();
		log.warn(`[@octokit/request] "${requestOptions.method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink ? `. See ${deprecationLink}` : ""}`);
	}
	if (status === 204 || status === 205) return octokitResponse;
	if (requestOptions.method === "HEAD") {
		if (status < 400) return octokitResponse;
		throw new RequestError(fetchResponse.statusText, status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status === 304) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError("Not modified", status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status >= 400) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError(toErrorMessage(octokitResponse.data), status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	octokitResponse.data = parseSuccessResponseBody ? await getResponseData(fetchResponse) : fetchResponse.body;
	return octokitResponse;
}
async function getResponseData(response) {
	const contentType = response.headers.get("content-type");
	if (!contentType) return response.text().catch(noop$2);
	const mimetype = parse$1(contentType);
	if (isJSONResponse(mimetype)) {
		let text = "";
		try {
			text = await response.text();
			return JSONParse(text);
		} catch (err) {
			return text;
		}
	} else if (mimetype.type.startsWith("text/") || mimetype.parameters.charset?.toLowerCase() === "utf-8" && mimetype.type !== "application/octet-stream") return response.text().catch(noop$2);
	else return response.arrayBuffer().catch(
		/* v8 ignore next -- @preserve */
		() => /* @__PURE__ */ new ArrayBuffer(0)
	);
}
function isJSONResponse(mimetype) {
	return mimetype.type === "application/json" || mimetype.type === "application/scim+json";
}
function toErrorMessage(data) {
	if (typeof data === "string") return data;
	if (data instanceof ArrayBuffer) return "Unknown error";
	if (typeof data === "object" && data !== null && "message" in data) {
		const objectData = data;
		const suffix = "documentation_url" in objectData ? ` - ${objectData.documentation_url}` : "";
		return Array.isArray(objectData.errors) ? `${objectData.message}: ${objectData.errors.map((v) => JSON.stringify(v)).join(", ")}${suffix}` : `${objectData.message}${suffix}`;
	}
	return `Unknown error: ${JSON.stringify(data)}`;
}
function withDefaults$1(oldEndpoint, newDefaults) {
	const endpoint2 = oldEndpoint.defaults(newDefaults);
	const newApi = function(route, parameters) {
		const endpointOptions = endpoint2.merge(route, parameters);
		if (!endpointOptions.request || !endpointOptions.request.hook) return fetchWrapper(endpoint2.parse(endpointOptions));
		const request2 = (route2, parameters2) => {
			return fetchWrapper(endpoint2.parse(endpoint2.merge(route2, parameters2)));
		};
		Object.assign(request2, {
			endpoint: endpoint2,
			defaults: withDefaults$1.bind(null, endpoint2)
		});
		return endpointOptions.request.hook(request2, endpointOptions);
	};
	return Object.assign(newApi, {
		endpoint: endpoint2,
		defaults: withDefaults$1.bind(null, endpoint2)
	});
}
var request = withDefaults$1(endpoint, defaults_default);
/* v8 ignore next -- @preserve */
/* v8 ignore else -- @preserve */
// node_modules/@octokit/graphql/dist-bundle/index.js
var VERSION$7 = "0.0.0-development";
function _buildMessageForResponseErrors(data) {
	return `Request failed due to following response errors:
` + data.errors.map((e) => ` - ${e.message}`).join("\n");
}
var GraphqlResponseError = class extends Error {
	constructor(request2, headers, response) {
		super(_buildMessageForResponseErrors(response));
		this.request = request2;
		this.headers = headers;
		this.response = response;
		this.errors = response.errors;
		this.data = response.data;
		if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
	}
	request;
	headers;
	response;
	name = "GraphqlResponseError";
	errors;
	data;
};
var NON_VARIABLE_OPTIONS = [
	"method",
	"baseUrl",
	"url",
	"headers",
	"request",
	"query",
	"mediaType",
	"operationName"
];
var FORBIDDEN_VARIABLE_OPTIONS = [
	"query",
	"method",
	"url"
];
var GHES_V3_SUFFIX_REGEX = /\/api\/v3\/?$/;
function graphql(request2, query, options) {
	if (options) {
		if (typeof query === "string" && "query" in options) return Promise.reject(/* @__PURE__ */ new Error(`[@octokit/graphql] "query" cannot be used as variable name`));
		for (const key in options) {
			if (!FORBIDDEN_VARIABLE_OPTIONS.includes(key)) continue;
			return Promise.reject(/* @__PURE__ */ new Error(`[@octokit/graphql] "${key}" cannot be used as variable name`));
		}
	}
	const parsedOptions = typeof query === "string" ? Object.assign({ query }, options) : query;
	const requestOptions = Object.keys(parsedOptions).reduce((result, key) => {
		if (NON_VARIABLE_OPTIONS.includes(key)) {
			result[key] = parsedOptions[key];
			return result;
		}
		if (!result.variables) result.variables = {};
		result.variables[key] = parsedOptions[key];
		return result;
	}, {});
	const baseUrl = parsedOptions.baseUrl || request2.endpoint.DEFAULTS.baseUrl;
	if (GHES_V3_SUFFIX_REGEX.test(baseUrl)) requestOptions.url = baseUrl.replace(GHES_V3_SUFFIX_REGEX, "/api/graphql");
	return request2(requestOptions).then((response) => {
		if (response.data.errors) {
			const headers = {};
			for (const key of Object.keys(response.headers)) headers[key] = response.headers[key];
			throw new GraphqlResponseError(requestOptions, headers, response.data);
		}
		return response.data.data;
	});
}
function withDefaults(request2, newDefaults) {
	const newRequest = request2.defaults(newDefaults);
	const newApi = (query, options) => {
		return graphql(newRequest, query, options);
	};
	return Object.assign(newApi, {
		defaults: withDefaults.bind(null, newRequest),
		endpoint: newRequest.endpoint
	});
}
withDefaults(request, {
	headers: { "user-agent": `octokit-graphql.js/${VERSION$7} ${getUserAgent()}` },
	method: "POST",
	url: "/graphql"
});
function withCustomRequest(customRequest) {
	return withDefaults(customRequest, {
		method: "POST",
		url: "/graphql"
	});
}
/* v8 ignore if -- @preserve */
// node_modules/@octokit/auth-token/dist-bundle/index.js
var b64url = "(?:[a-zA-Z0-9_-]+)";
var sep$1 = "\\.";
var jwtRE = new RegExp(`^${b64url}${sep$1}${b64url}${sep$1}${b64url}$`);
var isJWT = jwtRE.test.bind(jwtRE);
async function auth(token) {
	const isApp = isJWT(token);
	const isInstallation = token.startsWith("v1.") || token.startsWith("ghs_");
	const isUserToServer = token.startsWith("ghu_");
	return {
		type: "token",
		token,
		tokenType: isApp ? "app" : isInstallation ? "installation" : isUserToServer ? "user-to-server" : "oauth"
	};
}
function withAuthorizationPrefix(token) {
	if (token.split(/\./).length === 3) return `bearer ${token}`;
	return `token ${token}`;
}
async function hook(token, request, route, parameters) {
	const endpoint = request.endpoint.merge(route, parameters);
	endpoint.headers.authorization = withAuthorizationPrefix(token);
	return request(endpoint);
}
var createTokenAuth = function createTokenAuth2(token) {
	if (!token) throw new Error("[@octokit/auth-token] No token passed to createTokenAuth");
	if (typeof token !== "string") throw new Error("[@octokit/auth-token] Token passed to createTokenAuth is not a string");
	token = token.replace(/^(token|bearer) +/i, "");
	return Object.assign(auth.bind(null, token), { hook: hook.bind(null, token) });
};
// node_modules/@octokit/core/dist-src/version.js
const VERSION$6 = "7.0.8";
// node_modules/@octokit/core/dist-src/index.js
const noop$1 = () => {};
const consoleWarn = console.warn.bind(console);
const consoleError = console.error.bind(console);
function createLogger(logger = {}) {
	if (typeof logger.debug !== "function") logger.debug = noop$1;
	if (typeof logger.info !== "function") logger.info = noop$1;
	if (typeof logger.warn !== "function") logger.warn = consoleWarn;
	if (typeof logger.error !== "function") logger.error = consoleError;
	return logger;
}
const userAgentTrail = `octokit-core.js/${VERSION$6} ${getUserAgent()}`;
var Octokit$1 = class {
	static VERSION = VERSION$6;
	static defaults(defaults) {
		const OctokitWithDefaults = class extends this {
			constructor(...args) {
				const options = args[0] || {};
				if (typeof defaults === "function") {
					super(defaults(options));
					return;
				}
				super(Object.assign({}, defaults, options, options.userAgent && defaults.userAgent ? { userAgent: `${options.userAgent} ${defaults.userAgent}` } : null));
			}
		};
		return OctokitWithDefaults;
	}
	static plugins = [];
	/**
	* Attach a plugin (or many) to your Octokit instance.
	*
	* @example
	* const API = Octokit.plugin(plugin1, plugin2, plugin3, ...)
	*/
	static plugin(...newPlugins) {
		const currentPlugins = this.plugins;
		const NewOctokit = class extends this {
			static plugins = currentPlugins.concat(newPlugins.filter((plugin) => !currentPlugins.includes(plugin)));
		};
		return NewOctokit;
	}
	constructor(options = {}) {
		const hook = new before_after_hook_default.Collection();
		const requestDefaults = {
			baseUrl: request.endpoint.DEFAULTS.baseUrl,
			headers: {},
			request: Object.assign({}, options.request, { hook: hook.bind(null, "request") }),
			mediaType: {
				previews: [],
				format: ""
			}
		};
		requestDefaults.headers["user-agent"] = options.userAgent ? `${options.userAgent} ${userAgentTrail}` : userAgentTrail;
		if (options.baseUrl) requestDefaults.baseUrl = options.baseUrl;
		if (options.previews) requestDefaults.mediaType.previews = options.previews;
		if (options.timeZone) requestDefaults.headers["time-zone"] = options.timeZone;
		this.request = request.defaults(requestDefaults);
		this.graphql = withCustomRequest(this.request).defaults(requestDefaults);
		this.log = createLogger(options.log);
		this.hook = hook;
		if (!options.authStrategy) {
			if (!options.auth) this.auth = async () => ({ type: "unauthenticated" });
			else {
				const auth = createTokenAuth(options.auth);
				hook.wrap("request", auth.hook);
				this.auth = auth;
			}
		} else {
			const { authStrategy, ...otherOptions } = options;
			const auth = authStrategy(Object.assign({
				request: this.request,
				log: this.log,
				octokit: this,
				octokitOptions: otherOptions
			}, options.auth));
			hook.wrap("request", auth.hook);
			this.auth = auth;
		}
		const classConstructor = this.constructor;
		for (let i = 0; i < classConstructor.plugins.length; ++i) Object.assign(this, classConstructor.plugins[i](this, options));
	}
	request;
	graphql;
	log;
	hook;
	auth;
};
// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/version.js
const VERSION$5 = "17.0.0";
// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/generated/endpoints.js
var endpoints_default = {
	actions: {
		addCustomLabelsToSelfHostedRunnerForOrg: ["POST /orgs/{org}/actions/runners/{runner_id}/labels"],
		addCustomLabelsToSelfHostedRunnerForRepo: ["POST /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"],
		addRepoAccessToSelfHostedRunnerGroupInOrg: ["PUT /orgs/{org}/actions/runner-groups/{runner_group_id}/repositories/{repository_id}"],
		addSelectedRepoToOrgSecret: ["PUT /orgs/{org}/actions/secrets/{secret_name}/repositories/{repository_id}"],
		addSelectedRepoToOrgVariable: ["PUT /orgs/{org}/actions/variables/{name}/repositories/{repository_id}"],
		approveWorkflowRun: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/approve"],
		cancelWorkflowRun: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel"],
		createEnvironmentVariable: ["POST /repos/{owner}/{repo}/environments/{environment_name}/variables"],
		createHostedRunnerForOrg: ["POST /orgs/{org}/actions/hosted-runners"],
		createOrUpdateEnvironmentSecret: ["PUT /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"],
		createOrUpdateOrgSecret: ["PUT /orgs/{org}/actions/secrets/{secret_name}"],
		createOrUpdateRepoSecret: ["PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}"],
		createOrgVariable: ["POST /orgs/{org}/actions/variables"],
		createRegistrationTokenForOrg: ["POST /orgs/{org}/actions/runners/registration-token"],
		createRegistrationTokenForRepo: ["POST /repos/{owner}/{repo}/actions/runners/registration-token"],
		createRemoveTokenForOrg: ["POST /orgs/{org}/actions/runners/remove-token"],
		createRemoveTokenForRepo: ["POST /repos/{owner}/{repo}/actions/runners/remove-token"],
		createRepoVariable: ["POST /repos/{owner}/{repo}/actions/variables"],
		createWorkflowDispatch: ["POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches"],
		deleteActionsCacheById: ["DELETE /repos/{owner}/{repo}/actions/caches/{cache_id}"],
		deleteActionsCacheByKey: ["DELETE /repos/{owner}/{repo}/actions/caches{?key,ref}"],
		deleteArtifact: ["DELETE /repos/{owner}/{repo}/actions/artifacts/{artifact_id}"],
		deleteCustomImageFromOrg: ["DELETE /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}"],
		deleteCustomImageVersionFromOrg: ["DELETE /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions/{version}"],
		deleteEnvironmentSecret: ["DELETE /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"],
		deleteEnvironmentVariable: ["DELETE /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"],
		deleteHostedRunnerForOrg: ["DELETE /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"],
		deleteOrgSecret: ["DELETE /orgs/{org}/actions/secrets/{secret_name}"],
		deleteOrgVariable: ["DELETE /orgs/{org}/actions/variables/{name}"],
		deleteRepoSecret: ["DELETE /repos/{owner}/{repo}/actions/secrets/{secret_name}"],
		deleteRepoVariable: ["DELETE /repos/{owner}/{repo}/actions/variables/{name}"],
		deleteSelfHostedRunnerFromOrg: ["DELETE /orgs/{org}/actions/runners/{runner_id}"],
		deleteSelfHostedRunnerFromRepo: ["DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}"],
		deleteWorkflowRun: ["DELETE /repos/{owner}/{repo}/actions/runs/{run_id}"],
		deleteWorkflowRunLogs: ["DELETE /repos/{owner}/{repo}/actions/runs/{run_id}/logs"],
		disableSelectedRepositoryGithubActionsOrganization: ["DELETE /orgs/{org}/actions/permissions/repositories/{repository_id}"],
		disableWorkflow: ["PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/disable"],
		downloadArtifact: ["GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}"],
		downloadJobLogsForWorkflowRun: ["GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs"],
		downloadWorkflowRunAttemptLogs: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/logs"],
		downloadWorkflowRunLogs: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/logs"],
		enableSelectedRepositoryGithubActionsOrganization: ["PUT /orgs/{org}/actions/permissions/repositories/{repository_id}"],
		enableWorkflow: ["PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/enable"],
		forceCancelWorkflowRun: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/force-cancel"],
		generateRunnerJitconfigForOrg: ["POST /orgs/{org}/actions/runners/generate-jitconfig"],
		generateRunnerJitconfigForRepo: ["POST /repos/{owner}/{repo}/actions/runners/generate-jitconfig"],
		getActionsCacheList: ["GET /repos/{owner}/{repo}/actions/caches"],
		getActionsCacheUsage: ["GET /repos/{owner}/{repo}/actions/cache/usage"],
		getActionsCacheUsageByRepoForOrg: ["GET /orgs/{org}/actions/cache/usage-by-repository"],
		getActionsCacheUsageForOrg: ["GET /orgs/{org}/actions/cache/usage"],
		getAllowedActionsOrganization: ["GET /orgs/{org}/actions/permissions/selected-actions"],
		getAllowedActionsRepository: ["GET /repos/{owner}/{repo}/actions/permissions/selected-actions"],
		getArtifact: ["GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}"],
		getCustomImageForOrg: ["GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}"],
		getCustomImageVersionForOrg: ["GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions/{version}"],
		getCustomOidcSubClaimForRepo: ["GET /repos/{owner}/{repo}/actions/oidc/customization/sub"],
		getEnvironmentPublicKey: ["GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/public-key"],
		getEnvironmentSecret: ["GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"],
		getEnvironmentVariable: ["GET /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"],
		getGithubActionsDefaultWorkflowPermissionsOrganization: ["GET /orgs/{org}/actions/permissions/workflow"],
		getGithubActionsDefaultWorkflowPermissionsRepository: ["GET /repos/{owner}/{repo}/actions/permissions/workflow"],
		getGithubActionsPermissionsOrganization: ["GET /orgs/{org}/actions/permissions"],
		getGithubActionsPermissionsRepository: ["GET /repos/{owner}/{repo}/actions/permissions"],
		getHostedRunnerForOrg: ["GET /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"],
		getHostedRunnersGithubOwnedImagesForOrg: ["GET /orgs/{org}/actions/hosted-runners/images/github-owned"],
		getHostedRunnersLimitsForOrg: ["GET /orgs/{org}/actions/hosted-runners/limits"],
		getHostedRunnersMachineSpecsForOrg: ["GET /orgs/{org}/actions/hosted-runners/machine-sizes"],
		getHostedRunnersPartnerImagesForOrg: ["GET /orgs/{org}/actions/hosted-runners/images/partner"],
		getHostedRunnersPlatformsForOrg: ["GET /orgs/{org}/actions/hosted-runners/platforms"],
		getJobForWorkflowRun: ["GET /repos/{owner}/{repo}/actions/jobs/{job_id}"],
		getOrgPublicKey: ["GET /orgs/{org}/actions/secrets/public-key"],
		getOrgSecret: ["GET /orgs/{org}/actions/secrets/{secret_name}"],
		getOrgVariable: ["GET /orgs/{org}/actions/variables/{name}"],
		getPendingDeploymentsForRun: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments"],
		getRepoPermissions: [
			"GET /repos/{owner}/{repo}/actions/permissions",
			{},
			{ renamed: ["actions", "getGithubActionsPermissionsRepository"] }
		],
		getRepoPublicKey: ["GET /repos/{owner}/{repo}/actions/secrets/public-key"],
		getRepoSecret: ["GET /repos/{owner}/{repo}/actions/secrets/{secret_name}"],
		getRepoVariable: ["GET /repos/{owner}/{repo}/actions/variables/{name}"],
		getReviewsForRun: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals"],
		getSelfHostedRunnerForOrg: ["GET /orgs/{org}/actions/runners/{runner_id}"],
		getSelfHostedRunnerForRepo: ["GET /repos/{owner}/{repo}/actions/runners/{runner_id}"],
		getWorkflow: ["GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}"],
		getWorkflowAccessToRepository: ["GET /repos/{owner}/{repo}/actions/permissions/access"],
		getWorkflowRun: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}"],
		getWorkflowRunAttempt: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}"],
		getWorkflowRunUsage: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/timing"],
		getWorkflowUsage: ["GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/timing"],
		listArtifactsForRepo: ["GET /repos/{owner}/{repo}/actions/artifacts"],
		listCustomImageVersionsForOrg: ["GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions"],
		listCustomImagesForOrg: ["GET /orgs/{org}/actions/hosted-runners/images/custom"],
		listEnvironmentSecrets: ["GET /repos/{owner}/{repo}/environments/{environment_name}/secrets"],
		listEnvironmentVariables: ["GET /repos/{owner}/{repo}/environments/{environment_name}/variables"],
		listGithubHostedRunnersInGroupForOrg: ["GET /orgs/{org}/actions/runner-groups/{runner_group_id}/hosted-runners"],
		listHostedRunnersForOrg: ["GET /orgs/{org}/actions/hosted-runners"],
		listJobsForWorkflowRun: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs"],
		listJobsForWorkflowRunAttempt: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs"],
		listLabelsForSelfHostedRunnerForOrg: ["GET /orgs/{org}/actions/runners/{runner_id}/labels"],
		listLabelsForSelfHostedRunnerForRepo: ["GET /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"],
		listOrgSecrets: ["GET /orgs/{org}/actions/secrets"],
		listOrgVariables: ["GET /orgs/{org}/actions/variables"],
		listRepoOrganizationSecrets: ["GET /repos/{owner}/{repo}/actions/organization-secrets"],
		listRepoOrganizationVariables: ["GET /repos/{owner}/{repo}/actions/organization-variables"],
		listRepoSecrets: ["GET /repos/{owner}/{repo}/actions/secrets"],
		listRepoVariables: ["GET /repos/{owner}/{repo}/actions/variables"],
		listRepoWorkflows: ["GET /repos/{owner}/{repo}/actions/workflows"],
		listRunnerApplicationsForOrg: ["GET /orgs/{org}/actions/runners/downloads"],
		listRunnerApplicationsForRepo: ["GET /repos/{owner}/{repo}/actions/runners/downloads"],
		listSelectedReposForOrgSecret: ["GET /orgs/{org}/actions/secrets/{secret_name}/repositories"],
		listSelectedReposForOrgVariable: ["GET /orgs/{org}/actions/variables/{name}/repositories"],
		listSelectedRepositoriesEnabledGithubActionsOrganization: ["GET /orgs/{org}/actions/permissions/repositories"],
		listSelfHostedRunnersForOrg: ["GET /orgs/{org}/actions/runners"],
		listSelfHostedRunnersForRepo: ["GET /repos/{owner}/{repo}/actions/runners"],
		listWorkflowRunArtifacts: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts"],
		listWorkflowRuns: ["GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs"],
		listWorkflowRunsForRepo: ["GET /repos/{owner}/{repo}/actions/runs"],
		reRunJobForWorkflowRun: ["POST /repos/{owner}/{repo}/actions/jobs/{job_id}/rerun"],
		reRunWorkflow: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun"],
		reRunWorkflowFailedJobs: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs"],
		removeAllCustomLabelsFromSelfHostedRunnerForOrg: ["DELETE /orgs/{org}/actions/runners/{runner_id}/labels"],
		removeAllCustomLabelsFromSelfHostedRunnerForRepo: ["DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"],
		removeCustomLabelFromSelfHostedRunnerForOrg: ["DELETE /orgs/{org}/actions/runners/{runner_id}/labels/{name}"],
		removeCustomLabelFromSelfHostedRunnerForRepo: ["DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}/labels/{name}"],
		removeSelectedRepoFromOrgSecret: ["DELETE /orgs/{org}/actions/secrets/{secret_name}/repositories/{repository_id}"],
		removeSelectedRepoFromOrgVariable: ["DELETE /orgs/{org}/actions/variables/{name}/repositories/{repository_id}"],
		reviewCustomGatesForRun: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule"],
		reviewPendingDeploymentsForRun: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments"],
		setAllowedActionsOrganization: ["PUT /orgs/{org}/actions/permissions/selected-actions"],
		setAllowedActionsRepository: ["PUT /repos/{owner}/{repo}/actions/permissions/selected-actions"],
		setCustomLabelsForSelfHostedRunnerForOrg: ["PUT /orgs/{org}/actions/runners/{runner_id}/labels"],
		setCustomLabelsForSelfHostedRunnerForRepo: ["PUT /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"],
		setCustomOidcSubClaimForRepo: ["PUT /repos/{owner}/{repo}/actions/oidc/customization/sub"],
		setGithubActionsDefaultWorkflowPermissionsOrganization: ["PUT /orgs/{org}/actions/permissions/workflow"],
		setGithubActionsDefaultWorkflowPermissionsRepository: ["PUT /repos/{owner}/{repo}/actions/permissions/workflow"],
		setGithubActionsPermissionsOrganization: ["PUT /orgs/{org}/actions/permissions"],
		setGithubActionsPermissionsRepository: ["PUT /repos/{owner}/{repo}/actions/permissions"],
		setSelectedReposForOrgSecret: ["PUT /orgs/{org}/actions/secrets/{secret_name}/repositories"],
		setSelectedReposForOrgVariable: ["PUT /orgs/{org}/actions/variables/{name}/repositories"],
		setSelectedRepositoriesEnabledGithubActionsOrganization: ["PUT /orgs/{org}/actions/permissions/repositories"],
		setWorkflowAccessToRepository: ["PUT /repos/{owner}/{repo}/actions/permissions/access"],
		updateEnvironmentVariable: ["PATCH /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"],
		updateHostedRunnerForOrg: ["PATCH /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"],
		updateOrgVariable: ["PATCH /orgs/{org}/actions/variables/{name}"],
		updateRepoVariable: ["PATCH /repos/{owner}/{repo}/actions/variables/{name}"]
	},
	activity: {
		checkRepoIsStarredByAuthenticatedUser: ["GET /user/starred/{owner}/{repo}"],
		deleteRepoSubscription: ["DELETE /repos/{owner}/{repo}/subscription"],
		deleteThreadSubscription: ["DELETE /notifications/threads/{thread_id}/subscription"],
		getFeeds: ["GET /feeds"],
		getRepoSubscription: ["GET /repos/{owner}/{repo}/subscription"],
		getThread: ["GET /notifications/threads/{thread_id}"],
		getThreadSubscriptionForAuthenticatedUser: ["GET /notifications/threads/{thread_id}/subscription"],
		listEventsForAuthenticatedUser: ["GET /users/{username}/events"],
		listNotificationsForAuthenticatedUser: ["GET /notifications"],
		listOrgEventsForAuthenticatedUser: ["GET /users/{username}/events/orgs/{org}"],
		listPublicEvents: ["GET /events"],
		listPublicEventsForRepoNetwork: ["GET /networks/{owner}/{repo}/events"],
		listPublicEventsForUser: ["GET /users/{username}/events/public"],
		listPublicOrgEvents: ["GET /orgs/{org}/events"],
		listReceivedEventsForUser: ["GET /users/{username}/received_events"],
		listReceivedPublicEventsForUser: ["GET /users/{username}/received_events/public"],
		listRepoEvents: ["GET /repos/{owner}/{repo}/events"],
		listRepoNotificationsForAuthenticatedUser: ["GET /repos/{owner}/{repo}/notifications"],
		listReposStarredByAuthenticatedUser: ["GET /user/starred"],
		listReposStarredByUser: ["GET /users/{username}/starred"],
		listReposWatchedByUser: ["GET /users/{username}/subscriptions"],
		listStargazersForRepo: ["GET /repos/{owner}/{repo}/stargazers"],
		listWatchedReposForAuthenticatedUser: ["GET /user/subscriptions"],
		listWatchersForRepo: ["GET /repos/{owner}/{repo}/subscribers"],
		markNotificationsAsRead: ["PUT /notifications"],
		markRepoNotificationsAsRead: ["PUT /repos/{owner}/{repo}/notifications"],
		markThreadAsDone: ["DELETE /notifications/threads/{thread_id}"],
		markThreadAsRead: ["PATCH /notifications/threads/{thread_id}"],
		setRepoSubscription: ["PUT /repos/{owner}/{repo}/subscription"],
		setThreadSubscription: ["PUT /notifications/threads/{thread_id}/subscription"],
		starRepoForAuthenticatedUser: ["PUT /user/starred/{owner}/{repo}"],
		unstarRepoForAuthenticatedUser: ["DELETE /user/starred/{owner}/{repo}"]
	},
	apps: {
		addRepoToInstallation: [
			"PUT /user/installations/{installation_id}/repositories/{repository_id}",
			{},
			{ renamed: ["apps", "addRepoToInstallationForAuthenticatedUser"] }
		],
		addRepoToInstallationForAuthenticatedUser: ["PUT /user/installations/{installation_id}/repositories/{repository_id}"],
		checkToken: ["POST /applications/{client_id}/token"],
		createFromManifest: ["POST /app-manifests/{code}/conversions"],
		createInstallationAccessToken: ["POST /app/installations/{installation_id}/access_tokens"],
		deleteAuthorization: ["DELETE /applications/{client_id}/grant"],
		deleteInstallation: ["DELETE /app/installations/{installation_id}"],
		deleteToken: ["DELETE /applications/{client_id}/token"],
		getAuthenticated: ["GET /app"],
		getBySlug: ["GET /apps/{app_slug}"],
		getInstallation: ["GET /app/installations/{installation_id}"],
		getOrgInstallation: ["GET /orgs/{org}/installation"],
		getRepoInstallation: ["GET /repos/{owner}/{repo}/installation"],
		getSubscriptionPlanForAccount: ["GET /marketplace_listing/accounts/{account_id}"],
		getSubscriptionPlanForAccountStubbed: ["GET /marketplace_listing/stubbed/accounts/{account_id}"],
		getUserInstallation: ["GET /users/{username}/installation"],
		getWebhookConfigForApp: ["GET /app/hook/config"],
		getWebhookDelivery: ["GET /app/hook/deliveries/{delivery_id}"],
		listAccountsForPlan: ["GET /marketplace_listing/plans/{plan_id}/accounts"],
		listAccountsForPlanStubbed: ["GET /marketplace_listing/stubbed/plans/{plan_id}/accounts"],
		listInstallationReposForAuthenticatedUser: ["GET /user/installations/{installation_id}/repositories"],
		listInstallationRequestsForAuthenticatedApp: ["GET /app/installation-requests"],
		listInstallations: ["GET /app/installations"],
		listInstallationsForAuthenticatedUser: ["GET /user/installations"],
		listPlans: ["GET /marketplace_listing/plans"],
		listPlansStubbed: ["GET /marketplace_listing/stubbed/plans"],
		listReposAccessibleToInstallation: ["GET /installation/repositories"],
		listSubscriptionsForAuthenticatedUser: ["GET /user/marketplace_purchases"],
		listSubscriptionsForAuthenticatedUserStubbed: ["GET /user/marketplace_purchases/stubbed"],
		listWebhookDeliveries: ["GET /app/hook/deliveries"],
		redeliverWebhookDelivery: ["POST /app/hook/deliveries/{delivery_id}/attempts"],
		removeRepoFromInstallation: [
			"DELETE /user/installations/{installation_id}/repositories/{repository_id}",
			{},
			{ renamed: ["apps", "removeRepoFromInstallationForAuthenticatedUser"] }
		],
		removeRepoFromInstallationForAuthenticatedUser: ["DELETE /user/installations/{installation_id}/repositories/{repository_id}"],
		resetToken: ["PATCH /applications/{client_id}/token"],
		revokeInstallationAccessToken: ["DELETE /installation/token"],
		scopeToken: ["POST /applications/{client_id}/token/scoped"],
		suspendInstallation: ["PUT /app/installations/{installation_id}/suspended"],
		unsuspendInstallation: ["DELETE /app/installations/{installation_id}/suspended"],
		updateWebhookConfigForApp: ["PATCH /app/hook/config"]
	},
	billing: {
		getGithubActionsBillingOrg: ["GET /orgs/{org}/settings/billing/actions"],
		getGithubActionsBillingUser: ["GET /users/{username}/settings/billing/actions"],
		getGithubBillingPremiumRequestUsageReportOrg: ["GET /organizations/{org}/settings/billing/premium_request/usage"],
		getGithubBillingPremiumRequestUsageReportUser: ["GET /users/{username}/settings/billing/premium_request/usage"],
		getGithubBillingUsageReportOrg: ["GET /organizations/{org}/settings/billing/usage"],
		getGithubBillingUsageReportUser: ["GET /users/{username}/settings/billing/usage"],
		getGithubPackagesBillingOrg: ["GET /orgs/{org}/settings/billing/packages"],
		getGithubPackagesBillingUser: ["GET /users/{username}/settings/billing/packages"],
		getSharedStorageBillingOrg: ["GET /orgs/{org}/settings/billing/shared-storage"],
		getSharedStorageBillingUser: ["GET /users/{username}/settings/billing/shared-storage"]
	},
	campaigns: {
		createCampaign: ["POST /orgs/{org}/campaigns"],
		deleteCampaign: ["DELETE /orgs/{org}/campaigns/{campaign_number}"],
		getCampaignSummary: ["GET /orgs/{org}/campaigns/{campaign_number}"],
		listOrgCampaigns: ["GET /orgs/{org}/campaigns"],
		updateCampaign: ["PATCH /orgs/{org}/campaigns/{campaign_number}"]
	},
	checks: {
		create: ["POST /repos/{owner}/{repo}/check-runs"],
		createSuite: ["POST /repos/{owner}/{repo}/check-suites"],
		get: ["GET /repos/{owner}/{repo}/check-runs/{check_run_id}"],
		getSuite: ["GET /repos/{owner}/{repo}/check-suites/{check_suite_id}"],
		listAnnotations: ["GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations"],
		listForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/check-runs"],
		listForSuite: ["GET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs"],
		listSuitesForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/check-suites"],
		rerequestRun: ["POST /repos/{owner}/{repo}/check-runs/{check_run_id}/rerequest"],
		rerequestSuite: ["POST /repos/{owner}/{repo}/check-suites/{check_suite_id}/rerequest"],
		setSuitesPreferences: ["PATCH /repos/{owner}/{repo}/check-suites/preferences"],
		update: ["PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}"]
	},
	codeScanning: {
		commitAutofix: ["POST /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix/commits"],
		createAutofix: ["POST /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix"],
		createVariantAnalysis: ["POST /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses"],
		deleteAnalysis: ["DELETE /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}{?confirm_delete}"],
		deleteCodeqlDatabase: ["DELETE /repos/{owner}/{repo}/code-scanning/codeql/databases/{language}"],
		getAlert: [
			"GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}",
			{},
			{ renamedParameters: { alert_id: "alert_number" } }
		],
		getAnalysis: ["GET /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}"],
		getAutofix: ["GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix"],
		getCodeqlDatabase: ["GET /repos/{owner}/{repo}/code-scanning/codeql/databases/{language}"],
		getDefaultSetup: ["GET /repos/{owner}/{repo}/code-scanning/default-setup"],
		getSarif: ["GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}"],
		getVariantAnalysis: ["GET /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses/{codeql_variant_analysis_id}"],
		getVariantAnalysisRepoTask: ["GET /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses/{codeql_variant_analysis_id}/repos/{repo_owner}/{repo_name}"],
		listAlertInstances: ["GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances"],
		listAlertsForOrg: ["GET /orgs/{org}/code-scanning/alerts"],
		listAlertsForRepo: ["GET /repos/{owner}/{repo}/code-scanning/alerts"],
		listAlertsInstances: [
			"GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances",
			{},
			{ renamed: ["codeScanning", "listAlertInstances"] }
		],
		listCodeqlDatabases: ["GET /repos/{owner}/{repo}/code-scanning/codeql/databases"],
		listRecentAnalyses: ["GET /repos/{owner}/{repo}/code-scanning/analyses"],
		updateAlert: ["PATCH /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}"],
		updateDefaultSetup: ["PATCH /repos/{owner}/{repo}/code-scanning/default-setup"],
		uploadSarif: ["POST /repos/{owner}/{repo}/code-scanning/sarifs"]
	},
	codeSecurity: {
		attachConfiguration: ["POST /orgs/{org}/code-security/configurations/{configuration_id}/attach"],
		attachEnterpriseConfiguration: ["POST /enterprises/{enterprise}/code-security/configurations/{configuration_id}/attach"],
		createConfiguration: ["POST /orgs/{org}/code-security/configurations"],
		createConfigurationForEnterprise: ["POST /enterprises/{enterprise}/code-security/configurations"],
		deleteConfiguration: ["DELETE /orgs/{org}/code-security/configurations/{configuration_id}"],
		deleteConfigurationForEnterprise: ["DELETE /enterprises/{enterprise}/code-security/configurations/{configuration_id}"],
		detachConfiguration: ["DELETE /orgs/{org}/code-security/configurations/detach"],
		getConfiguration: ["GET /orgs/{org}/code-security/configurations/{configuration_id}"],
		getConfigurationForRepository: ["GET /repos/{owner}/{repo}/code-security-configuration"],
		getConfigurationsForEnterprise: ["GET /enterprises/{enterprise}/code-security/configurations"],
		getConfigurationsForOrg: ["GET /orgs/{org}/code-security/configurations"],
		getDefaultConfigurations: ["GET /orgs/{org}/code-security/configurations/defaults"],
		getDefaultConfigurationsForEnterprise: ["GET /enterprises/{enterprise}/code-security/configurations/defaults"],
		getRepositoriesForConfiguration: ["GET /orgs/{org}/code-security/configurations/{configuration_id}/repositories"],
		getRepositoriesForEnterpriseConfiguration: ["GET /enterprises/{enterprise}/code-security/configurations/{configuration_id}/repositories"],
		getSingleConfigurationForEnterprise: ["GET /enterprises/{enterprise}/code-security/configurations/{configuration_id}"],
		setConfigurationAsDefault: ["PUT /orgs/{org}/code-security/configurations/{configuration_id}/defaults"],
		setConfigurationAsDefaultForEnterprise: ["PUT /enterprises/{enterprise}/code-security/configurations/{configuration_id}/defaults"],
		updateConfiguration: ["PATCH /orgs/{org}/code-security/configurations/{configuration_id}"],
		updateEnterpriseConfiguration: ["PATCH /enterprises/{enterprise}/code-security/configurations/{configuration_id}"]
	},
	codesOfConduct: {
		getAllCodesOfConduct: ["GET /codes_of_conduct"],
		getConductCode: ["GET /codes_of_conduct/{key}"]
	},
	codespaces: {
		addRepositoryForSecretForAuthenticatedUser: ["PUT /user/codespaces/secrets/{secret_name}/repositories/{repository_id}"],
		addSelectedRepoToOrgSecret: ["PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}"],
		checkPermissionsForDevcontainer: ["GET /repos/{owner}/{repo}/codespaces/permissions_check"],
		codespaceMachinesForAuthenticatedUser: ["GET /user/codespaces/{codespace_name}/machines"],
		createForAuthenticatedUser: ["POST /user/codespaces"],
		createOrUpdateOrgSecret: ["PUT /orgs/{org}/codespaces/secrets/{secret_name}"],
		createOrUpdateRepoSecret: ["PUT /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"],
		createOrUpdateSecretForAuthenticatedUser: ["PUT /user/codespaces/secrets/{secret_name}"],
		createWithPrForAuthenticatedUser: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/codespaces"],
		createWithRepoForAuthenticatedUser: ["POST /repos/{owner}/{repo}/codespaces"],
		deleteForAuthenticatedUser: ["DELETE /user/codespaces/{codespace_name}"],
		deleteFromOrganization: ["DELETE /orgs/{org}/members/{username}/codespaces/{codespace_name}"],
		deleteOrgSecret: ["DELETE /orgs/{org}/codespaces/secrets/{secret_name}"],
		deleteRepoSecret: ["DELETE /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"],
		deleteSecretForAuthenticatedUser: ["DELETE /user/codespaces/secrets/{secret_name}"],
		exportForAuthenticatedUser: ["POST /user/codespaces/{codespace_name}/exports"],
		getCodespacesForUserInOrg: ["GET /orgs/{org}/members/{username}/codespaces"],
		getExportDetailsForAuthenticatedUser: ["GET /user/codespaces/{codespace_name}/exports/{export_id}"],
		getForAuthenticatedUser: ["GET /user/codespaces/{codespace_name}"],
		getOrgPublicKey: ["GET /orgs/{org}/codespaces/secrets/public-key"],
		getOrgSecret: ["GET /orgs/{org}/codespaces/secrets/{secret_name}"],
		getPublicKeyForAuthenticatedUser: ["GET /user/codespaces/secrets/public-key"],
		getRepoPublicKey: ["GET /repos/{owner}/{repo}/codespaces/secrets/public-key"],
		getRepoSecret: ["GET /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"],
		getSecretForAuthenticatedUser: ["GET /user/codespaces/secrets/{secret_name}"],
		listDevcontainersInRepositoryForAuthenticatedUser: ["GET /repos/{owner}/{repo}/codespaces/devcontainers"],
		listForAuthenticatedUser: ["GET /user/codespaces"],
		listInOrganization: [
			"GET /orgs/{org}/codespaces",
			{},
			{ renamedParameters: { org_id: "org" } }
		],
		listInRepositoryForAuthenticatedUser: ["GET /repos/{owner}/{repo}/codespaces"],
		listOrgSecrets: ["GET /orgs/{org}/codespaces/secrets"],
		listRepoSecrets: ["GET /repos/{owner}/{repo}/codespaces/secrets"],
		listRepositoriesForSecretForAuthenticatedUser: ["GET /user/codespaces/secrets/{secret_name}/repositories"],
		listSecretsForAuthenticatedUser: ["GET /user/codespaces/secrets"],
		listSelectedReposForOrgSecret: ["GET /orgs/{org}/codespaces/secrets/{secret_name}/repositories"],
		preFlightWithRepoForAuthenticatedUser: ["GET /repos/{owner}/{repo}/codespaces/new"],
		publishForAuthenticatedUser: ["POST /user/codespaces/{codespace_name}/publish"],
		removeRepositoryForSecretForAuthenticatedUser: ["DELETE /user/codespaces/secrets/{secret_name}/repositories/{repository_id}"],
		removeSelectedRepoFromOrgSecret: ["DELETE /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}"],
		repoMachinesForAuthenticatedUser: ["GET /repos/{owner}/{repo}/codespaces/machines"],
		setRepositoriesForSecretForAuthenticatedUser: ["PUT /user/codespaces/secrets/{secret_name}/repositories"],
		setSelectedReposForOrgSecret: ["PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories"],
		startForAuthenticatedUser: ["POST /user/codespaces/{codespace_name}/start"],
		stopForAuthenticatedUser: ["POST /user/codespaces/{codespace_name}/stop"],
		stopInOrganization: ["POST /orgs/{org}/members/{username}/codespaces/{codespace_name}/stop"],
		updateForAuthenticatedUser: ["PATCH /user/codespaces/{codespace_name}"]
	},
	copilot: {
		addCopilotSeatsForTeams: ["POST /orgs/{org}/copilot/billing/selected_teams"],
		addCopilotSeatsForUsers: ["POST /orgs/{org}/copilot/billing/selected_users"],
		cancelCopilotSeatAssignmentForTeams: ["DELETE /orgs/{org}/copilot/billing/selected_teams"],
		cancelCopilotSeatAssignmentForUsers: ["DELETE /orgs/{org}/copilot/billing/selected_users"],
		copilotMetricsForOrganization: ["GET /orgs/{org}/copilot/metrics"],
		copilotMetricsForTeam: ["GET /orgs/{org}/team/{team_slug}/copilot/metrics"],
		getCopilotOrganizationDetails: ["GET /orgs/{org}/copilot/billing"],
		getCopilotSeatDetailsForUser: ["GET /orgs/{org}/members/{username}/copilot"],
		listCopilotSeats: ["GET /orgs/{org}/copilot/billing/seats"]
	},
	credentials: { revoke: ["POST /credentials/revoke"] },
	dependabot: {
		addSelectedRepoToOrgSecret: ["PUT /orgs/{org}/dependabot/secrets/{secret_name}/repositories/{repository_id}"],
		createOrUpdateOrgSecret: ["PUT /orgs/{org}/dependabot/secrets/{secret_name}"],
		createOrUpdateRepoSecret: ["PUT /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"],
		deleteOrgSecret: ["DELETE /orgs/{org}/dependabot/secrets/{secret_name}"],
		deleteRepoSecret: ["DELETE /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"],
		getAlert: ["GET /repos/{owner}/{repo}/dependabot/alerts/{alert_number}"],
		getOrgPublicKey: ["GET /orgs/{org}/dependabot/secrets/public-key"],
		getOrgSecret: ["GET /orgs/{org}/dependabot/secrets/{secret_name}"],
		getRepoPublicKey: ["GET /repos/{owner}/{repo}/dependabot/secrets/public-key"],
		getRepoSecret: ["GET /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"],
		listAlertsForEnterprise: ["GET /enterprises/{enterprise}/dependabot/alerts"],
		listAlertsForOrg: ["GET /orgs/{org}/dependabot/alerts"],
		listAlertsForRepo: ["GET /repos/{owner}/{repo}/dependabot/alerts"],
		listOrgSecrets: ["GET /orgs/{org}/dependabot/secrets"],
		listRepoSecrets: ["GET /repos/{owner}/{repo}/dependabot/secrets"],
		listSelectedReposForOrgSecret: ["GET /orgs/{org}/dependabot/secrets/{secret_name}/repositories"],
		removeSelectedRepoFromOrgSecret: ["DELETE /orgs/{org}/dependabot/secrets/{secret_name}/repositories/{repository_id}"],
		repositoryAccessForOrg: ["GET /organizations/{org}/dependabot/repository-access"],
		setRepositoryAccessDefaultLevel: ["PUT /organizations/{org}/dependabot/repository-access/default-level"],
		setSelectedReposForOrgSecret: ["PUT /orgs/{org}/dependabot/secrets/{secret_name}/repositories"],
		updateAlert: ["PATCH /repos/{owner}/{repo}/dependabot/alerts/{alert_number}"],
		updateRepositoryAccessForOrg: ["PATCH /organizations/{org}/dependabot/repository-access"]
	},
	dependencyGraph: {
		createRepositorySnapshot: ["POST /repos/{owner}/{repo}/dependency-graph/snapshots"],
		diffRange: ["GET /repos/{owner}/{repo}/dependency-graph/compare/{basehead}"],
		exportSbom: ["GET /repos/{owner}/{repo}/dependency-graph/sbom"]
	},
	emojis: { get: ["GET /emojis"] },
	enterpriseTeamMemberships: {
		add: ["PUT /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}"],
		bulkAdd: ["POST /enterprises/{enterprise}/teams/{enterprise-team}/memberships/add"],
		bulkRemove: ["POST /enterprises/{enterprise}/teams/{enterprise-team}/memberships/remove"],
		get: ["GET /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}"],
		list: ["GET /enterprises/{enterprise}/teams/{enterprise-team}/memberships"],
		remove: ["DELETE /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}"]
	},
	enterpriseTeamOrganizations: {
		add: ["PUT /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"],
		bulkAdd: ["POST /enterprises/{enterprise}/teams/{enterprise-team}/organizations/add"],
		bulkRemove: ["POST /enterprises/{enterprise}/teams/{enterprise-team}/organizations/remove"],
		delete: ["DELETE /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"],
		getAssignment: ["GET /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"],
		getAssignments: ["GET /enterprises/{enterprise}/teams/{enterprise-team}/organizations"]
	},
	enterpriseTeams: {
		create: ["POST /enterprises/{enterprise}/teams"],
		delete: ["DELETE /enterprises/{enterprise}/teams/{team_slug}"],
		get: ["GET /enterprises/{enterprise}/teams/{team_slug}"],
		list: ["GET /enterprises/{enterprise}/teams"],
		update: ["PATCH /enterprises/{enterprise}/teams/{team_slug}"]
	},
	gists: {
		checkIsStarred: ["GET /gists/{gist_id}/star"],
		create: ["POST /gists"],
		createComment: ["POST /gists/{gist_id}/comments"],
		delete: ["DELETE /gists/{gist_id}"],
		deleteComment: ["DELETE /gists/{gist_id}/comments/{comment_id}"],
		fork: ["POST /gists/{gist_id}/forks"],
		get: ["GET /gists/{gist_id}"],
		getComment: ["GET /gists/{gist_id}/comments/{comment_id}"],
		getRevision: ["GET /gists/{gist_id}/{sha}"],
		list: ["GET /gists"],
		listComments: ["GET /gists/{gist_id}/comments"],
		listCommits: ["GET /gists/{gist_id}/commits"],
		listForUser: ["GET /users/{username}/gists"],
		listForks: ["GET /gists/{gist_id}/forks"],
		listPublic: ["GET /gists/public"],
		listStarred: ["GET /gists/starred"],
		star: ["PUT /gists/{gist_id}/star"],
		unstar: ["DELETE /gists/{gist_id}/star"],
		update: ["PATCH /gists/{gist_id}"],
		updateComment: ["PATCH /gists/{gist_id}/comments/{comment_id}"]
	},
	git: {
		createBlob: ["POST /repos/{owner}/{repo}/git/blobs"],
		createCommit: ["POST /repos/{owner}/{repo}/git/commits"],
		createRef: ["POST /repos/{owner}/{repo}/git/refs"],
		createTag: ["POST /repos/{owner}/{repo}/git/tags"],
		createTree: ["POST /repos/{owner}/{repo}/git/trees"],
		deleteRef: ["DELETE /repos/{owner}/{repo}/git/refs/{ref}"],
		getBlob: ["GET /repos/{owner}/{repo}/git/blobs/{file_sha}"],
		getCommit: ["GET /repos/{owner}/{repo}/git/commits/{commit_sha}"],
		getRef: ["GET /repos/{owner}/{repo}/git/ref/{ref}"],
		getTag: ["GET /repos/{owner}/{repo}/git/tags/{tag_sha}"],
		getTree: ["GET /repos/{owner}/{repo}/git/trees/{tree_sha}"],
		listMatchingRefs: ["GET /repos/{owner}/{repo}/git/matching-refs/{ref}"],
		updateRef: ["PATCH /repos/{owner}/{repo}/git/refs/{ref}"]
	},
	gitignore: {
		getAllTemplates: ["GET /gitignore/templates"],
		getTemplate: ["GET /gitignore/templates/{name}"]
	},
	hostedCompute: {
		createNetworkConfigurationForOrg: ["POST /orgs/{org}/settings/network-configurations"],
		deleteNetworkConfigurationFromOrg: ["DELETE /orgs/{org}/settings/network-configurations/{network_configuration_id}"],
		getNetworkConfigurationForOrg: ["GET /orgs/{org}/settings/network-configurations/{network_configuration_id}"],
		getNetworkSettingsForOrg: ["GET /orgs/{org}/settings/network-settings/{network_settings_id}"],
		listNetworkConfigurationsForOrg: ["GET /orgs/{org}/settings/network-configurations"],
		updateNetworkConfigurationForOrg: ["PATCH /orgs/{org}/settings/network-configurations/{network_configuration_id}"]
	},
	interactions: {
		getRestrictionsForAuthenticatedUser: ["GET /user/interaction-limits"],
		getRestrictionsForOrg: ["GET /orgs/{org}/interaction-limits"],
		getRestrictionsForRepo: ["GET /repos/{owner}/{repo}/interaction-limits"],
		getRestrictionsForYourPublicRepos: [
			"GET /user/interaction-limits",
			{},
			{ renamed: ["interactions", "getRestrictionsForAuthenticatedUser"] }
		],
		removeRestrictionsForAuthenticatedUser: ["DELETE /user/interaction-limits"],
		removeRestrictionsForOrg: ["DELETE /orgs/{org}/interaction-limits"],
		removeRestrictionsForRepo: ["DELETE /repos/{owner}/{repo}/interaction-limits"],
		removeRestrictionsForYourPublicRepos: [
			"DELETE /user/interaction-limits",
			{},
			{ renamed: ["interactions", "removeRestrictionsForAuthenticatedUser"] }
		],
		setRestrictionsForAuthenticatedUser: ["PUT /user/interaction-limits"],
		setRestrictionsForOrg: ["PUT /orgs/{org}/interaction-limits"],
		setRestrictionsForRepo: ["PUT /repos/{owner}/{repo}/interaction-limits"],
		setRestrictionsForYourPublicRepos: [
			"PUT /user/interaction-limits",
			{},
			{ renamed: ["interactions", "setRestrictionsForAuthenticatedUser"] }
		]
	},
	issues: {
		addAssignees: ["POST /repos/{owner}/{repo}/issues/{issue_number}/assignees"],
		addBlockedByDependency: ["POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by"],
		addLabels: ["POST /repos/{owner}/{repo}/issues/{issue_number}/labels"],
		addSubIssue: ["POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues"],
		checkUserCanBeAssigned: ["GET /repos/{owner}/{repo}/assignees/{assignee}"],
		checkUserCanBeAssignedToIssue: ["GET /repos/{owner}/{repo}/issues/{issue_number}/assignees/{assignee}"],
		create: ["POST /repos/{owner}/{repo}/issues"],
		createComment: ["POST /repos/{owner}/{repo}/issues/{issue_number}/comments"],
		createLabel: ["POST /repos/{owner}/{repo}/labels"],
		createMilestone: ["POST /repos/{owner}/{repo}/milestones"],
		deleteComment: ["DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}"],
		deleteLabel: ["DELETE /repos/{owner}/{repo}/labels/{name}"],
		deleteMilestone: ["DELETE /repos/{owner}/{repo}/milestones/{milestone_number}"],
		get: ["GET /repos/{owner}/{repo}/issues/{issue_number}"],
		getComment: ["GET /repos/{owner}/{repo}/issues/comments/{comment_id}"],
		getEvent: ["GET /repos/{owner}/{repo}/issues/events/{event_id}"],
		getLabel: ["GET /repos/{owner}/{repo}/labels/{name}"],
		getMilestone: ["GET /repos/{owner}/{repo}/milestones/{milestone_number}"],
		getParent: ["GET /repos/{owner}/{repo}/issues/{issue_number}/parent"],
		list: ["GET /issues"],
		listAssignees: ["GET /repos/{owner}/{repo}/assignees"],
		listComments: ["GET /repos/{owner}/{repo}/issues/{issue_number}/comments"],
		listCommentsForRepo: ["GET /repos/{owner}/{repo}/issues/comments"],
		listDependenciesBlockedBy: ["GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by"],
		listDependenciesBlocking: ["GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocking"],
		listEvents: ["GET /repos/{owner}/{repo}/issues/{issue_number}/events"],
		listEventsForRepo: ["GET /repos/{owner}/{repo}/issues/events"],
		listEventsForTimeline: ["GET /repos/{owner}/{repo}/issues/{issue_number}/timeline"],
		listForAuthenticatedUser: ["GET /user/issues"],
		listForOrg: ["GET /orgs/{org}/issues"],
		listForRepo: ["GET /repos/{owner}/{repo}/issues"],
		listLabelsForMilestone: ["GET /repos/{owner}/{repo}/milestones/{milestone_number}/labels"],
		listLabelsForRepo: ["GET /repos/{owner}/{repo}/labels"],
		listLabelsOnIssue: ["GET /repos/{owner}/{repo}/issues/{issue_number}/labels"],
		listMilestones: ["GET /repos/{owner}/{repo}/milestones"],
		listSubIssues: ["GET /repos/{owner}/{repo}/issues/{issue_number}/sub_issues"],
		lock: ["PUT /repos/{owner}/{repo}/issues/{issue_number}/lock"],
		removeAllLabels: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels"],
		removeAssignees: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees"],
		removeDependencyBlockedBy: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by/{issue_id}"],
		removeLabel: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}"],
		removeSubIssue: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/sub_issue"],
		reprioritizeSubIssue: ["PATCH /repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority"],
		setLabels: ["PUT /repos/{owner}/{repo}/issues/{issue_number}/labels"],
		unlock: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/lock"],
		update: ["PATCH /repos/{owner}/{repo}/issues/{issue_number}"],
		updateComment: ["PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}"],
		updateLabel: ["PATCH /repos/{owner}/{repo}/labels/{name}"],
		updateMilestone: ["PATCH /repos/{owner}/{repo}/milestones/{milestone_number}"]
	},
	licenses: {
		get: ["GET /licenses/{license}"],
		getAllCommonlyUsed: ["GET /licenses"],
		getForRepo: ["GET /repos/{owner}/{repo}/license"]
	},
	markdown: {
		render: ["POST /markdown"],
		renderRaw: ["POST /markdown/raw", { headers: { "content-type": "text/plain; charset=utf-8" } }]
	},
	meta: {
		get: ["GET /meta"],
		getAllVersions: ["GET /versions"],
		getOctocat: ["GET /octocat"],
		getZen: ["GET /zen"],
		root: ["GET /"]
	},
	migrations: {
		deleteArchiveForAuthenticatedUser: ["DELETE /user/migrations/{migration_id}/archive"],
		deleteArchiveForOrg: ["DELETE /orgs/{org}/migrations/{migration_id}/archive"],
		downloadArchiveForOrg: ["GET /orgs/{org}/migrations/{migration_id}/archive"],
		getArchiveForAuthenticatedUser: ["GET /user/migrations/{migration_id}/archive"],
		getStatusForAuthenticatedUser: ["GET /user/migrations/{migration_id}"],
		getStatusForOrg: ["GET /orgs/{org}/migrations/{migration_id}"],
		listForAuthenticatedUser: ["GET /user/migrations"],
		listForOrg: ["GET /orgs/{org}/migrations"],
		listReposForAuthenticatedUser: ["GET /user/migrations/{migration_id}/repositories"],
		listReposForOrg: ["GET /orgs/{org}/migrations/{migration_id}/repositories"],
		listReposForUser: [
			"GET /user/migrations/{migration_id}/repositories",
			{},
			{ renamed: ["migrations", "listReposForAuthenticatedUser"] }
		],
		startForAuthenticatedUser: ["POST /user/migrations"],
		startForOrg: ["POST /orgs/{org}/migrations"],
		unlockRepoForAuthenticatedUser: ["DELETE /user/migrations/{migration_id}/repos/{repo_name}/lock"],
		unlockRepoForOrg: ["DELETE /orgs/{org}/migrations/{migration_id}/repos/{repo_name}/lock"]
	},
	oidc: {
		getOidcCustomSubTemplateForOrg: ["GET /orgs/{org}/actions/oidc/customization/sub"],
		updateOidcCustomSubTemplateForOrg: ["PUT /orgs/{org}/actions/oidc/customization/sub"]
	},
	orgs: {
		addSecurityManagerTeam: [
			"PUT /orgs/{org}/security-managers/teams/{team_slug}",
			{},
			{ deprecated: "octokit.rest.orgs.addSecurityManagerTeam() is deprecated, see https://docs.github.com/rest/orgs/security-managers#add-a-security-manager-team" }
		],
		assignTeamToOrgRole: ["PUT /orgs/{org}/organization-roles/teams/{team_slug}/{role_id}"],
		assignUserToOrgRole: ["PUT /orgs/{org}/organization-roles/users/{username}/{role_id}"],
		blockUser: ["PUT /orgs/{org}/blocks/{username}"],
		cancelInvitation: ["DELETE /orgs/{org}/invitations/{invitation_id}"],
		checkBlockedUser: ["GET /orgs/{org}/blocks/{username}"],
		checkMembershipForUser: ["GET /orgs/{org}/members/{username}"],
		checkPublicMembershipForUser: ["GET /orgs/{org}/public_members/{username}"],
		convertMemberToOutsideCollaborator: ["PUT /orgs/{org}/outside_collaborators/{username}"],
		createArtifactStorageRecord: ["POST /orgs/{org}/artifacts/metadata/storage-record"],
		createInvitation: ["POST /orgs/{org}/invitations"],
		createIssueType: ["POST /orgs/{org}/issue-types"],
		createWebhook: ["POST /orgs/{org}/hooks"],
		customPropertiesForOrgsCreateOrUpdateOrganizationValues: ["PATCH /organizations/{org}/org-properties/values"],
		customPropertiesForOrgsGetOrganizationValues: ["GET /organizations/{org}/org-properties/values"],
		customPropertiesForReposCreateOrUpdateOrganizationDefinition: ["PUT /orgs/{org}/properties/schema/{custom_property_name}"],
		customPropertiesForReposCreateOrUpdateOrganizationDefinitions: ["PATCH /orgs/{org}/properties/schema"],
		customPropertiesForReposCreateOrUpdateOrganizationValues: ["PATCH /orgs/{org}/properties/values"],
		customPropertiesForReposDeleteOrganizationDefinition: ["DELETE /orgs/{org}/properties/schema/{custom_property_name}"],
		customPropertiesForReposGetOrganizationDefinition: ["GET /orgs/{org}/properties/schema/{custom_property_name}"],
		customPropertiesForReposGetOrganizationDefinitions: ["GET /orgs/{org}/properties/schema"],
		customPropertiesForReposGetOrganizationValues: ["GET /orgs/{org}/properties/values"],
		delete: ["DELETE /orgs/{org}"],
		deleteAttestationsBulk: ["POST /orgs/{org}/attestations/delete-request"],
		deleteAttestationsById: ["DELETE /orgs/{org}/attestations/{attestation_id}"],
		deleteAttestationsBySubjectDigest: ["DELETE /orgs/{org}/attestations/digest/{subject_digest}"],
		deleteIssueType: ["DELETE /orgs/{org}/issue-types/{issue_type_id}"],
		deleteWebhook: ["DELETE /orgs/{org}/hooks/{hook_id}"],
		disableSelectedRepositoryImmutableReleasesOrganization: ["DELETE /orgs/{org}/settings/immutable-releases/repositories/{repository_id}"],
		enableSelectedRepositoryImmutableReleasesOrganization: ["PUT /orgs/{org}/settings/immutable-releases/repositories/{repository_id}"],
		get: ["GET /orgs/{org}"],
		getImmutableReleasesSettings: ["GET /orgs/{org}/settings/immutable-releases"],
		getImmutableReleasesSettingsRepositories: ["GET /orgs/{org}/settings/immutable-releases/repositories"],
		getMembershipForAuthenticatedUser: ["GET /user/memberships/orgs/{org}"],
		getMembershipForUser: ["GET /orgs/{org}/memberships/{username}"],
		getOrgRole: ["GET /orgs/{org}/organization-roles/{role_id}"],
		getOrgRulesetHistory: ["GET /orgs/{org}/rulesets/{ruleset_id}/history"],
		getOrgRulesetVersion: ["GET /orgs/{org}/rulesets/{ruleset_id}/history/{version_id}"],
		getWebhook: ["GET /orgs/{org}/hooks/{hook_id}"],
		getWebhookConfigForOrg: ["GET /orgs/{org}/hooks/{hook_id}/config"],
		getWebhookDelivery: ["GET /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}"],
		list: ["GET /organizations"],
		listAppInstallations: ["GET /orgs/{org}/installations"],
		listArtifactStorageRecords: ["GET /orgs/{org}/artifacts/{subject_digest}/metadata/storage-records"],
		listAttestationRepositories: ["GET /orgs/{org}/attestations/repositories"],
		listAttestations: ["GET /orgs/{org}/attestations/{subject_digest}"],
		listAttestationsBulk: ["POST /orgs/{org}/attestations/bulk-list{?per_page,before,after}"],
		listBlockedUsers: ["GET /orgs/{org}/blocks"],
		listFailedInvitations: ["GET /orgs/{org}/failed_invitations"],
		listForAuthenticatedUser: ["GET /user/orgs"],
		listForUser: ["GET /users/{username}/orgs"],
		listInvitationTeams: ["GET /orgs/{org}/invitations/{invitation_id}/teams"],
		listIssueTypes: ["GET /orgs/{org}/issue-types"],
		listMembers: ["GET /orgs/{org}/members"],
		listMembershipsForAuthenticatedUser: ["GET /user/memberships/orgs"],
		listOrgRoleTeams: ["GET /orgs/{org}/organization-roles/{role_id}/teams"],
		listOrgRoleUsers: ["GET /orgs/{org}/organization-roles/{role_id}/users"],
		listOrgRoles: ["GET /orgs/{org}/organization-roles"],
		listOrganizationFineGrainedPermissions: ["GET /orgs/{org}/organization-fine-grained-permissions"],
		listOutsideCollaborators: ["GET /orgs/{org}/outside_collaborators"],
		listPatGrantRepositories: ["GET /orgs/{org}/personal-access-tokens/{pat_id}/repositories"],
		listPatGrantRequestRepositories: ["GET /orgs/{org}/personal-access-token-requests/{pat_request_id}/repositories"],
		listPatGrantRequests: ["GET /orgs/{org}/personal-access-token-requests"],
		listPatGrants: ["GET /orgs/{org}/personal-access-tokens"],
		listPendingInvitations: ["GET /orgs/{org}/invitations"],
		listPublicMembers: ["GET /orgs/{org}/public_members"],
		listSecurityManagerTeams: [
			"GET /orgs/{org}/security-managers",
			{},
			{ deprecated: "octokit.rest.orgs.listSecurityManagerTeams() is deprecated, see https://docs.github.com/rest/orgs/security-managers#list-security-manager-teams" }
		],
		listWebhookDeliveries: ["GET /orgs/{org}/hooks/{hook_id}/deliveries"],
		listWebhooks: ["GET /orgs/{org}/hooks"],
		pingWebhook: ["POST /orgs/{org}/hooks/{hook_id}/pings"],
		redeliverWebhookDelivery: ["POST /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}/attempts"],
		removeMember: ["DELETE /orgs/{org}/members/{username}"],
		removeMembershipForUser: ["DELETE /orgs/{org}/memberships/{username}"],
		removeOutsideCollaborator: ["DELETE /orgs/{org}/outside_collaborators/{username}"],
		removePublicMembershipForAuthenticatedUser: ["DELETE /orgs/{org}/public_members/{username}"],
		removeSecurityManagerTeam: [
			"DELETE /orgs/{org}/security-managers/teams/{team_slug}",
			{},
			{ deprecated: "octokit.rest.orgs.removeSecurityManagerTeam() is deprecated, see https://docs.github.com/rest/orgs/security-managers#remove-a-security-manager-team" }
		],
		reviewPatGrantRequest: ["POST /orgs/{org}/personal-access-token-requests/{pat_request_id}"],
		reviewPatGrantRequestsInBulk: ["POST /orgs/{org}/personal-access-token-requests"],
		revokeAllOrgRolesTeam: ["DELETE /orgs/{org}/organization-roles/teams/{team_slug}"],
		revokeAllOrgRolesUser: ["DELETE /orgs/{org}/organization-roles/users/{username}"],
		revokeOrgRoleTeam: ["DELETE /orgs/{org}/organization-roles/teams/{team_slug}/{role_id}"],
		revokeOrgRoleUser: ["DELETE /orgs/{org}/organization-roles/users/{username}/{role_id}"],
		setImmutableReleasesSettings: ["PUT /orgs/{org}/settings/immutable-releases"],
		setImmutableReleasesSettingsRepositories: ["PUT /orgs/{org}/settings/immutable-releases/repositories"],
		setMembershipForUser: ["PUT /orgs/{org}/memberships/{username}"],
		setPublicMembershipForAuthenticatedUser: ["PUT /orgs/{org}/public_members/{username}"],
		unblockUser: ["DELETE /orgs/{org}/blocks/{username}"],
		update: ["PATCH /orgs/{org}"],
		updateIssueType: ["PUT /orgs/{org}/issue-types/{issue_type_id}"],
		updateMembershipForAuthenticatedUser: ["PATCH /user/memberships/orgs/{org}"],
		updatePatAccess: ["POST /orgs/{org}/personal-access-tokens/{pat_id}"],
		updatePatAccesses: ["POST /orgs/{org}/personal-access-tokens"],
		updateWebhook: ["PATCH /orgs/{org}/hooks/{hook_id}"],
		updateWebhookConfigForOrg: ["PATCH /orgs/{org}/hooks/{hook_id}/config"]
	},
	packages: {
		deletePackageForAuthenticatedUser: ["DELETE /user/packages/{package_type}/{package_name}"],
		deletePackageForOrg: ["DELETE /orgs/{org}/packages/{package_type}/{package_name}"],
		deletePackageForUser: ["DELETE /users/{username}/packages/{package_type}/{package_name}"],
		deletePackageVersionForAuthenticatedUser: ["DELETE /user/packages/{package_type}/{package_name}/versions/{package_version_id}"],
		deletePackageVersionForOrg: ["DELETE /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}"],
		deletePackageVersionForUser: ["DELETE /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}"],
		getAllPackageVersionsForAPackageOwnedByAnOrg: [
			"GET /orgs/{org}/packages/{package_type}/{package_name}/versions",
			{},
			{ renamed: ["packages", "getAllPackageVersionsForPackageOwnedByOrg"] }
		],
		getAllPackageVersionsForAPackageOwnedByTheAuthenticatedUser: [
			"GET /user/packages/{package_type}/{package_name}/versions",
			{},
			{ renamed: ["packages", "getAllPackageVersionsForPackageOwnedByAuthenticatedUser"] }
		],
		getAllPackageVersionsForPackageOwnedByAuthenticatedUser: ["GET /user/packages/{package_type}/{package_name}/versions"],
		getAllPackageVersionsForPackageOwnedByOrg: ["GET /orgs/{org}/packages/{package_type}/{package_name}/versions"],
		getAllPackageVersionsForPackageOwnedByUser: ["GET /users/{username}/packages/{package_type}/{package_name}/versions"],
		getPackageForAuthenticatedUser: ["GET /user/packages/{package_type}/{package_name}"],
		getPackageForOrganization: ["GET /orgs/{org}/packages/{package_type}/{package_name}"],
		getPackageForUser: ["GET /users/{username}/packages/{package_type}/{package_name}"],
		getPackageVersionForAuthenticatedUser: ["GET /user/packages/{package_type}/{package_name}/versions/{package_version_id}"],
		getPackageVersionForOrganization: ["GET /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}"],
		getPackageVersionForUser: ["GET /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}"],
		listDockerMigrationConflictingPackagesForAuthenticatedUser: ["GET /user/docker/conflicts"],
		listDockerMigrationConflictingPackagesForOrganization: ["GET /orgs/{org}/docker/conflicts"],
		listDockerMigrationConflictingPackagesForUser: ["GET /users/{username}/docker/conflicts"],
		listPackagesForAuthenticatedUser: ["GET /user/packages"],
		listPackagesForOrganization: ["GET /orgs/{org}/packages"],
		listPackagesForUser: ["GET /users/{username}/packages"],
		restorePackageForAuthenticatedUser: ["POST /user/packages/{package_type}/{package_name}/restore{?token}"],
		restorePackageForOrg: ["POST /orgs/{org}/packages/{package_type}/{package_name}/restore{?token}"],
		restorePackageForUser: ["POST /users/{username}/packages/{package_type}/{package_name}/restore{?token}"],
		restorePackageVersionForAuthenticatedUser: ["POST /user/packages/{package_type}/{package_name}/versions/{package_version_id}/restore"],
		restorePackageVersionForOrg: ["POST /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}/restore"],
		restorePackageVersionForUser: ["POST /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}/restore"]
	},
	privateRegistries: {
		createOrgPrivateRegistry: ["POST /orgs/{org}/private-registries"],
		deleteOrgPrivateRegistry: ["DELETE /orgs/{org}/private-registries/{secret_name}"],
		getOrgPrivateRegistry: ["GET /orgs/{org}/private-registries/{secret_name}"],
		getOrgPublicKey: ["GET /orgs/{org}/private-registries/public-key"],
		listOrgPrivateRegistries: ["GET /orgs/{org}/private-registries"],
		updateOrgPrivateRegistry: ["PATCH /orgs/{org}/private-registries/{secret_name}"]
	},
	projects: {
		addItemForOrg: ["POST /orgs/{org}/projectsV2/{project_number}/items"],
		addItemForUser: ["POST /users/{username}/projectsV2/{project_number}/items"],
		deleteItemForOrg: ["DELETE /orgs/{org}/projectsV2/{project_number}/items/{item_id}"],
		deleteItemForUser: ["DELETE /users/{username}/projectsV2/{project_number}/items/{item_id}"],
		getFieldForOrg: ["GET /orgs/{org}/projectsV2/{project_number}/fields/{field_id}"],
		getFieldForUser: ["GET /users/{username}/projectsV2/{project_number}/fields/{field_id}"],
		getForOrg: ["GET /orgs/{org}/projectsV2/{project_number}"],
		getForUser: ["GET /users/{username}/projectsV2/{project_number}"],
		getOrgItem: ["GET /orgs/{org}/projectsV2/{project_number}/items/{item_id}"],
		getUserItem: ["GET /users/{username}/projectsV2/{project_number}/items/{item_id}"],
		listFieldsForOrg: ["GET /orgs/{org}/projectsV2/{project_number}/fields"],
		listFieldsForUser: ["GET /users/{username}/projectsV2/{project_number}/fields"],
		listForOrg: ["GET /orgs/{org}/projectsV2"],
		listForUser: ["GET /users/{username}/projectsV2"],
		listItemsForOrg: ["GET /orgs/{org}/projectsV2/{project_number}/items"],
		listItemsForUser: ["GET /users/{username}/projectsV2/{project_number}/items"],
		updateItemForOrg: ["PATCH /orgs/{org}/projectsV2/{project_number}/items/{item_id}"],
		updateItemForUser: ["PATCH /users/{username}/projectsV2/{project_number}/items/{item_id}"]
	},
	pulls: {
		checkIfMerged: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/merge"],
		create: ["POST /repos/{owner}/{repo}/pulls"],
		createReplyForReviewComment: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies"],
		createReview: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews"],
		createReviewComment: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/comments"],
		deletePendingReview: ["DELETE /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"],
		deleteReviewComment: ["DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}"],
		dismissReview: ["PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals"],
		get: ["GET /repos/{owner}/{repo}/pulls/{pull_number}"],
		getReview: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"],
		getReviewComment: ["GET /repos/{owner}/{repo}/pulls/comments/{comment_id}"],
		list: ["GET /repos/{owner}/{repo}/pulls"],
		listCommentsForReview: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments"],
		listCommits: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/commits"],
		listFiles: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/files"],
		listRequestedReviewers: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"],
		listReviewComments: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/comments"],
		listReviewCommentsForRepo: ["GET /repos/{owner}/{repo}/pulls/comments"],
		listReviews: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews"],
		merge: ["PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge"],
		removeRequestedReviewers: ["DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"],
		requestReviewers: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"],
		submitReview: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/events"],
		update: ["PATCH /repos/{owner}/{repo}/pulls/{pull_number}"],
		updateBranch: ["PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch"],
		updateReview: ["PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"],
		updateReviewComment: ["PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}"]
	},
	rateLimit: { get: ["GET /rate_limit"] },
	reactions: {
		createForCommitComment: ["POST /repos/{owner}/{repo}/comments/{comment_id}/reactions"],
		createForIssue: ["POST /repos/{owner}/{repo}/issues/{issue_number}/reactions"],
		createForIssueComment: ["POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions"],
		createForPullRequestReviewComment: ["POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions"],
		createForRelease: ["POST /repos/{owner}/{repo}/releases/{release_id}/reactions"],
		createForTeamDiscussionCommentInOrg: ["POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions"],
		createForTeamDiscussionInOrg: ["POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions"],
		deleteForCommitComment: ["DELETE /repos/{owner}/{repo}/comments/{comment_id}/reactions/{reaction_id}"],
		deleteForIssue: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/reactions/{reaction_id}"],
		deleteForIssueComment: ["DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}"],
		deleteForPullRequestComment: ["DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions/{reaction_id}"],
		deleteForRelease: ["DELETE /repos/{owner}/{repo}/releases/{release_id}/reactions/{reaction_id}"],
		deleteForTeamDiscussion: ["DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions/{reaction_id}"],
		deleteForTeamDiscussionComment: ["DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions/{reaction_id}"],
		listForCommitComment: ["GET /repos/{owner}/{repo}/comments/{comment_id}/reactions"],
		listForIssue: ["GET /repos/{owner}/{repo}/issues/{issue_number}/reactions"],
		listForIssueComment: ["GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions"],
		listForPullRequestReviewComment: ["GET /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions"],
		listForRelease: ["GET /repos/{owner}/{repo}/releases/{release_id}/reactions"],
		listForTeamDiscussionCommentInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions"],
		listForTeamDiscussionInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions"]
	},
	repos: {
		acceptInvitation: [
			"PATCH /user/repository_invitations/{invitation_id}",
			{},
			{ renamed: ["repos", "acceptInvitationForAuthenticatedUser"] }
		],
		acceptInvitationForAuthenticatedUser: ["PATCH /user/repository_invitations/{invitation_id}"],
		addAppAccessRestrictions: [
			"POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",
			{},
			{ mapToData: "apps" }
		],
		addCollaborator: ["PUT /repos/{owner}/{repo}/collaborators/{username}"],
		addStatusCheckContexts: [
			"POST /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",
			{},
			{ mapToData: "contexts" }
		],
		addTeamAccessRestrictions: [
			"POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",
			{},
			{ mapToData: "teams" }
		],
		addUserAccessRestrictions: [
			"POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",
			{},
			{ mapToData: "users" }
		],
		cancelPagesDeployment: ["POST /repos/{owner}/{repo}/pages/deployments/{pages_deployment_id}/cancel"],
		checkAutomatedSecurityFixes: ["GET /repos/{owner}/{repo}/automated-security-fixes"],
		checkCollaborator: ["GET /repos/{owner}/{repo}/collaborators/{username}"],
		checkImmutableReleases: ["GET /repos/{owner}/{repo}/immutable-releases"],
		checkPrivateVulnerabilityReporting: ["GET /repos/{owner}/{repo}/private-vulnerability-reporting"],
		checkVulnerabilityAlerts: ["GET /repos/{owner}/{repo}/vulnerability-alerts"],
		codeownersErrors: ["GET /repos/{owner}/{repo}/codeowners/errors"],
		compareCommits: ["GET /repos/{owner}/{repo}/compare/{base}...{head}"],
		compareCommitsWithBasehead: ["GET /repos/{owner}/{repo}/compare/{basehead}"],
		createAttestation: ["POST /repos/{owner}/{repo}/attestations"],
		createAutolink: ["POST /repos/{owner}/{repo}/autolinks"],
		createCommitComment: ["POST /repos/{owner}/{repo}/commits/{commit_sha}/comments"],
		createCommitSignatureProtection: ["POST /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"],
		createCommitStatus: ["POST /repos/{owner}/{repo}/statuses/{sha}"],
		createDeployKey: ["POST /repos/{owner}/{repo}/keys"],
		createDeployment: ["POST /repos/{owner}/{repo}/deployments"],
		createDeploymentBranchPolicy: ["POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies"],
		createDeploymentProtectionRule: ["POST /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules"],
		createDeploymentStatus: ["POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses"],
		createDispatchEvent: ["POST /repos/{owner}/{repo}/dispatches"],
		createForAuthenticatedUser: ["POST /user/repos"],
		createFork: ["POST /repos/{owner}/{repo}/forks"],
		createInOrg: ["POST /orgs/{org}/repos"],
		createOrUpdateEnvironment: ["PUT /repos/{owner}/{repo}/environments/{environment_name}"],
		createOrUpdateFileContents: ["PUT /repos/{owner}/{repo}/contents/{path}"],
		createOrgRuleset: ["POST /orgs/{org}/rulesets"],
		createPagesDeployment: ["POST /repos/{owner}/{repo}/pages/deployments"],
		createPagesSite: ["POST /repos/{owner}/{repo}/pages"],
		createRelease: ["POST /repos/{owner}/{repo}/releases"],
		createRepoRuleset: ["POST /repos/{owner}/{repo}/rulesets"],
		createUsingTemplate: ["POST /repos/{template_owner}/{template_repo}/generate"],
		createWebhook: ["POST /repos/{owner}/{repo}/hooks"],
		customPropertiesForReposCreateOrUpdateRepositoryValues: ["PATCH /repos/{owner}/{repo}/properties/values"],
		customPropertiesForReposGetRepositoryValues: ["GET /repos/{owner}/{repo}/properties/values"],
		declineInvitation: [
			"DELETE /user/repository_invitations/{invitation_id}",
			{},
			{ renamed: ["repos", "declineInvitationForAuthenticatedUser"] }
		],
		declineInvitationForAuthenticatedUser: ["DELETE /user/repository_invitations/{invitation_id}"],
		delete: ["DELETE /repos/{owner}/{repo}"],
		deleteAccessRestrictions: ["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions"],
		deleteAdminBranchProtection: ["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"],
		deleteAnEnvironment: ["DELETE /repos/{owner}/{repo}/environments/{environment_name}"],
		deleteAutolink: ["DELETE /repos/{owner}/{repo}/autolinks/{autolink_id}"],
		deleteBranchProtection: ["DELETE /repos/{owner}/{repo}/branches/{branch}/protection"],
		deleteCommitComment: ["DELETE /repos/{owner}/{repo}/comments/{comment_id}"],
		deleteCommitSignatureProtection: ["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"],
		deleteDeployKey: ["DELETE /repos/{owner}/{repo}/keys/{key_id}"],
		deleteDeployment: ["DELETE /repos/{owner}/{repo}/deployments/{deployment_id}"],
		deleteDeploymentBranchPolicy: ["DELETE /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"],
		deleteFile: ["DELETE /repos/{owner}/{repo}/contents/{path}"],
		deleteInvitation: ["DELETE /repos/{owner}/{repo}/invitations/{invitation_id}"],
		deleteOrgRuleset: ["DELETE /orgs/{org}/rulesets/{ruleset_id}"],
		deletePagesSite: ["DELETE /repos/{owner}/{repo}/pages"],
		deletePullRequestReviewProtection: ["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"],
		deleteRelease: ["DELETE /repos/{owner}/{repo}/releases/{release_id}"],
		deleteReleaseAsset: ["DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}"],
		deleteRepoRuleset: ["DELETE /repos/{owner}/{repo}/rulesets/{ruleset_id}"],
		deleteWebhook: ["DELETE /repos/{owner}/{repo}/hooks/{hook_id}"],
		disableAutomatedSecurityFixes: ["DELETE /repos/{owner}/{repo}/automated-security-fixes"],
		disableDeploymentProtectionRule: ["DELETE /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/{protection_rule_id}"],
		disableImmutableReleases: ["DELETE /repos/{owner}/{repo}/immutable-releases"],
		disablePrivateVulnerabilityReporting: ["DELETE /repos/{owner}/{repo}/private-vulnerability-reporting"],
		disableVulnerabilityAlerts: ["DELETE /repos/{owner}/{repo}/vulnerability-alerts"],
		downloadArchive: [
			"GET /repos/{owner}/{repo}/zipball/{ref}",
			{},
			{ renamed: ["repos", "downloadZipballArchive"] }
		],
		downloadTarballArchive: ["GET /repos/{owner}/{repo}/tarball/{ref}"],
		downloadZipballArchive: ["GET /repos/{owner}/{repo}/zipball/{ref}"],
		enableAutomatedSecurityFixes: ["PUT /repos/{owner}/{repo}/automated-security-fixes"],
		enableImmutableReleases: ["PUT /repos/{owner}/{repo}/immutable-releases"],
		enablePrivateVulnerabilityReporting: ["PUT /repos/{owner}/{repo}/private-vulnerability-reporting"],
		enableVulnerabilityAlerts: ["PUT /repos/{owner}/{repo}/vulnerability-alerts"],
		generateReleaseNotes: ["POST /repos/{owner}/{repo}/releases/generate-notes"],
		get: ["GET /repos/{owner}/{repo}"],
		getAccessRestrictions: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions"],
		getAdminBranchProtection: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"],
		getAllDeploymentProtectionRules: ["GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules"],
		getAllEnvironments: ["GET /repos/{owner}/{repo}/environments"],
		getAllStatusCheckContexts: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts"],
		getAllTopics: ["GET /repos/{owner}/{repo}/topics"],
		getAppsWithAccessToProtectedBranch: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps"],
		getAutolink: ["GET /repos/{owner}/{repo}/autolinks/{autolink_id}"],
		getBranch: ["GET /repos/{owner}/{repo}/branches/{branch}"],
		getBranchProtection: ["GET /repos/{owner}/{repo}/branches/{branch}/protection"],
		getBranchRules: ["GET /repos/{owner}/{repo}/rules/branches/{branch}"],
		getClones: ["GET /repos/{owner}/{repo}/traffic/clones"],
		getCodeFrequencyStats: ["GET /repos/{owner}/{repo}/stats/code_frequency"],
		getCollaboratorPermissionLevel: ["GET /repos/{owner}/{repo}/collaborators/{username}/permission"],
		getCombinedStatusForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/status"],
		getCommit: ["GET /repos/{owner}/{repo}/commits/{ref}"],
		getCommitActivityStats: ["GET /repos/{owner}/{repo}/stats/commit_activity"],
		getCommitComment: ["GET /repos/{owner}/{repo}/comments/{comment_id}"],
		getCommitSignatureProtection: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"],
		getCommunityProfileMetrics: ["GET /repos/{owner}/{repo}/community/profile"],
		getContent: ["GET /repos/{owner}/{repo}/contents/{path}"],
		getContributorsStats: ["GET /repos/{owner}/{repo}/stats/contributors"],
		getCustomDeploymentProtectionRule: ["GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/{protection_rule_id}"],
		getDeployKey: ["GET /repos/{owner}/{repo}/keys/{key_id}"],
		getDeployment: ["GET /repos/{owner}/{repo}/deployments/{deployment_id}"],
		getDeploymentBranchPolicy: ["GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"],
		getDeploymentStatus: ["GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses/{status_id}"],
		getEnvironment: ["GET /repos/{owner}/{repo}/environments/{environment_name}"],
		getLatestPagesBuild: ["GET /repos/{owner}/{repo}/pages/builds/latest"],
		getLatestRelease: ["GET /repos/{owner}/{repo}/releases/latest"],
		getOrgRuleSuite: ["GET /orgs/{org}/rulesets/rule-suites/{rule_suite_id}"],
		getOrgRuleSuites: ["GET /orgs/{org}/rulesets/rule-suites"],
		getOrgRuleset: ["GET /orgs/{org}/rulesets/{ruleset_id}"],
		getOrgRulesets: ["GET /orgs/{org}/rulesets"],
		getPages: ["GET /repos/{owner}/{repo}/pages"],
		getPagesBuild: ["GET /repos/{owner}/{repo}/pages/builds/{build_id}"],
		getPagesDeployment: ["GET /repos/{owner}/{repo}/pages/deployments/{pages_deployment_id}"],
		getPagesHealthCheck: ["GET /repos/{owner}/{repo}/pages/health"],
		getParticipationStats: ["GET /repos/{owner}/{repo}/stats/participation"],
		getPullRequestReviewProtection: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"],
		getPunchCardStats: ["GET /repos/{owner}/{repo}/stats/punch_card"],
		getReadme: ["GET /repos/{owner}/{repo}/readme"],
		getReadmeInDirectory: ["GET /repos/{owner}/{repo}/readme/{dir}"],
		getRelease: ["GET /repos/{owner}/{repo}/releases/{release_id}"],
		getReleaseAsset: ["GET /repos/{owner}/{repo}/releases/assets/{asset_id}"],
		getReleaseByTag: ["GET /repos/{owner}/{repo}/releases/tags/{tag}"],
		getRepoRuleSuite: ["GET /repos/{owner}/{repo}/rulesets/rule-suites/{rule_suite_id}"],
		getRepoRuleSuites: ["GET /repos/{owner}/{repo}/rulesets/rule-suites"],
		getRepoRuleset: ["GET /repos/{owner}/{repo}/rulesets/{ruleset_id}"],
		getRepoRulesetHistory: ["GET /repos/{owner}/{repo}/rulesets/{ruleset_id}/history"],
		getRepoRulesetVersion: ["GET /repos/{owner}/{repo}/rulesets/{ruleset_id}/history/{version_id}"],
		getRepoRulesets: ["GET /repos/{owner}/{repo}/rulesets"],
		getStatusChecksProtection: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"],
		getTeamsWithAccessToProtectedBranch: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams"],
		getTopPaths: ["GET /repos/{owner}/{repo}/traffic/popular/paths"],
		getTopReferrers: ["GET /repos/{owner}/{repo}/traffic/popular/referrers"],
		getUsersWithAccessToProtectedBranch: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users"],
		getViews: ["GET /repos/{owner}/{repo}/traffic/views"],
		getWebhook: ["GET /repos/{owner}/{repo}/hooks/{hook_id}"],
		getWebhookConfigForRepo: ["GET /repos/{owner}/{repo}/hooks/{hook_id}/config"],
		getWebhookDelivery: ["GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}"],
		listActivities: ["GET /repos/{owner}/{repo}/activity"],
		listAttestations: ["GET /repos/{owner}/{repo}/attestations/{subject_digest}"],
		listAutolinks: ["GET /repos/{owner}/{repo}/autolinks"],
		listBranches: ["GET /repos/{owner}/{repo}/branches"],
		listBranchesForHeadCommit: ["GET /repos/{owner}/{repo}/commits/{commit_sha}/branches-where-head"],
		listCollaborators: ["GET /repos/{owner}/{repo}/collaborators"],
		listCommentsForCommit: ["GET /repos/{owner}/{repo}/commits/{commit_sha}/comments"],
		listCommitCommentsForRepo: ["GET /repos/{owner}/{repo}/comments"],
		listCommitStatusesForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/statuses"],
		listCommits: ["GET /repos/{owner}/{repo}/commits"],
		listContributors: ["GET /repos/{owner}/{repo}/contributors"],
		listCustomDeploymentRuleIntegrations: ["GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/apps"],
		listDeployKeys: ["GET /repos/{owner}/{repo}/keys"],
		listDeploymentBranchPolicies: ["GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies"],
		listDeploymentStatuses: ["GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses"],
		listDeployments: ["GET /repos/{owner}/{repo}/deployments"],
		listForAuthenticatedUser: ["GET /user/repos"],
		listForOrg: ["GET /orgs/{org}/repos"],
		listForUser: ["GET /users/{username}/repos"],
		listForks: ["GET /repos/{owner}/{repo}/forks"],
		listInvitations: ["GET /repos/{owner}/{repo}/invitations"],
		listInvitationsForAuthenticatedUser: ["GET /user/repository_invitations"],
		listLanguages: ["GET /repos/{owner}/{repo}/languages"],
		listPagesBuilds: ["GET /repos/{owner}/{repo}/pages/builds"],
		listPublic: ["GET /repositories"],
		listPullRequestsAssociatedWithCommit: ["GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls"],
		listReleaseAssets: ["GET /repos/{owner}/{repo}/releases/{release_id}/assets"],
		listReleases: ["GET /repos/{owner}/{repo}/releases"],
		listTags: ["GET /repos/{owner}/{repo}/tags"],
		listTeams: ["GET /repos/{owner}/{repo}/teams"],
		listWebhookDeliveries: ["GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries"],
		listWebhooks: ["GET /repos/{owner}/{repo}/hooks"],
		merge: ["POST /repos/{owner}/{repo}/merges"],
		mergeUpstream: ["POST /repos/{owner}/{repo}/merge-upstream"],
		pingWebhook: ["POST /repos/{owner}/{repo}/hooks/{hook_id}/pings"],
		redeliverWebhookDelivery: ["POST /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}/attempts"],
		removeAppAccessRestrictions: [
			"DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",
			{},
			{ mapToData: "apps" }
		],
		removeCollaborator: ["DELETE /repos/{owner}/{repo}/collaborators/{username}"],
		removeStatusCheckContexts: [
			"DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",
			{},
			{ mapToData: "contexts" }
		],
		removeStatusCheckProtection: ["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"],
		removeTeamAccessRestrictions: [
			"DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",
			{},
			{ mapToData: "teams" }
		],
		removeUserAccessRestrictions: [
			"DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",
			{},
			{ mapToData: "users" }
		],
		renameBranch: ["POST /repos/{owner}/{repo}/branches/{branch}/rename"],
		replaceAllTopics: ["PUT /repos/{owner}/{repo}/topics"],
		requestPagesBuild: ["POST /repos/{owner}/{repo}/pages/builds"],
		setAdminBranchProtection: ["POST /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"],
		setAppAccessRestrictions: [
			"PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",
			{},
			{ mapToData: "apps" }
		],
		setStatusCheckContexts: [
			"PUT /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",
			{},
			{ mapToData: "contexts" }
		],
		setTeamAccessRestrictions: [
			"PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",
			{},
			{ mapToData: "teams" }
		],
		setUserAccessRestrictions: [
			"PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",
			{},
			{ mapToData: "users" }
		],
		testPushWebhook: ["POST /repos/{owner}/{repo}/hooks/{hook_id}/tests"],
		transfer: ["POST /repos/{owner}/{repo}/transfer"],
		update: ["PATCH /repos/{owner}/{repo}"],
		updateBranchProtection: ["PUT /repos/{owner}/{repo}/branches/{branch}/protection"],
		updateCommitComment: ["PATCH /repos/{owner}/{repo}/comments/{comment_id}"],
		updateDeploymentBranchPolicy: ["PUT /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"],
		updateInformationAboutPagesSite: ["PUT /repos/{owner}/{repo}/pages"],
		updateInvitation: ["PATCH /repos/{owner}/{repo}/invitations/{invitation_id}"],
		updateOrgRuleset: ["PUT /orgs/{org}/rulesets/{ruleset_id}"],
		updatePullRequestReviewProtection: ["PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"],
		updateRelease: ["PATCH /repos/{owner}/{repo}/releases/{release_id}"],
		updateReleaseAsset: ["PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}"],
		updateRepoRuleset: ["PUT /repos/{owner}/{repo}/rulesets/{ruleset_id}"],
		updateStatusCheckPotection: [
			"PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks",
			{},
			{ renamed: ["repos", "updateStatusCheckProtection"] }
		],
		updateStatusCheckProtection: ["PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"],
		updateWebhook: ["PATCH /repos/{owner}/{repo}/hooks/{hook_id}"],
		updateWebhookConfigForRepo: ["PATCH /repos/{owner}/{repo}/hooks/{hook_id}/config"],
		uploadReleaseAsset: ["POST /repos/{owner}/{repo}/releases/{release_id}/assets{?name,label}", { baseUrl: "https://uploads.github.com" }]
	},
	search: {
		code: ["GET /search/code"],
		commits: ["GET /search/commits"],
		issuesAndPullRequests: ["GET /search/issues"],
		labels: ["GET /search/labels"],
		repos: ["GET /search/repositories"],
		topics: ["GET /search/topics"],
		users: ["GET /search/users"]
	},
	secretScanning: {
		createPushProtectionBypass: ["POST /repos/{owner}/{repo}/secret-scanning/push-protection-bypasses"],
		getAlert: ["GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}"],
		getScanHistory: ["GET /repos/{owner}/{repo}/secret-scanning/scan-history"],
		listAlertsForOrg: ["GET /orgs/{org}/secret-scanning/alerts"],
		listAlertsForRepo: ["GET /repos/{owner}/{repo}/secret-scanning/alerts"],
		listLocationsForAlert: ["GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations"],
		listOrgPatternConfigs: ["GET /orgs/{org}/secret-scanning/pattern-configurations"],
		updateAlert: ["PATCH /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}"],
		updateOrgPatternConfigs: ["PATCH /orgs/{org}/secret-scanning/pattern-configurations"]
	},
	securityAdvisories: {
		createFork: ["POST /repos/{owner}/{repo}/security-advisories/{ghsa_id}/forks"],
		createPrivateVulnerabilityReport: ["POST /repos/{owner}/{repo}/security-advisories/reports"],
		createRepositoryAdvisory: ["POST /repos/{owner}/{repo}/security-advisories"],
		createRepositoryAdvisoryCveRequest: ["POST /repos/{owner}/{repo}/security-advisories/{ghsa_id}/cve"],
		getGlobalAdvisory: ["GET /advisories/{ghsa_id}"],
		getRepositoryAdvisory: ["GET /repos/{owner}/{repo}/security-advisories/{ghsa_id}"],
		listGlobalAdvisories: ["GET /advisories"],
		listOrgRepositoryAdvisories: ["GET /orgs/{org}/security-advisories"],
		listRepositoryAdvisories: ["GET /repos/{owner}/{repo}/security-advisories"],
		updateRepositoryAdvisory: ["PATCH /repos/{owner}/{repo}/security-advisories/{ghsa_id}"]
	},
	teams: {
		addOrUpdateMembershipForUserInOrg: ["PUT /orgs/{org}/teams/{team_slug}/memberships/{username}"],
		addOrUpdateRepoPermissionsInOrg: ["PUT /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"],
		checkPermissionsForRepoInOrg: ["GET /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"],
		create: ["POST /orgs/{org}/teams"],
		createDiscussionCommentInOrg: ["POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments"],
		createDiscussionInOrg: ["POST /orgs/{org}/teams/{team_slug}/discussions"],
		deleteDiscussionCommentInOrg: ["DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"],
		deleteDiscussionInOrg: ["DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"],
		deleteInOrg: ["DELETE /orgs/{org}/teams/{team_slug}"],
		getByName: ["GET /orgs/{org}/teams/{team_slug}"],
		getDiscussionCommentInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"],
		getDiscussionInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"],
		getMembershipForUserInOrg: ["GET /orgs/{org}/teams/{team_slug}/memberships/{username}"],
		list: ["GET /orgs/{org}/teams"],
		listChildInOrg: ["GET /orgs/{org}/teams/{team_slug}/teams"],
		listDiscussionCommentsInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments"],
		listDiscussionsInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions"],
		listForAuthenticatedUser: ["GET /user/teams"],
		listMembersInOrg: ["GET /orgs/{org}/teams/{team_slug}/members"],
		listPendingInvitationsInOrg: ["GET /orgs/{org}/teams/{team_slug}/invitations"],
		listReposInOrg: ["GET /orgs/{org}/teams/{team_slug}/repos"],
		removeMembershipForUserInOrg: ["DELETE /orgs/{org}/teams/{team_slug}/memberships/{username}"],
		removeRepoInOrg: ["DELETE /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"],
		updateDiscussionCommentInOrg: ["PATCH /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"],
		updateDiscussionInOrg: ["PATCH /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"],
		updateInOrg: ["PATCH /orgs/{org}/teams/{team_slug}"]
	},
	users: {
		addEmailForAuthenticated: [
			"POST /user/emails",
			{},
			{ renamed: ["users", "addEmailForAuthenticatedUser"] }
		],
		addEmailForAuthenticatedUser: ["POST /user/emails"],
		addSocialAccountForAuthenticatedUser: ["POST /user/social_accounts"],
		block: ["PUT /user/blocks/{username}"],
		checkBlocked: ["GET /user/blocks/{username}"],
		checkFollowingForUser: ["GET /users/{username}/following/{target_user}"],
		checkPersonIsFollowedByAuthenticated: ["GET /user/following/{username}"],
		createGpgKeyForAuthenticated: [
			"POST /user/gpg_keys",
			{},
			{ renamed: ["users", "createGpgKeyForAuthenticatedUser"] }
		],
		createGpgKeyForAuthenticatedUser: ["POST /user/gpg_keys"],
		createPublicSshKeyForAuthenticated: [
			"POST /user/keys",
			{},
			{ renamed: ["users", "createPublicSshKeyForAuthenticatedUser"] }
		],
		createPublicSshKeyForAuthenticatedUser: ["POST /user/keys"],
		createSshSigningKeyForAuthenticatedUser: ["POST /user/ssh_signing_keys"],
		deleteAttestationsBulk: ["POST /users/{username}/attestations/delete-request"],
		deleteAttestationsById: ["DELETE /users/{username}/attestations/{attestation_id}"],
		deleteAttestationsBySubjectDigest: ["DELETE /users/{username}/attestations/digest/{subject_digest}"],
		deleteEmailForAuthenticated: [
			"DELETE /user/emails",
			{},
			{ renamed: ["users", "deleteEmailForAuthenticatedUser"] }
		],
		deleteEmailForAuthenticatedUser: ["DELETE /user/emails"],
		deleteGpgKeyForAuthenticated: [
			"DELETE /user/gpg_keys/{gpg_key_id}",
			{},
			{ renamed: ["users", "deleteGpgKeyForAuthenticatedUser"] }
		],
		deleteGpgKeyForAuthenticatedUser: ["DELETE /user/gpg_keys/{gpg_key_id}"],
		deletePublicSshKeyForAuthenticated: [
			"DELETE /user/keys/{key_id}",
			{},
			{ renamed: ["users", "deletePublicSshKeyForAuthenticatedUser"] }
		],
		deletePublicSshKeyForAuthenticatedUser: ["DELETE /user/keys/{key_id}"],
		deleteSocialAccountForAuthenticatedUser: ["DELETE /user/social_accounts"],
		deleteSshSigningKeyForAuthenticatedUser: ["DELETE /user/ssh_signing_keys/{ssh_signing_key_id}"],
		follow: ["PUT /user/following/{username}"],
		getAuthenticated: ["GET /user"],
		getById: ["GET /user/{account_id}"],
		getByUsername: ["GET /users/{username}"],
		getContextForUser: ["GET /users/{username}/hovercard"],
		getGpgKeyForAuthenticated: [
			"GET /user/gpg_keys/{gpg_key_id}",
			{},
			{ renamed: ["users", "getGpgKeyForAuthenticatedUser"] }
		],
		getGpgKeyForAuthenticatedUser: ["GET /user/gpg_keys/{gpg_key_id}"],
		getPublicSshKeyForAuthenticated: [
			"GET /user/keys/{key_id}",
			{},
			{ renamed: ["users", "getPublicSshKeyForAuthenticatedUser"] }
		],
		getPublicSshKeyForAuthenticatedUser: ["GET /user/keys/{key_id}"],
		getSshSigningKeyForAuthenticatedUser: ["GET /user/ssh_signing_keys/{ssh_signing_key_id}"],
		list: ["GET /users"],
		listAttestations: ["GET /users/{username}/attestations/{subject_digest}"],
		listAttestationsBulk: ["POST /users/{username}/attestations/bulk-list{?per_page,before,after}"],
		listBlockedByAuthenticated: [
			"GET /user/blocks",
			{},
			{ renamed: ["users", "listBlockedByAuthenticatedUser"] }
		],
		listBlockedByAuthenticatedUser: ["GET /user/blocks"],
		listEmailsForAuthenticated: [
			"GET /user/emails",
			{},
			{ renamed: ["users", "listEmailsForAuthenticatedUser"] }
		],
		listEmailsForAuthenticatedUser: ["GET /user/emails"],
		listFollowedByAuthenticated: [
			"GET /user/following",
			{},
			{ renamed: ["users", "listFollowedByAuthenticatedUser"] }
		],
		listFollowedByAuthenticatedUser: ["GET /user/following"],
		listFollowersForAuthenticatedUser: ["GET /user/followers"],
		listFollowersForUser: ["GET /users/{username}/followers"],
		listFollowingForUser: ["GET /users/{username}/following"],
		listGpgKeysForAuthenticated: [
			"GET /user/gpg_keys",
			{},
			{ renamed: ["users", "listGpgKeysForAuthenticatedUser"] }
		],
		listGpgKeysForAuthenticatedUser: ["GET /user/gpg_keys"],
		listGpgKeysForUser: ["GET /users/{username}/gpg_keys"],
		listPublicEmailsForAuthenticated: [
			"GET /user/public_emails",
			{},
			{ renamed: ["users", "listPublicEmailsForAuthenticatedUser"] }
		],
		listPublicEmailsForAuthenticatedUser: ["GET /user/public_emails"],
		listPublicKeysForUser: ["GET /users/{username}/keys"],
		listPublicSshKeysForAuthenticated: [
			"GET /user/keys",
			{},
			{ renamed: ["users", "listPublicSshKeysForAuthenticatedUser"] }
		],
		listPublicSshKeysForAuthenticatedUser: ["GET /user/keys"],
		listSocialAccountsForAuthenticatedUser: ["GET /user/social_accounts"],
		listSocialAccountsForUser: ["GET /users/{username}/social_accounts"],
		listSshSigningKeysForAuthenticatedUser: ["GET /user/ssh_signing_keys"],
		listSshSigningKeysForUser: ["GET /users/{username}/ssh_signing_keys"],
		setPrimaryEmailVisibilityForAuthenticated: [
			"PATCH /user/email/visibility",
			{},
			{ renamed: ["users", "setPrimaryEmailVisibilityForAuthenticatedUser"] }
		],
		setPrimaryEmailVisibilityForAuthenticatedUser: ["PATCH /user/email/visibility"],
		unblock: ["DELETE /user/blocks/{username}"],
		unfollow: ["DELETE /user/following/{username}"],
		updateAuthenticated: ["PATCH /user"]
	}
};
// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/endpoints-to-methods.js
const endpointMethodsMap = /* @__PURE__ */ new Map();
for (const [scope, endpoints] of Object.entries(endpoints_default)) for (const [methodName, endpoint] of Object.entries(endpoints)) {
	const [route, defaults, decorations] = endpoint;
	const [method, url] = route.split(/ /);
	const endpointDefaults = Object.assign({
		method,
		url
	}, defaults);
	if (!endpointMethodsMap.has(scope)) endpointMethodsMap.set(scope, /* @__PURE__ */ new Map());
	endpointMethodsMap.get(scope).set(methodName, {
		scope,
		methodName,
		endpointDefaults,
		decorations
	});
}
const handler = {
	has({ scope }, methodName) {
		return endpointMethodsMap.get(scope).has(methodName);
	},
	getOwnPropertyDescriptor(target, methodName) {
		return {
			value: this.get(target, methodName),
			configurable: true,
			writable: true,
			enumerable: true
		};
	},
	defineProperty(target, methodName, descriptor) {
		Object.defineProperty(target.cache, methodName, descriptor);
		return true;
	},
	deleteProperty(target, methodName) {
		delete target.cache[methodName];
		return true;
	},
	ownKeys({ scope }) {
		return [...endpointMethodsMap.get(scope).keys()];
	},
	set(target, methodName, value) {
		return target.cache[methodName] = value;
	},
	get({ octokit, scope, cache }, methodName) {
		if (cache[methodName]) return cache[methodName];
		const method = endpointMethodsMap.get(scope).get(methodName);
		if (!method) return;
		const { endpointDefaults, decorations } = method;
		if (decorations) cache[methodName] = decorate(octokit, scope, methodName, endpointDefaults, decorations);
		else cache[methodName] = octokit.request.defaults(endpointDefaults);
		return cache[methodName];
	}
};
function endpointsToMethods(octokit) {
	const newMethods = {};
	for (const scope of endpointMethodsMap.keys()) newMethods[scope] = new Proxy({
		octokit,
		scope,
		cache: {}
	}, handler);
	return newMethods;
}
function decorate(octokit, scope, methodName, defaults, decorations) {
	const requestWithDefaults = octokit.request.defaults(defaults);
	function withDecorations(...args) {
		let options = requestWithDefaults.endpoint.merge(...args);
		if (decorations.mapToData) {
			options = Object.assign({}, options, {
				data: options[decorations.mapToData],
				[decorations.mapToData]: void 0
			});
			return requestWithDefaults(options);
		}
		if (decorations.renamed) {
			const [newScope, newMethodName] = decorations.renamed;
			octokit.log.warn(`octokit.${scope}.${methodName}() has been renamed to octokit.${newScope}.${newMethodName}()`);
		}
		if (decorations.deprecated) octokit.log.warn(decorations.deprecated);
		if (decorations.renamedParameters) {
			const options2 = requestWithDefaults.endpoint.merge(...args);
			for (const [name, alias] of Object.entries(decorations.renamedParameters)) if (name in options2) {
				octokit.log.warn(`"${name}" parameter is deprecated for "octokit.${scope}.${methodName}()". Use "${alias}" instead`);
				if (!(alias in options2)) options2[alias] = options2[name];
				delete options2[name];
			}
			return requestWithDefaults(options2);
		}
		return requestWithDefaults(...args);
	}
	return Object.assign(withDecorations, requestWithDefaults);
}
// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/index.js
function restEndpointMethods(octokit) {
	return { rest: endpointsToMethods(octokit) };
}
restEndpointMethods.VERSION = VERSION$5;
function legacyRestEndpointMethods(octokit) {
	const api = endpointsToMethods(octokit);
	return {
		...api,
		rest: api
	};
}
legacyRestEndpointMethods.VERSION = VERSION$5;
// node_modules/@octokit/plugin-paginate-rest/dist-bundle/index.js
var VERSION$4 = "0.0.0-development";
function normalizePaginatedListResponse(response) {
	if (!response.data) return {
		...response,
		data: []
	};
	if (!(("total_count" in response.data || "total_commits" in response.data) && !("url" in response.data))) return response;
	const incompleteResults = response.data.incomplete_results;
	const repositorySelection = response.data.repository_selection;
	const totalCount = response.data.total_count;
	const totalCommits = response.data.total_commits;
	delete response.data.incomplete_results;
	delete response.data.repository_selection;
	delete response.data.total_count;
	delete response.data.total_commits;
	const namespaceKey = Object.keys(response.data)[0];
	response.data = response.data[namespaceKey];
	if (typeof incompleteResults !== "undefined") response.data.incomplete_results = incompleteResults;
	if (typeof repositorySelection !== "undefined") response.data.repository_selection = repositorySelection;
	response.data.total_count = totalCount;
	response.data.total_commits = totalCommits;
	return response;
}
function iterator(octokit, route, parameters) {
	const options = typeof route === "function" ? route.endpoint(parameters) : octokit.request.endpoint(route, parameters);
	const requestMethod = typeof route === "function" ? route : octokit.request;
	const method = options.method;
	const headers = options.headers;
	let url = options.url;
	return { [Symbol.asyncIterator]: () => ({ async next() {
		if (!url) return { done: true };
		try {
			const normalizedResponse = normalizePaginatedListResponse(await requestMethod({
				method,
				url,
				headers
			}));
			url = ((normalizedResponse.headers.link || "").match(/<([^<>]+)>;\s*rel="next"/) || [])[1];
			if (!url && "total_commits" in normalizedResponse.data) {
				const parsedUrl = new URL(normalizedResponse.url);
				const params = parsedUrl.searchParams;
				const page = parseInt(params.get("page") || "1", 10);
				if (page * parseInt(params.get("per_page") || "250", 10) < normalizedResponse.data.total_commits) {
					params.set("page", String(page + 1));
					url = parsedUrl.toString();
				}
			}
			return { value: normalizedResponse };
		} catch (error) {
			if (error.status !== 409) throw error;
			url = "";
			return { value: {
				status: 200,
				headers: {},
				data: []
			} };
		}
	} }) };
}
function paginate(octokit, route, parameters, mapFn) {
	if (typeof parameters === "function") {
		mapFn = parameters;
		parameters = void 0;
	}
	return gather(octokit, [], iterator(octokit, route, parameters)[Symbol.asyncIterator](), mapFn);
}
function gather(octokit, results, iterator2, mapFn) {
	return iterator2.next().then((result) => {
		if (result.done) return results;
		let earlyExit = false;
		function done() {
			earlyExit = true;
		}
		results = results.concat(mapFn ? mapFn(result.value, done) : result.value.data);
		if (earlyExit) return results;
		return gather(octokit, results, iterator2, mapFn);
	});
}
Object.assign(paginate, { iterator });
function paginateRest(octokit) {
	return { paginate: Object.assign(paginate.bind(null, octokit), { iterator: iterator.bind(null, octokit) }) };
}
paginateRest.VERSION = VERSION$4;
new Context();
const baseUrl = getApiBaseUrl();
const defaults = {
	baseUrl,
	request: {
		agent: getProxyAgent(baseUrl),
		fetch: getProxyFetch(baseUrl)
	}
};
Octokit$1.plugin(restEndpointMethods, paginateRest).defaults(defaults);
/**
* Convience function to correctly format Octokit Options to pass into the constructor.
*
* @param     token    the repo PAT or GITHUB_TOKEN
* @param     options  other options to set
*/
function getOctokitOptions(token, options) {
	const opts = Object.assign({}, options || {});
	const auth = getAuthString(token, opts);
	if (auth) opts.auth = auth;
	const userAgent = getUserAgentWithOrchestrationId(opts.userAgent);
	if (userAgent) opts.userAgent = userAgent;
	return opts;
}
// node_modules/@octokit/plugin-retry/dist-bundle/index.js
var import_light = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	/**
	* This file contains the Bottleneck library (MIT), compiled to ES2017, and without Clustering support.
	* https://github.com/SGrondin/bottleneck
	*/
	(function(global, factory) {
		typeof exports === "object" && typeof module !== "undefined" ? module.exports = factory() : typeof define === "function" && define.amd ? define(factory) : global.Bottleneck = factory();
	})(this$1, (function() {
		"use strict";
		var commonjsGlobal = typeof globalThis !== "undefined" ? globalThis : typeof window !== "undefined" ? window : typeof global !== "undefined" ? global : typeof self !== "undefined" ? self : {};
		function getCjsExportFromNamespace(n) {
			return n && n["default"] || n;
		}
		var load = function(received, defaults, onto = {}) {
			var k, ref, v;
			for (k in defaults) {
				v = defaults[k];
				onto[k] = (ref = received[k]) != null ? ref : v;
			}
			return onto;
		};
		var overwrite = function(received, defaults, onto = {}) {
			var k, v;
			for (k in received) {
				v = received[k];
				if (defaults[k] !== void 0) onto[k] = v;
			}
			return onto;
		};
		var parser = {
			load,
			overwrite
		};
		var DLList_1 = class DLList {
			constructor(incr, decr) {
				this.incr = incr;
				this.decr = decr;
				this._first = null;
				this._last = null;
				this.length = 0;
			}
			push(value) {
				var node;
				this.length++;
				if (typeof this.incr === "function") this.incr();
				node = {
					value,
					prev: this._last,
					next: null
				};
				if (this._last != null) {
					this._last.next = node;
					this._last = node;
				} else this._first = this._last = node;
			}
			shift() {
				var value;
				if (this._first == null) return;
				else {
					this.length--;
					if (typeof this.decr === "function") this.decr();
				}
				value = this._first.value;
				if ((this._first = this._first.next) != null) this._first.prev = null;
				else this._last = null;
				return value;
			}
			first() {
				if (this._first != null) return this._first.value;
			}
			getArray() {
				var node = this._first, ref, results = [];
				while (node != null) results.push((ref = node, node = node.next, ref.value));
				return results;
			}
			forEachShift(cb) {
				var node = this.shift();
				while (node != null) cb(node), node = this.shift();
			}
			debug() {
				var node = this._first, ref, ref1, ref2, results = [];
				while (node != null) results.push((ref = node, node = node.next, {
					value: ref.value,
					prev: (ref1 = ref.prev) != null ? ref1.value : void 0,
					next: (ref2 = ref.next) != null ? ref2.value : void 0
				}));
				return results;
			}
		};
		var Events_1 = class Events {
			constructor(instance) {
				this.instance = instance;
				this._events = {};
				if (this.instance.on != null || this.instance.once != null || this.instance.removeAllListeners != null) throw new Error("An Emitter already exists for this object");
				this.instance.on = (name, cb) => {
					return this._addListener(name, "many", cb);
				};
				this.instance.once = (name, cb) => {
					return this._addListener(name, "once", cb);
				};
				this.instance.removeAllListeners = (name = null) => {
					if (name != null) return delete this._events[name];
					else return this._events = {};
				};
			}
			_addListener(name, status, cb) {
				var base;
				if ((base = this._events)[name] == null) base[name] = [];
				this._events[name].push({
					cb,
					status
				});
				return this.instance;
			}
			listenerCount(name) {
				if (this._events[name] != null) return this._events[name].length;
				else return 0;
			}
			async trigger(name, ...args) {
				var e, promises;
				try {
					if (name !== "debug") this.trigger("debug", `Event triggered: ${name}`, args);
					if (this._events[name] == null) return;
					this._events[name] = this._events[name].filter(function(listener) {
						return listener.status !== "none";
					});
					promises = this._events[name].map(async (listener) => {
						var e, returned;
						if (listener.status === "none") return;
						if (listener.status === "once") listener.status = "none";
						try {
							returned = typeof listener.cb === "function" ? listener.cb(...args) : void 0;
							if (typeof (returned != null ? returned.then : void 0) === "function") return await returned;
							else return returned;
						} catch (error) {
							e = error;
							this.trigger("error", e);
							return null;
						}
					});
					return (await Promise.all(promises)).find(function(x) {
						return x != null;
					});
				} catch (error) {
					e = error;
					this.trigger("error", e);
					return null;
				}
			}
		};
		var DLList$1 = DLList_1, Events$1 = Events_1;
		var Queues_1 = class Queues {
			constructor(num_priorities) {
				this.Events = new Events$1(this);
				this._length = 0;
				this._lists = (function() {
					var j, ref, results = [];
					for (j = 1, ref = num_priorities; 1 <= ref ? j <= ref : j >= ref; 1 <= ref ? ++j : --j) results.push(new DLList$1((() => {
						return this.incr();
					}), (() => {
						return this.decr();
					})));
					return results;
				}).call(this);
			}
			incr() {
				if (this._length++ === 0) return this.Events.trigger("leftzero");
			}
			decr() {
				if (--this._length === 0) return this.Events.trigger("zero");
			}
			push(job) {
				return this._lists[job.options.priority].push(job);
			}
			queued(priority) {
				if (priority != null) return this._lists[priority].length;
				else return this._length;
			}
			shiftAll(fn) {
				return this._lists.forEach(function(list) {
					return list.forEachShift(fn);
				});
			}
			getFirst(arr = this._lists) {
				var j = 0, len = arr.length, list;
				for (; j < len; j++) {
					list = arr[j];
					if (list.length > 0) return list;
				}
				return [];
			}
			shiftLastFrom(priority) {
				return this.getFirst(this._lists.slice(priority).reverse()).shift();
			}
		};
		var BottleneckError_1 = class BottleneckError extends Error {};
		var BottleneckError$1, DEFAULT_PRIORITY, Job, NUM_PRIORITIES = 10, parser$1;
		DEFAULT_PRIORITY = 5;
		parser$1 = parser;
		BottleneckError$1 = BottleneckError_1;
		Job = class Job {
			constructor(task, args, options, jobDefaults, rejectOnDrop, Events, _states, Promise) {
				this.task = task;
				this.args = args;
				this.rejectOnDrop = rejectOnDrop;
				this.Events = Events;
				this._states = _states;
				this.Promise = Promise;
				this.options = parser$1.load(options, jobDefaults);
				this.options.priority = this._sanitizePriority(this.options.priority);
				if (this.options.id === jobDefaults.id) this.options.id = `${this.options.id}-${this._randomIndex()}`;
				this.promise = new this.Promise((_resolve, _reject) => {
					this._resolve = _resolve;
					this._reject = _reject;
				});
				this.retryCount = 0;
			}
			_sanitizePriority(priority) {
				var sProperty = ~~priority !== priority ? DEFAULT_PRIORITY : priority;
				if (sProperty < 0) return 0;
				else if (sProperty > NUM_PRIORITIES - 1) return NUM_PRIORITIES - 1;
				else return sProperty;
			}
			_randomIndex() {
				return Math.random().toString(36).slice(2);
			}
			doDrop({ error, message = "This job has been dropped by Bottleneck" } = {}) {
				if (this._states.remove(this.options.id)) {
					if (this.rejectOnDrop) this._reject(error != null ? error : new BottleneckError$1(message));
					this.Events.trigger("dropped", {
						args: this.args,
						options: this.options,
						task: this.task,
						promise: this.promise
					});
					return true;
				} else return false;
			}
			_assertStatus(expected) {
				var status = this._states.jobStatus(this.options.id);
				if (!(status === expected || expected === "DONE" && status === null)) throw new BottleneckError$1(`Invalid job status ${status}, expected ${expected}. Please open an issue at https://github.com/SGrondin/bottleneck/issues`);
			}
			doReceive() {
				this._states.start(this.options.id);
				return this.Events.trigger("received", {
					args: this.args,
					options: this.options
				});
			}
			doQueue(reachedHWM, blocked) {
				this._assertStatus("RECEIVED");
				this._states.next(this.options.id);
				return this.Events.trigger("queued", {
					args: this.args,
					options: this.options,
					reachedHWM,
					blocked
				});
			}
			doRun() {
				if (this.retryCount === 0) {
					this._assertStatus("QUEUED");
					this._states.next(this.options.id);
				} else this._assertStatus("EXECUTING");
				return this.Events.trigger("scheduled", {
					args: this.args,
					options: this.options
				});
			}
			async doExecute(chained, clearGlobalState, run, free) {
				var error, eventInfo, passed;
				if (this.retryCount === 0) {
					this._assertStatus("RUNNING");
					this._states.next(this.options.id);
				} else this._assertStatus("EXECUTING");
				eventInfo = {
					args: this.args,
					options: this.options,
					retryCount: this.retryCount
				};
				this.Events.trigger("executing", eventInfo);
				try {
					passed = await (chained != null ? chained.schedule(this.options, this.task, ...this.args) : this.task(...this.args));
					if (clearGlobalState()) {
						this.doDone(eventInfo);
						await free(this.options, eventInfo);
						this._assertStatus("DONE");
						return this._resolve(passed);
					}
				} catch (error1) {
					error = error1;
					return this._onFailure(error, eventInfo, clearGlobalState, run, free);
				}
			}
			doExpire(clearGlobalState, run, free) {
				var error, eventInfo;
				if (this._states.jobStatus(this.options.id === "RUNNING")) this._states.next(this.options.id);
				this._assertStatus("EXECUTING");
				eventInfo = {
					args: this.args,
					options: this.options,
					retryCount: this.retryCount
				};
				error = new BottleneckError$1(`This job timed out after ${this.options.expiration} ms.`);
				return this._onFailure(error, eventInfo, clearGlobalState, run, free);
			}
			async _onFailure(error, eventInfo, clearGlobalState, run, free) {
				var retry, retryAfter;
				if (clearGlobalState()) {
					retry = await this.Events.trigger("failed", error, eventInfo);
					if (retry != null) {
						retryAfter = ~~retry;
						this.Events.trigger("retry", `Retrying ${this.options.id} after ${retryAfter} ms`, eventInfo);
						this.retryCount++;
						return run(retryAfter);
					} else {
						this.doDone(eventInfo);
						await free(this.options, eventInfo);
						this._assertStatus("DONE");
						return this._reject(error);
					}
				}
			}
			doDone(eventInfo) {
				this._assertStatus("EXECUTING");
				this._states.next(this.options.id);
				return this.Events.trigger("done", eventInfo);
			}
		};
		var Job_1 = Job;
		var BottleneckError$2, LocalDatastore, parser$2 = parser;
		BottleneckError$2 = BottleneckError_1;
		LocalDatastore = class LocalDatastore {
			constructor(instance, storeOptions, storeInstanceOptions) {
				this.instance = instance;
				this.storeOptions = storeOptions;
				this.clientId = this.instance._randomIndex();
				parser$2.load(storeInstanceOptions, storeInstanceOptions, this);
				this._nextRequest = this._lastReservoirRefresh = this._lastReservoirIncrease = Date.now();
				this._running = 0;
				this._done = 0;
				this._unblockTime = 0;
				this.ready = this.Promise.resolve();
				this.clients = {};
				this._startHeartbeat();
			}
			_startHeartbeat() {
				var base;
				if (this.heartbeat == null && (this.storeOptions.reservoirRefreshInterval != null && this.storeOptions.reservoirRefreshAmount != null || this.storeOptions.reservoirIncreaseInterval != null && this.storeOptions.reservoirIncreaseAmount != null)) return typeof (base = this.heartbeat = setInterval(() => {
					var amount, incr, maximum, now = Date.now(), reservoir;
					if (this.storeOptions.reservoirRefreshInterval != null && now >= this._lastReservoirRefresh + this.storeOptions.reservoirRefreshInterval) {
						this._lastReservoirRefresh = now;
						this.storeOptions.reservoir = this.storeOptions.reservoirRefreshAmount;
						this.instance._drainAll(this.computeCapacity());
					}
					if (this.storeOptions.reservoirIncreaseInterval != null && now >= this._lastReservoirIncrease + this.storeOptions.reservoirIncreaseInterval) {
						({reservoirIncreaseAmount: amount, reservoirIncreaseMaximum: maximum, reservoir} = this.storeOptions);
						this._lastReservoirIncrease = now;
						incr = maximum != null ? Math.min(amount, maximum - reservoir) : amount;
						if (incr > 0) {
							this.storeOptions.reservoir += incr;
							return this.instance._drainAll(this.computeCapacity());
						}
					}
				}, this.heartbeatInterval)).unref === "function" ? base.unref() : void 0;
				else return clearInterval(this.heartbeat);
			}
			async __publish__(message) {
				await this.yieldLoop();
				return this.instance.Events.trigger("message", message.toString());
			}
			async __disconnect__(flush) {
				await this.yieldLoop();
				clearInterval(this.heartbeat);
				return this.Promise.resolve();
			}
			yieldLoop(t = 0) {
				return new this.Promise(function(resolve, reject) {
					return setTimeout(resolve, t);
				});
			}
			computePenalty() {
				var ref;
				return (ref = this.storeOptions.penalty) != null ? ref : 15 * this.storeOptions.minTime || 5e3;
			}
			async __updateSettings__(options) {
				await this.yieldLoop();
				parser$2.overwrite(options, options, this.storeOptions);
				this._startHeartbeat();
				this.instance._drainAll(this.computeCapacity());
				return true;
			}
			async __running__() {
				await this.yieldLoop();
				return this._running;
			}
			async __queued__() {
				await this.yieldLoop();
				return this.instance.queued();
			}
			async __done__() {
				await this.yieldLoop();
				return this._done;
			}
			async __groupCheck__(time) {
				await this.yieldLoop();
				return this._nextRequest + this.timeout < time;
			}
			computeCapacity() {
				var maxConcurrent, reservoir;
				({maxConcurrent, reservoir} = this.storeOptions);
				if (maxConcurrent != null && reservoir != null) return Math.min(maxConcurrent - this._running, reservoir);
				else if (maxConcurrent != null) return maxConcurrent - this._running;
				else if (reservoir != null) return reservoir;
				else return null;
			}
			conditionsCheck(weight) {
				var capacity = this.computeCapacity();
				return capacity == null || weight <= capacity;
			}
			async __incrementReservoir__(incr) {
				var reservoir;
				await this.yieldLoop();
				reservoir = this.storeOptions.reservoir += incr;
				this.instance._drainAll(this.computeCapacity());
				return reservoir;
			}
			async __currentReservoir__() {
				await this.yieldLoop();
				return this.storeOptions.reservoir;
			}
			isBlocked(now) {
				return this._unblockTime >= now;
			}
			check(weight, now) {
				return this.conditionsCheck(weight) && this._nextRequest - now <= 0;
			}
			async __check__(weight) {
				var now;
				await this.yieldLoop();
				now = Date.now();
				return this.check(weight, now);
			}
			async __register__(index, weight, expiration) {
				var now, wait;
				await this.yieldLoop();
				now = Date.now();
				if (this.conditionsCheck(weight)) {
					this._running += weight;
					if (this.storeOptions.reservoir != null) this.storeOptions.reservoir -= weight;
					wait = Math.max(this._nextRequest - now, 0);
					this._nextRequest = now + wait + this.storeOptions.minTime;
					return {
						success: true,
						wait,
						reservoir: this.storeOptions.reservoir
					};
				} else return { success: false };
			}
			strategyIsBlock() {
				return this.storeOptions.strategy === 3;
			}
			async __submit__(queueLength, weight) {
				var blocked, now, reachedHWM;
				await this.yieldLoop();
				if (this.storeOptions.maxConcurrent != null && weight > this.storeOptions.maxConcurrent) throw new BottleneckError$2(`Impossible to add a job having a weight of ${weight} to a limiter having a maxConcurrent setting of ${this.storeOptions.maxConcurrent}`);
				now = Date.now();
				reachedHWM = this.storeOptions.highWater != null && queueLength === this.storeOptions.highWater && !this.check(weight, now);
				blocked = this.strategyIsBlock() && (reachedHWM || this.isBlocked(now));
				if (blocked) {
					this._unblockTime = now + this.computePenalty();
					this._nextRequest = this._unblockTime + this.storeOptions.minTime;
					this.instance._dropAllQueued();
				}
				return {
					reachedHWM,
					blocked,
					strategy: this.storeOptions.strategy
				};
			}
			async __free__(index, weight) {
				await this.yieldLoop();
				this._running -= weight;
				this._done += weight;
				this.instance._drainAll(this.computeCapacity());
				return { running: this._running };
			}
		};
		var LocalDatastore_1 = LocalDatastore;
		var BottleneckError$3 = BottleneckError_1;
		var States_1 = class States {
			constructor(status1) {
				this.status = status1;
				this._jobs = {};
				this.counts = this.status.map(function() {
					return 0;
				});
			}
			next(id) {
				var current = this._jobs[id], next = current + 1;
				if (current != null && next < this.status.length) {
					this.counts[current]--;
					this.counts[next]++;
					return this._jobs[id]++;
				} else if (current != null) {
					this.counts[current]--;
					return delete this._jobs[id];
				}
			}
			start(id) {
				var initial = 0;
				this._jobs[id] = initial;
				return this.counts[initial]++;
			}
			remove(id) {
				var current = this._jobs[id];
				if (current != null) {
					this.counts[current]--;
					delete this._jobs[id];
				}
				return current != null;
			}
			jobStatus(id) {
				var ref;
				return (ref = this.status[this._jobs[id]]) != null ? ref : null;
			}
			statusJobs(status) {
				var k, pos, ref, results, v;
				if (status != null) {
					pos = this.status.indexOf(status);
					if (pos < 0) throw new BottleneckError$3(`status must be one of ${this.status.join(", ")}`);
					ref = this._jobs;
					results = [];
					for (k in ref) {
						v = ref[k];
						if (v === pos) results.push(k);
					}
					return results;
				} else return Object.keys(this._jobs);
			}
			statusCounts() {
				return this.counts.reduce(((acc, v, i) => {
					acc[this.status[i]] = v;
					return acc;
				}), {});
			}
		};
		var DLList$2 = DLList_1;
		var Sync_1 = class Sync {
			constructor(name, Promise) {
				this.schedule = this.schedule.bind(this);
				this.name = name;
				this.Promise = Promise;
				this._running = 0;
				this._queue = new DLList$2();
			}
			isEmpty() {
				return this._queue.length === 0;
			}
			async _tryToRun() {
				var args, cb, error, reject, resolve, returned, task;
				if (this._running < 1 && this._queue.length > 0) {
					this._running++;
					({task, args, resolve, reject} = this._queue.shift());
					cb = await (async function() {
						try {
							returned = await task(...args);
							return function() {
								return resolve(returned);
							};
						} catch (error1) {
							error = error1;
							return function() {
								return reject(error);
							};
						}
					})();
					this._running--;
					this._tryToRun();
					return cb();
				}
			}
			schedule(task, ...args) {
				var promise, reject, resolve = reject = null;
				promise = new this.Promise(function(_resolve, _reject) {
					resolve = _resolve;
					return reject = _reject;
				});
				this._queue.push({
					task,
					args,
					resolve,
					reject
				});
				this._tryToRun();
				return promise;
			}
		};
		var version = "2.19.5";
		var version$2 = /*#__PURE__*/ Object.freeze({
			version,
			default: { version }
		});
		var require$$2 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var require$$3 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var require$$4 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var Events$2, Group, IORedisConnection$1, RedisConnection$1, Scripts$1, parser$3 = parser;
		Events$2 = Events_1;
		RedisConnection$1 = require$$2;
		IORedisConnection$1 = require$$3;
		Scripts$1 = require$$4;
		Group = (function() {
			class Group {
				constructor(limiterOptions = {}) {
					this.deleteKey = this.deleteKey.bind(this);
					this.limiterOptions = limiterOptions;
					parser$3.load(this.limiterOptions, this.defaults, this);
					this.Events = new Events$2(this);
					this.instances = {};
					this.Bottleneck = Bottleneck_1;
					this._startAutoCleanup();
					this.sharedConnection = this.connection != null;
					if (this.connection == null) {
						if (this.limiterOptions.datastore === "redis") this.connection = new RedisConnection$1(Object.assign({}, this.limiterOptions, { Events: this.Events }));
						else if (this.limiterOptions.datastore === "ioredis") this.connection = new IORedisConnection$1(Object.assign({}, this.limiterOptions, { Events: this.Events }));
					}
				}
				key(key = "") {
					var ref;
					return (ref = this.instances[key]) != null ? ref : (() => {
						var limiter = this.instances[key] = new this.Bottleneck(Object.assign(this.limiterOptions, {
							id: `${this.id}-${key}`,
							timeout: this.timeout,
							connection: this.connection
						}));
						this.Events.trigger("created", limiter, key);
						return limiter;
					})();
				}
				async deleteKey(key = "") {
					var deleted, instance = this.instances[key];
					if (this.connection) deleted = await this.connection.__runCommand__(["del", ...Scripts$1.allKeys(`${this.id}-${key}`)]);
					if (instance != null) {
						delete this.instances[key];
						await instance.disconnect();
					}
					return instance != null || deleted > 0;
				}
				limiters() {
					var k, ref = this.instances, results = [], v;
					for (k in ref) {
						v = ref[k];
						results.push({
							key: k,
							limiter: v
						});
					}
					return results;
				}
				keys() {
					return Object.keys(this.instances);
				}
				async clusterKeys() {
					var cursor, end, found, i, k, keys, len, next, start;
					if (this.connection == null) return this.Promise.resolve(this.keys());
					keys = [];
					cursor = null;
					start = `b_${this.id}-`.length;
					end = 9;
					while (cursor !== 0) {
						[next, found] = await this.connection.__runCommand__([
							"scan",
							cursor != null ? cursor : 0,
							"match",
							`b_${this.id}-*_settings`,
							"count",
							1e4
						]);
						cursor = ~~next;
						for (i = 0, len = found.length; i < len; i++) {
							k = found[i];
							keys.push(k.slice(start, -end));
						}
					}
					return keys;
				}
				_startAutoCleanup() {
					var base;
					clearInterval(this.interval);
					return typeof (base = this.interval = setInterval(async () => {
						var e, k, ref, results, time = Date.now(), v;
						ref = this.instances;
						results = [];
						for (k in ref) {
							v = ref[k];
							try {
								if (await v._store.__groupCheck__(time)) results.push(this.deleteKey(k));
								else results.push(void 0);
							} catch (error) {
								e = error;
								results.push(v.Events.trigger("error", e));
							}
						}
						return results;
					}, this.timeout / 2)).unref === "function" ? base.unref() : void 0;
				}
				updateSettings(options = {}) {
					parser$3.overwrite(options, this.defaults, this);
					parser$3.overwrite(options, options, this.limiterOptions);
					if (options.timeout != null) return this._startAutoCleanup();
				}
				disconnect(flush = true) {
					var ref;
					if (!this.sharedConnection) return (ref = this.connection) != null ? ref.disconnect(flush) : void 0;
				}
			}
			Group.prototype.defaults = {
				timeout: 3e5,
				connection: null,
				Promise,
				id: "group-key"
			};
			return Group;
		}).call(commonjsGlobal);
		var Group_1 = Group;
		var Batcher, Events$3, parser$4 = parser;
		Events$3 = Events_1;
		Batcher = (function() {
			class Batcher {
				constructor(options = {}) {
					this.options = options;
					parser$4.load(this.options, this.defaults, this);
					this.Events = new Events$3(this);
					this._arr = [];
					this._resetPromise();
					this._lastFlush = Date.now();
				}
				_resetPromise() {
					return this._promise = new this.Promise((res, rej) => {
						return this._resolve = res;
					});
				}
				_flush() {
					clearTimeout(this._timeout);
					this._lastFlush = Date.now();
					this._resolve();
					this.Events.trigger("batch", this._arr);
					this._arr = [];
					return this._resetPromise();
				}
				add(data) {
					var ret;
					this._arr.push(data);
					ret = this._promise;
					if (this._arr.length === this.maxSize) this._flush();
					else if (this.maxTime != null && this._arr.length === 1) this._timeout = setTimeout(() => {
						return this._flush();
					}, this.maxTime);
					return ret;
				}
			}
			Batcher.prototype.defaults = {
				maxTime: null,
				maxSize: null,
				Promise
			};
			return Batcher;
		}).call(commonjsGlobal);
		var Batcher_1 = Batcher;
		var require$$4$1 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var require$$8 = getCjsExportFromNamespace(version$2);
		var Bottleneck, DEFAULT_PRIORITY$1, Events$4, Job$1, LocalDatastore$1, NUM_PRIORITIES$1, Queues$1, RedisDatastore$1, States$1, Sync$1, parser$5, splice = [].splice;
		NUM_PRIORITIES$1 = 10;
		DEFAULT_PRIORITY$1 = 5;
		parser$5 = parser;
		Queues$1 = Queues_1;
		Job$1 = Job_1;
		LocalDatastore$1 = LocalDatastore_1;
		RedisDatastore$1 = require$$4$1;
		Events$4 = Events_1;
		States$1 = States_1;
		Sync$1 = Sync_1;
		Bottleneck = (function() {
			class Bottleneck {
				constructor(options = {}, ...invalid) {
					var storeInstanceOptions, storeOptions;
					this._addToQueue = this._addToQueue.bind(this);
					this._validateOptions(options, invalid);
					parser$5.load(options, this.instanceDefaults, this);
					this._queues = new Queues$1(NUM_PRIORITIES$1);
					this._scheduled = {};
					this._states = new States$1([
						"RECEIVED",
						"QUEUED",
						"RUNNING",
						"EXECUTING"
					].concat(this.trackDoneStatus ? ["DONE"] : []));
					this._limiter = null;
					this.Events = new Events$4(this);
					this._submitLock = new Sync$1("submit", this.Promise);
					this._registerLock = new Sync$1("register", this.Promise);
					storeOptions = parser$5.load(options, this.storeDefaults, {});
					this._store = (function() {
						if (this.datastore === "redis" || this.datastore === "ioredis" || this.connection != null) {
							storeInstanceOptions = parser$5.load(options, this.redisStoreDefaults, {});
							return new RedisDatastore$1(this, storeOptions, storeInstanceOptions);
						} else if (this.datastore === "local") {
							storeInstanceOptions = parser$5.load(options, this.localStoreDefaults, {});
							return new LocalDatastore$1(this, storeOptions, storeInstanceOptions);
						} else throw new Bottleneck.prototype.BottleneckError(`Invalid datastore type: ${this.datastore}`);
					}).call(this);
					this._queues.on("leftzero", () => {
						var ref;
						return (ref = this._store.heartbeat) != null ? typeof ref.ref === "function" ? ref.ref() : void 0 : void 0;
					});
					this._queues.on("zero", () => {
						var ref;
						return (ref = this._store.heartbeat) != null ? typeof ref.unref === "function" ? ref.unref() : void 0 : void 0;
					});
				}
				_validateOptions(options, invalid) {
					if (!(options != null && typeof options === "object" && invalid.length === 0)) throw new Bottleneck.prototype.BottleneckError("Bottleneck v2 takes a single object argument. Refer to https://github.com/SGrondin/bottleneck#upgrading-to-v2 if you're upgrading from Bottleneck v1.");
				}
				ready() {
					return this._store.ready;
				}
				clients() {
					return this._store.clients;
				}
				channel() {
					return `b_${this.id}`;
				}
				channel_client() {
					return `b_${this.id}_${this._store.clientId}`;
				}
				publish(message) {
					return this._store.__publish__(message);
				}
				disconnect(flush = true) {
					return this._store.__disconnect__(flush);
				}
				chain(_limiter) {
					this._limiter = _limiter;
					return this;
				}
				queued(priority) {
					return this._queues.queued(priority);
				}
				clusterQueued() {
					return this._store.__queued__();
				}
				empty() {
					return this.queued() === 0 && this._submitLock.isEmpty();
				}
				running() {
					return this._store.__running__();
				}
				done() {
					return this._store.__done__();
				}
				jobStatus(id) {
					return this._states.jobStatus(id);
				}
				jobs(status) {
					return this._states.statusJobs(status);
				}
				counts() {
					return this._states.statusCounts();
				}
				_randomIndex() {
					return Math.random().toString(36).slice(2);
				}
				check(weight = 1) {
					return this._store.__check__(weight);
				}
				_clearGlobalState(index) {
					if (this._scheduled[index] != null) {
						clearTimeout(this._scheduled[index].expiration);
						delete this._scheduled[index];
						return true;
					} else return false;
				}
				async _free(index, job, options, eventInfo) {
					var e, running;
					try {
						({running} = await this._store.__free__(index, options.weight));
						this.Events.trigger("debug", `Freed ${options.id}`, eventInfo);
						if (running === 0 && this.empty()) return this.Events.trigger("idle");
					} catch (error1) {
						e = error1;
						return this.Events.trigger("error", e);
					}
				}
				_run(index, job, wait) {
					var clearGlobalState, free, run;
					job.doRun();
					clearGlobalState = this._clearGlobalState.bind(this, index);
					run = this._run.bind(this, index, job);
					free = this._free.bind(this, index, job);
					return this._scheduled[index] = {
						timeout: setTimeout(() => {
							return job.doExecute(this._limiter, clearGlobalState, run, free);
						}, wait),
						expiration: job.options.expiration != null ? setTimeout(function() {
							return job.doExpire(clearGlobalState, run, free);
						}, wait + job.options.expiration) : void 0,
						job
					};
				}
				_drainOne(capacity) {
					return this._registerLock.schedule(() => {
						var args, index, next, options, queue;
						if (this.queued() === 0) return this.Promise.resolve(null);
						queue = this._queues.getFirst();
						({options, args} = next = queue.first());
						if (capacity != null && options.weight > capacity) return this.Promise.resolve(null);
						this.Events.trigger("debug", `Draining ${options.id}`, {
							args,
							options
						});
						index = this._randomIndex();
						return this._store.__register__(index, options.weight, options.expiration).then(({ success, wait, reservoir }) => {
							var empty;
							this.Events.trigger("debug", `Drained ${options.id}`, {
								success,
								args,
								options
							});
							if (success) {
								queue.shift();
								empty = this.empty();
								if (empty) this.Events.trigger("empty");
								if (reservoir === 0) this.Events.trigger("depleted", empty);
								this._run(index, next, wait);
								return this.Promise.resolve(options.weight);
							} else return this.Promise.resolve(null);
						});
					});
				}
				_drainAll(capacity, total = 0) {
					return this._drainOne(capacity).then((drained) => {
						var newCapacity;
						if (drained != null) {
							newCapacity = capacity != null ? capacity - drained : capacity;
							return this._drainAll(newCapacity, total + drained);
						} else return this.Promise.resolve(total);
					}).catch((e) => {
						return this.Events.trigger("error", e);
					});
				}
				_dropAllQueued(message) {
					return this._queues.shiftAll(function(job) {
						return job.doDrop({ message });
					});
				}
				stop(options = {}) {
					var done, waitForExecuting;
					options = parser$5.load(options, this.stopDefaults);
					waitForExecuting = (at) => {
						var finished = () => {
							var counts = this._states.counts;
							return counts[0] + counts[1] + counts[2] + counts[3] === at;
						};
						return new this.Promise((resolve, reject) => {
							if (finished()) return resolve();
							else return this.on("done", () => {
								if (finished()) {
									this.removeAllListeners("done");
									return resolve();
								}
							});
						});
					};
					done = options.dropWaitingJobs ? (this._run = function(index, next) {
						return next.doDrop({ message: options.dropErrorMessage });
					}, this._drainOne = () => {
						return this.Promise.resolve(null);
					}, this._registerLock.schedule(() => {
						return this._submitLock.schedule(() => {
							var k, ref = this._scheduled, v;
							for (k in ref) {
								v = ref[k];
								if (this.jobStatus(v.job.options.id) === "RUNNING") {
									clearTimeout(v.timeout);
									clearTimeout(v.expiration);
									v.job.doDrop({ message: options.dropErrorMessage });
								}
							}
							this._dropAllQueued(options.dropErrorMessage);
							return waitForExecuting(0);
						});
					})) : this.schedule({
						priority: NUM_PRIORITIES$1 - 1,
						weight: 0
					}, () => {
						return waitForExecuting(1);
					});
					this._receive = function(job) {
						return job._reject(new Bottleneck.prototype.BottleneckError(options.enqueueErrorMessage));
					};
					this.stop = () => {
						return this.Promise.reject(new Bottleneck.prototype.BottleneckError("stop() has already been called"));
					};
					return done;
				}
				async _addToQueue(job) {
					var args, blocked, error, options, reachedHWM, shifted, strategy;
					({args, options} = job);
					try {
						({reachedHWM, blocked, strategy} = await this._store.__submit__(this.queued(), options.weight));
					} catch (error1) {
						error = error1;
						this.Events.trigger("debug", `Could not queue ${options.id}`, {
							args,
							options,
							error
						});
						job.doDrop({ error });
						return false;
					}
					if (blocked) {
						job.doDrop();
						return true;
					} else if (reachedHWM) {
						shifted = strategy === Bottleneck.prototype.strategy.LEAK ? this._queues.shiftLastFrom(options.priority) : strategy === Bottleneck.prototype.strategy.OVERFLOW_PRIORITY ? this._queues.shiftLastFrom(options.priority + 1) : strategy === Bottleneck.prototype.strategy.OVERFLOW ? job : void 0;
						if (shifted != null) shifted.doDrop();
						if (shifted == null || strategy === Bottleneck.prototype.strategy.OVERFLOW) {
							if (shifted == null) job.doDrop();
							return reachedHWM;
						}
					}
					job.doQueue(reachedHWM, blocked);
					this._queues.push(job);
					await this._drainAll();
					return reachedHWM;
				}
				_receive(job) {
					if (this._states.jobStatus(job.options.id) != null) {
						job._reject(new Bottleneck.prototype.BottleneckError(`A job with the same id already exists (id=${job.options.id})`));
						return false;
					} else {
						job.doReceive();
						return this._submitLock.schedule(this._addToQueue, job);
					}
				}
				submit(...args) {
					var cb, fn, job, options, ref, ref1, task;
					if (typeof args[0] === "function") {
						ref = args, [fn, ...args] = ref, [cb] = splice.call(args, -1);
						options = parser$5.load({}, this.jobDefaults);
					} else {
						ref1 = args, [options, fn, ...args] = ref1, [cb] = splice.call(args, -1);
						options = parser$5.load(options, this.jobDefaults);
					}
					task = (...args) => {
						return new this.Promise(function(resolve, reject) {
							return fn(...args, function(...args) {
								return (args[0] != null ? reject : resolve)(args);
							});
						});
					};
					job = new Job$1(task, args, options, this.jobDefaults, this.rejectOnDrop, this.Events, this._states, this.Promise);
					job.promise.then(function(args) {
						return typeof cb === "function" ? cb(...args) : void 0;
					}).catch(function(args) {
						if (Array.isArray(args)) return typeof cb === "function" ? cb(...args) : void 0;
						else return typeof cb === "function" ? cb(args) : void 0;
					});
					return this._receive(job);
				}
				schedule(...args) {
					var job, options, task;
					if (typeof args[0] === "function") {
						[task, ...args] = args;
						options = {};
					} else [options, task, ...args] = args;
					job = new Job$1(task, args, options, this.jobDefaults, this.rejectOnDrop, this.Events, this._states, this.Promise);
					this._receive(job);
					return job.promise;
				}
				wrap(fn) {
					var schedule = this.schedule.bind(this), wrapped = function(...args) {
						return schedule(fn.bind(this), ...args);
					};
					wrapped.withOptions = function(options, ...args) {
						return schedule(options, fn, ...args);
					};
					return wrapped;
				}
				async updateSettings(options = {}) {
					await this._store.__updateSettings__(parser$5.overwrite(options, this.storeDefaults));
					parser$5.overwrite(options, this.instanceDefaults, this);
					return this;
				}
				currentReservoir() {
					return this._store.__currentReservoir__();
				}
				incrementReservoir(incr = 0) {
					return this._store.__incrementReservoir__(incr);
				}
			}
			Bottleneck.default = Bottleneck;
			Bottleneck.Events = Events$4;
			Bottleneck.version = Bottleneck.prototype.version = require$$8.version;
			Bottleneck.strategy = Bottleneck.prototype.strategy = {
				LEAK: 1,
				OVERFLOW: 2,
				OVERFLOW_PRIORITY: 4,
				BLOCK: 3
			};
			Bottleneck.BottleneckError = Bottleneck.prototype.BottleneckError = BottleneckError_1;
			Bottleneck.Group = Bottleneck.prototype.Group = Group_1;
			Bottleneck.RedisConnection = Bottleneck.prototype.RedisConnection = require$$2;
			Bottleneck.IORedisConnection = Bottleneck.prototype.IORedisConnection = require$$3;
			Bottleneck.Batcher = Bottleneck.prototype.Batcher = Batcher_1;
			Bottleneck.prototype.jobDefaults = {
				priority: DEFAULT_PRIORITY$1,
				weight: 1,
				expiration: null,
				id: "<no-id>"
			};
			Bottleneck.prototype.storeDefaults = {
				maxConcurrent: null,
				minTime: 0,
				highWater: null,
				strategy: Bottleneck.prototype.strategy.LEAK,
				penalty: null,
				reservoir: null,
				reservoirRefreshInterval: null,
				reservoirRefreshAmount: null,
				reservoirIncreaseInterval: null,
				reservoirIncreaseAmount: null,
				reservoirIncreaseMaximum: null
			};
			Bottleneck.prototype.localStoreDefaults = {
				Promise,
				timeout: null,
				heartbeatInterval: 250
			};
			Bottleneck.prototype.redisStoreDefaults = {
				Promise,
				timeout: null,
				heartbeatInterval: 5e3,
				clientTimeout: 1e4,
				Redis: null,
				clientOptions: {},
				clusterNodes: null,
				clearDatastore: false,
				connection: null
			};
			Bottleneck.prototype.instanceDefaults = {
				datastore: "local",
				connection: null,
				id: "<no-id>",
				rejectOnDrop: true,
				trackDoneStatus: false,
				Promise
			};
			Bottleneck.prototype.stopDefaults = {
				enqueueErrorMessage: "This limiter has been stopped and cannot accept new jobs.",
				dropWaitingJobs: true,
				dropErrorMessage: "This limiter has been stopped."
			};
			return Bottleneck;
		}).call(commonjsGlobal);
		var Bottleneck_1 = Bottleneck;
		return Bottleneck_1;
	}));
})))(), 1);
var VERSION$3 = "0.0.0-development";
function isRequestError(error) {
	return error.request !== void 0;
}
async function errorRequest(state, octokit, error, options) {
	if (!isRequestError(error) || !error?.request.request) throw error;
	if (error.status >= 400 && !state.doNotRetry.includes(error.status)) {
		const retries = options.request.retries != null ? options.request.retries : state.retries;
		const retryAfter = Math.pow((options.request.retryCount || 0) + 1, 2);
		throw octokit.retry.retryRequest(error, retries, retryAfter);
	}
	throw error;
}
async function wrapRequest$1(state, octokit, request, options) {
	const limiter = new import_light.default();
	limiter.on("failed", function(error, info) {
		const maxRetries = ~~error.request.request?.retries;
		const after = ~~error.request.request?.retryAfter;
		options.request.retryCount = info.retryCount + 1;
		if (maxRetries > info.retryCount) return after * state.retryAfterBaseValue;
	});
	return limiter.schedule(requestWithGraphqlErrorHandling.bind(null, state, octokit, request), options);
}
async function requestWithGraphqlErrorHandling(state, octokit, request, options) {
	const response = await request(options);
	if (response.data && response.data.errors && response.data.errors.length > 0 && /Something went wrong while executing your query/.test(response.data.errors[0].message)) return errorRequest(state, octokit, new RequestError(response.data.errors[0].message, 500, {
		request: options,
		response
	}), options);
	return response;
}
function retry(octokit, octokitOptions) {
	const state = Object.assign({
		enabled: true,
		retryAfterBaseValue: 1e3,
		doNotRetry: [
			400,
			401,
			403,
			404,
			410,
			422,
			451
		],
		retries: 3
	}, octokitOptions.retry);
	const retryPlugin = { retry: { retryRequest: (error, retries, retryAfter) => {
		error.request.request = Object.assign({}, error.request.request, {
			retries,
			retryAfter
		});
		return error;
	} } };
	if (state.enabled) {
		octokit.hook.error("request", errorRequest.bind(null, state, retryPlugin));
		octokit.hook.wrap("request", wrapRequest$1.bind(null, state, retryPlugin));
	}
	return retryPlugin;
}
retry.VERSION = VERSION$3;
// node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var VERSION$2 = "0.0.0-development";
var noop = () => Promise.resolve();
function wrapRequest(state, request, options) {
	return state.retryLimiter.schedule(doRequest, state, request, options);
}
async function doRequest(state, request, options) {
	const { pathname } = new URL(options.url, "http://github.test");
	const isAuth = isAuthRequest(options.method, pathname);
	const isWrite = !isAuth && options.method !== "GET" && options.method !== "HEAD";
	const isSearch = options.method === "GET" && pathname.startsWith("/search/");
	const isGraphQL = pathname.startsWith("/graphql");
	const jobOptions = ~~request.retryCount > 0 ? {
		priority: 0,
		weight: 0
	} : {};
	if (state.clustering) jobOptions.expiration = 6e4;
	if (isWrite || isGraphQL) await state.write.key(state.id).schedule(jobOptions, noop);
	if (isWrite && state.triggersNotification(pathname)) await state.notifications.key(state.id).schedule(jobOptions, noop);
	if (isSearch) await state.search.key(state.id).schedule(jobOptions, noop);
	const req = (isAuth ? state.auth : state.global).key(state.id).schedule(jobOptions, request, options);
	if (isGraphQL) {
		const res = await req;
		if (res.data.errors != null && res.data.errors.some((error) => error.type === "RATE_LIMITED")) throw Object.assign(/* @__PURE__ */ new Error("GraphQL Rate Limit Exceeded"), {
			response: res,
			data: res.data
		});
	}
	return req;
}
function isAuthRequest(method, pathname) {
	return method === "PATCH" && /^\/applications\/[^/]+\/token\/scoped$/.test(pathname) || method === "POST" && (/^\/applications\/[^/]+\/token$/.test(pathname) || /^\/app\/installations\/[^/]+\/access_tokens$/.test(pathname) || pathname === "/login/oauth/access_token");
}
var triggers_notification_paths_default = [
	"/orgs/{org}/invitations",
	"/orgs/{org}/invitations/{invitation_id}",
	"/orgs/{org}/teams/{team_slug}/discussions",
	"/orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments",
	"/repos/{owner}/{repo}/collaborators/{username}",
	"/repos/{owner}/{repo}/commits/{commit_sha}/comments",
	"/repos/{owner}/{repo}/issues",
	"/repos/{owner}/{repo}/issues/{issue_number}/comments",
	"/repos/{owner}/{repo}/issues/{issue_number}/sub_issue",
	"/repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority",
	"/repos/{owner}/{repo}/pulls",
	"/repos/{owner}/{repo}/pulls/{pull_number}/comments",
	"/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies",
	"/repos/{owner}/{repo}/pulls/{pull_number}/merge",
	"/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
	"/repos/{owner}/{repo}/pulls/{pull_number}/reviews",
	"/repos/{owner}/{repo}/releases",
	"/teams/{team_id}/discussions",
	"/teams/{team_id}/discussions/{discussion_number}/comments"
];
function routeMatcher(paths) {
	const regex2 = `^(?:${paths.map((path) => path.split("/").map((c) => c.startsWith("{") ? "(?:.+?)" : c).join("/")).map((r) => `(?:${r})`).join("|")})[^/]*$`;
	return new RegExp(regex2, "i");
}
var regex = routeMatcher(triggers_notification_paths_default);
var triggersNotification = regex.test.bind(regex);
var groups = {};
var createGroups = function(Bottleneck, common) {
	groups.global = new Bottleneck.Group({
		id: "octokit-global",
		maxConcurrent: 10,
		...common
	});
	groups.auth = new Bottleneck.Group({
		id: "octokit-auth",
		maxConcurrent: 1,
		...common
	});
	groups.search = new Bottleneck.Group({
		id: "octokit-search",
		maxConcurrent: 1,
		minTime: 2e3,
		...common
	});
	groups.write = new Bottleneck.Group({
		id: "octokit-write",
		maxConcurrent: 1,
		minTime: 1e3,
		...common
	});
	groups.notifications = new Bottleneck.Group({
		id: "octokit-notifications",
		maxConcurrent: 1,
		minTime: 3e3,
		...common
	});
};
function throttling(octokit, octokitOptions) {
	const { enabled = true, Bottleneck = import_light.default, id = "no-id", timeout = 12e4, connection } = octokitOptions.throttle || {};
	if (!enabled) return {};
	const common = { timeout };
	if (typeof connection !== "undefined") common.connection = connection;
	const state = Object.assign({
		clustering: connection != null,
		triggersNotification,
		fallbackSecondaryRateRetryAfter: 60,
		retryAfterBaseValue: 1e3,
		id
	}, octokitOptions.throttle);
	if (typeof state.onSecondaryRateLimit !== "function" || typeof state.onRateLimit !== "function") throw new Error(`octokit/plugin-throttling error:
        You must pass the onSecondaryRateLimit and onRateLimit error handlers.
        See https://octokit.github.io/rest.js/#throttling

        const octokit = new Octokit({
          throttle: {
            onSecondaryRateLimit: (retryAfter, options) => {/* ... */},
            onRateLimit: (retryAfter, options) => {/* ... */}
          }
        })
    `);
	let initialized = false;
	const initializeBottleneck = () => {
		if (initialized) return;
		initialized = true;
		if (groups.global == null) createGroups(Bottleneck, common);
		state.global = state.global ?? groups.global;
		state.auth = state.auth ?? groups.auth;
		state.search = state.search ?? groups.search;
		state.write = state.write ?? groups.write;
		state.notifications = state.notifications ?? groups.notifications;
		state.retryLimiter = state.retryLimiter ?? new Bottleneck();
		const events = {};
		const emitter = new Bottleneck.Events(events);
		events.on("secondary-limit", state.onSecondaryRateLimit);
		events.on("rate-limit", state.onRateLimit);
		events.on("error", (e) => octokit.log.warn("Error in throttling-plugin limit handler", e));
		state.retryLimiter.on("failed", async function(error, info) {
			const [state2, request, options] = info.args;
			const { pathname } = new URL(options.url, "http://github.test");
			if (!(pathname.startsWith("/graphql") && error.status !== 401 || error.status === 403 || error.status === 429)) return;
			const retryCount = ~~request.retryCount;
			request.retryCount = retryCount;
			options.request.retryCount = retryCount;
			const { wantRetry, retryAfter = 0 } = await (async function() {
				if (/\bsecondary rate\b/i.test(error.message)) {
					const retryAfter2 = Number(error.response.headers["retry-after"]) || state2.fallbackSecondaryRateRetryAfter;
					return {
						wantRetry: await emitter.trigger("secondary-limit", retryAfter2, options, octokit, retryCount),
						retryAfter: retryAfter2
					};
				}
				if (error.response.headers != null && error.response.headers["x-ratelimit-remaining"] === "0" || (error.response.data?.errors ?? []).some((error2) => error2.type === "RATE_LIMITED")) {
					const rateLimitReset = (/* @__PURE__ */ new Date(~~error.response.headers["x-ratelimit-reset"] * 1e3)).getTime();
					const retryAfter2 = Math.max(Math.ceil((rateLimitReset - Date.now()) / 1e3) + 1, 0);
					return {
						wantRetry: await emitter.trigger("rate-limit", retryAfter2, options, octokit, retryCount),
						retryAfter: retryAfter2
					};
				}
				return {};
			})();
			if (wantRetry) {
				request.retryCount++;
				return retryAfter * state2.retryAfterBaseValue;
			}
		});
	};
	octokit.hook.wrap("request", (request, options) => {
		initializeBottleneck();
		return wrapRequest(state, request, options);
	});
	return {};
}
throttling.VERSION = VERSION$2;
throttling.triggersNotification = triggersNotification;
// node_modules/@octokit/plugin-request-log/dist-src/version.js
const VERSION$1 = "6.0.0";
// node_modules/@octokit/plugin-request-log/dist-src/index.js
function requestLog(octokit) {
	octokit.hook.wrap("request", (request, options) => {
		octokit.log.debug("request", options);
		const start = Date.now();
		const requestOptions = octokit.request.endpoint.parse(options);
		const path = requestOptions.url.replace(options.baseUrl, "");
		return request(options).then((response) => {
			const requestId = response.headers["x-github-request-id"];
			octokit.log.info(`${requestOptions.method} ${path} - ${response.status} with id ${requestId} in ${Date.now() - start}ms`);
			return response;
		}).catch((error) => {
			const requestId = error.response?.headers["x-github-request-id"] || "UNKNOWN";
			octokit.log.error(`${requestOptions.method} ${path} - ${error.status} with id ${requestId} in ${Date.now() - start}ms`);
			throw error;
		});
	});
}
requestLog.VERSION = VERSION$1;
// node_modules/@octokit/rest/dist-src/index.js
const Octokit = Octokit$1.plugin(requestLog, legacyRestEndpointMethods, paginateRest).defaults({ userAgent: `octokit-rest.js/22.0.1` });
// src/github/api/limits.ts
/** The limits that GitHub sets, each with where it says so, and those that this program sets itself. */
/**
* The longest comment that is sent, in UTF-8 bytes. GitHub's error names 65,536 characters; what it
* stores was measured at 262,144 bytes (https://github.com/dead-claudia/github-limits). The named number
* taken as bytes holds whichever of the two a server enforces.
*/
const COMMENT_BYTES = 65536;
/** What of that is left for a report, in UTF-8 bytes, after the longest two hidden lines. */
const COMMENT_BODY_BYTES = 65136;
/** The largest answer of the API that is read, in bytes: a page of 100 pull requests has some 3 MB. */
const ANSWER_BYTES = 67108864;
/** The largest artifact that is downloaded, in bytes of its archive. */
const ARTIFACT_BYTES = 33554432;
/** The largest file that is unpacked from an artifact, in bytes; a zip archive can claim to hold any size. */
const UNPACKED_BYTES = 16777216;
/** How long the download of an artifact may take, in milliseconds. */
const DOWNLOAD_TIMEOUT_MS = 12e4;
/**
* The largest file, in bytes, whose contents GitHub gives as part of an answer
* (https://docs.github.com/en/rest/repos/contents#get-repository-content).
*/
const FILE_BYTES = 1048576;
/**
* The longest issue that is sent, in UTF-8 bytes. GitHub answers 200 to an update that it finds too long and keeps
* the old text (https://github.com/dead-claudia/github-limits), so this stays well below the 65,536 it names.
*/
const ISSUE_BYTES = 6e4;
/** The longest summary of a check run, in UTF-8 bytes (https://docs.github.com/en/rest/checks/runs#create-a-check-run). */
const CHECK_SUMMARY_BYTES = 65535;
/** The longest message of an annotation, in UTF-8 bytes (same page: 64 KB). */
const ANNOTATION_MESSAGE_BYTES = 64e3;
// src/github/api/cut-text.ts
const CUT = "\n\n… (cut)";
/** Cuts a text between two lines so that it and a sign of the cut take no more UTF-8 bytes than `most`. */
function cutLines(text, most) {
	if (bytesOf$2(text) <= most) return text;
	const kept = [];
	let left = most - bytesOf$2(CUT);
	for (const line of text.split("\n")) {
		left -= bytesOf$2(line) + 1;
		if (left < 0) break;
		kept.push(line);
	}
	return kept.join("\n") + CUT;
}
/** Cuts a line so that it and its ellipsis have no more UTF-16 units than `most`; no character is split. */
function cutLine(line, most) {
	if (line.length <= most) return line;
	let kept = "";
	for (const character of line) {
		if (kept.length + character.length > most - 1) break;
		kept += character;
	}
	return `${kept}…`;
}
/** The length of a text in UTF-8, as GitHub counts it. */
function bytesOf$2(text) {
	return new TextEncoder().encode(text).length;
}
// src/github/api/malformed-answer.ts
/**
* The error for a malformed answer. Name, status and request are as in Octokit's own error, so that its plugins send
* the request again: 502 is what a gateway says of an answer that it cannot use.
*/
var MalformedAnswer = class extends Error {
	name = "HttpError";
	status = 502;
	request;
	constructor(problem, request) {
		super(`the answer is not GitHub's: ${problem}`);
		this.request = request;
	}
};
/** How much of a text that should have been JSON is shown, in characters. */
const LONGEST_BEGINNING$1 = 40;
/** Checks that an answer's data has the shape that is used. */
function hasShape(shape) {
	return ({ status, data }) => {
		const problem = problemWith(shape, data);
		return problem === void 0 ? void 0 : `with status ${status} ${problem}`;
	};
}
/** Checks the status of an answer whose data is not used. */
function hasStatus(...expected) {
	return ({ status }) => expected.includes(status) ? void 0 : `status ${status}, expected ${expected.join(" or ")}`;
}
function problemWith(shape, data) {
	const parsed = shape.safeParse(data);
	if (parsed.success) return void 0;
	if (data instanceof ArrayBuffer) return `came ${data.byteLength} bytes that are no JSON`;
	if (typeof data === "string") return `came no JSON: ${JSON.stringify(cutLine(data, LONGEST_BEGINNING$1))}`;
	const [issue] = parsed.error.issues;
	return `${issue?.path.join(".") || "its data"}: ${issue?.message.replace(/^Invalid input: /, "")}`;
}
// src/github/api/read-bounded.ts
/** Reads a stream to its end; undefined where it has more bytes than `most`, and is cancelled. */
async function readBounded$1(stream, most) {
	const chunks = [];
	let bytes = 0;
	for await (const chunk of stream) {
		bytes += chunk.byteLength;
		if (bytes > most) return void 0;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks, bytes);
}
// src/github/api/client.ts
/** With the proxy that `@actions/github` finds in the runner's environment. */
const PatientOctokit = Octokit.plugin(checkAnswers, retry, throttling).defaults(defaults);
/**
* Returns a client that sends a request up to three times: after a failure of the server or the network, and
* after a rate limit once `retry-after` has passed. A wait longer than two minutes is refused instead.
* Rate limits: https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
*/
function createClient(options) {
	const secondMs = options.secondMs ?? 1e3;
	const octokitOptions = getOctokitOptions(options.token, {
		baseUrl: options.apiUrl,
		userAgent: "kernel-size-budget",
		log: SILENT,
		request: { fetch: createBoundedFetch(options) },
		retry: {
			retries: 2,
			retryAfterBaseValue: 1 * secondMs,
			doNotRetry: [
				400,
				401,
				403,
				404,
				410,
				422,
				429,
				451
			]
		},
		throttle: throttlingOptions(secondMs, options.onWait ?? (() => void 0))
	});
	return new PatientOctokit(octokitOptions);
}
const ignore = () => void 0;
/** Names from outside reach the log through one writer alone; a failed request is told by whoever sent it. */
const SILENT = {
	debug: ignore,
	info: ignore,
	warn: ignore,
	error: ignore
};
/** Makes an answer that does not pass its request's `check` a failure. First of the plugins, so that it is retried. */
function checkAnswers({ hook }) {
	hook.after("request", (answer, { request, ...options }) => {
		const problem = request["check"]?.(answer);
		if (problem !== void 0) throw new MalformedAnswer(problem, {
			...options,
			request
		});
	});
}
function throttlingOptions(secondMs, onWait) {
	const decide = (seconds, retryCount) => {
		const isWorthIt = retryCount < 2 && seconds <= 120;
		if (isWorthIt) onWait(seconds);
		return isWorthIt;
	};
	return {
		id: crypto.randomUUID(),
		retryAfterBaseValue: secondMs,
		write: oneEach(secondMs),
		notifications: oneEach(SECONDS_BETWEEN_NOTIFICATIONS * secondMs),
		onRateLimit: (seconds, _request, _client, retryCount) => decide(seconds, retryCount),
		onSecondaryRateLimit: (seconds, _request, _client, retryCount) => decide(seconds, retryCount)
	};
}
/** GitHub asks for a second between writes, and for more between those that notify somebody. */
const SECONDS_BETWEEN_NOTIFICATIONS = 3;
/** One request at a time, and `pauseMs` milliseconds from one to the next. */
function oneEach(pauseMs) {
	return new import_light.default.Group({
		maxConcurrent: 1,
		minTime: pauseMs
	});
}
/** The toolkit's own fetch goes through the runner's proxy, but waits for ever. */
function createTimedFetch(timeoutMs) {
	const fetchThroughProxy = defaults.request?.fetch ?? fetch;
	return (url, init) => fetchThroughProxy(url, {
		...init,
		signal: AbortSignal.timeout(timeoutMs)
	});
}
/** Reads answers of the API to their end, and breaks off one that does not end. */
function createBoundedFetch({ timeoutMs, answerBytes = ANSWER_BYTES }) {
	const timedFetch = createTimedFetch(timeoutMs ?? 3e4);
	return async (url, init) => {
		const response = await timedFetch(url, init);
		if (response.body === null) return response;
		const bytes = await readBounded$1(response.body, answerBytes);
		if (bytes === void 0) throw new Error(`the answer has more than ${answerBytes} bytes`);
		return Object.defineProperty(new Response(bytes, response), "url", { value: response.url });
	};
}
// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}
// src/github/commits/commit-hash.ts
/** A full hash, as git writes it: SHA-1, or SHA-256. */
const commitHash = string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, "expected a full commit hash");
// src/github/pulls/pull-request.ts
/** Events whose workflow runs have the code in question checked out, but no pull request. */
const EVENTS_WITHOUT = /* @__PURE__ */ new Set([
	"push",
	"workflow_dispatch",
	"merge_group",
	"schedule",
	"repository_dispatch"
]);
const pullRequestEvent = object({
	repository: object({
		id: number(),
		name: string(),
		owner: object({ login: string() })
	}),
	pull_request: object({
		number: int().positive(),
		head: object({
			sha: commitHash,
			repo: object({ id: number() }).nullable()
		}),
		base: object({
			sha: commitHash,
			ref: string()
		})
	})
});
/**
* Reads the pull request that a workflow run is about from its event: `GITHUB_EVENT_NAME` and the JSON in
* `GITHUB_EVENT_PATH`. Undefined for `push`, `workflow_dispatch`, `merge_group`, `schedule` and `repository_dispatch`,
* which have none.
*
* Throws a `UserError` for any other event and for a payload of another shape.
* Payload: https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request
*/
function pullRequestOf(eventName, payload) {
	if (EVENTS_WITHOUT.has(eventName)) return void 0;
	refuseOtherEvents(eventName);
	const parsed = pullRequestEvent.safeParse(payload);
	if (!parsed.success) throw malformedPayload$1(parsed.error);
	const { repository, pull_request: pull } = parsed.data;
	return {
		owner: repository.owner.login,
		repo: repository.name,
		number: pull.number,
		headSha: pull.head.sha,
		baseSha: pull.base.sha,
		baseRef: pull.base.ref,
		origin: pull.head.repo?.id === repository.id ? "same-repository" : "fork"
	};
}
function refuseOtherEvents(eventName) {
	if (eventName === "pull_request") return;
	if (eventName === "pull_request_target") throw new UserError("the workflow runs on pull_request_target, where the Makefile of any pull request would run beside a token that may write; expected pull_request: change `on:` in the workflow");
	throw new UserError(`the workflow runs on ${eventName}; expected ${eventName === "workflow_run" || eventName === "issue_comment" ? "the mode \"comment\" there, or " : ""}pull_request, push or workflow_dispatch: change \`on:\` in the workflow`);
}
function malformedPayload$1(error) {
	const problems = error.issues.map(({ path, message }) => `${path.join(".") || "(payload)"}: ${message}`);
	return new UserError(`the event in GITHUB_EVENT_PATH is not one of pull_request (${problems[0]}); expected what GitHub sends: run the action from a workflow with \`on: pull_request\``, {
		cause: error,
		details: problems
	});
}
// src/action/event.ts
const NO_COMMIT = /^0+$/;
const pushEvent = object({
	before: string(),
	forced: boolean().default(false),
	ref: string().optional(),
	repository: object({ default_branch: string() }).optional()
});
const mergeGroupEvent = object({ merge_group: object({
	base_sha: string(),
	head_ref: string().optional()
}) });
const pullRequestAction = object({
	action: string(),
	changes: object({ base: unknown() }).partial().optional()
});
/** Reads GITHUB_EVENT_NAME and GITHUB_EVENT_PATH. Throws a UserError where there is no such file. */
function readEventSource(env) {
	return {
		name: env["GITHUB_EVENT_NAME"] ?? "",
		payload: readPayload(env["GITHUB_EVENT_PATH"])
	};
}
/** Throws a UserError for an event that has no commits to compare. */
function readEvent(source) {
	const pullRequest = pullRequestOf(source.name, source.payload);
	const none = {
		pullRequest: void 0,
		branch: void 0,
		queuedPullRequest: void 0
	};
	if (pullRequest !== void 0) {
		const trigger = {
			kind: "pull-request",
			...pullRequest
		};
		return {
			...none,
			trigger,
			pullRequest,
			asks: askOf(source.payload)
		};
	}
	return {
		...none,
		asks: "to measure",
		...otherEvent(source)
	};
}
/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request; another base branch is another range. */
function askOf(payload) {
	const { action, changes } = pullRequestAction.safeParse(payload).data ?? {};
	if (/^(labeled|unlabeled|ready_for_review)$/.test(action ?? "")) return "to judge again";
	return action === "edited" && changes?.base === void 0 ? "to judge again" : "to measure";
}
function otherEvent({ name, payload }) {
	const push = name === "push" ? pushEvent.safeParse(payload).data : void 0;
	if (push !== void 0) return pushOf(push);
	const group = name === "merge_group" ? mergeGroupEvent.safeParse(payload).data : void 0;
	if (group !== void 0) {
		const { base_sha: baseSha, head_ref: headRef } = group.merge_group;
		const number = /^refs\/heads\/gh-readonly-queue\/[^/]/.test(headRef ?? "") ? /\/pr-(\d{1,10})-[0-9a-f]+$/.exec(headRef)?.[1] : void 0;
		return {
			trigger: {
				kind: "merge-group",
				baseSha
			},
			queuedPullRequest: number === void 0 ? void 0 : Number(number)
		};
	}
	return { trigger: {
		kind: "other",
		eventName: name
	} };
}
function pushOf({ before, forced, ref, repository }) {
	const branch = ref?.startsWith("refs/heads/") ? ref.slice(11) : void 0;
	const isUsable = !forced && !NO_COMMIT.test(before);
	const defaultBranch = repository?.default_branch;
	return {
		trigger: {
			kind: "push",
			before: isUsable ? before : void 0,
			leftBranch: branch === defaultBranch ? void 0 : defaultBranch
		},
		branch
	};
}
function readPayload(path) {
	if (path === void 0) throw new UserError("GITHUB_EVENT_PATH is not set; the action runs in a GitHub workflow, use the command line elsewhere");
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch (cause) {
		throw new UserError(`the event in ${path} cannot be read as JSON; expected what the runner writes`, { cause });
	}
}
// src/github/comments/comment-marker.ts
/**
* Returns the first line of a comment that this program keeps up to date: one for each workflow and key, so that
* two workflows with the same key do not take each other's. Throws a `UserError` on a key that is no plain word.
*/
function commentMarker({ key, workflow }) {
	const hash = createHash("sha256").update(workflow).digest("hex").slice(0, 8);
	return `<!-- kernel-size-budget:v1 key=${requireCommentKey(key)} workflow=${hash} -->`;
}
/** Returns the key; throws a `UserError` on one that could end the HTML comment early. */
function requireCommentKey(key) {
	if (/^[A-Za-z0-9._-]{1,64}$/.test(key)) return key;
	throw new UserError(`the comment key is ${JSON.stringify(key)}; expected 1 to 64 letters, digits, dots, underscores and hyphens: change the input \`comment-key\``);
}
/** Whether a marker is a body's first line; quoted further down, as in a reply, it does not count. */
function isMarked(body, marker) {
	return body.startsWith(marker) && /^\r?(\n|$)/.test(body.slice(marker.length));
}
// src/action/inputs.ts
const MODES = [
	"check",
	"plan",
	"measure",
	"report",
	"comment"
];
/** Throws a UserError that names the input, what it holds and what was expected. */
function readInputs() {
	return {
		mode: choice("mode", MODES, "check"),
		token: token(getInput("token")),
		kernel: getInput("kernel") || ".",
		config: config(getInput("config") || ".github/kernel-size-budget.yml"),
		targets: words(getInput("targets")),
		base: getInput("base") || void 0,
		head: getInput("head") || void 0,
		given: readPrebuiltKernels({
			valueOf: (name) => getInput(name) || void 0,
			prefix: "input "
		}),
		failOn: failOn(getInput("fail-on")),
		comment: choice("comment", [
			"always",
			"on-change",
			"never"
		], "on-change"),
		commentKey: requireCommentKey(getInput("comment-key") || "default"),
		matrix: getInput("matrix"),
		workflow: workflow(getInput("workflow") || ".github/workflows/kernel-size.yml"),
		acceptLabel: getInput("accept-label") || "size-growth-accepted",
		status: choice("status", [
			"none",
			"commit-status",
			"check-run"
		], "none"),
		openIssue: choice("open-issue", ["true", "false"], "false") === "true" ? "open" : "leave",
		parts: getInput("parts") || "kernel-size-parts",
		storedRun: wholeNumber("stored-run"),
		missingTools: choice("install-packages", ["true", "false"], "false") === "true" ? "install" : "report",
		sandbox: choice("sandbox", SANDBOX_CHOICES, "auto"),
		jobs: jobCount(),
		cache: cacheChoice(getInput("cache") || "actions"),
		ccache: choice("ccache", CCACHE_CHOICES, "never"),
		unaffected: choice("skip-unaffected", ["true", "false"], "true") === "true" ? "skip" : "build"
	};
}
function token(text) {
	if (text !== "") return text;
	throw new UserError("input token is empty; expected a token that may read the repository: leave the input out for that of the job");
}
function config(path) {
	if (!isAbsolute(path)) return path;
	throw new UserError(`input config is "${path}"; expected a path relative to the repository's root`);
}
function words(text) {
	return text.split(/[\s,]+/).filter((word) => word !== "");
}
function failOn(text) {
	const given = words(text);
	if (given.length === 0) return FAILING_KINDS;
	if (given.length === 1 && given[0] === "none") return [];
	const wrong = given.filter((word) => !isFailingKind(word));
	if (wrong.length === 0) return given.filter((word) => isFailingKind(word));
	throw new UserError(`input fail-on has "${wrong.join(" ")}"; expected ${FAILING_KINDS.join(", ")} or none`);
}
function isFailingKind(word) {
	return FAILING_KINDS.some((kind) => kind === word);
}
/** One of some words; the first use of the default is where the input is empty. */
function choice(name, choices, byDefault) {
	const text = getInput(name);
	const word = choices.find((one) => one === text);
	if (word !== void 0 || text === "") return word ?? byDefault;
	throw new UserError(`input ${name} is "${text}"; expected ${inWords(choices)}`);
}
function inWords(choices) {
	return `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
}
function cacheChoice(text) {
	if (text === "actions" || text === "none") return { kind: text };
	if (isAbsolute(text)) return {
		kind: "folder",
		folder: text,
		limit: cacheSize()
	};
	throw new UserError(`input cache is "${text}"; expected actions, none or the absolute path of a folder`);
}
function cacheSize() {
	const text = getInput("cache-size");
	if (text === "") return DEFAULT_CACHE_SIZE;
	const size = parseSize(text);
	if (size.kind === "size") return size.bytes;
	throw new UserError(`input cache-size: ${size.message}`);
}
function jobCount() {
	const jobs = wholeNumber("jobs");
	if (jobs === void 0 || jobs <= 4096) return jobs;
	throw new UserError(`input jobs is "${jobs}"; expected a whole number from 1 to ${MOST_JOBS}`);
}
/** Undefined where the input is empty. */
function wholeNumber(name) {
	const text = getInput(name);
	if (text === "") return void 0;
	if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
	throw new UserError(`input ${name} is "${text}"; expected a whole number such as 4`);
}
/** A path as GitHub names workflows in its events. */
function workflow(path) {
	if (/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return path;
	throw new UserError(`input workflow is "${path}"; expected a path such as ${WORKFLOW_FILE}`);
}
// src/action/job.ts
/** Where the action keeps its files during a job, apart from those of other uses in it. */
function runnerFolder({ env, inputs }) {
	const temp = env["RUNNER_TEMP"];
	if (temp === void 0) throw new UserError("RUNNER_TEMP is not set; the action runs in a GitHub workflow, use the command line elsewhere");
	return join(temp, "kernel-size-budget", inputs.commentKey);
}
/** The repository that the workflow runs in. */
function repositoryOf({ env, client }) {
	const [owner, repo] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
	if (!owner || !repo) throw new UserError(`GITHUB_REPOSITORY is "${env["GITHUB_REPOSITORY"] ?? ""}"; expected OWNER/REPOSITORY, as the runner sets it`);
	return {
		client,
		owner,
		repo
	};
}
function thisRun(env) {
	const id = Number(env["GITHUB_RUN_ID"] ?? 0);
	return {
		id,
		attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? 1),
		url: runUrl(env, id)
	};
}
/** Tells apart the uses of the action in one run: jobs, those of a matrix too, and steps. Hexadecimal. */
function useOf({ inputs, env }) {
	const { kernel, config, targets, matrix } = inputs;
	const use = [
		env["GITHUB_JOB"],
		env["GITHUB_ACTION"],
		matrix,
		kernel,
		config,
		targets
	];
	return createHash("sha256").update(JSON.stringify(use)).digest("hex").slice(0, 16);
}
/** What is to be set where two uses write the same. */
const SET_KEY = "expected a comment-key of its own for each job and step, in a matrix of targets `comment-key: ${{ matrix.target }}`";
/** The page of a run, on whichever server this is. */
function runUrl(env, id) {
	return `${env["GITHUB_SERVER_URL"] ?? "https://github.com"}/${env["GITHUB_REPOSITORY"]}/actions/runs/${id}`;
}
/** The path of the workflow that runs: GITHUB_WORKFLOW_REF is `OWNER/REPOSITORY/PATH@REF`. */
function workflowPath({ inputs, env }) {
	const reference = env["GITHUB_WORKFLOW_REF"] ?? "";
	const [, path] = /^[^/]+\/[^/]+\/([^@]+)@/.exec(reference) ?? [];
	return path ?? inputs.workflow;
}
// src/github/api/ask.ts
/**
* Requests to GitHub whose answers are checked against what is used of them, before anything else looks at them. One
* that does not fit is an error of Octokit's kind with a status of 5xx: it is asked again, explained, and is no answer.
*/
/** Sends a request; returns what of the answer's data `shape` names. */
async function ask(shape, send) {
	const { data } = await send({ check: hasShape(shape) });
	return shape.parse(data);
}
/** Sends a request that is answered by a status alone. */
async function tell$2(status, send) {
	await send({ check: hasStatus(status) });
}
/**
* Reads all pages of a list, as far as their `link` headers lead.
* https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
*/
async function askAll({ shape, items, send }) {
	const all = [];
	const check = (answer) => {
		const problem = hasShape(shape)(answer);
		if (problem !== void 0) return problem;
		const { length } = items(shape.parse(answer.data));
		return length <= 100 ? void 0 : `a page has ${length} entries, expected 100 at most`;
	};
	for (let page = 1; page <= 100; page++) {
		const { data, headers } = await send({
			page,
			per_page: 100,
			request: { check }
		});
		all.push(...items(shape.parse(data)));
		if (!/;\s?rel="next"/.test(String(headers["link"] ?? ""))) return all;
	}
	throw new MalformedAnswer(`a list has more than 100 pages`, void 0);
}
/** Asks in GraphQL. That GitHub refuses it with status 200 and a list of errors is Octokit's to throw. */
async function askGraphql(client, { query, variables, shape }) {
	const answered = hasShape(object({
		data: shape,
		errors: never().optional()
	}));
	const check = (answer) => refusedInGraphql.safeParse(answer.data).success ? void 0 : answered(answer);
	return shape.parse(await client.graphql(query, {
		...variables,
		request: { check }
	}));
}
const refusedInGraphql = object({ errors: array(object({ message: string() })).min(1) });
// src/github/api/request-failure.ts
const httpError = object({
	name: literal("HttpError"),
	status: number(),
	message: string(),
	response: object({ headers: object({ "x-accepted-github-permissions": string().optional() }) }).optional()
});
/** In characters; a proxy in between answers with whole pages. */
const LONGEST_MESSAGE = 300;
/**
* Reads Octokit's `RequestError`, or the one that a `UserError` explains; undefined for any other error, which is
* then a bug.
*/
function requestFailureOf(error) {
	const failure = error instanceof UserError ? error.cause : error;
	const parsed = httpError.safeParse(failure);
	if (!parsed.success) return void 0;
	const { status, response } = parsed.data;
	const message = shortened$1(parsed.data.message);
	return {
		status,
		message,
		said: failure instanceof MalformedAnswer ? message : `${status} ${message}`,
		acceptedPermissions: response?.headers["x-accepted-github-permissions"]
	};
}
function shortened$1(message) {
	return cutLine(message.slice(0, 2 * LONGEST_MESSAGE).replaceAll(/\s+/g, " ").replace(/ - https:\/\/\S+$/, ""), LONGEST_MESSAGE);
}
// src/github/api/request-purpose.ts
/**
* Waits for an answer. Throws a `UserError` when GitHub did not carry the request out, with Octokit's error as its
* cause; any other error is thrown as it is.
*/
async function answerFor(request, purpose) {
	try {
		return await request;
	} catch (error) {
		throw explainError(error, purpose);
	}
}
/** Octokit's error as a `UserError`, with itself as the cause; any other error as it is. */
function explainError(error, purpose) {
	const failure = requestFailureOf(error);
	if (failure === void 0) return error;
	return new UserError(explainFailure(failure, purpose), { cause: error });
}
/** Waits for an answer as `answerFor` does; undefined when its status is one of `statuses`. */
async function answerUnless(request, statuses, purpose) {
	try {
		return await request;
	} catch (error) {
		if (statuses.includes(requestFailureOf(error)?.status ?? 0)) return void 0;
		throw explainError(error, purpose);
	}
}
function explainFailure(failure, purpose) {
	const { status, message, acceptedPermissions } = failure;
	const said = `cannot ${purpose.action} (${failure.said})`;
	if (status >= 500) return `${said}; GitHub failed 3 times: run the job again`;
	if (status === 429 || /rate limit/i.test(message)) return `${said}; GitHub's rate limit is used up: run the job again later`;
	if (status === 401) return `${said}; GitHub does not know the token: set the input \`token\``;
	if (status === 403) return `${said}; the token needs ${acceptedPermissions ?? purpose.permission.replace("-", "_").replace(": ", "=")}: add \`${purpose.permission}\` to the job's \`permissions:\``;
	return `${said}; expected something that exists and that the token may see: was it deleted, or does the job lack \`${purpose.permission}\`?`;
}
/**
* Reads one pull request. Throws a `UserError` when GitHub does not show it.
* https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request
*/
async function getPullRequest(repository, number) {
	const { client, owner, repo } = repository;
	const purpose = {
		action: `read pull request ${number} of ${owner}/${repo}`,
		permission: "pull-requests: read"
	};
	return toLivePullRequest(await answerFor(ask(pullData$1, (request) => client.rest.pulls.get({
		owner,
		repo,
		pull_number: number,
		request
	})), purpose));
}
/**
* Lists the open pull requests whose head is a commit, by number. There are several where one branch is offered to
* several base branches, and where several branches, of forks too, are at that commit.
*
* GitHub filters by branch alone, and shows nothing of a fork's commits by their hash, so all that are open are read.
* https://docs.github.com/en/rest/pulls/pulls#list-pull-requests
*/
async function openPullRequests({ client, owner, repo }, headSha) {
	return (await answerFor(askAll({
		shape: array(pullData$1),
		items: (page) => page,
		send: (page) => client.rest.pulls.list({
			owner,
			repo,
			state: "open",
			...page
		})
	}), {
		action: `list the pull requests of ${owner}/${repo}`,
		permission: "pull-requests: read"
	})).filter(({ head }) => head.sha === headSha).map(toLivePullRequest).toSorted((a, b) => a.number - b.number);
}
/**
* Whether a run was about the branch and the commit of a pull request. Of deleted forks nothing says whose branch it
* was: two of them are not the same. A number that a run names is no proof, and `workflow_run.pull_requests` is empty
* for forks.
*/
function isRunOf(run, pull) {
	const [ofRun, ofPull] = [run.headRepository?.id, pull.headRepository?.id];
	if (ofRun === void 0 || ofRun !== ofPull) return false;
	return run.headSha === pull.headSha && run.headBranch === pull.headBranch;
}
const repositoryData = object({
	id: int().positive(),
	name: string(),
	owner: object({ login: string() })
});
/** What a list and a single answer have in common; Octokit's types leave out that a fork may be deleted. */
const pullData$1 = object({
	number: int().positive(),
	body: string().nullish(),
	labels: array(object({ name: string() })),
	head: object({
		sha: commitHash,
		ref: string(),
		repo: repositoryData.nullable()
	}),
	base: object({ ref: string() })
});
function toLivePullRequest(data) {
	const { head, base } = data;
	return {
		number: data.number,
		body: data.body ?? "",
		labels: data.labels.map(({ name }) => name),
		headSha: head.sha,
		headBranch: head.ref,
		headRepository: head.repo === null ? void 0 : toHeadRepository(head.repo),
		baseRef: base.ref
	};
}
function toHeadRepository({ id, name, owner }) {
	return {
		id,
		owner: owner.login,
		name
	};
}
// src/github/pulls/pull-events.ts
/** What has happened to a pull request, as far as this program asks. Throws a `UserError` when GitHub does not say. */
const pullEvent = object({
	id: number(),
	event: string(),
	created_at: datetime(),
	actor: object({ login: string() }).nullable(),
	label: object({ name: string().nullish() }).nullish()
});
/** Reads all events of a pull request. https://docs.github.com/en/rest/issues/events#list-issue-events */
async function pullEvents({ client, owner, repo }, number) {
	return answerFor(askAll({
		shape: array(pullEvent),
		items: (page) => page,
		send: (page) => client.rest.issues.listEvents({
			owner,
			repo,
			issue_number: number,
			...page
		})
	}), {
		action: `list the events of pull request ${number} of ${owner}/${repo}`,
		permission: "pull-requests: read"
	});
}
/** Somebody chose another base branch, or GitHub did when the branch was merged and deleted. */
const BASE_CHANGES = /* @__PURE__ */ new Set(["base_ref_changed", "automatic_base_change_succeeded"]);
/**
* Asks when a pull request was last given another base branch: ISO 8601, in UTC; undefined when it has the one that it
* was opened against. https://docs.github.com/en/rest/using-the-rest-api/issue-event-types#base_ref_changed
*/
async function baseChangedAt(repository, number) {
	return (await pullEvents(repository, number)).filter(({ event }) => BASE_CHANGES.has(event)).map(({ created_at: at }) => at).toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
}
// src/github/pulls/acceptance-sources.ts
/**
* The texts of a pull request in which growth may be accepted, as GitHub has them now: a label with the body, and
* comments; commit-messages.ts has the third. What counts as an acceptance, and whose, is decided elsewhere.
*
* All functions throw a `UserError` when GitHub does not answer.
*/
const userData = object({ login: string() });
/**
* Finds who put a label on a pull request last; undefined when it was never put on, or taken off since. Case does
* not tell labels apart. A label that was renamed counts under its former name, so look at `labels` as well.
*/
async function labelled(repository, { number, label }) {
	const last = (await pullEvents(repository, number)).filter(({ event }) => event === "labeled" || event === "unlabeled").filter((event) => event.label?.name?.toLowerCase() === label.toLowerCase()).toSorted((a, b) => a.id - b.id).at(-1);
	if (last?.event !== "labeled") return void 0;
	return {
		actor: last.actor?.login ?? "ghost",
		at: last.created_at
	};
}
const editAnswer = object({ repository: object({ pullRequest: object({ lastEditedAt: datetime().nullable() }) }) });
/**
* Asks when the body of a pull request was last edited: ISO 8601, in UTC; undefined when it is as it was opened.
* Only GraphQL tells: `updated_at` of REST moves with every comment.
* https://docs.github.com/en/graphql/reference/objects#pullrequest
*/
async function bodyEditedAt(repository, number) {
	const { client, owner, repo } = repository;
	const purpose = readingOf(`ask when the body of ${describe$2(repository, number)} was edited`);
	try {
		return (await answerFor(askGraphql(client, {
			query: EDIT_QUERY,
			variables: {
				owner,
				repo,
				number
			},
			shape: editAnswer
		}), purpose)).repository.pullRequest.lastEditedAt ?? void 0;
	} catch (error) {
		if (!(error instanceof Error && error.name === "GraphqlResponseError")) throw error;
		const said = error.message.replaceAll(/\s+/g, " ");
		throw new UserError(`cannot ${purpose.action} (${said}); expected a pull request that the token may see: add \`${purpose.permission}\` to the job's \`permissions:\``, { cause: error });
	}
}
const EDIT_QUERY = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) { lastEditedAt } }
}`;
/**
* Reads all comments of a pull request, oldest first, but those on lines of its files.
* https://docs.github.com/en/rest/issues/comments#list-issue-comments
*/
async function listConversation(repository, number) {
	const { client, owner, repo } = repository;
	return (await answerFor(askAll({
		shape: array(conversationComment),
		items: (page) => page,
		send: (page) => client.rest.issues.listComments({
			owner,
			repo,
			issue_number: number,
			...page
		})
	}), readingOf(`list the comments of ${describe$2(repository, number)}`))).toSorted((a, b) => a.id - b.id).map(({ id, user, body, created_at: createdAt, html_url: url }) => {
		return {
			id,
			author: user?.login ?? "ghost",
			body: body ?? "",
			createdAt,
			url
		};
	});
}
const conversationComment = object({
	id: number(),
	user: userData.nullable(),
	body: string().nullish(),
	created_at: datetime(),
	html_url: string()
});
function describe$2({ owner, repo }, number) {
	return `pull request ${number} of ${owner}/${repo}`;
}
function readingOf(action) {
	return {
		action,
		permission: "pull-requests: read"
	};
}
// src/github/pulls/commit-messages.ts
/** The commits whose messages may accept growth. Throws a `UserError` when GitHub does not list them. */
/**
* Reads the messages of a pull request's commits, of which GitHub lists the first 250.
* https://docs.github.com/en/rest/pulls/pulls#list-commits-on-a-pull-request
*/
async function commitMessages({ client, owner, repo }, pullNumber) {
	const pull = {
		owner,
		repo,
		pull_number: pullNumber
	};
	const purpose = {
		action: `list the commits of pull request ${pullNumber} of ${owner}/${repo}`,
		permission: "pull-requests: read"
	};
	const commits = (await answerFor(askAll({
		shape: array(commitData$1),
		items: (page) => page,
		send: (page) => client.rest.pulls.listCommits({
			...pull,
			...page
		})
	}), purpose)).map(toCommitMessage);
	if (commits.length < 250) return {
		commits,
		total: commits.length
	};
	return {
		commits,
		total: (await answerFor(ask(object({ commits: int().nonnegative() }), (request) => client.rest.pulls.get({
			...pull,
			request
		})), purpose)).commits
	};
}
/**
* Reads the messages of the commits that `head` has and `base` does not, as hashes or branches; the first 1,000.
* https://docs.github.com/en/rest/commits/commits#compare-two-commits
*/
async function rangeMessages({ client, owner, repo }, { base, head }) {
	const basehead = `${base}...${head}`;
	const purpose = {
		action: `compare ${basehead} in ${owner}/${repo}`,
		permission: "contents: read"
	};
	const commits = [];
	for (let page = 1;; page++) {
		const range = {
			owner,
			repo,
			basehead,
			per_page: 100,
			page
		};
		const { commits: some, total_commits: total } = await answerFor(ask(comparisonData$1, (request) => client.rest.repos.compareCommitsWithBasehead({
			...range,
			request
		})), purpose);
		commits.push(...some.map(toCommitMessage));
		if (some.length < 100 || commits.length >= 1e3) return {
			commits,
			total
		};
	}
}
const commitData$1 = object({
	sha: commitHash,
	/** An empty object where GitHub knows nobody by that address. */
	author: object({ login: string().optional() }).nullable(),
	commit: object({
		author: object({ name: string().optional() }).nullable(),
		message: string()
	})
});
const comparisonData$1 = object({
	total_commits: int().nonnegative(),
	commits: array(commitData$1)
});
function toCommitMessage({ sha, author, commit }) {
	return {
		sha,
		author: author?.login ?? commit.author?.name ?? "ghost",
		message: commit.message
	};
}
// src/github/pulls/permission.ts
/**
* Returns a function that says whether a login may write to the repository, and asks GitHub once for each.
*
* It throws a `UserError` when GitHub does not answer. An author association is no substitute: a member of an
* organisation need not have write permission.
* https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user
*/
function permissionReader(repository) {
	const known = /* @__PURE__ */ new Map();
	return (login) => {
		const key = login.toLowerCase();
		const permission = known.get(key) ?? askPermission(repository, login);
		known.set(key, permission);
		return permission;
	};
}
async function askPermission({ client, owner, repo }, username) {
	try {
		const { permission } = await ask(permissionData, (request) => client.rest.repos.getCollaboratorPermissionLevel({
			owner,
			repo,
			username,
			request
		}));
		return permission === "admin" || permission === "write" ? "may-write" : "may-not";
	} catch (error) {
		const failure = requestFailureOf(error);
		if (failure?.status === 404) return "may-not";
		if (failure?.status === 403 && !/rate limit/i.test(failure.message)) return "unknown";
		throw explainError(error, {
			action: `ask what ${username} may do in ${owner}/${repo}`,
			permission: "contents: read"
		});
	}
}
const permissionData = object({ permission: string() });
// src/github/runs/workflow-run.ts
/**
* Workflow runs as GitHub shows them.
* https://docs.github.com/en/rest/actions/workflow-runs
*/
const runData = object({
	id: int().positive(),
	run_attempt: int().positive().default(1),
	event: string(),
	path: string(),
	head_sha: commitHash,
	head_branch: string().nullable(),
	head_repository: object({
		id: number(),
		name: string(),
		owner: object({ login: string() })
	}).nullable(),
	conclusion: string().nullable(),
	created_at: datetime().optional(),
	repository: object({ id: number() })
});
/** Reads one run as it is now. Throws a `UserError` when GitHub does not show it. */
async function getRun({ client, owner, repo }, id) {
	const purpose = {
		action: `read workflow run ${id} of ${owner}/${repo}`,
		permission: "actions: read"
	};
	return toWorkflowRun(await answerFor(ask(runData, (request) => client.rest.actions.getWorkflowRun({
		owner,
		repo,
		run_id: id,
		request
	})), purpose));
}
const runList = object({ workflow_runs: array(runData) });
function fileOf(workflow) {
	return workflow.slice(workflow.lastIndexOf("/") + 1);
}
/** Finds the runs of a workflow for one commit, newest first. Throws a `UserError` when GitHub does not list them. */
async function findRuns({ client, owner, repo }, { workflow, headSha, event }) {
	const search = {
		owner,
		repo,
		workflow_id: fileOf(workflow),
		head_sha: headSha,
		event
	};
	return (await answerFor(askAll({
		shape: runList,
		items: (page) => page.workflow_runs,
		send: (page) => client.rest.actions.listWorkflowRuns({
			...search,
			...page
		})
	}), {
		action: `list the runs of ${workflow} in ${owner}/${repo}`,
		permission: "actions: read"
	})).map(toWorkflowRun).toSorted((a, b) => b.id - a.id);
}
/**
* Asks for the head that a pull request had at some time: that of the newest run until then, since each push makes one,
* and nothing else tells when a commit was pushed. Undefined where no run of the branch is among the newest ones of its
* name. Throws a `UserError` when GitHub does not list them.
*/
async function headAt({ client, owner, repo }, { workflow, headRepository, headBranch: branch, at }) {
	const search = {
		owner,
		repo,
		workflow_id: fileOf(workflow),
		event: "pull_request",
		branch
	};
	const { workflow_runs: runs } = await answerFor(ask(runList, (request) => client.rest.actions.listWorkflowRuns({
		...search,
		created: `<=${at}`,
		per_page: 100,
		request
	})), {
		action: `list the runs of ${workflow} in ${owner}/${repo}`,
		permission: "actions: read"
	});
	return runs.filter(({ head_repository: head }) => head !== null && head.id === headRepository?.id).toSorted((a, b) => b.id - a.id)[0]?.head_sha;
}
/** Runs what failed in a run once more. Throws a `UserError` when GitHub does not. */
async function rerunFailedJobs({ client, owner, repo }, runId) {
	const purpose = {
		action: `run the failed jobs of workflow run ${runId} again`,
		permission: "actions: write"
	};
	await answerFor(tell$2(201, (request) => client.rest.actions.reRunWorkflowFailedJobs({
		owner,
		repo,
		run_id: runId,
		request
	})), purpose);
}
function toWorkflowRun(data) {
	const { head_repository: head } = data;
	return {
		id: data.id,
		attempt: data.run_attempt,
		event: data.event,
		path: withoutRef(data.path),
		headSha: data.head_sha,
		headBranch: data.head_branch ?? "",
		headRepository: head === null ? void 0 : {
			id: head.id,
			owner: head.owner.login,
			name: head.name
		},
		conclusion: data.conclusion ?? void 0,
		createdAt: data.created_at
	};
}
/** `ci.yml@main` is ci.yml of main; `ci.yml@main.yml` is taken for a file of that name, which anybody may add. */
function withoutRef(path) {
	const end = /\.ya?ml$/.test(path) ? -1 : path.search(/\.ya?ml@/);
	return end === -1 ? path : path.slice(0, path.indexOf("@", end));
}
// src/action/judging/accepted-head.ts
/**
* Names the head that growth was accepted for. It is accepted in later pushes too, as far as the bytes go that are
* named; that they are of another head is said.
*/
async function forHead({ repository, pull, workflow }, at, { acceptances, notes }) {
	if (acceptances.length === 0) return {
		acceptances,
		notes
	};
	const head = await headThen(repository, {
		...pull,
		workflow,
		at
	});
	const moved = head === void 0 || head === pull.headSha ? [] : acceptances.map((one) => movedOn(one, head, pull));
	return {
		acceptances: acceptances.map((one) => Object.assign({}, one, { head })),
		notes: [...notes, ...moved]
	};
}
/** That it is not known changes no verdict, and a token need not be one that may read runs. */
async function headThen(repository, search) {
	try {
		return await headAt(repository, search);
	} catch (error) {
		if (error instanceof UserError) return void 0;
		throw error;
	}
}
function movedOn({ by, target, metric, bytes }, head, { headSha }) {
	return `${by} accepted ${target} ${metric} +${bytes} B for ${head}, before the pull request moved on to ${headSha}: so much growth is accepted there too`;
}
// src/action/judging/parse-command.ts
const COMMAND = "/kernel-size";
/** In characters: comments are anybody's, and the longest that GitHub takes has 65,536. */
const LONGEST_LINE = 4e3;
/** The command in the first line of a comment; undefined where there is none. The other lines are for people. */
function parseCommand(body) {
	const [line = ""] = body.trimStart().slice(0, LONGEST_LINE).split(/\r?\n/, 1);
	if (!line.startsWith(COMMAND)) return void 0;
	const given = line.slice(12);
	if (/^[^ \t]/.test(given)) return void 0;
	const [, word, rest = ""] = /^(\S+)(?:[ \t](.*))?$/.exec(given.trim()) ?? [];
	if (word === void 0) return given.trim() === "" ? { kind: "show" } : void 0;
	if (word === "explain" && rest !== "") return {
		kind: "explain",
		name: rest.trim()
	};
	if (word === "accept") return {
		kind: "accept",
		text: rest.trim()
	};
	return {
		kind: "unknown",
		word
	};
}
/** The words of an acceptance in a comment. */
function acceptCommand(body) {
	const command = parseCommand(body);
	return command?.kind === "accept" ? command.text : void 0;
}
// src/action/judging/unless-refused.ts
/** What accepts growth, or a note where it cannot be read: growth that cannot be seen accepted is not. */
async function unlessRefused(what, read) {
	try {
		return await read();
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return {
			acceptances: [],
			notes: [`no growth could be accepted by ${what}: ${error.message}`]
		};
	}
}
// src/action/judging/live-acceptances.ts
/**
* Growth that people accept on GitHub, read when it is judged: trailers of commits, a label with lines in the pull
* request's description, and commands in comments. Label and commands count of those who may write alone.
*/
/** Whatever cannot be read accepts nothing, and is said in a note. */
async function acceptancesOfPull(accepted) {
	const { repository, pull } = accepted;
	const permission = permissionReader(repository);
	const sources = [
		unlessRefused("commit messages", async () => trailers(await commitMessages(repository, pull.number))),
		unlessRefused("the label", () => labelAcceptances(accepted, permission)),
		unlessRefused("comments", () => commandAcceptances(accepted, permission))
	];
	return joinRemarks(await Promise.all(sources));
}
/** Trailers of the commits between two, for a push and a merge group. */
function acceptancesOfRange(repository, range) {
	return unlessRefused("commit messages", async () => trailers(await rangeMessages(repository, range)));
}
function trailers({ commits, total }) {
	const remarks = acceptancesInCommits(commits);
	if (total <= commits.length) return remarks;
	const unread = `GitHub shows ${commits.length} of ${total} commits: trailers of the others accept nothing`;
	return {
		...remarks,
		notes: [...remarks.notes, unread]
	};
}
/** The description is its author's to edit, so a label counts for what it said when the label was put on. */
async function labelAcceptances(accepted, permission) {
	const { repository, pull, label } = accepted;
	if (!pull.labels.some((one) => one.toLowerCase() === label.toLowerCase())) return unlabelled(pull, label);
	const put = await labelled(repository, {
		number: pull.number,
		label
	});
	if (put === void 0) return NONE;
	const refusal = await refusalOf(put.actor, permission);
	if (refusal !== void 0) return remark(`the label "${label}" accepts nothing: ${refusal}`);
	const edited = await bodyEditedAt(repository, pull.number);
	if (edited !== void 0 && edited >= put.at) return remark(`the label "${label}" accepts nothing: the description was edited after ${put.actor} put it on; take it off and put it on again`);
	const lines = acceptanceLines(pull.body);
	if (lines.length === 0) return remark(`the label "${label}" accepts nothing: the description has no line "${ACCEPTANCE_KEY}: TARGET METRIC +BYTES REASON"`);
	const source = {
		by: put.actor,
		via: "label",
		where: label
	};
	return joinRemarks([await forHead(accepted, put.at, readAcceptances(lines, source)), strayRemarks(strayLines(pull.body), source, "at the beginning of a line")]);
}
/** Whoever wrote the lines, or reviews them, may take them for an acceptance. */
function unlabelled({ body }, label) {
	if (acceptanceLines(body).length + strayLines(body).length === 0) return NONE;
	return remark(`the lines "${ACCEPTANCE_KEY}" of the description accept nothing without the label "${label}"; somebody who may write to the repository puts it on`);
}
async function commandAcceptances(accepted, permission) {
	const { repository, pull } = accepted;
	const commands = (await listConversation(repository, pull.number)).flatMap((comment) => {
		const text = acceptCommand(comment.body);
		return text === void 0 ? [] : [{
			...comment,
			text
		}];
	});
	const remarks = [];
	for (const { author, url, text, createdAt } of commands) {
		const refusal = await refusalOf(author, permission);
		remarks.push(refusal === void 0 ? await forHead(accepted, createdAt, readAcceptances([text], {
			by: author,
			via: "command",
			where: url
		})) : remark(`${url} accepts nothing: ${refusal}`));
	}
	return joinRemarks(remarks);
}
/** Why somebody's word does not count; undefined where it does. Throws a `UserError` when GitHub does not answer. */
async function refusalOf(login, permission) {
	if (login.endsWith("[bot]")) return `${login} is a bot`;
	const answer = await permission(login);
	if (answer === "may-write") return void 0;
	return answer === "may-not" ? `${login} may not write to the repository` : `GitHub did not say whether ${login} may write to the repository`;
}
const NONE = {
	acceptances: [],
	notes: []
};
function remark(note) {
	return {
		acceptances: [],
		notes: [note]
	};
}
// src/action/judging/acceptances-of-event.ts
/** Growth that is accepted for what an event is about: its pull request, or the commits that are pushed or queued. */
async function acceptancesOfEvent(job, event, range) {
	const repository = repositoryOf(job);
	const ofPull = (number) => unlessRefused("the pull request", async () => acceptancesOfPull({
		repository,
		pull: await getPullRequest(repository, number),
		label: job.inputs.acceptLabel,
		workflow: workflowPath(job)
	}));
	if (event.pullRequest !== void 0) return ofPull(event.pullRequest.number);
	const { kind } = event.trigger;
	if (kind === "other") return {
		acceptances: [],
		notes: []
	};
	const ofRange = await acceptancesOfRange(repository, range);
	return event.queuedPullRequest === void 0 ? ofRange : joinRemarks([ofRange, await ofPull(event.queuedPullRequest)]);
}
// src/report/markdown/markdown-ladder.ts
/** Rows of each table, from the full comment down to none. */
const RUNGS$2 = [
	MOST_ROWS,
	200,
	50,
	20,
	5,
	0
];
/** Renderings of one report that are at most `maxBytes` of UTF-8, the longest first; at least the headline alone. */
function markdownLadder(report, maxBytes) {
	const headline = renderHeadline(report);
	const rungs = RUNGS$2.flatMap((rows) => renderWithin(report, {
		rows,
		maxBytes
	}) ?? []);
	const fitting = bytesOf$1(headline) <= maxBytes ? [...rungs, headline] : rungs;
	return fitting.length === 0 ? [headline] : descending(fitting);
}
/** A rung that leaves out little can be longer than the one above it, by the sentence that says so. */
function descending(rungs) {
	const sizes = rungs.map((markdown) => bytesOf$1(markdown));
	return rungs.filter((_, i) => sizes.slice(0, i).every((above) => above > sizes[i]));
}
function bytesOf$1(markdown) {
	return new TextEncoder().encode(markdown).length;
}
// src/report/words/annotations.ts
/** As Linux has it (PATH_MAX). */
const LONGEST_PATH = 4096;
/** More lines than any source file has; GitHub refuses all annotations for one with a line that is none. */
const MOST_LINES = 1e7;
/** A path of plain names, since a report may be a stranger's. */
const PLAIN_PATH = /^(?!.*(^|\/)\.\.?(\/|$))[\w+,@~.-]+(\/[\w+,@~.-]+)*$/;
/** Functions that one annotation names; a report may say that all are defined on one line. */
const MOST_NAMED = 10;
/** The definitions of functions that grew, one annotation a line: first in a target that breaks a limit, then by bytes. */
function annotationsOf(report, most) {
	const { folder } = report;
	if (folder === void 0) return {
		shown: [],
		omitted: 0
	};
	const places = /* @__PURE__ */ new Map();
	for (const growth of growths(report)) {
		const { file, line } = growth.row.definition;
		const path = `${folder === "" ? "" : `${folder}/`}${file}`;
		if (line < 1 || line > MOST_LINES || path.length > LONGEST_PATH || !PLAIN_PATH.test(path)) continue;
		const key = `${path}:${line}`;
		const known = places.get(key);
		if (known === void 0) places.set(key, {
			path,
			line,
			grown: [growth]
		});
		else known.grown.push(growth);
	}
	const ordered = Array.from(places.values(), rankedPlace).toSorted((a, b) => Number(b.isOver) - Number(a.isOver) || b.bytes - a.bytes);
	return {
		shown: ordered.slice(0, most).map(annotationAt),
		omitted: Math.max(0, ordered.length - most)
	};
}
function growths({ targets }) {
	return targets.flatMap((target) => (target.delta?.accounted?.rows ?? []).filter(({ definition, delta }) => definition !== void 0 && delta > 0).map((row) => ({
		target,
		row
	})));
}
function rankedPlace({ path, line, grown }) {
	return {
		path,
		line,
		grown,
		isOver: grown.some(({ target }) => target.verdict.kind.startsWith("over-")),
		bytes: grown.reduce((most, { row }) => Math.max(most, row.delta), 0)
	};
}
function annotationAt({ path, line, grown, isOver }) {
	const where = grown.slice(0, MOST_NAMED).map(({ target, row }) => `${formatChange(row.delta)} in ${nameLine(target.target)}`);
	const more = grown.length > MOST_NAMED ? [`${grown.length - MOST_NAMED} more`] : [];
	const { name, base } = grown[0].row;
	return {
		path,
		line,
		level: isOver ? "warning" : "notice",
		title: "Kernel size",
		message: `${nameLine(name)} ${base === void 0 ? "is new" : "grew"}: ${[...where, ...more].join(", ")}`
	};
}
// src/action/publishing/outputs.ts
/** Writes the log, the report's files, the outputs and the job summary. */
async function writeOutputs(report, job) {
	job.log.info(commitLines(report).join("\n"));
	job.log.info(renderText(report, {
		decoration: "plain",
		rows: MOST_ROWS
	}));
	const folder = runnerFolder(job);
	makeFolder(folder);
	const files = {
		report: join(folder, "report.json"),
		markdown: join(folder, "report.md")
	};
	await writeFile(files.report, renderJson(report));
	await writeFile(files.markdown, renderMarkdown(report, { rows: MOST_ROWS }));
	setOutput("verdict", report.verdict);
	setOutput("report", files.report);
	setOutput("markdown", files.markdown);
	await summary.addRaw(markdownLadder(report, 1e6)[0] ?? "").write();
}
/** Which two commits, and why these. */
function commitLines({ base, head }) {
	return Object.entries({
		base,
		head
	}).map(([side, commit]) => commit === void 0 ? `${side}: not known` : `${side}: ${commit.hash} (${visibleLine(commit.origin)})`);
}
/** The verdict where people look first when a check fails. */
function annotateVerdict(report, { inputs, log }) {
	const line = `Kernel size: ${headlineOf(report, visibleLine)}`;
	if (exitCodeOf(report, inputs.failOn) !== 0) log.error(line);
	else if (report.verdict !== "pass" && report.verdict !== "shrunk") log.warning(line);
}
/** Of 10 annotations of one level that the runner shows for a step, one is left for the verdict, one for the rest. */
const MOST_ANNOTATIONS$1 = 8;
/** Where the functions that grew are defined, and how many are left out. */
function annotateGrowth(report, { log }) {
	const { shown, omitted } = annotationsOf(report, MOST_ANNOTATIONS$1);
	for (const { path, line, level, title, message } of shown) (level === "warning" ? log.warning : log.notice)(message, {
		file: path,
		line,
		title
	});
	if (omitted > 0) log.notice(`${omitted} more functions grew than are annotated; the job summary and the report have them all`);
}
// src/github/api/viewer.ts
/**
* Returns the login that the client's token speaks for, as REST writes it in `user.login`.
*
* GraphQL answers for every kind of token, where `GET /user` refuses the one of a workflow run. A token that
* may not ask is taken for that one. Throws the request's error when GitHub does not answer at all.
*/
async function viewerLogin(client) {
	try {
		return (await askGraphql(client, {
			query: "{ viewer { login } }",
			variables: {},
			shape: viewerData
		})).viewer.login;
	} catch (error) {
		if ([403, 404].includes(requestFailureOf(error)?.status ?? 0) || error instanceof Error && error.name === "GraphqlResponseError") return ACTIONS_BOT;
		throw error;
	}
}
const viewerData = object({ viewer: object({ login: string().min(1) }) });
const ACTIONS_BOT = "github-actions[bot]";
// src/github/issues/issue-list.ts
/** Those that carry their own number, oldest first. */
async function listOwnIssues(list) {
	return (await listMarkedIssues(list)).filter(({ number, body }) => body.split(/\r?\n/, 2)[1] === numberLine(number));
}
/** Reads all pages, without the pull requests that GitHub lists among the issues; oldest first. */
async function listMarkedIssues({ repository, author, marker }) {
	const { client, owner, repo } = repository;
	return (await askAll({
		shape: array(listedIssue),
		items: (page) => page,
		send: (page) => client.rest.issues.listForRepo({
			owner,
			repo,
			creator: author,
			state: "open",
			...page
		})
	})).filter(({ pull_request: pull, user, body }) => {
		return pull === void 0 && user?.login === author && isMarked(body ?? "", marker);
	}).map(toStoredIssue).toSorted((a, b) => a.number - b.number);
}
/**
* The body of an issue: its marker, its number and its text. The number is there as soon as GitHub has given it, so that
* whoever repeats the lines of one issue in another, as a bot of the same name may do, repeats one that is not its own.
*/
function numberedBody(marker, number, text) {
	return `${marker}\n${numberLine(number)}\n${text}`;
}
function numberLine(number) {
	return `<!-- kernel-size-budget:number ${number} -->`;
}
/** What is used of an issue. */
const issueData = object({
	number: int().positive(),
	title: string(),
	body: string().nullish(),
	html_url: string()
});
const listedIssue = issueData.extend({
	user: object({ login: string() }).nullable(),
	/** There where the issue is a pull request. */
	pull_request: unknown().optional()
});
function toStoredIssue({ number, title, body, html_url: url }) {
	return {
		number,
		title,
		body: body ?? "",
		url
	};
}
// src/github/api/fullest-body.ts
/**
* Writes the fullest body that GitHub takes; undefined when it takes none. GitHub's limits are not the documented
* ones everywhere, so its answer decides.
*/
async function writeFullest({ bodies, most, write }) {
	for (const body of bodies.filter((candidate) => bytesOf$2(candidate) <= most)) try {
		const written = await write(body);
		if (written !== void 0) return written;
	} catch (error) {
		if (!isTooLong(error)) throw error;
	}
}
function isTooLong(error) {
	const failure = requestFailureOf(error);
	return failure?.status === 422 && /too long/i.test(failure.message);
}
// src/github/api/refusal.ts
const IN_SUMMARY = "read the report in the job summary";
const WORDS = {
	comment: {
		act: "write comments",
		object: "the pull request",
		permission: "pull-requests: write",
		instead: IN_SUMMARY
	},
	issue: {
		act: "write issues",
		object: "the issues",
		permission: "issues: write",
		instead: IN_SUMMARY
	},
	status: {
		act: "set a commit status",
		object: "the commit",
		permission: "statuses: write",
		instead: IN_SUMMARY
	},
	check: {
		act: "write check runs",
		object: "the commit",
		permission: "checks: write",
		instead: IN_SUMMARY
	},
	reaction: {
		act: "react to comments",
		object: "the comment",
		permission: "pull-requests: write",
		instead: "nothing else depends on it"
	}
};
/** Says in one line why GitHub did not do something, and what would help. */
function explainRefusal(failure, request) {
	const { status, message, said } = failure;
	const { object, instead } = WORDS[request.purpose];
	if (status >= 500) return `GitHub did not answer after 3 tries (${said}): run the job again`;
	if (status === 429 || /rate limit/i.test(message)) return `GitHub's rate limit is used up (${said}): run the job again later`;
	if (/is locked/i.test(message)) return `the conversation is locked (${said}): unlock it, or ${instead}`;
	if (/commenting is disabled/i.test(message)) return `the pull request has too many comments (${said}): continue in a new pull request`;
	if (/archived/i.test(message)) return `the repository is archived (${said}): ${instead}`;
	if (status === 401) return `GitHub does not know the token (${said}): set the input \`token\``;
	if (status === 403) return explainPermission(failure, request);
	if (status === 404) return `GitHub does not show ${object} to this token (${said}): was it deleted, or may the token not see it?`;
	if (status === 410) return `GitHub has ${object} no more (${said}): ${instead}`;
	return `GitHub refused to ${WORDS[request.purpose].act} (${said}): ${instead}`;
}
/**
* The event tells forks apart, whose token may only read whatever the workflow says. Nothing tells a read-only
* default from a `permissions:` that leaves something out, so both are named with the line that mends each.
* https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
*/
function explainPermission(failure, { purpose, origin }) {
	const { act, permission, instead } = WORDS[purpose];
	const { said } = failure;
	if (origin === "fork") return `the pull request comes from a fork, so its token may only read (${said}): ${instead}`;
	if (/GitHub App/i.test(failure.message)) return `only the job's own token or that of an App may ${act} (${said}): leave the input \`token\` out`;
	const start = `the token may not ${act} (${said}; it needs ${failure.acceptedPermissions ?? permission.replace("-", "_").replace(": ", "=")}): `;
	if (/personal access token/i.test(failure.message)) return `${start}give it \`${permission}\``;
	return `${start}add \`${permission}\` below the job's \`permissions:\`; a job without any has the default of Settings > Actions > General > Workflow permissions, and there the whole line is \`permissions: {contents: read, ${permission}}\``;
}
/** The outcome of a request that was refused. Throws the error when it is a bug instead. */
function refused(error, request) {
	const failure = requestFailureOf(error);
	if (failure === void 0) throw error;
	return {
		kind: "refused",
		reason: explainRefusal(failure, request)
	};
}
// src/github/api/send-once.ts
/**
* Sends a request up to three times. After a failure of the server or the network it may have been carried out all
* the same, so this looks before it tries again. Throws the request's last error.
*/
async function sendOnce({ send, find }) {
	for (let attempt = 1;; attempt++) try {
		return await send();
	} catch (error) {
		if (!((requestFailureOf(error)?.status ?? 0) >= 500)) throw error;
		const found = await find();
		if (found !== void 0) return found;
		if (attempt === 3) throw error;
	}
}
// src/github/comments/comment-thread.ts
/** Reads all pages; oldest first, which is what numbers in rising order mean. */
async function listMarkedComments(thread) {
	const { client, owner, repo } = thread.repository;
	return (await askAll({
		shape: array(listedComment),
		items: (page) => page,
		send: (page) => client.rest.issues.listComments({
			owner,
			repo,
			issue_number: thread.number,
			...page
		})
	})).filter(({ user, body }) => user?.login === thread.author && isMarked(body ?? "", thread.marker)).map(toStoredComment).toSorted((a, b) => a.id - b.id);
}
/**
* Writes a new comment, once even when the answer is lost. `known` are those that were there before, which may
* say the same.
*/
async function createComment(thread, body, known = []) {
	const { client, owner, repo } = thread.repository;
	const knownIds = new Set(known.map(({ id }) => id));
	const target = {
		owner,
		repo,
		issue_number: thread.number
	};
	return sendOnce({
		send: async () => {
			return toStoredComment(await ask(commentData$1, (request) => client.rest.issues.createComment({
				...target,
				body,
				request: {
					...request,
					retries: 0
				}
			})));
		},
		find: async () => {
			return (await listMarkedComments(thread)).find((comment) => comment.body.trimEnd() === body.trimEnd() && !knownIds.has(comment.id));
		}
	});
}
/** Changes a comment's body; undefined when somebody has deleted the comment meanwhile. */
async function updateComment({ repository: { client, owner, repo } }, id, body) {
	const comment = await unlessGone(ask(commentData$1, (request) => client.rest.issues.updateComment({
		owner,
		repo,
		comment_id: id,
		body,
		request
	})));
	return comment && toStoredComment(comment);
}
/**
* Deletes comments; one that is gone already is as good. Returns a line for each that GitHub does not delete, since
* what was written beside it stands.
*/
async function deleteComments({ repository: { client, owner, repo } }, comments) {
	const remarks = [];
	for (const { id, url } of comments) try {
		await unlessGone(tell$2(204, (request) => client.rest.issues.deleteComment({
			owner,
			repo,
			comment_id: id,
			request
		})));
	} catch (error) {
		const failure = requestFailureOf(error);
		if (failure === void 0) throw error;
		remarks.push(`the older comment ${url} stays (${failure.said})`);
	}
	return remarks;
}
async function unlessGone(response) {
	try {
		return await response;
	} catch (error) {
		if (requestFailureOf(error)?.status === 404) return void 0;
		throw error;
	}
}
const commentData$1 = object({
	id: int().positive(),
	node_id: string(),
	body: string().nullish(),
	html_url: string()
});
const listedComment = commentData$1.extend({ user: object({ login: string() }).nullable() });
function toStoredComment({ id, node_id: nodeId, body, html_url: url }) {
	return {
		id,
		nodeId,
		body: body ?? "",
		url
	};
}
// src/github/comments/plain-comment.ts
/**
* Writes a new comment on a pull request or issue with the fullest body that GitHub takes; undefined when it takes
* none. A hidden first line, which no other comment has, tells after a lost answer whether it arrived.
*/
async function writePlainComment(repository, number, bodies) {
	const marker = `<!-- kernel-size-budget:once ${randomUUID()} -->`;
	const thread = {
		repository,
		number,
		author: await viewerLogin(repository.client),
		marker
	};
	return writeFullest({
		bodies: bodies.map((body) => `${marker}\n${body}`),
		most: COMMENT_BYTES,
		write: (body) => createComment(thread, body)
	});
}
// src/github/issues/issue.ts
/**
* Keeps one open issue for each marker: finds it, then writes it or changes it, and closes it in the end.
* https://docs.github.com/en/rest/issues/issues
*/
const REFUSED = {
	purpose: "issue",
	origin: "same-repository"
};
/** Creates this program's open issue under a marker, or brings it up to date. */
async function upsertIssue(repository, request) {
	const { marker } = request;
	try {
		const list = {
			repository,
			marker,
			author: await viewerLogin(repository.client)
		};
		return await writeFullest({
			bodies: request.bodies,
			most: 6e4 - Buffer.byteLength(numberedBody(marker, Number.MAX_SAFE_INTEGER, "")),
			write: (text) => write$1(list, request, text)
		}) ?? {
			kind: "refused",
			reason: "the text is too long for an issue: read it in the job summary"
		};
	} catch (error) {
		return refused(error, REFUSED);
	}
}
async function write$1(list, request, text) {
	const [oldest] = await listOwnIssues(list);
	if (oldest !== void 0) return changeUnlessOther(list, oldest, {
		request,
		text
	});
	const created = await createNumbered(list, request, text);
	if (created === void 0) return void 0;
	const [first = created] = await listOwnIssues(list);
	if (first.number >= created.number) return {
		kind: "created",
		url: created.url
	};
	await closeOne(list.repository, created, "not_planned");
	return changeUnlessOther(list, first, {
		request,
		text
	});
}
function changeUnlessOther(list, issue, { request, text }) {
	if (request.isOther(issue.body)) return Promise.resolve({
		kind: "taken",
		url: issue.url
	});
	const body = numberedBody(list.marker, issue.number, text);
	return bringUpToDate$1(list, issue, {
		title: request.title,
		body
	});
}
/** Writes a new issue, and its number into it; undefined, and closed again, where GitHub does not take that. */
async function createNumbered(list, request, text) {
	const created = await createIssue(list, request, `${list.marker}\n${text}`);
	const { title } = created;
	let isKept = false;
	try {
		isKept = await bringUpToDate$1(list, created, {
			title,
			body: numberedBody(list.marker, created.number, text)
		}) !== void 0;
		return isKept ? created : void 0;
	} finally {
		if (!isKept) await closeOne(list.repository, created, "not_planned");
	}
}
/** Undefined when GitHub answers 200 but keeps the old text, as it does with one that is too long. */
async function bringUpToDate$1({ repository }, issue, text) {
	if (saysTheSame(issue, text)) return {
		kind: "unchanged",
		url: issue.url
	};
	const { client, owner, repo } = repository;
	return saysTheSame(toStoredIssue(await ask(issueData, (request) => client.rest.issues.update({
		owner,
		repo,
		issue_number: issue.number,
		...text,
		request
	}))), text) ? {
		kind: "updated",
		url: issue.url
	} : void 0;
}
function saysTheSame(issue, { title, body }) {
	return issue.title === title && canonical(issue.body) === canonical(body);
}
/** An edit in the browser leaves carriage returns behind. */
function canonical(body) {
	return body.replaceAll("\r\n", "\n").trimEnd();
}
/** Writes a new issue, once even when the answer is lost. */
function createIssue(list, request, body) {
	const { client, owner, repo } = list.repository;
	const { title, labels = [] } = request;
	const issue = {
		owner,
		repo,
		title,
		body,
		labels: [...labels]
	};
	return sendOnce({
		send: async () => {
			return toStoredIssue(await ask(issueData, (checked) => client.rest.issues.create({
				...issue,
				request: {
					...checked,
					retries: 0
				}
			})));
		},
		find: async () => (await listMarkedIssues(list)).find((found) => saysTheSame(found, {
			title,
			body
		}))
	});
}
/** Comments on this program's open issue under a marker and closes it; `none` when there is none. */
async function closeIssue(repository, { marker, comment, isOther }) {
	try {
		const own = await listOwnIssues({
			repository,
			marker,
			author: await viewerLogin(repository.client)
		});
		const other = own.find(({ body }) => isOther(body));
		if (other !== void 0) return {
			kind: "taken",
			url: other.url
		};
		for (const issue of own) {
			await writePlainComment(repository, issue.number, [comment]);
			await closeOne(repository, issue, "completed");
		}
		const [oldest] = own;
		return oldest === void 0 ? { kind: "none" } : {
			kind: "closed",
			url: oldest.url
		};
	} catch (error) {
		return refused(error, REFUSED);
	}
}
async function closeOne({ client, owner, repo }, issue, reason) {
	const target = {
		owner,
		repo,
		issue_number: issue.number
	};
	await ask(object({ state: literal("closed") }), (request) => client.rest.issues.update({
		...target,
		state: "closed",
		state_reason: reason,
		request
	}));
}
// src/action/publishing/publish-issue.ts
/** One open issue for a branch that is over a budget, which says since which commit. */
const crossings = array(object({
	target: string(),
	metric: string(),
	commit: string().regex(/^[0-9a-f]{40,64}$/).optional()
}));
/** In characters: GitHub takes 256 for a title, and the names are in the hidden line, too. */
const LONGEST_NAME = 100;
/** The report below has them all. */
const MOST_LISTED = 30;
/** Opens, updates or closes the issue of a branch; a comparison that failed leaves it as it is. */
async function publishIssue(report, job, branch) {
	if (job.inputs.openIssue === "leave" || report.verdict === "no-comparison") return "done";
	const repository = repositoryOf(job);
	const marker = markerOf(job.inputs.commentKey, branch);
	const over = overBudgets(report);
	const isOther = (body) => isOfOthers(body, report, job);
	if (over.length === 0) return say$2(job, await closeIssue(repository, {
		marker,
		comment: `${codeSpan(branch, "paragraph")} is within its budgets again at ${report.head?.hash ?? "its head"}.`,
		isOther
	}));
	const former = await formerCrossings(repository, marker);
	const now = over.slice(0, MOST_LISTED).map((one) => crossingOf(one, report, former));
	const head = [
		`<!-- kernel-size-budget:crossed ${encodeURIComponent(JSON.stringify(now))} -->`,
		`The branch ${codeSpan(branch, "paragraph")} is over its budget:`,
		[...now.map((crossing, index) => `- ${sentence(over[index], crossing)}`), ...leftOut(over)].join("\n")
	].join("\n\n");
	const bodies = markdownLadder(report, ISSUE_BYTES - Buffer.byteLength(`${numberedBody(marker, Number.MAX_SAFE_INTEGER, head)}\n\n`)).map((body) => `${head}\n\n${body}`);
	return say$2(job, await upsertIssue(repository, {
		marker,
		title: `Kernel size: ${inertName(shortLine(branch, LONGEST_NAME))} is over its budget`,
		bodies,
		isOther
	}));
}
function overBudgets({ targets }) {
	return targets.flatMap(({ target, verdict }) => verdict.findings.filter(isOver).map((finding) => ({
		target: shortLine(target, LONGEST_NAME),
		metric: shortLine(finding.metric, LONGEST_NAME),
		finding
	})));
}
function leftOut({ length }) {
	return length > MOST_LISTED ? [`- ${length - MOST_LISTED} more`] : [];
}
function isOver({ kind }) {
	return kind === "over-budget" || kind === "inherited";
}
function markerOf(key, branch) {
	return `<!-- kernel-size-budget:issue key=${key} branch=${createHash("sha256").update(branch).digest("hex").slice(0, 16)} -->`;
}
/** This push where base was within the budget, else what the issue says already. */
function crossingOf(over, report, former) {
	const { target, metric } = over;
	const { base, limit } = over.finding;
	const isCrossed = base !== void 0 && base <= limit;
	const known = former.find((one) => one.target === target && one.metric === metric);
	return {
		target,
		metric,
		commit: isCrossed ? report.head?.hash : known?.commit
	};
}
function sentence({ target, metric, finding }, { commit }) {
	const { head, limit } = finding;
	const use = `${formatBytes(head)} of ${formatLimit(limit)}`;
	const since = commit === void 0 ? "before this was watched" : `since ${commit}`;
	return `${codeSpan(target, "paragraph")} ${codeSpan(metric, "paragraph")}: ${use}, ${since}`;
}
async function formerCrossings(repository, marker) {
	const [issue] = await answerFor(viewerLogin(repository.client).then((author) => listOwnIssues({
		repository,
		marker,
		author
	})), {
		action: "list issues",
		permission: "issues: write"
	}).catch((error) => {
		if (error instanceof UserError) return [];
		throw error;
	});
	return crossingsIn(issue?.body ?? "");
}
/** In the line behind marker and number: what follows has words from outside. */
function crossingsIn(body) {
	const [, encoded] = /^<!-- kernel-size-budget:crossed (\S+) -->$/.exec(body.split(/\r?\n/, 3)[2] ?? "") ?? [];
	return encoded === void 0 ? [] : crossings.safeParse(parse(encoded)).data ?? [];
}
/** Jobs in one step may measure some targets each: an issue on targets that this one does not measure is another's. */
function isOfOthers(body, { targets }, { inputs }) {
	if (inputs.mode !== "check" || inputs.targets.length === 0) return false;
	const names = new Set(targets.map(({ target }) => shortLine(target, LONGEST_NAME)));
	return crossingsIn(body).some(({ target }) => !names.has(target));
}
function parse(encoded) {
	try {
		return JSON.parse(decodeURIComponent(encoded));
	} catch {
		return;
	}
}
function say$2({ log }, outcome) {
	if (outcome.kind === "taken") {
		log.error(`no issue was written: ${outcome.url} is about targets that this job does not measure; close it, else ${SET_KEY}`);
		return "taken";
	}
	if (outcome.kind === "refused") log.notice(`no issue was written: ${outcome.reason}`);
	else if (outcome.kind !== "none") log.info(`issue ${outcome.kind}: ${outcome.url}`);
	return "done";
}
// src/github/comments/comment-source.ts
/** The hidden second line of a comment: which run wrote it, so that an older run does not write over a newer one. */
const commentData = object({
	head: commitHash,
	run: int().nonnegative(),
	attempt: int().nonnegative(),
	use: string().regex(/^[0-9a-f]{16}$/).optional(),
	/** The comment's own number. */
	comment: int().positive().optional()
});
const DATA_LINE = /^<!-- kernel-size-budget:data (.*) -->$/;
/** Returns the line for a comment of a number, without a line end. Throws on a source that `sourceOf` would not read. */
function dataLine(source, comment) {
	return `<!-- kernel-size-budget:data ${JSON.stringify(commentData.parse({
		...source,
		comment
	}))} -->`;
}
/** Reads the source from a comment's body; undefined where there is none, or none that can be read. */
function sourceOf(body) {
	return dataOf(body);
}
/**
* Whether a body carries the number of the comment that it is the body of. GitHub gives the number when the comment is
* written, so that whoever repeats the hidden lines of one comment in another repeats a number that is not its own.
*/
function isNumbered(body, id) {
	return dataOf(body)?.comment === id;
}
/** What a comment says, without the source and without what an edit in the browser changes. */
function textOf(body) {
	const lines = linesOf(body);
	return (DATA_LINE.test(lines[1] ?? "") ? lines.toSpliced(1, 1) : lines).join("\n").trimEnd();
}
/** Whether a source comes from a later run, or from a later attempt of the same. */
function isNewer(source, than) {
	return source.run > than.run || source.run === than.run && source.attempt > than.attempt;
}
/** Whether two jobs of one run say different things. */
function isOtherUse(source, than) {
	return source.run === than.run && source.use !== than.use;
}
function dataOf(body) {
	const [, json] = DATA_LINE.exec(linesOf(body)[1] ?? "") ?? [];
	return json === void 0 ? void 0 : commentData.safeParse(parseJson$1(json)).data;
}
function linesOf(body) {
	return body.split(/\r?\n/);
}
function parseJson$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
// src/github/comments/comment-outcome.ts
/** The outcome when one of the comments is from a newer run, or from another job of this one. */
function standsBack(comments, source) {
	const found = comments.flatMap(({ body, url }) => {
		const stored = sourceOf(body);
		return stored === void 0 ? [] : [{
			stored,
			url
		}];
	});
	const newer = found.find(({ stored }) => isNewer(stored, source))?.stored;
	if (newer !== void 0) return {
		kind: "superseded",
		reason: `run ${newer.run} (attempt ${newer.attempt}) has reported already, and is newer than this one`
	};
	const other = found.find(({ stored }) => isOtherUse(stored, source));
	if (other === void 0) return void 0;
	return {
		kind: "taken",
		reason: `another job of this run has written ${other.url}`
	};
}
/** The outcome of tidying up after a comment was created, which stands even if GitHub refuses the rest. */
async function createdUnless(created, tidied) {
	const outcome = {
		kind: "created",
		url: created.url,
		remarks: []
	};
	try {
		return await tidied ?? outcome;
	} catch (error) {
		const failure = requestFailureOf(error);
		if (failure === void 0) throw error;
		const remark = `another comment may stand beside it until the next run (${failure.said})`;
		return {
			...outcome,
			remarks: [remark]
		};
	}
}
// src/github/comments/comment-request.ts
/**
* Calls `write` with the fullest body that GitHub takes, if the pull request still waits for this report.
*
* A refusal is an outcome, since the verdict stands without the comment. Throws a `UserError` on a bad key.
*/
async function writeComment(request, write) {
	const { repository, pullNumber: number, source } = request;
	const marker = commentMarker(request);
	try {
		const notNow = await whyNotNow(request);
		if (notNow !== void 0) return notNow;
		const thread = {
			repository,
			number,
			author: await viewerLogin(repository.client),
			marker
		};
		return await writeFullest({
			bodies: request.bodies,
			most: 65136,
			write: (text) => write({
				thread,
				source,
				text
			})
		}) ?? {
			kind: "skipped",
			reason: "the report is too long for a comment: read it in the job summary"
		};
	} catch (error) {
		const failure = requestFailureOf(error);
		if (failure === void 0) throw error;
		return {
			kind: "skipped",
			reason: explainRefusal(failure, {
				origin: request.origin,
				purpose: "comment"
			})
		};
	}
}
/** The event is as old as the build, so the pull request is read again. */
async function whyNotNow(request) {
	const { repository, pullNumber, source, baseRef } = request;
	const { client, owner, repo } = repository;
	const pull = await ask(pullData, (checked) => client.rest.pulls.get({
		owner,
		repo,
		pull_number: pullNumber,
		request: checked
	}));
	if (pull.state === "closed") return {
		kind: "skipped",
		reason: `pull request ${pullNumber} is ${pull.merged ? "merged" : "closed"} already: read the report in the job summary`
	};
	const moved = whatMoved(pull, {
		head: source.head,
		baseRef
	});
	if (moved === void 0) return void 0;
	return {
		kind: "superseded",
		reason: `pull request ${pullNumber} has moved ${moved}, whose own run will report`
	};
}
function whatMoved({ head, base }, reported) {
	if (head.sha !== reported.head) return `from ${short(reported.head)} to ${short(head.sha)}`;
	return base.ref === reported.baseRef ? void 0 : `from the base ${reported.baseRef} to ${base.ref}`;
}
const pullData = object({
	state: _enum(["open", "closed"]),
	merged: boolean(),
	head: object({ sha: commitHash }),
	base: object({ ref: string() })
});
function short(hash) {
	return hash.slice(0, 12);
}
// src/github/comments/comment-visibility.ts
/**
* Comments that somebody has minimised, which only GraphQL can show again:
* https://docs.github.com/en/graphql/reference/mutations#unminimizecomment
*/
const IS_MINIMIZED = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { ... on IssueComment { isMinimized } }
}`;
const UNMINIMIZE = `mutation ($id: ID!) {
  unminimizeComment(input: { subjectId: $id }) { unminimizedComment { isMinimized } }
}`;
const minimizedNodes = object({ nodes: array(object({ isMinimized: boolean().optional() }).nullable()) });
const unminimized = object({ unminimizeComment: object({ unminimizedComment: object({ isMinimized: literal(false) }) }) });
/**
* Makes a comment visible again if somebody has minimised it. Returns what is worth a remark, one line each: that
* it was, or that GitHub does not let this token do it.
*/
async function showAgain(client, nodeId) {
	try {
		const { nodes } = await askGraphql(client, {
			query: IS_MINIMIZED,
			variables: { ids: [nodeId] },
			shape: minimizedNodes
		});
		if (nodes[0]?.isMinimized !== true) return [];
		await askGraphql(client, {
			query: UNMINIMIZE,
			variables: { id: nodeId },
			shape: unminimized
		});
		return ["somebody had minimised the comment, and it is shown again"];
	} catch (error) {
		const why = refusalIn(error);
		if (why === void 0) throw error;
		return [`the comment could not be shown again if somebody has minimised it (${why})`];
	}
}
/** GraphQL refuses with status 200 and a list of errors. */
function refusalIn(error) {
	const failure = requestFailureOf(error);
	if (failure !== void 0) return failure.said;
	return error instanceof Error && error.name === "GraphqlResponseError" ? error.message.replaceAll(/\s+/g, " ") : void 0;
}
// src/github/comments/own-comment.ts
/** Oldest first. */
async function listOwnComments(thread) {
	return (await listMarkedComments(thread)).filter(({ id, body }) => isNumbered(body, id));
}
/** Writes a new comment, and its number into it; where that cannot be done the comment is taken back. */
async function createOwnComment(draft, known) {
	const created = await createComment(draft.thread, bodyOf(draft), known);
	try {
		return await updateOwnComment(draft, created.id) ?? created;
	} catch (error) {
		await deleteComments(draft.thread, [created]);
		throw error;
	}
}
/** Changes a comment's text; undefined when somebody has deleted the comment meanwhile. */
function updateOwnComment(draft, id) {
	return updateComment(draft.thread, id, bodyOf(draft, id));
}
/** The body of a comment, with its two hidden lines. */
function bodyOf({ thread, source, text }, id) {
	return `${thread.marker}\n${dataLine(source, id)}\n${text}`;
}
// src/github/comments/comment.ts
/**
* Keeps one comment on a pull request up to date: finds it, then writes it or changes it.
*
* The search and the writing are two requests, so two runs can both find nothing. That is settled afterwards:
* whoever sees an older comment than the one it wrote puts its text there and deletes its own. Nobody deletes the
* oldest, so that one is always left. https://docs.github.com/en/rest/issues/comments
*/
/**
* Creates or updates this program's comment for a workflow and key, with the fullest body that GitHub takes.
* Refusals are outcomes. Throws a `UserError` on a bad key.
*/
async function upsertComment(request) {
	if (request.when === "never") return { kind: "quiet" };
	const { visibility, when, news } = request;
	const whenAbsent = when === "on-change" && news === "no-news" ? "stay-quiet" : "create";
	return writeComment(request, (draft) => write({
		...draft,
		visibility,
		whenAbsent
	}));
}
async function write(draft) {
	const own = await listOwnComments(draft.thread);
	const outcome = standsBack(own, draft.source) ?? await bringUpToDate(draft, own);
	if (outcome !== void 0) return outcome;
	if (draft.whenAbsent === "stay-quiet") return { kind: "quiet" };
	const created = await createOwnComment(draft, own);
	return createdUnless(created, joinOthers(draft, created));
}
/** Puts the text into the oldest comment that is still there and deletes the others; undefined when none is. */
async function bringUpToDate(draft, comments, created = []) {
	for (const [index, comment] of comments.entries()) {
		const kind = await changeText(draft, comment);
		if (kind === "gone") continue;
		const { repository } = draft.thread;
		const shown = draft.visibility === "must-show" ? await showAgain(repository.client, comment.nodeId) : [];
		const others = [...comments.slice(index + 1), ...created];
		return {
			kind,
			url: comment.url,
			remarks: [...shown, ...await deleteComments(draft.thread, others)]
		};
	}
}
async function changeText(draft, comment) {
	if (sourceOf(comment.body)?.head === draft.source.head && textOf(comment.body) === textOf(bodyOf(draft))) return "unchanged";
	return await updateOwnComment(draft, comment.id) === void 0 ? "gone" : "updated";
}
/** Makes one comment of what was created and what other runs created meanwhile; undefined when that is all. */
async function joinOthers(draft, created) {
	const others = (await listOwnComments(draft.thread)).filter(({ id }) => id !== created.id);
	const older = others.filter(({ id }) => id < created.id);
	if (older.length === 0) return takeYounger(draft, created, others);
	const outcome = standsBack(older, draft.source);
	if (outcome === void 0) return bringUpToDate(draft, older, [created]);
	await deleteComments(draft.thread, [created]);
	return outcome;
}
/**
* A run that got its number in first may not have seen this comment, which is older all the same. The oldest one is
* kept, so it takes the text of a younger one that is newer.
*/
async function takeYounger(draft, created, younger) {
	const outcome = standsBack(younger, draft.source);
	if (outcome?.kind === "taken" || younger.length === 0) return outcome;
	const newer = younger.find(({ body }) => isNewer(sourceOf(body) ?? draft.source, draft.source));
	if (newer !== void 0) {
		const text = newer.body.split(/\r?\n/).slice(2).join("\n");
		await updateOwnComment({
			...draft,
			source: sourceOf(newer.body),
			text
		}, created.id);
	}
	const remarks = await deleteComments(draft.thread, younger);
	return outcome ?? {
		kind: "created",
		url: created.url,
		remarks
	};
}
// src/action/publishing/publish.ts
/** Keeps the comment up to date. One that cannot be written is said and fails nothing: the verdict stands without it. */
async function publishComment(publication, to) {
	const { report, job } = publication;
	const { comment: when, failOn } = job.inputs;
	const outcome = await upsertComment({
		...commentRequest(publication, to),
		when,
		news: report.verdict !== "no-comparison" && report.targets.every(isUnchanged) ? "no-news" : "news",
		visibility: exitCodeOf(report, failOn) === 0 ? "as-is" : "must-show"
	});
	sayOutcome(job, outcome);
	return outcome;
}
/** What a comment is made of. */
function commentRequest({ report, job, source, workflow }, to) {
	return {
		repository: repositoryOf(job),
		pullNumber: to.number,
		baseRef: to.baseRef,
		origin: to.origin,
		key: job.inputs.commentKey,
		workflow,
		source,
		bodies: markdownLadder(report, COMMENT_BODY_BYTES)
	};
}
function sayOutcome({ log }, outcome) {
	switch (outcome.kind) {
		case "skipped": return log.notice(`no comment was written: ${outcome.reason}`);
		case "superseded": return log.info(`no comment was written: ${outcome.reason}`);
		case "taken": return log.error(`no comment was written: ${outcome.reason}; ${SET_KEY}`);
		case "quiet": return log.info("no comment was written: none is wanted");
		default:
			log.info(`comment ${outcome.kind}: ${outcome.url}`);
			for (const remark of outcome.remarks) log.notice(remark);
	}
}
// src/github/runs/check-list.ts
const checkData$1 = object({
	id: int().positive(),
	name: string(),
	status: string(),
	details_url: string().nullish()
});
/**
* Lists the check runs of one name on a commit, those that no longer count included.
* https://docs.github.com/en/rest/checks/runs#list-check-runs-for-a-git-reference
*/
async function listChecks({ client, owner, repo }, { sha, name }) {
	const search = {
		owner,
		repo,
		ref: sha,
		check_name: name,
		filter: "all"
	};
	return (await askAll({
		shape: object({ check_runs: array(checkData$1) }),
		items: (page) => page.check_runs,
		send: (page) => client.rest.checks.listForRef({
			...search,
			...page
		})
	})).filter((run) => run.name === name).map(({ id, status, details_url: url }) => {
		return {
			id,
			stage: status === "completed" ? "ended" : "begun",
			url: url ?? void 0
		};
	});
}
// src/github/runs/check-run.ts
/**
* Writes a check run with the first summary that fits, and all annotations. Where one of its name has begun, that is
* brought to its end. A lost answer may leave a second one of the same name, of which GitHub counts the latest.
* https://docs.github.com/en/rest/checks/runs
*/
async function writeCheckRun(repository, run) {
	const output = {
		title: cutLine(run.title, 255),
		summary: fittingSummary(run.summaries)
	};
	const first = run.annotations.slice(0, 50).map(annotationJson);
	try {
		return {
			kind: "set",
			remarks: await addAnnotations(repository, run, {
				id: await writeFirst(repository, run, {
					begun: (await listChecks(repository, run)).find(({ stage }) => stage === "begun")?.id,
					output: {
						...output,
						annotations: first
					}
				}),
				output,
				written: first.length
			})
		};
	} catch (error) {
		return refused(error, {
			purpose: "check",
			origin: run.origin
		});
	}
}
const STATES$1 = {
	success: {
		status: "completed",
		conclusion: "success"
	},
	failure: {
		status: "completed",
		conclusion: "failure"
	},
	begun: { status: "in_progress" }
};
const checkData = object({ id: int().positive() });
/** Returns the check run's number. */
async function writeFirst({ client, owner, repo }, { sha, name, detailsUrl, state }, { begun, output }) {
	const check = {
		owner,
		repo,
		name,
		details_url: detailsUrl,
		...STATES$1[state],
		output
	};
	const { id } = await ask(checkData, (request) => begun === void 0 ? client.rest.checks.create({
		...check,
		head_sha: sha,
		request
	}) : client.rest.checks.update({
		...check,
		check_run_id: begun,
		request
	}));
	return id;
}
/** Each update adds its annotations to those that are there, and has to repeat the summary. */
async function addAnnotations({ client, owner, repo }, run, { id, output, written }) {
	const target = {
		owner,
		repo,
		check_run_id: id
	};
	const all = run.annotations;
	for (let start = written; start < all.length; start += 50) {
		const annotations = all.slice(start, start + 50).map(annotationJson);
		try {
			const more = {
				...target,
				output: {
					...output,
					annotations
				}
			};
			await ask(checkData, (request) => client.rest.checks.update({
				...more,
				request
			}));
		} catch (error) {
			const { reason } = refused(error, {
				purpose: "check",
				origin: run.origin
			});
			return [`${all.length - start} of ${all.length} annotations are missing: ${reason}`];
		}
	}
	return [];
}
function fittingSummary(summaries) {
	return summaries.find((summary) => bytesOf$2(summary) <= 65535) ?? cutLines(summaries.at(-1) ?? "", 65535);
}
function annotationJson({ path, line, level, title, message }) {
	return {
		path,
		start_line: line,
		end_line: line,
		annotation_level: level,
		title: cutLine(title, 255),
		message: cutLines(message, ANNOTATION_MESSAGE_BYTES)
	};
}
// src/github/runs/commit-status.ts
/** Sets a commit's status. https://docs.github.com/en/rest/commits/statuses#create-a-commit-status */
async function setCommitStatus({ client, owner, repo }, status) {
	const { sha, context, state, targetUrl, origin } = status;
	const description = cutLine(status.description, 140);
	const target = {
		owner,
		repo,
		sha,
		target_url: targetUrl
	};
	try {
		await ask(object({
			context: literal(context),
			state: literal(state)
		}), (request) => client.rest.repos.createCommitStatus({
			...target,
			context,
			state,
			description,
			request
		}));
		return { kind: "set" };
	} catch (error) {
		return refused(error, {
			purpose: "status",
			origin
		});
	}
}
/**
* Lists where the statuses of one name on a commit lead to, those that no longer count included.
* https://docs.github.com/en/rest/commits/statuses#list-commit-statuses-for-a-reference
*/
async function statusUrls({ client, owner, repo }, { sha, context }) {
	return (await answerFor(askAll({
		shape: array(object({
			context: string(),
			target_url: string().nullish()
		})),
		items: (page) => page,
		send: (page) => client.rest.repos.listCommitStatusesForRef({
			owner,
			repo,
			ref: sha,
			...page
		})
	}), {
		action: `list the statuses of ${sha} in ${owner}/${repo}`,
		permission: "statuses: write"
	})).filter((status) => status.context === context).flatMap(({ target_url: url }) => url ? [url] : []);
}
// src/action/statuses/commit-verdict.ts
/** The verdict on a commit, which branch protection can ask for: a commit status or a check run, as the inputs say. */
/** From the worst on. */
const STATES = [
	"error",
	"failure",
	"pending",
	"success"
];
/** What a report means for the commit. */
function stateOf(report, { inputs }) {
	return [
		"success",
		"failure",
		"error"
	][exitCodeOf(report, inputs.failOn)];
}
/**
* The name for the verdict on a pull request or a merge group, and apart from it for each `other` thing: GitHub keeps
* verdicts by commit, and one on a push must not pass for one on a pull request. Apart for each comment key, too.
*/
function verdictName({ inputs }, other) {
	const words = [inputs.commentKey === "default" ? void 0 : inputs.commentKey, other].filter((word) => word !== void 0);
	return words.length === 0 ? "kernel-size" : `kernel-size (${words.join(", ")})`;
}
/** Nothing where none is asked for. One that cannot be set is said and fails nothing. */
async function tellVerdict(job, verdict) {
	const { status } = job.inputs;
	if (status === "none") return;
	const outcome = status === "check-run" ? await tellByCheck(job, verdict) : await tellByStatus(job, verdict);
	if (outcome.kind === "set") return job.log.info(`${status} ${verdict.state} set on ${verdict.sha}`);
	const said = `no ${status} was set: ${outcome.reason}`;
	if (verdict.state === "pending") job.log.info(said);
	else job.log.notice(said);
}
function tellByStatus(job, { sha, name, state, line, url, origin }) {
	const status = {
		sha,
		context: name,
		state,
		description: line,
		targetUrl: url,
		origin
	};
	return setCommitStatus(repositoryOf(job), status);
}
/** More than anybody reads. */
const MOST_ANNOTATIONS = 100;
const CHECK_STATES = {
	success: "success",
	failure: "failure",
	error: "failure",
	pending: "begun"
};
function tellByCheck(job, { sha, name, state, line, url, origin, report }) {
	return writeCheckRun(repositoryOf(job), {
		sha,
		name,
		state: CHECK_STATES[state],
		title: line,
		summaries: report === void 0 ? [codeSpan(visibleLine(line), "paragraph")] : markdownLadder(report, CHECK_SUMMARY_BYTES),
		annotations: report === void 0 ? [] : annotationsOf(report, MOST_ANNOTATIONS).shown,
		detailsUrl: url,
		origin
	});
}
// src/github/commits/repository-file.ts
/**
* Reads a text file of a repository without a checkout; undefined when the branch, tag or commit has none.
*
* Throws a `UserError` when the path is a folder, a link or a submodule, when the file is larger than 1 MB, and when
* GitHub shows neither the file nor what it would be in. A link to a file of the same repository is that file: GitHub
* follows it.
* https://docs.github.com/en/rest/repos/contents#get-repository-content
*/
async function readRepositoryFile(repository, { path, ref }) {
	const { client, owner, repo } = repository;
	const action = `read ${path} of ${ref} in ${owner}/${repo}`;
	const found = await answerUnless(ask(contents, (request) => client.rest.repos.getContent({
		owner,
		repo,
		path,
		ref,
		request
	})), [404], {
		action,
		permission: "contents: read"
	});
	if (found === void 0) {
		await requireVisible(repository, ref);
		return;
	}
	if ("length" in found) throw refuse$3(action, "it is a folder");
	if (found.type !== "file") throw refuse$3(action, `it is a ${found.type}`);
	if (found.size > 1048576 || found.encoding !== "base64") throw refuse$3(action, `it has ${found.size} bytes`);
	return Buffer.from(found.content, "base64").toString("utf8");
}
/** A folder's entries, a file, or what else a path may name. */
const contents = union([
	array(object({ type: string() })),
	object({
		type: literal("file"),
		size: int().nonnegative(),
		encoding: string(),
		content: string()
	}),
	object({ type: _enum(["symlink", "submodule"]) })
]);
/** GitHub answers 404 to a token that may not read contents, too; what it may read it can compare with itself. */
async function requireVisible({ client, owner, repo }, ref) {
	const purpose = {
		action: `read files of ${ref} in ${owner}/${repo}`,
		permission: "contents: read"
	};
	const range = {
		owner,
		repo,
		basehead: `${ref}...${ref}`,
		per_page: 1
	};
	await answerFor(ask(object({ status: string() }), (request) => client.rest.repos.compareCommitsWithBasehead({
		...range,
		request
	})), purpose);
}
function refuse$3(action, found) {
	return new UserError(`cannot ${action}: ${found}; expected a text file of up to ${FILE_BYTES} bytes: name another path`);
}
// src/action/statuses/counted-pulls.ts
/**
* Which of the pull requests that share a head count for its status. Those into a branch without a budget file have no
* say in what the others have, and a status of another name where they are alone.
*/
/** None where there are more than are judged: what is not known of all of them cannot pass. */
async function countedPulls(job, pulls) {
	if (pulls.length > 10) return {
		name: verdictName(job),
		pulls: []
	};
	const have = await Promise.all(pulls.map((pull) => hasBudget(job, pull)));
	const governed = pulls.filter((_, index) => have[index]);
	if (governed.length > 0) return {
		name: verdictName(job),
		pulls: governed
	};
	return {
		name: verdictName(job, "no budget file"),
		pulls
	};
}
/** A branch that does not say is taken for one that has a budget file: judging by it fails then. */
async function hasBudget(job, { baseRef: ref }) {
	try {
		return await readRepositoryFile(repositoryOf(job), {
			path: job.inputs.config,
			ref
		}) !== void 0;
	} catch (error) {
		if (error instanceof UserError) return true;
		throw error;
	}
}
// src/budget/limit-source.ts
const FULL_HASH = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
/** A file of base, which a commit or a branch has. */
function baseSource(path, ref) {
	return FULL_HASH.test(ref) ? {
		path,
		commit: ref,
		side: "base"
	} : {
		path,
		branch: ref,
		side: "base"
	};
}
// src/report/judge-again.ts
/** Judges the sizes of a report anew. A target that it lacks is `no-comparison`; one that it has beside is new. */
function judgeAgain(report, rules) {
	const { targets: wanted, limits, names, acceptances } = rules;
	if (report.failure !== void 0) return {
		...report,
		verdict: "no-comparison"
	};
	const measured = new Map(report.targets.map((target) => [target.target, target]));
	const accepted = groupBy(acceptances, ({ target }) => target);
	const known = wanted.map((target) => {
		const found = measured.get(target.name);
		if (found === void 0) return {
			...missingTarget(target),
			limits
		};
		const status = found.status === "new" ? "kept" : found.status;
		return judgedTarget({
			...found,
			status,
			limits
		}, target, accepted.get(target.name) ?? []);
	});
	const ofHead = {
		path: limits.path,
		commit: report.head?.hash,
		side: "head"
	};
	const wantedNames = new Set(wanted.map(({ name }) => name));
	const added = report.targets.filter(({ target }) => !wantedNames.has(target)).map((target) => judgedTarget({
		...target,
		status: "new",
		limits: ofHead
	}, ownLimits(target), accepted.get(target.target) ?? []));
	const missing = [...new Set(names)].filter((name) => !wantedNames.has(name) && !measured.has(name)).map((name) => missingTarget({
		name,
		budgets: {},
		growth: {},
		nearLimit: 1
	}));
	const targets = [
		...known,
		...added,
		...missing
	];
	return {
		...report,
		targets,
		verdict: overallVerdict(targets)
	};
}
/** What a target is called of which no measurement arrived. */
function missingTarget({ name, budgets, growth }) {
	return {
		target: name,
		status: "kept",
		verdict: noComparison("no measurement of it arrived: its job failed, was cancelled or did not run; see the jobs of the workflow run"),
		budgets,
		growth,
		delta: void 0,
		details: [],
		provenance: void 0
	};
}
/** A target that base does not have brings its own limits; nearness is not in a report. */
function ownLimits({ target, budgets, growth }) {
	return {
		name: target,
		budgets,
		growth,
		nearLimit: 1
	};
}
function judgedTarget(report, limits, acceptances) {
	const { budgets, growth } = limits;
	return {
		...report,
		budgets,
		growth,
		verdict: verdictOn$1(report, limits, acceptances)
	};
}
function verdictOn$1({ status, delta, verdict }, limits, acceptances) {
	if (delta === void 0) return noComparison(verdict.reason ?? "the report has neither sizes of it nor a reason");
	const hasBase = status !== "new" && delta.symbols !== void 0;
	if (status !== "new" && !hasBase) return noComparison("the report has no sizes of base, whose budget file names it; run the check again");
	const sizes = judgedSizes(delta, { hasBase });
	const unmeasuredParts = explainParts(missingParts(limits, sizes));
	return judge({
		target: limits,
		acceptances,
		unmeasuredParts,
		...sizes
	});
}
function explainParts(missing) {
	return missing.map(({ name, side }) => `"${name}" was not measured at ${side}: it is not in the kernel, or the limit is newer than the measurement; run the check again`);
}
// src/action/judging/judge-live.ts
/** Judges a report by the budget file that a branch or commit has on GitHub; the report's own limits do not count. */
async function judgeLive(report, rules) {
	if (report.failure !== void 0) return failedReport(report, report.failure);
	try {
		const { acceptances } = rules.remarks;
		const known = await targetsAt(rules);
		const judged = judgeAgain(report, {
			acceptances,
			limits: baseSource(rules.config, rules.ref),
			...wantedTargets(rules, known)
		});
		if (judged.targets.length === 0) throw nothingMeasured(rules);
		const added = judged.targets.map(({ target, growth }) => ({
			name: target,
			growth
		}));
		const { notes } = withIdleNotes(rules.remarks, [...added, ...known]);
		const commits = rules.remarks.commits?.length ? rules.remarks.commits : judged.commits;
		return {
			...judged,
			...commits && { commits },
			notes: [.../* @__PURE__ */ new Set([...judged.notes, ...notes])]
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return failedReport(report, {
			reason: error.message,
			details: error.details
		});
	}
}
/** Limits are base's; a name that base does not have is a new target. */
function wantedTargets({ names }, known) {
	const chosen = new Set(names);
	return {
		targets: chosen.size === 0 ? known : known.filter(({ name }) => chosen.has(name)),
		names
	};
}
async function targetsAt({ repository, config, ref }) {
	if (isOutside(config)) throw outsideRepository(config);
	const text = await readRepositoryFile(repository, {
		path: config,
		ref
	});
	if (text === void 0) return [];
	return parseBudgetFile({
		text,
		path: config,
		presets: readPresets(),
		fileExists: () => true
	});
}
/** `..budget.yml` is a file like any other. */
function isOutside(path) {
	return path === ".." || path.startsWith("../");
}
function nothingMeasured({ config, ref }) {
	return new UserError(`the report has no targets, and ${config} of ${ref} names none; expected one at least: see the log of the run`);
}
function outsideRepository(config) {
	return new UserError(`the budget file ${config} lies outside the repository, where a finished report cannot be judged by it; expected a path in the repository, or the mode "check"`);
}
// src/action/judging/judge-for-pull.ts
/** Judges by the budget file of the branch that the pull request is to be merged into, as it is now. */
async function judgeForPull(job, report, pull) {
	const repository = repositoryOf(job);
	const { config, targets: names, acceptLabel: label, workflow } = job.inputs;
	const remarks = await acceptancesOfPull({
		repository,
		pull,
		label,
		workflow
	});
	return {
		...await judgeLive(report, {
			repository,
			config,
			ref: pull.baseRef,
			names,
			remarks
		}),
		pullRequest: pull.number
	};
}
// src/github/commits/merge-base.ts
/**
* Asks GitHub for the hash of the commit where `head` left `base`; needs no history in the checkout.
*
* Throws a `UserError` when GitHub does not know one of the two, or they share no commit.
* https://docs.github.com/en/rest/commits/commits#compare-two-commits
*/
async function mergeBase({ client, owner, repo, base, head }) {
	try {
		const range = {
			owner,
			repo,
			basehead: `${base}...${head}`,
			per_page: 1
		};
		const { merge_base_commit: found } = await ask(comparisonData, (request) => client.rest.repos.compareCommitsWithBasehead({
			...range,
			request
		}));
		return found.sha;
	} catch (error) {
		const failure = requestFailureOf(error);
		if (failure === void 0) throw error;
		throw new UserError(`GitHub cannot compare ${base} with ${head} in ${owner}/${repo} (${failure.said}); expected two commits that share one: name the base yourself with the input \`base\``, { cause: error });
	}
}
/** Whether a branch has a commit, as its tip or below. Throws a `UserError` when GitHub does not say. */
async function isInBranch({ client, owner, repo }, { commit, branch }) {
	const range = {
		owner,
		repo,
		basehead: `${commit}...${branch}`,
		per_page: 1
	};
	const { merge_base_commit: found } = await answerFor(ask(comparisonData, (request) => client.rest.repos.compareCommitsWithBasehead({
		...range,
		request
	})), {
		action: `ask whether ${branch} of ${owner}/${repo} has ${commit}`,
		permission: "contents: read"
	});
	return found.sha === commit;
}
const comparisonData = object({ merge_base_commit: object({ sha: commitHash }) });
// src/action/judging/measured-base.ts
/** In characters; the report's own word on its branch is a stranger's. */
const LONGEST_BRANCH = 100;
/** Checks reports for one pull request, and asks GitHub once for its events. They throw a `UserError`. */
function baseCheck(repository, { number, baseRef: branch }) {
	let changedAt;
	return async ({ report, run }) => {
		const { base, baseRef } = report;
		if (baseRef !== void 0 && baseRef !== branch) return `run ${run.id} measured against "${shortLine(baseRef, LONGEST_BRANCH)}", not against ${branch}`;
		changedAt ??= baseChangedAt(repository, number);
		if (isBefore(run.createdAt, await changedAt)) return `pull request ${number} was given the base ${branch} after run ${run.id} had begun`;
		if (base === void 0 || await isInBranch(repository, {
			commit: base.hash,
			branch
		})) return void 0;
		return `run ${run.id} measured against ${base.hash}, which ${branch} does not have`;
	};
}
/** A change and the run that it starts may bear the same second. What has no time may be from before. */
function isBefore(begun, changed) {
	if (changed === void 0) return false;
	return begun === void 0 || Date.parse(begun) < Date.parse(changed);
}
// src/github/commits/commit-parents.ts
/**
* Asks GitHub for the hashes of a commit's parents, the first parent first; undefined when GitHub does not know the
* commit, or `sha` is no hash. Throws a `UserError` when GitHub does not answer.
* https://docs.github.com/en/rest/git/commits#get-a-commit-object
*/
async function commitParents({ client, owner, repo }, sha) {
	const purpose = {
		action: `read commit ${sha} of ${owner}/${repo}`,
		permission: "contents: read"
	};
	return (await answerUnless(ask(commitData, (request) => client.rest.git.getCommit({
		owner,
		repo,
		commit_sha: sha,
		request
	})), [404, 422], purpose))?.parents.map((parent) => parent.sha);
}
const commitData = object({ parents: array(object({ sha: commitHash })) });
// src/github/runs/artifacts.ts
/**
* The artifacts of a workflow run: https://docs.github.com/en/rest/actions/artifacts
*
* What is in them is not trusted; unpack.ts and whoever reads the file see to that.
*/
/**
* Finds the artifact of a run by its exact name: the newest, since a run that is run again has one of each attempt.
* Undefined when there is none, or only ones that have expired. Throws a `UserError` when GitHub does not list them.
*/
async function findArtifact({ client, owner, repo }, { runId, name }) {
	const [newest] = (await answerFor(askAll({
		shape: object({ artifacts: array(artifactData) }),
		items: (page) => page.artifacts,
		send: (page) => client.rest.actions.listWorkflowRunArtifacts({
			owner,
			repo,
			run_id: runId,
			name,
			...page
		})
	}), {
		action: `list the artifacts of workflow run ${runId} of ${owner}/${repo}`,
		permission: "actions: read"
	})).filter((artifact) => artifact.name === name && !artifact.expired).toSorted((a, b) => b.id - a.id);
	if (newest === void 0) return void 0;
	const { id, size_in_bytes: bytes, digest } = newest;
	return {
		id,
		name,
		bytes,
		digest: digest ?? void 0
	};
}
const artifactData = object({
	id: int().positive(),
	name: string(),
	size_in_bytes: number(),
	expired: boolean(),
	digest: string().nullish()
});
const DOWNLOAD_LIMITS = {
	bytes: ARTIFACT_BYTES,
	timeoutMs: DOWNLOAD_TIMEOUT_MS
};
/**
* Downloads an artifact's zip archive, trying up to three times.
*
* Throws a `UserError` when it is larger than the limit, by the listed size or by what really comes, and when it
* cannot be had.
*/
async function downloadArtifact(repository, artifact, limits = DOWNLOAD_LIMITS) {
	if (artifact.bytes > limits.bytes) throw tooLarge(artifact, `${artifact.bytes} bytes`, limits);
	for (let attempt = 1;; attempt++) {
		const address = await storageAddress(repository, artifact);
		try {
			return await fetchArchive(address, artifact, limits);
		} catch (error) {
			if (error instanceof UserError) throw error;
			if (attempt === 3) throw undelivered(artifact, error);
		}
	}
}
/**
* GitHub answers with a redirect to a storage host, which is another company's. To follow it by hand is the only way
* to be sure that the token stays behind: https://docs.github.com/en/rest/actions/artifacts#download-an-artifact
*/
async function storageAddress({ client, owner, repo }, artifact) {
	const { url, headers } = await answerFor(client.rest.actions.downloadArtifact({
		owner,
		repo,
		artifact_id: artifact.id,
		archive_format: "zip",
		request: {
			redirect: "manual",
			check: hasAddress
		}
	}), {
		action: `download ${describe$1(artifact)}`,
		permission: "actions: read"
	});
	return new URL(String(headers["location"]), url).href;
}
function hasAddress({ status, headers }) {
	return headers["location"] === void 0 ? `status ${status} without an address` : void 0;
}
async function fetchArchive(address, artifact, limits) {
	const response = await createTimedFetch(limits.timeoutMs)(address);
	if (!response.ok || response.body === null) {
		await response.body?.cancel();
		throw new Error(`the storage host answered ${response.status}`);
	}
	const archive = await readBounded$1(response.body, limits.bytes);
	if (archive === void 0) throw tooLarge(artifact, `${artifact.bytes} bytes listed, more sent`, limits);
	requireArchive(archive, artifact.digest);
	return archive;
}
/** What a server in between says instead, and half an archive, is a failure to try again. */
function requireArchive(archive, digest) {
	if (digest === `sha256:${createHash("sha256").update(archive).digest("hex")}`) return;
	const beginning = Buffer.from(archive.subarray(0, LONGEST_BEGINNING)).toString("latin1");
	const isArchive = beginning.startsWith("PK");
	if (isArchive && !digest?.startsWith("sha256:")) return;
	const what = isArchive ? "is not what was uploaded: its SHA-256 differs" : `begins with ${JSON.stringify(beginning)}`;
	throw new Error(`what the storage host sent ${what}`);
}
/** How much is shown of what is no archive, in bytes. */
const LONGEST_BEGINNING = 40;
function tooLarge(artifact, found, limits) {
	return new UserError(`${describe$1(artifact)} is too large (${found}); expected up to ${limits.bytes} bytes, since artifacts of a pull request are not trusted: upload nothing but the report`);
}
function undelivered(artifact, cause) {
	const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
	const said = reason instanceof Error ? reason.message : String(reason);
	return new UserError(`cannot download ${describe$1(artifact)} (${said}); expected a zip archive: run the job again`, { cause });
}
function describe$1({ id, name }) {
	return `the artifact ${JSON.stringify(name)} (id ${id})`;
}
// node_modules/pend/index.js
var require_pend = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = Pend;
	function Pend() {
		this.pending = 0;
		this.max = Infinity;
		this.listeners = [];
		this.waiting = [];
		this.error = null;
	}
	Pend.prototype.go = function(fn) {
		if (this.pending < this.max) pendGo(this, fn);
		else this.waiting.push(fn);
	};
	Pend.prototype.wait = function(cb) {
		if (this.pending === 0) cb(this.error);
		else this.listeners.push(cb);
	};
	Pend.prototype.hold = function() {
		return pendHold(this);
	};
	function pendHold(self) {
		self.pending += 1;
		var called = false;
		return onCb;
		function onCb(err) {
			if (called) throw new Error("callback called twice");
			called = true;
			self.error = self.error || err;
			self.pending -= 1;
			if (self.waiting.length > 0 && self.pending < self.max) pendGo(self, self.waiting.shift());
			else if (self.pending === 0) {
				var listeners = self.listeners;
				self.listeners = [];
				listeners.forEach(cbListener);
			}
		}
		function cbListener(listener) {
			listener(self.error);
		}
	}
	function pendGo(self, fn) {
		fn(pendHold(self));
	}
}));
// node_modules/yauzl/fd-slicer.js
var require_fd_slicer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var fs = __require("fs");
	var util = __require("util");
	var stream = __require("stream");
	var Readable = stream.Readable;
	var PassThrough = stream.PassThrough;
	var Pend = require_pend();
	var EventEmitter = __require("events").EventEmitter;
	exports.BufferSlicer = BufferSlicer;
	exports.FdSlicer = FdSlicer;
	util.inherits(FdSlicer, EventEmitter);
	function FdSlicer(fd) {
		EventEmitter.call(this);
		this.fd = fd;
		this.pend = new Pend();
		this.pend.max = 1;
		this.refCount = 0;
	}
	FdSlicer.prototype.read = function(buffer, offset, length, position, callback) {
		var self = this;
		self.pend.go(function(cb) {
			fs.read(self.fd, buffer, offset, length, position, function(err, bytesRead, buffer) {
				cb();
				callback(err, bytesRead, buffer);
			});
		});
	};
	FdSlicer.prototype.createReadStream = function(options) {
		return new ReadStream(this, options);
	};
	FdSlicer.prototype.ref = function() {
		this.refCount += 1;
	};
	FdSlicer.prototype.unref = function() {
		var self = this;
		self.refCount -= 1;
		if (self.refCount < 0) throw new Error("invalid unref");
		if (self.refCount > 0) return;
		fs.close(self.fd, onCloseDone);
		function onCloseDone(err) {
			if (err) self.emit("error", err);
			else self.emit("close");
		}
	};
	util.inherits(ReadStream, Readable);
	function ReadStream(context, options) {
		options = options || {};
		Readable.call(this, options);
		this.context = context;
		this.context.ref();
		this.start = options.start || 0;
		this.endOffset = options.end;
		this.pos = this.start;
	}
	ReadStream.prototype._read = function(n) {
		var self = this;
		var toRead = Math.min(self._readableState.highWaterMark, n);
		if (self.endOffset != null) toRead = Math.min(toRead, self.endOffset - self.pos);
		if (toRead <= 0) {
			self.push(null);
			this._cleanup();
			return;
		}
		self.context.pend.go(function(cb) {
			var buffer = Buffer.allocUnsafe(toRead);
			fs.read(self.context.fd, buffer, 0, toRead, self.pos, function(err, bytesRead) {
				if (err) self.destroy(err);
				else if (bytesRead === 0) {
					self.push(null);
					self._cleanup();
				} else {
					self.pos += bytesRead;
					self.push(buffer.slice(0, bytesRead));
				}
				cb();
			});
		});
	};
	ReadStream.prototype._destroy = function(err, cb) {
		this._cleanup();
		cb(err);
	};
	ReadStream.prototype._cleanup = function() {
		if (this.context != null) {
			this.context.unref();
			this.context = null;
		}
	};
	util.inherits(BufferSlicer, EventEmitter);
	function BufferSlicer(buffer) {
		EventEmitter.call(this);
		this.refCount = 0;
		this.buffer = buffer;
	}
	BufferSlicer.prototype.read = function(buffer, offset, length, position, callback) {
		if (!(0 <= offset && offset <= buffer.length)) throw new RangeError("offset outside buffer: 0 <= " + offset + " <= " + buffer.length);
		if (position < 0) throw new RangeError("position is negative: " + position);
		if (offset + length > buffer.length) length = buffer.length - offset;
		if (position + length > this.buffer.length) length = this.buffer.length - position;
		if (length <= 0) {
			setImmediate(function() {
				callback(null, 0);
			});
			return;
		}
		this.buffer.copy(buffer, offset, position, position + length);
		setImmediate(function() {
			callback(null, length);
		});
	};
	BufferSlicer.prototype.createReadStream = function(options) {
		options = options || {};
		var readStream = new PassThrough(options);
		readStream.start = options.start || 0;
		readStream.endOffset = options.end;
		readStream.pos = readStream.endOffset || this.buffer.length;
		var entireSlice = this.buffer.slice(readStream.start, readStream.pos);
		var maxChunkSize = 65536;
		var offset = 0;
		while (true) {
			var nextOffset = offset + maxChunkSize;
			if (nextOffset >= entireSlice.length) {
				if (offset < entireSlice.length) readStream.write(entireSlice.slice(offset, entireSlice.length));
				break;
			}
			readStream.write(entireSlice.slice(offset, nextOffset));
			offset = nextOffset;
		}
		readStream.end();
		return readStream;
	};
	BufferSlicer.prototype.ref = function() {
		this.refCount += 1;
	};
	BufferSlicer.prototype.unref = function() {
		this.refCount -= 1;
		if (this.refCount < 0) throw new Error("invalid unref");
	};
}));
// node_modules/yauzl/crc32.js
var require_crc32 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const CRC_TABLE = new Int32Array([
		0,
		1996959894,
		3993919788,
		2567524794,
		124634137,
		1886057615,
		3915621685,
		2657392035,
		249268274,
		2044508324,
		3772115230,
		2547177864,
		162941995,
		2125561021,
		3887607047,
		2428444049,
		498536548,
		1789927666,
		4089016648,
		2227061214,
		450548861,
		1843258603,
		4107580753,
		2211677639,
		325883990,
		1684777152,
		4251122042,
		2321926636,
		335633487,
		1661365465,
		4195302755,
		2366115317,
		997073096,
		1281953886,
		3579855332,
		2724688242,
		1006888145,
		1258607687,
		3524101629,
		2768942443,
		901097722,
		1119000684,
		3686517206,
		2898065728,
		853044451,
		1172266101,
		3705015759,
		2882616665,
		651767980,
		1373503546,
		3369554304,
		3218104598,
		565507253,
		1454621731,
		3485111705,
		3099436303,
		671266974,
		1594198024,
		3322730930,
		2970347812,
		795835527,
		1483230225,
		3244367275,
		3060149565,
		1994146192,
		31158534,
		2563907772,
		4023717930,
		1907459465,
		112637215,
		2680153253,
		3904427059,
		2013776290,
		251722036,
		2517215374,
		3775830040,
		2137656763,
		141376813,
		2439277719,
		3865271297,
		1802195444,
		476864866,
		2238001368,
		4066508878,
		1812370925,
		453092731,
		2181625025,
		4111451223,
		1706088902,
		314042704,
		2344532202,
		4240017532,
		1658658271,
		366619977,
		2362670323,
		4224994405,
		1303535960,
		984961486,
		2747007092,
		3569037538,
		1256170817,
		1037604311,
		2765210733,
		3554079995,
		1131014506,
		879679996,
		2909243462,
		3663771856,
		1141124467,
		855842277,
		2852801631,
		3708648649,
		1342533948,
		654459306,
		3188396048,
		3373015174,
		1466479909,
		544179635,
		3110523913,
		3462522015,
		1591671054,
		702138776,
		2966460450,
		3352799412,
		1504918807,
		783551873,
		3082640443,
		3233442989,
		3988292384,
		2596254646,
		62317068,
		1957810842,
		3939845945,
		2647816111,
		81470997,
		1943803523,
		3814918930,
		2489596804,
		225274430,
		2053790376,
		3826175755,
		2466906013,
		167816743,
		2097651377,
		4027552580,
		2265490386,
		503444072,
		1762050814,
		4150417245,
		2154129355,
		426522225,
		1852507879,
		4275313526,
		2312317920,
		282753626,
		1742555852,
		4189708143,
		2394877945,
		397917763,
		1622183637,
		3604390888,
		2714866558,
		953729732,
		1340076626,
		3518719985,
		2797360999,
		1068828381,
		1219638859,
		3624741850,
		2936675148,
		906185462,
		1090812512,
		3747672003,
		2825379669,
		829329135,
		1181335161,
		3412177804,
		3160834842,
		628085408,
		1382605366,
		3423369109,
		3138078467,
		570562233,
		1426400815,
		3317316542,
		2998733608,
		733239954,
		1555261956,
		3268935591,
		3050360625,
		752459403,
		1541320221,
		2607071920,
		3965973030,
		1969922972,
		40735498,
		2617837225,
		3943577151,
		1913087877,
		83908371,
		2512341634,
		3803740692,
		2075208622,
		213261112,
		2463272603,
		3855990285,
		2094854071,
		198958881,
		2262029012,
		4057260610,
		1759359992,
		534414190,
		2176718541,
		4139329115,
		1873836001,
		414664567,
		2282248934,
		4279200368,
		1711684554,
		285281116,
		2405801727,
		4167216745,
		1634467795,
		376229701,
		2685067896,
		3608007406,
		1308918612,
		956543938,
		2808555105,
		3495958263,
		1231636301,
		1047427035,
		2932959818,
		3654703836,
		1088359270,
		936918e3,
		2847714899,
		3736837829,
		1202900863,
		817233897,
		3183342108,
		3401237130,
		1404277552,
		615818150,
		3134207493,
		3453421203,
		1423857449,
		601450431,
		3009837614,
		3294710456,
		1567103746,
		711928724,
		3020668471,
		3272380065,
		1510334235,
		755167117
	]);
	function crc32(buf) {
		let crc = -1;
		for (let x of buf) crc = CRC_TABLE[(crc ^ x) & 255] ^ crc >>> 8;
		return (crc ^ -1) >>> 0;
	}
	module.exports = crc32;
}));
// src/github/runs/unpack.ts
var import_yauzl = (/* @__PURE__ */ __commonJSMin(((exports) => {
	__require("fs");
	var zlib = __require("zlib");
	var fd_slicer = require_fd_slicer();
	var util = __require("util");
	var EventEmitter = __require("events").EventEmitter;
	var Transform = __require("stream").Transform;
	var PassThrough = __require("stream").PassThrough;
	var Writable = __require("stream").Writable;
	const crc32 = typeof zlib.crc32 === "function" ? zlib.crc32 : require_crc32();
	exports.fromBuffer = fromBuffer;
	function fromBuffer(buffer, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		options.autoClose = false;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		fromRandomAccessReader(new fd_slicer.BufferSlicer(buffer), buffer.length, options, callback);
	}
	function fromRandomAccessReader(reader, totalSize, options, callback) {
		if (typeof options === "function") {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		if (options.autoClose == null) options.autoClose = true;
		if (options.lazyEntries == null) options.lazyEntries = false;
		if (options.decodeStrings == null) options.decodeStrings = true;
		var decodeStrings = !!options.decodeStrings;
		if (options.validateEntrySizes == null) options.validateEntrySizes = true;
		if (options.strictFileNames == null) options.strictFileNames = false;
		if (callback == null) callback = defaultCallback;
		if (typeof totalSize !== "number") throw new Error("expected totalSize parameter to be a number");
		if (totalSize > Number.MAX_SAFE_INTEGER) throw new Error("zip file too large. only file sizes up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.");
		reader.ref();
		var eocdrWithoutCommentSize = 22;
		var zip64EocdlSize = 20;
		var bufferSize = Math.min(zip64EocdlSize + eocdrWithoutCommentSize + 65535, totalSize);
		var buffer = newBuffer(bufferSize);
		readAndAssertNoEof(reader, buffer, 0, bufferSize, totalSize - buffer.length, function(err) {
			if (err) return callback(err);
			for (var i = bufferSize - eocdrWithoutCommentSize; i >= 0; i -= 1) {
				if (buffer.readUInt32LE(i) !== 101010256) continue;
				var eocdrBuffer = buffer.subarray(i);
				var diskNumber = eocdrBuffer.readUInt16LE(4);
				var entryCount = eocdrBuffer.readUInt16LE(10);
				var centralDirectoryOffset = eocdrBuffer.readUInt32LE(16);
				var commentLength = eocdrBuffer.readUInt16LE(20);
				var expectedCommentLength = eocdrBuffer.length - eocdrWithoutCommentSize;
				if (commentLength !== expectedCommentLength) return callback(/* @__PURE__ */ new Error("Invalid comment length. Expected: " + expectedCommentLength + ". Found: " + commentLength + ". Are there extra bytes at the end of the file? Or is the end of central dir signature `PK☺☻` in the comment?"));
				var comment = decodeStrings ? decodeBuffer(eocdrBuffer.subarray(22), false) : eocdrBuffer.subarray(22);
				if (i - zip64EocdlSize >= 0 && buffer.readUInt32LE(i - zip64EocdlSize) === 117853008) {
					var zip64EocdrOffset = readUInt64LE(buffer.subarray(i - zip64EocdlSize, i - zip64EocdlSize + zip64EocdlSize), 8);
					var zip64EocdrBuffer = newBuffer(56);
					return readAndAssertNoEof(reader, zip64EocdrBuffer, 0, zip64EocdrBuffer.length, zip64EocdrOffset, function(err) {
						if (err) return callback(err);
						if (zip64EocdrBuffer.readUInt32LE(0) !== 101075792) return callback(/* @__PURE__ */ new Error("invalid zip64 end of central directory record signature"));
						diskNumber = zip64EocdrBuffer.readUInt32LE(16);
						if (diskNumber !== 0) return callback(/* @__PURE__ */ new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
						entryCount = readUInt64LE(zip64EocdrBuffer, 32);
						centralDirectoryOffset = readUInt64LE(zip64EocdrBuffer, 48);
						return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
					});
				}
				if (diskNumber !== 0) return callback(/* @__PURE__ */ new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
				return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
			}
			callback(/* @__PURE__ */ new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."));
		});
	}
	util.inherits(ZipFile, EventEmitter);
	function ZipFile(reader, centralDirectoryOffset, fileSize, entryCount, comment, autoClose, lazyEntries, decodeStrings, validateEntrySizes, strictFileNames) {
		var self = this;
		EventEmitter.call(self);
		self.reader = reader;
		self.reader.on("error", function(err) {
			emitError(self, err);
		});
		self.reader.once("close", function() {
			self.emit("close");
		});
		self.readEntryCursor = centralDirectoryOffset;
		self.fileSize = fileSize;
		self.entryCount = entryCount;
		self.comment = comment;
		self.entriesRead = 0;
		self.autoClose = !!autoClose;
		self.lazyEntries = !!lazyEntries;
		self.decodeStrings = !!decodeStrings;
		self.validateEntrySizes = !!validateEntrySizes;
		self.strictFileNames = !!strictFileNames;
		self.isOpen = true;
		self.emittedError = false;
		self.hasEachEntryBeenCalled = false;
		if (!self.lazyEntries) self._readEntry();
	}
	ZipFile.prototype.close = function() {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.reader.unref();
	};
	function emitErrorAndAutoClose(self, err) {
		if (self.autoClose) self.close();
		emitError(self, err);
	}
	function emitError(self, err) {
		if (self.emittedError) return;
		self.emittedError = true;
		self.emit("error", err);
	}
	ZipFile.prototype.readEntry = function() {
		if (!this.lazyEntries) throw new Error("readEntry() called without lazyEntries:true");
		this._readEntry();
	};
	ZipFile.prototype._readEntry = function() {
		var self = this;
		if (self.entryCount === self.entriesRead) {
			setImmediate(function() {
				if (self.autoClose) self.close();
				if (self.emittedError) return;
				self.emit("end");
			});
			return;
		}
		if (self.emittedError) return;
		var buffer = newBuffer(46);
		readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
			if (err) return emitErrorAndAutoClose(self, err);
			if (self.emittedError) return;
			var entry = new Entry();
			var signature = buffer.readUInt32LE(0);
			if (signature !== 33639248) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("invalid central directory file header signature: 0x" + signature.toString(16)));
			entry.versionMadeBy = buffer.readUInt16LE(4);
			entry.versionNeededToExtract = buffer.readUInt16LE(6);
			entry.generalPurposeBitFlag = buffer.readUInt16LE(8);
			entry.compressionMethod = buffer.readUInt16LE(10);
			entry.lastModFileTime = buffer.readUInt16LE(12);
			entry.lastModFileDate = buffer.readUInt16LE(14);
			entry.crc32 = buffer.readUInt32LE(16);
			entry.compressedSize = buffer.readUInt32LE(20);
			entry.uncompressedSize = buffer.readUInt32LE(24);
			entry.fileNameLength = buffer.readUInt16LE(28);
			entry.extraFieldLength = buffer.readUInt16LE(30);
			entry.fileCommentLength = buffer.readUInt16LE(32);
			entry.internalFileAttributes = buffer.readUInt16LE(36);
			entry.externalFileAttributes = buffer.readUInt32LE(38);
			entry.relativeOffsetOfLocalHeader = buffer.readUInt32LE(42);
			if (entry.generalPurposeBitFlag & 64) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("strong encryption is not supported"));
			self.readEntryCursor += 46;
			buffer = newBuffer(entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength);
			readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
				if (err) return emitErrorAndAutoClose(self, err);
				if (self.emittedError) return;
				entry.fileNameRaw = buffer.subarray(0, entry.fileNameLength);
				var fileCommentStart = entry.fileNameLength + entry.extraFieldLength;
				entry.extraFieldRaw = buffer.subarray(entry.fileNameLength, fileCommentStart);
				entry.fileCommentRaw = buffer.subarray(fileCommentStart, fileCommentStart + entry.fileCommentLength);
				try {
					entry.extraFields = parseExtraFields(entry.extraFieldRaw);
				} catch (err) {
					return emitErrorAndAutoClose(self, err);
				}
				if (self.decodeStrings) {
					var isUtf8 = (entry.generalPurposeBitFlag & 2048) !== 0;
					entry.fileComment = decodeBuffer(entry.fileCommentRaw, isUtf8);
					entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, self.strictFileNames);
					var errorMessage = validateFileName(entry.fileName);
					if (errorMessage != null) return emitErrorAndAutoClose(self, new Error(errorMessage));
				} else {
					entry.fileComment = entry.fileCommentRaw;
					entry.fileName = entry.fileNameRaw;
				}
				entry.comment = entry.fileComment;
				self.readEntryCursor += buffer.length;
				self.entriesRead += 1;
				for (var i = 0; i < entry.extraFields.length; i++) {
					var extraField = entry.extraFields[i];
					if (extraField.id !== 1) continue;
					var zip64EiefBuffer = extraField.data;
					var index = 0;
					if (entry.uncompressedSize === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include uncompressed size"));
						entry.uncompressedSize = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					if (entry.compressedSize === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include compressed size"));
						entry.compressedSize = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					if (entry.relativeOffsetOfLocalHeader === 4294967295) {
						if (index + 8 > zip64EiefBuffer.length) return emitErrorAndAutoClose(self, /* @__PURE__ */ new Error("zip64 extended information extra field does not include relative header offset"));
						entry.relativeOffsetOfLocalHeader = readUInt64LE(zip64EiefBuffer, index);
						index += 8;
					}
					break;
				}
				if (self.validateEntrySizes && entry.compressionMethod === 0) {
					var expectedCompressedSize = entry.uncompressedSize;
					if (entry.isEncrypted()) expectedCompressedSize += 12;
					if (entry.compressedSize !== expectedCompressedSize) {
						var msg = "compressed/uncompressed size mismatch for stored file: " + entry.compressedSize + " != " + entry.uncompressedSize;
						return emitErrorAndAutoClose(self, new Error(msg));
					}
				}
				self.emit("entry", entry);
				if (!self.lazyEntries) self._readEntry();
			});
		});
	};
	ZipFile.prototype.eachEntry = function() {
		const self = this;
		if (!self.lazyEntries) throw new Error("eachEntry() requires lazyEntries: true");
		if (self.hasEachEntryBeenCalled) throw new Error("eachEntry() must only be called once per ZipFile");
		self.hasEachEntryBeenCalled = true;
		let pendingResolveReject = null;
		self.on("entry", onEntry);
		self.on("end", onEnd);
		self.on("error", onError);
		function cleanup() {
			self.removeListener("entry", onEntry);
			self.removeListener("end", onEnd);
			self.removeListener("error", onError);
			if (self.autoClose) self.close();
		}
		function onEntry(entry) {
			let { resolve } = pendingResolveReject;
			pendingResolveReject = null;
			resolve({ value: entry });
		}
		function onEnd() {
			let { resolve } = pendingResolveReject;
			pendingResolveReject = null;
			cleanup();
			resolve({ done: true });
		}
		function onError(err) {
			let { reject } = pendingResolveReject;
			pendingResolveReject = null;
			cleanup();
			reject(err);
		}
		return {
			[Symbol.asyncIterator]() {
				return this;
			},
			next() {
				const promise = new Promise((resolve, reject) => {
					if (pendingResolveReject != null) throw new Error("next() called before previous Promise was resolved.");
					pendingResolveReject = {
						resolve,
						reject
					};
				});
				self.readEntry();
				return promise;
			},
			return(value) {
				cleanup();
				return Promise.resolve({
					done: true,
					value
				});
			},
			throw(value) {
				cleanup();
				return Promise.reject(value);
			}
		};
	};
	ZipFile.prototype.openReadStream = function(entry, options, callback) {
		var self = this;
		var relativeStart = 0;
		var relativeEnd = entry.compressedSize;
		if (callback == null) {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		else {
			if (options.decodeFileData === false) {
				if (options.decrypt != null) throw new Error("cannot use options.decrypt when options.decodeFileData === false");
				if (options.decompress != null) throw new Error("cannot use options.decompress when options.decodeFileData === false");
			} else {
				if (options.decrypt != null) {
					if (!entry.isEncrypted()) throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.");
					if (options.decrypt !== false) throw new Error("invalid options.decrypt value: " + options.decrypt);
					if (entry.isCompressed()) {
						if (options.decompress !== false) throw new Error("entry is encrypted and compressed, and options.decompress !== false. See also option decodeFileData.");
					}
				}
				if (options.decompress != null) {
					if (!entry.isCompressed()) throw new Error("options.decompress can only be specified for compressed entries. See also option decodeFileData.");
					if (!(options.decompress === false || options.decompress === true)) throw new Error("invalid options.decompress value: " + options.decompress);
					decompress = options.decompress;
				}
			}
			if (options.start != null) {
				relativeStart = options.start;
				if (relativeStart < 0) throw new Error("options.start < 0");
				if (relativeStart > entry.compressedSize) throw new Error("options.start > entry.compressedSize");
			}
			if (options.end != null) {
				relativeEnd = options.end;
				if (relativeEnd < 0) throw new Error("options.end < 0");
				if (relativeEnd > entry.compressedSize) throw new Error("options.end > entry.compressedSize");
				if (relativeEnd < relativeStart) throw new Error("options.end < options.start");
			}
		}
		var rawMode = options.decodeFileData === false || (entry.compressionMethod === 0 || entry.compressionMethod === 8 && options.decompress === false) && (!entry.isEncrypted() || options.decrypt === false);
		if (options.start != null || options.end != null) {
			if (!rawMode) throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.");
		}
		if (!self.isOpen) return callback(/* @__PURE__ */ new Error("closed"));
		if (entry.isEncrypted() && !rawMode) {
			if (options.decrypt !== false) return callback(/* @__PURE__ */ new Error("entry is encrypted, and options.decodeFileData !== false"));
		}
		var decompress;
		if (rawMode) decompress = false;
		else if (entry.compressionMethod === 8) decompress = options.decodeFileData !== true;
		else return callback(/* @__PURE__ */ new Error("unsupported compression method: " + entry.compressionMethod));
		self.readLocalFileHeader(entry, { minimal: true }, function(err, localFileHeader) {
			if (err) return callback(err);
			self.openReadStreamLowLevel(localFileHeader.fileDataStart, entry.compressedSize, relativeStart, relativeEnd, decompress, entry.uncompressedSize, callback);
		});
	};
	ZipFile.prototype.openReadStreamLowLevel = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, callback) {
		var self = this;
		fileDataStart + compressedSize;
		var readStream = self.reader.createReadStream({
			start: fileDataStart + relativeStart,
			end: fileDataStart + relativeEnd
		});
		var endpointStream = readStream;
		if (decompress) {
			var destroyed = false;
			var inflateFilter = zlib.createInflateRaw();
			readStream.on("error", function(err) {
				setImmediate(function() {
					if (!destroyed) inflateFilter.emit("error", err);
				});
			});
			readStream.pipe(inflateFilter);
			if (self.validateEntrySizes) {
				endpointStream = new AssertByteCountStream(uncompressedSize);
				inflateFilter.on("error", function(err) {
					setImmediate(function() {
						if (!destroyed) endpointStream.emit("error", err);
					});
				});
				inflateFilter.pipe(endpointStream);
			} else endpointStream = inflateFilter;
			installDestroyFn(endpointStream, function() {
				destroyed = true;
				if (inflateFilter !== endpointStream) inflateFilter.unpipe(endpointStream);
				readStream.unpipe(inflateFilter);
				readStream.destroy();
			});
		}
		callback(null, endpointStream);
	};
	ZipFile.prototype.readLocalFileHeader = function(entry, options, callback) {
		var self = this;
		if (callback == null) {
			callback = options;
			options = null;
		}
		if (options == null) options = {};
		self.reader.ref();
		var buffer = newBuffer(30);
		readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader, function(err) {
			try {
				if (err) return callback(err);
				var signature = buffer.readUInt32LE(0);
				if (signature !== 67324752) return callback(/* @__PURE__ */ new Error("invalid local file header signature: 0x" + signature.toString(16)));
				var fileNameLength = buffer.readUInt16LE(26);
				var extraFieldLength = buffer.readUInt16LE(28);
				var fileDataStart = entry.relativeOffsetOfLocalHeader + 30 + fileNameLength + extraFieldLength;
				if (fileDataStart + entry.compressedSize > self.fileSize) return callback(/* @__PURE__ */ new Error("file data overflows file bounds: " + fileDataStart + " + " + entry.compressedSize + " > " + self.fileSize));
				if (options.minimal) return callback(null, { fileDataStart });
				var localFileHeader = new LocalFileHeader();
				localFileHeader.fileDataStart = fileDataStart;
				localFileHeader.versionNeededToExtract = buffer.readUInt16LE(4);
				localFileHeader.generalPurposeBitFlag = buffer.readUInt16LE(6);
				localFileHeader.compressionMethod = buffer.readUInt16LE(8);
				localFileHeader.lastModFileTime = buffer.readUInt16LE(10);
				localFileHeader.lastModFileDate = buffer.readUInt16LE(12);
				localFileHeader.crc32 = buffer.readUInt32LE(14);
				localFileHeader.compressedSize = buffer.readUInt32LE(18);
				localFileHeader.uncompressedSize = buffer.readUInt32LE(22);
				localFileHeader.fileNameLength = fileNameLength;
				localFileHeader.extraFieldLength = extraFieldLength;
				buffer = newBuffer(fileNameLength + extraFieldLength);
				self.reader.ref();
				readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader + 30, function(err) {
					try {
						if (err) return callback(err);
						localFileHeader.fileName = buffer.subarray(0, fileNameLength);
						localFileHeader.extraField = buffer.subarray(fileNameLength);
						return callback(null, localFileHeader);
					} finally {
						self.reader.unref();
					}
				});
			} finally {
				self.reader.unref();
			}
		});
	};
	ZipFile.prototype.openReadStreamPromise = function(entry, options) {
		return new Promise((resolve, reject) => {
			this.openReadStream(entry, options, function(err, readStream) {
				if (err) return reject(err);
				resolve(readStream);
			});
		});
	};
	ZipFile.prototype.openReadStreamLowLevelPromise = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize) {
		return new Promise((resolve, reject) => {
			this.openReadStream(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, function(err, readStream) {
				if (err) return reject(err);
				resolve(readStream);
			});
		});
	};
	ZipFile.prototype.readLocalFileHeaderPromise = function(entry, options) {
		return new Promise((resolve, reject) => {
			this.readLocalFileHeader(entry, options, function(err, localFileHeader) {
				if (err) return reject(err);
				resolve(localFileHeader);
			});
		});
	};
	function Entry() {}
	Entry.prototype.getLastModDate = function(options) {
		if (options == null) options = {};
		if (!options.forceDosFormat) for (var i = 0; i < this.extraFields.length; i++) {
			var extraField = this.extraFields[i];
			if (extraField.id === 21589) {
				var data = extraField.data;
				if (data.length < 5) continue;
				if (!(data[0] & 1)) continue;
				var posixTimestamp = data.readInt32LE(1);
				return /* @__PURE__ */ new Date(posixTimestamp * 1e3);
			} else if (extraField.id === 10) {
				var data = extraField.data;
				if (data.length !== 32) continue;
				if (data.readUInt16LE(4) !== 1) continue;
				if (data.readUInt16LE(6) !== 24) continue;
				var millisecondsSince1970 = (data.readUInt32LE(8) + 4294967296 * data.readInt32LE(12)) / 1e4 - 0xa9730b66800;
				return new Date(millisecondsSince1970);
			}
		}
		return dosDateTimeToDate(this.lastModFileDate, this.lastModFileTime, options.timezone);
	};
	Entry.prototype.canDecodeFileData = function() {
		return !this.isEncrypted() && (this.compressionMethod === 0 || this.compressionMethod === 8);
	};
	Entry.prototype.isEncrypted = function() {
		return (this.generalPurposeBitFlag & 1) !== 0;
	};
	Entry.prototype.isCompressed = function() {
		return this.compressionMethod === 8;
	};
	function LocalFileHeader() {}
	function dosDateTimeToDate(date, time, timezone) {
		var day = date & 31;
		var month = (date >> 5 & 15) - 1;
		var year = (date >> 9 & 127) + 1980;
		var millisecond = 0;
		var second = (time & 31) * 2;
		var minute = time >> 5 & 63;
		var hour = time >> 11 & 31;
		if (timezone == null || timezone === "local") return new Date(year, month, day, hour, minute, second, millisecond);
		else if (timezone === "UTC") return new Date(Date.UTC(year, month, day, hour, minute, second, millisecond));
		else throw new Error("unrecognized options.timezone: " + options.timezone);
	}
	function getFileNameLowLevel(generalPurposeBitFlag, fileNameBuffer, extraFields, strictFileNames) {
		var fileName = null;
		for (var i = 0; i < extraFields.length; i++) {
			var extraField = extraFields[i];
			if (extraField.id === 28789) {
				if (extraField.data.length < 6) continue;
				if (extraField.data.readUInt8(0) !== 1) continue;
				var oldNameCrc32 = extraField.data.readUInt32LE(1);
				if (crc32(fileNameBuffer) !== oldNameCrc32) continue;
				fileName = decodeBuffer(extraField.data.subarray(5), true);
				break;
			}
		}
		if (fileName == null) fileName = decodeBuffer(fileNameBuffer, (generalPurposeBitFlag & 2048) !== 0);
		if (!strictFileNames) fileName = fileName.replace(/\\/g, "/");
		return fileName;
	}
	function validateFileName(fileName) {
		if (fileName.indexOf("\\") !== -1) return "invalid characters in fileName: " + fileName;
		if (/^[a-zA-Z]:/.test(fileName) || /^\//.test(fileName)) return "absolute path: " + fileName;
		if (fileName.split("/").indexOf("..") !== -1) return "invalid relative path: " + fileName;
		return null;
	}
	function parseExtraFields(extraFieldBuffer) {
		var extraFields = [];
		var i = 0;
		while (i < extraFieldBuffer.length - 3) {
			var headerId = extraFieldBuffer.readUInt16LE(i + 0);
			var dataSize = extraFieldBuffer.readUInt16LE(i + 2);
			var dataStart = i + 4;
			var dataEnd = dataStart + dataSize;
			if (dataEnd > extraFieldBuffer.length) throw new Error("extra field length exceeds extra field buffer size");
			var dataBuffer = extraFieldBuffer.subarray(dataStart, dataEnd);
			extraFields.push({
				id: headerId,
				data: dataBuffer
			});
			i = dataEnd;
		}
		return extraFields;
	}
	function readAndAssertNoEof(reader, buffer, offset, length, position, callback) {
		if (length === 0) return setImmediate(function() {
			callback(null, newBuffer(0));
		});
		reader.read(buffer, offset, length, position, function(err, bytesRead) {
			if (err) return callback(err);
			if (bytesRead < length) return callback(/* @__PURE__ */ new Error("unexpected EOF"));
			callback();
		});
	}
	util.inherits(AssertByteCountStream, Transform);
	function AssertByteCountStream(byteCount) {
		Transform.call(this);
		this.actualByteCount = 0;
		this.expectedByteCount = byteCount;
	}
	AssertByteCountStream.prototype._transform = function(chunk, encoding, cb) {
		this.actualByteCount += chunk.length;
		if (this.actualByteCount > this.expectedByteCount) {
			var msg = "too many bytes in the stream. expected " + this.expectedByteCount + ". got at least " + this.actualByteCount;
			return cb(new Error(msg));
		}
		cb(null, chunk);
	};
	AssertByteCountStream.prototype._flush = function(cb) {
		if (this.actualByteCount < this.expectedByteCount) {
			var msg = "not enough bytes in the stream. expected " + this.expectedByteCount + ". got only " + this.actualByteCount;
			return cb(new Error(msg));
		}
		cb();
	};
	util.inherits(RandomAccessReader, EventEmitter);
	function RandomAccessReader() {
		EventEmitter.call(this);
		this.refCount = 0;
	}
	RandomAccessReader.prototype.ref = function() {
		this.refCount += 1;
	};
	RandomAccessReader.prototype.unref = function() {
		var self = this;
		self.refCount -= 1;
		if (self.refCount > 0) return;
		if (self.refCount < 0) throw new Error("invalid unref");
		self.close(onCloseDone);
		function onCloseDone(err) {
			if (err) return self.emit("error", err);
			self.emit("close");
		}
	};
	RandomAccessReader.prototype.createReadStream = function(options) {
		if (options == null) options = {};
		var start = options.start;
		var end = options.end;
		if (start === end) {
			var emptyStream = new PassThrough();
			setImmediate(function() {
				emptyStream.end();
			});
			return emptyStream;
		}
		var stream = this._readStreamForRange(start, end);
		var destroyed = false;
		var refUnrefFilter = new RefUnrefFilter(this);
		stream.on("error", function(err) {
			setImmediate(function() {
				if (!destroyed) refUnrefFilter.emit("error", err);
			});
		});
		installDestroyFn(refUnrefFilter, function() {
			stream.unpipe(refUnrefFilter);
			refUnrefFilter.unref();
			stream.destroy();
		});
		var byteCounter = new AssertByteCountStream(end - start);
		refUnrefFilter.on("error", function(err) {
			setImmediate(function() {
				if (!destroyed) byteCounter.emit("error", err);
			});
		});
		installDestroyFn(byteCounter, function() {
			destroyed = true;
			refUnrefFilter.unpipe(byteCounter);
			refUnrefFilter.destroy();
		});
		return stream.pipe(refUnrefFilter).pipe(byteCounter);
	};
	RandomAccessReader.prototype._readStreamForRange = function(start, end) {
		throw new Error("not implemented");
	};
	RandomAccessReader.prototype.read = function(buffer, offset, length, position, callback) {
		var readStream = this.createReadStream({
			start: position,
			end: position + length
		});
		var writeStream = new Writable();
		var written = 0;
		writeStream._write = function(chunk, encoding, cb) {
			chunk.copy(buffer, offset + written, 0, chunk.length);
			written += chunk.length;
			cb();
		};
		writeStream.on("finish", callback);
		readStream.on("error", function(error) {
			callback(error);
		});
		readStream.pipe(writeStream);
	};
	RandomAccessReader.prototype.close = function(callback) {
		setImmediate(callback);
	};
	util.inherits(RefUnrefFilter, PassThrough);
	function RefUnrefFilter(context) {
		PassThrough.call(this);
		this.context = context;
		this.context.ref();
		this.unreffedYet = false;
	}
	RefUnrefFilter.prototype._flush = function(cb) {
		this.unref();
		cb();
	};
	RefUnrefFilter.prototype.unref = function(cb) {
		if (this.unreffedYet) return;
		this.unreffedYet = true;
		this.context.unref();
	};
	var cp437 = "\0☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼ !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~⌂ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xA0";
	function decodeBuffer(buffer, isUtf8) {
		if (isUtf8) return buffer.toString("utf8");
		else {
			var result = "";
			for (var i = 0; i < buffer.length; i++) result += cp437[buffer[i]];
			return result;
		}
	}
	function readUInt64LE(buffer, offset) {
		var lower32 = buffer.readUInt32LE(offset);
		return buffer.readUInt32LE(offset + 4) * 4294967296 + lower32;
	}
	var newBuffer;
	if (typeof Buffer.allocUnsafe === "function") newBuffer = function(len) {
		return Buffer.allocUnsafe(len);
	};
	else newBuffer = function(len) {
		return new Buffer(len);
	};
	function installDestroyFn(stream, fn) {
		if (typeof stream.destroy === "function") stream._destroy = function(err, cb) {
			fn();
			if (cb != null) cb(err);
		};
		else stream.destroy = fn;
	}
	function defaultCallback(err) {
		if (err) throw err;
	}
})))();
/**
* Returns the contents of the only file in `archive`, which has to be called `name`.
*
* Throws a `UserError` when the archive holds anything else, when the file is larger than the limit, by what its
* header says or by what really comes out, and when the archive is damaged.
*/
async function unpackFile(archive, name, limits = { bytes: UNPACKED_BYTES }) {
	try {
		const zip = await openArchive(archive);
		if (zip.entryCount !== 1) throw refuse$2(`has ${zip.entryCount} entries`, `one, ${name}`);
		const entry = await readEntry(zip);
		refuseOtherEntry(entry, name);
		if (entry.uncompressedSize > limits.bytes) throw refuse$2(`holds ${entry.uncompressedSize} bytes`, `up to ${limits.bytes}`);
		return await inflate(zip, entry);
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw refuse$2(`is no whole zip archive (${error instanceof Error ? error.message : String(error)})`, `one that holds ${name}`, error);
	}
}
function openArchive(archive) {
	const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
	const options = {
		lazyEntries: true,
		decodeStrings: false,
		validateEntrySizes: true
	};
	return new Promise((resolve, reject) => {
		(0, import_yauzl.fromBuffer)(bytes, options, (error, zip) => error === null ? resolve(zip) : reject(error));
	});
}
function readEntry(zip) {
	return new Promise((resolve, reject) => {
		zip.once("entry", resolve);
		zip.once("error", reject);
		zip.readEntry();
	});
}
/** The exact name leaves no room for folders, absolute paths, `..`, backslashes and what looks alike. */
function refuseOtherEntry(entry, name) {
	const found = Buffer.from(entry.fileName);
	if (!found.equals(Buffer.from(name))) throw refuse$2(`holds ${JSON.stringify(found.toString().slice(0, 100))}`, name);
	if (entry.isEncrypted()) throw refuse$2(`holds ${name} encrypted`, "it readable");
	if (!isPlainFile(entry)) throw refuse$2(`holds ${name} as a folder, a link or a device`, "a plain file");
}
/** Of the 32 bits, Unix has its mode in the upper half, and DOS its attributes in the lowest byte. */
function isPlainFile({ externalFileAttributes: attributes }) {
	const unixType = attributes >>> 16 & 61440;
	const isDosFolder = (attributes & 16) !== 0;
	return (unixType === 0 || unixType === 32768) && !isDosFolder;
}
/** The stream ends in an error once it is longer than the entry says, which is within the limit by then. */
async function inflate(zip, entry) {
	const stream = await new Promise((resolve, reject) => {
		zip.openReadStream(entry, (error, opened) => error === null ? resolve(opened) : reject(error));
	});
	const contents = await buffer(stream);
	if (crc32(contents) !== entry.crc32) throw new Error("the checksum differs");
	return contents;
}
function refuse$2(found, expected, cause) {
	return new UserError(`the artifact ${found}; expected ${expected}, since artifacts of a pull request are not trusted: upload the file that the action wrote, and nothing else`, cause === void 0 ? {} : { cause });
}
// src/report/json/json-doubles.ts
/**
* Finds a key that stands twice in one object of a JSON text: JSON.parse keeps the last of the values, and another
* reader may keep the first (https://www.rfc-editor.org/rfc/rfc8259#section-4).
*/
/** Texts, and what opens and closes objects and lists; a colon behind a text makes it a key. Each text is closed. */
const TOKEN = /"((?:[^"\\]|\\.)*)"?(\s*:)?|[{}[\]]/gs;
/** The first such key of a text that JSON.parse takes; undefined where each is there once. */
function doubleKey(json) {
	/** The keys of each open object, and undefined for each open list. */
	const open = [];
	for (const [token, written, colon] of json.matchAll(TOKEN)) if (token === "{") open.push(/* @__PURE__ */ new Set());
	else if (token === "[") open.push(void 0);
	else if (token === "}" || token === "]") open.pop();
	else if (colon !== void 0) {
		const keys = open.at(-1);
		const key = written.includes("\\") ? JSON.parse(`"${written}"`) : written;
		if (keys.has(key)) return key;
		keys.add(key);
	}
}
// src/report/json/report-doubles.ts
/** `the metric "ram" of the target "toy"`; undefined where each name is there once. */
function doubleIn(report) {
	const twice = firstDouble([{
		what: "target",
		names: report.targets.map(({ target }) => target)
	}, {
		what: "commit",
		names: (report.commits ?? []).map(({ hash }) => hash)
	}]);
	if (twice !== void 0) return twice;
	for (const target of report.targets) {
		const found = firstDouble(listsOf(target));
		if (found !== void 0) return `${found} of the target ${JSON.stringify(target.target)}`;
	}
}
function listsOf({ verdict, delta }) {
	return [{
		what: "finding",
		names: verdict.findings.map(({ kind, metric }) => [kind, metric])
	}, ...delta === void 0 ? [] : listsOfDelta(delta)];
}
function listsOfDelta(delta) {
	const { metrics, sections, symbols, accounted, spans, config, split, deviceTree } = delta;
	const accounts = [accounted, ...split?.kind === "split" ? [split.code, split.kconfig] : []];
	return [
		{
			what: "metric",
			names: metrics.map(({ metric }) => metric)
		},
		{
			what: "section",
			names: namesOf(sections)
		},
		{
			what: "symbol",
			names: namesOf(symbols?.rows ?? [])
		},
		...accounts.flatMap((account) => account === void 0 ? [] : listsOfAccount(account)),
		{
			what: "span",
			names: namesOf(spans)
		},
		...spans.map(({ parts }) => ({
			what: "part of a span",
			names: namesOf(parts)
		})),
		{
			what: "option",
			names: namesOf(config)
		},
		{
			what: "option",
			names: split?.kind === "split" ? namesOf(split.options ?? []) : []
		},
		{
			what: "row of the device tree",
			names: (deviceTree?.rows ?? []).map((row) => [row.node, row.property])
		}
	];
}
function listsOfAccount({ rows, sections, objects, directories, subsystems }) {
	return [
		{
			what: "owner",
			names: rows.map(({ kind, name, object }) => [
				kind,
				name,
				object
			])
		},
		{
			what: "section",
			names: namesOf(sections)
		},
		{
			what: "object",
			names: namesOf(objects)
		},
		{
			what: "directory",
			names: namesOf(directories ?? [])
		},
		{
			what: "subsystem",
			names: namesOf(subsystems)
		},
		...rows.map(({ cells }) => ({
			what: "section",
			names: cells.map(({ section }) => section)
		}))
	];
}
function namesOf(list) {
	return list.map(({ name }) => name);
}
function firstDouble(lists) {
	for (const { what, names } of lists) {
		if (names.length < 2) continue;
		const seen = /* @__PURE__ */ new Set();
		for (const name of names) {
			const key = JSON.stringify(name);
			if (seen.has(key) && !isShortened(key)) return `the ${what} ${key}`;
			seen.add(key);
		}
	}
}
/** Names of a damaged kernel may differ where they were cut, or in bytes that are no characters. */
function isShortened(key) {
	return key.length >= 65536 || key.includes("�");
}
// src/report/json/schema-values.ts
/** What the fields of the report's schema are made of. */
const text$1 = string().max(LONGEST_TEXT);
/**
* How many things of a kind a report has at most: a stranger's is read, judged and shown in a job that others wait for.
* Each is far more than a kernel or a budget file has.
*/
const MOST = {
	/** A matrix of GitHub has 256 jobs, one for each. */
	targets: 1e3,
	/** People write each of them: of a target's budgets, and of its growth. */
	limits: 1e3,
	/** Those that have a limit, and findings of both kinds on each. */
	metrics: 4e3,
	/** A configuration with everything built in has some 300,000 symbols; one that changes them all cannot be reviewed. */
	rows: 2e5,
	/** ELF counts sections in 16 bits; a span has a gap before each, and one at its end. */
	sections: 131073,
	/** Names of one symbol, lines of a log's end, remarks. */
	texts: 1e4
};
/** A list of no more than a report may have. */
function listOf(kind, item) {
	return array(item).max(MOST[kind], { error: ({ input }) => tooMany$1(kind, input.length) });
}
function tooMany$1(kind, count) {
	return `has ${count} ${kind}; a report has ${MOST[kind]} at most`;
}
const texts = listOf("texts", text$1);
const bytes = int().min(0);
const count = int().min(0);
const metric = union([_enum(METRIC_NAMES), string().regex(/^(section|symbol|object|dir|subsystem):/)]).meta({ description: "A metric, or a part of the kernel such as section:.text." });
const content = object({
	base: bytes.optional(),
	head: bytes.optional()
}).meta({ description: "What growth is judged by: before compression, or without what the linker script fills up. A side that is not known is absent." });
/** Bytes by metric. */
const limits = record(metric, bytes).refine((written) => Object.keys(written).length <= MOST.limits, { error: ({ input }) => tooMany$1("limits", Object.keys(input).length) }).meta({ maxProperties: MOST.limits });
// src/report/json/delta-schema.ts
/** The part of the report's schema that has sizes: what head adds to base, by symbol, owner, section and option. */
const symbolRow = object({
	name: text$1,
	old: bytes.optional().meta({ description: "Absent where the symbol is new." }),
	new: bytes.optional().meta({ description: "Absent where the symbol is gone." }),
	delta: int()
});
const symbolsSchema = object({
	title: text$1,
	rows: listOf("rows", symbolRow),
	added: count,
	removed: count,
	grown: count,
	shrunk: count,
	up: bytes,
	down: bytes.meta({ description: "A positive number." }),
	before: bytes,
	after: bytes
}).meta({ description: "What scripts/bloat-o-meter of the kernel prints. Absent where there is no base." });
const part = object({
	name: text$1,
	base: bytes,
	head: bytes
});
const residual = int().meta({ description: "What the rows leave unexplained: 0, or the tool is wrong." });
const ownerRow = object({
	kind: _enum(OWNER_KINDS),
	name: text$1.meta({ description: "Of a literal its characters." }),
	object: text$1.optional().meta({ description: "Absent where nothing says which." }),
	base: bytes.optional().meta({ description: "Absent where the owner is new." }),
	head: bytes.optional().meta({ description: "Absent where the owner is gone." }),
	delta: int(),
	cells: listOf("sections", object({
		section: text$1,
		base: bytes,
		head: bytes
	})).meta({ description: "The sections in which it changed." }),
	movedFrom: text$1.optional().meta({ description: "The object it was in." }),
	renamedFrom: text$1.optional(),
	aliases: texts.meta({ description: "Other symbols of the same bytes." }),
	clones: texts.meta({ description: "Marks of symbols that are counted in, such as .cold." }),
	inlinedInto: texts.meta({ description: "All that called it, where all of them grew." }),
	definition: object({
		file: text$1,
		line: count
	}).optional().meta({ description: "Where head defines a function that grew." }),
	splitFrom: texts.meta({ description: "All that call it, where all of them shrank." })
});
const accountedSchema = object({
	rows: listOf("rows", ownerRow),
	sections: listOf("sections", part.extend({ residual })),
	objects: listOf("rows", part).meta({ description: "All objects; \"[between objects]\" is what belongs to none." }),
	directories: listOf("rows", part.extend({ depth: count })).optional().meta({ description: "Each with all below it; those of depth 0 sum to the objects." }),
	subsystems: listOf("rows", part).meta({ description: "By MAINTAINERS, with the mailing list." }),
	hasMaps: boolean().meta({ description: "Whether link maps gave the objects of both sides." })
}).meta({ description: "Every byte by owner. Absent where there is no base." });
const span = part.extend({
	name: _enum(["image", "memory"]),
	parts: listOf("sections", part.extend({
		step: bytes.optional().meta({ description: "The largest power of two that the end of a gap is a multiple of." }),
		slack: bytes.optional().meta({ description: "How far a section of head may grow at no cost to the span." })
	})).meta({ description: "Sections, what the linker script reserves between labels, and gaps." }),
	residual
});
const optionChange = object({
	name: text$1.meta({ description: "Without CONFIG_." }),
	base: text$1.optional().meta({ description: "As in .config; n for \"is not set\"." }),
	head: text$1.optional(),
	kind: _enum([
		"removed",
		"changed",
		"added"
	]),
	cause: discriminatedUnion("kind", [
		object({
			kind: literal("fragment"),
			file: text$1,
			line: count
		}),
		object({
			kind: literal("select"),
			by: texts
		}),
		object({
			kind: literal("imply"),
			by: texts
		}),
		object({
			kind: literal("default"),
			file: text$1,
			line: count
		}),
		object({
			kind: literal("choice"),
			file: text$1,
			line: count,
			takes: text$1.optional()
		}),
		object({ kind: literal("unset") }),
		object({
			kind: literal("depends"),
			on: texts
		}),
		object({ kind: literal("gone") }),
		object({ kind: literal("unknown") })
	]).optional().meta({ description: "What gave it its value at head." })
});
const split = discriminatedUnion("kind", [object({
	kind: literal("split"),
	code: accountedSchema,
	kconfig: accountedSchema,
	options: listOf("rows", part).optional().meta({ description: "What the options cause, by option. Absent without link maps." })
}), object({
	kind: literal("failed"),
	reason: text$1
})]).meta({ description: "The accounted table by cause; only where options differ." });
const deviceTree = object({
	base: bytes,
	head: bytes,
	rows: listOf("rows", object({
		node: text$1.meta({ description: "Path of the node, or what else the bytes are, in brackets." }),
		property: text$1.optional().meta({ description: "Absent for a node." }),
		base: bytes.optional(),
		head: bytes.optional(),
		change: _enum([
			"added",
			"removed",
			"resized",
			"changed"
		])
	}))
});
const deltaSchema = object({
	metrics: listOf("metrics", object({
		metric,
		base: bytes.optional(),
		head: bytes,
		content: content.optional()
	})).meta({ description: "Every metric and limited part of head; base is absent where it was not measured." }),
	isCompressed: boolean().meta({ description: "Whether image, and flash with it, is a compressor's output." }),
	sections: listOf("sections", object({
		name: text$1,
		base: bytes,
		head: bytes
	})).meta({ description: "All sections in memory; 0 where a side does not have one." }),
	symbols: symbolsSchema.optional(),
	accounted: accountedSchema.optional(),
	spans: listOf("sections", span).meta({ description: "The image and the memory; none where there is no base." }),
	config: listOf("rows", optionChange).meta({ description: "What differs between the resolved .config files." }),
	split: split.optional(),
	deviceTree: deviceTree.optional().meta({ description: "The device tree blob; only where both sides have one." })
});
// src/report/json/report-schema.ts
/**
* The report as other programs read it: what `renderJson` writes. `schema/report.schema.json` is generated from this.
* Kept apart from the `Report` type so that only its readers load zod; a test holds the two together.
*/
const commit = object({
	hash: string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/).meta({ description: "Full commit hash." }),
	origin: text$1.meta({ description: "Why this commit was chosen." })
});
const acceptance = object({
	target: text$1,
	metric,
	bytes: bytes.meta({ description: "The most that was accepted." }),
	reason: text$1,
	by: text$1,
	via: _enum([
		"trailer",
		"label",
		"command"
	]),
	where: text$1.meta({ description: "The commit, the label, or the comment's address." }),
	head: commit.shape.hash.optional().meta({ description: "The head of the pull request at that time." })
}).meta({ description: "Growth that somebody accepted knowingly, whether it is enough or not." });
const finding = object({
	kind: _enum([
		"over-budget",
		"over-growth",
		"accepted",
		"inherited",
		"near-limit"
	]),
	metric,
	base: bytes.optional().meta({ description: "Absent where the target is new." }),
	head: bytes,
	limit: bytes.meta({ description: "The budget, or for over-growth and accepted the growth limit." }),
	content: content.optional(),
	acceptance: acceptance.optional()
});
const verdict = object({
	kind: _enum(VERDICT_KINDS).meta({ description: "The worst of the findings." }),
	findings: listOf("metrics", finding).meta({ description: "The limits that say something, worst first." }),
	reason: text$1.optional().meta({ description: "Why nothing was compared; only with no-comparison." })
});
const provenance = object({
	commit: commit.shape.hash.optional(),
	kernelVersion: text$1,
	compiler: text$1.meta({ description: "First line of the compiler on --version, or what the kernel says." }),
	linker: text$1.meta({ description: "First line of the linker on --version, or what the kernel says." }),
	configDigest: string().regex(/^[0-9a-f]{64}$/).optional().meta({ description: "SHA-256 of the resolved .config." })
});
const limitSource = object({
	path: text$1.meta({ description: "From the repository's root; of a file outside of it, as it was named." }),
	commit: commit.shape.hash.optional().meta({ description: "Absent where the file is of no commit." }),
	branch: text$1.optional().meta({ description: "Whose newest commit had it, where no commit is named." }),
	side: _enum(["base", "head"]).optional().meta({ description: "head: base has none. Absent for a file of neither." })
});
const target = object({
	target: text$1.meta({ description: "Name of the target." }),
	status: _enum([
		"kept",
		"new",
		"removed"
	]).meta({ description: "new: only in the budget file of head. removed: only in that of base." }),
	verdict,
	limits: limitSource.optional().meta({ description: "The file that its limits are from." }),
	budgets: limits.meta({ description: "The most that each metric or part may be." }),
	growth: limits.meta({ description: "The most that one change may add to each metric or part." }),
	delta: deltaSchema.optional().meta({ description: "Absent where a side could not be measured." }),
	details: texts.meta({ description: "What helps to mend a no-comparison, such as the end of a build log." }),
	provenance: provenance.optional().meta({ description: "What head was built from and with." }),
	baseProvenance: provenance.optional().meta({ description: "The same of base." })
});
const failure = object({
	reason: text$1,
	details: texts
});
/** Unknown fields are let through: fields are added within a version. */
const reportSchema = object({
	version: literal(1),
	base: commit.optional(),
	head: commit.optional(),
	pullRequest: int().min(1).optional().meta({ description: "Number of the pull request." }),
	baseRef: text$1.optional().meta({ description: "Name of its base branch." }),
	folder: text$1.optional().meta({ description: "The kernel's folder in the repository; empty for its root." }),
	commits: listOf("texts", object({
		hash: commit.shape.hash,
		subject: text$1
	})).optional().meta({ description: "What head has and base does not, oldest first; the last ones of many." }),
	files: object({
		base: text$1,
		head: text$1
	}).optional().meta({ description: "Paths of the kernels that were compared, where they were built elsewhere." }),
	failure: failure.optional().meta({ description: "Why nothing could be compared, for any target." }),
	verdict: _enum(VERDICT_KINDS).meta({ description: "The worst of the targets." }),
	targets: listOf("targets", target),
	notes: texts.meta({ description: "Remarks on the whole comparison." })
}).meta({
	title: "Kernel size report",
	description: "Sizes are bytes. What is absent is left out."
});
// src/report/json/read-report.ts
/** In characters, of what a message quotes: the file's own names may have megabytes. */
const LONGEST_PLACE = 300;
/**
* Reads the JSON of a report from anywhere; all its numbers are integers below 2^53, and its texts are a stranger's.
* Throws a UserError that names the first field which is not as `schema/report.schema.json` says.
*/
function readReport(text, name) {
	const parsed = reportSchema.safeParse(parseJson(text, name));
	if (parsed.success) return requireNamesOnce(parsed.data, text, name);
	const [issue] = parsed.error.issues;
	const place = issue === void 0 ? "" : `${issue.path.join(".") || "(the whole)"}: ${issue.message}`;
	throw new UserError(`${name} is not a report of this version of the tool (${shortLine(place, LONGEST_PLACE)}); expected what schema/report.schema.json describes`);
}
/** JSON.parse has read the text. */
function requireNamesOnce(report, text, name) {
	const key = doubleKey(text);
	const twice = key === void 0 ? doubleIn(report) : `the key ${JSON.stringify(key)} in one object`;
	if (twice === void 0) return report;
	throw new UserError(`${name} has ${shortLine(twice, LONGEST_PLACE)} twice; expected each name once, as this tool writes it`);
}
function parseJson(text, name) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		const said = shortLine(cause.message, LONGEST_PLACE);
		throw new UserError(`${name} is not JSON (${said}); expected a report of this tool`, { cause });
	}
}
// src/action/judging/stored-report.ts
/** The report that an unprivileged run left behind. Its file is a stranger's: bounded, checked, and never run. */
/** Names of the artifact and of the one file in it. */
const REPORT_ARTIFACT = "kernel-size-report";
const REPORT_FILE = "report.json";
/** The run's report, which must be of the commit that the run was for. Throws a UserError where it is not to be had. */
async function storedReport(repository, run) {
	const found = await findArtifact(repository, {
		runId: run.id,
		name: REPORT_ARTIFACT
	});
	if (found === void 0) throw new UserError(`workflow run ${run.id} has no artifact "${REPORT_ARTIFACT}", or it has expired; expected that its last job uploads one: see the log of the run`);
	return readStored(repository, run, found);
}
/** Unpacks and checks what a run has left. */
async function readStored(repository, run, found) {
	const file = await unpackFile(await downloadArtifact(repository, found), REPORT_FILE);
	const report = readReport(new TextDecoder("utf-8", { fatal: false }).decode(file), `${REPORT_FILE} of workflow run ${run.id}`);
	await requireCommits(repository, report, run);
	return report;
}
/** Finds the newest stored report of a pull request's head and base; undefined where no run has one. */
async function findStoredReport(repository, { runs, pull, isOther }) {
	const own = runs.filter((run) => isRunOf(run, pull)).slice(0, 20);
	for (const run of own) {
		const found = await findArtifact(repository, {
			runId: run.id,
			name: REPORT_ARTIFACT
		});
		if (found === void 0) continue;
		const report = await readStored(repository, run, found);
		if (report.pullRequest !== void 0 && report.pullRequest !== pull.number) continue;
		if (await isOther({
			report,
			run
		}) === void 0) return {
			report,
			run
		};
	}
}
/** `pull_request` runs check out a merge of base and head; only GitHub tells whose parents a commit has. */
async function requireCommits(repository, report, run) {
	const { base, head, failure } = report;
	if (head === void 0 && failure !== void 0) return;
	if (head === void 0) throw new UserError(`the report of workflow run ${run.id} names no commit; expected that it is of ${run.headSha}`);
	if (head.hash === run.headSha) return;
	const parents = await commitParents(repository, head.hash) ?? [];
	if (parents.includes(run.headSha) && (base === void 0 || parents.includes(base.hash))) return;
	throw new UserError(`the report of workflow run ${run.id} was made for ${head.hash}, which is not a merge of ${run.headSha} into its base ${base?.hash ?? ""}; expected a report of the commit that the run was for`);
}
// src/action/statuses/pull-verdict.ts
/** By the newest report of it; one that waits for its first is pending. */
async function verdictOn(job, { pull, runs, known }) {
	const repository = repositoryOf(job);
	const own = known?.pull.number === pull.number && known.pull.baseRef === pull.baseRef ? known : void 0;
	try {
		const stored = await findStoredReport(repository, {
			runs: runs.filter(({ id }) => own === void 0 || id > own.run.id),
			pull,
			isOther: baseCheck(repository, pull)
		});
		const report = stored === void 0 ? own?.report : await judgeForPull(job, stored.report, pull);
		if (report === void 0) return {
			pull,
			state: "pending",
			line: "waits for its measurement"
		};
		const { id } = (stored ?? own).run;
		return {
			pull,
			state: stateOf(report, job),
			line: headlineOf(report, visibleLine),
			run: id,
			report
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		job.log.notice(`no verdict on pull request ${pull.number}: ${visibleLine(error.message)}`);
		return {
			pull,
			...failed(error)
		};
	}
}
/** The worst of the verdicts, with the words of all of them, the worst first. */
function combined(verdicts) {
	const [worst, ...others] = verdicts.toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
	const { state, run, report } = worst;
	return {
		state,
		line: others.length === 0 ? `${visibleLine(worst.pull.baseRef)}: ${worst.line}` : [worst, ...others].map(({ pull, line: words }) => `#${pull.number} into ${visibleLine(pull.baseRef)}: ${words}`).join("; "),
		run,
		report
	};
}
/** What is said where a job fails. */
function failed(error) {
	const said = error instanceof UserError ? error.message : "the job failed, see its log";
	return {
		state: "error",
		line: `nothing was compared: ${visibleLine(said)}`
	};
}
// src/action/statuses/status-ledger.ts
/** Which runs have set a status already: each leads to the page of its run, and says which of the run's jobs it is of. */
/** The page that a status of this job leads to. */
function ownPage(job) {
	return `${thisRun(job.env).url}#kernel-size-${useOf(job)}`;
}
/** Throws a `UserError` where GitHub does not say. */
async function speakersIn(job, place) {
	const speakers = (await urlsIn(job, place)).map((url) => speakerOf(url, job)).filter((speaker) => speaker !== void 0);
	return new Set(speakers);
}
async function urlsIn(job, { sha, name }) {
	const repository = repositoryOf(job);
	if (job.inputs.status === "commit-status") return statusUrls(repository, {
		sha,
		context: name
	});
	return (await listChecks(repository, {
		sha,
		name
	})).flatMap(({ url }) => url ?? []);
}
const PAGE = /\/actions\/runs\/(\d{1,15})(?:#kernel-size-([0-9a-f]{16}))?$/;
function speakerOf(url, job) {
	const [, run, use] = PAGE.exec(url) ?? [];
	const { id } = thisRun(job.env);
	if (Number(run) > id) return "a newer run";
	return Number(run) === id && use !== useOf(job) ? "another job of this run" : void 0;
}
// src/action/statuses/own-status.ts
/** The status that a run sets itself, on the commit that it was started for. */
/**
* Does the work of a job while the status of its pull request is pending: a job that fails leaves an error, and one that
* is killed a status that is pending. Of other events the commit may not be known before the work is done.
*/
async function whilePending(job, event, work) {
	const { pullRequest: pull } = event;
	if (pull === void 0 || job.inputs.status === "none") return work();
	const place = await placeOf(job, pull, pull);
	if (!await isOutrun(job, place)) await tell$1(job, place, {
		state: "pending",
		line: `${visibleLine(pull.baseRef)}: is being measured`
	});
	try {
		return await work();
	} catch (error) {
		await tell$1(job, place, failed(error));
		throw error;
	}
}
/** What cannot be listed cannot be set either, which is said in the end. */
async function isOutrun(job, place) {
	try {
		return (await speakersIn(job, place)).has("a newer run");
	} catch (error) {
		if (error instanceof UserError) return false;
		throw error;
	}
}
/**
* The verdict on the pull request of an event, or on its commit; `taken` where another job of the same run says another
* one in its place.
*/
async function publishOwnStatus(report, job, event) {
	const { pullRequest: pull, trigger } = event;
	if (job.inputs.status === "none") return "done";
	if (pull !== void 0) return publishForPull(report, job, pull);
	if (report.head === void 0) return "done";
	const name = trigger.kind === "merge-group" ? verdictName(job) : verdictName(job, job.source.name);
	return say$1(job, {
		sha: report.head.hash,
		name,
		origin: "same-repository"
	}, {
		state: stateOf(report, job),
		line: headlineOf(report, visibleLine),
		report
	});
}
async function publishForPull(report, job, pull) {
	try {
		const pulls = await openPullRequests(repositoryOf(job), pull.headSha);
		const now = pulls.find(({ number }) => number === pull.number);
		if (now === void 0) {
			job.log.info(`no status was set: ${pull.headSha} is the head of pull request ${pull.number} no more`);
			return "done";
		}
		const others = await otherPulls(job, pulls, now);
		return await say$1(job, await placeOf(job, pull, now), wordsOn(report, job, {
			pull,
			now,
			others
		}));
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		await tell$1(job, await placeOf(job, pull, pull), failed(error));
		return "done";
	}
}
/** The others that share the status with this one: those into a branch that has a budget file. */
async function otherPulls(job, pulls, now) {
	const others = pulls.filter(({ number }) => number !== now.number);
	const have = await Promise.all(others.map((other) => hasBudget(job, other)));
	return others.filter((_, index) => have[index]);
}
/** A run knows what it has measured, and nothing of the others, so that it cannot let them pass. */
function wordsOn(report, job, { pull, now, others }) {
	const branch = visibleLine(now.baseRef);
	if (now.baseRef !== pull.baseRef) return {
		state: "pending",
		line: `${branch}: waits for its measurement`
	};
	const state = stateOf(report, job);
	const line = `${branch}: ${headlineOf(report, visibleLine)}`;
	const [other] = others;
	if (state !== "success" || other === void 0) return {
		state,
		line,
		report
	};
	return {
		state: "pending",
		line: `${`#${other.number} into ${visibleLine(other.baseRef)} has the same head, and is not judged here`}; ${line}`,
		report
	};
}
async function placeOf(job, { headSha: sha, origin }, base) {
	return {
		sha,
		origin,
		name: await hasBudget(job, base) ? verdictName(job) : verdictName(job, "no budget file")
	};
}
/** Sets the status unless a newer run has. Of two jobs of this run, the one that comes second sees what the first has set. */
async function say$1(job, place, words) {
	if (await isOutrun(job, place)) {
		job.log.info("no status was set: a newer run has set it");
		return "done";
	}
	await tell$1(job, place, words);
	if (!(await speakersIn(job, place)).has("another job of this run")) return "done";
	job.log.error(`another job of this run has set the status ${place.name}; ${SET_KEY}`);
	await tell$1(job, place, {
		state: "error",
		line: "two jobs of one run share this status: each needs a comment-key"
	});
	return "taken";
}
function tell$1(job, place, { state, line, report }) {
	return tellVerdict(job, {
		...place,
		url: ownPage(job),
		state,
		line,
		report
	});
}
// src/git/sources/export-files.ts
/** Writes those of `paths`, relative to git's folder, that a commit has; a link is written as the path that it holds. */
async function exportFiles(git, hash, { paths, to }) {
	const asked = paths.filter((path) => !path.includes("\n"));
	const contents = await readBlobs(git, asked.map((path) => `${hash}:./${path}`));
	for (const [index, path] of asked.entries()) {
		const content = contents[index];
		if (content === void 0) continue;
		makeFolder(dirname(join(to, path)));
		await writeFile(join(to, path), content);
	}
}
/** The contents of blobs, undefined for what is none, by one git for all. */
async function readBlobs(git, names) {
	if (names.length === 0) return [];
	const bytes = await git.read(`${names.join("\n")}\n`, "cat-file", "--batch");
	let at = 0;
	return names.map(() => {
		const end = bytes.indexOf("\n", at);
		const [, kind, size] = / (blob|tree|commit|tag) (\d+)$/.exec(bytes.toString("utf8", at, end)) ?? [];
		at = end + 1;
		if (size === void 0) return void 0;
		const content = bytes.subarray(at, at + Number(size));
		at += content.length + 1;
		return kind === "blob" ? content : void 0;
	});
}
// src/cache/actions-cache-output.ts
/** The run's token or its cache-mode: CACHE_WRITE_DENIED_PREFIX, CACHE_READ_DENIED_PREFIX and what is said of modes. */
const DENIED = /cache (?:write|read) denied:|cache-mode '[^']*' does not permit/;
/** How the two services refuse a name that is taken. */
const TAKEN = /\(409\) Conflict|Cache already exists/;
const COMPLAINT = /^::(?:warning|error)::(?:Failed to (?:restore|save): )?(.*)$/;
/** A refused reservation is called another job's work, whatever it was; the cause is in the line before. */
const REFUSED_RESERVATION = /^(?:::debug::Failed to reserve cache: (?:Error: )?|Failed to save: )(.*)$/;
/** `printed` is all that one call wrote. */
function explainNothing(printed) {
	if (DENIED.test(printed)) return { kind: "denied" };
	if (TAKEN.test(printed)) return { kind: "passed" };
	const lines = printed.split("\n");
	const reason = lastOf(lines, COMPLAINT) ?? firstOf(lines, REFUSED_RESERVATION);
	return reason === void 0 ? { kind: "passed" } : {
		kind: "failed",
		reason: reasonOf(reason)
	};
}
/** The first line of a message, without what a terminal or a runner could take for more than text. */
function reasonOf(message) {
	const [line = ""] = message.replaceAll("%0D", "").replaceAll("%0A", "\n").replaceAll("%25", "%").split("\n");
	return line.replaceAll(/\p{C}/gu, " ").slice(0, 300);
}
function lastOf(lines, pattern) {
	return captured(lines, pattern).at(-1);
}
function firstOf(lines, pattern) {
	return captured(lines, pattern)[0];
}
function captured(lines, pattern) {
	return lines.flatMap((line) => pattern.exec(line)?.[1] ?? []);
}
// src/cache/actions-cache.ts
/**
* The Actions cache, asked through GitHub's library: one file under a name.
*
* The library has no way to stop a call that hangs (it waits a quarter of an hour for a lookup, without end for an
* upload), so a call runs in a thread that is ended.
*/
/** The file in a call's folder that is kept, and comes back under the same name. */
const ENTRY_FILE = "kernel-size-budget-entry";
/** Never throws. */
async function askActionsCache(call) {
	const result = await runThread(call);
	if (result.kind === "unavailable") return result;
	if (result.kind === "thrown") return {
		kind: "failed",
		reason: reasonOf(result.reason)
	};
	const { value, printed } = result;
	if (typeof value === "string") return {
		kind: "done",
		name: value
	};
	const explained = explainNothing(printed);
	return typeof value === "number" && value >= 0 && explained.kind === "passed" ? {
		kind: "done",
		name: call.request.name
	} : explained;
}
async function runThread(call) {
	const worker = startThread(call);
	const { milliseconds } = call;
	let timer;
	try {
		return await new Promise((resolve) => {
			const giveUp = (reason) => resolve({
				kind: "thrown",
				reason
			});
			timer = setTimeout(() => giveUp(`no answer within ${Math.round(milliseconds / 1e3)} s`), milliseconds);
			worker.on("message", resolve);
			worker.on("error", (error) => giveUp(error.message));
			worker.on("exit", () => giveUp("the thread ended without an answer"));
		});
	} finally {
		clearTimeout(timer);
		await worker.terminate();
	}
}
/** What tar and zstd get, whose environment every process of the same user can read in /proc. */
const FOR_PROGRAMS = /^(PATH|HOME|LANG|LC_\w+)$/;
function startThread({ env, ...call }) {
	const { folder } = call;
	const data = {
		...call,
		file: ENTRY_FILE,
		hidden: {
			...env,
			RUNNER_TEMP: folder,
			GITHUB_WORKSPACE: folder
		}
	};
	const listed = Object.fromEntries(Object.entries(env).filter(([name]) => FOR_PROGRAMS.test(name)));
	const script = new URL(`./actions-cache-worker${extname(import.meta.url)}`, import.meta.url);
	return new Worker(script, {
		workerData: data,
		execArgv: [],
		env: {
			...listed,
			TAR_OPTIONS: "--transform=s,^.*/,,"
		}
	});
}
// src/cache/actions-patience.ts
/** A service that has used up the patience, or that this run may not use, is not asked again. */
function patientCache(patience, notice) {
	const left = { ...patience };
	const told = /* @__PURE__ */ new Set();
	const ask = async (call) => {
		const { kind } = call.request;
		const started = performance.now();
		const answer = await askActionsCache({
			...call,
			milliseconds: left[kind]
		});
		if (answer.kind === "done") return answer.name;
		if (answer.kind === "unavailable") left.restore = left.save = 0;
		if (answer.kind === "denied") left[kind] = 0;
		if (answer.kind === "failed") left[kind] -= performance.now() - started;
		const text = describe(answer, call.request);
		if (text !== void 0 && !told.has(text)) {
			told.add(text);
			notice(left[kind] > 0 ? text : `${text}; it is not asked again`);
		}
	};
	return {
		isWorthAsking: (kind) => left[kind] > 0,
		ask
	};
}
/** Undefined for what is as it should be. */
function describe(answer, { kind, name }) {
	switch (answer.kind) {
		case "unavailable": return "nothing is kept between runs: the runner names no Actions cache";
		case "denied": return kind === "restore" ? "the Actions cache may not be read in this run" : "the Actions cache may only be read in this run: what it has built is not kept";
		case "failed": return `the Actions cache did not ${kind === "restore" ? "give" : "take"} ${name}: ${answer.reason}`;
		default: return;
	}
}
// src/cache/actions-store.ts
/** Entries in the Actions cache, one file each; https://docs.github.com/actions/reference/dependency-caching-reference */
/**
* Somebody waits for the check of a pull request, and a tiny kernel is built in minutes: waiting for what may never come
* has to cost less. A hosted runner fetches 100 MB in a few seconds. Nobody waits for what is saved after a push.
*/
const PATIENCE = {
	restore: 6e4,
	save: 18e4
};
/**
* A run may be refused to save (a pull request from a fork), and what is saved in a pull request serves that one alone:
* whoever has the store decides by the event whether to save.
*/
function actionsStore(options) {
	const store = {
		...options,
		cache: patientCache(options.patience ?? PATIENCE, options.notice)
	};
	return {
		restore: (key, { into, substitute }) => restore(store, {
			key,
			into,
			substitute
		}),
		save: (key, source) => save(store, key, source)
	};
}
async function restore(store, asked) {
	const { cache, env, notice } = store;
	const { key, substitute } = asked;
	if (!cache.isWorthAsking("restore")) return void 0;
	const name = entryName(key);
	try {
		try {
			var _usingCtx$2 = _usingCtx();
			const folder = _usingCtx$2.a(await ownFolder(store.folder));
			const request = {
				kind: "restore",
				name,
				prefixes: prefixesFor(key, substitute)
			};
			const found = await cache.ask({
				request,
				folder: folder.path,
				env
			});
			if (found === void 0) return void 0;
			return await unpackEntry(store, {
				...asked,
				found,
				archive: join(folder.path, ENTRY_FILE)
			});
		} catch (_) {
			_usingCtx$2.e = _;
		} finally {
			await _usingCtx$2.d();
		}
	} catch (error) {
		notice(`${name} was not restored from the Actions cache (${messageOf(error)})`);
		return;
	}
}
/** Restore keys: the exact names of ancestors' entries first, then the prefix of any usable one. */
function prefixesFor(key, substitute) {
	if (substitute.kind === "none") return [];
	const any = entryPrefixes(key);
	return [...substitute.ancestors.slice(0, 9 - any.length).map((sources) => entryName({
		...key,
		sources
	})), ...any];
}
/** The service matches by prefix, so the archive itself must confirm that it fits. */
async function unpackEntry({ env, notice }, { key, into, substitute, found, archive }) {
	if (sourcesOfEntry(found) === void 0 || substitute.kind === "none" && found !== entryName(key)) {
		notice(`an entry of the Actions cache was passed over that begins like ${entryName(key)}`);
		return;
	}
	try {
		await checkFile(archive);
		return await unpackArchive({
			archive,
			into,
			env,
			accept: (inside) => mayServe(found, inside, key)
		});
	} catch (error) {
		if (!(error instanceof ArchiveDamage)) throw error;
		notice(`an entry of the Actions cache was passed over: ${error.message}; gh cache delete ${found} removes it`);
		return;
	}
}
/** What was unpacked under the name may be a pipe, which would be waited for. */
async function checkFile(path) {
	if ((await lstat(path).catch(() => void 0))?.isFile() !== true) throw new ArchiveDamage("it holds no archive");
}
async function save(store, key, source) {
	const { cache, env, notice } = store;
	if (!cache.isWorthAsking("save")) return;
	const name = entryName(key);
	try {
		try {
			var _usingCtx3 = _usingCtx();
			const folder = _usingCtx3.a(await ownFolder(store.folder));
			await packFolder({
				folder: source,
				archive: join(folder.path, ENTRY_FILE),
				key,
				env
			});
			await cache.ask({
				request: {
					kind: "save",
					name
				},
				folder: folder.path,
				env
			});
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
	} catch (error) {
		notice(`${name} was not kept in the Actions cache (${messageOf(error)})`);
	}
}
/** A folder for one entry on its way. */
async function ownFolder(parent) {
	makeFolder(parent);
	const path = await mkdtemp(join(parent, "entry-"));
	return {
		path,
		[Symbol.asyncDispose]: () => rm(path, {
			recursive: true,
			force: true
		})
	};
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
// src/action/runner/open-cache.ts
/** The cache of a workflow run; `folder` is for files on their way. */
function openCache(job, { folder, keeps }) {
	const start = job.inputs.cache.kind === "none" ? "empty" : "kept";
	return {
		store: openStore(job, join(folder, "cache")),
		start,
		keep: {
			base: [],
			head: keeps ? ["kernel", "tree"] : []
		}
	};
}
function openStore({ inputs: { cache }, env, log }, folder) {
	const notice = (text) => log.info(visibleLine(text));
	switch (cache.kind) {
		case "none": return noStore;
		case "folder": return folderStore({
			...cache,
			notice
		});
		case "actions": return actionsStore({
			folder,
			notice,
			env
		});
	}
}
/**
* Of which runs something is kept for others; the first rule counts
* (https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows). What a Makefile
* leaves behind is in the builds of all who go on with it, so who wrote it has to be one who may write to the branch.
*/
const KEEP_RULES = [
	{
		event: /^(push|workflow_dispatch)$/,
		ref: /^refs\/tags\//,
		keeps: "nothing",
		because: "a tag may be put on any commit"
	},
	{
		event: /^(push|merge_group)$/,
		ref: /^refs\/heads\/gh-readonly-queue\//,
		keeps: "nothing",
		because: "what a merge queue tries may never be merged"
	},
	{
		event: /^(push|schedule|workflow_dispatch|repository_dispatch)$/,
		ref: /^refs\/heads\//,
		keeps: "commits of the branch",
		because: "GitHub has started the run for the last commit of a branch"
	},
	{
		event: /./,
		ref: /^/,
		keeps: "nothing",
		because: "such a run is for what others have written: pull_request, merge_group, workflow_run and the like"
	}
];
/**
* Whether what this run builds may be kept for others: the run is of a branch, and both commits are on it. Head's build
* goes on in base's folder, and who starts a run may name any commit that the server has, a fork's too.
*/
async function mayKeep({ trigger, env, mergeBase, log }, git, { base, head }) {
	const { GITHUB_REF: ref = "", GITHUB_SHA: tip = "" } = env;
	if (KEEP_RULES.find((candidate) => candidate.event.test(eventOf(trigger)) && candidate.ref.test(ref))?.keeps !== "commits of the branch" || tip === "") return false;
	const isOnBranch = async (hash) => trigger.kind === "push" && hash === trigger.before || await isAncestor(git, hash, tip) || await mergeBase(hash, tip) === hash;
	for (const { hash } of [head, base]) {
		if (await isOnBranch(hash)) continue;
		log.info(visibleLine(`nothing of this run is kept for others: ${hash} is not on ${ref}`));
		return false;
	}
	return true;
}
function eventOf(trigger) {
	return trigger.kind === "other" ? trigger.eventName : trigger.kind.replaceAll("-", "_");
}
// src/git/commits/event-commits.ts
/** The two commits of a workflow run, both present in the repository afterwards. Throws a UserError where one cannot be had. */
async function resolveEventCommits(git, context) {
	const head = await headOf(git, context);
	const base = await baseOf(git, head, context);
	await context.fetchCommit(base.hash);
	return {
		base,
		head
	};
}
/** The commit that the workflow names, else the one that is checked out; where they are the same, why is the event's. */
async function headOf(git, context) {
	const own = await checkedOut(git, context);
	if (context.head === void 0) return own;
	const hash = await namedCommit$1(git, context.head, context);
	return hash === own.hash ? own : {
		hash,
		origin: `input head ${context.head}`
	};
}
async function baseOf(git, head, context) {
	if (context.base === void 0) return eventBase(git, head.hash, context);
	const hash = await namedCommit$1(git, context.base, context);
	return {
		hash,
		origin: isMergeParent(await parentsOf(git, head.hash), hash, context.trigger) ? PARENT_OF_MERGE : `input base ${context.base}`
	};
}
const PARENT_OF_MERGE = "parent of the merge";
function isMergeParent(parents, base, trigger) {
	return trigger.kind === "pull-request" && base !== trigger.headSha && parents.includes(base) && parents.includes(trigger.headSha);
}
/** People know a pull request by its own commit, not by the merge that GitHub makes of it. */
async function checkedOut(git, { trigger }) {
	const hash = await resolveRevision(git, "HEAD");
	return {
		hash,
		origin: trigger.kind === "pull-request" && (await parentsOf(git, hash)).includes(trigger.headSha) ? `merge of ${trigger.headSha}` : "what is checked out"
	};
}
async function namedCommit$1(git, revision, context) {
	if (/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(revision)) await context.fetchCommit(revision);
	return resolveRevision(git, revision);
}
function eventBase(git, head, context) {
	const { trigger } = context;
	switch (trigger.kind) {
		case "pull-request": return pullRequestBase(git, head, {
			...context,
			trigger
		});
		case "merge-group": return Promise.resolve({
			hash: trigger.baseSha,
			origin: "base of the merge group"
		});
		case "push": return trigger.before === void 0 ? newBranchBase(git, head, {
			...context,
			trigger
		}) : Promise.resolve({
			hash: trigger.before,
			origin: "the branch before the push"
		});
		case "other": return firstParent(git, head);
	}
}
/**
* The merge commit's parent that is not the pull request's head: head minus base is then exactly the pull request.
* `pull_request.base.sha` is frozen when the event is sent and blames others' commits on the pull request.
*/
async function pullRequestBase(git, head, context) {
	const { trigger } = context;
	const parents = await parentsOf(git, head);
	const other = parents.find((parent) => parent !== trigger.headSha);
	if (parents.includes(trigger.headSha) && other !== void 0) return {
		hash: other,
		origin: PARENT_OF_MERGE
	};
	const mergeBase = await context.mergeBase(trigger.baseRef, head);
	if (mergeBase !== void 0) return {
		hash: mergeBase,
		origin: `merge base with ${trigger.baseRef}`
	};
	return {
		hash: trigger.baseSha,
		origin: "base of the pull request when the event was sent; commits merged since may be counted"
	};
}
/** Where a new or rewritten branch left the default branch; what its own state was before is no base. */
async function newBranchBase(git, head, { trigger, mergeBase }) {
	const { leftBranch } = trigger;
	const hash = leftBranch === void 0 ? void 0 : await mergeBase(leftBranch, head);
	if (hash === void 0 || hash === head) return firstParent(git, head);
	return {
		hash,
		origin: `merge base with ${leftBranch}`
	};
}
async function firstParent(git, head) {
	const parent = (await parentsOf(git, head))[0];
	if (parent !== void 0) return {
		hash: parent,
		origin: "first parent of head"
	};
	throw new UserError(`${head} has no parent to compare with; name a commit with the input "base"`);
}
// src/git/commits/fetch-commit.ts
/**
* Fetches by hash, one commit deep into a shallow clone. The checkout's own credentials are tried first: with
* `persist-credentials: false` there are none, and with both the server sees two authorization headers and refuses.
*/
function createFetchCommit(git, access) {
	return async (hash) => {
		if (await git.with(AS_IT_IS).ask("cat-file", "-e", `${hash}^{tree}`) !== void 0) return;
		const depth = await isShallow(git) ? ["--depth=1"] : [];
		const args = [
			...FETCH,
			...depth,
			"origin",
			hash
		];
		if (await git.fetching().ask(...args) !== void 0) return;
		try {
			await authorize(git, access).run(...args);
		} catch (cause) {
			if (!(cause instanceof GitError)) throw cause;
			throw new UserError(`${hash} could not be fetched from origin: ${cause.message}; check that the workflow may read the repository (contents: read) and that actions/checkout ran before`, {
				cause,
				details: cause.details
			});
		}
	};
}
/** A configuration may name another program than git's own on the server, which for a path is this machine. */
const FETCH = [
	"fetch",
	"--upload-pack=git-upload-pack",
	"--quiet",
	"--no-tags",
	"--no-write-fetch-head"
];
/** A clone without blobs would fetch a commit that it is asked for with all its history. */
const AS_IT_IS = { GIT_NO_LAZY_FETCH: "1" };
/** git with the job's token, for what fetches by itself, such as a clone without blobs. */
function authorize(git, access) {
	const fetching = git.fetching();
	return fetching.with(authorization(access, fetching.env));
}
/** Configuration for one git process alone, after what the environment has already (git-config(1), GIT_CONFIG_COUNT). */
function authorization({ serverUrl, token }, env) {
	if (token === "") return {};
	const credentials = Buffer.from(`x-access-token:${token}`).toString("base64");
	const count = Number(env["GIT_CONFIG_COUNT"] ?? 0);
	return {
		GIT_CONFIG_COUNT: String(count + 1),
		[`GIT_CONFIG_KEY_${count}`]: `http.${serverUrl}/.extraheader`,
		[`GIT_CONFIG_VALUE_${count}`]: `AUTHORIZATION: basic ${credentials}`
	};
}
// src/git/repository/submodule.ts
/** The commit that the superproject's commit has for a submodule (gitlink). Throws a UserError where it has none. */
async function submoduleCommit(outer, { hash, path }) {
	const entry = await outer.run("ls-tree", hash, "--", path);
	const [, commit] = /^160000 commit ([0-9a-f]+)\t/.exec(entry) ?? [];
	if (commit !== void 0) return commit;
	throw new UserError(`${hash} has no submodule at ${path}; expected the kernel to be a submodule at base and at head: name the commits to compare with the inputs "base" and "head" in a checkout of the kernel itself`);
}
// src/git/repository/superproject.ts
/**
* The superproject of a repository; undefined where it is nobody's submodule. Throws a UserError where the repository
* may be what a commit of another one has brought, and not what a step of the job has checked out. (git would ask for it
* from the folder above, which a commit of the superproject decides on.)
*/
async function superprojectOf(inner, job) {
	const { root, gitDir } = await inner.repository();
	if (isAmongFiles(gitDir, job.workspace)) throw new UserError(`the .git of ${root} names ${gitDir}, which is among the files of a commit; expected a repository that a step of the job has checked out`);
	const above = folderOver(root, job.workspace);
	if (above === void 0) return void 0;
	const outer = job.open(above);
	const { root: outerRoot, gitDir: outerDir } = await outer.repository();
	const path = relative(outerRoot, root);
	const tracked = await outer.run("ls-files", "--stage", "-z", "--", `:(top,literal)${path}`);
	if (tracked === "") return void 0;
	const isOwn = gitDir === join(root, ".git") || gitDir.startsWith(join(outerDir, "modules", sep));
	if (tracked.startsWith("160000 ") && isOwn) return {
		outer,
		path
	};
	throw new UserError(`${path} is a repository of its own, and ${outerRoot} has files there too; expected a submodule that a step of the job has checked out, or a folder that no commit has: check the kernel out with another "path"`);
}
/** The nearest folder over a repository with another one; what is over the workspace is not the job's. */
function folderOver(root, workspace) {
	return root.startsWith(join(workspace, sep)) ? folderWithRepository(dirname(root), workspace) : void 0;
}
// src/action/runner/plan-in-runner.ts
/** The commits, the budget files and the targets of a workflow run, from the runner's checkout. */
/** Throws a UserError where there is no kernel or no repository. */
async function openRepositories(job) {
	const folder = kernelFolder(job);
	readKernelVersion(folder);
	return repositoriesAt(folder, job.env);
}
/** Where the input `kernel` leads. Throws a UserError where a commit has put a link there that leads out of the checkout. */
function kernelFolder({ inputs, env }) {
	const workspace = realPathOf(resolve(env["GITHUB_WORKSPACE"] ?? "."));
	const folder = resolve(workspace, inputs.kernel);
	const real = realPathOf(folder);
	const leadsOut = !isBelow(real, workspace) || relative(workspace, real).split(sep).includes(".git");
	if (!isBelow(folder, workspace) || !leadsOut) return real;
	throw new UserError(`the kernel's folder ${inputs.kernel} is a link that leads to ${real}; expected a folder of the checkout: put the kernel itself there, or name its folder with the input "kernel"`);
}
/** The same around a folder that need not be a kernel. */
async function repositoriesAt(folder, env) {
	const kernel = createRunnerGit(folder, env);
	await requireRepository(kernel);
	const found = await superprojectOf(kernel, {
		workspace: realPathOf(resolve(env["GITHUB_WORKSPACE"] ?? ".")),
		open: (above) => createRunnerGit(above, env)
	});
	if (found === void 0) return {
		kernel,
		outer: kernel,
		submodule: void 0
	};
	return {
		kernel,
		outer: found.outer,
		submodule: found.path
	};
}
/** Both commits are in the repositories afterwards. Throws a UserError where one cannot be had. */
async function resolveCommits({ kernel, outer, submodule }, job) {
	const access = accessOf(job);
	const commits = await resolveEventCommits(outer, {
		trigger: job.trigger,
		base: job.inputs.base,
		head: job.inputs.head,
		fetchCommit: createFetchCommit(outer, access),
		mergeBase: job.mergeBase
	});
	const [base, head] = [commits.base.hash, commits.head.hash];
	if (submodule === void 0) return {
		commits,
		checkouts: {
			base,
			head
		}
	};
	const checkouts = {
		base: await submoduleCommit(outer, {
			hash: base,
			path: submodule
		}),
		head: await submoduleCommit(outer, {
			hash: head,
			path: submodule
		})
	};
	const fetchCommit = createFetchCommit(kernel, access);
	await fetchCommit(checkouts.base);
	await fetchCommit(checkouts.head);
	return {
		commits,
		checkouts
	};
}
/** The targets by the budget files of both commits. Throws a UserError where none of them has one. */
async function planInRunner(repositories, { commits, checkouts }, job) {
	const budgetAt = (side) => budgetTextAt(repositories, {
		outer: commits[side].hash,
		kernel: checkouts[side]
	}, job);
	const [base, head] = await Promise.all([budgetAt("base"), budgetAt("head")]);
	const plan = planTargets({
		base,
		head,
		names: job.inputs.targets
	});
	if (plan.targets.length === 0) throw missingBudgetFile(job);
	return plan;
}
/** The budget file as a commit has it; one outside the repository, such as another checkout's, is read as it is. */
async function budgetTextAt(repositories, hashes, job) {
	const { kernel, outer } = repositories;
	const { config } = job.inputs;
	const { root } = await outer.repository();
	const path = resolve(root, config);
	if (isBelow(path, root)) {
		const readBlob = (blob) => readBlobOf(outer, blob, job);
		return committedBudget(repositories, hashes, {
			path: relative(root, path),
			readBlob
		});
	}
	if (!existsSync(path)) return void 0;
	return {
		path: config,
		text: readBudgetFile(path),
		...await committedKernel(kernel, hashes.kernel)
	};
}
/** A clone without blobs fetches the blob now. That it cannot is an error: base's limits would not count. */
async function readBlobOf(outer, blob, job) {
	const args = [
		"cat-file",
		"blob",
		blob
	];
	return await outer.ask(...args) ?? authorize(outer, accessOf(job)).run(...args);
}
function accessOf({ inputs, env }) {
	return {
		serverUrl: env["GITHUB_SERVER_URL"] ?? "https://github.com",
		token: inputs.token
	};
}
function missingBudgetFile({ inputs }) {
	return new UserError(`there is no budget file ${inputs.config} at base or head; write one with "npx kernel-size-budget init" and commit it, or name it with the input "config"`);
}
// src/action/runner/prebuilt-in-runner.ts
/** The action on kernels that were built elsewhere: with a checkout their commits are known, without one it works too. */
/** Checks two finished kernels in a workflow run; what goes wrong is a report too. */
async function checkPrebuiltInRunner(job, given) {
	const files = {
		base: given.base.elf,
		head: given.head.elf
	};
	let known = {
		base: void 0,
		head: void 0,
		files
	};
	try {
		const folder = workspaceOf(job);
		const repositories = await repositoriesOf(job);
		const commits = repositories ? await commitsOf$1(repositories, job) : namedCommits(job);
		known = {
			...commits,
			files
		};
		return await checkPrebuilt({
			...await targetOf(repositories, commits, {
				job,
				given
			}),
			given,
			folder,
			commits,
			tree: kernelTreeAt(resolve(folder, job.inputs.kernel)),
			readAcceptances: () => acceptancesOf(job, commits)
		});
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return failedReport(known, {
			reason: error.message,
			details: error.details
		});
	}
}
function workspaceOf({ env }) {
	return resolve(env["GITHUB_WORKSPACE"] ?? ".");
}
/**
* Undefined only where no checkout is there: with one that git cannot read, base's limits would not count, which is an
* error.
*/
async function repositoriesOf(job) {
	const workspace = realPathOf(workspaceOf(job));
	for (let place = kernelFolder(job);; place = dirname(place)) {
		if (existsSync(join(place, ".git"))) {
			const { outer } = await repositoriesAt(place, job.env);
			return {
				kernel: outer,
				outer,
				submodule: void 0
			};
		}
		if (place === workspace || place === dirname(place)) return void 0;
	}
}
async function commitsOf$1(repositories, job) {
	return (await resolveCommits(repositories, job)).commits;
}
/** What the workflow says of itself. */
function namedCommits({ inputs, env }) {
	const { GITHUB_SHA: sha } = env;
	const ofRun = sha ? {
		hash: sha,
		origin: "the commit of the run"
	} : void 0;
	return {
		base: namedCommit("base", inputs),
		head: namedCommit("head", inputs) ?? ofRun
	};
}
function namedCommit(side, inputs) {
	const hash = inputs[side];
	if (hash === void 0) return void 0;
	if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(hash)) return {
		hash,
		origin: `input ${side}`
	};
	throw new UserError(`input ${side} is "${hash}"; expected a full hash, since there is no checkout to look it up in`);
}
/** With a checkout, the limits are those of base's budget file; without one there is only the file as it lies there. */
async function targetOf(repositories, { base, head }, { job, given }) {
	const { config, targets } = job.inputs;
	const request = {
		path: config,
		names: targets,
		given
	};
	if (repositories !== void 0 && base !== void 0 && head !== void 0) {
		const at = (hash) => budgetTextAt(repositories, {
			outer: hash,
			kernel: hash
		}, job);
		return choosePrebuiltTarget({
			...request,
			base: await at(base.hash),
			head: await at(head.hash)
		});
	}
	const path = resolve(workspaceOf(job), config);
	const file = existsSync(path) ? {
		path: config,
		text: readBudgetFile(path)
	} : void 0;
	return choosePrebuiltTarget({
		...request,
		base: file,
		head: file
	});
}
/** Growth is accepted for a range of commits. */
async function acceptancesOf(job, { base, head }) {
	if (base === void 0 || head === void 0) return {
		acceptances: [],
		notes: []
	};
	return job.readAcceptances({
		base,
		head
	});
}
// src/action/runner/runner-secrets.ts
/** Files that steps speak to the runner through, and the event. */
const RUNNER_FILES = [
	"GITHUB_ENV",
	"GITHUB_EVENT_PATH",
	"GITHUB_OUTPUT",
	"GITHUB_PATH",
	"GITHUB_STATE",
	"GITHUB_STEP_SUMMARY"
];
/** Variables that name files with keys, which sign-in actions leave in the workspace. */
const NAMES_KEYS = /CRED|TOKEN|SECRET|KEY|AUTH|PASS|KUBECONFIG|NPM_CONFIG/i;
/**
* Where a runner and the steps before keep what a build must not read; absolute paths. `node` is the path of the Node
* that runs the action.
*/
function runnerSecrets(env, node) {
	const paths = (names) => names.map((name) => env[name] ?? "").filter((path) => isAbsolute(path));
	const temp = paths(["RUNNER_TEMP"]);
	const work = temp.map((folder) => dirname(folder));
	const roots = [...work.map((folder) => dirname(folder)), join(node, "../../../..")];
	return {
		folders: [
			...paths(["HOME", "GITHUB_WORKSPACE"]),
			...temp,
			...work,
			...paths(RUNNER_FILES).map((file) => dirname(file)),
			...roots.filter((root) => existsSync(join(root, ".runner")))
		],
		files: paths(Object.keys(env).filter((name) => NAMES_KEYS.test(name)))
	};
}
// src/action/runner/check-in-runner.ts
/** Checks the two commits of a workflow run in the runner's checkout; what goes wrong is a report too. */
async function checkInRunner(job) {
	const { given } = job.inputs;
	if (given !== void 0) return checkPrebuiltInRunner(job, given);
	let subject = {
		base: void 0,
		head: void 0
	};
	try {
		try {
			var _usingCtx$1 = _usingCtx();
			const repositories = await openRepositories(job);
			const resolved = await resolveCommits(repositories, job);
			const { commits, checkouts } = resolved;
			subject = {
				...commits,
				folder: await folderOf(repositories)
			};
			const plan = await planInRunner(repositories, resolved, job);
			const workspace = workspaceIn(runnerFolder(job));
			const onWait = (text) => job.progress.begin(text).end("done");
			const lock = _usingCtx$1.u(await lockWorkspace(workspace, {
				...job,
				onWait
			}));
			const settings = await buildSettings(job, workspace, {
				lock,
				keeps: await mayKeep(job, repositories.outer, commits)
			});
			const fragmentFallback = join(workspace.folder, "removed");
			const { kernel } = repositories;
			await keepFragments(kernel, {
				hash: checkouts.base,
				targets: plan.targets,
				to: fragmentFallback
			});
			const report = await check({
				...plan,
				...settings,
				notes: [...plan.notes, ...settings.notes],
				fragmentFallback,
				subject,
				checkouts,
				openSource: () => openCheckout(kernel.with(lock.env)),
				readAcceptances: async () => withIdleNotes(await job.readAcceptances(commits), plan.known)
			});
			await throwIfInterrupted(job.signal);
			return report;
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			_usingCtx$1.d();
		}
	} catch (error) {
		const told = userErrorOf(error);
		if (job.signal.aborted || told === void 0) throw error;
		return failedReport(subject, {
			reason: told.message,
			details: told.details
		});
	}
}
/** Lines of a submodule are no lines of the repository that the report is about. */
async function folderOf({ kernel, submodule }) {
	if (submodule !== void 0) return void 0;
	return relative((await kernel.repository()).root, kernel.folder);
}
/** Head is judged once more by a target that it removes; its tree may no longer have what that is configured with. */
async function keepFragments(git, base) {
	await rm(base.to, {
		recursive: true,
		force: true
	});
	const paths = base.targets.filter(({ status }) => status === "removed").flatMap(({ target }) => {
		return [...target.base.kind === "file" ? [target.base] : [], ...target.fragments].flatMap(({ path }) => fragmentPaths(path, target.arch));
	});
	await exportFiles(git, base.hash, {
		paths: paths.filter((path) => !isAbsolute(path)),
		to: base.to
	});
}
/**
* Build folders lie in RUNNER_TEMP: `/tmp` is a small tmpfs on newer runners. What is kept for others is not built in a
* folder that an earlier step of the job has left, which may have built anything.
*/
async function buildSettings(job, workspace, { lock, keeps }) {
	if (keeps) await rm(workspace.builds, {
		recursive: true,
		force: true
	});
	const home = join(workspace.folder, "home");
	makeFolder(home);
	const { missingTools, sandbox: choice, ccache } = job.inputs;
	const settings = {
		env: {
			...buildEnvironment(job.env, home),
			...lock.env
		},
		missingTools,
		signal: job.signal,
		progress: job.progress
	};
	const secrets = runnerSecrets(job.env, process.execPath);
	return {
		workspace,
		lock,
		jobs: job.inputs.jobs ?? availableParallelism(),
		cache: openCache(job, {
			folder: workspace.folder,
			keeps
		}),
		ccache: await openCcache(ccache, {
			...job,
			access: keeps ? "write" : "read"
		}),
		unaffected: job.inputs.unaffected,
		confirm: "failures",
		budgetFile: job.inputs.config,
		...settings,
		...await openSandbox({
			choice,
			secrets
		}, settings)
	};
}
// src/action/modes/measure.ts
/** Builds and compares the two commits that the event names; `readAcceptances` is asked after the builds. */
async function measure(job, event, readAcceptances) {
	return {
		...await checkInRunner({
			...job,
			trigger: event.trigger,
			mergeBase: mergeBaseReader(job),
			readAcceptances: ({ base, head }) => readAcceptances({
				base: base.hash,
				head: head.hash
			})
		}),
		pullRequest: event.pullRequest?.number,
		baseRef: event.pullRequest?.baseRef
	};
}
/** The server not knowing is an answer: the event's own base is used then, and the report says so. */
function mergeBaseReader(job) {
	const repository = repositoryOf(job);
	return (base, head) => mergeBase({
		...repository,
		base,
		head
	}).catch((error) => {
		if (!(error instanceof UserError)) throw error;
		job.log.warning(error.message);
	});
}
// src/action/modes/check-mode.ts
/** The whole check in one step: builds, judges and publishes. */
async function checkMode(job) {
	const event = readEvent(job.source);
	return whilePending(job, event, async () => {
		return publish(await measure(job, event, (range) => acceptancesOfEvent(job, event, range)), job, event);
	});
}
/** Everything that a job in the run of the event itself publishes. */
async function publish(report, job, event) {
	await writeOutputs(report, job);
	annotateVerdict(report, job);
	annotateGrowth(report, job);
	return [
		await publishOwnComment(report, job, event),
		await publishOwnStatus(report, job, event),
		event.branch === void 0 ? "done" : await publishIssue(report, job, event.branch)
	].includes("taken") ? 2 : exitCodeOf(report, job.inputs.failOn);
}
/** `taken` where another job of the same run says something else in the same place, so that one of them is not seen. */
async function publishOwnComment(report, job, event) {
	const { pullRequest } = event;
	if (pullRequest === void 0) return "done";
	const { id: run, attempt } = thisRun(job.env);
	return (await publishComment({
		report,
		job,
		source: {
			head: pullRequest.headSha,
			run,
			attempt,
			use: useOf(job)
		},
		workflow: workflowPath(job)
	}, pullRequest)).kind === "taken" ? "taken" : "done";
}
// src/github/comments/reply.ts
/** Answers to a comment that gives a command; the run has the base repository's token. */
/**
* Writes a new comment on a pull request with the fullest body that GitHub takes.
* https://docs.github.com/en/rest/issues/comments#create-an-issue-comment
*/
async function reply(repository, pullNumber, bodies) {
	try {
		const comment = await writePlainComment(repository, pullNumber, bodies);
		if (comment !== void 0) return {
			kind: "created",
			url: comment.url
		};
		return {
			kind: "refused",
			reason: "the answer is too long for a comment: read it in the job summary"
		};
	} catch (error) {
		return refused(error, {
			purpose: "comment",
			origin: "same-repository"
		});
	}
}
/**
* Adds a reaction to a comment; one that is there already is as good.
* https://docs.github.com/en/rest/reactions/reactions#create-reaction-for-an-issue-comment
*/
async function react({ client, owner, repo }, commentId, content) {
	try {
		await ask(object({ content: literal(content) }), (request) => client.rest.reactions.createForIssueComment({
			owner,
			repo,
			comment_id: commentId,
			content,
			request
		}));
		return { kind: "set" };
	} catch (error) {
		return refused(error, {
			purpose: "reaction",
			origin: "same-repository"
		});
	}
}
// src/github/comments/comment-recreate.ts
/**
* Writes this program's comment for a workflow and key anew at the end of the conversation, then deletes the older
* ones: whatever happens in between, one is left. Refusals are outcomes. Throws a `UserError` on a bad key.
*/
function recreateComment(request) {
	return writeComment(request, recreate);
}
async function recreate(draft) {
	const before = await listOwnComments(draft.thread);
	const outcome = standsBack(before, draft.source);
	if (outcome !== void 0) return outcome;
	const created = await createOwnComment(draft, before);
	return createdUnless(created, replaceOlder(draft, created));
}
/** Lists again, since another run may have written meanwhile. */
async function replaceOlder({ thread, source }, created) {
	const older = (await listOwnComments(thread)).filter(({ id }) => id < created.id);
	const outcome = standsBack(older, source);
	if (outcome === void 0) return {
		kind: "created",
		url: created.url,
		remarks: await deleteComments(thread, older)
	};
	await deleteComments(thread, [created]);
	return outcome;
}
// src/report/markdown/explanation.ts
/** What a report knows of one symbol, object, folder or option, as markdown; undefined where it knows nothing. */
function explain(report, name, most) {
	const parts = report.targets.flatMap((target) => {
		const text = explainIn(target, name, most);
		return text === void 0 ? [] : [fold(inertHtmlName(target.target), codeBlock(text), "open")];
	});
	if (parts.length === 0) return void 0;
	return [`What ${codeSpan(name, "paragraph")} has to do with this change:`, ...parts].join("\n\n");
}
function explainIn({ delta }, name, most) {
	if (delta === void 0) return void 0;
	const { accounted, config, symbols } = delta;
	const named = (symbols?.rows ?? []).filter((row) => row.name === name);
	const options = config.filter((option) => isOption(option, name));
	const rows = (accounted?.rows ?? []).filter((row) => isOwner(row, name));
	const objects = (accounted?.objects ?? []).filter((object) => isObject(object, name));
	const texts = [
		...options.length === 0 ? [] : [configLines(options, most).join("\n")],
		...named.length === 0 ? [] : [symbolLines(named.slice(0, most)).join("\n")],
		...rows.length === 0 ? [] : [ownerLines(rows, most).join("\n")],
		...objects.length === 0 ? [] : [renderParts("Object", objects, {
			order: "by change",
			most
		})]
	];
	return texts.length === 0 ? void 0 : texts.map((text) => text.trimEnd()).join("\n\n");
}
/** As scripts/bloat-o-meter has them. */
function symbolLines(rows) {
	return [bloatLine("Symbol", [
		"old",
		"new",
		"delta"
	]), ...rows.map((row) => bloatLine(nameLine(row.name), [
		`${row.old ?? "-"}`,
		`${row.new ?? "-"}`,
		signed(row.delta)
	]))];
}
function isOption(option, name) {
	return option.name === name.replace(/^CONFIG_/, "");
}
/** By its name, also a former one, by an alias, or by what is in an object or folder of that name. */
function isOwner(row, name) {
	return [
		row.name,
		row.renamedFrom,
		...row.aliases
	].includes(name) || isIn(row.object, name) || isIn(row.movedFrom, name);
}
function isObject({ name: object }, name) {
	return isIn(object, name);
}
function isIn(object, name) {
	if (object === void 0) return false;
	return object === name || name.endsWith("/") && object.startsWith(name);
}
// src/action/statuses/head-status.ts
/**
* The status of a commit that is the head of open pull requests. GitHub keeps statuses by commit, so that all of them
* share one: it passes where each of them passes, and says of which base it speaks.
*/
/** Finds the pull requests; where GitHub does not list them, the status is an error. */
async function openHead(job, sha) {
	try {
		return {
			job,
			sha,
			pulls: await openPullRequests(repositoryOf(job), sha)
		};
	} catch (error) {
		await tell({
			job,
			sha
		}, {
			name: verdictName(job),
			...failed(error)
		});
		throw error;
	}
}
/**
* Does the work of a job while the status is pending, and then sets it to what is known of all pull requests by then. A
* job that fails leaves an error, and one that is killed a status that is pending: neither passes.
*/
async function keepStatus(head, work) {
	if (head.job.inputs.status === "none" || head.pulls.length === 0) return work();
	const counted = await countedPulls(head.job, head.pulls);
	const branches = counted.pulls.map(({ baseRef }) => `${visibleLine(baseRef)}: `);
	await tell(head, {
		name: counted.name,
		state: "pending",
		line: `${branches.join("")}is being judged`
	});
	try {
		const known = await work();
		await settle(head, known);
		return known;
	} catch (error) {
		await tell(head, {
			name: counted.name,
			...failed(error)
		});
		throw error;
	}
}
/** Runs may end meanwhile, whose own jobs may have set the status already when this one does. */
async function settle({ job, sha }, known) {
	let now = await lookAt({
		job,
		sha
	});
	for (let attempt = 1;; attempt++) {
		const { pulls, runs } = now;
		if (pulls.length > 0) {
			const counted = await countedPulls(job, pulls);
			const verdicts = await Promise.all(counted.pulls.map((pull) => verdictOn(job, {
				pull,
				runs,
				known
			})));
			const words = verdicts.length === 0 ? tooMany(pulls) : combined(verdicts);
			await tell({
				job,
				sha
			}, {
				name: counted.name,
				...words
			});
		}
		const before = now;
		now = await lookAt({
			job,
			sha
		});
		if (attempt === 3 || isSame(before, now)) return;
	}
}
function tooMany({ length }) {
	return {
		state: "error",
		line: `${length} pull requests have this head, and 10 at most are judged: close the others`
	};
}
async function lookAt({ job, sha }) {
	const repository = repositoryOf(job);
	const { workflow } = job.inputs;
	const [pulls, runs] = await Promise.all([openPullRequests(repository, sha), findRuns(repository, {
		workflow,
		headSha: sha,
		event: "pull_request"
	})]);
	return {
		pulls,
		runs
	};
}
function isSame(before, after) {
	return keyOf(before) === keyOf(after);
}
function keyOf({ pulls, runs }) {
	return JSON.stringify({
		pulls: pulls.map(({ number, baseRef }) => [number, baseRef]),
		runs: runs.map(({ id, attempt, conclusion }) => [
			id,
			attempt,
			conclusion
		])
	});
}
function tell({ job, sha }, { run, ...told }) {
	return tellVerdict(job, {
		sha,
		url: run === void 0 ? thisRun(job.env).url : runUrl(job.env, run),
		origin: "same-repository",
		...told
	});
}
// src/github/runs/run-event.ts
const runEvent = object({
	action: string().default("completed"),
	repository: object({ id: number() }),
	workflow_run: runData
});
/**
* Reads the run that a `workflow_run` event is about. It is one of pull requests, whose reports a job with a token
* that may write judges again.
*
* Throws a `UserError` unless the run is of this repository, of `workflow` (a file: anybody's workflow may have the
* same name), for `pull_request`, and has begun, or ended in success or failure.
* Payload: https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run
*/
function workflowRunOf(payload, { workflow }) {
	const parsed = runEvent.safeParse(payload);
	if (!parsed.success) throw malformedPayload(parsed.error);
	const { action, repository, workflow_run: data } = parsed.data;
	const run = toWorkflowRun(data);
	const { id, path, event, conclusion } = run;
	if (data.repository.id !== repository.id) throw refuse$1(id, `of the repository with the id ${data.repository.id}`, `this one, ${repository.id}`);
	if (path !== workflow) throw refuse$1(id, `of ${JSON.stringify(path)}`, `a run of ${workflow}`);
	if (event !== "pull_request") throw refuse$1(id, `for ${event}`, "one for pull_request");
	if (action === "requested" || action === "in_progress") return {
		run,
		stage: "begun"
	};
	if (conclusion !== "success" && conclusion !== "failure") throw refuse$1(id, conclusion ?? "not at its end", "one that ended in success or failure");
	return {
		run,
		stage: "ended"
	};
}
function refuse$1(id, found, expected) {
	return new UserError(`the workflow run ${id} is ${found}; expected ${expected}: check \`on: workflow_run\`, the job's \`if:\` and the input \`workflow\``);
}
function malformedPayload(error) {
	const problems = error.issues.map(({ path, message }) => `${path.join(".") || "(payload)"}: ${message}`);
	return new UserError(`the event in GITHUB_EVENT_PATH is not one of workflow_run (${problems[0]}); expected what GitHub sends: run the action from a workflow with \`on: workflow_run\``, {
		cause: error,
		details: problems
	});
}
// src/action/publishing/comment-on-run.ts
/**
* Comments on the pull request that a run measured, by what the run left and GitHub says of it, and brings the status of
* its head up to date. A run that has only begun has nothing to comment on, but may be the first of its pull request.
*/
async function commentOnRun(job) {
	const { run, stage } = workflowRunOf(job.source.payload, job.inputs);
	const head = await openHead(job, run.headSha);
	const own = head.pulls.filter((pull) => isRunOf(run, pull));
	if (own.length === 0) {
		job.log.notice(`nothing is commented on: no open pull request has ${run.headSha} of "${visibleLine(run.headBranch)}" as its head any more`);
		return 0;
	}
	return (await keepStatus(head, () => stage === "begun" ? notYet(job, run) : judgeRun(job, run, own)))?.report.verdict === "no-comparison" ? 2 : 0;
}
async function notYet({ log }, run) {
	log.info(`nothing is commented on: run ${run.id} has begun`);
}
async function judgeRun(job, run, pulls) {
	const report = await unlessUserError$1(() => storedReport(repositoryOf(job), run));
	const pull = choosePull(pulls, report);
	let other;
	const checked = await unlessUserError$1(async () => {
		other = await baseCheck(repositoryOf(job), pull)({
			report,
			run
		});
		return report;
	});
	if (other !== void 0) {
		job.log.notice(`nothing is commented on: ${visibleLine(other)}; a run for that base reports, or edit the title`);
		return;
	}
	const verdict = {
		pull,
		run,
		report: await judgeForPull(job, checked, pull)
	};
	await publishVerdict(job, verdict);
	return verdict;
}
/** A report that cannot be had or trusted is one that says so, on the pull request that it was to be for. */
async function unlessUserError$1(read) {
	try {
		return await read();
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		const { message: reason, details } = error;
		return failedReport({
			base: void 0,
			head: void 0
		}, {
			reason,
			details
		});
	}
}
/** One branch may be offered to several base branches; the report's own word only chooses among these. */
function choosePull(pulls, report) {
	const [only, ...more] = pulls;
	const chosen = pulls.find(({ number }) => number === report.pullRequest);
	if (chosen !== void 0) return chosen;
	if (only !== void 0 && more.length === 0) return only;
	throw new UserError(`the commit is the head of pull requests ${pulls.map(({ number }) => number).join(", ")}, and the report does not say which of them it is for; expected one of them: close the others, or run the check again`);
}
/** The comment and the job summary; the status is that of all pull requests of the commit. */
async function publishVerdict(job, { pull, run, report }) {
	await writeOutputs(report, job);
	await publishComment({
		report,
		job,
		source: {
			head: run.headSha,
			run: run.id,
			attempt: run.attempt
		},
		workflow: run.path
	}, {
		...pull,
		origin: "same-repository"
	});
}
// src/action/publishing/command-replies.ts
/** What each command does with a judged report: a comment, a reply, an acceptance. */
async function answer(question) {
	const { command } = question;
	switch (command.kind) {
		case "show": return show(question);
		case "explain": return explainName(question, command.name);
		case "accept": return accept(question, command.text);
		case "unknown": return refuse(question, `${codeSpan(command.word, "paragraph")} is no command; there are \`/kernel-size\`, \`/kernel-size explain NAME\` and \`/kernel-size accept TARGET METRIC +BYTES REASON\`.`);
	}
}
/** The comment anew, and the status as it is now. */
async function show({ job, pull, run, report }) {
	await keepStatus(await openHead(job, pull.headSha), async () => {
		await writeOutputs(report, job);
		sayOutcome(job, await recreateComment(commentRequest({
			report,
			job,
			source: {
				head: pull.headSha,
				run: run.id,
				attempt: run.attempt
			},
			workflow: run.path
		}, {
			...pull,
			origin: "same-repository"
		})));
		return {
			pull,
			run,
			report
		};
	});
}
/** Rows of each table, from a full answer down to one that fits any comment. */
const RUNGS$1 = [
	200,
	50,
	20,
	5
];
async function explainName({ job, pull, run, report }, name) {
	setOutput("verdict", report.verdict);
	const about = aboutCommit(job, pull, run);
	const nothing = `The report has nothing on ${codeSpan(name, "paragraph")}: it did not change, or is no symbol, object, folder or option.`;
	const answers = RUNGS$1.map((rows) => `${about}\n\n${explain(report, name, rows) ?? nothing}`);
	const fitting = answers.filter((text) => Buffer.byteLength(text) <= COMMENT_BODY_BYTES);
	const outcome = await reply(repositoryOf(job), pull.number, fitting.length > 0 ? fitting : answers.slice(-1));
	if (outcome.kind === "refused") job.log.notice(`the answer was not written: ${outcome.reason}`);
}
/** The comment itself is the record: it counts whenever the pull request is judged. */
async function accept(question, text) {
	const { job, pull, run, report, commentId } = question;
	const parsed = parseAcceptance(text);
	if (parsed.kind === "mistake") return refuse(question, `Nothing is accepted: ${codeSpan(parsed.message, "paragraph")}`);
	const { target, metric } = parsed.acceptance;
	const names = report.targets.map((one) => one.target);
	if (report.failure === void 0 && !names.includes(target)) {
		const known = names.map((name) => codeSpan(name, "paragraph")).join(", ");
		return refuse(question, `Nothing is accepted: there is no target ${codeSpan(target, "paragraph")}, only ${known}.`);
	}
	job.log.info(visibleLine(`growth of ${target} ${metric} is accepted for ${pull.headSha}`));
	await keepStatus(await openHead(job, pull.headSha), async () => {
		const verdict = {
			pull,
			run,
			report
		};
		await publishVerdict(job, verdict);
		return verdict;
	});
	await react(repositoryOf(job), commentId, "+1");
	if (exitCodeOf(report, job.inputs.failOn) === 0 && run.conclusion === "failure") await rerun(question);
}
/** The failed job of the run judges what is stored in it: what was measured is not measured again. */
async function rerun({ job, run }) {
	try {
		await rerunFailedJobs(repositoryOf(job), run.id);
		job.log.info(`the failed jobs of workflow run ${run.id} judge again`);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		job.log.notice(`the failed check stays until it is run again: ${error.message}`);
	}
}
async function refuse({ job, pull, run, commentId }, text) {
	await react(repositoryOf(job), commentId, "confused");
	await say(job, pull, `${aboutCommit(job, pull, run)}\n\n${text}`);
	throw new UserError("the command was not understood; the answer on the pull request says why");
}
function aboutCommit(job, pull, run) {
	return `About ${pull.headSha}, as [measured](${runUrl(job.env, run.id)}).`;
}
/** A reply on the pull request; one that cannot be written is said in the log. */
async function say(job, pull, text) {
	const outcome = await reply(repositoryOf(job), pull.number, [text]);
	if (outcome.kind === "refused") job.log.notice(`the answer was not written: ${outcome.reason}`);
}
// src/action/publishing/answer-command.ts
/** Answers commands in comments of a pull request: from its stored report, without a build, and for writers alone. */
const commentEvent = object({
	issue: object({
		number: int().positive(),
		pull_request: unknown().optional()
	}),
	comment: object({
		id: int().positive(),
		body: string(),
		user: object({ login: string() })
	})
});
/** 0 where there is no command; a command that cannot be answered is an error. */
async function answerCommand(job) {
	const { issue, comment } = readComment(job.source.payload);
	const command = parseCommand(comment.body);
	if (command === void 0 || issue.pull_request === void 0) {
		job.log.info("the comment gives no command on a pull request: nothing is done");
		return 0;
	}
	await requireWriter(job, comment);
	const pull = await getPullRequest(repositoryOf(job), issue.number);
	const stored = await requireStored(job, pull);
	const report = await judgeForPull(job, stored.report, pull);
	await answer({
		job,
		command,
		commentId: comment.id,
		pull,
		run: stored.run,
		report
	});
	return report.verdict === "no-comparison" ? 2 : 0;
}
function readComment(payload) {
	const parsed = commentEvent.safeParse(payload);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new UserError(`the event is not one of issue_comment (${issue?.path.join(".")}: ${issue?.message}); expected what GitHub sends`);
}
async function requireWriter(job, { id, user }) {
	const refusal = await refusalOf(user.login, permissionReader(repositoryOf(job)));
	if (refusal === void 0) return;
	await react(repositoryOf(job), id, "-1");
	throw new UserError(`nothing is done: ${refusal}; expected a command of somebody with write permission`);
}
/** Tells the commenter when there is no report to answer from. */
async function requireStored(job, pull) {
	try {
		const repository = repositoryOf(job);
		const { workflow } = job.inputs;
		const stored = await findStoredReport(repository, {
			runs: await findRuns(repository, {
				workflow,
				headSha: pull.headSha,
				event: "pull_request"
			}),
			pull,
			isOther: baseCheck(repository, pull)
		});
		if (stored !== void 0) return stored;
		throw new UserError(`no run of ${workflow} has a stored report of ${pull.headSha} against ${pull.baseRef}; edit the title of the pull request, which measures it`);
	} catch (error) {
		if (error instanceof UserError) await say(job, pull, `There is no answer: ${codeSpan(error.message, "paragraph")}`);
		throw error;
	}
}
// src/action/modes/comment-mode.ts
/**
* The trusted job: it has a token that may write, and so checks nothing out and runs nothing of a stranger's. Its
* exit code says whether there was a comparison; what the verdict is, the comment and the status say.
*/
async function commentMode(job) {
	switch (job.source.name) {
		case "workflow_run": return commentOnRun(job);
		case "issue_comment": return answerCommand(job);
		default: throw new UserError(`the mode "comment" runs on ${job.source.name}; expected workflow_run or issue_comment: change \`on:\` in the workflow`);
	}
}
// src/report/join-reports.ts
/** One report of the targets of several, which must be of the same two commits; no target may be in two of them. */
function joinReports(commits, parts) {
	const other = parts.find((part) => !isOf(part, commits));
	if (other !== void 0) {
		const reason = `the measurements are of different commits: ${commitsOf(commits)}, and ${commitsOf(other)}`;
		return failedReport(commits, {
			reason,
			details: []
		});
	}
	const targets = shareFailures(parts.flatMap((part) => part.targets));
	const seen = /* @__PURE__ */ new Set();
	const twice = targets.map(({ target }) => target).find((name) => seen.size === seen.add(name).size);
	if (twice !== void 0) return failedReport(commits, {
		reason: `two measurements of ${twice} arrived`,
		details: []
	});
	const notes = [...new Set(parts.flatMap((part) => part.notes))];
	const [folder] = parts.map((part) => part.folder);
	const verdict = overallVerdict(targets);
	return {
		version: 1,
		...commits,
		folder,
		failure: void 0,
		verdict,
		targets,
		notes
	};
}
/** A part that failed before it had commits is of no others. */
function isOf({ base, head }, commits) {
	return (base === void 0 || base.hash === commits.base?.hash) && (head === void 0 || head.hash === commits.head?.hash);
}
function commitsOf({ base, head }) {
	return `${base?.hash ?? "no base"}..${head?.hash ?? "no head"}`;
}
/** The part of one target: what stopped the whole comparison stopped this target. */
function partOf(target, report) {
	if (report.failure === void 0) return report;
	const { reason, details } = report.failure;
	const failed = {
		target,
		status: "kept",
		verdict: noComparison(reason),
		budgets: {},
		growth: {},
		delta: void 0,
		details,
		provenance: void 0
	};
	return {
		...report,
		failure: void 0,
		verdict: "no-comparison",
		targets: [failed]
	};
}
// src/report/shortened.ts
/** The most that a stored report may have in bytes of JSON: what reads it takes no more than 16 MiB. */
const STORED_BYTES = 15728640;
/** Rows of each table that are kept, from many to few. */
const RUNGS = [
	2e4,
	5e3,
	1e3,
	200,
	0
];
/** The report with as many of its largest rows as can be stored, and a note that says so where some are left out. */
function shortened(report, mostBytes = STORED_BYTES) {
	if (bytesOf(report) <= mostBytes) return report;
	const cut = RUNGS.map((rows) => withRows(report, rows));
	return cut.find((shorter) => bytesOf(shorter) <= mostBytes) ?? cut.at(-1);
}
function bytesOf(report) {
	return new TextEncoder().encode(renderJson(report)).length;
}
function withRows(report, most) {
	const note = `the report was too large to be stored: its tables have the ${most} largest changes only`;
	const targets = report.targets.map((target) => target.delta === void 0 ? target : {
		...target,
		delta: cutDelta(target.delta, most)
	});
	return {
		...report,
		targets,
		notes: [...report.notes, note]
	};
}
function cutDelta(delta, most) {
	const { symbols, accounted, split, deviceTree } = delta;
	return {
		...delta,
		symbols: symbols && {
			...symbols,
			rows: mostChanged(symbols.rows, most)
		},
		accounted: accounted && cutAccounted(accounted, most),
		config: delta.config.slice(0, most),
		split: split?.kind === "split" ? {
			kind: "split",
			code: cutAccounted(split.code, most),
			kconfig: cutAccounted(split.kconfig, most)
		} : split,
		deviceTree: deviceTree && {
			...deviceTree,
			rows: deviceTree.rows.slice(0, most)
		}
	};
}
/** Rows come by descending change already. */
function cutAccounted(accounted, most) {
	return {
		...accounted,
		rows: accounted.rows.slice(0, most),
		objects: changedMost(accounted.objects, most),
		directories: accounted.directories && changedMost(accounted.directories, most),
		subsystems: changedMost(accounted.subsystems, most)
	};
}
function changedMost(parts, most) {
	const change = ({ base, head }) => Math.abs(head - base);
	return parts.toSorted((a, b) => change(b) - change(a)).slice(0, most);
}
// src/action/modes/measure-mode.ts
/** Measures one target and leaves its part of the report in a file; a limit that breaks is the report's to say. */
async function measureMode(job) {
	const [target, ...more] = job.inputs.targets;
	if (target === void 0 || more.length > 0) throw new UserError(`input targets is "${job.inputs.targets.join(" ")}"; expected one target in the mode "measure", as the mode "plan" lists them`);
	const part = partOf(target, await measure(job, readEvent(job.source), async () => ({
		acceptances: [],
		notes: []
	})));
	const folder = runnerFolder(job);
	makeFolder(folder);
	const file = join(folder, "part.json");
	await writeFile(file, renderJson(shortened(part)));
	setOutput("part", file);
	setOutput("verdict", part.verdict);
	if (part.verdict !== "no-comparison") return 0;
	annotateVerdict(part, job);
	return 2;
}
// src/action/modes/plan-mode.ts
/**
* Prints the targets as a matrix with the packages that each needs, and the two commits that all jobs compare. Where
* only another verdict is asked for and the run's report is stored, the matrix is empty and names that run.
*/
async function planMode(job) {
	const event = readEvent(job.source);
	const planJob = {
		...job,
		trigger: event.trigger,
		mergeBase: mergeBaseReader(job)
	};
	const repositories = await openRepositories(planJob);
	const resolved = await resolveCommits(repositories, planJob);
	const { base, head } = resolved.commits;
	job.log.info(commitLines({
		base,
		head
	}).join("\n"));
	const stored = event.asks === "to judge again" ? await storedRun(job, event, base.hash) : void 0;
	if (stored !== void 0) {
		job.log.info(`nothing is built: the report of workflow run ${stored} is judged again`);
		setOutput("stored-run", stored);
		setOutput("matrix", { include: [] });
		return setCommits(resolved.commits);
	}
	const { targets } = await planInRunner(repositories, resolved, planJob);
	requireMatrix(targets);
	setOutput("matrix", { include: targets.map(({ target }) => matrixRow(target)) });
	setOutput("targets", targets.map(({ target }) => target.name).join(" "));
	return setCommits(resolved.commits);
}
function setCommits({ base, head }) {
	setOutput("base", base.hash);
	setOutput("head", head.hash);
	return 0;
}
function matrixRow(target) {
	return {
		target: target.name,
		packages: targetPackages(target).join(" ")
	};
}
function requireMatrix(targets) {
	if (targets.length <= 256) return;
	throw new UserError(`there are ${targets.length} targets, and a matrix has 256 jobs at most; choose some with the input "targets"`);
}
/** A run whose report is of the same head and the same base. Not finding it costs a build, nothing else. */
async function storedRun(job, { pullRequest }, base) {
	if (pullRequest === void 0) return void 0;
	const repository = repositoryOf(job);
	try {
		const pull = await getPullRequest(repository, pullRequest.number);
		if (pull.headSha !== pullRequest.headSha) return void 0;
		const runs = await findRuns(repository, {
			workflow: workflowPath(job),
			headSha: pull.headSha,
			event: "pull_request"
		});
		const isOther = async ({ report }) => report.base?.hash === base ? void 0 : "it is of another commit";
		return (await findStoredReport(repository, {
			runs,
			pull,
			isOther
		}))?.run.id;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		const said = `no stored report could be read, so all targets are measured: ${error.message}`;
		job.log.info(visibleLine(said));
		return;
	}
}
// src/action/judging/parts.ts
/** The parts in a folder and the folders in it, one of each target; none where there is no such folder. */
async function readParts(folder, workspace) {
	const root = resolve(workspace, folder);
	const paths = (statSync(root, { throwIfNoEntry: false })?.isDirectory() ?? false ? walkFolder(root) : []).filter((entry) => entry.isFile() && entry.name.endsWith(".json")).map((file) => join(file.parentPath, file.name)).toSorted();
	return Promise.all(paths.map(async (path) => readReport(await readBounded(path), path)));
}
async function readBounded(path) {
	const file = await open(path);
	try {
		const { size } = await file.stat();
		if (size <= 16777216) return await file.readFile("utf8");
	} finally {
		await file.close();
	}
	throw new UserError(`${path} has more than ${UNPACKED_BYTES} bytes; expected the part of one target`);
}
// src/action/modes/report-mode.ts
/** Joins the parts that the jobs of this run left, or takes a stored report, judges it, and publishes it. */
async function reportMode(job) {
	const event = readEvent(job.source);
	return whilePending(job, event, () => reportOn(job, event));
}
async function reportOn(job, event) {
	const { storedRun } = job.inputs;
	const { report, ref } = await unlessUserError(() => storedRun === void 0 ? joinParts(job) : takeStored(job, event, storedRun));
	const remarks = await acceptancesOfEvent(job, event, {
		base: report.base?.hash ?? ref,
		head: report.head?.hash ?? ref
	});
	const { config, targets: names } = job.inputs;
	const judged = await judgeLive(report, {
		repository: repositoryOf(job),
		config,
		ref,
		names,
		remarks
	});
	const { number: pullRequest, baseRef } = event.pullRequest ?? {};
	return publish(shortened({
		...judged,
		pullRequest,
		baseRef
	}), job, event);
}
/** What goes wrong on the way to a report is a report too. */
async function unlessUserError(read) {
	try {
		return await read();
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		const { message: reason, details } = error;
		return {
			report: failedReport({
				base: void 0,
				head: void 0
			}, {
				reason,
				details
			}),
			ref: "HEAD"
		};
	}
}
async function joinParts({ inputs, env }) {
	const { base, head, targets } = inputs;
	if (base === void 0 || head === void 0 || targets.length === 0) throw new UserError("the mode \"report\" was given no base, head and targets; expected those that the job of mode \"plan\" printed: did that job fail?");
	const parts = await readParts(inputs.parts, env["GITHUB_WORKSPACE"] ?? ".");
	const [first] = parts;
	const commits = {
		base: first?.base ?? {
			hash: base,
			origin: "as planned"
		},
		head: first?.head ?? {
			hash: head,
			origin: "as planned"
		}
	};
	if (commits.base.hash !== base || commits.head.hash !== head) throw new UserError(`the measurements are of ${commits.base.hash}..${commits.head.hash}; expected those of ${base}..${head}, as planned`);
	return {
		report: joinReports(commits, parts),
		ref: base
	};
}
async function takeStored(job, event, id) {
	const run = await getRun(repositoryOf(job), id);
	const { pullRequest } = event;
	if (pullRequest === void 0 || run.headSha !== pullRequest.headSha || run.path !== workflowPath(job)) throw new UserError(`workflow run ${id} is of ${run.path} for ${run.headSha}; expected a run of this workflow for the pull request's head`);
	const report = await storedReport(repositoryOf(job), run);
	await requireBase(job, {
		report,
		run,
		pullRequest
	});
	return {
		report,
		ref: pullRequest.baseRef
	};
}
/** The plan names the base that this run would measure; without a plan the pull request's base branch has to have it. */
async function requireBase(job, { report, run, pullRequest }) {
	const { base } = job.inputs;
	const other = base === void 0 || report.base?.hash === base ? await baseCheck(repositoryOf(job), pullRequest)({
		report,
		run
	}) : `run ${run.id} measured against ${report.base?.hash ?? "no base"}, not against ${base}`;
	if (other === void 0) return;
	throw new UserError(`${other}; expected a report of the pull request's base: run all jobs again, which measures it`);
}
// src/action/modes/run-mode.ts
/** What each mode does; the exit code is 0 within the limits, 1 over a limit, 2 where nothing was compared. */
const RUN_MODE = {
	check: checkMode,
	plan: planMode,
	measure: measureMode,
	report: reportMode,
	comment: commentMode
};
// src/action/use-action.ts
/** Does what the inputs say; returns the exit code, whatever happens. */
async function useAction({ env, log, signal, secondMs }) {
	try {
		const inputs = readInputs();
		const client = createClient({
			token: inputs.token,
			apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
			onWait: (seconds) => log.info(`GitHub's rate limit: waiting ${seconds} s`),
			secondMs
		});
		const source = readEventSource(env);
		return await RUN_MODE[inputs.mode]({
			inputs,
			source,
			env,
			client,
			signal,
			progress: log.progress,
			log
		});
	} catch (error) {
		return failStep(error, log);
	}
}
/** Whatever ended the action before it had a report: no comparison. Returns the exit code. */
function failStep(error, log) {
	const told = error instanceof Interruption ? error : userErrorOf(error);
	const isBug = told === void 0 && error instanceof Error;
	log.error(isBug ? `a bug in the action: ${error.stack}` : visibleLine((told ?? error).message));
	setVerdict(log);
	return error instanceof Interruption ? error.exitCode : 2;
}
/** On a full disk the runner's file of outputs cannot be written either; Node would end with 1, as if a limit were broken. */
function setVerdict(log) {
	try {
		setOutput("verdict", "no-comparison");
	} catch (error) {
		log.error(visibleLine(error.message));
	}
}
// src/action.ts
/** The GitHub Action: inputs and event -> one of its modes -> exit code. */
const log = openRunnerLog(process);
process.removeAllListeners("warning");
process.on("warning", (warning) => log.info(visibleLine(String(warning))));
process.on("uncaughtException", (error) => process.exit(failStep(error, log)));
const unsealed = sealEnvironment(process);
if (unsealed !== void 0) log.warning(`the builds may read this step's environment: ${unsealed}`);
process.exitCode = await useAction({
	env: process.env,
	log,
	signal: interruption(process)
});
export {};
