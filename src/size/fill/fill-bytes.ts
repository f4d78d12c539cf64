/** Recognises alignment fill by its bytes. */
import { type Jump, fillUnits, isZeroCode } from './fill-units.ts';

/** Where the longest run of fill begins that ends at `end`, not before `start`; `end` where there is none. */
export type FillFinder = (bytes: Uint8Array, start: number, end: number) => number;

/** The finder for sections of code of a machine, or for sections of data. */
export function fillFinder(machine: number, kind: 'code' | 'data'): FillFinder {
  if (kind === 'data') return zerosBefore;
  const { units, jumps, orders } = fillUnits(machine);
  const hasZeros = isZeroCode(machine);
  const byFirst = Array.from({ length: 256 }, (): Uint8Array[] => []);
  for (const unit of units.map(bytesOf)) {
    byFirst[unit[0]!]!.push(unit);
    if (orders === 'both') byFirst[unit.at(-1)!]!.push(unit.toReversed());
  }
  return remembering((bytes, start, end) => {
    const begin = unitsBefore(bytes, { start, end, byFirst });
    // No code is zeros alone.
    if (hasZeros && begin > start && isZero(bytes, start, end)) return start;
    return jumps === undefined || end - begin < SHORTEST_JUMPED
      ? begin
      : beforeJump(bytes, { start, begin, end, jumps });
  });
}

/** Fill of one length is mostly the same bytes: in a kernel that has 1,000,000 symbols, hundreds of thousands of times. */
function remembering(find: FillFinder): FillFinder {
  const last: Uint8Array[] = [];
  return (bytes, start, end) => {
    const length = end - start;
    const known = last[length];
    if (known !== undefined && bytes[start] === known[0] && isAt(bytes, start, known)) return start;
    const begin = find(bytes, start, end);
    if (begin === start && length < MOST_REMEMBERED) last[length] = bytes.slice(start, end);
    return begin;
  };
}

const MOST_REMEMBERED = 64;

function zerosBefore(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && bytes[at - 1] === 0) at--;
  return at;
}

export function isZero(bytes: Uint8Array, start: number, end: number): boolean {
  return zerosBefore(bytes, start, end) === start;
}

const LONGEST_UNIT = 16;
/** Assemblers jump over no fill that is shorter, in bytes. */
const SHORTEST_JUMPED = 12;

interface UnitSearch {
  readonly start: number;
  readonly end: number;
  readonly byFirst: readonly (readonly Uint8Array[])[];
}

/** The least offset from which units lead to `end` without a rest. */
function unitsBefore(bytes: Uint8Array, { start, end, byFirst }: UnitSearch): number {
  let least = end;
  /** Bit `n` says whether units lead from `n` bytes after `at` to the end. */
  let reach = 1;
  for (let at = end - 1; at >= start && reach !== 0; at--) {
    reach = (reach << 1) & (2 ** (LONGEST_UNIT + 1) - 1);
    for (const unit of byFirst[bytes[at]!]!) {
      if (((reach >> unit.length) & 1) === 0 || !isAt(bytes, at, unit)) continue;
      reach |= 1;
      least = at;
      break;
    }
  }
  return least;
}

interface JumpSearch {
  readonly start: number;
  readonly begin: number;
  readonly end: number;
  readonly jumps: readonly Jump[];
}

/** Where fill begins with a jump over it; `begin` where none stands there. Its distance can look like a part of the fill. */
function beforeJump(bytes: Uint8Array, { start, begin, end, jumps }: JumpSearch): number {
  for (const target of [begin, begin + 1]) {
    for (const { size, code } of jumps) {
      if (target - size >= start && numberAt(bytes, target - size, size) === code(end - target))
        return target - size;
    }
  }
  return begin;
}

function numberAt(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let i = 0; i < size; i++) value = value * 0x100 + bytes[at + i]!;
  return value;
}

/** Whether a unit stands at a place; its first byte does. */
function isAt(bytes: Uint8Array, at: number, unit: Uint8Array): boolean {
  for (let i = 1; i < unit.length; i++) {
    if (bytes[at + i] !== unit[i]) return false;
  }
  return true;
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g)!, (byte) => Number.parseInt(byte, 16));
}
