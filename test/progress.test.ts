import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { logProgress } from '../src/progress-log.ts';
import { OBJECT_LINE, terminalProgress } from '../src/progress-terminal.ts';

const LINES = ['make[1]: Entering directory', '  CC      init/main.o', 'warning: x', '  LD      vmlinux'];

/** What is written for a step with these lines. */
function writtenBy(isTTY: boolean, outcome: 'done' | 'failed'): string {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let written = '';
  const stream = { isTTY, columns: 40, write: (text: string) => (written += text) };
  const step = terminalProgress(stream).begin('toy: building base');
  for (const line of LINES) step.line(line);
  vi.advanceTimersByTime(3000);
  step.end(outcome);
  const atEnd = written;
  vi.advanceTimersByTime(3000);
  expect(written).toBe(atEnd);
  return written;
}

describe('progress on a terminal', () => {
  test('draws one line over and over, with the objects that are done and the time', () => {
    expect(writtenBy(true, 'done')).toContain('\r\u001B[Ktoy: building base: 1 object, 1.0 s');
  });

  test('leaves nothing behind of a step that is done', () => {
    expect(writtenBy(true, 'done')).toMatch(/\r\u001B\[K$/);
  });

  test('leaves a line behind of a step that failed', () => {
    expect(writtenBy(true, 'failed')).toMatch(/\r\u001B\[Ktoy: building base: 1 object, 3.0 s, failed\n$/);
  });

  test('is never wider than the terminal', () => {
    let widest = 0;
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const write = (text: string) => (widest = Math.max(widest, text.replace('\r\u001B[K', '').length));
    terminalProgress({ isTTY: true, columns: 20, write }).begin('a title that is longer than that');
    vi.advanceTimersByTime(1000);
    expect(widest).toBe(19);
  });
});

describe('progress elsewhere', () => {
  test('is one line a step, without escapes', () => {
    expect(writtenBy(false, 'done')).toBe('toy: building base: 1 object, 3.0 s, done\n');
  });
});

test.each([
  ['  CC      init/main.o', true],
  ['  CC [M]  drivers/x.o', true],
  ['  AR      init/built-in.a', false],
  ['  HOSTCC  scripts/kconfig/conf.o', true],
  ['  OBJCOPY arch/arm/boot/zImage', false],
  ['  LD      vmlinux', false],
  ['make[1]: Nothing to be done', false],
  ['  Kernel: arch/arm/boot/zImage is ready', false],
  ["fs/dcache.c:3:1: warning: unused variable 'x'", false],
])('of %j it is known whether kbuild finished an object: %s', (line, isObject) => {
  expect(OBJECT_LINE.test(line)).toBe(isObject);
});

describe('progress in the log of a workflow run', () => {
  /** What is written for one step with one line, and the token that it names. */
  function written(line: string, outcome: 'done' | 'failed'): { text: string; token: string } {
    let text = '';
    const step = logProgress((more) => (text += more)).begin('toy: building 100%\nof base');
    step.line(line);
    step.end(outcome);
    return { text, token: /^::stop-commands::(.+)$/m.exec(text)?.[1] ?? '' };
  }

  test('folds a step away, with its title escaped', () => {
    const { text, token } = written('  CC      x.o', 'done');
    expect(text).toBe(
      `::group::toy: building 100%25%0Aof base\n::stop-commands::${token}\n  CC      x.o\n::${token}::\n::endgroup::\n`,
    );
  });

  test('switches commands off while a stranger’s output is printed', () => {
    const { text, token } = written('::add-mask::secret', 'done');
    expect(text.indexOf('::add-mask::')).toBeGreaterThan(text.indexOf(`::stop-commands::${token}`));
    expect(text.indexOf('::add-mask::')).toBeLessThan(text.indexOf(`::${token}::\n`));
  });

  test('uses a token that cannot be guessed', () => {
    const tokens = [written('', 'done').token, written('', 'done').token];
    expect(tokens[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(tokens[0]).not.toBe(tokens[1]);
  });

  test('says outside of the fold that a step failed', () => {
    expect(written('x', 'failed').text).toMatch(/::endgroup::\ntoy: building 100%\nof base: failed\n$/);
  });
});
