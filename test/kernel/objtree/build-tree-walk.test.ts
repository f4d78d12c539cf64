import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkOutFresh, compareBuilds, createToyTree, putAway } from '../../support/kernel/toy-tree.ts';

const toy = (path: string): string =>
  readFileSync(join(import.meta.dirname, '../../support/kernel/toy-kernel', path), 'utf8');

const made = (number: number): string =>
  `$(O)/drivers/made-user.o: $(O)/drivers/made.h\n` +
  `$(O)/drivers/made.h:\n\t@mkdir -p $(@D)\n\t@echo "int made = ${number};" > $@\n`;

/** What each of some files is at one step or another; null where it is not there. */
const VARIANTS: Readonly<Record<string, readonly (string | null)[]>> = {
  'include/number.h': [
    '#define NUMBER 1\n',
    '#define NUMBER 2\n',
    '#include <other.h>\n#define NUMBER OTHER\n',
  ],
  'include/other.h': ['#define OTHER 7\n', '#define OTHER 8\n', null],
  'arch/x86/include/number.h': [null, '#define NUMBER 3\n'],
  'drivers/user.c': [
    '#include <number.h>\nint user = NUMBER;\n',
    '/**/\n#include <number.h>\nint user = NUMBER + 1;\n',
  ],
  'drivers/more.c': [null, 'int more;\n', '#include <number.h>\nint more = NUMBER;\n'],
  'drivers/renamed.c': [null, '#include <number.h>\nint renamed = NUMBER;\n'],
  'drivers/asking.c': ['#if __has_include(<extra.h>)\n#include <extra.h>\n#endif\n'],
  'include/extra.h': [null, 'int extra = 1;\n', 'int extra = 2;\n'],
  'drivers/Makefile': ['', made(1), made(2), `objects := $(filter-out %/user.o,$(objects))\n${made(1)}`],
  'drivers/made-user.c': [null, '#include <made.h>\n'],
  'drivers/made.h': [null, null, 'int made = 3;\n'],
  'include/made.h': [null, null, 'int made = 4;\n'],
  'drivers/Kconfig': [toy('drivers/Kconfig'), `${toy('drivers/Kconfig')}\nconfig WALK\n\tdef_bool y\n`],
  'drivers/option.c': ['#ifdef CONFIG_WALK\nint walk = 1;\n#endif\n'],
  'drivers/broken.c': [null, null, '#error broken\n'],
  'scripts/setup-header.pl': [
    toy('scripts/setup-header.pl'),
    `${toy('scripts/setup-header.pl')}# the same\n`,
  ],
  'vmlinux.lds.S': [
    toy('vmlinux.lds.S'),
    toy('vmlinux.lds.S').replace('_stext = .;', '_stext = .;\n\t. = . + 32;'),
  ],
};

const change = fc
  .constantFrom(...Object.keys(VARIANTS))
  .chain((path) => fc.constantFrom(...VARIANTS[path]!).map((text) => [path, text] as const));

/** Files that change, and what happens to what is kept. */
const step = fc.record({
  changes: fc.array(change, { minLength: 1, maxLength: 3 }),
  accident: fc.constantFrom('none', 'none', 'fresh checkout', 'older build folder'),
});

test.each([1, 2])('a walk at random builds at each step what a clean build does (seed %i)', async (seed) => {
  const first = Object.entries(VARIANTS).map(([path, [text = null]]) => [path, text] as const);
  await using kernel = await createToyTree(Object.fromEntries(first.filter(([, text]) => text !== null)));
  await compareBuilds(kernel);
  const present = new Set(first.flatMap(([path, text]) => (text === null ? [] : [path])));
  const older = await putAway(kernel);
  const outcomes: string[] = [];
  for (const { changes, accident } of fc.sample(step, { seed, numRuns: 25 })) {
    // A file that is gone cannot be removed.
    const possible = changes.filter(([path, text]) => text !== null || present.has(path));
    await kernel.write(Object.fromEntries(possible));
    for (const [path, text] of possible) void (text === null ? present.delete(path) : present.add(path));
    if (accident !== 'none') checkOutFresh(kernel);
    if (accident === 'older build folder') await rm(kernel.beside('build'), { recursive: true, force: true });
    const { outcome } = await compareBuilds(kernel, {}, older);
    outcomes.push(outcome);
  }
  expect(outcomes).not.toContain('different');
  expect(outcomes).toContain('same');
});
