import { join } from 'node:path';
import type { KernelConfig } from '../../size/kernel-config.ts';
import { configure, configureLike } from '../kconfig/configure.ts';
import { type Checkout, type KernelBuild, imagePath } from '../make/build-context.ts';
import { type MadeFile, requireFiles } from '../make/outputs.ts';
import { CutOffBuild, type Ending, makeKernel } from '../make/run-make.ts';
import { type Objtree, type OpenObjtree, openObjtree } from '../objtree/open-objtree.ts';
import { configuredTools } from '../tools/build-tools.ts';
import { requireTools } from '../tools/require-tools.ts';
import { findDeviceTree } from './find-dtb.ts';

/** What a build left behind; paths. */
export interface BuiltKernel {
  readonly vmlinux: string;
  readonly image: string;
  readonly dtb: string | undefined;
  /** The linker's map, undefined where the configuration does not ask for one. */
  readonly map: string | undefined;
  readonly config: KernelConfig;
  /** Whether the build began with an empty folder. */
  readonly origin: OpenObjtree['origin'];
  /** Of a build that left something running, nothing is kept: it may have been about to write. */
  readonly ending: Ending;
}

/** What one build is of, and what it begins with. */
export interface BuildStart {
  readonly checkout: Checkout;
  readonly objtree: Objtree;
  readonly options?: KernelOptions;
}

/** What the target asks for, or exactly the options of another side. */
type KernelOptions = 'own' | KernelConfig;

/**
 * Configures and builds one commit of one target in its `O=`, which is kept: the next commit compiles only what
 * changed. A folder whose last build was cut off is begun anew.
 */
export async function buildKernel(
  build: KernelBuild,
  { checkout, objtree, options = 'own' }: BuildStart,
): Promise<BuiltKernel> {
  const tree = await openObjtree(build, checkout, objtree);
  try {
    const files = await configureAndMake(build, { options, origin: tree.origin });
    if (files.ending === 'orderly') await tree.close('built');
    return { ...files, origin: tree.origin };
  } catch (error) {
    // After an error make has cleaned up behind itself; after a kill it may not have.
    const isOrderly = !build.signal.aborted && !(error instanceof CutOffBuild);
    // Without its state the folder counts as cut off; why the build failed is worth more.
    if (isOrderly) await tree.close('failed').catch(() => undefined);
    throw error;
  }
}

async function configureAndMake(
  build: KernelBuild,
  { options, origin }: { readonly options: KernelOptions; readonly origin: OpenObjtree['origin'] },
): Promise<Omit<BuiltKernel, 'origin'>> {
  const config = options === 'own' ? await configure(build) : await configureLike(build, options);
  await requireTools(configuredTools(build.target, config), build);
  const deviceTree = findDeviceTree(build);
  const goals = [build.target.image, ...(deviceTree ? [deviceTree.goal] : [])];
  const extent = origin === 'clean' ? 'all' : 'what changed';
  const ending = await makeKernel(build, { step: 'building', goals, extent, env: {} });
  const vmlinux = join(build.output, 'vmlinux');
  const image = imagePath(build);
  const map = config.get('VMLINUX_MAP') === 'y' ? join(build.output, 'vmlinux.map') : undefined;
  const made: MadeFile[] = [
    { path: vmlinux, kind: 'vmlinux' },
    { path: image, kind: image === vmlinux ? 'vmlinux' : 'image' },
    ...(map === undefined ? [] : [{ path: map, kind: 'map' } as const]),
    ...(deviceTree === undefined ? [] : [{ path: deviceTree.path, kind: 'dtb' } as const]),
  ];
  requireFiles(build, made, 'check "image" and "dtb" of the target');
  return { vmlinux, image, dtb: deviceTree?.path, map, config, ending };
}
