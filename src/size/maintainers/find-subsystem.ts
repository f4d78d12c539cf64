/**
 * Finds the subsystem of a source file. Which F: and X: patterns match is what scripts/get_maintainer.pl says (line
 * numbers are those of Linux 6.12): `*`, `?` and `.` are rewritten at L371, a directory without its slash is completed
 * at L375, file_match_pattern is L1028, and X: is tried before F: at L884. Two of its rules surprise: `*` takes slashes
 * too, and a pattern is the beginning of a path, not all of it, so that `mm/slab` is `mm/slab.c` and `mm/slab_common.c`.
 *
 * The script lists all sections that match; this one returns the most specific. N: and K: lines are left out, so a
 * file that the script knows by them alone belongs to a wider subsystem here, at last to THE REST.
 */
import { groupBy } from '../../group-by.ts';
import { directoriesAbove } from '../directories.ts';
import type { Subsystem } from './parse-maintainers.ts';
import { parsePathPattern } from './path-pattern.ts';

/** An F: pattern. */
interface Candidate {
  readonly subsystem: Subsystem;
  readonly pattern: string;
  /** Its place in the file. */
  readonly place: number;
}

/** What makes a pattern better than another, and whether it matches. */
interface RankedCandidate extends Candidate {
  readonly components: number;
  readonly letters: number;
  readonly matches: Matcher;
}

type Matcher = (path: Path) => boolean;

interface Path {
  readonly text: string;
  readonly slashes: number;
}

/**
 * Returns a lookup from a source file (`fs/dcache.c`) to the subsystem with the F: pattern of most path components
 * that matches it; among equals, with the longest pattern, wildcards not counted; then, the one that comes first.
 */
export function subsystemFinder(subsystems: readonly Subsystem[]): (path: string) => Subsystem | undefined {
  const candidatesIn = candidateReader(subsystems);
  const isExcluded = exclusions();
  return (text) => {
    const path = { text, slashes: countSlashes(text) };
    let best: RankedCandidate | undefined;
    for (const directory of ['', ...directoriesAbove(text)]) {
      const found = candidatesIn(directory).find(
        ({ subsystem, matches }) => matches(path) && !isExcluded(subsystem, path),
      );
      if (found !== undefined && (best === undefined || compareRanks(found, best) < 0)) best = found;
    }
    return best?.subsystem;
  };
}

/**
 * The patterns of a directory, best first: a lookup tries those of the directories above a path, not all 8,000. Most
 * directories are never asked for, so that their patterns are not looked at closer.
 */
function candidateReader(subsystems: readonly Subsystem[]): (directory: string) => RankedCandidate[] {
  const candidates = subsystems
    .flatMap((subsystem) => subsystem.files.map((pattern) => ({ subsystem, pattern })))
    .map(({ subsystem, pattern }, place): Candidate => ({ subsystem, pattern, place }));
  const directories = groupBy(candidates, ({ pattern }) => literalDirectory(pattern));
  const ranked = new Map<string, RankedCandidate[]>();
  return (directory) => {
    const known = ranked.get(directory);
    if (known !== undefined) return known;
    const best = (directories.get(directory) ?? []).map(rank).toSorted(compareRanks);
    ranked.set(directory, best);
    return best;
  };
}

function rank({ subsystem, pattern, place }: Candidate): RankedCandidate {
  return {
    subsystem,
    pattern,
    place,
    components: componentsOf(pattern),
    letters: PLAIN.test(pattern) ? pattern.length : parsePathPattern(pattern).letters,
    matches: matcherOf(pattern),
  };
}

function compareRanks(a: RankedCandidate, b: RankedCandidate): number {
  return b.components - a.components || b.letters - a.letters || a.place - b.place;
}

function exclusions(): (subsystem: Subsystem, path: Path) => boolean {
  const known = new Map<Subsystem, Matcher[]>();
  return (subsystem, path) => {
    if (subsystem.excluded.length === 0) return false;
    const excluded = known.get(subsystem) ?? subsystem.excluded.map(matcherOf);
    known.set(subsystem, excluded);
    return excluded.some((matches) => matches(path));
  };
}

/** `$value_pd`, L908: THE REST, which begins with `*`, comes last. */
function componentsOf(pattern: string): number {
  if (pattern.startsWith('*')) return -1;
  return countSlashes(pattern) + (pattern.endsWith('/') ? 0 : 1);
}

function matcherOf(pattern: string): Matcher {
  const isBeginning = beginningTest(pattern);
  if (pattern.endsWith('/')) return ({ text }) => isBeginning(text);
  const slashes = countSlashes(pattern);
  // The script asks the disk whether a pattern is a directory; a path below it says the same.
  const below = /[.*?]/.test(pattern) ? undefined : `${pattern}/`;
  return (path) =>
    (below !== undefined && path.text.startsWith(below)) ||
    (path.slashes === slashes && isBeginning(path.text));
}

function beginningTest(pattern: string): (path: string) => boolean {
  // Most patterns are plain paths.
  if (PLAIN.test(pattern)) return (path) => path.startsWith(pattern);
  return parsePathPattern(pattern).begins;
}

/** Each character stands for itself. */
const PLAIN = /^[\w./,-]*$/;

/** The directory that all paths of a pattern are in or below; empty for the top of the tree. */
function literalDirectory(pattern: string): string {
  const literal = /^[\w./,-]*/.exec(pattern)![0];
  return literal.slice(0, literal.lastIndexOf('/') + 1);
}

function countSlashes(text: string): number {
  let count = 0;
  for (let at = text.indexOf('/'); at !== -1; at = text.indexOf('/', at + 1)) count++;
  return count;
}
