import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import type { TestProject } from 'vitest/node';

/** Paths of what is bundled once for all tests; nothing may be written beside them. */
export interface Bundles {
  readonly action: string;
  readonly cli: string;
  /** The store of the Actions cache, with the library's thread in a file beside it. */
  readonly actionsStore: string;
  /** What processes of test/cache/store-steps.ts run. */
  readonly storeSteps: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly bundles: Bundles;
  }
}

const ROOT = join(import.meta.dirname, '../../..');

/**
 * Bundles what tests run in processes of their own, as scripts/build.js does, into a temporary folder that is laid out
 * like the package. vitest runs it before all tests and in its own process: workers that have no bundler stay small,
 * and what a process takes to start another one grows with its memory.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'ksb-bundles-'));
  const dist = join(folder, 'dist');
  await mkdir(dist);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await symlink(join(ROOT, 'presets'), join(folder, 'presets'));
  const worker = { 'actions-cache-worker': 'src/cache/actions-cache-worker.ts' };
  await bundle(dist, { action: 'src/action.ts', cli: 'src/cli.ts', ...worker });
  await bundle(join(folder, 'store'), { 'actions-store': 'src/cache/actions-store.ts', ...worker });
  await bundle(join(folder, 'steps'), { 'store-steps': 'test/cache/store-steps.ts' });
  project.provide('bundles', {
    action: join(dist, 'action.js'),
    cli: join(dist, 'cli.js'),
    actionsStore: join(folder, 'store/actions-store.js'),
    storeSteps: join(folder, 'steps/store-steps.js'),
  });
  return () => rm(folder, { recursive: true, force: true });
}

async function bundle(dir: string, input: Readonly<Record<string, string>>): Promise<void> {
  const made = await rolldown({ cwd: ROOT, input, platform: 'node', transform: { target: 'node20' } });
  await made.write({ dir, format: 'esm', entryFileNames: '[name].js' });
  await made.close();
}
