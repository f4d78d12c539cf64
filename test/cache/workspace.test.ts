import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { userWorkspace } from '../../src/cache/workspace.ts';

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

  test.each([
    ['/my cache', 'a space'],
    ['/c:/cache', 'a colon'],
    ['/my$cache', 'the character $'],
  ])('is refused in %s, where kbuild does not build', (cache, trouble) => {
    expect(() => userWorkspace('/src/linux', { XDG_CACHE_HOME: cache })).toThrow(
      `the path of the cache folder, "${cache}", has ${trouble}, where kbuild does not build; set XDG_CACHE_HOME`,
    );
  });
});
