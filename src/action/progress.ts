import { randomUUID } from 'node:crypto';
import type { Progress, Step } from '../process/progress.ts';
import { escapeData, inertLog } from '../report/inert/inert-log.ts';

/**
 * Progress in the log of a workflow run: one group a step. Groups cannot interleave, so the lines of a step that begins
 * while another one's group is open are held back until that ends. The build's output is a stranger's, so commands in
 * it are switched off.
 */
export function logProgress(write: Write): Progress {
  const waiting = new Map<Group, Outcome | 'running'>();
  let shown: Group | undefined;
  const showNext = (): void => {
    for (const [group, state] of waiting) {
      if (state === 'running') continue;
      waiting.delete(group);
      group.open();
      group.close(state);
    }
    [shown] = waiting.keys();
    if (shown === undefined) return;
    waiting.delete(shown);
    shown.open();
  };
  return {
    begin: (title) => {
      const group = createGroup(title, write);
      waiting.set(group, 'running');
      if (shown === undefined) showNext();
      return {
        line: group.line,
        end: (outcome) => {
          if (shown !== group) {
            waiting.set(group, outcome);
            return;
          }
          group.close(outcome);
          showNext();
        },
      };
    },
  };
}

type Write = (text: string) => unknown;
type Outcome = Parameters<Step['end']>[0];

/** A step's group, which holds lines back until it is open. */
interface Group extends Pick<Step, 'line'> {
  readonly open: () => void;
  readonly close: (outcome: Outcome) => void;
}

function createGroup(written: string, write: Write): Group {
  const title = inertLog(written);
  const { stop, resume } = commandSwitch();
  const held = holdLines();
  let isOpen = false;
  return {
    open: () => {
      isOpen = true;
      write(`::group::${escapeData(title)}\n${stop}${held.take()}`);
    },
    line: (line) => {
      if (isOpen) write(`${inertLog(line)}\n`);
      else held.add(inertLog(line));
    },
    close: (outcome) => write(`${resume}::endgroup::\n${outcome === 'failed' ? `${title}: failed\n` : ''}`),
  };
}

/** Characters of a step that are held back at least, and no more than twice as many: a build prints any amount. */
const HELD_CHARACTERS = 131_072;

/** The last lines of those that are added. */
function holdLines(): { readonly add: Step['line']; readonly take: () => string } {
  let older: string[] = [];
  let newer: string[] = [];
  let size = 0;
  let dropped = 0;
  return {
    add: (line) => {
      if (size >= HELD_CHARACTERS) {
        dropped += older.length;
        [older, newer, size] = [newer, [], 0];
      }
      newer.push(`${line}\n`);
      size += line.length + 1;
    },
    take: () => {
      const text = [...older, ...newer].join('');
      [older, newer] = [[], []];
      return dropped === 0 ? text : `(${dropped} earlier lines are left out)\n${text}`;
    },
  };
}

/** Lines with a token that what is between them cannot guess (docs.github.com, "Workflow commands", stop-commands). */
function commandSwitch(): { readonly stop: string; readonly resume: string } {
  const token = randomUUID();
  return { stop: `::stop-commands::${token}\n`, resume: `::${token}::\n` };
}
