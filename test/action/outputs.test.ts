import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { budgetFile } from '../support/kernel/toy-kernel.ts';
import { type ToyPull, useToyAction } from '../support/runner/toy-action.ts';
import type { ToyResult } from '../support/runner/toy-run.ts';

const toy = useToyAction();

/** What actions/checkout leaves in .git/config. */
const KEY = 'AUTHORIZATION: basic a2V5IG9mIHRoZSBqb2I=';

/** What each target's make does at last, where base's does nothing such. */
const LAST_ACTS = {
  config: 'rm -f $(O)/.config; ln -s $(CURDIR)/.git/config $(O)/.config',
  vmlinux: 'rm -f $(O)/vmlinux; ln -s $(CURDIR)/.git/config $(O)/vmlinux',
  pipe: 'rm -f $(O)/.config; mkfifo $(O)/.config',
  image: 'rm -f $(boot)/bzImage; mkfifo $(boot)/bzImage',
  folder: 'mv $(boot) $(O)/elsewhere; ln -s $(O)/elsewhere $(boot)',
  huge: 'truncate -s 1T $(O)/.config',
};

const NAMES = Object.keys(LAST_ACTS) as (keyof typeof LAST_ACTS)[];

let pull: ToyPull;
let result: ToyResult;

beforeAll(async () => {
  const targets = NAMES.map((name) => [name, { make: { ACT: name } }]);
  const acts = NAMES.map((name) => `act-${name}: ; ${LAST_ACTS[name]}\n`).join('');
  pull = await toy.pullRequest({
    budget: budgetFile(Object.fromEntries(targets)),
    change: { 'local.mk': `bzImage: act-$(ACT)\nact-$(ACT): $(boot)/bzImage\n${acts}` },
  });
  await pull.git('config', 'http.https://github.com/.extraheader', KEY);
  result = await pull.run();
});

describe('a pull request that leaves in place of its kernel', () => {
  test.each([
    ['config', /\.config is a symbolic link, expected the file itself/],
    ['vmlinux', /vmlinux is a symbolic link, expected the file itself/],
    ['pipe', /\.config is not a regular file, expected a \.config/],
    ['image', /bzImage is not a regular file, expected a boot image/],
    ['folder', /bzImage is behind a symbolic link, at \S+elsewhere\/bzImage, expected the file itself/],
    ['huge', /\.config is 1099511627776 bytes, expected a \.config of at most/],
  ] as const)('%s gets a sentence, and is not compared', (name, words) => {
    const { verdict } = result.report().targets.find(({ target }) => target === name)!;
    expect([verdict.kind, verdict.reason]).toEqual(['no-comparison', expect.stringMatching(words)]);
  });

  test('a key of the job finds it nowhere in what is kept and published', () => {
    const { stdout, summary } = result;
    const published = [
      stdout,
      summary,
      JSON.stringify(result.report()),
      ...pull.github.state.comments.map(({ body }) => body),
    ];
    expect(published.join('\n')).not.toContain('a2V5IG9mIHRoZSBqb2I');
    const folder = join(pull.kernel.beside('runner'), 'temp');
    // A regular file alone: nothing waits at the pipes.
    const found = execFileSync('sh', [
      '-c',
      `find '${folder}' -type f -size -1G -exec grep -l a2V5IG9mIHRoZSBqb2I {} + || true`,
    ]);
    expect(found.toString()).toBe('');
  });

  test('ends the action with 2', () => {
    expect(result.exitCode).toBe(2);
  });
});
