import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Runs a whole process to its end. Resolves to its wall time in seconds, its peak memory in bytes (VmHWM of proc(5),
 * sampled), its output and when each line of stderr came.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Readonly<Record<string, string>> }} options
 */
export async function measureProcess(command, args, options = {}) {
  const start = performance.now();
  const child = spawn(command, args, {
    ...options,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, peak] = ['', 0];
  const lines = [];
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => {
    for (const line of text.split('\n')) lines.push({ line, seconds: (performance.now() - start) / 1000 });
  });
  const timer = setInterval(() => (peak = Math.max(peak, peakMemory(child.pid))), 5);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(timer);
  return { code, stdout, lines, seconds: (performance.now() - start) / 1000, peak };
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

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
