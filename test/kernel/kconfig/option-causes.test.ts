import { createFixture } from 'fs-fixture';
import { describe, expect, test } from 'vitest';
import { optionCauses } from '../../../src/kernel/kconfig/option-causes.ts';
import type { OptionCause } from '../../../src/size/delta/config-delta.ts';
import { diffConfigs } from '../../../src/size/delta/config-delta.ts';
import { parseKernelConfig } from '../../../src/size/kernel-config.ts';

interface Case {
  /** The file Kconfig, or all files. */
  readonly kconfig: string | Readonly<Record<string, string>>;
  /** Lines of `.config`. */
  readonly base?: string;
  readonly head?: string;
  readonly requests?: readonly string[];
}

/** The cause of the change of the option X; the requests are the files 1.config, 2.config and so on. */
async function causeOf({
  kconfig,
  base = '',
  head = '',
  requests = [],
}: Case): Promise<OptionCause | undefined> {
  await using tree = await createFixture(typeof kconfig === 'string' ? { Kconfig: kconfig } : kconfig);
  const config = parseKernelConfig(head);
  const causes = optionCauses(diffConfigs(parseKernelConfig(base), config), {
    source: tree.path.replace(/\/$/, ''),
    srcArch: 'arm',
    config,
    requests: requests.map((text, index) => ({ file: `${index + 1}.config`, text })),
  });
  return causes.get('X');
}

const X = 'config X\n\tbool "x"\n';
const HIDDEN = 'config X\n\tbool\n';
const ON = 'CONFIG_X=y\n';
const OFF = '# CONFIG_X is not set\n';

const unset = { kind: 'unset' };
const unknown = { kind: 'unknown' };
const fragment = (file: string, line: number) => ({ kind: 'fragment', file, line });
const select = (...by: string[]) => ({ kind: 'select', by });
const byDefault = (line: number, file = 'Kconfig') => ({ kind: 'default', file, line });

describe('a fragment', () => {
  test('is the cause where it asks for the value', async () => {
    const cause = await causeOf({ kconfig: X, head: ON, requests: ['\n# remark\nCONFIG_X=y\n'] });
    expect(cause).toEqual(fragment('1.config', 3));
  });

  test('is the cause where it turns the option off', async () => {
    const cause = await causeOf({ kconfig: X, base: ON, head: OFF, requests: [OFF] });
    expect(cause).toEqual(fragment('1.config', 1));
  });

  test('is the cause of a number and of a text as written', async () => {
    const kconfig = 'config X\n\tstring "x"\n';
    const line = 'CONFIG_X="a b"\n';
    expect(await causeOf({ kconfig, head: line, requests: [line] })).toEqual(fragment('1.config', 1));
  });

  test('counts with its last line, over all files', async () => {
    const cause = await causeOf({
      kconfig: X,
      head: ON,
      requests: [ON + ON, `# CONFIG_Y is not set\n${ON}`],
    });
    expect(cause).toEqual(fragment('2.config', 2));
  });

  test('is no cause where a later one takes the line back', async () => {
    expect(await causeOf({ kconfig: X, head: ON, requests: [ON, OFF] })).toEqual(unknown);
  });

  test.each([
    ['no prompt', `config X\n\tdef_bool y\n`, 2],
    ['a prompt that is hidden', `config X\n\tbool "x" if A\n\tdefault y\n`, 3],
    ['a prompt in a menu that is hidden', `menu "m"\n\tvisible if A\n${X}\tdefault y\nendmenu\n`, 5],
  ])('is no cause for an option with %s', async (_what, kconfig, line) => {
    expect(await causeOf({ kconfig, head: ON, requests: [ON] })).toEqual(byDefault(line));
  });
});

describe('a select', () => {
  const selector = (line: string, more = '') => `${HIDDEN}config S\n\tbool "s"\n${more}\t${line}\n`;
  const head = `${ON}CONFIG_S=y\n`;

  test.each([
    ['without a condition', 'select X', ''],
    ['with a remark behind it', 'select X # for Y', ''],
    ['over two lines', 'select X \\\n\t\tif A', 'CONFIG_A=y'],
    ['if an option is on', 'select X if A', 'CONFIG_A=y'],
    ['if an option is off', 'select X if !A', ''],
    ['if both are on', 'select X if A && B', 'CONFIG_A=y\nCONFIG_B=y'],
    ['if one of two is on', 'select X if A || B', 'CONFIG_B=y'],
    ['if one is on, whatever the compiler says', 'select X if B || $(cc-option,-mfoo)', 'CONFIG_B=y'],
    ['with parentheses', 'select X if (A || B) && !(A && B)', 'CONFIG_B=y'],
    ['if an option has a value', 'select X if A = y', 'CONFIG_A=y'],
    ['if an option is not a module', 'select X if A!=m', ''],
  ])('is the cause %s', async (_what, line, more) => {
    const kconfig = `${selector(line)}config A\n\ttristate "a"\nconfig B\n\tbool "b"\n`;
    expect(await causeOf({ kconfig, head: head + more })).toEqual(select('S'));
  });

  test.each([
    ['its condition does not hold', 'select X if A'],
    ['the compiler decides on its condition', 'select X if $(cc-option,-mfoo)'],
    ['its condition is none', 'select X if (A'],
  ])('is not the cause where %s', async (_what, line) => {
    expect(await causeOf({ kconfig: selector(line), head })).toEqual(unknown);
  });

  test('is not the cause where its option is off', async () => {
    expect(await causeOf({ kconfig: selector('select X'), head: ON })).toEqual(unknown);
  });

  test('is not the cause where it stands in a help text', async () => {
    const kconfig = `${HIDDEN}config S\n\tbool "s"\n\thelp\n\t  Options that\n\n\t  select X\n\tselect Y\n`;
    expect(await causeOf({ kconfig, head })).toEqual(unknown);
  });

  test('is not the cause where its definition does not apply', async () => {
    const kconfig = selector('select X', '\tdepends on A\n');
    expect(await causeOf({ kconfig, head })).toEqual(unknown);
  });

  test.each([
    ['a module is the cause of a module', 'tristate', 'CONFIG_X=m', select('S')],
    ['a module is not the cause of what is built in', 'tristate', 'CONFIG_X=y', unknown],
    ['a module is the cause of what cannot be one', 'bool', 'CONFIG_X=y', select('S')],
  ])('by %s', async (_what, type, line, expected) => {
    const kconfig = `config X\n\t${type}\nconfig S\n\ttristate "s"\n\tselect X\n`;
    const config = `${line}\nCONFIG_S=m\nCONFIG_MODULES=y\n`;
    expect(await causeOf({ kconfig, head: config })).toEqual(expected);
  });

  test('by several options names those first that changed too', async () => {
    const kconfig = `${HIDDEN}${['C', 'B', 'A'].map((by) => `config ${by}\n\tbool "b"\n\tselect X\n`).join('')}`;
    const old = 'CONFIG_A=y\nCONFIG_B=y\n';
    expect(await causeOf({ kconfig, base: old, head: `${old}CONFIG_C=y\n${ON}` })).toEqual(
      select('C', 'A', 'B'),
    );
  });

  test('comes before a default and behind a fragment', async () => {
    const kconfig = `${X}\tdefault y\nconfig S\n\tbool "s"\n\tselect X\n`;
    expect(await causeOf({ kconfig, head })).toEqual(select('S'));
    expect(await causeOf({ kconfig, head, requests: [ON] })).toEqual(fragment('1.config', 1));
  });

  test('comes before an imply', async () => {
    const kconfig = `${X}config S\n\tbool "s"\n\timply X\n`;
    expect(await causeOf({ kconfig, head })).toEqual({ kind: 'imply', by: ['S'] });
    expect(await causeOf({ kconfig: `${kconfig}\tselect X\n`, head })).toEqual(select('S'));
  });
});

describe('a default', () => {
  test.each([
    ['y', 'bool "x"\n\tdefault y', 'y', '', 3],
    ['of def_bool', 'def_bool y', 'y', '', 2],
    ['of def_tristate', 'def_tristate m', 'm', 'CONFIG_MODULES=y', 2],
    ['of m without modules', 'def_tristate m', 'y', '', 2],
    ['with a condition', 'bool\n\tdefault y if A', 'y', 'CONFIG_A=y', 3],
    ['that is another option', 'def_bool A', 'y', 'CONFIG_A=y', 2],
    ['that is an expression', 'def_bool A && !B', 'y', 'CONFIG_A=y', 2],
    [
      'behind one that does not apply',
      'int\n\tdefault 1 if B\n\tdefault 2 if A\n\tdefault 3',
      '2',
      'CONFIG_A=y',
      4,
    ],
    ['of a number', 'int "x"\n\tdefault 12', '12', '', 3],
    ['of an address', 'hex\n\tdefault 0xC0000000', '0xC0000000', '', 3],
    ['of another number', 'int\n\tdefault N', '7', 'CONFIG_N=7', 3],
    ['of a text', 'string\n\tdefault "a \\"b\\" # if c"', '"a \\"b\\" # if c"', '', 3],
    ['at a limit', 'int\n\tdefault 1 if N < 8\n\tdefault 2', '2', 'CONFIG_N=10', 4],
    ['at a hexadecimal limit', 'int\n\tdefault 1 if H >= 0x10\n\tdefault 2', '1', 'CONFIG_H=0x10', 3],
    ['the compiler decides on', 'def_bool $(cc-option,-mfoo)', 'y', '', 2],
    ['the compiler may have decided on', 'bool "x"\n\tdefault y if $(success,test "if (a)" = b)', 'y', '', 3],
  ])('%s is the cause', async (_what, lines, value, more, line) => {
    const others = 'config A\n\tbool "a"\nconfig N\n\tint "n"\nconfig H\n\thex "h"\n';
    const kconfig = `config X\n\t${lines}\n${others}`;
    expect(await causeOf({ kconfig, head: `CONFIG_X=${value}\n${more}\n` })).toEqual(byDefault(line));
  });

  test.each([
    ['it has another value', 'int "x"\n\tdefault 3', '4'],
    [
      'the compiler may have decided on an earlier one',
      'bool\n\tdefault y if $(success,a)\n\tdefault y',
      'y',
    ],
  ])('is not the cause where %s', async (_what, lines, value) => {
    expect(await causeOf({ kconfig: `config X\n\t${lines}\n`, head: `CONFIG_X=${value}\n` })).toEqual(
      unknown,
    );
  });

  test('is told with its file, of the architecture at hand', async () => {
    const kconfig = {
      Kconfig: 'source "arch/$(SRCARCH)/Kconfig"\n',
      'arch/arm/Kconfig': '\nconfig X\n\tdef_bool y\n',
      'arch/x86/Kconfig': 'config X\n\tdef_bool y\n',
    };
    expect(await causeOf({ kconfig, head: ON })).toEqual(byDefault(3, 'arch/arm/Kconfig'));
  });

  test('in a definition that does not apply is not the cause', async () => {
    const kconfig = `if A\nconfig X\n\tdef_bool y\nendif\nconfig X\n\tdef_bool y\n`;
    expect(await causeOf({ kconfig, head: ON })).toEqual(byDefault(6));
  });
});

describe('a choice', () => {
  const choice = (lines = '') =>
    `choice\n\tprompt "c"\n${lines}config W\n\tbool "w"\nif !A\n${X}endif\nendchoice\n`;
  const takes = (option: string) => ({ kind: 'choice', file: 'Kconfig', line: 1, takes: option });

  test('takes what a fragment asks for', async () => {
    expect(await causeOf({ kconfig: choice(), head: ON, requests: [ON] })).toEqual(fragment('1.config', 1));
  });

  test('takes its default', async () => {
    expect(await causeOf({ kconfig: choice('\tdefault W if A\n\tdefault X\n'), head: ON })).toEqual(
      byDefault(4),
    );
  });

  test('takes no default that is hidden', async () => {
    const kconfig = `${choice('\tdefault V\n\tdefault X\n')}config V\n\tbool "v" if A\n`;
    expect(await causeOf({ kconfig, head: ON })).toEqual(byDefault(4));
  });

  test('takes an option without either', async () => {
    expect(await causeOf({ kconfig: choice(), head: ON })).toEqual(takes('X'));
  });

  test('turns off what it does not take', async () => {
    const head = `CONFIG_W=y\n${OFF}`;
    expect(await causeOf({ kconfig: choice(), base: ON, head })).toEqual(takes('W'));
  });
});

describe('an option that is turned off or empty', () => {
  test.each([
    ['is unset where no one asks for it', X, ON, OFF],
    [
      'is unset where no one gives a number',
      'config X\n\tint "x"\n\tdefault 3 if A\n',
      'CONFIG_X=3',
      'CONFIG_X=0',
    ],
    ['is unset where no one gives a text', 'config X\n\tstring "x"\n', '', 'CONFIG_X=""'],
  ])('%s', async (_what, kconfig, base, head) => {
    expect(await causeOf({ kconfig, base, head })).toEqual(unset);
  });
});

describe('an option that is gone from .config', () => {
  const depends = (...on: string[]) => ({ kind: 'depends', on });

  test.each([
    ['has no definition', 'config Y\n\tbool "y"\n', { kind: 'gone' }],
    ['depends on what is off', `${X}\tdepends on A\n`, depends('A')],
    [
      'depends on what is off, among others',
      `${X}\tdepends on B && (A || C) && C\n`,
      depends('(A || C)', 'C'),
    ],
    ['depends on one of some', `${X}\tdepends on A || B && C\n`, depends('A || B && C')],
    ['depends on what must be off', `${X}\tdepends on !B\n`, depends('!B')],
    [
      'depends on a block, outermost first',
      `if A\nmenu "m"\n\tdepends on B && C\n${X}endmenu\nendif\n`,
      depends('A', 'C'),
    ],
    ['has a prompt that is hidden', 'config X\n\tbool "x" if A\n', depends('A')],
    ['has definitions with a common need', `if A\n${X}\tdepends on C\n${X}endif\n`, depends('A')],
    [
      'has definitions with different needs',
      `${X}\tdepends on A\n${X}\tdepends on C\n`,
      depends('(A) || (C)'),
    ],
    ['is selected by nothing any more', `${HIDDEN}\tdepends on A\nconfig T\n\tbool "t"\n\tselect X\n`, unset],
    ['has no default any more', 'config X\n\tdef_bool A\n', unset],
    ['depends on the compiler', `${X}\tdepends on $(cc-option,-mfoo)\n`, unknown],
    ['may be selected', `${HIDDEN}config S\n\tdef_bool y\n\tselect X if $(success,a)\n`, unknown],
  ])('where it %s', async (_what, kconfig, expected) => {
    expect(await causeOf({ kconfig, base: ON, head: 'CONFIG_B=y\nCONFIG_S=y\n' })).toEqual(expected);
  });
});

test('no file is read where nothing changed', () => {
  const tree = { source: '/nonexistent', srcArch: 'arm', config: new Map(), requests: [] };
  expect(optionCauses([], tree).size).toBe(0);
});
