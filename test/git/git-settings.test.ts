import { mkdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createGit, createRunnerGit } from '../../src/git/git.ts';
import { userEnvironment } from '../../src/git/git-settings.ts';
import { createRepository } from '../support/repository.ts';

test.each(['ext', 'git'])('the transport %s:: is not used, whoever allows it', async (protocol) => {
  await using repository = await createRepository({ file: '1' });
  const git = createGit(repository.folder, { ...process.env, GIT_ALLOW_PROTOCOL: `${protocol}:file` });
  await git.run('config', `protocol.${protocol}.allow`, 'always');
  const url = protocol === 'ext' ? 'ext::true' : 'git://127.0.0.1:1/linux';
  await expect(git.run('fetch', url)).rejects.toThrow(`transport '${protocol}' not allowed`);
});

test('what a user allows less of stays less', () => {
  const allowed = (value: string) => userEnvironment({ GIT_ALLOW_PROTOCOL: value })['GIT_ALLOW_PROTOCOL'];
  expect([allowed('https'), allowed('ssh:ext:https'), allowed('')]).toEqual(['https', 'https:ssh', '']);
});

test('a replaced object is what its hash says', async () => {
  await using repository = await createRepository({ file: '1' });
  const [one, two] = [await repository.git('rev-parse', 'HEAD'), await repository.commit({ file: '2' })];
  await repository.git('replace', one, two);
  expect(await repository.git('show', `${one}:file`)).toBe('2');
  expect(await createGit(repository.folder, process.env).run('show', `${one}:file`)).toBe('1');
});

test.each([
  ['GIT_EXTERNAL_DIFF', 'false'],
  ['GIT_SSH_COMMAND', 'ssh -i key'],
  ['GIT_SSL_CAINFO', '/ca.pem'],
  ['GIT_ASKPASS', 'ask'],
  ['GIT_TRACE', '1'],
  ['GIT_LITERAL_PATHSPECS', '1'],
  ['GIT_NAMESPACE', 'x'],
  ['GIT_ALTERNATE_OBJECT_DIRECTORIES', '/other'],
  ['GIT_REPLACE_REF_BASE', 'x'],
  ['GIT_PROTOCOL_FROM_USER', '0'],
  ['GIT_ATTR_SOURCE', 'HEAD'],
])('%s reaches git where it is for servers alone', (name, value) => {
  const isForServers = name.startsWith('GIT_SS');
  const reached = userEnvironment({ [name]: value })[name];
  expect(reached || undefined).toBe(isForServers ? value : undefined);
});

test('a secret of a job reaches the git that fetches and no other', async () => {
  await using repository = await createRepository();
  await mkdir(repository.beside('home'));
  await repository.git('config', 'alias.show-env', '!env');
  const git = createRunnerGit(repository.folder, {
    PATH: process.env['PATH'],
    HOME: repository.beside('home'),
    GITHUB_WORKSPACE: repository.folder,
    PRIVATE_MODULES: 'password of the job',
    GITHUB_TOKEN: 'token of the job',
  });
  expect(await git.run('show-env')).not.toContain('of the job');
  const fetching = await git.fetching().run('show-env');
  expect(fetching).toContain('password of the job');
  expect(fetching).not.toContain('token of the job');
});
