import { r as readPresets } from "./shared-plan.js";
import { t as UserError } from "./shared-user-error.js";
import { lstat, mkdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
// src/init.ts
/** Starter files of a repository: the budget file and the workflow that checks it. */
/** Where the budget file lies unless an argument or an input says otherwise, relative to the repository. */
const BUDGET_FILE = ".github/kernel-size-budget.yml";
const WORKFLOW_FILE = ".github/workflows/kernel-size.yml";
const REPOSITORY = "kernel-size-budget/kernel-size-budget";
const RELEASE = "v1";
const SCHEMA = `https://raw.githubusercontent.com/${REPOSITORY}/${RELEASE}/schema/budget-file.schema.json`;
/** Writes the starter files and returns what to print about each of them. Throws a UserError where they cannot be. */
async function runInit({ folder }) {
	const { written, kept } = await initFiles({
		folder,
		presets: [...readPresets().keys()],
		chosen: ["x86-tiny"]
	});
	return `${[...written.map((path) => `${path}: written`), ...kept.map((path) => `${path}: is there already, left as it is`)].join("\n")}\n`;
}
/** Writes the starter files that are not there yet. */
async function initFiles(options) {
	await requireFolder(options.folder);
	const files = [{
		path: BUDGET_FILE,
		text: starterBudgetFile(options)
	}, {
		path: WORKFLOW_FILE,
		text: starterWorkflow()
	}];
	const written = [];
	const kept = [];
	for (const { path, text } of files) (await writeNew(join(options.folder, path), text) ? written : kept).push(path);
	return {
		written,
		kept
	};
}
async function requireFolder(folder) {
	if (!(await stat(folder).catch(() => void 0))?.isDirectory()) throw new UserError(`${folder} is not a folder; name the kernel tree with --kernel`);
}
/** Writes a file unless something of that name is there; says whether it did. */
async function writeNew(path, text) {
	try {
		await mkdir(dirname(path), { recursive: true });
		if (await isThere(path)) return false;
		await writeFile(path, text, { flag: "wx" });
		return true;
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new UserError(`${path} cannot be written (${reason}); check the folder and its permissions`, { cause });
	}
}
/** A link that leads nowhere is there too. */
async function isThere(path) {
	return await lstat(path).catch(() => void 0) !== void 0;
}
/** A budget file that extends the chosen presets and shows the other keys as comments. */
function starterBudgetFile({ presets, chosen }) {
	const targets = chosen.map((name) => `  ${name}:\n    extends: ${name}\n`).join("");
	return `# yaml-language-server: $schema=${SCHEMA}

# From this share of a budget on, a target is reported as near its limit.
# nearLimit: 95%

# The kernels to measure. Presets: ${presets.join(", ")}.
targets:
${targets}
  # A preset with tighter limits: "growth" is the most that one pull request may add, "budgets" the most in all.
  # stm32f469:
  #   extends: stm32f469
  #   growth: { flash: 1K, ram: 256 }

  # A kernel of your own. Sizes are bytes (331776, 0x51000) or 324K, 2M.
  # my-board:
  #   arch: arm
  #   crossCompile: arm-linux-gnueabi-
  #   base: tinyconfig               # or allnoconfig, my_defconfig, path/to/a.config
  #   fragments:                     # paths in this repository, merged in this order
  #     - kernel/configs/my-board.config
  #     - { file: kernel/configs/my-board-new.config, since: "6.10" }
  #   image: zImage
  #   budgets: { image: 640K, ram: 3M }
  #   growth: { flash: 1K, ram: 1K }
`;
}
/** The workflow of one step that checks each pull request. */
function starterWorkflow() {
	return `name: Kernel size

on:
  pull_request:

permissions:
  contents: read
  pull-requests: write # for the comment

jobs:
  kernel-size:
    # A fixed image: another compiler measures other sizes.
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v6
        with:
          persist-credentials: false
      - uses: ${REPOSITORY}@${RELEASE}
        with:
          install-packages: true
`;
}
export { runInit };
