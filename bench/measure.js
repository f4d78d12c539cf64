import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Milliseconds between two looks at a process. */
const SAMPLE = 10;

/**
 * A process that has ended.
 * @typedef {object} Run
 * @property {number | null} code
 * @property {number} seconds Wall time.
 * @property {number} peak Most memory of this one process in bytes (VmHWM of proc(5), sampled).
 * @property {string} stdout
 * @property {readonly { readonly line: string, readonly seconds: number }[]} lines All output, and when it came.
 */

/**
 * Runs a whole process to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Readonly<Record<string, string>> }} options `env` is added to this process's own.
 * @returns {Promise<Run>}
 */
async function measureProcess(command, args, options = {}) {
  const start = performance.now();
  const now = () => (performance.now() - start) / 1000;
  const child = spawn(command, args, {
    ...options,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = [];
  const lines = [];
  const onLine = (line) => lines.push({ line, seconds: now() });
  child.stdout.on('data', (text) => texts.push(text));
  for (const stream of [child.stdout, child.stderr]) splitLines(stream.setEncoding('utf8'), onLine);
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, peakMemory(child.pid))), SAMPLE);
  try {
    const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
    return { code, seconds: now(), peak, stdout: texts.join(''), lines };
  } finally {
    clearInterval(timer);
  }
}

/**
 * As `measureProcess`, but throws an Error with the last lines of the output where the process fails.
 * @param {Parameters<typeof measureProcess>} process
 */
export async function measureSuccess(...[command, args, options]) {
  const run = await measureProcess(command, args, options);
  if (run.code === 0) return run;
  const end = run.lines.filter(({ line }) => line !== '').slice(-20);
  const output = end.map(({ line }) => `  ${line}`).join('\n');
  throw new Error(`${command} ${args.join(' ')} ended with ${run.code}:\n${output}`);
}

/**
 * @param {import('node:stream').Readable} stream
 * @param {(line: string) => void} onLine
 */
function splitLines(stream, onLine) {
  let rest = '';
  stream.on('data', (text) => {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  stream.on('end', () => rest !== '' && onLine(rest));
}

/** @param {number | undefined} pid */
function peakMemory(pid) {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/**
 * Says on stderr what has just been measured: the tables come at the end of a part, which may take half an hour.
 * @param {string} what
 * @param {number} seconds
 */
export function note(what, seconds) {
  process.stderr.write(`${seconds.toFixed(1).padStart(7)} s  ${what}\n`);
}

/** @param {readonly number[]} values */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/**
 * The run in the middle, so that its figures belong together.
 * @template {{ seconds: number }} R
 * @param {readonly R[]} runs
 * @returns {R}
 */
export function medianRun(runs) {
  const sorted = runs.toSorted((a, b) => a.seconds - b.seconds);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}
