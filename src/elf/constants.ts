/** Numbers of the ELF specification, by the names that it gives them. */

/* Machines: e_machine (include/uapi/linux/elf-em.h). */
export const EM_386 = 3;
export const EM_MIPS = 8;
export const EM_PPC64 = 21;
export const EM_ARM = 40;
export const EM_IA_64 = 50;
export const EM_X86_64 = 62;
export const EM_AARCH64 = 183;
export const EM_RISCV = 243;
export const EM_ALPHA = 0x9026;

/* Flags of a machine: e_flags. */
/** Words of code are little-endian in a big-endian file (AAELF32, "ELF Header"): what `ld --be8` links. */
export const EF_ARM_BE8 = 0x0080_0000;

/* Kinds of files: e_type (gABI, chapter 2). */
export const ET_REL = 1;

/* Kinds of segments: p_type (gABI, chapter 7). */
export const PT_LOAD = 1;
export const PT_DYNAMIC = 2;

/* Kinds of sections: sh_type (gABI, chapter 3). */
export const SHT_NOBITS = 8;

/* Flags of sections: sh_flags (gABI, chapter 3). */
export const SHF_WRITE = 1;
export const SHF_EXECINSTR = 4;

/* Bindings of symbols (gABI, chapter 5; 10 is the GNU extension). */
export const STB_LOCAL = 0;
export const STB_GLOBAL = 1;
export const STB_WEAK = 2;
export const STB_GNU_UNIQUE = 10;

/* Kinds of symbols (gABI, chapter 5; 10 is the GNU extension). */
export const STT_NOTYPE = 0;
export const STT_OBJECT = 1;
export const STT_FUNC = 2;
export const STT_SECTION = 3;
export const STT_FILE = 4;
export const STT_COMMON = 5;
export const STT_TLS = 6;
export const STT_GNU_IFUNC = 10;
