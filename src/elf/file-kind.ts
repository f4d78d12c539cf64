/** What a file is taken for when it does not start as ELF does, from its first bytes. */

interface Signature {
  readonly offset: number;
  readonly bytes: readonly number[];
  readonly kind: string;
}

const COMPRESSED = 'unpack it, or give the vmlinux it was made from';
const BOOT_IMAGE = 'give the vmlinux of the same build instead';

/** Boot images first: several begin with the signature of something more general. */
const SIGNATURES: readonly Signature[] = [
  sign(0x202, 'HdrS', `a compressed x86 kernel (bzImage); ${BOOT_IMAGE}`),
  sign(0x38, 'ARM\x64', `an arm64 boot image; ${BOOT_IMAGE}`),
  sign(0x38, 'RSC\x05', `a RISC-V boot image; ${BOOT_IMAGE}`),
  sign(0x24, '\x18\x28\x6f\x01', `a compressed ARM kernel (zImage); ${BOOT_IMAGE}`),
  sign(0x24, '\x01\x6f\x28\x18', `a compressed ARM kernel (zImage); ${BOOT_IMAGE}`),
  sign(0, '\x27\x05\x19\x56', `a U-Boot image; ${BOOT_IMAGE}`),
  sign(0, '\xd0\x0d\xfe\xed', `a device tree blob or FIT image; ${BOOT_IMAGE}`),
  sign(0, '\x1f\x8b', `gzip compressed data; ${COMPRESSED}`),
  sign(0, '\xfd7zXZ\0', `xz compressed data; ${COMPRESSED}`),
  sign(0, '\x28\xb5\x2f\xfd', `zstd compressed data; ${COMPRESSED}`),
  sign(0, '\x04\x22\x4d\x18', `lz4 compressed data; ${COMPRESSED}`),
  sign(0, '\x02\x21\x4c\x18', `lz4 compressed data; ${COMPRESSED}`),
  sign(0, 'BZh', `bzip2 compressed data; ${COMPRESSED}`),
  sign(0, '\x89LZO', `lzop compressed data; ${COMPRESSED}`),
  sign(0, '\x5d\0\0', `lzma compressed data; ${COMPRESSED}`),
  sign(0, '!<arch>\n', 'an ar archive; give its objects one by one'),
  sign(0, '!<thin>\n', 'a thin ar archive; give its objects one by one'),
  sign(0, 'BC\xc0\xde', 'LLVM bitcode; link it first, or build without LTO'),
  sign(0, '\xde\xc0\x17\x0b', 'LLVM bitcode; link it first, or build without LTO'),
  sign(0, 'MZ', 'a PE or EFI image; give the vmlinux of the same build instead'),
];

/** How many of the first bytes `describeContent` looks at. */
export const SIGNATURE_BYTES = 0x210;

/** A phrase that continues "FILE is not ELF but ": what the file looks like and what to give instead. */
export function describeContent(head: Uint8Array): string {
  if (head.length === 0) return 'empty; did the build that should have written it fail?';
  const match = SIGNATURES.find(({ offset, bytes }) => bytes.every((byte, i) => head[offset + i] === byte));
  if (match) return match.kind;
  if (head.every(isText)) return 'text; give a vmlinux, .o or .ko file';
  return 'unknown data; give a vmlinux, .o or .ko file';
}

function sign(offset: number, text: string, kind: string): Signature {
  return { offset, bytes: Array.from(text, (char) => char.charCodeAt(0)), kind };
}

function isText(byte: number): boolean {
  return byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d);
}
