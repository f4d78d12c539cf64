/** A file that is given for both sides, by whatever names: nothing would be compared. */
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import type { FileKind, GivenFiles } from './given-files.ts';
import { isOneFile } from './kernel/one-file.ts';
import { UserError } from './user-error.ts';

/** Files that are made from one kernel; options and device trees can be the same for both. */
export const MADE_FROM_KERNEL: readonly FileKind[] = ['map', 'image'];

interface Sides {
  readonly base: GivenFiles;
  readonly head: GivenFiles;
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

/** Whether two files, which can be read, have the same bytes. */
export async function haveSameContents(a: string, b: string): Promise<boolean> {
  if (statSync(a).size !== statSync(b).size) return false;
  const [one, two] = [await digestOf(a), await digestOf(b)];
  return one === two;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
}
