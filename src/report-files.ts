import { access, constants, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { renderJson } from './report/json.ts';
import { MOST_ROWS } from './report/largest-rows.ts';
import { renderMarkdown } from './report/markdown.ts';
import type { Report } from './report/report.ts';
import { UserError } from './user-error.ts';

/** A file that an option of the command line asks for. */
export interface ReportFile {
  readonly option: string;
  /** Absolute. */
  readonly path: string;
  readonly render: (report: Report) => string;
}

/** The paths of `--json` and `--markdown`. */
export interface ReportPaths {
  readonly json?: string;
  readonly markdown?: string;
}

export function reportFiles({ json, markdown }: ReportPaths): readonly ReportFile[] {
  return [
    { option: '--json', path: json, render: renderJson },
    {
      option: '--markdown',
      path: markdown,
      render: (report: Report) => renderMarkdown(report, { rows: MOST_ROWS }),
    },
  ].flatMap(({ path, ...file }) => (path === undefined ? [] : [{ ...file, path: resolve(path) }]));
}

/** Throws a UserError where a file cannot be written, which is worth knowing before a build of minutes. */
export async function requireWritable(file: ReportFile): Promise<void> {
  const { option, path } = file;
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) throw new UserError(`${option} ${path} is a folder; expected the name of a file`);
  // The dot makes sure that the folder is one.
  const place = found === undefined ? `${dirname(path)}/.` : path;
  await access(place, constants.W_OK).catch((cause: Error) => {
    throw writeError(file, cause);
  });
}

/** Throws a UserError where it cannot. */
export async function writeReportFile(file: ReportFile, report: Report): Promise<void> {
  await writeFile(file.path, file.render(report)).catch((cause: Error) => {
    throw writeError(file, cause);
  });
}

function writeError({ option, path }: ReportFile, cause: Error): UserError {
  const message = `${option} ${path} cannot be written (${cause.message}); name a file in a folder that is there`;
  return new UserError(message, { cause });
}
