import { describe, expect, test } from 'vitest';
import {
  type BuiltKernel,
  bytesOfText,
  changedRows,
  inputSection,
} from '../../support/elf/accounting-builders.ts';
import { builtSection, builtSymbol } from '../../support/elf/elf-builder.ts';

/** One function with contents and an object of its own, unless overridden. */
function kernel(name: string, { text = 'push pop', object = 'a.o', section = '.text' } = {}): BuiltKernel {
  const contents = bytesOfText(text);
  const { length: size } = contents;
  return {
    sections: [builtSection({ name: section, contents })],
    symbols: [builtSymbol({ name, size })],
    inputs: [inputSection({ output: section, size, object })],
  };
}

test('a symbol that moved between objects is one row', () => {
  const rows = changedRows(kernel('f'), kernel('f', { object: 'lib/b.o' }));
  expect(rows).toMatchObject([
    { name: 'f', object: 'lib/b.o', movedFrom: 'a.o', base: 8, head: 8, delta: 0, cells: [] },
  ]);
});

test('a symbol that moved between objects and grew is one row', () => {
  const rows = changedRows(kernel('f'), kernel('f', { object: 'lib/b.o', text: 'push push pop' }));
  expect(rows).toMatchObject([
    { name: 'f', object: 'lib/b.o', movedFrom: 'a.o', base: 8, head: 13, delta: 5 },
  ]);
});

test('a symbol that left one object for two has not moved', () => {
  const inputs = [
    inputSection({ size: 4, object: 'b.o' }),
    inputSection({ offset: 4, size: 4, object: 'c.o' }),
  ];
  const rows = changedRows(kernel('f'), { ...kernel('f'), inputs });
  expect(rows.map(({ object, delta, movedFrom }) => [object, delta, movedFrom])).toEqual([
    ['a.o', -8, undefined],
    ['b.o', 4, undefined],
    ['c.o', 4, undefined],
  ]);
});

test('a symbol that moved between sections is one row with the bytes of both', () => {
  const rows = changedRows(kernel('f'), kernel('f', { section: '.init.text' }));
  expect(rows).toMatchObject([{ name: 'f', delta: 0, movedFrom: undefined }]);
  expect(rows[0]!.cells).toEqual([
    { section: '.text', base: 8, head: 0 },
    { section: '.init.text', base: 0, head: 8 },
  ]);
});

test('a symbol that moved between objects and sections is one row with the bytes of both sections', () => {
  const rows = changedRows(kernel('f'), kernel('f', { section: '.init.text', object: 'b.o' }));
  expect(rows).toMatchObject([{ name: 'f', object: 'b.o', movedFrom: 'a.o', delta: 0 }]);
  expect(rows[0]!.cells).toHaveLength(2);
});

describe('a symbol under another name', () => {
  test('is one row where object, section and contents are the same', () => {
    expect(changedRows(kernel('f'), kernel('g'))).toMatchObject([
      { name: 'g', renamedFrom: 'f', base: 8, head: 8, delta: 0, cells: [] },
    ]);
  });

  test.each([
    ['contents', { text: 'push nop' }],
    ['size', { text: 'push' }],
    ['object', { object: 'b.o' }],
    ['section', { section: '.init.text' }],
  ])('is another symbol where its %s differs', (_, change) => {
    const rows = changedRows(kernel('f'), kernel('g', change));
    expect(rows.map(({ name }) => name).toSorted()).toEqual(['f', 'g']);
    expect(rows.map(({ renamedFrom }) => renamedFrom)).toEqual([undefined, undefined]);
  });

  test('is another symbol where only one of its two parts has the same contents', () => {
    const parts = (name: string, cold: string): BuiltKernel => ({
      sections: [
        builtSection({ contents: bytesOfText('push pop') }),
        builtSection({ name: '.init.text', contents: bytesOfText(cold) }),
      ],
      symbols: [builtSymbol({ name }), builtSymbol({ name: `${name}.cold`, section: 2 })],
    });
    expect(changedRows(parts('f', 'call ret'), parts('g', 'jump ret'))).toHaveLength(2);
  });

  test('is another symbol where two that are gone fit', () => {
    const contents = bytesOfText('push pop');
    const base = {
      sections: [builtSection({ contents: bytesOfText('push poppush pop') })],
      symbols: [builtSymbol({ name: 'e' }), builtSymbol({ name: 'f', value: 8n })],
      inputs: [inputSection()],
    };
    const head = { ...kernel('g'), sections: [builtSection({ contents })] };
    const rows = changedRows(base, head);
    expect(rows.map(({ name, delta, renamedFrom }) => [name, delta, renamedFrom])).toEqual([
      ['g', 8, undefined],
      ['e', -8, undefined],
      ['f', -8, undefined],
    ]);
  });

  test('is one row where it has no contents but the same place', () => {
    const bss = builtSection({ name: '.bss', type: 8, flags: 3, contents: new Uint8Array(0), size: 16 });
    const at = (name: string, value: bigint): BuiltKernel => ({
      sections: [bss],
      symbols: [builtSymbol({ name, value, type: 1 })],
      inputs: [inputSection({ output: '.bss', name: '.bss' })],
    });
    expect(changedRows(at('f', 8n), at('g', 8n))).toMatchObject([{ name: 'g', renamedFrom: 'f' }]);
    expect(changedRows(at('f', 8n), at('g', 0n))).toHaveLength(2);
  });
});

describe('without a link map', () => {
  const file = { name: 'a.c', value: 0n, size: 0, type: 4, binding: 0, section: 0xfff1 };
  const local = (name: string) => ({ symbols: [{ ...file, name }, builtSymbol({ size: 16, binding: 0 })] });
  const global = { symbols: [builtSymbol({ size: 16 })] };

  test('a function that is no longer static has no row', () => {
    expect(changedRows(local('a.c'), global)).toEqual([]);
  });

  test('a static function that moved between files is one row', () => {
    expect(changedRows(local('a.c'), local('b.c'))).toMatchObject([{ object: 'b.c', movedFrom: 'a.c' }]);
  });

  test('a new global function is of no object', () => {
    expect(changedRows({ sections: [], symbols: [] }, global)).toMatchObject([
      { name: 'main', delta: 16, object: undefined },
    ]);
  });

  test('a function that is no longer static and grew is one row that has not moved', () => {
    const grown = {
      sections: [builtSection({ contents: new Uint8Array(20) })],
      symbols: [builtSymbol({ size: 20 })],
    };
    expect(changedRows(local('a.c'), grown)).toMatchObject([
      { name: 'main', delta: 4, movedFrom: undefined },
    ]);
  });
});

test('names with control characters are written fit to print', () => {
  const rows = changedRows({ sections: [], symbols: [] }, kernel('a\u001b[2J'));
  expect(rows.map(({ name }) => name)).toEqual(['a\\x1b[2J']);
});
