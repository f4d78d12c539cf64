import { join } from 'node:path';
import { prepareKernelRepository } from '../../../demo/kernel-repository.ts';

/** Makes git repositories of Debian's two kernels, once; vitest runs it before all tests. */
export async function setup(): Promise<void> {
  const cache = process.env['KSB_CACHE'] ?? join(import.meta.dirname, '../../../.cache');
  for (const version of ['6.1', '6.12'] as const) {
    await prepareKernelRepository({ cache, tree: undefined, version });
  }
}
