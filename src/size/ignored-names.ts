/** Symbols that scripts/bloat-o-meter leaves out, judged by the name as it stands in the file (`getsizes`, L36-46). */
import { startsWith } from '../elf/name-finder.ts';

const IGNORED_PREFIXES = ['__mod_', '__se_sys', '__se_compat_sys', '__addressable_'].map(toBytes);
const IGNORED_NAMES = ['linux_banner\0', 'vermagic\0'].map(toBytes);
const IGNORED = [...IGNORED_PREFIXES, ...IGNORED_NAMES];

const FIRST_BYTES: ReadonlySet<number> = new Set(IGNORED.map(([first]) => first!));

const COLON = 0x3a;

/** A test for names in `bytes`, by where they start. */
export function ignoredNameTest(bytes: Uint8Array): (start: number) => boolean {
  // nm prints `FILE:` before each of several files, so the script skips a line with a colon; names rarely have one.
  const hasColons = bytes.includes(COLON);
  return (start) =>
    (FIRST_BYTES.has(bytes[start]!) && IGNORED.some((ignored) => startsWith(bytes, start, ignored))) ||
    (hasColons && bytes.subarray(start, bytes.indexOf(0, start)).includes(COLON));
}

function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
