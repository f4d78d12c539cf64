/**
 * Finds the subsystem of a source file. Which F: and X: patterns match is what scripts/get_maintainer.pl says (line
 * numbers are those of Linux 6.12): `*`, `?` and `.` are rewritten at L371, a directory without its slash is completed
 * at L375, file_match_pattern is L1028, and X: is tried before F: at L884. Two of its rules surprise: `*` takes slashes
 * too, and a pattern is the beginning of a path, not all of it, so that `mm/slab` is `mm/slab.c` and `mm/slab_common.c`.
 *
 * The script lists all sections that match; this one returns the most specific. N: and K: lines are left out, so a
 * file that the script knows by them alone belongs to a wider subsystem here, at last to THE REST.
 */
import { directoriesAbove } from './directories.ts';
import type { Subsystem } from './maintainers.ts';

/** An F: pattern; the best one has rank 0. */
interface Candidate {
  readonly subsystem: Subsystem;
  readonly rank: number;
  readonly matches: Matcher;
}

type Matcher = (path: string) => boolean;

const WILDCARD = /[*?]|\[.*?\]/g;

/**
 * Returns a lookup from a source file (`fs/dcache.c`) to the subsystem with the F: pattern of most path components
 * that matches it; among equals, with the longest pattern, wildcards not counted; then, the one that comes first.
 */
export function subsystemFinder(subsystems: readonly Subsystem[]): (path: string) => Subsystem | undefined {
  const candidates = candidatesByDirectory(subsystems);
  const isExcluded = exclusions(subsystems);
  return (path) => {
    let best: Candidate | undefined;
    for (const directory of ['', ...directoriesAbove(path)]) {
      const found = candidates
        .get(directory)
        ?.find(({ subsystem, matches }) => matches(path) && !isExcluded(subsystem, path));
      if (found !== undefined && (best === undefined || found.rank < best.rank)) best = found;
    }
    return best?.subsystem;
  };
}

/** Best first in each directory. A lookup tries the patterns of the directories above a path, not all 8,000. */
function candidatesByDirectory(subsystems: readonly Subsystem[]): Map<string, Candidate[]> {
  const ranked = subsystems
    .flatMap((subsystem) =>
      subsystem.files.map((pattern) => ({
        subsystem,
        pattern,
        components: componentsOf(pattern),
        letters: pattern.replaceAll(WILDCARD, '').length,
      })),
    )
    .toSorted((a, b) => b.components - a.components || b.letters - a.letters);

  const directories = new Map<string, Candidate[]>();
  for (const [rank, { subsystem, pattern }] of ranked.entries()) {
    const directory = literalDirectory(pattern);
    const candidates = directories.get(directory) ?? [];
    candidates.push({ subsystem, rank, matches: matcherOf(pattern) });
    directories.set(directory, candidates);
  }
  return directories;
}

function exclusions(subsystems: readonly Subsystem[]): (subsystem: Subsystem, path: string) => boolean {
  const excluded = new Map(subsystems.map((subsystem) => [subsystem, subsystem.excluded.map(matcherOf)]));
  return (subsystem, path) => excluded.get(subsystem)!.some((matches) => matches(path));
}

/** `$value_pd`, L908: THE REST, which begins with `*`, comes last. */
function componentsOf(pattern: string): number {
  if (pattern.startsWith('*')) return -1;
  return countSlashes(pattern) + (pattern.endsWith('/') ? 0 : 1);
}

function matcherOf(pattern: string): Matcher {
  let regexp: RegExp | undefined;
  // Most patterns are never tried: they are made into regular expressions when they are.
  const isBeginning: Matcher = (path) => (regexp ??= regexpOf(pattern)).test(path);
  if (pattern.endsWith('/')) return isBeginning;

  const slashes = countSlashes(pattern);
  // The script asks the disk whether a pattern is a directory; a path below it says the same.
  const below = /[.*?]/.test(pattern) ? undefined : `${pattern}/`;
  return (path) =>
    (below !== undefined && path.startsWith(below)) || (countSlashes(path) === slashes && isBeginning(path));
}

/** The rest of a pattern is a regular expression as it is: `[ch]` is in use. One that is none matches nothing. */
function regexpOf(pattern: string): RegExp {
  const source = pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.');
  try {
    return new RegExp(`^${source}`);
  } catch {
    return /^(?!)/;
  }
}

/** The directory that all paths of a pattern are in or below; empty for the top of the tree. */
function literalDirectory(pattern: string): string {
  const literal = /^[\w./,-]*/.exec(pattern)![0];
  return literal.slice(0, literal.lastIndexOf('/') + 1);
}

function countSlashes(text: string): number {
  return text.split('/').length - 1;
}
