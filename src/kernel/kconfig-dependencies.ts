/**
 * Finds where a Kconfig option is defined and what it depends on, for messages about options that did not take.
 * Reads the language of Documentation/kbuild/kconfig-language.rst as far as that needs: source, if, menu, choice,
 * config, depends on. Prompts, defaults and selects are left out.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One definition of an option: `where` is `file:line` relative to the tree. */
export interface OptionDefinition {
  readonly where: string;
  /** What must hold, outermost first, as written. */
  readonly dependsOn: readonly string[];
}

/** What is open at a line: conditions of the enclosing blocks, and the entry being read. */
interface ReaderState {
  /** One list of conditions for each open block. */
  readonly blocks: string[][];
  /** Conditions of the entry at hand; `depends on` adds to it. */
  entry: string[];
}

const LINE =
  /^\s*(source|if|endif|menu|endmenu|choice|endchoice|config|menuconfig|comment|depends on)(?:\s+(.*?))?\s*(?:#.*)?$/;

/** All definitions of each option for one architecture, by name without `CONFIG_`. */
export function readOptionDefinitions(tree: string, srcArch: string): Map<string, OptionDefinition[]> {
  const definitions = new Map<string, OptionDefinition[]>();
  readFile('Kconfig', []);
  return definitions;

  function readFile(path: string, outer: readonly string[]): void {
    if (!existsSync(join(tree, path))) return;
    const state: ReaderState = { blocks: [[...outer]], entry: [] };
    for (const { line, number } of statementsOf(readFileSync(join(tree, path), 'utf8'))) {
      const [, keyword, rest = ''] = LINE.exec(line) ?? [];
      if (keyword === undefined) continue;
      if (keyword === 'source') readFile(expand(rest), state.blocks.flat());
      else if (keyword.endsWith('config')) define(rest, `${path}:${number}`, state);
      else follow(state, keyword, rest);
    }
  }

  function expand(quoted: string): string {
    return quoted.replaceAll('"', '').replaceAll(/\$\((SRCARCH|ARCH)\)/g, srcArch);
  }

  function define(name: string, where: string, state: ReaderState): void {
    state.entry = [];
    const outer = state.blocks.flat();
    const own = state.entry;
    const known = definitions.get(name) ?? [];
    definitions.set(name, [...known, definition(where, outer, own)]);
  }
}

/** The entry's own conditions are read after this: they are looked up when asked for. */
function definition(where: string, outer: readonly string[], own: readonly string[]): OptionDefinition {
  return {
    where,
    get dependsOn() {
      return [...outer, ...own];
    },
  };
}

/** A line with the ones that it continues, and its number. */
interface Statement {
  readonly line: string;
  readonly number: number;
}

/** All lines but help texts, which end where the indentation does (scripts/kconfig/lexer.l) and may say "if". */
function statementsOf(text: string): Statement[] {
  const statements: Statement[] = [];
  let continued = '';
  let help: { readonly indentation: number | undefined } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (help !== undefined) {
      if (line.trim() === '') continue;
      const indentation = indentationOf(line);
      if (indentation > 0 && indentation >= (help.indentation ?? 0)) {
        help = { indentation: help.indentation ?? indentation };
        continue;
      }
      help = undefined;
    }
    const joined = continued + line;
    continued = line.endsWith('\\') ? `${joined.slice(0, -1)} ` : '';
    if (continued !== '') continue;
    if (/^\s+(help|---help---)\s*$/.test(line)) help = { indentation: undefined };
    else statements.push({ line: joined, number: index + 1 });
  }
  return statements;
}

/** Columns before the first character; a tab leads to the next multiple of eight. */
function indentationOf(line: string): number {
  let column = 0;
  for (const character of /^[ \t]*/.exec(line)?.[0] ?? '') {
    column = character === '\t' ? (column | 7) + 1 : column + 1;
  }
  return column;
}

function follow(state: ReaderState, keyword: string, rest: string): void {
  if (keyword === 'depends on') state.entry.push(rest.replaceAll(/\s+/g, ' '));
  // A comment may depend on something too, which is not the entry's before it.
  else if (keyword === 'comment') state.entry = [];
  else if (keyword.startsWith('end')) state.blocks.pop();
  else {
    const conditions = keyword === 'if' ? [rest] : [];
    state.blocks.push(conditions);
    state.entry = conditions;
  }
}
