import { readFileSync } from 'node:fs';

/**
 * Bytes by first folder that a map of GNU ld lists, read with a few expressions: an opinion that is not ours. Of a
 * string section whose strings were all merged away ld keeps the former size, so that the next entry begins within it.
 */
export function mapBytesByFolder(path: string, sections: ReadonlySet<string>): ReadonlyMap<string, number> {
  const [, memoryMap = ''] = readFileSync(path, 'utf8').split('Linker script and memory map');
  const lines = memoryMap.replaceAll(/^( ?\S+)\n +(?=0x)/gm, '$1 ').split('\n');
  const entries: { readonly at: number; readonly size: number; readonly folder: string }[] = [];
  let isCounted = false;
  for (const line of lines) {
    const output = /^(\S+) +0x/.exec(line)?.[1];
    if (/^\S/.test(line)) isCounted = output !== undefined && sections.has(output);
    const [, at = '', size = '', object = ''] = /^ \S+ +0x(\w+) +0x(\w+) ([^* ].*)$/.exec(line) ?? [];
    if (isCounted && object !== '') {
      entries.push({
        at: Number.parseInt(at, 16),
        size: Number.parseInt(size, 16),
        folder: object.includes('/') ? `${object.split('/')[0]}/` : object,
      });
    }
  }
  const sums = new Map<string, number>();
  for (const [i, { at, size, folder }] of entries.entries()) {
    const next = entries.slice(i + 1).find((entry) => entry.size > 0)?.at ?? Infinity;
    if (next >= at && next < at + size) continue;
    if (size > 0) sums.set(folder, (sums.get(folder) ?? 0) + size);
  }
  return sums;
}
