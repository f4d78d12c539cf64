import { type Document, type Pair, isAlias, isMap, isScalar, isSeq } from 'yaml';

/** Keys and list indices from the top of a document. */
export type Path = readonly PropertyKey[];

/** What stands at a path; aliases on the way are followed, the last part may be one. */
export function nodeAt(document: Document.Parsed, path: Path): unknown {
  let node: unknown = document.contents;
  for (const name of path) {
    const parent = followed(document, node);
    node = isSeq(parent) ? parent.items[Number(name)] : pairAt(parent, name)?.value;
  }
  return node;
}

/** The node that an alias stands for, or the node itself. */
export function followed(document: Document.Parsed, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

/** The last key of a path, as a node. */
export function keyAt(document: Document.Parsed, path: Path): unknown {
  const name = path.at(-1);
  if (name === undefined) return undefined;
  return pairAt(followed(document, nodeAt(document, path.slice(0, -1))), name)?.key;
}

/** By the key's text, as in the value: there the key `1` is "1". */
function pairAt(node: unknown, name: PropertyKey): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }) => isScalar(key) && String(key.value) === String(name));
}

/** The key of the deepest part of a path that the file has. */
export function nearestKey(document: Document.Parsed, path: Path): unknown {
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length);
    const node = keyAt(document, part) ?? nodeAt(document, part);
    if (node !== undefined) return node;
  }
  return document.contents;
}

/** A scalar as it is written, without quotes; empty for anything else. */
export function sourceOf(node: unknown): string {
  if (!isScalar(node)) return '';
  return node.source ?? '';
}
