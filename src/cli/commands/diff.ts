import { type Command, Option } from 'commander';
import { visibleText } from '../../report/inert/inert-text.ts';
import { COMPATS, NEWEST_COMPAT } from '../../size/bloat-o-meter/symbol-letters.ts';
import { UserError } from '../../user-error.ts';
import { examples } from '../help/help-text.ts';
import type { CliIo } from '../io.ts';
import { collect } from './option-values.ts';

const EXAMPLES = examples({
  'diff old/vmlinux vmlinux': 'what scripts/bloat-o-meter prints',
  'diff -c --compat 6.1 old.o new.o': '',
  'diff --accounted old/vmlinux vmlinux \\\n    --map old/vmlinux.map vmlinux.map': '',
});

/** `diff`: compares two files by symbol, or by every byte. */
export function addDiffCommand(program: Command, io: CliIo): void {
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
      new Option(
        '--accounted',
        'every byte by which they differ: strings, tables and alignment too',
      ).conflicts(['c', 'd', 't']),
    )
    .addOption(
      new Option(
        '--map <files>',
        "with --accounted: the linker's maps of both (CONFIG_VMLINUX_MAP), OLD.map NEW.map",
      ).argParser(collect),
    )
    .option('--json <file>', 'write the tables as JSON; to stdout for -, in place of the text')
    .addHelpText('after', EXAMPLES)
    .action(async (oldPath: string, newPath: string, options) => {
      const { accountedDiff, diffNotes, requireOneMachine, symbolTables } = await import('../diff.ts');
      const { writeTables } = await import('../table-files.ts');
      const { renderAccounted } = await import('../../report/tables/accounted-table.ts');
      const { renderBloatOMeter } = await import('../../report/tables/bloat-o-meter.ts');
      const pair = { oldPath, newPath };
      for (const note of diffNotes(pair)) io.say(note);
      requireOneMachine(pair);
      if (options.accounted) {
        const accounted = accountedDiff({ ...pair, maps: options.map ?? [] });
        const json = { kind: 'diff', old: oldPath, new: newPath, accounted };
        await writeTables(json, { path: options.json, io });
        if (options.json !== '-') io.stdout.write(renderAccounted(accounted));
        return;
      }
      if (options.map) throw new UserError('--map says which object each byte is from: give --accounted too');
      const mode = options.c ? 'categories' : options.d ? 'data' : options.t ? 'text' : 'all';
      const tables = symbolTables({ ...pair, mode, compat: options.compat });
      const json = { kind: 'diff', old: oldPath, new: newPath, compat: options.compat, tables };
      await writeTables(json, { path: options.json, io });
      if (options.json === '-') return;
      const table = renderBloatOMeter(tables);
      // Byte for byte what the script prints, but on a terminal.
      io.writeRaw(io.stdout.isTTY ? visibleText(table) : table);
    });
}
