import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Report } from '../../src/report/report.ts';
import { kernelTree } from './bloat-o-meter.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

/** One run of the committed command line on one of Debian's kernels; build folders are kept between runs. */
export interface RealCheck {
  readonly version: '6.1' | '6.12';
  readonly base: string;
  readonly head: string;
  /** Text of the budget file. */
  readonly budgetFile: string;
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

/** The vmlinux of a preset where an earlier check has built it. */
export function findPresetBuild(version: RealCheck['version'], preset: string): string | undefined {
  const workspaces = join(cacheOf(version), 'kernel-size-budget');
  if (!existsSync(workspaces)) return undefined;
  return readdirSync(workspaces)
    .map((workspace) => join(workspaces, workspace, 'build', preset, 'vmlinux'))
    .find((path) => existsSync(path));
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
