/** Entries of the kind `kernel`: what a kernel's sizes are read from, so that it need not be built. */
import { constants } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { CacheKey, CacheStore } from './cache/store.ts';
import { readBoundedText } from './kernel/bounded-file.ts';
import type { ReadyKernel } from './kernel/ready-kernel.ts';
import { parseKernelConfig } from './size/kernel-config.ts';

const DESCRIPTION = z.object({
  format: z.literal(1),
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
  sources: z.array(z.string()),
});

const NAME = 'kernel.json';

/** Undefined where the store does not have it; `folder` holds its files as long as it is of use. */
export async function restoreKernel(
  store: CacheStore,
  key: CacheKey,
  folder: string,
): Promise<ReadyKernel | undefined> {
  const found = await store.restore(key, { into: folder, substitute: { kind: 'none' } });
  return found === undefined ? undefined : readKernel(folder);
}

/** Puts a kernel that was built into the store; `subsystems` are those of its measurement. */
export async function keepKernel(
  store: CacheStore,
  key: CacheKey,
  kept: {
    readonly kernel: ReadyKernel;
    readonly subsystems: ReadonlyMap<string, string>;
    readonly folder: string;
  },
): Promise<void> {
  await rm(kept.folder, { recursive: true, force: true });
  await mkdir(kept.folder, { recursive: true });
  await writeKernel(kept);
  await store.save(key, kept.folder);
}

async function writeKernel({ kernel, subsystems, folder }: Parameters<typeof keepKernel>[2]): Promise<void> {
  const { files, provenance, origin, digest, sources } = kernel;
  const image = files.image === undefined ? 'none' : files.image === files.vmlinux ? 'vmlinux' : 'own';
  const copies = {
    vmlinux: files.vmlinux,
    config: files.configPath,
    map: files.map,
    dtb: files.dtb,
    image: image === 'own' ? files.image : undefined,
  };
  for (const [name, path] of Object.entries(copies)) {
    if (path !== undefined) await copyFile(path, join(folder, name), constants.COPYFILE_FICLONE);
  }
  const description = {
    format: 1,
    provenance,
    origin,
    digest,
    subsystems: Object.fromEntries(subsystems),
    image,
    files: (['map', 'dtb'] as const).filter((name) => copies[name] !== undefined),
    sources,
  };
  await writeFile(join(folder, NAME), JSON.stringify(description));
}

async function readKernel(folder: string): Promise<ReadyKernel | undefined> {
  const description = await readDescription(join(folder, NAME));
  if (description === undefined) return undefined;
  const { provenance, origin, digest, sources, image, files } = description;
  const optional = (name: 'map' | 'dtb'): string | undefined =>
    files.includes(name) ? join(folder, name) : undefined;
  const configPath = join(folder, 'config');
  const vmlinux = join(folder, 'vmlinux');
  return {
    files: {
      vmlinux,
      image: image === 'none' ? undefined : image === 'vmlinux' ? vmlinux : join(folder, 'image'),
      map: optional('map'),
      dtb: optional('dtb'),
      config: parseKernelConfig(readBoundedText(configPath, 'config')),
      configPath,
    },
    provenance,
    subsystems: () => new Map(Object.entries(description.subsystems)),
    origin,
    digest,
    sources,
  };
}

/** Undefined for that of another version of this program. */
async function readDescription(path: string): Promise<z.infer<typeof DESCRIPTION> | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  return DESCRIPTION.safeParse(JSON.parse(text)).data;
}
