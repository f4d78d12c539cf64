/** The files of kernels that were built elsewhere, as the action's inputs and the command line name them. */
import { UserError } from '../../user-error.ts';

export const FILE_KINDS = ['elf', 'map', 'config', 'image', 'dtb'] as const;

export type FileKind = (typeof FILE_KINDS)[number];

export const FILE_WORDS: Readonly<Record<FileKind, string>> = {
  elf: 'vmlinux, linked and not stripped,',
  map: "linker's map",
  config: '.config',
  image: 'boot image',
  dtb: 'device tree blob',
};

/** `base-elf`: how a file is asked for. */
type FileName = `${'base' | 'head'}-${FileKind}`;

/** Paths by kind, as they were written. */
export type PrebuiltFiles = Readonly<Partial<Record<FileKind, string>>> & { readonly elf: string };

/** Both kernels, with files of the same kinds. */
export interface PrebuiltKernels {
  readonly base: PrebuiltFiles;
  readonly head: PrebuiltFiles;
}

/** Where the paths are written, and what messages put before a name: `--`, `input `. */
export interface PrebuiltSource {
  readonly valueOf: (name: FileName) => string | undefined;
  readonly prefix: string;
}

/**
 * The kernels that are given, undefined where no file is. Throws a UserError where a file is of one side alone: what
 * only one kernel tells cannot be compared.
 */
export function readPrebuiltKernels(source: PrebuiltSource): PrebuiltKernels | undefined {
  const { valueOf, prefix } = source;
  const kinds = FILE_KINDS.filter((kind) => SIDES.some((side) => valueOf(`${side}-${kind}`) !== undefined));
  const [first] = kinds;
  if (first === undefined) return undefined;
  for (const kind of kinds) requireBoth(kind, source);
  if (first !== 'elf') {
    throw new UserError(
      `${prefix}base-${first} is given without a kernel; name the linked vmlinux of both sides too, with ` +
        `${prefix}base-elf and ${prefix}head-elf`,
    );
  }
  return { base: filesOf('base', kinds, valueOf), head: filesOf('head', kinds, valueOf) };
}

const SIDES = ['base', 'head'] as const;

function requireBoth(kind: FileKind, { valueOf, prefix }: PrebuiltSource): void {
  const lacking = SIDES.find((side) => valueOf(`${side}-${kind}`) === undefined);
  if (lacking === undefined) return;
  const present = lacking === 'base' ? 'head' : 'base';
  throw new UserError(
    `${prefix}${present}-${kind} is given and ${prefix}${lacking}-${kind} is not; expected both or none, since what ` +
      'one kernel alone tells cannot be compared',
  );
}

function filesOf(
  side: 'base' | 'head',
  kinds: readonly FileKind[],
  valueOf: PrebuiltSource['valueOf'],
): PrebuiltFiles {
  return Object.fromEntries(kinds.map((kind) => [kind, valueOf(`${side}-${kind}`)])) as PrebuiltFiles;
}
