import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

/** A stretch of an output section that the map of GNU ld lists, read with a few expressions: an opinion that is not ours. */
interface Contribution {
  readonly output: string;
  readonly name: string;
  readonly offset: number;
  readonly size: number;
}

/** The string literals of a linked kernel: the bytes of the objects' string sections, cut at zeros, each once. */
export function mapLiterals(vmlinux: string, prefix: string): ReadonlySet<string> {
  const literals = new Set<string>();
  const pools = contributionsOf(`${vmlinux}.map`).filter(({ name }) => /\.str1\.\d+$/.test(name));
  for (const output of new Set(pools.map((pool) => pool.output))) {
    const bytes = contentsOf(vmlinux, output, prefix);
    for (const { offset, size } of pools.filter((pool) => pool.output === output)) {
      for (const text of bytes
        .subarray(offset, offset + size)
        .toString('latin1')
        .split('\0'))
        literals.add(text);
    }
  }
  literals.delete('');
  return literals;
}

function contentsOf(vmlinux: string, section: string, prefix: string): Buffer {
  const path = `${vmlinux}.${section.replaceAll('.', '')}`;
  execFileSync(`${prefix}objcopy`, ['--dump-section', `${section}=${path}`, vmlinux, '/dev/null']);
  const bytes = readFileSync(path);
  rmSync(path);
  return bytes;
}

/** Without those that take no room: of a section whose strings were all merged away ld keeps the former size. */
function contributionsOf(map: string): Contribution[] {
  const [, memoryMap = ''] = readFileSync(map, 'utf8').split('Linker script and memory map');
  const lines = memoryMap.replaceAll(/^( ?\S+)\n +(?=0x)/gm, '$1 ').split('\n');
  const all: (Contribution & { readonly at: bigint })[] = [];
  let [output, start] = ['', 0n];
  for (const line of lines) {
    const [, name, at = '0'] = /^(\S+) +0x(\w+)/.exec(line) ?? [];
    if (name !== undefined) [output, start] = [name, BigInt(`0x${at}`)];
    const [, input = '', from = '0', bytes = '0'] = /^ (\S+) +0x(\w+) +0x(\w+)/.exec(line) ?? [];
    const [place, size] = [BigInt(`0x${from}`), Number.parseInt(bytes, 16)];
    if (size > 0) all.push({ output, name: input, offset: Number(place - start), size, at: place });
  }
  return all.filter(({ at, size }, i) => {
    const next = all[i + 1]?.at;
    return next === undefined || next < at || next >= at + BigInt(size);
  });
}
