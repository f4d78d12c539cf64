import { describe, expect, test } from 'vitest';
import { checkToy } from '../support/kernel/toy-check.ts';
import { budgetFile, createToyKernel, variable } from '../support/kernel/toy-kernel.ts';

/** Checks a change that adds 2,048 bytes of RAM where 1,024 are allowed, in two commits with these messages. */
async function checkMessages(messages: readonly [string, string], limits: object = {}) {
  await using kernel = await createToyKernel(budgetFile({ toy: { growth: { ram: '1K' }, ...limits } }));
  await kernel.commit(variable('added', 2048));
  await kernel.git('commit', '-q', '--amend', '-m', messages[0]);
  await kernel.commit({ 'Documentation/new': 'words' });
  await kernel.git('commit', '-q', '--amend', '-m', messages[1]);
  const { exitCode, report, stdout } = await checkToy(kernel, { base: kernel.original });
  const hash = await kernel.git('rev-parse', 'HEAD~1');
  return { exitCode, report, headline: stdout.split('\n')[0], hash };
}

describe('a trailer in one of the commits', () => {
  test('accepts growth up to what it names, and the report names who and why', async () => {
    const message = 'drivers: add a table\n\nSize-Growth: toy ram +2K a new driver\n';
    const { exitCode, report, headline, hash } = await checkMessages([message, 'more']);
    expect([exitCode, report.verdict]).toEqual([0, 'accepted']);
    expect(headline).toBe(
      'Kernel size: toy grew as was accepted: ram +2,048 B (limit +1,024 B); +2,048 B accepted by A Developer (trailer): a new driver',
    );
    expect(report.targets[0]?.verdict.findings).toMatchObject([
      { kind: 'accepted', acceptance: { bytes: 2048, by: 'A Developer', via: 'trailer', where: hash } },
    ]);
  });

  test('accepts no byte more', async () => {
    const message = 'drivers: add a table\n\nSize-Growth: toy ram +2047 a new driver\n';
    const { exitCode, headline } = await checkMessages(['more', message]);
    expect(exitCode).toBe(1);
    expect(headline).toContain(
      'is over its growth limit: ram +2,048 B (limit +1,024 B); +2,047 B accepted by',
    );
  });

  test('never lifts a budget', async () => {
    const message = 'drivers: add a table\n\nSize-Growth: toy ram +1M a new driver\n';
    const { exitCode, report } = await checkMessages(['more', message], { budgets: { ram: 1024 } });
    expect([exitCode, report.verdict]).toEqual([1, 'over-budget']);
  });

  test('that is not understood accepts nothing, which is said', async () => {
    const { exitCode, report } = await checkMessages(['a\n\nSize-Growth: toy ram 2K why\n', 'more']);
    expect(exitCode).toBe(1);
    expect(report.notes).toEqual([
      expect.stringMatching(/^no growth was accepted by the trailer of [0-9a-f]{40} /),
      'toy: head breaks a limit as it was built on an earlier build; --confirm builds it once more from nothing',
    ]);
  });
});
