import { execFileSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Target } from '../../../src/budget/target.ts';
import { buildArtifacts } from '../../../src/kernel/build/build-artifacts.ts';
import { readToolVersions } from '../../../src/kernel/build/build-key.ts';
import { measureArtifacts } from '../../../src/kernel/measure/kernel-artifacts.ts';
import type { Files } from '../../support/git/repository.ts';
import { fragment, toyBuild, toyStart } from '../../support/kernel/toy-build.ts';
import { createToyKernel } from '../../support/kernel/toy-kernel.ts';

const ARM = { arch: 'arm', crossCompile: 'arm-linux-gnueabi-' } as const;
const XIP = {
  ...ARM,
  image: 'xipImage',
  fragments: [fragment('xip.config')],
  memory: { flash: { base: 0x08000000, size: 2 ** 21 } },
};

/** What a build says of itself, and what nm and the file system say. */
async function measureToy(target: Partial<Target>, files: Files = {}) {
  await using kernel = await createToyKernel({ 'xip.config': 'CONFIG_XIP_KERNEL=y\n', ...files });
  const build = toyBuild(kernel, { target });
  const folder = join(build.output, '../kernel');
  const ready = await buildArtifacts(
    { ...build, tools: await readToolVersions(build) },
    { folder, ...(await toyStart(kernel, build)) },
  );
  const measurement = await measureArtifacts({ ...ready, sources: undefined }, build.target);
  const { arch, image, crossCompile } = build.target;
  const file = image === 'vmlinux' ? 'vmlinux' : join('arch', arch, 'boot', image);
  const nm = execFileSync(`${crossCompile}nm`, [join(build.output, 'vmlinux')], { encoding: 'utf8' });
  const address = (symbol: string) =>
    Number.parseInt(new RegExp(`^(\\w+) \\w ${symbol}$`, 'm').exec(nm)![1]!, 16);
  return {
    measurement,
    commit: await kernel.git('rev-parse', 'HEAD'),
    nm,
    imageSize: (await stat(join(build.output, file))).size,
    span: (start: string, end: string) => address(end) - address(start),
    config: await readFile(join(build.output, '.config'), 'utf8'),
  };
}

describe('a kernel that executes in place', () => {
  test('takes its image and what lies before it of the flash', async () => {
    const { measurement, imageSize, span } = await measureToy(XIP);
    expect(imageSize).toBe(span('_xiprom', '_edata_loc'));
    expect(measurement.metrics.flash).toBe(0x8000 + imageSize);
  });

  test('takes of RAM what is not in flash', async () => {
    const { measurement, span } = await measureToy(XIP);
    expect(measurement.metrics.ram).toBe(span('_sdata', '_end'));
    expect(measurement.metrics['ram-after-init']).toBe(
      span('_sdata', '_end') - span('__init_begin', '__init_end'),
    );
  });
});

test('an ARM kernel without an MMU takes all of itself of RAM', async () => {
  const { measurement, imageSize, span } = await measureToy({ ...ARM, image: 'zImage' });
  expect(measurement.metrics).toMatchObject({ flash: imageSize, ram: span('_stext', '_end') });
});

test('an x86 kernel takes of RAM what its setup header asks for', async () => {
  const { measurement, imageSize, span } = await measureToy({});
  expect(measurement.metrics).toMatchObject({
    flash: imageSize,
    image: imageSize,
    ram: span('_text', '_end'),
  });
});

test('a boundary that the kernel only refers to is none', async () => {
  const driver =
    'extern char _xiprom[] __attribute__((weak));\nint in_flash(void)\n{\n\treturn _xiprom != 0;\n}\n';
  // As x86 links a kernel that can be relocated; ld drops what is undefined otherwise.
  const target = { make: { CC: 'gcc -Wl,--emit-relocs' } };
  const { measurement, imageSize, nm } = await measureToy(target, { 'drivers/weak.c': driver });
  expect(nm).toMatch(/^ +w _xiprom$/m);
  expect(measurement.metrics.flash).toBe(imageSize);
});

test('a device tree blob is found in its folder and counted', async () => {
  const { measurement, imageSize } = await measureToy({ ...ARM, image: 'zImage', dtb: 'toy-board.dtb' });
  const board = join(
    import.meta.dirname,
    '../../support/kernel/toy-kernel/arch/arm/boot/dts/st/toy-board.dts',
  );
  const size = execFileSync('dtc', ['-q', '-I', 'dts', '-O', 'dtb', board]).length;
  expect(measurement.metrics).toMatchObject({ dtb: size, flash: imageSize + size });
});

test('a device tree blob without a source is named', async () => {
  await expect(measureToy({ ...ARM, image: 'zImage', dtb: 'gone.dtb' })).rejects.toThrow(
    'toy: base has no gone.dts below arch/arm/boot/dts; check "dtb"',
  );
});

test('a measurement tells the commit, the kernel and the tools', async () => {
  const { measurement, commit, config } = await measureToy({});
  const firstLine = (tool: string) => execFileSync(tool, ['--version'], { encoding: 'utf8' }).split('\n')[0];
  const digest = execFileSync('sha256sum', { input: config, encoding: 'utf8' }).slice(0, 64);
  expect(measurement.provenance).toEqual({
    commit,
    kernelVersion: '6.12.1',
    compiler: firstLine('gcc'),
    linker: firstLine('ld'),
    configDigest: digest,
  });
});
