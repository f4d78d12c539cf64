import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { accountFor } from '../../../src/size/accounting/accounting.ts';
import type { InputSection } from '../../../src/size/link-map/map-contents.ts';
import type { SelectorSource } from '../../../src/size/selectors/selector-sizes.ts';
import { type BuiltSymbol, buildElf, builtSection, builtSymbol } from '../../support/elf/elf-builder.ts';

/** A symbol behind the one before it in its section. */
export interface PlacedSymbol {
  readonly name: string;
  readonly size: number;
  readonly section?: string;
  readonly object?: string;
  /** Further names of the same bytes. */
  readonly aliases?: readonly string[];
  /** 0 for a local one, 1 for a global one. */
  readonly binding?: number;
}

interface Surroundings {
  /** Whether a link map says which object each symbol is from. */
  readonly map?: 'present' | 'absent';
  readonly subsystems?: Readonly<Record<string, string>>;
}

/** A linked kernel of these symbols, read from an ELF file and a link map of one input section for each of them. */
export function kernelOf(
  symbols: readonly PlacedSymbol[],
  { map = 'present', subsystems = {} }: Surroundings = {},
): SelectorSource {
  const names = [...new Set(symbols.map(({ section = '.text' }) => section))];
  const ends = new Map(names.map((name) => [name, 0]));
  const inputs: InputSection[] = [];
  const placed = symbols.flatMap(
    ({ name, size, section = '.text', object = 'a.o', aliases = [], binding = 1 }) => {
      const offset = ends.get(section)!;
      ends.set(section, offset + size);
      inputs.push({ output: section, name: section, offset, size, object });
      const index = names.indexOf(section);
      return [name, ...aliases].map((one): BuiltSymbol =>
        builtSymbol({
          name: one,
          size,
          section: index + 1,
          value: addressOf(index) + BigInt(offset),
          binding,
        }),
      );
    },
  );
  const sections = names.map((name, index) =>
    builtSection({ name, address: addressOf(index), contents: new Uint8Array(ends.get(name)!) }),
  );
  const elf = openElf(bytesSource('vmlinux', buildElf({ type: 2, sections, symbols: placed })));
  return {
    accounting: accountFor(elf, readSymbols(elf), {
      map: map === 'present' ? { inputs } : undefined,
      contents: 'kept',
    }),
    subsystems: new Map(Object.entries(subsystems)),
  };
}

function addressOf(section: number): bigint {
  return 0x10_0000n * BigInt(section + 1);
}
