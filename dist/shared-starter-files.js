import { f as require_dist } from "./shared-commits.js";
// src/cli/starter-files.ts
var import_dist = require_dist();
const WORKFLOW_FILE = ".github/workflows/kernel-size.yml";
const COMMENT_WORKFLOW_FILE = ".github/workflows/kernel-size-comment.yml";
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
/** The workflow that measures and judges, with a token that may only read. README.md shows it. */
function starterWorkflow(repository = {}) {
	const { branch = "main", kernel = ".", submodules = false } = repository;
	const branches = (0, import_dist.stringify)([branch], {
		collectionStyle: "flow",
		flowCollectionPadding: false
	}).trim();
	const inputs = [...kernel === "." ? [] : [`      ${(0, import_dist.stringify)({ kernel }, { lineWidth: 0 })}`], ...submodules ? ["      submodules: 'true'\n"] : []].join("");
	return `name: kernel size
on:
  pull_request: { types: [opened, synchronize, reopened, ready_for_review, edited, labeled, unlabeled] }
  merge_group:
  push: { branches: ${branches} } # keeps its builds, on which pull requests go on
permissions: { actions: read, contents: read, pull-requests: read }
concurrency: # a new commit ends the build of the last one; a label waits for it and judges what it measured
  group: kernel-size-\${{ github.event.pull_request.number || github.run_id }}
  cancel-in-progress: \${{ github.event.action == 'synchronize' }}
jobs:
  size:
    uses: ${REPOSITORY}/${WORKFLOW_FILE}@${RELEASE}
    with: # growth accepted in a pull request does not fail the push
${inputs}      fail-on: \${{ github.event_name == 'push' && 'none' || 'over-budget over-growth' }}
`;
}
/** The workflow that comments, from the default branch and with a token that may write. README.md shows it. */
function starterCommentWorkflow() {
	return `name: kernel size comment
on: # zizmor: ignore[dangerous-triggers] it checks nothing out, and reads what the other run left as data
  workflow_run: { workflows: [kernel size], types: [requested, completed] }
  issue_comment: { types: [created] }
permissions: { actions: read, contents: read, pull-requests: write, statuses: write }
jobs:
  comment:
    uses: ${REPOSITORY}/${COMMENT_WORKFLOW_FILE}@${RELEASE}
`;
}
export { starterWorkflow as a, starterCommentWorkflow as i, WORKFLOW_FILE as n, starterBudgetFile as r, COMMENT_WORKFLOW_FILE as t };
