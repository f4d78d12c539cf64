/**
 * The name under which a symbol's bytes are accounted: without what a tool counts up, so that an unrelated line does not
 * rename it, and without the marks of clones, so that a function is one row. Byte by byte: to decode each name and to
 * encode it takes 20 times as long, and few need it.
 */
import { startsWith } from '../../elf/symbols/name-finder.ts';
import { type NameBytes, type Named, dotBefore, isDigit, marksStart } from './clone-marks.ts';
import { COUNTED_NAMES } from './counted-names.ts';

/** What is done with the bytes of a name; the result is a number. */
type NameUser = (bytes: Uint8Array, start: number, end: number) => number;

const UNDERSCORE = 0x5f;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Hands on the folded name. */
export function canonicalName(name: NameBytes, of: Named, use: NameUser): number {
  const { bytes, start } = name;
  const end = marksStart(name, of);
  const whole = { bytes, start, end };
  if (!mayCount(whole)) return use(bytes, start, end);
  const folded = encoder.encode(withoutCounters(decoder.decode(bytes.subarray(start, end))));
  return use(folded, 0, folded.length);
}

/** What counted names begin with, by the first byte, and for those that begin with `__`, by the third. */
const BEGINNINGS = beginningsBy(0, (text) => !isInternal(text, 0));
const INTERNAL_BEGINNINGS = beginningsBy(2, (text) => isInternal(text, 0));

function beginningsBy(
  index: number,
  isWanted: (text: Uint8Array) => boolean,
): readonly (readonly Uint8Array[])[] {
  const texts = COUNTED_NAMES.map(({ begins }) => encoder.encode(begins)).filter(isWanted);
  return Array.from({ length: 256 }, (_, byte) => texts.filter((text) => text[index] === byte));
}

function isInternal(bytes: Uint8Array, start: number): boolean {
  return bytes[start] === UNDERSCORE && bytes[start + 1] === UNDERSCORE;
}

/** Whether a name begins as one does that counts; a name without a dot that does not is its own. */
export function beginsCounted(bytes: Uint8Array, start: number): boolean {
  const texts = isInternal(bytes, start)
    ? INTERNAL_BEGINNINGS[bytes[start + 2] ?? 0]!
    : BEGINNINGS[bytes[start] ?? 0]!;
  for (let i = 0; i < texts.length; i++) if (startsWith(bytes, start, texts[i]!)) return true;
  return false;
}

function mayCount({ bytes, start, end }: NameBytes): boolean {
  if (beginsCounted(bytes, start)) return true;
  if (bytes[start + STUB_NUMBER] === DOT && end - start > STUB_NUMBER) return true;
  const dot = dotBefore(bytes, start, end);
  return dot > start && (startsWith(bytes, dot + 1, UNIQUE_BYTES) || isDigit(bytes[dot - 1]!));
}

/** `0000001a.long_branch.foo`, binutils/bfd/elf64-ppc.c, ppc_build_one_stub: the number of a section. */
const STUB = /^[0-9a-f]{8}\.(?=(plt_branch|long_branch|plt_call)\.)/;
const STUB_NUMBER = 8;
const DOT = 0x2e;

const UNIQUE = '__UNIQUE_ID_';
const UNIQUE_BYTES = encoder.encode(UNIQUE);

/** clang calls a static variable after its function, `foo.__UNIQUE_ID_x12`, and hashes that name before it. */
function withoutCounters(name: string): string {
  const plain = name.replace(/\.__uniq\.\d+(?=\.)/, '').replace(STUB, '');
  const local = plain.lastIndexOf('.') + 1;
  const from = plain.startsWith(UNIQUE, local) ? local : 0;
  const rest = plain.slice(from);
  return (
    plain.slice(0, from) + (COUNTED_NAMES.find(({ begins }) => rest.startsWith(begins))?.fold(rest) ?? rest)
  );
}

/** The folded name as text. */
export function canonicalText(name: string, of: Named): string {
  const bytes = encoder.encode(name);
  let folded = '';
  canonicalName({ bytes, start: 0, end: bytes.length }, of, (text, start, end) => {
    folded = decoder.decode(text.subarray(start, end));
    return 0;
  });
  return folded;
}
