// Writes schema/*.json from the zod schemas in src. Node 20 cannot run TypeScript, so each source is bundled in memory
// and imported as a data URL.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { parse } from 'yaml';

const root = new URL('../', import.meta.url);

/** @param {string} path */
async function load(path) {
  const bundle = await rolldown({ input: fileURLToPath(new URL(path, root)), platform: 'node' });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  const code = Buffer.from(output[0].code).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

/** @param {string} name @param {Record<string, unknown>} schema */
async function write(name, schema) {
  await writeFile(new URL(`schema/${name}.schema.json`, root), `${JSON.stringify(schema, null, 2)}\n`);
}

const { budgetFileJsonSchema } = await load('src/budget/file/json-schema.ts');
const { reportJsonSchema } = await load('src/report/json/report-schema.ts');
const { tablesJsonSchema } = await load('src/report/json/tables-schema.ts');
const names = (await readdir(new URL('presets/', root))).toSorted();
const presets = await Promise.all(
  names.map(async (name) => {
    const text = await readFile(new URL(`presets/${name}/target.yml`, root), 'utf8');
    return { name, target: parse(text) };
  }),
);
await write('budget-file', budgetFileJsonSchema(presets));
await write('report', reportJsonSchema());
await write('tables', tablesJsonSchema());
