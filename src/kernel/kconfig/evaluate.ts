/**
 * Evaluates the conditions and values of Kconfig files in a resolved `.config`, as scripts/kconfig/expr.c does. What
 * Kconfig asks the compiler for (`$(cc-option,…)`) counts as unknown, not as holding.
 */
import { compareNames } from '../../size/columns/compare-names.ts';
import { type KernelConfig, optionValue } from '../../size/kernel-config.ts';
import type { KconfigEntry } from './parse-kconfig.ts';

/** 0, 1 and 2 for n, m and y; `undefined` where only Kconfig itself can tell. */
export type Tristate = 0 | 1 | 2 | undefined;

/** What expressions are evaluated in. */
export interface Resolved {
  /** As Kconfig resolved it. */
  readonly config: KernelConfig;
  readonly definitions: ReadonlyMap<string, readonly KconfigEntry[]>;
}

/**
 * The value of an expression in the resolved configuration; `undefined` where it hangs on a macro, or is none. `mod` is
 * the value of the word m: in a condition that is m && MODULES (rewrite_m in scripts/kconfig/menu.c).
 */
export function evaluate(text: string, resolved: Resolved, mod = modulesLevel(resolved)): Tristate {
  const tokens = tokensOf(text);
  let position = 0;
  let sound = true;
  const value = anyOf();
  return sound && position === tokens.length ? value : undefined;

  function anyOf(): Tristate {
    let level = allOf();
    while (take('||')) level = greater(level, allOf());
    return level;
  }

  function allOf(): Tristate {
    let level = term();
    while (take('&&')) level = lesser(level, term());
    return level;
  }

  function term(): Tristate {
    if (take('!')) return opposite(term());
    if (!take('(')) return relation();
    const level = anyOf();
    sound &&= take(')');
    return level;
  }

  function relation(): Tristate {
    const left = word();
    const operator = COMPARISONS.get(tokens[position] ?? '');
    if (operator === undefined) return left === 'm' ? mod : levelOfWord(left, resolved);
    position++;
    const order = compareOperands(operandOf(left, resolved), operandOf(word(), resolved));
    return order === undefined ? undefined : operator(order) ? 2 : 0;
  }

  function word(): string {
    const token = tokens[position++] ?? '';
    sound &&= /^["'\w$-]/.test(token);
    return token;
  }

  function take(token: string): boolean {
    const found = tokens[position] === token;
    if (found) position++;
    return found;
  }
}

const COMPARISONS: ReadonlyMap<string, (order: number) => boolean> = new Map([
  ['=', (order) => order === 0],
  ['!=', (order) => order !== 0],
  ['<', (order) => order < 0],
  ['<=', (order) => order <= 0],
  ['>', (order) => order > 0],
  ['>=', (order) => order >= 0],
]);

const MACRO = /\$\((?:[^()]|\([^()]*\))*\)/g;
/** A text that nothing closes goes on to the end. */
const TOKEN = /\|\||&&|[!<>]=|[=<>!()]|"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|[\w$-]+|\S/g;

/** In characters; the longest of Linux has 725. */
const LONGEST_EXPRESSION = 2000;

/** A macro, of which only Kconfig knows what it stands for. */
const UNKNOWN = '$';

/** Words, quoted texts and operators; a word or text with a macro in it has a "$". */
export function tokensOf(text: string): string[] {
  if (text.length > LONGEST_EXPRESSION) return [UNKNOWN];
  let shorter = text;
  // Innermost first: macros are arguments of others.
  for (let longer = ''; longer !== shorter;)
    [longer, shorter] = [shorter, shorter.replaceAll(MACRO, UNKNOWN)];
  return shorter.match(TOKEN) ?? [];
}

/** What stands before and behind the "if" of a line. */
export function splitCondition(rest: string): {
  readonly value: string;
  readonly condition: string | undefined;
} {
  for (const { 0: part, 1: word, index } of rest.matchAll(VALUE_PART)) {
    if (word === undefined) continue;
    return { value: rest.slice(0, index), condition: rest.slice(index + part.length) };
  }
  return { value: rest, condition: undefined };
}

/** A text in quotes, which goes on to the end where nothing closes it; a blank with the "if" after it; or neither. */
const VALUE_PART = /"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|\s+(if\b\s*)?|[^"'\s]+/g;

/** The parts of a condition that all must hold, or the condition where "||" is outermost. */
export function conjunctsOf(condition: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const token of condition.split(/(\|\||&&|[()])/)) {
    if (token === '(') depth++;
    if (token === ')') depth--;
    if (depth === 0 && token === '||') return [condition];
    if (depth === 0 && token === '&&') parts.push('');
    else parts.push(parts.pop()! + token);
  }
  return parts.map((part) => part.trim());
}

export function modulesLevel({ config }: Resolved): Tristate {
  return optionValue(config, 'MODULES') === 'y' ? 1 : 0;
}

/** Numbers and texts count as n where they are not compared. */
function levelOfWord(word: string, { config }: Resolved): Tristate {
  if (word.includes('$')) return undefined;
  const value = ['y', '"y"'].includes(word) ? 'y' : config.get(word);
  return value === 'y' ? 2 : value === 'm' ? 1 : 0;
}

export const TYPES = ['bool', 'tristate', 'int', 'hex', 'string'] as const;

export function typeOf(name: string, { definitions }: Resolved): Operand['type'] {
  const lines = (definitions.get(name) ?? []).flatMap((entry) => entry.lines);
  const words = new Set(lines.map(({ keyword }) => keyword.replace('def_', '')));
  return TYPES.find((type) => words.has(type));
}

interface Operand {
  readonly type: 'bool' | 'tristate' | 'int' | 'hex' | 'string' | undefined;
  readonly text: string;
}

/** A word that is no option stands for itself. How a number that is absent compares hangs on the kernel's version. */
export function operandOf(word: string, resolved: Resolved): Operand | undefined {
  if (word.includes('$')) return undefined;
  const type = /^[nmy]$/.test(word) ? 'tristate' : typeOf(word, resolved);
  if (type === undefined) return { type, text: unquoted(word) };
  const value = resolved.config.get(word);
  if (value !== undefined) return { type, text: unquoted(value) };
  if (type === 'int' || type === 'hex') return undefined;
  return { type, text: type === 'string' ? '' : /^[nmy]$/.test(word) ? word : 'n' };
}

export function unquoted(text: string): string {
  return /^["']/.test(text) ? text.slice(1, -1).replaceAll(/\\(.)/g, '$1') : text;
}

/** Below, at or above 0, as expr_calc_value of scripts/kconfig/expr.c compares: numbers if both are, else texts. */
function compareOperands(left: Operand | undefined, right: Operand | undefined): number | undefined {
  if (left === undefined || right === undefined) return undefined;
  const [a, b] = [numberOf(left), numberOf(right)];
  const texts = left.type === 'string' && right.type === 'string';
  if (texts || a === undefined || b === undefined) return compareNames(left.text, right.text);
  return a < b ? -1 : a > b ? 1 : 0;
}

function numberOf({ type, text }: Operand): bigint | undefined {
  if (type === 'bool' || type === 'tristate') return BigInt('nmy'.indexOf(text));
  if (type === 'hex')
    return /^(0x)?[\da-f]+$/i.test(text) ? BigInt(`0x${text.replace(/^0x/i, '')}`) : undefined;
  if (type === undefined && /^0x[\da-f]+$/i.test(text)) return BigInt(text);
  return /^-?\d+$/.test(text) ? BigInt(text) : undefined;
}

export function lesser(a: Tristate, b: Tristate): Tristate {
  if (a === 0 || b === 0) return 0;
  return a === undefined || b === undefined ? undefined : a < b ? a : b;
}

export function greater(a: Tristate, b: Tristate): Tristate {
  if (a === 2 || b === 2) return 2;
  return a === undefined || b === undefined ? undefined : a > b ? a : b;
}

function opposite(level: Tristate): Tristate {
  return level === undefined ? undefined : ((2 - level) as Tristate);
}
