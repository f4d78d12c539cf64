import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileSource } from '../../files/regular-file.ts';

/** SHA-256 of an open file, in hex. */
export async function digestOf({ descriptor: fd, size }: FileSource): Promise<string> {
  const hash = createHash('sha256');
  const parts = size === 0 ? [] : createReadStream('', { fd, autoClose: false, start: 0, end: size - 1 });
  for await (const part of parts) hash.update(part as Buffer);
  return hash.digest('hex');
}
