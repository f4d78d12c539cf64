/** Reads the rules of scripts/bloat-o-meter off its text, so that forks and versions to come are followed too. */
import type { DiffMode, LetterSet, ScriptRules } from './symbol-letters.ts';

/** Several times what the script has. */
const LONGEST_TEXT = 64 * 1024;
const MOST_NAMES = 64;

const LOOP_START = 'if type in format:';
const LOOP_END = "name = re_NUMBER.sub('', name)";
const NUMBERS = String.raw`re_NUMBER = re.compile(r'\.[0-9]+')`;

const PREFIX = /^if name\.startswith\("(\w+)"\): continue$/;
const NAME = /^if name == "(\w+)": continue$/;
const TABLE = /^print_result\("([\w ]{1,20})", "([A-Za-z]{1,20})"\)$/;

/** Lines that choose what is printed, in the order of the script. */
const BRANCHES: readonly { readonly line: string; readonly mode: DiffMode }[] = [
  { line: 'if args.c:', mode: 'categories' },
  { line: 'elif args.d:', mode: 'data' },
  { line: 'elif args.t:', mode: 'text' },
  { line: 'else:', mode: 'all' },
];

/** Undefined for a script of another form than those from 6.1 to 7.2. */
export function parseScript(text: string): ScriptRules | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const lines = text.split('\n').map((line) => line.trim());
  const ignored = ignoredOf(lines);
  const tables = tablesOf(lines);
  return ignored && tables && lines.includes(NUMBERS) ? { ...ignored, tables } : undefined;
}

function ignoredOf(lines: readonly string[]): Omit<ScriptRules, 'tables'> | undefined {
  const [start, end] = [lines.indexOf(LOOP_START), lines.indexOf(LOOP_END)];
  const filters = lines.slice(start + 1, Math.max(end, 0)).filter((line) => !/^(#|$)/.test(line));
  const prefixes = filters.flatMap((line) => PREFIX.exec(line)?.[1] ?? []);
  const names = filters.flatMap((line) => NAME.exec(line)?.[1] ?? []);
  const isRead = prefixes.length + names.length === filters.length && filters.length <= MOST_NAMES;
  return start >= 0 && isRead ? { ignoredPrefixes: prefixes, ignoredNames: names } : undefined;
}

function tablesOf(lines: readonly string[]): ScriptRules['tables'] | undefined {
  const [first] = BRANCHES;
  const rest = lines.slice(lines.lastIndexOf(first!.line)).filter((line) => line !== '');
  const tables: Record<DiffMode, LetterSet[]> = { categories: [], data: [], text: [], all: [] };
  let branch = -1;
  for (const line of rest) {
    const [, title, letters] = TABLE.exec(line) ?? [];
    if (line === BRANCHES[branch + 1]?.line) branch++;
    else if (branch >= 0 && title !== undefined && letters !== undefined) {
      tables[BRANCHES[branch]!.mode].push({ title, letters });
    } else return undefined;
  }
  const isWhole = branch === BRANCHES.length - 1 && Object.values(tables).every((sets) => sets.length > 0);
  return isWhole && rest.length <= MOST_NAMES ? tables : undefined;
}
