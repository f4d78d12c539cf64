import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cliff, alignmentCliffs } from '../../../src/size/delta/alignment-cliffs.ts';
import { diffSpans, spansOf } from '../../../src/size/metrics/address-spans.ts';
import { objcopySize } from '../../support/elf/binutils.ts';
import { buildFolder, compile } from '../../support/elf/compile.ts';
import {
  type KernelName,
  type LinkedKernel,
  linkKernel,
  nmDistance,
} from '../../support/elf/linked-kernel.ts';
import { KERNEL_RECIPES } from '../../support/elf/linker-scripts.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

const KERNELS = [
  { name: 'arm64', first: '_text' },
  { name: 'riscv', first: '_start' },
  { name: 'x86-64-orc', first: '_text' },
  { name: 'i386', first: '_text' },
  { name: 'arm-xip', first: '_sdata' },
] as const satisfies readonly { name: KernelName; first: string }[];

/** What objcopy and nm say that a kernel takes. */
function sizesOf(kernel: LinkedKernel, first: string): Record<Cliff['span'], number> {
  return {
    image: objcopySize(kernel.path, kernel.prefix),
    memory: nmDistance(kernel, { from: first, to: '_end' }),
  };
}

/** A page is filled up within arm64's .rodata.text: what is added there need not make it larger. */
function cliffs({ image }: LinkedKernel): Cliff[] {
  const spans = spansOf(image);
  return diffSpans(spans, spans)
    .flatMap(alignmentCliffs)
    .filter(({ section }) => section !== '.rodata.text');
}

/** Links a kernel once more, with so many bytes more at the end of a section, and says what that costs. */
function costReader(kernel: LinkedKernel, first: string) {
  const before = sizesOf(kernel, first);
  const known = new Map<string, typeof before>();
  return ({ span, section }: Cliff, bytes: number): number => {
    const key = `${section} ${bytes}`;
    const after = known.get(key) ?? sizesOf(relink(kernel, section, bytes), first);
    known.set(key, after);
    return after[span] - before[span];
  };
}

function relink(kernel: LinkedKernel, section: string, bytes: number): LinkedKernel {
  const { flags, type } = kernel.image.elf.sections.find(({ name }) => name === section)!;
  const letters = `a${flags & 1 ? 'w' : ''}${flags & 4 ? 'x' : ''}`;
  const text = `.section ${section},"${letters}",${type === 8 ? '%nobits' : '%progbits'}\n.zero ${bytes}\n`;
  const options = { compiler: `${kernel.prefix}gcc`, args: kernel.name === 'i386' ? ['-m32'] : [] };
  const more = compile(folder, { source: 'more.S', text }, options);
  const path = join(folder.path, 'more.vmlinux');
  execFileSync(`${kernel.prefix}ld`, [...kernel.command, '-o', path, more], { stdio: 'pipe' });
  return { ...kernel, path };
}

describe.each(KERNELS)('a section of $name', ({ name, first }) => {
  let kernel: LinkedKernel;
  beforeAll(() => {
    kernel = linkKernel(folder, name);
  });

  test('may grow by its slack at no cost, and costs a step with one byte more', () => {
    const found = cliffs(kernel);
    const costOf = costReader(kernel, first);
    const costs = found.map((cliff) => ({
      cliff,
      atSlack: costOf(cliff, cliff.left),
      isOneMoreFree: costOf(cliff, cliff.left + 1) === 0,
    }));
    expect(found.length).toBeGreaterThan(1);
    expect(costs).toEqual(found.map((cliff) => ({ cliff, atSlack: 0, isOneMoreFree: false })));
  });
});

/** What else a linker script may reserve between .bss and _end of arm64. */
const TAILS = [
  { what: 'a table with one label', tail: '. = ALIGN(4096); a_table = .; . += 0x5000;' },
  {
    what: 'a table with two labels',
    tail: '. = ALIGN(4096); a_table = .; . += 0x5000; a_table_end = .; . = ALIGN(0x10000);',
  },
  {
    what: 'a room that begins anywhere',
    tail: 'a_room_start = .; . += 0x123; a_room_end = .; . = ALIGN(0x10000);',
  },
  { what: 'an end of its own', tail: '. = ALIGN(4096); __bss_end = .; . = ALIGN(0x10000);' },
  { what: 'nothing', tail: '. = ALIGN(0x10000);' },
] as const;

describe.each(TAILS)('.bss before $what', ({ tail }) => {
  test('may grow by what is free, or by less than a step less where that is not sure', () => {
    const script = KERNEL_RECIPES.arm64.script.replace(
      /(__bss_stop = \.;)[^}]*(_end = \.;)/,
      `$1 ${tail} $2`,
    );
    const kernel = linkKernel(folder, 'arm64', { script });
    const cliff = cliffs(kernel).find(({ span, section }) => span === 'memory' && section === '.bss')!;
    const costOf = costReader(kernel, '_text');
    expect(costOf(cliff, cliff.left)).toBe(0);
    expect(costOf(cliff, cliff.left + 0x10000)).toBeGreaterThan(0);
  });
});
