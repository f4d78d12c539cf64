/**
 * The only way to the log of a workflow run. What is written there besides, by a library or by Node, is made inert too:
 * this takes over both streams of the process.
 */
import type { Progress } from '../../process/progress.ts';
import { escapeData, inertLog } from '../../report/inert/inert-log.ts';
import { logProgress } from '../progress.ts';

/** A place in a source file that a remark is about. */
interface Place {
  /** From the repository's root. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly title: string;
}

/** Every text may be a stranger's. */
export interface RunnerLog {
  readonly info: (text: string) => void;
  readonly notice: (message: string, place?: Place) => void;
  readonly warning: (message: string, place?: Place) => void;
  readonly error: (message: string) => void;
  readonly progress: Progress;
}

/** Writes as it is what it is given. */
type RawWrite = (text: string) => unknown;

/** What this takes over. */
interface Streams {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly once: (event: 'exit', listener: () => void) => unknown;
}

type Stream = Pick<NodeJS.WriteStream, 'write'>;

export function openRunnerLog(process: Streams): RunnerLog {
  const write = takeOver(process.stdout, process);
  takeOver(process.stderr, process);
  const remark =
    (command: 'notice' | 'warning' | 'error') =>
    (message: string, place?: Place): unknown =>
      write(
        `::${command}${place === undefined ? '' : propertiesOf(place)}::${escapeData(inertLog(message))}\n`,
      );
  return {
    info: (text) => write(`${inertLog(text)}\n`),
    notice: remark('notice'),
    warning: remark('warning'),
    error: remark('error'),
    progress: logProgress(write),
  };
}

/**
 * Makes inert what anybody writes to a stream from now on, line by line: a command may come in pieces. Returns what
 * writes to it as before.
 */
function takeOver(stream: Stream, process: Streams): RawWrite {
  const write = stream.write.bind(stream) as RawWrite;
  let begun = '';
  stream.write = (chunk: string | Uint8Array, ...more: readonly unknown[]): boolean => {
    begun += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    const end = begun.lastIndexOf('\n') + 1;
    if (end > 0) write(inertLog(begun.slice(0, end)));
    begun = begun.slice(end);
    const callback = more.at(-1);
    if (typeof callback === 'function') callback();
    return true;
  };
  process.once('exit', () => void (begun !== '' && write(`${inertLog(begun)}\n`)));
  return write;
}

function propertiesOf({ title, file, line }: Place): string {
  const properties = Object.entries({ title, file, line: String(line) });
  return ` ${properties.map(([name, value]) => `${name}=${escapeProperty(value)}`).join(',')}`;
}

function escapeProperty(value: string): string {
  return escapeData(inertLog(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
