import { expect, test } from 'vitest';
import { createGit } from '../../../src/git/git.ts';
import { identifySources } from '../../../src/git/sources/identify-sources.ts';
import { createRepository } from '../../support/git/repository.ts';

test('commits are told apart by what git has of their files', async () => {
  await using repository = await createRepository({ 'linux/Makefile': '1', 'rootfs/init': '1' });
  const first = await repository.git('rev-parse', 'HEAD');
  const again = await repository.commit({});
  const beside = await repository.commit({ 'rootfs/init': '2' });
  const git = createGit(repository.folder, process.env);
  const { identify, ancestors } = identifySources(git, []);
  const trees = [beside, again].map((hash) => repository.git('rev-parse', `${hash}^{tree}`));
  const [ofBeside, ofAgain] = await Promise.all(trees);
  expect(await identify(first)).toBe(ofAgain);
  expect(await identify(again)).toBe(ofAgain);
  expect(await identify(beside)).toBe(ofBeside);
  expect(await ancestors(beside)).toEqual([ofBeside, ofAgain]);
});

test('files that git does not track count, and what they hold', async () => {
  await using repository = await createRepository({ file: '1' });
  const git = createGit(repository.folder, process.env);
  const identities = [];
  for (const text of ['1', '2', '1']) {
    await repository.write({ firmware: text });
    identities.push(await identifySources(git, ['firmware']).identify('HEAD'));
  }
  const [first, second, third] = identities;
  expect(third).toBe(first);
  expect(new Set([first, second, await identifySources(git, []).identify('HEAD')]).size).toBe(3);
});
