/**
 * Reads what a kernel says of itself: `linux_banner` of init/version-timestamp.c, the first line that it prints.
 * `Linux version 6.12.117 (user@host) (gcc (Debian 12.2.0-14) 12.2.0, GNU ld (GNU Binutils for Debian) 2.40) #1 …`
 */
import { type Elf, SECTION_TYPE, type SymbolTable } from '../elf/elf.ts';
import { sectionContents } from '../elf/section-contents.ts';
import { nameFinder } from '../elf/symbols/name-finder.ts';
import { printableText } from '../elf/symbols/names.ts';
import { type Provenance, UNKNOWN } from './measurement.ts';

/** Any distribution's is a quarter of it. */
const LONGEST_BANNER = 4096;

/** What the first line says. */
export interface Banner extends Pick<Provenance, 'kernelVersion' | 'compiler' | 'linker'> {
  /** UTS_VERSION in words: the number of the build, some options, its date (init/Makefile). */
  readonly words: readonly string[];
}

/** The version and the tools of a kernel, in the words of `UNKNOWN` where it does not say. */
export function bannerOf(elf: Elf, table: SymbolTable): Omit<Banner, 'words'> {
  const { kernelVersion, compiler, linker } = readBanner(elf, table) ?? UNKNOWN;
  return { kernelVersion, compiler, linker };
}

/** Undefined where a kernel has none, or one of another form. */
export function readBanner(elf: Elf, table: SymbolTable): Banner | undefined {
  const { kernelVersion, tools, version } = partsOf(bannerText(elf, table) ?? '');
  if (kernelVersion === undefined) return undefined;
  const words = version.split(/\s/);
  const comma = tools.lastIndexOf(', ');
  return comma === -1
    ? { kernelVersion, compiler: tools, linker: UNKNOWN.linker, words }
    : { kernelVersion, compiler: tools.slice(0, comma), linker: tools.slice(comma + 2), words };
}

/** What a banner is made of. */
interface BannerParts {
  readonly kernelVersion: string | undefined;
  readonly tools: string;
  readonly version: string;
}

/** Who builds it may be called anything; kernels before 5.11 do not name the linker. */
function partsOf(banner: string): BannerParts {
  const [start = '', kernelVersion] = /^Linux version (\S+) \(/.exec(banner) ?? [];
  const open = banner.indexOf(') (', start.length);
  const close = banner.lastIndexOf(') #');
  if (open === -1 || close <= open + 3) return { kernelVersion: undefined, tools: '', version: '' };
  return { kernelVersion, tools: banner.slice(open + 3, close), version: banner.slice(close + 3) };
}

function bannerText(elf: Elf, table: SymbolTable): string | undefined {
  const row = rowOf(table, 'linux_banner');
  const section = row === undefined ? undefined : elf.sections[table.sectionIndexes[row]!];
  if (row === undefined || section === undefined || section.type === SECTION_TYPE.noBits) return undefined;
  const start = Number(table.addresses[row]! - section.address);
  const end = start + Math.min(table.sizes[row]!, LONGEST_BANNER);
  if (start < 0 || end > section.size) return undefined;
  const bytes = sectionContents(elf, section).range(start, end) ?? new Uint8Array();
  const zero = bytes.indexOf(0);
  return printableText(zero === -1 ? bytes : bytes.subarray(0, zero));
}

function rowOf(table: SymbolTable, name: string): number | undefined {
  const find = nameFinder(table.names, [name]);
  for (let i = 1; i < table.count; i++) {
    if (table.sectionIndexes[i] !== 0 && find(i) === name) return i;
  }
  return undefined;
}
