import { SHF_EXECINSTR, SHF_WRITE, SHT_NOBITS } from '../../elf/constants.ts';
import { type Section, isAllocated } from '../../elf/elf.ts';
import type { KernelImage } from './kernel-image.ts';

/** Each allocated section is of exactly one kind, so that the five metrics sum to all of them. */
export type SectionKind = 'text' | 'rodata' | 'data' | 'bss' | 'init';

/** One allocated section of the linked kernel; size in bytes. */
export interface SectionSize {
  readonly name: string;
  readonly size: number;
  readonly kind: SectionKind;
}

/**
 * Read-only by the kernel's intent though the linker may flag them writable: RO_DATA of
 * include/asm-generic/vmlinux.lds.h merges `__ro_after_init` into `.rodata`.
 */
const READ_ONLY_NAME = /^(\.rodata|\.notes|__ksymtab|__param|__modver|__ex_table|\.ARM\.unwind)/;
const INIT_NAME = /^\.(init|exit)(\.|$)/;

/** The sections that occupy memory, in file order. */
export function allocatedSections(kernel: KernelImage): SectionSize[] {
  return kernel.elf.sections
    .filter(isAllocated)
    .map((section) => ({ name: section.name, size: section.size, kind: kindOf(kernel, section) }));
}

function kindOf(kernel: KernelImage, section: Section): SectionKind {
  if (INIT_NAME.test(section.name) || isBetweenInitMarks(kernel, section)) return 'init';
  if (section.type === SHT_NOBITS) return 'bss';
  if ((section.flags & SHF_EXECINSTR) !== 0) return 'text';
  return READ_ONLY_NAME.test(section.name) || (section.flags & SHF_WRITE) === 0 ? 'rodata' : 'data';
}

function isBetweenInitMarks(kernel: KernelImage, section: Section): boolean {
  const begin = kernel.boundaries.get('__init_begin');
  const end = kernel.boundaries.get('__init_end');
  if (begin === undefined || end === undefined) return false;
  return section.address >= begin && section.address < end;
}
