import type { Elf } from './elf.ts';

/** Names of machines that Linux runs on, by e_machine (include/uapi/linux/elf-em.h). */
const NAMES: ReadonlyMap<number, string> = new Map([
  [2, 'SPARC'],
  [3, 'i386'],
  [4, 'm68k'],
  [8, 'MIPS'],
  [15, 'PA-RISC'],
  [20, 'PowerPC'],
  [21, 'PowerPC64'],
  [22, 'S/390'],
  [40, 'ARM'],
  [42, 'SuperH'],
  [43, 'SPARC V9'],
  [50, 'IA-64'],
  [62, 'x86-64'],
  [92, 'OpenRISC'],
  [94, 'Xtensa'],
  [113, 'Nios II'],
  [164, 'Hexagon'],
  [183, 'AArch64'],
  [189, 'MicroBlaze'],
  [195, 'ARC'],
  [243, 'RISC-V'],
  [252, 'C-SKY'],
  [258, 'LoongArch'],
  [0x9026, 'Alpha'],
]);

/** What two files must have in common for their sizes to compare: `ARM, 32-bit, little-endian`. */
export function machineWords({ machine, class: bits, littleEndian }: Elf): string {
  const name = NAMES.get(machine) ?? `ELF machine ${machine}`;
  return `${name}, ${bits}-bit, ${littleEndian ? 'little' : 'big'}-endian`;
}
