import { getuid } from 'node:process';
import { UserError } from '../user-error.ts';
import type { Progress } from './progress.ts';
import { runProcess } from './run-process.ts';

/** What installing needs of whoever asks for it. */
interface Installation {
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** The line that a person would type. */
export function aptGetLine(packages: readonly string[]): string {
  return `sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/**
 * Runs apt-get as root or through password-less sudo. It removes nothing that the machine has. Throws a UserError with
 * the line to type where it fails.
 */
export async function installPackages(packages: readonly string[], context: Installation): Promise<void> {
  const step = context.progress.begin(`installing ${packages.join(' ')}`);
  const commands = [['update'], ['install', '-y', '--no-install-recommends', '--no-remove', ...packages]];
  let lastLine = '';
  for (const args of commands) {
    const [command, ...rest] = [...asRoot(), 'apt-get', ...args] as [string, ...string[]];
    const result = await runProcess(command, rest, {
      cwd: '/',
      env: { ...context.env, DEBIAN_FRONTEND: 'noninteractive' },
      signal: context.signal,
      onLine: (line) => {
        lastLine = line;
        step.line(line);
      },
    });
    if (result.code === 0 || args[0] === 'update') continue;
    step.end('failed');
    throw new UserError(
      `apt-get could not install ${packages.join(' ')}: ${lastLine.trim() || `${command} does not run`}; run as root, allow sudo without a ` +
        `password, or run before: ${aptGetLine(packages)}`,
    );
  }
  step.end('done');
}

function asRoot(): string[] {
  return getuid?.() === 0 ? [] : ['sudo', '-n'];
}
