import { constants } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../../files/make-folder.ts';
import { pathShortener } from '../../files/paths.ts';
import type { ProcessResult } from '../../process/run-process.ts';
import { inWords } from '../../process/running.ts';
import { UserError } from '../../user-error.ts';
import { type Command, runConfined } from '../sandbox/sandbox.ts';
import { ccacheArguments } from '../tools/ccache.ts';
import { type KernelBuild, makeArguments } from './build-context.ts';
import { openBuildLog } from './build-log.ts';
import { type FailureSearch, searchFailure } from './failure-cause.ts';
import type { MakeShare } from './make-queue.ts';
import { countingObjects, lastObjectCount } from './object-count.ts';

/** One run of make in a build folder. */
export interface MakeRun {
  /** What messages call it: `configuring`, `building`. */
  readonly step: string;
  readonly goals: readonly string[];
  /** Whether it makes all objects, which are counted then. */
  readonly extent?: 'all' | 'what changed';
  /** Added to the build's environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** A make, or a command of it, that was ended from outside: what it was to make may be there in part. */
export class CutOffBuild extends UserError {}

/** Whether all that a make has started had ended when it did; what was left has been ended since. */
export type Ending = 'orderly' | 'with remains';

/**
 * Runs make when a slot is free, and keeps its output in a log. Throws a UserError that says which commit failed, the first
 * error with the lines around it, and where the log is; a CutOffBuild where it was ended from outside, or where what it has
 * started still runs.
 */
export function makeKernel(build: KernelBuild, run: MakeRun): Promise<Ending> {
  return build.slots.run((share) => makeInSlot(build, run, share), build.signal);
}

async function makeInSlot(build: KernelBuild, run: MakeRun, share: MakeShare): Promise<Ending> {
  const { logs, progress, side, target } = build;
  makeFolder(logs);
  const log = await openBuildLog(join(logs, `${target.name}-${side}-${run.step}.log`));
  const again = build.again === undefined ? '' : ` ${build.again}`;
  const title = `${target.name}: ${run.step} ${side}${again}`;
  const isWhole = run.extent === 'all';
  const begun = progress.begin(title, isWhole ? lastObjectCount(logs, target.name) : undefined);
  const step = isWhole ? countingObjects(begun, { logs, target: target.name }) : begun;
  const search = searchFailure();
  let result: ProcessResult | undefined;
  try {
    result = await runConfined(makeCommand(build, run, share), build, {
      ...build,
      onLine: (line) => {
        search.add(line);
        log.write(line);
        step.line(line);
      },
    });
  } finally {
    step.end(result?.code === 0 ? 'done' : 'failed');
    await log.close();
  }
  return endingOf(build, run, { result, search, logPath: log.path });
}

function makeCommand(build: KernelBuild, { goals, env }: MakeRun, share: MakeShare): Command {
  const { ccache } = build;
  const compilers = ccache === undefined ? [] : ccacheArguments(build.target);
  return {
    program: 'make',
    args: [...makeArguments(build), ...compilers, ...share.args, ...goals],
    cwd: build.source,
    env: { ...build.env, ...ccache?.env, ...env, ...share.env },
    descriptors: share.descriptors,
  };
}

/** A shell and a sandbox make 128 + N of a signal; make itself ends with 2 at most. */
function signalOf(code: number): string | undefined {
  return Object.entries(constants.signals).find(([, number]) => number === code - 128)?.[0];
}

interface EndedRun {
  readonly result: ProcessResult;
  readonly search: FailureSearch;
  readonly logPath: string;
}

function endingOf(build: KernelBuild, run: MakeRun, ended: EndedRun): Ending {
  const { side, target, progress } = build;
  const { code, remains } = ended.result;
  const left = remains.processes.length === 0 ? 'a process' : inWords(remains.processes);
  if (remains.kind === 'running') {
    throw new CutOffBuild(
      `${target.name}: ${run.step} ${side} has left ${left} running, which cannot be ended; end it, since nobody can ` +
        'tell what it writes into the build folder, and when',
    );
  }
  if (remains.kind === 'ended') {
    progress
      .begin(`${target.name}: ${run.step} ${side} has left ${left} running, which was ended`)
      .end('done');
  }
  if (code !== 0) throw buildError(build, run, ended);
  return remains.kind === 'nothing' ? 'orderly' : 'with remains';
}

/** A compiler calls others by their whole paths. */
const FOLDER_OF_TOOL = /^\/\S*\/(?=([\w.-]+-)?(ld|as|cc1|collect2)(\.\w+)?: )/;

function buildError(build: KernelBuild, run: MakeRun, { result, search, logPath }: EndedRun): UserError {
  const { cause, excerpt, wasKilled } = search.found();
  const shorten = pathShortener([build.source, build.output]);
  const inKernel = (line: string): string => shorten(line).replace(FOLDER_OF_TOOL, '');
  const details = [...excerpt.map(inKernel), `whole log: ${logPath}`];
  const { remains } = result;
  const signal = result.signal ?? signalOf(result.code);
  const said =
    signal === undefined
      ? inKernel(cause)
      : `make was ended by ${signal}; if nobody has ended it, memory was short: give fewer jobs`;
  const message = `${build.target.name}: ${run.step} ${build.side} failed: ${said}`;
  const isCutOff = signal !== undefined || wasKilled || remains.kind !== 'nothing';
  return isCutOff ? new CutOffBuild(message, { details }) : new UserError(message, { details });
}
