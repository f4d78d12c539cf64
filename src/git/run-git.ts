import { spawn } from 'node:child_process';
import { UserError } from '../user-error.ts';

/** git said no; the message carries what it printed. */
export class GitError extends UserError {}

/** One git process. */
export interface GitProcess {
  /** Where it starts. */
  readonly folder: string;
  /** Options before the command, which messages leave out. */
  readonly options: readonly string[];
  /** The whole environment. */
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** What it reads from stdin. */
  readonly input?: string;
}

/** Returns stdout without the final line break. Throws a GitError when git fails. */
export async function runGit(args: readonly string[], process: GitProcess): Promise<string> {
  return (await readGit(args, process)).toString().replace(/\n$/, '');
}

/** Returns stdout. Throws a GitError when git fails. */
export async function readGit(args: readonly string[], process: GitProcess): Promise<Buffer> {
  const { folder, options, env, input = '' } = process;
  const child = spawn('git', [...options, ...args], { cwd: folder, env, stdio: ['pipe', 'pipe', 'pipe'] });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (data: Buffer) => out.push(data));
  child.stderr.on('data', (data: Buffer) => err.push(data));
  // One that has failed reads no further, and says why itself.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.on('close', (...end) => resolve(end));
    child.on('error', (cause: NodeJS.ErrnoException) => reject(startError(folder, cause)));
  });
  if (code === 0) return Buffer.concat(out);
  // Not a GitError: that git was interrupted is no answer.
  if (signal !== null) throw new UserError(`git ${args.join(' ')} was ended by ${signal} in ${folder}`);
  const message = Buffer.concat(err).toString().trim().split('\n');
  throw new GitError(`git ${args.join(' ')} failed in ${folder}: ${message[0]}`, {
    details: message.slice(1),
  });
}

function startError(folder: string, cause: NodeJS.ErrnoException): UserError {
  return cause.code === 'ENOENT'
    ? new UserError(`git could not be started in ${folder}: install git, and check that the folder exists`, {
        cause,
      })
    : new UserError(`git could not be started in ${folder}: ${cause.message}`, { cause });
}
