import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from '../elf/byte-source.ts';
import { UserError } from '../user-error.ts';

/** A file read at positions; closed when disposed. */
export interface FileSource extends ByteSource, Disposable {}

/** What a file is taken for. */
export interface Expectation {
  /** `an ELF file`. */
  readonly what: string;
  /** What to name in place of a directory. */
  readonly instead: string;
  /** Whether a symbolic link to one will do: that of a stranger's build may lead to what is not the build's to show. */
  readonly links: 'followed' | 'refused';
}

/** Opens a file for reading; a `UserError` when it is missing, unreadable, a directory or no regular file. */
export function openRegularFile(path: string, expected: Expectation): FileSource {
  const file = openFile(path, expected);
  try {
    return { name: path, size: regularFileSize(path, file, expected), ...reader(path, file) };
  } catch (error) {
    closeSync(file);
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
};

function openFile(path: string, { links, what }: Expectation): number {
  // Without O_NONBLOCK opening a pipe waits for a writer that may never come.
  const flags = constants.O_RDONLY | constants.O_NONBLOCK;
  try {
    return openSync(path, links === 'followed' ? flags : flags | constants.O_NOFOLLOW);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
    const isLink = code === 'ELOOP' && links === 'refused';
    const problem = isLink ? `is a symbolic link, expected ${what}; name the file itself` : OPEN_ERRORS[code];
    throw new UserError(`${path}: ${problem ?? `cannot be opened (${code})`}`, { cause });
  }
}

function regularFileSize(path: string, file: number, { what, instead }: Expectation): number {
  const stat = fstatSync(file);
  if (stat.isDirectory()) {
    throw new UserError(`${path} is a directory, expected ${what}; give ${instead} in it`);
  }
  if (!stat.isFile()) {
    throw new UserError(
      `${path} is not a regular file, expected ${what}; pipes and devices cannot be read at positions`,
    );
  }
  return stat.size;
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
