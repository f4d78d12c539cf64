import { execFileSync } from 'node:child_process';
import { createFixture } from 'fs-fixture';
import { describe, expect, test } from 'vitest';
import { objectOptionReader } from '../../../src/kernel/tree/object-options.ts';
import { kernelTree } from '../../support/elf/bloat-o-meter.ts';

const FILES = {
  'drivers/Makefile': `# what others are made of
obj-y += main.o
obj-$(CONFIG_A) += a.o \\
  next.o sub/
obj-$(CONFIG_C)  += comp.o # with a remark
comp-y := first.o
comp-$(CONFIG_B) += second.o
deep-objs := third.o
comp-y += deep.o
ifdef CONFIG_D
obj-y += d.o
ifeq ($(CONFIG_E),y)
obj-$(CONFIG_G) += deeper.o
endif
endif
lib-\${CONFIG_E} += e.o
circle-$(CONFIG_I) += circle.o
ccflags-$(CONFIG_H) := -DH
`,
  'drivers/sub/Kbuild': 'obj-y += plain.o\nobj-$(CONFIG_F) += f.o\n',
  'drivers/sub/Makefile': 'obj-$(CONFIG_H) += plain.o\n',
};
const OPTIONS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

/** What GNU make has in the lists of a folder where some options are y. */
function built(file: string, options: readonly string[]): ReadonlySet<string> {
  const values = options.map((option) => `CONFIG_${option}=y`);
  const print = '$(info $(obj-y) $(lib-y) $(if $(filter comp.o,$(obj-y)),$(comp-y) $(deep-objs)))';
  const program = `include ${file}\n${print}\nall: ;\n`;
  const output = execFileSync('make', ['-s', '-f', '-', ...values], { input: program, encoding: 'utf8' });
  return new Set(output.trim().split(/\s+/));
}

describe('the options that an object is built by', () => {
  test.each(['main.o', 'a.o', 'next.o', 'first.o', 'second.o', 'third.o', 'd.o', 'deeper.o', 'e.o'])(
    'are those without which GNU make leaves it out: %s',
    async (object) => {
      await using tree = await createFixture({ ...FILES, Kbuild: 'obj-y += drivers/\n' });
      const makefile = tree.getPath('drivers/Makefile');
      const needed = OPTIONS.filter(
        (option) =>
          !built(
            makefile,
            OPTIONS.filter((other) => other !== option),
          ).has(object),
      );
      const read = objectOptionReader(tree.path);
      expect([...read(`drivers/${object}`)].toSorted()).toEqual(needed);
    },
  );

  test.each([
    ['drivers/sub/plain.o', ['A']],
    ['drivers/sub/f.o', ['F', 'A']],
    ['drivers/unknown.o', []],
    ['nowhere/else.o', []],
    ['[linker]', []],
    ['/usr/lib/libgcc/_udivsi3.o', []],
    ['../drivers/a.o', []],
    ['drivers/circle.o', Array.from({ length: 32 }, () => 'I')],
  ])('come innermost first, of Kbuild rather than of Makefile: %s', async (object, options) => {
    await using tree = await createFixture({ ...FILES, Kbuild: 'obj-y += drivers/\n' });
    expect(objectOptionReader(tree.path)(object)).toEqual(options);
  });

  // Lines of fs/Makefile, fs/proc/Makefile, kernel/Makefile, drivers/tty/serial/Makefile of 6.12.
  test.each([
    ['kernel/futex/core.o', ['FUTEX']],
    ['fs/proc/version.o', ['PROC_FS']],
    ['fs/proc/proc_sysctl.o', ['PROC_SYSCTL', 'PROC_FS']],
    ['kernel/time/timer.o', []],
    ['drivers/tty/tty_io.o', ['TTY']],
  ])('are those of Linux 6.12: %s', (object, options) => {
    expect(objectOptionReader(kernelTree('6.12'))(object)).toEqual(options);
  });

  test('are read from no file outside of the tree', async () => {
    await using outer = await createFixture({ 'tree/Makefile': '', Makefile: 'obj-$(CONFIG_A) += a.o\n' });
    expect(objectOptionReader(outer.getPath('tree'))('../a.o')).toEqual([]);
  });
});
