/**
 * Whether a change of the sources can reach a kernel that was built before it. What compilers read, kbuild has noted
 * (dependencies.ts); what make, the shell and Kconfig read, nobody has. So a file is out of reach only where no one but a
 * compiler or a person reads its kind, or where it is another architecture's. A wrong "cannot" passes a kernel that was
 * not measured, a wrong "may" costs a build: in doubt it may.
 */
import { basename, dirname } from 'node:path/posix';
import { grouped } from '../budget/units.ts';
import type { SourceChange } from '../git/source-listing.ts';
import { type KernelConfig, optionValue } from '../size/kernel-config.ts';
import { MADE, countSources } from './dependencies.ts';
import { architectureOf, isCompiled, isForAllArchitectures, isForPeople } from './source-kinds.ts';

/** A kernel that was built, and what it was made from. */
export interface MadeKernel {
  /** The kernel's folder in its repository, '' for the root itself. */
  readonly prefix: string;
  /** Its folder below arch/. */
  readonly sourceArch: string;
  /** What `readDependencies` returned. */
  readonly dependencies: readonly string[];
  /** Seed and fragments, as the target's definition names them. */
  readonly requests: readonly string[];
  /** Resolved. */
  readonly config: KernelConfig;
}

/** Why a change may reach a kernel. */
export interface Reach {
  /** The first file by which it may, relative to the repository's root; undefined where it takes no file. */
  readonly path: string | undefined;
  /** Words behind the path: `is a link`. */
  readonly reason: string;
}

/** How the first change may reach the kernel that may; undefined where none can. */
export function findReach(changes: readonly SourceChange[], kernel: MadeKernel): Reach | undefined {
  // scripts/setlocalversion
  if (optionValue(kernel.config, 'LOCALVERSION_AUTO') === 'y') {
    return { path: undefined, reason: 'the version has the hash of the commit (CONFIG_LOCALVERSION_AUTO)' };
  }
  const known = namesOf(kernel);
  for (const change of changes) {
    const reason = reasonOf(change, known);
    if (reason !== undefined) return { path: change.path, reason };
  }
}

/** For the report: `none of the 2,345 files that stm32f469 is made from is among the 3 that changed`. */
export function unaffectedWords(
  target: string,
  { dependencies, changes }: { readonly dependencies: readonly string[]; readonly changes: number },
): string {
  if (changes === 0) return 'base and head have the same files';
  const changed = changes === 1 ? 'the one that changed' : `among the ${grouped(changes)} that changed`;
  return `none of the ${grouped(countSources(dependencies))} files that ${target} is made from is ${changed}`;
}

/** The dependencies, and what rules ask of them. */
interface Names extends MadeKernel {
  readonly paths: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  readonly basenames: ReadonlySet<string>;
  /** Names of what the build made itself, but for wrappers that have a header of the tree's name. */
  readonly made: ReadonlySet<string>;
  /** Architectures that more than Kconfig reads of. */
  readonly architectures: ReadonlySet<string | undefined>;
  readonly takesHeaders: string | undefined;
}

function namesOf(kernel: MadeKernel): Names {
  const { dependencies, config, sourceArch } = kernel;
  const inTree = dependencies.map((path) => (path.startsWith(MADE) ? path.slice(MADE.length) : path));
  const made = dependencies.filter((path) => path.startsWith(MADE) && !path.includes('/generated/'));
  const read = inTree.filter((path) => !basename(path).startsWith('Kconfig'));
  return {
    ...kernel,
    paths: new Set(inTree),
    folders: new Set(inTree.map((path) => dirname(path))),
    basenames: new Set(inTree.map((path) => basename(path))),
    made: new Set(made.map((path) => basename(path))),
    architectures: new Set([sourceArch, ...read.map((path) => architectureOf(path))]),
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

function reasonOf(change: SourceChange, known: Names): string | undefined {
  const { prefix, requests } = known;
  // What lies behind it is under another name; git quotes a name that has a line break.
  if (change.mode.startsWith('12')) return 'is a link';
  if (change.mode.startsWith('16')) return 'is a submodule';
  if (change.path.startsWith('"')) return 'has a name that git quotes';
  if (requests.some((name) => `/${change.path}`.endsWith(`/${name}`)))
    return 'is what the target is configured from';
  if (prefix !== '' && !change.path.startsWith(`${prefix}/`)) {
    return isForPeople(change.path) ? undefined : "is beside the kernel's folder";
  }
  return reasonInKernel(change, prefix === '' ? change.path : change.path.slice(prefix.length + 1), known);
}

function reasonInKernel({ kind }: SourceChange, path: string, known: Names): string | undefined {
  const name = basename(path);
  if (known.paths.has(path)) return 'is what the kernel is made from';
  // Of a folder that is packed into the kernel (CONFIG_INITRAMFS_SOURCE) each folder is a dependency.
  if (kind === 'added' && known.paths.has(dirname(path)))
    return 'is in a folder that is packed into the kernel';
  // scripts/setlocalversion
  if (path.startsWith('localversion')) return 'is part of the version';
  if (isForPeople(path) || isOfOtherArchitecture(path, known)) return undefined;
  if (!isCompiled(path)) return 'is of a kind that make or a script may read';
  if (name.endsWith('.h') && known.takesHeaders !== undefined)
    return `is a header (CONFIG_${known.takesHeaders})`;
  // A copy that no command is kept of: arch/powerpc/boot makes itself some of lib/.
  if (known.made.has(name)) return 'has the name of a file that the build makes';
  const reason = kind === 'added' ? reasonOfAdded(path, known) : undefined;
  return reason ?? (kind === 'modified' ? undefined : reasonOfHeader(path, known));
}

/** Of an architecture whose Makefiles are not read: more than its Kconfig files would be dependencies otherwise. */
function isOfOtherArchitecture(path: string, { architectures }: Names): boolean {
  const architecture = architectureOf(path);
  return architecture !== undefined && !architectures.has(architecture) && !isForAllArchitectures(path);
}

function reasonOfAdded(path: string, { basenames }: Names): string | undefined {
  // `#include <asm/a.h>` takes the first a.h on the way, make the first source of an object in O= and in the tree.
  if (basenames.has(basename(path))) return 'has the name of a file that the kernel is made from';
  // `$(wildcard $(src)/*.c)`: lib/test_fortify/Makefile, and many a driver that is not upstream.
  if (!/\.(h|dtsi)$/.test(path)) return 'is a source that a Makefile may take up';
}

/** `__has_include("errata/abi-4.h")` (security/landlock/errata.h) tells whether it is there, and is not noted. */
function reasonOfHeader(path: string, { folders }: Names): string | undefined {
  const isAskedFor = /\.(h|dtsi)$/.test(path) && folders.has(dirname(path));
  return isAskedFor ? 'is in a folder that the kernel has files of' : undefined;
}
