#!/usr/bin/env node
/** The command line: argv -> a command of cli/ -> stdout. */
import { CommanderError } from 'commander';
import { createProgram } from './cli/commands/program.ts';
import type { CliIo } from './cli/io.ts';
import { repeatMapOption } from './cli/map-arguments.ts';
import { visibleStream } from './cli/terminal-text.ts';
import { Interruption, interruption } from './interruption.ts';
import { visibleLine, visibleText } from './report/inert/inert-text.ts';
import { userErrorOf } from './system-error.ts';

const io: CliIo = {
  stdout: visibleStream(process.stdout, 'colours'),
  stderr: visibleStream(process.stderr, 'redrawing'),
  writeRaw: (text) => void process.stdout.write(text),
  say,
  interruption: () => interruption(process, (reason) => process.exit(report(reason))),
  env: process.env,
  setExitCode: (code) => (process.exitCode = code),
};

process.stdout.on('error', endWithoutOutput);
// Nobody reads how far the build is, which is no reason to stop it.
process.stderr.on('error', () => undefined);
// Node would end with 1, which says that a limit is broken.
process.on('uncaughtException', (error) => process.exit(report(error)));
await run(repeatMapOption(process.argv));

/** A reader that has gone, such as `head`, ends it as SIGPIPE ends others: 128 + 13, and not a word. */
function endWithoutOutput(error: NodeJS.ErrnoException): void {
  const isReaderGone = error.code === 'EPIPE';
  if (!isReaderGone) {
    say(`stdout cannot be written: ${error.message}`);
  }
  // The last word: the command may still be about to set its own.
  process.once('exit', () => (process.exitCode = isReaderGone ? 141 : 2));
}

/** 0 and 1 are the command's to set; what went wrong is 2, an interrupt 130, 143 or 129 as shells have it. */
async function run(argv: readonly string[]): Promise<void> {
  try {
    await createProgram(io).parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error);
  }
}

function report(error: unknown): number {
  // Commander has printed its message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Interruption) {
    say(error.message);
    return error.exitCode;
  }
  const told = userErrorOf(error);
  if (told !== undefined) {
    say(told.message);
    for (const line of told.details) process.stderr.write(`  ${visibleText(line)}\n`);
    return 2;
  }
  say('this is a bug in the tool');
  process.stderr.write(`${visibleText(String((error as Error)?.stack ?? error))}\n`);
  return 2;
}

/** One line, in which nothing acts on the terminal. */
function say(message: string): void {
  process.stderr.write(`kernel-size-budget: ${visibleLine(message)}\n`);
}
