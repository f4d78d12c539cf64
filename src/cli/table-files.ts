/** The tables of `diff` and `top` as JSON. */
import { jsonOf } from '../report/json/json.ts';
import type { CliIo } from './io.ts';
import { outputPath, writeOutput } from './report-files.ts';

/** Where tables go. */
interface TableFile {
  /** Of `--json`; undefined where it was not given. */
  readonly path: string | undefined;
  readonly io: Pick<CliIo, 'writeRaw'>;
}

/** Writes what schema/tables.schema.json describes. */
export async function writeTables(tables: object, { path, io }: TableFile): Promise<void> {
  if (path === undefined) return;
  const file = { option: '--json', path: outputPath(path) };
  await writeOutput(file, jsonOf({ version: 1, ...tables }), io.writeRaw);
}
