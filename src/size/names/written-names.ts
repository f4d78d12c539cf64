import { CLONE_MARKS, FUNCTION_PREFIXES } from './generated-names.ts';
import { canonicalText } from './owner-name-bytes.ts';

const MARKS: ReadonlySet<string> = new Set(CLONE_MARKS.map(({ text }) => text));

/** The names under which a symbol may be accounted that somebody wrote down, the likeliest first. */
export function ownerNamesOf(written: string): string[] {
  const folded = [canonicalText(written, 'variable'), withoutMarks(canonicalText(written, 'function'))];
  const plain = folded.flatMap((name) => [name, withoutPrefix(name)]);
  return [...new Set([written, ...plain])];
}

/** Tables of scripts/bloat-o-meter have the marks without their counters: `foo.isra`. */
function withoutMarks(name: string): string {
  const pieces = name.split('.');
  while (pieces.length > 1 && MARKS.has(pieces.at(-1)!)) pieces.pop();
  return pieces.join('.');
}

function withoutPrefix(name: string): string {
  const prefix = FUNCTION_PREFIXES.find(({ text }) => name.startsWith(text) && name !== text);
  return prefix === undefined ? name : withoutPrefix(name.slice(prefix.text.length));
}
