/**
 * Words of Makefiles, Kconfig files and scripts that may name a file or a folder of the tree, as patterns for its path.
 * Nothing is evaluated: a variable whose value is not known stands for any path. A relative path begins at $(srctree),
 * which make looks in (VPATH), or beside its file.
 */
import { basename, normalize, relative } from 'node:path/posix';
import type { KernelConfig } from '../../size/kernel-config.ts';
import { matchesGlob } from '../../size/selectors/glob.ts';

/** Where a word stands. */
export interface WordPlace {
  /** The folder of its file, relative to the repository's root. */
  readonly folder: string;
  /** The kernel's folder, likewise. */
  readonly srctree: string;
  /** Whether $(src) is that folder; in a Makefile that others include it is one of theirs. */
  readonly src: 'own' | 'others';
  /** The folder below arch/ that $(SRCARCH) is. */
  readonly sourceArch: string;
  /** Resolved. */
  readonly config: KernelConfig;
}

/** A word that may name a path. */
export interface PathWord {
  /** As it stands, with stars for what is not known. */
  readonly text: string;
  /** Each for `matchesGlob`, of a path that `comparable` returned. */
  readonly patterns: readonly string[];
  /** The last part of what it names; undefined where that has a wildcard. */
  readonly name: string | undefined;
  /** Whether a star may stand for several parts, as the value of a variable may. */
  readonly isDeep: boolean;
  /** Where it begins: at a folder that is known, or at any. */
  readonly start: 'known' | 'any';
  /** `%` stands in rules. */
  readonly kind: 'path' | 'rule';
}

/** A path as patterns are matched with: what ends a word of a Makefile parts a path, too. */
export function comparable(path: string): string {
  return `/${path.replaceAll(/[^\w.+,/-]+/g, '/')}`;
}

export function isNamed(path: string, { patterns, isDeep }: PathWord): boolean {
  return patterns.some(
    (pattern) => (isDeep || depthOf(pattern) === depthOf(path)) && matchesGlob(pattern, path),
  );
}

function depthOf(path: string): number {
  return path.split('/').length;
}

const VARIABLES = /\$\([\w.@^<?+*-]+\)|\$\{\w+\}|\$\w+/g;
/** The same, and what paths have. */
const WORDS = /(?:\$\([\w.@^<?+*-]+\)|\$\{\w+\}|\$\w+|[\w.*?%+,/[\]-])+/g;

/** `$(build)=FOLDER` is where kbuild goes on, `-I FOLDER` where a compiler looks, which notes what it finds. */
const NOT_READ = /\$\([\w-]+\)=\S+|(?<![\w$)}/-])-(?:I|isystem|iquote|idirafter)\s*\S+/g;

/** The words of a line, but for those that say nothing of a path. */
export function pathWords(line: string, place: WordPlace): PathWord[] {
  const words = line.replaceAll(NOT_READ, ' ').match(WORDS) ?? [];
  return words.flatMap((word, index) => {
    const where = { ...place, isName: words[index - 1] === '-name' };
    // Arguments of make's functions, or a name with a comma.
    const parts = word.includes(',') ? [word, ...word.split(',')] : [word];
    return parts.flatMap((part) => pathWord(part, where) ?? []);
  });
}

function pathWord(word: string, place: WordPlace & { readonly isName: boolean }): PathWord | undefined {
  const { starts, rest } = splitStart(word.replace(/^-+\w/, ''), place);
  const known = rest.replaceAll(VARIABLES, (variable) => valueOf(variable, place) ?? UNKNOWN);
  const path = known
    .replaceAll(UNKNOWN, '*')
    .replaceAll(/\[[^[\]]*\]/g, '?')
    .replaceAll('%', '*')
    // Above a folder that is not known.
    .replaceAll(/\*\/\.\.(?=\/|$)/g, '*');
  const patterns = starts.map((start) => patternOf(start, path));
  const name = basename(patterns[0]!);
  const isGlob = /[*?]/.test(name);
  // What is listed in `O=`; a star alone, or a variable.
  if (isGlob && /^\$\((?:obj|objtree)\)/.test(word)) return undefined;
  if (!/\w/.test(path) && !(starts.length === 1 && /\w/.test(starts[0]!))) return undefined;
  return {
    text: path,
    patterns,
    name: isGlob ? undefined : name,
    isDeep: starts.includes(ANY) || known.includes(UNKNOWN),
    start: starts.includes(ANY) ? 'any' : 'known',
    kind: word.includes('%') ? 'rule' : 'path',
  };
}

const ANY = '*';

function patternOf(start: string, path: string): string {
  const whole = start === ANY ? `*${normalize(`/${path}`)}` : normalize(`/${start}/${path}`);
  return whole.replace(/\/$/, '');
}

const ROOT = /^\$(?:\((?:abs_)?srctree\)|\{(?:abs_)?srctree\}|(?:abs_)?srctree)(?=\/|$)/;
const OWN = /^\$\((?:src|obj)\)(?=\/|$)/;

function splitStart(
  word: string,
  { folder, srctree, src, isName }: WordPlace & { readonly isName: boolean },
): { readonly starts: readonly string[]; readonly rest: string } {
  if (ROOT.test(word)) return { starts: [srctree], rest: word.replace(ROOT, '') };
  if (src === 'own' && OWN.test(word)) return { starts: [folder], rest: word.replace(OWN, '') };
  if (isName || /^(\$|\/|\.\.\/)/.test(word)) return { starts: [ANY], rest: word };
  return { starts: [srctree, folder], rest: word };
}

/** Stands for a value that is not known. */
const UNKNOWN = '\u{2}';

function valueOf(
  variable: string,
  { sourceArch, src, folder, srctree, config }: WordPlace,
): string | undefined {
  const name = variable.replaceAll(/[${()}]/g, '');
  if (/^(?:SRCARCH|ARCH|UTS_MACHINE)$/.test(name)) return sourceArch;
  if (src === 'own' && /^(?:src|obj)$/.test(name)) return relative(srctree, folder);
  if (!name.startsWith('CONFIG_')) return undefined;
  const value = (config.get(name.slice('CONFIG_'.length)) ?? '').replaceAll('"', '');
  return /^[\w./-]*$/.test(value) ? value : undefined;
}
