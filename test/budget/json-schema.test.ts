import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { budgetFileSchema } from '../../src/budget/budget-schema.ts';
import { budgetFileJsonSchema } from '../../src/budget/json-schema.ts';
import { METRIC_NAMES } from '../../src/size/measurement.ts';

const committed: unknown = JSON.parse(
  readFileSync(new URL('../../schema/budget-file.schema.json', import.meta.url), 'utf8'),
);
const accepts = new Ajv({ strict: true, allowUnionTypes: true }).compile(budgetFileJsonSchema());

it('the committed schema is the one that scripts/write-schema.js writes', () => {
  expect(committed).toEqual(budgetFileJsonSchema());
});

it('every key and metric has a description for editors', () => {
  const text = JSON.stringify(committed);
  for (const metric of METRIC_NAMES) expect(text).toMatch(new RegExp(`"${metric}":\\{[^{}]*"description"`));
  expect(undescribed(committed)).toEqual([]);
});

/** Names of properties without a description. */
function undescribed(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const properties = 'properties' in schema ? Object.entries(Object(schema.properties)) : [];
  const bare = properties.filter(([, value]) => !Object.hasOwn(Object(value), 'description'));
  return [...bare.map(([name]) => name), ...Object.values(schema).flatMap(undescribed)];
}

describe('an editor and the reader', () => {
  it.each([
    'targets: { a: { extends: stm32f469 } }',
    'targets: { a: { arch: arm, image: zImage, budgets: { ram: 324K, flash: 0x51000, text: 5 } } }',
    'targets: { a: { arch: arm, image: zImage, growth: { ram: 0 }, nearLimit: 90% } }',
    'targets: { a: { extends: x, budgets: { section:.text: 700K, dir:drivers/: 190K, symbol:log_buf: 4K } } }',
    'targets: { a: { extends: x, growth: { object:fs/*.o: 0, "subsystem:FILESYSTEMS (VFS*": 1K } } }',
    'targets: { a: { arch: arm, image: zImage, llvm: true, make: { KCFLAGS: -Os } } }',
    'targets: { a: { arch: arm, image: zImage, llvm: "-19", fragments: [x, { file: y, since: "6.10" }] } }',
    'targets: { a: { arch: arm, image: Image, memory: { flash: { base: 0, size: 2M }, dtb: 0x8004000 } } }',
  ])('both accept %s', (text) => {
    const value: unknown = parse(text);
    expect([accepts(value), budgetFileSchema.safeParse(value).success]).toEqual([true, true]);
  });

  it.each([
    '{}',
    'targets: []',
    'targets: { A: { extends: x } }',
    'targets: { a: { extends: 1 } }',
    'targets: { a: { imge: zImage } }',
    'targets: { a: { budgets: { ram: 324KB } } }',
    'targets: { a: { budgets: { ram: -1 } } }',
    'targets: { a: { budgets: { ram: 1.5 } } }',
    'targets: { a: { budgets: { stack: 1K } } }',
    'targets: { a: { budgets: { "sections:.text": 1K } } }',
    'targets: { a: { budgets: { "Section:.text": 1K } } }',
    'targets: { a: { budgets: { "section:": 1K } } }',
    'targets: { a: { budgets: { "symbol: x": 1K } } }',
    'targets: { a: { growth: { "symbol:a\\tb": 1K } } }',
    'targets: { a: { growth: { dir:drivers: 1K } } }',
    'targets: { a: { growth: { dir:/drivers/: 1K } } }',
    'targets: { a: { growth: { dir:/: 1K } } }',
    'targets: { a: { growth: { section:.text: 1KB } } }',
    'targets: { a: { fragments: [{ file: x, since: 6.10 }] } }',
    'targets: { a: { fragments: [/etc/passwd] } }',
    'targets: { a: { fragments: [../x] } }',
    'targets: { a: { make: { V: 1 } } }',
    'targets: { a: { memory: { flash: { base: 0 } } } }',
    'targets: { a: { llvm: 19 } }',
    'targets: { a: { nearLimit: 95 } }',
    'targets: { a: { dtb: st/x.dtb } }',
    'targets: { a: { image: "-f x" } }',
  ])('both refuse %s', (text) => {
    const value: unknown = parse(text);
    expect([accepts(value), budgetFileSchema.safeParse(value).success]).toEqual([false, false]);
  });
});
