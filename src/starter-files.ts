/** The texts that `init` writes. */

const REPOSITORY = 'kernel-size-budget/kernel-size-budget';
const RELEASE = 'v1';
const SCHEMA = `https://raw.githubusercontent.com/${REPOSITORY}/${RELEASE}/schema/budget-file.schema.json`;

/** Which presets a budget file begins with. */
export interface StarterChoice {
  /** Names of all presets. */
  readonly presets: readonly string[];
  /** Presets that the budget file extends from the start; at least one. */
  readonly chosen: readonly string[];
}

/** A budget file that extends the chosen presets and shows the other keys as comments. */
export function starterBudgetFile({ presets, chosen }: StarterChoice): string {
  const targets = chosen.map((name) => `  ${name}:\n    extends: ${name}\n`).join('');
  return `# yaml-language-server: $schema=${SCHEMA}

# From this share of a budget on, a target is reported as near its limit.
# nearLimit: 95%

# The kernels to measure. Presets: ${presets.join(', ')}.
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
export function starterWorkflow(): string {
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
