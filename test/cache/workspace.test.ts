import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lockWorkspace, userWorkspace, workspaceIn } from '../../src/cache/workspace.ts';
import { UserError } from '../../src/user-error.ts';

/** The sixth field of the user's line (passwd(5)). */
const HOME_IN_PASSWD = readFileSync('/etc/passwd', 'utf8')
  .split('\n')
  .map((line) => line.split(':'))
  .find(([, , user]) => user === String(process.getuid?.()))?.[5];

describe('the workspace of a repository', () => {
  test('is the same in every run', () => {
    const [one, two] = [1, 2].map(() => userWorkspace('/src/linux', { HOME: '/home/me' }));
    expect(one).toEqual(two);
  });

  test('is another one for another repository of the same name', () => {
    const [one, two] = ['/a/linux', '/b/linux'].map(
      (path) => userWorkspace(path, { HOME: '/home/me' }).folder,
    );
    expect(one).not.toBe(two);
  });

  test.each([
    [{ HOME: '/home/me' }, '/home/me/.cache/kernel-size-budget/linux-'],
    [{ HOME: '/home/me', XDG_CACHE_HOME: '' }, '/home/me/.cache/kernel-size-budget/linux-'],
    [{ HOME: '/home/me', XDG_CACHE_HOME: '/big' }, '/big/kernel-size-budget/linux-'],
    [{ HOME: '/home/me', XDG_CACHE_HOME: 'big' }, '/home/me/.cache/kernel-size-budget/linux-'],
    [{ HOME: '' }, `${HOME_IN_PASSWD}/.cache/kernel-size-budget/linux-`],
    [{ HOME: 'me' }, `${HOME_IN_PASSWD}/.cache/kernel-size-budget/linux-`],
    [{}, `${HOME_IN_PASSWD}/.cache/kernel-size-budget/linux-`],
  ])('with %j is under %s', (env, start) => {
    expect(userWorkspace('/src/linux', env).folder.startsWith(start)).toBe(true);
  });

  test('has a path that kbuild takes, whatever the repository is called', () => {
    const [one, two] = ['/src/my: linux', '/src/my; linux'].map(
      (path) => userWorkspace(path, { HOME: '/home/me' }).folder,
    );
    expect(one).toMatch(/^\/home\/me\/\.cache\/kernel-size-budget\/my__linux-[0-9a-f]{12}$/);
    expect(one).not.toBe(two);
  });

  test.each(['/my cache', '/c:/cache'])('is refused in %s, where kbuild does not build', (cache) => {
    expect(() => userWorkspace('/src/linux', { XDG_CACHE_HOME: cache })).toThrow(
      `the path of the cache folder ${cache} has a space or a colon`,
    );
  });
});

const QUIET = { signal: new AbortController().signal, onWait: () => undefined };

describe('the lock of a workspace', () => {
  test('keeps a second process waiting, and names the first', async () => {
    // Any process that is there.
    await using fixture = await createFixture({ lock: String(process.ppid) });
    const said: string[] = [];
    const second = lockWorkspace(workspaceIn(fixture.path), { ...QUIET, onWait: (text) => said.push(text) });
    await expect
      .poll(() => said)
      .toEqual([
        `waiting for another check (process ${process.ppid}) that works in ${fixture.path}; ` +
          `remove ${fixture.path}/lock if that process is no check`,
      ]);
    expect(await fixture.readFile('lock', 'utf8')).toBe(String(process.ppid));
    await rm(join(fixture.path, 'lock'));
    await using _lock = await second;
    expect(await fixture.readFile('lock', 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  });

  test('is waited for no longer after an interrupt', async () => {
    await using fixture = await createFixture({ lock: String(process.ppid) });
    const controller = new AbortController();
    const second = lockWorkspace(workspaceIn(fixture.path), {
      signal: controller.signal,
      onWait: () => controller.abort(new Error('interrupted')),
    });
    await expect(second).rejects.toThrow('interrupted');
    expect(await fixture.readFile('lock', 'utf8')).toBe(String(process.ppid));
  });

  test('is gone when it is given back', async () => {
    await using fixture = await createFixture({});
    await (await lockWorkspace(workspaceIn(fixture.path), QUIET))[Symbol.asyncDispose]();
    expect(existsSync(join(fixture.path, 'lock'))).toBe(false);
  });

  test('makes the folder', async () => {
    await using fixture = await createFixture({});
    const workspace = workspaceIn(fixture.getPath('not/there'));
    await using _lock = await lockWorkspace(workspace, QUIET);
    expect(existsSync(workspace.folder)).toBe(true);
  });

  test('of a process that is gone is taken over', async () => {
    await using fixture = await createFixture({});
    const ended = spawn('true');
    onTestFinished(() => void ended.kill());
    await once(ended, 'exit');
    await writeFile(join(fixture.path, 'lock'), String(ended.pid));
    await expect(lockWorkspace(workspaceIn(fixture.path), QUIET)).resolves.toBeDefined();
    expect(await fixture.readFile('lock', 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  });

  test('of a process whose number is another one’s by now is taken over', async () => {
    await using fixture = await createFixture({ lock: `${process.ppid} 1` });
    await expect(lockWorkspace(workspaceIn(fixture.path), QUIET)).resolves.toBeDefined();
  });

  test('that cannot be written is a mistake that names the folder', async () => {
    await using fixture = await createFixture({ 'lock/folder': '' });
    await expect(lockWorkspace(workspaceIn(fixture.path), QUIET)).rejects.toThrow(
      new UserError(
        `builds cannot be kept in ${fixture.path} (EISDIR: illegal operation on a directory, rename '${fixture.path}/lock.${process.pid}' -> '${fixture.path}/lock'); ` +
          'set XDG_CACHE_HOME to a folder that can be written',
      ),
    );
  });

  test.each(['', 'garbage', '-1', '0', ' 7'])('that says %j is taken over', async (text) => {
    await using fixture = await createFixture({ lock: text });
    await expect(lockWorkspace(workspaceIn(fixture.path), QUIET)).resolves.toBeDefined();
  });
});
