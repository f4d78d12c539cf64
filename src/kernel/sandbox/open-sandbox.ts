import { readFileSync } from 'node:fs';
import { findOnPath } from '../../process/find-on-path.ts';
import { aptGetLine, installPackages } from '../../process/install-packages.ts';
import { UserError } from '../../user-error.ts';
import type { KernelBuild } from '../make/build-context.ts';
import { bubblewrap } from './bubblewrap.ts';
import type { Secrets } from './mounts.ts';
import { type Sandbox, noSandbox, runConfined } from './sandbox.ts';

export const SANDBOX_CHOICES = ['auto', 'bubblewrap', 'none'] as const;

/** `auto`: bubblewrap where it works. */
export type SandboxChoice = (typeof SANDBOX_CHOICES)[number];

/** A sandbox, and what a reader of the report has to know of it. */
export interface OpenSandbox {
  readonly sandbox: Sandbox;
  readonly notes: readonly string[];
}

/** What opening a sandbox needs of a build. */
export type SandboxContext = Pick<KernelBuild, 'env' | 'signal' | 'progress' | 'missingTools'>;

/**
 * Tries out once whether bubblewrap works here. Where it does not, `auto` says so in the log and in a note, and
 * `bubblewrap` is a UserError.
 */
export async function openSandbox(
  { choice, secrets }: { readonly choice: SandboxChoice; readonly secrets: Secrets },
  context: SandboxContext,
): Promise<OpenSandbox> {
  if (choice === 'none') return { sandbox: noSandbox, notes: [] };
  try {
    const sandbox = bubblewrap(await findBubblewrap(context), secrets);
    await tryOut(sandbox, context);
    return { sandbox, notes: [] };
  } catch (error) {
    if (!(error instanceof UserError) || choice === 'bubblewrap') throw error;
    context.progress.begin(`no sandbox for the builds: ${error.message}`).end('done');
    return { sandbox: noSandbox, notes: [`the kernels were built without a sandbox: ${error.message}`] };
  }
}

/** A sandbox for what is to run in one or not at all; undefined where none works. */
export async function findSandbox(
  context: Pick<SandboxContext, 'env' | 'signal'>,
): Promise<Sandbox | undefined> {
  const program = findOnPath('bwrap', context.env['PATH'] ?? '');
  if (program === undefined) return undefined;
  const sandbox = bubblewrap(program, { folders: [], files: [] });
  try {
    await tryOut(sandbox, context);
    return sandbox;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

const PACKAGE = 'bubblewrap';

async function findBubblewrap(context: SandboxContext): Promise<string> {
  const find = (): string | undefined => findOnPath('bwrap', context.env['PATH'] ?? '');
  if (find() === undefined && context.missingTools === 'install') await installPackages([PACKAGE], context);
  const program = find();
  if (program !== undefined) return program;
  throw new UserError(`bubblewrap is not installed; install it with: ${aptGetLine([PACKAGE])}`);
}

async function tryOut(
  sandbox: Sandbox,
  { env, signal }: Pick<SandboxContext, 'env' | 'signal'>,
): Promise<void> {
  const lines: string[] = [];
  const nothing = { program: 'true', args: [], cwd: '/', env };
  const onLine = (line: string): void => void lines.push(line);
  const { code } = await runConfined(nothing, {}, { sandbox, signal, onLine });
  if (code === 0) return;
  const said = lines.findLast((line) => line.trim() !== '')?.trim() ?? `bwrap ended with exit code ${code}`;
  throw new UserError(`bubblewrap does not work here (${said}); ${remedy()}`);
}

/** Kernels that keep user namespaces from everyone but root say so here. */
const RESTRICTIONS: readonly (readonly [setting: string, restricting: string, line: string])[] = [
  // https://ubuntu.com/blog/ubuntu-23-10-restricted-unprivileged-user-namespaces
  ['kernel/apparmor_restrict_unprivileged_userns', '1', 'kernel.apparmor_restrict_unprivileged_userns=0'],
  ['kernel/unprivileged_userns_clone', '0', 'kernel.unprivileged_userns_clone=1'],
  ['user/max_user_namespaces', '0', 'user.max_user_namespaces=10000'],
];

function remedy(): string {
  const found = RESTRICTIONS.find(([setting, restricting]) => readSetting(setting) === restricting);
  return found === undefined
    ? 'expected a machine, or a container, that allows user namespaces and mounts in them'
    : `allow it with: sudo sysctl -w ${found[2]}`;
}

function readSetting(name: string): string | undefined {
  try {
    return readFileSync(`/proc/sys/${name}`, 'utf8').trim();
  } catch {
    return undefined;
  }
}
