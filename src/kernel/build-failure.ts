/** Patterns of the line that says why a build failed, most telling first; each is tried over the whole log. */
const CAUSES: readonly RegExp[] = [
  /^\S+?:\d+(:\d+)?: (fatal )?error: /,
  /: (fatal )?error: /,
  /^\S*ld(\.\w+)?: (?!warning)/,
  /: undefined reference to /,
  /^ERROR: /,
  /^error: /i,
  /: not found$/,
  /^make(\[\d+\])?: \*\*\* .*(No rule to make target|not clean)/,
  /^\*\*\* /,
  /^make(\[\d+\])?: \*\*\* /,
];

/** The first line of a build log that says what went wrong, on one line. */
export function describeFailure(lines: readonly string[]): string {
  for (const cause of CAUSES) {
    const found = lines.find((line) => cause.test(line));
    if (found !== undefined) return found.trim();
  }
  return lines.findLast((line) => line.trim() !== '')?.trim() ?? 'make printed nothing';
}
