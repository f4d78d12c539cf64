/** Finds in what a build prints, line by line, why it failed. Nothing but a few lines is kept: a build prints any amount. */

/** Why a build failed. */
export interface BuildFailure {
  /** The line that says most, on one line. */
  readonly cause: string;
  /** What belongs to it; the end of the output where nothing does. */
  readonly excerpt: readonly string[];
  /** Whether a command was ended by a signal: what it was to make may be there in part. */
  readonly wasKilled: boolean;
}

export interface FailureSearch {
  readonly add: (line: string) => void;
  readonly found: () => BuildFailure;
}

/** The lines that say why, most telling first; the first of them counts, wherever it stands. */
const CAUSES: readonly RegExp[] = [
  // All else follows from it, and may look like a mistake of the sources.
  /No space left on device|Disk quota exceeded/,
  /: Killed signal terminated program|terminated with signal \d|command: Killed$|out of memory allocating|annot allocate memory/,
  /^\S+?:\d+(:\d+)?: ([Ff]atal )?[Ee]rror: /,
  // Kconfig says "error" in few of its messages (scripts/kconfig/parser.y), and first that there is one.
  /^(\S*\/)?Kconfig[\w.-]*:\d+:(?! ?(syntax error|invalid statement|warning:))/,
  /^error: recursive dependency detected/,
  /^(\S*\/)?Kconfig[\w.-]*:\d+: (?!warning)/,
  /^\S+:\d+: \*\*\* /,
  // A compiler that calls the linker says only that it failed.
  /^(?!collect2: |clang\S*: error: linker ).*: (fatal )?error: /,
  /: undefined reference to /,
  /: region `[^`']+' overflowed by \d+ bytes/,
  /^\S*ld(\.\w+)?: (?!warning)/,
  /^ERROR: /,
  // rustc's have a number.
  /^error(\[E\d+\])?: /i,
  /^(BTF|FAILED|FATAL): /,
  /^make(\[\d+\])?: \*\*\* .*(No rule to make target|not clean)/,
  // What probes for a tool says this too, and the build goes on.
  /: (command )?not found$/,
  /^make(\[\d+\])?: (?!\*\*\* ).*: (No such file or directory|Permission denied)$/,
  /^\*\*\* /,
];

/** That a command failed; why is what the command has printed before, if anything. */
const COMMAND_FAILED = /^make(\[\d+\])?: \*\*\* /;

/** What kbuild prints of itself. */
const PROGRESS = /^( {2}[A-Z]+ |make(\[\d+\])?: )/;

/** Make says so where a signal has ended a command, and a shell's exit code where it has run the command. */
const KILLED = /^make(\[\d+\])?: \*\*\* \[.*\] (?!Error (\d|\d\d|1[01]\d|12[0-8])$)/;

/** Before a cause, in the order of gcc's diagnostics and of ld's. */
const LEAD_IN = /^(In file included from |\s+from |\S+: In function |\S+: [Ii]n function )/;

/** After it: carets, notes, further errors, what ld.lld says of a symbol. */
const CONTINUATION = /^(\s|>>> |\S+?:\d+(:\d+)?: ([Ff]atal )?([Ee]rror|note): |\S*ld(\.\w+)?: )/;

const TAIL_LINES = 20;
const MOST_EXCERPT = 12;

/** Characters of a line that are looked at. */
const LONGEST = 2000;

/** Looks through lines as they come. */
export function searchFailure(): FailureSearch {
  const last: string[] = [];
  let best: { readonly rank: number; readonly excerpt: string[]; readonly at: number } | undefined;
  let isOpen = false;
  let failedCommand: { readonly line: string; readonly before: string | undefined } | undefined;
  let wasKilled = false;
  const add = (whole: string): void => {
    const line = whole.slice(0, LONGEST);
    wasKilled ||= KILLED.test(line);
    if (failedCommand === undefined && COMMAND_FAILED.test(line))
      failedCommand = { line, before: last.at(-1) };
    const rank = CAUSES.slice(0, best?.rank).findIndex((cause) => cause.test(line));
    if (rank !== -1) {
      const leadIn = leadInOf(last);
      best = { rank, excerpt: [...leadIn, line], at: leadIn.length };
      isOpen = true;
    } else if (isOpen && best !== undefined) {
      isOpen = best.excerpt.length < MOST_EXCERPT && CONTINUATION.test(line) && !PROGRESS.test(line);
      if (isOpen) best.excerpt.push(line);
    }
    last.push(line);
    if (last.length > TAIL_LINES) last.shift();
  };
  const found = (): BuildFailure => {
    if (best !== undefined) return { cause: best.excerpt[best.at]!.trim(), excerpt: best.excerpt, wasKilled };
    return { cause: causeOf(failedCommand, last), excerpt: [...last], wasKilled };
  };
  return { add, found };
}

/** The lines just before this one that belong to it. */
function leadInOf(lines: readonly string[]): readonly string[] {
  const start = lines.findLastIndex((line) => !LEAD_IN.test(line));
  return lines.slice(start + 1);
}

function causeOf(
  failed: { readonly line: string; readonly before: string | undefined } | undefined,
  last: readonly string[],
): string {
  const said = failed?.before?.trim() ?? '';
  if (said !== '' && !PROGRESS.test(failed!.before!)) return said;
  const line = failed?.line ?? last.findLast((text) => text.trim() !== '');
  return line?.trim() ?? 'make printed nothing';
}
