/**
 * One call of @actions/cache in a thread of its own. The library prints what it hears from the service, names among it,
 * on stdout, where the runner looks for commands, and hands its whole environment to tar: both end here.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { isFeatureAvailable, restoreCache, saveCache } from '@actions/cache';
import type { ThreadCall, ThreadResult } from './actions-cache.ts';

const call: ThreadCall = workerData;
const printed: string[] = [];

process.stdout.write = keepPrinted;
process.stderr.write = keepPrinted;
process.env = withHidden(process.env, call.hidden);
// The library looks for a relative path here, and finds an entry by the path as it is written.
process.cwd = () => call.folder;
parentPort?.postMessage(await resultOf(), []);

async function resultOf(): Promise<ThreadResult> {
  if (!isFeatureAvailable()) return { kind: 'unavailable' };
  try {
    return { kind: 'returned', value: await carryOut(call), printed: printed.join('') };
  } catch (error) {
    return { kind: 'thrown', reason: (error as Error).message };
  }
}

function carryOut({ request, file, milliseconds }: ThreadCall): Promise<string | number | undefined> {
  if (request.kind === 'save') return saveCache([file], request.name);
  return restoreCache([file], request.name, [...request.prefixes], { segmentTimeoutInMs: milliseconds });
}

function keepPrinted(chunk: string | Uint8Array): boolean {
  printed.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
  return true;
}

/** Variables that are read by name alone: programs that are started inherit the others, which can be listed. */
function withHidden(listed: NodeJS.ProcessEnv, hidden: Readonly<NodeJS.ProcessEnv>): NodeJS.ProcessEnv {
  const env = { ...listed };
  for (const [name, value] of Object.entries(hidden)) {
    if (!(name in env)) Object.defineProperty(env, name, { value, enumerable: false });
  }
  return env;
}
