import { randomUUID } from 'node:crypto';
import type { Progress } from './kernel/progress.ts';

/**
 * Progress in the log of a workflow run: one group a step. The build's output is a stranger's, so commands in it are
 * switched off with a token that it cannot guess (docs.github.com, "Workflow commands", stop-commands).
 */
export function logProgress(write: (text: string) => unknown): Progress {
  return {
    begin: (title) => {
      const token = randomUUID();
      write(`::group::${escapeData(title)}\n::stop-commands::${token}\n`);
      return {
        line: (line) => write(`${line}\n`),
        end: (outcome) =>
          write(`::${token}::\n::endgroup::\n${outcome === 'failed' ? `${title}: failed\n` : ''}`),
      };
    },
  };
}

/** Escaping of a workflow command's data, as the runner undoes it (actions/toolkit, core/src/command.ts). */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
