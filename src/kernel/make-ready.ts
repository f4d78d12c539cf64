import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { readBoundedFile } from './bounded-file.ts';
import { type KernelOptions, buildKernel } from './build-kernel.ts';
import type { KernelBuild } from './kernel-build.ts';
import { readKernelVersion } from './kernel-version.ts';
import type { ReadyKernel } from './ready-kernel.ts';

/** Builds what is checked out. Throws a UserError where it cannot be built. To read what it was made from takes a while. */
export async function makeReady(
  build: KernelBuild,
  options: KernelOptions = 'own',
): Promise<Omit<ReadyKernel, 'sources'>> {
  const { origin, ...files } = await buildKernel(build, options);
  const configPath = join(build.output, '.config');
  const { compiler, linker } = build.tools;
  return {
    files: { ...files, configPath },
    provenance: {
      commit: (await build.checkout()).commit,
      kernelVersion: readKernelVersion(build.source),
      compiler,
      linker,
      configDigest: configDigest(configPath),
    },
    subsystems: build.subsystems,
    origin,
    digest: await fileDigest(files.vmlinux),
  };
}

/** SHA-256 of a `.config`. Throws a UserError where the file is none. */
export function configDigest(path: string): string {
  return createHash('sha256').update(readBoundedFile(path, 'config')).digest('hex');
}

async function fileDigest(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
}
