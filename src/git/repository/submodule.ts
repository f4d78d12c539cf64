import { UserError } from '../../user-error.ts';
import type { Git } from '../git.ts';

/** The commit that the superproject's commit has for a submodule (gitlink). Throws a UserError where it has none. */
export async function submoduleCommit(
  outer: Git,
  { hash, path }: { readonly hash: string; readonly path: string },
): Promise<string> {
  const entry = await outer.run('ls-tree', hash, '--', path);
  const [, commit] = /^160000 commit ([0-9a-f]+)\t/.exec(entry) ?? [];
  if (commit !== undefined) return commit;
  throw new UserError(
    `${hash} has no submodule at ${path}; expected the kernel to be a submodule at base and at head: name the ` +
      'commits to compare with the inputs "base" and "head" in a checkout of the kernel itself',
  );
}
