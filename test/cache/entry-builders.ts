import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { createFixture, type FsFixture } from 'fs-fixture';
import type { CacheKey } from '../../src/cache/store.ts';

/** A digest of 64 hex digits of its own for each text. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A hash as git has them, of its own for each text. */
export function hashOf(text: string): string {
  return digestOf(text).slice(0, 40);
}

export function keyOf(parts: Partial<CacheKey> = {}): CacheKey {
  return {
    kind: 'tree',
    target: 'stm32f469',
    place: digestOf('place'),
    inputs: digestOf('inputs'),
    sources: hashOf('sources'),
    ...parts,
  };
}

/** A folder with a small build folder in it, `built`. */
export async function createBuilt(files: Record<string, string> = {}): Promise<FsFixture> {
  return createFixture({ built: { 'kernel/fork.o': 'object', vmlinux: 'kernel', ...files } });
}

/**
 * What find(1) and sha256sum(1) say of a folder: each entry's kind, mode, time to the nanosecond, number of links, target
 * and contents.
 */
export function describeFolder(folder: string): string {
  const script = `cd "$1" && find . -printf '%P %y %m %T@ %n %l\\0' | sort -z && find . -type f -print0 | sort -z | xargs -0r sha256sum -z`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script, 'sh', folder], { encoding: 'latin1' });
  if (status !== 0) throw new Error(stderr);
  return stdout.replaceAll('\0', '\n');
}

/** A PATH with these programs alone. */
export async function pathWith(fixture: FsFixture, ...programs: readonly string[]): Promise<string> {
  const folder = fixture.getPath('bin');
  await mkdir(folder);
  for (const program of programs) {
    const { stdout } = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' });
    await symlink(stdout.trim(), join(folder, program));
  }
  return folder;
}
