import type { Report } from './report.ts';

/** The tools that the targets were built with, each once: `gcc (Debian 12.2.0-14) 12.2.0, GNU ld … 2.40`. */
export function toolsOf(report: Report): string[] {
  const tools = report.targets.flatMap(({ provenance }) =>
    provenance ? [`${provenance.compiler}, ${provenance.linker}`] : [],
  );
  return [...new Set(tools)];
}

/** A word that no shell reads anything into, and that is no option. */
const SHELL_WORD = /^[a-z0-9][a-z0-9._-]*$/;

/**
 * The command that measures the same on another machine; undefined where the commits are not known, or the kernels were
 * built elsewhere. People paste it into a shell, so a name that no budget file can have leaves it out.
 */
export function reproduceCommand({ base, head, files, targets }: Report): string | undefined {
  if (base === undefined || head === undefined || files !== undefined) return undefined;
  if (!targets.every(({ target }) => SHELL_WORD.test(target))) return undefined;
  const names = targets.map(({ target }) => `--target ${target}`);
  return ['npx kernel-size-budget check', ...names, `--base ${base.hash}`, `--head ${head.hash}`].join(' ');
}
