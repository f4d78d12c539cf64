import { join } from 'node:path';
import type { SourceListing } from '../../git/sources/source-listing.ts';
import type { Progress } from '../../process/progress.ts';
import type { KernelSubject } from '../measure/read-measurement.ts';
import type { Ccache } from '../tools/ccache.ts';
import type { ToolUser, ToolVersions } from '../tools/compilers.ts';
import type { Programs } from '../tools/programs.ts';
import type { MakeQueue } from './make-queue.ts';

/** The sources as they are checked out. */
export interface Checkout {
  /** The repository's root; absolute. */
  readonly root: string;
  /** The kernel's folder in it, '' for the root itself. */
  readonly prefix: string;
  readonly commit: string;
  readonly listing: SourceListing;
}

/** One target's build folder over a source tree, and what its make runs with. */
export interface KernelBuild extends ToolUser {
  /** The programs of this machine. */
  readonly programs: Programs;
  /** What it is built with, and the digest of that and of its paths (build-key.ts). */
  readonly tools: ToolVersions;
  readonly place: string;
  /** The subsystems of what is checked out, read once for all targets. */
  readonly subsystems: KernelSubject['subsystems'];
  /** Another tree, where fragments are looked for that this commit does not have. */
  readonly fragmentFallback: string | undefined;
  /** `O=`, the same for base and head. */
  readonly output: string;
  /** Where logs are written. */
  readonly logs: string;
  /** Where it is built a second or third time, how and why, after `building head`. */
  readonly again?: string;
  /** Undefined for builds without it. */
  readonly ccache: Ccache | undefined;
  /** What its makes wait for, and share with others. */
  readonly slots: MakeQueue;
  /** Whether packages that the build lacks are installed or named in an error. */
  readonly missingTools: 'install' | 'report';
  readonly progress: Progress;
}

/** Arguments that every make of this build takes; LOCALVERSION is set and empty (scripts/setlocalversion adds "+"). */
export function makeArguments(build: KernelBuild): string[] {
  const { target } = build;
  return [
    '-C',
    build.source,
    `O=${build.output}`,
    `ARCH=${target.arch}`,
    ...(target.crossCompile === '' ? [] : [`CROSS_COMPILE=${target.crossCompile}`]),
    ...(target.llvm === undefined ? [] : [`LLVM=${target.llvm}`]),
    'LOCALVERSION=',
    ...Object.entries(target.make).map(([name, value]) => `${name}=${value}`),
  ];
}

/** Values of ARCH= that are not called as their folder (Makefile, "Additional ARCH settings"). */
const ARCH_FOLDERS: ReadonlyMap<string, string> = new Map([
  ['i386', 'x86'],
  ['x86_64', 'x86'],
  ['sparc64', 'sparc'],
  ['parisc64', 'parisc'],
  ['sh64', 'sh'],
]);

/** The folder below arch/ for a value of ARCH=. */
export function sourceArch(arch: string): string {
  return ARCH_FOLDERS.get(arch) ?? arch;
}

/** Where the boot image lands. */
export function imagePath(build: KernelBuild): string {
  const { arch, image } = build.target;
  return image === 'vmlinux'
    ? join(build.output, 'vmlinux')
    : join(build.output, 'arch', sourceArch(arch), 'boot', image);
}
