/**
 * What assemblers and linkers write where nothing is, so that the next thing is aligned: empty instructions, traps and
 * zeros, by machine. The units are those of GNU as and ld 2.40 and of clang and ld.lld 19 (`md_do_align` in
 * gas/config/tc-*.c, `arch_info->fill` in bfd/cpu-*.c, `writeNopData` of LLVM's assembler backends, `trapInstr` in
 * lld/ELF/Arch/*.cpp), and the fill expressions of arch/*\/kernel/vmlinux.lds.S.
 */

/** A jump over `length` bytes, as the number that it is in memory, its last byte being the least significant one. */
export interface Jump {
  readonly size: number;
  readonly code: (length: number) => number;
}

/** The fill of one machine. */
export interface FillUnits {
  /** In base 16, the most significant byte first; where the machine has but one byte order, as they lie in memory. */
  readonly units: readonly string[];
  /** Jumps: one stands before long fill. */
  readonly jumps?: readonly Jump[];
  /** Instructions of ARM, MIPS and PowerPC lie in memory in either order. */
  readonly orders: 'one' | 'both';
}

const X86: FillUnits = {
  units: [
    '90',
    // int3: `:text =0xcccccccc` of arch/x86/kernel/vmlinux.lds.S, and ld.lld
    'cc',
    '6690',
    '666690',
    // nopl and nopw, Intel SDM volume 2, "NOP"
    '0f1f00',
    '0f1f4000',
    '0f1f440000',
    '660f1f440000',
    '0f1f8000000000',
    '0f1f840000000000',
    '660f1f840000000000',
    '662e0f1f840000000000',
    '66662e0f1f840000000000',
    '6666662e0f1f840000000000',
    '666666662e0f1f840000000000',
    '66666666662e0f1f840000000000',
    '6666666666662e0f1f840000000000',
    // i386_generate_nops for processors without nopl: lea and mov of a register into itself
    '89f6',
    '8d7600',
    '8d742600',
    '2e8d742600',
    '8db600000000',
    '8dbf00000000',
    '8db42600000000',
    '8dbc2700000000',
    '2e8db42600000000',
    '2e8dbc2700000000',
  ],
  jumps: [
    { size: 2, code: (length) => 0xeb00 + length },
    { size: 5, code: (length) => 0xe9_0000_0000 + swapped(length) },
  ],
  orders: 'one',
};

const ARM: FillUnits = {
  // mov r0, r0 and nop; mov r8, r8, nop and nop.w of Thumb; the trap of ld.lld
  units: ['00', 'e1a00000', 'e320f000', '46c0', 'bf00', 'f3af8000', '8000f3af', 'd4d4d4d4'],
  orders: 'both',
};
const PPC: FillUnits = {
  units: ['00', '60000000', '60420000', '7fe00008'],
  jumps: wordJumps((length) => 0x4800_0000 + length + 4),
  orders: 'both',
};
const SPARC: FillUnits = {
  units: ['00', '01000000'],
  jumps: wordJumps((length) => 0x3068_0000 + length / 4 + 1),
  orders: 'one',
};
const S390 = oneOrder('00', '07', '0700', '47000000');
const MIPS: FillUnits = { units: ['00', '0c00', '04170001'], orders: 'both' };

/** By `e_machine`. */
const UNITS: ReadonlyMap<number, FillUnits> = new Map([
  [2, SPARC],
  [3, X86],
  [8, MIPS],
  [15, oneOrder('00', '08000240')], // PA-RISC
  [18, SPARC],
  [20, PPC],
  [21, PPC],
  [22, S390],
  [40, ARM],
  [42, { units: ['00', '0009'], orders: 'both' }], // SuperH
  [43, SPARC],
  [62, X86],
  [183, oneOrder('00', '1f2003d5')], // AArch64
  [243, oneOrder('00', '0100', '13000000')], // RISC-V
  [258, oneOrder('00', '00004003', '00002a00')], // LoongArch
  [0x9026, oneOrder('00', '1f04ff47', '0000fe2f')], // Alpha
]);

/** The fill of a machine; zeros where it is not known. */
export function fillUnits(machine: number): FillUnits {
  return UNITS.get(machine) ?? oneOrder('00');
}

/** To x86 a zero is the first half of an instruction that is met in code. */
export function isZeroCode(machine: number): boolean {
  return UNITS.get(machine) === X86;
}

/**
 * RISC-V and LoongArch: GNU ld makes code shorter after it has placed what follows, and leaves zeros, which are no
 * instruction there.
 */
export const RELAXING_MACHINES: ReadonlySet<number> = new Set([243, 258]);

function oneOrder(...units: readonly string[]): FillUnits {
  return { units, orders: 'one' };
}

/** Of machines whose instructions lie in memory in either order. */
function wordJumps(code: (length: number) => number): Jump[] {
  return [
    { size: 4, code },
    { size: 4, code: (length) => swapped(code(length)) },
  ];
}

/** The four bytes of a number in the other order. */
function swapped(value: number): number {
  return [0, 8, 16, 24].reduce((sum, shift) => sum * 0x100 + ((value >>> shift) & 0xff), 0);
}
