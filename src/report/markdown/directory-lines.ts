import type { AccountedDelta } from '../../size/delta/accounted-delta.ts';
import { type DirectoryPart, directoryParts } from '../../size/delta/by-directory.ts';
import { notShown } from '../words/not-shown.ts';
import { nameLine, signed } from '../words/owner-words.ts';

/** Directories, each with all below it. A report of an earlier version has objects only. */
export function directoriesOf({ directories, objects }: AccountedDelta): readonly DirectoryPart[] {
  return directories ?? directoryParts(objects);
}

/** `kernel/futex  +8968`: what the objects of each directory itself changed by, largest first, and how many are left out. */
export function directoryLines(accounted: AccountedDelta, most: number): string[] {
  if (!accounted.hasMaps) return [];
  const changes = ownChanges(directoriesOf(accounted)).toSorted((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
  const shown = changes
    .slice(0, most)
    .map(([name, bytes]) => [nameLine(withoutSlash(name)), signed(bytes)] as const);
  const width = shown.reduce((widest, [name]) => Math.max(widest, name.length), 0);
  const left = changes.slice(most);
  const more = left.reduce((sum, [, bytes]) => sum + bytes, 0);
  return [
    ...shown.map(([name, bytes]) => `${name.padEnd(width)}  ${bytes}`),
    ...notShown(left.length, { sum: signed(more) }),
  ];
}

/** What the objects of each directory itself changed by, by its name without the last slash; none without link maps. */
export function directoryChanges(accounted: AccountedDelta | undefined): Map<string, number> {
  if (accounted?.hasMaps !== true) return new Map();
  return new Map(ownChanges(directoriesOf(accounted)).map(([name, change]) => [withoutSlash(name), change]));
}

/** Without what is below each. */
function ownChanges(directories: readonly DirectoryPart[]): [string, number][] {
  const changes = new Map(directories.map(({ name, base, head }) => [name, head - base]));
  for (const { name, base, head } of directories) {
    const parent = name.slice(0, name.lastIndexOf('/', name.length - 2) + 1);
    // A stranger's report may have a name that is its own parent.
    const change = parent === name ? undefined : changes.get(parent);
    if (change !== undefined) changes.set(parent, change - (head - base));
  }
  return [...changes].filter(([, change]) => change !== 0);
}

/** `./` is the root of the tree. */
function withoutSlash(name: string): string {
  return name !== './' && name.endsWith('/') ? name.slice(0, -1) : name;
}
