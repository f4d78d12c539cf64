import { describe, expect, test } from 'vitest';
import {
  failureDetails,
  foldedDetails,
  targetDetails,
} from '../../../src/report/markdown/markdown-details.ts';
import type { TargetReport } from '../../../src/report/report.ts';
import {
  deltaWith,
  failedTarget,
  overGrowthTarget,
  targetReport,
  verdictWith,
} from '../../support/report/report-builders.ts';
import { codeTexts, htmlOf, tablesOf, textOf, titlesOf } from '../rendered.ts';

const render = (target: TargetReport, rows = 100): string => htmlOf(targetDetails(target, rows).join('\n\n'));

/** Symbols that each grow by as much as their place in the table. */
const growing = (count: number) =>
  Array.from({ length: count }, (_, i) => [`symbol_${i}`, 100, 100 + count - i] as const);

describe('a target that changed', () => {
  const html = render(overGrowthTarget());

  test('has what changed unfolded and the rest folded', () => {
    expect(titlesOf(html)).toEqual([
      'stm32f469: what changed',
      'stm32f469: paste into the commit message, and where the bytes are',
      'stm32f469: where the bytes are',
    ]);
    expect(html.match(/<details( open)?>/g)).toEqual(['<details open>', '<details>', '<details>']);
  });

  test('shows the table of bloat-o-meter', () => {
    expect(codeTexts(html)[0]!.split('\n')).toEqual([
      'add/remove: 1/0 grow/shrink: 0/1 up/down: 3968/-4 (3964)',
      'Function                                     old     new   delta',
      'big_buffer                                     -    3968   +3968',
      'start_kernel                                 100      96      -4',
      'Total: Before=100, After=4064, chg +3964.00%',
      '',
    ]);
  });

  test('has a commit message of one line, an empty one and the table', () => {
    const [table, message] = codeTexts(html);
    expect(message).toBe(`stm32f469 (6.12.117): flash +144 B, ram +3,968 B\n\n${table}`);
  });

  test('has its metrics with both sides and limits', () => {
    const [metrics] = tablesOf(html);
    expect(metrics).toEqual([
      ['metric', 'base', 'head', 'Δ', 'budget', 'left', 'growth limit'],
      ['flash', '1,044,664 B', '1,044,808 B', '+144 B', '2 MiB', '1,052,344 B', '–'],
      ['ram', '115,432 B', '119,400 B', '+3,968 B', '324 KiB', '212,376 B', '+1,024 B'],
    ]);
  });

  test('has its sections with both sides', () => {
    expect(tablesOf(html)[1]).toEqual([
      ['section', 'base', 'head', 'Δ'],
      ['.bss', '4,096 B', '8,064 B', '+3,968 B'],
    ]);
  });
});

describe('symbols', () => {
  test('that change least are left out and summed up', () => {
    const html = render(targetReport({ delta: deltaWith({ symbols: growing(5) }) }), 2);
    expect(codeTexts(html)[0]!.match(/^symbol_\d/gm)).toEqual(['symbol_0', 'symbol_1']);
    expect(html).toContain('\n(+3 more, +6 in all)\n');
  });

  test('that all have room leave nothing to say', () => {
    const html = render(targetReport({ delta: deltaWith({ symbols: growing(2) }) }), 2);
    expect(html).not.toContain('more');
  });

  test('are ten where people look first, and all where they copy', () => {
    const html = render(targetReport({ delta: deltaWith({ symbols: growing(191) }) }), 1000);
    const [first, message] = codeTexts(html).map((text) => text.match(/^symbol_\d+/gm)!.length);
    expect([first, message]).toEqual([10, 191]);
    expect(textOf(html)).toContain('\n(+181 more, ');
  });

  test('that differ in counters alone are noise, and are in the table of the script', () => {
    const initcall = (counters: string): string => `__initcall__kmod_futex__${counters}_futex_init1`;
    const delta = deltaWith({
      symbols: [
        ['grown', 1, 9],
        [initcall('301_1234'), 4, undefined],
        [initcall('302_1240'), undefined, 4],
        ['__initcall__kmod_new__303_1_new_init6', undefined, 4],
      ],
    });
    const [first, message] = codeTexts(render(targetReport({ delta })));
    expect(first!.match(/^(grown|__\w+)/gm)).toEqual(['grown', '__initcall__kmod_new__303_1_new_init6']);
    expect(message!.match(/^__initcall__kmod_futex/gm)).toHaveLength(2);
    expect(textOf(render(targetReport({ delta })))).toContain('2 rows are noise: ');
  });

  test('that differ in counters and in size are no noise', () => {
    const symbols = [
      ['__UNIQUE_ID_x301', 4, undefined],
      ['__UNIQUE_ID_x302', undefined, 8],
      ['other', 8, undefined],
    ] as const;
    const html = render(targetReport({ delta: deltaWith({ symbols }) }));
    expect(codeTexts(html)[0]!.match(/^(__UNIQUE|other)/gm)).toHaveLength(3);
    expect(html).not.toContain('noise');
  });

  test('are followed by a line for each directory that changed itself', () => {
    const objects = [
      { name: 'kernel/futex/core.o', base: 0, head: 8968 },
      { name: 'fs/dcache.o', base: 10, head: 20 },
    ];
    const delta = deltaWith({ symbols: growing(1), accounted: { objects } });
    expect(codeTexts(render(targetReport({ delta })))[0]).toMatch(
      /\n\nkernel\/futex {2}\+8968\nfs {12}\+10\n$/,
    );
  });

  test('that did not change have no table', () => {
    const delta = deltaWith({ sections: [{ name: '.text', base: 1, head: 2 }] });
    expect(titlesOf(render(targetReport({ delta })))).toEqual(['stm32f469: where the bytes are']);
  });
});

describe('metrics', () => {
  const metricsOf = (target: TargetReport): string[] =>
    (tablesOf(render(target))[0] ?? []).map(([cell]) => cell!);

  test('that neither changed nor have a limit are not shown', () => {
    const metrics = { text: [1, 1], data: [1, 2], bss: [3, 3], init: [4, 4] } as const;
    const target = targetReport({ budgets: { bss: 9 }, growth: { init: 9 }, delta: deltaWith({ metrics }) });
    expect(metricsOf(target)).toEqual(['metric', 'data', 'bss', 'init']);
  });

  test('that are new are shown as new', () => {
    const html = render(targetReport({ delta: deltaWith({ metrics: { dtb: [undefined, 9] } }) }));
    expect(tablesOf(html)[0]?.[1]).toEqual(['dtb', '–', '9 B', 'new', '–', '–', '–']);
  });

  test('that all stayed are told in words', () => {
    expect(render(targetReport({ delta: deltaWith({ symbols: growing(1) }) }))).toContain(
      '<p>No metric changed.</p>\n<p>No section changed its size.</p>',
    );
  });
});

describe('sections', () => {
  const sections = [
    { name: '.text', base: 100, head: 101 },
    { name: '.rodata', base: 50, head: 50 },
    { name: '.data', base: 100, head: 70 },
    { name: '.bss', base: 0, head: 20 },
  ];
  const target = targetReport({ delta: deltaWith({ sections }) });
  const namesOf = (html: string): string[] =>
    tablesOf(html)[0]!
      .slice(1)
      .map(([name]) => name!);

  test('that did not change are not shown', () => {
    expect(namesOf(render(target))).toEqual(['.text', '.data', '.bss']);
  });

  test('that change least are left out and counted, the others keep their order', () => {
    const html = render(target, 2);
    expect(namesOf(html)).toEqual(['.data', '.bss']);
    expect(html).toContain('<p>Not shown: 1 smaller.</p>');
  });

  test('that all have room leave nothing to say', () => {
    expect(render(target, 3)).not.toContain('left out');
  });
});

describe('a target that was not compared', () => {
  test('shows unfolded what helps to mend it, and no table', () => {
    const html = render(failedTarget({ details: ['main.c:1: error', 'make: stop'] }));
    expect(titlesOf(html)).toEqual(['stm32f469: why it was not compared']);
    expect(html).toContain('<details open>');
    expect(codeTexts(html)).toEqual(['main.c:1: error\nmake: stop\n']);
  });

  test('that has nothing to help shows nothing', () => {
    expect(targetDetails(failedTarget(), 100)).toEqual([]);
  });
});

describe('the log of a failure', () => {
  test('has each long line cut, not the lines after it', () => {
    const [block] = failureDetails('title', [`${'x'.repeat(10_000)}\nerror`]);
    expect(codeTexts(htmlOf(block!))).toEqual([`${'x'.repeat(500)}…\nerror\n`]);
  });

  test('that is empty is no section', () => {
    expect(failureDetails('title', [])).toEqual([]);
  });
});

describe('a target that nobody has to look at', () => {
  test('is one folded line with what it changed by, and all else below it', () => {
    const html = htmlOf(foldedDetails(overGrowthTarget({ verdict: verdictWith('pass') }), 10).join('\n\n'));
    expect(html.match(/^<details( open)?>/)![0]).toBe('<details>');
    expect(titlesOf(html)[0]).toBe('✅ stm32f469: pass, flash +144 B, ram +3,968 B');
    expect(titlesOf(html)).toHaveLength(4);
  });

  test('has its name as it is', () => {
    const html = htmlOf(foldedDetails(overGrowthTarget({ target: 'a -1 B' }), 10).join('\n\n'));
    expect(codeTexts(html)[0]).toBe('a -1 B');
  });
});
