/**
 * Completion scripts for shells, from the tree of commands: options of each command, their choices, and files elsewhere.
 * They are whole: pressing Tab starts no program.
 */
import type { Command, Option } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof SHELLS)[number];

/** One option as shells are told of it. */
interface Flag {
  /** `-q`, `--quiet`. */
  readonly names: readonly string[];
  readonly what: string;
  readonly takesValue: boolean;
  /** Empty where any value, such as a file, is taken. */
  readonly choices: readonly string[];
}

/** One command; its arguments are words of `words`, or files where there are none. */
interface Completed {
  readonly name: string;
  readonly what: string;
  readonly flags: readonly Flag[];
  readonly words: readonly string[];
  readonly takesFiles: boolean;
}

/** The script for a shell. Ends with a line break. */
export function completionScript(program: Command, shell: Shell): string {
  const name = program.name();
  const commands = program.commands.map(completed);
  const own = flagsOf(program);
  return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell]({ name, own, commands });
}

interface Tree {
  readonly name: string;
  readonly own: readonly Flag[];
  readonly commands: readonly Completed[];
}

function completed(command: Command): Completed {
  const words = command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
  const takesFiles = command.registeredArguments.length > 0 && words.length === 0;
  return { name: command.name(), what: command.description(), flags: flagsOf(command), words, takesFiles };
}

function flagsOf(command: Command): Flag[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .map((option: Option) => ({
      names: [option.short, option.long].filter((name) => name !== undefined),
      what: option.description,
      takesValue: option.required || option.optional,
      choices: option.argChoices ?? [],
    }));
}

const namesOf = (flags: readonly Flag[]): string => flags.flatMap(({ names }) => names).join(' ');

/** After an option its values, after a hyphen options, else the words that a command takes, or files. */
function bashScript({ name, own, commands }: Tree): string {
  const cases = commands.map(({ name: command, flags, words }) => {
    const valued = flags.filter(({ takesValue }) => takesValue);
    const chosen = valued.filter(({ choices }) => choices.length > 0);
    const free = namesOf(valued.filter(({ choices }) => choices.length === 0)).replaceAll(' ', ' | ');
    return [
      `    ${command})`,
      '      case $previous in',
      ...chosen.map(({ names, choices }) => `        ${names.join(' | ')}) words='${choices.join(' ')}' ;;`),
      ...(free === '' ? [] : [`        ${free}) ;;`]),
      `        *) options='${namesOf(flags)}' words='${words.join(' ')}' ;;`,
      '      esac',
      '      ;;',
    ].join('\n');
  });
  return `# Completion of ${name} for bash: eval "$(${name} completion bash)"
_${identifier(name)}() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} options= words=
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    options='${namesOf(own)}' words='${commands.map((command) => command.name).join(' ')}'
  fi
  case $current in
    -*) words=$options ;;
    *) [ -n "$words" ] || compopt -o default ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _${identifier(name)} ${name}
`;
}

function zshScript({ name, own, commands }: Tree): string {
  const cases = commands.map(({ name: command, flags, words, takesFiles }) => {
    const rest =
      words.length > 0 ? [`'*:argument:(${words.join(' ')})'`] : takesFiles ? ["'*:file:_files'"] : [];
    const lines = [...flags.flatMap(zshFlag), ...rest].map((line) => ` \\\n        ${line}`);
    return `      ${command}) _arguments${lines.join('')} ;;`;
  });
  const list = commands.map(({ name: command, what }) => `      ${quoted(`${command}:${what}`)}`);
  return `#compdef ${name}
# Completion of ${name} for zsh: ${name} completion zsh > a folder of $fpath/_${name}
_${identifier(name)}() {
  local -a commands
  commands=(
${list.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    compadd -- ${namesOf(own)}
  else
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    case $command in
${cases.join('\n')}
    esac
  fi
}
if [ "$funcstack[1]" = "_${name}" ]; then _${identifier(name)} "$@"; else compdef _${identifier(name)} ${name}; fi
`;
}

/** Each name of its own: `'--json[write the report]:value:_files'`. */
function zshFlag({ names, what, takesValue, choices }: Flag): string[] {
  const action = choices.length > 0 ? `(${choices.join(' ')})` : '_files';
  const text = what.replaceAll(/[[\]:]/g, String.raw`\$&`);
  return names.map((one) => quoted(`${one}[${text}]${takesValue ? `:value:${action}` : ''}`));
}

function fishScript({ name, own, commands }: Tree): string {
  const inCommand = (command: string): string => quoted(`__fish_seen_subcommand_from ${command}`);
  const lines = [
    ...own.map((flag) => `complete -c ${name} -n __fish_use_subcommand${fishFlag(flag)}`),
    ...commands.map(
      ({ name: command, what }) =>
        `complete -c ${name} -f -n __fish_use_subcommand -a ${command} -d ${quoted(what)}`,
    ),
    ...commands.flatMap(({ name: command, flags, words }) => [
      ...flags.map((flag) => `complete -c ${name} -n ${inCommand(command)}${fishFlag(flag)}`),
      ...(words.length === 0
        ? []
        : [`complete -c ${name} -f -n ${inCommand(command)} -a ${quoted(words.join(' '))}`]),
    ]),
  ];
  return `# Completion of ${name} for fish: ${name} completion fish | source\n${lines.join('\n')}\n`;
}

function fishFlag({ names, what, takesValue, choices }: Flag): string {
  const forms = names.map((one) => (one.startsWith('--') ? ` -l ${one.slice(2)}` : ` -s ${one.slice(1)}`));
  const values = choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : takesValue ? ' -r' : '';
  return `${forms.join('')}${values} -d ${quoted(what)}`;
}

function identifier(name: string): string {
  return name.replaceAll('-', '_');
}

/** For bash and zsh; fish reads `'it'\''s'` alike. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
