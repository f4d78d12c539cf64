import type { Target } from './budget/target.ts';
import type { BuiltTarget, RunningCheck } from './check.ts';
import { FAILING_KINDS } from './exit-code.ts';
import { type ReadyKernel, isSameKernel, measureReady } from './kernel/ready-kernel.ts';
import { buildAndKeep } from './obtain-kernel.ts';
import { type SideOutcome, type SideSource, buildOf } from './obtain-side.ts';
import { once } from './once.ts';
import type { Report } from './report/report.ts';
import { userErrorOf } from './system-error.ts';

/** Targets that are built, and how they are judged; `notes` are added to the report. */
interface Judging {
  readonly targets: readonly BuiltTarget[];
  readonly judge: (targets: readonly BuiltTarget[], notes: readonly string[]) => Promise<Report>;
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
  const report = await judge(targets, []);
  const notes: string[] = [];
  const confirmed: BuiltTarget[] = [];
  for (const [index, target] of targets.entries()) {
    const findings = report.targets[index]?.verdict.findings ?? [];
    const isFailing = findings.some(({ kind }) => FAILING_KINDS.some((failing) => failing === kind));
    const former = target.head;
    const isDoubtful = isFailing && former.kind === 'ready' && former.kernel.origin === 'incremental';
    const outcome = isDoubtful
      ? await buildAnew(job, head, { ...target, former: former.kernel })
      : { head: former };
    confirmed.push({ ...target, head: outcome.head });
    if ('note' in outcome) notes.push(outcome.note);
  }
  return notes.length === 0 ? report : judge(confirmed, notes);
}

interface Confirmation {
  readonly head: SideOutcome;
  readonly note: string;
}

async function buildAnew(
  job: RunningCheck,
  head: SideSource,
  { target, former }: Pick<BuiltTarget, 'target'> & { readonly former: ReadyKernel },
): Promise<Confirmation> {
  try {
    const { build, inputs } = await buildOf(job, { ...head, checkout: checkoutAnew(head) }, target);
    const kernel = await buildAndKeep(job, head, {
      build: { ...build, start: 'empty', env: { ...build.env, ...WITHOUT_CCACHE } },
      inputs,
      part: 'anew',
    });
    return await compare(target, former, kernel);
  } catch (error) {
    const told = userErrorOf(error);
    if (job.signal.aborted || told === undefined) throw error;
    const reason = `head broke a limit when it was built on an earlier build, but could not be built from nothing: ${told.message}`;
    return { head: { kind: 'failed', reason, details: told.details }, note: `${target.name}: ${reason}` };
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

async function compare(target: Target, former: ReadyKernel, kernel: ReadyKernel): Promise<Confirmation> {
  if (isSameKernel(former, kernel)) {
    return {
      head: { kind: 'ready', kernel, target },
      note: `${target.name}: head was built once more from nothing, with the same result`,
    };
  }
  const reason =
    'a bug in kernel-size-budget: head built on an earlier build is not what head built from nothing is; ' +
    'please report it, and check again with --no-cache (the action: cache: none)';
  const details = [
    `on an earlier build: ${await metricsInWords(former, target)}`,
    `from nothing: ${await metricsInWords(kernel, target)}`,
  ];
  return { head: { kind: 'failed', reason, details }, note: `${target.name}: ${details.join('; ')}` };
}

async function metricsInWords(kernel: ReadyKernel, target: Target): Promise<string> {
  const { metrics } = await measureReady(kernel, target);
  return Object.entries(metrics)
    .map(([name, bytes]) => `${name} ${bytes} B`)
    .join(', ');
}
