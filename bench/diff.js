import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { linkManySymbols } from './many-symbols.js';
import { measureProcess, median } from './measure.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const RUNS = 7;

/**
 * `diff` against scripts/bloat-o-meter on the same two files, in turn, as whole processes; and what `--accounted` adds.
 * @param {readonly string[] | undefined} pair
 */
export async function benchDiff(pair) {
  const script = join(root, '.cache/linux-6.12/scripts/bloat-o-meter');
  if (!existsSync(script)) return `diff: ${script} is missing; npm test prepares it`;
  const folder = mkdtempSync(join(tmpdir(), 'ksb-bench-'));
  try {
    const files = pair ?? linkManySymbols(folder, 220_000);
    const ours = [];
    const theirs = [];
    const accounted = [];
    for (let i = 0; i < RUNS; i++) {
      ours.push(await measureProcess(process.execPath, [join(root, 'dist/cli.js'), 'diff', ...files]));
      accounted.push(
        await measureProcess(process.execPath, [join(root, 'dist/cli.js'), 'diff', '--accounted', ...files]),
      );
      theirs.push(await measureProcess('python3', [script, ...files]));
    }
    return describe(files, { ours, accounted, theirs });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function describe(files, { ours, accounted, theirs }) {
  const extra = accounted.map(({ seconds }, i) => seconds - ours[i].seconds);
  const isEqual = ours.every(({ stdout }) => stdout === theirs[0].stdout);
  const ratios = ours.map(({ seconds }, i) => seconds / theirs[i].seconds);
  return [
    `diff of ${files.join(' ')}`,
    `  same output               ${isEqual ? 'yes' : 'NO'}`,
    `  kernel-size-budget diff   ${median(ours.map(({ seconds }) => seconds)).toFixed(3)} s`,
    `  scripts/bloat-o-meter     ${median(theirs.map(({ seconds }) => seconds)).toFixed(3)} s`,
    `  ratio, median of ${RUNS}        ${median(ratios).toFixed(2)}`,
    `  peak memory               ${(Math.max(...ours.map(({ peak }) => peak)) / 1e6).toFixed(0)} MB`,
    `  --accounted beyond that   ${median(extra).toFixed(3)} s`,
    `  its peak memory           ${(Math.max(...accounted.map(({ peak }) => peak)) / 1e6).toFixed(0)} MB`,
    '',
  ].join('\n');
}
