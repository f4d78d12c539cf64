import { join } from 'node:path';
import type { Target } from '../budget/target.ts';
import type { Progress } from './progress.ts';
import type { Sandbox } from './sandbox.ts';

/** One target's build folder over a source tree, and what its make runs with. */
export interface KernelBuild {
  readonly target: Target;
  /** The kernel source, the same path for base and head. */
  readonly source: string;
  /** Another tree, where fragments are looked for that this commit does not have. */
  readonly fragmentFallback: string | undefined;
  /** `O=`, the same for base and head. */
  readonly output: string;
  /** Where logs are written. */
  readonly logs: string;
  /** Messages name the commit by it. */
  readonly side: 'base' | 'head';
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: number;
  /** Whether packages that the build lacks are installed or named in an error. */
  readonly missingTools: 'install' | 'report';
  /** What all that the tree decides on runs in. */
  readonly sandbox: Sandbox;
  readonly signal: AbortSignal;
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

/** The folder below arch/ for a value of ARCH= (Makefile, "Additional ARCH settings"). */
export function sourceArch(arch: string): string {
  const folders: Readonly<Record<string, string>> = {
    i386: 'x86',
    x86_64: 'x86',
    sparc64: 'sparc',
    parisc64: 'parisc',
  };
  return folders[arch] ?? arch;
}

/** Where the boot image lands. */
export function imagePath(build: KernelBuild): string {
  const { arch, image } = build.target;
  return image === 'vmlinux'
    ? join(build.output, 'vmlinux')
    : join(build.output, 'arch', sourceArch(arch), 'boot', image);
}
