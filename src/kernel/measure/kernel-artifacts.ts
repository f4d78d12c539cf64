import type { Target } from '../../budget/target.ts';
import type { KernelConfig } from '../../size/kernel-config.ts';
import type { Measurement, Provenance } from '../../size/measurement.ts';
import type { KernelSources } from '../reach/kernel-sources.ts';
import { type FileDigests, type KernelPaths, requireUnchanged } from './artifact-folder.ts';
import { readMeasurement } from './read-measurement.ts';

/** A kernel of one commit, built now or before, with all that its sizes are read from. */
export interface KernelArtifacts {
  /** In a folder of their own. */
  readonly paths: KernelPaths;
  readonly digests: FileDigests;
  /** Resolved. */
  readonly config: KernelConfig;
  readonly provenance: Provenance;
  /** By the object's name. */
  readonly subsystems: ReadonlyMap<string, string>;
  /** Whether its build began with an empty folder. */
  readonly origin: 'clean' | 'incremental';
  /** What it was made from; undefined where nobody knows. */
  readonly sources: KernelSources | undefined;
}

/** Throws a UserError where a file is not what it should be, or not what it was. */
export async function measureArtifacts(kernel: KernelArtifacts, target: Target): Promise<Measurement> {
  const { paths, digests, config, subsystems, provenance } = kernel;
  await requireUnchanged(digests);
  return readMeasurement(
    { ...paths, config },
    { target, subsystems: () => subsystems, provenance: () => provenance },
  );
}

/** Whether both have the same vmlinux. */
export function isSameKernel(a: KernelArtifacts, b: KernelArtifacts): boolean {
  return a.digests.get(a.paths.vmlinux) === b.digests.get(b.paths.vmlinux);
}
