import { formatChange } from '../../budget/units.ts';
import type { OwnerRow } from '../../size/delta/owner-rows.ts';
import type { Report, TargetReport } from '../report.ts';
import { nameLine } from './owner-words.ts';

/** A remark on a line of a source file. */
interface Annotation {
  /** From the repository's root. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly level: 'notice' | 'warning';
  readonly title: string;
  readonly message: string;
}

/** The most important annotations first, and how many there are beside them. */
export interface Annotations {
  readonly shown: readonly Annotation[];
  readonly omitted: number;
}

/** As Linux has it (PATH_MAX). */
const LONGEST_PATH = 4096;

interface Growth {
  readonly target: TargetReport;
  readonly row: OwnerRow;
}

/** More lines than any source file has; GitHub refuses all annotations for one with a line that is none. */
const MOST_LINES = 10_000_000;

/** A path of plain names, since a report may be a stranger's. */
const PLAIN_PATH = /^(?!.*(^|\/)\.\.?(\/|$))[\w+,@~.-]+(\/[\w+,@~.-]+)*$/;

/** Functions that one annotation names; a report may say that all are defined on one line. */
const MOST_NAMED = 10;

/** All that grew on one line. */
interface Place {
  readonly path: string;
  readonly line: number;
  readonly grown: Growth[];
}

/** The definitions of functions that grew, one annotation a line: first in a target that breaks a limit, then by bytes. */
export function annotationsOf(report: Report, most: number): Annotations {
  const { folder } = report;
  if (folder === undefined) return { shown: [], omitted: 0 };
  const places = new Map<string, Place>();
  for (const growth of growths(report)) {
    const { file, line } = growth.row.definition!;
    const path = `${folder === '' ? '' : `${folder}/`}${file}`;
    if (line < 1 || line > MOST_LINES || path.length > LONGEST_PATH || !PLAIN_PATH.test(path)) continue;
    const key = `${path}:${line}`;
    const known = places.get(key);
    if (known === undefined) places.set(key, { path, line, grown: [growth] });
    else known.grown.push(growth);
  }
  const ranked = Array.from(places.values(), rankedPlace);
  const ordered = ranked.toSorted((a, b) => Number(b.isOver) - Number(a.isOver) || b.bytes - a.bytes);
  return {
    shown: ordered.slice(0, most).map(annotationAt),
    omitted: Math.max(0, ordered.length - most),
  };
}

function growths({ targets }: Report): Growth[] {
  return targets.flatMap((target) =>
    (target.delta?.accounted?.rows ?? [])
      .filter(({ definition, delta }) => definition !== undefined && delta > 0)
      .map((row) => ({ target, row })),
  );
}

interface RankedPlace extends Place {
  readonly isOver: boolean;
  /** Of the largest growth. */
  readonly bytes: number;
}

function rankedPlace({ path, line, grown }: Place): RankedPlace {
  return {
    path,
    line,
    grown,
    isOver: grown.some(({ target }) => target.verdict.kind.startsWith('over-')),
    bytes: grown.reduce((most, { row }) => Math.max(most, row.delta), 0),
  };
}

function annotationAt({ path, line, grown, isOver }: RankedPlace): Annotation {
  const where = grown
    .slice(0, MOST_NAMED)
    .map(({ target, row }) => `${formatChange(row.delta)} in ${nameLine(target.target)}`);
  const more = grown.length > MOST_NAMED ? [`${grown.length - MOST_NAMED} more`] : [];
  const { name, base } = grown[0]!.row;
  return {
    path,
    line,
    level: isOver ? 'warning' : 'notice',
    title: 'Kernel size',
    message: `${nameLine(name)} ${base === undefined ? 'is new' : 'grew'}: ${[...where, ...more].join(', ')}`,
  };
}
