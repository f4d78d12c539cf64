/** What a linker script reserves outside of all sections, by the labels that it puts there. */
import { labelStem } from '../labels/label-kind.ts';
import type { OuterLabel } from '../labels/outer-labels.ts';
import type { AddressRange } from './load-range.ts';

/** A label where the stretch that is looked at has it. */
export type PlacedLabel = Pick<OuterLabel, 'name' | 'address' | 'kind'>;

/** A stretch between two labels. */
export interface Reserved extends AddressRange {
  readonly kind: 'reserved';
  /** `[init_pg_dir to init_pg_end]`. */
  readonly name: string;
}

/** All labels at one address. */
interface Position {
  readonly address: bigint;
  readonly labels: readonly PlacedLabel[];
}

/**
 * What is taken of a gap between two sections. It is what has a name (`swapper_pg_dir`), what begins and ends with one
 * (`init_pg_dir` to `init_pg_end`), and what only ends with one (`early_init_stack`). The rest is what alignment leaves.
 */
export function reservedIn(gap: AddressRange, labels: readonly PlacedLabel[]): Reserved[] {
  const positions = positionsIn(gap, labels);
  return positions.slice(0, -1).flatMap((position, index): Reserved[] => {
    const next = positions[index + 1]!;
    if (!isReserved(position, next, gap)) return [];
    const name = `[${nameOf(position, 'the last section')} to ${nameOf(next, 'the next section')}]`;
    const end = thingEnd(positions, index) ?? next.address;
    return [{ kind: 'reserved', name, start: position.address, end }];
  });
}

/** From the start of the gap up to its end, each address once. */
function positionsIn({ start, end }: AddressRange, labels: readonly PlacedLabel[]): Position[] {
  const inside = labels.filter(({ address }) => address >= start && address <= end);
  const addresses = new Set([start, ...inside.map(({ address }) => address), end]);
  return Array.from(addresses, (address) => ({
    address,
    labels: inside.filter((label) => label.address === address),
  })).toSorted((a, b) => (a.address < b.address ? -1 : 1));
}

function isReserved(from: Position, to: Position, gap: AddressRange): boolean {
  if (ofKind(from, 'thing').length > 0) return true;
  const ended = ofKind(to, 'end');
  const isOnlyEnd = to.address < gap.end && ended.length > 0 && ended.length === to.labels.length;
  const begun = new Set(ofKind(from, 'begin').map(labelStem));
  return isOnlyEnd || ended.some((name) => begun.has(labelStem(name)));
}

function ofKind({ labels }: Position, wanted: PlacedLabel['kind']): string[] {
  return labels.filter(({ kind }) => kind === wanted).map(({ name }) => name);
}

/**
 * The root page table of arm64 is as large as the one before it  (RESERVED_SWAPPER_OFFSET in its vmlinux.lds.S), and
 * alignment comes after it; undefined for anything else.
 */
function thingEnd(positions: readonly Position[], index: number): bigint | undefined {
  const { address } = positions[index]!;
  const before = positions[index - 1];
  if (!has(positions[index], 'swapper_pg_dir') || !has(before, 'reserved_pg_dir')) return undefined;
  const end = 2n * address - before!.address;
  return end <= positions.at(-1)!.address ? end : undefined;
}

function has(position: Position | undefined, name: string): boolean {
  return position?.labels.some((label) => label.name === name) ?? false;
}

/** The label that says most. */
function nameOf(position: Position, otherwise: string): string {
  const [thing] = ofKind(position, 'thing');
  return thing ?? position.labels[0]?.name ?? otherwise;
}
