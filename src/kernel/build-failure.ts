/** Patterns of the line that says why a build failed, most telling first; each is tried over the whole log. */
const CAUSES: readonly RegExp[] = [
  /^\S+?:\d+(:\d+)?: ([Ff]atal )?[Ee]rror: /,
  // Kconfig says "error" in few of its messages (scripts/kconfig/parser.y).
  /^(\S*\/)?Kconfig[\w.-]*:\d+: (?!warning)/,
  /^\S+:\d+: \*\*\* /,
  // A compiler that calls the linker says only that it failed.
  /^(?!collect2: |clang\S*: error: linker ).*: (fatal )?error: /,
  /: undefined reference to /,
  /^\S*ld(\.\w+)?: (?!warning)/,
  /^ERROR: /,
  /^error: /i,
  /^make(\[\d+\])?: \*\*\* .*(No rule to make target|not clean)/,
  // What probes for a tool says this too, and the build goes on.
  /: (command )?not found$/,
  /^make(\[\d+\])?: (?!\*\*\* ).*: (No such file or directory|Permission denied)$/,
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
