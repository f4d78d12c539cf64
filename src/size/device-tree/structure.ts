/**
 * Reads the nodes and properties of a device tree blob, section 5.4 of the Devicetree Specification v0.4. Values stay
 * bytes: what they mean is up to each node's binding.
 * https://github.com/devicetree-org/devicetree-specification/blob/v0.4/source/chapter5-flattened-format.rst
 */
import { damaged, hex } from '../../elf/byte-range.ts';
import { decodeName } from '../../elf/symbols/names.ts';
import type { UserError } from '../../user-error.ts';
import type { Blob, Block } from './header.ts';

/** One node without its contents, one property, or one name of the strings block. */
export interface DeviceTreePart {
  /** Full path such as `/soc/serial@40004800`, `/` for the root, or `[strings]` for a name. */
  readonly node: string;
  /** Undefined for the node itself: its begin and end tokens, its name and the padding of that. */
  readonly property: string | undefined;
  /** With tokens and padding. */
  readonly bytes: number;
  /** The property's value; empty for a node or a name. */
  readonly value: Uint8Array;
}

const TOKEN = { beginNode: 1, endNode: 2, property: 3, nop: 4, end: 9 };
export const NOTHING = new Uint8Array(0);

/**
 * Of a node's path and of a name, in bytes: several times the 129 that the longest path of 453 of Linux's ARM and
 * RISC-V trees has. Without a limit a small file of deep nodes has paths that fill the memory.
 */
const LONGEST_NAME = 1024;

/** Walks the tokens without recursion: how deep nodes go is up to the file. */
export function readStructure(blob: Blob, structure: Block, strings: Block) {
  const parts: DeviceTreePart[] = [];
  const open: string[] = [];
  for (let at = structure.start; ;) {
    const parent = open.at(-1);
    const token = at + 4 <= structure.end ? blob.word(at) : undefined;
    if (token === TOKEN.beginNode && (parent !== undefined || parts.length === 0)) {
      const part = readNode(blob, parent, { ...structure, start: at });
      parts.push(part);
      open.push(part.node);
      at += part.bytes - 4; // The end token is further on.
    } else if (token === TOKEN.property && parent !== undefined) {
      const property = readProperty(blob, { ...structure, start: at }, strings);
      parts.push({ node: parent, ...property });
      at += property.bytes;
    } else if (token === TOKEN.endNode && parent !== undefined) {
      open.pop();
      at += 4;
    } else if (token === TOKEN.nop) {
      at += 4;
    } else if (token === TOKEN.end && parent === undefined && parts.length > 0) {
      return { parts, end: at + 4 };
    } else {
      throw unexpectedToken(blob, { at, token, parent });
    }
  }
}

interface Place {
  readonly at: number;
  readonly token: number | undefined;
  /** The node that is open there. */
  readonly parent: string | undefined;
}

function unexpectedToken(blob: Blob, { at, token, parent }: Place): UserError {
  const found = token === undefined ? 'no token' : `token ${token}`;
  const expected =
    parent === undefined
      ? `outside all nodes, expected one root (${TOKEN.beginNode}), then the end (${TOKEN.end})`
      : `in ${parent}, expected a node (${TOKEN.beginNode}), a property (${TOKEN.property}) or its end (${TOKEN.endNode})`;
  return damaged(blob, `${found} at ${hex(at)} ${expected}`);
}

function readNode(blob: Blob, parent: string | undefined, rest: Block): DeviceTreePart {
  const name = readName(blob, { ...rest, start: rest.start + 4 });
  const node = parent === undefined ? '/' : `${parent === '/' ? '' : parent}/${name.text}`;
  // Two different nodes would have one path.
  const isAmbiguous = parent !== undefined && (name.text === '' || name.text.includes('/'));
  if (isAmbiguous || node.length > LONGEST_NAME) {
    const found = node.length > LONGEST_NAME ? `a path of ${node.length}` : `the name "${name.text}"`;
    throw damaged(
      blob,
      `the node at ${hex(rest.start)} has ${found}, expected a name without "/" and a path of at most ${LONGEST_NAME}`,
    );
  }
  return { node, property: undefined, bytes: 8 + padded(name.bytes), value: NOTHING };
}

function readProperty(blob: Blob, rest: Block, strings: Block): Omit<DeviceTreePart, 'node'> {
  const [length, name] = [blob.word(rest.start + 4), blob.word(rest.start + 8)];
  const start = rest.start + 12;
  const bytes = 12 + padded(length);
  if (rest.start + bytes > rest.end) {
    throw damaged(
      blob,
      `the property at ${hex(rest.start)} has a value of ${length} bytes, which runs past the end of the structure block (${hex(rest.end)})`,
    );
  }
  const property = readName(blob, { ...strings, start: strings.start + name }).text;
  return { property, bytes, value: blob.read(start, length) };
}

/** The name at the start of a block, and its bytes with the zero byte that ends it. */
export function readName(
  blob: Blob,
  { what, start, end }: Block,
): { readonly text: string; readonly bytes: number } {
  const room = Math.max(0, Math.min(end - start, LONGEST_NAME));
  const name = blob.read(start, room);
  const length = name.indexOf(0);
  if (length >= 0) return { text: decodeName(name, 0), bytes: length + 1 };
  throw damaged(
    blob,
    `the name at ${hex(start)} does not end, expected a zero byte within ${LONGEST_NAME} bytes and before ${hex(end)}, the end of ${what}`,
  );
}

/** Tokens start at multiples of 4. */
function padded(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}
