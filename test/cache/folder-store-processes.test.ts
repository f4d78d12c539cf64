import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { createFixture, type FsFixture } from 'fs-fixture';
import { expect, inject, onTestFinished, test } from 'vitest';
import { waitForEnd } from '../support/processes.ts';
import { openStore } from './open-store.ts';
import {
  checkNumbered,
  checkWholeOrAbsent,
  createNumbered,
  numberedKey,
  runSteps,
  type Steps,
} from './store-steps.ts';

const ENTRIES = [0, 1, 2, 3, 4];
const KEYS = ENTRIES.map(numberedKey);
const KILLS = 15;

interface Child {
  readonly process: ChildProcessByStdio<null, Readable, Readable>;
  /** What it printed and how it ended. */
  readonly end: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** Runs steps in a process of its own, in a group of its own; `before` is shell that it begins with. */
function start(steps: Steps, before = ':'): Child {
  const { storeSteps } = inject('bundles');
  const script = `import { ${runSteps.name} as run } from '${storeSteps}'; await run(JSON.parse(process.argv[1]));`;
  const child = spawn(
    'sh',
    [
      '-c',
      `${before}; exec "$@"`,
      'sh',
      process.execPath,
      '--input-type=module',
      '-e',
      script,
      JSON.stringify(steps),
    ],
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += chunk));
  child.stdout.resume();
  return { process: child, end: once(child, 'close').then(([code]) => ({ code, stderr })) };
}

function stepsIn(fixture: FsFixture, into: string, entries: readonly number[]): Steps {
  return {
    folder: fixture.getPath('cache'),
    limit: 1e9,
    built: fixture.getPath('built'),
    into: fixture.getPath(into),
    entries,
  };
}

/** A folder for each entry. */
async function createEntries(): Promise<FsFixture> {
  const fixture = await createFixture({});
  for (const entry of ENTRIES) await createNumbered(fixture.getPath('built', `${entry}`), entry);
  return fixture;
}

function repeat(entries: readonly number[], times: number): readonly number[] {
  return Array(times).fill(entries).flat();
}

test('three processes at once save, restore and remove, and each sees whole entries alone', async () => {
  await using fixture = await createEntries();
  const first = start(stepsIn(fixture, 'first', [0]));
  expect(await first.end).toEqual({ code: 0, stderr: '' });
  const [only] = readdirSync(fixture.getPath('cache'));
  // Two entries fit, so that processes remove what others are reading.
  const limit = statSync(fixture.getPath('cache', only!)).size * 2.5;
  const children = [ENTRIES, ENTRIES.toReversed(), [2, 0, 4, 1, 3]].map((entries, index) =>
    start({ ...stepsIn(fixture, `into-${index}`, repeat(entries, 5)), limit }),
  );
  for (const { end } of children) expect(await end).toEqual({ code: 0, stderr: '' });
  const left = readdirSync(fixture.getPath('cache'));
  expect(left.filter((name) => name.includes('unfinished'))).toEqual([]);
  expect([1, 2]).toContain(left.length);
});

test('a process killed at any moment leaves a folder that serves, and a whole folder or none', async () => {
  await using fixture = await createEntries();
  const into = fixture.getPath('into');
  const store = openStore(fixture);
  for (let kill = 0; kill < KILLS; kill++) {
    const child = start(stepsIn(fixture, 'into', repeat(ENTRIES, 1000)));
    await once(child.process.stdout, 'data');
    await sleep(Math.random() * 200);
    child.process.kill('SIGKILL');
    await child.end;
    // What it ran ends by itself.
    await waitForEnd(child.process.pid!);
    checkWholeOrAbsent(into, KEYS);
    for (const key of KEYS) {
      const own = fixture.getPath('own');
      const found = await store.restore(key, { into: own, substitute: { kind: 'none' } });
      if (found !== undefined) checkNumbered(own, found);
    }
    expect(store.notices).toEqual([]);
  }
  for (const name of readdirSync(store.folder)) {
    const anHourAgo = Date.now() / 1000 - 3600;
    await utimes(join(store.folder, name), anHourAgo, anHourAgo);
  }
  await store.save(numberedKey(9), fixture.getPath('built/0'));
  expect(readdirSync(store.folder).filter((name) => name.includes('unfinished'))).toEqual([]);
});

test('a disk that takes no more keeps nothing of the entry, and leaves the others', async () => {
  await using fixture = await createEntries();
  const store = openStore(fixture);
  await store.save(numberedKey(9), fixture.getPath('built/0'));
  const before = readdirSync(store.folder);
  // The archive may not be as large as it is, which is an error of write(2) like that of a full disk.
  const { code, stderr } = await start(stepsIn(fixture, 'into', [0]), 'ulimit -f 200').end;
  expect(code).toBe(1);
  expect(stderr).toMatch(/was not kept in the cache folder \S+: EFBIG: file too large/);
  expect(readdirSync(store.folder)).toEqual(before);
  expect(existsSync(fixture.getPath('into'))).toBe(false);
});
