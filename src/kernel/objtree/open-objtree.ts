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
import { type KernelBuild, sourceArch } from '../make/build-context.ts';
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

/** What a build folder was left as, and how the sources differ now. */
interface UsableTree {
  readonly state: ObjtreeState;
  readonly changes: readonly SourceChange[];
  /** Files that ask whether another one is there, relative to the kernel's folder. */
  readonly asking: readonly string[];
}

/** Takes what the last build left, where that is of use, else begins with an empty folder. */
export async function openObjtree(given: KernelBuild): Promise<OpenObjtree> {
  // Unpacking goes on beside it.
  const checkout = given.checkout();
  checkout.catch(() => undefined);
  const build = { ...given, checkout: () => checkout };
  const { output, place } = build;
  const usable =
    build.start === 'empty' ? undefined : ((await readUsableTree(build)) ?? (await restore(build)));
  await removeUnlessFolder(output);
  makeFolder(output);
  await forgetObjtreeState(output);
  if (usable === undefined) await emptyFolder(output);
  const { commit, listing } = await checkout;
  const changed = usable === undefined ? {} : await bring(build, usable);
  const origin = usable === undefined ? 'clean' : 'incremental';
  return {
    origin,
    close: (outcome) =>
      writeObjtreeState(output, { state: { format: 1, place, commit, outcome, origin, changed }, listing }),
  };
}

async function restore(build: KernelBuild): Promise<UsableTree | undefined> {
  await build.restoreTree();
  return readUsableTree(build);
}

/** What is in the build folder, where make can go on from it. */
async function readUsableTree(build: KernelBuild): Promise<UsableTree | undefined> {
  const { output, source, place } = build;
  const known = readObjtreeState(output);
  if (known === undefined || known.state.place !== place) return undefined;
  const noted = readNotedSources(output);
  if (noted !== undefined && !isOfPrograms(noted, build.programs)) return undefined;
  const { root, listing, prefix } = await build.checkout();
  const changes = changesBetween(known.listing, listing);
  if (!canBuildIncrementally(changes, { output, source, prefix })) return undefined;
  if (changes.length === 0) return { state: known.state, changes, asking: [] };
  const sources = noted ?? gatherSources({ ...build, root });
  if (await isReadUnnoted(build, changes, sources)) return undefined;
  return { state: known.state, changes, asking: sources.asking.filter((path) => !path.startsWith(MADE)) };
}

/** Whether a change matters to something that make does not know of. */
async function isReadUnnoted(
  build: KernelBuild,
  changes: readonly SourceChange[],
  sources: KernelSources,
): Promise<boolean> {
  const { root, prefix, listing } = await build.checkout();
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

async function bring(build: KernelBuild, { state, changes, asking }: UsableTree): Promise<ChangeTimes> {
  const { output, source } = build;
  const { root, prefix, listing } = await build.checkout();
  const places = { output, source, prefix };
  const touched = sourcesToTouch(changes, { prefix, listing, asking });
  await removeStaleOutputs(changes, places);
  return alignTimes({ output, root, changed: state.changed, touched });
}
