import { randomUUID } from 'node:crypto';
import type { Progress } from './kernel/progress.ts';

/**
 * Progress in the log of a workflow run: one group a step. The build's output is a stranger's, so commands in it are
 * switched off.
 */
export function logProgress(write: (text: string) => unknown): Progress {
  return {
    begin: (title) => {
      const { stop, resume } = commandSwitch();
      write(`::group::${escapeData(title)}\n${stop}`);
      return {
        line: (line) => write(`${line}\n`),
        end: (outcome) => write(`${resume}::endgroup::\n${outcome === 'failed' ? `${title}: failed\n` : ''}`),
      };
    },
  };
}

/** Text with a stranger's words in it, which the runner must not take for commands: `##[…]` counts anywhere in a line. */
export function withoutCommands(text: string): string {
  const { stop, resume } = commandSwitch();
  return `${stop}${text}\n${resume}`;
}

/** Lines with a token that what is between them cannot guess (docs.github.com, "Workflow commands", stop-commands). */
function commandSwitch(): { readonly stop: string; readonly resume: string } {
  const token = randomUUID();
  return { stop: `::stop-commands::${token}\n`, resume: `::${token}::\n` };
}

/** Escaping of a workflow command's data, as the runner undoes it (actions/toolkit, core/src/command.ts). */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
