/**
 * Finds where a function is defined in one source file of the kernel, C or assembler, without preprocessing it. It
 * knows functions written out, SYSCALL_DEFINEn and COMPAT_SYSCALL_DEFINEn (include/linux/syscalls.h and compat.h), and
 * the marks of include/linux/linkage.h. Functions that other macros make, parameters declared after the parentheses
 * and functions that return a function are left out: for them, and when preprocessor conditionals leave a choice, the
 * answer is undefined and not a guess.
 */
import { type Definition, type Definitions, functionHeads, systemCallKey } from './function-heads.ts';
import { codeOf } from './source-code.ts';

/** Before the names of the symbols that SYSCALL_DEFINEn makes. */
const SYSCALL_PREFIX = /^__(?:se|do|x64|ia32|arm64|riscv|s390x)_(?=(?:compat_)?sys_)/;
const ASSEMBLER =
  /^(?:SYM_\w+|ENTRY)\(|^[ \t]*\.(?:align|arm|balign|globa?l|macro|p2align|section|syntax|text|thumb|type)\b(?!\s*[=[.])/m;

/** The line of a function in one source file, counted from 1; undefined where that cannot be told. */
type DefinitionFinder = (name: string) => number | undefined;

/**
 * Makes the source of a file ready to be searched. `name` is that of a symbol: `sys_read` is found at
 * `SYSCALL_DEFINE3(read, …)`, `foo.constprop.0` at `foo`; the line is the one with the name, where it is defined.
 */
export function definitionFinder(text: string): DefinitionFinder {
  const code = codeOf(text);
  const find = isAssembler(code) ? inAssembler(code) : inC(code);
  return (name) => {
    const definitions = find(name);
    const [definition] = definitions;
    return definitions.length === 1 && definition!.isSure ? definition!.line : undefined;
  };
}

/** A label of the assembler would be one for `goto` in C, where functions end with a brace at the start of a line. */
function isAssembler(code: string): boolean {
  return ASSEMBLER.test(code) && !/^}/m.test(code);
}

type Finder = (symbol: string) => readonly Definition[];

function inAssembler(code: string): Finder {
  const labels = assemblerLabels(code);
  return (symbol) => labels.get(symbol) ?? [];
}

function inC(code: string): Finder {
  const heads = functionHeads(code);
  return (symbol) => {
    const name = symbol.split('.', 1)[0]!;
    const call = systemCallKey(name.replace(SYSCALL_PREFIX, ''));
    return [name, call].flatMap((key) => heads.get(key) ?? []);
  };
}

const LABEL =
  /^[ \t]*(?:(?:SYM_(?:TYPED_)?(?:FUNC|CODE)_START\w*|SYM_INNER_LABEL\w*|ENTRY|GLOBAL|WEAK)\(\s*(\w+)\s*[,)]|(\w+):)/;

function assemblerLabels(code: string): Definitions {
  const labels = new Map<string, Definition[]>();
  for (const [index, line] of code.split('\n').entries()) {
    const [, marked, plain] = LABEL.exec(line) ?? [];
    const name = marked ?? plain;
    if (name === undefined) continue;
    const known = labels.get(name) ?? [];
    known.push({ line: index + 1, isSure: true });
    labels.set(name, known);
  }
  return labels;
}
