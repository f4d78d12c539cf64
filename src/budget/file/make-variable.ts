/** Variables that this tool gives to make itself, and what to do instead; a pattern ends with `*`. */
const RESERVED: Readonly<Record<string, string>> = {
  ARCH: 'use the key "arch"',
  SUBARCH: 'use the key "arch"',
  CROSS_COMPILE: 'use the key "crossCompile"',
  LLVM: 'use the key "llvm"',
  O: 'the build folder is chosen for you; leave it out',
  KBUILD_OUTPUT: 'the build folder is chosen for you; leave it out',
  M: 'whole kernels are measured, not external modules; leave it out',
  KBUILD_EXTMOD: 'whole kernels are measured, not external modules; leave it out',
  LOCALVERSION: 'it is kept empty, so that commits stay comparable; leave it out',
  LC_ALL: 'it is fixed, so that commits stay comparable; leave it out',
  SOURCE_DATE_EPOCH: 'it is fixed, so that commits stay comparable; leave it out',
  'KBUILD_BUILD_*': 'it is fixed, so that commits stay comparable; leave it out',
  'KCONFIG_*': 'use the keys "base" and "fragments"',
  MAKEFLAGS: 'use --jobs for the number of jobs; leave it out',
};

/** Names of these variables. */
export const RESERVED_PATTERN = `^(${Object.keys(RESERVED).join('|').replaceAll('*', '.*')})$`;

/** Why a variable may not be set on make's command line and what to do instead, or undefined where it may be. */
export function reservedVariable(name: string): string | undefined {
  for (const [pattern, instead] of Object.entries(RESERVED)) {
    const matches = pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
    if (matches) return instead;
  }
  return undefined;
}
