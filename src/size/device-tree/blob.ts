/**
 * Says what each byte of a device tree blob is spent on. Devicetree Specification v0.4, chapter 5:
 * https://github.com/devicetree-org/devicetree-specification/blob/v0.4/source/chapter5-flattened-format.rst
 */
import { damaged, hex } from '../../elf/byte-range.ts';
import { type Blob, type Block, findBlocks } from './header.ts';
import { type DeviceTreePart, NOTHING, readName, readStructure } from './structure.ts';

/** A whole file: the bytes of `parts` and `overhead` sum to `size`. */
export interface DeviceTreeBlob {
  readonly size: number;
  /** Nodes in the order of the file, each before what is in it, then the names. */
  readonly parts: readonly DeviceTreePart[];
  /**
   * The rest by name: `[header]` with the token that ends the tree, `[memory reservations]`, and `[padding]`, which is
   * all that nothing uses: gaps, NOP tokens, space that was left for a boot loader.
   */
  readonly overhead: ReadonlyMap<string, number>;
}

/** Where the names of properties are, as if it were a node: no path is written so. */
export const STRINGS = '[strings]';

/** Reads a blob; `name` is what messages call it. A `UserError` for anything that is no whole and sound blob. */
export function readDeviceTreeBlob(name: string, bytes: Uint8Array): DeviceTreeBlob {
  const { blob, header, reservations, strings, structure } = findBlocks(name, bytes);
  const tree = readStructure(blob, structure, strings);
  checkApart(blob, [header, reservations, strings, { ...structure, end: tree.end }]);
  const names = readStrings(blob, strings);
  const parts = [...tree.parts, ...names];
  const used = new Map([
    ['[header]', header.end + 4],
    ['[memory reservations]', reservations.end - reservations.start],
  ]);
  const known = [...used.values(), ...parts.map((part) => part.bytes)].reduce((sum, size) => sum + size, 0);
  return { size: bytes.length, parts, overhead: used.set('[padding]', bytes.length - known) };
}

/** Blocks may come in any order, but a byte cannot be counted twice. */
function checkApart(blob: Blob, blocks: readonly Block[]): void {
  const inOrder = blocks.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start);
  for (const [i, { what, start }] of inOrder.entries()) {
    const before = inOrder[i - 1];
    if (before === undefined || before.end <= start) continue;
    throw damaged(
      blob,
      `${what} start at ${hex(start)} within ${before.what}, expected at ${hex(before.end)} or behind`,
    );
  }
}

/**
 * Cuts the strings block at its zero bytes. A name that is the tail of another, as dtc shares `reg` in `clock-reg`,
 * takes no bytes of its own; an empty one is padding.
 */
function readStrings(blob: Blob, strings: Block): DeviceTreePart[] {
  const parts: DeviceTreePart[] = [];
  for (let start = strings.start; start < strings.end;) {
    const name = readName(blob, { ...strings, start });
    if (name.bytes > 1) {
      parts.push({ node: STRINGS, property: name.text, bytes: name.bytes, value: NOTHING });
    }
    start += name.bytes;
  }
  return parts;
}
