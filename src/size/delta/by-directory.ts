/** The same bytes by directory and by subsystem; each view sums to what the objects sum to. */
import { directoriesAbove } from '../directories.ts';
import type { PartDelta } from './part-delta.ts';

/** A directory with all that is below it. */
export interface DirectoryPart extends PartDelta {
  /** `drivers/tty/`; what belongs to no directory is in brackets. */
  readonly name: string;
  /** 0 at the top; the parts of depth 0 sum to the whole. */
  readonly depth: number;
}

/** Bytes that belong to no object: what the linker put between them, or all that no link map knows of. */
export const NO_OBJECT = '[between objects]';

/** Directories as a tree: each is followed by those in it, by name. */
export function directoryParts(objects: readonly PartDelta[]): DirectoryPart[] {
  const sums = new Map<string, { name: string; base: number; head: number; depth: number }>();
  for (const object of objects) {
    for (const [depth, name] of placesOf(object.name).entries()) {
      const sum = sums.get(name) ?? { name, base: 0, head: 0, depth };
      sum.base += object.base;
      sum.head += object.head;
      sums.set(name, sum);
    }
  }
  return [...sums.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** What an object counts for; one without a folder for the root of the tree, or for itself in brackets. */
function placesOf(object: string): string[] {
  if (object === '') return [NO_OBJECT];
  const directories = directoriesAbove(object);
  if (directories.length > 0) return directories;
  return [object.startsWith('[') ? object : './'];
}

/** Bytes by subsystem of MAINTAINERS, by descending change; `subsystemOf` is '' where no pattern of it matches. */
export function subsystemParts(
  objects: readonly PartDelta[],
  subsystemOf: (object: string) => string,
): PartDelta[] {
  const sums = new Map<string, { base: number; head: number }>();
  for (const object of objects) {
    const name = object.name === '' ? NO_OBJECT : subsystemOf(object.name) || '[no subsystem]';
    const { base, head } = sums.get(name) ?? { base: 0, head: 0 };
    sums.set(name, { base: base + object.base, head: head + object.head });
  }
  return [...sums]
    .map(([name, { base, head }]) => ({ name, base, head }))
    .toSorted((a, b) => Math.abs(b.head - b.base) - Math.abs(a.head - a.base));
}
