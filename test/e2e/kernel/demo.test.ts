import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { readable } from '../../support/report/readable.ts';

const root = join(import.meta.dirname, '../../..');

describe('npm run demo', () => {
  let stdout: string;

  beforeAll(async () => {
    const run = promisify(execFile);
    const printed = await run(process.execPath, [join(root, 'dist/demo.js')], { maxBuffer: 2 ** 28 });
    stdout = readable(printed.stdout);
  });

  test('shows a comment that lets the first pull request pass', () => {
    expect(stdout).toContain('### ✅ Kernel size: stm32f469 is within its limits: flash 0 B, ram -3,968 B');
    expect(stdout).toContain('--- the check passes: exit code 0 ---');
  });

  test('shows a comment that fails the second for its growth limit', () => {
    expect(stdout).toContain(
      '### ❌ Kernel size: stm32f469 is over its growth limit: ram +4,096 B (limit +1,024 B)',
    );
    expect(stdout).toContain('--- the check fails: exit code 1 ---');
  });
});
