import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { oneMakeAtATime } from '../../../src/kernel/make/make-queue.ts';
import { readObjtreeState } from '../../../src/kernel/objtree/objtree-state.ts';
import { bubblewrap } from '../../../src/kernel/sandbox/bubblewrap.ts';
import { noSandbox } from '../../../src/kernel/sandbox/sandbox.ts';
import { startOf } from '../../../src/process/running.ts';
import { UserError } from '../../../src/user-error.ts';
import { buildToy, toyBuild } from '../../support/kernel/toy-build.ts';
import { createToyKernel, variable } from '../../support/kernel/toy-kernel.ts';

test('the next commit compiles only what changed', async () => {
  await using kernel = await createToyKernel();
  await buildToy(kernel, toyBuild(kernel));
  await kernel.commit(variable('added', 16));
  await buildToy(kernel, toyBuild(kernel, { side: 'head' }));
  const log = await readFile(join(kernel.beside('logs'), 'toy-head-building.log'), 'utf8');
  expect(log.match(/^ {2}CC .*/gm)).toEqual(['  CC      drivers/added.o']);
});

test('a folder whose build was cut off is begun anew', async () => {
  await using kernel = await createToyKernel();
  const build = toyBuild(kernel);
  await buildToy(kernel, build);
  await writeFile(join(build.output, 'drivers/toy.o'), 'what a killed compiler left');
  // Gone from when a build begins until it has ended.
  await rm(join(build.output, 'kernel-size-budget.state'));
  await buildToy(kernel, build);
  const log = await readFile(join(build.logs, 'toy-base-building.log'), 'utf8');
  expect(log.match(/^ {2}CC .*/gm)?.toSorted()).toEqual(['  CC      drivers/toy.o', '  CC      init/main.o']);
});

test('a failed build is told by the first error, in the kernel, the lines around it, and where the log is', async () => {
  await using kernel = await createToyKernel({
    'local.mk':
      'CFLAGS += -fdiagnostics-show-caret\n$(O)/drivers/%.o: $(CURDIR)/drivers/%.c\n\t@$(CC) $(CFLAGS) -c -o $@ $<\n',
    'drivers/broken.c': 'int broken(void)\n{\n\treturn gone;\n}\n',
  });
  const build = toyBuild(kernel, { side: 'head' });
  const error = (await buildToy(kernel, build).catch((thrown: unknown) => thrown)) as UserError;
  const log = join(build.logs, 'toy-head-building.log');
  expect(await readFile(log, 'utf8')).toContain(`${kernel.folder}/drivers/broken.c:3:`);
  expect(error.message).toMatch(
    /^toy: building head failed: drivers\/broken\.c:3:\d+: error: .*gone.* undeclared/,
  );
  expect(error.details[0]).toMatch(/^drivers\/broken\.c: In function .broken.:$/);
  expect(error.details).toContainEqual(expect.stringMatching(/^ +3 \| +return gone;$/));
  expect(error.details.at(-1)).toBe(`whole log: ${log}`);
});

test('an image that make did not produce is named', async () => {
  await using kernel = await createToyKernel({ 'local.mk': 'odd-image: vmlinux\n' });
  const build = toyBuild(kernel, { target: { image: 'odd-image' } });
  await expect(buildToy(kernel, build)).rejects.toThrow(
    `toy: make succeeded at base but ${join(build.output, 'arch/x86/boot/odd-image')} is not there; ` +
      'check "image" and "dtb" of the target',
  );
});

test('an image that make does not know is told in make’s words', async () => {
  await using kernel = await createToyKernel();
  await expect(buildToy(kernel, toyBuild(kernel, { target: { image: 'uImage' } }))).rejects.toThrow(
    "toy: building base failed: make: *** No rule to make target 'uImage'.  Stop.",
  );
});

test('further variables of the target reach make', async () => {
  await using kernel = await createToyKernel({ 'drivers/flag.c': '#ifndef FLAG\n#error no FLAG\n#endif\n' });
  const target = { make: { KCFLAGS: '-DFLAG=1 -g0' } };
  await expect(buildToy(kernel, toyBuild(kernel, { target }))).resolves.toBeDefined();
});

describe('a build that was ended from outside', () => {
  /** Builds with a compiler that is replaced once, and builds again; what was compiled again. */
  async function compiledAfter(script: string): Promise<readonly string[]> {
    await using kernel = await createToyKernel({
      'scripts/cc': `#!/bin/sh\ncase "$*" in *toy.c*) [ -e ../once ] || { touch ../once; ${script}; };; esac\nexec gcc "$@"\n`,
    });
    const slots = oneMakeAtATime(1);
    const build = toyBuild(kernel, { target: { make: { CC: 'sh scripts/cc' } }, slots });
    await buildToy(kernel, build).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
    });
    await buildToy(kernel, build);
    const log = await readFile(join(build.logs, 'toy-base-building.log'), 'utf8');
    return (log.match(/^ {2}CC .*/gm) ?? []).toSorted();
  }

  const ALL = ['  CC      drivers/toy.o', '  CC      init/main.o'];

  test('in all its processes is begun anew', async () => {
    expect(await compiledAfter('kill -9 0')).toEqual(ALL);
  });

  test.each([
    ['', noSandbox],
    [' in a sandbox', bubblewrap('/usr/bin/bwrap', { folders: [], files: [] })],
  ])('in make alone%s is begun anew, and is told', async (_where, sandbox) => {
    await using kernel = await createToyKernel({
      'scripts/cc': '#!/bin/sh\ngrep -q make /proc/$PPID/comm && kill -9 $PPID\n',
    });
    await mkdir(kernel.beside('build'));
    const build = toyBuild(kernel, { target: { make: { CC: 'sh scripts/cc' } }, sandbox });
    await expect(buildToy(kernel, build)).rejects.toThrow(
      'toy: building base failed: make was ended by SIGKILL; if nobody has ended it, memory was short: give fewer jobs',
    );
    expect(readObjtreeState(build.output)).toBeUndefined();
  });

  test('in one command of it is begun anew', async () => {
    expect(await compiledAfter('kill -9 $$')).toEqual(ALL);
  });

  test('is no build that failed: that one goes on', async () => {
    expect(await compiledAfter('exit 1')).toEqual(['  CC      drivers/toy.o']);
  });
});

describe('a process that make leaves running', () => {
  test.each(['sleep 300 &', 'setsid sleep 300 > /dev/null 2>&1 &'])(
    'is ended, and nothing is kept of the build: %s',
    async (command) => {
      await using kernel = await createToyKernel({
        'local.mk': `bzImage: leave\nleave:\n\t@${command} echo $$! > $(O)/../left\n`,
      });
      const build = toyBuild(kernel);
      const { ending } = await buildToy(kernel, build);
      const left = Number(await readFile(kernel.beside('left'), 'utf8'));
      expect([ending, startOf(left), readObjtreeState(build.output)]).toEqual([
        'with remains',
        undefined,
        undefined,
      ]);
    },
  );
});
