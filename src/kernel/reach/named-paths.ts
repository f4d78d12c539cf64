/** Whether the text of a build (build-text.ts) names a file of the tree, or reads a folder that it is in. */
import { basename, dirname } from 'node:path/posix';
import { type TextLine, asksForCommit } from './build-text.ts';
import { type PathWord, comparable, isNamed } from './path-words.ts';

/** The first line that names one of the paths. */
export interface Naming {
  /** The first of all where it reads the whole tree, or asks git for the commit. */
  readonly path: string;
  /** `drivers/toy/Makefile, line 12`. */
  readonly by: string;
}

/** A path that was asked for, or a folder that it is in. */
interface Entry {
  readonly path: string;
  readonly comparable: string;
  readonly kind: 'file' | 'folder';
}

/**
 * Paths are relative to the repository's root. Where make is run again, it finds by $(wildcard) itself which sources
 * there are.
 */
export function findNaming(
  paths: readonly string[],
  text: Iterable<TextLine>,
  runs: 'nothing' | 'make again' = 'nothing',
): Naming | undefined {
  if (paths.length === 0) return undefined;
  const index = indexOf(paths);
  const documents = indexOf(paths.filter((path) => !isForCompilers(path)));
  for (const line of text) {
    if (OF_OTHER_GOALS.test(line.text)) continue;
    const isListing = runs === 'make again' && LISTS_SOURCES.test(line.text);
    const isAsked = runs === 'nothing' && asksForCommit(line.file, line.text);
    const path =
      isAsked || readsTree(line.text) ? paths[0] : pathNamedBy(line, isListing ? documents : index);
    if (path !== undefined) return { path, by: `${line.file}, line ${line.number}` };
  }
}

/** Rules of the Makefile of the root that clean, search and check the tree, and make no kernel. */
const OF_OTHER_GOALS =
  /RCS_FIND_IGNORE|headerdep|checkstack|tools\/testing\/selftests|-name '\*\.rs'|^clean-(?:dirs|files)\b|DT_BINDING_DIR|rustdoc|docheck/;

const LISTS_SOURCES = /\$\(wildcard\b/;

interface Index {
  readonly byName: ReadonlyMap<string, readonly Entry[]>;
  readonly files: readonly Entry[];
}

function indexOf(paths: readonly string[]): Index {
  const entries = new Map<string, Entry>();
  const add = (path: string, of: string, kind: Entry['kind']): void => {
    if (!entries.has(path)) entries.set(path, { path: of, comparable: comparable(path), kind });
  };
  for (const path of paths) {
    add(path, path, 'file');
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) add(folder, path, 'folder');
  }
  const byName = new Map<string, Entry[]>();
  for (const entry of entries.values()) {
    const name = basename(entry.comparable);
    byName.set(name, [...(byName.get(name) ?? []), entry]);
  }
  return { byName, files: [...entries.values()].filter(({ kind }) => kind === 'file') };
}

function pathNamedBy(line: TextLine, { byName, files }: Index): string | undefined {
  for (const word of line.words) {
    const entries = word.name === undefined ? files : (byName.get(word.name) ?? []);
    const isMeant = entries.length > 0 ? meaningOf(word, line) : undefined;
    if (isMeant === undefined) continue;
    const found = entries.find((entry) => isMeant(entry) && isNamed(entry.comparable, word));
    if (found !== undefined) return found.path;
  }
}

type Meaning = (entry: Entry) => boolean;

/** What a word means where it stands; undefined for nothing. */
function meaningOf(word: PathWord, line: TextLine): Meaning | undefined {
  return word.name === undefined ? meaningOfGlob(word, line) : meaningOfName(word, line);
}

function meaningOfName(word: PathWord, { text }: TextLine): Meaning {
  return ({ path, kind }) => (kind === 'folder' ? isFolderRead(word, text) : isFileMeant(word, path));
}

/** Whoever is given a folder may read all that is in it. */
function isFolderRead(word: PathWord, text: string): boolean {
  if (isOwnFolder(word)) return WALKS.test(text) || /\bcd\s/.test(text);
  if (!isPart(word)) return word.start === 'known' && WALKS.test(text);
  if (GOES_ON_IN.test(text)) return false;
  return READS_FOLDERS.test(text) || (isSpelled(word) && !PREREQUISITES.test(text));
}

/** Elsewhere a star multiplies, or is part of a regular expression. */
function meaningOfGlob(word: PathWord, { text, file }: TextLine): Meaning | undefined {
  if (!/^(Makefile|Kbuild|Kconfig)|\.(sh|mk|include)$/.test(basename(file))) return undefined;
  const isSpecific = WALKS.test(text) || isPart(word) || (isSpelled(word) && !word.isDeep);
  const hasEnding = /\.\w+$/.test(word.text);
  return ({ path }) => (isSpecific || (hasEnding && !isForCompilers(path))) && isFileMeant(word, path);
}

/** `$(src)` alone. */
function isOwnFolder({ text, start }: PathWord): boolean {
  return start === 'known' && /^\/?$/.test(text);
}

/** `$(src)/folder`, `$(srctree)/folder`: more than a word that happens to be a folder's name. */
function isSpelled({ text, start }: PathWord): boolean {
  return start === 'known' && text.startsWith('/');
}

/** Compilers note the sources of pattern rules; and kbuild's files of any folder are those of the ones that it goes into. */
function isFileMeant({ kind, isDeep, text }: PathWord, path: string): boolean {
  if (kind === 'rule') return !isForCompilers(path) && /\.\w+$/.test(text);
  return !isDeep || !/^(Makefile|Kbuild|Kconfig)/.test(basename(path));
}

function isForCompilers(path: string): boolean {
  return /\.([chS]|dtsi?|dtso)$/.test(path);
}

/** Whether it says more of a path than one part. */
function isPart({ text, start }: PathWord): boolean {
  if (start === 'known') return /\w\/|\/\w/.test(text);
  return text.split('/').filter((part) => /\w/.test(part)).length > 1;
}

/** What lists folders. */
const WALKS =
  /\b(?:find|ls|tar|cpio|rsync|cp|du|zip|(?:mk|gen)squashfs|mkfs\.\w+|genisoimage|mkisofs|xorriso|genext2fs)\s|\bgrep\s+-\w*[rR]|^\s*vpath\s/;

/** What make looks whether it is there, and hands to nobody. */
const PREREQUISITES = /^[^\s=:]+\s*:(?!=)/;

/** What lists folders, asks for them, or gives them a name. */
const READS_FOLDERS =
  /\$\((?:wildcard|shell|addprefix|foreach)\b|\b(?:find|ls|tar|cpio|rsync|xargs|cat|cp|du|grep|test|for|cd|vpath)\s|\[\s+-|^\s*(?:export\s+)?(?!(?:quiet_)?cmd_)\w+\s*[:?+]*=/;

/** `obj-y += folder/`. */
const GOES_ON_IN = /^\s*[\w-]+-(?:y|m|n|objs|\$\((?:[^()]|\([^()]*\))*\))?\s*[:+?]?=/;

/** Whether it reads all of the tree, from the root on. */
function readsTree(text: string): boolean {
  return LISTS.test(text) && text.split(/\s+/).some((word) => ROOT.test(word));
}

const LISTS = /\b(?:find|tar|cpio|rsync|du|ls|ls-files)\s|\bgrep\s+-\w*[rR]/;
const ROOT = /^(?:\.|\$[({]?(?:abs_)?srctree[)}]?)\/?\)*$/;
