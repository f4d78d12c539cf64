import { G as renderJson, U as inertJson, n as renderMarkdown, z as MOST_ROWS } from "./shared-markdown.js";
import { t as UserError } from "./shared-user-error.js";
import { dirname, resolve } from "node:path";
import { access, constants, stat, writeFile } from "node:fs/promises";
/** Throws a UserError where both are to go to stdout. */
function reportFiles({ json, markdown }) {
	if (json === "-" && markdown === "-") throw new UserError("--json - and --markdown - both go to stdout; name a file for one of them");
	return [{
		option: "--json",
		path: json,
		render: renderJson
	}, {
		option: "--markdown",
		path: markdown,
		render: (report) => renderMarkdown(report, { rows: MOST_ROWS })
	}].flatMap(({ path, ...file }) => path === void 0 ? [] : [{
		...file,
		path: outputPath(path)
	}]);
}
function outputPath(path) {
	return path === "-" ? path : resolve(path);
}
/** Throws a UserError where a file cannot be written, which is worth knowing before a build of minutes. */
async function requireWritable(file) {
	const { option, path } = file;
	if (path === "-") return;
	const found = await stat(path).catch(() => void 0);
	if (found?.isDirectory()) throw new UserError(`${option} ${path} is a folder; expected the name of a file`);
	const place = found === void 0 ? `${dirname(path)}/.` : path;
	await access(place, constants.W_OK).catch((cause) => {
		throw writeError(file, cause);
	});
}
/** Writes a file, or to stdout in a form that does nothing to a terminal. Throws a UserError where it cannot. */
async function writeOutput(file, text, writeRaw) {
	if (file.path === "-") {
		writeRaw(file.option === "--json" ? inertJson(text) : text);
		return;
	}
	await writeFile(file.path, text).catch((cause) => {
		throw writeError(file, cause);
	});
}
function writeError({ option, path }, cause) {
	const message = `${option} ${path} cannot be written (${cause.message}); name a file in a folder that is there`;
	return new UserError(message, { cause });
}
export { writeOutput as i, reportFiles as n, requireWritable as r, outputPath as t };
