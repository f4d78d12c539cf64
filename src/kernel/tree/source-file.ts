import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readTextIfSound, sourceIn } from '../kernel-file.ts';

/** What an object is made from, in the order of likelihood. */
const ENDINGS = ['.c', '.S', '.rs', '.dts'];

/** `fs/dcache.c` for `fs/dcache.o`; undefined where it is made from nothing in the tree. */
export function sourceFileOf(tree: string, object: string): string | undefined {
  const stem = object.replace(/\.o$/, '');
  const ending = ENDINGS.find((candidate) => existsSync(join(tree, stem + candidate)));
  return ending === undefined ? undefined : stem + ending;
}

/** Returns the text of a file of the tree; undefined where it cannot be read, or leads out of the tree. */
export function readSourceFile(tree: string, path: string): string | undefined {
  return readTextIfSound(join(tree, path), 'source', sourceIn(tree));
}
