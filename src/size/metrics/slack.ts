/**
 * How far sections may grow until the whole becomes larger: what grows moves all after it, until that fits into the gaps
 * that alignment has left.
 */
import { alignmentOf } from '../../elf/alignment.ts';
import type { Occupied } from './occupied.ts';

/** A section that has so many `bytes` more for each `step` of bytes that another has. */
interface Coupling {
  readonly grown: string;
  readonly dependent: string;
  readonly bytes: number;
  readonly step: number;
}

const COUPLINGS: readonly Coupling[] = [
  // ORC_UNWIND_TABLE of include/asm-generic/vmlinux.lds.h: an entry for each block of code.
  { grown: '.text', dependent: '.orc_lookup', bytes: 4, step: 256 },
];

/** What comes after a stretch. */
interface Follower {
  readonly start: bigint;
  /** How far it may move. */
  readonly room: number;
  /** The linker script may align it to so many bytes. */
  readonly alignment: number;
}

/**
 * Bytes by which each stretch may grow at no cost, in the order of the stretches, up to `end`. Never too many: where an
 * address is by chance a multiple of more than the linker script asks for, that alignment is taken for what it asks.
 */
export function slackOf(stretches: readonly Occupied[], end: bigint): number[] {
  const slack = stretches.map(() => 0);
  let next: Follower = { start: end, room: 0, alignment: alignmentOf(end, 0) };
  for (let index = stretches.length - 1; index >= 0; index--) {
    const stretch = stretches[index]!;
    const room = roomAfter(stretch, next);
    slack[index] = room;
    next = { start: stretch.start, room, alignment: alignmentBetween(stretches[index - 1], stretch) };
  }
  return slack.map((room, index) => Math.min(room, coupledRoom(index, stretches, slack)));
}

/** A gap that alignment does not explain is something without a name. */
function roomAfter({ end }: Occupied, next: Follower): number {
  const gap = Number(next.start - end);
  const moves = next.alignment * Math.floor(next.room / next.alignment);
  return gap >= 0 && gap < next.alignment ? gap + moves : moves;
}

/** Between two labels the script only counts on. */
function alignmentBetween(before: Occupied | undefined, { kind, start }: Occupied): number {
  const isCounted = kind === 'reserved' && before?.kind === 'reserved' && before.end === start;
  return isCounted ? 1 : alignmentOf(start, 0);
}

/** How far a stretch may grow until what grows with it costs something. */
function coupledRoom(index: number, stretches: readonly Occupied[], slack: readonly number[]): number {
  const { name, start, end } = stretches[index]!;
  const rooms = COUPLINGS.filter(({ grown }) => grown === name).flatMap(({ dependent, bytes, step }) => {
    const other = stretches.findIndex((one, at) => at > index && one.name === dependent);
    if (other === -1) return [];
    const size = Number(end - start);
    const blocks = Math.ceil(size / step) + Math.floor(slack[other]! / bytes);
    // Both at once would move what is between them.
    return [blocks * step - size, Number(stretches[index + 1]!.start - end)];
  });
  return Math.max(0, Math.min(Infinity, ...rooms));
}
