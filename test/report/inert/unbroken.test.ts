import { expect, test } from 'vitest';
import { codeSpan } from '../../../src/report/inert/inert-text.ts';
import { unbroken } from '../../../src/report/inert/unbroken.ts';

/** UAX #14: no break at GL (U+00A0), nor between PR (U+2212, +) and a digit. */
const [NBSP, MINUS] = ['\u00A0', '\u2212'];

test.each([
  ['-18 B', `${MINUS}18${NBSP}B`],
  ['+3,968 B (limit +1,024 B)', `+3,968${NBSP}B (limit +1,024${NBSP}B)`],
  ['1,044,664 B of 2 MiB', `1,044,664${NBSP}B of 2${NBSP}MiB`],
  ['**-4 B**', `**${MINUS}4${NBSP}B**`],
  ['ram -4 B, flash 0 B', `ram ${MINUS}4${NBSP}B, flash 0${NBSP}B`],
  ['(-4 B)', `(${MINUS}4${NBSP}B)`],
  ['–', '–'],
])('a size is not broken: %s', (written, shown) => {
  expect(unbroken(written)).toBe(shown);
});

test.each(['a-1 is a name', 'x86-64', '2 boards, 3 Bytes', 'stm32f469--4', ''])(
  'other text stays: %s',
  (text) => {
    expect(unbroken(text)).toBe(text);
  },
);

test.each(['-18 B', 'a `tick` -18 B', '`', '`` -4 B `'])('code stays, for people copy it: %s', (code) => {
  const span = codeSpan(code, 'paragraph');
  expect(unbroken(`-1 B ${span} -2 B`)).toBe(`${MINUS}1${NBSP}B ${span} ${MINUS}2${NBSP}B`);
});

test('a fence that nothing closes ends with the text', () => {
  expect(unbroken('-1 B `` -2 B `')).toBe(`${MINUS}1${NBSP}B \`\` -2 B \``);
});
