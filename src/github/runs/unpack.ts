/**
 * Takes one file out of a zip archive that somebody unknown made: nothing is written to disk, and all that a zip
 * archive can be but one plain file of the right name is refused.
 *
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { fromBuffer } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { UserError } from '../../user-error.ts';
import { UNPACKED_BYTES } from '../api/limits.ts';

export interface UnpackLimits {
  /** The largest file that is unpacked. */
  readonly bytes: number;
}

/**
 * Returns the contents of the only file in `archive`, which has to be called `name`.
 *
 * Throws a `UserError` when the archive holds anything else, when the file is larger than the limit, by what its
 * header says or by what really comes out, and when the archive is damaged.
 */
export async function unpackFile(
  archive: Uint8Array,
  name: string,
  limits: UnpackLimits = { bytes: UNPACKED_BYTES },
): Promise<Uint8Array> {
  try {
    const zip = await openArchive(archive);
    if (zip.entryCount !== 1) throw refuse(`has ${zip.entryCount} entries`, `one, ${name}`);
    const entry = await readEntry(zip);
    refuseOtherEntry(entry, name);
    if (entry.uncompressedSize > limits.bytes) {
      throw refuse(`holds ${entry.uncompressedSize} bytes`, `up to ${limits.bytes}`);
    }
    return await inflate(zip, entry);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const said = error instanceof Error ? error.message : String(error);
    throw refuse(`is no whole zip archive (${said})`, `one that holds ${name}`, error);
  }
}

function openArchive(archive: Uint8Array): Promise<ZipFile> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  // Names stay as they are: decoded, a backslash becomes a slash, and an extra field may hold another name.
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true };
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, options, (error, zip) => (error === null ? resolve(zip) : reject(error)));
  });
}

function readEntry(zip: ZipFile): Promise<Entry> {
  return new Promise((resolve, reject) => {
    zip.once('entry', resolve);
    zip.once('error', reject);
    zip.readEntry();
  });
}

/** The exact name leaves no room for folders, absolute paths, `..`, backslashes and what looks alike. */
function refuseOtherEntry(entry: Entry, name: string): void {
  // Bytes, since names are not decoded; the types do not say so.
  const found = Buffer.from(entry.fileName);
  if (!found.equals(Buffer.from(name))) {
    throw refuse(`holds ${JSON.stringify(found.toString().slice(0, 100))}`, name);
  }
  if (entry.isEncrypted()) throw refuse(`holds ${name} encrypted`, 'it readable');
  if (!isPlainFile(entry)) throw refuse(`holds ${name} as a folder, a link or a device`, 'a plain file');
}

/** Of the 32 bits, Unix has its mode in the upper half, and DOS its attributes in the lowest byte. */
function isPlainFile({ externalFileAttributes: attributes }: Entry): boolean {
  const unixType = (attributes >>> 16) & 0o170000;
  const isDosFolder = (attributes & 0x10) !== 0;
  return (unixType === 0 || unixType === 0o100000) && !isDosFolder;
}

/** The stream ends in an error once it is longer than the entry says, which is within the limit by then. */
async function inflate(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error === null ? resolve(opened) : reject(error)));
  });
  const contents = await buffer(stream);
  if (crc32(contents) !== entry.crc32) throw new Error('the checksum differs');
  return contents;
}

function refuse(found: string, expected: string, cause?: unknown): UserError {
  return new UserError(
    `the artifact ${found}; expected ${expected}, since artifacts of a pull request are not trusted: upload the ` +
      'file that the action wrote, and nothing else',
    cause === undefined ? {} : { cause },
  );
}
