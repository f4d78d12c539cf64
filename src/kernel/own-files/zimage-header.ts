/** What a zImage of ARM says of itself (arch/arm/boot/compressed/head.S and vmlinux.lds.S), little-endian on all of them. */

const MAGIC = { offset: 0x24, value: 0x016f_2818 };
const TABLE_MAGIC = { offset: 0x34, value: 0x4545_4545 };
const TABLE_OFFSET = 0x38;

/** The second word of the table, "KLSZ", and the place of the third, which says where the size is. */
const SIZE_TAG = 0x5a53_4c4b;
const SIZE_PLACE = 8;

/** Bytes of the Image that it holds packed; undefined where it is no zImage, or one before 4.15. */
export function unpackedSizeOf(image: Uint8Array): number | undefined {
  const view = new DataView(image.buffer, image.byteOffset, image.length);
  const word = (at: number | undefined): number | undefined =>
    at === undefined || at + 4 > image.length ? undefined : view.getUint32(at, true);
  const isZImage = [MAGIC, TABLE_MAGIC].every(({ offset, value }) => word(offset) === value);
  const table = isZImage ? word(TABLE_OFFSET) : undefined;
  if (table === undefined || word(table + 4) !== SIZE_TAG) return undefined;
  return word(word(table + SIZE_PLACE));
}
