import type { Target } from '../budget/target.ts';
import { type KernelConfig, optionValue } from '../size/kernel-config.ts';

/** Something a build needs on the machine, and the Debian package that has it. */
export type BuildTool =
  | { readonly kind: 'command'; readonly name: string; readonly package: string | undefined }
  | { readonly kind: 'header'; readonly name: string; readonly package: string };

const ALWAYS: readonly BuildTool[] = [
  command('make', 'make'),
  command('gcc', 'gcc'),
  command('ld', 'binutils'),
  { kind: 'header', name: 'stdio.h', package: 'libc6-dev' },
  command('flex', 'flex'),
  command('bison', 'bison'),
  command('bc', 'bc'),
  command('perl', 'perl'),
];

const LIBELF: BuildTool = { kind: 'header', name: 'libelf.h', package: 'libelf-dev' };
const OPENSSL: BuildTool = { kind: 'header', name: 'openssl/opensslv.h', package: 'libssl-dev' };
const XZ = command('xz', 'xz-utils');

/** Options that call for a tool (scripts/Makefile.lib, tools/objtool, certs/Makefile, usr/Makefile). */
const BY_OPTION: readonly (readonly [option: string, tool: BuildTool])[] = [
  ['KERNEL_XZ', XZ],
  ['KERNEL_LZ4', command('lz4', 'lz4')],
  ['KERNEL_LZO', command('lzop', 'lzop')],
  ['KERNEL_ZSTD', command('zstd', 'zstd')],
  ['OBJTOOL', LIBELF],
  ['STACK_VALIDATION', LIBELF],
  ['DEBUG_INFO_BTF', command('pahole', 'pahole')],
  ['MODULE_SIG', OPENSSL],
  ['SYSTEM_TRUSTED_KEYRING', OPENSSL],
  ['BLK_DEV_INITRD', command('cpio', 'cpio')],
];

/** What can be told from the target alone, before anything is configured. */
export function targetTools(target: Target): BuildTool[] {
  const { kind } = target.base;
  const isTiny = kind === 'tinyconfig' || kind === 'allnoconfig';
  const compressed = /^(zImage|bzImage)$/.test(target.image);
  return [
    ...ALWAYS,
    ...compilerTools(target),
    // kernel/configs/tiny.config chooses KERNEL_XZ.
    ...(kind === 'tinyconfig' && compressed ? [XZ] : []),
    ...(target.arch.startsWith('x86') && !isTiny ? [LIBELF, OPENSSL] : []),
  ];
}

/** What the resolved configuration calls for beside that. */
export function configuredTools(target: Target, config: KernelConfig): BuildTool[] {
  return [
    ...targetTools(target),
    ...BY_OPTION.filter(([option]) => optionValue(config, option) === 'y').map(([, tool]) => tool),
  ];
}

function compilerTools(target: Target): BuildTool[] {
  if (target.llvm !== undefined) {
    const suffix = target.llvm.startsWith('-') ? target.llvm : '';
    return [
      command(`clang${suffix}`, `clang${suffix}`),
      command(`ld.lld${suffix}`, `lld${suffix}`),
      command(`llvm-objcopy${suffix}`, `llvm${suffix}`),
    ];
  }
  const prefix = target.crossCompile;
  if (prefix === '') return [];
  const packaged = prefix.includes('/') ? undefined : `gcc-${prefix.replace(/-$/, '').replaceAll('_', '-')}`;
  return [command(`${prefix}gcc`, packaged), command(`${prefix}ld`, packaged)];
}

function command(name: string, packageName: string | undefined): BuildTool {
  return { kind: 'command', name, package: packageName };
}
