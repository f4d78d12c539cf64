import { isFailing } from '../failing.ts';
import type { Report, TargetReport } from '../report.ts';

/** A compiler with its linker, and what was built with them. */
interface Tools {
  /** Of base where these are other ones, or head's are not known to be base's too. */
  readonly base: string | undefined;
  /** `gcc (Debian 12.2.0-14) 12.2.0, GNU ld … 2.40`. */
  readonly head: string;
  /** Targets that were built so, in their order. */
  readonly targets: readonly string[];
}

/** The tools of each target, those of several once. */
function toolsOf(report: Report): Tools[] {
  const found = new Map<string, { base: string | undefined; head: string; targets: string[] }>();
  for (const { target, provenance, baseProvenance } of report.targets) {
    if (provenance === undefined) continue;
    const [base, head] = [baseProvenance && namesOf(baseProvenance), namesOf(provenance)];
    const key = JSON.stringify([base, head]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { base, head, targets: [target] });
    else known.targets.push(target);
  }
  return [...found.values()];
}

function namesOf({ compiler, linker }: NonNullable<TargetReport['provenance']>): string {
  return `${compiler}, ${linker}`;
}

/** How the tools and the names of targets are made inert where they are printed. */
interface Quotes {
  readonly tools: (text: string) => string;
  readonly name: (text: string) => string;
}

/** More than anybody reads: a report may be a stranger's. */
const MOST_TOOLS = 20;
const MOST_NAMES = 8;

/** `base and head built with gcc 12.2.0, GNU ld 2.40`; with the targets' names where not all are built so. */
export function toolLines(report: Report, { tools: quoteTools, name: quoteName }: Quotes): string[] {
  const all = toolsOf(report);
  const lines = all.slice(0, MOST_TOOLS).map(({ base, head, targets }) => {
    const names = targets.slice(0, MOST_NAMES).map((name) => quoteName(name));
    const more = targets.length > MOST_NAMES ? ` and ${targets.length - MOST_NAMES} more` : '';
    const whose = all.length === 1 ? '' : `${names.join(', ')}${more}: `;
    if (base === head) return `${whose}base and head built with ${quoteTools(head)}`;
    const before = base === undefined ? '' : `base built with ${quoteTools(base)}, `;
    return `${whose}${before}head built with ${quoteTools(head)}`;
  });
  const left = all.length - lines.length;
  return left === 0 ? lines : [...lines, `${left} more compilers are not shown here`];
}

/** A word that no shell reads anything into, and that is no option. */
const SHELL_WORD = /^[a-z0-9][a-z0-9._-]*$/;

/** Git finds a commit by so much of its hash. */
const SHORT_HASH = 12;

/** Of targets that are named in the command; without names it measures all of the budget file. */
const MOST_TARGETS = 4;

/**
 * The command that measures the same on another machine, of what fails where something does; undefined where the commits
 * are not known, or the kernels were built elsewhere. People paste it into a shell, so a name that no budget file can
 * have leaves it out.
 */
export function reproduceCommand({ base, head, files, targets }: Report): string | undefined {
  if (base === undefined || head === undefined || files !== undefined) return undefined;
  const failing = targets.filter(isFailing);
  const named = (failing.length > 0 ? failing : targets).map(({ target }) => target);
  if (!named.every((target) => SHELL_WORD.test(target))) return undefined;
  const options = named.length > MOST_TARGETS ? [] : named.map((name) => `--target ${name}`);
  const commits = [`--base ${base.hash.slice(0, SHORT_HASH)}`, `--head ${head.hash.slice(0, SHORT_HASH)}`];
  return ['npx kernel-size-budget check', ...options, ...commits].join(' ');
}
