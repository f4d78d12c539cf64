/** What `--help` says after the options. */

/** Of most commands; longer ones have their remark right after them. */
const WIDTH = 46;

/** Lines of a shell, each with what it does. */
export function examples(lines: Readonly<Record<string, string>>): string {
  const rows = Object.entries(lines).map(([line, what]) => {
    const command = `  kernel-size-budget ${line}`;
    return what === '' ? command : `${command.padEnd(WIDTH)} # ${what}`;
  });
  return `\nExamples:\n${rows.join('\n')}`;
}

/** docs/command-line.md has the same list. */
export const EXIT_CODES = `
Exit codes:
  0                     within the limits, or nothing to judge
  1                     a limit is broken
  2                     nothing was compared, or a mistake in what was asked
  130, 143, 129         interrupted, by SIGINT, SIGTERM or SIGHUP
  141                   the reader of the output has gone`;
