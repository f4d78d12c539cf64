import { expect, test } from 'vitest';
import { readDirectives } from '../../../src/kernel/reach/source-directives.ts';

function directivesOf(text: string) {
  return readDirectives(['file', 'gone'], (name) => (name === 'file' ? Buffer.from(text) : undefined));
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
])('a file is read by its name: %s', (text, names) => {
  expect(directivesOf(text).names).toEqual(names);
});

test.each(['.incbin INITRD', 'asm(".incbin " NAME "\\n");', '.macro blob name\n.incbin "\\name"\n.endm'])(
  'any file may be read by a name that something else spells: %s',
  (text) => {
    expect(directivesOf(text).names).toEqual(['*']);
  },
);

test.each([
  '/* did not support .incbin. A comment */',
  '/*\n * Using .incbin "a" has an advantage\n */',
  'printf(".incbin \\"%s\\"\\n", argv[1]);',
  'struct x y = { .include = 1, .include_oper_class = true };',
  'use(list->include, list.include);',
  '// an embedded "text"',
])('no file is read: %s', (text) => {
  expect(directivesOf(text).names).toEqual([]);
});

test.each(['#if __has_include("errata/abi-4.h")', '#if __has_embed("a")', '#ifdef __has_include\n'])(
  'it is asked whether another file is there: %s',
  (text) => {
    expect(directivesOf(text)).toEqual({ asking: ['file'], names: [] });
  },
);

test('a text of comments that never end takes no longer than its length', () => {
  expect(directivesOf(`.incbin\n${'/*'.repeat(1_000_000)}`)).toEqual({ asking: [], names: ['*'] });
});
