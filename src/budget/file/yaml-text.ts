import { type Document, LineCounter, isMap, isSeq, parseDocument } from 'yaml';
import type { Problem } from './problem.ts';
import { type Path, followed, keyAt, nearestKey, nodeAt, sourceOf } from './yaml-node.ts';
import { aliasProblems, numberProblems, positionOf, syntaxProblems } from './yaml-problems.ts';

/** A YAML text as a value, and where its parts stand. */
export interface YamlText {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** A problem at the value that a path leads to, or at the nearest thing above it that is there. */
  problemAt(path: Path, message: string): Problem;
  /** A problem at the last key of a path. */
  problemAtKey(path: Path, message: string): Problem;
  /** What the file has at a path, as a message calls it: `"32K"`, `a list`, `nothing`. */
  found(path: Path): string;
  /** The scalar at a path as it is written, without quotes: `6.10`, not 6.1. */
  source(path: Path): string;
  /** Problems at the numbers that YAML reads as such though no size is written so: `010`, `1e6`. */
  numberProblems(): Problem[];
}

/** Reads one YAML document; syntax errors and duplicate keys are in `problems`, and `value` is then undefined. */
export function readYaml(text: string): YamlText {
  const lines = new LineCounter();
  const read = parseWithin(text, lines);
  if (read.kind === 'problem') return { ...emptyText, problems: [read.problem] };
  const { document } = read;
  const errors = syntaxProblems(document, { text, lines }).concat(
    document.errors.length === 0 ? aliasProblems(document, lines) : [],
  );
  const { value, problems } =
    errors.length === 0 ? toValue(document) : { value: undefined, problems: errors };
  const at = (node: unknown, message: string): Problem => ({ ...positionOf(node, lines), message });
  return {
    value,
    problems,
    problemAt: (path, message) => at(nodeAt(document, path) ?? nearestKey(document, path), message),
    problemAtKey: (path, message) => at(keyAt(document, path) ?? nearestKey(document, path), message),
    found: (path) => describe(followed(document, nodeAt(document, path))),
    source: (path) => sourceOf(followed(document, nodeAt(document, path))),
    numberProblems: () => numberProblems(document, lines),
  };
}

const START: Problem = { line: 1, column: 1, message: '' };

const emptyText: YamlText = {
  value: undefined,
  problems: [],
  problemAt: (_path, message) => ({ ...START, message }),
  problemAtKey: (_path, message) => ({ ...START, message }),
  found: () => 'nothing',
  source: () => '',
  numberProblems: () => [],
};

type Parsed =
  | { readonly kind: 'document'; readonly document: Document.Parsed }
  | { readonly kind: 'problem'; readonly problem: Problem };

const TOO_DEEP: Parsed = { kind: 'problem', problem: { ...START, message: 'the file is nested too deeply' } };

function parseWithin(text: string, lines: LineCounter): Parsed {
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
    // The parser recurses, and reports an exhausted stack once for each level.
    const isTooDeep = document.errors.some(({ message }) => /call stack/.test(message));
    if (isTooDeep) return TOO_DEEP;
    return { kind: 'document', document };
  } catch (error) {
    if (error instanceof RangeError) return TOO_DEEP;
    throw error;
  }
}

/** Aliases are followed, but not without bound: nine lines of them can stand for gigabytes. */
function toValue(document: Document.Parsed): Pick<YamlText, 'value' | 'problems'> {
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) as unknown, problems: [] };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const message = `${error.message}; write the values out`;
    return { value: undefined, problems: [{ ...START, message }] };
  }
}

function describe(node: unknown): string {
  if (isMap(node)) return 'a map';
  if (isSeq(node)) return 'a list';
  const source = sourceOf(node);
  return source === '' ? 'nothing' : `"${source.length > 60 ? `${source.slice(0, 60)}…` : source}"`;
}
