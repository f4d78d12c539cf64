import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { CountReporter } from './test/support/count-reporter.ts';

const cache = process.env['KSB_CACHE'] ?? join(import.meta.dirname, '.cache');

/** Where tests find what scripts/test.js and test/support/kernel/prepare-kernels.ts have made. */
const env = {
  KSB_CACHE: cache,
  KSB_KERNEL_6_1: join(cache, 'linux-6.1'),
  KSB_KERNEL_6_12: join(cache, 'linux-6.12'),
};

/** Builds take minutes, on a slow machine half an hour for all presets; what they may take guards against a hang. */
const builds = { testTimeout: 4_800_000, hookTimeout: 4_800_000, env };

/**
 * `unit` needs Node, git and compilers. `presets` and `kernel` build real kernels, two files at the same time, since
 * configuring and linking keep one core busy; `kernel` after `presets`, whose builds it takes. Files that build at the
 * same time have build folders of their own, and none checks out what another one compiles.
 */
export default defineConfig({
  test: {
    globalSetup: ['test/support/kernel/prepare-kernels.ts', 'test/support/runner/bundles.ts'],
    maxWorkers: 2,
    reporters: ['default', new CountReporter()],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          // Most of their time concurrent tests wait, as long as GitHub says.
          maxConcurrency: 12,
          // No module keeps anything, so files share what is loaded.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
          env,
        },
      },
      {
        test: {
          name: 'presets',
          include: ['test/e2e/presets/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          ...builds,
        },
      },
      {
        test: {
          name: 'kernel',
          include: ['test/e2e/kernel/**/*.test.ts'],
          sequence: { groupOrder: 2 },
          ...builds,
        },
      },
    ],
  },
});
