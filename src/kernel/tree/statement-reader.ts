/** A word or sign of C. */
export interface Word {
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
  readonly index: number;
}

/** Follows a statement of C, from the end of the one before it on. */
interface StatementReader {
  readonly take: (token: Word) => void;
  /** The token before, where that is a word. */
  readonly lastWord: () => Word | undefined;
  /** Whether what stands between the end of the statement before and the last word is a type, as before a function. */
  readonly isDeclared: () => boolean;
}

/** Before a name these make it a call. */
const STATEMENTS: ReadonlySet<string> = new Set(
  'break case continue default do else for goto if return sizeof switch typedef while'.split(' '),
);

/** Attributes with arguments, and macros without a semicolon, do not count: names and what stands in parentheses. */
export function statementReader(): StatementReader {
  let depth = 0;
  let isType = true;
  let words = 0;
  let last: Word | undefined;
  const close = (): void => {
    if (depth === 0) isType = false;
    else depth--;
  };
  /** The last word counts unless parentheses follow. */
  const count = (next: string): void => {
    if (depth > 0 || last === undefined || next === '(') return;
    words++;
    if (STATEMENTS.has(last.text)) isType = false;
  };
  return {
    take: (token) => {
      const { text } = token;
      count(text);
      const isWord = /^\w/.test(text);
      last = isWord ? token : undefined;
      if (';{}'.includes(text)) [depth, isType, words] = [0, true, 0];
      else if (text === '(') depth++;
      else if (text === ')') close();
      else if (depth === 0 && !isWord && text !== '*' && text !== '#') isType = false;
    },
    lastWord: () => last,
    isDeclared: () => depth === 0 && isType && words > 0,
  };
}
