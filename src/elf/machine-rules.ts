/**
 * What single machines do differently: the order of bytes in code, and what GNU nm does (`is_target_special_symbol` and
 * SEC_SMALL_DATA in bfd/).
 */
import {
  EF_ARM_BE8,
  EM_AARCH64,
  EM_ALPHA,
  EM_ARM,
  EM_IA_64,
  EM_MIPS,
  EM_PPC64,
  EM_RISCV,
} from './constants.ts';
import type { Elf, Section } from './elf.ts';
import { type NameColumn, nameAt } from './symbols/names.ts';

/** The byte order of instructions. */
export function isCodeLittleEndian({ machine, flags, littleEndian }: Elf): boolean {
  return littleEndian || (machine === EM_ARM && (flags & EF_ARM_BE8) !== 0);
}

/** Names of marks of code and data and of local labels, which are no symbols of the program. */
interface HiddenNames {
  /** Which names to look at: decoding all of them costs time. 0 is the empty name. */
  readonly firstBytes: readonly number[];
  readonly pattern: RegExp;
}

const [DOLLAR, DOT, UNDERSCORE] = [0x24, 0x2e, 0x5f];

/** bfd/cpu-arm.c and bfd/cpu-aarch64.c; bfd/elfxx-mips.c and bfd/elfnn-riscv.c with `_bfd_elf_is_local_label_name`. */
const HIDDEN_NAMES: ReadonlyMap<number, HiddenNames> = new Map([
  [EM_MIPS, { firstBytes: [DOT, UNDERSCORE], pattern: /^(\.L|\.\.|_\.L_)/ }],
  [EM_ARM, { firstBytes: [DOLLAR], pattern: /^\$[a-z](\.|$)/ }],
  [EM_AARCH64, { firstBytes: [DOLLAR], pattern: /^\$[dfmpx](\.|$)/ }],
  [EM_RISCV, { firstBytes: [DOLLAR, DOT, UNDERSCORE, 0], pattern: /^(\$[dx]|\.L|\.\.|_\.L_|$)/ }],
]);

/** SHF_IA_64_SHORT and SHF_ALPHA_GPREL have one value. */
const SMALL_DATA_FLAG = 0x1000_0000;
const SMALL_DATA_NAME = /^\.s(bss|data)/;

/** A test for symbols that nm hides on this machine because of their names. */
export function hiddenNameTest(machine: number, names: NameColumn): (i: number) => boolean {
  const hidden = HIDDEN_NAMES.get(machine);
  if (hidden === undefined) return () => false;
  return (i) =>
    hidden.firstBytes.includes(names.bytes[names.starts[i]!]!) && hidden.pattern.test(nameAt(names, i));
}

/** Whether a section is addressed from a global pointer, which nm shows as `g` and `s` instead of `d` and `b`. */
export function hasSmallData(machine: number, section: Section): boolean {
  if (machine === EM_PPC64) return SMALL_DATA_NAME.test(section.name);
  if (machine !== EM_IA_64 && machine !== EM_ALPHA) return false;
  return (section.flags & SMALL_DATA_FLAG) !== 0;
}
