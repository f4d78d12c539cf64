/**
 * The notes that kbuild keeps in `O=` of how each file was made: `.NAME.cmd` has the command (scripts/Kbuild.include,
 * `if_changed`) and what the compiler read for it (scripts/basic/fixdep.c), `include/config/auto.conf.cmd` the Kconfig
 * files (scripts/kconfig/confdata.c), `usr/.initramfs_data.cpio.d` what is packed into the kernel (usr/gen_initramfs.sh).
 * What they say of options is left out.
 */
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { walkFolder } from '../../files/walk-folder.ts';
import { madeIn, readBoundedText } from '../kernel-file.ts';

/** The paths that the notes of a build folder name, each once, as they are written. */
export interface NotedPaths {
  /** From `O=`. */
  readonly read: ReadonlySet<string>;
  /** From `O=`: what is packed. */
  readonly packed: ReadonlySet<string>;
  /** From the tree's root. */
  readonly kconfig: ReadonlySet<string>;
  /** What is below the tree's root in commands: files, folders, and what only looks like it. */
  readonly named: ReadonlySet<string>;
  /** Names and absolute paths of programs that commands run, and of what only looks like it. */
  readonly programs: ReadonlySet<string>;
}

/** Notes in `output`, whose commands name the tree as one of `roots`: `/home/me/linux/`, `../`. */
export function readNotedPaths(output: string, roots: readonly string[]): NotedPaths {
  const paths = {
    read: new Set<string>(),
    packed: new Set<string>(),
    kconfig: new Set<string>(),
    named: new Set<string>(),
    programs: new Set<string>(),
  };
  const access = madeIn(output);
  for (const { parentPath, name } of noteFiles(output)) {
    const path = join(parentPath, name);
    const text = readBoundedText(path, 'note', access);
    if (path.endsWith('.d')) addWords(text, paths.packed);
    else if (path.endsWith('/auto.conf.cmd')) addWords(KCONFIG_FILES.exec(text)?.[0] ?? '', paths.kconfig);
    else addCommandFile(text, roots, paths);
  }
  return paths;
}

/** What follows are conditions on variables. */
const KCONFIG_FILES = /^deps_config := .*(\n\t.*)*/m;

/** The notes in a build folder. */
export function noteFiles(output: string): Dirent[] {
  return walkFolder(output).filter(
    (entry) => entry.isFile() && /^\..*\.(cmd|d)$|^auto\.conf\.cmd$/.test(entry.name),
  );
}

/** Lists of make's: `TARGET: PATH PATH \` and `NAME := \`, over several lines. */
function addWords(text: string, into: Set<string>): void {
  for (const word of text.replaceAll(/^\S+(:| :=)(?=\s)|\\$/gm, '').split(/\s+/)) {
    if (word !== '') addCopy(word.replaceAll('\\:', ':'), into);
  }
}

/** Lines of a list but for `    $(wildcard include/config/SMP) \`, a source, and a command. */
const NOTES = /^(?: {2}([^\s$][^\s\\]*)|source_.* := (.*)|(?:saved)?cmd_(.*))/gm;

function addCommandFile(
  text: string,
  roots: readonly string[],
  { read, named, programs }: Readonly<Record<'read' | 'named' | 'programs', Set<string>>>,
): void {
  for (const [, prerequisite, source, command] of text.matchAll(NOTES)) {
    if (command === undefined) addCopy(prerequisite ?? source!.trim(), read);
    else {
      for (const path of pathsBelow(roots, command)) addCopy(path, named);
      for (const [, program] of command.matchAll(PROGRAMS)) addCopy(program!, programs);
    }
  }
}

/** First words of the commands of a shell. */
const PROGRAMS = /(?::=|[;|&(`]|\b(?:do|else|exec|if|then|xargs)\b) *([\w/][\w.+/-]*)/g;

/** What a path in a command may be made of. */
const REST_OF_PATH = /[^\s"'`;|&<>()$]+/y;

/** An option whose folder a compiler or dtc looks in, of which it notes what it has found. */
const SEARCHES_IN = /-(?:[IiL]|isystem|iquote|idirafter) {0,2}$/;

/** Longer than what SEARCHES_IN matches. */
const OPTION_LENGTH = 16;

/** The paths in a text that begin with a root. Each place is looked at once, whatever the text is. */
function* pathsBelow(roots: readonly string[], text: string): Generator<string> {
  const places = roots.map((root) => ({ root, at: text.indexOf(root) }));
  for (;;) {
    const [next] = places.filter(({ at }) => at !== -1).toSorted((a, b) => a.at - b.at);
    if (next === undefined) return;
    REST_OF_PATH.lastIndex = next.at + next.root.length;
    const rest = REST_OF_PATH.exec(text)?.[0] ?? '';
    const isSearched = SEARCHES_IN.test(text.slice(Math.max(0, next.at - OPTION_LENGTH), next.at));
    if (rest !== '' && !isSearched) yield next.root + rest;
    const end = next.at + next.root.length + rest.length;
    for (const place of places) {
      if (place.at !== -1 && place.at < end) place.at = text.indexOf(place.root, end);
    }
  }
}

/** A part of a text keeps the whole text in memory; those of a large build are half a gigabyte, of few distinct words. */
function addCopy(word: string, into: Set<string>): void {
  if (!into.has(word)) into.add(Buffer.from(word).toString());
}
