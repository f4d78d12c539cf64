import * as core from '@actions/core';
import { type ClientOptions, createClient } from '../github/api/client.ts';
import { Interruption } from '../interruption.ts';
import { visibleLine } from '../report/inert/inert-text.ts';
import { userErrorOf } from '../system-error.ts';
import { readEventSource } from './event.ts';
import { readInputs } from './inputs.ts';
import { RUN_MODE } from './modes/run-mode.ts';
import type { RunnerLog } from './runner/runner-log.ts';

/** What the action has of its step. */
export interface Step extends Pick<ClientOptions, 'secondMs'> {
  /** Where `@actions/core` finds inputs, and writes outputs to: the process's own. */
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly log: RunnerLog;
  readonly signal: AbortSignal;
}

/** Does what the inputs say; returns the exit code, whatever happens. */
export async function useAction({ env, log, signal, secondMs }: Step): Promise<number> {
  try {
    const inputs = readInputs();
    const client = createClient({
      token: inputs.token,
      apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
      onWait: (seconds) => log.info(`GitHub's rate limit: waiting ${seconds} s`),
      secondMs,
    });
    const source = readEventSource(env);
    return await RUN_MODE[inputs.mode]({ inputs, source, env, client, signal, progress: log.progress, log });
  } catch (error) {
    return failStep(error, log);
  }
}

/** Whatever ended the action before it had a report: no comparison. Returns the exit code. */
export function failStep(error: unknown, log: RunnerLog): number {
  const told = error instanceof Interruption ? error : userErrorOf(error);
  const isBug = told === undefined && error instanceof Error;
  log.error(isBug ? `a bug in the action: ${error.stack}` : visibleLine((told ?? (error as Error)).message));
  setVerdict(log);
  return error instanceof Interruption ? error.exitCode : 2;
}

/** On a full disk the runner's file of outputs cannot be written either; Node would end with 1, as if a limit were broken. */
function setVerdict(log: RunnerLog): void {
  try {
    core.setOutput('verdict', 'no-comparison');
  } catch (error) {
    log.error(visibleLine((error as Error).message));
  }
}
