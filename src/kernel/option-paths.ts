/**
 * Files and folders that a configuration names: CONFIG_INITRAMFS_SOURCE, CONFIG_EXTRA_FIRMWARE_DIR, keys and their lists,
 * CONFIG_BOOT_CONFIG_EMBED_FILE, whatever option of type string a fork adds, and variables of make. Any word counts: one
 * that is no path costs a build, one that is missed hides what a kernel has packed.
 */
import { join, normalize } from 'node:path/posix';
import type { KernelConfig } from '../size/kernel-config.ts';
import { matchesGlob } from '../size/glob.ts';
import { realPath } from './paths.ts';

/** Where words lead from; absolute. */
export interface NamingPlaces {
  /** The repository's root. */
  readonly root: string;
  /** The kernel's folder in it, '' for the root itself. */
  readonly prefix: string;
  /** `O=`, which make runs in. */
  readonly output: string;
}

/** A word of a value. */
export interface OptionPath {
  /** `CONFIG_INITRAMFS_SOURCE`, or a variable of make. */
  readonly option: string;
  /** Of paths relative to the repository's root: itself, and what is below it. */
  readonly patterns: readonly string[];
}

export function optionPaths(
  config: KernelConfig,
  make: Readonly<Record<string, string>>,
  places: NamingPlaces,
): OptionPath[] {
  const strings = [...config].filter(([, value]) => value.startsWith('"'));
  const values = [
    ...strings.map(([name, value]) => [`CONFIG_${name}`, value] as const),
    ...Object.entries(make),
  ];
  return values.flatMap(([option, value]) => {
    // What a command says may be any path.
    if (/`|\$\(shell\b/.test(value)) return [{ option, patterns: ['*'] }];
    const patterns = wordsOf(value).flatMap((word) => patternsOf(word, places));
    return patterns.length === 0 ? [] : [{ option, patterns }];
  });
}

/** The option by which a file, relative to the repository's root, may be read. */
export function optionThatNames(path: string, options: readonly OptionPath[]): string | undefined {
  return options.find(({ patterns }) =>
    patterns.some((pattern) => matchesGlob(pattern, path) || matchesGlob(`${pattern}/*`, path)),
  )?.option;
}

/** Each word as it stands, and its parts: names of folders have commas too. */
function wordsOf(value: string): string[] {
  const words = value.split(/[\s"'\\]+/);
  const parts = words.flatMap((word) => word.split(/[=:,]+/));
  return [...new Set([...words, ...parts])].filter((word) => /[^/]/.test(word));
}

const TREE = /^\$[({](?:abs_)?srctree[)}](?=\/|$)/;
const BUILD = /^\$[({](?:abs_)?objtree[)}](?=\/|$)/;
const VARIABLE = /\$[({]?[\w.-]*[)}]?/g;

/** Any variable but those of the tree may be any folder. */
function patternsOf(word: string, { root: given, prefix, output }: NamingPlaces): string[] {
  const roots = [...new Set([given, realPath(given)])];
  const rest = word
    .replace(TREE, '.')
    .replace(BUILD, output)
    .replaceAll(VARIABLE, '*')
    .replaceAll(/\[[^[\]]*\]/g, '?');
  if (rest.startsWith('*')) return [rest.replace(/^\*\//, '*')];
  const places = rest.startsWith('/')
    ? [rest, realPath(rest)]
    : [...roots.map((root) => join(root, prefix, rest)), join(output, rest)];
  return places.flatMap((place) => roots.flatMap((root) => patternIn(root, normalize(place))));
}

function patternIn(root: string, place: string): string[] {
  if (`${root}/`.startsWith(place.replace(/\/?$/, '/'))) return ['*'];
  return place.startsWith(`${root}/`) ? [place.slice(root.length + 1).replace(/\/$/, '')] : [];
}
