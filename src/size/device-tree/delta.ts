/**
 * Compares two device tree blobs by node and property. A node that only one side has is one row, with all that is in
 * it; phandles count as values, so a new one shows where it renumbers others, with 0 bytes.
 */
import { compareNames } from '../columns/compare-names.ts';
import { type DeviceTreeBlob, STRINGS } from './blob.ts';

/** Bytes on both sides; undefined where that side does not have it. */
export interface DeviceTreeRow {
  /** Full path, or in brackets what is no node: `[header]`, `[memory reservations]`, `[strings]`, `[padding]`. */
  readonly node: string;
  /** In `[strings]` the name. Undefined for a node that is added or removed, and all that is in it. */
  readonly property: string | undefined;
  readonly base: number | undefined;
  readonly head: number | undefined;
  /** `changed`: another value that takes as many bytes. */
  readonly change: 'added' | 'removed' | 'resized' | 'changed';
}

/** Sizes of both files in bytes. The changes of all rows sum to that of the size. */
export interface DeviceTreeDelta {
  readonly base: number;
  readonly head: number;
  /** The largest change first, equal ones by node and property. */
  readonly rows: readonly DeviceTreeRow[];
}

/** What one side spends on a row; a damaged file may have two properties of one name. */
interface Entry {
  bytes: number;
  readonly values: Uint8Array[];
}

/** By node, then by property. */
type Entries = Map<string, Map<string | undefined, Entry>>;

export function diffDeviceTrees(base: DeviceTreeBlob, head: DeviceTreeBlob): DeviceTreeDelta {
  const before = entriesOf(base, nodesOf(head));
  const after = entriesOf(head, nodesOf(base));
  const rows = [...new Set([...before.keys(), ...after.keys()])].flatMap((node) => {
    const [old, now] = [before.get(node), after.get(node)];
    const properties = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
    return [...properties].flatMap((property) => {
      const row = rowOf(old?.get(property), now?.get(property));
      return row === undefined ? [] : [{ node, property, ...row }];
    });
  });
  return { base: base.size, head: head.size, rows: rows.toSorted(compareRows) };
}

/** The strings block is on both sides, even where it has no names. */
function nodesOf({ parts }: DeviceTreeBlob): ReadonlySet<string> {
  return new Set([STRINGS, ...parts.map(({ node }) => node)]);
}

/** What one side has, where nodes that are not in `others` count for the topmost of them. */
function entriesOf({ parts, overhead }: DeviceTreeBlob, others: ReadonlySet<string>): Entries {
  const entries: Entries = new Map();
  /** Of each node that the other side lacks. A node comes before those in it, so its parent's is known. */
  const topmost = new Map<string, string>();
  for (const { node, property, bytes, value } of parts) {
    if (others.has(node)) {
      const entry = entryOf(entries, node, property);
      entry.bytes += bytes;
      entry.values.push(value);
    } else {
      const top = topmost.get(node) ?? topmost.get(node.slice(0, node.lastIndexOf('/'))) ?? node;
      topmost.set(node, top);
      entryOf(entries, top, undefined).bytes += bytes;
    }
  }
  for (const [node, bytes] of overhead) entryOf(entries, node, undefined).bytes += bytes;
  return entries;
}

function entryOf(entries: Entries, node: string, property: string | undefined): Entry {
  const ofNode = entries.get(node) ?? new Map<string | undefined, Entry>();
  const entry = ofNode.get(property) ?? { bytes: 0, values: [] };
  entries.set(node, ofNode.set(property, entry));
  return entry;
}

function rowOf(
  old: Entry | undefined,
  now: Entry | undefined,
): Pick<DeviceTreeRow, 'base' | 'head' | 'change'> | undefined {
  const sizes = { base: old?.bytes, head: now?.bytes };
  if (old === undefined) return { ...sizes, change: 'added' };
  if (now === undefined) return { ...sizes, change: 'removed' };
  if (old.bytes !== now.bytes) return { ...sizes, change: 'resized' };
  return isSame(old.values, now.values) ? undefined : { ...sizes, change: 'changed' };
}

function isSame(old: readonly Uint8Array[], now: readonly Uint8Array[]): boolean {
  return (
    old.length === now.length &&
    old.every((value, i) => {
      const other = now[i]!;
      return value.length === other.length && value.every((byte, place) => byte === other[place]);
    })
  );
}

function compareRows(a: DeviceTreeRow, b: DeviceTreeRow): number {
  return (
    Math.abs(changeOf(b)) - Math.abs(changeOf(a)) ||
    compareNames(a.node, b.node) ||
    compareNames(a.property ?? '', b.property ?? '')
  );
}

function changeOf({ base = 0, head = 0 }: DeviceTreeRow): number {
  return head - base;
}
