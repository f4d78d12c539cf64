/**
 * Finds a repository by its `.git`, the one name that no commit can bring (verify_path() in git's read-cache.c). git
 * itself also takes a folder with HEAD, objects and refs for a repository (setup_git_directory_gently_1() in setup.c):
 * a commit may have all of that, and a configuration beside it that names commands.
 */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** A repository with its work tree; real paths. */
export interface RepositoryPlace {
  /** `.git` itself, or the folder that the file `.git` names. */
  readonly gitDir: string;
  /** The root of the work tree. */
  readonly root: string;
}

/**
 * The nearest folder with a repository's `.git`, from `folder` upwards and no further than `ceiling`; both are real
 * paths.
 */
export function folderWithRepository(folder: string, ceiling: string | undefined): string | undefined {
  if (hasRepository(folder)) return folder;
  const above = dirname(folder);
  return folder === ceiling || above === folder ? undefined : folderWithRepository(above, ceiling);
}

/** As is_git_directory() in git's setup.c: an empty folder `.git` is passed over. */
function hasRepository(folder: string): boolean {
  const git = join(folder, '.git');
  const kind = kindOf(git);
  if (kind !== 'folder') return kind === 'file';
  const holds = (name: string): boolean => existsSync(join(git, name));
  return holds('HEAD') && (holds('commondir') || (holds('objects') && holds('refs')));
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    const found = statSync(path);
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : undefined;
  } catch {
    // Nothing, a link to nothing, or a folder that may not be entered.
    return undefined;
  }
}

/** Returns the path as it is where nothing is there: what fails then says so itself. */
export function realPathOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

/** Whether a path lies in a work tree and in no `.git`, where no commit can put anything. */
export function isAmongFiles(path: string, root: string): boolean {
  const names = relative(root, path).split(sep);
  return names[0] !== '..' && !names.includes('.git');
}
