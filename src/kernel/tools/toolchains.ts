/**
 * Compilers that Debian and Ubuntu have as packages. A budget file may be a stranger's, and to apt-get a name is more
 * than a name: `gcc-12-` removes, `gcc-1.*` is a regular expression (apt-get(8)). So nothing is installed but what is
 * in a table.
 */

/** What is compiled for: `arm-linux-gnueabi-gcc` is in gcc-arm-linux-gnueabi (source packages gcc-defaults and others). */
const TRIPLETS: ReadonlySet<string> = new Set([
  'aarch64-linux-gnu',
  'alpha-linux-gnu',
  'arc-linux-gnu',
  'arm-linux-gnueabi',
  'arm-linux-gnueabihf',
  'arm-none-eabi',
  'hppa-linux-gnu',
  'hppa64-linux-gnu',
  'i686-linux-gnu',
  'loongarch64-linux-gnu',
  'm68k-linux-gnu',
  'mips-linux-gnu',
  'mips64-linux-gnuabi64',
  'mips64el-linux-gnuabi64',
  'mipsel-linux-gnu',
  'or1k-elf',
  'powerpc-linux-gnu',
  'powerpc64-linux-gnu',
  'powerpc64le-linux-gnu',
  'riscv64-linux-gnu',
  'riscv64-unknown-elf',
  's390x-linux-gnu',
  'sh4-linux-gnu',
  'sparc64-linux-gnu',
  'x86_64-linux-gnu',
]);

/** The package of gcc and binutils for a prefix such as `arm-linux-gnueabi-`; undefined where none is known. */
export function gccPackage(crossCompile: string): string | undefined {
  const triplet = crossCompile.replace(/-$/, '');
  return crossCompile.endsWith('-') && TRIPLETS.has(triplet)
    ? `gcc-${triplet.replaceAll('_', '-')}`
    : undefined;
}

/** A package of LLVM for LLVM=1 or LLVM=-19; undefined for a folder. */
export function llvmPackage(name: 'clang' | 'lld' | 'llvm', llvm: string): string | undefined {
  if (llvm === '1') return name;
  return /^-[1-9]\d?$/.test(llvm) ? `${name}${llvm}` : undefined;
}
