import { expect, test } from 'vitest';
import { acceptanceTrailers, largestAcceptance, parseAcceptance } from '../../../src/budget/acceptance.ts';
import { judge } from '../../../src/budget/judge.ts';
import { renderMarkdown } from '../../../src/report/markdown/markdown.ts';
import { renderText } from '../../../src/report/text.ts';
import { acceptLines } from '../../../src/report/words/accept-lines.ts';
import {
  findingWith,
  overGrowthTarget,
  reportWith,
  targetReport,
  verdictWith,
} from '../../support/report/report-builders.ts';
import { codeTexts, htmlOf } from '../rendered.ts';

const LINE = 'Size-Growth: stm32f469 ram +3968 …';

test('each broken growth limit has a line that accepts it, and no other finding', () => {
  const kinds = ['over-budget', 'over-growth', 'accepted', 'inherited', 'near-limit'] as const;
  const findings = kinds.map((kind) => findingWith({ kind }));
  const flash = findingWith({ metric: 'flash', base: 0, head: 700, content: { base: 1000, head: 3000 } });
  const verdict = verdictWith('over-growth', { findings: [...findings, flash] });
  expect(acceptLines(reportWith([targetReport({ verdict })]))).toEqual([
    LINE,
    'Size-Growth: stm32f469 flash +2000 …',
  ]);
});

test('the line is read as an acceptance of just that growth, after which the limit is not broken', () => {
  const [value] = acceptanceTrailers(
    `fs: grow\n\nBecause.\n\n${acceptLines(reportWith([overGrowthTarget()]))[0]}`,
  );
  const read = parseAcceptance(value!);
  if (read.kind === 'mistake') throw new Error(read.message);
  const acceptance = { ...read.acceptance, by: 'alice', via: 'trailer', where: 'c' } as const;
  expect(largestAcceptance([acceptance], { target: 'stm32f469', metric: 'ram' })?.bytes).toBe(3968);
  const { kind } = judge({
    target: { name: 'stm32f469', budgets: {}, growth: { ram: 1024 }, nearLimit: 0.95 },
    acceptances: [acceptance],
    base: { ram: 115_432 },
    head: { ram: 119_400 },
    contents: new Map(),
    unmeasuredParts: [],
  });
  expect(kind).toBe('accepted');
});

test.each(['a b', '', 'toy ram +1 x\n\nSize-Growth: toy', '`', 'toy\nx'])(
  'a name of a target that would be read as something else has none: %j',
  (target) => {
    const lines = acceptLines(reportWith([overGrowthTarget({ target })]));
    for (const line of lines) expect(line).toBe(`Size-Growth: ${target} ram +3968 …`);
    expect(lines).toHaveLength(target === '`' ? 1 : 0);
  },
);

test('a part with a blank in its name has one', () => {
  const finding = findingWith({ metric: 'subsystem:MEMORY MANAGEMENT', base: 0, head: 9, limit: 1 });
  const verdict = verdictWith('over-growth', { findings: [finding] });
  expect(acceptLines(reportWith([targetReport({ verdict })]))).toEqual([
    'Size-Growth: stm32f469 subsystem:MEMORY MANAGEMENT +9 …',
  ]);
});

test('there are no more than twenty', () => {
  const many = Array.from({ length: 50 }, (_, i) => overGrowthTarget({ target: `t${i}` }));
  expect(acceptLines(reportWith(many))).toHaveLength(20);
});

test('the comment and the terminal have them', () => {
  const report = reportWith([overGrowthTarget()]);
  expect(codeTexts(htmlOf(renderMarkdown(report, { rows: 0 })))).toContain(`${LINE}\n`);
  expect(renderText(report, { decoration: 'plain', rows: 1 })).toContain(`\n  ${LINE}\n`);
  expect(renderText(reportWith([targetReport()]), { decoration: 'plain', rows: 1 })).not.toContain('Growth');
});
