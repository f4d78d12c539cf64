/**
 * GNU tar, which runs the compressor itself and fails when that fails. The compressed bytes go through this process:
 * when it is killed, tar and the compressor end with it.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** How tar ended, and all lines that it and the compressor have printed. */
export interface TarResult {
  readonly code: number;
  readonly complaints: readonly string[];
}

/** Where the compressed bytes come from or go to. */
export type TarStream =
  | { readonly kind: 'from'; readonly stream: Readable }
  | { readonly kind: 'to'; readonly stream: Writable };

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

const LONGEST_COMPLAINT = 300;

/**
 * Nothing of the environment reaches tar but `path`. Throws where tar cannot be started or is killed, and where bytes
 * cannot be read or written by this process.
 */
export async function runTar(args: readonly string[], path: string, bytes: TarStream): Promise<TarResult> {
  const child = spawn('tar', ['--force-local', '--file=-', ...args], {
    env: { PATH: path, LC_ALL: 'C' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const stderr: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const [ended, moved] = await Promise.allSettled([endOf(child), moveBytes(child, bytes)]);
  if (ended.status === 'rejected') throw ended.reason;
  const code = ended.value;
  if (moved.status === 'rejected' && (code === 0 || !isEndOfOther(moved.reason))) throw moved.reason;
  const lines = Buffer.concat(stderr).toString().split('\n');
  return { code, complaints: lines.filter((line) => line.trim() !== '') };
}

/** The line that says most: the compressor's, since tar just stumbles over what that has left. */
export function mainComplaint({ code, complaints }: TarResult): string {
  const line = complaints.find((complaint) => !complaint.startsWith('tar:')) ?? complaints[0];
  return (line ?? `tar ended with ${code}`).trim().slice(0, LONGEST_COMPLAINT);
}

function endOf(child: Child): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(new Error(`tar cannot be run (${cause.message})`, { cause })));
    child.on('close', (code, signal) => {
      if (code === null) reject(new Error(`tar was ended by ${signal}`));
      else resolve(code);
    });
  });
}

function moveBytes({ stdin, stdout }: Child, { kind, stream }: TarStream): Promise<void> {
  if (kind === 'to') {
    stdin.end();
    return pipeline(stdout, stream);
  }
  stdout.resume();
  return pipeline(stream, stdin);
}

/** Tar has stopped reading, and says why itself. */
function isEndOfOther(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EPIPE' || code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}
