import { expect, it } from 'vitest';
import { nearest, suggestion } from '../../src/budget/nearest.ts';

it.each([
  ['flsh', 'flash'],
  ['falsh', 'flash'],
  ['RAM', 'ram'],
  ['crosscompile', 'crossCompile'],
  ['ram_after_init', 'ram-after-init'],
])('takes %s for %s', (written, meant) => {
  expect(nearest(written, ['flash', 'ram', 'ram-after-init', 'crossCompile'])).toBe(meant);
});

it('takes a name that is like none of them for none', () => {
  expect(nearest('colour', ['flash', 'ram'])).toBeUndefined();
});

it('prefers the nearer of two', () => {
  expect(nearest('bas', ['bss', 'base', 'bas'])).toBe('bas');
});

it('lists what is known when nothing is near', () => {
  expect(suggestion('section:.text', ['flash', 'ram'])).toBe('expected one of flash, ram');
});

it('does not compare a page of text with a name', () => {
  expect(nearest('x'.repeat(1_000_000), ['flash'])).toBeUndefined();
});
