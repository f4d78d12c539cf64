import type { Report } from './report.ts';

/** The tools that the targets were built with, each once: `gcc (Debian 12.2.0-14) 12.2.0, GNU ld … 2.40`. */
export function toolsOf(report: Report): string[] {
  const tools = report.targets.flatMap(({ provenance }) =>
    provenance ? [`${provenance.compiler}, ${provenance.linker}`] : [],
  );
  return [...new Set(tools)];
}

/** The command that measures the same on another machine; undefined where the commits are not known. */
export function reproduceCommand({ base, head, targets }: Report): string | undefined {
  if (base === undefined || head === undefined) return undefined;
  const names = targets.map(({ target }) => `--target ${target}`);
  return ['npx kernel-size-budget check', ...names, `--base ${base.hash}`, `--head ${head.hash}`].join(' ');
}
