import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildToy, toyBuild } from '../../support/kernel/toy-build.ts';
import { checkOutFresh, compareBuilds, createToyTree, putAway } from '../../support/kernel/toy-tree.ts';

const NEW_NUMBER = { 'include/number.h': '#define NUMBER 2\n' };
const ONE_COMPILED = { outcome: 'same', origin: 'incremental', compiled: ['drivers/user.o'] };

describe('a build folder from a cache', () => {
  test('serves beside sources that were checked out after it', async () => {
    await using kernel = await createToyTree();
    await compareBuilds(kernel);
    const restoreTree = await putAway(kernel);
    await kernel.write(NEW_NUMBER);
    checkOutFresh(kernel);
    expect(await compareBuilds(kernel, {}, restoreTree)).toEqual(ONE_COMPILED);
  });

  test('knows of a source that changed while what includes it was not in the build', async () => {
    await using kernel = await createToyTree();
    await compareBuilds(kernel);
    await kernel.write({ 'drivers/Makefile': 'objects := $(filter-out %/user.o,$(objects))\n' });
    await compareBuilds(kernel);
    await kernel.write(NEW_NUMBER);
    await compareBuilds(kernel);
    const restoreTree = await putAway(kernel);
    await kernel.write({ 'drivers/Makefile': '' });
    checkOutFresh(kernel);
    expect(await compareBuilds(kernel, {}, restoreTree)).toEqual(ONE_COMPILED);
  });
});

describe('begins with an empty folder', () => {
  test.each(['a link', 'a file'])('where %s is in its place, and leaves what that leads to', async (what) => {
    await using kernel = await createToyTree();
    const place = kernel.beside('elsewhere');
    await mkdir(place);
    await writeFile(join(place, 'file'), 'kept');
    if (what === 'a link') await symlink(place, kernel.beside('build'));
    else await writeFile(kernel.beside('build'), '');
    expect(await compareBuilds(kernel)).toMatchObject({ outcome: 'same', origin: 'clean' });
    expect(await readFile(join(place, 'file'), 'utf8')).toBe('kept');
  });

  test('after a build with other tools or at another path', async () => {
    await using kernel = await createToyTree();
    await compareBuilds(kernel);
    expect(await compareBuilds(kernel, { place: 'elsewhere' })).toMatchObject({ origin: 'clean' });
  });

  test('after a build of another series', async () => {
    await using kernel = await createToyTree();
    await compareBuilds(kernel);
    const makefile = await readFile(join(kernel.folder, 'Makefile'), 'utf8');
    await kernel.write({ Makefile: makefile.replace('PATCHLEVEL = 12', 'PATCHLEVEL = 13') });
    expect(await compareBuilds(kernel)).toMatchObject({ outcome: 'same', origin: 'clean' });
  });

  test('after a build that was cut off', async () => {
    await using kernel = await createToyTree();
    await compareBuilds(kernel);
    const interrupted = new AbortController();
    // Killed in the middle of a compiler's work.
    await kernel.write({
      'drivers/Makefile': '$(O)/drivers/user.o: drivers/wait\ndrivers/wait:\n\t@echo waiting; sleep 60\n',
    });
    const begin = () => ({
      line: (text: string) => text === 'waiting' && interrupted.abort(new Error('stop')),
      end: () => undefined,
    });
    const cutOff = buildToy(kernel, toyBuild(kernel, { signal: interrupted.signal, progress: { begin } }));
    await expect(cutOff).rejects.toThrow('stop');
    await writeFile(kernel.beside('build/drivers/toy.o'), 'what a killed compiler left');
    await kernel.write({ 'drivers/Makefile': '' });
    expect(await compareBuilds(kernel)).toMatchObject({ outcome: 'same', origin: 'clean' });
  });

  test('when a link or what a link leads to has changed', async () => {
    await using kernel = await createToyTree({
      'include/one.h': 'int one;\n',
      'include/other.h': 'int other;\n',
      'drivers/linked.c': '#include <linked.h>\n',
    });
    const link = join(kernel.folder, 'include/linked.h');
    await symlink('one.h', link);
    await compareBuilds(kernel);
    await kernel.write({ 'include/one.h': 'int changed;\n' });
    expect(await compareBuilds(kernel)).toMatchObject({ outcome: 'same', origin: 'incremental' });
    await rm(link);
    await symlink('other.h', link);
    expect(await compareBuilds(kernel)).toMatchObject({ outcome: 'same', origin: 'clean' });
  });
});

test('goes on after a build that failed, also on files that it has not come to', async () => {
  await using kernel = await createToyTree();
  await compareBuilds(kernel);
  await kernel.write({ ...NEW_NUMBER, 'drivers/a-broken.c': '#error broken\n' });
  expect(await compareBuilds(kernel)).toMatchObject({ outcome: 'both fail' });
  await kernel.write({ 'drivers/a-broken.c': null });
  expect(await compareBuilds(kernel)).toMatchObject({ outcome: 'same', origin: 'incremental' });
});
