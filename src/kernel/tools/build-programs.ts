/** Which programs a build may run, before it has: the names that kernels give them, and those that a target gives. */
import { isAbsolute, join } from 'node:path';
import { findOnPath } from '../../process/find-on-path.ts';
import { runConfined } from '../sandbox/sandbox.ts';
import type { ToolUser } from './compilers.ts';
import { hostCompiler, toolName } from './tool-names.ts';

/**
 * Variables of the kernel's Makefile ("Make variables (CC, etc...)", 4.19 to 6.12), and what its other Makefiles, scripts/
 * and usr/gen_initramfs.sh run by name.
 */
const ON_HOST = [
  'awk basename bash bc bindgen bison bzip2 cat cmp cp cpio cut date dd depmod dirname dtc env expr fdtoverlay file',
  'find flex g++ gawk getconf grep gzip head hexdump ln lz4 lz4c lzma lzop m4 make md5sum mkimage mktemp mv od',
  'openssl pahole perl pkg-config printf python python2 python3 readlink rev rustc sed seq sh sha1sum sha256sum sort',
  'stat tail tar tee tr uname uniq wc xargs xxd xz zstd',
].flatMap((names) => names.split(' '));

/** binutils of the host, with which programs that run during the build are linked, and of the target. */
const BINUTILS = ['ar', 'as', 'ld', 'nm', 'objcopy', 'objdump', 'ranlib', 'readelf', 'strip'] as const;

/** Programs that a compiler runs itself (`-print-search-dirs`). */
const OF_COMPILERS = ['as', 'cc1', 'collect2', 'ld', 'lto-wrapper', 'lto1'] as const;

/** Names and absolute paths, some of which this machine need not have. */
export async function buildPrograms(build: ToolUser): Promise<string[]> {
  const { target } = build;
  const compilers = [
    target.make['CC'] ?? toolName(target, { gnu: 'gcc', llvm: 'clang' }),
    target.make['HOSTCC'] ?? hostCompiler(target),
  ];
  const inner = await Promise.all([...new Set(compilers)].map((compiler) => programsOf(compiler, build)));
  return [
    ...ON_HOST,
    ...BINUTILS,
    ...BINUTILS.map((name) =>
      toolName(target, { gnu: name, llvm: name === 'ld' ? 'ld.lld' : `llvm-${name}` }),
    ),
    toolName(target, { gnu: 'g++', llvm: 'clang++' }),
    ...[...compilers, ...Object.values(target.make)].flatMap((value) => value.trim().split(/\s+/)),
    ...inner.flat(),
  ];
}

/** What a compiler runs itself; a clang has it built in. `ccache gcc` hands the question on. */
async function programsOf(compiler: string, build: ToolUser): Promise<string[]> {
  const [program = compiler, ...args] = compiler.trim().split(/\s+/);
  const { code, stdout } = await runConfined(
    { program, args: [...args, '-print-search-dirs'], cwd: '/', env: build.env },
    { source: build.source },
    build,
  );
  const [, folders = ''] = code === 0 ? (/^programs: =?(.*)$/m.exec(stdout) ?? []) : [];
  const places = folders.split(':').filter((folder) => isAbsolute(folder));
  return OF_COMPILERS.flatMap(
    (name) => findOnPath(name, places.map((folder) => join(folder)).join(':')) ?? [],
  );
}
