import { describe, expect, test } from 'vitest';
import { acceptCommand, parseCommand } from '../../../src/action/judging/parse-command.ts';

describe('a command', () => {
  test.each([
    ['/kernel-size', { kind: 'show' }],
    ['\n  /kernel-size \t\nand more', { kind: 'show' }],
    ['/kernel-size explain  log_buf ', { kind: 'explain', name: 'log_buf' }],
    ['/kernel-size\texplain\tCONFIG_PRINTK\r\n', { kind: 'explain', name: 'CONFIG_PRINTK' }],
    ['/kernel-size explain', { kind: 'unknown', word: 'explain' }],
    ['/kernel-size accept toy ram +1  why not', { kind: 'accept', text: 'toy ram +1  why not' }],
    ['/kernel-size accept', { kind: 'accept', text: '' }],
    ['/kernel-size rebuild now', { kind: 'unknown', word: 'rebuild' }],
  ])('%j is read', (body, command) => {
    expect(parseCommand(body)).toEqual(command);
  });

  test.each(['', 'hello\n/kernel-size', '/kernel-sizes', '/kernel-size: x', '> /kernel-size'])(
    'is not %j',
    (body) => {
      expect(parseCommand(body)).toBeUndefined();
    },
  );
});

/** Each took minutes; a comment has up to 65,536 characters, and all of them are read for each verdict. */
test.each([
  ['a word and tabs', `/kernel-size x${'\t'.repeat(65_000)}`, 'x'],
  ['a word and tabs before another', `/kernel-size x${'\t'.repeat(3000)}y`, 'x'],
  ['tabs and a separator of lines', `/kernel-size x${'\t'.repeat(65_000)}\u2028`, 'x'],
  ['blanks', `/kernel-size ${' \t'.repeat(32_000)}x`, undefined],
])('a command with %s is read at once', (_, body, word) => {
  expect(parseCommand(body)).toEqual(word === undefined ? { kind: 'show' } : { kind: 'unknown', word });
  expect(acceptCommand(body)).toBeUndefined();
});
