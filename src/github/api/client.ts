import { defaults, getOctokitOptions } from '@actions/github/lib/utils';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import type { ThrottlingOptions } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import Bottleneck from 'bottleneck/light.js';
import { ANSWER_BYTES, LONGEST_WAIT_SECONDS, REQUEST_TIMEOUT_MS, RETRY_SECONDS, TRIES } from './limits.ts';
import { type AnswerCheck, MalformedAnswer } from './malformed-answer.ts';
import { readBounded } from './read-bounded.ts';

/** With the proxy that `@actions/github` finds in the runner's environment. */
const PatientOctokit = Octokit.plugin(checkAnswers, retry, throttling).defaults(defaults);

/** GitHub's REST and GraphQL API, as one token sees it. */
export type Client = InstanceType<typeof PatientOctokit>;

export interface ClientOptions {
  readonly token: string;
  /** `GITHUB_API_URL`: `https://api.github.com`, or `https://HOST/api/v3` on GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** Told of each wait for a rate limit, in seconds. */
  readonly onWait?: (seconds: number) => void;
  /** How many milliseconds a second of waiting takes. */
  readonly secondMs?: number | undefined;
  /** How long one request may take, in milliseconds. */
  readonly timeoutMs?: number;
  /** The largest answer that is read. */
  readonly answerBytes?: number;
}

/**
 * Returns a client that sends a request up to three times: after a failure of the server or the network, and
 * after a rate limit once `retry-after` has passed. A wait longer than two minutes is refused instead.
 * Rate limits: https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export function createClient(options: ClientOptions): Client {
  const secondMs = options.secondMs ?? 1000;
  const octokitOptions = getOctokitOptions(options.token, {
    baseUrl: options.apiUrl,
    userAgent: 'kernel-size-budget',
    log: SILENT,
    request: { fetch: createBoundedFetch(options) },
    retry: {
      retries: TRIES - 1,
      retryAfterBaseValue: RETRY_SECONDS * secondMs,
      // 429 is a rate limit and waits as long as GitHub says; the others do not change by asking again.
      doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451],
    },
    throttle: throttlingOptions(secondMs, options.onWait ?? (() => undefined)),
  });
  return new PatientOctokit(octokitOptions);
}

const ignore = (): void => undefined;
/** Names from outside reach the log through one writer alone; a failed request is told by whoever sent it. */
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/** Makes an answer that does not pass its request's `check` a failure. First of the plugins, so that it is retried. */
function checkAnswers({ hook }: Pick<Octokit, 'hook'>): void {
  hook.after('request', (answer, { request, ...options }) => {
    const problem = (request['check'] as AnswerCheck | undefined)?.(answer);
    if (problem !== undefined) throw new MalformedAnswer(problem, { ...options, request });
  });
}

function throttlingOptions(secondMs: number, onWait: (seconds: number) => void): ThrottlingOptions {
  const decide = (seconds: number, retryCount: number): boolean => {
    const isWorthIt = retryCount < TRIES - 1 && seconds <= LONGEST_WAIT_SECONDS;
    if (isWorthIt) onWait(seconds);
    return isWorthIt;
  };
  return {
    // Clients with the same id share their queues, and so wait for each other.
    id: crypto.randomUUID(),
    retryAfterBaseValue: secondMs,
    write: oneEach(secondMs),
    notifications: oneEach(SECONDS_BETWEEN_NOTIFICATIONS * secondMs),
    onRateLimit: (seconds, _request, _client, retryCount) => decide(seconds, retryCount),
    onSecondaryRateLimit: (seconds, _request, _client, retryCount) => decide(seconds, retryCount),
  };
}

/** GitHub asks for a second between writes, and for more between those that notify somebody. */
const SECONDS_BETWEEN_NOTIFICATIONS = 3;

/** One request at a time, and `pauseMs` milliseconds from one to the next. */
function oneEach(pauseMs: number): Bottleneck.Group {
  return new Bottleneck.Group({ maxConcurrent: 1, minTime: pauseMs });
}

/** The toolkit's own fetch goes through the runner's proxy, but waits for ever. */
export function createTimedFetch(timeoutMs: number): typeof fetch {
  const fetchThroughProxy: typeof fetch = defaults.request?.fetch ?? fetch;
  return (url, init) => fetchThroughProxy(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
}

/** Reads answers of the API to their end, and breaks off one that does not end. */
function createBoundedFetch({ timeoutMs, answerBytes = ANSWER_BYTES }: ClientOptions): typeof fetch {
  const timedFetch = createTimedFetch(timeoutMs ?? REQUEST_TIMEOUT_MS);
  return async (url, init) => {
    const response = await timedFetch(url, init);
    if (response.body === null) return response;
    const bytes = await readBounded(response.body, answerBytes);
    if (bytes === undefined) throw new Error(`the answer has more than ${answerBytes} bytes`);
    return Object.defineProperty(new Response(bytes, response), 'url', { value: response.url });
  };
}
