import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { outerLabels } from '../../../src/size/labels/outer-labels.ts';
import { BOUNDARY_SYMBOLS, type KernelImage } from '../../../src/size/metrics/kernel-image.ts';
import { objcopySize } from './binutils.ts';
import { type BuildFolder, compile } from './compile.ts';
import { KERNEL_RECIPES } from './linker-scripts.ts';

/** Tiny kernels: one source, linked by real toolchains with the layouts of real kernels. */
const SOURCE = `
#define SECTION(name) __attribute__((used, section(name)))
int counter = 5;
int table[700];
const char banner[37] = "text that is only read";
int answer(int x) { return x + counter + table[x & 7]; }
SECTION(".head.text") int entry(void) { return answer(1); }
SECTION(".init.text") int set_up(void) { return answer(3); }
SECTION(".exit.text") int leave(void) { return answer(4); }
SECTION(".init.rodata") const int levels[11] = { 1 };
SECTION(".init.data") int once[33] = { 1 };
SECTION(".init.bss") int later[1] = { 1 };
SECTION(".vectors") int vectors(void) { return 1; }
SECTION(".data..percpu") int each[9] = { 1 };
SECTION(".data..ro_after_init") int settled[5] = { 1 };
SECTION("__ex_table") int fixups[3] = { 1 };
SECTION("__ksymtab") const int exported[7] = { 1 };
void __aeabi_unwind_cpp_pr0(void) {}
`;

export type KernelName = keyof typeof KERNEL_RECIPES;

/** A linked kernel, what we read from it, and the prefix of the binutils that know it. */
export interface LinkedKernel {
  readonly name: KernelName;
  readonly path: string;
  /** The linker's map. */
  readonly map: string;
  /** What it is linked from. */
  readonly object: string;
  readonly prefix: string;
  /** What the linker was told, without the output file. */
  readonly command: readonly string[];
  /** With an image of the size that objcopy makes, and no flash part. */
  readonly image: KernelImage;
}

/** C that is added to a kernel, and another linker script for it. */
interface Change {
  readonly more?: string;
  readonly script?: string;
}

/** Links the kernel of a name. */
export function linkKernel(folder: BuildFolder, name: KernelName, change: Change = {}): LinkedKernel {
  const { prefix, args, ldArgs } = KERNEL_RECIPES[name];
  const { more = '', script = KERNEL_RECIPES[name].script } = change;
  const common = ['-O1', '-ffreestanding', '-fno-pic', '-fno-asynchronous-unwind-tables', ...args];
  const object = compile(
    folder,
    { source: `${name}.c`, text: SOURCE + more },
    { compiler: `${prefix}gcc`, args: common },
  );
  const [scriptPath, path] = [join(folder.path, `${name}.lds`), join(folder.path, `${name}.vmlinux`)];
  writeFileSync(scriptPath, script);
  const command = [...ldArgs, '-e', '0', '-T', scriptPath, object];
  const map = `${path}.map`;
  execFileSync(`${prefix}ld`, [...command, '-o', path, '-Map', map], { stdio: 'pipe' });
  return { name, path, map, object, prefix, command, image: readImage(path, objcopySize(path, prefix)) };
}

function readImage(path: string, imageSize: number): KernelImage {
  const elf = openElf(bytesSource(path, readFileSync(path)));
  const symbols = readSymbols(elf);
  const rows = Array.from({ length: symbols.count }, (_, i) => i);
  const boundaries = new Map(
    rows
      .map((i) => [symbols.name(i), symbols.addresses[i]!] as const)
      .filter(([name]) => BOUNDARY_SYMBOLS.has(name)),
  );
  return {
    elf,
    boundaries,
    labels: outerLabels(elf, symbols),
    config: new Map(),
    imageSize,
    dtbSize: undefined,
    initSize: undefined,
    placement: { flashBase: undefined, dtb: undefined },
  };
}

/** Bytes between two symbols, from nm. */
export function nmDistance(
  { path, prefix }: LinkedKernel,
  symbols: { readonly from: string; readonly to: string },
): number {
  const lines = execFileSync(`${prefix}nm`, [path], { encoding: 'utf8' }).split('\n');
  const address = (name: string): bigint => {
    const line = lines.find((one) => one.endsWith(` ${name}`));
    if (line === undefined) throw new Error(`nm lists no ${name}`);
    return BigInt(`0x${line.split(' ')[0]}`);
  };
  return Number(address(symbols.to) - address(symbols.from));
}

/** Physical address and size in memory of each PT_LOAD segment, from readelf. */
export function readelfSegments({ path, prefix }: LinkedKernel): { start: bigint; end: bigint }[] {
  const output = execFileSync(`${prefix}readelf`, ['-lW', path], { encoding: 'utf8' });
  return output.split('\n').flatMap((line) => {
    const match = /^ {2}LOAD +0x\w+ 0x\w+ (0x\w+) 0x\w+ (0x\w+) /.exec(line);
    if (!match) return [];
    const [start, size] = [BigInt(match[1]!), BigInt(match[2]!)];
    return [{ start, end: start + size }];
  });
}
