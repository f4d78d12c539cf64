import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { logProgress } from '../../src/action/progress.ts';
import { OBJECT_LINE, columnsOf, isTerminal, terminalProgress } from '../../src/cli/progress.ts';
import { parseCommands } from '../support/runner/runner-commands.ts';

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

test.each([
  [undefined, 80],
  [0, 80],
  [1, 1],
  [200, 200],
])('a terminal that says it has %s columns has %i', (columns, expected) => {
  expect(columnsOf(columns === undefined ? {} : { columns })).toBe(expected);
});

test.each([
  [true, 'xterm', true],
  [true, undefined, true],
  [true, 'dumb', false],
  [false, 'xterm', false],
])('isTTY %s with TERM=%s can be drawn on: %s', (isTTY, TERM, expected) => {
  expect(isTerminal({ isTTY }, TERM === undefined ? {} : { TERM })).toBe(expected);
});

describe('progress of a build whose objects are known', () => {
  const drawn = (total: number | undefined, objects: number): string => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let written = '';
    const progress = terminalProgress({ isTTY: true, columns: 80, write: (text) => (written += text) });
    const step = progress.begin('toy: building base', total);
    for (let object = 0; object < objects; object++) step.line(`  CC      ${object}.o`);
    vi.advanceTimersByTime(1000);
    return written.split('\r\u001B[K').at(-1)!;
  };

  test.each([
    [1203, 812, 'toy: building base: 812 of 1,203 objects, 1.0 s'],
    [1203, 1203, 'toy: building base: 1,203 of 1,203 objects, 1.0 s'],
    [1203, 1204, 'toy: building base: 1204 objects, 1.0 s'],
    [1203, 0, 'toy: building base: 1.0 s'],
    [undefined, 1204, 'toy: building base: 1204 objects, 1.0 s'],
  ])('of %s says of %i: %s', (total, objects, line) => {
    expect(drawn(total, objects)).toBe(line);
  });
});

describe('progress of several steps on a terminal', () => {
  const TITLES = ['stm32f469: building base', 'x86-tiny: configuring base', 'versatile: building base'];

  /** The line that is drawn of steps with as many objects, and how their ends change what is drawn. */
  function drawn(columns: number, objects: readonly number[]) {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let written = '';
    const progress = terminalProgress({ isTTY: true, columns, write: (text) => (written += text) });
    const steps = objects.map((count, index) => {
      const step = progress.begin(TITLES[index]!);
      for (let object = 0; object < count; object++) step.line(`  CC      ${object}.o`);
      return step;
    });
    vi.advanceTimersByTime(1000);
    return {
      line: written.split('\r\u001B[K').at(-1)!,
      writtenDuring: (act: () => void) => {
        written = '';
        act();
        return written;
      },
      begin: progress.begin,
      steps,
    };
  }

  test('names all of them with their objects', () => {
    expect(drawn(120, [120, 0, 7]).line).toBe(
      'stm32f469: building base 120 | x86-tiny: configuring base | versatile: building base 7',
    );
  });

  test.each([80, 40, 20, 5, 1])('is never wider than a terminal of %i columns', (columns) => {
    expect(drawn(columns, [120, 0, 7]).line.length).toBeLessThan(columns);
  });

  test('cuts the titles before the numbers', () => {
    expect(drawn(60, [120, 0, 7]).line).toBe('stm32f469: b… 120 | x86-tiny: config… | versatile: bui… 7');
  });

  test('goes on with those that are left', () => {
    const { steps, writtenDuring } = drawn(120, [120, 3]);
    expect(writtenDuring(() => steps[0]!.end('done'))).toBe(
      '\r\u001B[Kx86-tiny: configuring base: 3 objects, 1.0 s',
    );
    expect(writtenDuring(() => vi.advanceTimersByTime(1000))).toContain('3 objects, 2.0 s');
    expect(writtenDuring(() => steps[1]!.end('done'))).toBe('\r\u001B[K');
    expect(writtenDuring(() => vi.advanceTimersByTime(1000))).toBe('');
  });

  test('is drawn again for a step that begins after the others have ended', () => {
    const { steps, writtenDuring, begin } = drawn(120, [120]);
    steps[0]!.end('done');
    begin('later');
    expect(writtenDuring(() => vi.advanceTimersByTime(1000))).toContain('later: 1.0 s');
  });

  test('leaves the line of one that failed above it', () => {
    const { steps, writtenDuring } = drawn(120, [120, 3]);
    expect(writtenDuring(() => steps[1]!.end('failed'))).toBe(
      '\r\u001B[Kx86-tiny: configuring base: 3 objects, 1.0 s, failed\nstm32f469: building base: 120 objects, 1.0 s',
    );
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
    expect(text.indexOf('add-mask::')).toBeGreaterThan(text.indexOf(`::stop-commands::${token}`));
    expect(text.indexOf('add-mask::')).toBeLessThan(text.indexOf(`::${token}::\n`));
  });

  test.each([
    '::add-mask::secret',
    '\r##[add-mask]secret',
    'x ##[set-output name=verdict]pass',
    '\u200B::error::x',
  ])('leaves no command alive in %j, by its title or a line', (speech) => {
    let text = '';
    const step = logProgress((more) => (text += more)).begin(`installing\n${speech}`);
    step.line(speech);
    step.end('failed');
    const unsealed = text.replaceAll(/^::stop-commands::.*$/gm, '');
    expect(parseCommands(unsealed).map(({ name }) => name)).toEqual(['group', 'endgroup']);
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

describe('progress of several steps in the log of a workflow run', () => {
  /** What is written, with the tokens told apart by their order. */
  function log() {
    let text = '';
    const progress = logProgress((more) => (text += more));
    return {
      ...progress,
      raw: () => text,
      text: () => {
        const tokens = [...text.matchAll(/^::stop-commands::(.+)$/gm)].map(([, token]) => token!);
        return tokens.reduce((with_, token, index) => with_.replaceAll(token, `TOKEN${index}`), text);
      },
    };
  }

  /** A group as it is in the log. */
  function group(title: string, number: number, lines: string): string {
    return `::group::${title}\n::stop-commands::TOKEN${number}\n${lines}::TOKEN${number}::\n::endgroup::\n`;
  }

  test('holds the lines of a step back until the one before has ended, then goes on with them', () => {
    const { begin, text } = log();
    const [first, second] = [begin('first'), begin('second')];
    second.line('2a');
    first.line('1a');
    second.line('2b');
    first.line('1b');
    expect(text()).toBe('::group::first\n::stop-commands::TOKEN0\n1a\n1b\n');
    first.end('done');
    second.line('2c');
    expect(text()).toBe(
      `${group('first', 0, '1a\n1b\n')}::group::second\n::stop-commands::TOKEN1\n2a\n2b\n2c\n`,
    );
    second.end('done');
    expect(text()).toBe(group('first', 0, '1a\n1b\n') + group('second', 1, '2a\n2b\n2c\n'));
  });

  test('prints what has ended meanwhile before what still runs', () => {
    const { begin, text } = log();
    const [first, second, third] = [begin('first'), begin('second'), begin('third')];
    second.line('2');
    third.line('3');
    third.end('failed');
    first.end('done');
    second.end('done');
    expect(text()).toBe(
      `${group('first', 0, '')}${group('third', 1, '3\n')}third: failed\n${group('second', 2, '2\n')}`,
    );
  });

  test('streams a step that begins when all others have ended', () => {
    const { begin, text } = log();
    const [first, second] = [begin('first'), begin('second')];
    second.end('done');
    first.end('done');
    begin('third').line('3');
    expect(text()).toMatch(/::group::third\n::stop-commands::TOKEN2\n3\n$/);
  });

  test('switches commands off in lines that were held back', () => {
    const { begin, raw } = log();
    const [first, second, third] = [begin('first'), begin('second'), begin('third')];
    for (const step of [second, third]) step.line('::add-mask::secret');
    second.line('##[error]forged');
    third.end('failed');
    first.end('done');
    second.line('::endgroup::');
    second.end('done');
    const one = ['group', 'stop-commands', 'endgroup'];
    expect(parseCommands(raw()).map(({ name }) => name)).toEqual([...one, ...one, ...one]);
  });

  test('holds back the last lines of a long step, and says how many are missing', () => {
    const { begin, text } = log();
    const [first, second] = [begin('first'), begin('second')];
    const lines = Array.from({ length: 100_000 }, (_, index) => `line ${index}`);
    for (const line of lines) second.line(line);
    first.end('done');
    second.end('done');
    expect(text().length).toBeLessThan(300_000);
    const [, missing, rest] = /\n\((\d+) earlier lines are left out\)\n([^:]*\n)::/.exec(text())!;
    expect(Number(missing)).toBeGreaterThan(0);
    expect(rest).toBe(`${lines.slice(Number(missing)).join('\n')}\n`);
  });
});
