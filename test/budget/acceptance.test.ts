import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import {
  type Acceptance,
  acceptanceLines,
  acceptanceTrailers,
  largestAcceptance,
  parseAcceptance,
} from '../../src/budget/acceptance.ts';

describe('an acceptance', () => {
  test.each([
    ['stm32f469 ram +4096 a new driver', 'stm32f469', 'ram', 4096, 'a new driver'],
    ['  toy   flash  +4K   why not  ', 'toy', 'flash', 4096, 'why not'],
    ['toy image +0x10 hex', 'toy', 'image', 16, 'hex'],
    ['toy dir:drivers/ +1M all of it', 'toy', 'dir:drivers/', 1_048_576, 'all of it'],
    ['toy subsystem:EXT4 FILE SYSTEM +1 one +2 byte', 'toy', 'subsystem:EXT4 FILE SYSTEM', 1, 'one +2 byte'],
    ['toy ram +0 nothing', 'toy', 'ram', 0, 'nothing'],
  ])('%j is read', (text, target, metric, bytes, reason) => {
    const acceptance = { target, metric, bytes, reason };
    expect(parseAcceptance(text)).toEqual({ kind: 'acceptance', acceptance });
  });

  test.each([
    ['', 'is not TARGET METRIC +BYTES REASON'],
    ['toy ram 4096 why', 'is not TARGET METRIC +BYTES REASON'],
    ['toy ram -4096 why', 'is not TARGET METRIC +BYTES REASON'],
    ['toy ram +4096', 'has no reason'],
    ['toy ram +4096   ', 'has no reason'],
    ['toy rom +4096 why', 'unknown metric "rom"; did you mean "ram"?'],
    ['toy ram +4k why', '"4k" is not a size; write 4K'],
    ['toy ram +9007199254740993 why', 'is too large'],
    ['toy ram +1e9 why', 'is not a size'],
  ])('%j is a mistake', (text, message) => {
    expect(parseAcceptance(text)).toEqual({ kind: 'mistake', message: expect.stringContaining(message) });
  });

  test('of more than 2,000 characters is cut: its words are a stranger’s', () => {
    const parsed = parseAcceptance(`toy ram +1 ${'x'.repeat(100_000)}`);
    expect(parsed).toMatchObject({ acceptance: { reason: 'x'.repeat(2000 - 'toy ram +1 '.length) } });
  });

  test('of several for one metric the largest counts, and no other target nor metric', () => {
    const accepted = (bytes: number): Acceptance => ({
      target: 'toy',
      metric: 'ram',
      bytes,
      reason: 'why',
      by: 'alice',
      via: 'trailer',
      where: 'a commit',
    });
    const all = [10, 30, 20].map(accepted);
    const others = [
      { ...accepted(99), target: 'other' },
      { ...accepted(99), metric: 'flash' as const },
    ];
    expect(largestAcceptance([...others, ...all], { target: 'toy', metric: 'ram' })?.bytes).toBe(30);
    expect(largestAcceptance(others, { target: 'toy', metric: 'ram' })).toBeUndefined();
  });
});

/** What git itself takes for the trailers of a message. */
function gitTrailers(message: string): string[] {
  const args = ['interpret-trailers', '--parse', '--unfold'];
  const lines = execFileSync('git', args, { input: message, encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => /^size-growth: (.*)$/i.exec(line)?.[1] ?? []);
}

describe('trailers are those that git finds', () => {
  test.each([
    ['at the end', 'subject\n\nbody\n\nSize-Growth: toy ram +1 why\n'],
    [
      'beside others',
      'subject\n\nSigned-off-by: A <a@b>\nSize-Growth: toy ram +1 why\nReviewed-by: B <b@c>\n',
    ],
    ['twice', 'subject\n\nSize-Growth: toy ram +1 why\nSize-Growth: toy flash +2 because\n'],
    ['in any case', 'subject\n\nsize-growth: toy ram +1 why\n'],
    ['with a blank before the colon', 'subject\n\nSize-Growth : toy ram +1 why\n'],
    ['over two lines', 'subject\n\nSize-Growth: toy ram +1 why\n and so on\nSigned-off-by: A <a@b>\n'],
    ['not in the subject', 'Size-Growth: toy ram +1 why\n'],
    ['not before the last paragraph', 'subject\n\nSize-Growth: toy ram +1 why\n\nmore text\n'],
    ['not indented', 'subject\n\ntext\n Size-Growth: toy ram +1 why\n'],
  ])('%s', (_, message) => {
    expect(acceptanceTrailers(message)).toEqual(gitTrailers(message));
  });

  test('with the line breaks of another system', () => {
    expect(acceptanceTrailers('subject\r\n\r\nSize-Growth: toy ram +1 why\r\n')).toEqual(['toy ram +1 why']);
  });
});

test('lines of a description count wherever they are', () => {
  const body = 'Because.\n\nSize-Growth: toy ram +1 why\n\nmore\r\nSize-Growth: toy flash +2 too\r\n';
  expect(acceptanceLines(body)).toEqual(['toy ram +1 why', 'toy flash +2 too']);
});
