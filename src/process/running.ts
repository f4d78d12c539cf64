/** What runs on this machine, as /proc tells (proc(5)); nothing where there is none. Others' processes tell little. */
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** A process, and what its program is called. */
export interface RunningProcess {
  readonly pid: number;
  readonly name: string;
}

/** All processes that a test holds for, but for this one. One that ends meanwhile is left out. */
export function findProcesses(test: (pid: number) => boolean): RunningProcess[] {
  return namesIn('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && test(pid))
    .flatMap((pid) => {
      const name = textOf(pid, 'comm');
      return name === undefined ? [] : [{ pid, name: name.trimEnd() }];
    });
}

/** What the descriptors of a process lead to: paths, and words such as `socket:[123]`. */
export function openFilesOf(pid: number): string[] {
  return namesIn(`/proc/${pid}/fd`).flatMap((name) => linkOf(pid, `fd/${name}`) ?? []);
}

/** What `/proc/PID/NAME` leads to, such as `cwd`; undefined where that is not told. */
export function linkOf(pid: number, name: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/${name}`);
  } catch {
    return undefined;
  }
}

/** The text of `/proc/PID/NAME`, such as `environ`; undefined where that is not told. */
export function textOf(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
}

/** Fields of `/proc/PID/stat` after the name, which may hold anything: the state is the first one. */
export function statusOf(pid: number): readonly string[] | undefined {
  const text = textOf(pid, 'stat');
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields === undefined || fields.length < 20 ? undefined : fields;
}

/** In ticks since the machine was started; undefined for a process that is gone, and for one that has ended. */
export function startOf(pid: number): string | undefined {
  const fields = statusOf(pid);
  return fields === undefined || fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

/** Ends a process at once; one that is gone, or another user's, is left. */
export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already, or is not ours.
  }
}

/** `sleep (123), make (124)`, on one line, however many there are. */
export function inWords(processes: readonly RunningProcess[]): string {
  const named = processes.slice(0, 5).map(({ pid, name }) => `${name} (${pid})`);
  return `${named.join(', ')}${processes.length > named.length ? ', …' : ''}`;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
