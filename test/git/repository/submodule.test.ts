import { expect, onTestFinished, test } from 'vitest';
import { createGit } from '../../../src/git/git.ts';
import { submoduleCommit } from '../../../src/git/repository/submodule.ts';
import { createRepository } from '../../support/git/repository.ts';

test.each(['a folder', 'nothing'])(
  'a commit that has %s where the submodule is now is an error',
  async (what) => {
    const repository = await createRepository({ file: '1' });
    onTestFinished(() => repository[Symbol.asyncDispose]());
    if (what === 'a folder') await repository.commit({ 'sources/linux/Makefile': '' });
    const hash = await repository.git('rev-parse', 'HEAD');
    const git = createGit(repository.folder, process.env);
    await expect(submoduleCommit(git, { hash, path: 'sources/linux' })).rejects.toThrow(
      `${hash} has no submodule at sources/linux; expected the kernel to be a submodule at base and at head`,
    );
  },
);
