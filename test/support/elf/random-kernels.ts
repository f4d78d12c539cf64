/** Random linked kernels: symbols that overlap, are nested or reach outside, link maps of which some are damaged. */
import * as fc from 'fast-check';
import type { InputSection } from '../../../src/size/link-map/map-contents.ts';
import { inputSection } from './accounting-builders.ts';
import { type BuiltElf, type BuiltSection, type BuiltSymbol, builtSection } from './elf-builder.ts';

/** Clones, counters, and labels that own bytes without a size are among them. */
const NAMES = [
  'f',
  '_f',
  'g',
  '__pfx_f',
  'f.isra.0',
  'key.7',
  '__initcall__kmod_m__1_2_f6',
  'kallsyms_num_syms',
  'kallsyms_names',
  'kallsyms_seqs_of_names',
  'init_stack',
  '__end_init_stack',
  '__setup_start',
  '__setup_end',
  'unsized',
];

export function isAllocated({ flags }: BuiltSection): boolean {
  return (flags & 2) !== 0;
}

export function sizeOf({ size, contents: bytes }: BuiltSection): number {
  return size ?? bytes.length;
}

const SECTION_NAMES = ['.text', '.rodata', '.data', '.bss', '__ex_table', '.init.text', '.ARM.exidx'];
const NOBITS = 8;
const EM_ARM = 40;

/** Data, functions, and symbols that only name a section or a file. */
const SYMBOL_TYPES = [0, 1, 2, 2, 10, 3, 4] as const;

const filled = (byte: number) => fc.nat(20).map((length) => new Uint8Array(length).fill(byte));
const chunk = fc.oneof(
  filled(0),
  filled(0xcc),
  fc.stringMatching(/^[ -~]{1,9}$/).map((text) => new TextEncoder().encode(`${text}\0`)),
  fc.uint8Array({ maxLength: 12 }),
);
const contents = fc
  .array(chunk, { maxLength: 6 })
  .map((chunks) => Uint8Array.from(chunks.flatMap((one) => [...one])));

const section = fc
  .record({
    name: fc.constantFrom(...SECTION_NAMES),
    type: fc.constantFrom(1, 1, 1, NOBITS),
    flags: fc.constantFrom(2, 3, 6, 6, 0),
    align: fc.constantFrom(1, 4, 16),
    contents,
    size: fc.nat(60),
  })
  .map((one) =>
    builtSection(one.type === NOBITS ? { ...one, contents: new Uint8Array(0) } : { ...one, size: undefined }),
  );

const symbol = fc.record({
  name: fc.constantFrom(...NAMES),
  offset: fc.integer({ min: -8, max: 70 }),
  size: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(90)),
  type: fc.constantFrom(...SYMBOL_TYPES),
  binding: fc.nat(2),
  place: fc.nat(30),
});

type RandomSymbol = typeof symbol extends fc.Arbitrary<infer T> ? T : never;

/** Sections of different names, so that a map tells them apart, or of any. */
function sections(names: 'different' | 'any'): fc.Arbitrary<BuiltSection[]> {
  const bounds = { minLength: 1, maxLength: 4 };
  return names === 'any'
    ? fc.array(section, bounds)
    : fc.uniqueArray(section, { ...bounds, selector: ({ name }) => name });
}

/** In one of the sections, or in none. */
function placeSymbol(one: RandomSymbol, placed: readonly BuiltSection[]): BuiltSymbol {
  const { name, size, type, binding } = one;
  const index = one.place % (placed.length + 1);
  const target = placed[index - 1];
  return target === undefined
    ? { name, size, type, binding, value: 0n, section: 0xfff1 }
    : { name, size, type, binding, value: target.address + BigInt(one.offset), section: index };
}

export function randomKernel(names: 'different' | 'any' = 'any'): fc.Arbitrary<BuiltElf> {
  return fc
    .record({
      machine: fc.constantFrom(EM_ARM, 20, 62),
      littleEndian: fc.boolean(),
      start: fc.constantFrom(0x1000n, 0xc000_8000n, 0x1_0000_0000n, 0xffff_ffff_8100_0000n),
      sections: sections(names),
      symbols: fc.array(symbol, { maxLength: 14 }),
    })
    .map(({ start, machine, littleEndian, ...kernel }): BuiltElf => {
      const placed = kernel.sections.map((one, i) =>
        builtSection({ ...one, address: start + BigInt(0x1000 * i + 2 * i) }),
      );
      const symbols = kernel.symbols.map((one) => placeSymbol(one, placed));
      const width = start < 2n ** 32n ? 32 : 64;
      return { class: width, littleEndian, type: 2, machine, sections: placed, symbols };
    });
}

const placedInput = fc.record({
  output: fc.constantFrom(...SECTION_NAMES),
  name: fc.constantFrom('.text', '.rodata.str1.4', '.rodata.str1.1', '.ARM.exidx', '.data'),
  offset: fc.nat(70),
  size: fc.integer({ min: 1, max: 40 }),
  object: fc.constantFrom('a.o', 'b.o', 'lib/c.o'),
});

/** With a map whose input sections lie anywhere: they overlap, and reach beyond the end of their output section. */
export const randomMappedKernel: fc.Arbitrary<BuiltElf & { readonly inputs: InputSection[] }> = fc
  .tuple(randomKernel('different'), fc.array(placedInput.map(inputSection), { maxLength: 12 }))
  .map(([kernel, inputs]) => Object.assign(kernel, { inputs }));
