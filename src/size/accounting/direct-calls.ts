/**
 * Finds direct calls and jumps in machine code: who calls a function whose address is known. Calls through registers
 * and tables are not seen, so what is found is evidence, and what is not found is none.
 */
import { EM_386, EM_AARCH64, EM_ARM, EM_X86_64 } from '../../elf/constants.ts';

/** Code as it lies in a section. */
interface Code {
  readonly bytes: Uint8Array;
  readonly littleEndian: boolean;
  /** Whether the instructions at an offset are Thumb; ARM has both. */
  readonly isThumb: (offset: number) => boolean;
}

/** Calls `found` with the offset of each direct call or jump and that of its target, both from the section's start. */
type CallScanner = (code: Code, found: (offset: number, target: number) => void) => void;

/** The scanner for a machine; undefined where none is written yet. */
export function callScanner(machine: number): CallScanner | undefined {
  return SCANNERS.get(machine);
}

/**
 * CALL rel32, JMP rel8 and rel32, Jcc rel32 (Intel SDM, volume 2). Where instructions start is not known: a chance match
 * needs a distance that gives a function's very start. Jcc rel8 is left out, since its opcodes are common operands.
 */
const scanX86: CallScanner = ({ bytes }, found) => {
  const view = viewOf(bytes);
  for (let at = 0; at + 2 <= bytes.length; at++) {
    const opcode = bytes[at]!;
    if (opcode === 0xeb) found(at, at + 2 + view.getInt8(at + 1));
    const isNear = opcode === 0xe8 || opcode === 0xe9 || (opcode >> 4 === 8 && bytes[at - 1] === 0x0f);
    if (isNear && at + 5 <= bytes.length) found(at, at + 5 + view.getInt32(at + 1, true));
  }
};

/** BL and B (Arm A64 instruction set, C6.2). */
const scanArm64: CallScanner = ({ bytes }, found) => {
  const view = viewOf(bytes);
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const word = view.getUint32(at, true);
    if ((word & 0x7c00_0000) >>> 0 === 0x1400_0000) found(at, at + ((word << 6) >> 6) * 4);
  }
};

/** B, BL and BLX of A32 and of Thumb (Arm ARM, A8.8.18 and A8.8.25), of Thumb without B to a condition of its own. */
const scanArm: CallScanner = ({ bytes, littleEndian, isThumb }, found) => {
  const view = viewOf(bytes);
  const half = (at: number): number => (at + 2 <= bytes.length ? view.getUint16(at, littleEndian) : 0);
  for (let at = 0; at + 2 <= bytes.length; at += 2) {
    if (isThumb(at)) {
      const target = thumbTarget(at, half(at), half(at + 2));
      if (target !== undefined) found(at, target);
    } else if (at % 4 === 0 && at + 4 <= bytes.length) {
      const word = view.getUint32(at, littleEndian);
      // Bit 24 of a BLX is half a word.
      const halves = word >>> 28 === 15 ? (word >>> 24) & 1 : 0;
      if ((word & 0x0e00_0000) === 0x0a00_0000) found(at, at + 8 + ((word << 8) >> 8) * 4 + halves * 2);
    }
  }
};

/** Where a B (encodings T2 and T4), BL or BLX goes. */
function thumbTarget(at: number, first: number, second: number): number | undefined {
  if (first >> 11 === 0b11100) return at + 4 + ((first << 21) >> 20);
  if (first >> 11 !== 0b11110) return undefined;
  if ((second & 0x9000) === 0x9000) return at + 4 + longOffset(first, second);
  const isBlx = (second & 0xd001) === 0xc000;
  return isBlx ? ((at + 4) & ~3) + longOffset(first, second) : undefined;
}

/** S:I1:I2:imm10:imm11:0. */
function longOffset(first: number, second: number): number {
  const sign = (first >> 10) & 1;
  const i1 = ((second >> 13) & 1) ^ sign ^ 1;
  const i2 = ((second >> 11) & 1) ^ sign ^ 1;
  const low = (i1 << 23) | (i2 << 22) | ((first & 0x3ff) << 12) | ((second & 0x7ff) << 1);
  return sign === 1 ? low - 0x100_0000 : low;
}

const SCANNERS: ReadonlyMap<number, CallScanner> = new Map([
  [EM_386, scanX86],
  [EM_X86_64, scanX86],
  [EM_ARM, scanArm],
  [EM_AARCH64, scanArm64],
]);

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
