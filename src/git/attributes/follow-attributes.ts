/**
 * Check-outs after which each file has the bytes that it has in a fresh clone of the commit. git itself writes only
 * files whose blobs differ, also where .gitattributes of the two commits make different bytes of one blob.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Git } from '../git.ts';
import { textOf } from '../text-of.ts';
import { type Attributes, attributesInIndex, convertedOtherwise } from './attributes.ts';
import { type ConversionSettings } from './conversion-settings.ts';

/** A check-out of a commit: how git does it, and which files of before are written anew whatever their attributes. */
export interface CheckOut {
  readonly hash: string;
  readonly checkOut: () => Promise<unknown>;
  readonly outdated: readonly string[];
}

/** Checks a commit out in the place of the one that is there. */
export async function followAttributes(
  atRoot: Git,
  settings: ConversionSettings,
  { hash, checkOut, outdated }: CheckOut,
): Promise<void> {
  const former = (await attributesDiffer(atRoot, hash))
    ? await attributesInIndex(atRoot, settings)
    : undefined;
  await checkOut();
  const changed = former === undefined ? [] : await changedSince(former, atRoot, settings);
  await writeAnew(atRoot, new Set([...outdated, ...changed]));
}

async function attributesDiffer(atRoot: Git, hash: string): Promise<boolean> {
  const changed = await atRoot.run('diff-index', '--cached', '--name-only', '-z', '--no-renames', hash, '--');
  return changed.split('\0').some((path) => basename(path) === '.gitattributes');
}

async function changedSince(
  former: Attributes,
  atRoot: Git,
  settings: ConversionSettings,
): Promise<string[]> {
  return convertedOtherwise(former, await attributesInIndex(atRoot, settings));
}

/** Only what the commit has: on the way to another path there may be a link now. */
async function writeAnew(atRoot: Git, paths: ReadonlySet<string>): Promise<void> {
  if (paths.size === 0) return;
  const { root } = await atRoot.repository();
  const tracked = (await atRoot.run('ls-files', '-z')).split('\0');
  for (const path of tracked.filter((one) => paths.has(one))) rmSync(join(root, path), { force: true });
  await atRoot.run('reset', '--quiet', '--hard');
}

/** Where a worktree of this program's keeps the settings that its files were written with. */
const WRITTEN_WITH = 'kernel-size-budget-conversions';

/** Checks a commit out in a worktree that is kept between runs, from nothing where it is not known how it was written. */
export async function followAttributesOfRuns(
  worktree: Git,
  settings: ConversionSettings,
  checkOut: Omit<CheckOut, 'outdated'>,
): Promise<void> {
  const note = join((await worktree.repository()).gitDir, WRITTEN_WITH);
  const isKnown = textOf(note) === settings.text;
  rmSync(note, { force: true });
  // From then on all files count as left behind.
  if (!isKnown) await worktree.run('read-tree', '--empty');
  // What a former build's Makefile may have left in the source, attributes among it.
  await worktree.run('clean', '-ffdxq');
  if (isKnown) await followAttributes(worktree, settings, { ...checkOut, outdated: [] });
  else await checkOut.checkOut();
  writeFileSync(note, settings.text);
}
