/**
 * Makes text inert in the log of a workflow run. Lines of stdout and of stderr are commands to the runner where they
 * begin, after blanks, with `::name::`, and in an older notation where `##[name]` stands anywhere in them
 * (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs).
 */
import { visibleText } from './inert-text.ts';

/** Begins a command of the older notation. */
const OLD_COMMAND = '##[';

/** The blanks and the first character of a line that may be a command. */
const COMMAND = /^([^\S\n\r\u2028\u2029]*):(?=:)/gm;

/**
 * Lines are kept. What cannot be seen becomes `\u{…}` first: the runner compares texts as a language does, which passes
 * over such characters. Then both notations lose a character in the same way.
 */
export function inertLog(text: string): string {
  return visibleText(text).replaceAll(OLD_COMMAND, '##\\u{5b}').replaceAll(COMMAND, '$1\\u{3a}');
}

/** The data of a command, as the runner undoes it (actions/toolkit, packages/core/src/command.ts). */
export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
