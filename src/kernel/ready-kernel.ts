import type { Target } from '../budget/target.ts';
import type { Measurement, Provenance } from '../size/measurement.ts';
import { type KernelFiles, type KernelSubject, readMeasurement } from './read-measurement.ts';

/** A kernel of one commit, built now or before, with all that its sizes are read from. */
export interface ReadyKernel {
  readonly files: KernelFiles & { readonly configPath: string };
  readonly provenance: Provenance;
  readonly subsystems: KernelSubject['subsystems'];
  /** Whether its build began with an empty folder. */
  readonly origin: 'clean' | 'incremental';
  /** SHA-256 of vmlinux. */
  readonly digest: string;
  /** What it was made from, as `readDependencies` returns it; empty where nobody needs it. */
  readonly sources: readonly string[];
}

/** Throws a UserError where a file is not what it should be. */
export function measureReady(
  kernel: Pick<ReadyKernel, 'files' | 'subsystems' | 'provenance'>,
  target: Target,
): Promise<Measurement> {
  const { files, subsystems, provenance } = kernel;
  return readMeasurement(files, { target, subsystems, provenance: () => provenance });
}
