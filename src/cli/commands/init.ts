import type { Command } from 'commander';
import { examples } from '../help/help-text.ts';
import type { CliIo } from '../io.ts';

/** `init`: starter files of a repository. */
export function addInitCommand(program: Command, io: CliIo): void {
  program
    .command('init')
    .description('write a starter budget file and two workflows into .github/; overwrites nothing')
    .option('--kernel <dir>', 'kernel tree (default: the one that the current folder is in)')
    .addHelpText('after', examples({ init: 'in a kernel tree', 'init --kernel linux': 'in one around it' }))
    .action(async (options) => {
      const { runInit } = await import('../init.ts');
      io.stdout.write(await runInit({ folder: options.kernel ?? '.', env: io.env }));
    });
}
