import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type SandboxChoice,
  type SandboxContext,
  openSandbox,
} from '../../../src/kernel/sandbox/open-sandbox.ts';
import { noSandbox } from '../../../src/kernel/sandbox/sandbox.ts';
import { type Repository, createRepository } from '../../support/git/repository.ts';

const NEEDED = ['true', 'bash', 'sh'];
const BWRAP = '/usr/bin/bwrap';

/** A machine that has these programs alone; the value is a script, or what a link leads to. */
async function machine(place: Repository, programs: Readonly<Record<string, string>>): Promise<string> {
  const folder = place.beside('bin');
  await mkdir(folder);
  for (const name of NEEDED) await symlink(pathOf(name), join(folder, name));
  for (const [name, text] of Object.entries(programs)) {
    if (text.startsWith('/')) await symlink(text, join(folder, name));
    else await writeFile(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  }
  return folder;
}

function pathOf(name: string): string {
  return execFileSync('which', [name], { encoding: 'utf8' }).trim();
}

/** What opening comes to, and the titles of what was done meanwhile. */
async function open(
  place: Repository,
  choice: SandboxChoice,
  context: { readonly PATH: string; readonly missingTools?: SandboxContext['missingTools'] },
) {
  const titles: string[] = [];
  const begin = (title: string) => {
    titles.push(title);
    return { line: () => undefined, end: () => undefined };
  };
  const opened = await openSandbox(
    { choice, secrets: { folders: [place.beside('home')], files: [] } },
    {
      env: { PATH: context.PATH },
      missingTools: context.missingTools ?? 'report',
      signal: new AbortController().signal,
      progress: { begin },
    },
  );
  return { ...opened, titles };
}

test('bubblewrap is used where it works, without a word', async () => {
  await using place = await createRepository();
  const PATH = await machine(place, { bwrap: BWRAP });
  for (const choice of ['auto', 'bubblewrap'] as const) {
    const { sandbox, notes, titles } = await open(place, choice, { PATH });
    const command = sandbox.confine({ program: 'make', args: [], cwd: '/', env: {} }, {});
    expect([command.program, notes, titles]).toEqual([join(PATH, 'bwrap'), [], []]);
  }
});

test('none is no sandbox, and nothing is tried out', async () => {
  await using place = await createRepository();
  const PATH = await machine(place, { bwrap: `touch ${place.beside('asked')}` });
  const { sandbox, notes } = await open(place, 'none', { PATH });
  expect([sandbox, notes]).toEqual([noSandbox, []]);
  expect(existsSync(place.beside('asked'))).toBe(false);
});

const MISSING =
  'bubblewrap is not installed; install it with: sudo apt-get install -y --no-install-recommends bubblewrap';

test('auto goes on without bubblewrap, and says in the log and in the report which package is missing', async () => {
  await using place = await createRepository();
  const { sandbox, notes, titles } = await open(place, 'auto', { PATH: await machine(place, {}) });
  expect(sandbox).toBe(noSandbox);
  expect(titles).toEqual([`no sandbox for the builds: ${MISSING}`]);
  expect(notes).toEqual([`the kernels were built without a sandbox: ${MISSING}`]);
});

test('bubblewrap does not go on without it', async () => {
  await using place = await createRepository();
  await expect(open(place, 'bubblewrap', { PATH: await machine(place, {}) })).rejects.toThrow(MISSING);
});

test('where the machine does not let it, auto says what it said', async () => {
  await using place = await createRepository();
  const PATH = await machine(place, {
    bwrap: 'echo "bwrap: setting up uid map: Permission denied" >&2; exit 1',
  });
  const { sandbox, notes } = await open(place, 'auto', { PATH });
  expect(sandbox).toBe(noSandbox);
  expect(notes).toEqual([
    expect.stringMatching(
      /^the kernels were built without a sandbox: bubblewrap does not work here \(bwrap: setting up uid map: Permission denied\); (allow it with: sudo sysctl -w |expected a machine)/,
    ),
  ]);
  await expect(open(place, 'bubblewrap', { PATH })).rejects.toThrow('bubblewrap does not work here');
});

test('it is installed where packages may be', async () => {
  await using place = await createRepository();
  const bwrap = place.beside('bin/bwrap');
  const aptGet = `[ "$1" = update ] || /bin/ln -s ${BWRAP} ${bwrap}`;
  const sudo = 'shift; exec "$@"';
  const PATH = await machine(place, { 'apt-get': aptGet, sudo });
  const { sandbox, notes, titles } = await open(place, 'auto', { PATH, missingTools: 'install' });
  expect(sandbox).not.toBe(noSandbox);
  expect([notes, titles]).toEqual([[], ['installing bubblewrap']]);
});

test('that it cannot be installed stops bubblewrap, and not auto', async () => {
  await using place = await createRepository();
  const PATH = await machine(place, {
    'apt-get': 'echo "E: no network"; exit 100',
    sudo: 'shift; exec "$@"',
  });
  const context = { PATH, missingTools: 'install' } as const;
  const message = 'apt-get could not install bubblewrap: E: no network';
  const { sandbox, notes } = await open(place, 'auto', context);
  expect(sandbox).toBe(noSandbox);
  expect(notes).toEqual([expect.stringContaining(message)]);
  await expect(open(place, 'bubblewrap', context)).rejects.toThrow(message);
});
