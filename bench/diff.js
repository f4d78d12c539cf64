import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkManySymbols } from './many-symbols.js';
import { measureSuccess, median, note } from './measure.js';
import { cache, root } from './place.js';
import { megabytes, ratio, seconds } from './table.js';

/** Symbols of each of both files, and how often they are compared; the first tells what it takes to start. */
const SIZES = [
  { count: 100, runs: 7 },
  { count: 50_000, runs: 7 },
  { count: 200_000, runs: 5 },
  { count: 1_000_000, runs: 3 },
];

/**
 * `diff` against scripts/bloat-o-meter on the same two files, in turn, as whole processes; and what `--accounted` adds.
 * `pair` are two kernels that are compared too.
 * @param {{ pair: readonly string[] | undefined, mostRuns: number }} options
 */
export async function benchDiff({ pair, mostRuns }) {
  const script = join(cache, 'linux-6.12/scripts/bloat-o-meter');
  if (!existsSync(script)) throw new Error(`${script} is missing; npm test prepares it`);
  const measured = [];
  for (const { count, runs } of SIZES) {
    const folder = mkdtempSync(join(tmpdir(), 'ksb-bench-'));
    try {
      const files = linkManySymbols(folder, count);
      measured.push({
        name: count.toLocaleString('en'),
        count,
        ...(await compare(script, files, Math.min(runs, mostRuns))),
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  if (pair !== undefined) {
    measured.push({
      name: pair.join(' '),
      count: 0,
      ...(await compare(script, pair, Math.min(5, mostRuns))),
    });
  }
  return [describe(measured)];
}

async function compare(script, files, runs) {
  const [ours, accounted, theirs] = [[], [], []];
  const diff = (...more) =>
    measureSuccess(process.execPath, [join(root, 'dist/cli.js'), 'diff', ...more, ...files]);
  for (let run = 0; run < runs; run++) {
    ours.push(await diff('--compat', '6.12'));
    accounted.push(await diff('--accounted'));
    theirs.push(await measureSuccess('python3', [script, ...files]));
    note(`diff of ${files.join(' ')}`, ours.at(-1).seconds);
  }
  const [expected] = theirs;
  if (ours.some(({ stdout }) => stdout !== expected?.stdout)) {
    throw new Error(`diff and ${script} print different tables for ${files.join(' ')}`);
  }
  return { ours, accounted, theirs };
}

function describe(measured) {
  return {
    title: '`diff` and accounting against scripts/bloat-o-meter',
    head: [
      'symbols',
      'bloat-o-meter',
      'diff',
      'ratio',
      'bar',
      'per symbol',
      'memory',
      'accounting on top',
      'bar',
      'per symbol',
      'memory',
    ],
    rows: measured.map((one) => rowOf(one, measured[0])),
    notes: [
      'Medians of whole processes, in turn; the tables of `diff` and of the script are equal.',
      'Per symbol of one file, what a diff of 100 symbols takes left out.',
    ],
  };
}

function rowOf({ name, count, ours, accounted, theirs }, start) {
  const [diff, extra, script] = [middle(ours), beyond({ ours, accounted }), middle(theirs)];
  const isBarred = count === 0 || count >= 200_000;
  const perSymbol = (value) => (count > 100 ? `${((value / count) * 1e6).toFixed(2)} µs` : '');
  return [
    name,
    seconds(script, 2),
    seconds(diff, 2),
    ratio(median(ours.map((run, index) => run.seconds / theirs[index].seconds))),
    isBarred ? '0.40' : '',
    perSymbol(diff - middle(start.ours)),
    megabytes(Math.max(...ours.map(({ peak }) => peak))),
    seconds(extra, 2),
    isBarred ? '1.5' : '',
    perSymbol(extra - beyond(start)),
    megabytes(Math.max(...accounted.map(({ peak }) => peak))),
  ];
}

const middle = (runs) => median(runs.map((run) => run.seconds));

const beyond = ({ ours, accounted }) =>
  median(accounted.map((run, index) => run.seconds - ours[index].seconds));
