import { existsSync, statSync } from 'node:fs';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { makeFolder } from '../../src/files/make-folder.ts';

test('a folder is made with those around it, which keep the usual mode', async () => {
  await using place = await createFixture({});
  makeFolder(place.getPath('a/b/c'), 0o700);
  const modes = ['a', 'a/b', 'a/b/c'].map((path) => statSync(place.getPath(path)).mode & 0o777);
  expect(modes).toEqual([0o777 & ~process.umask(), 0o777 & ~process.umask(), 0o700]);
});

test('a folder that is there stays', async () => {
  await using place = await createFixture({ 'a/file': '' });
  makeFolder(place.getPath('a'));
  expect(existsSync(place.getPath('a/file'))).toBe(true);
});

test.each(['/proc/there/is/none', '/proc/self/none', '/sys/none', '/dev/null/none', '/etc/passwd/none'])(
  'in %s none can be made, which is known at once',
  (path) => {
    expect(() => makeFolder(path)).toThrow(/^E(NOENT|ACCES|PERM|NOTDIR|ROFS|EXIST): /);
  },
);
