import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFixture } from 'fs-fixture';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ENTRY_FILE } from '../../src/cache/actions-cache.ts';
import { CACHE_TOKEN } from '../support/actions-cache/fake-actions-cache.ts';
import {
  type ActionsRun,
  cacheKey,
  commit,
  restoreText,
  runStoreScript,
  saveText,
  startCache,
  startRun,
} from '../support/runner/actions-runs.ts';

/** A run that finds, under the name of an entry, what `build` puts into a folder: the names that it returns. */
async function runWithForged(build: (folder: string) => readonly string[]): Promise<ActionsRun> {
  const cache = await startCache();
  const run = await startRun(cache);
  await saveText(run, 'text');
  // One folder down, for what is built beside it.
  await using fixture = await createFixture({ 'forged/of': 'strangers' });
  const folder = fixture.getPath('forged');
  const names = build(folder);
  const [entry] = cache.entries;
  const program = entry!.content[0] === 0x28 ? 'zstd' : 'gzip';
  const args = ['-cPf', '-', '-C', folder, `--use-compress-program=${program}`, ...names];
  entry!.content = execFileSync('tar', args, { maxBuffer: 2 ** 24 });
  return run;
}

const RESTORE = `await store.restore(key, { into: folder + '/O', substitute: { kind: 'nearest', ancestors: [] } })`;

describe('an entry that others have put into the Actions cache', () => {
  test('is passed over where it holds no archive, with how to remove it', async () => {
    const run = await runWithForged((folder) => {
      execFileSync('sh', ['-c', `echo garbage > ${ENTRY_FILE}`], { cwd: folder });
      return [ENTRY_FILE];
    });
    expect(await restoreText(run)).toBeUndefined();
    expect(run.notices).toEqual([expect.stringContaining(`gh cache delete ${run.cache.entries[0]!.key} `)]);
  });

  test.each([
    ['a pipe', 'mkfifo'],
    ['a folder', 'mkdir'],
    ['a link to a device', 'ln -s /dev/zero'],
  ])('is passed over where the archive is %s', async (_name, command) => {
    const run = await runWithForged((folder) => {
      execFileSync('sh', ['-c', `${command} ${ENTRY_FILE}`], { cwd: folder });
      return [ENTRY_FILE];
    });
    expect(await restoreText(run)).toBeUndefined();
    expect(run.notices).toHaveLength(1);
  });

  test('is passed over where it is another entry under this name', async () => {
    const cache = await startCache();
    const run = await startRun(cache);
    await saveText(run, 'expected');
    await saveText(run, 'other', cacheKey({ sources: commit('1'), target: 'other' }));
    cache.entries[0]!.content = cache.entries[1]!.content;
    expect(await restoreText(run)).toBeUndefined();
    expect(run.notices).toEqual([expect.stringContaining('another entry')]);
  });

  test('is passed over where its name only begins like the one that was asked for', async () => {
    const cache = await startCache();
    const run = await startRun(cache);
    await saveText(run, 'text', cacheKey({ sources: `${commit('c')}${'d'.repeat(24)}` }));
    expect(await restoreText(run)).toBeUndefined();
    expect(run.notices).toHaveLength(1);
  });

  test('is passed over where it is of no commit', async () => {
    const cache = await startCache();
    const run = await startRun(cache);
    await saveText(run, 'text', cacheKey({ sources: '--upload-pack=forged' }));
    expect(await restoreText(run, { substitute: { kind: 'nearest', ancestors: [] } })).toBeUndefined();
    expect(run.notices).toHaveLength(1);
  });

  test('writes no file outside of the folder that it is unpacked in', async () => {
    await using outside = await createFixture();
    const file = outside.getPath('bashrc');
    const run = await runWithForged((folder) => {
      execFileSync('sh', ['-c', `echo forged > ${file}; echo forged > ../ksb-forged; touch ${ENTRY_FILE}`], {
        cwd: folder,
      });
      return [file, '../ksb-forged', ENTRY_FILE];
    });
    await outside.rm('bashrc');
    await restoreText(run);
    expect(existsSync(file)).toBe(false);
    expect(existsSync(join(run.temp, 'cache/ksb-forged'))).toBe(false);
  });

  test('prints nothing that the runner takes for a command, whatever it is called', async () => {
    const cache = await startCache();
    await saveText(await startRun(cache), 'text');
    const entry = cache.entries[0]!;
    cache.entries[0] = { ...entry, key: `${entry.key}\n::error::forged` };
    const script = `
      const store = actionsStore({ folder, env, notice: (text) => console.log(JSON.stringify(text)) });
      console.log(JSON.stringify(${RESTORE} ?? 'none'));`;
    const { stdout, stderr } = await runStoreScript(script, cache.env);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toEqual([expect.stringContaining('was passed over'), 'none']);
    expect(stderr).toBe('');
  });
});

describe("the runner's Node", () => {
  test('saves and restores, prints nothing and keeps its environment', async () => {
    const cache = await startCache();
    const script = `
      import { mkdirSync, writeFileSync, readFileSync } from 'node:fs';
      mkdirSync('source');
      writeFileSync('source/vmlinux', 'ELF');
      const before = JSON.stringify(env);
      const store = actionsStore({ folder: folder + '/cache', env, notice: console.log });
      await store.save(key, folder + '/source');
      const found = ${RESTORE};
      console.log(found.sources, readFileSync('O/vmlinux', 'utf8'), JSON.stringify(process.env) === before);`;
    const result = await runStoreScript(script, cache.env);
    expect(result).toEqual({ code: 0, stdout: `${commit('c')} ELF true\n`, stderr: '' });
  });
});

describe('a program that packs an entry', () => {
  test('gets no variable that only an action has', async () => {
    const cache = await startCache();
    const fixture = await createFixture({ 'bin/tar': '' });
    onTestFinished(() => fixture.rm());
    const seen = fixture.getPath('seen');
    const tar = execFileSync('sh', ['-c', 'command -v tar'], { encoding: 'utf8' }).trim();
    await writeFile(fixture.getPath('bin/tar'), `#!/bin/sh\nenv >> ${seen}\nexec ${tar} "$@"\n`);
    await chmod(fixture.getPath('bin/tar'), 0o755);
    const PATH = `${fixture.getPath('bin')}:${process.env['PATH']}`;
    const run = await startRun(cache, { env: { ...cache.env, INPUT_TOKEN: 'ghs_secret', PATH } });

    await saveText(run, 'text');
    expect(await restoreText(run)).toBe('text');

    const variables = await readFile(seen, 'utf8');
    expect(variables).toContain('TAR_OPTIONS=');
    expect(variables).not.toContain(CACHE_TOKEN);
    expect(variables).not.toContain('ghs_secret');
  });
});
