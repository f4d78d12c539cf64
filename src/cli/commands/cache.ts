import type { Command } from 'commander';
import { examples } from '../help/help-text.ts';
import type { CliIo } from '../io.ts';

/** `cache`: what checks have kept on this machine. */
export function addCacheCommand(program: Command, io: CliIo): void {
  program
    .command('cache')
    .description('what checks have kept on this machine, and how much it is')
    .option('--clean', 'remove it: checkouts, builds, logs and the store')
    .addHelpText('after', examples({ cache: '', 'cache --clean': 'waits for checks that run' }))
    .action(async (options) => {
      const { cleanCache, showCache } = await import('../kept-files.ts');
      if (!options.clean) {
        io.stdout.write(await showCache(io.env));
        return;
      }
      const signal = io.interruption();
      io.stdout.write(await cleanCache({ env: io.env, signal, onWait: io.say }));
    });
}
