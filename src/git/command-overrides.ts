/**
 * Commands that a configuration has under names of its own choice: options turn off each by its name. A tree's
 * .gitattributes say which files they are for.
 */
import { UserError } from '../user-error.ts';

/** git lists a section and a variable in lower case, and what stands between them as it is (git-config(1)). */
const FILTER = /^filter\.(.+)\.(?:clean|smudge|process|required)$/s;

/** Options that turn off the filters of a configuration, whose variables are `names`. */
export function commandOverrides(names: readonly string[]): string[] {
  const filters = new Set(names.flatMap((name) => FILTER.exec(name)?.[1] ?? []));
  return [...filters].flatMap((filter) => withoutFilter(filter));
}

/**
 * An empty command is none (apply_filter() in git's convert.c). git-lfs, which many machines have for all repositories,
 * asks the server that the tree's .lfsconfig names.
 */
function withoutFilter(filter: string): string[] {
  if (filter.includes('=')) {
    throw new UserError(
      `git's configuration has a filter named ${JSON.stringify(filter)}, which cannot be turned off for one command; ` +
        'expected a name without "=": rename it in the configuration and in .gitattributes',
    );
  }
  const empty = ['clean', 'smudge', 'process'].map((key) => `filter.${filter}.${key}=`);
  return [...empty, `filter.${filter}.required=false`].flatMap((setting) => ['-c', setting]);
}
