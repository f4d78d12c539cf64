/** Mistakes of a budget file that its kernel's tree shows: what a target or a limit names, and the tree does not have. */
import { splitSelector, isSelector } from '../../size/selectors/selector-sizes.ts';
import { limitNameMistake } from '../limit-name.ts';
import { nearest } from '../nearest.ts';
import type { SoundParts } from './sound-parts.ts';

/** What a kernel tree has. */
export interface KernelTree {
  /** Values that ARCH= may have. */
  readonly architectures: readonly string[];
  /** Names that end with `_defconfig`, and `defconfig`; undefined where the tree makes some of names that it computes. */
  readonly defconfigs: (arch: string) => readonly string[] | undefined;
  /** File names of device tree sources: `stm32f469-disco.dts`. */
  readonly deviceTrees: (arch: string) => readonly string[];
  /** Whether something of a kernel may be in a folder, an object or a subsystem of this name, in which `*` and `?` count. */
  readonly mayHave: (kind: 'dir' | 'object' | 'subsystem', name: string) => boolean;
  /** The names of such, for "did you mean". */
  readonly names: (kind: 'dir' | 'object' | 'subsystem') => readonly string[];
}

/** A mistake, and the keys of the target that lead to where it is. */
export interface TreeMistake {
  readonly keys: readonly string[];
  readonly place: 'key' | 'value';
  readonly message: string;
}

/** Those of one target; `arch` is its own or its preset's. */
export function treeMistakes(parts: SoundParts, arch: string | undefined, tree: KernelTree): TreeMistake[] {
  return [
    ...archMistakes(parts, tree),
    ...defconfigMistakes(parts, arch, tree),
    ...deviceTreeMistakes(parts, arch, tree),
    ...limitMistakes(parts, tree),
  ];
}

function archMistakes({ arch }: SoundParts, { architectures }: KernelTree): TreeMistake[] {
  if (arch === undefined || architectures.includes(arch)) return [];
  return [value(['arch'], `the kernel tree has no architecture "${arch}"; ${hint(arch, architectures)}`)];
}

function defconfigMistakes({ base }: SoundParts, arch: string | undefined, tree: KernelTree): TreeMistake[] {
  if (base === undefined || arch === undefined || !/^([\w.-]+_)?defconfig$/.test(base)) return [];
  const known = tree.architectures.includes(arch) ? tree.defconfigs(arch) : undefined;
  if (known === undefined || known.includes(base)) return [];
  return [value(['base'], `the kernel tree has no ${base} for ${arch}; ${hint(base, known)}`)];
}

function deviceTreeMistakes({ dtb }: SoundParts, arch: string | undefined, tree: KernelTree): TreeMistake[] {
  if (dtb === undefined || arch === undefined || !tree.architectures.includes(arch)) return [];
  const source = dtb.replace(/\.dtb$/, '.dts');
  const known = tree.deviceTrees(arch);
  if (known.includes(source)) return [];
  return [value(['dtb'], `the kernel tree has no ${source} for ${arch}; ${hint(source, known)}`)];
}

const WORDS = { dir: 'folder', object: 'object', subsystem: 'subsystem' } as const;

function limitMistakes({ limits }: SoundParts, tree: KernelTree): TreeMistake[] {
  return limits.flatMap(({ key, name: part }) => {
    if (!isSelector(part) || limitNameMistake(part) !== undefined) return [];
    const { kind, name } = splitSelector(part);
    if (kind === 'section' || kind === 'symbol' || tree.mayHave(kind, name)) return [];
    const message = `"${part}" can match nothing: the kernel tree has no such ${WORDS[kind]}; ${hint(name, tree.names(kind))}`;
    return [{ keys: [key, part], place: 'key', message }];
  });
}

function value(keys: readonly string[], message: string): TreeMistake {
  return { keys, place: 'value', message };
}

function hint(written: string, known: readonly string[]): string {
  const near = nearest(written, known);
  return near === undefined ? 'correct it, or leave it out' : `did you mean "${near}"?`;
}
