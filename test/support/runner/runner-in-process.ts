import * as core from '@actions/core';
import { openRunnerLog } from '../../../src/action/runner/runner-log.ts';
import { useAction } from '../../../src/action/use-action.ts';
import { type ActionResult, type ActionRun, type Ended, runStep } from './runner.ts';

/** Of all uses: each has the environment of this process to itself. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs the action's sources in this process, one use after the other. What belongs to a process of its own is not seen
 * here: how it is started, its signals, what else is written to its streams.
 */
export function runActionHere(run: Omit<ActionRun, 'bundle'>): Promise<ActionResult> {
  if (run.node !== undefined || run.signal !== undefined) {
    throw new Error('another Node, and signals, need a process: use the bundle');
  }
  return runStep(run, (env) => inTurn(() => withEnvironment(env, start)));
}

function inTurn<Value>(use: () => Promise<Value>): Promise<Value> {
  const result = last.then(use);
  last = result.catch(() => undefined);
  return result;
}

async function start(): Promise<Ended> {
  const output = { stdout: '', stderr: '' };
  const streamOf = (name: 'stdout' | 'stderr') => ({
    write: (text: string | Uint8Array): boolean => {
      output[name] += String(text);
      return true;
    },
  });
  const log = openRunnerLog({
    stdout: streamOf('stdout'),
    stderr: streamOf('stderr'),
    once: () => undefined,
  });
  const { signal } = new AbortController();
  const exitCode = await useAction({ env: process.env, log, signal, secondMs: 1 });
  return { exitCode, ...output };
}

async function withEnvironment<Value>(
  env: Readonly<Record<string, string>>,
  use: () => Promise<Value>,
): Promise<Value> {
  const own = { ...process.env };
  replaceEnvironment(env);
  // It keeps the first file that it has written to, as long as its process lives.
  Reflect.set(core.summary, '_filePath', undefined);
  try {
    return await use();
  } finally {
    replaceEnvironment(own);
  }
}

function replaceEnvironment(env: Readonly<NodeJS.ProcessEnv>): void {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
}
