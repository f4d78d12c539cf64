import { EM_386, EM_ARM, EM_RISCV, EM_X86_64 } from '../../elf/constants.ts';
import type { Elf } from '../../elf/elf.ts';
import { UserError } from '../../user-error.ts';
import { binarySize } from '../same-build/image-match.ts';
import { type KernelImage, distance } from './kernel-image.ts';

/** Flash and RAM in bytes, by the rules of one kind of kernel; undefined where a file that tells it is not at hand. */
export interface Layout {
  readonly kind: 'xip' | 'arm' | 'x86' | 'other';
  /** The stored image alone: what lies before it and the device tree are added by the caller. */
  readonly storedImage: number | undefined;
  readonly ram: number | undefined;
  readonly ramAfterInit: number | undefined;
  /** Address in flash that the image is linked to, for kernels that execute in place. */
  readonly flashAddress: number | undefined;
}

export function isX86({ machine }: Pick<Elf, 'machine'>): boolean {
  return machine === EM_386 || machine === EM_X86_64;
}

function isRiscvXip({ elf, boundaries }: KernelImage): boolean {
  return elf.machine === EM_RISCV && boundaries.has('_xiprom');
}

/** Reads flash and RAM off the linked kernel by the rules of its kind; never from section flags or nm's letters. */
export function layoutOf(kernel: KernelImage): Layout {
  if (isRiscvXip(kernel)) return riscvXipLayout(kernel);
  if (kernel.boundaries.has('_xiprom')) return xipLayout(kernel);
  if (kernel.elf.machine === EM_ARM) return armLayout(kernel);
  if (isX86(kernel.elf)) return x86Layout(kernel);
  return otherLayout(kernel);
}

/** arch/arm/kernel/vmlinux-xip.lds.S: text stays in flash, `_sdata` to `_end` is reserved (asm/memory.h KERNEL_START). */
function xipLayout(kernel: KernelImage): Layout {
  const ram = required(kernel, '_sdata', '_end');
  return {
    kind: 'xip',
    storedImage: xipImage(kernel),
    ram,
    ramAfterInit: ram - initSize(kernel),
    // With an MMU _xiprom is where the flash is mapped to (asm/memory.h, XIP_VIRT_ADDR), not where it is.
    flashAddress:
      kernel.config && Number(addressOption(kernel, 'XIP_PHYS_ADDR') ?? kernel.boundaries.get('_xiprom')),
  };
}

/**
 * arch/riscv/kernel/vmlinux-xip.lds.S, in 6.1 to 6.12: as on ARM, but `_xiprom` is where the flash is mapped to, and
 * `_edata_loc` counts from the start of the image, so that the sections' load addresses tell its size.
 */
function riscvXipLayout(kernel: KernelImage): Layout {
  const ram = required(kernel, '_sdata', '_end');
  return {
    kind: 'xip',
    storedImage: requireImageSize(kernel, {
      linked: binarySize(kernel.elf),
      by: 'as objcopy -O binary counts',
    }),
    ram,
    ramAfterInit: ram - freedPages(kernel),
    flashAddress: kernel.config && Number(addressOption(kernel, 'XIP_PHYS_ADDR') ?? 0n),
  };
}

const PAGE = 4096n;

/** `__init_end` is on no page border there, and whole pages are freed (mm/page_alloc.c, free_reserved_area). */
function freedPages({ boundaries }: KernelImage): number {
  const [begin, end] = [boundaries.get('__init_begin'), boundaries.get('__init_end')];
  if (begin === undefined || end === undefined) return 0;
  const pages = end / PAGE - (begin + PAGE - 1n) / PAGE;
  return pages > 0n ? Number(pages * PAGE) : 0;
}

/** With CONFIG_XIP_DEFLATED_DATA the data part is compressed after linking: only the file knows its size. */
function xipImage(kernel: KernelImage): number | undefined {
  const { config, imageSize } = kernel;
  const linked = required(kernel, '_xiprom', '_edata_loc');
  if (config?.get('XIP_DEFLATED_DATA') === 'y') return imageSize;
  if (imageSize === undefined) return config && linked;
  const unless = config ? '' : ' (or CONFIG_XIP_DEFLATED_DATA is on: give the .config too)';
  return requireImageSize(kernel, { linked, by: '_xiprom to _edata_loc', unless });
}

/** The size of the image, by vmlinux; that of its file is another where it is of another build. */
function requireImageSize(
  { imageSize }: KernelImage,
  { linked, by, unless = '' }: { readonly linked: number; readonly by: string; readonly unless?: string },
): number {
  if (imageSize === undefined || imageSize === linked) return linked;
  throw new UserError(
    `xipImage is ${imageSize} bytes but vmlinux spans ${linked} (${by}): they come from different ` +
      `builds${unless}; remove the build folder and build again`,
  );
}

/**
 * arch/arm/kernel/vmlinux.lds.S. Without an MMU `_stext` to `_end` is reserved (mm/init.c, asm/memory.h KERNEL_START);
 * with one, the page tables below the kernel and all from PAGE_OFFSET on are too (mm/mmu.c arm_mm_memblock_reserve).
 */
function armLayout(kernel: KernelImage): Layout {
  const linked = required(kernel, '_stext', '_end');
  if (kernel.config === undefined) return stored(kernel, { kind: 'arm', ram: undefined });
  const pageOffset = pageOffsetOf(kernel);
  const end = kernel.boundaries.get('_end');
  const ram = pageOffset !== undefined && end !== undefined ? Number(end - pageOffset) : linked;
  return stored(kernel, { kind: 'arm', ram });
}

/**
 * Booting needs `init_size` (Documentation/arch/x86/boot.rst, offset 0x260): the kernel, or the room to inflate it.
 * Once it runs, `_text` to `_end` without the init pages stays.
 */
function x86Layout(kernel: KernelImage): Layout {
  const linked = required(kernel, '_text', '_end');
  return {
    ...stored(kernel, { kind: 'x86', ram: linked }),
    ram: kernel.imageSize === undefined ? undefined : (kernel.initSize ?? linked),
  };
}

/** What an x86 kernel itself takes, without the room to inflate it: that room depends on how well it compresses. */
export function linkedMemory(kernel: KernelImage): number | undefined {
  return isX86(kernel.elf) ? distance(kernel, '_text', '_end') : undefined;
}

/**
 * Any other architecture: what its setup_arch() reserves for the kernel, and the Image header of arm64 (asm/image.h,
 * `_kernel_size_le`) and RISC-V (kernel/head.S) calls image_size. Segments end before it: arm64 has page tables and a
 * stack outside of all sections.
 */
function otherLayout(kernel: KernelImage): Layout {
  const start = firstAddress(kernel);
  const end = kernel.boundaries.get('_end');
  if (start === undefined || end === undefined) throw lacksSymbols(kernel, '_text (or _stext)', '_end');
  return stored(kernel, { kind: 'other', ram: Number(end - start) });
}

/**
 * What may come first in a kernel: on RISC-V and C-SKY the head, before `_text`; on PA-RISC, ARC and Hexagon the init
 * sections (arch/*\/kernel/vmlinux.lds.S).
 */
const FIRST_SYMBOLS = ['_start', '_text', '_stext', '__init_begin'];

/** The address of the first of them; undefined where the kernel has none but the init sections. */
export function firstAddress({ boundaries }: KernelImage): bigint | undefined {
  const addresses = FIRST_SYMBOLS.map((name) => boundaries.get(name)).filter((one) => one !== undefined);
  if (!boundaries.has('_text') && !boundaries.has('_stext')) return undefined;
  return addresses.reduce((least, one) => (one < least ? one : least));
}

/** Of a kernel that is stored as its boot image, and gives its init pages back. */
function stored(kernel: KernelImage, { kind, ram }: Pick<Layout, 'kind' | 'ram'>): Layout {
  const ramAfterInit = ram === undefined ? undefined : ram - initSize(kernel);
  return { kind, ram, ramAfterInit, storedImage: kernel.imageSize, flashAddress: undefined };
}

/** Freed by free_initmem (arch/*\/mm/init.c). */
function initSize(kernel: KernelImage): number {
  return distance(kernel, '__init_begin', '__init_end') ?? 0;
}

function required(kernel: KernelImage, start: string, end: string): number {
  const bytes = distance(kernel, start, end);
  if (bytes !== undefined) return bytes;
  throw lacksSymbols(kernel, start, end);
}

function lacksSymbols({ elf }: KernelImage, start: string, end: string): UserError {
  return new UserError(`${elf.name}: no symbols ${start} and ${end}; a linked, unstripped vmlinux has both`);
}

/** Where the memory of an ARM kernel with an MMU begins; undefined for any other kernel. */
export function pageOffsetOf(kernel: KernelImage): bigint | undefined {
  const isMapped = kernel.elf.machine === EM_ARM && kernel.config?.get('MMU') === 'y';
  return isMapped && !kernel.boundaries.has('_xiprom') ? addressOption(kernel, 'PAGE_OFFSET') : undefined;
}

/** An option of type hex; undefined where the configuration does not have it. */
function addressOption({ config }: KernelImage, name: string): bigint | undefined {
  const value = config?.get(name);
  if (value === undefined) return undefined;
  if (/^0x[0-9a-f]{1,16}$/i.test(value)) return BigInt(value);
  throw new UserError(`CONFIG_${name} is ${JSON.stringify(value)}; expected an address such as 0xC0000000`);
}
