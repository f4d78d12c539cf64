/** Names with a counter, a line or a hash that no dot sets off, by what they begin with: the rest of the table of generated-names.ts. */

/** Gives the name that does not count; one that only begins like that stays. */
interface CountedName {
  readonly begins: string;
  readonly fold: (name: string) => string;
  readonly source: string;
}

/** Without digits at the end, and the underscore before them. */
function withoutNumber(name: string): string {
  let end = name.length;
  while (isDigit(name.charCodeAt(end - 1))) end--;
  return end < name.length && name[end - 1] === '_' ? name.slice(0, end - 1) : name.slice(0, end);
}

/** `.LCPI12_3`: numbers with underscores between them. */
function withoutNumbers(name: string): string {
  let end = name.length;
  while (isDigit(name.charCodeAt(end - 1)) || (end < name.length && name[end - 1] === '_')) end--;
  return name.slice(0, end);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const INITCALL_COUNTERS = /__\d+_\d+_/;

/** `__initcall__kmod_<module>__<counter>_<line>_<function><level>` is `__initcall_<function><level>`. */
function withoutModule(prefix: string): (name: string) => string {
  return (name) => {
    const counters = INITCALL_COUNTERS.exec(name);
    return counters === null ? name : `${prefix}${name.slice(counters.index + counters[0].length)}`;
  };
}

/** `__BTF_ID__func__foo__<counter><line>`; names of sets have none. */
function withoutBtfNumber(name: string): string {
  return name.replace(/__\d+$/, '');
}

/** Of a constant that LLVM names after its module. */
function withoutModuleHash(name: string): string {
  return name.replace(/^(\.L)?anon\.[0-9a-f]{32}/, '$1anon').replace(/^(\.L)?alloc_[0-9a-f]{32}$/, '$1alloc');
}

/** `.LC12`, `.LCPI0_1`, `.Ltmp3`; of others only what follows a dot is a counter. */
function withoutLabelNumber(name: string): string {
  return /^\.L[A-Za-z]*\d[\d_]*$/.test(name) ? withoutNumbers(name) : withoutModuleHash(name);
}

/** The first rule that a name begins like counts. */
export const COUNTED_NAMES: readonly CountedName[] = [
  {
    begins: '__initcall__kmod_',
    fold: withoutModule('__initcall_'),
    source: 'linux/include/linux/init.h, __initcall_id',
  },
  {
    begins: '__initstub__kmod_',
    fold: withoutModule('__initstub_'),
    source: 'linux/include/linux/init.h, __initcall_stub with CONFIG_LTO_CLANG',
  },
  // Before 6.19 without the underscore.
  { begins: '__UNIQUE_ID_', fold: withoutNumber, source: 'linux/include/linux/compiler.h, __UNIQUE_ID' },
  { begins: '__BTF_ID__', fold: withoutBtfNumber, source: 'linux/include/linux/btf_ids.h, __ID' },
  {
    begins: '__pci_fixup_',
    fold: withoutNumber,
    source: 'linux/include/linux/pci.h, DECLARE_PCI_FIXUP_SECTION',
  },
  { begins: '__unnamed_', fold: withoutNumber, source: 'llvm/lib/Transforms/Utils/NameAnonGlobals.cpp' },
  { begins: 'OUTLINED_FUNCTION_', fold: withoutNumbers, source: 'llvm/lib/CodeGen/MachineOutliner.cpp' },
  { begins: '.L', fold: withoutLabelNumber, source: 'llvm/lib/MC/MCContext.cpp; gcc/final.cc' },
  { begins: 'anon.', fold: withoutModuleHash, source: 'llvm/lib/Transforms/Utils/NameAnonGlobals.cpp' },
  { begins: 'alloc_', fold: withoutModuleHash, source: 'rustc_codegen_llvm/src/common.rs' },
  { begins: '_ZN', fold: withoutRustHash, source: 'rustc_symbol_mangling/src/legacy.rs' },
  {
    begins: '_R',
    fold: withoutCrateHash,
    source: 'RFC 2603, Rust symbol name mangling v0: disambiguators of crates',
  },
  { begins: '__erratum_', fold: withoutNumber, source: 'binutils/bfd/elfnn-aarch64.c, veneers' },
  { begins: 'e843419@', fold: () => 'e843419', source: 'binutils/bfd/elfnn-aarch64.c, veneers' },
  { begins: '__CortexA53843419_', fold: () => '__CortexA53843419', source: 'lld/ELF/AArch64ErrataFix.cpp' },
];

/** The hash is 17 characters, `h` and 16 digits, before the `E` at the end. */
function withoutRustHash(name: string): string {
  return name.replace(/17h[0-9a-f]{16}E$/, 'E');
}

/** `Cs1234abcd_4core` is `C4core`. */
function withoutCrateHash(name: string): string {
  return name.replaceAll(/Cs[0-9a-zA-Z]{6,13}_(?=\d)/g, 'C');
}
