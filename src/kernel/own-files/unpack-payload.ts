/**
 * Unpacks what a boot image holds, as scripts/extract-vmlinux does: gzip in this process, all else with the tool that a
 * kernel build calls for it. What follows the packed bytes, such as their size, is ignored.
 */
import { spawnSync } from 'node:child_process';
import { inflateRawSync } from 'node:zlib';

/** A format that a kernel's build packs images in (scripts/Makefile.lib). */
interface PackedFormat {
  readonly name: string;
  /** What packed bytes begin with; undefined stands for any byte. */
  readonly magic: readonly (number | undefined)[];
  /** A command that unpacks stdin to stdout. */
  readonly command: readonly [string, ...string[]];
  /** Throws where the bytes are none of this format, or are more than `limit` when unpacked. */
  readonly inProcess?: (bytes: Uint8Array, limit: number) => Uint8Array;
}

/** A stranger's header may ask for any memory; the dictionary of a kernel takes 128 MiB (scripts/xz_wrap.sh). */
const XZ = ['xz', '-dc', '--memlimit-decompress=256MiB'] as const;

const ANY = undefined;

const PACKED_FORMATS: readonly PackedFormat[] = [
  {
    name: 'gzip',
    magic: [0x1f, 0x8b, 0x08],
    command: ['gzip', '-dc'],
    // gunzipSync fails where other bytes follow.
    inProcess: (bytes, limit) =>
      inflateRawSync(bytes.subarray(gzipHeader(bytes)), { maxOutputLength: limit }),
  },
  { name: 'xz', magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], command: [...XZ, '--single-stream'] },
  {
    name: 'lzma',
    // The dictionary's size, then that of what it holds, which is not known where that comes through a pipe.
    magic: [0x5d, 0, 0, ANY, ANY, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    command: [...XZ, '--format=lzma'],
  },
  {
    name: 'bzip2',
    magic: [0x42, 0x5a, 0x68, ANY, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59],
    command: ['bzip2', '-dc'],
  },
  { name: 'lz4', magic: [0x02, 0x21, 0x4c, 0x18], command: ['lz4', '-dc'] },
  { name: 'lzo', magic: [0x89, 0x4c, 0x5a, 0x4f, 0, 0x0d, 0x0a, 0x1a, 0x0a], command: ['lzop', '-dc'] },
  { name: 'zstd', magic: [0x28, 0xb5, 0x2f, 0xfd], command: ['zstd', '-dc'] },
];

/** A place where packed bytes may begin. */
interface PackedPlace {
  readonly start: number;
  readonly format: PackedFormat;
}

/** A kernel's code can have a format's magic too, as a constant, but not often. */
const MOST_PLACES = 8;

/** The first places of each format. */
export function findPacked(bytes: Uint8Array): PackedPlace[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return PACKED_FORMATS.flatMap((format) => {
    const places: PackedPlace[] = [];
    const known = format.magic.findIndex((byte) => byte === ANY);
    const begin = Buffer.from(format.magic.slice(0, known < 0 ? undefined : known) as number[]);
    for (
      let at = buffer.indexOf(begin);
      at >= 0 && places.length < MOST_PLACES;
      at = buffer.indexOf(begin, at + 1)
    ) {
      const isMagic = format.magic.every((byte, i) => byte === ANY || buffer[at + i] === byte);
      if (isMagic) places.push({ start: at, format });
    }
    return places;
  });
}

/** How unpacking ended. */
export type Unpacked =
  | { readonly kind: 'unpacked'; readonly bytes: Uint8Array }
  | { readonly kind: 'garbage' }
  | { readonly kind: 'no tool'; readonly tool: string };

const GARBAGE: Unpacked = { kind: 'garbage' };

/** Unpacks bytes that begin with a format's magic, up to `limit` bytes. */
export function unpack(packed: Uint8Array, format: PackedFormat, limit: number): Unpacked {
  const bytes = unpackInProcess(packed, format, limit);
  if (bytes !== undefined) return bytes.length === 0 ? GARBAGE : { kind: 'unpacked', bytes };
  const [tool, ...args] = format.command;
  // It fails where more bytes follow, and has written all the same.
  const { stdout, error } = spawnSync(tool, args, {
    input: packed,
    maxBuffer: limit,
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  if (error && 'code' in error && error.code === 'ENOENT') return { kind: 'no tool', tool };
  return stdout === null || stdout.length === 0 ? GARBAGE : { kind: 'unpacked', bytes: stdout };
}

/** Undefined where the format needs a tool; nothing where the bytes are damaged. */
function unpackInProcess(
  packed: Uint8Array,
  { inProcess }: PackedFormat,
  limit: number,
): Uint8Array | undefined {
  try {
    return inProcess?.(packed, limit);
  } catch {
    return new Uint8Array();
  }
}

const FLAG = { checksum: 2, extra: 4, name: 8, comment: 16 };

/** Length of the header of a gzip member (RFC 1952, 2.3). */
function gzipHeader(bytes: Uint8Array): number {
  const flags = bytes[3]!;
  let at = 10;
  if (flags & FLAG.extra) at += 2 + bytes[at]! + 256 * bytes[at + 1]!;
  for (const flag of [FLAG.name, FLAG.comment]) if (flags & flag) at = bytes.indexOf(0, at) + 1;
  return flags & FLAG.checksum ? at + 2 : at;
}
