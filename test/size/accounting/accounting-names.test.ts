import { describe, expect, test } from 'vitest';
import { cellLines, changedRows, inputSection } from '../../support/elf/accounting-builders.ts';
import { type BuiltSymbol, builtSymbol } from '../../support/elf/elf-builder.ts';

const [LOCAL, GLOBAL, WEAK] = [0, 1, 2];
const EM_ARM = 40;
const OBJECT = 1;

/** All 16 bytes of `.text`, unless overridden. */
function whole(name: string, overrides: Partial<BuiltSymbol> = {}): BuiltSymbol {
  return builtSymbol({ name, size: 16, ...overrides });
}

/** The symbol that names the source file of the local ones behind it. */
function file(name: string): BuiltSymbol {
  return { name, value: 0n, size: 0, type: 4, binding: LOCAL, section: 0xfff1 };
}

describe('of symbols of the same bytes', () => {
  const named = { a: LOCAL, b: WEAK, c: GLOBAL };
  const symbols = Object.entries(named).map(([name, binding]) => whole(name, { binding }));

  test.each([
    ['a global one owns them', symbols, 'symbol c 16'],
    ['a weak one owns them before a local one', symbols.slice(0, 2), 'symbol b 16'],
    ['a global one owns them wherever the table lists it', symbols.toReversed(), 'symbol c 16'],
    [
      'the one with fewer underscores owns them',
      [whole('__se_open'), whole('sys_open')],
      'symbol sys_open 16',
    ],
    ['the first by name owns them', [whole('b'), whole('a')], 'symbol a 16'],
  ])('%s', (_, same, owner) => {
    expect(cellLines({ symbols: same })).toEqual([owner]);
  });

  test('the others are aliases', () => {
    const [row] = changedRows({ sections: [], symbols: [] }, { symbols });
    expect(row).toMatchObject({ name: 'c', delta: 16, aliases: ['a', 'b'] });
  });

  test('the others are aliases of a symbol that is gone, too', () => {
    const [row] = changedRows({ symbols }, { sections: [], symbols: [] });
    expect(row).toMatchObject({ name: 'c', delta: -16, aliases: ['a', 'b'] });
  });

  test('a label without a size is no alias', () => {
    const labels = [...symbols, builtSymbol({ name: '_stext', size: 0 })];
    expect(changedRows({ sections: [], symbols: [] }, { symbols: labels })[0]!.aliases).toEqual(['a', 'b']);
  });

  test('one that is an alias at one place and an owner at another is not counted twice', () => {
    const twice = [whole('a', { size: 8 }), whole('b', { size: 8 }), whole('b', { value: 8n, size: 8 })];
    expect(cellLines({ symbols: twice })).toEqual(['symbol a 8', 'symbol b 8']);
  });
});

test('of symbols of different sizes at one address the larger owns the bytes, as jiffies_64 does', () => {
  const symbols = [whole('jiffies', { size: 4, type: OBJECT }), whole('jiffies_64', { type: OBJECT })];
  expect(cellLines({ symbols })).toEqual(['symbol jiffies_64 16']);
  expect(changedRows({ sections: [], symbols: [] }, { symbols })[0]).toMatchObject({ aliases: ['jiffies'] });
});

test('a symbol inside of another owns its bytes, the outer one those on both sides', () => {
  const symbols = [whole('outer'), builtSymbol({ name: 'inner', value: 4n, size: 2 })];
  expect(cellLines({ symbols })).toEqual(['symbol outer 14', 'symbol inner 2']);
});

test('the address of a Thumb function is that of its first instruction', () => {
  const symbols = [builtSymbol({ name: 'f', value: 1n }), builtSymbol({ name: 'g', value: 9n })];
  expect(cellLines({ class: 32, machine: EM_ARM, symbols })).toEqual(['symbol f 8', 'symbol g 8']);
});

test('an odd address of data, or on another machine, is where it says', () => {
  const odd = builtSymbol({ value: 9n, size: 7 });
  const last = 'symbol main 7';
  expect(cellLines({ class: 32, machine: EM_ARM, symbols: [{ ...odd, type: OBJECT }] })).toContain(last);
  expect(cellLines({ symbols: [odd] })).toContain(last);
});

describe('statics of one name in two files', () => {
  const first = builtSymbol({ name: 'state', binding: LOCAL });
  const second = { ...first, value: 8n };

  test('are two owners, told apart by the objects of the link map', () => {
    const inputs = [inputSection({ size: 8 }), inputSection({ offset: 8, size: 8, object: 'b.o' })];
    expect(cellLines({ symbols: [first, second], inputs })).toEqual([
      'symbol state a.o 8',
      'symbol state b.o 8',
    ]);
  });

  test('are two owners, told apart by their source files without a link map', () => {
    const symbols = [file('a.c'), first, file('b.c'), second];
    expect(cellLines({ symbols })).toEqual(['symbol state a.c 8', 'symbol state b.c 8']);
  });

  test('are one owner where they are in one file', () => {
    expect(cellLines({ symbols: [file('a.c'), first, second] })).toEqual(['symbol state a.c 16']);
  });
});

test('a global symbol has no source file: it does not follow that of its own', () => {
  expect(cellLines({ symbols: [file('a.c'), whole('main')] })).toEqual(['symbol main 16']);
});

test.each([
  ['__initcall__kmod_x__12_34_foo6', '__initcall__kmod_x__13_99_foo6'],
  ['__UNIQUE_ID_author123', '__UNIQUE_ID_author7'],
  ['__UNIQUE_ID___addressable_foo123', '__UNIQUE_ID___addressable_foo124'],
  ['__key.12', '__key.3'],
  ['f.llvm.123', 'f.llvm.456'],
  ['f.constprop.0', 'f.constprop.1'],
])('a compiler or a macro that counts on makes no row of %s, now %s', (before, after) => {
  expect(changedRows({ symbols: [whole(before)] }, { symbols: [whole(after)] })).toEqual([]);
});

describe('the padding before a function that objtool names', () => {
  const symbols = [builtSymbol({ name: '__pfx_f' }), builtSymbol({ name: 'f', value: 8n })];

  test('is counted in, and is a mark of the row', () => {
    expect(cellLines({ symbols })).toEqual(['symbol f 16']);
    expect(changedRows({ sections: [], symbols: [] }, { symbols })[0]).toMatchObject({ clones: ['__pfx_'] });
  });

  test('belongs to the file of its function, which the symbol table does not say', () => {
    const padding = builtSymbol({ name: '__pfx_f', binding: LOCAL });
    const f = builtSymbol({ name: 'f', value: 8n, binding: LOCAL });
    expect(cellLines({ symbols: [file('a.c'), f, file(''), padding] })).toEqual(['symbol f a.c 16']);
  });
});

test.each(['.isra.0', '.constprop.0', '.part.0', '.cold', '.llvm.123', '.lto_priv.0'])(
  'a clone %s is counted to its function, and its mark is one of the row',
  (suffix) => {
    const symbols = [builtSymbol({ name: 'f' }), builtSymbol({ name: `f${suffix}`, value: 8n })];
    const [row] = changedRows({ sections: [], symbols: [] }, { symbols });
    expect(row).toMatchObject({ name: 'f', delta: 16, clones: [suffix.replace(/\.\d+$/, '')] });
  },
);
