/**
 * `npm run bench`: what checks and diffs cost, as ratios taken in one run on one machine; a part alone with
 * `npm run bench -- check`, `targets` or `diff`. `--write` keeps what is printed in bench/RESULTS.md, `--once` runs all
 * only once. Asserts nothing.
 * Needs what `npm test` installs, and dist/. `VMLINUX="OLD NEW"` takes two kernels for the diff too.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchChecks } from './check.js';
import { benchDiff } from './diff.js';
import { describeMachine } from './machine.js';
import { root } from './place.js';
import { benchTargets } from './side-by-side.js';
import { renderSection } from './table.js';

const PARTS = {
  diff: (limits) => benchDiff({ ...limits, pair: process.env['VMLINUX']?.split(' ') }),
  check: benchChecks,
  targets: benchTargets,
};

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false }, once: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const chosen = positionals.length === 0 ? Object.keys(PARTS) : positionals;
const unknown = chosen.find((name) => !Object.hasOwn(PARTS, name));
if (unknown !== undefined)
  throw new Error(`${unknown} is no part; expected ${Object.keys(PARTS).join(', ')}`);

const limits = { mostRuns: values.once ? 1 : Infinity };
const printed = [];
print(`# Benchmark\n\n${describeMachine()}`);
for (const name of chosen) {
  try {
    for (const section of await PARTS[name](limits)) print(renderSection(section));
  } catch (error) {
    print(`## ${name}: failed\n\n\`\`\`\n${error.stack}\n\`\`\``);
    process.exitCode = 1;
  }
}
if (values.write) writeFileSync(join(root, 'bench/RESULTS.md'), `${printed.join('\n\n')}\n`);

function print(text) {
  process.stdout.write(`${text}\n\n`);
  printed.push(text);
}
