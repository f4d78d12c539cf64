import { spawnSync } from 'node:child_process';

/** An entry for Python's zipfile, which writes whatever it is told. */
export interface ZipEntry {
  readonly name: string;
  readonly text: string;
  /** How often the text is written; once by default. */
  readonly times?: number;
  /** Mode of Unix, with the type of the file: `0o120777` for a link. */
  readonly mode?: number;
  /** Attributes of DOS: 0x10 for a folder. */
  readonly attributes?: number;
  readonly method?: 'stored' | 'deflated' | 'bzip2';
}

export interface ZipArchive {
  readonly entries: readonly ZipEntry[];
  /** `stream` writes sizes after the contents, as actions/upload-artifact does; `zip64` has 8 bytes for a size. */
  readonly layout?: 'file' | 'stream' | 'zip64';
  readonly comment?: string;
}

const SCRIPT = `
import base64, io, json, sys, zipfile
METHODS = {'stored': zipfile.ZIP_STORED, 'deflated': zipfile.ZIP_DEFLATED, 'bzip2': zipfile.ZIP_BZIP2}
class Pipe:
    def __init__(self, out):
        self.write, self.flush = out.write, out.flush
def pack(entries, layout='file', comment=''):
    out = io.BytesIO()
    with zipfile.ZipFile(Pipe(out) if layout == 'stream' else out, 'w') as zip:
        for entry in entries:
            info = zipfile.ZipInfo('')
            # The constructor cuts names and changes what separates folders.
            info.filename = entry['name']
            info.compress_type = METHODS[entry.get('method', 'deflated')]
            info.external_attr = entry.get('mode', 0o100644) << 16 | entry.get('attributes', 0)
            with zip.open(info, 'w', force_zip64=layout == 'zip64') as file:
                file.write(entry['text'].encode() * entry.get('times', 1))
        zip.comment = comment.encode()
    return base64.b64encode(out.getvalue()).decode()
json.dump({name: pack(**archive) for name, archive in json.load(sys.stdin).items()}, sys.stdout)
`;

/** Makes zip archives with Python's zipfile, all in one process. */
export function zipsOf<K extends string>(
  archives: Readonly<Record<K, ZipArchive>>,
): Readonly<Record<K, Buffer>> {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', SCRIPT], {
    input: JSON.stringify(archives),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`python3 made no archives: ${stderr}`);
  const packed = Object.entries<string>(JSON.parse(stdout));
  return Object.fromEntries(packed.map(([name, base64]) => [name, Buffer.from(base64, 'base64')])) as Record<
    K,
    Buffer
  >;
}

/** Where the fields of an entry are, in bytes from its signature: APPNOTE.TXT, 4.3.7 and 4.3.12. */
const FIELDS = {
  local: { signature: 0x04034b50, flags: 6, crc32: 14, compressed: 18, uncompressed: 22 },
  central: { signature: 0x02014b50, flags: 8, crc32: 16, compressed: 20, uncompressed: 24, offset: 42 },
} as const;

/** Writes a number over a field of the only entry, in both of its headers where both have it. */
export function patched(
  archive: Buffer,
  field: 'flags' | 'crc32' | 'compressed' | 'uncompressed' | 'offset',
  value: number,
): Buffer {
  const copy = Buffer.from(archive);
  for (const header of [FIELDS.local, FIELDS.central]) {
    if (!(field in header)) continue;
    const at = header[field as 'flags'] + signatureAt(copy, header.signature);
    if (field === 'flags') copy.writeUInt16LE(value, at);
    else copy.writeUInt32LE(value, at);
  }
  return copy;
}

/** Where a header begins. */
export function signatureAt(archive: Buffer, signature: number): number {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  const at = archive.indexOf(bytes);
  if (at === -1) throw new Error('the archive has no such header');
  return at;
}
