/**
 * Compares a `.config` with the kernel that is said to be built with it: with its banner, its kind of file, and what only
 * some options build. Most options leave no trace that is known here.
 */
import { hex } from '../elf/byte-range.ts';
import type { Elf, SymbolTable } from '../elf/elf.ts';
import { nameFinder } from '../elf/name-finder.ts';
import {
  BANNER_WORDS,
  MACHINES_OF_OPTIONS,
  REMOVING_OPTIONS,
  SYMBOLS_OF_OPTIONS,
  SYMBOL_OF_ANY_KERNEL,
} from './config-evidence.ts';
import { type Banner, readBanner } from './kernel-banner.ts';
import type { KernelConfig } from './kernel-config.ts';

/** The file: its options, and the version that its title names. */
export interface ConfigFile {
  readonly options: KernelConfig;
  readonly version: string | undefined;
}

/** What a kernel says of its options. */
interface KernelFacts {
  readonly elf: Elf;
  readonly banner: Banner | undefined;
  /** Defined symbols that rules ask for. */
  readonly symbols: ReadonlyMap<string, KernelSymbol>;
}

interface KernelSymbol {
  readonly address: bigint;
  readonly size: number;
}

type Rule = (facts: KernelFacts, config: ConfigFile) => string | undefined;

/** A sentence about the first difference; undefined where nothing speaks against the file. */
export function configDifference(elf: Elf, table: SymbolTable, config: ConfigFile): string | undefined {
  const facts = { elf, banner: readBanner(elf, table), symbols: symbolsOf(table) };
  for (const rule of RULES) {
    const difference = rule(facts, config);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

const VALUES = { text: '_text', xipText: '_xiprom', log: '__log_buf' } as const;

function symbolsOf(table: SymbolTable): ReadonlyMap<string, KernelSymbol> {
  const names = SYMBOLS_OF_OPTIONS.flatMap((row) => row.symbols);
  const find = nameFinder(table.names, new Set([...names, ...Object.values(VALUES), SYMBOL_OF_ANY_KERNEL]));
  const symbols = new Map<string, KernelSymbol>();
  for (let row = 1; row < table.count; row++) {
    const name = table.sectionIndexes[row] === 0 ? undefined : find(row);
    if (name !== undefined) symbols.set(name, { address: table.addresses[row]!, size: table.sizes[row]! });
  }
  return symbols;
}

/** The value of an option that the file states; one that a whole `.config` leaves out is `n`. */
function stated({ symbols }: KernelFacts, { options }: ConfigFile, name: string): string | undefined {
  return options.get(name) ?? (symbols.has(SYMBOL_OF_ANY_KERNEL) ? 'n' : undefined);
}

const versionInTitle: Rule = ({ banner }, { version }) => {
  if (banner === undefined || version === undefined || isRelease(banner.kernelVersion, version))
    return undefined;
  return `it is of ${version} by its title, vmlinux of ${banner.kernelVersion}`;
};

/** `6.12.1-rc2-local` is a release of `6.12.1-rc2`, `6.12.10` none of `6.12.1`. */
function isRelease(release: string, version: string): boolean {
  return release.startsWith(version) && !/^[0-9.]/.test(release.slice(version.length));
}

const localVersion: Rule = ({ banner }, { options }) => {
  const suffix = unquoted(options.get('LOCALVERSION'));
  if (banner === undefined || suffix === undefined || banner.kernelVersion.includes(suffix)) return undefined;
  return `CONFIG_LOCALVERSION is "${suffix}", vmlinux is ${banner.kernelVersion}`;
};

/** The banner has the text as the configuration has it (Makefile, CC_VERSION_TEXT; init/Makefile, LINUX_COMPILER). */
const compiler: Rule = ({ banner }, { options }) => {
  const text = unquoted(options.get('CC_VERSION_TEXT'));
  if (banner === undefined || text === undefined || banner.compiler === text) return undefined;
  return `CONFIG_CC_VERSION_TEXT is "${text}", vmlinux was compiled by "${banner.compiler}"`;
};

function unquoted(value: string | undefined): string | undefined {
  return value === undefined ? undefined : /^"(.*)"$/.exec(value)?.[1]?.replaceAll(/\\(.)/g, '$1');
}

const bannerWords: Rule = (facts, config) => {
  const { banner } = facts;
  if (banner === undefined) return undefined;
  for (const row of BANNER_WORDS) {
    const said = row.find(({ word }) => banner.words.includes(word));
    const on = row.find(({ option }) => stated(facts, config, option) === 'y');
    const isKnown =
      on !== undefined || row.every(({ option }) => stated(facts, config, option) !== undefined);
    if (!isKnown || on === said) continue;
    const { option } = on ?? said!;
    return `CONFIG_${option} is ${on ? 'y' : 'n'}, the banner of vmlinux says ${said?.word ?? `no ${on!.word}`}`;
  }
  return undefined;
};

const machine: Rule = ({ elf }, { options }) => {
  const wrong = MACHINES_OF_OPTIONS.find(
    ({ option, machines }) => options.get(option) === 'y' && !machines.includes(elf.machine),
  );
  return wrong && `CONFIG_${wrong.option} is y, vmlinux is for ELF machine ${elf.machine}`;
};

const EM_MIPS = 8;

/** A 64-bit kernel of MIPS can be a 32-bit file (arch/mips/Makefile, vmlinux-32). */
const width: Rule = ({ elf }, { options }) => {
  const value = options.get('64BIT');
  if (value === undefined || elf.machine === EM_MIPS || (value === 'y') === (elf.class === 64))
    return undefined;
  return `CONFIG_64BIT is ${value}, vmlinux is a ${elf.class}-bit file`;
};

const byteOrder: Rule = ({ elf }, { options }) => {
  const value = options.get('CPU_BIG_ENDIAN');
  if (value === undefined || (value === 'y') !== elf.littleEndian) return undefined;
  return `CONFIG_CPU_BIG_ENDIAN is ${value}, vmlinux is ${elf.littleEndian ? 'little' : 'big'}-endian`;
};

const symbols: Rule = (facts, config) => {
  const isReduced = REMOVING_OPTIONS.some((option) => config.options.get(option) === 'y');
  const isWhole = facts.symbols.has(SYMBOL_OF_ANY_KERNEL) && !isReduced;
  for (const { option, symbols: names } of SYMBOLS_OF_OPTIONS) {
    const value = stated(facts, config, option);
    const symbol = names.find((name) => facts.symbols.has(name));
    const [first] = names;
    if (symbol !== undefined && (value === 'n' || value === 'm'))
      return `CONFIG_${option} is ${value}, vmlinux has ${symbol}`;
    if (symbol === undefined && value === 'y' && isWhole)
      return `CONFIG_${option} is y, vmlinux has no ${first}`;
  }
  return undefined;
};

/** kernel/printk/printk.c, __LOG_BUF_LEN. */
const logBuffer: Rule = ({ symbols: found }, { options }) => {
  const [shift, log] = [options.get('LOG_BUF_SHIFT'), found.get(VALUES.log)];
  if (shift === undefined || log === undefined || log.size === 0 || 2 ** Number(shift) === log.size)
    return undefined;
  return `CONFIG_LOG_BUF_SHIFT is ${shift}, vmlinux has ${VALUES.log} of ${log.size} bytes`;
};

const EM_ARM = 40;

/** TEXT_OFFSET of arch/arm/Makefile is less. */
const LARGEST_TEXT_OFFSET = 0x100_0000n;

/** arch/arm/kernel/vmlinux.lds.S begins at PAGE_OFFSET + TEXT_OFFSET. */
const pageOffset: Rule = ({ elf, symbols: found }, { options }) => {
  const [offset, text] = [addressOf(options.get('PAGE_OFFSET')), found.get(VALUES.text)?.address];
  if (elf.machine !== EM_ARM || found.has(VALUES.xipText) || options.get('MMU') !== 'y') return undefined;
  if (offset === undefined || text === undefined) return undefined;
  if (text >= offset && text - offset < LARGEST_TEXT_OFFSET) return undefined;
  return `CONFIG_PAGE_OFFSET is ${hex(offset)}, vmlinux begins at ${hex(text)}`;
};

/** XIP_VIRT_ADDR of arch/arm/include/asm/memory.h: with an MMU the flash is mapped elsewhere, by whole megabytes. */
const xipAddress: Rule = ({ elf, symbols: found }, { options }) => {
  const [stored, rom] = [addressOf(options.get('XIP_PHYS_ADDR')), found.get(VALUES.xipText)?.address];
  if (elf.machine !== EM_ARM || stored === undefined || rom === undefined) return undefined;
  const mask = options.get('MMU') === 'y' ? 0xf_ffffn : 0xffff_ffffn;
  if ((stored & mask) === (rom & mask)) return undefined;
  return `CONFIG_XIP_PHYS_ADDR is ${hex(stored)}, vmlinux is linked to ${hex(rom)}`;
};

function addressOf(value: string | undefined): bigint | undefined {
  return value !== undefined && /^0x[0-9a-f]{1,16}$/i.test(value) ? BigInt(value) : undefined;
}

const RULES: readonly Rule[] = [
  machine,
  width,
  byteOrder,
  versionInTitle,
  localVersion,
  compiler,
  bannerWords,
  symbols,
  logBuffer,
  pageOffset,
  xipAddress,
];
