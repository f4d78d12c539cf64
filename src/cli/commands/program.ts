/** All commands, as one tree: help, completion and the manual page are made from it. */
import { Command } from 'commander';
import metadata from '../../../package.json' with { type: 'json' };
import { EXIT_CODES } from '../help/help-text.ts';
import type { CliIo } from '../io.ts';
import { addCacheCommand } from './cache.ts';
import { addCheckCommand } from './check.ts';
import { addCompletionCommand } from './completion.ts';
import { addDiffCommand } from './diff.ts';
import { addInitCommand } from './init.ts';
import { addManualCommand } from './manual.ts';
import { addTopCommand } from './top.ts';

/** Each command is loaded when it is run. */
export function createProgram(io: CliIo): Command {
  const program = new Command('kernel-size-budget')
    .configureOutput({ writeOut: io.stdout.write, writeErr: io.stderr.write })
    .description('What a change costs a Linux kernel in flash and RAM, and whether its budgets hold.')
    .version(metadata.version)
    .addHelpText('after', `${EXIT_CODES}\n\n"kernel-size-budget help COMMAND" has options and examples.`)
    .exitOverride();
  addCheckCommand(program, io);
  addDiffCommand(program, io);
  addTopCommand(program, io);
  addInitCommand(program, io);
  addCacheCommand(program, io);
  addCompletionCommand(program, io);
  addManualCommand(program, io);
  return program;
}
