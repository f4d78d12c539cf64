import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { countingObjects, lastObjectCount } from '../../../src/kernel/make/object-count.ts';
import type { Progress } from '../../../src/process/progress.ts';
import { buildToy, toyBuild } from '../../support/kernel/toy-build.ts';
import { type ToyKernel, createToyKernel, variable } from '../../support/kernel/toy-kernel.ts';

/** Totals that the builds were begun with, and the objects in make's own words. */
async function build(kernel: ToyKernel, start: 'kept' | 'empty' = 'kept') {
  const totals: (number | undefined)[] = [];
  const progress: Progress = {
    begin: (title, total) => {
      if (title.includes('building')) totals.push(total);
      return { line: () => undefined, end: () => undefined };
    },
  };
  const toy = toyBuild(kernel, { progress });
  await buildToy(kernel, toy, start);
  const log = readFileSync(join(toy.logs, 'toy-base-building.log'), 'utf8');
  const objects = log.match(/^ {2}[A-Z]+ +.*\.o$/gm)?.length ?? 0;
  return { total: totals[0], objects, logs: toy.logs };
}

test('a build from nothing knows how many objects the last one had, another build does not say', async () => {
  await using kernel = await createToyKernel();
  const first = await build(kernel);
  expect(first.total).toBeUndefined();
  expect(lastObjectCount(first.logs, 'toy')).toBe(first.objects);
  await kernel.write(variable('added', 16));
  const second = await build(kernel);
  expect(second.total).toBeUndefined();
  expect(second.objects).toBeLessThan(first.objects);
  expect(lastObjectCount(first.logs, 'toy')).toBe(first.objects);
  const third = await build(kernel, 'empty');
  expect([third.total, third.objects]).toEqual([first.objects, first.objects + 1]);
  expect(lastObjectCount(first.logs, 'toy')).toBe(third.objects);
});

test.each(['', '0\n', '-1\n', '1e9\n', 'x'.repeat(1000), '5'])(
  'a number that is none is none: %j',
  async (text) => {
    await using kernel = await createToyKernel();
    const logs = kernel.beside('logs');
    mkdirSync(logs);
    writeFileSync(join(logs, 'toy-objects'), text);
    expect(lastObjectCount(logs, 'toy')).toBeUndefined();
  },
);

test.each([
  'mkfifo toy-objects',
  'ln -s target toy-objects',
  'mkdir -p toy-objects/a',
  'ln -s /dev/zero toy-objects',
])('what a build has put in its place is not read, waited for or written through: %s', async (command) => {
  await using place = await createFixture({ target: '7\n' });
  execFileSync('sh', ['-c', command], { cwd: place.path });
  expect(lastObjectCount(place.path, 'toy')).toBeUndefined();
  const nothing = { line: () => undefined, end: () => undefined };
  const step = countingObjects(nothing, { logs: place.path, target: 'toy' });
  step.line('  CC      init/main.o');
  step.end('done');
  expect(lastObjectCount(place.path, 'toy')).toBe(1);
  expect(await place.readFile('target', 'utf8')).toBe('7\n');
});
