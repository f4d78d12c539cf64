import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { readKernelVersion } from '../../../src/kernel/tree/kernel-version.ts';

test('the version is read off the first lines of the Makefile', async () => {
  await using tree = await createFixture({
    Makefile: '# SPDX\nVERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 117\nEXTRAVERSION = -rc1\nNAME = Baby\n',
  });
  expect(readKernelVersion(tree.path)).toBe('6.12.117');
});

test('a folder without a Makefile is no kernel tree', async () => {
  await using tree = await createFixture({});
  expect(() => readKernelVersion(tree.path)).toThrow(
    `${tree.path} is not a Linux kernel tree: it has no Makefile; name the tree with --kernel`,
  );
});

test('a Makefile of something else is no kernel’s', async () => {
  await using tree = await createFixture({ Makefile: 'VERSION = 1.2.3\nall:\n' });
  expect(() => readKernelVersion(tree.path)).toThrow('its Makefile has no VERSION, PATCHLEVEL and SUBLEVEL');
});
