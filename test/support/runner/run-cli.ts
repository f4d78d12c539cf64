import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import type { Repository } from '../git/repository.ts';
import { developerEnvironment } from '../kernel/toy-check.ts';

/** How the bundled command line ended; null when a signal ended it. */
interface CliResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running command line, in a process group of its own as a shell starts it. */
interface CliProcess {
  readonly pid: number;
  /** What Ctrl-C does in a terminal: the whole group gets it. */
  readonly pressCtrlC: () => void;
  /** Ends the program, not what it has started, as the kernel ends a process for want of memory. */
  readonly kill: () => void;
  /** Waits until stderr has such a text. */
  readonly says: (pattern: RegExp) => Promise<void>;
  readonly end: Promise<CliResult>;
}

interface CliOptions {
  /** Where it is started; the repository by default. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Cli {
  readonly start: (home: Repository, args: readonly string[], options?: CliOptions) => CliProcess;
  readonly run: (home: Repository, args: readonly string[], options?: CliOptions) => Promise<CliResult>;
  /** Runs a script of bash, in which `cli` is the command line. */
  readonly shell: (home: Repository, script: string, options?: CliOptions) => Promise<CliResult>;
  /** Node and the command line, for the environment of a script that is to name them. */
  readonly programs: () => { readonly NODE: string; readonly CLI: string };
  readonly startShell: (home: Repository, script: string, options?: CliOptions) => CliProcess;
}

/** The bundled command line. Caches lie beside the repository that a run is given. */
export function useCli(): Cli {
  const { cli } = inject('bundles');
  const start: Cli['start'] = (home, args, options) =>
    startProcess(home, [process.execPath, cli, ...args], options);
  const startShell: Cli['startShell'] = (home, script, options) => {
    const command = `cli() { '${process.execPath}' '${cli}' "$@"; }\n${script}`;
    return startProcess(home, ['bash', '-c', command], options);
  };
  return {
    start,
    run: (home, args, options) => start(home, args, options).end,
    shell: (home, script, options) => startShell(home, script, options).end,
    startShell,
    programs: () => ({ NODE: process.execPath, CLI: cli }),
  };
}

function startProcess(
  home: Repository,
  [command = '', ...args]: readonly string[],
  { cwd = home.folder, env }: CliOptions = {},
): CliProcess {
  const child = spawn(command, args, {
    cwd,
    env: { ...developerEnvironment(home), ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => (output[name] += chunk));
  }
  const end = new Promise<CliResult>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, ...output }));
  });
  const says = async (pattern: RegExp): Promise<void> => {
    while (!pattern.test(output.stderr)) await setTimeout(20);
  };
  const pid = child.pid ?? 0;
  return {
    pid,
    says,
    kill: () => void child.kill('SIGKILL'),
    pressCtrlC: () => void process.kill(-pid, 'SIGINT'),
    end,
  };
}
