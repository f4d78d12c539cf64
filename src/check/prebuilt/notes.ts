import { NEWEST_COMPAT, compatOf } from '../../size/bloat-o-meter/symbol-letters.ts';
import { type Measurement, type MetricName, UNKNOWN } from '../../size/measurement.ts';
import type { Outcome } from '../job.ts';
import type { FileKind, PrebuiltKernels } from './files.ts';
import type { PrebuiltTarget } from './target.ts';

/** Metrics that need more than the linked kernel. */
const NEEDY: readonly MetricName[] = ['flash', 'image', 'ram', 'ram-after-init'];

/** What was given, and of which target it is. */
interface PrebuiltFilesOf extends Pick<PrebuiltTarget, 'planned'> {
  readonly given: PrebuiltKernels;
}

/** What was not measured, not compared or is not known, since no file tells it; one sentence each. */
export function missingFileNotes(job: PrebuiltFilesOf, outcomes: readonly [Outcome, Outcome]): string[] {
  const measured = outcomes.flatMap((one) => (one.kind === 'measured' ? [one.measurement] : []));
  if (measured.length < outcomes.length) return [];
  const doubts = measured.flatMap(({ doubt = [] }) => doubt);
  return [
    ...unmeasuredNotes(job, measured),
    ...optionNotes(job),
    ...scriptNotes(measured),
    ...toolNotes(measured),
    ...doubts,
  ];
}

function unmeasuredNotes(
  { given, planned }: PrebuiltFilesOf,
  measured: readonly Pick<Measurement, 'metrics'>[],
): string[] {
  const unmeasured = NEEDY.filter((metric) => measured.some(({ metrics }) => metrics[metric] === undefined));
  if (unmeasured.length === 0) return [];
  const kinds: readonly FileKind[] = ['image', 'config', ...(planned.target.dtb ? (['dtb'] as const) : [])];
  const absent = kinds.filter((kind) => given.head[kind] === undefined);
  const names = absent.map((kind) => `base-${kind} and head-${kind}`);
  return [`not measured: ${unmeasured.join(', ')}; to have more measured, give ${names.join(', ')} too`];
}

function optionNotes({ given }: PrebuiltFilesOf): string[] {
  if (given.head.config !== undefined) return [];
  return ['the options were not compared: base-config and head-config are not given'];
}

function scriptNotes(measured: readonly Pick<Measurement, 'provenance'>[]): string[] {
  if (measured.some(({ provenance }) => compatOf(provenance.kernelVersion) !== undefined)) return [];
  return [
    `no kernel says its version: the table of symbols is by scripts/bloat-o-meter of Linux ${NEWEST_COMPAT}`,
  ];
}

function toolNotes(measured: readonly Pick<Measurement, 'provenance'>[]): string[] {
  const tools = (['compiler', 'linker'] as const).filter((tool) =>
    measured.some(({ provenance }) => provenance[tool] === UNKNOWN[tool]),
  );
  if (tools.length === 0) return [];
  return [
    `cannot tell whether both kernels were built with the same ${tools.join(' and ')}: at least one does not say`,
  ];
}
