import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listSources } from '../../../src/git/sources/source-listing.ts';
import { untrackedLines } from '../../../src/git/sources/untracked-lines.ts';
import { createCountedGit } from '../../support/git/counted-git.ts';
import { createRepository } from '../../support/git/repository.ts';

test('many untracked files take no more processes than one', async () => {
  await using repository = await createRepository({ file: '1' });
  const names = Array.from({ length: 300 }, (_, index) => `untracked-${index}`);
  await repository.write(Object.fromEntries(names.map((name) => [name, name])));
  const { git, started } = await createCountedGit(repository);
  await git.run('status');
  const counts: number[] = [];
  for (const untracked of [names.slice(0, 1), names]) {
    const before = await started();
    await listSources(git, untracked);
    counts.push((await started()) - before);
  }
  expect(counts[1]).toBe(counts[0]);
});

test('a file is listed by its bytes, however many, and as often as it is the same', async () => {
  await using repository = await createRepository();
  const bytes = Buffer.alloc(3 << 20, 'kernel');
  await writeFile(join(repository.folder, 'big'), bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  expect(await untrackedLines(repository.folder, ['big', 'big'])).toEqual([
    `untracked ${hash} 0\tbig`,
    `untracked ${hash} 0\tbig`,
  ]);
});

test('what has no bytes of its own is another one each time, and holds nobody up', async () => {
  await using repository = await createRepository();
  const place = (name: string): string => join(repository.folder, name);
  await mkdir(place('nested'));
  await symlink('nowhere', place('dangling'));
  await symlink('/dev/zero', place('device'));
  execFileSync('mkfifo', [place('pipe')]);
  const paths = ['nested/', 'dangling', 'device', 'pipe', 'gone'];
  const [first, second] = [
    await untrackedLines(repository.folder, paths),
    await untrackedLines(repository.folder, paths),
  ];
  expect(first.map((line) => line.split('\t')[1])).toEqual(paths);
  for (const [index, line] of first.entries()) expect(line).not.toBe(second[index]);
});

test('a link counts by what it leads to', async () => {
  await using repository = await createRepository({ file: '1' });
  await symlink('file', join(repository.folder, 'link'));
  const [line] = await untrackedLines(repository.folder, ['link']);
  expect(line).toContain(createHash('sha256').update('1').digest('hex'));
});
