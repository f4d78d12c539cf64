/** Symbols that scripts/bloat-o-meter leaves out, judged by the name as it stands in the file (`getsizes`, L36-46). */
import { startsWith } from '../../elf/symbols/name-finder.ts';
import type { ScriptRules } from './symbol-letters.ts';

const COLON = 0x3a;

/** A test for names in `bytes`, by where they start. */
export function ignoredNameTest(
  bytes: Uint8Array,
  { ignoredPrefixes, ignoredNames }: Pick<ScriptRules, 'ignoredPrefixes' | 'ignoredNames'>,
): (start: number) => boolean {
  const encoder = new TextEncoder();
  const ignored = [...ignoredPrefixes, ...ignoredNames.map((name) => `${name}\0`)].map((text) =>
    encoder.encode(text),
  );
  const firstBytes = new Set(ignored.map(([first]) => first!));
  // Of a symbol without a name nm prints two words, of which the script ends with an error.
  const isUnnamed = (start: number): boolean => bytes[start] === 0;
  // nm prints `FILE:` before each of several files, so the script skips a line with a colon; names rarely have one.
  const hasColons = bytes.includes(COLON);
  return (start) =>
    isUnnamed(start) ||
    (firstBytes.has(bytes[start]!) && ignored.some((text) => startsWith(bytes, start, text))) ||
    (hasColons && bytes.subarray(start, bytes.indexOf(0, start)).includes(COLON));
}
