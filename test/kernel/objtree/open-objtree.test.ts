import { describe, expect, test } from 'vitest';
import type { Files } from '../../support/git/repository.ts';
import { type Comparison, compareBuilds, createToyTree } from '../../support/kernel/toy-tree.ts';

/** What the last of several builds is, each with more files of the toy changed. */
async function compareLast(...[first, ...later]: readonly Files[]): Promise<Comparison> {
  await using kernel = await createToyTree(first);
  let last = await compareBuilds(kernel);
  for (const files of later) {
    await kernel.write(files);
    last = await compareBuilds(kernel);
  }
  return last;
}

const NUMBER = { 'include/number.h': '#define NUMBER 1\n' };
const NEW_NUMBER = { 'include/number.h': '#define NUMBER 2\n' };

/** A header that a folder's Makefile has a rule for, of which no command is kept. */
const MADE = {
  'drivers/Makefile': madeBy('echo "int made = 1;" > $@'),
  'drivers/made-user.c': '#include <made.h>\n',
};

function madeBy(recipe: string): string {
  return `$(O)/drivers/made-user.o: $(O)/drivers/made.h\n$(O)/drivers/made.h:\n\t@mkdir -p $(@D)\n\t@${recipe}\n`;
}

describe('sources that changed', () => {
  test('are compiled, and what includes them, and nothing else', async () => {
    const expected = { outcome: 'same', origin: 'incremental', compiled: ['drivers/user.o'] };
    expect(await compareLast({}, NEW_NUMBER)).toEqual(expected);
    expect(await compareLast({}, NEW_NUMBER, NUMBER)).toEqual(expected);
  });

  test('are compiled when what includes them was not in the build as they changed', async () => {
    const without = { 'drivers/Makefile': 'objects := $(filter-out %/user.o,$(objects))\n' };
    const last = await compareLast({}, without, NEW_NUMBER, { 'drivers/Makefile': '' });
    expect(last).toEqual({ outcome: 'same', origin: 'incremental', compiled: ['drivers/user.o'] });
  });

  test('need not be compiled when there are none', async () => {
    expect(await compareLast({}, {})).toEqual({ outcome: 'same', origin: 'incremental', compiled: [] });
  });
});

describe('a source that is gone', () => {
  test('leaves no object behind', async () => {
    // As with kbuild, where an object without a source has no rule and counts as up to date.
    const rule = '$(O)/drivers/odd.o: $(wildcard drivers/odd.S)\n\t@$(CC) $(CFLAGS) -c -o $@ $^\n';
    const odd = {
      'drivers/Makefile': `objects += $(O)/drivers/odd.o\n${rule}`,
      'drivers/odd.S': '.data\n.byte 1\n',
    };
    expect(await compareLast(odd, { 'drivers/odd.S': null })).toMatchObject({ outcome: 'both fail' });
  });
});

describe('a header that is gone', () => {
  // As kbuild calls make before 4.4, which then does not miss it.
  const LOCAL = 'CFLAGS := -I drivers $(CFLAGS)\n.SECONDARY: include/gone.h\n';
  const files = {
    'local.mk': LOCAL,
    'include/gone.h': '#define GONE 1\n',
    'drivers/gone-user.c': '#include <gone.h>\nint gone = GONE;\n',
  };

  test('is missed', async () => {
    expect(await compareLast(files, { 'include/gone.h': null })).toMatchObject({ outcome: 'both fail' });
  });

  test('makes way for another of its name', async () => {
    const other = { ...files, 'local.mk': `${LOCAL}CFLAGS += -I lib\n`, 'lib/gone.h': '#define GONE 2\n' };
    expect(await compareLast(other, { 'include/gone.h': null })).toEqual({
      outcome: 'same',
      origin: 'incremental',
      compiled: ['drivers/gone-user.o'],
    });
  });
});

describe('a program that the build makes', () => {
  const sources = { 'drivers/part/part.c': 'int part;\n', 'drivers/Makefile': '' };
  const program = {
    'drivers/Makefile':
      '$(O)/drivers/toy.o: $(O)/drivers/part\n$(O)/drivers/part: FORCE\n\t@mkdir -p $(@D)\n\t@cp -T init/main.c $@\n',
  };

  test('takes the place of a folder of sources that is gone', async () => {
    const last = await compareLast(sources, { ...program, 'drivers/part': null });
    expect(last).toMatchObject({ outcome: 'same', origin: 'incremental' });
  });

  test('makes way for such a folder', async () => {
    expect(await compareLast(program, sources)).toMatchObject({ outcome: 'same', origin: 'clean' });
  });
});

describe('a new header', () => {
  const shadow = { 'arch/x86/include/number.h': '#define NUMBER 3\n' };

  test('is included in the place of another of its name', async () => {
    const expected = { outcome: 'same', origin: 'incremental', compiled: ['drivers/user.o'] };
    expect(await compareLast({}, shadow)).toEqual(expected);
    expect(await compareLast(shadow, { 'arch/x86/include/number.h': null })).toEqual(expected);
  });

  test('is included in the place of one that the build makes', async () => {
    const search = {
      'local.mk': 'CFLAGS := -I include -I $(O)/drivers $(CFLAGS)\ninclude drivers/Makefile\n',
    };
    const last = await compareLast({ ...MADE, ...search }, { 'include/made.h': 'int made = 2;\n' });
    expect(last).toMatchObject({ outcome: 'same' });
  });

  test('is found by a source that asks whether it is there', async () => {
    const asking = '#if __has_include(<extra.h>)\nint is_there;\n#endif\n';
    const last = await compareLast({ 'drivers/asking.c': asking }, { 'include/extra.h': 'int extra = 2;\n' });
    const compiled = { outcome: 'same', origin: 'incremental', compiled: ['drivers/asking.o'] };
    expect(last).toEqual(compiled);
    const extra = { 'drivers/asking.c': asking, 'include/extra.h': '' };
    expect(await compareLast(extra, { 'include/extra.h': null })).toEqual(compiled);
  });
});

describe('a file that the build makes', () => {
  test('makes way for a source of its name, and comes back', async () => {
    const source = { 'drivers/Makefile': '', 'drivers/made.h': 'int made = 2;\n' };
    expect(await compareLast(MADE, source)).toMatchObject({ outcome: 'same' });
    expect(await compareLast(MADE, source, { ...MADE, 'drivers/made.h': null })).toMatchObject({
      outcome: 'same',
    });
  });

  test('is made anew when its rule is another one', async () => {
    const last = await compareLast(MADE, { 'drivers/Makefile': madeBy('echo "int made = 2;" > $@') });
    expect(last).toEqual({ outcome: 'same', origin: 'incremental', compiled: ['drivers/made-user.o'] });
  });

  test('is not taken when its rule is gone', async () => {
    expect(await compareLast(MADE, { 'drivers/Makefile': '\n' })).toMatchObject({ outcome: 'both fail' });
  });
});

test('a folder that is packed into the kernel is packed anew with a new file in it or below', async () => {
  const packed = {
    'drivers/Makefile': madeBy(
      // As usr/gen_initramfs.sh notes what it has packed.
      'find $(CURDIR)/packed | tee $(@D)/.made.h.d | sort | sed "s/.*/const char *made = \\"&\\";/" | tail -1 > $@',
    ).replace('made.h:\n', 'made.h: packed\n'),
    'drivers/made-user.c': '#include <made.h>\n',
    'packed/README': '',
  };
  const last = await compareLast(packed, { 'packed/README.md': '' }, { 'packed/below/README.md': '' });
  expect(last).toEqual({ outcome: 'same', origin: 'incremental', compiled: ['drivers/made-user.o'] });
});

test('data that a source includes as it is begins with an empty folder', async () => {
  const including = 'asm(".data\\n.incbin \\"include/data.bin\\"");\n';
  const files = { 'include/data.bin': '1', 'drivers/data.c': including };
  const last = await compareLast(files, { 'include/data.bin': '2' });
  expect(last).toMatchObject({ outcome: 'same', origin: 'clean' });
});
