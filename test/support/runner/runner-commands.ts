/**
 * Reads the commands that the runner takes from a step's output: `::name properties::data` behind leading blanks, and
 * the older `##[name properties]data` anywhere in a line; all but its end are off after `stop-commands`. The runner
 * looks for both as .NET compares texts in a language, which passes over characters that cannot be seen.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 * https://learn.microsoft.com/en-us/dotnet/core/extensions/globalization-icu
 */
export interface RunnerCommand {
  readonly name: string;
  readonly data: string;
}

const NAMES = new Set(
  (
    'add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env ' +
    'set-output stop-commands warning'
  ).split(' '),
);

/** Not tab, which is a blank. */
const IGNORED = /(?!\t)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** The commands that are carried out, in their order. */
export function parseCommands(output: string): readonly RunnerCommand[] {
  const commands: RunnerCommand[] = [];
  let stopToken: string | undefined;
  for (const line of output.split(/\r\n|\r|\n/)) {
    const command = parseCommand(line, stopToken);
    if (command === undefined) continue;
    if (stopToken === undefined) commands.push(command);
    if (command.name === stopToken) stopToken = undefined;
    else if (stopToken === undefined && command.name === 'stop-commands') stopToken = command.data;
  }
  return commands;
}

function parseCommand(line: string, stopToken: string | undefined): RunnerCommand | undefined {
  const isKnown = (name: string): boolean => NAMES.has(name.toLowerCase()) || name === stopToken;
  const heard = line.replaceAll(IGNORED, '');
  for (const form of [/^\s*::([^ ]*?)(?: .*?)?::(.*)$/, /##\[([^ \]]*)(?: [^\]]*)?\](.*)$/]) {
    const [, name, data] = form.exec(heard) ?? [];
    if (name !== undefined && data !== undefined && isKnown(name)) return { name, data: unescapeData(data) };
  }
  return undefined;
}

function unescapeData(data: string): string {
  return data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
