/**
 * Names what lies between two labels: the tables that linker scripts gather, and files that the assembler copies into
 * the kernel (`.incbin`). Their bytes have no sized symbol, and may look like anything, text included.
 */
import type { SectionLabels } from './section-labels.ts';

/** Bytes of a section from one label to another; offsets from the section's start. */
export interface LabelledTable {
  readonly start: number;
  readonly end: number;
  /** Undefined for a file of which nothing is known: its bytes are no literals, whatever they look like. */
  readonly name: string | undefined;
}

/** Where a table begins, labels of which one ends it (with what the expression found in place of `$1`), and its name. */
type LabelPair = readonly [start: RegExp, ends: readonly string[], name: string];

const FILES: readonly LabelPair[] = [
  // usr/initramfs_data.S and INIT_RAM_FS of include/asm-generic/vmlinux.lds.h
  [/^__irf_start$/, ['__irf_end'], 'built-in initramfs'],
  [/^__initramfs_start$/, ['__initramfs_size'], 'built-in initramfs'],
  // kernel/configs.c, kernel/kheaders.c, lib/bootconfig-data.S
  [/^kernel_config_data$/, ['kernel_config_data_end'], 'built-in .config'],
  [/^kernel_headers_data$/, ['kernel_headers_data_end'], 'built-in headers'],
  [/^embedded_bootconfig_data$/, ['embedded_bootconfig_data_end'], 'built-in bootconfig'],
  // certs/system_certificates.S, certs/revocation_certificates.S
  [/^__cert_list_start$/, ['__cert_list_end'], 'certificates'],
  [/^__revocation_list_start$/, ['__revocation_list_end'], 'certificates'],
  // KERNEL_DTB of include/asm-generic/vmlinux.lds.h, scripts/Makefile.dtbs
  [/^__dtb_start$/, ['__dtb_end'], 'built-in device tree'],
  [/^(__dtbo?_.*)_begin$/, ['$1_end'], 'built-in device tree'],
  // drivers/base/firmware_loader/builtin/Makefile
  [/^_fw_.*_bin$/, ['_fw_end'], 'firmware'],
  // arch/*/kernel/vdso*/vdso*.S, arch/x86/realmode/rmpiggy.S, arch/*/purgatory/kexec-purgatory.S
  [/^((?:compat_)?vdso(?:32|64)?)_start$/, ['$1_end'], 'vDSO'],
  [/^real_mode_blob$/, ['real_mode_blob_end'], 'real-mode code'],
  [/^kexec_purgatory$/, ['kexec_purgatory_end', 'kexec_purgatory_size'], 'kexec purgatory'],
  // ld --format=binary
  [/^_binary_(\w+)_start$/, ['_binary_$1_end'], 'binary file'],
];

/** Linker scripts name labels after the section that they gather; the name of the table is that of the section. */
const GATHERED: readonly (readonly [start: RegExp, ends: readonly string[]])[] = [
  [/^__start_(.+)$/, ['__stop_$1', '__end_$1']],
  [/^__(\w+)_start$/, ['__$1_end']],
  [/^__(\w+)_begin$/, ['__$1_end']],
  [/^__(\w+_table)$/, ['__$1_end']],
];

/** Says what a section of a name holds beside symbols; undefined for code and data. */
export type TableNamer = (section: string) => string | undefined;

/** The tables of a section in ascending order; they do not overlap. */
export function labelledTables(labels: SectionLabels, tableOf: TableNamer): LabelledTable[] {
  /** For each name the first label of that name after the one that is looked at. */
  const following = new Map<string, number>();
  const found: LabelledTable[] = [];
  for (let index = labels.count - 1; index >= 0; index--) {
    const name = labels.name(index);
    const start = labels.offsets[index]!;
    const table = pairOf(name, tableOf);
    const end = table?.ends.map((label) => following.get(label)).find((offset) => offset !== undefined);
    const isNext = end !== undefined && labels.next(start) === end;
    if (end !== undefined && end > start && (isNext || table!.name !== undefined)) {
      found.push({ start, end, name: table!.name });
    }
    following.set(name, start);
  }
  return withoutOverlaps(found.toReversed());
}

/** Of tables that overlap the one that begins first is kept: what it holds is a part of it. */
function withoutOverlaps(tables: readonly LabelledTable[]): LabelledTable[] {
  let cursor = 0;
  return tables.filter(({ start, end }) => {
    if (start < cursor) return false;
    cursor = end;
    return true;
  });
}

interface Ends {
  /** Labels of which one ends the table. */
  readonly ends: readonly string[];
  readonly name: string | undefined;
}

/** Names of whole sections: what lies between their ends can be anything. */
const SECTION_WORD = /(text|data|bss|init|image|kernel|strings?|const)$/;

/** Other files that are copied into a kernel: `blob` and `blob_end`, `blob_start` and `blob_end`, `blob` and `blob_size`. */
function fileOf(label: string): Ends | undefined {
  const stem = label.replace(/_(start|begin)$/, '');
  if (label.startsWith('_') || SECTION_WORD.test(stem)) return undefined;
  return { ends: [`${stem}_end`, `${stem}_size`], name: undefined };
}

function pairOf(label: string, tableOf: TableNamer): Ends | undefined {
  if (!BEGINS_TABLE.test(label)) return fileOf(label);
  for (const [start, ends, name] of FILES) {
    if (start.test(label)) return { ends: ends.map((end) => label.replace(start, end)), name: `[${name}]` };
  }
  for (const [start, ends] of GATHERED) {
    const section = start.exec(label)?.[1];
    const name = section === undefined ? undefined : nameOfGathered(section, tableOf);
    if (name !== undefined) return { ends: ends.map((end) => label.replace(start, end)), name: `[${name}]` };
  }
  return fileOf(label);
}

/** Most labels are none of these, such as the hundred thousands of marks of code that a kernel for AArch64 has. */
const BEGINS_TABLE = /^__|^_fw_|^_binary_|^(compat_)?vdso|^(kernel|embedded)_|^real_mode|^kexec_purgatory/;

/** `__start___ex_table` for `__ex_table`, `__setup_start` for `.init.setup`. */
function nameOfGathered(section: string, tableOf: TableNamer): string | undefined {
  for (const before of ['', '.', '_', '__', '.init.']) {
    const name = tableOf(before + section);
    if (name !== undefined) return name;
  }
  return tableOf(`.${section}.init`);
}
