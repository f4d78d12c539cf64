import type { Target } from '../budget/target.ts';
import { requireBuildable } from '../files/buildable-path.ts';
import { filterNotes } from '../git/attributes/filtered-files.ts';
import { openMakeQueue } from '../kernel/make/make-queue.ts';
import { targetTools } from '../kernel/tools/build-tools.ts';
import { requireCrossCompilers } from '../kernel/tools/cross-compilers.ts';
import { openPrograms } from '../kernel/tools/programs.ts';
import { requireTools } from '../kernel/tools/require-tools.ts';
import { reportOf } from '../report/assemble-report.ts';
import type { Report } from '../report/report.ts';
import { buildSide, sourceOf } from './build-side.ts';
import { chooseScript } from './choose-script.ts';
import { afterTrial } from './configure-head.ts';
import { confirmFailures } from './confirm-failures.ts';
import { explainOptions } from './explain-options.ts';
import type { BasedTarget, BuiltTarget, ReachedTarget, CheckJob, RunningCheck } from './job.ts';
import { locateDefinitions } from './locate-definitions.ts';
import { measureTargets } from './measure-targets.ts';
import { newOptionNotes } from './new-options.ts';
import { skipUnaffected } from './skip-unaffected.ts';
import { splitByOption } from './split-by-option.ts';

/**
 * The main job: gets every target's kernel at base, then at head, explains options that differ, measures and
 * compares, builds once more from nothing what breaks a limit, and judges.
 *
 * Base comes first, for all targets: head's Makefiles run arbitrary code, and base's numbers must be safe from it. What is
 * measured later must be what was built then, by its digests.
 * A target that cannot be measured is a `no-comparison` in the report and stops no other; what stops all (no tools,
 * no commit, an interrupt) is thrown.
 */
export async function check(given: CheckJob): Promise<Report> {
  const sides = given.targets.flatMap(({ target, baseTarget = target }) => [target, baseTarget]);
  requireCrossCompilers(sides, process.arch);
  await requireTools(sides.flatMap(targetTools), given);
  requireBuildable(
    'the build folders',
    given.workspace.builds,
    'the action builds in RUNNER_TEMP: set that to another folder',
  );
  await using tree = await given.openSource();
  requireBuildable('the kernel', tree.kernel, 'rename its folder, or check it out into another one');
  await using slots = await openMakeQueue({
    ...given,
    makes: given.targets.length,
    folder: given.workspace.logs,
    inherited: [given.lock.inherited],
  });
  const script = await chooseScript(tree, given.checkouts.base);
  const programs = openPrograms(given.env['PATH'] ?? '');
  const job: RunningCheck = { ...given, slots, programs, script: script.rules };
  const head = sourceOf(job, tree, 'head');
  const base = afterTrial(job, { base: sourceOf(job, tree, 'base'), head });
  const based = await buildSide(job, base, {
    targets: job.targets,
    wanted: ({ baseTarget }) => baseTarget,
    completed: (target, outcome): BasedTarget => ({ ...target, base: outcome }),
  });
  const reached = await skipUnaffected(job, head, based);
  const built = await buildSide(job, head, {
    targets: reached,
    wanted: headToBuild,
    completed: ({ known, ...target }, outcome): BuiltTarget => ({ ...target, head: known ?? outcome }),
  });
  const newOptions = await newOptionNotes(job, head, built);
  const explained = await explainOptions(job, head, built);
  const measured = await measureTargets(job, explained);
  const remarks = await job.readAcceptances();
  const confirmed = await confirmFailures(job, head, {
    targets: measured,
    acceptances: remarks.acceptances,
  });
  const openHead = async (): Promise<string> => {
    await head.checkout();
    return tree.kernel;
  };
  const located = await locateDefinitions(confirmed.targets, openHead);
  const targets = await splitByOption(located, openHead);
  const notes = [
    ...job.notes,
    ...script.notes,
    ...(await filterNotes(tree.git, job.checkouts)),
    ...reached.flatMap(({ note }) => note ?? []),
    ...newOptions,
    ...remarks.notes,
    ...confirmed.notes,
  ];
  return reportOf(job.subject, targets, { ...remarks, notes });
}

/** Without a base there is nothing to compare with, so a failed one saves head's build. */
function headToBuild({ target, base, known }: ReachedTarget): Target | undefined {
  return base.kind !== 'failed' && known === undefined ? target : undefined;
}
