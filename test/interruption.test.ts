import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { Interruption, interruption } from '../src/interruption.ts';

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s aborts with an interruption that names it', (name) => {
  const target = new EventEmitter();
  const signal = interruption(target as unknown as NodeJS.Process);
  expect(signal.aborted).toBe(false);
  target.emit(name);
  expect(signal.reason).toBeInstanceOf(Interruption);
  expect(String(signal.reason.message)).toBe(`interrupted by ${name}`);
});

test('a second Ctrl-C is left to the system, which ends the process', () => {
  const target = new EventEmitter();
  interruption(target as unknown as NodeJS.Process);
  target.emit('SIGINT');
  expect(target.listenerCount('SIGINT')).toBe(0);
});
