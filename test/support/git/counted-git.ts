import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createGit, type Git } from '../../../src/git/git.ts';
import { findOnPath } from '../../../src/process/find-on-path.ts';
import type { Repository } from './repository.ts';

/** git in a repository's work tree, and how many processes of it were started so far. */
export interface CountedGit {
  readonly git: Git;
  readonly started: () => Promise<number>;
}

export async function createCountedGit(repository: Repository): Promise<CountedGit> {
  const path = process.env['PATH'] ?? '';
  const [folder, starts] = [repository.beside('counted'), repository.beside('starts')];
  await mkdir(folder);
  await writeFile(starts, '');
  const program = join(folder, 'git');
  await writeFile(
    program,
    `#!/bin/sh\necho started >> '${starts}'\nexec '${findOnPath('git', path)}' "$@"\n`,
  );
  await chmod(program, 0o755);
  return {
    git: createGit(repository.folder, { ...process.env, PATH: `${folder}:${path}` }),
    started: async () => (await readFile(starts, 'utf8')).split('\n').length - 1,
  };
}
