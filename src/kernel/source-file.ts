import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What an object is made from, in the order of likelihood. */
const ENDINGS = ['.c', '.S', '.rs', '.dts'];

/** `fs/dcache.c` for `fs/dcache.o`; undefined where it is made from nothing in the tree. */
export function sourceFileOf(tree: string, object: string): string | undefined {
  const stem = object.replace(/\.o$/, '');
  const ending = ENDINGS.find((candidate) => existsSync(join(tree, stem + candidate)));
  return ending === undefined ? undefined : stem + ending;
}

/** The text of a file of the tree; undefined where there is none, it cannot be read, or it leads out of the tree. */
export function readSourceFile(tree: string, path: string): string | undefined {
  try {
    const real = realpathSync(join(tree, path));
    const inTree = relative(realpathSync(tree), real).split(sep);
    // A change may add a link to what only this process may read, such as the token in .git/config.
    if (inTree.includes('..') || inTree.includes('.git')) return undefined;
    return readFileSync(real, 'utf8');
  } catch {
    return undefined;
  }
}
