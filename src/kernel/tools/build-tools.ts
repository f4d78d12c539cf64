import type { Target } from '../../budget/target.ts';
import { type KernelConfig, optionValue } from '../../size/kernel-config.ts';
import { hostCompiler, llvmName } from './tool-names.ts';
import { gccPackage, llvmPackage } from './toolchains.ts';

interface Command {
  readonly kind: 'command';
  readonly name: string;
  readonly package: string | undefined;
}

interface Header {
  readonly kind: 'header';
  readonly name: string;
  readonly package: string;
}

/** Something a build needs on the machine, and the Debian package that has it; a header is for `compiler` to find. */
export type BuildTool = Command | (Header & { readonly compiler: string });

const ALWAYS: readonly (Command | Header)[] = [
  command('make', 'make'),
  // Host programs are linked with it, those that clang compiles too.
  command('ld', 'binutils'),
  header('stdio.h', 'libc6-dev'),
  command('flex', 'flex'),
  command('bison', 'bison'),
  command('bc', 'bc'),
  command('perl', 'perl'),
];

const LIBELF = header('libelf.h', 'libelf-dev');
const OPENSSL = header('openssl/opensslv.h', 'libssl-dev');
const GZIP = command('gzip', 'gzip');
const XZ = command('xz', 'xz-utils');

/** What `cmd_*` of scripts/Makefile.lib run, by the end of the names of the options that choose them. */
const COMPRESSORS: readonly (readonly [format: string, tool: Command])[] = [
  ['GZIP', GZIP],
  ['BZIP2', command('bzip2', 'bzip2')],
  ['LZMA', command('lzma', 'xz-utils')],
  ['XZ', XZ],
  ['LZO', command('lzop', 'lzop')],
  ['LZ4', command('lz4', 'lz4')],
  ['ZSTD', command('zstd', 'zstd')],
];

/** Options that call for a tool (init/Kconfig, usr/Makefile, kernel/Makefile, tools/objtool, certs/Makefile). */
const BY_OPTION: readonly (readonly [option: string, tool: Command | Header])[] = [
  ...COMPRESSORS.map(([format, tool]) => [`KERNEL_${format}`, tool] as const),
  ...COMPRESSORS.map(([format, tool]) => [`INITRAMFS_COMPRESSION_${format}`, tool] as const),
  ['IKCONFIG', GZIP],
  ['IKHEADERS', command('cpio', 'cpio')],
  ['IKHEADERS', XZ],
  ['OBJTOOL', LIBELF],
  ['STACK_VALIDATION', LIBELF],
  ['DEBUG_INFO_BTF', command('pahole', 'pahole')],
  ['MODULE_SIG', OPENSSL],
  ['SYSTEM_TRUSTED_KEYRING', OPENSSL],
];

/** What can be told from the target alone, before anything is configured. */
export function targetTools(target: Target): BuildTool[] {
  const { kind } = target.base;
  const isTiny = kind === 'tinyconfig' || kind === 'allnoconfig';
  const compressed = /^(zImage|bzImage)$/.test(target.image);
  return onHost(target, [
    ...compilerTools(target),
    ...ALWAYS,
    // kernel/configs/tiny.config chooses KERNEL_XZ.
    ...(kind === 'tinyconfig' && compressed ? [XZ] : []),
    ...(target.arch.startsWith('x86') && !isTiny ? [LIBELF, OPENSSL] : []),
  ]);
}

/** What the resolved configuration calls for beside that. */
export function configuredTools(target: Target, config: KernelConfig): BuildTool[] {
  const called = BY_OPTION.filter(([option]) => optionValue(config, option) === 'y').map(([, tool]) => tool);
  return [...targetTools(target), ...onHost(target, called)];
}

const LLVM_TOOLS = [
  ['clang', 'clang'],
  ['ld.lld', 'lld'],
  ['llvm-objcopy', 'llvm'],
] as const;

/** The target's compiler and linker, and the host's compiler, which for LLVM is the same. */
function compilerTools(target: Target): Command[] {
  const { llvm, crossCompile } = target;
  if (llvm !== undefined) {
    return LLVM_TOOLS.map(([tool, packaged]) => command(llvmName(llvm, tool), llvmPackage(packaged, llvm)));
  }
  const host = command('gcc', 'gcc');
  if (crossCompile === '') return [host];
  const packaged = gccPackage(crossCompile);
  return [host, command(`${crossCompile}gcc`, packaged), command(`${crossCompile}ld`, packaged)];
}

function onHost(target: Target, tools: readonly (Command | Header)[]): BuildTool[] {
  const compiler = hostCompiler(target);
  return tools.map((tool) => (tool.kind === 'command' ? tool : { ...tool, compiler }));
}

function command(name: string, packageName: string | undefined): Command {
  return { kind: 'command', name, package: packageName };
}

function header(name: string, packageName: string): Header {
  return { kind: 'header', name, package: packageName };
}
