import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { walkFolder } from '../../files/walk-folder.ts';
import { UNPACKED_BYTES } from '../../github/api/limits.ts';
import { readReport } from '../../report/json/read-report.ts';
import type { Report } from '../../report/report.ts';
import { UserError } from '../../user-error.ts';

/** The parts in a folder and the folders in it, one of each target; none where there is no such folder. */
export async function readParts(folder: string, workspace: string): Promise<Report[]> {
  const root = resolve(workspace, folder);
  const isFolder = statSync(root, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const entries = isFolder ? walkFolder(root) : [];
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json'));
  const paths = files.map((file) => join(file.parentPath, file.name)).toSorted();
  return Promise.all(paths.map(async (path) => readReport(await readBounded(path), path)));
}

async function readBounded(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size <= UNPACKED_BYTES) return await file.readFile('utf8');
  } finally {
    await file.close();
  }
  throw new UserError(`${path} has more than ${UNPACKED_BYTES} bytes; expected the part of one target`);
}
