/** How many objects a build from nothing has, for whoever watches the next one. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from '../../process/progress.ts';
import { OBJECT_LINE } from '../../process/progress.ts';
import { readBoundedText } from '../kernel-file.ts';

/** The number that the last such build of a target left among its logs; undefined where there was none. */
export function lastObjectCount(logs: string, target: string): number | undefined {
  try {
    const text = readBoundedText(pathOf(logs, target), 'state');
    return /^[1-9]\d{0,8}\n$/.test(text) ? Number(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Counts the lines of objects of a step, and leaves their number when it is done. */
export function countingObjects(step: Step, { logs, target }: { logs: string; target: string }): Step {
  let objects = 0;
  return {
    line: (line) => {
      if (OBJECT_LINE.test(line)) objects++;
      step.line(line);
    },
    end: (outcome) => {
      if (outcome === 'done') keepCount(pathOf(logs, target), objects);
      step.end(outcome);
    },
  };
}

/** A disk that is full is said by what matters. */
function keepCount(path: string, objects: number): void {
  try {
    rmSync(path, { recursive: true, force: true });
    writeFileSync(path, `${objects}\n`, { flag: 'wx' });
  } catch {
    // The next build has no total then.
  }
}

function pathOf(logs: string, target: string): string {
  return join(logs, `${target}-objects`);
}
