import { dirname, join, relative, sep } from 'node:path';
import { UserError } from '../../user-error.ts';
import type { Git } from '../git.ts';
import { folderWithRepository, isAmongFiles } from './locate-repository.ts';

/** The repository around a submodule. */
export interface Superproject {
  readonly outer: Git;
  /** Where the submodule lies in it, as git writes paths. */
  readonly path: string;
}

/** The folder that a job works in, a real path, and how git is opened in a folder of it. */
export interface JobFolder {
  readonly workspace: string;
  readonly open: (folder: string) => Git;
}

/**
 * The superproject of a repository; undefined where it is nobody's submodule. Throws a UserError where the repository
 * may be what a commit of another one has brought, and not what a step of the job has checked out. (git would ask for it
 * from the folder above, which a commit of the superproject decides on.)
 */
export async function superprojectOf(inner: Git, job: JobFolder): Promise<Superproject | undefined> {
  const { root, gitDir } = await inner.repository();
  if (isAmongFiles(gitDir, job.workspace)) {
    throw new UserError(
      `the .git of ${root} names ${gitDir}, which is among the files of a commit; expected a repository that a step of ` +
        'the job has checked out',
    );
  }
  const above = folderOver(root, job.workspace);
  if (above === undefined) return undefined;
  const outer = job.open(above);
  const { root: outerRoot, gitDir: outerDir } = await outer.repository();
  const path = relative(outerRoot, root);
  const tracked = await outer.run('ls-files', '--stage', '-z', '--', `:(top,literal)${path}`);
  // Another checkout of the job's.
  if (tracked === '') return undefined;
  const isOwn = gitDir === join(root, '.git') || gitDir.startsWith(join(outerDir, 'modules', sep));
  if (tracked.startsWith('160000 ') && isOwn) return { outer, path };
  throw new UserError(
    `${path} is a repository of its own, and ${outerRoot} has files there too; expected a submodule that a step of the ` +
      'job has checked out, or a folder that no commit has: check the kernel out with another "path"',
  );
}

/** The nearest folder over a repository with another one; what is over the workspace is not the job's. */
function folderOver(root: string, workspace: string): string | undefined {
  const isInside = root.startsWith(join(workspace, sep));
  return isInside ? folderWithRepository(dirname(root), workspace) : undefined;
}
