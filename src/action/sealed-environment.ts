/**
 * Keeps the environment that the runner lends to an action out of `/proc/PID/environ`, where every process of the same
 * user can read what a process was started with: the action starts itself anew in its place with what Node needs, and
 * takes the rest from a file that is gone before anything of a stranger's runs. Not even that hides it from a debugger.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** What this needs of the process; `execve` came with Node 22.15. */
export type Sealable = Pick<NodeJS.Process, 'env' | 'execPath' | 'execArgv' | 'argv' | 'execve'>;

/** Names the file for the second start. */
const POINTER = 'KERNEL_SIZE_BUDGET_ENVIRONMENT';

/** What Node and its libraries read as they start. */
const KEPT =
  /^(PATH|HOME|LANG|LC_\w+|TZ|LD_LIBRARY_PATH|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR)$/;

/**
 * At the first start this does not return where it can seal; at the second the variables are back. Returns why the
 * environment stays readable where a Node that could seal it cannot.
 */
export function sealEnvironment(process: Sealable): string | undefined {
  const file = process.env[POINTER];
  if (file !== undefined) {
    delete process.env[POINTER];
    unseal(process.env, file);
    return undefined;
  }
  const secrets = Object.entries(process.env).filter(([name]) => !KEPT.test(name));
  if (process.execve === undefined || secrets.length === 0) return undefined;
  return seal(process, Object.fromEntries(secrets));
}

/** setenv(3) puts them in memory of its own, and not where the kernel reads `environ`. */
function unseal(env: NodeJS.ProcessEnv, file: string): void {
  const text = readFileSync(file, 'utf8');
  rmSync(file);
  Object.assign(env, JSON.parse(text));
}

function seal(process: Sealable, secrets: NodeJS.ProcessEnv): string {
  const { env, execPath, execArgv, argv } = process;
  const folder = env['RUNNER_TEMP'] ?? '';
  if (!isAbsolute(folder)) return 'RUNNER_TEMP is not set';
  const file = join(folder, `kernel-size-budget-${randomUUID()}`);
  const kept = Object.fromEntries(Object.entries(env).filter(([name]) => KEPT.test(name)));
  try {
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600, flag: 'wx' });
    return process.execve!(execPath, [execPath, ...execArgv, ...argv.slice(1)], { ...kept, [POINTER]: file });
  } catch (error) {
    rmSync(file, { force: true });
    return (error as Error).message;
  }
}
