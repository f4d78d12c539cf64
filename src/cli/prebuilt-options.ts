import { type Command, Option } from 'commander';
import {
  FILE_KINDS,
  FILE_WORDS,
  type PrebuiltKernels,
  readPrebuiltKernels,
} from '../check/prebuilt/files.ts';

/** What is built elsewhere is of no commit that is known here, and nothing is built. */
const OF_A_BUILD = ['base', 'head', 'dirty', 'jobs'];

/** Adds `--base-elf` and its like to a command. */
export function addPrebuiltOptions(command: Command): Command {
  for (const side of ['base', 'head'] as const) {
    for (const kind of FILE_KINDS) {
      const option = new Option(
        `--${side}-${kind} <file>`,
        `${FILE_WORDS[kind]} of ${side}, built elsewhere`,
      );
      command.addOption(option.conflicts(OF_A_BUILD));
    }
  }
  return command;
}

/** The kernels that such options name; they are called `baseElf` by commander. */
export function prebuiltOptions(options: Readonly<Record<string, unknown>>): PrebuiltKernels | undefined {
  return readPrebuiltKernels({
    prefix: '--',
    valueOf: (name) => {
      const value = options[name.replace(/-(.)/, (_, letter: string) => letter.toUpperCase())];
      return typeof value === 'string' ? value : undefined;
    },
  });
}
