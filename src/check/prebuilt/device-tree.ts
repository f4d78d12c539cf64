/** Device trees that were built elsewhere have to be of one machine on both sides, and of the target's. */
import { basename, join, relative } from 'node:path';
import type { Target } from '../../budget/target.ts';
import { walkFolder } from '../../files/walk-folder.ts';
import { sourceArch } from '../../kernel/make/build-context.ts';
import { readSourceFile } from '../../kernel/tree/source-file.ts';
import { areOneMachine, machineNames, machineNamesOfSource } from '../../size/device-tree/machine.ts';
import type { Measurement } from '../../size/measurement.ts';
import { UserError } from '../../user-error.ts';
import type { PrebuiltKernels } from './files.ts';

/** Both kernels, as far as their device trees are concerned. */
interface PrebuiltTrees {
  readonly given: PrebuiltKernels;
  readonly target: Pick<Target, 'arch' | 'dtb'>;
  /** A kernel tree, which has the source of the target's; undefined where none is at hand. */
  readonly tree: string | undefined;
  readonly base: Pick<Measurement, 'deviceTree'>;
  readonly head: Pick<Measurement, 'deviceTree'>;
}

/** Throws a UserError where a device tree is of another machine. */
export function requireOneMachine({ given, target, tree, base, head }: PrebuiltTrees): void {
  if (base.deviceTree === undefined || head.deviceTree === undefined) return;
  const [before, after] = [machineNames(base.deviceTree), machineNames(head.deviceTree)];
  if (!areOneMachine(before, after)) {
    throw new UserError(
      `${given.base.dtb} is of ${before[0]}, ${given.head.dtb} of ${after[0]}; expected two device trees of one machine`,
    );
  }
  const asked = tree === undefined ? [] : namesOfTarget(tree, target);
  if (areOneMachine(after, asked)) return;
  throw new UserError(
    `${given.head.dtb} is of ${after[0]}, the target's ${target.dtb} of ${asked[0]}; give that one`,
  );
}

/** What the source of the target's device tree says. */
function namesOfTarget(tree: string, { arch, dtb }: PrebuiltTrees['target']): readonly string[] {
  const source = basename(dtb ?? '').replace(/\.dtb$/, '.dts');
  const folder = join(tree, 'arch', sourceArch(arch), 'boot', 'dts');
  const found = source === '' ? undefined : entriesOf(folder).find(({ name }) => name === source);
  const text = found && readSourceFile(tree, relative(tree, join(found.parentPath, found.name)));
  return machineNamesOfSource(text ?? '');
}

function entriesOf(folder: string): ReturnType<typeof walkFolder> {
  try {
    return walkFolder(folder);
  } catch {
    return [];
  }
}
