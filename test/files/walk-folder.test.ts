import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { walkFolder } from '../../src/files/walk-folder.ts';
import { runnerNode } from '../support/runner/runner.ts';

const MODULE = join(import.meta.dirname, '../../src/files/walk-folder.ts');

test('files and links are found in all folders, and links are not followed, whatever Node does by itself', async () => {
  await using place = await createFixture({
    'out/a/b.o': '',
    'out/c.o': '',
    'out/source': (to) => to.symlink('../tree'),
    'out/loop': (to) => to.symlink('.'),
    'tree/d.c': '',
  });
  const folder = place.getPath('out');
  const expected = ['a/b.o', 'c.o', 'loop', 'source'].map((path) => join(folder, path));
  expect(
    walkFolder(folder)
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted(inOrder),
  ).toEqual(expected);
  const script =
    `const { walkFolder } = await import(${JSON.stringify(MODULE)});` +
    `for (const { parentPath, name } of walkFolder(${JSON.stringify(folder)})) console.log(parentPath + '/' + name);`;
  const args = ['--no-warnings', '--input-type=module', '--eval', script];
  const printed = execFileSync(runnerNode(), args, { encoding: 'utf8' });
  expect(printed.trim().split('\n').toSorted(inOrder)).toEqual(expected);
});

function inOrder(a: string, b: string): number {
  return a < b ? -1 : 1;
}
