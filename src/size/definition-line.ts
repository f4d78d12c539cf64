/**
 * Finds where a function is defined in one source file of the kernel, C or assembler, without preprocessing it. It
 * knows functions written out, SYSCALL_DEFINEn and COMPAT_SYSCALL_DEFINEn (include/linux/syscalls.h and compat.h), and
 * the marks of include/linux/linkage.h. Functions that other macros make, parameters declared after the parentheses
 * and functions that return a function are left out: for them, and when preprocessor conditionals leave a choice, the
 * answer is undefined and not a guess.
 */

/** A place where the function begins; not sure if something unknown lies between its head and its body. */
interface Definition {
  readonly position: number;
  readonly isSure: boolean;
}

const COMMENT = /\/\*[^]*?\*\/|\/\/.*/.source;
const STRING = /"(?:\\[^]|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/.source;
/** Preprocessor lines can contain the others and go on after a backslash. */
const NOT_CODE = new RegExp(`^[ \\t]*#(?:${COMMENT}|${STRING}|\\\\\\r?\\n|.)*|${COMMENT}|${STRING}`, 'gm');
const DIRECTIVE = '#';

/** In front of a name these make it a call. */
const STATEMENT =
  /\b(?:break|case|continue|default|do|else|for|goto|if|return|sizeof|switch|typedef|while)\b/;
/** Attributes such as `__releases(lock)`, and the character after them. */
const AFTER_PARAMETERS = /(?:\s+|__\w+(?:\s*\((?:[^()]|\([^()]*\))*\))?)*([^]?)/y;
const SYSCALL = /^(?:__(?:se|do|x64|ia32|arm64|riscv|s390x)_)?(compat_)?sys_(\w+)$/;
const ASSEMBLER =
  /^(?:SYM_\w+|ENTRY)\(|^[ \t]*\.(?:align|arm|balign|globa?l|macro|p2align|section|syntax|text|thumb|type)\b(?!\s*[=[.])/m;

/** The line of a function in one source file, counted from 1; undefined where that cannot be told. */
type DefinitionFinder = (name: string) => number | undefined;

/**
 * Makes the source of a file ready to be searched. `name` is that of a symbol: `sys_read` is found at
 * `SYSCALL_DEFINE3(read, …)`, `foo.constprop.0` at `foo`; the line is the one with the name, where it is defined.
 */
export function definitionFinder(text: string): DefinitionFinder {
  const code = text.replaceAll(NOT_CODE, blank);
  const find = isAssembler(code) ? assemblerLabels : functions;
  return (name) => {
    const definitions = find(code, name);
    const [definition] = definitions;
    return definitions.length === 1 && definition!.isSure ? lineAt(code, definition!.position) : undefined;
  };
}

function blank(text: string): string {
  return (text.trimStart().startsWith('#') ? DIRECTIVE : ' ') + text.replaceAll(/[^\n]+/g, '');
}

/** A label of the assembler would be one for `goto` in C, where functions end with a brace at the start of a line. */
function isAssembler(code: string): boolean {
  return ASSEMBLER.test(code) && !/^}/m.test(code);
}

function assemblerLabels(code: string, name: string): Definition[] {
  if (!/^\w+$/.test(name)) return [];
  const start = '(?:SYM_(?:TYPED_)?(?:FUNC|CODE)_START\\w*|SYM_INNER_LABEL\\w*|ENTRY|GLOBAL|WEAK)';
  const label = new RegExp(`^[ \\t]*(?:${start}\\(\\s*${name}\\s*[,)]|${name}:)`, 'gm');
  return Array.from(code.matchAll(label), ({ index }) => ({ position: index, isSure: true }));
}

function functions(code: string, symbol: string): Definition[] {
  const name = symbol.split('.')[0]!;
  if (!/^\w+$/.test(name)) return [];
  const plain = code.matchAll(new RegExp(`\\b${name}\\s*(?=\\()`, 'g'));
  return [...[...plain].filter(({ index }) => isDeclared(code, index)), ...systemCalls(code, name)].flatMap(
    (match) => definitionAt(code, match),
  );
}

function systemCalls(code: string, name: string): RegExpExecArray[] {
  const call = SYSCALL.exec(name);
  if (call === null) return [];
  const macro = call[1] === undefined ? 'SYSCALL_DEFINE' : 'COMPAT_SYSCALL_DEFINE';
  return [...code.matchAll(new RegExp(`^${macro}\\d\\s*(?=\\(\\s*${call[2]}\\s*[,)])`, 'gm'))];
}

/** Whether what stands between the end of the statement before and the name is a type, as in front of a function. */
function isDeclared(code: string, position: number): boolean {
  const start = Math.max(...[';', '{', '}'].map((end) => code.lastIndexOf(end, position))) + 1;
  const type = withoutCalls(code.slice(start, position));
  return /\w/.test(type) && !/[^\w\s*#]/.test(type) && !STATEMENT.test(type);
}

/** Takes out attributes with arguments, and macros that stand before a function without a semicolon. */
function withoutCalls(text: string): string {
  const without = text.replaceAll(/\w*\s*\([^()]*\)/g, ' ');
  return without === text ? text : withoutCalls(without);
}

/** `match` ends where the parameters begin. Nothing for a declaration or a call. */
function definitionAt(code: string, match: RegExpExecArray): Definition[] {
  const afterParameters = new RegExp(AFTER_PARAMETERS);
  afterParameters.lastIndex = endOfParentheses(code, match.index + match[0].length);
  const next = afterParameters.exec(code)![1]!;
  return ';,)'.includes(next) ? [] : [{ position: match.index, isSure: next === '{' }];
}

function endOfParentheses(code: string, start: number): number {
  let depth = 0;
  for (const { index, 0: character } of code.slice(start).matchAll(/[()]/g)) {
    depth += character === '(' ? 1 : -1;
    if (depth === 0) return start + index + 1;
  }
  return code.length;
}

function lineAt(code: string, position: number): number {
  return code.slice(0, position).split('\n').length;
}
