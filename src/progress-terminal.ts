import type { Progress, Step } from './kernel/progress.ts';

/** A stream for progress: one line that is drawn over on a terminal, one line a finished step elsewhere. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** A line of kbuild's that tells of one finished object: `  CC      init/main.o`. */
export const OBJECT_LINE = /^ {2}[A-Z]+ +(\[M\] +)?\S+\.o$/;

const REDRAW_MS = 200;

export function terminalProgress(stream: ProgressStream): Progress {
  return {
    begin: (title) => (stream.isTTY === true ? drawnStep(stream, title) : printedStep(stream, title)),
  };
}

function drawnStep(stream: ProgressStream, title: string): Step {
  const counter = countObjects(title);
  const width = (stream.columns ?? 80) - 1;
  const draw = (): unknown => stream.write(`\r\u001B[K${counter.text().slice(0, width)}`);
  const timer = setInterval(draw, REDRAW_MS);
  return {
    line: counter.line,
    end: (outcome) => {
      clearInterval(timer);
      stream.write(`\r\u001B[K${outcome === 'failed' ? `${counter.text()}, failed\n` : ''}`);
    },
  };
}

function printedStep(stream: ProgressStream, title: string): Step {
  const counter = countObjects(title);
  return { line: counter.line, end: (outcome) => stream.write(`${counter.text()}, ${outcome}\n`) };
}

function countObjects(title: string): { readonly line: Step['line']; readonly text: () => string } {
  const start = performance.now();
  let objects = 0;
  return {
    line: (line) => {
      if (OBJECT_LINE.test(line)) objects++;
    },
    text: () => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      return `${title}: ${objects === 0 ? '' : `${objects} ${objects === 1 ? 'object' : 'objects'}, `}${seconds} s`;
    },
  };
}
