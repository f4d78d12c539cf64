import type { Command } from 'commander';
import type { CliIo } from '../io.ts';

/** `manual`: the manual page, which is installed with the package too. */
export function addManualCommand(program: Command, io: CliIo): void {
  program
    .command('manual')
    .description('the manual page, for "man -l -"')
    .action(async () => {
      const { manualPage } = await import('../help/manual.ts');
      io.stdout.write(manualPage(program));
    });
}
