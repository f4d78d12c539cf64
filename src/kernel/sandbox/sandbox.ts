import { type ProcessResult, runProcess } from '../../process/run-process.ts';
import type { Ccache } from '../tools/ccache.ts';

/** A program, where it starts and in what environment; `cwd` is absolute. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** What it inherits, as with `runProcess`. */
  readonly descriptors?: readonly number[];
}

/** What a command works on; absolute paths, the same inside of a sandbox as outside. */
export interface Reach {
  /** The kernel tree, which is only read. */
  readonly source?: string;
  /** `O=`, the one place where what the command writes stays. */
  readonly output?: string;
  /** Whether it may add to the compiler cache that CCACHE_DIR names; it may read it. */
  readonly ccache?: Pick<Ccache, 'access'> | undefined;
}

/** Keeps what a stranger's tree runs apart from the rest of the machine. */
export interface Sandbox {
  /** The command that runs another one so that it reaches no more than it works on. */
  readonly confine: (command: Command, reach: Reach) => Command;
}

/** For a developer's own tree: commands run as they are. */
export const noSandbox: Sandbox = { confine: (command) => command };

/** Runs a command in a sandbox; what becomes of it is as with `runProcess`. */
export function runConfined(
  command: Command,
  reach: Reach,
  context: {
    readonly sandbox: Sandbox;
    readonly signal: AbortSignal;
    readonly onLine?: (line: string) => void;
  },
): Promise<ProcessResult> {
  const { program, args, ...surroundings } = context.sandbox.confine(command, reach);
  const { signal, onLine } = context;
  return runProcess(program, args, { ...surroundings, signal, ...(onLine && { onLine }) });
}
