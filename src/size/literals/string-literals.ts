/** String literals of sections that hold nothing else: SHF_MERGE and SHF_STRINGS (gABI, chapter 4). */
import { SECTION_FLAG, type Section } from '../../elf/elf.ts';

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch of bytes: one literal with its terminating zero at `textEnd`, zeros that align the next one, or something else. */
export type LiteralPart = Stretch &
  ({ readonly kind: 'literal'; readonly textEnd: number } | { readonly kind: 'padding' | 'other' });

/** How literals are stored, in bytes: what a character takes, and what each is aligned to. */
export interface LiteralPool {
  readonly unit: 1 | 2 | 4;
  readonly align: number;
}

/**
 * The pool of an input section by its name: compilers say unit and alignment in it (`.rodata.str1.8`), the kernel's
 * assembler files do not (`.rodata.str`, drivers/base/firmware_loader/builtin/Makefile); undefined for others.
 */
export function poolOfInput(name: string): LiteralPool | undefined {
  if (!name.includes('.str')) return undefined;
  const [, unit, align] = /\.str([124])\.(\d+)$/.exec(name) ?? [];
  if (unit === undefined) return name.endsWith('.rodata.str') ? { unit: 1, align: 1 } : undefined;
  return { unit: Number(unit) as LiteralPool['unit'], align: Math.max(1, Number(align)) };
}

/** The pool that a whole section is, by its header: in an object, or where the linker script gathers literals alone. */
export function poolOfSection({ flags, entrySize, align }: Section): LiteralPool | undefined {
  const isPool = (flags & SECTION_FLAG.merge) !== 0 && (flags & SECTION_FLAG.strings) !== 0;
  const unit = ([1, 2, 4] as const).find((size) => size === entrySize);
  return isPool && unit !== undefined ? { unit, align: Math.max(1, align) } : undefined;
}

/**
 * All literals of a pool. Each begins at a multiple of the alignment, counted from the bytes' start; the zeros up to there
 * are a part of their own, since those behind the last one belong to no literal either.
 */
export function pooledLiterals(
  bytes: Uint8Array,
  { start, end }: Stretch,
  { unit, align }: LiteralPool,
): LiteralPart[] {
  const parts: LiteralPart[] = [];
  for (let at = start; at < end;) {
    const zero = unit === 1 ? bytes.indexOf(0, at) : zeroOf(bytes, { start: at, end }, unit);
    const next = zero + unit;
    if (zero === -1 || next > end) {
      parts.push({ kind: 'other', start: at, end });
      break;
    }
    parts.push({ kind: 'literal', start: at, end: next, textEnd: zero });
    for (at = next; at < end && at % align !== 0 && bytes[at] === 0;) at++;
    if (at > next) parts.push({ kind: 'padding', start: next, end: at });
  }
  return parts;
}

/** Where the first character is that is zero; -1 for none. */
function zeroOf(bytes: Uint8Array, { start, end }: Stretch, unit: number): number {
  for (let at = start; at + unit <= end; at += unit) {
    let i = 0;
    while (i < unit && bytes[at + i] === 0) i++;
    if (i === unit) return at;
  }
  return -1;
}

/** Characters of a literal that are read: a damaged kernel may have one of megabytes. */
const LONGEST_WIDE = 1000;

/** Neither white space nor a mark of how text runs: control characters, halves of surrogate pairs, what has no meaning yet. */
const NO_TEXT = /(?![\s\p{Cf}])\p{C}/u;

/** The text of a literal of wide characters, UTF-16 or UTF-32; undefined where it is none, as of tables that end with a zero. */
export function wideText(bytes: Uint8Array, unit: 2 | 4, littleEndian: boolean): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = Math.min(LONGEST_WIDE, bytes.length / unit);
  const codes = Array.from({ length }, (_, i) =>
    unit === 2 ? view.getUint16(2 * i, littleEndian) : view.getUint32(4 * i, littleEndian),
  );
  if (codes.some((code) => code > 0x10_ffff)) return undefined;
  const text = unit === 2 ? String.fromCharCode(...codes) : String.fromCodePoint(...codes);
  return NO_TEXT.test(text) ? undefined : text;
}
