/**
 * The letter that GNU nm prints for a symbol, from the ELF file alone: `bfd_decode_symclass` of bfd/syms.c and
 * `filter_symbols` of binutils/nm.c, binutils 2.40, as `nm --size-sort` runs them.
 */
import { damaged } from '../byte-range.ts';
import {
  STB_GLOBAL,
  STB_GNU_UNIQUE,
  STB_LOCAL,
  STB_WEAK,
  STT_FILE,
  STT_GNU_IFUNC,
  STT_OBJECT,
  STT_SECTION,
} from '../constants.ts';
import {
  COMMON_INDEX,
  type Elf,
  FIRST_RESERVED_INDEX,
  SECTION_FLAG,
  SECTION_TYPE,
  type Section,
  type SymbolTable,
} from '../elf.ts';
import { hasSmallData, hiddenNameTest } from '../machine-rules.ts';

const LETTER = {
  common: code('C'),
  ifunc: code('i'),
  unique: code('u'),
  weak: code('W'),
  weakObject: code('V'),
  unknown: code('?'),
};

/** One character code for each symbol; 0 where `nm --size-sort` does not list it. */
export function nmLetters(elf: Elf, table: SymbolTable): Uint8Array {
  const ofSection = Uint8Array.from(elf.sections, (section) => sectionLetter(elf, section));
  const isHidden = hiddenNameTest(elf.machine, table.names);
  const letters = new Uint8Array(table.count);
  for (let i = 0; i < table.count; i++) {
    const isDebugging = table.types[i] === STT_SECTION || table.types[i] === STT_FILE;
    if (table.sizes[i] === 0 || isDebugging || isHidden(i)) continue;
    const index = table.sectionIndexes[i]!;
    if (index === COMMON_INDEX) letters[i] = LETTER.common;
    else if (index < ofSection.length) letters[i] = definedLetter(table, i, ofSection[index]!);
    else if (index < FIRST_RESERVED_INDEX) {
      throw damaged(elf.source, `symbol ${i} is in section ${index}, expected one below ${ofSection.length}`);
    }
  }
  return letters;
}

/** The first rule that fits decides; `section` is the letter of its section, 0 where BFD makes no section of it. */
function definedLetter(table: SymbolTable, i: number, section: number): number {
  if (section === 0) return 0;
  const [type, binding] = [table.types[i], table.bindings[i]];
  if (type === STT_GNU_IFUNC) return LETTER.ifunc;
  if (binding === STB_WEAK) return type === STT_OBJECT ? LETTER.weakObject : LETTER.weak;
  if (binding === STB_GNU_UNIQUE) return LETTER.unique;
  if (binding === STB_LOCAL) return section;
  return binding === STB_GLOBAL ? upperCase(section) : LETTER.unknown;
}

/** `decode_section_type`: flags decide, never the name, but for debugging sections and small data. */
function sectionLetter(elf: Elf, section: Section): number {
  const { type, flags, name } = section;
  if (NO_BFD_SECTION.has(type)) return 0;
  const allocated = (flags & SECTION_FLAG.alloc) !== 0;
  const writable = (flags & SECTION_FLAG.write) !== 0;
  if ((flags & SECTION_FLAG.execute) !== 0) return code('t');
  const small = hasSmallData(elf.machine, section);
  if (type === SECTION_TYPE.noBits) return code(small ? 's' : 'b');
  if (allocated && !writable) return code('r');
  if (allocated) return code(small ? 'g' : 'd');
  if (DEBUG_NAME.test(name)) return code('N');
  return code(writable ? '?' : 'n');
}

/** BFD takes a symbol in one of these for an absolute one (`elf_slurp_symbol_table` of bfd/elfcode.h). */
const NO_BFD_SECTION: ReadonlySet<number> = new Set([
  SECTION_TYPE.null,
  SECTION_TYPE.symbolTable,
  SECTION_TYPE.extendedIndexes,
]);

/** `_bfd_elf_make_section_from_shdr` of bfd/elf.c. */
const DEBUG_NAME = /^\.(debug|gnu\.debuglto_\.debug_|gnu\.linkonce\.wi\.|zdebug|line|stab|gdb_index$)/;

function upperCase(letter: number): number {
  return letter >= 0x61 && letter <= 0x7a ? letter - 0x20 : letter;
}

function code(letter: string): number {
  return letter.charCodeAt(0);
}
