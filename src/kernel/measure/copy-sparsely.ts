import { constants } from 'node:fs';
import { type FileHandle, copyFile, open } from 'node:fs/promises';
import type { FileSource } from '../../files/regular-file.ts';

const PART = 1024 * 1024;

/** What holes are found in: a block of the usual file systems. */
const BLOCK = 4096;

const ZEROS = Buffer.alloc(PART);

/**
 * Copies an open file to a new one and leaves out what is all zeros, so that holes take no room in the copy either. Its
 * name is not used: that may lead elsewhere by now.
 */
export async function copySparsely(source: FileSource, to: string): Promise<void> {
  if (await isCloned(source, to)) return;
  await using target = await open(to, 'wx');
  for (let at = 0; at < source.size; at += PART) {
    await writeBlocks(target, source.read(at, Math.min(PART, source.size - at)), at);
  }
  await target.truncate(source.size);
}

/** Where the file system can share the blocks of two files. */
function isCloned({ descriptor }: FileSource, to: string): Promise<boolean> {
  const how = constants.COPYFILE_FICLONE_FORCE | constants.COPYFILE_EXCL;
  return copyFile(`/proc/self/fd/${descriptor}`, to, how).then(
    () => true,
    () => false,
  );
}

/** Writes each run of blocks that are not all zeros. */
async function writeBlocks(target: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let start = 0; start < bytes.length;) {
    const isHole = isZero(bytes, start);
    let end = start + BLOCK;
    while (end < bytes.length && isZero(bytes, end) === isHole) end += BLOCK;
    const run = bytes.subarray(start, end);
    if (!isHole) await writeAll(target, run, position + start);
    start = end;
  }
}

function isZero(bytes: Uint8Array, start: number): boolean {
  const block = bytes.subarray(start, start + BLOCK);
  return ZEROS.subarray(0, block.length).equals(block);
}

/** One write may take less than it is given. */
async function writeAll(target: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await target.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
