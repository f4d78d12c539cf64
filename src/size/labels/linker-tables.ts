/** What the bytes of a section are that no symbol covers, by the section's name: as the linker scripts gather them. */

/** Names of input and of output sections, include/asm-generic/vmlinux.lds.h and arch/*\/kernel/vmlinux.lds.S. */
const TABLES: readonly (readonly [RegExp, string])[] = [
  [/^\.ARM\.(exidx|unwind_idx)/, 'unwind index'],
  [/^\.ARM\.(extab|unwind_tab)/, 'unwind table'],
  [/^\.(eh_frame|orc_unwind|orc_lookup|orc_header|sframe)/, 'unwind table'],
  [/^__ex_table/, 'exception table'],
  [/^__bug_table/, 'bug table'],
  [/^\.alt(instr|\.smp)/, 'alternatives'],
  [/^\.(smp_locks|parainstructions|apicdrivers)/, 'patch table'],
  [/^\.(retpoline_sites|return_sites|call_sites|ibt_endbr_seal|cfi_sites|static_call)/, 'patch table'],
  [/^\.(init\.)?pv_table|^runtime_(shift|ptr)_/, 'patch table'],
  [/^_?__ksymtab_strings|^_?__ksymtab|^_?__kcrctab/, 'exported symbols'],
  [/^\.(initcall.*\.init|con_initcall\.init|initcalls?$)/, 'initcall table'],
  [/^\.init\.setup/, 'setup table'],
  [/^__param/, 'parameter table'],
  [/^__modver/, 'module version table'],
  [/_of_table|^__(irqchip|clk|timer|cpu|earlycon|reservedmem).*_table/, 'OF table'],
  [
    /^__(earlycon_table|thermal_table_.*|governor_table|lsm_table)|^\.(early_)?lsm_info|^\.x86_.*_dev\.init/,
    'registration table',
  ],
  [/^\.(init\.)?(arch|proc|tag)\w*\.?(info|table|init)|^\.(arch|proc)\.info/, 'machine table'],
  [/^\.pci_fixup/, 'PCI fixup table'],
  [/^__jump_table/, 'jump label table'],
  [/^__(patchable_function_entries|mcount_loc)|^mcount_loc$/, 'patchable function entries'],
  [/^\.?_*kcfi_traps/, 'kCFI traps'],
  [
    /^(__tracepoints|_ftrace|__trace|_kprobe|__kprobe|_error_injection|__bpf_raw_tp|__?syscalls_metadata)/,
    'trace table',
  ],
  [/^__dyndbg/, 'dynamic debug table'],
  [/^\.note/, 'notes'],
  [
    /^\.(rela?\.dyn|rela?\b|relr|dynsym|dynstr|dynamic|gnu\.hash|hash|interp|got|plt|igot|iplt)/,
    'dynamic linking',
  ],
  [/^\.opd/, 'function descriptors'],
  [/^\.toc/, 'table of contents'],
  [/^\.(vectors|stubs)/, 'exception vectors'],
  [/^\.BTF/, 'BTF'],
  [/^\.init\.ramfs/, 'built-in initramfs'],
  [/^\.dtb\.init\.rodata/, 'built-in device tree'],
  [/^\.(text\.)?fixup/, 'exception fixups'],
  [/^\.builtin_fw/, 'firmware'],
  [/^\.rodata\.cst\d+/, 'merged constants'],
];

/**
 * Tells what a section holds beside symbols, such as `unwind table`; undefined for one of code or data. What was asked
 * once is remembered.
 */
export function linkerTables(): (section: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (section) => {
    if (!known.has(section)) known.set(section, TABLES.find(([pattern]) => pattern.test(section))?.[1]);
    return known.get(section);
  };
}
