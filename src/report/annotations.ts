import { formatChange } from '../budget/units.ts';
import type { OwnerRow } from '../size/owner-rows.ts';
import { nameLine } from './owner-words.ts';
import type { Report, TargetReport } from './report.ts';

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

/** The definitions of functions that grew, one annotation a line: first in a target that breaks a limit, then by bytes. */
export function annotationsOf(report: Report, most: number): Annotations {
  const { folder } = report;
  if (folder === undefined) return { shown: [], omitted: 0 };
  const byLine = new Map<string, Growth[]>();
  for (const growth of growths(report)) {
    const { file, line } = growth.row.definition!;
    const path = `${folder === '' ? '' : `${folder}/`}${file}`;
    if (line < 1 || line > MOST_LINES || path.length > LONGEST_PATH || !PLAIN_PATH.test(path)) continue;
    const place = `${path}:${line}`;
    byLine.set(place, [...(byLine.get(place) ?? []), growth]);
  }
  const all = [...byLine].map(([place, grown]) => annotationAt(place, grown));
  const ordered = all.toSorted((a, b) => rank(a) - rank(b) || b.bytes - a.bytes);
  return {
    shown: ordered.slice(0, most).map(({ annotation }) => annotation),
    omitted: Math.max(0, all.length - most),
  };
}

function growths({ targets }: Report): Growth[] {
  return targets.flatMap((target) =>
    (target.delta?.accounted?.rows ?? [])
      .filter(({ definition, delta }) => definition !== undefined && delta > 0)
      .map((row) => ({ target, row })),
  );
}

interface RankedAnnotation {
  readonly annotation: Annotation;
  readonly bytes: number;
}

function annotationAt(place: string, grown: readonly Growth[]): RankedAnnotation {
  const colon = place.lastIndexOf(':');
  const isOver = grown.some(({ target }) => target.verdict.kind.startsWith('over-'));
  const where = grown.map(({ target, row }) => `${formatChange(row.delta)} in ${nameLine(target.target)}`);
  const { name, base } = grown[0]!.row;
  return {
    bytes: Math.max(...grown.map(({ row }) => row.delta)),
    annotation: {
      path: place.slice(0, colon),
      line: Number(place.slice(colon + 1)),
      level: isOver ? 'warning' : 'notice',
      title: 'Kernel size',
      message: `${nameLine(name)} ${base === undefined ? 'is new' : 'grew'}: ${where.join(', ')}`,
    },
  };
}

function rank({ annotation }: RankedAnnotation): number {
  return annotation.level === 'warning' ? 0 : 1;
}
