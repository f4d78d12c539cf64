import { readSourceFile, sourceFileOf } from './kernel/source-file.ts';
import type { Report, TargetReport } from './report/report.ts';
import { definitionLine } from './size/definition-line.ts';
import type { OwnerRow } from './size/owner-rows.ts';

/** Functions that are looked up for one target, largest growth first. */
const MOST_LOCATED = 200;

/** Adds to each function that grew or is new where head defines it; `tree` has head's sources. */
export function locateDefinitions(report: Report, tree: string): Report {
  const read = sourceReader(tree);
  return { ...report, targets: report.targets.map((target) => locateInTarget(target, read)) };
}

/** The path and the text of an object's source. */
type SourceReader = (object: string) => { readonly file: string; readonly text: string } | undefined;

function locateInTarget(target: TargetReport, read: SourceReader): TargetReport {
  const accounted = target.delta?.accounted;
  if (target.delta === undefined || accounted === undefined) return target;
  const grown = accounted.rows.filter(({ kind, delta }) => kind === 'symbol' && delta > 0);
  const wanted = new Set(grown.slice(0, MOST_LOCATED));
  const rows = accounted.rows.map((row) => (wanted.has(row) ? located(row, read) : row));
  return { ...target, delta: { ...target.delta, accounted: { ...accounted, rows } } };
}

function located(row: OwnerRow, read: SourceReader): OwnerRow {
  const source = read(row.object);
  const line = source && definitionLine(source.text, row.name);
  return line === undefined ? row : { ...row, definition: { file: source!.file, line } };
}

/** Reads each source once; what lies outside of the tree or cannot be read has none. */
function sourceReader(tree: string): SourceReader {
  const known = new Map<string, ReturnType<SourceReader>>();
  return (object) => {
    if (!known.has(object)) known.set(object, readSource(tree, object));
    return known.get(object);
  };
}

function readSource(tree: string, object: string): ReturnType<SourceReader> {
  const file = object.includes('/') ? sourceFileOf(tree, object) : undefined;
  const text = file === undefined ? undefined : readSourceFile(tree, file);
  return file === undefined || text === undefined ? undefined : { file, text };
}
