import type { BuiltTarget, RunningCheck } from './check.ts';
import { FAILING_KINDS } from './exit-code.ts';
import type { ReadyKernel } from './kernel/ready-kernel.ts';
import { type SideOutcome, type SideSource, buildOf } from './measure-side.ts';
import { buildAndKeep } from './obtain-kernel.ts';
import { once } from './once.ts';
import type { Report } from './report/report.ts';
import type { Measurement } from './size/measurement.ts';
import { UserError } from './user-error.ts';

/** Targets that are built, and how they are judged; `notes` are added to the report. */
interface Judging {
  readonly targets: readonly BuiltTarget[];
  readonly judge: (targets: readonly BuiltTarget[], notes: readonly string[]) => Report;
}

/**
 * Judges, and builds head of each target that breaks a limit once more from nothing where its kernel came from a build
 * folder that was there before: nobody is told of growth that only a stale file made.
 */
export async function confirmFailures(
  job: RunningCheck,
  head: SideSource,
  { targets, judge }: Judging,
): Promise<Report> {
  const report = judge(targets, []);
  const notes: string[] = [];
  const confirmed: BuiltTarget[] = [];
  for (const [index, target] of targets.entries()) {
    const findings = report.targets[index]?.verdict.findings ?? [];
    const isFailing = findings.some(({ kind }) => FAILING_KINDS.some((failing) => failing === kind));
    const isDoubtful = isFailing && target.head.build?.origin === 'incremental';
    const outcome = isDoubtful ? await buildAnew(job, head, target) : { head: target.head };
    confirmed.push({ ...target, head: outcome.head });
    if ('note' in outcome) notes.push(outcome.note);
  }
  return notes.length === 0 ? report : judge(confirmed, notes);
}

interface Confirmation {
  readonly head: SideOutcome;
  readonly note: string;
}

async function buildAnew(job: RunningCheck, head: SideSource, built: BuiltTarget): Promise<Confirmation> {
  const { target } = built;
  try {
    const { build, inputs } = await buildOf(job, { ...head, checkout: checkoutAnew(head) }, target);
    const { kernel, measurement } = await buildAndKeep(job, head, {
      build: { ...build, start: 'empty', env: { ...build.env, ...WITHOUT_CCACHE } },
      inputs,
    });
    return compare(built, kernel, measurement);
  } catch (error) {
    if (job.signal.aborted || !(error instanceof UserError)) throw error;
    const reason = `head broke a limit when it was built on an earlier build, but could not be built from nothing: ${error.message}`;
    return { head: { kind: 'failed', reason, details: error.details }, note: `${target.name}: ${reason}` };
  }
}

/** The commands stay the same, so that the build folder is of use for others. */
const WITHOUT_CCACHE = { CCACHE_DISABLE: '1' } as const;

/** What builds may have done to the sources is undone first. */
function checkoutAnew(head: SideSource): SideSource['checkout'] {
  return once(async () => {
    await head.tree.checkOut(head.hash, 'anew');
    return head.checkout();
  });
}

function compare({ target, head }: BuiltTarget, kernel: ReadyKernel, measurement: Measurement): Confirmation {
  if (kernel.digest === head.build?.digest) {
    return {
      head: { kind: 'measured', measurement, build: kernel },
      note: `${target.name}: head was built once more from nothing, with the same result`,
    };
  }
  const reason =
    'a bug in kernel-size-budget: head built on an earlier build is not what head built from nothing is; ' +
    'please report it, and check again with --no-cache (the action: cache: none)';
  const details = [
    `on an earlier build: ${metricsInWords(head)}`,
    `from nothing: ${metricsInWords({ kind: 'measured', measurement })}`,
  ];
  return { head: { kind: 'failed', reason, details }, note: `${target.name}: ${details.join('; ')}` };
}

function metricsInWords(outcome: SideOutcome): string {
  if (outcome.kind !== 'measured') return 'not measured';
  const metrics = Object.entries(outcome.measurement.metrics);
  return metrics.map(([name, bytes]) => `${name} ${bytes} B`).join(', ');
}
