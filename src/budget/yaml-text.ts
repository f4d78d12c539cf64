import {
  type Document,
  LineCounter,
  type YAMLError,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
} from 'yaml';
import type { Problem } from './problem.ts';
import { type Path, followed, keyAt, nearestKey, nodeAt } from './yaml-node.ts';

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
}

/** Reads one YAML document; syntax errors and duplicate keys are in `problems`, and `value` is then undefined. */
export function readYaml(text: string): YamlText {
  const lines = new LineCounter();
  const read = parseWithin(text, lines);
  if (read.kind === 'problem') return { ...emptyText, problems: [read.problem] };
  const { document } = read;
  const errors = [...document.errors, ...document.warnings]
    .map((error) => syntaxProblem(error, { text, lines }))
    .concat(document.errors.length === 0 ? aliasProblems(document, lines) : []);
  const { value, problems } =
    errors.length === 0 ? toValue(document) : { value: undefined, problems: errors };
  const at = (node: unknown, message: string): Problem => ({ ...position(node, lines), message });
  return {
    value,
    problems,
    problemAt: (path, message) => at(nodeAt(document, path) ?? nearestKey(document, path), message),
    problemAtKey: (path, message) => at(keyAt(document, path) ?? nearestKey(document, path), message),
    found: (path) => describe(followed(document, nodeAt(document, path))),
    source: (path) => sourceOf(followed(document, nodeAt(document, path))),
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

function syntaxProblem(
  error: YAMLError,
  file: { readonly text: string; readonly lines: LineCounter },
): Problem {
  const { line, col } = file.lines.linePos(error.pos[0]);
  return { line, column: col, message: syntaxMessage(error, file.text.slice(error.pos[0])) };
}

function syntaxMessage(error: YAMLError, rest: string): string {
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^\s:]+/.exec(rest)?.[0] ?? 'a key';
    return `"${key}" is there twice; keep one of the two`;
  }
  if (error.code === 'MULTIPLE_DOCS') return 'a second document begins here; keep one, without "---"';
  return `not YAML: ${error.message}`;
}

function aliasProblems(document: Document.Parsed, lines: LineCounter): Problem[] {
  const anchors = new Set<string | undefined>();
  const problems: Problem[] = [];
  visit(document, {
    Value: (_, { anchor }) => void anchors.add(anchor),
    Alias: (_, alias) => {
      if (anchors.has(alias.source)) return;
      const message = `there is no "&${alias.source}" before "*${alias.source}"; write the value out`;
      problems.push({ ...position(alias, lines), message });
    },
  });
  return problems;
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

function position(node: unknown, lines: LineCounter): Omit<Problem, 'message'> {
  const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function describe(node: unknown): string {
  if (isMap(node)) return 'a map';
  if (isSeq(node)) return 'a list';
  const source = sourceOf(node);
  return source === '' ? 'nothing' : `"${source.length > 60 ? `${source.slice(0, 60)}…` : source}"`;
}

function sourceOf(node: unknown): string {
  if (!isScalar(node)) return '';
  return node.source ?? '';
}
