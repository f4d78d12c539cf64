import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { UserError } from '../../user-error.ts';

/** A file with what a build prints. */
export interface BuildLog {
  readonly path: string;
  readonly write: (line: string) => void;
  /** Throws a UserError where something could not be written. */
  readonly close: () => Promise<void>;
}

/** Characters; a build that prints without end would fill the disk, and before that this process's memory. */
const LONGEST = 64 * 1024 * 1024;

/** Begins a log anew, in the place of whatever is there. */
export async function openBuildLog(path: string): Promise<BuildLog> {
  await rm(path, { recursive: true, force: true });
  const stream = createWriteStream(path, { flags: 'wx' });
  const written = finished(stream).catch((cause: Error) => {
    throw new UserError(`the log ${path} cannot be written (${cause.message}); is the disk full?`, { cause });
  });
  // It may fail long before it is waited for.
  written.catch(() => undefined);
  let room = LONGEST;
  let leftOut = 0;
  return {
    path,
    write: (line) => {
      room -= line.length + 1;
      if (room >= 0) stream.write(`${line}\n`);
      else leftOut++;
    },
    close: async () => {
      stream.end(leftOut === 0 ? '' : `(${leftOut} further lines are left out)\n`);
      await written;
    },
  };
}
