/**
 * What decides on a build beside the sources that compilers read: Makefiles of the folders that kbuild went into, Kconfig
 * files, and the scripts and further files that these name. Nobody notes what they read themselves.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { basename, dirname } from 'node:path/posix';
import type { KernelConfig } from '../../size/kernel-config.ts';
import { isForPeople } from '../tree/file-kinds.ts';
import { readSourceFile } from '../tree/source-file.ts';
import { type PathWord, type WordPlace, pathWords } from './path-words.ts';

/** A line, and what it may name. */
export interface TextLine {
  /** Relative to the repository's root, as all paths here. */
  readonly file: string;
  /** From 1; of the first one where a backslash joins several. */
  readonly number: number;
  readonly text: string;
  readonly words: readonly PathWord[];
}

/** Where to begin. */
export interface TextPlaces {
  /** The repository's root, with what is checked out. */
  readonly root: string;
  /** The kernel's folder in it, '' for the root itself. */
  readonly prefix: string;
  readonly sourceArch: string;
  /** Resolved. */
  readonly config: KernelConfig;
  /** What the kernel was made from, relative to its folder. */
  readonly files: readonly string[];
  /** Folders that kbuild went into, likewise. */
  readonly folders: readonly string[];
}

/** All lines of it that are neither comments nor said to people, each file once. */
export function* buildText(places: TextPlaces): Generator<TextLine> {
  const { root, prefix, folders } = places;
  const inKernel = folders.flatMap((folder) => ['Makefile', 'Kbuild'].map((name) => join(folder, name)));
  const files = new Set([...inKernel, ...places.files].filter(isBuildText).map((path) => join(prefix, path)));
  const looked = new Set<string>();
  // Those that are named on the way are gone through too.
  for (const file of files) {
    for (const line of linesOf(file, places)) {
      for (const pattern of line.words.flatMap(({ patterns }) => patterns)) {
        if (looked.has(pattern)) continue;
        looked.add(pattern);
        const path = pattern.replace(/^\*?\//, '');
        if (!/[?*]/.test(path) && isBuildText(path) && existsSync(join(root, path))) files.add(path);
      }
      yield line;
    }
  }
}

/**
 * Whether a text of the build asks git for what a commit has beside its files; scripts/setlocalversion does so where
 * CONFIG_LOCALVERSION_AUTO says it.
 */
export function asksForCommit(file: string, text: string): boolean {
  if (/(^|\/)scripts\/setlocalversion$/.test(file)) return false;
  return text.split('\n').some((line) => /\bgit\s/.test(line) && QUESTION.test(line) && !/^\s*#/.test(line));
}

const QUESTION =
  /\b(?:describe|rev-parse|rev-list|log|show|name-rev|symbolic-ref|for-each-ref|tag|archive|ls-files|ls-tree|cat-file)\b/;

/** Whether it is neither a compiler's nor people's. */
export function isBuildText(path: string): boolean {
  return (
    !/^O=\/|\.([chSyl]|dtsi?|dtso)$|_shipped$/.test(path) && !isForPeople(path) && !OF_OTHER_GOALS.test(path)
  );
}

/** What the kernel's own Makefiles run for goals that make no kernel, and what change-impact.ts knows by options. */
const OF_OTHER_GOALS =
  /(^|\/)(scripts\/(package|coccinelle|clang-tools|gdb)\/|scripts\/(tags\.sh|headerdep\.pl|check(includes|version|stack)\.pl|kernel-doc|nsdeps|Makefile\.(clean|dtbinst|headersinst|modinst|package|vdsoinst))$|kernel\/gen_kheaders\.sh$|tools\/build\/)/;

function linesOf(file: string, { root, prefix, sourceArch, config }: TextPlaces): TextLine[] {
  const text = readSourceFile(root, file);
  if (text === undefined || text.includes('\0')) return [];
  const place: WordPlace = {
    folder: dirname(file),
    src: /^(Makefile|Kbuild)$/.test(basename(file)) ? 'own' : 'others',
    srctree: prefix,
    sourceArch,
    config,
  };
  let next = 1;
  return text
    .replaceAll('\\\n', JOINT)
    .split('\n')
    .flatMap((line) => {
      const number = next;
      next += line.split(JOINT).length;
      const part = partThatNames(line, file);
      return part === undefined ? [] : { file, number, text: part, words: pathWords(part, place) };
    });
}

/** Stands for a line break behind a backslash; no text of a build has it. */
const JOINT = '\u{1}';

/** What may name files in a line; undefined where nothing does. */
function partThatNames(line: string, file: string): string | undefined {
  // Help texts name documents.
  if (basename(file).startsWith('Kconfig')) {
    return /\$\(|^\s*[or]*source\s+["$]/.test(line) ? line : undefined;
  }
  return /^\s*#/.test(line) || isSaid(line) ? undefined : withoutComment(line);
}

function withoutComment(line: string): string {
  const start = line.search(/\s#\s/);
  return start === -1 ? line : line.slice(0, start);
}

/** Whether it prints what it has itself. */
function isSaid(line: string): boolean {
  const said = /^\s*@?(?:\$\(kecho\)|echo|printf)\s(.*)$/.exec(line)?.[1];
  return said !== undefined && !/[>`|]|\$\(/.test(said.replaceAll('>&2', ''));
}
