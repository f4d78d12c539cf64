/** Kinds of the files of a kernel tree, by their names relative to the kernel's folder. Links are of no kind. */
import { basename } from 'node:path/posix';

/**
 * Folders that no build of a kernel goes into. Documentation/Kconfig is read by each build and noted as such, its Makefile by
 * `make htmldocs`; those below tools/ have programs for a running kernel, but for headers that tests in lib/ include,
 * which is noted too.
 */
const FOLDERS = ['Documentation/', 'LICENSES/', '.github/'].concat(
  ['memory-model', 'perf', 'power', 'testing', 'tracing', 'usb', 'virtio'].map((name) => `tools/${name}/`),
);

const AT_ROOT = new Set([
  'COPYING',
  'CREDITS',
  'MAINTAINERS',
  '.clang-format',
  '.cocciconfig',
  '.editorconfig',
  '.get_maintainer.ignore',
  '.mailmap',
]);

/** Whether it is a document by its name, in whatever folder. Not .gitattributes, which decides on what is checked out. */
export function isDocument(path: string): boolean {
  return /^(\.gitignore|README(\.\w+)?|TODO|.*\.(rst|md))$/.test(basename(path));
}

/** Whether only people, git and tools of theirs read it. */
export function isForPeople(path: string): boolean {
  return AT_ROOT.has(path) || isDocument(path) || FOLDERS.some((folder) => path.startsWith(folder));
}

/** Whose programs are built by Makefiles of their own that note nothing as kbuild does. */
const OWN_BUILDS = /^(scripts|tools|drivers\/scsi\/aic7xxx\/aicasm)\//;

/** Whether only a compiler, an assembler or dtc reads it, which note what they read. */
export function isCompiled(path: string): boolean {
  return /\.(c|h|S|dtsi?|dtso)$/.test(path) && !OWN_BUILDS.test(path);
}

/** The architecture of what is below arch/NAME/. */
export function architectureOf(path: string): string | undefined {
  return /^arch\/([^/]+)\/./.exec(path)?.[1];
}

/** Read for each architecture: scripts/checksyscalls.sh takes the calls of x86, fs/hostfs/Makefile the rules of um. */
export function isForAllArchitectures(path: string): boolean {
  return path.endsWith('.tbl') || path.startsWith('arch/um/scripts/');
}
