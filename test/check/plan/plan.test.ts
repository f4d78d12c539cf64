import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type BudgetText, type PlanRequest, planPreset, planTargets } from '../../../src/check/plan/plan.ts';
import { readPresets } from '../../../src/presets.ts';

/** A budget file whose targets have these RAM budgets, in bytes. */
function budgets(ram: Readonly<Record<string, number>>): BudgetText {
  const targets = Object.entries(ram).map(([name, limit]) => [
    name,
    { arch: 'x86', image: 'bzImage', budgets: { ram: limit } },
  ]);
  return file(JSON.stringify({ targets: Object.fromEntries(targets) }));
}

function file(text: string): BudgetText {
  return { path: 'budget.yml', text, fileExists: () => true };
}

/** The plan as `status name limit`, and its notes. */
function plan(base: BudgetText | undefined, head: BudgetText | undefined, names: PlanRequest['names'] = []) {
  const { targets, notes } = planTargets({ base, head, names });
  return {
    targets: targets.map(({ target, status }) => `${status} ${target.name} ${target.budgets.ram}`),
    notes,
  };
}

const EDITED = "this change edits the budget file; base's limits were applied";

describe('the targets of a comparison', () => {
  test('are those of the file that both sides have', () => {
    const both = budgets({ a: 1, b: 2 });
    expect(plan(both, both)).toEqual({ targets: ['kept a 1', 'kept b 2'], notes: [] });
  });

  test('have base’s limits where head changes them, which is said', () => {
    expect(plan(budgets({ a: 1 }), budgets({ a: 9 }))).toEqual({
      targets: ['kept a 1'],
      notes: [EDITED, 'this change sets the budget of a for ram to 9 B (base: 1 B)'],
    });
  });

  test('have each limit said that comes, goes or changes', () => {
    const withLimits = (limits: string): BudgetText =>
      file(`targets:\n  a: { arch: x86, image: bzImage, ${limits} }\n`);
    const base = withLimits('budgets: { ram: 1M, flash: 1 }, growth: { ram: 0 }');
    const head = withLimits('budgets: { ram: 2M }, growth: { ram: 0, "dir:fs/": 5 }');
    expect(planTargets({ base, head, names: [] }).notes.slice(1, 4)).toEqual([
      'this change sets the budget of a for flash to none (base: 1 B)',
      'this change sets the budget of a for ram to 2 MiB (base: 1 MiB)',
      'this change sets the growth limit of a for dir:fs/ to 5 B (base: none)',
    ]);
  });

  test('are built as each side says, which is said where the two differ', () => {
    const withFragment = (path: string): BudgetText =>
      file(`targets:\n  a: { arch: x86, image: bzImage, fragments: [${path}] }\n`);
    const { targets, notes } = planTargets({
      base: withFragment('old'),
      head: withFragment('new'),
      names: [],
    });
    const [planned] = targets;
    expect([planned?.baseTarget?.fragments[0]?.path, planned?.target.fragments[0]?.path]).toEqual([
      'old',
      'new',
    ]);
    expect(notes).toEqual([EDITED, 'this change edits how a is built; head was measured the new way']);
  });

  test('that head removes are judged a last time', () => {
    expect(plan(budgets({ a: 1, b: 2 }), budgets({ a: 1 }))).toEqual({
      targets: ['kept a 1', 'removed b 2'],
      notes: [EDITED],
    });
  });

  test('are all removed where head removes the file', () => {
    expect(plan(budgets({ a: 1 }), undefined).targets).toEqual(['removed a 1']);
  });

  test('that head adds are new', () => {
    expect(plan(budgets({ a: 1 }), budgets({ a: 1, b: 2 })).targets).toEqual(['kept a 1', 'new b 2']);
  });

  test('are all new where base has no file, which is no edit of limits', () => {
    expect(plan(undefined, budgets({ a: 1 }))).toEqual({ targets: ['new a 1'], notes: [] });
  });

  test('are none where neither side has a file', () => {
    expect(plan(undefined, undefined)).toEqual({ targets: [], notes: [] });
  });

  test('are those of head where base’s file is broken, with the reason', () => {
    const { targets, notes } = plan(file('targets: 7'), budgets({ a: 1 }));
    expect(targets).toEqual(['kept a 1']);
    expect(notes).toEqual([
      expect.stringMatching(/^the budget file at base is not usable, head's was used: .*budget\.yml:1/),
    ]);
  });

  test('are none where head’s file is broken: all of its mistakes are an error', () => {
    const target = 'arch: x86, image: bzImage';
    const broken = file(
      `targets:\n  a: { ${target}, budgets: { ram: 1X } }\n  b: { ${target}, colour: red }\n`,
    );
    const details = [/^budget\.yml:2:\d+: .*1X/, /^budget\.yml:3:\d+: .*colour/].map((line) =>
      expect.stringMatching(line),
    );
    expect(() => plan(budgets({ a: 1 }), broken)).toThrow(expect.objectContaining({ details }));
  });
});

describe('named targets', () => {
  const both = budgets({ a: 1, b: 2, c: 3 });

  test('are chosen, in the order of the file', () => {
    expect(plan(both, both, ['c', 'a']).targets).toEqual(['kept a 1', 'kept c 3']);
  });

  test('that do not exist are named, with those that do', () => {
    expect(() => plan(both, both, ['a', 'x', 'y'])).toThrow('no target x, y; the budget file has: a, b, c');
  });

  test('that do not exist are named where there are none at all', () => {
    expect(() => plan(undefined, undefined, ['x'])).toThrow('no target x; the budget file has: none');
  });
});

describe('the presets', () => {
  test('are those that are shipped', () => {
    expect([...readPresets().keys()]).toEqual([
      'arm-tiny',
      'stm32f469',
      'stm32f767',
      'versatilepb',
      'x86-tiny',
    ]);
  });

  test('can be checked without a budget file', () => {
    const [planned] = planPreset('stm32f469');
    expect(planned).toMatchObject({ status: 'kept', target: { name: 'stm32f469', image: 'xipImage' } });
    expect(planned?.target.fragments.map(({ path }) => existsSync(path))).toEqual([true, true, true]);
  });

  test('that do not exist are an error that names the nearest', () => {
    expect(() => planPreset('stm32f468')).toThrow(/stm32f469/);
  });
});
