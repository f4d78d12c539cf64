/**
 * What tools write into names of symbols: marks of clones and of parts, counters, line numbers, hashes. Names are folded
 * by this table alone (owner-name-bytes.ts), so that what a tool counts up does not rename an owner. What is not in it stays:
 * `__SCT__foo`, `__SCK__foo`, `__bpf_trace_foo` and `__ksymtab_foo` are things of their own, with names that do not count.
 */

/** A mark that follows the name after a dot: `foo.isra.0`. */
export interface CloneMark {
  readonly text: string;
  /** Variables can have such a name by themselves: clang calls `static int cold` in `foo` `foo.cold`. */
  readonly of: 'functions' | 'functions and variables';
  /** What the tool writes after it; `maybe a counter` also where two are equal. */
  readonly followedBy: 'a counter' | 'maybe a counter' | 'a hash';
  /** Whether it is less than the whole of a function: linkers and compilers merge equal ones of several functions. */
  readonly isPart: boolean;
  readonly source: string;
}

/** What kinds of marks there are. */
const KINDS = {
  clone: { of: 'functions', followedBy: 'a counter', isPart: false },
  part: { of: 'functions', followedBy: 'a counter', isPart: true },
  'one part': { of: 'functions', followedBy: 'maybe a counter', isPart: true },
  variant: { of: 'functions', followedBy: 'maybe a counter', isPart: false },
  alias: { of: 'functions and variables', followedBy: 'maybe a counter', isPart: false },
  promoted: { of: 'functions and variables', followedBy: 'a counter', isPart: false },
  hashed: { of: 'functions and variables', followedBy: 'a hash', isPart: false },
} as const satisfies Record<string, Omit<CloneMark, 'text' | 'source'>>;

const MARKS: readonly (readonly [text: string, kind: keyof typeof KINDS, source: string])[] = [
  ['isra', 'clone', 'gcc/ipa-sra.cc'],
  ['constprop', 'clone', 'gcc/ipa-cp.cc'],
  ['simdclone', 'clone', 'gcc/omp-simd-clone.cc'],
  ['_omp_fn', 'clone', 'gcc/omp-low.cc'],
  ['_omp_cpyfn', 'clone', 'gcc/omp-low.cc'],
  ['_loopfn', 'clone', 'gcc/tree-parloops.cc'],
  ['_assume', 'clone', 'gcc/gimple-low.cc'],
  ['artificial_thunk', 'clone', 'gcc/cgraphclones.cc'],
  ['part', 'part', 'gcc/ipa-split.cc'],
  [
    'cold',
    'one part',
    'gcc/varasm.cc; llvm/lib/CodeGen/MachineBasicBlock.cpp, IPO/HotColdSplitting.cpp; bolt',
  ],
  ['localalias', 'alias', 'gcc/symtab.cc'],
  ['lto_priv', 'promoted', 'gcc/lto/lto-partition.cc'],
  ['llvm', 'hashed', 'llvm/include/llvm/IR/ModuleSummaryIndex.h, getGlobalNameForLocal'],
  ['__uniq', 'hashed', 'llvm/lib/Transforms/Utils/UniqueInternalLinkageNames.cpp'],
  ['__part', 'part', 'llvm/lib/CodeGen/MachineBasicBlock.cpp, of basic block sections and Propeller'],
  ['specialized', 'clone', 'llvm/lib/Transforms/IPO/FunctionSpecialization.cpp'],
  ['cfi', 'variant', 'llvm/lib/Transforms/IPO/LowerTypeTests.cpp'],
  ['cfi_jt', 'variant', 'llvm/lib/Transforms/IPO/LowerTypeTests.cpp'],
  ['Tgm', 'variant', 'llvm/lib/CodeGen/GlobalMergeFunctions.cpp'],
  ['warm', 'one part', 'bolt/lib/Core/FunctionLayout.cpp'],
  ['org', 'clone', 'bolt/lib/Rewrite/RewriteInstance.cpp'],
];

export const CLONE_MARKS: readonly CloneMark[] = MARKS.map(([text, kind, source]) =>
  Object.assign({ text, source }, KINDS[kind]),
);

/** What names the bytes before a function: `__cfi_foo`. */
interface FunctionPrefix {
  readonly text: string;
  readonly source: string;
}

/** Real functions have such names too, `__cfi_check`: the address decides (prefixed-functions.ts). */
export const FUNCTION_PREFIXES: readonly FunctionPrefix[] = [
  { text: '__pfx_', source: 'linux/tools/objtool/elf.c, elf_create_prefix_symbol' },
  { text: '__cfi_', source: 'llvm/lib/CodeGen/AsmPrinter; linux/arch/x86/include/asm/linkage.h, __CFI_TYPE' },
];
