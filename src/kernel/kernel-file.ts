/** Opens the files of a kernel and of its sources. Strangers make them: each kind has a size that it keeps to. */
import { confine } from '../files/open-below.ts';
import { type FileSource, type Links, openRegularFile } from '../files/regular-file.ts';
import { UserError } from '../user-error.ts';

const MIB = 1024 * 1024;

/**
 * What a kind of file is called, and the most bytes that one may have. That is far more than a kernel with everything
 * built in has; a text is below the longest string of V8, 2^29 - 24.
 */
const KINDS = {
  // With DWARF, which is most of it: 3 GB for an x86-64 allyesconfig.
  vmlinux: { what: 'a vmlinux', largest: 16 * 1024 * MIB },
  // What is loaded of it; the kernel's own space for that is 1 GiB at most (arch/x86/include/asm/page_64_types.h).
  image: { what: 'a boot image', largest: 1024 * MIB },
  // 60 MB for an x86-64 allyesconfig.
  map: { what: "a linker's map", largest: 500 * MIB },
  // 0.3 MB.
  config: { what: 'a .config', largest: 16 * MIB },
  // 0.3 MB, with symbols for overlays 1 MB.
  dtb: { what: 'a device tree blob', largest: 64 * MIB },
  // 1 MB for the objects of a vmlinux.o, and for the headers of an object.
  note: { what: 'a note of kbuild', largest: 64 * MIB },
  // Our own, in a folder that a build may write in: a line for each source, 8 MB for Linux.
  state: { what: 'the state of a build', largest: 256 * MIB },
  fragment: { what: 'lines CONFIG_NAME=value', largest: 16 * MIB },
  // 0.1 MB for a Makefile, 0.9 MB for MAINTAINERS, 22 MB for the largest header of a GPU.
  source: { what: 'a source of the kernel', largest: 128 * MIB },
} as const;

/** What a file of a kernel is. */
export type FileKind = keyof typeof KINDS;

/** A kind that is read whole. */
export type WholeFile = Exclude<FileKind, 'vmlinux' | 'image'>;

/** How a file is come by; its last name is no symbolic link unless something else is said. */
export interface Access {
  readonly links?: Links;
  /** What messages call it; its path where nothing else is said. */
  readonly name?: string;
}

/** A file that make has written in `output`: what a symbolic link leads to there is not the build's to show. */
export function madeIn(output: string): Access {
  return { links: confine(output, 'none') };
}

/** A file of the kernel's sources, where a symbolic link may lead to another one of them. */
export function sourceIn(tree: string): Access {
  return { links: confine(tree, 'inside') };
}

/** Opens a file of a kernel. Throws a UserError where it is no regular file, too large, or led to by a symbolic link. */
export function openKernelFile(path: string, kind: FileKind, access: Access = {}): FileSource {
  return openRegularFile(path, { ...KINDS[kind], instead: 'the file', links: 'refused', ...access });
}

/** A whole file of a kernel. Throws as `openKernelFile` does. */
export function readBoundedFile(path: string, kind: WholeFile, access?: Access): Uint8Array {
  using source = openKernelFile(path, kind, access);
  return source.read(0, source.size);
}

/** The same as text. */
export function readBoundedText(path: string, kind: WholeFile, access?: Access): string {
  return Buffer.from(readBoundedFile(path, kind, access).buffer).toString('utf8');
}

/** The same; undefined where there is no such text. */
export function readTextIfSound(path: string, kind: WholeFile, access?: Access): string | undefined {
  return readIfSound(path, kind, access)?.toString('utf8');
}

/** The bytes of a whole file; undefined where there is no such file. */
export function readIfSound(path: string, kind: WholeFile, access?: Access): Buffer | undefined {
  try {
    return Buffer.from(readBoundedFile(path, kind, access).buffer);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
