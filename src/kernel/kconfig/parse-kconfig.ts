/**
 * Finds where Kconfig options are defined, what they depend on and what their definitions say, for messages about
 * options that did not take or that changed. Reads the language of Documentation/kbuild/kconfig-language.rst as far
 * as that needs. Expressions are left as written, and so are macros, whose values only Kconfig itself can tell.
 */
import { join } from 'node:path';
import { readTextIfSound, sourceIn } from '../kernel-file.ts';

/** A statement: its first word, and what follows that as written. `file` is relative to the tree. */
export interface KconfigLine {
  readonly keyword: string;
  readonly rest: string;
  readonly file: string;
  /** Counted from 1; the first one of a statement that is continued. */
  readonly line: number;
}

/** A definition of an option, a block of entries, or a file. */
export interface KconfigEntry {
  readonly start: KconfigLine;
  /** What it is in; its conditions hold for this entry too. */
  readonly outer: KconfigEntry | undefined;
  /** Types, prompts, dependencies, defaults, selects and implies. */
  readonly lines: readonly KconfigLine[];
}

/** One definition of an option: `where` is `file:line` relative to the tree. */
export interface OptionDefinition {
  readonly where: string;
  /** What must hold, outermost first, as written. */
  readonly dependsOn: readonly string[];
}

interface OpenEntry extends KconfigEntry {
  readonly lines: KconfigLine[];
  readonly outer: OpenEntry | undefined;
}

interface ReaderState {
  /** The innermost block, or the file. */
  block: OpenEntry;
  /** What lines at hand belong to. */
  entry: OpenEntry;
}

const STRUCTURE: ReadonlySet<string> = new Set(
  'source config menuconfig comment if endif menu endmenu choice endchoice'.split(' '),
);
const ATTRIBUTES = 'depends visible prompt default def_bool def_tristate select imply'.split(' ');
const TYPES = 'bool tristate int hex string'.split(' ');
const KEYWORDS: ReadonlySet<string> = new Set([...STRUCTURE, ...ATTRIBUTES, ...TYPES, 'help', '---help---']);

/** All definitions of each option for one architecture, by name without `CONFIG_`. */
export function readOptionDefinitions(tree: string, srcArch: string): Map<string, OptionDefinition[]> {
  const entries = [...readKconfig(tree, srcArch)];
  return new Map(entries.map(([name, definitions]) => [name, definitions.map(definitionOf)]));
}

function definitionOf(entry: KconfigEntry): OptionDefinition {
  return {
    where: `${entry.start.file}:${entry.start.line}`,
    get dependsOn() {
      return dependenciesOf(entry);
    },
  };
}

/** What must hold for an entry, outermost first, as written. */
export function dependenciesOf({ start, outer, lines }: KconfigEntry): string[] {
  const own = lines.filter(({ keyword }) => keyword === 'depends').map(conditionOf);
  const around = outer === undefined ? [] : dependenciesOf(outer);
  return [...around, ...(start.keyword === 'if' ? [start.rest] : []), ...own];
}

/** What must hold besides for its prompts to be seen: `visible if` of the menus around it. */
export function visibilityOf({ outer, lines }: KconfigEntry): string[] {
  const own = lines.filter(({ keyword }) => keyword === 'visible').map(conditionOf);
  return [...(outer === undefined ? [] : visibilityOf(outer)), ...own];
}

/** What `depends on` and `visible if` say. */
function conditionOf({ rest }: KconfigLine): string {
  return rest.replace(/^(on|if)\b\s*/, '').replaceAll(/\s+/g, ' ');
}

/** All definitions of each option for one architecture, by name without `CONFIG_`. */
export function readKconfig(tree: string, srcArch: string): Map<string, KconfigEntry[]> {
  const definitions = new Map<string, KconfigEntry[]>();
  const access = sourceIn(tree);
  readFile('Kconfig', undefined);
  return definitions;

  function readFile(path: string, outer: OpenEntry | undefined): void {
    const text = isOpen(path, outer) ? undefined : readTextIfSound(join(tree, path), 'source', access);
    if (text === undefined) return;
    const file = entryAt({ keyword: 'source', rest: path, file: path, line: 0 }, outer);
    const state: ReaderState = { block: file, entry: file };
    for (const statement of statementsOf(path, text)) {
      if (statement.keyword === 'source') readFile(expand(statement.rest), state.block);
      else if (statement.keyword.endsWith('config')) define(statement, state);
      else follow(state, statement);
    }
  }

  function expand(quoted: string): string {
    return quoted.replaceAll('"', '').replaceAll(/\$\((SRCARCH|ARCH)\)/g, srcArch);
  }

  /** The entry's own lines are read after this, into the same list. */
  function define(start: KconfigLine, state: ReaderState): void {
    state.entry = entryAt(start, state.block);
    const known = definitions.get(start.rest);
    if (known === undefined) definitions.set(start.rest, [state.entry]);
    else known.push(state.entry);
  }
}

/** Whether a file is being read: Kconfig refuses one that reads itself, but by macros that are not expanded here. */
function isOpen(path: string, entry: OpenEntry | undefined): boolean {
  if (entry === undefined) return false;
  return (entry.start.keyword === 'source' && entry.start.file === path) || isOpen(path, entry.outer);
}

function entryAt(start: KconfigLine, outer: OpenEntry | undefined): OpenEntry {
  return { start, outer, lines: [] };
}

function follow(state: ReaderState, statement: KconfigLine): void {
  const { keyword } = statement;
  if (!STRUCTURE.has(keyword)) state.entry.lines.push(statement);
  // An "end" too many must not lead out of the file.
  else if (keyword.startsWith('end')) state.block = state.entry = closed(state.block);
  else {
    // A comment may depend on something too, which is not the entry's before it.
    state.entry = entryAt(statement, state.block);
    if (keyword !== 'comment') state.block = state.entry;
  }
}

function closed(block: OpenEntry): OpenEntry {
  return block.start.keyword === 'source' ? block : (block.outer ?? block);
}

/** All statements; help texts, which end where the indentation does (scripts/kconfig/lexer.l), may look like some. */
function statementsOf(file: string, text: string): KconfigLine[] {
  const statements: KconfigLine[] = [];
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const number = index + 1;
    const keyword = keywordOf(lines[index]!);
    if (keyword === undefined) continue;
    if (keyword === 'help' || keyword === '---help---') {
      index = lastOfHelp(lines, index);
      continue;
    }
    const parts = [lines[index]!];
    while (parts.at(-1)!.endsWith('\\') && index + 1 < lines.length) parts.push(lines[++index]!);
    const line = parts.map((part, place) => (place + 1 < parts.length ? part.slice(0, -1) : part)).join(' ');
    statements.push({ keyword, rest: restOf(line, keyword), file, line: number });
  }
  return statements;
}

/** Not by a regular expression: these are 100,000 lines, and each match would be an object. */
function keywordOf(line: string): string | undefined {
  let start = 0;
  while (line[start] === '\t' || line[start] === ' ') start++;
  let end = start;
  while (isWordCharacter(line.charCodeAt(end))) end++;
  const word = line.slice(start, end);
  return KEYWORDS.has(word) ? word : undefined;
}

/** One of a-z, 0-9, "_" and "-": `if-success` is no `if`. */
function isWordCharacter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95 || code === 45;
}

/** What follows the keyword, without the remark at the end. */
function restOf(line: string, keyword: string): string {
  const rest = line.slice(line.indexOf(keyword) + keyword.length);
  if (!rest.includes('#')) return rest.trim();
  return (/^(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^"'#])*/.exec(rest)?.[0] ?? '').trim();
}

function lastOfHelp(lines: readonly string[], start: number): number {
  let least = 1;
  let last = start;
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.trim() === '') continue;
    const indentation = indentationOf(line);
    if (indentation < least) break;
    if (last === start) least = indentation;
    last = index;
  }
  return last;
}

/** Columns before the first character; a tab leads to the next multiple of eight. */
function indentationOf(line: string): number {
  let column = 0;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '\t') column = (column | 7) + 1;
    else if (line[i] === ' ') column++;
    else break;
  }
  return column;
}
