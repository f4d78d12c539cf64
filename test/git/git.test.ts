import { existsSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GitError, createGit, createRunnerGit } from '../../src/git/git.ts';
import { createRepository } from '../support/git/repository.ts';

test('a hook of the repository never runs', async () => {
  await using repository = await createRepository({ file: '1' });
  const [hook, ran] = [join(repository.folder, '.git/hooks/post-checkout'), repository.beside('ran')];
  await writeFile(hook, `#!/bin/sh\ntouch ${ran}\n`);
  await chmod(hook, 0o755);
  await createGit(repository.folder, process.env).run('checkout', '-q', '--detach');
  expect(existsSync(ran)).toBe(false);
});

test('a file-system monitor of the repository never runs', async () => {
  await using repository = await createRepository({ file: '1' });
  const [monitor, ran] = [repository.beside('monitor'), repository.beside('ran')];
  await writeFile(monitor, `#!/bin/sh\ntouch ${ran}\n`);
  await chmod(monitor, 0o755);
  await repository.git('config', 'core.fsmonitor', monitor);
  await createGit(repository.folder, process.env).run('status');
  expect(existsSync(ran)).toBe(false);
});

test.each([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_COMMON_DIR',
  'GIT_PREFIX',
])('%s, as a hook of another repository has it, changes nothing', async (name) => {
  await using repository = await createRepository({ file: '1' });
  const git = createGit(repository.folder, { ...process.env, [name]: repository.beside('other') });
  expect(await git.run('rev-parse', '--show-toplevel')).toBe(repository.folder);
  expect(await git.run('ls-files')).toBe('file');
});

test('variables for one command alone reach git', async () => {
  await using repository = await createRepository({ file: '1' });
  const git = createGit(repository.folder, process.env).with({ GIT_INDEX_FILE: repository.beside('index') });
  expect(await git.run('ls-files')).toBe('');
});

test('git speaks English whatever the locale', async () => {
  await using repository = await createRepository({ file: '1' });
  const git = createGit(repository.folder, { ...process.env, LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' });
  await expect(git.run('checkout', '-q', 'gone')).rejects.toThrow("pathspec 'gone' did not match");
});

test('a failure names the command, the folder and what git printed', async () => {
  await using repository = await createRepository({ file: '1' });
  const failure = createGit(repository.folder, process.env).run('cat-file', '-p', 'gone');
  await expect(failure).rejects.toThrow(
    new GitError(`git cat-file -p gone failed in ${repository.folder}: fatal: Not a valid object name gone`),
  );
});

test('asking is answered with undefined when git says no', async () => {
  await using repository = await createRepository({ file: '1' });
  expect(
    await createGit(repository.folder, process.env).ask('rev-parse', '--verify', 'gone'),
  ).toBeUndefined();
});

test('a git that a signal ended has not said no', async () => {
  await using repository = await createRepository({ file: '1' });
  await repository.git('config', 'alias.interrupted', '!kill -INT $PPID');
  const { ask } = createGit(repository.folder, process.env);
  await expect(ask('interrupted')).rejects.toThrow(
    `git interrupted was ended by SIGINT in ${repository.folder}`,
  );
});

test('a machine without git is told to install it', async () => {
  await using repository = await createRepository();
  const git = createGit(repository.folder, { PATH: repository.beside('empty') });
  await expect(git.run('status')).rejects.toThrow('git could not be started in');
});

describe('in a workflow run', () => {
  test('git gets nothing that the runner lends to an action', async () => {
    await using repository = await createRepository();
    await repository.git('config', 'alias.show-env', '!env');
    const git = createRunnerGit(repository.folder, {
      PATH: process.env['PATH'],
      HTTPS_PROXY: 'http://proxy',
      INPUT_TOKEN: 'secret',
      ACTIONS_RUNTIME_TOKEN: 'secret',
      GITHUB_OUTPUT: '/secret',
      RUNNER_TEMP: '/secret',
      NODE_OPTIONS: '--no-warnings=secret',
    });
    const seen = await git.run('show-env');
    expect(seen).toContain('HTTPS_PROXY=http://proxy');
    expect(seen).not.toContain('secret');
  });

  test('the checkout may be of another user, as it is in a container', async () => {
    await using repository = await createRepository({ file: '1' });
    // What git's own tests set.
    const env = { ...process.env, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
    await expect(createGit(repository.folder, env).run('rev-parse', 'HEAD')).rejects.toThrow(
      'dubious ownership',
    );
    const hash = await repository.git('rev-parse', 'HEAD');
    expect(await createRunnerGit(repository.folder, env).run('rev-parse', 'HEAD')).toBe(hash);
  });
});
