import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** The bundled entries. */
export interface Bundle {
  readonly action: string;
  readonly cli: string;
}

const ROOT = join(import.meta.dirname, '../../..');

let shared: Promise<Bundle> | undefined;

/** The sources as scripts/build.js bundles them, once for all files of a worker; nothing may be written there. */
export function sharedBundle(): Promise<Bundle> {
  shared ??= createBundle();
  return shared;
}

/** Bundles into a temporary folder that is laid out like the package, and goes with this process. */
async function createBundle(): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), 'ksb-bundle-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const dist = join(folder, 'dist');
  await mkdir(dist);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await symlink(join(ROOT, 'presets'), join(folder, 'presets'));
  const bundle = await rolldown({
    cwd: ROOT,
    input: {
      action: 'src/action.ts',
      'actions-cache-worker': 'src/cache/actions-cache-worker.ts',
      cli: 'src/cli.ts',
    },
    platform: 'node',
    transform: { target: 'node20' },
  });
  await bundle.write({ dir: dist, format: 'esm', entryFileNames: '[name].js' });
  await bundle.close();
  return { action: join(dist, 'action.js'), cli: join(dist, 'cli.js') };
}
