import { describe, expect, test } from 'vitest';
import { NO_OPTION, bytesByOption } from '../../../src/size/delta/bytes-by-option.ts';

const OBJECTS = [
  { name: 'kernel/futex/core.o', base: 0, head: 3000 },
  { name: 'kernel/futex/waitwake.o', base: 0, head: 500 },
  { name: 'kernel/fork.o', base: 8000, head: 8100 },
  { name: 'fs/eventfd.o', base: 700, head: 0 },
  { name: 'init/main.o', base: 20, head: 20 },
];
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  'kernel/futex/core.o': ['FUTEX'],
  'kernel/futex/waitwake.o': ['FUTEX_WAIT', 'FUTEX'],
  'fs/eventfd.o': ['EVENTFD'],
};
const optionsOf = (object: string): readonly string[] => OPTIONS[object] ?? [];

describe('what options cause', () => {
  test('is of the innermost option that changed, largest first; the rest is of none', () => {
    const changed = new Set(['FUTEX', 'EVENTFD']);
    expect(bytesByOption(OBJECTS, { changed, optionsOf })).toEqual([
      { name: 'FUTEX', base: 0, head: 3500 },
      { name: 'EVENTFD', base: 700, head: 0 },
      { name: NO_OPTION, base: 8000, head: 8100 },
    ]);
  });

  test('is all of the one option that changed', () => {
    expect(bytesByOption(OBJECTS, { changed: new Set(['FUTEX']), optionsOf })).toEqual([
      { name: 'FUTEX', base: 8700, head: 11_600 },
    ]);
  });

  test('sums to what the objects changed by', () => {
    const changed = new Set(['FUTEX_WAIT', 'OTHER']);
    const sum = bytesByOption(OBJECTS, { changed, optionsOf }).reduce(
      (all, { base, head }) => all + head - base,
      0,
    );
    expect(sum).toBe(3000 + 500 + 100 - 700);
  });
});
