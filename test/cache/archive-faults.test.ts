import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, test } from 'vitest';
import { ArchiveDamage } from '../../src/cache/archive-damage.ts';
import { packFolder, unpackArchive } from '../../src/cache/archive.ts';
import { createBuilt, describeFolder, keyOf, pathWith } from './entry-builders.ts';

describe('packing', () => {
  test('takes nothing of the environment but PATH', async () => {
    await using fixture = await createBuilt();
    const env = { ...process.env, TAR_OPTIONS: '--exclude=vmlinux', GZIP: '--bogus', ZSTD_CLEVEL: 'bogus' };
    const archive = fixture.getPath('archive');
    await packFolder({ folder: fixture.getPath('built'), archive, key: keyOf(), env });
    await unpackArchive({ archive, into: fixture.getPath('into'), env });
    expect(describeFolder(fixture.getPath('into'))).toBe(describeFolder(fixture.getPath('built')));
  });

  test.each([
    ['cat >/dev/null; exit 1', /^\S+ cannot be packed \(tar: Child returned status 1\)$/],
    ['head -c 5; exit 1', /^\S+ cannot be packed \(/],
    ['cat; echo "no memory" >&2; exit 3', /^\S+ cannot be packed \(no memory\)$/],
    ['cat; kill -9 $$', /^\S+ cannot be packed \(/],
  ])('fails with the compressor, and leaves nothing: %s', async (script, message) => {
    await using fixture = await createBuilt();
    const path = await pathWith(fixture, 'tar', 'sh', 'cat', 'head');
    await writeFile(join(path, 'gzip'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const packed = packFolder({
      folder: fixture.getPath('built'),
      archive: fixture.getPath('archive'),
      key: keyOf(),
      env: { PATH: path },
    });
    await expect(packed).rejects.toThrow(message);
    expect((await readdir(fixture.path)).toSorted()).toEqual(['bin', 'built']);
  });

  test.each([
    [['tar'], 'neither zstd nor gzip is installed'],
    [['gzip'], 'tar cannot be run (spawn tar ENOENT)'],
  ])('says what is missing where there is only %s', async (programs, message) => {
    await using fixture = await createBuilt();
    const env = { PATH: await pathWith(fixture, ...programs) };
    const [folder, archive] = [fixture.getPath('built'), fixture.getPath('archive')];
    await expect(packFolder({ folder, archive, key: keyOf(), env })).rejects.toThrow(new Error(message));
    expect((await readdir(fixture.path)).toSorted()).toEqual(['bin', 'built']);
  });

  test('fails for a folder that is not there', async () => {
    await using fixture = await createFixture({});
    const [folder, archive] = [fixture.getPath('built'), fixture.getPath('archive')];
    await expect(packFolder({ folder, archive, key: keyOf() })).rejects.toThrow(
      /built: Cannot open: No such file/,
    );
    expect(existsSync(archive)).toBe(false);
  });
});

describe('unpacking', () => {
  test('says that zstd is missing where it is', async () => {
    await using fixture = await createBuilt();
    const [archive, into] = [fixture.getPath('archive'), fixture.getPath('into')];
    await packFolder({ folder: fixture.getPath('built'), archive, key: keyOf() });
    const env = { PATH: await pathWith(fixture, 'tar', 'gzip') };
    await expect(unpackArchive({ archive, into, env })).rejects.toThrow(
      new Error('the archive is packed with zstd, which is not installed'),
    );
  });

  test('removes what a process that was killed has left', async () => {
    await using fixture = await createBuilt({});
    const archive = fixture.getPath('archive');
    await packFolder({ folder: fixture.getPath('built'), archive, key: keyOf() });
    await fixture.mkdir('into.unpacking-abcdef/files');
    await unpackArchive({ archive, into: fixture.getPath('into') });
    expect((await readdir(fixture.path)).toSorted()).toEqual(['archive', 'built', 'into']);
  });
});

describe('a damaged archive', () => {
  test.each(['zstd', 'gzip'])('of %s is refused wherever a bit flipped', async (compressor) => {
    await using fixture = await createBuilt({ '.config': 'CONFIG_ARM=y\n'.repeat(100) });
    const [archive, into] = [fixture.getPath('archive'), fixture.getPath('into')];
    const env = { PATH: await pathWith(fixture, 'tar', compressor) };
    await packFolder({ folder: fixture.getPath('built'), archive, key: keyOf(), env });
    const whole = await readFile(archive);
    const contents = decompress(compressor, whole)!;
    for (let place = 0; place < whole.length; place += Math.ceil(whole.length / 60)) {
      const flipped = Buffer.from(whole);
      flipped[place]! ^= 1 << (place % 8);
      // Both formats can say the same in several ways: zstd's window may be larger, the time in gzip's header is nobody's.
      if (decompress(compressor, flipped)?.equals(contents) === true) continue;
      await writeFile(archive, flipped);
      await expect(unpackArchive({ archive, into }), `bit ${place % 8} of byte ${place}`).rejects.toThrow(
        /^the (file is no archive of zstd or gzip|archive cannot be read to its end \(.+\))$/,
      );
    }
    expect((await readdir(fixture.path)).toSorted()).toEqual(['archive', 'bin', 'built']);
  });

  test.each(['zstd', 'gzip'])('of %s is refused wherever it is cut off', async (compressor) => {
    await using fixture = await createBuilt();
    const [archive, into] = [fixture.getPath('archive'), fixture.getPath('into')];
    const env = { PATH: await pathWith(fixture, 'tar', compressor) };
    await packFolder({ folder: fixture.getPath('built'), archive, key: keyOf(), env });
    const whole = await readFile(archive);
    const ends = [
      0,
      1,
      3,
      4,
      10,
      40,
      100,
      whole.length >> 1,
      whole.length - 9,
      whole.length - 4,
      whole.length - 1,
    ];
    for (const end of ends) {
      await writeFile(archive, whole.subarray(0, end));
      await expect(unpackArchive({ archive, into }), `${end} bytes`).rejects.toThrow(
        /^the (file is no archive of zstd or gzip|archive cannot be read to its end \(.+\))$/,
      );
    }
    await writeFile(archive, whole);
    await expect(unpackArchive({ archive, into })).resolves.toEqual(keyOf());
  });

  test('leaves the folder as it was', async () => {
    await using fixture = await createBuilt();
    await fixture.writeFile('archive', 'no archive');
    const before = describeFolder(fixture.getPath('built'));
    const [archive, into] = [fixture.getPath('archive'), fixture.getPath('built')];
    await expect(unpackArchive({ archive, into })).rejects.toThrow(
      new ArchiveDamage('the file is no archive of zstd or gzip'),
    );
    expect(describeFolder(into)).toBe(before);
  });
});

/** What the program itself makes of `bytes`, or undefined where it refuses them. */
function decompress(program: string, bytes: Buffer): Buffer | undefined {
  const { status, stdout } = spawnSync(program, ['-dc'], { input: bytes });
  return status === 0 ? stdout : undefined;
}
