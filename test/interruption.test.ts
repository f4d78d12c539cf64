import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Interruption, interruption, throwIfInterrupted } from '../src/interruption.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

function start() {
  const target = new EventEmitter();
  const again: Interruption[] = [];
  const signal = interruption(target as unknown as NodeJS.Process, (reason) => again.push(reason));
  return { target, again, signal };
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])('%s aborts with an interruption that names it, of code %i as in a shell', (name, code) => {
  const { target, signal } = start();
  expect(signal.aborted).toBe(false);
  target.emit(name);
  expect(signal.reason).toBeInstanceOf(Interruption);
  const { message, exitCode } = signal.reason as Interruption;
  expect([message, exitCode]).toEqual([`interrupted by ${name}`, code]);
});

test('an interrupt that comes twice at once is one, and the first one counts', () => {
  const { target, again, signal } = start();
  for (const name of ['SIGTERM', 'SIGTERM', 'SIGINT']) target.emit(name);
  expect([again, (signal.reason as Interruption).message]).toEqual([[], 'interrupted by SIGTERM']);
});

test('a later one is of somebody who does not want to wait', () => {
  const { target, again, signal } = start();
  target.emit('SIGINT');
  vi.advanceTimersByTime(2000);
  target.emit('SIGINT');
  expect(again).toEqual([signal.reason]);
});

test('any number of commands may wait for it without a warning', async () => {
  const { signal } = start();
  const warnings: Error[] = [];
  const listen = (warning: Error): void => void warnings.push(warning);
  process.on('warning', listen);
  for (let commands = 0; commands < 50; commands++) signal.addEventListener('abort', () => commands);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', listen);
  expect(warnings).toEqual([]);
});

test('an interrupt that came while something was computed is seen', async () => {
  const { target, signal } = start();
  setImmediate(() => target.emit('SIGINT'));
  await expect(throwIfInterrupted(signal)).rejects.toThrow('interrupted by SIGINT');
});
