import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { PULL_REQUESTS } from '../../../demo/pull-requests.ts';
import { nmAddresses, objcopySize } from '../elf/binutils.ts';
import { commitEdits } from './kernel-commits.ts';
import { type RealCheckResult, checkRealKernel } from './real-kernels.ts';

const ARM = 'arm-linux-gnueabi-';
const BUDGET_FILE = 'targets:\n  stm32f469: { extends: stm32f469, growth: { flash: 4K, ram: 1K } }\n';

async function checkPullRequest(index: number): Promise<RealCheckResult> {
  const { file, from, to } = PULL_REQUESTS[index]!.edit;
  const head = await commitEdits('6.12', { [file]: (text) => text.replace(from, to) });
  return checkRealKernel({ version: '6.12', base: 'original', head, budgetFile: BUDGET_FILE });
}

/** Checks the demonstration's two changes on the command line, against binutils and by hand. */
export function describeDemoChanges(): void {
  describe('a change that shrinks a table', () => {
    let checked: RealCheckResult;

    beforeAll(async () => {
      checked = await checkPullRequest(0);
    });

    test('passes', () => {
      expect(checked.exitCode).toBe(0);
    });

    test('has the flash of objcopy and the RAM of nm at head', () => {
      const vmlinux = join(checked.output('stm32f469'), 'vmlinux');
      const at = nmAddresses(vmlinux, ARM);
      const metrics = checked.report.targets[0]!.delta!.metrics;
      expect(metrics.find(({ metric }) => metric === 'image')?.head).toBe(objcopySize(vmlinux, ARM));
      expect(metrics.find(({ metric }) => metric === 'ram')?.head).toBe(at.get('_end')! - at.get('_sdata')!);
    });

    test('makes RAM 3,968 bytes smaller, all of them in in_lookup_hashtable', () => {
      const { metrics, symbols } = checked.report.targets[0]!.delta!;
      const ram = metrics.find(({ metric }) => metric === 'ram')!;
      expect(ram.head - ram.base!).toBe(-3968);
      expect(symbols!.rows.at(-1)).toEqual({
        name: 'in_lookup_hashtable',
        old: 4096,
        new: 128,
        delta: -3968,
      });
    });
  });

  describe('a change that doubles the table', () => {
    let checked: RealCheckResult;

    beforeAll(async () => {
      checked = await checkPullRequest(1);
    });

    test('fails with the broken limit in the first line', () => {
      expect(checked.exitCode).toBe(1);
      expect(checked.stdout.split('\n')[0]).toBe(
        'Kernel size: stm32f469 is over its growth limit: ram +4,096 B (limit +1,024 B)',
      );
    });
  });
}
