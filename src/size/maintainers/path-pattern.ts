/**
 * Patterns of F: and X: lines in MAINTAINERS: `*` stands for any characters, `?` for one, `[ch]` for one of those, and
 * everything else for itself. Not by regular expressions as in scripts/get_maintainer.pl: the file may be a stranger's,
 * and an expression can be written that takes years.
 */

/** `*`, or whether one character fits. */
type Part = typeof STAR | ((character: string) => boolean);

const STAR = '*';

/** A pattern that has been read. */
export interface PathPattern {
  /** Whether a path begins with it. */
  readonly begins: (path: string) => boolean;
  /** How many of its characters stand for themselves. */
  readonly letters: number;
}

/** Reads a pattern; one with a set that nothing closes matches nothing. */
export function parsePathPattern(pattern: string): PathPattern {
  const parts: Part[] = [];
  let letters = 0;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]!;
    if (character === '[') {
      const end = pattern.indexOf(']', at + 2);
      if (end === -1) return { begins: () => false, letters: 0 };
      parts.push(setOf(pattern.slice(at + 1, end)));
      at = end;
    } else if (character === STAR) {
      parts.push(STAR);
    } else if (character === '?') {
      parts.push(() => true);
    } else {
      parts.push((other) => other === character);
      letters++;
    }
  }
  return { begins: (path) => isBeginning(parts, path), letters };
}

/** `[ch]`, `[a-z]` and `[^.]`. */
function setOf(written: string): (character: string) => boolean {
  const isNegated = written.startsWith('^');
  const members = isNegated ? written.slice(1) : written;
  return (character) => isMember(members, character) !== isNegated;
}

function isMember(members: string, character: string): boolean {
  for (let at = 0; at < members.length; at++) {
    const isRange = members[at + 1] === '-' && at + 2 < members.length;
    const [first, last] = [members[at]!, isRange ? members[at + 2]! : members[at]!];
    if (first <= character && character <= last) return true;
    if (isRange) at += 2;
  }
  return false;
}

/** Each stretch between two stars is taken where it fits first: whatever follows then has most room. */
function isBeginning(parts: readonly Part[], text: string): boolean {
  let [at, next] = [0, 0];
  /** After the last star, and where in the text what it stands for ends. */
  let star: { readonly next: number; end: number } | undefined;
  while (next < parts.length) {
    const part = parts[next]!;
    if (part === STAR) {
      star = { next: ++next, end: at };
    } else if (at < text.length && part(text[at]!)) {
      next++;
      at++;
    } else if (star !== undefined && star.end < text.length) {
      next = star.next;
      at = ++star.end;
    } else {
      return false;
    }
  }
  return true;
}
