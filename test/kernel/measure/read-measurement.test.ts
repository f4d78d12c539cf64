import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KernelFiles, readMeasurement } from '../../../src/kernel/measure/read-measurement.ts';
import { NO_SUBSYSTEMS } from '../../../src/kernel/tree/subsystems.ts';
import type { Measurement } from '../../../src/size/measurement.ts';
import { objcopySize, readelfSections } from '../../support/elf/binutils.ts';
import { buildFolder, compile } from '../../support/elf/compile.ts';
import {
  type KernelName,
  type LinkedKernel,
  linkKernel,
  nmDistance,
} from '../../support/elf/linked-kernel.ts';
import { linkProgram } from '../../support/elf/linked-programs.ts';
import { nmLines, symbolLines } from '../../support/elf/nm.ts';
import { PROVENANCE } from '../../support/report/report-builders.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

const FLASH = { flash: { base: 0x08000000, size: 2 ** 21 } };

let links = 0;
let arm: LinkedKernel;
let x86: LinkedKernel;
let xip: LinkedKernel;

beforeAll(() => {
  [arm, x86, xip] = [link('arm-nommu'), link('x86-64'), link('arm-xip')];
});

function link(name: KernelName): LinkedKernel {
  const path = join(folder.path, `kernel-${links++}`);
  mkdirSync(path);
  return linkKernel({ ...folder, path }, name);
}

type Subject = Parameters<typeof readMeasurement>[1];

function measure(
  files: Partial<KernelFiles> & Pick<KernelFiles, 'vmlinux'>,
  target: Partial<Subject['target']> = {},
): Promise<Measurement> {
  const none = { image: undefined, dtb: undefined, map: undefined, config: undefined };
  return readMeasurement(
    { ...none, ...files },
    {
      target: { image: '', dtb: undefined, memory: {}, ...target },
      subsystems: NO_SUBSYSTEMS,
      provenance: () => PROVENANCE,
    },
  );
}

/** What objcopy makes of a kernel, as its boot image. */
function imageOf({ path, prefix }: LinkedKernel): string {
  execFileSync(`${prefix}objcopy`, ['-O', 'binary', path, `${path}.image`]);
  return `${path}.image`;
}

function file(name: string, contents: string | Buffer): string {
  const path = join(folder.path, name);
  writeFileSync(path, contents);
  return path;
}

/** A file of so many bytes that takes none of the disk. */
function sparse(name: string, bytes: number): string {
  const path = file(name, '');
  truncateSync(path, bytes);
  return path;
}

describe('of a vmlinux alone', () => {
  test('symbols and sections are what nm and readelf list', async () => {
    const { symbols, sections } = await measure({ vmlinux: arm.path });
    expect(symbolLines(symbols)).toEqual(nmLines(arm.path, arm.prefix));
    expect(sections.map(({ name, size }) => ({ name, size }))).toEqual(readelfSections(arm.path, arm.prefix));
  });

  test('metrics are those that it tells', async () => {
    const names = async (kernel: LinkedKernel) => {
      const { metrics } = await measure({ vmlinux: kernel.path });
      return Object.keys(metrics).filter((name) => !/^(text|rodata|data|bss|init)$/.test(name));
    };
    expect(await names(arm)).toEqual([]);
    expect(await names(x86)).toEqual(['ram-after-init']);
    expect(await names(xip)).toEqual(['ram', 'ram-after-init']);
    expect(await names(link('arm64'))).toEqual(['ram', 'ram-after-init']);
  });

  test('nothing else is known', async () => {
    const measurement = await measure({ vmlinux: arm.path });
    expect(measurement).toMatchObject({ isCompressed: false, accounting: { hasMap: false } });
    expect([measurement.config, measurement.deviceTree, measurement.subsystems.size]).toEqual([
      undefined,
      undefined,
      0,
    ]);
  });
});

describe('with more files', () => {
  test('the image is the size of its file', async () => {
    const { metrics } = await measure({ vmlinux: arm.path, image: imageOf(arm) });
    const size = objcopySize(arm.path, arm.prefix);
    expect(metrics).toMatchObject({ image: size, flash: size });
  });

  test('the configuration of an ARM kernel tells its RAM', async () => {
    const { metrics } = await measure({ vmlinux: arm.path, config: new Map() });
    expect(metrics.ram).toBe(nmDistance(arm, { from: '_stext', to: '_end' }));
  });

  test('the configuration of a kernel that executes in place tells its image and its flash', async () => {
    const { metrics } = await measure({ vmlinux: xip.path, config: new Map() }, { memory: FLASH });
    const size = objcopySize(xip.path, xip.prefix);
    expect(metrics).toMatchObject({ image: size, flash: 0x8000 + size });
  });

  test('the header of a bzImage tells the RAM that it boots in, whatever its name', async () => {
    const header = Buffer.alloc(0x300);
    header.write('HdrS', 0x202, 'latin1');
    header.writeUInt32LE(0x00a1b000, 0x260);
    const image = file('bz', header);
    expect((await measure({ vmlinux: x86.path, image })).metrics).toMatchObject({
      ram: 0x00a1b000,
      image: 0x300,
    });
  });

  test('an image that must be a bzImage and is none is refused', async () => {
    const image = file('zero', Buffer.alloc(0x300));
    await expect(measure({ vmlinux: x86.path, image }, { image: 'bzImage' })).rejects.toThrow(
      'zero is not a bzImage',
    );
  });

  test('a device tree blob is counted; without it the flash of a target that has one is not known', async () => {
    const source = file('board.dts', '/dts-v1/;\n/ { model = "Board"; };\n');
    const blob = execFileSync('dtc', ['-q', '-I', 'dts', '-O', 'dtb', source]);
    const files = { vmlinux: arm.path, image: imageOf(arm), dtb: file('board.dtb', blob) };
    const target = { dtb: 'board.dtb' };
    const size = objcopySize(arm.path, arm.prefix);
    const { metrics } = await measure(files, target);
    expect(metrics).toMatchObject({ dtb: blob.length, flash: size + blob.length });
    const without = (await measure({ ...files, dtb: undefined }, target)).metrics;
    expect([without.flash, without.dtb, without.image]).toEqual([undefined, undefined, size]);
  });

  test("the linker's map tells the objects", async () => {
    const machine = { prefix: 'powerpc-linux-gnu-', args: [] };
    const program = linkProgram(folder, machine, { 'a.c': 'int shared[9] = { 1 };\n' });
    const { accounting } = await measure({ vmlinux: program.path, map: file('map', program.mapText) });
    expect([accounting.hasMap, accounting.objects]).toEqual([true, expect.arrayContaining(['a.o'])]);
  });
});

describe('is refused:', () => {
  const MIB = 2 ** 20;

  test.each([
    ['map', 500 * MIB + 1, /big is 524288001 bytes, expected a linker's map of at most 524288000/],
    ['vmlinux', 2 ** 40, /big is 1099511627776 bytes, expected a vmlinux of at most 17179869184/],
    ['image', 2 ** 30 + 1, /big is 1073741825 bytes, expected a boot image of at most 1073741824/],
    ['dtb', 64 * MIB + 1, /big is 67108865 bytes, expected a device tree blob of at most 67108864/],
  ])('a %s of %i bytes, before it is read', async (kind, size, message) => {
    await expect(measure({ vmlinux: arm.path, [kind]: sparse('big', size) })).rejects.toThrow(message);
  });

  test.each(['vmlinux', 'image', 'map', 'dtb'])('a symbolic link in place of the %s', async (kind) => {
    const path = join(folder.path, `link-${kind}`);
    symlinkSync(file('secret', 'a secret'), path);
    await expect(measure({ vmlinux: arm.path, [kind]: path })).rejects.toThrow(
      /link-\w+: is a symbolic link, expected a.*; name the file itself$/,
    );
  });

  test.each(['vmlinux', 'image', 'map', 'dtb'])(
    'a pipe in place of the %s, without waiting',
    async (kind) => {
      const path = join(folder.path, `pipe-${kind}`);
      execFileSync('mkfifo', [path]);
      await expect(measure({ vmlinux: arm.path, [kind]: path })).rejects.toThrow(/is not a regular file/);
    },
  );

  test.each(['vmlinux', 'image', 'map', 'dtb'])('a directory in place of the %s', async (kind) => {
    await expect(measure({ vmlinux: arm.path, [kind]: folder.path })).rejects.toThrow(/is a directory/);
  });

  test('an object', async () => {
    const vmlinux = compile(folder, { source: 'o.c', text: 'int x;\n' }, { compiler: 'gcc' });
    await expect(measure({ vmlinux })).rejects.toThrow(
      /o\.o is an object or a module, expected a linked kernel/,
    );
  });

  test('a kernel without its contents', async () => {
    const vmlinux = join(folder.path, 'debug');
    execFileSync(`${arm.prefix}objcopy`, ['--only-keep-debug', arm.path, vmlinux]);
    await expect(measure({ vmlinux })).rejects.toThrow(
      'debug has no contents, as objcopy --only-keep-debug leaves it; give the vmlinux',
    );
  });

  test('a stripped kernel', async () => {
    const vmlinux = join(folder.path, 'stripped');
    execFileSync(`${arm.prefix}strip`, ['-o', vmlinux, arm.path]);
    await expect(measure({ vmlinux })).rejects.toThrow('stripped has no symbol table');
  });
});
