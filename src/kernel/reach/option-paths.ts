/**
 * Files and folders that a configuration names: CONFIG_INITRAMFS_SOURCE, CONFIG_EXTRA_FIRMWARE_DIR, keys and their lists,
 * CONFIG_BOOT_CONFIG_EMBED_FILE, whatever option of type string a fork adds, and variables of make. Any word counts: one
 * that is no path costs a build, one that is missed hides what a kernel has packed.
 */
import { existsSync } from 'node:fs';
import { join, normalize } from 'node:path/posix';
import { isBelow, realPath } from '../../files/paths.ts';
import { type KernelConfig, optionValue } from '../../size/kernel-config.ts';
import { matchesGlob } from '../../size/selectors/glob.ts';

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

/** Options that the kernel's own Makefiles read as paths; EXTRA_FIRMWARE_DIR where there is EXTRA_FIRMWARE. */
const PATH_OPTIONS =
  /^(INITRAMFS_SOURCE|EXTRA_FIRMWARE_DIR|SYSTEM_(TRUSTED_KEYS|REVOCATION_KEYS|BLACKLIST_HASH_LIST)|MODULE_SIG_KEY|BOOT_CONFIG_EMBED_FILE|UNUSED_KSYMS_WHITELIST|ACPI_CUSTOM_DSDT_FILE|CFG80211_EXTRA_REGDB_KEYDIR)$/;

/** What a running kernel has too: `/sbin/init` of an option is its own. */
const OF_RUNNING_SYSTEMS = /^\/(bin|dev|etc|lib\w*|proc|run|sbin|sys|usr|var)(\/|$)/;

/**
 * The option that leads to something outside of the repository and of the build folder, which no commit has: such a
 * kernel is not that of its commit alone.
 */
export function optionThatLeaves(config: KernelConfig, places: NamingPlaces): string | undefined {
  const leaves = ([name, value]: readonly [string, string]): boolean => {
    if (!value.startsWith('"')) return false;
    if (name === 'EXTRA_FIRMWARE_DIR' && optionValue(config, 'EXTRA_FIRMWARE') === '""') return false;
    const words = wordsOf(value).filter((word) => PATH_OPTIONS.test(name) || !OF_RUNNING_SYSTEMS.test(word));
    return words.flatMap((word) => placesOf(word, places)).some((place) => isElsewhere(place, places));
  };
  const found = [...config].find(leaves);
  return found === undefined ? undefined : `CONFIG_${found[0]}`;
}

function isElsewhere(place: string, { root, output }: NamingPlaces): boolean {
  if (!existsSync(place)) return false;
  return [root, output].every((folder) => {
    const [inside, whole] = [realPath(place), realPath(folder)];
    return !isBelow(inside, whole) && !isBelow(whole, inside);
  });
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
function patternsOf(word: string, places: NamingPlaces): string[] {
  const rest = expanded(word, places);
  if (rest.startsWith('*')) return [rest.replace(/^\*\//, '*')];
  const roots = [...new Set([places.root, realPath(places.root)])];
  return placesOf(word, places).flatMap((place) => roots.flatMap((root) => patternIn(root, place)));
}

function expanded(word: string, { output }: NamingPlaces): string {
  return word
    .replace(TREE, '.')
    .replace(BUILD, output)
    .replaceAll(VARIABLE, '*')
    .replaceAll(/\[[^[\]]*\]/g, '?');
}

/** Where a word may lead: an absolute path, or one from the kernel's folder or from `O=`, which make runs in. */
function placesOf(word: string, places: NamingPlaces): string[] {
  const { root, prefix, output } = places;
  const rest = expanded(word, places);
  const found = rest.startsWith('/')
    ? [rest, realPath(rest)]
    : [join(root, prefix, rest), join(realPath(root), prefix, rest), join(output, rest)];
  return found.map((place) => normalize(place));
}

function patternIn(root: string, place: string): string[] {
  if (`${root}/`.startsWith(place.replace(/\/?$/, '/'))) return ['*'];
  return place.startsWith(`${root}/`) ? [place.slice(root.length + 1).replace(/\/$/, '')] : [];
}
