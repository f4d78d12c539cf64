import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'rolldown/utils';
import { expect, test } from 'vitest';
import { sumBy } from './support/elf/accounting-builders.ts';

const source = join(import.meta.dirname, '../src');

/** By file, the files of src that it imports, types alone too. */
const imports = new Map(
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, importsOf(path)] as const),
);

function importsOf(path: string): string[] {
  const text = readFileSync(join(source, path), 'utf8');
  const { staticImports, staticExports, dynamicImports } = parseSync(path, text).module;
  const exported = staticExports.flatMap(({ entries }) => entries);
  const named = [...staticImports, ...exported].map(({ moduleRequest }) => moduleRequest?.value);
  const called = dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1));
  return [...named, ...called]
    .filter((name) => name?.startsWith('.'))
    .map((name) => relative(source, join(source, dirname(path), name!)));
}

test('every import leads to a file of the source', () => {
  const all = [...imports.values()].flat();
  expect(all.length).toBeGreaterThan(1000);
  expect(all.filter((path) => !imports.has(path) && path !== '../package.json')).toEqual([]);
});

test('files import each other in no circle', () => {
  expect(circlesOf(imports)).toEqual([]);
});

test.each([source, import.meta.dirname])('a folder has 20 files at most, below %s', (root) => {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const counts = sumBy(
    files,
    ({ parentPath }) => parentPath,
    () => 1,
  );
  expect(Object.entries(counts).filter(([, count]) => count > 20)).toEqual([]);
});

/** What is left when all are taken away, again and again, that import nothing that is left. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const left = new Map(graph);
  for (let before = Infinity; left.size < before;) {
    before = left.size;
    for (const [path, targets] of left) {
      if (!targets.some((target) => left.has(target))) left.delete(path);
    }
  }
  return [...left.keys()];
}
