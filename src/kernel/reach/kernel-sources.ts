/** What a kernel was made from, as its build has noted it and as its sources say; kept with the kernel. */
import { basename } from 'node:path';
import { dirname, join, relative } from 'node:path/posix';
import { z } from 'zod';
import { madeIn, readIfSound, sourceIn } from '../kernel-file.ts';
import { noteFiles } from '../objtree/cmd-files.ts';
import { type BuiltTree, MADE, readDependencies } from '../objtree/dependencies.ts';
import type { Programs } from '../tools/programs.ts';
import { asksForCommit, isBuildText } from './build-text.ts';
import { readDirectives } from './source-directives.ts';

export const KERNEL_SOURCES = z.object({
  /** What `readDependencies` returned. */
  files: z.array(z.string()).readonly(),
  /** Folders that kbuild went into, relative to the kernel's folder, '.' for that itself. */
  folders: z.array(z.string()).readonly(),
  /** Of `files`, those that ask whether another file is there. */
  asking: z.array(z.string()).readonly(),
  /** Names of what is read without a note, as sources write them; `*` for one that something else spells. */
  names: z.array(z.string()).readonly(),
  /** Whether a Makefile or a script of the build asks git which commit it is. */
  asksGit: z.boolean(),
  /** Programs that its commands have run, by name or absolute path. */
  programs: z.array(z.string()).readonly(),
  /** Digest of these, as they were. */
  programsDigest: z.string(),
});

export type KernelSources = Readonly<z.infer<typeof KERNEL_SOURCES>>;

/** A build folder, and the programs of the machine that it was built on. */
export interface BuiltOnMachine extends BuiltTree {
  readonly programs: Programs;
}

/** Every kernel is made from it. */
const ALWAYS = 'init/main.c';

/** Undefined where the build has noted nothing, which proves nothing. */
export function noteSources(built: BuiltOnMachine): KernelSources | undefined {
  const sources = gatherSources(built);
  return sources.files.includes(ALWAYS) ? sources : undefined;
}

/** What there are notes of; a build that failed has some. */
export function gatherSources(built: BuiltOnMachine): KernelSources {
  const { files, commands } = readDependencies(built);
  const compiled = files.filter((path) => !isOfMake(path));
  const read = readerOf(built);
  const folders = foldersWithNotes(built.output);
  const scripts = compiled.filter((path) => isBuildText(path));
  const asksGit = doAskForCommit([...makefilesIn(folders), ...scripts], read);
  const programs = built.programs.among(commands);
  const programsDigest = built.programs.digestOf(programs);
  return { files, folders, asksGit, programs, programsDigest, ...readDirectives(compiled, read) };
}

function makefilesIn(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => ['Makefile', 'Kbuild'].map((name) => join(folder, name)));
}

/** Whether any of the texts does so, or of those that Makefiles include. */
function doAskForCommit(paths: readonly string[], read: (path: string) => Buffer | undefined): boolean {
  const texts = new Set(paths);
  for (const path of texts) {
    const text = read(path)?.toString('latin1') ?? '';
    if (asksForCommit(path, text)) return true;
    for (const included of includedIn(text, dirname(path))) texts.add(included);
  }
  return false;
}

/** What the lines `include FILE …` name without a variable that is not known. */
function includedIn(text: string, folder: string): string[] {
  return [...text.matchAll(/^[ -]*include[ \t]+(.*)$/gm)].flatMap(([, words = '']) =>
    words
      .replaceAll(/\$\((?:abs_)?srctree\)\//g, '')
      .replaceAll(/\$\((?:src|obj)\)\//g, `${folder}/`)
      .split(/\s+/)
      .filter((word) => word !== '' && !word.includes('$')),
  );
}

/** Reads a file of the tree, or one that the build has made, unless it leads elsewhere. */
function readerOf({ source, output, root }: BuiltTree): (path: string) => Buffer | undefined {
  const [made, given] = [madeIn(output), sourceIn(root)];
  return (path) =>
    path.startsWith(MADE)
      ? readIfSound(join(output, path.slice(MADE.length)), 'source', made)
      : readIfSound(join(source, path), 'source', given);
}

function isOfMake(path: string): boolean {
  return /^(Makefile|Kbuild|Kconfig)/.test(basename(path));
}

function foldersWithNotes(output: string): string[] {
  const folders = new Set(['.']);
  for (const { parentPath } of noteFiles(output)) {
    for (let folder = relative(output, parentPath) || '.'; folder !== '.'; folder = dirname(folder)) {
      folders.add(folder);
    }
  }
  return [...folders].toSorted();
}

/** Whether the programs that a build has run are still the same ones. */
export function isOfPrograms({ programs, programsDigest }: KernelSources, machine: Programs): boolean {
  return machine.digestOf(programs) === programsDigest;
}
