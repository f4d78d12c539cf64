/** The setup header of a bzImage (Documentation/arch/x86/boot.rst, "The Real-Mode Kernel Header"). */
import type { ByteSource } from '../../elf/byte-source.ts';
import { UserError } from '../../user-error.ts';

const MAGIC_OFFSET = 0x202;
const MAGIC = 0x53726448;
const INIT_SIZE_OFFSET = 0x260;

/** `init_size` of a bzImage in bytes. Throws a UserError where the image is none. */
export function readInitSize(image: ByteSource): number {
  const size = findInitSize(image);
  if (size !== undefined) return size;
  throw new UserError(
    `${image.name} is not a bzImage: no "HdrS" at offset 0x202; check "image" of the target`,
  );
}

/** The same; undefined where the image is none. */
export function findInitSize(image: ByteSource): number | undefined {
  if (image.size < INIT_SIZE_OFFSET + 4) return undefined;
  const header = image.read(0, INIT_SIZE_OFFSET + 4);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  return view.getUint32(MAGIC_OFFSET, true) === MAGIC ? view.getUint32(INIT_SIZE_OFFSET, true) : undefined;
}
