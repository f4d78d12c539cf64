/** What binutils and a few lines of code say about a linked program: opinions that are not ours. */
import { execFileSync } from 'node:child_process';
import type { LinkedProgram } from './linked-programs.ts';

function lines(program: LinkedProgram, tool: string, args: readonly string[]): string[] {
  return execFileSync(`${program.prefix}${tool}`, [...args, program.path], { encoding: 'utf8' }).split('\n');
}

/** Bytes of the symbols that have a size, by name; those of one name are added up. */
export function nmSizes(program: LinkedProgram): Record<string, number> {
  const sizes: Record<string, number> = {};
  for (const line of lines(program, 'nm', ['-S'])) {
    const [, size = '', name = ''] = /^\w+ (\w+) \w (\S+)$/.exec(line) ?? [];
    if (name !== '') sizes[name] = (sizes[name] ?? 0) + Number.parseInt(size, 16);
  }
  return sizes;
}

/** Strings of `.strings`, each with the zero that ends it; bytes. */
export function readelfStrings(program: LinkedProgram): Record<string, number> {
  const found = lines(program, 'readelf', ['-p', '.strings']).flatMap((line) => {
    const [, text] = /^ {2}\[ *\w+\] {2}(.*)$/.exec(line) ?? [];
    return text === undefined ? [] : [[text, text.length + 1] as const];
  });
  return Object.fromEntries(found);
}

/** Bytes by object file of the input sections in the map's text, those of strings left out. */
export function mapSizes({ mapText }: LinkedProgram): Record<string, number> {
  const sizes: Record<string, number> = {};
  const start = mapText.indexOf('Linker script and memory map');
  const placed = mapText.slice(start).replaceAll(/^( \.\S+)\n +0x/gm, '$1 0x');
  for (const [, name, size, object] of placed.matchAll(/^ (\.\S+) +0x\w+ +0x(\w+) (\w+\.o)$/gm)) {
    if (/str1|attributes|note|comment|debug|eh_frame|gnu/.test(name!)) continue;
    sizes[object!] = (sizes[object!] ?? 0) + Number.parseInt(size!, 16);
  }
  return Object.fromEntries(Object.entries(sizes).filter(([, size]) => size > 0));
}
