import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { chmod, mkdir, open, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createFixture, type FsFixture } from 'fs-fixture';
import { describe, expect, test } from 'vitest';
import { packFolder, unpackArchive } from '../../src/cache/archive.ts';
import { createBuilt, describeFolder, keyOf, pathWith } from './entry-builders.ts';

/** What a shell makes a folder of that has all that a build folder may hold. */
const ODD_FOLDER = `
deep="deep/$(printf '%0100d' 1)/$(printf '%0100d' 2)/$(printf '%0100d' 3)"
mkdir -p empty "$deep" files .hidden
for name in plain key.json files/key.json .hidden/.x "$deep/leaf" -- -rf 'a b' "it's" 'back\\slash' '*' \
  "$(printf 'line\\nbreak')" "$(printf 'latin-1 \\344')" 'ünïcode'; do
  printf '%s' "of $name" > "./$name"
done
ln plain hard; ln "$deep/leaf" .hidden/hard
ln -s plain link; ln -s /usr source; ln -s ../../up up; ln -s nowhere dangling; ln -s . here
chmod 600 plain; chmod 755 'a b'; chmod 444 key.json; chmod 700 empty
find . -depth -exec sh -c 'touch -h -d "2020-01-02 03:04:05.$(printf %09d $(($$ * 7919)))" -- "$1"' sh {} ';'
touch -d '1969-12-31 23:59:58.000000001' plain; touch -d '2100-01-01 00:00:00.999999999' 'a b'
`;

async function createOddFolder(): Promise<FsFixture> {
  const fixture = await createFixture({});
  await mkdir(fixture.getPath('odd'));
  const { status, stderr } = spawnSync('sh', ['-e', '-c', ODD_FOLDER], { cwd: fixture.getPath('odd') });
  if (status !== 0) throw new Error(String(stderr));
  return fixture;
}

describe('a folder that was packed', () => {
  test.each([['zstd'], ['gzip']])(
    'comes back as it was from %s: times to the nanosecond, links, modes, empty folders, odd names',
    async (compressor) => {
      await using fixture = await createOddFolder();
      const [odd, archive, into] = [
        fixture.getPath('odd'),
        fixture.getPath('archive'),
        fixture.getPath('into'),
      ];
      const before = describeFolder(odd);
      expect(before.split('\n').length).toBeGreaterThan(40);
      const env = { PATH: await pathWith(fixture, 'tar', compressor) };
      await packFolder({ folder: odd, archive, key: keyOf(), env });
      expect(await unpackArchive({ archive, into })).toEqual(keyOf());
      expect(describeFolder(into)).toBe(before);
      expect((await fixture.readdir('')).toSorted()).toEqual(['archive', 'bin', 'into', 'odd']);
    },
  );

  test('takes the place of what was there', async () => {
    await using fixture = await createBuilt();
    await fixture.writeFile('into', 'a file');
    await packFolder({ folder: fixture.getPath('built'), archive: fixture.getPath('archive'), key: keyOf() });
    for (const _ of ['a file', 'a folder']) {
      await unpackArchive({ archive: fixture.getPath('archive'), into: fixture.getPath('into') });
      expect(describeFolder(fixture.getPath('into'))).toBe(describeFolder(fixture.getPath('built')));
      await fixture.writeFile('into/more', '');
    }
  });

  test('is never seen in part, nor is what it replaces', async () => {
    await using fixture = await createBuilt();
    const [archive, into] = [fixture.getPath('archive'), fixture.getPath('into')];
    await packFolder({ folder: fixture.getPath('built'), archive, key: keyOf() });
    await mkdir(into);
    for (let file = 0; file < 1000; file++) await writeFile(join(into, `${file}`), '');
    const done = new AbortController();
    const unpacked = unpackArchive({ archive, into }).finally(() => done.abort());
    const seen = new Set<number | undefined>();
    while (!done.signal.aborted) {
      seen.add(countFiles(into));
      await nextTurn();
    }
    await unpacked;
    expect([...seen].filter((count) => count !== undefined && count !== 1000 && count !== 2)).toEqual([]);
  });

  test('keeps a hole of a terabyte as one, and takes no time for it', async () => {
    await using fixture = await createBuilt();
    const [archive, into] = [fixture.getPath('archive'), fixture.getPath('into')];
    await truncate(fixture.getPath('built/vmlinux'), 2 ** 40);
    await packFolder({ folder: fixture.getPath('built'), archive, key: keyOf() });
    await unpackArchive({ archive, into });
    const { size, blocks } = await stat(join(into, 'vmlinux'));
    expect([size, blocks < 100]).toEqual([2 ** 40, true]);
    expect(await readStart(join(into, 'vmlinux'), 6)).toBe('kernel');
  }, 60_000);

  test('lends no rights: who unpacks would own a program that sets its user', async () => {
    await using fixture = await createBuilt();
    await chmod(fixture.getPath('built/vmlinux'), 0o6755);
    await packFolder({ folder: fixture.getPath('built'), archive: fixture.getPath('archive'), key: keyOf() });
    await unpackArchive({ archive: fixture.getPath('archive'), into: fixture.getPath('into') });
    expect(describeFolder(fixture.getPath('into'))).toMatch(/^vmlinux f 755 /m);
  });

  test('is a tar file that anybody can list', async () => {
    await using fixture = await createBuilt();
    await packFolder({ folder: fixture.getPath('built'), archive: fixture.getPath('archive'), key: keyOf() });
    const { stdout } = spawnSync('tar', ['tf', fixture.getPath('archive')], { encoding: 'utf8' });
    expect(stdout.split('\n').toSorted()).toEqual(
      ['', 'files/', 'files/kernel/', 'files/kernel/fork.o', 'files/vmlinux', 'key.json'].toSorted(),
    );
  });

  test('lies where a path is odd', async () => {
    await using fixture = await createFixture({ 'host:-dir, a/built/vmlinux': 'kernel' });
    const folder = fixture.getPath('host:-dir, a');
    await packFolder({ folder: join(folder, 'built'), archive: join(folder, 'host:x'), key: keyOf() });
    await unpackArchive({ archive: join(folder, 'host:x'), into: join(folder, 'not/there') });
    expect(await readFile(join(folder, 'not/there/vmlinux'), 'utf8')).toBe('kernel');
  });
});

async function readStart(path: string, bytes: number): Promise<string> {
  await using file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
  return buffer.toString();
}

/** Undefined where there is no folder. */
function countFiles(folder: string): number | undefined {
  try {
    return readdirSync(folder).length;
  } catch {
    return undefined;
  }
}
