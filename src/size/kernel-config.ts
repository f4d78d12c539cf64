/** A resolved `.config` or a fragment: option name without `CONFIG_` -> value as written; `n` for "is not set". */
export type KernelConfig = ReadonlyMap<string, string>;

const ASSIGNMENT = /^CONFIG_(\w+)=(.*)$/;
const NOT_SET = /^# CONFIG_(\w+) is not set$/;

/** Reads the format of `.config` as scripts/kconfig/confdata.c does: the last assignment of an option wins. */
export function parseKernelConfig(text: string): KernelConfig {
  const options = new Map<string, string>();
  for (const line of text.split('\n')) {
    const assignment = ASSIGNMENT.exec(line.trimEnd());
    const name = assignment?.[1] ?? NOT_SET.exec(line.trimEnd())?.[1];
    if (name !== undefined) options.set(name, assignment?.[2] ?? 'n');
  }
  return options;
}

const TITLE = /^# Linux\/\S+ (\S+) Kernel Configuration$/m;

/** The version in the title that Kconfig writes into a `.config` (Kconfig, mainmenu); undefined where there is none. */
export function configVersion(text: string): string | undefined {
  return TITLE.exec(text.slice(0, 1000))?.[1];
}

/** A line of a configuration file, counted from 1. */
interface ConfigLine {
  readonly number: number;
  readonly text: string;
}

/** Lines that are neither blank, a comment nor an assignment; Kconfig skips them with a warning that nobody sees. */
export function unexpectedLines(text: string): ConfigLine[] {
  return text
    .split('\n')
    .map((line, index) => ({ number: index + 1, text: line.trimEnd() }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#') && !ASSIGNMENT.test(line.text));
}

/** The value of an option; one that is absent is `n`, as in Kconfig. */
export function optionValue(config: KernelConfig, name: string): string {
  return config.get(name) ?? 'n';
}

/** The text of a configuration, as Kconfig writes and reads it. */
export function configText(config: KernelConfig): string {
  const lines = [...config].map(([name, value]) =>
    value === 'n' ? `# CONFIG_${name} is not set` : `CONFIG_${name}=${value}`,
  );
  return `${lines.join('\n')}\n`;
}
