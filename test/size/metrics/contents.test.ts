import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readMeasurement } from '../../../src/kernel/measure/read-measurement.ts';
import { NO_SUBSYSTEMS } from '../../../src/kernel/tree/subsystems.ts';
import type { Measurement } from '../../../src/size/measurement.ts';
import { spansOf } from '../../../src/size/metrics/address-spans.ts';
import { contentDelta, uncompressedMetrics } from '../../../src/size/metrics/contents.ts';
import type { KernelImage } from '../../../src/size/metrics/kernel-image.ts';
import { layoutOf } from '../../../src/size/metrics/layout.ts';
import { objcopySize, readelfSections } from '../../support/elf/binutils.ts';
import { buildFolder } from '../../support/elf/compile.ts';
import {
  type KernelName,
  type LinkedKernel,
  linkKernel,
  nmDistance,
} from '../../support/elf/linked-kernel.ts';
import { KERNEL_RECIPES } from '../../support/elf/linker-scripts.ts';
import { PROVENANCE } from '../../support/report/report-builders.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

function uncompressed(image: KernelImage) {
  return uncompressedMetrics(image, layoutOf(image), spansOf(image));
}

describe.each(Object.keys(KERNEL_RECIPES) as KernelName[])('before compression %s', (name) => {
  test('has an image of the size that objcopy makes, whatever size the file has', () => {
    const { image, path, prefix } = linkKernel(folder, name);
    const given = { ...image, dtbSize: 100, ...(name.includes('xip') ? {} : { imageSize: 999 }) };
    const size = objcopySize(path, prefix);
    expect(uncompressed(given)).toMatchObject({ image: size, flash: size + 100 });
  });
});

test('an x86 kernel needs no room to inflate', () => {
  const kernel = linkKernel(folder, 'x86-64');
  const { ram } = uncompressed({ ...kernel.image, initSize: 2 ** 24 });
  expect(ram).toBe(nmDistance(kernel, { from: '_text', to: '_end' }));
});

test('a kernel in place with deflated data is as large as it was linked, after its boot loader', () => {
  const { image, path, prefix } = linkKernel(folder, 'arm-xip');
  const config = new Map([['XIP_DEFLATED_DATA', 'y']]);
  const placement = { flashBase: 0x08000000, dtb: undefined };
  const size = objcopySize(path, prefix);
  expect(uncompressed({ ...image, config, placement, imageSize: 999 })).toMatchObject({
    image: size,
    flash: 0x8000 + size,
  });
});

/** Links a kernel whose .text and .bss a linker script pads, and measures it. */
let links = 0;
async function padded(name: 'arm64' | 'x86-64', { more = '', hasMap = true, step = 0x10000 } = {}) {
  const path = join(folder.path, `padded-${links++}`);
  mkdirSync(path);
  const script = KERNEL_RECIPES[name].script
    .replace('*(.text) *(.vectors)', `*(.text) . = ALIGN(${step}); *(.vectors) . = ALIGN(${step});`)
    .replace('*(COMMON)', `*(COMMON) . = ALIGN(${step});`);
  const kernel = linkKernel({ ...folder, path }, name, { more, script });
  const files = { vmlinux: kernel.path, image: undefined, dtb: undefined, config: undefined };
  const measurement = await readMeasurement(
    { ...files, map: hasMap ? kernel.map : undefined },
    {
      target: { image: '', dtb: undefined, memory: {} },
      subsystems: NO_SUBSYSTEMS,
      provenance: () => PROVENANCE,
    },
  );
  return { kernel, measurement };
}

const MORE = 'int more(int x) { return answer(x) * 7 + table[x & 31] / 3; } char room[777];';

/** By how much objects of a section differ, as readelf sees them. */
function objectGrowth(base: LinkedKernel, head: LinkedKernel, section: string): number {
  const sizeIn = ({ object, prefix }: LinkedKernel) =>
    readelfSections(object, prefix).find(({ name }) => name === section)!.size;
  return sizeIn(head) - sizeIn(base);
}

function growth(base: Measurement, head: Measurement, name: Parameters<typeof contentDelta>[0]) {
  const content = contentDelta(name, base, head);
  return content?.base === undefined ? content : content.head! - content.base;
}

describe.each(['arm64', 'x86-64'] as const)('a section of %s that the linker script pads', (name) => {
  test('grows by what its objects grow, to the byte', async () => {
    const [base, head] = [await padded(name), await padded(name, { more: MORE })];
    expect(head.measurement.metrics.text).toBe(base.measurement.metrics.text);
    const text = objectGrowth(base.kernel, head.kernel, '.text');
    const bss = objectGrowth(base.kernel, head.kernel, '.bss');
    expect([text > 0, bss]).toEqual([true, expect.any(Number)]);
    const between = (metric: Parameters<typeof growth>[2]) =>
      growth(base.measurement, head.measurement, metric);
    expect([between('text'), between('section:.text'), between('bss')]).toEqual([text, text, bss]);
  });

  test('has no growth that could be told without a link map', async () => {
    const options = { hasMap: false };
    const [base, head] = [await padded(name, options), await padded(name, { ...options, more: MORE })];
    const between = (metric: Parameters<typeof growth>[2]) =>
      growth(base.measurement, head.measurement, metric);
    expect([between('text'), between('section:.te*'), between('bss')]).toEqual([{}, {}, {}]);
    expect([between('init'), between('symbol:more')]).toEqual([undefined, undefined]);
  });

  test('has none either where one side alone has a link map', async () => {
    const [base, head] = [await padded(name, { hasMap: false }), await padded(name)];
    expect(growth(base.measurement, head.measurement, 'text')).toEqual({});
  });

  test('is itself where it is padded by less than a page, map or none', async () => {
    const options = { hasMap: false, step: 64 };
    const [base, head] = [await padded(name, options), await padded(name, { ...options, more: MORE })];
    expect(growth(base.measurement, head.measurement, 'text')).toBeUndefined();
  });
});
