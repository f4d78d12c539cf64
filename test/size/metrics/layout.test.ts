import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flashUse } from '../../../src/size/metrics/flash-use.ts';
import type { KernelImage } from '../../../src/size/metrics/kernel-image.ts';
import { layoutOf } from '../../../src/size/metrics/layout.ts';
import { memoryRange } from '../../../src/size/metrics/memory-range.ts';
import { UserError } from '../../../src/user-error.ts';
import { objcopySize } from '../../support/elf/binutils.ts';
import { buildFolder } from '../../support/elf/compile.ts';
import { type LinkedKernel, linkKernel, nmDistance } from '../../support/elf/linked-kernel.ts';

const folder = buildFolder();
afterAll(() => folder[Symbol.dispose]());

let xip: LinkedKernel;
let mmu: LinkedKernel;
let nommu: LinkedKernel;
let x86: LinkedKernel;
let riscv: LinkedKernel;

beforeAll(() => {
  xip = linkKernel(folder, 'arm-xip');
  mmu = linkKernel(folder, 'arm-mmu');
  nommu = linkKernel(folder, 'arm-nommu');
  x86 = linkKernel(folder, 'x86-64');
  riscv = linkKernel(folder, 'riscv');
});

function without(image: KernelImage, symbol: string): KernelImage {
  return { ...image, boundaries: new Map([...image.boundaries].filter(([name]) => name !== symbol)) };
}

describe.each(['riscv-xip', 'riscv-xip-up'] as const)(
  'a kernel of RISC-V that executes in place: %s',
  (name) => {
    let kernel: LinkedKernel;
    const config = new Map([['XIP_PHYS_ADDR', '0x21000000']]);
    beforeAll(() => {
      kernel = linkKernel(folder, name);
    });

    test('is stored as objcopy makes it, at CONFIG_XIP_PHYS_ADDR', () => {
      const stored = objcopySize(kernel.path, kernel.prefix);
      expect(layoutOf({ ...kernel.image, config })).toMatchObject({
        kind: 'xip',
        storedImage: stored,
        flashAddress: 0x21000000,
      });
      expect(layoutOf({ ...kernel.image, imageSize: undefined, config: undefined })).toMatchObject({
        storedImage: stored,
        flashAddress: undefined,
      });
    });

    test('takes the RAM from _sdata to _end, and gives whole pages of its init data back', () => {
      const ram = nmDistance(kernel, { from: '_sdata', to: '_end' });
      const init = nmDistance(kernel, { from: '__init_begin', to: '__init_end' });
      expect(init % 4096).not.toBe(0);
      expect(layoutOf(kernel.image)).toMatchObject({
        ram,
        ramAfterInit: ram - Math.floor(init / 4096) * 4096,
      });
      expect(memoryRange(kernel.image)).toMatchObject({ place: 'running' });
    });

    test('uses the flash from its start, and names both sizes where the image is another', () => {
      const image = { ...kernel.image, config, placement: { flashBase: 0x20000000, dtb: undefined } };
      const layout = layoutOf(image);
      expect(flashUse(image, layout)).toBe(0x1000000 + layout.storedImage!);
      const imageSize = image.imageSize! + 4;
      expect(() => layoutOf({ ...image, imageSize })).toThrow(
        `xipImage is ${imageSize} bytes but vmlinux spans ${image.imageSize} (as objcopy -O binary counts)`,
      );
    });
  },
);

describe('a kernel that executes in place', () => {
  test('takes the RAM from _sdata to _end', () => {
    expect(layoutOf(xip.image).ram).toBe(nmDistance(xip, { from: '_sdata', to: '_end' }));
  });

  test('lies at CONFIG_XIP_PHYS_ADDR, whatever address it is mapped to', () => {
    const config = new Map([['XIP_PHYS_ADDR', '0x00080000']]);
    expect(layoutOf({ ...xip.image, config }).flashAddress).toBe(0x80000);
  });

  test('lies at _xiprom where the configuration names no address', () => {
    expect(layoutOf(xip.image).flashAddress).toBe(0x08008000);
  });

  test('of another build than the image is refused', () => {
    const image = { ...xip.image, imageSize: xip.image.imageSize! + 4 };
    expect(() => layoutOf(image)).toThrow(/come from different builds/);
  });

  test('with deflated data takes the size of the image file, which vmlinux does not know', () => {
    const config = new Map([['XIP_DEFLATED_DATA', 'y']]);
    expect(layoutOf({ ...xip.image, config, imageSize: 999 }).storedImage).toBe(999);
  });

  test('without its image file is what vmlinux spans, unless its data is deflated', () => {
    const image = { ...xip.image, imageSize: undefined };
    const linked = nmDistance(xip, { from: '_xiprom', to: '_edata_loc' });
    expect(layoutOf(image).storedImage).toBe(linked);
    const deflated = new Map([['XIP_DEFLATED_DATA', 'y']]);
    expect(layoutOf({ ...image, config: deflated }).storedImage).toBeUndefined();
  });

  test('without its configuration is as large as its image file, and lies nobody knows where', () => {
    const { imageSize } = xip.image;
    const layout = layoutOf({ ...xip.image, config: undefined });
    expect([layout.storedImage, layout.flashAddress]).toEqual([imageSize, undefined]);
    expect(layout.ram).toBe(nmDistance(xip, { from: '_sdata', to: '_end' }));
  });

  test('without image file and configuration has no size in flash', () => {
    const image = { ...xip.image, config: undefined, imageSize: undefined };
    expect(layoutOf(image).storedImage).toBeUndefined();
  });

  test('without its configuration is refused where the image file may be of another build', () => {
    const image = { ...xip.image, config: undefined, imageSize: 999 };
    expect(() => layoutOf(image)).toThrow(
      /different builds \(or CONFIG_XIP_DEFLATED_DATA is on: give the \.config/,
    );
  });

  test.each(['0x', '08008000', '-0x1', '0x1 0', ''])('is refused at the address %j', (address) => {
    const config = new Map([['XIP_PHYS_ADDR', address]]);
    expect(() => layoutOf({ ...xip.image, config })).toThrow(
      /^CONFIG_XIP_PHYS_ADDR is ".*"; expected an address/,
    );
  });

  test.each(['_edata_loc', '_sdata', '_end'])('without the symbol %s is refused', (symbol) => {
    expect(() => layoutOf(without(xip.image, symbol))).toThrow(UserError);
  });
});

describe('an ARM kernel in RAM', () => {
  test('takes the RAM from _stext to _end without an MMU', () => {
    expect(layoutOf(nommu.image).ram).toBe(nmDistance(nommu, { from: '_stext', to: '_end' }));
  });

  test('with an MMU takes all from PAGE_OFFSET on: page tables lie below the kernel', () => {
    const config = new Map([
      ['MMU', 'y'],
      ['PAGE_OFFSET', '0xC0000000'],
    ]);
    // The kernel is linked 32 KiB behind PAGE_OFFSET.
    const linked = nmDistance(mmu, { from: '_text', to: '_end' });
    expect(layoutOf({ ...mmu.image, config }).ram).toBe(linked + 0x8000);
  });

  test('without an MMU does not count from PAGE_OFFSET, which it may have all the same', () => {
    const config = new Map([['PAGE_OFFSET', '0x20000000']]);
    expect(layoutOf({ ...nommu.image, config }).ram).toBe(layoutOf(nommu.image).ram);
  });

  test('without its configuration takes nobody knows how much: it may have an MMU', () => {
    const layout = layoutOf({ ...nommu.image, config: undefined });
    expect([layout.ram, layout.ramAfterInit]).toEqual([undefined, undefined]);
    expect(layout.storedImage).toBe(nommu.image.imageSize);
  });

  test.each(['_stext', '_end'])('without the symbol %s is refused', (symbol) => {
    expect(() => layoutOf(without(nommu.image, symbol))).toThrow(UserError);
  });
});

describe('an x86 kernel', () => {
  test('needs the init_size of its boot header to boot', () => {
    expect(layoutOf({ ...x86.image, initSize: 1_000_000 }).ram).toBe(1_000_000);
  });

  test('without a boot header takes the RAM from _text to _end, the per-cpu area at 0 notwithstanding', () => {
    expect(layoutOf(x86.image).ram).toBe(nmDistance(x86, { from: '_text', to: '_end' }));
  });

  test('keeps what lies from _text to _end without the init pages, whatever room it needed to boot', () => {
    const kept =
      nmDistance(x86, { from: '_text', to: '_end' }) -
      nmDistance(x86, { from: '__init_begin', to: '__init_end' });
    expect(layoutOf({ ...x86.image, initSize: 1_000_000 }).ramAfterInit).toBe(kept);
  });

  test('without its image file needs nobody knows how much to boot, and keeps what it keeps', () => {
    const layout = layoutOf({ ...x86.image, imageSize: undefined });
    expect([layout.ram, layout.storedImage]).toEqual([undefined, undefined]);
    expect(layout.ramAfterInit).toBe(layoutOf(x86.image).ramAfterInit);
  });

  test('without the symbol _text is refused by name', () => {
    expect(() => layoutOf(without(x86.image, '_text'))).toThrow(/no symbols _text and _end/);
  });
});

describe('a kernel of another architecture', () => {
  test('that begins with its init sections is counted from there', () => {
    const start = riscv.image.boundaries.get('_start')!;
    const boundaries = new Map([...riscv.image.boundaries, ['__init_begin', start - 0x1000n] as const]);
    const whole = nmDistance(riscv, { from: '_start', to: '_end' });
    expect(layoutOf({ ...riscv.image, boundaries }).ram).toBe(whole + 0x1000);
  });

  test('without _text is counted from _stext', () => {
    const image = without(without(riscv.image, '_text'), '_start');
    expect(layoutOf(image).ram).toBe(nmDistance(riscv, { from: '_stext', to: '_end' }));
  });

  test('without the symbol _end is refused', () => {
    expect(() => layoutOf(without(riscv.image, '_end'))).toThrow(/no symbols _text \(or _stext\) and _end/);
  });

  test('without any symbol that it begins with is refused', () => {
    const image = ['_start', '_text', '_stext'].reduce(without, riscv.image);
    expect(() => layoutOf(image)).toThrow(/no symbols _text \(or _stext\) and _end/);
  });
});
