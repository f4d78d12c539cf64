/** What archives are compressed with: zstd where the machine has it, else what makes and reads gzip. */
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** The programs of one kind of compression, as tar takes them. */
export interface Compression {
  readonly name: 'zstd' | 'gzip';
  readonly magic: readonly number[];
  /** Commands that compress, best first. */
  readonly pack: readonly string[];
  /** Commands that unpack when tar adds `-d`, best first. */
  readonly unpack: readonly string[];
}

/** Fast levels: an archive is read a few times at most, and compilers wait for the cores. */
const COMPRESSIONS: readonly Compression[] = [
  // https://datatracker.ietf.org/doc/html/rfc8878#section-3.1.1
  { name: 'zstd', magic: [0x28, 0xb5, 0x2f, 0xfd], pack: ['zstd -1 -T0 --check'], unpack: ['zstd'] },
  // https://datatracker.ietf.org/doc/html/rfc1952#section-2.3.1
  { name: 'gzip', magic: [0x1f, 0x8b], pack: ['pigz -1', 'gzip -1'], unpack: ['gzip', 'pigz'] },
];

/** Bytes that tell how an archive is packed. */
export const MAGIC_LENGTH = 4;

/** The compression that a file begins like; undefined for another kind of file. */
export function compressionOf(start: Uint8Array): Compression | undefined {
  return COMPRESSIONS.find(({ magic }) => magic.every((byte, index) => start[index] === byte));
}

/** The command to pack with. Throws where the machine has none. */
export function findPacker(path: string): string {
  const found = firstOnPath(
    COMPRESSIONS.flatMap(({ pack }) => pack),
    path,
  );
  if (found === undefined) throw new Error('neither zstd nor gzip is installed');
  return found;
}

/** The command to unpack with. Throws where the machine has none for this kind. */
export function findUnpacker({ name, unpack }: Compression, path: string): string {
  const found = firstOnPath(unpack, path);
  if (found === undefined) throw new Error(`the archive is packed with ${name}, which is not installed`);
  return found;
}

function firstOnPath(commands: readonly string[], path: string): string | undefined {
  return commands.find((command) => isOnPath(command.split(' ', 1)[0]!, path));
}

function isOnPath(program: string, path: string): boolean {
  return path.split(delimiter).some((folder) => isAbsolute(folder) && isExecutable(join(folder, program)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
