import { statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { alignTimes } from '../../../src/kernel/objtree/align-mtimes.ts';

/** Files with times in seconds from now. */
async function withTimes(times: Readonly<Record<string, number>>) {
  const fixture = await createFixture(Object.fromEntries(Object.keys(times).map((path) => [path, path])));
  const now = Date.now() / 1000;
  for (const [path, seconds] of Object.entries(times)) {
    utimesSync(fixture.getPath(path), now + seconds, now + seconds);
  }
  const timeOf = (path: string): bigint => statSync(fixture.getPath(path), { bigint: true }).mtimeNs;
  const places = { output: fixture.getPath('build'), root: fixture.getPath('linux') };
  return { timeOf, places, [Symbol.asyncDispose]: () => fixture.rm() };
}

test('what was made keeps its order, and what was made at once stays so', async () => {
  await using files = await withTimes({
    'build/a': -50,
    'build/b/c': -70,
    'build/b/d': -70,
    'build/e': -60,
    'linux/x.c': -5,
  });
  const { timeOf, places } = files;
  const before = timeOf('linux/x.c');
  await alignTimes({ ...places, changed: {}, touched: [] });
  expect(timeOf('build/b/c')).toBe(timeOf('build/b/d'));
  expect(timeOf('build/b/d') < timeOf('build/e')).toBe(true);
  expect(timeOf('build/e') < timeOf('build/a')).toBe(true);
  expect(timeOf('linux/x.c')).toBe(before);
  expect(timeOf('build/b/c') > before).toBe(true);
});

test('a source that changed between two things that were made lies between them again', async () => {
  await using files = await withTimes({ 'build/old': -70, 'build/new': -50, 'linux/x.h': -5 });
  const { timeOf, places } = files;
  const [old, young] = [timeOf('build/old'), timeOf('build/new')];
  const times = await alignTimes({ ...places, changed: { 'x.h': String((old + young) / 2n) }, touched: [] });
  expect(timeOf('build/old') < timeOf('linux/x.h')).toBe(true);
  expect(timeOf('linux/x.h') < timeOf('build/new')).toBe(true);
  // Node sets times to the microsecond, and rounds them.
  expect(Number(times['x.h']) / 1e3).toBeCloseTo(Number(timeOf('linux/x.h')) / 1e3, -1);
});

test('touched sources come after all that was made, and are in the past', async () => {
  await using files = await withTimes({ 'build/a': 100, 'linux/x.h': -5 });
  const { timeOf, places } = files;
  const times = await alignTimes({ ...places, changed: { 'x.h': '1' }, touched: ['x.h', 'gone.h'] });
  expect(timeOf('linux/x.h') > timeOf('build/a')).toBe(true);
  expect(timeOf('linux/x.h') <= BigInt(Date.now()) * 1_000_000n).toBe(true);
  expect(Object.keys(times)).toEqual(['x.h', 'gone.h']);
});

test('a source is never made older than another build of the same sources has made it', async () => {
  await using files = await withTimes({ 'build/a': -5, 'linux/x.h': 0.3 });
  const { timeOf, places } = files;
  const before = timeOf('linux/x.h');
  await alignTimes({ ...places, changed: { 'x.h': '1' }, touched: [] });
  expect(timeOf('linux/x.h') > before).toBe(true);
});

test('a source whose time lies far ahead gets one of now', async () => {
  await using files = await withTimes({ 'build/a': -5, 'linux/x.h': 86_400 });
  const { timeOf, places } = files;
  await alignTimes({ ...places, changed: {}, touched: ['x.h'] });
  expect(timeOf('linux/x.h') <= BigInt(Date.now()) * 1_000_000n).toBe(true);
});

test('no file outside of the sources is given a time, whatever a build has left as a note of sources', async () => {
  await using files = await withTimes({ 'build/a': -50, 'linux/x.h': -60, 'home/keys': -70 });
  const { timeOf, places } = files;
  symlinkSync('../home', join(places.root, 'linked'));
  const before = timeOf('home/keys');
  const changed = { '../home/keys': '1', 'linked/keys': '1' };
  await alignTimes({ ...places, changed, touched: Object.keys(changed) });
  expect(timeOf('home/keys')).toBe(before);
});
