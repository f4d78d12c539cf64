import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPresetKernel } from '../kernel/real-kernels.ts';
import { type KernelVersion, kernelTree } from './bloat-o-meter.ts';

/** A tinyconfig kernel, or a part of one, to compare with nm and bloat-o-meter. */
export interface OracleKernel {
  readonly name: string;
  readonly version: KernelVersion;
  readonly arch: string;
  /** Of the cross compiler and of nm; empty for the machine's own. */
  readonly prefix: string;
  readonly llvm?: string;
  /** The preset that is the same kernel. */
  readonly preset?: string;
  /** Goals of make, linked into one object: a whole kernel takes minutes. */
  readonly parts?: readonly string[];
}

/** A folder, and the objects with the most symbols of another one; every architecture has them. */
const MM =
  'backing-dev filemap gup memblock mempool mm_init page-writeback page_alloc percpu slab_common slub swap truncate ' +
  'util vmstat';
const PARTS = ['kernel/locking/', ...MM.split(' ').map((name) => `mm/${name}.o`)] as const;

const ARM = oracle('arm', { prefix: 'arm-linux-gnueabi-' });

/** Both classes, both byte orders, both compilers, both kernels; whole ones where a preset has built them. */
export const ORACLE_KERNELS = {
  arm: { ...ARM, preset: 'arm-tiny' },
  armOld: { ...ARM, preset: 'arm-tiny', name: 'arm-6.1', version: '6.1' },
  x86: { ...oracle('x86', { prefix: '' }), preset: 'x86-tiny' },
  x86Clang: { ...oracle('x86', { prefix: '' }), name: 'x86-clang', llvm: '-19', parts: PARTS },
  arm64: { ...oracle('arm64', { prefix: 'aarch64-linux-gnu-' }), parts: PARTS },
  riscv: { ...oracle('riscv', { prefix: 'riscv64-linux-gnu-' }), parts: PARTS },
  s390: { ...oracle('s390', { prefix: 's390x-linux-gnu-' }), parts: PARTS },
  m68k: { ...oracle('m68k', { prefix: 'm68k-linux-gnu-' }), parts: PARTS },
} as const satisfies Record<string, OracleKernel>;

const WORKERS = 2;

/** Builds what is not there yet and returns the path of each vmlinux by the kernel's name; kept between runs. */
export async function buildOracleKernels(): Promise<ReadonlyMap<string, string>> {
  const paths = new Map<string, string>();
  const queue: OracleKernel[] = Object.values(ORACLE_KERNELS);
  const work = async () => {
    for (let kernel = queue.shift(); kernel; kernel = queue.shift()) {
      paths.set(kernel.name, await buildOracleKernel(kernel));
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return paths;
}

function oracle(arch: string, { prefix }: { readonly prefix: string }): OracleKernel {
  return { name: arch, version: '6.12', arch, prefix };
}

async function buildOracleKernel(kernel: OracleKernel): Promise<string> {
  const built = kernel.preset && findPresetKernel(kernel.version, kernel.preset);
  if (built) return built;
  const output = join(cacheFolder(), `${kernel.version}-${kernel.name}`);
  const vmlinux = join(output, 'vmlinux');
  const finished = join(output, '.oracle-finished');
  if (existsSync(finished)) return vmlinux;
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  await make(kernel, output, ['tinyconfig']);
  await make(kernel, output, [...(kernel.parts ?? ['vmlinux']), `-j${availableParallelism()}`]);
  if (kernel.parts) await linkParts(kernel, output, vmlinux);
  writeFileSync(finished, '');
  return vmlinux;
}

async function linkParts(
  { prefix, arch, parts = [] }: OracleKernel,
  output: string,
  vmlinux: string,
): Promise<void> {
  const files = parts.map((part) => (part.endsWith('/') ? `${part}built-in.a` : part));
  // The machine's own linker makes 64-bit objects unless it is told otherwise.
  const emulation = arch === 'x86' ? ['-m', 'elf_i386'] : [];
  await promisify(execFile)(`${prefix}ld`, ['-r', ...emulation, '-o', vmlinux, '--whole-archive', ...files], {
    cwd: output,
  });
}

async function make(kernel: OracleKernel, output: string, goals: readonly string[]): Promise<void> {
  const tools = kernel.llvm ? [`LLVM=${kernel.llvm}`] : [`CROSS_COMPILE=${kernel.prefix}`];
  await promisify(execFile)(
    'make',
    [
      '-s',
      `O=${output}`,
      `ARCH=${kernel.arch}`,
      ...tools,
      'LOCALVERSION=',
      'KBUILD_BUILD_VERSION=1',
      ...goals,
    ],
    { cwd: kernelTree(kernel.version), maxBuffer: 2 ** 26, env: { ...process.env, LC_ALL: 'C' } },
  );
}

function cacheFolder(): string {
  const path = process.env['KSB_CACHE'];
  if (!path) throw new Error('KSB_CACHE is not set: it names the folder of built kernels; npm test sets it');
  return join(path, 'oracle-kernels');
}
