/**
 * A second opinion on who owns each byte of a kernel: painted one by one, by the rule that of symbols at one address
 * the largest owns, then a global before a weak before a local one; of nested or overlapping ones the one that starts
 * last.
 */
import type { InputSection } from '../../src/size/link-map.ts';
import type { BuiltElf, BuiltSection, BuiltSymbol } from './elf-builder.ts';
import { FOLDED } from './random-kernels.ts';

const [STT_FUNC, STT_SECTION, STT_FILE, STT_GNU_IFUNC, EM_ARM] = [2, 3, 4, 10, 40];

export function isAllocated({ flags }: BuiltSection): boolean {
  return (flags & 2) !== 0;
}

export function sizeOf({ size, contents: bytes }: BuiltSection): number {
  return size ?? bytes.length;
}

interface Painted {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly size: number;
  readonly rank: number;
}

/** The name under which each byte of section `index`, counted from 1, is accounted; undefined without a symbol. */
export function paintedSymbols(kernel: BuiltElf, index: number): (string | undefined)[] {
  const [target, symbols] = [kernel.sections[index - 1]!, paintedOf(kernel, index)];
  return Array.from({ length: sizeOf(target) }, (_, at) => {
    const covering = symbols.filter(({ start, end }) => start <= at && at < end);
    const [owner] = covering.toSorted(
      (a, b) =>
        b.start - a.start ||
        b.size - a.size ||
        a.rank - b.rank ||
        a.name.search(/[^_]/) - b.name.search(/[^_]/) ||
        (a.name < b.name ? -1 : 1),
    );
    return owner && FOLDED.get(owner.name)!;
  });
}

function paintedOf(kernel: BuiltElf, index: number): Painted[] {
  const target = kernel.sections[index - 1]!;
  const inside = kernel.symbols.filter((one) => one.section === index);
  const startOf = ({ value, type }: BuiltSymbol): number => {
    const isCode = kernel.machine === EM_ARM && (type === STT_FUNC || type === STT_GNU_IFUNC);
    return Number((isCode ? value & ~1n : value) - target.address);
  };
  const sizeless = (one: BuiltSymbol): number => {
    const next = inside.map(startOf).filter((start) => start > startOf(one));
    return /^kallsyms_|^init_stack$/.test(one.name) ? Math.min(sizeOf(target), ...next) - startOf(one) : 0;
  };
  return inside
    .filter(({ type }) => type !== STT_SECTION && type !== STT_FILE)
    .map((one) => {
      const [start, size] = [startOf(one), one.size || sizeless(one)];
      const rank = [2, 0, 1][one.binding]!;
      return { name: one.name, start, end: start + size, size, rank };
    });
}

/** The object of each byte of a section: of overlapping input sections the one that starts first keeps its bytes. */
export function paintedObjects(
  target: BuiltSection,
  inputs: readonly InputSection[],
): (string | undefined)[] {
  const bytes = Array.from<string | undefined>({ length: sizeOf(target) });
  const own = inputs.filter(({ output }) => output === target.name);
  for (const { offset, size, object } of own.toSorted((a, b) => a.offset - b.offset)) {
    for (let at = offset; at < Math.min(offset + size, bytes.length); at++) bytes[at] ??= object;
  }
  return bytes;
}
