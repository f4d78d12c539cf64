import { appendFile, chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commitMessages } from '../../src/git/commits/commit-messages.ts';
import { createFetchCommit } from '../../src/git/commits/fetch-commit.ts';
import { resolveLocalCommits } from '../../src/git/commits/local-commits.ts';
import { userEnvironment } from '../../src/git/git-settings.ts';
import { type Git, createGit, createRunnerGit } from '../../src/git/git.ts';
import { openCheckout, openWorktree } from '../../src/git/sources/source-tree.ts';
import { GIT_WAYS, createMarks } from '../support/git/git-ways.ts';
import { createRepository } from '../support/git/repository.ts';

/** A repository whose own configuration names a program for each way but a lazy fetch, which is what it says. */
async function configuredRepository() {
  const repository = await createRepository({ 'a.S': '1', 'b.pl': '1', 'c.c': '1' });
  await repository.commit({
    'a.S': '2',
    'b.pl': '2',
    'c.c': '2',
    '.gitattributes': '* filter=planted diff=planted\n',
  });
  const marks = await createMarks(repository.beside('marks'));
  const lines = GIT_WAYS.filter(({ name }) => name !== 'a lazy fetch' && name !== 'include.path').map((way) =>
    way.config?.(marks.programOf(way)),
  );
  await appendFile(join(repository.folder, '.git/config'), lines.join(''));
  return { ...repository, marks };
}

/** What is done with the commits of a check. */
const WORK: Readonly<Record<string, (git: Git, beside: (name: string) => string) => Promise<unknown>>> = {
  'moving the checkout': async (git) => {
    await using source = await openCheckout(git);
    await source.checkOut('HEAD~1');
    await source.list();
  },
  'moving a worktree': async (git, beside) => {
    await using source = await openWorktree(git, beside('source'));
    await source.checkOut('main~1');
    await source.checkOut('main');
    await source.takeFrom('main~1', '*.S');
  },
  'reading messages': (git) => commitMessages(git, { base: 'HEAD~1', head: 'HEAD' }),
  'a fetch': (git) =>
    createFetchCommit(git, { serverUrl: 'https://planted.invalid', token: 'x' })('1'.repeat(40)).catch(
      () => undefined,
    ),
};

test.each([
  ['a job', createRunnerGit],
  ['a developer', createGit],
])('what the configuration of %s names is not run', async (_who, open) => {
  await using repository = await configuredRepository();
  const env = { ...process.env, GITHUB_WORKSPACE: repository.folder };
  for (const work of Object.values(WORK)) await work(open(repository.folder, env), repository.beside);
  expect(await repository.marks.taken()).toEqual([]);
});

test('uncommitted changes are read without what the configuration names', async () => {
  await using repository = await configuredRepository();
  await repository.write({ 'a.S': '3', 'b.pl': '3', 'c.c': '3' });
  const git = createGit(repository.folder, process.env);
  await resolveLocalCommits(git, { base: undefined, head: undefined, content: 'uncommitted' });
  expect(await repository.marks.taken()).toEqual([]);
});

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

test.each(['.', '', 'bin'])(
  'a program of the tree is not taken for git, where PATH has %j',
  async (folder) => {
    await using repository = await createRepository({ file: '1' });
    for (const place of ['.', 'bin']) {
      await repository.write({ [`${place}/git`]: '#!/bin/sh\necho of the tree\n' });
      await chmod(join(repository.folder, place, 'git'), 0o755);
    }
    const git = createGit(repository.folder, { ...process.env, PATH: `${folder}:${process.env['PATH']}` });
    expect(await git.run('show', 'HEAD:file')).toBe('1');
  },
);

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

test('a header that the environment configures reaches the git that fetches and no other', async () => {
  await using repository = await createRepository();
  await repository.git('config', 'alias.show-env', '!env');
  const settings = {
    'http.https://github.test/.extraHeader': 'AUTHORIZATION: of the job',
    'user.name': 'a person',
    'url.https://x:of the job@github.test/.insteadOf': 'https://github.test/',
    'HTTP.proxy': 'http://user:of the job@proxy.test',
    'core.abbrev': '12',
  };
  const pairs = Object.entries(settings).flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  const git = createRunnerGit(repository.folder, {
    ...process.env,
    ...Object.fromEntries(pairs),
    GIT_CONFIG_COUNT: String(pairs.length / 2),
    GIT_CONFIG_PARAMETERS: "'http.extraHeader=AUTHORIZATION: of the job'",
    GITHUB_WORKSPACE: repository.folder,
  });
  expect(await git.run('show-env')).not.toContain('of the job');
  expect([await git.run('config', 'user.name'), await git.run('config', 'core.abbrev')]).toEqual([
    'a person',
    '12',
  ]);
  const headers = await git.fetching().run('config', '--get-all', 'http.https://github.test/.extraHeader');
  expect(headers).toBe('AUTHORIZATION: of the job');
});
