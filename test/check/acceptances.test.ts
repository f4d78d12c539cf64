import { describe, expect, test } from 'vitest';
import { acceptancesInCommits, readAcceptances, withIdleNotes } from '../../src/check/acceptances.ts';

const TARGETS = [
  { name: 'toy', growth: { ram: 16, 'dir:fs/': 0 } },
  { name: 'board', growth: {} },
] as const;

/** What is said of a commit with such a message, without what each sentence begins with. */
function saidOf(message: string): string[] {
  const { notes } = withIdleNotes(acceptancesInCommits([{ sha: 'abc', author: 'alice', message }]), TARGETS);
  const start = 'no growth was accepted by the trailer of abc (alice): ';
  return notes.map((note) => (note.startsWith(start) ? note.slice(start.length) : note));
}

describe('a trailer that accepts nothing is named with its commit:', () => {
  test.each([
    ['another target', 'Size-Growth: toyy ram +1 why', 'there is no target "toyy"; did you mean "toy"?'],
    [
      'a target of no file',
      'Size-Growth: versatile ram +1 why',
      'there is no target "versatile"; there is toy, board',
    ],
    [
      'a prototype',
      'Size-Growth: __proto__ ram +1 why',
      'there is no target "__proto__"; there is toy, board',
    ],
    ['another prototype', 'Size-Growth: constructor ram +1 why', 'there is no target "constructor"'],
    ['a target in capitals', 'Size-Growth: Toy ram +1 why', 'there is no target "Toy"; did you mean "toy"?'],
    [
      'a metric without a limit',
      'Size-Growth: toy flash +1 why',
      'nothing limits the growth of toy in "flash"',
    ],
    [
      'a part without a limit',
      'Size-Growth: toy dir:mm/ +1 why',
      'nothing limits the growth of toy in "dir:mm/"',
    ],
    [
      'a target without limits',
      'Size-Growth: board ram +1 why',
      'nothing limits the growth of board in "ram"',
    ],
    ['an unknown metric', 'Size-Growth: toy rom +1 why', 'unknown metric "rom"; did you mean "ram"?'],
    ['a metric in capitals', 'Size-Growth: toy RAM +1 why', 'unknown metric "RAM"; did you mean "ram"?'],
    ['a number without its sign', 'Size-Growth: toy ram 4K why', 'is not TARGET METRIC +BYTES REASON'],
    ['a number that is none', 'Size-Growth: toy ram +4KB why', '"4KB" is not a size; write 4K'],
    ['no reason', 'Size-Growth: toy ram +4K', 'has no reason'],
    ['nothing', 'Size-Growth:', 'is not TARGET METRIC +BYTES REASON'],
    [
      'another key',
      'SizeGrowth: toy ram +1 why',
      '"SizeGrowth: toy ram +1 why" is not read; write "Size-Growth: …"',
    ],
    ['a key of two words', 'Size growth: toy ram +1 why', 'is not read; write "Size-Growth: …"'],
    ['a key with an underscore', 'size_growth: toy ram +1 why', 'is not read; write "Size-Growth: …"'],
    ['an equals sign', 'Size-Growth=toy ram +1 why', 'is not read; write "Size-Growth: …"'],
    ['an item of a list', '* Size-Growth: toy ram +1 why', 'is not read; write "Size-Growth: …"'],
  ])('%s', (_, line, words) => {
    expect(saidOf(`subject\n\nbody\n\n${line}\n`)).toEqual([expect.stringContaining(words)]);
  });

  test.each([
    ['in the subject', 'Size-Growth: toy ram +1 why\n'],
    ['before the last paragraph', 'subject\n\nSize-Growth: toy ram +1 why\n\nSigned-off-by: A <a@b>\n'],
    ['indented', 'subject\n\nSigned-off-by: A <a@b>\n  Size-Growth: toy ram +1 why\n'],
  ])('one that stands %s', (_, message) => {
    expect(saidOf(message)).toEqual([
      expect.stringContaining('is not read; write "Size-Growth: …" in the last'),
    ]);
  });
});

test.each([
  'subject\n\nSize-Growth: toy ram +1 why\n',
  'subject\n\nsize-growth : toy dir:fs/ +1 why\n',
  'size growth of the toy\n\nThe size-growth is small.\n',
])('nothing is said of %j', (message) => {
  expect(saidOf(message)).toEqual([]);
});

test('a stranger’s many lines are counted, and not repeated', () => {
  const lines = Array.from({ length: 5000 }, (_, i) => `Size-Growth: t${i} ram +1 why`).join('\n');
  const notes = saidOf(`subject\n\n${lines}\nSize-Growth: ${'x'.repeat(1e6)}\n`);
  expect(notes.length).toBeLessThan(25);
  expect(notes).toContain('980 more lines accept no growth');
  expect(notes).toContain('it has more than 1000 lines');
});

test('a comment is named by its address', () => {
  const read = readAcceptances(['toyy ram +1 why'], { by: 'bob', via: 'command', where: 'https://x/1' });
  expect(withIdleNotes(read, TARGETS)).toEqual({
    acceptances: read.acceptances,
    notes: ['no growth was accepted by https://x/1 (bob): there is no target "toyy"; did you mean "toy"?'],
  });
});
