/** The key that an archive carries, in a file of its own beside those that were packed. */
import { lstat, readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { ArchiveDamage } from './archive-damage.ts';
import { CACHE_FORMAT } from './entry-name.ts';
import type { CacheKey } from './store.ts';

const ANY_FORMAT = z.object({ format: z.int() });

const KEY = z.strictObject({
  format: z.literal(CACHE_FORMAT),
  kind: z.enum(['kernel', 'tree']),
  target: z.string(),
  place: z.string(),
  inputs: z.string(),
  sources: z.string(),
});

const LONGEST_KEY = 64 * 1024;

export async function writeArchiveKey(path: string, key: CacheKey): Promise<void> {
  const { kind, target, place, inputs, sources } = key;
  await writeFile(
    path,
    `${JSON.stringify({ format: CACHE_FORMAT, kind, target, place, inputs, sources })}\n`,
  );
}

/** Throws an ArchiveDamage where there is no key of this format. */
export async function readArchiveKey(path: string): Promise<CacheKey> {
  const content = await readJson(path);
  const found = ANY_FORMAT.safeParse(content);
  if (!found.success) throw new ArchiveDamage('the archive carries no key');
  if (found.data.format !== CACHE_FORMAT) {
    throw new ArchiveDamage(`the archive has the format ${found.data.format}, expected ${CACHE_FORMAT}`);
  }
  const key = KEY.safeParse(content);
  if (!key.success) throw new ArchiveDamage('the key that the archive carries is incomplete');
  const { format: _format, ...parts } = key.data;
  return parts;
}

/** Undefined for what is no JSON, and no file: a link leads elsewhere, and a pipe would be waited for. */
async function readJson(path: string): Promise<unknown> {
  try {
    const status = await lstat(path);
    if (!status.isFile() || status.size > LONGEST_KEY) return undefined;
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}
