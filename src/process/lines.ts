import type { Readable } from 'node:stream';

/** Characters; what follows in the same line is counted only. A command may print gigabytes without a line break. */
const LONGEST = 64 * 1024;

/**
 * Calls `onLine` for each line of a stream, without its end; for what follows the last line break too, where that is
 * something. Resolves when the stream has ended, or was destroyed.
 */
export function readLines(stream: Readable, onLine: (line: string) => void): Promise<void> {
  let line = '';
  let more = 0;
  let isAfterReturn = false;
  const add = (text: string): void => {
    const part = text.slice(0, LONGEST - line.length);
    line += part;
    more += text.length - part.length;
  };
  const end = (): void => {
    onLine(more === 0 ? line : `${line}… (${more} more characters)`);
    [line, more] = ['', 0];
  };
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    // A line break may lie in two chunks.
    const text = isAfterReturn && chunk.startsWith('\n') ? chunk.slice(1) : chunk;
    isAfterReturn = chunk.endsWith('\r');
    const [first = '', ...others] = text.split(/\r\n|\r|\n/);
    add(first);
    for (const next of others) {
      end();
      add(next);
    }
  });
  return new Promise((resolve) => {
    stream.once('close', () => {
      if (line !== '') end();
      resolve();
    });
    // What cannot be read any more has ended.
    stream.on('error', () => undefined);
  });
}
