import { type Command, Option } from 'commander';
import { examples } from '../help/help-text.ts';
import type { CliIo } from '../io.ts';
import { wholeNumber } from './option-values.ts';

const EXAMPLES = examples({
  'top -n 10 vmlinux': 'the ten biggest symbols',
  'top -n 0 -d --json - vmlinux': 'all data symbols, for another program',
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
    .option('--json <file>', 'write the table as JSON; to stdout for -, in place of the text')
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, options) => {
      const { biggestSymbols } = await import('../top.ts');
      const { writeTables } = await import('../table-files.ts');
      const { renderTop } = await import('../../report/tables/top-table.ts');
      const mode = options.t ? 'text' : options.d ? 'data' : 'all';
      const top = biggestSymbols({ path, limit: options.n, mode });
      await writeTables({ kind: 'top', file: path, ...top }, { path: options.json, io });
      if (options.json !== '-') io.stdout.write(renderTop(top));
    });
}
