/**
 * A folder and its key in one file: a compressed tar in the pax format, which keeps times to the nanosecond, links and
 * modes. Written and read by GNU tar (https://www.gnu.org/software/tar/manual/).
 */
import { createWriteStream } from 'node:fs';
import { type FileHandle, lstat, open, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { ArchiveDamage } from './archive-damage.ts';
import { readArchiveKey, writeArchiveKey } from './archive-key.ts';
import { compressionOf, findPacker, findUnpacker, MAGIC_LENGTH } from './compression.ts';
import { mainComplaint, runTar } from './run-tar.ts';
import { createStaging, putInPlace } from './staging.ts';
import type { CacheKey } from './store.ts';

/** What an archive holds at its top. */
const KEY = 'key.json';
const FILES = 'files';

type Environment = Readonly<NodeJS.ProcessEnv>;

/**
 * Packs all files of `folder` with `key` into `archive`, which is there afterwards only if it is whole. `env` says where
 * programs are found. Throws an Error of one sentence.
 */
export async function packFolder(options: {
  readonly folder: string;
  readonly archive: string;
  readonly key: CacheKey;
  readonly env?: Environment;
}): Promise<void> {
  const { folder, archive, key, env = process.env } = options;
  const path = env['PATH'] ?? '';
  const aside = `${archive}.key`;
  try {
    makeFolder(aside);
    await writeArchiveKey(join(aside, KEY), key);
    const args = packArgs({ folder, aside, packer: findPacker(path) });
    const result = await runTar(args, path, { kind: 'to', stream: createWriteStream(archive) });
    if (result.code !== 0) throw new Error(`${folder} cannot be packed (${mainComplaint(result)})`);
  } catch (error) {
    await rm(archive, { force: true });
    throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

function packArgs(options: {
  readonly folder: string;
  readonly aside: string;
  readonly packer: string;
}): readonly string[] {
  return [
    '--create',
    '--format=posix',
    // What a build has left empty may be larger than any disk.
    '--sparse',
    '--pax-option=delete=atime,delete=ctime',
    `--use-compress-program=${options.packer}`,
    // Who unpacks becomes the owner: a program must not gain that user's rights so.
    '--mode=ug-s',
    `--transform=s,^\\.,${FILES},S`,
    `--directory=${resolve(options.aside)}`,
    KEY,
    `--directory=${resolve(options.folder)}`,
    '.',
  ];
}

/**
 * Makes `into` anew with the files of an archive and returns the key that it carries; at no moment is `into` there in
 * part. Throws an ArchiveDamage for an archive that is no good or whose key is not accepted, another Error where this
 * machine cannot unpack it; `into` is as it was then.
 */
export async function unpackArchive(options: {
  readonly archive: string;
  readonly into: string;
  readonly accept?: (key: CacheKey) => boolean;
  readonly env?: Environment;
}): Promise<CacheKey> {
  const { archive, accept = () => true, env = process.env } = options;
  const into = resolve(options.into);
  await using file = await open(archive);
  await using staging = await createStaging(into);
  await unpackAll(file, staging.path, env['PATH'] ?? '');
  const key = await readStaging(staging.path);
  if (!accept(key)) throw new ArchiveDamage('the archive carries the key of another entry');
  await putInPlace(staging, FILES, into);
  return key;
}

async function unpackAll(file: FileHandle, folder: string, path: string): Promise<void> {
  const start = Buffer.alloc(MAGIC_LENGTH);
  await file.read(start, 0, MAGIC_LENGTH, 0);
  const compression = compressionOf(start);
  if (compression === undefined) throw new ArchiveDamage('the file is no archive of zstd or gzip');
  const args = [
    '--extract',
    '--preserve-permissions',
    '--no-same-owner',
    '--warning=no-timestamp',
    `--use-compress-program=${findUnpacker(compression, path)}`,
    `--directory=${folder}`,
  ];
  const stream = file.createReadStream({ start: 0, autoClose: false });
  const result = await runTar(args, path, { kind: 'from', stream });
  if (result.code === 0) return;
  const full = result.complaints.find((line) => /No space left on device|Disk quota exceeded/.test(line));
  if (full !== undefined) throw new Error(`the archive cannot be unpacked (${full})`);
  throw new ArchiveDamage(`the archive cannot be read to its end (${mainComplaint(result)})`);
}

/** The key, after a look at whether all else is where it belongs. */
async function readStaging(folder: string): Promise<CacheKey> {
  const key = await readArchiveKey(join(folder, KEY));
  const others = (await readdir(folder)).filter((name) => name !== KEY && name !== FILES);
  if (others.length > 0) throw new ArchiveDamage('the archive has files outside of its folder');
  const files = await lstat(join(folder, FILES)).catch(() => undefined);
  if (files?.isDirectory() !== true) throw new ArchiveDamage('the archive has no folder of files');
  return key;
}
