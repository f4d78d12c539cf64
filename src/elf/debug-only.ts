import { type Elf, SECTION_FLAG, SECTION_TYPE, isAllocated } from './elf.ts';

/** Whether a file has the symbols of its code and not the code: `objcopy --only-keep-debug` makes all sections NOBITS. */
export function lacksContents({ sections }: Elf): boolean {
  return sections.some(
    (section) =>
      isAllocated(section) &&
      (section.flags & SECTION_FLAG.execute) !== 0 &&
      section.type === SECTION_TYPE.noBits,
  );
}
