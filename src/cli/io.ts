import type { ProgressStream } from './progress.ts';

/** What commands are given of the world around them. */
export interface CliIo {
  /** What acts on a terminal is shown, not written. */
  readonly stdout: ProgressStream;
  readonly stderr: ProgressStream;
  /** As it is, for what other programs read. */
  readonly writeRaw: (text: string) => void;
  /** One line on stderr. */
  readonly say: (message: string) => void;
  /** Aborts when the user or the system ends the program. */
  readonly interruption: () => AbortSignal;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  readonly setExitCode: (code: number) => void;
}
