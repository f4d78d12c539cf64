/**
 * Whether a change of the sources can reach a kernel that was built before it. What compilers read, kbuild has noted
 * (dependencies.ts); what make, the shell and Kconfig read, nobody has. So a file is out of reach only where no one but a
 * compiler or a person reads its kind, or where it is another architecture's, and where nothing names it: no option, no
 * source by a directive that is not noted, no link, and no text of the build (unnoted-reads.ts). A wrong "cannot" passes a kernel
 * that was not measured, a wrong "may" costs a build: in doubt it may.
 */
import { grouped } from '../../budget/units.ts';
import type { SourceChange } from '../../git/sources/source-listing.ts';
import { optionValue } from '../../size/kernel-config.ts';
import { countSources } from '../objtree/dependencies.ts';
import type { KernelSources } from './kernel-sources.ts';
import { type MadeKernel, knowledgeOf, reasonOf } from './reach-rules.ts';

/** Why a change may reach a kernel. */
export interface Reach {
  /** The first file by which it may, relative to the repository's root; undefined where it takes no file. */
  readonly path: string | undefined;
  /** Words after the path: `is a link`. */
  readonly reason: string;
}

/** How the first change may reach the kernel that may; undefined where none can, unless a text of the build names it. */
export function findReach(changes: readonly SourceChange[], kernel: MadeKernel): Reach | undefined {
  const commit = whySaysCommit(kernel);
  if (commit !== undefined) return { path: undefined, reason: commit };
  const known = knowledgeOf(kernel);
  for (const change of changes) {
    const reason = reasonOf(change, known);
    if (reason !== undefined) return { path: change.path, reason };
  }
}

/** Why a kernel may be another one at another commit with the same files; undefined where it is not. */
export function whySaysCommit({
  config,
  sources,
}: Pick<MadeKernel, 'config' | 'sources'>): string | undefined {
  // scripts/setlocalversion
  if (optionValue(config, 'LOCALVERSION_AUTO') === 'y') {
    return 'the version has the hash of the commit (CONFIG_LOCALVERSION_AUTO)';
  }
  return sources.asksGit ? 'the build asks git which commit it is' : undefined;
}

/** For the report: `none of the 2,345 files that stm32f469 is made from is among the 3 that changed`. */
export function unaffectedWords(
  target: string,
  { sources, changes }: { readonly sources: KernelSources; readonly changes: number },
): string {
  if (changes === 0) return 'base and head have the same files';
  const changed = changes === 1 ? 'the one that changed' : `among the ${grouped(changes)} that changed`;
  return `none of the ${grouped(countSources(sources.files))} files that ${target} is made from is ${changed}`;
}
