import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Metrics } from '../../../src/size/measurement.ts';
import { layoutOf } from '../../../src/size/metrics/layout.ts';
import { metricsOf } from '../../../src/size/metrics/metrics.ts';
import { allocatedSections } from '../../../src/size/metrics/section-kind.ts';
import { UserError } from '../../../src/user-error.ts';
import { objcopySize, readelfSections } from '../../support/elf/binutils.ts';
import { buildFolder } from '../../support/elf/compile.ts';
import {
  type KernelName,
  type LinkedKernel,
  linkKernel,
  nmDistance,
  readelfSegments,
} from '../../support/elf/linked-kernel.ts';
import { KERNEL_RECIPES } from '../../support/elf/linker-scripts.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

function measure({ image }: LinkedKernel): Metrics {
  return metricsOf(image, layoutOf(image), allocatedSections(image));
}

const NAMES = Object.keys(KERNEL_RECIPES) as KernelName[];

describe.each(NAMES)('of %s', (name) => {
  let kernel: LinkedKernel;
  let metrics: Metrics;

  beforeAll(() => {
    kernel = linkKernel(folder, name);
    metrics = measure(kernel);
  });

  test('flash is the size that objcopy -O binary makes', () => {
    expect(metrics.flash).toBe(objcopySize(kernel.path, kernel.prefix));
  });

  test('text, rodata, data, bss and init sum to the sections that readelf marks as allocated', () => {
    const sections = readelfSections(kernel.path, kernel.prefix);
    const { text = 0, rodata = 0, data = 0, bss = 0, init = 0 } = metrics;
    expect(text + rodata + data + bss + init).toBe(sections.reduce((sum, { size }) => sum + size, 0));
  });

  test('every section that readelf marks as allocated is counted once', () => {
    const ours = allocatedSections(kernel.image).map((section) => ({
      name: section.name,
      size: section.size,
    }));
    expect(ours).toEqual(readelfSections(kernel.path, kernel.prefix));
  });

  test('init memory is free after booting', () => {
    const freed = nmDistance(kernel, { from: '__init_begin', to: '__init_end' });
    expect(metrics.ram! - metrics['ram-after-init']!).toBe(
      name.startsWith('riscv-xip') ? Math.floor(freed / 4096) * 4096 : freed,
    );
  });
});

// The first symbol is the one that arch/*/kernel/setup.c and head.S count from.
describe.each([
  { name: 'arm64', first: '_text' },
  { name: 'riscv', first: '_start' },
  { name: 's390x', first: '_text' },
  { name: 'm68k', first: '_text' },
] as const)('RAM of $name', ({ name, first }) => {
  test(`is the distance from ${first} to _end that nm tells`, () => {
    const kernel = linkKernel(folder, name);
    expect(measure(kernel).ram).toBe(nmDistance(kernel, { from: first, to: '_end' }));
  });
});

test('RAM of arm64 has the page tables and the stack that lie behind the last section', () => {
  const kernel = linkKernel(folder, 'arm64');
  const segments = readelfSegments(kernel);
  const loaded = Number(segments.at(-1)!.end - segments[0]!.start);
  const behind = nmDistance(kernel, { from: '__bss_stop', to: '_end' });
  expect(behind).toBeGreaterThan(0x4000);
  expect(measure(kernel).ram).toBe(loaded + behind);
});

describe('a kernel', () => {
  let kernel: LinkedKernel;

  beforeAll(() => {
    kernel = linkKernel(folder, 'm68k');
  });

  test('has a dtb metric when it has a device tree', () => {
    const metrics = measure({ ...kernel, image: { ...kernel.image, dtbSize: 1234 } });
    expect(metrics.dtb).toBe(1234);
  });

  test('has no dtb metric when it has none', () => {
    expect(measure(kernel)).not.toHaveProperty('dtb');
  });

  test('stores the image and the device tree one behind the other where no addresses are known', () => {
    const image = { ...kernel.image, imageSize: 5000, dtbSize: 1234 };
    expect(measure({ ...kernel, image }).flash).toBe(6234);
  });

  test('without its image file has neither image nor flash, and all else', () => {
    const { flash: _flash, image: _image, ...rest } = measure(kernel);
    const image = { ...kernel.image, imageSize: undefined };
    expect(measure({ ...kernel, image })).toEqual(rest);
  });

  test('has no flash where its device tree is not at hand, and no dtb', () => {
    const { flash: _flash, ...rest } = measure(kernel);
    expect(measure({ ...kernel, image: { ...kernel.image, dtbSize: 'unknown' } })).toEqual(rest);
  });

  test('that frees more than it takes is refused', () => {
    const boundaries = new Map([...kernel.image.boundaries, ['__init_end', 1n << 32n] as const]);
    expect(() => measure({ ...kernel, image: { ...kernel.image, boundaries } })).toThrow(UserError);
  });
});
