/**
 * Opens a file in a folder that a stranger decides on, without being led elsewhere. The path is resolved once, with
 * O_PATH (open(2)): that waits at no pipe and does nothing to a device, and the file that was judged is the one that is
 * read, whatever becomes of the names meanwhile.
 */
import { type Stats, closeSync, constants, fstatSync, openSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { UserError } from '../user-error.ts';
import { isBelow } from './paths.ts';

/** A folder, and whether symbolic links in it are followed to other files of it. */
export interface Confinement {
  readonly folder: string;
  /** The same without links on the way; the folder itself is none. */
  readonly root: string;
  /**
   * `none`: a build folder, where make has put the file itself. `inside`: sources, where git may have a link; git's own
   * folder is none of them.
   */
  readonly links: 'none' | 'inside';
}

/** Names a folder once for all files that are opened in it. */
export function confine(folder: string, links: Confinement['links']): Confinement {
  return {
    folder,
    root: links === 'inside' ? realPath(folder) : join(realPath(dirname(folder)), basename(folder)),
    links,
  };
}

/** Where there is nothing, opening a file says so. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** include/uapi/asm-generic/fcntl.h; Node has no name for it, and runs on no architecture that has another value. */
const O_PATH = 0o10000000;

/** A file to open: what messages call it, and what throws where it is not what is wanted. */
interface Wanted {
  readonly name: string;
  readonly confinement: Confinement;
  /** Called before it is opened for reading: to open a device may do something to it. */
  readonly judge: (stat: Stats) => unknown;
}

/**
 * Returns a descriptor for reading. Throws a UserError where a link leads elsewhere, what `judge` throws, and what the
 * system says where nothing is there.
 */
export function openBelow(path: string, { name, confinement, judge }: Wanted): number {
  const { links } = confinement;
  const place = openSync(path, links === 'none' ? O_PATH | constants.O_NOFOLLOW : O_PATH);
  try {
    const handle = `/proc/self/fd/${place}`;
    const [found, stat] = [readlinkSync(handle), fstatSync(place)];
    if (links === 'inside') requireInside(found, name, confinement);
    else requireItself({ path, found, stat }, name, confinement);
    judge(stat);
    return openSync(handle, constants.O_RDONLY | constants.O_NONBLOCK);
  } finally {
    closeSync(place);
  }
}

function requireInside(found: string, name: string, { root }: Confinement): void {
  const inside = relative(root, found).split(sep);
  // A change may add a link to what only this process may read, such as its environment or the token in .git/config.
  if (!inside.includes('..') && !inside.includes('.git')) return;
  throw new UserError(`${name} leads out of the kernel's files, to ${found}; put the file itself there`);
}

function requireItself(
  { path, found, stat }: { readonly path: string; readonly found: string; readonly stat: Stats },
  name: string,
  { folder, root }: Confinement,
): void {
  const isLink = stat.isSymbolicLink();
  const expected = join(root, relative(folder, path));
  if (!isLink && found === expected && isBelow(found, root)) return;
  throw new UserError(
    `${name} is ${isLink ? 'a symbolic link' : `behind a symbolic link, at ${found}`}, expected the file itself: ` +
      "a link may lead to what is not the build's to show",
  );
}
