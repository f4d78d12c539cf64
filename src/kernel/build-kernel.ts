import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KernelConfig } from '../size/kernel-config.ts';
import { configure, configureLike } from './configure.ts';
import { findDeviceTree } from './device-tree.ts';
import { type KernelBuild, imagePath } from './kernel-build.ts';
import { requireFiles, writeForMake } from './made-files.ts';
import { makeKernel } from './make-kernel.ts';
import { requireTools } from './require-tools.ts';
import { configuredTools } from './build-tools.ts';

/** What a build left behind; paths. */
export interface BuiltKernel {
  readonly vmlinux: string;
  readonly image: string;
  readonly dtb: string | undefined;
  /** The linker's map, undefined where the configuration does not ask for one. */
  readonly map: string | undefined;
  readonly config: KernelConfig;
}

/** What the target asks for, or exactly the options of another side. */
export type KernelOptions = 'own' | KernelConfig;

/**
 * Configures and builds one commit of one target in its `O=`, which is kept: the next commit compiles only what
 * changed. A folder whose last build was cut off is begun anew, since a killed compiler leaves partial objects.
 */
export async function buildKernel(build: KernelBuild, options: KernelOptions = 'own'): Promise<BuiltKernel> {
  const unfinished = join(build.output, 'kernel-size-budget.unfinished');
  if (existsSync(unfinished)) await rm(build.output, { recursive: true, force: true });
  await mkdir(build.output, { recursive: true });
  await writeForMake(unfinished, '');
  try {
    return await configureAndMake(build, options);
  } finally {
    // After an error make has cleaned up behind itself; after a kill it may not have.
    if (!build.signal.aborted) await rm(unfinished, { force: true });
  }
}

async function configureAndMake(build: KernelBuild, options: KernelOptions): Promise<BuiltKernel> {
  const config = options === 'own' ? await configure(build) : await configureLike(build, options);
  await requireTools(configuredTools(build.target, config), build);
  const deviceTree = findDeviceTree(build);
  const goals = [build.target.image, ...(deviceTree ? [deviceTree.goal] : [])];
  await makeKernel(build, { step: 'building', goals, env: {} });
  const vmlinux = join(build.output, 'vmlinux');
  const image = imagePath(build);
  const map = config.get('VMLINUX_MAP') === 'y' ? join(build.output, 'vmlinux.map') : undefined;
  const made = [vmlinux, image, ...(map ? [map] : []), ...(deviceTree ? [deviceTree.path] : [])];
  await requireFiles(build, made, 'check "image" and "dtb" of the target');
  return { vmlinux, image, dtb: deviceTree?.path, map, config };
}
