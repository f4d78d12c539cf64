import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';

const BLOCK = 1 << 20;

/** Lines of a listing for files that git does not track, whose paths are relative to the root. */
export async function untrackedLines(root: string, paths: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  const buffer = Buffer.alloc(paths.length === 0 ? 0 : BLOCK);
  for (const path of paths) lines.push(`untracked ${await digestOf(join(root, path), buffer)} 0\t${path}`);
  return lines;
}

/** What has no content that stays is another one each time: a folder, which is another repository's, a pipe, a device. */
async function digestOf(path: string, buffer: Buffer): Promise<string> {
  try {
    // A pipe would wait for a writer.
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    return (await file.stat()).isFile() ? await contentDigest(file, buffer) : randomUUID();
  } catch {
    // A link to nothing, or a file that may not be read.
    return randomUUID();
  }
}

async function contentDigest(file: FileHandle, buffer: Buffer): Promise<string> {
  const hash = createHash('sha256');
  for (;;) {
    const { bytesRead } = await file.read(buffer);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(buffer.subarray(0, bytesRead));
  }
}
