import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bubblewrap } from '../../../src/kernel/sandbox/bubblewrap.ts';
import type { Secrets } from '../../../src/kernel/sandbox/mounts.ts';
import { type Reach, noSandbox, runConfined } from '../../../src/kernel/sandbox/sandbox.ts';
import { type Repository, createRepository } from '../../support/git/repository.ts';
import { waitFor } from '../../support/processes.ts';

const PATH = '/usr/bin:/bin';

const HOME_FILES = [
  'home/key',
  'home/tools/arm-none-eabi/bin/as',
  'home/tools/lib/gcc/cc1',
  'home/tools/my-keys/lib/key',
  'home/tools/share/key',
];

/** A home with a key, and beside it a kernel's repository and its build folder, which exist. */
async function createPlace(): Promise<Repository> {
  const place = await createRepository({ Makefile: 'all:\n' });
  for (const name of ['build', 'home/bin', 'home/tools/bin']) {
    await mkdir(place.beside(name), { recursive: true });
  }
  for (const name of HOME_FILES) {
    await mkdir(dirname(place.beside(name)), { recursive: true });
    await writeFile(place.beside(name), name);
  }
  return place;
}

interface Attempt {
  readonly secrets?: Partial<Secrets>;
  readonly reach?: Reach;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly onLine?: (line: string) => void;
}

/** What a script prints that runs in the sandbox of a place, and its exit code. */
async function run(place: Repository, script: string, attempt: Attempt = {}) {
  const { secrets, reach, env, signal = new AbortController().signal, onLine } = attempt;
  const sandbox = bubblewrap('/usr/bin/bwrap', { folders: [place.beside('home')], files: [], ...secrets });
  return runConfined(
    { program: 'bash', args: ['-c', script], cwd: reach?.source ?? '/', env: { PATH, ...env } },
    reach ?? {},
    { sandbox, signal, ...(onLine && { onLine }) },
  );
}

function reachOf(place: Repository): Reach {
  return { source: place.folder, output: place.beside('build') };
}

describe('what runs in the sandbox', () => {
  test('sees no process but its own', async () => {
    await using place = await createPlace();
    const { stdout } = await run(place, 'cat /proc/[0-9]*/cmdline | tr "\\0" " "');
    expect(stdout).toContain('bwrap');
    expect(stdout).not.toContain('node');
  });

  test('has no network, not even that of the machine itself', async () => {
    await using place = await createPlace();
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const connect = `exec 3<>/dev/tcp/127.0.0.1/${port}`;
    const outside = { program: 'bash', args: ['-c', connect], cwd: '/', env: { PATH } };
    const { signal } = new AbortController();
    expect((await runConfined(outside, {}, { sandbox: noSandbox, signal })).code).toBe(0);
    expect((await run(place, connect)).code).toBe(1);
    server.closeAllConnections();
    server.close();
  });

  test('has no privileges and can gain none', async () => {
    await using place = await createPlace();
    const { stdout } = await run(place, 'grep -E "^(Cap(Eff|Prm|Bnd)|NoNewPrivs)" /proc/self/status');
    expect(stdout.match(/\w+$/gm)).toEqual([...Array<string>(3).fill('0'.repeat(16)), '1']);
  });

  test('finds no socket of the machine’s services', async () => {
    await using place = await createPlace();
    const { stdout } = await run(
      place,
      'find /run /var/run/ /home /root /var/tmp -type s | wc -l; ls -A /run',
    );
    expect(stdout).toBe('0');
  });

  test('leaves nothing but what it writes to the build folder', async () => {
    await using place = await createPlace();
    const paths = [
      place.beside('build/kept'),
      join(place.folder, 'left'),
      place.beside('left'),
      place.beside('home/left'),
      '/tmp/left-by-the-sandbox',
    ];
    const script = `${paths.map((path) => `echo x > ${path}`).join('; ')}; echo x > Makefile; true`;
    await run(place, script, { reach: reachOf(place) });
    expect(paths.filter((path) => existsSync(path))).toEqual(paths.slice(0, 1));
    expect(readFileSync(join(place.folder, 'Makefile'), 'utf8')).toBe('all:\n');
  });

  test('may not write where the machine’s own files are', async () => {
    await using place = await createPlace();
    const { code } = await run(place, 'touch /etc/left /usr/left');
    expect(code).toBe(1);
  });

  test('ends when the check is interrupted', async () => {
    await using place = await createPlace();
    const cancel = new AbortController();
    const mark = `interrupted-${process.pid}`;
    const running = run(place, `echo started; sleep 600; echo ${mark}`, {
      signal: cancel.signal,
      onLine: () => cancel.abort(new Error('interrupted')),
    });
    await expect(running).rejects.toThrow('interrupted');
    await waitFor('the sandbox to end', () => !commandLines().some((line) => line.includes(mark)));
  });
});

function commandLines(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        return '';
      }
    });
}

describe('a place that is kept from the sandbox', () => {
  test('is empty, but for the tree and the build folder in it', async () => {
    await using place = await createPlace();
    const secrets = { folders: [dirname(place.folder)] };
    const script = `ls ${dirname(place.folder)}; cat Makefile`;
    const { stdout } = await run(place, script, { secrets, reach: reachOf(place) });
    expect(stdout).toBe('build\nlinux\nall:');
  });

  test('is empty in the tree too', async () => {
    await using place = await createPlace();
    await place.write({ 'ci/key': 'planted', 'planted.json': 'planted' });
    const secrets = { folders: [join(place.folder, 'ci')], files: [join(place.folder, 'planted.json')] };
    const { stdout } = await run(place, 'ls ci; cat planted.json', { secrets, reach: reachOf(place) });
    expect(stdout).toBe('');
  });

  test('is never one that compilers lie in', async () => {
    await using place = await createPlace();
    const { code } = await run(place, 'ls /usr/bin/env', { secrets: { folders: ['/', '/usr'] } });
    expect(code).toBe(0);
  });

  test('does not take along what the tree and the build folder are reached by', async () => {
    await using place = await createPlace();
    await symlink(dirname(place.folder), place.beside('home/job'));
    const source = place.beside('home/job/linux');
    const output = place.beside('home/job/build');
    const { stdout } = await run(place, `pwd; cat ${source}/Makefile; echo x > ${output}/made`, {
      reach: { source, output },
    });
    expect(stdout).toBe(`${source}\nall:`);
    expect(existsSync(place.beside('build/made'))).toBe(true);
  });
});

describe('a folder of PATH in a home', () => {
  test('can be read with its toolchain, and nothing else of the home', async () => {
    await using place = await createPlace();
    const env = { PATH: `${PATH}:${place.beside('home/tools/bin')}` };
    const { stdout } = await run(place, `cd ${place.beside('home')}; find . -type f`, { env });
    expect(stdout.split('\n').toSorted()).toEqual(['./tools/arm-none-eabi/bin/as', './tools/lib/gcc/cc1']);
  });

  test('of which it is a part does not show the home', async () => {
    await using place = await createPlace();
    const env = { PATH: `${PATH}:${place.beside('home/bin')}:${place.beside('home')}` };
    const { stdout } = await run(place, `ls ${place.beside('home')}`, { env });
    expect(stdout).toBe('bin');
  });
});

describe('a compiler cache', () => {
  test('is read and not written, and what is temporary goes to the sandbox', async () => {
    await using place = await createPlace();
    const env = { CCACHE_DIR: place.beside('home/tools'), TMPDIR: place.beside('home') };
    const script = 'cat $CCACHE_DIR/share/key; touch $CCACHE_DIR/x; echo; env | grep -E "^(CCACHE|TMPDIR)"';
    const { stdout } = await run(place, script, { env });
    expect(stdout.split('\n').toSorted()).toEqual([
      `CCACHE_DIR=${env.CCACHE_DIR}`,
      'CCACHE_NOSTATS=1',
      'CCACHE_READONLY=1',
      'CCACHE_TEMPDIR=/tmp/ccache',
      'home/tools/share/key',
    ]);
    expect(existsSync(place.beside('home/tools/x'))).toBe(false);
  });
});

describe('a compiler cache with settings of its own', () => {
  test.each(['read', 'write'] as const)('shows no address of them, with the right to %s', async (access) => {
    await using place = await createPlace();
    const env = { CCACHE_DIR: place.beside('home/tools') };
    const settings = place.beside('home/tools/ccache.conf');
    await writeFile(settings, 'remote_storage = redis://ccache:password@cache.test\n');
    const { stdout } = await run(place, 'cat $CCACHE_DIR/ccache.conf; cat $CCACHE_DIR/share/key', {
      env,
      reach: { ccache: { access } },
    });
    expect(stdout).toBe('home/tools/share/key');
    const asked = await run(place, 'ccache --get-config remote_storage', {
      env,
      reach: { ccache: { access } },
    });
    expect([asked.code, asked.stdout]).toEqual([0, '']);
    expect(readFileSync(settings, 'utf8')).toContain('password');
  });
});

describe('a compiler cache that may be written', () => {
  test('keeps what is put into it', async () => {
    await using place = await createPlace();
    const env = { CCACHE_DIR: place.beside('home/tools') };
    const script = 'echo kept > $CCACHE_DIR/x; env | grep ^CCACHE';
    const { stdout } = await run(place, script, { env, reach: { ccache: { access: 'write' } } });
    expect(stdout.split('\n').toSorted()).toEqual([
      `CCACHE_DIR=${env.CCACHE_DIR}`,
      'CCACHE_TEMPDIR=/tmp/ccache',
    ]);
    expect(readFileSync(place.beside('home/tools/x'), 'utf8')).toBe('kept\n');
  });
});

describe('git in the sandbox', () => {
  const SCRIPT =
    'git rev-parse HEAD; git status --porcelain -uno; git config --local --list; cat .git/config';

  async function plant(place: Repository): Promise<void> {
    await place.git('config', 'http.https://github.test/.extraheader', 'AUTHORIZATION: planted');
  }

  test('knows commits and changes, and not the configuration', async () => {
    await using place = await createPlace();
    await plant(place);
    await place.write({ Makefile: 'changed:\n' });
    const { stdout } = await run(place, SCRIPT, { reach: reachOf(place) });
    expect(stdout).toBe(`${await place.git('rev-parse', 'HEAD')}\n M Makefile`);
  });

  test('knows those of a worktree, wherever its repository lies', async () => {
    await using place = await createPlace();
    await plant(place);
    const source = place.beside('home/worktree');
    await place.git('worktree', 'add', '-q', '--detach', source);
    const script = `${SCRIPT}; cat ${place.folder}/.git/config`;
    const { stdout } = await run(place, script, { reach: { ...reachOf(place), source } });
    expect(stdout).toBe(await place.git('rev-parse', 'HEAD'));
  });

  test('says nothing in a folder of a repository, whose configuration is hidden too', async () => {
    await using place = await createPlace();
    await plant(place);
    await place.write({ 'sources/linux/Makefile': 'all:\n' });
    const source = join(place.folder, 'sources/linux');
    const script = `${SCRIPT}; cat ../../.git/config`;
    const { stdout } = await run(place, script, { reach: { ...reachOf(place), source } });
    expect(stdout).toBe('');
  });

  test.each(['tools/ci', 'vendor', 'drivers/net/vendor/firmware/ci'])(
    'shows no configuration of a repository in the tree, at %s',
    async (path) => {
      await using place = await createPlace();
      await using other = await createRepository({ file: 'text' });
      await place.git('clone', '-q', other.folder, join(place.folder, path));
      const script = `ls ${path}; cat ${path}/.git/config`;
      const { stdout } = await run(place, script, { reach: reachOf(place) });
      expect(stdout).toBe('file');
    },
  );
});
