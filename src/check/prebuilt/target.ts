import { basename } from 'node:path';
import type { Target } from '../../budget/target.ts';
import type { ComparedTarget } from '../../report/report.ts';
import { UserError } from '../../user-error.ts';
import type { PlannedTarget } from '../job.ts';
import { type BudgetText, planPreset, planTargets } from '../plan/plan.ts';
import type { PrebuiltKernels } from './files.ts';

/** The target that two finished kernels are of, and remarks on how it was chosen. */
export interface PrebuiltTarget {
  /** Nothing limits a target that no budget file and no preset defines. */
  readonly planned: Omit<PlannedTarget, 'limits'> & Pick<ComparedTarget, 'limits'>;
  /** Those of the budget files, chosen or not. */
  readonly known: readonly Target[];
  readonly notes: readonly string[];
}

/** The budget file of each side, undefined where there is none, and what was asked for. */
export interface PrebuiltTargetRequest {
  readonly base: Omit<BudgetText, 'fileExists'> | undefined;
  readonly head: Omit<BudgetText, 'fileExists'> | undefined;
  /** What messages call the budget file. */
  readonly path: string;
  readonly names: readonly string[];
  readonly given: PrebuiltKernels;
}

/**
 * The one target that is asked for, or the only one of the budget file; without a file a preset of that name, or else
 * one without limits. Throws a UserError where it is not clear which one is meant.
 */
export function choosePrebuiltTarget(request: PrebuiltTargetRequest): PrebuiltTarget {
  const { base, head, names, path } = request;
  if (names.length > 1) throw severalTargets(names);
  if (base === undefined && head === undefined) return targetWithoutFile(request);
  const plan = planTargets({ base: withoutBuild(base), head: withoutBuild(head), names });
  const [planned, ...others] = plan.targets;
  if (planned === undefined) throw new UserError(`the budget file ${path} names no target; expected one`);
  if (others.length > 0) throw severalTargets(plan.targets.map(({ target }) => target.name));
  return { planned, known: plan.known, notes: plan.notes };
}

function severalTargets(names: readonly string[]): UserError {
  return new UserError(
    `two finished kernels are of one target, and these are several: ${names.join(', ')}; name one with --target ` +
      '(the action: targets)',
  );
}

/**
 * Nothing is built, so nothing has to be there that a build is configured with, and the repository may be another one than
 * the kernel's.
 */
function withoutBuild(file: Omit<BudgetText, 'fileExists'> | undefined): BudgetText | undefined {
  if (file === undefined) return undefined;
  const isKernel = (file.tree?.architectures ?? []).length > 0;
  return { ...file, fileExists: () => true, tree: isKernel ? file.tree : undefined };
}

function targetWithoutFile({ path, names, given }: PrebuiltTargetRequest): PrebuiltTarget {
  const [name] = names;
  if (name !== undefined) {
    const note = `there is no budget file ${path}: the limits of the preset ${name} hold`;
    const planned = planPreset(name)[0]!;
    return { planned, known: [planned.target], notes: [note] };
  }
  const target = targetOf(given);
  const note = `there is no budget file ${path}: nothing limits these kernels, so nothing was judged`;
  const planned = { baseTarget: target, target, limits: undefined, status: 'kept' } as const;
  return { planned, known: [target], notes: [note] };
}

/** A placeholder target for a prebuilt kernel whose configuration is unknown. */
function targetOf({ head }: PrebuiltKernels): Target {
  return {
    name: 'kernel',
    arch: '',
    crossCompile: '',
    llvm: undefined,
    base: { kind: 'tinyconfig' },
    fragments: [],
    make: {},
    image: basename(head.image ?? ''),
    dtb: undefined,
    memory: {},
    budgets: {},
    growth: {},
    nearLimit: 1,
  };
}
