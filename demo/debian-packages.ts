import { getuid } from 'node:process';
import { runCommand } from './run-command.ts';

/** Installs Debian packages that are missing, as root or with sudo; otherwise ends with the line to type. */
export async function requirePackages(packages: readonly string[]): Promise<void> {
  const missing: string[] = [];
  for (const name of packages) if (!(await isInstalled(name))) missing.push(name);
  if (missing.length === 0) return;
  const line = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const [command, prefix] = getuid?.() === 0 ? ['apt-get', []] : ['sudo', ['-n', 'apt-get']];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await runCommand(command, [...prefix, 'update'], { env }).catch(() => '');
    await runCommand(command, [...prefix, ...line.split(' ').slice(1)], { env });
  } catch (cause) {
    throw new Error(`These packages are missing and could not be installed here. Run: sudo ${line}`, {
      cause,
    });
  }
}

async function isInstalled(name: string): Promise<boolean> {
  try {
    return (await runCommand('dpkg-query', ['-W', '-f', '${db:Status-Status}', name])) === 'installed';
  } catch {
    return false;
  }
}
