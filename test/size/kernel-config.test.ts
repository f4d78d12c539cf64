import { describe, expect, test } from 'vitest';
import { optionValue, parseKernelConfig, unexpectedLines } from '../../src/size/kernel-config.ts';

/** Each rule is one of conf_read_simple in scripts/kconfig/confdata.c. */
describe('a line of .config', () => {
  test.each([
    ['CONFIG_MMU=y', 'y'],
    ['CONFIG_MMU=m', 'm'],
    ['CONFIG_MMU=n', 'n'],
    ['# CONFIG_MMU is not set', 'n'],
    ['CONFIG_MMU=0xC0000000', '0xC0000000'],
    ['CONFIG_MMU=-1', '-1'],
    ['CONFIG_MMU="a = \\"b\\" # c"', '"a = \\"b\\" # c"'],
    ['CONFIG_MMU=""', '""'],
    ['CONFIG_MMU=y\r', 'y'],
  ])('%j sets the option to %j', (line, value) => {
    expect(parseKernelConfig(`${line}\n`)).toEqual(new Map([['MMU', value]]));
  });

  test.each([
    '',
    '#',
    '# a remark',
    '#CONFIG_MMU is not set',
    '# CONFIG_MMU is not set, said someone',
    '# CONFIG_MMU=y',
    ' CONFIG_MMU=y',
    'MMU=y',
    'CONFIG_MMU',
    'CONFIG_=y',
  ])('%j sets nothing', (line) => {
    expect(parseKernelConfig(line).size).toBe(0);
  });
});

/** What conf_read_simple calls "unexpected data", or takes for the name of an option that cannot exist. */
describe('a line of a fragment', () => {
  test.each([
    ' CONFIG_MMU=y',
    '\tCONFIG_MMU=y',
    'CONFIG_MMU = y',
    'CONFIG_MMU =y',
    'CONFIG_MMU',
    'CONFIG_=y',
    'CONFIG_A-B=y',
    'MMU=y',
    'config_MMU=y',
    ' # CONFIG_MMU is not set',
    '\uFEFFCONFIG_MMU=y',
    '// CONFIG_MMU=y',
  ])('%j is unexpected', (line) => {
    expect(unexpectedLines(`CONFIG_A=y\n${line}\n`)).toEqual([{ number: 2, text: line }]);
  });

  test.each([
    '',
    ' ',
    '\r',
    '#',
    '# a remark',
    '#CONFIG_MMU=y',
    '# CONFIG_MMU is not set',
    'CONFIG_MMU=',
    'CONFIG_MMU=y\r',
  ])('%j is expected', (line) => {
    expect(unexpectedLines(`${line}\n`)).toEqual([]);
  });
});

test('the last line for an option wins', () => {
  const config = parseKernelConfig('CONFIG_A=y\n# CONFIG_A is not set\n# CONFIG_B is not set\nCONFIG_B=m\n');
  expect([...config]).toEqual([
    ['A', 'n'],
    ['B', 'm'],
  ]);
});

test('an option that is absent has the value n', () => {
  expect(optionValue(parseKernelConfig('CONFIG_A=y'), 'B')).toBe('n');
});

test('an option that is there has its value', () => {
  expect(optionValue(parseKernelConfig('CONFIG_A=12'), 'A')).toBe('12');
});
