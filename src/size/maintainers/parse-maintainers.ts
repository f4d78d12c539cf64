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

/** A section while its lines are read. */
interface Section {
  readonly title: string;
  hasFields: boolean;
  readonly lists: string[];
  readonly files: string[];
  readonly excluded: string[];
}

const FIELD = /^([A-Z]):\s*(.*)/;
const SKIPPED = /^\s*(?:#|$)/;

/** The sections in the order of the file. */
export function parseMaintainers(text: string): Subsystem[] {
  return readSections(text)
    .filter(({ hasFields }) => hasFields)
    .map(({ title, lists, files, excluded }) => ({
      name: title,
      list: addressIn(lists[0] ?? ''),
      files,
      excluded,
    }));
}

/** Opens a section for every line that is not a field: one that gets no field was prose. */
function readSections(text: string): Section[] {
  const sections: Section[] = [];
  for (const line of text.split(/\r?\n/)) {
    const field = line[1] === ':' ? FIELD.exec(line) : null;
    if (field !== null) addField(sections.at(-1), field[1]!, field[2]!);
    else if (!SKIPPED.test(line)) sections.push(newSection(line));
  }
  return sections;
}

/** `linux-mm@kvack.org` of `linux-mm@kvack.org (moderated list)`, also between angle brackets. */
function addressIn(value: string): string | undefined {
  return value.split(/[\s<>]+/).find((word) => /[^]@[^]/.test(word));
}

function newSection(title: string): Section {
  return { title, hasFields: false, lists: [], files: [], excluded: [] };
}

function addField(section: Section | undefined, letter: string, value: string): void {
  if (section === undefined) return;
  section.hasFields = true;
  if (letter === 'L') section.lists.push(value);
  if (letter === 'F') section.files.push(value);
  if (letter === 'X') section.excluded.push(value);
}
