import type { Elf, SymbolTable } from '../../elf/elf.ts';
import { nmLetters } from '../../elf/symbols/nm-letters.ts';
import { UserError } from '../../user-error.ts';
import type { SymbolSizes } from '../measurement.ts';

/**
 * The symbols that `nm --size-sort` lists, in the order of the symbol table; sizes in bytes. A `UserError` when
 * there is none: a comparison with nothing must not pass.
 */
export function symbolSizes(elf: Elf, table: SymbolTable): SymbolSizes {
  const all = nmLetters(elf, table);
  const listed = all.reduce((count, letter) => (letter === 0 ? count : count + 1), 0);
  if (listed === 0) {
    throw new UserError(
      `${elf.name}: none of its ${table.count} symbols has a size; expected a compiled object or a linked kernel`,
    );
  }
  const starts = new Uint32Array(listed);
  const sizes = new Float64Array(listed);
  const letters = new Uint8Array(listed);
  for (let i = 0, row = 0; i < table.count; i++) {
    if (all[i] === 0) continue;
    starts[row] = table.names.starts[i]!;
    sizes[row] = table.sizes[i]!;
    letters[row] = all[i]!;
    row++;
  }
  return { names: { bytes: table.names.bytes, starts }, sizes, letters };
}
