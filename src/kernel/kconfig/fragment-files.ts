import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { parseKernelConfig, unexpectedLines } from '../../size/kernel-config.ts';
import { UserError } from '../../user-error.ts';
import { readBoundedText, sourceIn } from '../kernel-file.ts';
import type { KernelBuild } from '../make/build-context.ts';
import { fragmentPaths } from '../tree/fragment-paths.ts';

/** A fragment or a `base`; `name` is what messages call it. */
export interface ConfigFile {
  readonly name: string;
  readonly text: string;
}

/** Reads a preset's own fragment, whose path is absolute, or one of a kernel tree. */
export function readFragment(build: KernelBuild, path: string): ConfigFile {
  // A budget file cannot name an absolute path, see pathSchema.
  if (isAbsolute(path)) return { name: path, text: readBoundedText(path, 'fragment') };
  return findAndRead(build, path);
}

/** Reads a `base` that is a whole `.config`. Throws a UserError where the file is something else. */
export function readBaseFile(build: KernelBuild, path: string): ConfigFile {
  const file = findAndRead(build, path);
  if (parseKernelConfig(file.text).size > 0) return file;
  throw new UserError(
    `${build.target.name}: base "${path}" has no line CONFIG_NAME=value at ${build.side}; name a .config, ` +
      'such as "make savedefconfig" writes, or one of tinyconfig, allnoconfig and NAME_defconfig',
  );
}

function findAndRead(build: KernelBuild, path: string): ConfigFile {
  const places = fragmentPaths(path, build.target.arch);
  const trees = [build.source, ...(build.fragmentFallback === undefined ? [] : [build.fragmentFallback])];
  for (const tree of trees) {
    const place = places.find((candidate) => existsSync(join(tree, candidate)));
    if (place !== undefined) return readTreeFile(build, tree, place);
  }
  throw new UserError(
    `${build.target.name}: ${path} does not exist at ${build.side}; looked for ${places.join(', ')} in the kernel tree`,
  );
}

/** Reads a file of a tree. Throws a UserError where it is no regular one or leads out of the tree. */
export function readTreeFile(build: KernelBuild, tree: string, path: string): ConfigFile {
  const name = `${build.target.name}: ${path} at ${build.side}`;
  return { name: path, text: readBoundedText(join(tree, path), 'fragment', { ...sourceIn(tree), name }) };
}

/** Throws a UserError that names all lines that Kconfig would skip, so that nothing asked for is lost unseen. */
export function requireConfigLines(build: KernelBuild, files: readonly ConfigFile[]): void {
  const mistakes = files.flatMap(({ name, text }) =>
    unexpectedLines(text).map(
      (line) =>
        `${name}:${line.number}: expected CONFIG_NAME=value without spaces, or a comment, ` +
        `found ${quote(line.text)}`,
    ),
  );
  if (mistakes.length === 0) return;
  const where = `${build.target.name}: at ${build.side} `;
  if (mistakes.length === 1) throw new UserError(where + mistakes[0]!);
  throw new UserError(
    `${where}${mistakes.length} lines of the configuration files are not understood; correct or remove them`,
    { details: mistakes },
  );
}

const LONGEST = 80;

/** On one line, whatever the file holds. */
function quote(text: string): string {
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
