/**
 * The files that run when a program is started: its own, what a script in its place is run by and starts, and the
 * libraries that they load. An xz or a clang is little more than its library.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { ByteSource } from '../../elf/byte-source.ts';
import { readNeeded } from '../../elf/needed.ts';
import { realPath } from '../../files/paths.ts';
import { type Expectation, openRegularFile } from '../../files/regular-file.ts';
import { findOnPath } from '../../process/find-on-path.ts';
import { UserError } from '../../user-error.ts';

/** No program is larger. */
export const PROGRAM: Expectation = {
  what: 'a program',
  instead: 'it',
  largest: 4 * 1024 ** 3,
  links: 'followed',
};

/** What is longer is no script that starts another program. */
const LONGEST_SCRIPT = 64 * 1024;

/** Finds the files of programs by PATH; each file is looked into once. */
export function programFileFinder(search: string): (program: string) => string[] {
  const started = new Map<string, readonly string[]>();
  const folders = libraryFolders();
  const startedByFile = (file: string): readonly string[] => {
    const files = started.get(file) ?? startedBy(file, { search, folders }).map((path) => realPath(path));
    started.set(file, files);
    return files;
  };
  return (program) => {
    const files = new Set([realPath(program)]);
    // Those that are added on the way count too.
    for (const file of files) for (const next of startedByFile(file)) files.add(next);
    return [...files].toSorted();
  };
}

/** Where programs and libraries are looked for. */
interface SearchPlaces {
  /** PATH. */
  readonly search: string;
  readonly folders: readonly string[];
}

function startedBy(file: string, { search, folders }: SearchPlaces): string[] {
  return lookInto(file, (source) => {
    const start = textOf(source, 4);
    if (start.startsWith('#!')) return programsOfScript(textOf(source, LONGEST_SCRIPT), search);
    return start.endsWith('ELF') ? librariesOf(source, file, folders) : [];
  });
}

/** Nothing where a file cannot be read. */
function lookInto(file: string, look: (source: ByteSource) => string[]): string[] {
  try {
    using source = openRegularFile(file, PROGRAM);
    return look(source);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

function textOf(source: ByteSource, most: number): string {
  return Buffer.from(source.read(0, Math.min(source.size, most))).toString('latin1');
}

/** What runs it, by `env` too, and what it starts: absolute paths, and words of lines with `exec`. */
function programsOfScript(text: string, search: string): string[] {
  const [first = ''] = text.split('\n', 1);
  const [, named] = /^#!\s*\S*\/env\s+(?:-S\s+)?([\w.+-]+)/.exec(first) ?? [];
  const absolute = text.match(/(?<![\w./-])\/[\w./+-]+/g) ?? [];
  const started = text.match(/\bexec\b.*/g)?.flatMap((line) => line.match(/[\w./+-]+/g) ?? []) ?? [];
  return [...(named === undefined ? [] : [named]), ...absolute, ...started].flatMap(
    (word) => findOnPath(word, search) ?? [],
  );
}

function librariesOf(source: ByteSource, file: string, folders: readonly string[]): string[] {
  const { names, folders: named } = readNeeded(source);
  const own = named.map((folder) => folder.replaceAll(/\$ORIGIN|\$\{ORIGIN\}/g, dirname(file)));
  const places = [...own.filter((folder) => isAbsolute(folder)), ...folders];
  return names.flatMap((name) => libraryIn(places, name) ?? []);
}

function libraryIn(folders: readonly string[], name: string): string | undefined {
  // A name with a slash is a path (ld.so(8)).
  const places = name.includes('/') ? [name] : folders.map((folder) => join(folder, name));
  return places.find((path) => isAbsolute(path) && existsSync(path));
}

/** ld.so(8), ldconfig(8): what /etc/ld.so.conf has, whose one line includes these files, then the system's own. */
function libraryFolders(): string[] {
  const configured = filesIn('/etc/ld.so.conf.d').flatMap((path) =>
    lookInto(path, (source) => textOf(source, LONGEST_SCRIPT).split(/\s+/)),
  );
  return [...configured.filter((line) => isAbsolute(line)), '/lib64', '/usr/lib64', '/lib', '/usr/lib'];
}

function filesIn(folder: string): string[] {
  // A machine need not have it.
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.conf'));
  return names.toSorted().map((name) => join(folder, name));
}
