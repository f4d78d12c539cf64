import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeForMake } from '../../../src/kernel/make/outputs.ts';
import { createRepository } from '../../support/git/repository.ts';
import { buildToy, toyBuild } from '../../support/kernel/toy-build.ts';
import { createToyKernel } from '../../support/kernel/toy-kernel.ts';

test.each(['.config', 'vmlinux'])('a %s that is a link out of the build folder is not read', async (name) => {
  const goal = name === 'vmlinux' ? 'bzImage: leave\n' : 'allnoconfig: leave\n';
  const leave = `${goal}leave: $(boot)/bzImage; ln -sf $(O)/../key $(O)/${name}\n`;
  const early = `allnoconfig: leave\nleave: ; ln -sf $(O)/../key $(O)/${name}\n`;
  await using kernel = await createToyKernel({ 'local.mk': name === 'vmlinux' ? leave : early });
  await writeFile(kernel.beside('key'), 'CONFIG_KEY=y\n');
  await expect(buildToy(kernel, toyBuild(kernel))).rejects.toThrow(
    `${join(kernel.beside('build'), name)} is a symbolic link, expected the file itself: `,
  );
});

test('what is written for make takes the place of a link', async () => {
  await using place = await createRepository();
  await mkdir(place.beside('build'));
  await writeFile(place.beside('runner-file'), 'kept');
  await symlink(place.beside('runner-file'), place.beside('build/all.config'));
  await writeForMake(place.beside('build/all.config'), 'CONFIG_A=y\n');
  expect(await readFile(place.beside('runner-file'), 'utf8')).toBe('kept');
  expect(await readFile(place.beside('build/all.config'), 'utf8')).toBe('CONFIG_A=y\n');
});
