import { type StdioOptions, execFileSync, spawn } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lockWorkspace } from '../../src/cache/workspace-lock.ts';
import { workspaceIn } from '../../src/cache/workspace.ts';
import { startOf } from '../../src/process/running.ts';
import { UserError } from '../../src/user-error.ts';
import { waitFor } from '../support/processes.ts';

const QUIET = { signal: new AbortController().signal, onWait: () => undefined, env: process.env };

/** A workspace in a folder of a test, and what is said while one waits for it. */
async function createPlace() {
  const fixture = await createFixture({ build: { toy: {} }, source: {}, file: '' });
  const said: string[] = [];
  const workspace = workspaceIn(fixture.path.replace(/\/$/, ''));
  return {
    workspace,
    said,
    lock: (signal = QUIET.signal) =>
      lockWorkspace(workspace, { ...QUIET, signal, onWait: (text) => said.push(text) }),
    [Symbol.asyncDispose]: () => fixture.rm(),
  };
}

interface Started {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly stdio?: StdioOptions;
}

/** A process that sleeps, in a session of its own, as builds are. */
function start(
  [command = '', ...args]: readonly string[],
  { env = {}, cwd = '/', stdio = 'ignore' }: Started = {},
) {
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'], ...env },
    cwd,
    stdio,
    detached: true,
  });
  const end = (): void => {
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
  onTestFinished(end);
  return { pid: child.pid!, end };
}

const SLEEP = ['sleep', '300'] as const;

describe('a workspace', () => {
  test('is one check’s at a time: the next one waits, and names the first', async () => {
    await using place = await createPlace();
    const first = await place.lock();
    const second = place.lock();
    await waitFor('the second to wait', () => place.said.length > 0);
    expect(place.said).toEqual([
      `waiting for another check (process ${process.pid}) that works in ${place.workspace.folder}`,
    ]);
    first[Symbol.dispose]();
    using _lock = await second;
  });

  test('is waited for no longer after an interrupt', async () => {
    await using place = await createPlace();
    using _first = await place.lock();
    const controller = new AbortController();
    const second = place.lock(controller.signal);
    await waitFor('the second to wait', () => place.said.length > 0);
    controller.abort(new Error('interrupted'));
    await expect(second).rejects.toThrow('interrupted');
  });

  test('is made where there is none', async () => {
    await using place = await createPlace();
    const workspace = workspaceIn(join(place.workspace.folder, 'not/there'));
    using _lock = await lockWorkspace(workspace, QUIET);
    expect(existsSync(workspace.folder)).toBe(true);
  });

  test('is free once its check was killed', async () => {
    await using place = await createPlace();
    const held = start(['flock', join(place.workspace.folder, 'lock'), ...SLEEP]);
    await waitFor('it to be taken', () => isLocked(join(place.workspace.folder, 'lock')));
    const next = place.lock();
    await waitFor('the next to wait', () => place.said.length > 0);
    held.end();
    using _lock = await next;
  });

  test.each(['1', '1 ', String(process.ppid), '', 'garbage', '-1', '0'])(
    'is free where nobody has it, although its file says %j',
    async (text) => {
      await using fixture = await createFixture({ lock: text });
      using _lock = await lockWorkspace(workspaceIn(fixture.path), QUIET);
      expect(await fixture.readFile('lock', 'utf8')).toBe(`${process.pid}\n`);
    },
  );

  test.each(['lock', 'builds-lock'])('whose %s is a folder is a mistake that names it', async (name) => {
    await using fixture = await createFixture({ [name]: {} });
    const locked = lockWorkspace(workspaceIn(fixture.path), QUIET);
    await expect(locked).rejects.toThrow(UserError);
    await expect(locked).rejects.toThrow(`builds cannot be kept in ${fixture.path} (EISDIR: `);
  });

  test.each(['mkfifo', 'ln -s elsewhere'])(
    'whose lock is none, by %s, is a mistake that names it',
    async (command) => {
      await using fixture = await createFixture({});
      execFileSync('sh', ['-c', `${command} lock`], { cwd: fixture.path });
      const locked = lockWorkspace(workspaceIn(fixture.path), QUIET);
      await expect(locked).rejects.toThrow(/^builds cannot be kept in .*(lock is no regular file|ELOOP)/);
    },
  );

  test.each(['/proc/none', '/sys/none', '/dev/null/none'])(
    'in %s is a mistake, which is known at once',
    async (path) => {
      await expect(lockWorkspace(workspaceIn(path), QUIET)).rejects.toThrow(
        `builds cannot be kept in ${path} (`,
      );
    },
  );

  test('where no file can be locked is a mistake that says what is lacking', async () => {
    await using place = await createPlace();
    const locked = lockWorkspace(place.workspace, { ...QUIET, env: { PATH: '/nowhere' } });
    await expect(locked).rejects.toThrow(/cannot be locked \(.*\); expected flock of util-linux/);
  });
});

function isLocked(path: string): boolean {
  try {
    execFileSync('flock', ['--nonblock', path, 'true'], { stdio: 'ignore' });
    return false;
  } catch {
    return true;
  }
}

describe('what a killed check has left running', () => {
  test('is ended where it has the environment of builds, and no other workspace’s is', async () => {
    await using place = await createPlace();
    await using other = await createPlace();
    const [own, foreign] = await Promise.all(
      [place, other].map(async ({ lock }) => {
        using held = await lock();
        return start(SLEEP, { env: held.env });
      }),
    );
    using _lock = await place.lock();
    expect([isRunning(own!), isRunning(foreign!)]).toEqual([false, true]);
  });

  test('is ended where it has inherited what builds do, in an empty environment', async () => {
    await using place = await createPlace();
    const held = await place.lock();
    const left = start(['env', '-i', ...SLEEP], { stdio: ['ignore', 'ignore', 'ignore', held.inherited] });
    held[Symbol.dispose]();
    expect(isLocked(join(place.workspace.folder, 'builds-lock'))).toBe(true);
    using _lock = await place.lock();
    expect(isRunning(left)).toBe(false);
  });

  const SHED: readonly (readonly [string, (builds: string) => ReturnType<typeof start>])[] = [
    ['works in a build folder', (builds) => start(SLEEP, { cwd: join(builds, 'toy') })],
    ['works in the sources', (builds) => start(SLEEP, { cwd: join(builds, '../source') })],
    [
      'has a file of it open',
      (builds) => start(SLEEP, { stdio: ['ignore', openSync(join(builds, 'log'), 'w'), 'ignore'] }),
    ],
    [
      'names it to its program',
      (builds) => start(['sh', '-c', `sleep 300; echo more >> ${builds}/toy/vmlinux`]),
    ],
    ['names it in an option', (builds) => start(['sh', '-c', 'sleep 300; true', `O=${builds}/toy`])],
  ];

  test.each(SHED)('is waited for where nothing but this tells of it: it %s', async (_what, begin) => {
    await using place = await createPlace();
    const left = begin(place.workspace.builds);
    const locked = place.lock();
    await waitFor('the check to wait', () => place.said.length > 0);
    expect(place.said).toEqual([
      expect.stringMatching(
        `^waiting for \\w+ \\(${left.pid}\\) to end, which works in ${place.workspace.folder}: `,
      ),
    ]);
    left.end();
    using _lock = await locked;
  });

  test('is not taken for a shell that somebody has open there', async () => {
    await using place = await createPlace();
    const inFolder = join(place.workspace.builds, 'toy');
    const script = 'cd "$PLACE" && touch ready && sleep 300';
    start(['script', '-qec', script, '/dev/null'], { env: { PLACE: inFolder } });
    await waitFor('the shell', () => existsSync(join(inFolder, 'ready')));
    using _lock = await place.lock();
    expect(place.said).toEqual([]);
  });
});

function isRunning({ pid }: { readonly pid: number }): boolean {
  return startOf(pid) !== undefined;
}
