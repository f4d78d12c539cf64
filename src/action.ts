/** The GitHub Action: inputs and event -> one of its modes -> exit code. */
import { openRunnerLog } from './action/runner/runner-log.ts';
import { sealEnvironment } from './action/runner/sealed-environment.ts';
import { failStep, useAction } from './action/use-action.ts';
import { interruption } from './interruption.ts';
import { visibleLine } from './report/inert/inert-text.ts';

const log = openRunnerLog(process);
// Node would print both on its own, with whatever text is in them.
process.removeAllListeners('warning');
process.on('warning', (warning) => log.info(visibleLine(String(warning))));
process.on('uncaughtException', (error) => process.exit(failStep(error, log)));
const unsealed = sealEnvironment(process);
if (unsealed !== undefined) log.warning(`the builds may read this step's environment: ${unsealed}`);
process.exitCode = await useAction({ env: process.env, log, signal: interruption(process) });
