import { describe, expect, it } from 'vitest';
import { type BudgetFileInput, parseBudgetFile } from '../../../src/budget/file/budget-file.ts';
import { parsePreset } from '../../../src/budget/file/preset.ts';
import type { KernelTree } from '../../../src/budget/file/tree-problems.ts';
import type { Target } from '../../../src/budget/target.ts';
import { UserError } from '../../../src/user-error.ts';

const board = parsePreset({
  name: 'board',
  folder: '/presets/board',
  text: `
arch: arm
crossCompile: arm-linux-gnueabi-
fragments: [board.config, { file: new.config, since: "6.10" }]
make: { KCFLAGS: -O2, W: "1" }
image: xipImage
dtb: board.dtb
memory: { flash: { base: 0x08000000, size: 1M }, dtb: 0x08004000 }
budgets: { flash: 1M, ram: 64K }
growth: { ram: 1K }
`,
});

function parse(text: string, overrides: Partial<BudgetFileInput> = {}): Target[] {
  const presets = new Map([[board.name, board]]);
  return parseBudgetFile({ text, path: 'budget.yml', presets, fileExists: () => true, ...overrides });
}

function only(text: string): Target {
  const targets = parse(text);
  expect(targets).toHaveLength(1);
  return targets[0]!;
}

/** All mistakes that the file is refused with. */
function mistakes(text: string, overrides: Partial<BudgetFileInput> = {}): readonly string[] {
  try {
    parse(text, overrides);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.details.length > 0 ? error.details : [error.message];
  }
  throw new Error('the file was accepted');
}

/** Those of a target that lacks nothing but what is given. */
function targetMistakes(keys: string, overrides: Partial<BudgetFileInput> = {}): readonly string[] {
  return mistakes(`targets:\n  mine:\n    arch: arm\n    image: zImage\n    ${keys}\n`, overrides);
}

describe('a target that stands alone', () => {
  it('gets tinyconfig, no compiler prefix and a limit that is near from 95 % on', () => {
    expect(only('targets: { mine: { arch: arm, image: zImage } }')).toEqual({
      name: 'mine',
      arch: 'arm',
      crossCompile: '',
      llvm: undefined,
      base: { kind: 'tinyconfig' },
      fragments: [],
      make: {},
      image: 'zImage',
      dtb: undefined,
      memory: {},
      budgets: {},
      growth: {},
      nearLimit: 0.95,
    });
  });

  it('has its sizes in bytes', () => {
    const { memory, budgets, growth } = only(`
targets:
  mine:
    arch: arm
    image: zImage
    memory: { ram: { base: 0x20000000, size: 0x51000 } }
    budgets: { ram: 324K, ram-after-init: 2M, flash: 100000 }
    growth: { flash: 0 }
`);
    expect(memory).toEqual({ ram: { base: 536870912, size: 331776 } });
    expect(budgets).toEqual({ ram: 331776, 'ram-after-init': 2097152, flash: 100000 });
    expect(growth).toEqual({ flash: 0 });
  });

  it.each([
    ['tinyconfig', { kind: 'tinyconfig' }],
    ['allnoconfig', { kind: 'allnoconfig' }],
    ['stm32_defconfig', { kind: 'defconfig', name: 'stm32_defconfig' }],
    ['defconfig', { kind: 'defconfig', name: 'defconfig' }],
    ['configs/board', { kind: 'file', path: 'configs/board' }],
    ['board.config', { kind: 'file', path: 'board.config' }],
  ])('takes %s as the base for what it is', (base, expected) => {
    expect(only(`targets: { mine: { arch: arm, image: zImage, base: ${base} } }`).base).toEqual(expected);
  });

  it.each([
    ['true', '1'],
    ['false', undefined],
    ['"-19"', '-19'],
    ['/opt/llvm/bin/', '/opt/llvm/bin/'],
  ])('gives LLVM= for llvm: %s the value %s', (llvm, expected) => {
    expect(only(`targets: { mine: { arch: arm, image: zImage, llvm: ${llvm} } }`).llvm).toBe(expected);
  });

  it('keeps the versions of its fragments', () => {
    const { fragments } = only(`
targets:
  mine:
    arch: arm
    image: zImage
    fragments: [a.config, { file: b.config, since: "6.10" }, { file: c.config, before: "6.10" }]
`);
    expect(fragments).toEqual([
      { path: 'a.config', since: undefined, before: undefined },
      { path: 'b.config', since: '6.10', before: undefined },
      { path: 'c.config', since: undefined, before: '6.10' },
    ]);
  });
});

describe('a target that extends a preset', () => {
  it('is the preset where it says nothing', () => {
    const target = only('targets: { mine: { extends: board } }');
    expect(target).toMatchObject({ name: 'mine', arch: 'arm', image: 'xipImage', dtb: 'board.dtb' });
    expect(target.budgets).toEqual({ flash: 1048576, ram: 65536 });
  });

  it('replaces single values', () => {
    expect(only('targets: { mine: { extends: board, crossCompile: arm-none-eabi- } }').crossCompile).toBe(
      'arm-none-eabi-',
    );
  });

  it('merges maps by key', () => {
    const target = only(`
targets:
  mine:
    extends: board
    make: { KCFLAGS: -Os }
    memory: { ram: { base: 0, size: 1M } }
    budgets: { ram: 32K }
    growth: { flash: 2K }
`);
    expect(target.make).toEqual({ KCFLAGS: '-Os', W: '1' });
    expect(Object.keys(target.memory).toSorted()).toEqual(['dtb', 'flash', 'ram']);
    expect(target.budgets).toEqual({ flash: 1048576, ram: 32768 });
    expect(target.growth).toEqual({ flash: 2048, ram: 1024 });
  });

  it("appends its fragments to the preset's, which lie in the preset's folder", () => {
    const { fragments } = only('targets: { mine: { extends: board, fragments: [own.config] } }');
    expect(fragments.map(({ path }) => path)).toEqual([
      '/presets/board/board.config',
      '/presets/board/new.config',
      'own.config',
    ]);
  });

  it('may limit the device tree that the preset has', () => {
    expect(only('targets: { mine: { extends: board, budgets: { dtb: 20K } } }').budgets.dtb).toBe(20480);
  });
});

describe('limits on parts', () => {
  const limits = (keys: string): Target =>
    only(`targets:\n  mine:\n    arch: arm\n    image: zImage\n    ${keys}\n`);

  it.each([
    'section:.text',
    'symbol:log_buf',
    'symbol:*_ops',
    'object:fs/dcache.o',
    'object:[linker]',
    'dir:drivers/',
    'dir:drivers/*/usb/',
    'subsystem:FILESYSTEMS (VFS and infrastructure)',
    'subsystem:FILE*',
  ])('are read: %s', (part) => {
    const { budgets, growth } = limits(
      `budgets: { ${JSON.stringify(part)}: 4K }\n    growth: { ${JSON.stringify(part)}: 0 }`,
    );
    expect([budgets, growth]).toEqual([{ [part]: 4096 }, { [part]: 0 }]);
  });

  it('need no quotes where YAML does not', () => {
    expect(limits('growth: { section:.text: 1, dir:fs/: 2, symbol:*_ops: 3 }').growth).toEqual({
      'section:.text': 1,
      'dir:fs/': 2,
      'symbol:*_ops': 3,
    });
  });

  it('follow the metrics, in the order in which they are written', () => {
    const { budgets } = limits('budgets: { symbol:b: 1, ram: 2, section:.a: 3, flash: 4, dir:fs/: 5 }');
    expect(Object.keys(budgets)).toEqual(['flash', 'ram', 'symbol:b', 'section:.a', 'dir:fs/']);
  });

  it("are merged with a preset's", () => {
    const { budgets } = only('targets: { mine: { extends: board, budgets: { symbol:a: 1 } } }');
    expect(budgets).toEqual({ flash: 1048576, ram: 65536, 'symbol:a': 1 });
  });

  it('have their mistakes reported at once with those of others', () => {
    expect(
      mistakes('targets: { a: { extends: board, budgets: { falsh: 1, dir:fs: 1, symbol:x: y } } }'),
    ).toEqual([
      'budget.yml:1:44: unknown metric "falsh"; did you mean "flash"?',
      'budget.yml:1:54: "dir:fs" does not end with a slash; write "dir:fs/"',
      'budget.yml:1:75: "y" is not a size; write bytes (331776, 0x51000) or 324K, 2M, 1G',
    ]);
  });
});

describe('nearLimit', () => {
  it('is taken from the target, else from the file', () => {
    const targets = parse(`
nearLimit: 90%
targets:
  a: { extends: board }
  b: { extends: board, nearLimit: 97.5% }
`);
    expect(targets.map(({ nearLimit }) => nearLimit)).toEqual([0.9, 0.975]);
  });
});

describe('jitter', () => {
  it('of an earlier version is read, and changes nothing', () => {
    const target = '{ mine: { arch: arm, image: zImage';
    expect(only(`targets: ${target}, jitter: 1K } }`)).toEqual(only(`targets: ${target} } }`));
  });
});

describe('the order of targets', () => {
  it('is that of the file', () => {
    const targets = parse('targets: { z: { extends: board }, a: { extends: board }, m: { extends: board } }');
    expect(targets.map(({ name }) => name)).toEqual(['z', 'a', 'm']);
  });
});

describe('aliases', () => {
  it('stand for what they name', () => {
    const targets = parse('targets:\n  a: &a { arch: arm, image: zImage }\n  b: *a\n');
    expect(targets.map(({ name, arch }) => [name, arch])).toEqual([
      ['a', 'arm'],
      ['b', 'arm'],
    ]);
  });

  it('cannot be multiplied into gigabytes', () => {
    const levels = Array.from({ length: 12 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i},`.repeat(12)}]`);
    expect(mistakes(['l0: &l0 [1]', ...levels, 'targets: *l12'].join('\n'))[0]).toContain('alias count');
  });

  it('that contain themselves are refused', () => {
    expect(mistakes('targets: &t { a: *t }')).not.toHaveLength(0);
  });
});

describe('mistakes', () => {
  it('are all reported at once, in the order in which they stand in the file', () => {
    const text = `nearLimt: 95%
targets:
  mine:
    arch: arm
    imge: zImage
    fragments:
      - gone.config
    budgets:
      ram: 324KB
      falsh: 2M
`;
    expect(mistakes(text, { fileExists: (path) => path !== 'gone.config' })).toEqual([
      'budget.yml:1:1: unknown key "nearLimt"; did you mean "nearLimit"?',
      'budget.yml:3:3: "mine" has no "image"; write "image: zImage" or "image: bzImage", or extend a preset',
      'budget.yml:5:5: unknown key "imge"; did you mean "image"?',
      'budget.yml:7:9: fragment "gone.config" does not exist in the kernel tree; check the path, or commit the file',
      'budget.yml:9:12: "324KB" is not a size; write 324K',
      'budget.yml:10:7: unknown metric "falsh"; did you mean "flash"?',
    ]);
  });

  it('in naming what the kernel tree has not are reported with all others', () => {
    const tree: KernelTree = {
      architectures: ['arm', 'x86'],
      defconfigs: () => ['stm32_defconfig'],
      deviceTrees: () => ['board.dts'],
      mayHave: (kind, name) => kind === 'dir' && name === 'fs/',
      names: (kind) => (kind === 'object' ? ['fs/dcache.o'] : kind === 'dir' ? ['fs/'] : ['EXT4']),
    };
    const text = `targets:
  mine:
    arch: amr
    image: zImage
    budgets: { 'dir:fs/': 1M, 'dir:fss/': 1M, 'object:fs/dcach.o': 1K, 'section:.gone': 1K, flsh: 1M }
  other:
    arch: arm
    image: zImage
    base: smt32_defconfig
    dtb: bord.dtb
    growth: { 'subsystem:EXT': 1K }
`;
    expect(mistakes(text, { tree })).toEqual([
      'budget.yml:3:11: the kernel tree has no architecture "amr"; did you mean "arm"?',
      'budget.yml:5:31: "dir:fss/" can match nothing: the kernel tree has no such folder; did you mean "fs/"?',
      'budget.yml:5:47: "object:fs/dcach.o" can match nothing: the kernel tree has no such object; did you mean "fs/dcache.o"?',
      'budget.yml:5:93: unknown metric "flsh"; did you mean "flash"?',
      'budget.yml:9:11: the kernel tree has no smt32_defconfig for arm; did you mean "stm32_defconfig"?',
      'budget.yml:10:10: the kernel tree has no bord.dts for arm; did you mean "board.dts"?',
      'budget.yml:11:15: "subsystem:EXT" can match nothing: the kernel tree has no such subsystem; did you mean "EXT4"?',
    ]);
    expect(mistakes(text)).toHaveLength(1);
  });

  it('are counted in the message when there are several', () => {
    expect(() => parse('a: 1\nb: 1\ntargets: { x: { extends: board } }')).toThrow(
      /^budget\.yml has 2 mistakes/,
    );
  });

  it.each([
    ['growth: 1K', '5:13: expected metrics and sizes, such as "ram: 324K", found "1K"'],
    [
      'budgets: { ram: 0 }',
      '5:21: a budget of 0 can never hold; write the most that it may be, or leave it out',
    ],
    ['budgets: { ram: [1] }', '5:21: a list is not a size'],
    ['budgets: { stack: 1K }', '5:16: unknown metric "stack"; expected one of flash, ram'],
    ['budgets: { stack: 1K }', 'init, or a part such as section:.text or dir:drivers/'],
    ['budgets: { section: 1K }', '5:16: unknown metric "section"; did you mean "section:.text"?'],
    [
      'budgets: { "sections:.text": 1K }',
      '5:16: unknown kind of part "sections:.text"; did you mean "section:.text"?',
    ],
    [
      'growth: { "file:a.c": 1 }',
      '5:15: unknown kind of part "file:a.c"; expected section:, symbol:, object:, dir: or subsystem:',
    ],
    ['growth: { Symbol:x: 1 }', '5:15: unknown kind of part "Symbol:x"; did you mean "symbol:x"?'],
    [
      'growth: { "symbol:": 1 }',
      '5:15: "symbol:" names nothing; write it behind the colon, as in "symbol:log_buf"',
    ],
    ['growth: { "object: a.o": 1 }', '5:15: "object: a.o" has space around its name; write "object:a.o"'],
    ['growth: { dir:fs: 1 }', '5:15: "dir:fs" does not end with a slash; write "dir:fs/"'],
    ['growth: { "dir:fs/ ": 1 }', '5:15: "dir:fs/ " does not end with a slash; write "dir:fs/"'],
    ['growth: { dir:/fs/: 1 }', '5:15: "dir:/fs/" is no path in the kernel tree; write "dir:fs/"'],
    [
      'growth: { dir:/: 1 }',
      '5:15: "dir:/" names no folder of the kernel tree; write one, as in "dir:drivers/"',
    ],
    ['growth: { "symbol:a\\tb": 1 }', 'has a character that cannot be printed; leave it out'],
    ['budgets: { symbol:x: 0 }', '5:26: a budget of 0 can never hold'],
    ['growth: { symbol:x: 4KB }', '5:25: "4KB" is not a size; write 4K'],
    ['budgets:', '5:13: "budgets" is missing or empty'],
    ['budgets: { dtb: 20K }', '5:16: "mine" has no device tree blob to limit; name it'],
    ['base: tinyconfg', '5:11: unknown base "tinyconfg"; did you mean "tinyconfig"?'],
    ['crossCompile: arm-linux-gnueabi', '5:19: expected a prefix that ends with "-"'],
    ['dtb: st/board.dtb', '5:10: expected the file name of a device tree blob without its folder'],
    ['image: Image', '5:5: "image" is there twice, first in line 4; keep one of the two'],
    ['llvm: 19', '5:11: expected true, a version suffix in quotes such as "-19"'],
    ['nearLimit: 95', '5:16: expected a percentage such as 95%, found "95"'],
    ['nearLimit: 101%', '5:16: expected a percentage such as 95%, found "101%"'],
    ['memory: { flash: { base: 0x08000000 } }', '5:15: "size" is missing or empty'],
    ['fragments: board.config', '5:16: expected a list of fragments, found "board.config"'],
    ['fragments: [/etc/passwd]', '5:17: expected a path in the kernel tree, relative and without ".."'],
    ['fragments: [a/../../b]', '5:17: expected a path in the kernel tree, relative and without ".."'],
    ['fragments: [{ fil: a.config }]', '5:19: unknown key "fil"; did you mean "file"?'],
    ['fragments: [{ file: a.config, since: 6.10 }]', '5:42: YAML reads a version without quotes as a number'],
    ['fragments: [{ file: a.config, since: 6.10 }]', 'write it in quotes, "6.10"'],
    ['make: { V: 1 }', '5:16: expected a text; write it in quotes, "1"'],
    ['make: { 2x: a }', '5:13: "2x" is not a name of a make variable'],
    ['extends: bord', '5:14: unknown preset "bord"; did you mean "board"? the presets are board'],
  ])('name the place and the fix: %s', (keys, expected) => {
    expect(targetMistakes(keys).join('\n')).toContain(expected);
  });

  it.each([
    ['ARCH', '"arch"'],
    ['CROSS_COMPILE', '"crossCompile"'],
    ['LLVM', '"llvm"'],
    ['KCONFIG_ALLCONFIG', '"fragments"'],
    ['O', 'leave it out'],
    ['KBUILD_BUILD_TIMESTAMP', 'leave it out'],
    ['LOCALVERSION', 'leave it out'],
  ])('include the make variable %s, which the tool sets itself', (variable, instead) => {
    const [message] = targetMistakes(`make: { ${variable}: x }`);
    expect(message).toContain(`budget.yml:5:13: "${variable}" may not be set here`);
    expect(message).toContain(instead);
  });

  it.each([
    ['make: { V: "LONG" }', 200_000, '5:11: expected at most 32768 bytes in all variables of make together'],
    [
      'make: { A: "LONG", B: "LONG" }',
      17_000,
      '5:11: expected at most 32768 bytes in all variables of make together',
    ],
    ['dtb: LONG.dtb', 300, '5:10: expected at most 100 characters, found "xxx'],
    ['crossCompile: LONG-', 300, '5:19: expected at most 100 characters, found "xxx'],
    ['llvm: /LONG/', 300, '5:11: expected true, a version suffix'],
    ['base: LONG_defconfig', 2000, '5:11: expected a path of at most 1000 characters'],
    ['fragments: [LONG]', 2000, '5:17: expected a path of at most 1000 characters'],
  ])('are what no system takes, by its length: %s of %i characters', (keys, length, expected) => {
    expect(targetMistakes(keys.replaceAll('LONG', 'x'.repeat(length))).join('\n')).toContain(expected);
  });

  it.each(['image', 'arch'])('are what no system takes, by its length: %s', (key) => {
    const keys = { arch: 'arm', image: 'zImage', [key]: 'x'.repeat(300) };
    expect(mistakes(JSON.stringify({ targets: { mine: keys } }))).toEqual([
      expect.stringContaining('expected at most 100 characters, found "xxx'),
    ]);
  });

  it('are none where all variables of make together are as long as they may be', () => {
    expect(only(`targets: { mine: { extends: board, make: { V: "${'x'.repeat(32_000)}" } } }`)).toMatchObject(
      {
        make: { V: 'x'.repeat(32_000) },
      },
    );
  });

  it.each([
    ['make: { V: "a\\0b" }', '5:16: "V" has a line break or another character that cannot be printed'],
    ['make: { V: "a\\nb" }', '5:16: "V" has a line break or another character that cannot be printed'],
    ['make: { V: "a\\x1bb" }', '5:16: "V" has a line break or another character that cannot be printed'],
    ['crossCompile: "a\\0-"', '5:19: expected a prefix that ends with "-"'],
    ['llvm: "/a\\0/"', '5:11: expected true, a version suffix'],
    ['base: "a\\0/.config"', '5:11: expected a path in the kernel tree'],
    ['fragments: ["a\\0.config"]', '5:17: expected a path in the kernel tree'],
  ])('are characters that no command takes: %s', (keys, expected) => {
    expect(targetMistakes(keys).join('\n')).toContain(expected);
  });

  it('say that the name of a target is too long', () => {
    const longest = 'x'.repeat(100);
    expect(only(`targets: { ${longest}: { extends: board } }`).name).toBe(longest);
    expect(mistakes(`targets: { ${longest}x: { extends: board } }`)).toEqual([
      'budget.yml:1:12: the name of a target has at most 100 characters',
    ]);
  });

  it('say how to extend the preset of the same name', () => {
    expect(mistakes('targets: { board: { growth: { ram: 1K } } }')[0]).toBe(
      'budget.yml:1:12: "board" has no "arch"; write "extends: board" for the preset of that name',
    );
  });

  it('are found in a target whose name is a number', () => {
    expect(mistakes('targets: { 1: { arch: arm } }')[0]).toContain('budget.yml:1:12: "1" has no "image"');
  });

  it('ask for files with the architecture, which tells where fragments may lie', () => {
    const asked: string[] = [];
    const fileExists = (path: string, arch: string): boolean => asked.push(`${arch} ${path}`) > 0;
    parse('targets: { mine: { extends: board, base: a/.config, fragments: [b.config] } }', { fileExists });
    expect(asked).toEqual(['arm a/.config', 'arm b.config']);
  });

  it.each([
    ['make', '"__proto__" is not a name of a make variable'],
    ['budgets', 'unknown metric "__proto__"; expected one of flash, ram'],
    ['growth', 'unknown metric "__proto__"; expected one of flash, ram'],
  ])('refuse a name under %s that every object has', (key, message) => {
    const at = 'budget.yml:1:';
    const found = mistakes(`targets: { a: { extends: board, ${key}: { __proto__: 5 } } }`);
    expect(found).toEqual([expect.stringMatching(`^${at}\\d+: ${message}`)]);
  });

  it.each(['Mine', 'a b', '.a', 'a/b', '__proto__', '-a'])('refuse %j as the name of a target', (name) => {
    const message = mistakes(`targets: { "${name}": { extends: board } }`)[0];
    expect(message).toContain(`budget.yml:1:12: "${name}" is not a name for a target`);
  });

  it.each([
    ['', 'budget.yml:1:1: the file is empty'],
    ['# nothing\n', 'the file is empty'],
    ['targets:\n', 'budget.yml:1:1: there are no targets'],
    ['targets: {}\n', 'there are no targets'],
    ['- a\n', 'budget.yml:1:1: expected "targets:" with at least one target, found a list'],
    ['targets: { a: text }', 'budget.yml:1:15: expected the keys of a target, found "text"'],
    ['targets:\n  a: [\n', 'not YAML'],
    ['targets:\n\ta: {}\n', 'budget.yml:2:1: not YAML'],
    ['targets: {}\n---\ntargets: {}\n', 'budget.yml:2:1: a second document begins here'],
    [
      'targets:\n  a: { extends: board }\n  a: { extends: board }\n',
      'budget.yml:3:3: "a" is there twice, first in line 2; keep one of the two',
    ],
    [
      'targets:\n  a: { arch: *gone }',
      'budget.yml:2:14: there is no "&gone" before "*gone"; write the value out',
    ],
    ['targets:\n  a: { arch: *x, image: &x zImage }', 'budget.yml:2:14: there is no "&x" before'],
    ['targets: !env HOME', 'budget.yml:1:10: not YAML: Unresolved tag'],
    ['['.repeat(50_000), 'budget.yml:1:1: the file is nested too deeply'],
  ])('are clear for a file that begins %.20j', (text, expected) => {
    expect(mistakes(text).join('\n')).toContain(expected);
  });

  it('stay on one line each, whatever the file holds', () => {
    const text = 'targets: { a: { extends: board, "x\\n::error::\\e[31m": 1 } }';
    const [message] = mistakes(text);
    expect(message).toContain(String.raw`x\u000a::error::\u001b[31m`);
  });
});

describe('a number', () => {
  it.each([
    ['5', 5],
    ['0x10', 16],
    ['0X1f', 31],
    ['331776', 331_776],
    ['0', 0],
    ['"0"', 0],
    ['&n 7', 7],
  ])('may be written %s', (written, bytes) => {
    expect(only(`targets: { a: { extends: board, growth: { flash: ${written} } } }`).growth.flash).toBe(
      bytes,
    );
  });

  /** YAML 1.2 (https://yaml.org/spec/1.2.2/#1032-tag-resolution) takes all but the last three for numbers. */
  it.each([
    ['010', '"010" is not a size; write 10, or 0x8 if it is octal'],
    ['08', '"08" is not a size; write 8'],
    ['1e6', '"1e6" is not a size; write bytes'],
    ['1E3', '"1E3" is not a size; write bytes'],
    ['1.0', '"1.0" is not a size; write 1'],
    ['1.', '"1." is not a size; write bytes'],
    ['.5', 'is not a size'],
    ['0o17', '"0o17" is not a size; write bytes'],
    ['+5', '"+5" is not a size; write bytes'],
    ['-5', 'is not a size; write bytes'],
    ['.inf', 'is not a size'],
    ['.nan', 'is not a size'],
    ['9007199254740992', 'is too large'],
    ['1e400', 'is not a size'],
    ['010K', '"010K" is not a size; write 10K'],
    ['1_000', '"1_000" is not a size; write 1000'],
    ['0b11', '"0b11" is not a size; write bytes'],
  ])('may not be written %s, wherever a size stands', (written, words) => {
    for (const [keys, column] of [
      [`growth: { ram: ${written} }`, 20],
      [`budgets: { symbol:x: ${written} }`, 26],
      [`memory: { dtb: ${written} }`, 20],
      [`jitter: ${written}`, 13],
    ] as const) {
      expect(targetMistakes(keys)).toEqual([expect.stringContaining(words)]);
      expect(targetMistakes(keys)[0]).toMatch(new RegExp(`^budget\\.yml:5:${column}: `));
    }
  });

  it('where none belongs is one mistake', () => {
    expect(targetMistakes('fragments: [{ file: x, since: 6.10 }]')).toHaveLength(1);
    expect(targetMistakes('nearLimit: 010')).toHaveLength(1);
    expect(targetMistakes('make: { V: 01 }')).toHaveLength(1);
  });

  it('may be a name, of which 010 is another than 10', () => {
    const names = parse('targets: { 10: { extends: board }, "010": { extends: board } }').map(
      ({ name }) => name,
    );
    expect(names).toEqual(['10', '010']);
  });
});

describe('a mistake', () => {
  it('that an alias repeats is one', () => {
    const text = 'targets:\n  a: &a { extends: board, growth: { ram: 4KB, rom: 1 } }\n  b: *a\n  c: *a\n';
    expect(mistakes(text)).toEqual([
      expect.stringMatching(/^budget\.yml:2:42: "4KB" is not a size/),
      expect.stringMatching(/^budget\.yml:2:47: unknown metric "rom"/),
    ]);
  });

  it('of a number that an alias repeats is one', () => {
    const text =
      'targets:\n  a: { extends: board, growth: &g { ram: 010 } }\n  b: { extends: board, growth: *g }\n';
    expect(mistakes(text)).toEqual([expect.stringMatching(/^budget\.yml:2:42: "010" is not a size/)]);
  });

  it.each([
    [
      'in a line',
      'targets: { a: { extends: board, growth: { ram: 1, ram: 2 } } }',
      '1:51: "ram" is there twice, first in line 1;',
    ],
    [
      'in quotes',
      'targets:\n  a:\n    extends: board\n    "extends": board\n',
      '4:5: ""extends"" is there twice, first in line 3;',
    ],
    ['at the top', 'targets: {}\ntargets: {}\n', '2:1: "targets" is there twice, first in line 1;'],
    [
      'of two maps',
      'targets:\n  a:\n    extends: board\n  b:\n    extends: board\n    extends: board\n',
      '6:5: "extends" is there twice, first in line 5;',
    ],
  ])('is a key that stands twice %s', (_, text, words) => {
    expect(mistakes(text)).toEqual([expect.stringContaining(`budget.yml:${words}`)]);
  });

  it('is each key that stands once more', () => {
    const text = 'targets:\n  a:\n    image: x\n    image: y\n    image: z\n';
    expect(mistakes(text).map((line) => /^[^ ]+ .*line \d/.exec(line)?.[0])).toEqual([
      'budget.yml:4:5: "image" is there twice, first in line 3',
      'budget.yml:5:5: "image" is there twice, first in line 3',
    ]);
  });

  it('of thousands is counted, and a hundred are named', () => {
    const keys = Array.from({ length: 5000 }, (_, i) => `k${i}: 1`).join(', ');
    const lines = mistakes(`targets: { a: { extends: board, ${keys} } }`);
    expect([lines.length, lines.at(-1)]).toEqual([101, 'and 4900 more']);
  });

  it('is a file that is none', () => {
    const [line] = mistakes('targets: {}\n'.repeat(100_000));
    expect(line).toMatch(/^budget\.yml has 1200000 characters; expected a budget file of at most 262144/);
  });

  it('is a thousand targets and one', () => {
    const targets = (count: number) =>
      `targets: { ${Array.from({ length: count }, (_, i) => `t${i}: { extends: board }`).join(', ')} }`;
    expect(parse(targets(1000))).toHaveLength(1000);
    expect(mistakes(targets(1001))).toEqual([expect.stringContaining('expected at most 1000 targets')]);
  });
});

describe('with a preset', () => {
  it('fragments are added, maps are merged and other keys replaced', () => {
    const target = only(
      'targets: { a: { extends: board, fragments: [own.config], make: { W: "2" }, growth: { flash: 1 }, image: zImage } }',
    );
    expect(target.fragments.map(({ path }) => path)).toEqual([
      '/presets/board/board.config',
      '/presets/board/new.config',
      'own.config',
    ]);
    expect([target.make, target.growth, target.image]).toEqual([
      { KCFLAGS: '-O2', W: '2' },
      { flash: 1, ram: 1024 },
      'zImage',
    ]);
  });
});
