/** What a stranger's build may put in the place of a file that it was to make. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

export const WRONG_SHAPES = [
  'link',
  'link to a folder on the way',
  'pipe',
  'device',
  'folder',
  'huge',
  'gone',
] as const;

export type WrongShape = (typeof WRONG_SHAPES)[number];

/** More than any file of a kernel may have; it takes none of the disk. */
const HUGE = 2 ** 40;

/**
 * Puts one in the place of a file. `elsewhere` is a folder outside of the build that holds a file of the same name; a link
 * leads there.
 */
export function putShape(path: string, shape: WrongShape, elsewhere: string): void {
  rmSync(shape === 'link to a folder on the way' ? dirname(path) : path, { recursive: true, force: true });
  const name = path.slice(dirname(path).length + 1);
  const put: Record<WrongShape, () => unknown> = {
    link: () => symlinkSync(join(elsewhere, name), path),
    'link to a folder on the way': () => symlinkSync(elsewhere, dirname(path)),
    pipe: () => execFileSync('mkfifo', [path]),
    device: () => putDevice(path),
    folder: () => mkdirSync(path),
    huge: () => {
      writeFileSync(path, '');
      truncateSync(path, HUGE);
    },
    gone: () => undefined,
  };
  put[shape]();
}

/** One that never ends; a socket where only root may make a device. */
function putDevice(path: string): void {
  try {
    execFileSync('mknod', [path, 'c', '1', '5'], { stdio: 'ignore' });
  } catch {
    createServer().listen(path).unref();
  }
}
