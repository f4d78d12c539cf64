import { expect, test } from 'vitest';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { type Accounting, accountFor } from '../../../src/size/accounting/accounting.ts';
import type { StringInterner } from '../../../src/size/columns/string-interner.ts';
import { accountedDelta } from '../../../src/size/delta/accounted-delta.ts';
import { bytesOfText } from '../../support/elf/accounting-builders.ts';
import { buildElf, builtSection, builtSymbol } from '../../support/elf/elf-builder.ts';

/** Functions of 8 bytes one behind another, and literals that no symbol covers. */
interface Program {
  readonly functions: readonly string[];
  readonly literals: string;
}

const BASE: Program = { functions: ['gone', 'grow', 'f.cold', 'f', 'kept'], literals: 'kept\0only base\0' };
const HEAD: Program = { functions: ['f.isra.0', 'grow', 'come', 'kept'], literals: 'only head\0kept\0' };

function account({ functions, literals }: Program, texts?: StringInterner): Accounting {
  const sections = [
    builtSection({ name: '.text', contents: bytesOfText(functions.map((name) => name.padEnd(8)).join('')) }),
    builtSection({ name: '.rodata', flags: 2, contents: bytesOfText(literals) }),
  ];
  const symbols = functions.map((name, i) => builtSymbol({ name, size: 8, value: BigInt(8 * i) }));
  const elf = openElf(bytesSource('vmlinux', buildElf({ type: 2, sections, symbols })));
  return accountFor(elf, readSymbols(elf), { map: undefined, contents: 'kept', texts });
}

test.each([
  ['another', BASE, HEAD],
  ['the older', HEAD, BASE],
  ['the same', BASE, BASE],
])(
  'a kernel that goes on with the texts of %s one differs from it as one that has its own',
  (_, old, head) => {
    const base = account(old);
    const apart = accountedDelta(account(old), account(head));
    expect(accountedDelta(base, account(head, base.cells.texts))).toEqual(apart);
    expect(apart.rows.length > 0).toBe(old !== head);
  },
);

test('a kernel is the same after another one has gone on with its texts', () => {
  const [base, other] = [account(BASE), account(BASE)];
  account(HEAD, base.cells.texts);
  expect(accountedDelta(other, base).rows).toEqual([]);
});
