#!/usr/bin/env node
/** The command line: argv -> check | diff | top | init -> stdout. Each command is loaded when it is run. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import metadata from '../package.json' with { type: 'json' };
import { parseSize } from './budget/units.ts';
import { DEFAULT_CACHE_SIZE } from './cache/store.ts';
import { addGivenOptions, givenOptions } from './given-options.ts';
import { Interruption, interruption } from './interruption.ts';
import { MOST_JOBS } from './kernel/most-jobs.ts';
import { repeatMapOption } from './map-arguments.ts';
import { visibleLine, visibleText } from './report/inert-text.ts';
import { COMPATS, NEWEST_COMPAT } from './size/symbol-letters.ts';
import { userErrorOf } from './system-error.ts';
import { visibleStream } from './terminal-text.ts';
import { UserError } from './user-error.ts';

const stdout = visibleStream(process.stdout, 'colours');
const stderr = visibleStream(process.stderr, 'redrawing');

const program = new Command('kernel-size-budget')
  .configureOutput({ writeOut: stdout.write, writeErr: stderr.write })
  .description('What a change costs a Linux kernel in flash and RAM, and whether its budgets hold.')
  .version(metadata.version)
  .exitOverride();

const check = program
  .command('check')
  .description('build base and head of each target, compare them, and judge them by the budget file')
  .option('--target <name>', 'check this target only; repeatable', collect, [])
  .option('--base <rev>', 'compare with this commit (default: where HEAD left its upstream, else its parent)')
  .option('--head <rev>', 'check this commit (default: HEAD)')
  .option('--dirty', 'check the tracked files as they are, uncommitted changes included')
  .option('--config <file>', 'budget file (default: .github/kernel-size-budget.yml)')
  .option('--kernel <dir>', 'kernel tree', '.')
  .addOption(
    new Option('--by <view...>', 'show where the bytes are')
      .choices(['owner', 'section', 'object', 'dir', 'subsystem'])
      .default([]),
  )
  .option('--config-diff', 'show the options that differ in .config')
  .option('--strings', 'show the string literals that came and went')
  .option('--json <file>', 'write the report as JSON')
  .option('--markdown <file>', 'write the report as markdown')
  .option('--jobs <n>', 'compilers to run at once (default: the number of processors)', jobCount)
  .option('--no-cache', 'build each side from nothing, and put nothing into the cache')
  .option(
    '--cache-size <size>',
    'the most that kept builds may take, such as 512M',
    byteCount,
    DEFAULT_CACHE_SIZE,
  )
  .addOption(
    new Option('--ccache <when>', 'compile with ccache, where it is installed')
      .choices(['auto', 'never'])
      .default('never'),
  )
  .option(
    '--confirm',
    'build head once more from nothing where it breaks a limit as built on an earlier build',
  )
  .option('--no-skip', 'build targets that the change cannot reach too')
  .action(async (options) => {
    const signal = interruption(process, (reason) => process.exit(report(reason)));
    const { runCheck } = await import('./local-check.ts');
    const given = givenOptions(options);
    process.exitCode = await runCheck(
      { ...options, given },
      {
        env: process.env,
        stdout,
        stderr,
        signal,
      },
    );
  });

addGivenOptions(check);

program
  .command('diff')
  .description('what scripts/bloat-o-meter prints for two kernels, modules or objects, byte for byte')
  .argument('<old>')
  .argument('<new>')
  .addOption(new Option('-c', 'categorise output based on symbol type').conflicts(['d', 't']))
  .addOption(new Option('-d', 'show delta of data section').conflicts(['c', 't']))
  .addOption(new Option('-t', 'show delta of text section').conflicts(['c', 'd']))
  .addOption(new Option('-p <prefix>', 'accepted as the script does; not needed'))
  .addOption(
    new Option('--compat <version>', 'count the symbols that the script of this kernel counts')
      .choices(COMPATS)
      .default(NEWEST_COMPAT),
  )
  .addOption(
    new Option('--accounted', 'every byte by which they differ: strings, tables and alignment too').conflicts(
      ['c', 'd', 't'],
    ),
  )
  .addOption(
    new Option(
      '--map <files>',
      "with --accounted: the linker's maps of both (CONFIG_VMLINUX_MAP), OLD.map NEW.map",
    ).argParser(collect),
  )
  .action(async (oldPath: string, newPath: string, options) => {
    const { runDiff, runAccountedDiff, diffNotes } = await import('./diff.ts');
    for (const note of diffNotes({ oldPath, newPath })) say(note);
    if (options.accounted) {
      stdout.write(runAccountedDiff({ oldPath, newPath, maps: options.map ?? [] }));
      return;
    }
    if (options.map) throw new UserError('--map says which object each byte is from: give --accounted too');
    const mode = options.c ? 'categories' : options.d ? 'data' : options.t ? 'text' : 'all';
    const table = runDiff({ oldPath, newPath, mode, compat: options.compat });
    // Byte for byte what the script prints, but on a terminal.
    process.stdout.write(process.stdout.isTTY ? visibleText(table) : table);
  });

program
  .command('top')
  .description('the biggest symbols, largest first, with their share of the total')
  .argument('<vmlinux>')
  .option('-n <count>', 'how many; 0 for all', wholeNumber, 20)
  .addOption(new Option('-t', 'text symbols only').conflicts('d'))
  .addOption(new Option('-d', 'data symbols only').conflicts('t'))
  .action(async (path: string, options) => {
    const { runTop } = await import('./top.ts');
    const mode = options.t ? 'text' : options.d ? 'data' : 'all';
    stdout.write(runTop({ path, limit: options.n, mode }));
  });

program
  .command('init')
  .description('write a starter budget file and two workflows into .github/; overwrites nothing')
  .option('--kernel <dir>', 'kernel tree', '.')
  .action(async (options) => {
    const { runInit } = await import('./init.ts');
    stdout.write(await runInit({ folder: options.kernel, env: process.env }));
  });

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
    await program.parseAsync(argv);
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

function collect(name: string, former: readonly string[] = []): string[] {
  return [...former, name];
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number, such as 20.');
  return Number(text);
}

function jobCount(text: string): number {
  const value = wholeNumber(text);
  if (value >= 1 && value <= MOST_JOBS) return value;
  throw new InvalidArgumentError(`expected a whole number from 1 to ${MOST_JOBS}.`);
}

function byteCount(text: string): number {
  const size = parseSize(text);
  if (size.kind === 'mistake') throw new InvalidArgumentError(size.message);
  return size.bytes;
}
