import { Argument, type Command } from 'commander';
import { SHELLS, type Shell, completionScript } from '../help/completion.ts';
import { examples } from '../help/help-text.ts';
import type { CliIo } from '../io.ts';

/** `completion`: a script that completes commands and options in a shell. */
export function addCompletionCommand(program: Command, io: CliIo): void {
  program
    .command('completion')
    .description('a script that completes commands and options in a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText(
      'after',
      `${examples({ 'completion bash': 'in ~/.bashrc, as eval "$(...)"' })}\n` +
        '  kernel-size-budget completion zsh > ~/.zfunc/_kernel-size-budget\n' +
        '  kernel-size-budget completion fish > ~/.config/fish/completions/kernel-size-budget.fish',
    )
    .action((shell: Shell) => {
      io.stdout.write(completionScript(program, shell));
    });
}
