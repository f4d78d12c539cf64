import { UserError } from '../../user-error.ts';

/** A mistake in a file of the user's; line and column count from 1. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * The error that reports all mistakes of a file, in the order in which they stand there, and each once: what an alias
 * repeats is one. A single one is the message; of several the message is their number and `details` are the mistakes.
 */
export function problemsError(path: string, problems: readonly Problem[]): UserError {
  const all = problems
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .map(({ line, column, message }) => `${path}:${line}:${column}: ${oneLine(message)}`);
  const lines = [...new Set(all)];
  if (lines.length === 1) return new UserError(lines[0]!);
  const left = lines.length - MOST_LINES;
  return new UserError(`${path} has ${lines.length} mistakes; each is named with its line and column`, {
    details: left > 0 ? [...lines.slice(0, MOST_LINES), `and ${left} more`] : lines,
  });
}

/** More than anybody mends at once. */
const MOST_LINES = 100;

const LONGEST = 500;

/** Messages quote the file, and its keys and texts may hold line ends, escape sequences or pages. */
function oneLine(message: string): string {
  const short = message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message;
  return short.replaceAll(/[\p{Cc}\u2028\u2029]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
