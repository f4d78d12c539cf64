/**
 * Takes comments, string literals and preprocessor lines out of a source file of the kernel, C or assembler, without
 * preprocessing it. The file may be a stranger's, so it is read once from front to end: of what never ends, such as a
 * comment, that is found out once.
 */

/** What is left of a directive: conditionals leave a choice of code. */
const DIRECTIVE = '#';

/** The code alone. Line breaks stay where they are, so that lines keep their numbers. */
export function codeOf(text: string): string {
  const endOfText = textScanner(text);
  const parts: string[] = [];
  let kept = 0;
  let isLineStart = true;
  for (let at = 0; at < text.length;) {
    const isDirective: boolean = isLineStart && text[at] === '#';
    const end: number = isDirective ? endOfDirective(text, at, endOfText) : endOfText(at);
    if (end === at) {
      isLineStart = isLineBreak(text[at]) || (isLineStart && isBlank(text[at]));
      at++;
      continue;
    }
    parts.push(text.slice(kept, at), isDirective ? DIRECTIVE : ' ', lineBreaksOf(text.slice(at, end)));
    isLineStart = false;
    kept = at = end;
  }
  return parts.join('') + text.slice(kept);
}

function lineBreaksOf(text: string): string {
  return text.replaceAll(/[^\n]+/g, '');
}

function isLineBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

/** The position after a comment or literal that begins at a position; the same position where none does. */
type TextScanner = (start: number) => number;

function textScanner(text: string): TextScanner {
  const endOfComment = commentScanner(text);
  const endOfString = literalScanner(text, '"');
  const endOfCharacter = literalScanner(text, "'");
  return (start) => {
    if (text[start] === '/') return endOfComment(start);
    if (text[start] === '"') return endOfString(start);
    return text[start] === "'" ? endOfCharacter(start) : start;
  };
}

function commentScanner(text: string): TextScanner {
  let isOpenFromHere = false;
  return (start) => {
    if (text[start + 1] === '/') return endOfLine(text, start);
    if (text[start + 1] !== '*' || isOpenFromHere) return start;
    const end = text.indexOf('*/', start + 2);
    isOpenFromHere = end === -1;
    return isOpenFromHere ? start : end + 2;
  };
}

/** A quote that nothing closes is a character like any other: `don't` in a remark of assembler code. */
function literalScanner(text: string, quote: string): TextScanner {
  // What does not close for one quote does not for those that lie escaped after it.
  let openUntil = -1;
  return (start) => {
    if (start < openUntil) return start;
    let at = start + 1;
    while (at < text.length && text[at] !== quote && text[at] !== '\n') {
      // Only a string goes on after a line break.
      if (text[at] === '\\' && quote === "'" && isLineBreak(text[at + 1])) break;
      at += text[at] === '\\' ? 2 : 1;
    }
    if (text[at] === quote) return at + 1;
    openUntil = at;
    return start;
  };
}

/** A directive goes on after a backslash, and within a comment. */
function endOfDirective(text: string, start: number, endOfText: TextScanner): number {
  let at = start;
  while (at < text.length && !isLineBreak(text[at])) {
    const end = endOfText(at);
    if (end > at) at = end;
    else at += text[at] === '\\' ? 1 + lengthOfLineBreak(text, at + 1) : 1;
  }
  return at;
}

function lengthOfLineBreak(text: string, at: number): number {
  if (text[at] === '\n') return 1;
  return text.startsWith('\r\n', at) ? 2 : 0;
}

function endOfLine(text: string, start: number): number {
  let at = start;
  while (at < text.length && !isLineBreak(text[at])) at++;
  return at;
}
