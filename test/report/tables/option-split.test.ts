import { describe, expect, test } from 'vitest';
import { renderView } from '../../../src/report/tables/views.ts';
import type { OptionSplit } from '../../../src/size/delta/delta.ts';
import { accountedWith, deltaWith, ownerRow } from '../../support/report/report-builders.ts';

const OPTION = { name: 'SMP', base: undefined, head: 'y', kind: 'added', cause: undefined } as const;

/** The lines below the option. */
const linesOf = (split: OptionSplit | undefined, most = 9): string[] =>
  renderView('config', deltaWith({ config: [OPTION], split }), most)
    .split('\n')
    .slice(1);

/** Changes two sections, one by more than the other takes back. */
const changing = (...bytes: readonly number[]) =>
  accountedWith({
    sections: bytes.map((change, i) => ({ name: `.s${i}`, base: 50, head: 50 + change, residual: 0 })),
  });

describe('the split into code and options', () => {
  test('tells what each costs in all sections', () => {
    const split = { kind: 'split', code: changing(-16, 4), kconfig: changing(256) } as const;
    expect(linesOf(split)).toEqual([
      '',
      "caused by the code (head built with base's options): -12 B",
      'caused by the options: +256 B',
    ]);
  });

  test('has the accounted table of each part below it', () => {
    const code = { ...changing(40), rows: [ownerRow({ name: 'of_code' })] };
    const kconfig = { ...changing(40), rows: [ownerRow({ name: 'of_options' })] };
    const starts = linesOf({ kind: 'split', code, kconfig }).map((line) => line.split(/\s/, 1)[0]);
    expect(starts.filter((word) => /^(caused|of_|All)/.test(word!))).toEqual([
      'caused',
      'of_code',
      'All',
      'caused',
      'of_options',
      'All',
    ]);
  });

  test('has each table bounded', () => {
    const rows = [ownerRow(), ownerRow(), ownerRow()];
    const text = linesOf({ kind: 'split', code: { ...changing(120), rows }, kconfig: changing() }, 1);
    expect(text).toContain('(not shown: 2 smaller, +80 in all)');
  });

  test('tells the share of each option, where several have one, and of no more than four', () => {
    const options = ['FUTEX', 'EPOLL', '[no single option]', 'A', 'B'].map((name) => ({
      name,
      base: 0,
      head: 8,
    }));
    const both = { kind: 'split', code: changing(), kconfig: changing(40) } as const;
    expect(linesOf({ ...both, options }).join('\n')).toContain(
      'options: +40 B (FUTEX +8, EPOLL +8, [no single option] +8, A +8, 1 more)',
    );
    expect(linesOf({ ...both, options: options.slice(0, 1) }).join('\n')).not.toContain('FUTEX');
  });

  test('that failed tells why', () => {
    expect(linesOf({ kind: 'failed', reason: 'it does not\nbuild' })).toEqual([
      '',
      'the change was not split into code and options: it does not build',
    ]);
  });

  test('that was not made leaves the options alone', () => {
    expect(linesOf(undefined)).toEqual([]);
  });
});

describe('options', () => {
  test('that are left out are counted', () => {
    const config = [OPTION, { ...OPTION, name: 'PREEMPT' }, { ...OPTION, name: 'NUMA' }];
    expect(renderView('config', deltaWith({ config }), 2).split('\n')).toEqual([
      '+SMP y',
      '+PREEMPT y',
      '(not shown: 1 more)',
    ]);
  });

  test('of a long value are cut', () => {
    const config = [{ ...OPTION, name: 'CMDLINE', head: `"${'x'.repeat(300)}"` }];
    const [line] = renderView('config', deltaWith({ config }), 9).split('\n');
    expect(line).toMatch(/^\+CMDLINE "x{190}…$/);
  });
});
