/**
 * The name under which a symbol's bytes are accounted: without what a tool counts up, so that an unrelated line does not
 * rename it, and without the marks of clones, so that a function is one row. Byte by byte: to decode each name and to
 * encode it takes 20 times as long, and few need it.
 */
import { startsWith } from '../elf/name-finder.ts';
import { type NameBytes, type Named, dotBefore, isDigit, marksStart } from './clone-marks.ts';
import { COUNTED_NAMES } from './counted-names.ts';

/** What is done with the bytes of a name; the result is a number. */
type NameUser = (bytes: Uint8Array, start: number, end: number) => number;

const UNDERSCORE = 0x5f;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const BEGINNINGS = COUNTED_NAMES.map(({ begins }) => encoder.encode(begins));

/** Hands on the folded name. */
export function foldName(name: NameBytes, of: Named, use: NameUser): number {
  const { bytes, start } = name;
  const end = marksStart(name, of);
  const whole = { bytes, start, end };
  if (!mayCount(whole)) return use(bytes, start, end);
  const folded = encoder.encode(withoutCounters(decoder.decode(bytes.subarray(start, end))));
  return use(folded, 0, folded.length);
}

/** By the first bytes: 1 where some counted name begins so. Most names of a kernel begin otherwise. */
const FIRST_BYTES = new Uint8Array(256);
const THIRD_BYTES = new Uint8Array(256);
for (const bytes of BEGINNINGS) {
  if (isInternal(bytes, 0)) THIRD_BYTES[bytes[2]!] = 1;
  else FIRST_BYTES[bytes[0]!] = 1;
}

function isInternal(bytes: Uint8Array, start: number): boolean {
  return bytes[start] === UNDERSCORE && bytes[start + 1] === UNDERSCORE;
}

function mayCount({ bytes, start, end }: NameBytes): boolean {
  const isLikely = isInternal(bytes, start) ? THIRD_BYTES[bytes[start + 2]!] : FIRST_BYTES[bytes[start]!];
  if (isLikely === 1 && BEGINNINGS.some((text) => startsWith(bytes, start, text))) return true;
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
export function foldText(name: string, of: Named): string {
  const bytes = encoder.encode(name);
  let folded = '';
  foldName({ bytes, start: 0, end: bytes.length }, of, (text, start, end) => {
    folded = decoder.decode(text.subarray(start, end));
    return 0;
  });
  return folded;
}
