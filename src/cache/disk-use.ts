import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Bytes of all files below some paths, as `du` of coreutils counts them; 0 for what is not there. In a checkout of Linux
 * that is a fraction of a second, where Node takes several.
 */
export async function diskUse(
  paths: readonly string[],
  env: Readonly<NodeJS.ProcessEnv>,
): Promise<ReadonlyMap<string, number>> {
  const use = new Map<string, number>(paths.map((path) => [path, 0]));
  if (paths.length === 0) return use;
  const args = ['--bytes', '--summarize', '--null', '--', ...paths];
  // du fails for what has gone meanwhile, and tells the rest.
  const stdout = await promisify(execFile)('du', args, { env }).then(
    (result) => result.stdout,
    (error: { readonly stdout?: string }) => error.stdout ?? '',
  );
  for (const line of stdout.split('\0')) {
    const [, bytes, path] = /^(\d+)\t([^]*)$/.exec(line) ?? [];
    if (bytes !== undefined && path !== undefined) use.set(path, Number(bytes));
  }
  return use;
}
