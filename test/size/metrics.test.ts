import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Metrics } from '../../src/size/measurement.ts';
import { metricsOf } from '../../src/size/metrics.ts';
import { allocatedSections } from '../../src/size/section-kind.ts';
import { UserError } from '../../src/user-error.ts';
import { objcopySize, readelfSections } from '../support/binutils.ts';
import { buildFolder } from '../support/compile.ts';
import {
  type KernelName,
  type LinkedKernel,
  linkKernel,
  nmDistance,
  readelfSegments,
} from '../support/linked-kernel.ts';
import { KERNEL_RECIPES } from '../support/linker-scripts.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

function measure({ image }: LinkedKernel): Metrics {
  return metricsOf(image, allocatedSections(image));
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
    expect(metrics.ram! - metrics['ram-after-init']!).toBe(freed);
  });
});

describe.each(['arm64', 'riscv', 's390x', 'm68k'] as const)('RAM of %s', (name) => {
  let kernel: LinkedKernel;

  beforeAll(() => {
    kernel = linkKernel(folder, name);
  });

  test('is what the segments of readelf span in memory', () => {
    const segments = readelfSegments(kernel);
    const start = segments.reduce(
      (least, one) => (one.start < least ? one.start : least),
      segments[0]!.start,
    );
    const end = segments.reduce((most, one) => (one.end > most ? one.end : most), 0n);
    expect(measure(kernel).ram).toBe(Number(end - start));
  });
});

// That of m68k begins with the file's headers, before _text (FILEHDR in arch/m68k/kernel/vmlinux.lds.S).
test.each(['arm64', 'riscv', 's390x'] as const)('RAM of %s is the distance from _text to _end', (name) => {
  const kernel = linkKernel(folder, name);
  expect(measure(kernel).ram).toBe(nmDistance(kernel, { from: '_text', to: '_end' }));
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
