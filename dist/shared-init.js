import { f as readKernelVersion, l as createGit, o as requireRepository, p as BUDGET_FILE, r as readPresets } from "./shared-plan.js";
import { t as UserError } from "./shared-user-error.js";
import { dirname, join, resolve } from "node:path";
import { lstat, mkdir, stat, writeFile } from "node:fs/promises";
// src/starter-files.ts
/** The texts that `init` writes. */
const REPOSITORY = "kernel-size-budget/kernel-size-budget";
const RELEASE = "v1";
const SCHEMA = `https://raw.githubusercontent.com/${REPOSITORY}/${RELEASE}/schema/budget-file.schema.json`;
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
/** The workflow of one step that checks each pull request, as README.md shows it. */
function starterWorkflow() {
	return `name: kernel size
on:
  pull_request:
permissions:
  contents: read
  pull-requests: write # for the comment
jobs:
  size:
    runs-on: ubuntu-24.04 # a fixed image: another compiler measures other sizes
    timeout-minutes: 60
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
      - uses: ${REPOSITORY}@${RELEASE}
        with:
          install-packages: true
`;
}
// src/init.ts
/** Starter files of a repository: the budget file and the workflow that checks it. */
const WORKFLOW_FILE = ".github/workflows/kernel-size.yml";
/**
* Writes the starter files at the root of the repository, where `check` looks for them, and returns what to print about
* each of them. Throws a UserError where they cannot be.
*/
async function runInit(job) {
	const folder = await repositoryOf(job);
	const { written, kept } = await initFiles({
		folder,
		presets: [...readPresets().keys()],
		chosen: ["x86-tiny"]
	});
	return `${[...written.map((path) => `${join(folder, path)}: written`), ...kept.map((path) => `${join(folder, path)}: is there already, left as it is`)].join("\n")}\n`;
}
async function repositoryOf({ folder, env }) {
	await requireFolder(folder);
	const git = createGit(resolve(folder), env);
	await requireRepository(git);
	const root = await git.run("rev-parse", "--show-toplevel");
	try {
		readKernelVersion(git.folder);
	} catch {
		readKernelVersion(root);
	}
	return root;
}
/** Writes the starter files that are not there yet. */
async function initFiles(options) {
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
export { runInit };
