import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { UserError } from '../user-error.ts';
import { type RepositoryPlace, isAmongFiles, realPathOf } from './repository/locate-repository.ts';
import { type GitProcess, runGit } from './run-git.ts';

/** A variable that git has read, and the file that it is from; undefined for the command line and the environment. */
export interface ConfiguredVariable {
  readonly name: string;
  readonly value: string;
  readonly file: string | undefined;
}

/** Everything that is configured for git, files that others include among it. */
export async function listConfiguration(git: GitProcess): Promise<ConfiguredVariable[]> {
  const fields = (await runGit(['config', '--list', '--show-origin', '-z'], git)).split('\0');
  return fields.flatMap((origin, index) => {
    const variable = fields[index + 1];
    if (index % 2 === 1 || variable === undefined) return [];
    const [name = '', ...value] = variable.split('\n');
    const file = origin.startsWith('file:') ? resolve(git.folder, origin.slice('file:'.length)) : undefined;
    return [{ name, value: value.join('\n'), file }];
  });
}

/**
 * Throws a UserError where a file that a commit decides on configures git, or would once it is checked out: by
 * include.path of the repository's configuration, or in a home that is the work tree.
 */
export async function requireOwnFiles(
  variables: readonly ConfiguredVariable[],
  { root }: RepositoryPlace,
  git: GitProcess,
): Promise<void> {
  const named = variables.flatMap(({ file }) => file ?? []).concat(variables.flatMap(includedBy));
  const files = new Set(named.flatMap((file) => [file, realPathOf(file)]));
  for (const file of [...files].filter((one) => isAmongFiles(one, root))) {
    const path = `:(top,literal)${relative(root, file)}`;
    const isTracked = (await runGit(['ls-files', '-z', '--', path], git)) !== '';
    // One that is there and is no commit's is not overwritten by a check-out.
    if (existsSync(file) && !isTracked) continue;
    throw new UserError(
      `${file} configures git, and is among the files that a commit decides on; expected configuration beside the ` +
        'checkout: remove the include.path that names it (git config --show-origin --get-all include.path)',
    );
  }
}

/** Paths may be relative to the file that includes them (git-config(1), "Includes"). */
function includedBy({ name, value, file }: ConfiguredVariable): string[] {
  const isInclude = file !== undefined && /^include(if\..*)?\.path$/s.test(name) && !/^[~%]/.test(value);
  return isInclude ? [resolve(dirname(file), value)] : [];
}
