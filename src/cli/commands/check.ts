import { type Command, Option } from 'commander';
import { DEFAULT_CACHE_SIZE } from '../../cache/store.ts';
import { EXIT_CODES, examples } from '../help/help-text.ts';
import type { CliIo } from '../io.ts';
import { addPrebuiltOptions, prebuiltOptions } from '../prebuilt-options.ts';
import { byteCount, collect, jobCount } from './option-values.ts';

const EXAMPLES = examples({
  check: 'HEAD against its upstream or parent',
  'check --dirty': 'what is not committed yet, against HEAD',
  'check --target stm32f469 --base v6.12': '',
  'check --by dir subsystem': 'where the bytes are',
  'check --quiet --json - | jq .verdict': 'for another program',
});

/** `check`: builds, compares and judges two commits, or judges two kernels that were built elsewhere. */
export function addCheckCommand(program: Command, io: CliIo): void {
  const check = program
    .command('check')
    .description('build base and head of each target, compare them, and judge them by the budget file')
    .addOption(
      new Option('--target <name>', 'check this target only; repeatable')
        .argParser(collect)
        .default([], 'all of the budget file'),
    )
    .option(
      '--base <rev>',
      'compare with this commit (default: where HEAD left its upstream, else its parent)',
    )
    .option('--head <rev>', 'check this commit (default: HEAD)')
    .option('--dirty', 'check the tracked files as they are, uncommitted changes included')
    .option('--config <file>', 'budget file (default: .github/kernel-size-budget.yml)')
    .option('--kernel <dir>', 'kernel tree (default: the one that the current folder is in)')
    .addOption(
      new Option('--by <view...>', 'show where the bytes are')
        .choices(['owner', 'section', 'object', 'dir', 'subsystem'])
        .default([], "scripts/bloat-o-meter's table"),
    )
    .option('--config-diff', 'show the options that differ in .config')
    .option('--strings', 'show the string literals that came and went')
    .option('--json <file>', 'write the report as JSON; to stdout for -, and the text to stderr')
    .option('--markdown <file>', 'write the report as markdown; to stdout for -')
    .option('-q, --quiet', 'no text and no progress: say only what went wrong')
    .option('--jobs <n>', 'compilers to run at once (default: the number of processors)', jobCount)
    .option('--no-cache', 'build each side from nothing, and put nothing into the cache')
    .addOption(
      new Option('--cache-size <size>', 'the most that the checkout and kept builds may take, such as 2G')
        .argParser(byteCount)
        .default(DEFAULT_CACHE_SIZE, '4G'),
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
    .addHelpText('after', `${EXAMPLES}\n${EXIT_CODES}`)
    .action(async (options) => {
      const signal = io.interruption();
      const { runCheck } = await import('../check.ts');
      const given = prebuiltOptions(options);
      io.setExitCode(await runCheck({ ...options, given }, { ...io, signal }));
    });
  addPrebuiltOptions(check);
}
