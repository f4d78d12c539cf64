/** The rules by which a changed file may reach a kernel: by its names, then by its kind. Each says why. */
import { basename, dirname, join, normalize } from 'node:path/posix';
import type { SourceChange } from '../../git/sources/source-listing.ts';
import { type KernelConfig, optionValue } from '../../size/kernel-config.ts';
import { MADE } from '../objtree/dependencies.ts';
import {
  architectureOf,
  isCompiled,
  isDocument,
  isForAllArchitectures,
  isForPeople,
} from '../tree/file-kinds.ts';
import type { KernelSources } from './kernel-sources.ts';
import { type OptionPath, optionThatNames } from './option-paths.ts';
import { type TreeLink, otherNames } from './tree-links.ts';

/** A kernel that was built, and what it was made from. */
export interface MadeKernel {
  /** The kernel's folder in its repository, '' for the root itself. */
  readonly prefix: string;
  /** Its folder below arch/. */
  readonly sourceArch: string;
  readonly sources: KernelSources;
  /** Seed and fragments, as the target's definition names them. */
  readonly requests: readonly string[];
  /** Resolved. */
  readonly config: KernelConfig;
  /** What the configuration and variables of make name. */
  readonly options: readonly OptionPath[];
  /** Links of the tree, where they are known. */
  readonly links: readonly TreeLink[];
}

/** A kernel, and what rules ask of it. */
interface Knowledge extends MadeKernel {
  /** Dependencies. */
  readonly paths: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  readonly basenames: ReadonlySet<string>;
  /** Names of what the build made itself, but for wrappers that have a header of the tree's name. */
  readonly made: ReadonlySet<string>;
  /** Architectures that more than Kconfig reads of. */
  readonly architectures: ReadonlySet<string | undefined>;
  readonly visited: ReadonlySet<string>;
  /** Names of what is read by directives that nobody notes. */
  readonly directed: ReadonlySet<string>;
  readonly takesHeaders: string | undefined;
}

/** What the rules ask is found once for all changes. */
export function knowledgeOf(kernel: MadeKernel): Knowledge {
  const { sources, config, sourceArch } = kernel;
  const { files } = sources;
  const inTree = files.map((path) => (path.startsWith(MADE) ? path.slice(MADE.length) : path));
  const made = files.filter((path) => path.startsWith(MADE) && !path.includes('/generated/'));
  const read = inTree.filter((path) => !basename(path).startsWith('Kconfig'));
  return {
    ...kernel,
    paths: new Set(inTree),
    folders: new Set(inTree.map((path) => dirname(path))),
    basenames: new Set(inTree.map((path) => basename(path))),
    made: new Set(made.map((path) => basename(path))),
    architectures: new Set([sourceArch, ...read.map((path) => architectureOf(path))]),
    visited: new Set(sources.folders),
    directed: new Set(sources.names.map((name) => basename(name))),
    takesHeaders: TAKES_HEADERS.find((option) => optionValue(config, option) !== 'n'),
  };
}

/**
 * Options by which headers are read that kbuild does not note: packed (kernel/gen_kheaders.sh), installed and tried out
 * (scripts/Makefile.headersinst, usr/include/Makefile), all that are in a folder tried out (drivers/gpu/drm), read for
 * versions of symbols (scripts/Makefile.build, `getasmexports`), and for Rust.
 */
const TAKES_HEADERS = [
  'IKHEADERS',
  'HEADERS_INSTALL',
  'UAPI_HEADER_TEST',
  'DRM_HEADER_TEST',
  'DRM_I915_WERROR',
  'DRM_XE_WERROR',
  'MODVERSIONS',
  'RUST',
] as const;

/** A change by one of the names that its file has. */
interface NamedChange extends Pick<SourceChange, 'kind' | 'mode'> {
  /** From the repository's root. */
  readonly path: string;
  /** From the kernel's folder; begins with `../` for what lies beside it. */
  readonly inKernel: string;
}

/** Words after the path; undefined where this one does not make it matter. */
type Rule = (change: NamedChange, known: Knowledge) => string | undefined;

/** Why a change may reach a kernel, as words after its path; undefined where no rule says that it may. */
export function reasonOf(change: SourceChange, known: Knowledge): string | undefined {
  const named = (path: string): NamedChange => ({
    ...change,
    path,
    inKernel: relativeTo(known.prefix, path),
  });
  return (
    firstReason(BY_NAME, named(change.path), known) ??
    otherNames(change.path, known.links)
      .map((path) => firstReason(BY_NAME, named(path), known))
      .find((reason) => reason !== undefined) ??
    reasonByKind(named(change.path), known)
  );
}

function firstReason(rules: readonly Rule[], change: NamedChange, known: Knowledge): string | undefined {
  for (const rule of rules) {
    const reason = rule(change, known);
    if (reason !== undefined) return reason;
  }
}

function relativeTo(prefix: string, path: string): string {
  if (prefix === '') return path;
  if (path.startsWith(`${prefix}/`)) return path.slice(prefix.length + 1);
  return join(prefix.replaceAll(/[^/]+/g, '..'), path);
}

/** How a file of whatever kind may matter, by its name. */
const BY_NAME: readonly Rule[] = [
  // What lies behind it is under another name.
  ({ mode }) => (mode.startsWith('12') ? 'is a link' : undefined),
  ({ mode }) => (mode.startsWith('16') ? 'is a submodule' : undefined),
  // Git quotes such a name, and notes of make cannot have it.
  ({ path }) => (/^"|\p{Cc}/u.test(path) ? 'has a name that git quotes' : undefined),
  ({ path }, { requests }) =>
    requests.some((name) => `/${path}`.endsWith(`/${normalize(name)}`))
      ? 'is what the target is configured from'
      : undefined,
  ({ path }, { options }) => {
    const option = optionThatNames(path, options);
    return option === undefined ? undefined : `is where ${option} leads`;
  },
  ({ inKernel }, { paths }) => (paths.has(inKernel) ? 'is what the kernel is made from' : undefined),
  ({ inKernel }, { paths }) =>
    foldersOver(inKernel).some((folder) => paths.has(folder))
      ? 'is in a folder that the build reads'
      : undefined,
  ({ inKernel }, { directed }) =>
    directed.has('*') || directed.has(basename(inKernel))
      ? 'may be read by a directive of a source'
      : undefined,
  // scripts/setlocalversion
  ({ inKernel }) => (inKernel.startsWith('localversion') ? 'is part of the version' : undefined),
  ({ inKernel }, { visited }) =>
    /^(Makefile|Kbuild)$/.test(basename(inKernel)) && visited.has(dirname(inKernel))
      ? 'is a Makefile of the build'
      : undefined,
  ({ kind, inKernel }, { sources }) =>
    kind !== 'modified' && sources.asking.length > 0 && /\.(c|h|S|inc|dtsi?|dtso)$/.test(inKernel)
      ? `may be what ${sources.asking[0]} asks for (__has_include)`
      : undefined,
];

function foldersOver(path: string): string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); folder !== '.' && folder !== '/'; folder = dirname(folder))
    folders.push(folder);
  return path.startsWith('../') ? folders : [...folders, '', '..', '../..', '../../..'];
}

function reasonByKind(change: NamedChange, known: Knowledge): string | undefined {
  const { inKernel: path } = change;
  if (path.startsWith('../')) {
    return isDocument(path) || change.path.startsWith('.github/')
      ? undefined
      : "is beside the kernel's folder";
  }
  if (isForPeople(path) || isOfOtherArchitecture(path, known)) return undefined;
  return firstReason(BY_KIND, change, known);
}

/**
 * Whether the file belongs to an architecture that this build does not use. If it did, more than its Kconfig files would be
 * dependencies.
 */
function isOfOtherArchitecture(path: string, { architectures }: Knowledge): boolean {
  const architecture = architectureOf(path);
  return architecture !== undefined && !architectures.has(architecture) && !isForAllArchitectures(path);
}

/** How a file that make or a compiler may read may matter. */
const BY_KIND: readonly Rule[] = [
  ({ inKernel }) => (isCompiled(inKernel) ? undefined : 'is of a kind that make or a script may read'),
  ({ inKernel }, { takesHeaders }) =>
    inKernel.endsWith('.h') && takesHeaders !== undefined
      ? `is a header (CONFIG_${takesHeaders})`
      : undefined,
  // A copy that no command is kept of: arch/powerpc/boot makes itself some of lib/.
  ({ inKernel }, { made }) =>
    made.has(basename(inKernel)) ? 'has the name of a file that the build makes' : undefined,
  // `#include <asm/a.h>` takes the first a.h on the way, make the first source of an object in O= and in the tree.
  ({ kind, inKernel }, { basenames }) =>
    kind === 'added' && basenames.has(basename(inKernel))
      ? 'has the name of a file that the kernel is made from'
      : undefined,
  // `$(wildcard $(src)/*.c)`: lib/test_fortify/Makefile, and many a driver that is not upstream.
  ({ kind, inKernel }) =>
    kind === 'added' && !/\.(h|dtsi)$/.test(inKernel) ? 'is a source that a Makefile may take up' : undefined,
  ({ kind, inKernel }, { folders }) =>
    kind !== 'modified' && /\.(h|dtsi)$/.test(inKernel) && folders.has(dirname(inKernel))
      ? 'is in a folder that the kernel has files of'
      : undefined,
];
