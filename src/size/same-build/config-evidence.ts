/** What options leave in a kernel, from 6.1 to 7.2; files are those of the kernel that say so. */

/** Symbols that a kernel has if and only if an option is `y`. */
interface SymbolsOfOption {
  readonly option: string;
  readonly symbols: readonly string[];
  /** Where they are defined. */
  readonly file: string;
}

/** What the file's Makefile, or an `#ifdef` in it, leaves out without the option. */
export const SYMBOLS_OF_OPTIONS: readonly SymbolsOfOption[] = [
  { option: 'SMP', symbols: ['smp_call_function_many'], file: 'kernel/smp.c' },
  { option: 'MMU', symbols: ['handle_mm_fault'], file: 'mm/memory.c' },
  { option: 'MODULES', symbols: ['try_module_get', 'load_module'], file: 'kernel/module/main.c' },
  { option: 'KALLSYMS', symbols: ['kallsyms_lookup_name', 'kallsyms_names'], file: 'kernel/kallsyms.c' },
  { option: 'PRINTK', symbols: ['_printk', 'vprintk_emit', '__log_buf'], file: 'kernel/printk/printk.c' },
  { option: 'FUTEX', symbols: ['futex_wake'], file: 'kernel/futex/waitwake.c' },
  { option: 'PERF_EVENTS', symbols: ['perf_event_create_kernel_counter'], file: 'kernel/events/core.c' },
  { option: 'BLOCK', symbols: ['submit_bio'], file: 'block/blk-core.c' },
  { option: 'SYSFS', symbols: ['sysfs_create_link'], file: 'fs/sysfs/symlink.c' },
  { option: 'PROC_FS', symbols: ['proc_create'], file: 'fs/proc/generic.c' },
  { option: 'DEBUG_FS', symbols: ['debugfs_create_dir'], file: 'fs/debugfs/inode.c' },
  { option: 'NET', symbols: ['sock_register'], file: 'net/socket.c' },
  { option: 'INET', symbols: ['tcp_prot'], file: 'net/ipv4/tcp_ipv4.c' },
  { option: 'TTY', symbols: ['tty_register_driver'], file: 'drivers/tty/tty_io.c' },
  { option: 'OF', symbols: ['of_find_property'], file: 'drivers/of/base.c' },
  { option: 'PCI', symbols: ['__pci_register_driver'], file: 'drivers/pci/pci-driver.c' },
  { option: 'XIP_KERNEL', symbols: ['_xiprom'], file: 'arch/{arm,riscv}/kernel/vmlinux-xip.lds.S' },
  {
    option: 'XIP_DEFLATED_DATA',
    symbols: ['__inflate_kernel_data'],
    file: 'arch/arm/kernel/head-inflate-data.c',
  },
];

/** Options that take unused functions out of a kernel, or inline the only call of one. */
export const REMOVING_OPTIONS: readonly string[] = ['LD_DEAD_CODE_DATA_ELIMINATION', 'LTO_CLANG', 'LTO_GCC'];

/** Every kernel has it (init/main.c); of another linked file an absent option or symbol says nothing. */
export const SYMBOL_OF_ANY_KERNEL = 'start_kernel';

/** Words between the build's number and its date (init/Makefile, "UTS_VERSION"): of each row the first option that is on. */
export const BANNER_WORDS: readonly (readonly { readonly option: string; readonly word: string }[])[] = [
  [{ option: 'SMP', word: 'SMP' }],
  [
    { option: 'PREEMPT_RT', word: 'PREEMPT_RT' },
    { option: 'PREEMPT_DYNAMIC', word: 'PREEMPT_DYNAMIC' },
    { option: 'PREEMPT_BUILD', word: 'PREEMPT' },
  ],
];

/** `e_machine` of the option that each architecture's Kconfig file sets (include/uapi/linux/elf-em.h). */
export const MACHINES_OF_OPTIONS: readonly {
  readonly option: string;
  readonly machines: readonly number[];
}[] = [
  { option: 'X86_32', machines: [3] },
  { option: 'X86_64', machines: [62] },
  { option: 'ARM', machines: [40] },
  { option: 'ARM64', machines: [183] },
  { option: 'RISCV', machines: [243] },
  { option: 'S390', machines: [22] },
  { option: 'M68K', machines: [4] },
  { option: 'PPC32', machines: [20] },
  { option: 'PPC64', machines: [21] },
  { option: 'MIPS', machines: [8] },
  { option: 'SPARC', machines: [2, 18, 43] },
  { option: 'PARISC', machines: [15] },
  { option: 'SUPERH', machines: [42] },
  { option: 'ALPHA', machines: [0x9026] },
  { option: 'LOONGARCH', machines: [258] },
];
