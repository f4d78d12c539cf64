import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { variable } from '../support/kernel/toy-kernel.ts';
import { groupOf, waitForEnd } from '../support/processes.ts';
import { type ToyPull, useToyAction } from '../support/runner/toy-action.ts';

const toy = useToyAction();

/** The tree can be written to, and processes have the numbers that they have outside. */
const UNCONFINED = { sandbox: 'none' };

/** The branch, or `HEAD` where it is detached; the commit; what differs from it. */
async function stateOf({ git }: ToyPull): Promise<readonly string[]> {
  return [
    await git('rev-parse', '--abbrev-ref', 'HEAD'),
    await git('rev-parse', 'HEAD'),
    await git('status', '--porcelain'),
  ];
}

test('a detached HEAD is detached at its commit again', async () => {
  const pull = await toy.pullRequest({ change: variable('added', 16) });
  const inputs = { base: pull.fork, head: pull.head };
  expect((await pull.run({ inputs })).exitCode).toBe(0);
  expect(await stateOf(pull)).toEqual(['HEAD', pull.merge, '']);
});

test('a branch is checked out again, also after a build that changed tracked files and failed', async () => {
  const pull = await toy.pullRequest({
    change: {
      'drivers/broken.c': 'int broken = gone;\n',
      'local.mk': "$(shell echo '// changed' >> init/main.c)\n",
    },
  });
  await pull.git('checkout', '-q', '-b', 'work');
  const { exitCode, errors } = await pull.run({ inputs: UNCONFINED });
  expect([exitCode, errors]).toEqual([2, [expect.stringContaining('building head failed')]]);
  expect(await stateOf(pull)).toEqual(['work', pull.merge, '']);
});

test('an interrupt ends the compilers and puts the checkout back, without a verdict or a comment', async () => {
  const slow = '$(O)/vmlinux: | slow\nslow: ; @echo "compiling as $$$$"; sleep 300\n';
  const pull = await toy.pullRequest({ change: { 'local.mk': slow } });
  const cancel = new AbortController();
  let [printed, group] = ['', 0];
  const result = await pull.run({
    inputs: UNCONFINED,
    signal: cancel.signal,
    onOutput: (chunk) => {
      printed += chunk;
      const pid = /^compiling as (\d+)$/m.exec(printed)?.[1];
      if (pid === undefined || group > 0) return;
      group = groupOf(Number(pid)) ?? 0;
      cancel.abort();
    },
  });
  expect(group).toBeGreaterThan(0);
  await waitForEnd(group);
  expect(result).toMatchObject({ exitCode: 130, errors: ['interrupted by SIGINT'] });
  expect(result.outputs).toEqual({ verdict: 'no-comparison' });
  expect(pull.github.requests).toEqual([]);
  expect(await stateOf(pull)).toEqual(['HEAD', pull.merge, '']);
});

test('a checkout with uncommitted changes is refused and left as it is', async () => {
  const pull = await toy.pullRequest();
  const file = join(pull.checkout, 'init/main.c');
  await writeFile(file, 'patched by an earlier step\n');
  const before = await stateOf(pull);
  const { exitCode, errors, commands } = await pull.run();
  expect(exitCode).toBe(2);
  expect(errors).toEqual([
    expect.stringContaining('has uncommitted changes (M init/main.c); expected a clean'),
  ]);
  expect(commands.filter(({ name }) => name === 'group')).toEqual([]);
  expect(await stateOf(pull)).toEqual(before);
  expect(await readFile(file, 'utf8')).toBe('patched by an earlier step\n');
});
