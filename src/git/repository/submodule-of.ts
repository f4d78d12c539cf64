import { dirname, relative } from 'node:path';
import { createGit } from '../git.ts';
import type { Git } from '../git.ts';
import { folderWithRepository } from './locate-repository.ts';

/** The repository that records a submodule. */
export interface OuterRepository {
  readonly outer: Git;
  /** Where the submodule lies in it, as git writes paths. */
  readonly path: string;
}

/** Finds the repository around a developer's; undefined where that is nobody's submodule. */
export async function submoduleOf(
  inner: Git,
  env: Readonly<NodeJS.ProcessEnv>,
): Promise<OuterRepository | undefined> {
  const { root } = await inner.repository();
  const above = folderWithRepository(dirname(root), undefined);
  if (above === undefined) return undefined;
  const outer = createGit(above, env);
  const place = await outer.repository().catch(() => undefined);
  if (place === undefined) return undefined;
  const path = relative(place.root, root);
  const tracked = await outer.ask('ls-files', '--stage', '-z', '--', `:(top,literal)${path}`);
  return tracked?.startsWith('160000 ') ? { outer: outer.at(place.root), path } : undefined;
}
