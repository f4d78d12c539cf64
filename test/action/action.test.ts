import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { nmAddresses } from '../support/elf/binutils.ts';
import { BOT_LOGIN } from '../support/github/resources/fake-github-state.ts';
import { variable } from '../support/kernel/toy-kernel.ts';
import { readable } from '../support/report/readable.ts';
import { runnerNode } from '../support/runner/runner.ts';
import { MARKER, MOVED_BYTES, type ToyPull, useToyAction } from '../support/runner/toy-action.ts';
import { type ToyResult, changeOf } from '../support/runner/toy-run.ts';

const toy = useToyAction();

const ADDED_BYTES = 1024;
const OTHERS_COMMENT = { id: 3, pullNumber: 7, author: 'somebody', body: `${MARKER}\nnot ours` };

/** Every Node that has to run the action: this process's own, and the one that action.yml asks the runner for. */
describe.each([
  ['the Node of this process', () => process.execPath],
  ["the runner's Node 24", runnerNode],
])('a pull request in a checkout of one commit, on %s', (_name, nodeOf) => {
  let pull: ToyPull;
  let first: ToyResult;

  beforeAll(async () => {
    const comments = [{ ...OTHERS_COMMENT }];
    pull = await toy.pullRequest({ change: variable('added', ADDED_BYTES), github: { state: { comments } } });
    first = await pull.run({ node: nodeOf() });
  });

  test('is within limits that nobody set: exit code 0', () => {
    expect(first).toMatchObject({ exitCode: 0, errors: [] });
  });

  test("is compared with the merge's parent that is not its head, though base.sha is an older one", () => {
    const { base, head } = first.report();
    expect([base?.hash, head?.hash]).toEqual([pull.base, pull.merge]);
    expect(changeOf(first.report(), 'ram')).toBe(ADDED_BYTES);
  });

  test('is measured as binutils measure what was built', () => {
    const build = join(pull.kernel.beside('runner'), 'temp/kernel-size-budget/default/build/toy');
    const addresses = nmAddresses(join(build, 'vmlinux'), '');
    const { metrics } = first.report().targets[0]!.delta!;
    const sizeOf = (metric: string) => metrics.find((one) => one.metric === metric)?.head;
    expect(sizeOf('ram')).toBe(addresses.get('_end')! - addresses.get('_text')!);
    expect(sizeOf('flash')).toBe(statSync(join(build, 'arch/x86/boot/bzImage')).size);
  });

  test('gets one comment, with the marker and the run in its first lines', () => {
    const [, comment, ...more] = pull.github.state.comments;
    expect(comment).toMatchObject({ pullNumber: 7, author: BOT_LOGIN });
    const { id } = comment!;
    const data = new RegExp(
      `^<!-- kernel-size-budget:data {"head":"${pull.head}","run":1000001,"attempt":1,"use":"[0-9a-f]{16}","comment":${id}} -->$`,
    );
    expect(readable(comment!.body).split('\n').slice(0, 3)).toEqual([
      MARKER,
      expect.stringMatching(data),
      '### ✅ Kernel size: toy has no limits: flash 0 B, ram +1,024 B',
    ]);
    expect(more).toEqual([]);
  });

  test('leaves a comment alone that somebody else wrote under our marker', () => {
    expect(pull.github.state.comments[0]).toEqual(OTHERS_COMMENT);
  });

  test('gets the outputs verdict, report and markdown, and the files that they name', () => {
    expect(Object.keys(first.outputs).toSorted()).toEqual(['markdown', 'report', 'verdict']);
    expect(first.outputs['verdict']).toBe('pass');
    expect(first.report().verdict).toBe('pass');
    expect(readFileSync(first.outputs['markdown']!, 'utf8')).toMatch(
      /^### ✅ Kernel size: toy has no limits/,
    );
  });

  test('gets a job summary with the table of what changed', () => {
    expect(first.summary).toMatch(/^### ✅ Kernel size: toy has no limits/);
    expect(first.summary).toMatch(new RegExp(`^added +- +${ADDED_BYTES} +\\+${ADDED_BYTES}$`, 'm'));
  });

  test('has its comment changed by the next run, and gets no second one', async () => {
    const before = pull.github.state.comments.map(({ id }) => id);
    const { exitCode } = await pull.run({ node: nodeOf(), inputs: { base: pull.fork } });
    expect(exitCode).toBe(0);
    expect(pull.github.state.comments.map(({ id }) => id)).toEqual(before);
    const grown = (ADDED_BYTES + MOVED_BYTES).toLocaleString('en');
    expect(pull.github.state.comments[1]?.body).toContain(`ram +${grown} B`);
  });
});

test('the Node that is tested as the runner’s is the one that action.yml names', () => {
  const version = execFileSync(runnerNode(), ['--version'], { encoding: 'utf8' });
  const manifest = readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8');
  expect(manifest).toContain(`using: node${/^v(\d+)\./.exec(version)?.[1]}\n`);
});
