/** Linker scripts with the order, marks and load addresses of the kernel's own, and little else. */

const DISCARD = '/DISCARD/ : { *(.eh_frame*) *(.note*) *(.comment) *(.exit.data) }';

/** vmlinux-xip.lds.S: text in flash; data linked to RAM and loaded behind the text. */
const ARM_XIP = `SECTIONS {
  ${DISCARD}
  . = 0x08008000;
  _xiprom = .;
  .head.text : { _text = .; *(.head.text) }
  .text : { _stext = .; *(.text) }
  .rodata : { *(.rodata .rodata.*) *(__ksymtab) }
  . = ALIGN(4);
  __ex_table : { *(__ex_table) }
  .ARM.unwind_idx : { *(.ARM.exidx*) }
  .ARM.unwind_tab : { *(.ARM.extab*) }
  .vectors : { *(.vectors) }
  .init.text : ALIGN(8) { *(.init.text) }
  .exit.text : { *(.exit.text) }
  .init.rodata : { *(.init.rodata) }
  __data_loc = ALIGN(4);
  . = 0x20008000;
  _sdata = .;
  .data : AT(__data_loc) { *(.data) }
  .data.ro_after_init : AT(ADDR(.data.ro_after_init) - 0x20008000 + __data_loc) { *(.data..ro_after_init) }
  . = ALIGN(4096);
  __init_begin = .;
  .init.data : AT(ADDR(.init.data) - 0x20008000 + __data_loc) { *(.init.data) *(.init.bss) }
  .data..percpu : AT(ADDR(.data..percpu) - 0x20008000 + __data_loc) { *(.data..percpu) }
  .data.endmark : AT(ADDR(.data.endmark) - 0x20008000 + __data_loc) { }
  _edata_loc = LOADADDR(.data.endmark);
  . = ALIGN(4096);
  __init_end = .;
  .bss : { *(.bss) *(COMMON) }
  _end = .;
}`;

/**
 * arch/riscv/kernel/vmlinux-xip.lds.S: linked to the address that the flash is mapped to, loaded from 0 on. The cleared
 * data is stored too where the per-cpu area comes after it.
 */
function riscvXip(end: string): string {
  const text = (name: string, what: string): string => `${name} : AT(ADDR(${name}) - LINK) { ${what} }`;
  const data = (name: string, what: string): string =>
    `${name} : AT(ADDR(${name}) - (LINK + _sdata - __data_loc)) { ${what} }`;
  return `LINK = 0xffffffff80000000;
SECTIONS {
  /DISCARD/ : { *(.eh_frame*) *(.note*) *(.comment) *(.exit.data) *(.riscv.attributes) }
  . = LINK;
  _xiprom = .;
  ${text('.head.text', '*(.head.text)')}
  ${text('.init.text', '*(.init.text) . = ALIGN(4096);')}
  ${text('.exit.text', '*(.exit.text)')}
  ${text('.text', '_text = .; _stext = .; *(.text) *(.vectors) _etext = .;')}
  ${text('.rodata', '*(.rodata .rodata.*) *(__ksymtab) *(__ex_table)')}
  ${text('.srodata', '*(.srodata*)')}
  ${text('.init.rodata', '*(.init.rodata)')}
  _exiprom = .;
  __data_loc = ALIGN(4096);
  . = ALIGN(0x200000);
  _sdata = .;
  ${data('.data', '*(.data)')}
  ${data('.data.ro_after_init', '*(.data..ro_after_init)')}
  . = ALIGN(4096);
  __init_begin = .;
  ${data('.init.data', '*(.init.data) *(.init.bss) . += 5000;')}
  . = ALIGN(8);
  __init_end = .;
  . = ALIGN(4096);
  ${data('.sdata', '*(.sdata*)')}
  ${end.replaceAll(/(\.[\w.]+) : \{ (.*?) \}/g, (_, name: string, what: string) => data(name, what))}
  ${data('.data.endmark', '')}
  _edata_loc = LOADADDR(.data.endmark);
  . = ALIGN(4096);
  _end = .;
}`;
}

const RISCV_BSS = '.bss : { *(.sbss*) *(.bss) *(COMMON) }';

/** The part that arm/kernel/vmlinux.lds.S and most others share: read-only, init, data, bss, all in RAM. */
function inMemory(start: string, init: string): string {
  return `SECTIONS {
  ${DISCARD}
  . = ${start};
  .head.text : { _text = .; *(.head.text) }
  .text : { _stext = .; *(.text) }
  .rodata : { *(.rodata .rodata.*) *(.data..ro_after_init) *(__ksymtab) }
  . = ALIGN(4);
  __ex_table : { *(__ex_table) }
  .ARM.unwind_idx : { *(.ARM.exidx*) }
  .ARM.unwind_tab : { *(.ARM.extab*) }
  . = ALIGN(4096);
  __init_begin = .;
  ${init}
  .init.text : ALIGN(8) { *(.init.text) }
  .exit.text : { *(.exit.text) }
  .init.data : { *(.init.data) *(.init.rodata) }
  .init.bss (NOLOAD) : { *(.init.bss) }
  . = ALIGN(8192);
  __init_end = .;
  _sdata = .;
  .data : { *(.data) *(.sdata*) }
  .bss : { *(.sbss*) *(.bss) *(COMMON) }
  _end = .;
}`;
}

/** Linked to the high vectors' address, loaded with the init sections (ARM_VECTORS of vmlinux.lds.h). */
const HIGH_VECTORS = `.data..percpu : { *(.data..percpu) }
  __vectors_lma = .;
  .vectors 0xffff0000 : AT(__vectors_lma) { *(.vectors) }
  . = __vectors_lma + SIZEOF(.vectors);`;

const PLAIN_INIT = '.vectors : { *(.vectors) } .data..percpu : { *(.data..percpu) }';

/** arch/x86/kernel/vmlinux.lds.S: loaded at the physical address; the per-cpu area linked to 0. */
const X86_SMP = `SECTIONS {
  ${DISCARD}
  . = 0xffffffff81000000;
  .text : AT(ADDR(.text) - 0xffffffff80000000) { _text = .; _stext = .; *(.head.text) *(.text) *(.vectors) }
  .rodata : AT(ADDR(.rodata) - 0xffffffff80000000) { *(.rodata .rodata.*) *(.data..ro_after_init) *(__ksymtab) }
  __ex_table : AT(ADDR(__ex_table) - 0xffffffff80000000) { *(__ex_table) }
  . = ALIGN(4096);
  .data : AT(ADDR(.data) - 0xffffffff80000000) { _sdata = .; *(.data) }
  . = ALIGN(4096);
  __init_begin = .;
  __per_cpu_load = .;
  .data..percpu 0 : AT(__per_cpu_load - 0xffffffff80000000) { *(.data..percpu) }
  . = __per_cpu_load + SIZEOF(.data..percpu);
  .init.text : AT(ADDR(.init.text) - 0xffffffff80000000) { *(.init.text) }
  .init.data : AT(ADDR(.init.data) - 0xffffffff80000000) { *(.init.data) *(.init.rodata) *(.init.bss) }
  .exit.text : AT(ADDR(.exit.text) - 0xffffffff80000000) { *(.exit.text) }
  . = ALIGN(4096);
  __init_end = .;
  .bss : AT(ADDR(.bss) - 0xffffffff80000000) { *(.bss) *(COMMON) }
  _end = .;
}`;

/** arch/arm64/kernel/vmlinux.lds.S: page tables and the first stack lie outside of all sections, up to `_end`. */
const ARM64 = `SECTIONS {
  ${DISCARD}
  . = 0xffff800080000000;
  .head.text : { _text = .; *(.head.text) }
  .text : ALIGN(0x10000) { _stext = .; *(.text) *(.vectors) }
  . = ALIGN(0x10000);
  _etext = .;
  .rodata : { *(.rodata .rodata.*) *(.data..ro_after_init) *(__ksymtab) }
  __ex_table : { *(__ex_table) }
  .rodata.text : { *(.rodata.text) . = ALIGN(0x1000); }
  idmap_pg_dir = .;
  . += 0x1000;
  reserved_pg_dir = .;
  . += 0x1000;
  swapper_pg_dir = .;
  . += 0x1000;
  . = ALIGN(0x10000);
  __init_begin = .;
  .init.text : { *(.init.text) }
  .exit.text : { *(.exit.text) }
  . = ALIGN(0x10000);
  init_idmap_pg_dir = .;
  . += 0x4000;
  init_idmap_pg_end = .;
  .init.data : { *(.init.data) *(.init.rodata) *(.init.bss) }
  .data..percpu : ALIGN(4096) { *(.data..percpu) }
  . = ALIGN(0x10000);
  __init_end = .;
  .data : { _sdata = .; *(.data) }
  .mmuoff.data.write : ALIGN(0x800) { *(.mmuoff.data.write) }
  _edata = .;
  __bss_start = .;
  .bss : ALIGN(4096) { *(.bss) *(COMMON) . = ALIGN(8); }
  __bss_stop = .;
  . = ALIGN(4096);
  init_pg_dir = .;
  . += 0x3000;
  init_pg_end = .;
  . += 0x1000;
  early_init_stack = .;
  . = ALIGN(0x10000);
  _end = .;
}`;

/** arch/riscv/kernel/vmlinux.lds.S: the image begins at `_start`, a page or more before `_text`. */
const RISCV = `SECTIONS {
  ${DISCARD}
  . = 0xffffffff80000000;
  _start = .;
  .head.text : { *(.head.text) }
  . = ALIGN(4096);
  .text : { _text = .; _stext = .; *(.text) *(.vectors) _etext = .; }
  . = ALIGN(0x200000);
  __init_begin = .;
  .init.text : ALIGN(0x200000) { *(.init.text) }
  .exit.text : { *(.exit.text) }
  . = ALIGN(0x200000);
  .init.data : { *(.init.data) *(.init.rodata) *(.init.bss) }
  .data..percpu : ALIGN(4096) { *(.data..percpu) }
  __init_end = .;
  . = ALIGN(0x200000);
  _sdata = .;
  .rodata : { *(.rodata .rodata.*) *(.srodata*) *(.data..ro_after_init) *(__ksymtab) }
  __ex_table : { *(__ex_table) }
  . = ALIGN(0x200000);
  .data : { *(.data) *(.sdata*) }
  .bss : ALIGN(4096) { *(.sbss*) *(.bss) *(COMMON) }
  . = ALIGN(0x200000);
  _end = .;
}`;

/** The same with read-only data on 2 MiB, and ORC_UNWIND_TABLE's look-up table, which has no contents, among the data. */
const X86_ORC = X86_SMP.replace('.rodata :', '. = ALIGN(0x200000);\n  .rodata :').replace(
  '. = ALIGN(4096);\n  __init_begin',
  `.orc_lookup : AT(ADDR(.orc_lookup) - 0xffffffff80000000) {
    orc_lookup = .;
    . += (((SIZEOF(.text) + 255) / 256) + 1) * 4;
    orc_lookup_end = .;
  }
  . = ALIGN(4096);
  __init_begin`,
);

/** How to make a kernel: toolchain, what else the compiler and the linker are told, linker script. */
interface KernelRecipe {
  readonly prefix: string;
  readonly args: readonly string[];
  readonly ldArgs: readonly string[];
  readonly script: string;
}

const ARM = { prefix: 'arm-linux-gnueabi-', args: ['-funwind-tables'], ldArgs: [] };

export const KERNEL_RECIPES = {
  'arm-xip': { ...ARM, script: ARM_XIP },
  'arm-mmu': { ...ARM, script: inMemory('0xc0008000', HIGH_VECTORS) },
  'arm-nommu': { ...ARM, script: inMemory('0x20008000', PLAIN_INIT) },
  'x86-64': { prefix: '', args: ['-mcmodel=kernel'], ldArgs: [], script: X86_SMP },
  'x86-64-orc': { prefix: '', args: ['-mcmodel=kernel'], ldArgs: [], script: X86_ORC },
  i386: {
    prefix: '',
    args: ['-m32'],
    ldArgs: ['-m', 'elf_i386'],
    script: inMemory('0xc1000000', PLAIN_INIT),
  },
  arm64: { prefix: 'aarch64-linux-gnu-', args: [], ldArgs: [], script: ARM64 },
  riscv: { prefix: 'riscv64-linux-gnu-', args: ['-mcmodel=medany'], ldArgs: [], script: RISCV },
  'riscv-xip': {
    prefix: 'riscv64-linux-gnu-',
    args: ['-mcmodel=medany'],
    ldArgs: [],
    script: riscvXip(`${RISCV_BSS} .data..percpu : { *(.data..percpu) }`),
  },
  'riscv-xip-up': {
    prefix: 'riscv64-linux-gnu-',
    args: ['-mcmodel=medany'],
    ldArgs: [],
    script: riscvXip(`.data.up : { *(.data..percpu) } ${RISCV_BSS}`),
  },
  s390x: other('s390x-linux-gnu-', '0x100000'),
  m68k: other('m68k-linux-gnu-', '0x1000'),
} as const satisfies Record<string, KernelRecipe>;

function other(prefix: string, start: string): KernelRecipe {
  return { prefix, args: [], ldArgs: [], script: inMemory(start, PLAIN_INIT) };
}
