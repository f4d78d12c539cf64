import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git } from '../../../demo/kernel-repository.ts';
import { runCommand } from '../../../demo/run-command.ts';
import { kernelTree } from '../elf/bloat-o-meter.ts';

/** How files of a kernel are changed, by path. */
export type Edits = Readonly<Record<string, (text: string) => string>>;

/** Commits a change on top of Debian's kernel and returns the hash; nothing is checked out, so builds may read the tree. */
export async function commitEdits(version: '6.1' | '6.12', edits: Edits): Promise<string> {
  const folder = kernelTree(version);
  const scratch = await mkdtemp(join(tmpdir(), 'ksb-commit-'));
  const env = { GIT_INDEX_FILE: join(scratch, 'index') };
  const inIndex = (...args: readonly string[]) => runCommand('git', args, { cwd: folder, env });
  try {
    await inIndex('read-tree', 'original');
    for (const [path, edit] of Object.entries(edits)) {
      const [mode = ''] = (await git(folder, ['ls-tree', 'original', path])).split(' ');
      const file = join(scratch, 'edited');
      await writeFile(file, edited(path, await git(folder, ['show', `original:${path}`]), edit));
      const blob = await git(folder, ['hash-object', '-w', file]);
      await inIndex('update-index', '--cacheinfo', `${mode},${blob},${path}`);
    }
    const message = `Change ${Object.keys(edits).join(', ')}`;
    return await git(folder, ['commit-tree', await inIndex('write-tree'), '-p', 'original', '-m', message]);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function edited(path: string, text: string, edit: (text: string) => string): string {
  // `git` takes the last line break off.
  const before = `${text}\n`;
  const after = edit(before);
  if (after === before) throw new Error(`${path} is not as expected: the edit changes nothing`);
  return after;
}
