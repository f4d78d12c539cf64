import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Report } from '../../../src/report/report.ts';
import { kernelTree } from '../elf/bloat-o-meter.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');

/** One run of the committed command line on one of Debian's kernels; build folders are kept between runs. */
export interface RealCheck {
  readonly version: '6.1' | '6.12';
  readonly base: string;
  readonly head: string;
  /** Text of the budget file. */
  readonly budgetFile: string;
  /** Further options of the command line. */
  readonly options?: readonly string[];
}

/** What the run printed and left behind. */
export interface RealCheckResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly report: Report;
  /** `O=` of a target; it holds head's build. */
  readonly output: (target: string) => string;
}

/** The cache folder of all checks of one kernel. */
function cacheOf(version: RealCheck['version']): string {
  return join(process.env['KSB_CACHE'] ?? '', 'tests', version);
}

/** Has the next checks build what earlier ones have measured, in the build folders that those left. */
export function forgetMeasuredKernels(version: RealCheck['version']): Promise<void> {
  return rm(join(cacheOf(version), 'kernel-size-budget/store'), { recursive: true, force: true });
}

/** Keeps a preset's vmlinux, whose build folder other checks change. */
export async function keepPresetKernel(
  version: RealCheck['version'],
  preset: string,
  { output }: RealCheckResult,
): Promise<void> {
  const kept = presetKernelPath(version, preset);
  await mkdir(dirname(kept), { recursive: true });
  await copyFile(join(output(preset), 'vmlinux'), kept);
}

/** The vmlinux of a preset, of the unchanged kernel, where one is kept. */
export function findPresetKernel(version: RealCheck['version'], preset: string): string | undefined {
  const path = presetKernelPath(version, preset);
  return existsSync(path) ? path : undefined;
}

function presetKernelPath(version: RealCheck['version'], preset: string): string {
  return join(cacheOf(version), 'kernels', preset, 'vmlinux');
}

/** Runs `kernel-size-budget check` as a developer would. */
export async function checkRealKernel(check: RealCheck): Promise<RealCheckResult> {
  const cache = cacheOf(check.version);
  await mkdir(cache, { recursive: true });
  const [budgetFile, json] = [join(cache, 'budget.yml'), join(cache, 'report.json')];
  await writeFile(budgetFile, check.budgetFile);
  const { exitCode, stdout, stderr } = await runCli(
    ['check', '--kernel', kernelTree(check.version), '--config', budgetFile, '--json', json].concat([
      '--base',
      check.base,
      '--head',
      check.head,
      ...(check.options ?? []),
    ]),
    { XDG_CACHE_HOME: cache },
  );
  const report = JSON.parse(await readFile(json, 'utf8')) as Report;
  const [, folder = ''] = /builds and logs are kept in (.*)$/m.exec(stderr) ?? [];
  return { exitCode, stdout, stderr, report, output: (target) => join(folder, 'build', target) };
}

async function runCli(args: readonly string[], env: Readonly<Record<string, string>>) {
  try {
    const { stdout, stderr } = await run(process.execPath, [join(root, 'dist/cli.js'), ...args], {
      env: { ...process.env, ...env },
      maxBuffer: 2 ** 28,
    });
    return { exitCode: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { exitCode: code, stdout, stderr };
  }
}
