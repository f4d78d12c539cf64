/** Reads the files of a kernel that are taken whole. A stranger's build made them: each kind has a size that it keeps to. */
import { UserError } from '../user-error.ts';
import { type Expectation, type FileSource, openRegularFile } from './regular-file.ts';

const MIB = 1024 * 1024;

/** Far more than a kernel with everything built in has; the map's is below the longest string of V8, 2^29 - 24. */
const LARGEST = { map: 500 * MIB, config: 16 * MIB, dtb: 64 * MIB } as const;

/** A file of a kernel that is read whole. */
export type WholeFile = keyof typeof LARGEST;

const WHAT: Readonly<Record<WholeFile | 'image' | 'vmlinux', string>> = {
  vmlinux: 'a vmlinux',
  image: 'a boot image',
  map: "a linker's map",
  config: 'a .config',
  dtb: 'a device tree blob',
};

/** Opens a file of a kernel, at whatever size. Throws a UserError where it is no regular file, or a symbolic link. */
export function openKernelFile(path: string, kind: keyof typeof WHAT): FileSource {
  const expected: Expectation = { what: WHAT[kind], instead: 'the file', links: 'refused' };
  return openRegularFile(path, expected);
}

/** A whole file of a kernel. Throws a UserError where it is too large, no regular file, or a symbolic link. */
export function readBoundedFile(path: string, kind: WholeFile): Uint8Array {
  using source = openKernelFile(path, kind);
  const largest = LARGEST[kind];
  if (source.size <= largest) return source.read(0, source.size);
  throw new UserError(
    `${path} is ${source.size} bytes, expected ${WHAT[kind]} of at most ${largest}; is it another file?`,
  );
}

/** The same as text. */
export function readBoundedText(path: string, kind: WholeFile): string {
  return Buffer.from(readBoundedFile(path, kind).buffer).toString('utf8');
}
