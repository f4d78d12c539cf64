import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { parseLinkMap } from '../../size/link-map/link-map.ts';
import { readBoundedFile, readBoundedText } from '../kernel-file.ts';
import type { KernelBuild } from '../make/build-context.ts';
import { copyKernel, digestFiles } from '../measure/artifact-folder.ts';
import type { KernelArtifacts } from '../measure/kernel-artifacts.ts';
import { readKernelVersion } from '../tree/kernel-version.ts';
import { type BuildStart, type BuiltKernel, buildKernel } from './build-kernel.ts';

/**
 * Builds what is checked out, and puts what its sizes are read from into `folder`. Throws a UserError where it cannot be
 * built. To read what it was made from takes a while.
 */
export async function buildArtifacts(
  build: KernelBuild,
  { folder, ...start }: BuildStart & { readonly folder: string },
): Promise<Omit<KernelArtifacts, 'sources'> & Pick<BuiltKernel, 'ending'>> {
  const { output } = build;
  const { origin, config, ending, ...built } = await buildKernel(build, start);
  const paths = await copyKernel({ ...built, config: join(output, '.config'), output }, folder);
  const { compiler, linker } = build.tools;
  return {
    paths,
    digests: await digestFiles(paths),
    config,
    provenance: {
      commit: start.checkout.commit,
      kernelVersion: readKernelVersion(build.source),
      compiler,
      linker,
      configDigest: configDigest(paths.config),
    },
    subsystems: await build.subsystems(objectsOf(paths.map)),
    origin,
    ending,
  };
}

/** SHA-256 of a `.config`. Throws a UserError where the file is none. */
export function configDigest(path: string): string {
  return createHash('sha256').update(readBoundedFile(path, 'config')).digest('hex');
}

/** The objects that the linker used. Without a link map their folders, and so their subsystems, are unknown. */
function objectsOf(map: string | undefined): string[] {
  if (map === undefined) return [];
  const { inputs } = parseLinkMap(map, readBoundedText(map, 'map'));
  return [...new Set(inputs.map(({ object }) => object))];
}
