/** The manual page, from the tree of commands, in the macros of man(7). */
import type { Command, Option } from 'commander';

/** The page kernel-size-budget(1). Ends with a line break. */
export function manualPage(program: Command): string {
  const name = program.name();
  return `${[
    `.TH ${name.toUpperCase()} 1 "" "${name} ${program.version() ?? ''}" "User Commands"`,
    '.SH NAME',
    `${escaped(name)} \\- size budgets for the Linux kernel`,
    '.SH SYNOPSIS',
    ...program.commands.flatMap((command, index) => [
      ...(index === 0 ? [] : ['.br']),
      `.B ${escaped(name)}`,
      synopsis(command),
    ]),
    '.SH DESCRIPTION',
    escaped(program.description()),
    '.SH OPTIONS',
    ...optionLines(program),
    ...program.commands.flatMap((command) => commandLines(command, helpAfter(command))),
    '.SH EXIT STATUS',
    ...exitStatus(helpAfter(program)),
    '.SH FILES',
    ...FILES.flatMap(([path, what]) => tagged(path, what)),
    '.SH ENVIRONMENT',
    ...ENVIRONMENT.flatMap(([variable, what]) => tagged(variable, what)),
    '.SH SEE ALSO',
    '.BR git (1),',
    '.BR make (1),',
    '.BR nm (1)',
  ].join('\n')}\n`;
}

const FILES = [
  ['.github/kernel-size-budget.yml', 'the budget file, from the root of the repository'],
  ['~/.cache/kernel-size-budget/', 'checkouts, builds and the store of kept builds'],
] as const;

const ENVIRONMENT = [
  ['XDG_CACHE_HOME', 'an absolute path takes the place of ~/.cache'],
  ['NO_COLOR', 'anything but nothing leaves out colours, as TERM=dumb does'],
] as const;

/** What addHelpText() has added, which comes after the options. */
function helpAfter(command: Command): string {
  const written: string[] = [];
  const own = command.configureOutput();
  command.configureOutput({ ...own, writeOut: (text) => written.push(text) });
  command.outputHelp();
  command.configureOutput(own);
  return written.slice(1).join('').trim();
}

function synopsis(command: Command): string {
  const values = command.registeredArguments.map((argument) => `<${argument.name()}>`);
  return escaped([command.name(), '[options]', ...values].join(' '));
}

function commandLines(command: Command, after: string): string[] {
  return [
    `.SH "COMMAND ${command.name().toUpperCase()}"`,
    sentence(command.description()),
    ...optionLines(command),
    ...verbatim(exampleLines(after)),
  ];
}

function optionLines(command: Command): string[] {
  const options = command.createHelp().visibleOptions(command);
  return options.flatMap((option) => tagged(option.flags, describe(command, option)));
}

/** As the help describes it, with choices and default. */
function describe(command: Command, option: Option): string {
  return command.createHelp().optionDescription(option);
}

function tagged(tag: string, text: string): string[] {
  return ['.TP', `.B ${escaped(tag)}`, escaped(text)];
}

function exampleLines(help: string): string[] {
  const lines = help.split('\n');
  const start = lines.indexOf('Examples:');
  if (start === -1) return [];
  const end = lines.indexOf('', start);
  return lines.slice(start + 1, end === -1 ? undefined : end);
}

function verbatim(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['.PP', 'Examples:', '.PP', '.nf', ...lines.map(escaped), '.fi'];
}

function exitStatus(help: string): string[] {
  return help.split('\n').flatMap((line) => {
    const [, codes, what] = /^ {2}(\d(?:,? ?\d)*) {2,}(\S.*)$/.exec(line) ?? [];
    return codes === undefined || what === undefined ? [] : tagged(codes, what);
  });
}

function sentence(text: string): string {
  return escaped(`${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`);
}

/** A hyphen of an option is a minus to groff; a dot or a quote at the beginning of a line would be a request. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', String.raw`\e`)
    .replaceAll('-', String.raw`\-`)
    .replace(/^(?=[.'])/, String.raw`\&`);
}
