import { execFileSync } from 'node:child_process';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { openBuildLog } from '../../../src/kernel/make/build-log.ts';
import { UserError } from '../../../src/user-error.ts';

test.each(['mkfifo log', 'ln -s target log', 'mkdir -p log/log', 'echo before > log'])(
  'a log is written anew in the place of what is there: %s',
  async (command) => {
    await using place = await createFixture({ target: 'kept' });
    execFileSync('sh', ['-c', command], { cwd: place.path });
    const log = await openBuildLog(place.getPath('log'));
    log.write('a line');
    await log.close();
    expect(await place.readFile('log', 'utf8')).toBe('a line\n');
    expect(await place.readFile('target', 'utf8')).toBe('kept');
  },
);

test('a log has an end, and says how much it leaves out', async () => {
  await using place = await createFixture({});
  const log = await openBuildLog(place.getPath('log'));
  const line = 'x'.repeat(1024 * 1024 - 1);
  for (let megabytes = 0; megabytes < 100; megabytes++) log.write(line);
  await log.close();
  const size = Number(execFileSync('stat', ['-c', '%s', place.getPath('log')], { encoding: 'utf8' }));
  expect(size).toBeLessThan(65 * 1024 * 1024);
  const end = execFileSync('tail', ['-n', '1', place.getPath('log')], { encoding: 'utf8' });
  expect(end).toBe('(36 further lines are left out)\n');
});

test('a log that cannot be written is a sentence', async () => {
  await using place = await createFixture({});
  const log = await openBuildLog(place.getPath('gone/log'));
  log.write('a line');
  await expect(log.close()).rejects.toThrow(UserError);
});
