import { describe, expect, test } from 'vitest';
import { headlineOf, isUnchanged } from '../../../src/report/words/headline.ts';
import { deltaWith, failedTarget, reportWith, targetReport } from '../../support/report/report-builders.ts';

const headline = (...targets: Parameters<typeof reportWith>[0]): string =>
  headlineOf(reportWith(targets), (text) => `«${text}»`);

describe('a target within its limits', () => {
  const limits = { budgets: { flash: 2 ** 21 } };
  const limited = targetReport(limits);
  const grown = targetReport({
    ...limits,
    delta: deltaWith({ metrics: { flash: [1000, 2234], text: [1, 2] } }),
  });

  test('is told with what flash and RAM changed by', () => {
    expect(headline(grown)).toBe('«stm32f469» is within its limits: flash +1,234 B, ram 0 B');
  });

  test('that is new is told with its sizes', () => {
    const metrics = { flash: [undefined, 1000], ram: [undefined, 500] } as const;
    const target = targetReport({ ...limits, status: 'new', delta: deltaWith({ metrics, symbols: 'new' }) });
    expect(headline(target)).toBe('«stm32f469» is new and within its budgets: flash 1,000 B, ram 500 B');
    expect(headline(target, limited)).toBe('2 targets are within their limits, 1 of them new');
  });

  test('is counted where there are several', () => {
    expect(headline(limited, grown, grown)).toBe('3 targets are within their limits');
  });

  test('says so in one line where nothing changed', () => {
    const target = targetReport({ budgets: { flash: 1024 * 1024 } });
    expect(headline(target)).toBe(
      'no change in size of «stm32f469»: flash 1,000,000 B of 1 MiB, ram 100,000 B',
    );
    expect(headline(target, target)).toBe('no change in size of 2 targets');
  });
});

describe('a target without limits', () => {
  const delta = deltaWith({ metrics: { ram: [1000, 2000] } });
  const free = targetReport({ delta });

  test('is within none', () => {
    expect(headline(free)).toBe('«stm32f469» has no limits: flash 0 B, ram +1,000 B');
    expect(headline(free, free)).toBe('2 targets have no limits');
  });

  test.each([{ budgets: { ram: 5000 } }, { growth: { ram: 1000 } }, { growth: { 'dir:fs/': 0 } }])(
    'is not one with %j',
    (limits) => {
      const target = targetReport({ ...limits, delta });
      expect(headline(target)).toBe('«stm32f469» is within its limits: flash 0 B, ram +1,000 B');
      expect(headline(target, free, free)).toBe('3 targets are within their limits, 2 without any');
    },
  );

  test('is a new one that has growth limits alone: nothing is compared', () => {
    const metrics = { flash: [undefined, 1000], ram: [undefined, 500] } as const;
    const alone = deltaWith({ metrics, symbols: 'new' });
    const target = targetReport({ status: 'new', growth: { ram: 1 }, delta: alone });
    expect(headline(target)).toBe('«stm32f469» is new and has no budgets: flash 1,000 B, ram 500 B');
  });
});

describe('no change', () => {
  test.each([
    ['metric', deltaWith({ metrics: { init: [1, 2] } })],
    ['metric that base does not have', deltaWith({ metrics: { dtb: [undefined, 2] } })],
    ['section', deltaWith({ sections: [{ name: '.text', base: 8, head: 4 }] })],
    ['symbol', deltaWith({ symbols: [['moved_in', undefined, 4]] })],
    ['target', deltaWith({ symbols: 'new' })],
  ])('is not said of a new or different %s', (_, delta) => {
    expect(isUnchanged(targetReport({ delta }))).toBe(false);
  });

  test('is not said of what was not compared', () => {
    expect(isUnchanged(failedTarget())).toBe(false);
  });

  test('is said where all is equal', () => {
    const sections = [{ name: '.text', base: 8, head: 8 }];
    expect(isUnchanged(targetReport({ delta: deltaWith({ sections }) }))).toBe(true);
  });
});
