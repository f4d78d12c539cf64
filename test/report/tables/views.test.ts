import { describe, expect, test } from 'vitest';
import { type View, renderView } from '../../../src/report/tables/views.ts';
import type { OptionCause } from '../../../src/size/delta/config-delta.ts';
import type { Delta, ExplainedOption } from '../../../src/size/delta/delta.ts';
import { deltaWith, ownerRow } from '../../support/report/report-builders.ts';

const render = (view: View, delta: Delta, most = 9): string[] => renderView(view, delta, most).split('\n');

const part = (name: string, base: number, head: number) => ({ name, base, head });

/** The first column of the rows between the header and the sum. */
const namesOf = (lines: readonly string[]): string[] =>
  lines.slice(1, -1).map((line) => line.slice(0, 40).trimEnd());

const option = (overrides: Partial<ExplainedOption> = {}): ExplainedOption => ({
  name: 'SMP',
  base: undefined,
  head: 'y',
  kind: 'added',
  cause: undefined,
  ...overrides,
});

describe('the view', () => {
  const objects = [
    part('init/main.o', 10, 14),
    part('drivers/tty/n_tty.o', 5, 30),
    part('drivers/base.o', 7, 7),
  ];
  const delta = deltaWith({
    sections: [part('.text', 10, 11), part('.bss', 4, 9)],
    accounted: { rows: [ownerRow()], objects, subsystems: [part('TTY LAYER <tty@kernel.test>', 5, 30)] },
  });

  test('by owner is the accounted table', () => {
    expect(render('owner', delta)[1]).toMatch(/^start_kernel .* \+40 {2}init\/main\.o; \.text$/);
  });

  test('by section has all sections in memory', () => {
    expect(namesOf(render('section', delta))).toEqual(['.bss', '.text']);
  });

  test('by object has the objects that changed', () => {
    expect(namesOf(render('object', delta))).toEqual(['drivers/tty/n_tty.o', 'init/main.o']);
  });

  test('by dir is a tree whose outermost directories sum to the total', () => {
    const lines = render('dir', delta);
    expect(namesOf(lines)).toEqual(['drivers/', '  drivers/tty/', 'init/']);
    expect(lines.at(-1)).toMatch(/^Total +22 +51 +\+29$/);
  });

  test('by subsystem has the mailing list', () => {
    expect(namesOf(render('subsystem', delta))).toEqual(['TTY LAYER <tty@kernel.test>']);
  });

  test.each(['object', 'dir', 'subsystem'] as const)(
    'by %s says which option is missing where there is no link map',
    (view) => {
      const lines = render(view, deltaWith({ accounted: { objects, hasMaps: false } }));
      expect(lines).toEqual([expect.stringMatching(`^no view by ${view}: .*CONFIG_VMLINUX_MAP`)]);
    },
  );

  test.each(['owner', 'section', 'object', 'dir', 'subsystem', 'config', 'strings'] as const)(
    'by %s says that there is no base where there is none',
    (view) => {
      expect(render(view, deltaWith({ symbols: 'new' }))).toEqual(['there is no base to compare with']);
    },
  );
});

describe('strings', () => {
  const text = 'one whose length is far more than what the table of owners has room for\n';
  const literal = (name: string) => ownerRow({ kind: 'literal', name, object: 'fs/a.o', base: 0, head: 9 });
  const rows = [ownerRow(), literal(text), literal('b')];

  test('are shown in full, with their objects', () => {
    expect(render('strings', deltaWith({ accounted: { rows } }))).toEqual([
      `     +9  fs/a.o  ${JSON.stringify(text)}`,
      '     +9  fs/a.o  "b"',
    ]);
  });

  test('that are left out are counted', () => {
    expect(render('strings', deltaWith({ accounted: { rows } }), 1)[1]).toBe('(not shown: 1 more)');
  });

  test('that all stayed are told in words', () => {
    expect(render('strings', deltaWith())).toEqual(['no string literal came or went']);
  });

  test('of no known object are named by their characters alone', () => {
    const row = { ...literal('b'), object: undefined };
    expect(render('strings', deltaWith({ accounted: { rows: [row] } }))).toEqual(['     +9    "b"']);
  });
});

describe('an option', () => {
  const lineOf = (overrides: Partial<ExplainedOption>): string =>
    render('config', deltaWith({ config: [option(overrides)] }))[0]!;

  test.each<[string, Partial<ExplainedOption>]>([
    ['+SMP y', {}],
    ['-SMP y', { base: 'y', head: undefined, kind: 'removed' }],
    [' SMP n -> y', { base: 'n', kind: 'changed' }],
  ])('is told as scripts/diffconfig does: %s', (line, overrides) => {
    expect(lineOf(overrides)).toBe(line);
  });

  test.each<[string, OptionCause]>([
    ['  (asked for by a.config:3)', { kind: 'fragment', file: 'a.config', line: 3 }],
    ['  (selected by A, B)', { kind: 'select', by: ['A', 'B'] }],
    ['  (implied by A)', { kind: 'imply', by: ['A'] }],
    ['  (default, init/Kconfig:9)', { kind: 'default', file: 'init/Kconfig', line: 9 }],
    ['  (the choice at Kconfig:1 takes A)', { kind: 'choice', file: 'Kconfig', line: 1, takes: 'A' }],
    [
      '  (the choice at Kconfig:1 takes another)',
      { kind: 'choice', file: 'Kconfig', line: 1, takes: undefined },
    ],
    ['  (depends on NET, PCI || USB)', { kind: 'depends', on: ['NET', 'PCI || USB'] }],
    ['  (no longer in Kconfig)', { kind: 'gone' }],
    ['  (nothing asks for it)', { kind: 'unset' }],
    ['', { kind: 'unknown' }],
  ])('is told with its cause:%s', (words, cause) => {
    expect(lineOf({ cause })).toBe(`+SMP y${words}`);
  });

  test('that differs in none is told in words', () => {
    expect(render('config', deltaWith())).toEqual(['no option differs']);
  });
});
