import { type FileTree, createFixture } from 'fs-fixture';
import { describe, expect, test } from 'vitest';
import { sourceFileOf } from '../../../src/kernel/tree/source-file.ts';
import { openSubsystems } from '../../../src/kernel/tree/subsystems.ts';

const MAINTAINERS = `
TTY LAYER
L:	tty@kernel.test
F:	drivers/tty/*.c

DRIVERS
F:	drivers/
`;

/** Subsystems of objects in a tree with these files. */
async function subsystemsOf(files: FileTree, ...objects: readonly string[]): Promise<(string | undefined)[]> {
  await using tree = await createFixture(files);
  const found = await openSubsystems(tree.path)(objects);
  return objects.map((object) => found.get(object));
}

describe('the subsystem of an object', () => {
  test('is that of its source, with the mailing list', async () => {
    const files = { MAINTAINERS, 'drivers/tty/n_tty.c': '' };
    expect(await subsystemsOf(files, 'drivers/tty/n_tty.o')).toEqual(['TTY LAYER <tty@kernel.test>']);
  });

  test('is its name alone where it has no list', async () => {
    expect(await subsystemsOf({ MAINTAINERS, 'drivers/base.c': '' }, 'drivers/base.o')).toEqual(['DRIVERS']);
  });

  test('is by its own name where it has no source', async () => {
    expect(await subsystemsOf({ MAINTAINERS }, 'drivers/tty/made.o')).toEqual(['DRIVERS']);
  });

  test('is unknown where no pattern matches, and for what is no file', async () => {
    expect(await subsystemsOf({ MAINTAINERS, 'fs/a.c': '' }, 'fs/a.o', '[alignment fill]', '')).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('is unknown in a tree without MAINTAINERS', async () => {
    expect(await subsystemsOf({ 'drivers/base.c': '' }, 'drivers/base.o')).toEqual([undefined]);
  });

  test('is not read from what a link outside of the tree leads to', async () => {
    await using outside = await createFixture({ MAINTAINERS });
    const files: FileTree = { MAINTAINERS: (at) => at.symlink(outside.getPath('MAINTAINERS')) };
    expect(await subsystemsOf(files, 'drivers/base.o')).toEqual([undefined]);
  });

  test("is not read from git's own files", async () => {
    const files: FileTree = {
      '.git/config': MAINTAINERS,
      MAINTAINERS: (at) => at.symlink('.git/config'),
    };
    expect(await subsystemsOf(files, 'drivers/base.o')).toEqual([undefined]);
  });

  test('is read from a file of the tree that MAINTAINERS is a link to', async () => {
    const files: FileTree = { 'docs/list': MAINTAINERS, MAINTAINERS: (at) => at.symlink('docs/list') };
    expect(await subsystemsOf(files, 'drivers/base.o')).toEqual(['DRIVERS']);
  });
});

test('subsystems of a tree are read once, when they are first asked for', async () => {
  await using tree = await createFixture({ 'drivers/base.c': '', 'drivers/new.c': '' });
  const subsystems = openSubsystems(tree.path);
  await tree.writeFile('MAINTAINERS', MAINTAINERS);
  expect((await subsystems(['drivers/base.o'])).get('drivers/base.o')).toBe('DRIVERS');
  await tree.rm('MAINTAINERS');
  expect([...(await subsystems(['drivers/new.o', 'drivers/base.o'])).values()]).toEqual([
    'DRIVERS',
    'DRIVERS',
  ]);
});

describe('the source of an object', () => {
  test.each(['a.c', 'a.S', 'a.rs', 'a.dts'])('is %s where that is there', async (file) => {
    await using tree = await createFixture({ [`lib/${file}`]: '' });
    expect(sourceFileOf(tree.path, 'lib/a.o')).toBe(`lib/${file}`);
  });

  test('is C before assembler', async () => {
    await using tree = await createFixture({ 'lib/a.S': '', 'lib/a.c': '' });
    expect(sourceFileOf(tree.path, 'lib/a.o')).toBe('lib/a.c');
  });

  test('is none where it is made from nothing in the tree', async () => {
    await using tree = await createFixture({ 'lib/a.h': '' });
    expect(sourceFileOf(tree.path, 'lib/a.o')).toBeUndefined();
  });
});
