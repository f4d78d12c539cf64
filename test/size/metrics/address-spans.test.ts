import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Span, diffSpans, spansOf } from '../../../src/size/metrics/address-spans.ts';
import { objcopySize } from '../../support/elf/binutils.ts';
import { buildFolder } from '../../support/elf/compile.ts';
import {
  type KernelName,
  type LinkedKernel,
  linkKernel,
  nmDistance,
} from '../../support/elf/linked-kernel.ts';

/** Where the memory that the running kernel keeps begins, by the kind of kernel (docs of `ram`). */
const KERNELS = [
  { name: 'arm-xip', first: '_sdata' },
  { name: 'arm-mmu', first: '_stext' },
  { name: 'arm-nommu', first: '_stext' },
  { name: 'x86-64', first: '_text' },
  { name: 'i386', first: '_text' },
] as const;

const OTHERS: readonly KernelName[] = ['arm64', 'riscv', 's390x', 'm68k'];

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

function span(kernel: LinkedKernel, wanted: Span['name']): Span {
  return spansOf(kernel.image).find(({ name }) => name === wanted)!;
}

function total({ parts }: Span): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Where objdump says that a section is loaded. */
interface LoadedSection {
  readonly name: string;
  readonly start: bigint;
  readonly end: bigint;
}

/** Sections in the order of their load addresses, up to the last one with contents: what is only cleared is stored between two. */
function storedSections({ path, prefix }: LinkedKernel): LoadedSection[] {
  const output = execFileSync(`${prefix}objdump`, ['-hw', path], { encoding: 'utf8' });
  const sections = output.split('\n').flatMap((line) => {
    const [, name = '', size = '', address = '', flags = ''] =
      /^ +\d+ (\S+) +(\w+) +\w+ +(\w+) .* {2}(.*\bALLOC.*)$/.exec(line) ?? [];
    const start = BigInt(`0x${address || 0}`);
    const end = start + BigInt(`0x${size || 0}`);
    return name === '' || start === end ? [] : [{ name, start, end, isStored: flags.includes('CONTENTS') }];
  });
  const sorted = sections.toSorted((a, b) => Number(a.start - b.start));
  return sorted.slice(0, sorted.findLastIndex(({ isStored }) => isStored) + 1);
}

/** Sections, each with the gap before it. */
function storedParts(kernel: LinkedKernel): { name: string; bytes: number }[] {
  const sections = storedSections(kernel);
  return sections.flatMap(({ name, start, end }, i) => {
    const gap = i === 0 ? 0 : Number(start - sections[i - 1]!.end);
    const own = { name, bytes: Number(end - start) };
    return gap === 0 ? [own] : [{ name: `[gap before ${name}]`, bytes: gap }, own];
  });
}

/** What objdump does not know of is a gap to it. */
function withoutReserved(parts: Span['parts']): { name: string; bytes: number }[] {
  let gap = 0;
  return parts.flatMap(({ name, bytes }) => {
    if (name.startsWith('[')) gap += bytes;
    if (name.startsWith('[')) return [];
    const before = gap === 0 ? [] : [{ name: `[gap before ${name}]`, bytes: gap }];
    gap = 0;
    return [...before, { name, bytes }];
  });
}

describe.each([...KERNELS.map(({ name }) => name), ...OTHERS])('the image of %s', (name) => {
  let kernel: LinkedKernel;
  beforeAll(() => {
    kernel = linkKernel(folder, name);
  });

  test('has the size of what objcopy -O binary writes', () => {
    expect(span(kernel, 'image').bytes).toBe(objcopySize(kernel.path, kernel.prefix));
  });

  test('is the sum of its parts', () => {
    expect(total(span(kernel, 'image'))).toBe(objcopySize(kernel.path, kernel.prefix));
  });

  test('is cut into the sections that objdump lists, and named gaps', () => {
    expect(withoutReserved(span(kernel, 'image').parts)).toEqual(storedParts(kernel));
  });
});

describe.each(KERNELS)('the memory of $name', ({ name, first }) => {
  let kernel: LinkedKernel;
  beforeAll(() => {
    kernel = linkKernel(folder, name);
  });

  test('is what nm says between the first symbol and _end', () => {
    expect(span(kernel, 'memory').bytes).toBe(nmDistance(kernel, { from: first, to: '_end' }));
  });

  test('is the sum of its parts', () => {
    expect(total(span(kernel, 'memory'))).toBe(nmDistance(kernel, { from: first, to: '_end' }));
  });

  test('has the sections that are only cleared', () => {
    expect(span(kernel, 'memory').parts.map((part) => part.name)).toContain('.bss');
    expect(span(kernel, 'image').parts.map((part) => part.name)).not.toContain('.bss');
  });
});

test('what a linker script reserves outside of sections is no gap', () => {
  const kernel = linkKernel(folder, 'arm64');
  const parts = new Map(span(kernel, 'memory').parts.map(({ name, bytes }) => [name, bytes]));
  const between = (from: string, to: string) => nmDistance(kernel, { from, to });
  expect(parts.get('[init_pg_dir to init_pg_end]')).toBe(between('init_pg_dir', 'init_pg_end'));
  expect(parts.get('[init_pg_end to early_init_stack]')).toBe(between('init_pg_end', 'early_init_stack'));
  expect(parts.get('[gap at the end]')).toBe(between('early_init_stack', '_end'));
  expect(parts.get('[idmap_pg_dir to reserved_pg_dir]')).toBe(between('idmap_pg_dir', 'reserved_pg_dir'));
});

test('a section without contents between two that have some is stored', () => {
  const kernel = linkKernel(folder, 'x86-64-orc');
  const size = nmDistance(kernel, { from: 'orc_lookup', to: 'orc_lookup_end' });
  expect(span(kernel, 'image').parts).toContainEqual(
    expect.objectContaining({ name: '.orc_lookup', bytes: size }),
  );
});

test('the memory of a kernel that executes in place has no code', () => {
  const parts = span(linkKernel(folder, 'arm-xip'), 'memory').parts.map(({ name }) => name);
  expect(parts).not.toContain('.text');
  expect(parts[0]).toBe('.data');
});

test('the memory of an ARM kernel without its configuration begins nobody knows where', () => {
  const { image } = linkKernel(folder, 'arm-nommu');
  expect(spansOf({ ...image, config: undefined }).map(({ name }) => name)).toEqual(['image']);
});

describe('of two kernels', () => {
  const image = (...parts: Span['parts']): Span[] => [
    { name: 'image', bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0), parts },
  ];
  const base = image({ name: '.text', bytes: 10 }, { name: '.gone', bytes: 2 });
  const head = image({ name: '.text', bytes: 13 }, { name: '.new', bytes: 4 });

  test('the parts are paired by name, and those of one side are 0 on the other', () => {
    expect(diffSpans(base, head)[0]!.parts).toEqual([
      { name: '.text', base: 10, head: 13 },
      { name: '.new', base: 0, head: 4 },
      { name: '.gone', base: 2, head: 0 },
    ]);
  });

  test('the parts explain the whole change', () => {
    expect(diffSpans(base, head)).toMatchObject([{ name: 'image', base: 12, head: 17, residual: 0 }]);
  });

  test('what the parts do not explain is the residual', () => {
    expect(diffSpans(base, [{ ...head[0]!, bytes: 20 }])).toMatchObject([{ residual: 3 }]);
  });

  test('parts of one name are added up', () => {
    const twice = image({ name: '.text', bytes: 4 }, { name: '.text', bytes: 5 });
    expect(diffSpans(base, twice)[0]!.parts[0]).toEqual({ name: '.text', base: 10, head: 9 });
  });

  test('a span that only one side has is left out', () => {
    expect(diffSpans([], head)).toEqual([]);
  });
});
