/** Where a `.config` contradicts a kernel; most options leave no trace that is known here. */
import { hex } from '../../elf/byte-range.ts';
import { EM_ARM, EM_MIPS } from '../../elf/constants.ts';
import {
  BANNER_WORDS,
  MACHINES_OF_OPTIONS,
  REMOVING_OPTIONS,
  SYMBOLS_OF_OPTIONS,
  SYMBOL_OF_ANY_KERNEL,
} from './config-evidence.ts';
import { type ConfigFile, type KernelFacts, VALUES, stated } from './config-facts.ts';

/** A sentence where both contradict each other. */
type Rule = (facts: KernelFacts, config: ConfigFile) => string | undefined;

const versionInTitle: Rule = ({ banner }, { version }) => {
  if (banner === undefined || version === undefined) return undefined;
  if (areOneVersion(banner.kernelVersion, version)) return undefined;
  return `it is of ${version} by its title, vmlinux of ${banner.kernelVersion}`;
};

/** `6.12.1-mine` is of `6.12.1`, and not of `6.12.10`; distributions write `6.12.0-3-amd64` for any of 6.12. */
function areOneVersion(release: string, version: string): boolean {
  const [own, its] = [release, version].map((text) => /^\d+(\.\d+)*/.exec(text)?.[0].split('.') ?? []);
  const isSeries = own![0] === its![0] && own![1] === its![1];
  return isSeries && (own![2] === '0' || (own![2] ?? '0') === (its![2] ?? '0'));
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

const surplusSymbols: Rule = (facts, config) => {
  for (const { option, symbols } of SYMBOLS_OF_OPTIONS) {
    const value = stated(facts, config, option);
    const symbol = symbols.find((name) => facts.symbols.has(name));
    if (symbol === undefined || (value !== 'n' && value !== 'm')) continue;
    return `CONFIG_${option} is ${value}, vmlinux has ${symbol}`;
  }
  return undefined;
};

/** Of a whole kernel from which nothing was taken. */
const lackingSymbols: Rule = ({ symbols: found }, { options }) => {
  const isReduced = REMOVING_OPTIONS.some((option) => options.get(option) === 'y');
  if (!found.has(SYMBOL_OF_ANY_KERNEL) || isReduced) return undefined;
  const lacking = SYMBOLS_OF_OPTIONS.find(
    ({ option, symbols }) => options.get(option) === 'y' && !symbols.some((name) => found.has(name)),
  );
  return lacking && `CONFIG_${lacking.option} is y, vmlinux has no ${lacking.symbols[0]}`;
};

/** kernel/printk/printk.c, __LOG_BUF_LEN. */
const logBuffer: Rule = ({ symbols: found }, { options }) => {
  const [shift, log] = [options.get('LOG_BUF_SHIFT'), found.get(VALUES.log)];
  if (shift === undefined || log === undefined || log.size === 0 || 2 ** Number(shift) === log.size)
    return undefined;
  return `CONFIG_LOG_BUF_SHIFT is ${shift}, vmlinux has ${VALUES.log} of ${log.size} bytes`;
};

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

/** In the order in which they are said. */
export const CERTAIN_RULES: readonly Rule[] = [
  machine,
  width,
  byteOrder,
  versionInTitle,
  localVersion,
  compiler,
  bannerWords,
  surplusSymbols,
  logBuffer,
  pageOffset,
  xipAddress,
];

/** A kernel to come may call the function of an option by another name. */
export const USUAL_RULES: readonly Rule[] = [lackingSymbols];
