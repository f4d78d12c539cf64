import { describe, expect, test } from 'vitest';
import { cutLine, cutLines } from '../../../src/github/api/cut-text.ts';

describe('a line that is cut', () => {
  test('is as it was when it fits', () => {
    expect(cutLine('four', 4)).toBe('four');
  });

  test('ends in an ellipsis within the limit', () => {
    expect(cutLine('five!', 4)).toBe('fiv…');
  });

  test('has no half of a character at its end', () => {
    expect(cutLine('ab📦cd', 4)).toBe('ab…');
  });
});

describe('a text that is cut between lines', () => {
  test('is as it was when it fits in bytes', () => {
    expect(cutLines('é\né', 5)).toBe('é\né');
  });

  test('ends in a sign of the cut, in no more bytes than it may have', () => {
    const cut = cutLines(`${'x'.repeat(30)}\n${'y'.repeat(30)}`, 60);
    expect(cut).toBe(`${'x'.repeat(30)}\n\n… (cut)`);
  });

  test('has nothing but the sign where the first line is too long', () => {
    expect(cutLines('x'.repeat(100), 60)).toBe('\n\n… (cut)');
  });
});
