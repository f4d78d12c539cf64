import { type FileTree, createFixture } from 'fs-fixture';
import { describe, expect, test } from 'vitest';
import { locateDefinitions } from '../../src/check/locate-definitions.ts';
import { type Compared, deltaIn } from '../../src/check/map-delta.ts';
import type { Definition, OwnerRow } from '../../src/size/delta/owner-rows.ts';
import { deltaWith, ownerRow } from '../support/report/report-builders.ts';

const SOURCE = '/* The start. */\n\nint start_kernel(void)\n{\n\treturn 0;\n}\n';
const IN_MAIN = { file: 'init/main.c', line: 3 };

function compared(delta: Parameters<typeof deltaWith>[0]): Compared {
  return { comparison: { kind: 'compared', delta: deltaWith(delta), unmeasuredParts: [] } };
}

const FAILED: Compared = { comparison: { kind: 'failed', reason: 'it does not build', details: [] } };

/** Where each row is defined, by a tree with these files. */
async function located(
  rows: readonly OwnerRow[],
  files: FileTree = { 'init/main.c': SOURCE },
): Promise<(Definition | undefined)[]> {
  await using tree = await createFixture(files);
  const [target] = await locateDefinitions([compared({ accounted: { rows } })], async () =>
    tree.path.replace(/\/$/, ''),
  );
  return deltaIn(target!)!.accounted!.rows.map(({ definition }) => definition);
}

describe('a row has its definition', () => {
  test('where it is a function that grew', async () => {
    expect(await located([ownerRow()])).toEqual([IN_MAIN]);
  });

  test('where it is new', async () => {
    expect(await located([ownerRow({ base: undefined, head: 8 })])).toEqual([IN_MAIN]);
  });

  test('not where it shrank, is gone or kept its size', async () => {
    const sizes = [
      { base: 140, head: 100 },
      { base: 8, head: undefined },
      { base: 8, head: 8, renamedFrom: 'old' },
    ];
    expect(await located(sizes.map(ownerRow))).toEqual([undefined, undefined, undefined]);
  });

  test('not where it is a literal', async () => {
    expect(await located([ownerRow({ kind: 'literal' })])).toEqual([undefined]);
  });

  test('not where the source does not define it', async () => {
    expect(await located([ownerRow({ name: 'other' })])).toEqual([undefined]);
  });

  test('not where its object has no source, or no folder', async () => {
    const rows = ['init/gone.o', 'main.o', ''].map((object) => ownerRow({ object }));
    expect(await located(rows, { 'init/main.c': SOURCE, 'main.c': SOURCE })).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('not where it is not among the two hundred first that grew', async () => {
    const rows = Array.from({ length: 202 }, (_, i) => ownerRow(i === 0 ? { base: 140, head: 1 } : {}));
    const found = await located(rows);
    expect(found.map((definition) => definition !== undefined)).toEqual(
      rows.map((_, i) => i >= 1 && i <= 200),
    );
  });
});

describe('a source is not read', () => {
  test('where a link leads out of the tree', async () => {
    await using outside = await createFixture({ 'main.c': SOURCE });
    const files: FileTree = { 'init/main.c': (at) => at.symlink(outside.getPath('main.c')) };
    expect(await located([ownerRow()], files)).toEqual([undefined]);
  });

  test('where a folder is a link that leads out of the tree', async () => {
    await using outside = await createFixture({ 'main.c': SOURCE });
    const files: FileTree = { init: (at) => at.symlink(outside.path) };
    expect(await located([ownerRow()], files)).toEqual([undefined]);
  });

  test('where the name of an object leads out of the tree', async () => {
    await using outside = await createFixture({ 'main.c': SOURCE, 'tree/a': '' });
    const targets = [compared({ accounted: { rows: [ownerRow({ object: '../main.o' })] } })];
    expect(await locateDefinitions(targets, async () => outside.getPath('tree'))).toEqual(targets);
  });

  test('where it is a folder', async () => {
    expect(await located([ownerRow()], { 'init/main.c/a': '' })).toEqual([undefined]);
  });

  test('where there is nothing that a link leads to', async () => {
    const files: FileTree = { 'init/main.c': (at) => at.symlink('gone.c') };
    expect(await located([ownerRow()], files)).toEqual([undefined]);
  });
});

test('a link within the tree is followed, and named as the object is', async () => {
  const files: FileTree = { 'init/main.c': (at) => at.symlink('../lib/main.c'), 'lib/main.c': SOURCE };
  expect(await located([ownerRow()], files)).toEqual([IN_MAIN]);
});

test('a target that was not compared stays as it is', async () => {
  await using tree = await createFixture({});
  const targets = [FAILED, compared({ accounted: { rows: [ownerRow()] } }), compared({ symbols: 'new' })];
  expect(await locateDefinitions(targets, async () => tree.path)).toEqual(targets);
});

test('the sources are not made ready where nothing grew', async () => {
  const rows = [ownerRow({ base: 140, head: 100 })];
  const targets = [FAILED, compared({ accounted: { rows } })];
  const openTree = () => Promise.reject(new Error('it was checked out'));
  expect(await locateDefinitions(targets, openTree)).toEqual(targets);
});
