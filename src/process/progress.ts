/** Told what is being done; renders it on a terminal, in a log, or not at all. */
export interface Progress {
  /** Begins a step, such as "stm32f469: building base", of as many objects where that is known. */
  readonly begin: (title: string, total?: number) => Step;
}

/** A line of kbuild's that tells of one finished object: `  CC      init/main.o`. */
export const OBJECT_LINE = /^ {2}[A-Z]+ +(\[M\] +)?\S+\.o$/;

/** Tells nobody. */
export const NO_PROGRESS: Progress = { begin: () => ({ line: () => undefined, end: () => undefined }) };

/** One step of the work. */
export interface Step {
  /** A line of the running command's output. */
  readonly line: (line: string) => void;
  readonly end: (outcome: 'done' | 'failed') => void;
}
