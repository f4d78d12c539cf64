/** Keeps a size on one line: GitHub breaks the cells of a table that is wider than a comment at each blank. */

const NO_BREAK_SPACE = '\u00A0';
/** U+2212 goes with the digits after it (UAX #14, class PR); a hyphen may be left at the end of a line. */
const MINUS = '\u2212';

/** Inert markdown with no break in `-18 B` or `2 MiB`; code spans stay as they are, people copy them. */
export function unbroken(markdown: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let start = markdown.indexOf('`'); start !== -1; start = markdown.indexOf('`', from)) {
    const end = endOfSpan(markdown, start);
    parts.push(unbrokenText(markdown.slice(from, start)), markdown.slice(start, end));
    from = end;
  }
  return parts.join('') + unbrokenText(markdown.slice(from));
}

/** Where the fence that begins at `start` is closed; the end of the text where it is not. */
function endOfSpan(markdown: string, start: number): number {
  let inside = start;
  while (markdown[inside] === '`') inside++;
  const fence = markdown.slice(start, inside);
  const close = markdown.indexOf(fence, inside);
  return close === -1 ? markdown.length : close + fence.length;
}

function unbrokenText(text: string): string {
  return text
    .replaceAll(/(?<=\d) (?=(?:B|[KMG]iB)\b)/g, NO_BREAK_SPACE)
    .replaceAll(/(?<![\w-])-(?=\d)/g, MINUS);
}
