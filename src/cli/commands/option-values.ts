/** Values of options, as they are written on the command line. */
import { InvalidArgumentError } from 'commander';
import { parseSize } from '../../budget/units.ts';
import { MOST_JOBS } from '../../kernel/make/most-jobs.ts';

export function collect(name: string, former: readonly string[] = []): string[] {
  return [...former, name];
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number, such as 20.');
  return Number(text);
}

export function jobCount(text: string): number {
  const value = wholeNumber(text);
  if (value >= 1 && value <= MOST_JOBS) return value;
  throw new InvalidArgumentError(`expected a whole number from 1 to ${MOST_JOBS}.`);
}

export function byteCount(text: string): number {
  const size = parseSize(text);
  if (size.kind === 'mistake') throw new InvalidArgumentError(size.message);
  return size.bytes;
}
