import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/report/markdown/markdown.ts';
import type { TargetReport } from '../../../src/report/report.ts';
import {
  deltaWith,
  failedTarget,
  overGrowthTarget,
  reportWith,
  verdictWith,
} from '../../support/report/report-builders.ts';
import { codeTexts, htmlOf, titlesOf } from '../rendered.ts';

const passing = (target: string): TargetReport => overGrowthTarget({ target, verdict: verdictWith('pass') });

/** Outermost sections: `+` before the title of an open one. */
function sectionsOf(targets: readonly TargetReport[], rows = 10): string[] {
  const html = htmlOf(renderMarkdown(reportWith(targets), { rows }));
  let depth = 0;
  return html.split(/(?=<details)|(?<=<\/details>)/).flatMap((part) => {
    const isOutermost = depth === 0 && part.startsWith('<details');
    depth += (part.match(/<details/g)?.length ?? 0) - (part.match(/<\/details>/g)?.length ?? 0);
    return isOutermost ? [(part.startsWith('<details open') ? '+' : '') + titlesOf(part)[0]!] : [];
  });
}

test('a target that fails comes first and is open, each that passes is one folded line', () => {
  expect(sectionsOf([passing('a'), overGrowthTarget({ target: 'b' }), passing('c')])).toEqual([
    '+b: what changed',
    'b: paste into the commit message, and where the bytes are',
    '✅ a: pass, flash +144 B, ram +3,968 B',
    '✅ c: pass, flash +144 B, ram +3,968 B',
  ]);
});

test('a target that was not compared is open, with what helps to mend it', () => {
  const failed = failedTarget({ target: 'b', details: ['make: stop'] });
  expect(sectionsOf([passing('a'), failed])).toEqual([
    '+b: why it was not compared',
    '✅ a: pass, flash +144 B, ram +3,968 B',
  ]);
});

test('four that fail are open in one table, the others folded', () => {
  const many = Array.from({ length: 6 }, (_, i) => overGrowthTarget({ target: `t${i}` }));
  const sections = sectionsOf(many);
  expect(sections.filter((title) => title.startsWith('+'))).toEqual(['+t0, t1, t2, t3: what changed']);
  expect(sections.slice(-2)).toEqual(
    ['t4', 't5'].map((name) => `❌ ${name}: over growth, flash +144 B, ram +3,968 B`),
  );
});

test('what changed in several targets that fail is said once, with a column for each', () => {
  const objects = (head: number) => [{ name: 'kernel/futex/core.o', base: 0, head }];
  const [a, b] = [
    {
      symbols: [
        ['both', 10, 50],
        ['first', undefined, 7],
      ] as const,
      accounted: { objects: objects(8968) },
    },
    {
      symbols: [
        ['both', 10, 20],
        ['second', 9, undefined],
      ] as const,
      accounted: { objects: objects(8980) },
    },
  ].map((parts, i) => overGrowthTarget({ target: ['stm32f469', 'x86'][i]!, delta: deltaWith(parts) }));
  const html = htmlOf(renderMarkdown(reportWith([a!, b!]), { rows: 10 }));
  const table = codeTexts(html).find((text) => text.startsWith('Function'))!;
  expect(table.split('\n')).toEqual([
    'Function                                 stm32f469     x86',
    'both                                           +40     +10',
    'second                                           0      -9',
    'first                                           +7       0',
    '',
    'kernel/futex                                 +8968   +8980',
    '',
  ]);
});

test('what is left out of such a table is summed up for each target', () => {
  const growing = Array.from({ length: 191 }, (_, i) => [`s${i}`, 0, 500 - i] as const);
  const target = (name: string) => overGrowthTarget({ target: name, delta: deltaWith({ symbols: growing }) });
  const html = htmlOf(renderMarkdown(reportWith([target('a'), target('b')]), { rows: 1000 }));
  const rest = growing.slice(10).reduce((sum, [, , bytes]) => sum + bytes, 0);
  const table = codeTexts(html).find((text) => text.startsWith('Function'))!;
  expect(table).toContain(`\n(+181 more)${' '.repeat(31)}+${rest}  +${rest}\n`);
});
