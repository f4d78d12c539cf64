import { chmod, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandOverrides } from '../../src/git/command-overrides.ts';
import { createGit } from '../../src/git/git.ts';
import { createRepository } from '../support/git/repository.ts';

/** As `git lfs install` sets git up for all repositories of a user, but for the program. */
const LFS_KEYS = ['clean', 'smudge', 'process'];

test.each([
  ['a plain name', 'letters'],
  ['a name of three words', 'a.b.c'],
  ['a name in capitals', 'LFS'],
])(
  'a filter that must be there, with %s, is not run, and its files are as git has them',
  async (_what, name) => {
    await using repository = await createRepository({
      file: 'pointer\n',
      '.gitattributes': `file filter=${name}\n`,
    });
    const [program, config, ran] = ['filter', 'gitconfig', 'ran'].map((path) => repository.beside(path));
    await writeFile(program!, `#!/bin/sh\ntouch ${ran}\n[ $1 = process ] || tr a-z A-Z\n`);
    await chmod(program!, 0o755);
    const env = { ...process.env, GIT_CONFIG_GLOBAL: config! };
    for (const key of LFS_KEYS) {
      await repository.git('config', '--file', config!, `filter.${name}.${key}`, `${program!} ${key}`);
    }
    await repository.git('config', '--file', config!, `filter.${name}.required`, 'true');
    await writeFile(join(repository.folder, 'file'), 'changed');
    const git = createGit(repository.folder, env);
    await git.run('checkout', '--force', 'HEAD', '--', 'file');
    expect(await readFile(join(repository.folder, 'file'), 'utf8')).toBe('pointer\n');
    await repository.write({ file: 'changed' });
    await git.run('add', 'file');
    expect(await git.run('show', ':file')).toBe('changed');
    expect(await readdir(repository.beside('.'))).not.toContain('ran');
    // The filter does run where git is asked as usual.
    const usual = ['-c', `include.path=${config}`, 'cat-file', '--filters', 'HEAD:file'];
    await repository.git(...usual).catch(() => undefined);
    expect(await readdir(repository.beside('.'))).toContain('ran');
  },
);

test('a filter whose name cannot be given on the command line is named', () => {
  expect(() => commandOverrides(['filter.a=b.clean'])).toThrow(
    'has a filter named "a=b", which cannot be turned off for one command; expected a name without "="',
  );
});

test('variables of other sections turn nothing off', () => {
  expect(commandOverrides(['filter.clean', 'diff.filter.clean', 'filter.x.other', 'user.name'])).toEqual([]);
});
