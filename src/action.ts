/** The GitHub Action: inputs -> check -> outputs, summary, comment. */
import * as core from '@actions/core';
import { readEvent } from './action-event.ts';
import { readInputs } from './action-inputs.ts';
import { publish } from './action-publish.ts';
import { exitCodeOf } from './exit-code.ts';
import { createClient } from './github/client.ts';
import { mergeBase } from './github/merge-base.ts';
import { interruption } from './interruption.ts';
import { logProgress } from './progress-log.ts';
import { checkInRunner } from './runner-check.ts';
import { UserError } from './user-error.ts';

await run();

async function run(): Promise<void> {
  try {
    const inputs = readInputs();
    const event = readEvent(process.env);
    const client = createClient({
      token: inputs.token,
      apiUrl: process.env['GITHUB_API_URL'] ?? 'https://api.github.com',
      onWait: (seconds) => core.info(`GitHub's rate limit: waiting ${seconds} s`),
    });
    const report = await checkInRunner({
      inputs,
      event,
      env: process.env,
      mergeBase: async (base, head) =>
        event.pullRequest &&
        mergeBase({ client, ...event.pullRequest, base, head }).catch(undefinedIfUnknown),
      signal: interruption(process),
      progress: logProgress((text) => process.stdout.write(text)),
    });
    await publish({ report, inputs, event, client, env: process.env });
    process.exitCode = exitCodeOf(report, inputs.failOn);
  } catch (error) {
    fail(error);
  }
}

/** The server not knowing is an answer: the event's own base is used then, and the report says so. */
function undefinedIfUnknown(error: unknown): undefined {
  if (!(error instanceof UserError)) throw error;
  core.warning(error.message);
}

/** Whatever ended the action before it had a report: no comparison. */
function fail(error: unknown): void {
  core.setOutput('verdict', 'no-comparison');
  const isBug = !(error instanceof UserError) && error instanceof Error && error.name !== 'Interruption';
  core.error(isBug ? `a bug in the action: ${error.stack}` : (error as Error).message);
  process.exitCode = 2;
}
