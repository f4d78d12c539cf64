import { grouped } from '../budget/units.ts';
import { OBJECT_LINE, type Progress, type Step } from '../process/progress.ts';
import { visibleLine } from '../report/inert/inert-text.ts';

/** A stream for progress: one line that is drawn over on a terminal, for all running steps, one line a finished step elsewhere. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

export { OBJECT_LINE };

const REDRAW_MS = 200;

/** Whether lines may be drawn over and coloured: a terminal of TERM=dumb can do neither. */
export function isTerminal(
  { isTTY }: Pick<ProgressStream, 'isTTY'>,
  env: Readonly<NodeJS.ProcessEnv>,
): boolean {
  return isTTY === true && env['TERM'] !== 'dumb';
}

/** Columns of a terminal that does not say how many it has: some report 0. */
const USUAL_COLUMNS = 80;

export function columnsOf({ columns }: Pick<ProgressStream, 'columns'>): number {
  return columns === undefined || columns <= 0 ? USUAL_COLUMNS : columns;
}

export function terminalProgress(stream: ProgressStream): Progress {
  return stream.isTTY === true ? drawnProgress(stream) : { begin: (title) => printedStep(stream, title) };
}

function drawnProgress(stream: ProgressStream): Progress {
  const running = new Set<Counter>();
  let timer: NodeJS.Timeout | undefined;
  const draw = (above: string): void => {
    const width = columnsOf(stream) - 1;
    stream.write(`\r\u001B[K${above}${lineOf([...running], width)}`);
  };
  return {
    begin: (title, total) => {
      const counter = countObjects(title, total);
      running.add(counter);
      timer ??= setInterval(() => draw(''), REDRAW_MS);
      return {
        line: counter.line,
        end: (outcome) => {
          running.delete(counter);
          if (running.size === 0) {
            clearInterval(timer);
            timer = undefined;
          }
          draw(outcome === 'failed' ? `${counter.text()}, failed\n` : '');
        },
      };
    },
  };
}

function printedStep(stream: ProgressStream, title: string): Step {
  const counter = countObjects(title);
  return { line: counter.line, end: (outcome) => stream.write(`${counter.text()}, ${outcome}\n`) };
}

const BETWEEN = ' | ';

/** One step in full; of several the titles and the objects, with titles cut where there is not enough room. */
function lineOf(steps: readonly Counter[], width: number): string {
  const [only, ...others] = steps;
  if (only === undefined) return '';
  if (others.length === 0) return only.state().slice(0, width);
  const whole = steps.map((step) => step.brief(width)).join(BETWEEN);
  if (whole.length <= width) return whole;
  const share = Math.floor((width + BETWEEN.length) / steps.length) - BETWEEN.length;
  return steps
    .map((step) => step.brief(share))
    .join(BETWEEN)
    .slice(0, width);
}

interface Counter extends Pick<Step, 'line'> {
  /** What is said of it in the end. */
  readonly text: () => string;
  /** The same while it runs, with how many objects there will be. */
  readonly state: () => string;
  /** In no more than so many columns, where that is enough for the number of objects. */
  readonly brief: (width: number) => string;
}

function countObjects(written: string, total?: number): Counter {
  const title = visibleLine(written);
  const start = performance.now();
  let objects = 0;
  /** A build that has more than the last one had is not nearly done. */
  const done = (): string =>
    total === undefined || objects > total ? `${objects}` : `${grouped(objects)} of ${grouped(total)}`;
  const textOf = (count: string): string => {
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    return `${title}: ${count === '' ? '' : `${count}, `}${seconds} s`;
  };
  return {
    line: (line) => {
      if (OBJECT_LINE.test(line)) objects++;
    },
    text: () => textOf(objects === 0 ? '' : `${objects} ${objects === 1 ? 'object' : 'objects'}`),
    state: () => textOf(objects === 0 ? '' : `${done()} ${done() === '1' ? 'object' : 'objects'}`),
    brief: (width) => {
      const count = objects === 0 ? '' : ` ${done()}`;
      const room = width - count.length;
      return `${title.length <= room ? title : `${title.slice(0, Math.max(0, room - 1))}…`}${count}`;
    },
  };
}
