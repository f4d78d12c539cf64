import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** The bundled entries; the folder is removed when disposed. */
export interface Bundle extends AsyncDisposable {
  readonly action: string;
  readonly cli: string;
}

const ROOT = join(import.meta.dirname, '../..');

/** Bundles the sources as scripts/build.js does, into a temporary folder that is laid out like the package. */
export async function createBundle(): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), 'ksb-bundle-'));
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
  return {
    action: join(dist, 'action.js'),
    cli: join(dist, 'cli.js'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
