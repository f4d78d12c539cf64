import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/report/markdown.ts';
import type { TargetReport } from '../../src/report/report.ts';
import { failedTarget, overGrowthTarget, reportWith, verdictWith } from '../support/report-builders.ts';
import { htmlOf, titlesOf } from './rendered.ts';

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
    'b: paste into the commit message',
    'b: where the bytes are',
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

test('three that fail are open, the others folded', () => {
  const many = Array.from({ length: 5 }, (_, i) => overGrowthTarget({ target: `t${i}` }));
  const sections = sectionsOf(many);
  expect(sections.filter((title) => title.startsWith('+'))).toEqual(
    ['t0', 't1', 't2'].map((name) => `+${name}: what changed`),
  );
  expect(sections.slice(-2)).toEqual(
    ['t3', 't4'].map((name) => `❌ ${name}: over growth, flash +144 B, ram +3,968 B`),
  );
});
