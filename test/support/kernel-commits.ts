import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { git } from '../../demo/kernel-repository.ts';
import { kernelTree } from './bloat-o-meter.ts';

/** How files of a kernel are changed, by path. */
export type Edits = Readonly<Record<string, (text: string) => string>>;

/** Commits a change on top of Debian's kernel, which is checked out again afterwards; returns the hash. */
export async function commitEdits(version: '6.1' | '6.12', edits: Edits): Promise<string> {
  const folder = kernelTree(version);
  await git(folder, ['checkout', '-q', '--force', '--detach', 'original']);
  for (const [path, edit] of Object.entries(edits)) {
    const file = join(folder, path);
    const text = await readFile(file, 'utf8');
    const edited = edit(text);
    if (edited === text) throw new Error(`${path} is not as expected: the edit changes nothing`);
    await writeFile(file, edited);
  }
  await git(folder, ['commit', '-q', '--all', '-m', `Change ${Object.keys(edits).join(', ')}`]);
  const hash = await git(folder, ['rev-parse', 'HEAD']);
  await git(folder, ['checkout', '-q', '--force', '--detach', 'original']);
  return hash;
}
