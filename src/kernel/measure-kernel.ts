import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Elf, SymbolTable } from '../elf/elf.ts';
import { openElf } from '../elf/open-elf.ts';
import { readSymbols } from '../elf/symbols.ts';
import { BOUNDARY_SYMBOLS, type KernelImage } from '../size/kernel-image.ts';
import type { Measurement, Provenance } from '../size/measurement.ts';
import { metricsOf } from '../size/metrics.ts';
import { allocatedSections } from '../size/section-kind.ts';
import { symbolSizes } from '../size/symbol-sizes.ts';
import { readInitSize } from './boot-header.ts';
import { type BuiltKernel, buildKernel } from './build-kernel.ts';
import { compilerOf, linkerOf } from './compilers.ts';
import { openElfSource } from './elf-source.ts';
import { type KernelBuild, sourceArch } from './kernel-build.ts';
import { readKernelVersion } from './kernel-version.ts';

/** Builds one commit of one target and reads its metrics, sections and symbols. Throws a UserError where it cannot. */
export async function measureKernel(build: KernelBuild, commit: string): Promise<Measurement> {
  const built = await buildKernel(build);
  using source = openElfSource(built.vmlinux);
  const elf = openElf(source);
  const table = readSymbols(elf);
  const kernel = await describeKernel({ build, built, elf, table });
  const sections = allocatedSections(kernel);
  return {
    metrics: metricsOf(kernel, sections),
    sections,
    symbols: symbolSizes(elf, table),
    provenance: await provenanceOf(build, commit),
  };
}

async function describeKernel(parts: {
  readonly build: KernelBuild;
  readonly built: BuiltKernel;
  readonly elf: Elf;
  readonly table: SymbolTable;
}): Promise<KernelImage> {
  const { build, built, elf } = parts;
  const { memory, image, arch } = build.target;
  const isX86Image = image === 'bzImage' && sourceArch(arch) === 'x86';
  return {
    elf,
    boundaries: boundariesOf(parts.table),
    config: built.config,
    imageSize: (await stat(built.image)).size,
    dtbSize: built.dtb === undefined ? undefined : (await stat(built.dtb)).size,
    initSize: isX86Image ? await readInitSize(built.image) : undefined,
    placement: { flashBase: memory.flash?.base, dtb: memory.dtb },
  };
}

function boundariesOf(table: SymbolTable): Map<string, bigint> {
  const boundaries = new Map<string, bigint>();
  for (let i = 1; i < table.count; i++) {
    if (table.sectionIndexes[i] === 0) continue;
    const name = table.name(i);
    if (BOUNDARY_SYMBOLS.has(name)) boundaries.set(name, table.addresses[i] ?? 0n);
  }
  return boundaries;
}

async function provenanceOf(build: KernelBuild, commit: string): Promise<Provenance> {
  const config = await readFile(join(build.output, '.config'));
  return {
    commit,
    kernelVersion: readKernelVersion(build.source),
    compiler: await compilerOf(build),
    linker: await linkerOf(build),
    configDigest: createHash('sha256').update(config).digest('hex'),
  };
}
