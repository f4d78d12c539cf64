import { limitNameMistake } from '../limit-name.ts';
import { nearest, suggestion } from '../nearest.ts';
import { reservedVariable } from './make-variable.ts';
import type { Preset } from './preset.ts';
import type { Problem } from './problem.ts';
import { baseFile, fragmentPath, isConfigBase } from './resolve-target.ts';
import { type SoundParts, soundParts } from './sound-parts.ts';
import { type KernelTree, treeMistakes } from './tree-problems.ts';
import type { Path } from './yaml-node.ts';
import type { YamlText } from './yaml-text.ts';

/** What targets are checked against. */
export interface Surroundings {
  readonly presets: ReadonlyMap<string, Preset>;
  readonly fileExists: FileExists;
  /** The tree, where mistakes in naming something of it are the file's: a limit on what it has lost stays one. */
  readonly tree?: KernelTree | undefined;
}

/** Whether the kernel tree has a file, for a path as a budget file names it and the target's ARCH=. */
export type FileExists = (path: string, arch: string) => boolean;

interface Entry extends Surroundings {
  readonly name: string;
  readonly parts: SoundParts;
  readonly preset: Preset | undefined;
  readonly yaml: YamlText;
}

/** The mistakes in all targets that the schema cannot see: they depend on other keys, on presets or on files. */
export function targetProblems(
  targets: Readonly<Record<string, unknown>>,
  yaml: YamlText,
  surroundings: Surroundings,
): Problem[] {
  return Object.entries(targets).flatMap(([name, target]) => {
    const parts = soundParts(target);
    const preset = parts.extends === undefined ? undefined : surroundings.presets.get(parts.extends);
    const entry = { ...surroundings, name, parts, preset, yaml };
    return CHECKS.flatMap((check) => check(entry));
  });
}

const CHECKS = [
  nameProblems,
  presetProblems,
  missingProblems,
  baseProblems,
  fragmentProblems,
  makeProblems,
  dtbProblems,
  inTreeProblems,
];

function pathIn({ name }: Entry, ...keys: Path): Path {
  return ['targets', name, ...keys];
}

function has(entry: Entry, ...keys: Path): boolean {
  return entry.yaml.found(pathIn(entry, ...keys)) !== 'nothing';
}

/** The schema judges names too, but zod's records pass over this one. */
const UNSEEN = '__proto__';

const NAMES_UNSEEN = [
  { keys: [], message: `"${UNSEEN}" is not a name for a target; choose another` },
  { keys: ['make'], message: `"${UNSEEN}" is not a name of a make variable` },
  { keys: ['budgets'], message: limitNameMistake(UNSEEN)! },
  { keys: ['growth'], message: limitNameMistake(UNSEEN)! },
];

function nameProblems(entry: Entry): Problem[] {
  return NAMES_UNSEEN.flatMap(({ keys, message }) => {
    const path = keys.length === 0 ? pathIn(entry) : pathIn(entry, ...keys, UNSEEN);
    const isThere = path.at(-1) === UNSEEN && entry.yaml.found(path) !== 'nothing';
    return isThere ? [entry.yaml.problemAtKey(path, message)] : [];
  });
}

function presetProblems(entry: Entry): Problem[] {
  const { parts, presets, preset, yaml } = entry;
  if (parts.extends === undefined || preset !== undefined) return [];
  const names = [...presets.keys()];
  const near = nearest(parts.extends, names);
  const hint = near === undefined ? '' : `did you mean "${near}"? `;
  const message = `unknown preset "${parts.extends}"; ${hint}the presets are ${names.join(', ')}`;
  return [yaml.problemAt(pathIn(entry, 'extends'), message)];
}

const REQUIRED = [
  { key: 'arch', example: '"arch: arm"' },
  { key: 'image', example: '"image: zImage" or "image: bzImage"' },
] as const;

function missingProblems(entry: Entry): Problem[] {
  const { name, presets, yaml } = entry;
  // A value that is no map is the schema's to report.
  if (has(entry, 'extends') || yaml.found(pathIn(entry)) !== 'a map') return [];
  const fix = presets.has(name) ? `"extends: ${name}" for the preset of that name` : undefined;
  return REQUIRED.filter(({ key }) => !has(entry, key)).map(({ key, example }) =>
    yaml.problemAtKey(
      pathIn(entry),
      `"${name}" has no "${key}"; write ${fix ?? `${example}, or extend a preset`}`,
    ),
  );
}

function baseProblems(entry: Entry): Problem[] {
  const { base } = entry.parts;
  if (base === undefined) return [];
  if (!isConfigBase(base)) {
    const hint = suggestion(base, ['tinyconfig', 'allnoconfig', 'NAME_defconfig', 'the path of a .config']);
    return [entry.yaml.problemAt(pathIn(entry, 'base'), `unknown base "${base}"; ${hint}`)];
  }
  const file = baseFile(base);
  return file === undefined ? [] : fileProblems(entry, `base "${file}"`, { file, path: ['base'] });
}

function fragmentProblems(entry: Entry): Problem[] {
  return entry.parts.fragments.flatMap(({ index, fragment }) => {
    const file = fragmentPath(fragment);
    const inMap = typeof fragment === 'string' ? [] : ['file'];
    return fileProblems(entry, `fragment "${file}"`, { file, path: ['fragments', index, ...inMap] });
  });
}

function fileProblems(
  entry: Entry,
  what: string,
  named: { readonly file: string; readonly path: Path },
): Problem[] {
  const { fileExists, parts, preset, yaml } = entry;
  if (fileExists(named.file, parts.arch ?? preset?.target.arch ?? '')) return [];
  const message = `${what} does not exist in the kernel tree; check the path, or commit the file`;
  return [yaml.problemAt(pathIn(entry, ...named.path), message)];
}

function makeProblems(entry: Entry): Problem[] {
  return entry.parts.make.flatMap((variable) => {
    const instead = reservedVariable(variable);
    if (instead === undefined) return [];
    const message = `"${variable}" may not be set here; ${instead}`;
    return [entry.yaml.problemAtKey(pathIn(entry, 'make', variable), message)];
  });
}

/** Of all metrics only `dtb` depends on the target: every kernel has the others. */
function dtbProblems(entry: Entry): Problem[] {
  const { name, preset, yaml } = entry;
  if (has(entry, 'dtb') || preset?.target.dtb !== undefined) return [];
  const fix = 'name it, such as "dtb: versatile-pb.dtb", or leave the limit out';
  return ['budgets', 'growth']
    .filter((limits) => has(entry, limits, 'dtb'))
    .map((limits) =>
      yaml.problemAtKey(pathIn(entry, limits, 'dtb'), `"${name}" has no device tree blob to limit; ${fix}`),
    );
}

function inTreeProblems(entry: Entry): Problem[] {
  const { parts, preset, tree, yaml } = entry;
  if (tree === undefined) return [];
  return treeMistakes(parts, parts.arch ?? preset?.target.arch, tree).map(({ keys, place, message }) => {
    const path = pathIn(entry, ...keys);
    return place === 'key' ? yaml.problemAtKey(path, message) : yaml.problemAt(path, message);
  });
}
