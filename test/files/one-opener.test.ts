import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SOURCE = join(import.meta.dirname, '../../src');

/** What may read files by itself, and why nothing that a build or a tree decides on is read so. */
const READERS: Readonly<Record<string, string>> = {
  'files/regular-file.ts': 'the one that opens',
  'files/open-below.ts': 'its part for folders that strangers decide on',
  'kernel/measure/digest.ts': 'reads what that has opened',
  'kernel/measure/copy-sparsely.ts': 'copies what that has opened',
  'kernel/make/jobserver.ts': 'a pipe of its own',
  'kernel/sandbox/open-sandbox.ts': 'settings in /proc',
  'process/running.ts': 'processes in /proc',
  'process/file-lock.ts': 'a lock, which is not read',
  'cache/workspace-lock.ts': 'whose a lock is, in the workspace',
  'cache/archive.ts': 'archives of the cache',
  'cache/archive-key.ts': 'the key of one that was unpacked, once it is known to be a file',
  'cache/folder-store.ts': 'archives of the cache',
  'action/event.ts': 'the event, which the runner has written',
  'action/judging/parts.ts': 'reports that the runner has downloaded',
  'action/runner/sealed-environment.ts': 'a file of its own',
  'git/commits/local-commits.ts': 'the index of the developer’s own repository',
  'git/sources/untracked-lines.ts': 'files of the developer’s own repository',
  'git/sources/work-tree-changes.ts': 'those that git lists as files',
  'git/attributes/found-files.ts': 'the same, moved aside',
  'git/text-of.ts': 'small files of git’s own, once they are known to be files',
  'presets.ts': 'the presets',
};

const CALL = /\b(readFile|readFileSync|createReadStream|openSync|copyFile|copyFileSync|open)\b/;

/** Files that import what reads from node:fs. */
function readersIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .filter((path) => {
      const imports = readFileSync(join(folder, path), 'utf8').match(
        /^import \{[^}]*\} from 'node:fs(\/promises)?';$/gm,
      );
      return (imports ?? []).some((line) => CALL.test(line));
    });
}

test('what a build has made and what a tree holds is opened in one place', () => {
  const others = readersIn(SOURCE).filter((path) => !(path in READERS));
  expect(others).toEqual([]);
});
