import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { join } from 'node:path';
import { UserError } from '../user-error.ts';
import { describeFailure } from './build-failure.ts';
import { ccacheArguments } from './ccache.ts';
import type { MakeShare } from './job-slots.ts';
import { type KernelBuild, makeArguments } from './kernel-build.ts';
import { type Command, runConfined } from './sandbox.ts';

/** One run of make in a build folder. */
export interface MakeRun {
  /** What messages call it: `configuring`, `building`. */
  readonly step: string;
  readonly goals: readonly string[];
  /** Added to the build's environment. */
  readonly env: Readonly<Record<string, string>>;
}

const TAIL_LINES = 20;

/**
 * Runs make when a slot is free, and keeps its whole output in a log. Throws a UserError that says which commit failed, the first error
 * of the log, its last lines, and where the log is.
 */
export function makeKernel(build: KernelBuild, run: MakeRun): Promise<void> {
  return build.slots.run((share) => makeInSlot(build, run, share), build.signal);
}

async function makeInSlot(build: KernelBuild, run: MakeRun, share: MakeShare): Promise<void> {
  await mkdir(build.logs, { recursive: true });
  const logPath = join(build.logs, `${build.target.name}-${build.side}-${run.step}.log`);
  const log = createWriteStream(logPath);
  const written = finished(log).catch((cause: Error) => {
    throw new UserError(`the log ${logPath} cannot be written (${cause.message}); is the disk full?`, {
      cause,
    });
  });
  // It may fail long before it is waited for.
  written.catch(() => undefined);
  const step = build.progress.begin(`${build.target.name}: ${run.step} ${build.side}`);
  const lines: string[] = [];
  let outcome: 'done' | 'failed' = 'failed';
  try {
    const result = await runConfined(makeCommand(build, run, share), build, {
      ...build,
      onLine: (line) => {
        lines.push(line);
        log.write(`${line}\n`);
        step.line(line);
      },
    });
    if (result.code === 0) outcome = 'done';
  } finally {
    step.end(outcome);
    log.end();
    await written;
  }
  if (outcome === 'failed') throw buildError(build, run, { lines, logPath });
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

function buildError(
  build: KernelBuild,
  run: MakeRun,
  output: { readonly lines: readonly string[]; readonly logPath: string },
): UserError {
  return new UserError(
    `${build.target.name}: ${run.step} ${build.side} failed: ${describeFailure(output.lines)}`,
    { details: [...output.lines.slice(-TAIL_LINES), `whole log: ${output.logPath}`] },
  );
}
