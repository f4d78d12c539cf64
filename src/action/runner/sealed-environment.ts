/**
 * Keeps the environment that the runner lends to an action out of `/proc/PID/environ`, where every process of the same
 * user can read what a process was started with: the action starts itself anew in its place with what Node needs, and
 * takes the rest from its stdin, a file that has no name. Not even that hides it from a debugger.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** What this needs of the process; `execve` came with Node 22.15. */
export type Sealable = Pick<NodeJS.Process, 'env' | 'execPath' | 'execArgv' | 'argv' | 'execve'>;

/** Says that this is the second start. */
const MARK = 'KERNEL_SIZE_BUDGET_ENVIRONMENT';

/** What Node and its libraries read as they start. */
const KEPT =
  /^(PATH|HOME|LANG|LC_\w+|TZ|LD_LIBRARY_PATH|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR)$/;

/** The one file beside stdout and stderr that `execve` hands on. */
const STDIN = 0;

/**
 * At the first start this does not return where it can seal; at the second the variables are back. Returns why the
 * environment stays readable where a Node that could seal it cannot.
 */
export function sealEnvironment(process: Sealable): string | undefined {
  const isMarked = process.env[MARK] !== undefined;
  delete process.env[MARK];
  if (isMarked && isNameless(STDIN)) {
    unseal(process.env);
    return undefined;
  }
  const secrets = Object.entries(process.env).filter(([name]) => !KEPT.test(name));
  if (process.execve === undefined || secrets.length === 0) return undefined;
  return seal(process, Object.fromEntries(secrets));
}

function isNameless(file: number): boolean {
  const found = fstatSync(file);
  return found.isFile() && found.nlink === 0;
}

/** setenv(3) puts them in memory of its own, and not where the kernel reads `environ`. */
function unseal(env: NodeJS.ProcessEnv): void {
  const text = Buffer.alloc(fstatSync(STDIN).size);
  readSync(STDIN, text, 0, text.length, 0);
  clearStdin();
  Object.assign(env, JSON.parse(text.toString()));
}

function seal(process: Sealable, secrets: NodeJS.ProcessEnv): string {
  const { env, execPath, execArgv, argv } = process;
  const folder = env['RUNNER_TEMP'] ?? '';
  if (!isAbsolute(folder)) return 'RUNNER_TEMP is not set';
  const kept = Object.fromEntries(Object.entries(env).filter(([name]) => KEPT.test(name)));
  try {
    writeStdin(folder, JSON.stringify(secrets));
    return process.execve!(execPath, [execPath, ...execArgv, ...argv.slice(1)], { ...kept, [MARK]: 'stdin' });
  } catch (error) {
    clearStdin();
    return (error as Error).message;
  }
}

/** Nobody finds the text by a name, also where this process ends here. */
function writeStdin(folder: string, text: string): void {
  const path = join(folder, `kernel-size-budget-${randomUUID()}`);
  closeSync(STDIN);
  // The lowest number that is free.
  const file = openSync(path, 'wx+', 0o600);
  rmSync(path);
  if (file !== STDIN) throw new Error(`the file is open as ${file}; expected it as stdin`);
  writeFileSync(file, text);
}

/** What it holds is gone with it. */
function clearStdin(): void {
  try {
    closeSync(STDIN);
  } catch {
    // It could not be opened.
  }
  openSync('/dev/null', 'r');
}
