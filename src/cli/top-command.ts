import { type Command, Option } from 'commander';
import { examples } from './help-text.ts';
import type { CliIo } from './io.ts';
import { wholeNumber } from './option-values.ts';

const EXAMPLES = examples({
  'top -n 10 vmlinux': 'the ten biggest symbols',
});

/** `top`: the biggest symbols of one file. */
export function addTopCommand(program: Command, io: CliIo): void {
  program
    .command('top')
    .description('the biggest symbols, largest first, with their share of the total')
    .argument('<vmlinux>')
    .option('-n <count>', 'how many; 0 for all', wholeNumber, 20)
    .addOption(new Option('-t', 'text symbols only').conflicts('d'))
    .addOption(new Option('-d', 'data symbols only').conflicts('t'))
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, options) => {
      const { runTop } = await import('../top.ts');
      const mode = options.t ? 'text' : options.d ? 'data' : 'all';
      io.stdout.write(runTop({ path, limit: options.n, mode }));
    });
}
