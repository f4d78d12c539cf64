import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Elf, SymbolTable } from '../elf/elf.ts';
import { openElf } from '../elf/open-elf.ts';
import { readSymbols } from '../elf/symbols.ts';
import { accountFor } from '../size/accounting.ts';
import { isCompressedImage } from '../size/compressed-image.ts';
import { readDeviceTreeBlob } from '../size/device-tree-blob.ts';
import { BOUNDARY_SYMBOLS, type KernelImage } from '../size/kernel-image.ts';
import { type LinkMap, parseLinkMap } from '../size/link-map.ts';
import type { Measurement, Provenance } from '../size/measurement.ts';
import { metricsOf } from '../size/metrics.ts';
import { allocatedSections } from '../size/section-kind.ts';
import { spansOf } from '../size/spans.ts';
import { symbolSizes } from '../size/symbol-sizes.ts';
import { readInitSize } from './boot-header.ts';
import { type BuiltKernel, type KernelOptions, buildKernel } from './build-kernel.ts';
import { compilerOf, linkerOf } from './compilers.ts';
import { openElfSource } from './elf-source.ts';
import { type KernelBuild, sourceArch } from './kernel-build.ts';
import { readKernelVersion } from './kernel-version.ts';
import { findSubsystems } from './subsystems.ts';

/** Builds one commit of one target and reads its metrics, sections and symbols. Throws a UserError where it cannot. */
export async function measureKernel(
  build: KernelBuild,
  commit: string,
  options: KernelOptions = 'own',
): Promise<Measurement> {
  const built = await buildKernel(build, options);
  using source = openElfSource(built.vmlinux);
  const elf = openElf(source);
  const table = readSymbols(elf);
  const kernel = await describeKernel({ build, built, elf, table });
  const sections = allocatedSections(kernel);
  const accounting = accountFor(elf, table, { map: await readMap(built), contents: 'kept' });
  return {
    metrics: metricsOf(kernel, sections),
    sections,
    symbols: symbolSizes(elf, table),
    accounting,
    subsystems: await findSubsystems(build.source, accounting.objects),
    spans: spansOf(kernel),
    isCompressed: isCompressedImage(build.target.image, built.config),
    config: built.config,
    deviceTree:
      built.dtb === undefined ? undefined : readDeviceTreeBlob(built.dtb, await readFile(built.dtb)),
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

/** The linker's map, where the configuration asks for it. */
async function readMap({ map }: BuiltKernel): Promise<LinkMap | undefined> {
  return map === undefined ? undefined : parseLinkMap(map, await readFile(map, 'utf8'));
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
