import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createFixture, type FsFixture } from 'fs-fixture';
import { describe, expect, test } from 'vitest';
import { ArchiveDamage } from '../../src/cache/archive-damage.ts';
import { unpackArchive } from '../../src/cache/archive.ts';
import { keyOf } from './entry-builders.ts';
import { type TarEntry, writeTar } from './tar-archive.ts';

const KEY: TarEntry = { name: 'key.json', kind: 'file', text: JSON.stringify({ format: 2, ...keyOf() }) };
const FILES: TarEntry = { name: 'files', kind: 'folder' };
const VMLINUX: TarEntry = { name: 'files/vmlinux', kind: 'file', text: 'kernel' };

/** A folder to unpack into beside one that is none of an archive's business. */
function createPlaces(): Promise<FsFixture> {
  return createFixture({ 'outside/secret': 'secret', work: {} });
}

async function unpack(places: FsFixture, entries: readonly TarEntry[]): Promise<unknown> {
  const archive = places.getPath('archive');
  writeTar(archive, entries);
  return unpackArchive({ archive, into: places.getPath('work/into') }).catch((error: unknown) => error);
}

function expectUntouched(places: FsFixture): void {
  const outside = places.getPath('outside');
  expect(readdirSync(places.path).toSorted()).toEqual(['archive', 'outside', 'work']);
  expect(readdirSync(outside)).toEqual(['secret']);
  expect(readFileSync(join(outside, 'secret'), 'utf8')).toBe('secret');
  expect(statSync(join(outside, 'secret')).nlink).toBe(1);
}

test('an archive of tarfile’s is unpacked like tar’s', async () => {
  await using places = await createPlaces();
  expect(await unpack(places, [KEY, FILES, VMLINUX])).toEqual(keyOf());
  expect(await places.readFile('work/into/vmlinux', 'utf8')).toBe('kernel');
});

describe('nothing is written outside of the folder by', () => {
  const file = (name: string): TarEntry => ({ name, kind: 'file', text: 'hostile' });
  const link = (name: string, target: string): TarEntry => ({ name, kind: 'link', target });
  const hardLink = (name: string, target: string): TarEntry => ({ name, kind: 'hard link', target });
  const up = '../../../outside';

  test.each<[string, (outside: string) => readonly TarEntry[]]>([
    ['a path with ..', () => [file('files/../../../outside/new')]],
    ['a path that begins with ..', () => [file('../../outside/new')]],
    ['an absolute path', (outside) => [file(`${outside}/new`)]],
    ['a file under an absolute link', (outside) => [link('files/x', outside), file('files/x/new')]],
    ['a file under a relative link', () => [link('files/x', up), file('files/x/new')]],
    ['a file behind a link', (outside) => [link('files/x', `${outside}/secret`), file('files/x')]],
    [
      'a folder and a file behind a link',
      () => [link('files/x', up), { name: 'files/x', kind: 'folder' }, file('files/x/new')],
    ],
    [
      'a file under a hard link to a link',
      () => [link('files/x', up), hardLink('files/y', 'files/x'), file('files/y/new')],
    ],
    ['a file under a link to a link', () => [link('files/x', up), link('files/y', 'x'), file('files/y/new')]],
    ['a hard link to a file', (outside) => [hardLink('files/x', `${outside}/secret`), file('files/x')]],
    ['a hard link with ..', () => [hardLink('files/x', `${up.slice(3)}/secret`), file('files/x')]],
    ['a link in place of the folder', (outside) => [link('files', outside), file('files/new')]],
  ])('%s', async (_, entriesFor) => {
    await using places = await createPlaces();
    await unpack(places, [KEY, FILES, VMLINUX, ...entriesFor(places.getPath('outside'))]);
    expectUntouched(places);
    expect(readdirSync(places.getPath('work')).filter((name) => name !== 'into')).toEqual([]);
  });
});

describe('an archive is refused', () => {
  const outside = '/usr';
  test.each<[string, readonly TarEntry[], string]>([
    ['without a key', [FILES, VMLINUX], 'the archive carries no key'],
    ['with a key that is no JSON', [{ ...KEY, text: 'key' }, FILES], 'the archive carries no key'],
    [
      'with a link for a key',
      [{ ...KEY, kind: 'link', text: '', target: '../outside/secret' }, FILES],
      'the archive carries no key',
    ],
    ['with a pipe for a key', [{ ...KEY, kind: 'pipe', text: '' }, FILES], 'the archive carries no key'],
    [
      'with half a key',
      [{ ...KEY, text: '{"format":2,"kind":"tree"}' }, FILES],
      'the key that the archive carries is incomplete',
    ],
    [
      'of another format',
      [{ ...KEY, text: JSON.stringify({ format: 3, whole: 'new' }) }, FILES],
      'the archive has the format 3, expected 2',
    ],
    ['without files', [KEY], 'the archive has no folder of files'],
    [
      'whose folder is a link',
      [KEY, { name: 'files', kind: 'link', target: outside }],
      'the archive has no folder of files',
    ],
    [
      'with files elsewhere',
      [KEY, FILES, { name: 'usr/lib/x', kind: 'file' }],
      'the archive has files outside of its folder',
    ],
  ])('%s', async (_, entries, message) => {
    await using places = await createPlaces();
    expect(await unpack(places, entries)).toEqual(new ArchiveDamage(message));
    expect(existsSync(places.getPath('work/into'))).toBe(false);
    expect(readdirSync(places.getPath('work'))).toEqual([]);
  });
});
