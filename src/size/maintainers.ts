/**
 * Reads the MAINTAINERS file of a kernel as read_maintainer_file does, L355 of scripts/get_maintainer.pl (line numbers
 * are those of Linux 6.12): a section is a run of `X: value` lines and its title is the line before them; blank lines
 * and lines that begin with `#` count for nothing. Of a section it keeps the title, the mailing list and the patterns
 * of paths; N: (a regular expression on the path) and K: (one on the content) are left out.
 */

/** A section of MAINTAINERS. */
export interface Subsystem {
  /** The title line, such as `FILESYSTEMS (VFS and infrastructure)`. */
  readonly name: string;
  /** The first address of its first L: line. */
  readonly list: string | undefined;
  /** F: lines, as written. */
  readonly files: readonly string[];
  /** X: lines, as written. */
  readonly excluded: readonly string[];
}

interface Section {
  readonly title: string;
  readonly fields: Field[];
}

interface Field {
  readonly letter: string;
  readonly value: string;
}

const FIELD = /^([A-Z]):\s*(.*)/;
const SKIPPED = /^\s*(?:#|$)/;
const ADDRESS = /[^\s<>]+@[^\s<>]+/;

/** The sections in the order of the file. */
export function parseMaintainers(text: string): Subsystem[] {
  return readSections(text)
    .filter((section) => section.fields.length > 0)
    .map(toSubsystem);
}

/** Opens a section for every line that is not a field: one that gets no field was prose. */
function readSections(text: string): Section[] {
  const sections: Section[] = [];
  for (const line of text.split(/\r?\n/)) {
    const field = FIELD.exec(line);
    if (field !== null) sections.at(-1)?.fields.push({ letter: field[1]!, value: field[2]! });
    else if (!SKIPPED.test(line)) sections.push({ title: line, fields: [] });
  }
  return sections;
}

function toSubsystem({ title, fields }: Section): Subsystem {
  const valuesOf = (letter: string): string[] =>
    fields.filter((field) => field.letter === letter).map((field) => field.value);
  return {
    name: title,
    list: ADDRESS.exec(valuesOf('L')[0] ?? '')?.[0],
    files: valuesOf('F'),
    excluded: valuesOf('X'),
  };
}
