import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Elf } from '../../src/elf/elf.ts';
import { openElf } from '../../src/elf/open-elf.ts';
import { openElfSource } from '../../src/kernel/elf-source.ts';
import { buildFolder, compile } from '../support/elf/compile.ts';

const SOURCE = 'int _start(void) { return 1; }\nint data = 1;\nint bss[100];\nconst int constant = 5;\n';

const LINKERS = [
  { machine: 'x86-64', prefix: '' },
  { machine: 'ARM', prefix: 'arm-linux-gnueabi-' },
  { machine: 's390x', prefix: 's390x-linux-gnu-' },
  { machine: 'm68k', prefix: 'm68k-linux-gnu-' },
];

function link(folder: ReturnType<typeof buildFolder>, prefix: string, text = SOURCE): string {
  const object = compile(folder, { source: 'a.c', text }, { compiler: `${prefix}gcc` });
  const program = join(folder.path, 'a.elf');
  execFileSync(`${prefix}ld`, ['-e', '_start', '-o', program, object], { stdio: 'ignore' });
  return program;
}

/** `readelf -lW`: type, offset, addresses and sizes of each segment, as numbers. */
function readelfSegments(path: string): string[] {
  const output = execFileSync('readelf', ['-lW', path], { encoding: 'utf8' });
  return output.split('\n').flatMap((line) => {
    const match = /^ {2}LOAD +(0x\w+) (0x\w+) (0x\w+) (0x\w+) (0x\w+) /.exec(line);
    return match ? [match.slice(1).map(BigInt).join(' ')] : [];
  });
}

/** `readelf -SW`: number, name, address, offset and size of each section. */
function readelfSections(path: string): string[] {
  const output = execFileSync('readelf', ['-SW', path], { encoding: 'utf8' });
  return output.split('\n').flatMap((line) => {
    const match = /^ {2}\[ *(\d+)\] (\S+) +\S+ +([0-9a-f]+) ([0-9a-f]+) ([0-9a-f]+) /.exec(line);
    const numbers = match?.slice(3).map((digits) => BigInt(`0x${digits}`)) ?? [];
    return match && match[1] !== '0' ? [[match[1], match[2], ...numbers].join(' ')] : [];
  });
}

function loadSegments(elf: Elf): string[] {
  return elf.segments
    .filter(({ type }) => type === 1)
    .map((s) => [s.offset, s.virtualAddress, s.physicalAddress, s.fileSize, s.memorySize].join(' '));
}

test('a segment that is only cleared may have an offset behind the end of its file', () => {
  using folder = buildFolder();
  const text = 'volatile int v; int _start(void) { return v; }';
  using source = openElfSource(link(folder, 'aarch64-linux-gnu-', text));
  const expected = readelfSegments(source.name);
  const behind = expected.filter((segment) => Number(segment.split(' ')[0]) > source.size);
  expect(behind).not.toEqual([]);
  expect(loadSegments(openElf(source))).toEqual(expected);
});

describe.each(LINKERS)('a linked program for $machine', ({ prefix }) => {
  test('has the segments that readelf shows', () => {
    using folder = buildFolder();
    using source = openElfSource(link(folder, prefix));
    const expected = readelfSegments(source.name);
    expect(expected).not.toEqual([]);
    expect(loadSegments(openElf(source))).toEqual(expected);
  });

  test('has the sections that readelf shows', () => {
    using folder = buildFolder();
    using source = openElfSource(link(folder, prefix));
    const sections = openElf(source)
      .sections.slice(1)
      .map((s) => [s.index, s.name, s.address, s.offset, s.size].join(' '));
    expect(sections).toEqual(readelfSections(source.name));
  });
});
