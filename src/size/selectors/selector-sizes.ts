/** Sizes of parts of a kernel that a limit can be put on: its sections, symbols, objects, directories, subsystems. */
import { startsWith } from '../../elf/symbols/name-finder.ts';
import { printableText } from '../../elf/symbols/names.ts';
import { directoriesAbove } from '../directories.ts';
import type { Measurement } from '../measurement.ts';
import { ownerNamesOf } from '../names/written-names.ts';
import { matchesGlob } from './glob.ts';
import { type NameTest, symbolBytes, symbolNames } from './symbol-bytes.ts';

export const SELECTOR_KINDS = ['section', 'symbol', 'object', 'dir', 'subsystem'] as const;

export type SelectorKind = (typeof SELECTOR_KINDS)[number];

/**
 * `section:.text`, `symbol:log_buf`, `object:fs/dcache.o`, `dir:drivers/` for all below it, `subsystem:` with a title of
 * MAINTAINERS. In the name `*` stands for any characters, `/` among them, and `?` for one.
 */
export type Selector = `${SelectorKind}:${string}`;

/** What selectors find parts in. */
export type SelectorSource = Pick<Measurement, 'accounting' | 'subsystems'>;

export function isSelector(name: string): name is Selector {
  return SELECTOR_KINDS.some((kind) => name.startsWith(`${kind}:`));
}

export function splitSelector(selector: Selector): { readonly kind: SelectorKind; readonly name: string } {
  const colon = selector.indexOf(':');
  return { kind: selector.slice(0, colon) as SelectorKind, name: selector.slice(colon + 1) };
}

/** What a kernel lacks that sizes of this kind are read from. */
export function lackingFor(
  { accounting, subsystems }: SelectorSource,
  kind: SelectorKind,
): Lacking | undefined {
  if (kind === 'section' || kind === 'symbol') return undefined;
  if (!accounting.hasMap) return 'link map';
  return kind === 'subsystem' && subsystems.size === 0 ? 'MAINTAINERS' : undefined;
}

export type Lacking = 'link map' | 'MAINTAINERS';

/** Bytes of all that a selector matches; undefined where nothing does, or where the kernel cannot tell. */
export function selectorSize(source: SelectorSource, selector: Selector): number | undefined {
  const { kind, name } = splitSelector(selector);
  if (lackingFor(source, kind) !== undefined) return undefined;
  const { accounting, subsystems } = source;
  switch (kind) {
    case 'section':
      return sumOf(accounting.sections.filter((section) => matchesGlob(name, section.name)));
    case 'symbol':
      return namedBytes(accounting, name);
    case 'object':
      return objectBytes(source, (object) => matchesGlob(name, object));
    case 'dir':
      return objectBytes(source, (object) => matchesGlob(`${name}*`, object));
    case 'subsystem':
      return objectBytes(source, (object) => {
        const full = subsystems.get(object);
        return full !== undefined && (matchesGlob(name, full) || matchesGlob(name, titleOf(full)));
      });
  }
}

/**
 * People copy `foo.isra` from the table of bloat-o-meter and `__pfx_foo` from nm; the owner of these bytes is called
 * `foo`. A symbol of the very name comes first.
 */
function namedBytes(accounting: SelectorSource['accounting'], name: string): number | undefined {
  if (/[*?]/.test(name)) {
    return symbolBytes(accounting, (bytes, start, end) =>
      matchesGlob(name, printableText(bytes.subarray(start, end))),
    );
  }
  for (const wanted of ownerNamesOf(name)) {
    const bytes = symbolBytes(accounting, symbolTest(wanted));
    if (bytes !== undefined) return bytes;
  }
  return undefined;
}

function symbolTest(name: string): NameTest {
  const wanted = new TextEncoder().encode(name);
  return (bytes, start, end) => end - start === wanted.length && startsWith(bytes, start, wanted);
}

function sumOf(sections: readonly { readonly size: number }[]): number | undefined {
  return sections.length === 0 ? undefined : sections.reduce((sum, { size }) => sum + size, 0);
}

function objectBytes(
  { accounting: { cells, objects } }: SelectorSource,
  isWanted: (object: string) => boolean,
): number | undefined {
  // The empty name is what belongs to no object.
  const wanted = objects.map((object) => object !== '' && isWanted(object));
  if (!wanted.includes(true)) return undefined;
  let sum = 0;
  for (let cell = 0; cell < cells.count; cell++) {
    if (wanted[cells.objects[cell]!]) sum += cells.bytes[cell]!;
  }
  return sum;
}

/** The names of all parts of one kind that a kernel has, without the kind. */
export function selectorNames({ accounting, subsystems }: SelectorSource, kind: SelectorKind): string[] {
  switch (kind) {
    case 'section':
      return accounting.sections.map(({ name }) => name);
    case 'symbol':
      return symbolNames(accounting);
    case 'object':
      return accounting.objects.filter((object) => object !== '');
    case 'dir':
      return [...new Set(accounting.objects.flatMap(directoriesAbove))];
    case 'subsystem':
      return [...new Set(Array.from(subsystems.values(), titleOf))];
  }
}

/** `EXT4 FILE SYSTEM` for `EXT4 FILE SYSTEM <linux-ext4@vger.kernel.org>`. */
function titleOf(subsystem: string): string {
  return subsystem.replace(/ <[^<>]*>$/, '');
}
