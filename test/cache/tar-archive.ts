import { spawnSync } from 'node:child_process';

/** An entry for Python's tarfile, which writes whatever it is told. */
export interface TarEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'hard link' | 'pipe';
  /** Contents of a file. */
  readonly text?: string;
  /** Where a link leads. */
  readonly target?: string;
}

const SCRIPT = `
import io, json, sys, tarfile
KINDS = {'file': tarfile.REGTYPE, 'folder': tarfile.DIRTYPE, 'link': tarfile.SYMTYPE,
    'hard link': tarfile.LNKTYPE, 'pipe': tarfile.FIFOTYPE}
with tarfile.open(sys.argv[1], 'w:gz', format=tarfile.PAX_FORMAT) as archive:
    for entry in json.load(sys.stdin):
        info = tarfile.TarInfo(entry['name'])
        info.type = KINDS[entry['kind']]
        info.mode = 0o755
        info.linkname = entry.get('target', '')
        content = entry.get('text', '').encode()
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
`;

/** Makes an archive in the pax format, compressed with gzip. */
export function writeTar(path: string, entries: readonly TarEntry[]): void {
  const { status, stderr } = spawnSync('python3', ['-c', SCRIPT, path], {
    input: JSON.stringify(entries),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`python3 made no archive: ${stderr}`);
}
