import { describe, expect, test } from 'vitest';
import { optionBlocks } from '../../../src/report/markdown/markdown-options.ts';
import { renderMarkdown } from '../../../src/report/markdown/markdown.ts';
import type { TargetReport } from '../../../src/report/report.ts';
import type { ExplainedOption, OptionSplit } from '../../../src/size/delta/delta.ts';
import {
  accountedWith,
  deltaWith,
  overGrowthTarget,
  reportWith,
  targetReport,
} from '../../support/report/report-builders.ts';
import { codeTexts, htmlOf, titlesOf } from '../rendered.ts';

const FUTEX: ExplainedOption = { name: 'FUTEX', base: 'n', head: 'y', kind: 'changed', cause: undefined };

function splitOf(code: number, kconfig: number): OptionSplit {
  const changing = (change: number) =>
    accountedWith({ sections: [{ name: '.text', base: 50, head: 50 + change, residual: 0 }] });
  return { kind: 'split', code: changing(code), kconfig: changing(kconfig) };
}

const withOptions = (target: string, config = [FUTEX], split?: OptionSplit): TargetReport =>
  targetReport({ target, delta: deltaWith({ config, split, metrics: { ram: [1, 2] } }) });

const render = (...targets: readonly TargetReport[]): string =>
  htmlOf([...optionBlocks(reportWith(targets), 100)].join('\n\n'));

describe('options that differ', () => {
  test('in all targets alike are said once, with what each target owes to them', () => {
    const html = render(
      withOptions('stm32f469', [FUTEX], splitOf(4096, 8968)),
      withOptions('x86-tiny', [FUTEX], splitOf(-16, 9000)),
    );
    expect(titlesOf(html)).toEqual(['All 2 targets: options that differ in .config']);
    expect(codeTexts(html)[0]!.split('\n')).toEqual([
      ' FUTEX n -> y',
      '',
      'caused by     the code  the options',
      'stm32f469      +4096 B      +8968 B',
      'x86-tiny         -16 B      +9000 B',
      '',
    ]);
  });

  test('in some alike and in others not are said once for each of the two', () => {
    const other = { ...FUTEX, name: 'SMP' };
    const html = render(
      withOptions('a'),
      withOptions('b', [other]),
      withOptions('c'),
      targetReport({ target: 'd' }),
    );
    expect(titlesOf(html)).toEqual(['a, c', 'b'].map((who) => `${who}: options that differ in .config`));
  });

  test('in one target have the split in words', () => {
    expect(codeTexts(render(withOptions('a', [FUTEX], splitOf(4096, 8968))))).toEqual([
      " FUTEX n -> y\n\ncaused by the code (head built with base's options): +4096 B\ncaused by the options: +8968 B\n",
    ]);
    const failed = { kind: 'failed', reason: 'it does not build' } as const;
    expect(codeTexts(render(withOptions('a', [FUTEX], failed)))).toEqual([
      ' FUTEX n -> y\n\nthe change was not split into code and options: it does not build\n',
    ]);
    expect(codeTexts(render(withOptions('a', [FUTEX], failed), withOptions('b')))[0]).toContain(
      '\na          the change was not split into code and options: it does not build\n',
    );
  });

  test('are no more than ten, and the others are counted', () => {
    const config = Array.from({ length: 200 }, (_, i) => ({ ...FUTEX, name: `O${i}` }));
    expect(codeTexts(render(withOptions('a', config)))[0]).toMatch(/ O9 n -> y\n\(not shown: 190 more\)\n$/);
  });

  test('of many targets name four of them', () => {
    const many = Array.from({ length: 9 }, (_, i) => withOptions(`t${i}`));
    expect(titlesOf(render(...many, targetReport()))[0]).toMatch(/^t0, t1, t2, t3 and 5 more: /);
  });

  test('are above what changed', () => {
    const failing = overGrowthTarget();
    const delta = { ...failing.delta!, config: [FUTEX] };
    const html = htmlOf(renderMarkdown(reportWith([{ ...failing, delta }]), { rows: 10 }));
    expect(titlesOf(html).slice(0, 2)).toEqual([
      'stm32f469: options that differ in .config',
      'stm32f469: what changed',
    ]);
  });
});
