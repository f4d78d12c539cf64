import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Measurement, Provenance } from '../size/measurement.ts';
import { readBoundedFile } from './bounded-file.ts';
import { type KernelOptions, buildKernel } from './build-kernel.ts';
import { compilerOf, linkerOf } from './compilers.ts';
import type { KernelBuild } from './kernel-build.ts';
import { readKernelVersion } from './kernel-version.ts';
import { readMeasurement } from './read-measurement.ts';

/** Builds one commit of one target and reads its metrics, sections and symbols. Throws a UserError where it cannot. */
export async function measureKernel(
  build: KernelBuild,
  commit: string,
  options: KernelOptions = 'own',
): Promise<Measurement> {
  const built = await buildKernel(build, options);
  return readMeasurement(built, {
    target: build.target,
    tree: build.source,
    provenance: () => provenanceOf(build, commit),
  });
}

async function provenanceOf(build: KernelBuild, commit: string): Promise<Provenance> {
  return {
    commit,
    kernelVersion: readKernelVersion(build.source),
    compiler: await compilerOf(build),
    linker: await linkerOf(build),
    configDigest: configDigest(join(build.output, '.config')),
  };
}

/** SHA-256 of a `.config`. Throws a UserError where the file is none. */
export function configDigest(path: string): string {
  return createHash('sha256').update(readBoundedFile(path, 'config')).digest('hex');
}
