/** The source as its syntax, for rules that hold for all of it. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Visitor, type VisitorObject, parseSync } from 'oxc-parser';

const ROOT = fileURLToPath(new URL('../../src/', import.meta.url));

/** A file of `src/`, by its path there. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** All files of `src/`. */
export function sourceFiles(): SourceFile[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** Calls the visitors for the syntax of a file (https://estree.org). Throws where it cannot be parsed. */
export function visitSyntax({ path, text }: SourceFile, visitors: VisitorObject): void {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  new Visitor(visitors).visit(program);
}

/** `kernel/kconfig/configure.ts:12`, for a position in a file. */
export function placeOf({ path, text }: SourceFile, position: number): string {
  return `${path}:${text.slice(0, position).split('\n').length}`;
}
