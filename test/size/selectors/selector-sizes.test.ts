import { describe, expect, it } from 'vitest';
import {
  type SelectorKind,
  type Selector,
  lackingFor,
  selectorNames,
  selectorSize,
} from '../../../src/size/selectors/selector-sizes.ts';
import { type PlacedSymbol, kernelOf } from '../accounting/kernel-of-symbols.ts';

const SYMBOLS: readonly PlacedSymbol[] = [
  { name: 'd_alloc', size: 100, object: 'fs/dcache.o' },
  { name: 'd_alloc.cold', size: 20, object: 'fs/dcache.o', binding: 0 },
  { name: 'ext4_iget', size: 300, object: 'fs/ext4/inode.o', aliases: ['__ext4_iget', 'ext4_iget_nowait'] },
  { name: 'probe', size: 16, object: 'drivers/tty/a.o', binding: 0 },
  { name: 'probe', size: 24, object: 'drivers/usb/b.o', binding: 0, aliases: ['usb_probe'] },
  { name: 'log_buf', size: 4096, object: 'kernel/printk/printk.o', section: '.bss' },
  { name: 'd_ops', size: 40, object: 'fs/dcache.o', section: '.rodata' },
  { name: 'f_ops', size: 48, object: 'fs/file.o', section: '.rodata' },
];

const kernel = kernelOf(SYMBOLS, {
  subsystems: {
    'fs/dcache.o': 'FILESYSTEMS (VFS and infrastructure)',
    'fs/file.o': 'FILESYSTEMS (VFS and infrastructure)',
    'fs/ext4/inode.o': 'EXT4 FILE SYSTEM <linux-ext4@vger.kernel.org>',
    'drivers/tty/a.o': 'TTY LAYER',
  },
});
const withoutMap = kernelOf(SYMBOLS, { map: 'absent' });

function expectSizes(sizes: Readonly<Partial<Record<Selector, number | undefined>>>): void {
  const measured = Object.keys(sizes).map((part) => [part, selectorSize(kernel, part as Selector)]);
  expect(Object.fromEntries(measured)).toEqual(sizes);
}

describe('a section', () => {
  it('is as large as the linked file says', () => {
    expectSizes({ 'section:.text': 460, 'section:.bss': 4096, 'section:.rodata': 88 });
  });

  it('is found by a glob together with others', () => {
    expectSizes({ 'section:*': 4644, 'section:.?ss': 4096, 'section:.[br]*': undefined });
  });

  it('that is not there has no size, not the size 0', () => {
    expectSizes({ 'section:.data': undefined, 'section:.TEXT': undefined, 'section:text': undefined });
  });
});

describe('a symbol', () => {
  it('is all the bytes that are accounted under its name, of all objects', () => {
    expectSizes({ 'symbol:log_buf': 4096, 'symbol:probe': 40 });
  });

  it('has its clones with it, and is found by the name of one', () => {
    expectSizes({ 'symbol:d_alloc': 120, 'symbol:d_alloc.cold': 120, 'symbol:d_alloc.isra.0': 120 });
  });

  it('is found by another name of the same bytes', () => {
    expectSizes({ 'symbol:__ext4_iget': 300, 'symbol:ext4_iget_nowait': 300 });
  });

  it('is found by another name in the object that has it, not in all that use its own', () => {
    expectSizes({ 'symbol:usb_probe': 24 });
  });

  it('is found by another name where a clone of it comes first', () => {
    const symbols = [
      { name: 'open.cold', size: 8, binding: 0 },
      { name: 'open', size: 32, aliases: ['sys_open'] },
    ];
    expect(selectorSize(kernelOf(symbols), 'symbol:sys_open')).toBe(40);
  });

  it('does not bring another one with it whose part was merged with its own', () => {
    const symbols = [
      { name: 'map.part.0', size: 2, binding: 0, aliases: ['unmap.part.0'] },
      { name: 'map', size: 64 },
      { name: 'unmap', size: 86 },
    ];
    expect(selectorSize(kernelOf(symbols), 'symbol:unmap')).toBe(86);
    expect(selectorSize(kernelOf(symbols), 'symbol:map')).toBe(66);
  });

  it('is not found where another name could be that of two owners', () => {
    const twins = ['a.o', 'b.o'].flatMap((object) => [
      { name: 'open.cold', size: 8, object, binding: 0 },
      { name: 'open', size: 32, object, binding: 0, aliases: [`open_${object[0]}`] },
    ]);
    expect(selectorSize(kernelOf(twins), 'symbol:open_b')).toBeUndefined();
    expect(selectorSize(kernelOf(twins), 'symbol:open')).toBe(80);
  });

  it('is counted once, however many of its names a glob matches', () => {
    expectSizes({ 'symbol:*ext4_iget*': 300, 'symbol:*_ops': 88, 'symbol:?_ops': 88, 'symbol:*probe': 40 });
  });

  it('that is not there has no size', () => {
    expectSizes({ 'symbol:log_bug': undefined, 'symbol:LOG_BUF': undefined, 'symbol:log': undefined });
  });

  it('needs no link map', () => {
    expect(selectorSize(withoutMap, 'symbol:log_buf')).toBe(4096);
    expect(selectorSize(withoutMap, 'symbol:usb_probe')).toBe(40);
  });
});

describe('an object', () => {
  it('is what its input sections gave to all sections', () => {
    expectSizes({ 'object:fs/dcache.o': 160, 'object:fs/ext4/inode.o': 300 });
  });

  it('is found by a glob, in which * stands for folders too', () => {
    expectSizes({ 'object:fs/*.o': 508, 'object:*/inode.o': 300, 'object:fs/?ile.o': 48, 'object:*': 4644 });
  });

  it('that is not there has no size', () => {
    expectSizes({ 'object:dcache.o': undefined, 'object:fs/dcache': undefined });
  });
});

describe('a folder', () => {
  it('is all that is below it, and nothing beside it', () => {
    expectSizes({ 'dir:fs/': 508, 'dir:fs/ext4/': 300, 'dir:drivers/': 40, 'dir:fs/ext/': undefined });
  });

  it('is found by a glob', () => {
    expectSizes({ 'dir:drivers/?sb/': 24, 'dir:*/tty/': 16, 'dir:*/': 4644 });
  });

  it('begins at the top of the tree', () => {
    expectSizes({ 'dir:ext4/': undefined });
  });
});

describe('a subsystem', () => {
  it('is all objects that belong to it', () => {
    expectSizes({ 'subsystem:FILESYSTEMS (VFS and infrastructure)': 208, 'subsystem:TTY LAYER': 16 });
  });

  it('is found with and without its mailing list', () => {
    expectSizes({
      'subsystem:EXT4 FILE SYSTEM': 300,
      'subsystem:EXT4 FILE SYSTEM <linux-ext4@vger.kernel.org>': 300,
      'subsystem:EXT4 FILE SYSTEM <linux-fsdevel@vger.kernel.org>': undefined,
    });
  });

  it('is found by a glob, without the objects that belong to none', () => {
    expectSizes({ 'subsystem:FILESYSTEMS*': 208, 'subsystem:*FILE*': 508, 'subsystem:*': 524 });
  });

  it('that is not there has no size', () => {
    expectSizes({ 'subsystem:FILESYSTEMS': undefined, 'subsystem:USB': undefined });
  });
});

describe('without a link map', () => {
  it.each<SelectorKind>(['object', 'dir', 'subsystem'])(
    '%s has no size, though C files are known',
    (kind) => {
      expect(lackingFor(withoutMap, kind)).toBe('link map');
      expect(selectorSize(withoutMap, `${kind}:*/`)).toBeUndefined();
      expect(selectorSize(withoutMap, `${kind}:*`)).toBeUndefined();
    },
  );

  it.each<SelectorKind>(['section', 'symbol'])('%s lacks nothing', (kind) => {
    expect(lackingFor(withoutMap, kind)).toBeUndefined();
  });
});

it('a subsystem lacks MAINTAINERS where no object belongs to any', () => {
  expect(lackingFor(kernelOf(SYMBOLS), 'subsystem')).toBe('MAINTAINERS');
  expect(lackingFor(kernel, 'subsystem')).toBeUndefined();
});

describe('the names of parts', () => {
  it.each<[SelectorKind, string[]]>([
    ['section', ['.text', '.bss', '.rodata']],
    ['object', ['fs/dcache.o', 'fs/ext4/inode.o', 'drivers/tty/a.o', 'drivers/usb/b.o']],
    ['dir', ['fs/', 'fs/ext4/', 'drivers/', 'drivers/usb/', 'kernel/printk/']],
    ['subsystem', ['EXT4 FILE SYSTEM', 'TTY LAYER']],
    ['symbol', ['log_buf', 'usb_probe', '__ext4_iget']],
  ])('of kind %s are those that have a size', (kind, some) => {
    const names = selectorNames(kernel, kind);
    expect(names).toEqual(expect.arrayContaining(some));
    expect(names.filter((name) => selectorSize(kernel, `${kind}:${name}`) === undefined)).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('a symbol with a name that tools make', () => {
  const made = kernelOf([
    { name: '__pfx_f', size: 16 },
    { name: 'f', size: 8 },
    { name: '__cfi_check', size: 20 },
    { name: 'check', size: 40 },
    { name: 'g.isra.0', size: 12, binding: 0 },
    { name: 'h.part.0y', size: 4 },
  ]);

  it.each([
    ['symbol:f', 24],
    ['symbol:__pfx_f', 24],
    ['symbol:g.isra.0', 12],
    ['symbol:g.isra', 12],
    ['symbol:g.constprop.7.cold', 12],
    ['symbol:h.part.0y', 4],
    ['symbol:h', undefined],
    ['symbol:__cfi_f', 24],
  ] as const)('is found as %s', (part, bytes) => {
    expect(selectorSize(made, part)).toBe(bytes);
  });

  it('that is a function of its own is found before what it could be of', () => {
    const own = kernelOf([
      { name: '__cfi_check', size: 200 },
      { name: 'check', size: 40 },
    ]);
    expect([selectorSize(own, 'symbol:__cfi_check'), selectorSize(own, 'symbol:check')]).toEqual([200, 40]);
  });

  it('is suggested as the owner is called', () => {
    expect(selectorNames(made, 'symbol')).toEqual(['f', 'check', 'g', 'h.part.0y']);
  });
});
