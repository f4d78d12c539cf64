import { expect, test } from 'vitest';
import { bytesSource } from '../../../src/elf/byte-source.ts';
import { openElf } from '../../../src/elf/open-elf.ts';
import { readSymbols } from '../../../src/elf/symbols/symbols.ts';
import { accountFor } from '../../../src/size/accounting/accounting.ts';
import { diffSymbols } from '../../../src/size/bloat-o-meter/symbol-diff.ts';
import { symbolSizes } from '../../../src/size/bloat-o-meter/symbol-sizes.ts';
import { topSymbols } from '../../../src/size/bloat-o-meter/top-symbols.ts';
import { accountedDelta } from '../../../src/size/delta/accounted-delta.ts';
import { buildElf, builtSection, builtSymbol } from '../../support/elf/elf-builder.ts';

function open(size: number) {
  const contents = new Uint8Array(64);
  const symbols = [builtSymbol(), builtSymbol({ name: '', value: 8n, size })];
  const elf = openElf(bytesSource('x.o', buildElf({ sections: [builtSection({ contents })], symbols })));
  return { elf, table: readSymbols(elf) };
}

test('a symbol without a name has one in every table, but for that of the script, which cannot read it', () => {
  const [base, head] = [open(16), open(32)];
  const [before, after] = [base, head].map(({ elf, table }) =>
    accountFor(elf, table, { map: undefined, contents: 'kept' }),
  );
  const { rows } = accountedDelta(before!, after!);
  expect(rows.find(({ kind }) => kind === 'symbol')).toMatchObject({ name: '[unnamed symbol]', delta: 16 });
  const [old, now] = [base, head].map(({ elf, table }) => symbolSizes(elf, table));
  expect(topSymbols(now!, { mode: 'all', limit: 0 }).rows.map(({ name }) => name)).toEqual([
    '[unnamed symbol]',
    'main',
  ]);
  expect(diffSymbols(old!, now!, { mode: 'all', compat: '7.2' })).toMatchObject([
    { rows: [], before: 8, after: 8 },
  ]);
});
