/**
 * An Actions cache that listens on this machine, in both versions of the service, with the storage beside it. It knows
 * what @actions/cache asks; what GitHub answers to a wrong request is not known, and a problem here.
 */
import { createServer } from 'node:http';
import type { Answer } from '../github/fake-github-answer.ts';
import { close, listen } from '../github/fake-github-http.ts';
import type { CacheHttpRequest, CacheOutcome } from './fake-actions-cache-http.ts';
import { receiveBytes, sendOutcome } from './fake-actions-cache-http.ts';
import { routeOf } from './fake-actions-cache-routes.ts';
import type { CacheOperation } from './fake-actions-cache-routes.ts';
import type { CacheRight, FakeCacheState } from './fake-actions-cache-state.ts';

/** What befalls the requests of one operation. */
interface CacheFault {
  readonly on: CacheOperation;
  /** An answer that is no carrying out, or how the connection ends; `truncate` breaks it off within the answer. */
  readonly effect: Answer | 'drop' | 'hang' | 'truncate';
  /** How many requests it befalls; all by default. */
  readonly times?: number;
}

export interface FakeActionsCacheOptions {
  /** github.com has v2, GitHub Enterprise Server v1. */
  readonly service?: 'v1' | 'v2';
  /** `azure` is a host of Azure behind a proxy, where the library asks for ranges. */
  readonly storage?: 'here' | 'azure';
  readonly right?: CacheRight;
  /** Those of another one, as another run finds them. */
  readonly entries?: FakeCacheState['entries'];
  readonly faults?: readonly CacheFault[];
}

export interface FakeActionsCache extends AsyncDisposable {
  /** What a runner sets for an action. */
  readonly env: Readonly<Record<string, string>>;
  readonly entries: FakeCacheState['entries'];
  /** One for each request, in turn. */
  readonly asked: readonly CacheOperation[];
  /** What the services would not have understood, one line each. */
  readonly problems: readonly string[];
}

/** The secret that a runner lends to actions. */
export const CACHE_TOKEN = 'runtime-token-of-the-job';

const AZURE = 'http://ksb.blob.core.windows.net';

/** Starts one on a free port of the loopback interface. */
export async function startFakeActionsCache(
  options: FakeActionsCacheOptions = {},
): Promise<FakeActionsCache> {
  const { service = 'v2', storage = 'here', right = 'read-write', entries = [], faults = [] } = options;
  const state: FakeCacheState = { entries, right };
  const faultOn = createFaultPicker(faults);
  const asked: CacheOperation[] = [];
  const problems: string[] = [];

  const respond = (request: CacheHttpRequest): CacheOutcome => {
    const route = routeOf(request, CACHE_TOKEN);
    asked.push(route.operation);
    const effect = faultOn(route.operation);
    return effect === 'truncate'
      ? { kind: effect, answer: route.answer(request) }
      : (effect ?? route.answer(request));
  };

  const server = createServer((message, response) => {
    receiveBytes(message)
      .then((request) => respond({ ...request, state, storage: storage === 'azure' ? AZURE : url }))
      .then(
        (outcome) => sendOutcome(response, outcome),
        (error: unknown) => {
          problems.push(`${message.method} ${message.url}: ${String(error)}`);
          sendOutcome(response, { status: 400, body: { msg: String(error) } });
        },
      );
  });
  const url = await listen(server);
  const env = { ...SERVICE_VARIABLES[service](url), ...(storage === 'azure' ? { http_proxy: url } : {}) };
  return { env, entries, asked, problems, [Symbol.asyncDispose]: () => close(server) };
}

const SERVICE_VARIABLES = {
  v1: (url: string) => ({
    GITHUB_SERVER_URL: 'https://github.example.com',
    ACTIONS_CACHE_URL: `${url}/`,
    ACTIONS_RUNTIME_TOKEN: CACHE_TOKEN,
  }),
  v2: (url: string) => ({
    GITHUB_SERVER_URL: 'https://github.com',
    ACTIONS_CACHE_SERVICE_V2: 'True',
    ACTIONS_RESULTS_URL: `${url}/`,
    ACTIONS_RUNTIME_TOKEN: CACHE_TOKEN,
  }),
};

function createFaultPicker(
  faults: readonly CacheFault[],
): (operation: CacheOperation) => CacheFault['effect'] | undefined {
  const seen = new Map<CacheFault, number>();
  return (operation) => {
    const fault = faults.find(
      (one) => one.on === operation && (seen.get(one) ?? 0) < (one.times ?? Infinity),
    );
    if (fault !== undefined) seen.set(fault, (seen.get(fault) ?? 0) + 1);
    return fault?.effect;
  };
}
