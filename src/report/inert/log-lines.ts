import { cutText } from './inert-text.ts';

/** Lines of a log that are shown; what a failed build leaves in a report has fewer. */
const MOST_LINES = 200;

/** Characters of one line: a compiler's command line must not take the room of all else. */
const LONGEST_LINE = 500;

/** The last lines of what helps to mend a failure, and whether some came before them. */
export function logLines(details: readonly string[]): string[] {
  const lines: string[] = [];
  for (const text of details.toReversed()) {
    for (let end = text.length; end >= 0;) {
      if (lines.length === MOST_LINES) return ['(earlier lines are not shown)', ...lines.toReversed()];
      const start = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
      lines.push(cutText(text.slice(start, end), LONGEST_LINE));
      end = start - 1;
    }
  }
  return lines.toReversed();
}
