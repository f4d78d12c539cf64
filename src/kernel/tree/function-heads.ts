/**
 * Finds the heads of functions in C without its comments, literals and directives, in one pass over words and signs: a
 * name after a type and before parentheses, and what follows these.
 */
import { type Word, statementReader } from './statement-reader.ts';

/** A place where a function begins; not sure if something unknown lies between its head and its body. */
export interface Definition {
  /** Counted from 1. */
  readonly line: number;
  readonly isSure: boolean;
}

/** Definitions by the name of the function. */
export type Definitions = ReadonlyMap<string, readonly Definition[]>;

/** A name before parentheses, where a function may begin. */
interface Head {
  readonly name: string;
  readonly line: number;
}

/** Parentheses that are open. */
interface Parentheses {
  /** The heads whose parameters they hold. */
  readonly heads: readonly Head[];
  /** The heads whose attribute they belong to; what ends here joins them. */
  readonly attributed: Head[];
}

/** Stands between parameters and body, as `__releases(lock)` does. */
const ATTRIBUTE = /^__\w/;

/** Functions that are written out, and system calls under `systemCallKey` of their symbol. */
export function functionHeads(code: string): Definitions {
  const found = new Map<string, Definition[]>();
  const statement = statementReader();
  const open: Parentheses[] = [];
  let ended: Head[] = [];
  let wasAttribute = false;
  const decide = (next: string): void => {
    if (!';,)'.includes(next)) addDefinitions(found, ended, next === '{');
    ended = [];
  };
  let line = 1;
  for (const { 0: token, index } of code.matchAll(/\w+|[^\w\s]|\n/g)) {
    if (token === '\n') {
      line++;
      continue;
    }
    const isAttribute = ended.length > 0 && ATTRIBUTE.test(token);
    const isArgument = wasAttribute && token === '(';
    if (!isAttribute && !isArgument) decide(token);
    if (token === '(') {
      open.push({ heads: headsBefore(code, index, statement), attributed: ended });
      ended = [];
    } else if (token === ')') {
      const { heads, attributed } = open.pop() ?? { heads: [], attributed: [] };
      attributed.push(...heads);
      ended = attributed;
    }
    wasAttribute = isAttribute;
    statement.take({ text: token, line, index });
  }
  return found;
}

function addDefinitions(found: Map<string, Definition[]>, heads: readonly Head[], isSure: boolean): void {
  for (const { name, line } of heads) {
    const known = found.get(name);
    if (known === undefined) found.set(name, [{ line, isSure }]);
    else known.push({ line, isSure });
  }
}

/** Under what a system call is found, `sys_read` or `compat_sys_read`: a function of that name is another one. */
export function systemCallKey(symbol: string): string {
  return `SYSCALL_DEFINE ${symbol}`;
}

const SYSCALL = /^(COMPAT_)?SYSCALL_DEFINE\d$/;

/** The parenthesis and the first argument of SYSCALL_DEFINEn. */
const FIRST_ARGUMENT = /\(\s*(\w+)\s*[,)]/y;

function headsBefore(code: string, index: number, statement: ReturnType<typeof statementReader>): Head[] {
  const word = statement.lastWord();
  if (word === undefined) return [];
  const plain = statement.isDeclared() ? [{ name: word.text, line: word.line }] : [];
  return [...plain, ...systemCall(code, index, word)];
}

function systemCall(code: string, index: number, word: Word): Head[] {
  const macro = SYSCALL.exec(word.text);
  if (macro === null || !isLineStart(code, word.index)) return [];
  FIRST_ARGUMENT.lastIndex = index;
  const name = FIRST_ARGUMENT.exec(code)?.[1];
  if (name === undefined) return [];
  const symbol = `${macro[1] === undefined ? '' : 'compat_'}sys_${name}`;
  return [{ name: systemCallKey(symbol), line: word.line }];
}

function isLineStart(code: string, index: number): boolean {
  return index === 0 || /[\r\n]/.test(code[index - 1]!);
}
