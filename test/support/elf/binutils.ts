import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What binutils say about a linked kernel: an opinion that is not ours. */

/** Size in bytes of what `objcopy -O binary` makes of a file. */
export function objcopySize(path: string, prefix: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'ksb-objcopy-'));
  try {
    const binary = join(folder, 'binary');
    execFileSync(`${prefix}objcopy`, ['-O', 'binary', path, binary]);
    return statSync(binary).size;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Addresses by symbol name, from nm. */
export function nmAddresses(path: string, prefix: string): ReadonlyMap<string, number> {
  const lines = execFileSync(`${prefix}nm`, [path], { encoding: 'utf8', maxBuffer: 2 ** 28 }).split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [address = '', , name] = line.split(' ');
      return name === undefined ? [] : [[name, Number.parseInt(address, 16)] as const];
    }),
  );
}

/** Sizes of the allocated sections, from readelf. */
export function readelfSections(path: string, prefix: string): readonly { name: string; size: number }[] {
  const lines = execFileSync(`${prefix}readelf`, ['-SW', path], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const match = /^ +\[ *\d+\] (\S+) +\w+ +\w+ +\w+ +(\w+) +\w+ +([A-Z]*) /.exec(line);
    const [, name = '', size = '', flags = ''] = match ?? [];
    return flags.includes('A') && size !== '000000' ? [{ name, size: Number.parseInt(size, 16) }] : [];
  });
}
