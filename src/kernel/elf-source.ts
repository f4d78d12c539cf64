import { type FileSource, openRegularFile } from '../files/regular-file.ts';

/** Opens an ELF file that a person names, of any size. Throws a UserError where it is none that can be read. */
export function openElfSource(path: string): FileSource {
  return openRegularFile(path, {
    what: 'an ELF file',
    instead: 'the vmlinux, .o or .ko',
    largest: Infinity,
    links: 'followed',
  });
}
