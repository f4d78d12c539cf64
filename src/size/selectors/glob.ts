/**
 * Whether a pattern matches all of a text: `*` stands for any characters, `?` for one, everything else for itself. Not
 * by a regular expression: one with many stars takes hours on a text that it does not match.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  let [at, next] = [0, 0];
  /** Behind the last star, and where in the text what it stands for ends. */
  let star: { readonly next: number; end: number } | undefined;
  while (at < text.length) {
    if (pattern[next] === '*') {
      star = { next: ++next, end: at };
    } else if (pattern[next] === '?' || pattern[next] === text[at]) {
      next++;
      at++;
    } else if (star !== undefined) {
      next = star.next;
      at = ++star.end;
    } else {
      return false;
    }
  }
  while (pattern[next] === '*') next++;
  return next === pattern.length;
}
