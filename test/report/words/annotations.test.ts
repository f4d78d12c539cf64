import { describe, expect, test } from 'vitest';
import { annotationsOf } from '../../../src/report/words/annotations.ts';
import {
  accountedWith,
  deltaWith,
  ownerRow,
  reportWith,
  targetReport,
  verdictWith,
} from '../../support/report/report-builders.ts';

/** A function of `a.c` that grew by some bytes, defined at the line of that number. */
function grown(name: string, bytes: number, file = 'fs/a.c') {
  return ownerRow({ name, base: 100, head: 100 + bytes, definition: { file, line: bytes } });
}

function target(
  name: string,
  rows: readonly ReturnType<typeof ownerRow>[],
  kind: 'pass' | 'over-growth' = 'pass',
) {
  const delta = deltaWith({ accounted: accountedWith({ rows }) });
  return targetReport({ target: name, delta, verdict: verdictWith(kind) });
}

const report = (targets: readonly ReturnType<typeof target>[], folder = '') =>
  reportWith(targets, { folder });

describe('annotations', () => {
  test('stand on the definitions of functions that grew, largest growth first', () => {
    const { shown } = annotationsOf(report([target('toy', [grown('a', 8), grown('b', 16)])]), 10);
    expect(shown).toEqual([
      { path: 'fs/a.c', line: 16, level: 'notice', title: 'Kernel size', message: 'b grew: +16 B in toy' },
      { path: 'fs/a.c', line: 8, level: 'notice', title: 'Kernel size', message: 'a grew: +8 B in toy' },
    ]);
  });

  test('are one for a function of several targets', () => {
    const both = [target('one', [grown('a', 8)]), target('two', [{ ...grown('a', 8), delta: 12 }])];
    expect(annotationsOf(report(both), 10).shown.map(({ message }) => message)).toEqual([
      'a grew: +8 B in one, +12 B in two',
    ]);
  });

  test('are warnings, and come first, where a limit breaks', () => {
    const targets = [target('fine', [grown('b', 99)]), target('over', [grown('a', 8)], 'over-growth')];
    const { shown } = annotationsOf(report(targets), 10);
    expect(shown.map(({ level, message }) => [level, message])).toEqual([
      ['warning', 'a grew: +8 B in over'],
      ['notice', 'b grew: +99 B in fine'],
    ]);
  });

  test('say of a new function that it is new', () => {
    const fresh = ownerRow({ name: 'a', base: undefined, head: 8, definition: { file: 'a.c', line: 1 } });
    expect(annotationsOf(report([target('toy', [fresh])]), 10).shown[0]?.message).toBe(
      'a is new: +8 B in toy',
    );
  });

  test('count what is left out', () => {
    const rows = [1, 2, 3].map((bytes) => grown(`f${bytes}`, bytes));
    const { shown, omitted } = annotationsOf(report([target('toy', rows)]), 2);
    expect([shown.map(({ line }) => line), omitted]).toEqual([[3, 2], 1]);
  });

  test('have paths from the root of the repository', () => {
    const { shown } = annotationsOf(report([target('toy', [grown('a', 8)])], 'sources/linux'), 10);
    expect(shown[0]?.path).toBe('sources/linux/fs/a.c');
  });

  test('are none of what shrank, of what has no known definition, and where the lines are of another repository', () => {
    const shrunk = { ...grown('a', 8), delta: -8 };
    const unknown = ownerRow({ name: 'b' });
    expect(annotationsOf(report([target('toy', [shrunk, unknown])]), 10)).toEqual({ shown: [], omitted: 0 });
    expect(annotationsOf(reportWith([target('toy', [grown('a', 8)])]), 10).shown).toEqual([]);
  });

  test.each(['../a.c', 'fs/../../a.c', '/etc/passwd', 'a.c\n::error::x', 'fs//a.c', './a.c', ''])(
    'have no path such as %j',
    (file) => {
      expect(annotationsOf(report([target('toy', [grown('a', 8, file)])]), 10).shown).toEqual([]);
    },
  );
});
