import { UserError } from '../user-error.ts';
import type { ByteSource } from './byte-source.ts';

/** Some bytes of a file, and what messages call them. */
export interface ByteRange {
  /** A phrase that continues "FILE: ", such as "the section headers". */
  readonly what: string;
  readonly offset: number;
  readonly size: number;
}

/**
 * More than any one table of a real file needs (a vmlinux of 250,000 symbols has 10 MB of names), and less than the
 * longest string that V8 makes (2^29 - 24 characters).
 */
const LARGEST_READ = 256 * 1024 * 1024;

/** Reads a range after `checkRange`, and never more than the file holds. */
export function readRange(source: ByteSource, range: ByteRange): Uint8Array {
  checkRange(source, range);
  if (range.size > LARGEST_READ) {
    throw new UserError(
      `${source.name}: ${range.what} take ${range.size} bytes, expected at most ${LARGEST_READ}; is the file damaged?`,
    );
  }
  return source.read(range.offset, range.size);
}

/** Throws a `UserError` unless the range lies within the file. */
export function checkRange(source: ByteSource, range: ByteRange): void {
  if (range.offset + range.size <= source.size) return;
  throw new UserError(
    `${source.name}: ${range.what} at offset ${hex(range.offset)} (${range.size} bytes) run past the end of the file ` +
      `(${source.size} bytes); it is truncated or damaged, build or copy it again`,
  );
}

/** A damaged field: `found` names what and where and what was expected. */
export function damaged(source: ByteSource, found: string): UserError {
  return new UserError(`${source.name}: ${found}; the file is damaged, build or copy it again`);
}

/** `0x1f`. */
export function hex(value: number | bigint): string {
  return `0x${value.toString(16)}`;
}
