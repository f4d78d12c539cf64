import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lockWorkspace, userWorkspace, workspaceIn } from '../../src/cache/workspace.ts';

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
  ])('with %j is under %s', (env, start) => {
    expect(userWorkspace('/src/linux', env).folder.startsWith(start)).toBe(true);
  });
});

describe('the lock of a workspace', () => {
  test('refuses a second process and names the first', async () => {
    await using fixture = await createFixture({});
    const workspace = workspaceIn(fixture.path);
    // Any process that is there.
    await writeFile(join(fixture.path, 'lock'), String(process.ppid));
    await expect(lockWorkspace(workspace)).rejects.toThrow(
      `another check (process ${process.ppid}) works in ${fixture.path}; wait until it has finished`,
    );
    expect(existsSync(join(fixture.path, 'lock'))).toBe(true);
  });

  test('is gone when it is given back', async () => {
    await using fixture = await createFixture({});
    await (await lockWorkspace(workspaceIn(fixture.path)))[Symbol.asyncDispose]();
    expect(existsSync(join(fixture.path, 'lock'))).toBe(false);
  });

  test('makes the folder', async () => {
    await using fixture = await createFixture({});
    const workspace = workspaceIn(fixture.getPath('not/there'));
    await using _lock = await lockWorkspace(workspace);
    expect(existsSync(workspace.folder)).toBe(true);
  });

  test('of a process that is gone is taken over', async () => {
    await using fixture = await createFixture({});
    const ended = spawn('true');
    onTestFinished(() => void ended.kill());
    await once(ended, 'exit');
    await writeFile(join(fixture.path, 'lock'), String(ended.pid));
    await expect(lockWorkspace(workspaceIn(fixture.path))).resolves.toBeDefined();
    expect(await fixture.readFile('lock', 'utf8')).toBe(String(process.pid));
  });

  test.each(['', 'garbage', '-1', '0'])('that says %j is taken over', async (text) => {
    await using fixture = await createFixture({ lock: text });
    await expect(lockWorkspace(workspaceIn(fixture.path))).resolves.toBeDefined();
  });
});
