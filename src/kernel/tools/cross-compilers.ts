import type { Target } from '../../budget/target.ts';
import { UserError } from '../../user-error.ts';
import { sourceArch } from '../make/build-context.ts';

/** The folder below arch/ of what this machine's own compiler makes code for, by Node's name of the machine. */
const OWN_ARCH: Readonly<Partial<Record<NodeJS.Architecture, string>>> = {
  arm: 'arm',
  arm64: 'arm64',
  ia32: 'x86',
  loong64: 'loongarch',
  mips: 'mips',
  mipsel: 'mips',
  ppc64: 'powerpc',
  riscv64: 'riscv',
  s390x: 's390',
  x64: 'x86',
};

/** Debian's prefixes; for other architectures the user knows what is installed. */
const PREFIXES = new Map([
  ['arm', 'arm-linux-gnueabi-'],
  ['arm64', 'aarch64-linux-gnu-'],
  ['m68k', 'm68k-linux-gnu-'],
  ['powerpc', 'powerpc-linux-gnu-'],
  ['riscv', 'riscv64-linux-gnu-'],
  ['s390', 's390x-linux-gnu-'],
  ['x86', 'x86_64-linux-gnu-'],
]);

/**
 * Throws a UserError that names each target for another architecture that is to be built with this machine's own compiler,
 * whose complaints about options say nothing of that.
 */
export function requireCrossCompilers(targets: readonly Target[], machine: NodeJS.Architecture): void {
  const own = OWN_ARCH[machine];
  const foreign = new Map(
    targets.filter((target) => isForeign(target, own)).map(({ name, arch }) => [name, arch]),
  );
  if (foreign.size === 0) return;
  const lines = [...foreign].map(([name, arch]) => {
    const prefix = PREFIXES.get(sourceArch(arch)) ?? `${arch}-linux-gnu-`;
    return `${name}: the architecture ${arch} is not this machine's (${machine}), whose compiler would build it; write "crossCompile: ${prefix}" or "llvm: true" in the target`;
  });
  if (lines.length === 1) throw new UserError(lines[0]!);
  throw new UserError(`${lines.length} targets have no compiler for their architecture`, { details: lines });
}

/** User-mode Linux is built for any machine, and CC= may name any compiler. */
function isForeign({ arch, crossCompile, llvm, make }: Target, own: string | undefined): boolean {
  const isOwn = own === undefined || sourceArch(arch) === own || arch === 'um';
  return !isOwn && crossCompile === '' && llvm === undefined && make['CC'] === undefined;
}
