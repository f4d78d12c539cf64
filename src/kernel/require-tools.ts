import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { UserError } from '../user-error.ts';
import type { BuildTool } from './build-tools.ts';
import { aptGetLine, installPackages } from './install-packages.ts';
import type { KernelBuild } from './kernel-build.ts';
import { runProcess } from './run-process.ts';

/** What looking for tools needs of a build. */
export type ToolContext = Pick<KernelBuild, 'env' | 'signal' | 'progress' | 'missingTools'>;

/**
 * Installs what is missing when the context says so. Throws one UserError that lists all that is missing and the
 * `apt-get install` line for it.
 */
export async function requireTools(tools: readonly BuildTool[], context: ToolContext): Promise<void> {
  let missing = await missingOf(tools, context);
  if (missing.length > 0 && context.missingTools === 'install') {
    await installPackages(packagesOf(missing), context);
    // A header that gcc did not look for before may be missing still: gcc does not bring libc6-dev along.
    missing = await missingOf(tools, context);
  }
  if (missing.length === 0) return;
  const names = missing.map((tool) => tool.name).join(', ');
  const packages = packagesOf(missing);
  const remedy =
    packages.length === 0 ? 'put them on the PATH' : `install them with: ${aptGetLine(packages)}`;
  throw new UserError(`the build needs tools that this machine lacks: ${names}; ${remedy}`);
}

async function missingOf(tools: readonly BuildTool[], context: ToolContext): Promise<BuildTool[]> {
  const unique = [...new Map(tools.map((tool) => [tool.name, tool])).values()];
  const found = await Promise.all(unique.map((tool) => isThere(tool, context)));
  return unique.filter((_, index) => found[index] !== true);
}

function packagesOf(tools: readonly BuildTool[]): string[] {
  return [...new Set(tools.flatMap((tool) => tool.package ?? []))];
}

async function isThere(tool: BuildTool, context: ToolContext): Promise<boolean> {
  const path = context.env['PATH'] ?? '';
  if (tool.kind === 'command') return isOnPath(tool.name, path);
  const { compiler, name } = tool;
  if (!isOnPath(compiler, path)) return false;
  const args = ['-E', '-x', 'c', '-include', name, '/dev/null'];
  const result = await runProcess(compiler, args, { cwd: '/', env: context.env, signal: context.signal });
  return result.code === 0;
}

function isOnPath(command: string, path: string): boolean {
  const places = isAbsolute(command)
    ? [command]
    : path.split(delimiter).map((folder) => join(folder, command));
  return places.some((place) => isExecutable(place));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
