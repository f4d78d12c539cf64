import type { Acceptance } from '../budget/acceptance.ts';
import type { Target } from '../budget/target.ts';
import type { Checkout } from '../kernel/make/build-context.ts';
import { type KernelArtifacts, isSameKernel, measureArtifacts } from '../kernel/measure/kernel-artifacts.ts';
import { EMPTY_OBJTREE } from '../kernel/objtree/open-objtree.ts';
import { judgeTarget } from '../report/assemble-report.ts';
import { FAILING_KINDS } from '../report/exit-code.ts';
import { attempt } from './attempt.ts';
import { buildOf } from './build-side.ts';
import type { BuiltTarget, MeasuredTarget, RunningCheck, SideOutcome, SideSource } from './job.ts';
import { measureTarget } from './measure-targets.ts';
import { buildAndKeep } from './restore-or-build.ts';

/** Targets that are measured, and growth that was accepted. */
interface Judging {
  readonly targets: readonly MeasuredTarget[];
  readonly acceptances: readonly Acceptance[];
}

/** The same targets, those that were doubtful measured anew, and what the report says of that. */
interface Confirmed {
  readonly targets: readonly MeasuredTarget[];
  readonly notes: readonly string[];
}

/**
 * Builds head of each target that breaks a limit once more from nothing where its kernel came from a build folder that
 * was there before: nobody is told of growth that only a stale file made. Where the job does not want that, a note says
 * that it was not done.
 */
export async function confirmFailures(
  job: RunningCheck,
  head: SideSource,
  { targets, acceptances }: Judging,
): Promise<Confirmed> {
  const doubtful = new Set(targets.filter((target) => isDoubtful(target, acceptances)));
  if (doubtful.size === 0) return { targets, notes: [] };
  if (job.confirm === 'nothing') return { targets, notes: [unconfirmed([...doubtful])] };
  const confirmed: MeasuredTarget[] = [];
  const notes: string[] = [];
  for (const target of targets) {
    if (target.head.kind !== 'ready' || !doubtful.has(target)) {
      confirmed.push(target);
      continue;
    }
    const outcome = await buildAnew(job, head, { ...target, former: target.head.kernel });
    confirmed.push(await measureTarget(job, { ...target, head: outcome.head }));
    notes.push(outcome.note);
  }
  return { targets: confirmed, notes };
}

function isDoubtful(target: MeasuredTarget, acceptances: readonly Acceptance[]): boolean {
  const { head } = target;
  if (head.kind !== 'ready' || head.kernel.origin !== 'incremental') return false;
  const { findings } = judgeTarget(target, acceptances);
  return findings.some(({ kind }) => FAILING_KINDS.some((failing) => failing === kind));
}

function unconfirmed(targets: readonly Pick<BuiltTarget, 'target'>[]): string {
  const names = targets.map(({ target }) => target.name).join(', ');
  return `${names}: head breaks a limit as it was built on an earlier build; --confirm builds it once more from nothing`;
}

interface Confirmation {
  readonly head: SideOutcome;
  readonly note: string;
}

async function buildAnew(
  job: RunningCheck,
  head: SideSource,
  { target, former }: Pick<BuiltTarget, 'target'> & { readonly former: KernelArtifacts },
): Promise<Confirmation> {
  const confirmed = await attempt(job, async () => {
    const checkout = await checkOutAnew(head);
    const { build, inputs } = await buildOf(job, head, target);
    const kernel = await buildAndKeep(job, head, {
      build: { ...build, again: AGAIN, env: { ...build.env, ...WITHOUT_CCACHE } },
      inputs,
      part: 'anew',
      checkout,
      objtree: EMPTY_OBJTREE,
    });
    return compare(target, former, kernel);
  });
  if (confirmed.kind === 'done') return confirmed.value;
  const reason = `head broke a limit when it was built on an earlier build, but could not be built from nothing: ${confirmed.reason}`;
  return { head: { ...confirmed, reason }, note: `${target.name}: ${reason}` };
}

const AGAIN = 'from nothing, to confirm the limit that it breaks';

/** The commands stay the same, so that the build folder is of use for others. */
const WITHOUT_CCACHE = { CCACHE_DISABLE: '1' } as const;

/** What builds may have done to the sources is undone first. */
async function checkOutAnew(head: SideSource): Promise<Checkout> {
  await head.tree.checkOut(head.hash, 'anew');
  return head.checkout();
}

async function compare(
  target: Target,
  former: KernelArtifacts,
  kernel: KernelArtifacts,
): Promise<Confirmation> {
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

async function metricsInWords(kernel: KernelArtifacts, target: Target): Promise<string> {
  const { metrics } = await measureArtifacts(kernel, target);
  return Object.entries(metrics)
    .map(([name, bytes]) => `${name} ${bytes} B`)
    .join(', ');
}
