import { chmod, readFile, writeFile } from 'node:fs/promises';
import { runCommand } from '../../../demo/run-command.ts';
import type { Repository } from './repository.ts';

/** A filter that git is set up with for all repositories, as with git-lfs: it puts letters in the place of others. */
export interface GitFilter {
  /** For git that has the filter. */
  readonly env: Readonly<Record<string, string>>;
  /** How often it has run. */
  readonly runs: () => Promise<number>;
  /** git in a folder, with the filter. */
  readonly git: (folder: string, ...args: readonly string[]) => Promise<string>;
}

/** `pointer` in git is `POINTER` in a checkout. */
export async function createFilter(repository: Repository): Promise<GitFilter> {
  const [config, program, runs] = ['filters', 'filter', 'filter-runs'].map((name) => repository.beside(name));
  await writeFile(runs!, '');
  await writeFile(
    program!,
    `#!/bin/sh\necho run >> ${runs}\n[ $1 = clean ] && exec tr A-Z a-z\nexec tr a-z A-Z\n`,
  );
  await chmod(program!, 0o755);
  const lines = [`clean = ${program} clean`, `smudge = ${program} smudge`, 'required = true'];
  await writeFile(config!, ['[filter "letters"]', ...lines, ''].join('\n'));
  const env = { GIT_CONFIG_GLOBAL: config! };
  return {
    env,
    runs: async () => (await readFile(runs!, 'utf8')).split('\n').length - 1,
    git: (folder, ...args) => runCommand('git', args, { cwd: folder, env }),
  };
}
