import { readFile } from 'node:fs/promises';
import { DEFAULT_CACHE_SIZE } from '../../../src/cache/store.ts';
import { type LocalCheckOptions, runCheck } from '../../../src/cli/check.ts';
import type { Report } from '../../../src/report/report.ts';
import type { Repository } from '../git/repository.ts';

/** How a check is run: the options of the command line, and the world around it. */
export interface ToyCheck extends Partial<LocalCheckOptions> {
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** What stdout and stderr are. */
  readonly output?: 'terminal' | 'file';
}

export interface ToyCheckResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** As `--json` wrote it. */
  readonly report: Report;
}

/** The environment of a developer who has nothing set; caches are in the repository's own temporary folder. */
export function developerEnvironment(kernel: Repository): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: kernel.beside('home'),
    XDG_CACHE_HOME: kernel.beside('cache'),
  };
}

/** What the command line gives where nothing is said. */
const DEFAULTS = {
  target: [],
  by: [],
  jobs: 2,
  cache: true,
  cacheSize: DEFAULT_CACHE_SIZE,
  ccache: 'never',
  skip: true,
} as const;

/** Runs `kernel-size-budget check` on a repository, in this process. */
export async function checkToy(kernel: Repository, check: ToyCheck = {}): Promise<ToyCheckResult> {
  const { env, signal, output = 'file', ...options } = check;
  const printed = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    isTTY: output === 'terminal',
    write: (text: string) => (printed[name] += text),
  });
  const json = options.json ?? kernel.beside('report.json');
  const exitCode = await runCheck(
    { ...DEFAULTS, kernel: kernel.folder, ...options, json },
    {
      env: { ...developerEnvironment(kernel), ...env },
      stdout: stream('stdout'),
      stderr: stream('stderr'),
      writeRaw: stream('stdout').write,
      signal: signal ?? new AbortController().signal,
    },
  );
  return { exitCode, ...printed, report: JSON.parse(await readFile(json, 'utf8')) as Report };
}
