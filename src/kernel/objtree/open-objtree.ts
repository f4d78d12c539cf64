/**
 * Brings a build folder to another commit, so that make leaves behind what a clean build of that commit would. Kbuild
 * records what each file was made from and by which command (scripts/Kbuild.include, if_changed); what it goes wrong
 * by is times, and files that are in the way, which is what is put right here. Where neither suffices, a build begins
 * with an empty folder.
 */
import { lstatSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../files/make-folder.ts';
import { type SourceChange, changesBetween } from '../../git/sources/source-listing.ts';
import { parseKernelConfig } from '../../size/kernel-config.ts';
import { madeIn, readTextIfSound } from '../kernel-file.ts';
import { type Checkout, type KernelBuild, sourceArch } from '../make/build-context.ts';
import { type KernelSources, gatherSources, isOfPrograms } from '../reach/kernel-sources.ts';
import { optionPaths } from '../reach/option-paths.ts';
import { findUnnotedRead } from '../reach/unnoted-reads.ts';
import { type ChangeTimes, alignTimes } from './align-mtimes.ts';
import { MADE } from './dependencies.ts';
import { canBuildIncrementally, silentPaths } from './incremental-safety.ts';
import {
  type ObjtreeState,
  forgetObjtreeState,
  readNotedSources,
  readObjtreeState,
  writeObjtreeState,
} from './objtree-state.ts';
import { sourcesToTouch } from './sources-to-touch.ts';
import { removeStaleOutputs } from './stale-outputs.ts';

/** A build folder that make may run in now. */
export interface OpenObjtree {
  readonly origin: 'clean' | 'incremental';
  /** Says how it ended; not called after a kill, which leaves partial objects. */
  readonly close: (outcome: 'built' | 'failed') => Promise<void>;
}

/** What a build begins with. */
export type Objtree =
  | { readonly kind: 'empty' }
  /** What the last build left, and how the sources differ now. */
  | {
      readonly kind: 'kept';
      readonly state: ObjtreeState;
      readonly changes: readonly SourceChange[];
      /** Files that ask whether another one is there, relative to the kernel's folder. */
      readonly asking: readonly string[];
    };

export const EMPTY_OBJTREE: Objtree = { kind: 'empty' };

/** What is in the build folder where make can go on from it; waits for the sources only where there is something. */
export async function readObjtree(build: KernelBuild, sources: Promise<Checkout>): Promise<Objtree> {
  const { output, source, place } = build;
  const known = readObjtreeState(output);
  if (known === undefined || known.state.place !== place) return EMPTY_OBJTREE;
  const noted = readNotedSources(output);
  if (noted !== undefined && !isOfPrograms(noted, build.programs)) return EMPTY_OBJTREE;
  const checkout = await sources;
  const { root, listing, prefix } = checkout;
  const { state } = known;
  const changes = changesBetween(known.listing, listing);
  if (!canBuildIncrementally(changes, { output, source, prefix })) return EMPTY_OBJTREE;
  if (changes.length === 0) return { kind: 'kept', state, changes, asking: [] };
  const madeFrom = noted ?? gatherSources({ ...build, root });
  if (isReadUnnoted(build, checkout, { changes, sources: madeFrom })) return EMPTY_OBJTREE;
  const asking = madeFrom.asking.filter((path) => !path.startsWith(MADE));
  return { kind: 'kept', state, changes, asking };
}

/** Makes the build folder ready for make, with what `objtree` says of it. */
export async function openObjtree(
  build: KernelBuild,
  checkout: Checkout,
  objtree: Objtree,
): Promise<OpenObjtree> {
  const { output, place } = build;
  await removeUnlessFolder(output);
  makeFolder(output);
  await forgetObjtreeState(output);
  if (objtree.kind === 'empty') await emptyFolder(output);
  const changed = objtree.kind === 'empty' ? {} : await bring(build, checkout, objtree);
  const origin = objtree.kind === 'empty' ? 'clean' : 'incremental';
  const { commit, listing } = checkout;
  return {
    origin,
    close: (outcome) =>
      writeObjtreeState(output, { state: { format: 1, place, commit, outcome, origin, changed }, listing }),
  };
}

/** Whether a change matters to something that make does not know of. */
function isReadUnnoted(
  build: KernelBuild,
  { root, prefix, listing }: Checkout,
  { changes, sources }: { readonly changes: readonly SourceChange[]; readonly sources: KernelSources },
): boolean {
  const { output, target } = build;
  const text = readTextIfSound(join(output, '.config'), 'config', madeIn(output));
  const config = parseKernelConfig(text ?? '');
  const options = optionPaths(config, target.make, { root, prefix, output });
  const kernel = { config, root, prefix, listing, sources, options, sourceArch: sourceArch(target.arch) };
  return findUnnotedRead(silentPaths(changes, prefix), kernel, 'make again') !== undefined;
}

/** A link that a build has put in its place would have what it leads to emptied. */
async function removeUnlessFolder(path: string): Promise<void> {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === false) await rm(path);
}

/** The folder itself stays: it may be what a sandbox has mounted. */
async function emptyFolder(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) await rm(join(folder, name), { recursive: true, force: true });
}

async function bring(
  { output, source }: KernelBuild,
  { root, prefix, listing }: Checkout,
  { state, changes, asking }: Extract<Objtree, { kind: 'kept' }>,
): Promise<ChangeTimes> {
  const places = { output, source, prefix };
  const touched = sourcesToTouch(changes, { prefix, listing, asking });
  await removeStaleOutputs(changes, places);
  return alignTimes({ output, root, changed: state.changed, touched });
}
