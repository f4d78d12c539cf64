/** The job on two kernels that were built elsewhere: their files -> report. Runs nothing, and needs no repository. */
import { isAbsolute, join } from 'node:path';
import type { Target } from '../../budget/target.ts';
import type { Elf, SymbolTable } from '../../elf/elf.ts';
import { openElf } from '../../elf/open-elf.ts';
import { configDigest } from '../../kernel/build/build-artifacts.ts';
import { openKernelFile, readBoundedText } from '../../kernel/kernel-file.ts';
import { type KernelFiles, readMeasurement } from '../../kernel/measure/read-measurement.ts';
import { NO_SUBSYSTEMS, type SubsystemReader, openSubsystems } from '../../kernel/tree/subsystems.ts';
import { reportOf } from '../../report/assemble-report.ts';
import type { Remarks, Report, ReportSubject } from '../../report/report.ts';
import { bannerOf } from '../../size/kernel-banner.ts';
import { configVersion, parseKernelConfig } from '../../size/kernel-config.ts';
import type { Measurement, Provenance } from '../../size/measurement.ts';
import { userErrorOf } from '../../system-error.ts';
import { UserError } from '../../user-error.ts';
import { withIdleNotes } from '../acceptances.ts';
import { compareTarget } from '../compare-target.ts';
import type { Outcome } from '../job.ts';
import { requireOneMachine } from './device-tree.ts';
import type { PrebuiltFiles, PrebuiltKernels } from './files.ts';
import { MADE_FROM_KERNEL, haveSameContents, requireTwoFiles } from './given-twice.ts';
import { missingFileNotes } from './notes.ts';
import type { PrebuiltTarget } from './target.ts';

/** All that a check of given kernels works on. */
export interface PrebuiltJob extends PrebuiltTarget {
  readonly given: PrebuiltKernels;
  /** What relative paths are relative to. */
  readonly folder: string;
  /** Those that the kernels are said to be built from, undefined where nobody says. */
  readonly commits: Pick<ReportSubject, 'base' | 'head'>;
  /** A kernel tree for its MAINTAINERS, undefined for none. */
  readonly tree: string | undefined;
  readonly readAcceptances: () => Promise<Remarks>;
}

/** What both kernels are read with. */
interface Reading extends PrebuiltJob {
  readonly subsystems: SubsystemReader;
}

type Side = 'base' | 'head';

/** Reads, compares and judges two kernels; base comes first. What cannot be read is a `no-comparison` with the reason. */
export async function checkPrebuilt(job: PrebuiltJob): Promise<Report> {
  const { given, planned, commits, tree } = job;
  const reading = { ...job, subsystems: tree === undefined ? NO_SUBSYSTEMS : openSubsystems(tree) };
  const base = await measure(reading, 'base');
  const head = base.kind === 'measured' ? await measure(reading, 'head', base) : ABSENT;
  const remarks = withIdleNotes(await job.readAcceptances(), job.known);
  const copies = head.kind === 'measured' ? await copyNotes(job) : [];
  const notes = [...job.notes, ...missingFileNotes(job, [base, head]), ...copies, ...remarks.notes];
  const files = { base: given.base.elf, head: given.head.elf };
  const comparison = compareTarget(planned.target, { base, head });
  return reportOf({ ...commits, files }, [{ ...planned, comparison }], { ...remarks, notes });
}

const ABSENT: Outcome = { kind: 'absent' };

/** `before` is base, with which head has to have its machine in common. */
async function measure(
  job: Reading,
  side: Side,
  before?: Extract<Outcome, { kind: 'measured' }>,
): Promise<Outcome> {
  try {
    if (before !== undefined) {
      requireTwoFiles(sidesOf(job), ['elf']);
      requireSameMachine(job);
    }
    const measurement = await measureFiles(job, side);
    const { given, planned, tree } = job;
    if (before !== undefined) {
      // Of two kernels one at most has made such a file, which is said better where it is read.
      requireTwoFiles(sidesOf(job), MADE_FROM_KERNEL);
      requireOneMachine({ given, target: planned.target, tree, base: before.measurement, head: measurement });
    }
    return { kind: 'measured', measurement };
  } catch (error) {
    const told = userErrorOf(error);
    if (told === undefined) throw error;
    return { kind: 'failed', reason: told.message, details: told.details };
  }
}

function sidesOf({ given, folder }: PrebuiltJob): PrebuiltKernels {
  return { base: located(given.base, folder), head: located(given.head, folder) };
}

/** One commit gives one kernel; of two, or where nobody says, one may be a copy of the other. */
async function copyNotes(job: PrebuiltJob): Promise<string[]> {
  const { base, head } = sidesOf(job);
  const { commits } = job;
  if (commits.base !== undefined && commits.base.hash === commits.head?.hash) return [];
  if (!(await haveSameContents(base.elf, head.elf))) return [];
  return [
    'base-elf and head-elf have the same contents, so nothing differs; if that is wrong, one is a copy',
  ];
}

/** Sizes of two machines do not compare. */
function requireSameMachine({ given, folder }: PrebuiltJob): void {
  const [base, head] = [given.base, given.head].map((files) => machineOf(located(files, folder).elf));
  if (base === head) return;
  throw new UserError(
    `${given.base.elf} is for ${base}, ${given.head.elf} for ${head}; expected two kernels for one machine`,
  );
}

function machineOf(path: string): string {
  using source = openKernelFile(path, 'vmlinux');
  const elf = openElf(source);
  return `${elf.class}-bit ELF machine ${elf.machine}`;
}

function measureFiles(job: Reading, side: Side): Promise<Measurement> {
  const target = targetOf(job, side);
  const files = located(job.given[side], job.folder);
  return readMeasurement(
    {
      vmlinux: files.elf,
      map: files.map,
      dtb: files.dtb,
      // The boot image of such a target is its vmlinux.
      image: files.image ?? (target.image === 'vmlinux' ? files.elf : undefined),
      ...configOf(files),
    },
    {
      target,
      origin: 'elsewhere',
      subsystems: job.subsystems,
      provenance: (elf, table) => provenanceOf(files, { elf, table, commit: job.commits[side]?.hash }),
    },
  );
}

function configOf({ config: path }: PrebuiltFiles): Pick<KernelFiles, 'config' | 'configFile'> {
  if (path === undefined) return { config: undefined };
  const text = readBoundedText(path, 'config');
  return { config: parseKernelConfig(text), configFile: { path, version: configVersion(text) } };
}

/** A target that only head's budget file has is what base was built as too: there is a kernel of it. */
function targetOf({ planned: { baseTarget, target } }: PrebuiltJob, side: Side): Target {
  return side === 'base' ? (baseTarget ?? target) : target;
}

function located(files: PrebuiltFiles, folder: string): PrebuiltFiles {
  const entries = Object.entries(files).map(
    ([kind, path]) => [kind, isAbsolute(path) ? path : join(folder, path)] as const,
  );
  return Object.fromEntries(entries) as unknown as PrebuiltFiles;
}

function provenanceOf(
  files: PrebuiltFiles,
  {
    elf,
    table,
    commit,
  }: { readonly elf: Elf; readonly table: SymbolTable; readonly commit: string | undefined },
): Provenance {
  const digest = files.config === undefined ? undefined : configDigest(files.config);
  return { commit, configDigest: digest, ...bannerOf(elf, table) };
}
