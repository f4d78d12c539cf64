import { expect, test } from 'vitest';
import { buildFolder, compile } from '../support/elf/compile.ts';
import { createRepository } from '../support/git/repository.ts';
import { budgetFile, createToyKernel } from '../support/kernel/toy-kernel.ts';
import { useCli } from '../support/runner/run-cli.ts';

const cli = useCli();

/** Two objects as the variables FEW and MANY; the symbols of one are more than a pipe holds (64 KiB). */
function compileObjects(folder: ReturnType<typeof buildFolder>) {
  const names = Array.from({ length: 4000 }, (_, index) => `a_long_name_of_a_variable_${index}`);
  const many = names.map((name) => `char ${name}[4];\n`).join('');
  return {
    FEW: compile(folder, { source: 'few.c', text: 'char few;\n' }, { compiler: 'gcc' }),
    MANY: compile(folder, { source: 'many.c', text: many }, { compiler: 'gcc' }),
  };
}

test.each(['top -n 0 "$MANY"', 'diff "$FEW" "$MANY"'])(
  'a reader that has gone ends "%s" as SIGPIPE would, without a word',
  async (command) => {
    using folder = buildFolder();
    await using home = await createRepository();
    const script = `cli ${command} | head -1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await cli.shell(home, script, { env: compileObjects(folder) });
    expect([stdout.split('\n').slice(1), stderr]).toEqual([['141', ''], '']);
  },
);

test.each(['top "$FEW"', 'diff "$FEW" "$MANY"', '--help'])('a full disk under "%s" is 2', async (command) => {
  using folder = buildFolder();
  await using home = await createRepository();
  const env = compileObjects(folder);
  expect(await cli.shell(home, `cli ${command} > /dev/full`, { env })).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: expect.stringMatching(/^kernel-size-budget: stdout cannot be written: ENOSPC[^\n]*\n$/),
  });
});

test('a broken limit that nobody can read is not 1 either', async () => {
  await using kernel = await createToyKernel(budgetFile({ toy: { budgets: { ram: 16 } } }));
  await kernel.commit({ 'drivers/added.c': 'char added[64];\n' });
  expect(await cli.run(kernel, ['check'])).toMatchObject({ exitCode: 1 });
  const script = `cli check --json '${kernel.beside('report.json')}' > /dev/full`;
  expect(await cli.shell(kernel, script)).toMatchObject({ exitCode: 2 });
});

test('a build goes on when nobody reads how far it is', async () => {
  await using kernel = await createToyKernel(budgetFile({ toy: {} }));
  const script = `
    exec 3> >(exec true)
    wait $!
    cli check --base HEAD 2>&3`;
  const { exitCode, stdout } = await cli.shell(kernel, script);
  expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^Kernel size: no change in size/)]);
});

test('a terminal gets colours, unless NO_COLOR is set or it is a dumb one', async () => {
  await using kernel = await createToyKernel(budgetFile({ toy: {} }));
  const inTerminal = `
    export -f cli
    SHELL=/bin/bash script -qec 'cli check --base HEAD 2> /dev/null' /dev/null`;
  const coloured = await cli.shell(kernel, inTerminal);
  expect(coloured.stdout).toContain('\u001B[');
  for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) {
    const plain = await cli.shell(kernel, inTerminal, { env });
    expect(plain.stdout).toMatch(/^Kernel size: no change in size/);
    expect(plain.stdout).not.toContain('\u001B');
  }
});

test('a terminal of no columns has its progress drawn all the same, a dumb one printed', async () => {
  // What takes less than a redraw is not drawn.
  const slow = { 'local.mk': '$(O)/vmlinux: | slow\nslow: ; @sleep 0.5\n' };
  await using kernel = await createToyKernel({ ...budgetFile({ toy: {} }), ...slow });
  await kernel.commit({ 'drivers/added.c': 'char added[64];\n' });
  const inTerminal = (more: string) => `
    export -f cli
    SHELL=/bin/bash script -qec 'stty cols 0; ${more} cli check --no-cache > /dev/null' /dev/null`;
  expect((await cli.shell(kernel, inTerminal('TERM=xterm'))).stdout).toMatch(/\u001B\[Ktoy: [a-z]+ing base/);
  const dumb = await cli.shell(kernel, inTerminal('TERM=dumb'));
  expect(dumb.stdout).toMatch(/^toy: building base: \d+ objects?, .* s, done\r$/m);
  expect(dumb.stdout).not.toContain('\u001B');
});
