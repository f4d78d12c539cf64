import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { BOT_TOKEN } from '../support/github/resources/fake-github-state.ts';
import { variable } from '../support/kernel/toy-kernel.ts';
import {
  ATTACK,
  type Guesses,
  PLANTED,
  plantKeys,
  readFindings,
  readVmlinux,
} from '../support/report/hostile-kernel.ts';
import { runnerNode } from '../support/runner/runner.ts';
import { type ToyPull, useToyAction } from '../support/runner/toy-action.ts';
import { type ToyResult, changeOf } from '../support/runner/toy-run.ts';

const toy = useToyAction();

/** One run of the action on a pull request whose Makefile attacks, and what came of it. */
interface Attacked {
  readonly result: ToyResult;
  readonly findings: string;
  readonly vmlinux: Buffer;
}

let pull: ToyPull;
let guesses: Guesses;
let unconfined: Attacked;
let confined: Attacked;

beforeAll(async () => {
  pull = await toy.pullRequest({ change: { ...ATTACK, ...variable('added', 1024) } });
  await mkdir(pull.kernel.beside('home'));
  await mkdir(pull.kernel.beside('runner/temp'));
  unconfined = await attack({ sandbox: 'none' });
  confined = await attack({});
});

async function attack(inputs: Readonly<Record<string, string>>): Promise<Attacked> {
  guesses = await plantKeys(pull);
  const marks = guesses.folders.map((folder) => join(folder, 'left-by-the-attack'));
  for (const mark of marks) await rm(mark, { force: true });
  await rm(pull.kernel.beside('runner/temp/kernel-size-budget'), { recursive: true, force: true });
  const result = await pull.run({
    // An older one cannot start itself anew.
    node: runnerNode(),
    inputs,
    env: {
      HOME: pull.kernel.beside('home'),
      GITHUB_TOKEN: PLANTED.jobToken,
      ACTIONS_RUNTIME_TOKEN: PLANTED.runtimeToken,
    },
  });
  return { result, findings: await readFindings(pull), vmlinux: await readVmlinux(pull) };
}

/** The environments of the processes that the build descends from. */
function ancestorsIn(findings: string): string {
  return findings.match(/^ancestor: .*/gm)!.join('\n');
}

describe('without a sandbox', () => {
  test('the attack sees what every process of the user does', () => {
    expect(ancestorsIn(unconfined.findings)).toContain('KERNEL_SIZE_BUDGET_ENVIRONMENT=');
    for (const key of [PLANTED.home, PLANTED.temp, PLANTED.gitConfig, 'reaches the network']) {
      expect(unconfined.findings).toContain(key);
    }
  });

  test('no token of the job is in any environment', () => {
    expect(unconfined.findings).not.toContain(PLANTED.jobToken);
    expect(unconfined.findings).not.toContain(PLANTED.runtimeToken);
    const ancestors = ancestorsIn(unconfined.findings);
    expect(ancestors).not.toContain(BOT_TOKEN);
    expect(ancestors).not.toContain('INPUT_');
  });

  test('the action works with what it took from there, and Node says nothing of it', () => {
    const { result } = unconfined;
    expect([result.exitCode, result.outputs['verdict'], result.stderr]).toEqual([0, 'pass', '']);
    expect(result.commands.filter(({ name }) => name === 'warning')).toEqual([]);
    expect(pull.github.state.comments).toHaveLength(1);
  });
});

describe('in the sandbox, which is the default', () => {
  test('the attack runs, and finds no key', () => {
    const { findings } = confined;
    expect(findings).toContain('KBUILD_BUILD_HOST=localhost');
    for (const key of [...Object.values(PLANTED), BOT_TOKEN]) expect(findings).not.toContain(key);
  });

  test('it reaches no network', () => {
    expect(confined.findings).not.toContain('reaches the network');
  });

  test('it sees none of the runner’s files', () => {
    expect(confined.findings).not.toContain('sees ');
    const listed = confined.findings.split('\n');
    expect(listed).toContain('local.mk');
    for (const name of ['.npmrc', 'event.json', 'output', 'git-credentials.config', 'logs']) {
      expect(listed).not.toContain(name);
    }
  });

  test('it leaves nothing outside of the build folder', async () => {
    for (const folder of guesses.folders) {
      expect(existsSync(join(folder, 'left-by-the-attack'))).toBe(false);
    }
    for (const name of ['env', 'path', 'state']) {
      expect(await readFile(join(pull.kernel.beside('runner'), name), 'utf8')).toBe('');
    }
    expect(await readFile(pull.kernel.beside('home/.npmrc'), 'utf8')).toBe(PLANTED.home);
    expect(await pull.git('status', '--porcelain')).toBe('?? scripts/guesses');
  });

  test('the step has its outputs and nothing to remark', () => {
    const { result } = confined;
    expect([result.exitCode, result.outputs['verdict'], result.stderr]).toEqual([0, 'pass', '']);
    expect(Object.keys(result.outputs).toSorted()).toEqual(Object.keys(unconfined.result.outputs).toSorted());
    expect(result.report().notes).toEqual([]);
  });

  test('the kernel is the same, byte by byte, and so is what is said of it', () => {
    expect(confined.vmlinux.equals(unconfined.vmlinux)).toBe(true);
    expect(changeOf(confined.result.report(), 'ram')).toBe(1024);
    const said = (run: Attacked): unknown => run.result.report().targets;
    expect(said(confined)).toEqual(said(unconfined));
  });
});
