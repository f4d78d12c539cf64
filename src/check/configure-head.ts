/**
 * Configures head before base is built, where the change bears on that: what head cannot be configured with is told in
 * seconds then, and not after base's build of minutes.
 *
 * Head's Makefiles and Kconfig files run arbitrary code, and base's numbers have to be safe from it. So this is done in a
 * sandbox, where nothing can be written but a folder that no build uses. Where there is none, head's files are only read.
 */
import { rm } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { Target } from '../budget/target.ts';
import { type SourceChange, changesOfCommits } from '../git/sources/source-listing.ts';
import { findDeviceTree } from '../kernel/build/find-dtb.ts';
import { configure, readFragments } from '../kernel/kconfig/configure.ts';
import { requireConfigLines } from '../kernel/kconfig/fragment-files.ts';
import { requireKnownOptions } from '../kernel/kconfig/requested-options.ts';
import { type KernelBuild, sourceArch } from '../kernel/make/build-context.ts';
import { oneMakeAtATime } from '../kernel/make/make-queue.ts';
import { findSandbox } from '../kernel/sandbox/open-sandbox.ts';
import { type Sandbox, noSandbox } from '../kernel/sandbox/sandbox.ts';
import type { Progress } from '../process/progress.ts';
import { UserError } from '../user-error.ts';
import { attempt } from './attempt.ts';
import { buildOf } from './build-side.ts';
import type { RunningCheck, SideSource, PlannedTarget } from './job.ts';
import { once } from './once.ts';

/** No target has a name with a dot first. */
const FOLDER = '.trial';

/** What both sides are of. */
interface Sides {
  readonly base: SideSource;
  readonly head: SideSource;
}

/** Base, which is checked out to be built only for targets whose head can be configured; the others' reason is thrown. */
export function afterTrial(job: RunningCheck, sides: Sides): SideSource {
  const { base } = sides;
  const refusals = once(() => tryTargets(job, sides));
  const checkout: SideSource['checkout'] = async (target) => {
    const refusal = (await refusals()).get(target?.name ?? '');
    if (refusal !== undefined) throw refusal;
    return base.checkout();
  };
  return { ...base, checkout };
}

/** By the name of the target. */
async function tryTargets(job: RunningCheck, { base, head }: Sides): Promise<ReadonlyMap<string, UserError>> {
  const { tree } = head;
  const changes = await changesOfCommits(tree.git, base.hash, head.hash);
  const wanted = job.targets.filter((planned) => bearsOn(changes, planned, tree.prefix));
  const refusals = new Map<string, UserError>();
  if (wanted.length === 0) return refusals;
  const sandbox = job.sandbox === noSandbox ? await findSandbox(job) : job.sandbox;
  const tryEach = async (side: SideSource, planned: readonly PlannedTarget[]): Promise<string[]> => {
    await tree.checkOut(side.hash);
    const failed: string[] = [];
    for (const { target, baseTarget = target } of planned) {
      const refusal = await tryOne(job, side, { target: side === head ? target : baseTarget, sandbox });
      if (refusal === undefined) continue;
      failed.push(target.name);
      if (side === head) refusals.set(target.name, refusal);
    }
    return failed;
  };
  const failed = new Set(await tryEach(head, wanted));
  // Where base fails too, it may be for want of something in the sandbox; else its own build tells.
  const unfounded = await tryEach(
    base,
    wanted.filter(({ target }) => failed.has(target.name)),
  );
  for (const name of unfounded) refusals.delete(name);
  await rm(join(job.workspace.builds, FOLDER), { recursive: true, force: true });
  return refusals;
}

const READ_BY_CONFIGURE =
  /^(Makefile|scripts\/.*|arch\/[^/]+\/Makefile[^/]*|(.*\/)?(Kconfig[^/]*|[^/]*\.config|[^/]*defconfig))$/;

/** Whether head may be configured otherwise than base; without a base nothing is built before it. */
function bearsOn(
  changes: readonly SourceChange[],
  { target, baseTarget }: PlannedTarget,
  prefix: string,
): boolean {
  if (baseTarget === undefined) return false;
  if (JSON.stringify(target) !== JSON.stringify(baseTarget)) return true;
  const seed = target.base.kind === 'file' ? [target.base] : [];
  const named = new Set([...seed, ...target.fragments].map(({ path }) => basename(path)));
  const paths = changes.map(({ path }) => relative(prefix, path));
  return paths.some(
    (path) => READ_BY_CONFIGURE.test(path) || named.has(basename(path)) || path.endsWith('.dts'),
  );
}

/** Why a target cannot be configured with what is checked out. */
async function tryOne(
  job: RunningCheck,
  side: SideSource,
  { target, sandbox }: { readonly target: Target; readonly sandbox: Sandbox | undefined },
): Promise<UserError | undefined> {
  const found = await attempt(job, async () => {
    const { build } = await buildOf(job, side, target);
    const output = join(job.workspace.builds, FOLDER);
    const slots = oneMakeAtATime(job.jobs, [job.lock.inherited]);
    // Why the same is done once more later on.
    const progress: Progress = { begin: (title) => job.progress.begin(`${title} as a trial`) };
    await (sandbox === undefined ? look(build) : run({ ...build, output, slots, sandbox, progress }));
  });
  return found.kind === 'failed' ? new UserError(found.reason, { details: found.details }) : undefined;
}

async function run(build: KernelBuild): Promise<void> {
  await configure(build);
  findDeviceTree(build);
}

async function look(build: KernelBuild): Promise<void> {
  const { side, source, target } = build;
  const requests = readFragments(build);
  requireConfigLines(build, requests);
  const srcArch = sourceArch(target.arch);
  requireKnownOptions(requests.map(({ text }) => text).join('\n'), {
    target: target.name,
    side,
    source,
    srcArch,
  });
  findDeviceTree(build);
}
