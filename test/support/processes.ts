import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Processes of a group that are still running; ended ones that nobody has waited for do not count. */
function runningInGroup(group: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const [state, , itsGroup] = statOf(pid);
      return Number(itsGroup) === group && state !== 'Z' && state !== 'X';
    })
    .map(Number);
}

/** The group of a process, or undefined when it is gone. */
export function groupOf(pid: number): number | undefined {
  const group = Number(statOf(String(pid))[2]);
  return Number.isNaN(group) ? undefined : group;
}

/** State, parent and group, behind the name that may hold anything (proc_pid_stat(5)). */
function statOf(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

/** Waits until something has come true; fails after a minute, which is long for a laden machine too. */
export async function waitFor<Value>(what: string, look: () => Value | undefined | false): Promise<Value> {
  const end = Date.now() + 60_000;
  for (;;) {
    const value = look();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`waited a minute for ${what}`);
    await sleep(20);
  }
}

/** Waits until a group has ended: the kernel closes the pipes of a process a moment before it counts as ended. */
export async function waitForEnd(group: number): Promise<void> {
  await waitFor(`the group ${group} to end`, () => runningInGroup(group).length === 0);
}
