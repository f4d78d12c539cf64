import { W as jsonOf } from "./shared-markdown.js";
import { i as writeOutput, t as outputPath } from "./shared-report-files.js";
// src/cli/table-files.ts
/** The tables of `diff` and `top` as JSON. */
/** Writes what schema/tables.schema.json describes. */
async function writeTables(tables, { path, io }) {
	if (path === void 0) return;
	const file = {
		option: "--json",
		path: outputPath(path)
	};
	await writeOutput(file, jsonOf({
		version: 1,
		...tables
	}), io.writeRaw);
}
export { writeTables };
