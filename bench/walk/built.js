/** What a kernel was built from, by kbuild's own notes. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Sources in the tree that were compiled for the kernel itself, assembly, headers with the number of sources that include
 * them, and headers that stand for one of asm-generic; in a fixed order.
 * @param {string} output
 * @param {string} source
 * @param {string} folder of the architecture
 */
export function readBuilt(output, source, folder) {
  const notes = readdirSync(output, { recursive: true })
    .filter((path) => /(^|\/)\.[^/]*\.o\.cmd$/.test(path) && !/^(scripts|tools)\//.test(path))
    .map((path) => readFileSync(join(output, path), 'utf8'));
  const [sources, assembly, counts] = [new Set(), new Set(), new Map()];
  for (const note of notes) {
    const [, from = ''] = /^source_\S+ := (\S+)/m.exec(note) ?? [];
    const path = inTree(from, source);
    if (path?.endsWith('.c')) sources.add(path);
    if (path?.endsWith('.S')) assembly.add(path);
    const dependencies = new Set(note.split(/\s+/).map((word) => inTree(word, source)));
    for (const header of dependencies)
      if (header?.endsWith('.h')) counts.set(header, (counts.get(header) ?? 0) + 1);
  }
  return {
    sources: [...sources]
      .filter((path) => !/^arch\/[^/]+\/(boot|realmode|entry\/vdso)\//.test(path))
      .toSorted(byText),
    assembly: [...assembly].toSorted(byText),
    headers: [...counts].toSorted(([a], [b]) => byText(a, b)),
    wrappers: readdirSync(join(output, `arch/${folder}/include/generated/asm`))
      .filter(
        (name) =>
          name.endsWith('.h') && isWrapper(join(output, `arch/${folder}/include/generated/asm`, name)),
      )
      .toSorted(byText),
  };
}

const byText = (a, b) => (a < b ? -1 : 1);

function inTree(path, source) {
  return path.startsWith(`${source}/`) ? path.slice(source.length + 1) : undefined;
}

function isWrapper(path) {
  return readFileSync(path, 'utf8').startsWith('#include <asm-generic/');
}
