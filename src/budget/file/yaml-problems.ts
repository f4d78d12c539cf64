/** Mistakes that YAML itself knows of: in its syntax, in keys and aliases, and in how numbers are written. */
import { type Document, type LineCounter, type YAMLError, isNode, isScalar, visit } from 'yaml';
import { parseSize } from '../units.ts';
import type { Problem } from './problem.ts';
import { sourceOf } from './yaml-node.ts';

/** The text of a file, and where its lines begin. */
interface TextFile {
  readonly text: string;
  readonly lines: LineCounter;
}

/** What the parser found. */
export function syntaxProblems(document: Document.Parsed, file: TextFile): Problem[] {
  const faulty = { ...file, firstOf: firstKeys(document) };
  return [...document.errors, ...document.warnings].map((error) => syntaxProblem(error, faulty));
}

/** A file with mistakes. */
interface FaultyFile extends TextFile {
  readonly firstOf: ReadonlyMap<number, number>;
}

function syntaxProblem(error: YAMLError, file: FaultyFile): Problem {
  const [at] = error.pos;
  const { line, col } = file.lines.linePos(at);
  const message = error.code === 'DUPLICATE_KEY' ? doubleMessage(at, file) : syntaxMessage(error);
  return { line, column: col, message };
}

/** In characters, as a message quotes it. */
const LONGEST_KEY = 100;

function doubleMessage(at: number, { text, lines, firstOf }: FaultyFile): string {
  const key = /^[^\s:]+/.exec(text.slice(at, at + LONGEST_KEY))?.[0] ?? 'a key';
  const first = firstOf.get(at);
  const place = first === undefined ? '' : `, first in line ${lines.linePos(first).line}`;
  return `"${key}" is there twice${place}; keep one of the two`;
}

/** Of each key that stands in a map again, its position and that of the first. */
function firstKeys(document: Document.Parsed): ReadonlyMap<number, number> {
  const firstOf = new Map<number, number>();
  if (!document.errors.some(({ code }) => code === 'DUPLICATE_KEY')) return firstOf;
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Map<unknown, number>();
      for (const { key } of items) {
        if (!isScalar(key) || !key.range) continue;
        const first = seen.get(key.value);
        if (first === undefined) seen.set(key.value, key.range[0]);
        else firstOf.set(key.range[0], first);
      }
    },
  });
  return firstOf;
}

function syntaxMessage(error: YAMLError): string {
  if (error.code === 'MULTIPLE_DOCS') return 'a second document begins here; keep one, without "---"';
  return `not YAML: ${error.message}`;
}

/** Aliases of nothing. */
export function aliasProblems(document: Document.Parsed, lines: LineCounter): Problem[] {
  const anchors = new Set<string | undefined>();
  const problems: Problem[] = [];
  visit(document, {
    Value: (_, { anchor }) => void anchors.add(anchor),
    Alias: (_, alias) => {
      if (anchors.has(alias.source)) return;
      const message = `there is no "&${alias.source}" before "*${alias.source}"; write the value out`;
      problems.push({ ...positionOf(alias, lines), message });
    },
  });
  return problems;
}

/** Numbers that YAML reads as such though no size is written so: `010`, `1e6`. */
export function numberProblems(document: Document.Parsed, lines: LineCounter): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Scalar: (kind, scalar) => {
      if (kind === 'key' || typeof scalar.value !== 'number') return;
      const size = parseSize(sourceOf(scalar));
      if (size.kind === 'mistake') problems.push({ ...positionOf(scalar, lines), message: size.message });
    },
  });
  return problems;
}

/** Where a node begins. */
export function positionOf(node: unknown, lines: LineCounter): Omit<Problem, 'message'> {
  const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}
