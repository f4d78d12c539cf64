import type { ByteSource } from '../elf/byte-source.ts';
import { lacksContents } from '../elf/debug-only.ts';
import { machineWords } from '../elf/machine-names.ts';
import { openElf } from '../elf/open-elf.ts';
import { readSymbols } from '../elf/symbols/symbols.ts';
import { isOneFile } from '../files/one-file.ts';
import { openElfSource } from '../kernel/elf-source.ts';
import { readBoundedText } from '../kernel/kernel-file.ts';
import { renderAccounted } from '../report/tables/accounted-table.ts';
import { renderBloatOMeter } from '../report/tables/bloat-o-meter.ts';
import { type Accounting, accountFor } from '../size/accounting/accounting.ts';
import { type DiffOptions, type SymbolDiff, diffSymbols } from '../size/bloat-o-meter/symbol-diff.ts';
import { symbolSizes } from '../size/bloat-o-meter/symbol-sizes.ts';
import type { StringInterner } from '../size/columns/string-interner.ts';
import { type AccountedDelta, accountedDelta } from '../size/delta/accounted-delta.ts';
import { parseLinkMap } from '../size/link-map/link-map.ts';
import type { WholeLinkMap } from '../size/link-map/map-contents.ts';
import type { SymbolSizes } from '../size/measurement.ts';
import { requireOwnMap } from '../size/same-build/map-match.ts';
import { UserError } from '../user-error.ts';

/** Two kernels, modules or objects. */
interface FilePair {
  readonly oldPath: string;
  readonly newPath: string;
}

/** The two files and the form of the output. */
export interface DiffJob extends FilePair, DiffOptions {}

/** What scripts/bloat-o-meter prints about two files; a `UserError` where it would print zeros. */
export function runDiff(job: DiffJob): string {
  return renderBloatOMeter(symbolTables(job));
}

/** The same before it is printed. */
export function symbolTables({ oldPath, newPath, mode, compat }: DiffJob): SymbolDiff[] {
  return diffSymbols(readSizes(oldPath), readSizes(newPath), { mode, compat });
}

/** Throws a UserError for files of two machines: the same code has other sizes there. */
export function requireOneMachine({ oldPath, newPath }: FilePair): void {
  const [before, after] = [oldPath, newPath].map(machineOf);
  if (before === after) return;
  throw new UserError(
    `${oldPath} is for ${before}, ${newPath} for ${after}; expected two files for one machine`,
  );
}

function machineOf(path: string): string {
  using source = openElfSource(path);
  return machineWords(openElf(source));
}

/** What the tables do not show of two files, one sentence each. */
export function diffNotes({ oldPath, newPath }: FilePair): string[] {
  const isOne = isOneFile(oldPath, newPath);
  const found = oldPath === newPath ? `${oldPath} is given twice` : `${oldPath} and ${newPath} are one file`;
  const empty = [...new Set([oldPath, newPath])].filter(isDebugOnly);
  return [
    // The table is all zeros, as the script's is.
    ...(isOne ? [`${found}, so nothing was compared`] : []),
    ...empty.map(
      (path) => `${path} has no contents, as objcopy --only-keep-debug leaves it: no string in it is known`,
    ),
  ];
}

function isDebugOnly(path: string): boolean {
  try {
    using source = openElfSource(path);
    return lacksContents(openElf(source));
  } catch (error) {
    // Whoever reads it says what is wrong with it.
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** The two files and the linker's maps of them, none or both. */
export interface AccountedJob extends FilePair {
  readonly maps: readonly string[];
}

/** Prints every byte by which two files differ, by owner. */
export function runAccountedDiff(job: AccountedJob): string {
  return renderAccounted(accountedDiff(job));
}

/** The same before it is printed. */
export function accountedDiff({ oldPath, newPath, maps }: AccountedJob): AccountedDelta {
  if (maps.length !== 0 && maps.length !== 2) {
    throw new UserError(`--map names ${maps.length} file, expected two: --map OLD.map NEW.map`);
  }
  using oldFile = openElfSource(oldPath);
  using newFile = openElfSource(newPath);
  const base = accountOf(oldFile, { mapPath: maps[0] });
  const head = accountOf(newFile, { mapPath: maps[1], texts: base.cells.texts });
  return accountedDelta(base, head);
}

/** Opens a file and reads the sizes of its symbols. */
export function readSizes(path: string): SymbolSizes {
  using source = openElfSource(path);
  const elf = openElf(source);
  return symbolSizes(elf, readSymbols(elf));
}

/** What else is known of a file. */
interface FileContext {
  readonly mapPath?: string | undefined;
  /** The texts of the file that it is compared with. */
  readonly texts?: StringInterner;
}

/** Gives each byte of a file an owner; with the linker's map, an object too. The file stays open while that is used. */
export function accountOf(source: ByteSource, { mapPath, texts }: FileContext = {}): Accounting {
  const elf = openElf(source);
  const table = readSymbols(elf);
  const map = mapPath === undefined ? undefined : readMap(mapPath);
  if (map && mapPath !== undefined) requireOwnMap(elf, table, { ...map, name: mapPath, evidence: 'all' });
  return accountFor(elf, table, { map, contents: 'on demand', texts });
}

function readMap(path: string): WholeLinkMap {
  const access = { links: 'followed', name: `the link map ${path}` } as const;
  return parseLinkMap(path, readBoundedText(path, 'map', access));
}
