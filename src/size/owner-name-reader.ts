import type { SymbolTable } from '../elf/elf.ts';
import type { ByteStrings } from './byte-strings.ts';
import { PREFIX_LENGTH, hasPrefix, needsFolding, ownerName } from './owner-name.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads the number of a symbol's owner name among `texts`; a name that nothing is folded in is never decoded. */
export function ownerNameReader(table: SymbolTable, texts: ByteStrings): (row: number) => number {
  const { bytes, starts } = table.names;
  return (row) => {
    const end = bytes.indexOf(0, starts[row]);
    const start = starts[row]! + (hasPrefix(bytes, starts[row]!) ? PREFIX_LENGTH : 0);
    if (!needsFolding(bytes, start, end)) return texts.idOf(bytes, start, end);
    const folded = encoder.encode(ownerName(decoder.decode(bytes.subarray(start, end))));
    return texts.idOf(folded, 0, folded.length);
  };
}
