import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildKernel } from '../../src/kernel/build-kernel.ts';
import type { UserError } from '../../src/user-error.ts';
import { toyBuild } from '../support/toy-build.ts';
import { createToyKernel, variable } from '../support/toy-kernel.ts';

test('the next commit compiles only what changed', async () => {
  await using kernel = await createToyKernel();
  await buildKernel(toyBuild(kernel));
  await kernel.commit(variable('added', 16));
  await buildKernel(toyBuild(kernel, { side: 'head' }));
  const log = await readFile(join(kernel.beside('logs'), 'toy-head-building.log'), 'utf8');
  expect(log.match(/^ {2}CC .*/gm)).toEqual(['  CC      drivers/added.o']);
});

test('a folder whose build was cut off is begun anew', async () => {
  await using kernel = await createToyKernel();
  const build = toyBuild(kernel);
  await buildKernel(build);
  await writeFile(join(build.output, 'drivers/toy.o'), 'what a killed compiler left');
  // Gone from when a build begins until it has ended.
  await rm(join(build.output, 'kernel-size-budget.state'));
  await buildKernel(build);
  const log = await readFile(join(build.logs, 'toy-base-building.log'), 'utf8');
  expect(log.match(/^ {2}CC .*/gm)?.toSorted()).toEqual(['  CC      drivers/toy.o', '  CC      init/main.o']);
});

test('a failed build is told by the first error of the compiler, the end of the log, and where the log is', async () => {
  await using kernel = await createToyKernel({
    'drivers/broken.c': 'int broken(void)\n{\n\treturn gone;\n}\n',
  });
  const build = toyBuild(kernel, { side: 'head' });
  const error = (await buildKernel(build).catch((thrown: unknown) => thrown)) as UserError;
  const log = join(build.logs, 'toy-head-building.log');
  expect(error.message).toMatch(
    /^toy: building head failed: drivers\/broken\.c:3:\d+: error: .*gone.* undeclared/,
  );
  expect(error.details.at(-1)).toBe(`whole log: ${log}`);
  const lines = (await readFile(log, 'utf8')).trimEnd().split('\n');
  expect(error.details.slice(0, -1)).toEqual(lines.slice(-20));
});

test('an image that make did not produce is named', async () => {
  await using kernel = await createToyKernel({ 'local.mk': 'odd-image: vmlinux\n' });
  const build = toyBuild(kernel, { target: { image: 'odd-image' } });
  await expect(buildKernel(build)).rejects.toThrow(
    `toy: make succeeded at base but ${join(build.output, 'arch/x86/boot/odd-image')} is not there; ` +
      'check "image" and "dtb" of the target',
  );
});

test('an image that make does not know is told in make’s words', async () => {
  await using kernel = await createToyKernel();
  await expect(buildKernel(toyBuild(kernel, { target: { image: 'uImage' } }))).rejects.toThrow(
    "toy: building base failed: make: *** No rule to make target 'uImage'.  Stop.",
  );
});

test('further variables of the target reach make', async () => {
  await using kernel = await createToyKernel({ 'drivers/flag.c': '#ifndef FLAG\n#error no FLAG\n#endif\n' });
  const target = { make: { KCFLAGS: '-DFLAG=1 -g0' } };
  await expect(buildKernel(toyBuild(kernel, { target }))).resolves.toBeDefined();
});
