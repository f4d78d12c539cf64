/** The GitHub Action: inputs and event -> one of its modes -> exit code. */
import * as core from '@actions/core';
import { readEventSource } from './action/event.ts';
import { readInputs } from './action/inputs.ts';
import { RUN_MODE } from './action/modes/run-mode.ts';
import { openRunnerLog } from './action/runner/runner-log.ts';
import { sealEnvironment } from './action/runner/sealed-environment.ts';
import { createClient } from './github/api/client.ts';
import { Interruption, interruption } from './interruption.ts';
import { visibleLine } from './report/inert/inert-text.ts';
import { userErrorOf } from './system-error.ts';

const log = openRunnerLog(process);
// Node would print both on its own, with whatever text is in them.
process.removeAllListeners('warning');
process.on('warning', (warning) => log.info(visibleLine(String(warning))));
process.on('uncaughtException', (error) => {
  fail(error);
  process.exit();
});
const unsealed = sealEnvironment(process);
if (unsealed !== undefined) log.warning(`the builds may read this step's environment: ${unsealed}`);
await run();

async function run(): Promise<void> {
  try {
    const inputs = readInputs();
    const client = createClient({
      token: inputs.token,
      apiUrl: process.env['GITHUB_API_URL'] ?? 'https://api.github.com',
      onWait: (seconds) => log.info(`GitHub's rate limit: waiting ${seconds} s`),
    });
    process.exitCode = await RUN_MODE[inputs.mode]({
      inputs,
      source: readEventSource(process.env),
      env: process.env,
      client,
      signal: interruption(process),
      progress: log.progress,
      log,
    });
  } catch (error) {
    fail(error);
  }
}

/** Whatever ended the action before it had a report: no comparison. */
function fail(error: unknown): void {
  process.exitCode = error instanceof Interruption ? error.exitCode : 2;
  const told = error instanceof Interruption ? error : userErrorOf(error);
  const isBug = told === undefined && error instanceof Error;
  log.error(isBug ? `a bug in the action: ${error.stack}` : visibleLine((told ?? (error as Error)).message));
  setVerdict();
}

/** On a full disk the runner's file of outputs cannot be written either; Node would end with 1, as if a limit were broken. */
function setVerdict(): void {
  try {
    core.setOutput('verdict', 'no-comparison');
  } catch (error) {
    log.error(visibleLine((error as Error).message));
  }
}
