import { access, constants, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { inertJson, renderJson } from '../report/json/json.ts';
import { renderMarkdown } from '../report/markdown/markdown.ts';
import type { Report } from '../report/report.ts';
import { MOST_ROWS } from '../report/tables/largest-rows.ts';
import { UserError } from '../user-error.ts';

/** A file that an option of the command line asks for. */
export interface OutputFile {
  readonly option: string;
  /** Absolute; `-` for stdout. */
  readonly path: string;
}

/** One that is made from a report. */
export interface ReportFile extends OutputFile {
  readonly render: (report: Report) => string;
}

/** The paths of `--json` and `--markdown`. */
export interface ReportPaths {
  readonly json?: string;
  readonly markdown?: string;
}

/** Stands for stdout where a file could be named. */
export const STDOUT = '-';

/** Throws a UserError where both are to go to stdout. */
export function reportFiles({ json, markdown }: ReportPaths): readonly ReportFile[] {
  if (json === STDOUT && markdown === STDOUT) {
    throw new UserError('--json - and --markdown - both go to stdout; name a file for one of them');
  }
  return [
    { option: '--json', path: json, render: renderJson },
    {
      option: '--markdown',
      path: markdown,
      render: (report: Report) => renderMarkdown(report, { rows: MOST_ROWS }),
    },
  ].flatMap(({ path, ...file }) => (path === undefined ? [] : [{ ...file, path: outputPath(path) }]));
}

export function outputPath(path: string): string {
  return path === STDOUT ? path : resolve(path);
}

/** Throws a UserError where a file cannot be written, which is worth knowing before a build of minutes. */
export async function requireWritable(file: OutputFile): Promise<void> {
  const { option, path } = file;
  if (path === STDOUT) return;
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) throw new UserError(`${option} ${path} is a folder; expected the name of a file`);
  // The dot makes sure that the folder is one.
  const place = found === undefined ? `${dirname(path)}/.` : path;
  await access(place, constants.W_OK).catch((cause: Error) => {
    throw writeError(file, cause);
  });
}

/** Writes a file, or to stdout in a form that does nothing to a terminal. Throws a UserError where it cannot. */
export async function writeOutput(
  file: OutputFile,
  text: string,
  writeRaw: (text: string) => void,
): Promise<void> {
  if (file.path === STDOUT) {
    writeRaw(file.option === '--json' ? inertJson(text) : text);
    return;
  }
  await writeFile(file.path, text).catch((cause: Error) => {
    throw writeError(file, cause);
  });
}

function writeError({ option, path }: OutputFile, cause: Error): UserError {
  const message = `${option} ${path} cannot be written (${cause.message}); name a file in a folder that is there`;
  return new UserError(message, { cause });
}
