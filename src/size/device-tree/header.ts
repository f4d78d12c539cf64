/**
 * Finds the blocks of a device tree blob by its header, sections 5.2 and 5.3 of the Devicetree Specification v0.4:
 * https://github.com/devicetree-org/devicetree-specification/blob/v0.4/source/chapter5-flattened-format.rst
 */
import { checkRange, hex } from '../../elf/byte-range.ts';
import { type ByteSource, bytesSource } from '../../elf/byte-source.ts';
import { UserError } from '../../user-error.ts';

const MAGIC = 0xd00dfeed;

export interface Blob extends ByteSource {
  /** The 32 bits at an offset; a `UserError` where the file has ended. */
  readonly word: (offset: number) => number;
}

/** One of the four pieces of a blob, at byte offsets. */
export interface Block {
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

/** The blob up to the size that its header says, and where its blocks are; a `UserError` where one is not within it. */
export function findBlocks(name: string, bytes: Uint8Array) {
  const file = blobOf(name, bytes);
  checkVersion(file);
  const total = file.word(4);
  checkRange(file, { what: 'the blocks', offset: 0, size: total });
  const blob = blobOf(name, bytes.subarray(0, total));
  const version = blob.word(20);
  const [structureStart, stringsStart] = [blob.word(8), blob.word(12)];
  // Version 16 does not say how long the structure is.
  const structureSize = version === 16 ? Math.max(0, total - structureStart) : blob.word(36);
  return {
    blob,
    header: { what: 'the header', start: 0, end: version === 16 ? 36 : 40 },
    reservations: readReservations(blob, blob.word(16)),
    structure: block(blob, { what: 'the nodes', offset: structureStart, size: structureSize }),
    strings: block(blob, { what: 'the names', offset: stringsStart, size: blob.word(32) }),
  };
}

function blobOf(name: string, bytes: Uint8Array): Blob {
  const source = bytesSource(name, bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (offset: number) => {
    checkRange(source, { what: 'the bytes of a field', offset, size: 4 });
    return view.getUint32(offset);
  };
  return { ...source, word };
}

function checkVersion(file: Blob): void {
  const magic = file.size < 4 ? undefined : file.word(0);
  if (magic !== MAGIC) {
    const found = magic === undefined ? `has ${file.size} bytes` : `starts with ${hex(magic)}`;
    throw new UserError(
      `${file.name} is not a device tree blob: it ${found}, expected ${hex(MAGIC)}; give a .dtb file`,
    );
  }
  const [version, readableBy] = [file.word(20), file.word(24)];
  if (version >= 16 && readableBy <= 17) return;
  throw new UserError(
    `${file.name}: device tree version ${version}, to be read as ${readableBy} or later, expected 16 or 17; ` +
      'build it with a current dtc',
  );
}

function block(blob: Blob, range: Parameters<typeof checkRange>[1]): Block {
  checkRange(blob, range);
  return { what: range.what, start: range.offset, end: range.offset + range.size };
}

/** Pairs of 64-bit address and size, up to a pair of zeros. */
function readReservations(blob: Blob, start: number): Block {
  for (let at = start; ; at += 16) {
    const isLast = [0, 4, 8, 12].every((place) => blob.word(at + place) === 0);
    if (isLast) return { what: 'the memory reservations', start, end: at + 16 };
  }
}
