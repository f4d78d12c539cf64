/** A file that is given for both sides, by whatever names: nothing would be compared. */
import { isOneFile } from '../../files/one-file.ts';
import { openKernelFile } from '../../kernel/kernel-file.ts';
import { digestOf } from '../../kernel/measure/digest.ts';
import { UserError } from '../../user-error.ts';
import type { FileKind, PrebuiltFiles } from './files.ts';

/** Files that are made from one kernel; options and device trees can be the same for both. */
export const MADE_FROM_KERNEL: readonly FileKind[] = ['map', 'image'];

interface Sides {
  readonly base: PrebuiltFiles;
  readonly head: PrebuiltFiles;
}

/** Throws a UserError where the paths of both sides lead to one file, by links or mounts too. */
export function requireTwoFiles({ base, head }: Sides, kinds: readonly FileKind[]): void {
  for (const kind of kinds) {
    const [old, now] = [base[kind], head[kind]];
    if (old === undefined || now === undefined || !isOneFile(old, now)) continue;
    const found =
      old === now ? `${old} is given as base-${kind} and as head-${kind}` : `${old} and ${now} are one file`;
    throw new UserError(`${found}; nothing is compared so: give the ${kind} of the other kernel`);
  }
}

/** Whether two ELF files have the same bytes. Throws a UserError where one cannot be read. */
export async function haveSameContents(a: string, b: string): Promise<boolean> {
  using one = openKernelFile(a, 'vmlinux', { links: 'followed' });
  using other = openKernelFile(b, 'vmlinux', { links: 'followed' });
  return one.size === other.size && (await digestOf(one)) === (await digestOf(other));
}
