import type { SymbolTable } from '../elf/elf.ts';
import { NOT_FOLDED, foldName } from './fold-name.ts';
import { FOLDED, PREFIX_LENGTH, hasPrefix, ownerName, plainEnd } from './owner-name.ts';

/** What is done with the bytes of a name, from `start` up to `end`; the result is a number. */
type NameUser = (bytes: Uint8Array, start: number, end: number) => number;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Hands on the owner name of a symbol, such as to `ByteStrings.idOf`; most names are never decoded. */
export function ownerNameReader({ names }: SymbolTable, use: NameUser): (row: number) => number {
  const { bytes, starts } = names;
  let folded = new Uint8Array(1024);
  const useFolded = (start: number): number => {
    const end = bytes.indexOf(0, start);
    if (end - start > folded.length) folded = new Uint8Array(2 * (end - start));
    const length = foldName(bytes, start, folded);
    if (length !== NOT_FOLDED) return use(folded, 0, length);
    const name = encoder.encode(ownerName(decoder.decode(bytes.subarray(start, end))));
    return use(name, 0, name.length);
  };
  return (row) => {
    const whole = starts[row]!;
    const start = hasPrefix(bytes, whole) ? whole + PREFIX_LENGTH : whole;
    const end = plainEnd(bytes, start);
    return end === FOLDED ? useFolded(start) : use(bytes, start, end);
  };
}
