/** Entries of the kind `kernel`: what a kernel's sizes are read from, so that it need not be built. */
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { CacheKey, CacheStore } from '../cache/store.ts';
import { madeIn, readBoundedText } from '../kernel/kernel-file.ts';
import { type KernelPaths, digestFiles } from '../kernel/measure/artifact-folder.ts';
import type { KernelArtifacts } from '../kernel/measure/kernel-artifacts.ts';
import { KERNEL_SOURCES } from '../kernel/reach/kernel-sources.ts';
import { parseKernelConfig } from '../size/kernel-config.ts';

const DESCRIPTION = z.object({
  format: z.literal(2),
  provenance: z.object({
    commit: z.string(),
    kernelVersion: z.string(),
    compiler: z.string(),
    linker: z.string(),
    configDigest: z.string(),
  }),
  origin: z.enum(['clean', 'incremental']),
  digest: z.string(),
  subsystems: z.record(z.string(), z.string()),
  image: z.enum(['none', 'vmlinux', 'own']),
  files: z.array(z.enum(['map', 'dtb'])),
  sources: KERNEL_SOURCES.optional(),
});

type Description = z.infer<typeof DESCRIPTION>;

const NAME = 'kernel.json';

/** Undefined where the store does not have it; `folder` holds its files as long as it is of use. */
export async function restoreKernel(
  store: CacheStore,
  key: CacheKey,
  folder: string,
): Promise<KernelArtifacts | undefined> {
  const found = await store.restore(key, { into: folder, substitute: { kind: 'none' } });
  return found === undefined ? undefined : readKernel(folder);
}

/** Puts a kernel that was built into the store. */
export async function keepKernel(store: CacheStore, key: CacheKey, kernel: KernelArtifacts): Promise<void> {
  const folder = dirname(kernel.paths.vmlinux);
  await writeFile(join(folder, NAME), JSON.stringify(describe(kernel)));
  await store.save(key, folder);
}

function describe({ paths, digests, provenance, origin, subsystems, sources }: KernelArtifacts): unknown {
  const image = paths.image === undefined ? 'none' : paths.image === paths.vmlinux ? 'vmlinux' : 'own';
  return {
    format: 2,
    provenance,
    origin,
    digest: digests.get(paths.vmlinux),
    subsystems: Object.fromEntries(subsystems),
    image,
    files: (['map', 'dtb'] as const).filter((name) => paths[name] !== undefined),
    sources,
  };
}

/** Undefined too where a file is missing, or the vmlinux is another than was described. */
async function readKernel(folder: string): Promise<KernelArtifacts | undefined> {
  const description = readDescription(folder);
  if (description === undefined) return undefined;
  const { provenance, origin, digest, sources, subsystems } = description;
  const paths = pathsIn(folder, description);
  const digests = await digestFiles(paths).catch(() => undefined);
  if (digests?.get(paths.vmlinux) !== digest) return undefined;
  return {
    paths,
    digests,
    config: parseKernelConfig(readBoundedText(paths.config, 'config', madeIn(folder))),
    provenance,
    subsystems: new Map(Object.entries(subsystems)),
    origin,
    sources,
  };
}

function pathsIn(folder: string, { image, files }: Description): KernelPaths {
  const optional = (name: 'map' | 'dtb'): string | undefined =>
    files.includes(name) ? join(folder, name) : undefined;
  const vmlinux = join(folder, 'vmlinux');
  return {
    vmlinux,
    config: join(folder, 'config'),
    map: optional('map'),
    dtb: optional('dtb'),
    image: image === 'none' ? undefined : image === 'vmlinux' ? vmlinux : join(folder, 'image'),
  };
}

/** Undefined for that of another version of this program. */
function readDescription(folder: string): Description | undefined {
  try {
    const found: unknown = JSON.parse(readBoundedText(join(folder, NAME), 'state', madeIn(folder)));
    return DESCRIPTION.safeParse(found).data;
  } catch {
    return undefined;
  }
}
