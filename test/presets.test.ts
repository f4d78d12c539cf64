import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseBudgetFile } from '../src/budget/file/budget-file.ts';
import type { Target } from '../src/budget/target.ts';
import { readPresets } from '../src/presets.ts';
import { parseKernelConfig } from '../src/size/kernel-config.ts';

const presets = readPresets();
const names = [...presets.keys()];

function targetOf(name: string): Target {
  const text = `targets: { ${name}: { extends: ${name} } }`;
  return parseBudgetFile({ text, path: name, presets, fileExists: () => false })[0]!;
}

/** Names of the options that a fragment asks for. */
function requested(path: string): string[] {
  return [...parseKernelConfig(readFileSync(path, 'utf8')).keys()];
}

it('the presets are the five that the README lists', () => {
  expect(names).toEqual(['arm-tiny', 'stm32f469', 'stm32f767', 'versatilepb', 'x86-tiny']);
});

describe.each(names)('preset %s', (name) => {
  const { fragments } = targetOf(name);

  it('has only fragments that are there', () => {
    expect(fragments.filter(({ path }) => !existsSync(path))).toEqual([]);
  });

  it('lists every fragment in its folder', () => {
    const folder = new URL(`../presets/${name}/`, import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith('.config'));
    expect(new Set(fragments.map(({ path }) => path.split('/').at(-1)))).toEqual(new Set(files));
  });

  it('asks for no option twice in one kernel', () => {
    for (const side of ['before', 'since'] as const) {
      const wanted = fragments.filter((fragment) => fragment[side] === undefined);
      const options = wanted.flatMap(({ path }) => requested(path));
      expect(options).toHaveLength(new Set(options).size);
    }
  });

  it('has nothing in its fragments but comments and options', () => {
    const lines = fragments.flatMap(({ path }) => readFileSync(path, 'utf8').split('\n'));
    const odd = lines.filter((line) => !/^(#.*|CONFIG_\w+=("[^"]*"|\w+|))?$/.test(line));
    expect(odd).toEqual([]);
  });
});

it.each([
  ['stm32f469', { flash: 2 * 1024 * 1024, ram: 324 * 1024 }],
  ['stm32f767', { flash: 2 * 1024 * 1024, ram: 512 * 1024 }],
  ['versatilepb', { ram: 3169 * 1024 }],
  ['x86-tiny', {}],
  ['arm-tiny', {}],
])('%s has the budgets of its machine', (name, budgets) => {
  expect(targetOf(name).budgets).toEqual(budgets);
});

it.each(['x86-tiny', 'arm-tiny'])('%s has growth limits, for lack of a machine', (name) => {
  expect(Object.keys(targetOf(name).growth)).toEqual(['flash', 'ram']);
});

it.each(['stm32f469', 'stm32f767'])('%s gives the kernel the memory that its fragment configures', (name) => {
  const { memory, fragments } = targetOf(name);
  const config = parseKernelConfig(fragments.map(({ path }) => readFileSync(path, 'utf8')).join('\n'));
  expect(Number(config.get('DRAM_BASE'))).toBe(memory.ram?.base);
  expect(Number(config.get('DRAM_SIZE'))).toBe(memory.ram?.size);
  expect(Number(config.get('XIP_PHYS_ADDR'))).toBeGreaterThan(memory.dtb ?? Infinity);
});
