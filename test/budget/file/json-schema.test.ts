import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseBudgetFile } from '../../../src/budget/file/budget-file.ts';
import { budgetFileJsonSchema } from '../../../src/budget/file/json-schema.ts';
import { readPresets } from '../../../src/presets.ts';
import { METRIC_NAMES } from '../../../src/size/measurement.ts';
import { UserError } from '../../../src/user-error.ts';

const committed: unknown = JSON.parse(
  readFileSync(new URL('../../../schema/budget-file.schema.json', import.meta.url), 'utf8'),
);
const presets = readPresets();
const schema = budgetFileJsonSchema([...presets.values()]);
const accepts = new Ajv({ strict: true, strictTypes: false, strictRequired: false }).compile(schema);

/** Whether the file is read without a mistake, in a kernel tree that has all that it names. */
function isRead(text: string): boolean {
  try {
    return parseBudgetFile({ text, path: 'budget.yml', presets, fileExists: () => true }).length > 0;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

it('the committed schema is the one that scripts/write-schema.js writes', () => {
  expect(committed).toEqual(schema);
});

it('every key and metric has a description for editors', () => {
  const text = JSON.stringify(committed);
  for (const metric of METRIC_NAMES) expect(text).toMatch(new RegExp(`"${metric}":\\{[^{}]*"description"`));
  expect(undescribed(committed)).toEqual([]);
});

/** Names of properties without a description, but for rules that take several together. */
function undescribed(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const properties = 'properties' in part ? Object.entries(Object(part.properties)) : [];
  const bare = properties.filter(([, value]) => !Object.hasOwn(Object(value), 'description'));
  const { allOf: _rules, ...others } = part as { readonly allOf?: unknown };
  return [...bare.map(([name]) => name), ...Object.values(others).flatMap(undescribed)];
}

describe('an editor and the reader', () => {
  it.each([
    'targets: { a: { extends: stm32f469 } }',
    'targets: { a: { arch: arm, image: zImage, budgets: { ram: 324K, flash: 0x51000, text: 5 } } }',
    'targets: { a: { arch: arm, image: zImage, growth: { ram: 0 }, nearLimit: 90% } }',
    'targets: { a: { extends: x86-tiny, budgets: { section:.text: 700K, dir:drivers/: 190K, symbol:log_buf: 4K } } }',
    'targets: { a: { extends: x86-tiny, growth: { object:fs/*.o: 0, "subsystem:FILESYSTEMS (VFS*": 1K } } }',
    'targets: { a: { arch: arm, image: zImage, llvm: true, make: { KCFLAGS: -Os } } }',
    'targets: { a: { arch: arm, image: zImage, llvm: "-19", fragments: [x, { file: y, since: "6.10" }] } }',
    'targets: { a: { arch: arm, image: Image, memory: { flash: { base: 0, size: 2M }, dtb: 0x8004000 } } }',
    'targets: { a: { extends: stm32f469, budgets: { dtb: 20K }, growth: { dtb: 0 } } }',
    'targets: { a: { extends: x86-tiny, dtb: x.dtb, budgets: { dtb: 20K } } }',
    'targets: { a: { extends: x86-tiny, base: stm32_defconfig } }',
    'targets: { a: { extends: x86-tiny, base: defconfig } }',
    'targets: { a: { extends: x86-tiny, base: configs/my } }',
    'targets: { a: { extends: x86-tiny, base: .config } }',
    'targets: { a: { extends: x86-tiny, make: { KCFLAGS: -Os, KBUILD_BUILD: x, OO: y } } }',
    'targets: { a: { extends: x86-tiny, budgets: { ram: 0x10, flash: 10K }, growth: { ram: 0K } } }',
  ])('both accept %s', (text) => {
    expect([accepts(parse(text)), isRead(text)]).toEqual([true, true]);
  });

  it.each([
    '{}',
    'targets: []',
    'targets: { A: { extends: x86-tiny } }',
    'targets: { a: { extends: 1 } }',
    'targets: { a: { extends: x86-tiny, imge: zImage } }',
    'targets: { a: { extends: x86-tiny, budgets: { ram: 324KB } } }',
    'targets: { a: { extends: x86-tiny, budgets: { ram: -1 } } }',
    'targets: { a: { extends: x86-tiny, budgets: { ram: 1.5 } } }',
    'targets: { a: { extends: x86-tiny, budgets: { stack: 1K } } }',
    'targets: { a: { extends: x86-tiny, budgets: { "sections:.text": 1K } } }',
    'targets: { a: { extends: x86-tiny, budgets: { "Section:.text": 1K } } }',
    'targets: { a: { extends: x86-tiny, budgets: { "section:": 1K } } }',
    'targets: { a: { extends: x86-tiny, budgets: { "symbol: x": 1K } } }',
    'targets: { a: { extends: x86-tiny, growth: { "symbol:a\\tb": 1K } } }',
    'targets: { a: { extends: x86-tiny, growth: { dir:drivers: 1K } } }',
    'targets: { a: { extends: x86-tiny, growth: { dir:/drivers/: 1K } } }',
    'targets: { a: { extends: x86-tiny, growth: { dir:/: 1K } } }',
    'targets: { a: { extends: x86-tiny, growth: { section:.text: 1KB } } }',
    'targets: { a: { extends: x86-tiny, fragments: [{ file: x, since: 6.10 }] } }',
    'targets: { a: { extends: x86-tiny, fragments: [/etc/passwd] } }',
    'targets: { a: { extends: x86-tiny, fragments: [../x] } }',
    'targets: { a: { extends: x86-tiny, make: { V: 1 } } }',
    'targets: { a: { extends: x86-tiny, memory: { flash: { base: 0 } } } }',
    'targets: { a: { extends: x86-tiny, llvm: 19 } }',
    'targets: { a: { extends: x86-tiny, nearLimit: 95 } }',
    'targets: { a: { extends: x86-tiny, dtb: st/x.dtb } }',
    'targets: { a: { extends: x86-tiny, image: "-f x" } }',
    'targets: { a: { extends: x86-small } }',
    'targets: { a: {} }',
    'targets: { a: { arch: arm } }',
    'targets: { a: { image: zImage } }',
    'targets: { __proto__: { extends: x86-tiny } }',
    'targets: { a: { extends: x86-tiny, base: tinyconfg } }',
    'targets: { a: { extends: x86-tiny, base: /etc/config } }',
    'targets: { a: { extends: x86-tiny, budgets: { ram: 0 } } }',
    'targets: { a: { extends: x86-tiny, budgets: { ram: "0" } } }',
    'targets: { a: { extends: x86-tiny, budgets: { section:.text: 0K } } }',
    'targets: { a: { extends: x86-tiny, budgets: { ram: "0x00" } } }',
    'targets: { a: { extends: x86-tiny, budgets: { ram: "010" } } }',
    'targets: { a: { extends: x86-tiny, growth: { ram: 010K } } }',
    'targets: { a: { extends: x86-tiny, growth: { ram: "1e6" } } }',
    'targets: { a: { extends: x86-tiny, growth: { ram: +5K } } }',
    'targets: { a: { extends: x86-tiny, growth: { ram: 1_000 } } }',
    'targets: { a: { extends: x86-tiny, growth: { dtb: 0 } } }',
    'targets: { a: { extends: x86-tiny, budgets: { dtb: 1K } } }',
    'targets: { a: { arch: arm, image: zImage, budgets: { dtb: 1K } } }',
    ...[
      'ARCH',
      'O',
      'M',
      'CROSS_COMPILE',
      'KBUILD_BUILD_USER',
      'KCONFIG_ALLCONFIG',
      'LC_ALL',
      'MAKEFLAGS',
    ].map((name) => `targets: { a: { extends: x86-tiny, make: { ${name}: x } } }`),
  ])('both refuse %s', (text) => {
    expect([accepts(parse(text)), isRead(text)]).toEqual([false, false]);
  });
});

it('editors complete the presets', () => {
  const text = JSON.stringify(schema);
  expect(text).toContain(`"enum":${JSON.stringify([...presets.keys()])}`);
});

it('both refuse a thousand targets and one', () => {
  const targets = Array.from({ length: 1001 }, (_, i) => `t${i}: { extends: x86-tiny }`);
  const text = `targets: { ${targets.join(', ')} }`;
  expect([accepts(parse(text)), isRead(text)]).toEqual([false, false]);
});
