import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { readDirectives } from '../../src/kernel/source-directives.ts';

async function directivesOf(text: string) {
  await using tree = await createFixture({ file: text });
  return readDirectives(['file', 'gone'], (name) => tree.getPath(name));
}

test.each([
  ['.incbin "arch/arm/vdso/vdso.so"', ['arch/arm/vdso/vdso.so']],
  ['\t.incbin\t"a.dtb"\n\t.incbin "b.dtb"', ['a.dtb', 'b.dtb']],
  ['asm(".data\\n\\t.incbin \\"kernel/config_data.gz\\"\\n");', ['kernel/config_data.gz']],
  ['"	.incbin \\"kheaders.tar.xz\\"	\\n"', ['kheaders.tar.xz']],
  ['label: .include "macros.inc"', ['macros.inc']],
  ['static const char text[] = {\n#embed "README"\n};', ['README']],
  ['#  embed <logo.ppm>', ['logo.ppm']],
  ['#define IMAGE "arch/riscv/vdso.so"\n.incbin IMAGE', ['arch/riscv/vdso.so']],
])('a file is read by its name: %s', async (text, names) => {
  expect((await directivesOf(text)).names).toEqual(names);
});

test.each(['.incbin INITRD', 'asm(".incbin " NAME "\\n");', '.macro blob name\n.incbin "\\name"\n.endm'])(
  'any file may be read by a name that something else spells: %s',
  async (text) => {
    expect((await directivesOf(text)).names).toEqual(['*']);
  },
);

test.each([
  '/* did not support .incbin. A comment */',
  '/*\n * Using .incbin "a" has an advantage\n */',
  'printf(".incbin \\"%s\\"\\n", argv[1]);',
  'struct x y = { .include = 1, .include_oper_class = true };',
  'use(list->include, list.include);',
  '// an embedded "text"',
])('no file is read: %s', async (text) => {
  expect((await directivesOf(text)).names).toEqual([]);
});

test.each(['#if __has_include("errata/abi-4.h")', '#if __has_embed("a")', '#ifdef __has_include\n'])(
  'it is asked whether another file is there: %s',
  async (text) => {
    expect(await directivesOf(text)).toEqual({ asking: ['file'], names: [] });
  },
);

test('a text of comments that never end takes no longer than its length', async () => {
  expect(await directivesOf(`.incbin\n${'/*'.repeat(1_000_000)}`)).toEqual({ asking: [], names: ['*'] });
});
