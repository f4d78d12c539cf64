import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { readOptionDefinitions } from '../../../src/kernel/kconfig/parse-kconfig.ts';

/** The definitions of the option X, as `file:line: condition && condition`. */
async function definitionsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  await using tree = await createFixture(files);
  const found = readOptionDefinitions(tree.path.replace(/\/$/, ''), 'arm').get('X') ?? [];
  return found.map(({ where, dependsOn }) => `${where}: ${dependsOn.join(' && ')}`);
}

const X = 'config X\n\tbool "x"\n';

test.each([
  ['its own conditions', `${X}\tdepends on A\n\tdepends on B || C\n`, '1: A && B || C'],
  ['none where it has none', X, '1: '],
  ['the if around it', `if A\n${X}endif\n`, '2: A'],
  ['no if that has ended', `if A\nendif\n${X}`, '3: '],
  ['the menu around it', `menu "m"\n\tdepends on A\n${X}\tdepends on B\nendmenu\n`, '3: A && B'],
  ['the choice around it', `choice\n\tprompt "c"\n\tdepends on A\n${X}endchoice\n`, '4: A'],
  ['outermost first', `if A\nmenu "m"\n\tdepends on B\nif C\n${X}\tdepends on D\n`, '5: A && B && C && D'],
  ['a condition over two lines', `${X}\tdepends on A && \\\n\t\tB\n`, '1: A && B'],
  ['its line behind a continued one', `config Y\n\tdepends on A && \\\n\t\tB\n${X}`, '4: '],
  ['a condition without the remark behind it', `${X}\tdepends on A # since B\n`, '1: A'],
  ['none of a comment behind it', `${X}\ncomment "X wants B"\n\tdepends on !B\n`, '1: '],
  ['a menuconfig as well', `menuconfig X\n\tdepends on A\n`, '1: A'],
])('an option is found with %s', async (_what, text, expected) => {
  expect(await definitionsOf({ Kconfig: text })).toEqual([`Kconfig:${expected}`]);
});

test.each([
  ['if', 'if unsure, say N.'],
  ['source', 'source addresses of frames'],
  ['config', 'config X of the user'],
  ['depends on', 'depends on the board'],
])('a help text that says "%s" is no statement', async (_keyword, line) => {
  const text = `config Y\n\tbool "y"\n\thelp\n\t  First line.\n\n\t  ${line}\n${X}`;
  expect(await definitionsOf({ Kconfig: text })).toEqual(['Kconfig:7: ']);
});

test('a help text ends where the indentation does', async () => {
  const text = `config X\n\thelp\n\t  A text.\n\tdepends on A\n`;
  expect(await definitionsOf({ Kconfig: text })).toEqual(['Kconfig:1: A']);
});

test('an option in another file has the conditions around its source', async () => {
  const files = { Kconfig: 'if A\nsource "drivers/Kconfig"\nendif\n', drivers: { Kconfig: X } };
  expect(await definitionsOf(files as never)).toEqual(['drivers/Kconfig:1: A']);
});

test('files are found by the folder of the architecture, and a missing one is left out', async () => {
  const files = {
    Kconfig: 'source "arch/$(SRCARCH)/Kconfig"\nsource "gone/Kconfig"\n',
    'arch/arm/Kconfig': X,
    'arch/x86/Kconfig': `${X}\tdepends on A\n`,
  };
  expect(await definitionsOf(files)).toEqual(['arch/arm/Kconfig:1: ']);
});

test('an option that is defined twice has both places', async () => {
  expect(await definitionsOf({ Kconfig: `${X}if A\n${X}endif\n` })).toEqual(['Kconfig:1: ', 'Kconfig:4: A']);
});

test('a file that reads itself, by a macro that is not expanded as Kconfig expands it, is read once', async () => {
  const loop = 'source "Kconfig.$(ARCH)"\n';
  expect(await definitionsOf({ Kconfig: loop, 'Kconfig.arm': `${X}${loop}` })).toEqual(['Kconfig.arm:1: ']);
});
