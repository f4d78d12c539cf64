/**
 * What make would take for up to date though a clean build would not make it, or otherwise: kbuild compares the commands
 * of most rules, but it does not look at files whose sources or rules are gone.
 */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import { isBelow } from '../../files/paths.ts';
import type { SourceChange } from '../../git/sources/source-listing.ts';
import { isCompiled } from '../tree/file-kinds.ts';
import type { TreePlaces } from './incremental-safety.ts';
import { madeWith } from './made-with.ts';

/** Removes it from `O=`; the sources are as they are after the changes. */
export async function removeStaleOutputs(
  changes: readonly SourceChange[],
  places: TreePlaces,
): Promise<void> {
  const { source, prefix } = places;
  const [output, tree] = [realpathSync(places.output), realpathSync(source)];
  const paths = changes.map(({ kind, path }) => ({ kind, path: relative(prefix, path) }));
  const stale = paths.flatMap((change) => staleBy(change, { output, source }));
  const gone = paths.flatMap(({ kind, path }) => (kind === 'removed' ? [join(tree, path)] : []));
  const made = madeWith(new Set([...gone, ...stale]), output);
  for (const path of [...stale, ...made]) await rm(path, { recursive: true, force: true });
}

function staleBy(
  { kind, path }: Pick<SourceChange, 'kind' | 'path'>,
  { output, source }: Pick<TreePlaces, 'output' | 'source'>,
): string[] {
  const folder = join(output, dirname(path));
  if (!isInside(folder, output)) return [];
  if (kind === 'removed' && !existsSync(join(source, dirname(path)))) return [folder];
  const ofSource = kind === 'removed' && isCompiled(path) ? madeFrom(folder, basename(path)) : [];
  const ofRules = isMakefile(path) ? madeByRules(folder, join(source, dirname(path))) : [];
  return [...ofSource, ...ofRules];
}

/** Without its source an object has no rule, which make takes for up to date. */
function madeFrom(folder: string, source: string): string[] {
  const stem = `${basename(source, extname(source))}.`;
  const names = readdirSync(folder).filter((name) => name.startsWith(stem) || name.startsWith(`.${stem}`));
  return names.map((name) => join(folder, name));
}

function isMakefile(path: string): boolean {
  return /^(Makefile|Kbuild)/.test(basename(path));
}

/**
 * What rules of a Makefile have made without keeping the command, and what may be included though its rule is gone; in
 * folders without a Makefile of their own too.
 */
function madeByRules(folder: string, source: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const names = new Set(entries.map(({ name }) => name));
  return entries.flatMap((entry) => {
    const { name } = entry;
    const [made, beside] = [join(folder, name), join(source, name)];
    if (entry.isDirectory()) return hasMakefile(beside) ? [] : madeByRules(made, beside);
    // Notes of what files were made from.
    if (name.startsWith('.') || name.endsWith('.d')) return [];
    return /\.([chS]|lds)$/.test(name) || !names.has(`.${name}.cmd`) ? [made] : [];
  });
}

function hasMakefile(folder: string): boolean {
  return ['Makefile', 'Kbuild'].some((name) => existsSync(join(folder, name)));
}

/** A folder of `O=` and not `O=` itself; not so where a build has put a link in the way, and for what lies beside the kernel. */
function isInside(folder: string, output: string): boolean {
  try {
    const [inner, outer] = [realpathSync(folder), realpathSync(output)];
    return inner !== outer && isBelow(inner, outer) && statSync(folder).isDirectory();
  } catch {
    return false;
  }
}
