import { execFileSync } from 'node:child_process';
import { readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type KernelPaths,
  type MadeKernel,
  copyKernel,
  digestFiles,
  requireUnchanged,
} from '../../../src/kernel/measure/artifact-folder.ts';
import { type Repository, createRepository } from '../../support/git/repository.ts';

const MIB = 2 ** 20;

/** Files of a kernel as make leaves them, each with its own name for contents. */
async function leaveFiles(place: Repository, more: Partial<KernelPaths> = {}): Promise<MadeKernel> {
  const named = { vmlinux: 'vmlinux', config: '.config', map: 'vmlinux.map', dtb: 'a.dtb', image: 'zImage' };
  const paths = Object.fromEntries(
    Object.entries(named).map(([kind, name]) => [kind, join(place.folder, name)]),
  );
  for (const path of Object.values(paths)) await writeFile(path, path);
  return { ...(paths as unknown as KernelPaths), output: place.folder, ...more };
}

const sha256sum = (path: string) => execFileSync('sha256sum', [path], { encoding: 'utf8' }).split(' ')[0];

describe('copies of a kernel', () => {
  test('are all there is in their folder, and are what was copied', async () => {
    await using place = await createRepository();
    const from = await leaveFiles(place);
    const folder = place.beside('kernel');
    await copyKernel(from, folder);
    await writeFile(join(folder, 'of an earlier kernel'), '');
    const copies = await copyKernel(from, folder);
    expect((await readdir(folder)).toSorted()).toEqual(['config', 'dtb', 'image', 'map', 'vmlinux']);
    for (const kind of ['vmlinux', 'config', 'map', 'dtb', 'image'] as const)
      expect(await readFile(copies[kind]!)).toEqual(await readFile(from[kind]!));
  });

  test('are fewer where there are fewer files, and vmlinux is one file where it is booted', async () => {
    await using place = await createRepository();
    const { vmlinux, config, output } = await leaveFiles(place);
    const copies = await copyKernel(
      { vmlinux, config, map: undefined, dtb: undefined, image: vmlinux, output },
      place.beside('kernel'),
    );
    expect(copies.image).toBe(copies.vmlinux);
    expect((await readdir(place.beside('kernel'))).toSorted()).toEqual(['config', 'vmlinux']);
  });

  test('have holes where the files have them, and where these are zero', async () => {
    await using place = await createRepository();
    const from = await leaveFiles(place);
    const blocks = (path: string): number =>
      Number(execFileSync('stat', ['-c', '%b', path], { encoding: 'utf8' }));
    await truncate(from.vmlinux, 300 * MIB);
    execFileSync('bash', ['-c', `printf end >> ${from.vmlinux}; head -c 5M /dev/zero >> ${from.image}`]);
    const copies = await copyKernel(from, place.beside('kernel'));
    for (const kind of ['vmlinux', 'image', 'config'] as const) {
      expect(sha256sum(copies[kind]!)).toBe(sha256sum(from[kind]!));
      // 512 bytes each.
      expect(blocks(copies[kind]!)).toBeLessThanOrEqual(16);
    }
  });

  test.each([
    ['vmlinux', 2 ** 40, 'a vmlinux of at most 17179869184'],
    ['image', 2 ** 30 + 1, 'a boot image of at most 1073741824'],
    ['map', 500 * MIB + 1, "a linker's map of at most 524288000"],
    ['dtb', 64 * MIB + 1, 'a device tree blob of at most 67108864'],
  ] as const)('have an end: a %s of %i bytes is refused', async (kind, size, expected) => {
    await using place = await createRepository();
    const from = await leaveFiles(place);
    await truncate(from[kind]!, size);
    await expect(copyKernel(from, place.beside('kernel'))).rejects.toThrow(
      `${from[kind]!} is ${size} bytes, expected ${expected}; is it another file?`,
    );
  });

  test('that cannot be written are an error that says so', async () => {
    await using place = await createRepository();
    const from = await leaveFiles(place);
    await writeFile(place.beside('file'), '');
    await expect(copyKernel(from, place.beside('file/kernel'))).rejects.toThrow(
      /^the files of the kernel cannot be copied to .*\/file\/kernel \(.*\); is the disk full/,
    );
  });
});

describe('digests', () => {
  test('are those of sha256sum', async () => {
    await using place = await createRepository();
    const { output: _, ...from } = await leaveFiles(place, { dtb: undefined });
    const digests = await digestFiles(from);
    const paths = [from.vmlinux, from.config, from.map!, from.image!];
    expect(new Map(digests)).toEqual(new Map(paths.map((path) => [path, sha256sum(path)])));
  });

  test('tell a file that has changed, and one that is gone', async () => {
    await using place = await createRepository();
    const { output: _, ...from } = await leaveFiles(place);
    const digests = await digestFiles(from);
    await requireUnchanged(digests);
    await writeFile(from.map!, `${from.map!}\n`);
    await expect(requireUnchanged(digests)).rejects.toThrow(
      `${from.map!} is no longer what it was; expected`,
    );
    await rm(from.map!);
    await expect(requireUnchanged(digests)).rejects.toThrow(`${from.map!} is gone; expected`);
  });
});
