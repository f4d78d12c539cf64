/** The one way to open a file that a person names, a stranger's build has made, or a stranger's tree holds. */
import { type Stats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from '../elf/byte-source.ts';
import { UserError } from '../user-error.ts';
import { type Confinement, openBelow } from './open-below.ts';

/** A file read at positions; closed when disposed. */
export interface FileSource extends ByteSource, Disposable {
  readonly descriptor: number;
}

/**
 * Which symbolic links lead to a file. `followed`: all, a person names it. `refused`: it is none itself, a person names
 * what a stranger may have made. Else those that are allowed in a folder that a stranger decides on.
 */
export type Links = 'followed' | 'refused' | Confinement;

/** What a file is taken for. */
export interface Expectation {
  /** `an ELF file`. */
  readonly what: string;
  /** What to name in place of a directory. */
  readonly instead: string;
  /** The most bytes that it may have. */
  readonly largest: number;
  readonly links: Links;
  /** What messages call it; its path where nothing else is said. */
  readonly name?: string;
}

/**
 * Opens a file for reading. Throws a UserError where it is missing, unreadable, too large, no regular file, or led to by
 * a link that is not followed. Never waits: a pipe is no regular file.
 */
export function openRegularFile(path: string, expected: Expectation): FileSource {
  const { name = path } = expected;
  const descriptor = openFile(path, name, expected);
  try {
    const size = requireRegular(fstatSync(descriptor), name, expected);
    return { name: path, size, descriptor, ...reader(path, descriptor) };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

function reader(path: string, file: number): Pick<FileSource, 'read' | typeof Symbol.dispose> {
  return {
    read: (offset, length) => readExactly(path, file, { offset, length }),
    [Symbol.dispose]: () => closeSync(file),
  };
}

const OPEN_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file; build it first, or correct the path',
  ENOTDIR: 'no such file: a part of the path is a file, not a directory; correct the path',
  EACCES: 'may not be read; change its permissions or run as a user who may read it',
  ELOOP: 'is a symbolic link that leads to itself; correct the path',
  ENAMETOOLONG: 'no such file: its name is longer than file systems allow; correct the path',
  ENXIO: 'is a socket or a device without a driver, which cannot be read; name a regular file',
};

function openFile(path: string, name: string, expected: Expectation): number {
  const { links, what } = expected;
  // Without O_NONBLOCK opening a pipe waits for a writer that may never come.
  const flags = constants.O_RDONLY | constants.O_NONBLOCK;
  try {
    if (typeof links === 'object') {
      return openBelow(path, {
        name,
        confinement: links,
        judge: (stat) => requireRegular(stat, name, expected),
      });
    }
    return openSync(path, links === 'followed' ? flags : flags | constants.O_NOFOLLOW);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
    const isLink = code === 'ELOOP' && links === 'refused';
    const problem = isLink ? `is a symbolic link, expected ${what}; name the file itself` : OPEN_ERRORS[code];
    throw new UserError(`${name}: ${problem ?? `cannot be opened (${code})`}`, { cause });
  }
}

function requireRegular(stat: Stats, name: string, { what, instead, largest }: Expectation): number {
  if (stat.isDirectory())
    throw new UserError(`${name} is a directory, expected ${what}; give ${instead} in it`);
  if (!stat.isFile()) {
    throw new UserError(
      `${name} is not a regular file, expected ${what}; pipes and devices cannot be read at positions`,
    );
  }
  if (stat.size <= largest) return stat.size;
  throw new UserError(
    `${name} is ${stat.size} bytes, expected ${what} of at most ${largest}; is it another file?`,
  );
}

/** One read may return less than asked for. */
function readExactly(
  path: string,
  file: number,
  { offset, length }: { readonly offset: number; readonly length: number },
): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length;) {
    const count = readSync(file, bytes, done, length - done, offset + done);
    if (count === 0) {
      throw new UserError(
        `${path} ended at offset ${offset + done} while it was read; is it still being written?`,
      );
    }
    done += count;
  }
  return bytes;
}
