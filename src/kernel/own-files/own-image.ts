/**
 * Proves that a boot image is made from a vmlinux: that it is what objcopy makes of it, or holds that, behind a header or
 * packed (scripts/extract-vmlinux).
 */
import { readRange } from '../../elf/byte-range.ts';
import { type ByteSource, bytesSource } from '../../elf/byte-source.ts';
import { EM_RISCV } from '../../elf/constants.ts';
import type { Elf } from '../../elf/elf.ts';
import { openElf } from '../../elf/open-elf.ts';
import {
  type ImageDifference,
  binaryDifference,
  binarySize,
  elfDifference,
  partOf,
  storedSections,
} from '../../size/same-build/image-match.ts';
import { UserError } from '../../user-error.ts';
import { findPacked, unpack } from './unpack-payload.ts';
import { unpackedSizeOf } from './zimage-header.ts';

/**
 * What is known of an image: `foreign` where it holds another kernel, `unrecognized` where it holds none that is known,
 * `packed` where what it holds cannot be unpacked here.
 */
export type ImageProof =
  | { readonly kind: 'own' }
  | { readonly kind: 'foreign' | 'unrecognized'; readonly difference: string }
  | { readonly kind: 'packed'; readonly tool: string };

const OWN: ImageProof = { kind: 'own' };

const MIB = 1024 * 1024;

/** Compares an image with the linked kernel. */
export function proveImage(elf: Elf, image: ByteSource): ImageProof {
  const plain = binaryDifference(elf, image);
  if (plain === undefined) return proveEnd(elf, image);
  const bytes = readRange(image, { what: 'its contents', offset: 0, size: image.size });
  // A vmlinux has its symbols on top, an image of x86 its relocations, and one of RISC-V gaps that no file has.
  const limit = Math.max(2 * elf.source.size, binarySize(elf)) + MIB;
  if (payloadDifference(elf, bytes) === undefined) return OWN;
  if (isDeflated(elf, bytes, { plain, limit }) || holdsBinary(elf, image, bytes)) return OWN;
  return provePacked(elf, bytes, { plain, limit });
}

const DTB_MAGIC = 0xd00dfeed;

/** A DTB may follow, or zeros, or what objcopy has taken out of a RISC-V vmlinux (arch/riscv/Makefile.postlink). */
function proveEnd(elf: Elf, image: ByteSource): ImageProof {
  const end = binarySize(elf);
  const rest = readRange(image, { what: 'its end', offset: end, size: image.size - end });
  const isTree = rest.length >= 8 && new DataView(rest.buffer, rest.byteOffset).getUint32(0) === DTB_MAGIC;
  if (elf.machine === EM_RISCV || isTree || rest.every((byte) => byte === 0)) return OWN;
  return { kind: 'unrecognized', difference: `it has ${rest.length} bytes more than vmlinux gives` };
}

/** How an image differs from what objcopy makes, and the most that what it holds may be. */
interface Look {
  readonly plain: ImageDifference;
  readonly limit: number;
}

/** Of a kernel that executes in place, the data may be packed (arch/arm/boot/deflate_xip_data.sh). */
function isDeflated(elf: Elf, bytes: Uint8Array, { plain: { at }, limit }: Look): boolean {
  const [packed] = findPacked(bytes.subarray(at, at + 16));
  if (packed?.start !== 0 || packed.format.name !== 'gzip') return false;
  const data = unpack(bytes.subarray(at), packed.format, limit);
  return data.kind === 'unpacked' && binaryDifference(elf, bytesSource('data', data.bytes), at) === undefined;
}

/** So many bytes find the place of a kernel in an image; few other places are like them. */
const START_BYTES = 256;
const MOST_PLACES = 16;

/** Behind a header, such as those of U-Boot (`uImage`) and of a bzImage that is not packed. */
function holdsBinary(elf: Elf, image: ByteSource, bytes: Uint8Array): boolean {
  const [first] = storedSections(elf);
  if (first === undefined) return false;
  const size = Math.min(START_BYTES, first.section.size);
  const start = elf.source.read(first.section.offset, size);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = buffer.indexOf(start, 1);
  for (let places = 0; at > 0 && places < MOST_PLACES; places++) {
    if (binaryDifference(elf, partOf(image, at)) === undefined) return true;
    at = buffer.indexOf(start, at + 1);
  }
  return false;
}

/** Of all that can be unpacked, the largest is the kernel. */
function provePacked(elf: Elf, bytes: Uint8Array, { plain, limit }: Look): ImageProof {
  let largest = 0;
  let difference = plain.what;
  let lacking: string | undefined;
  for (const { start, format } of findPacked(bytes)) {
    const found = unpack(bytes.subarray(start), format, limit);
    if (found.kind === 'no tool') lacking ??= found.tool;
    if (found.kind !== 'unpacked') continue;
    const own = payloadDifference(elf, found.bytes);
    if (own === undefined) return OWN;
    if (found.bytes.length <= largest) continue;
    largest = found.bytes.length;
    difference = own.what;
  }
  // Less than half of a kernel is something else that it carries, such as its configuration.
  const isKernel = largest > Math.min(binarySize(elf), elf.source.size) / 2;
  if (isKernel) return { kind: 'foreign', difference };
  if (lacking !== undefined) return sizeInHeader(elf, bytes) ?? { kind: 'packed', tool: lacking };
  return { kind: 'unrecognized', difference: plain.what };
}

/** Another size than that of the kernel is proof too. */
function sizeInHeader(elf: Elf, bytes: Uint8Array): ImageProof | undefined {
  const [size, own] = [unpackedSizeOf(bytes), binarySize(elf)];
  if (size === undefined || size === own) return undefined;
  return {
    kind: 'foreign',
    difference: `it holds ${size} bytes by its header, of vmlinux it would be ${own}`,
  };
}

const ELF_MAGIC = 0x7f454c46;

function payloadDifference(elf: Elf, bytes: Uint8Array): ImageDifference | undefined {
  const source = bytesSource('what it holds', bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 4 || view.getUint32(0) !== ELF_MAGIC) return binaryDifference(elf, source);
  try {
    return elfDifference(elf, openElf(source));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { at: 0, what: error.message };
  }
}
