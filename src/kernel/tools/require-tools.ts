import type { Target } from '../../budget/target.ts';
import { findOnPath } from '../../process/find-on-path.ts';
import { aptGetLine, installPackages } from '../../process/install-packages.ts';
import { UserError } from '../../user-error.ts';
import type { KernelBuild } from '../make/build-context.ts';
import { runConfined } from '../sandbox/sandbox.ts';
import { type BuildTool, targetTools } from './build-tools.ts';

/** What looking for tools needs of a build. */
export type ToolContext = Pick<KernelBuild, 'env' | 'signal' | 'progress' | 'missingTools' | 'sandbox'>;

/**
 * Installs what is missing when the context says so. Throws one UserError that lists all that is missing and the
 * `apt-get install` line for it.
 */
export async function requireTools(tools: readonly BuildTool[], context: ToolContext): Promise<void> {
  let missing = await missingOf(tools, context);
  const areAllPackaged = missing.every((tool) => tool.package !== undefined);
  if (missing.length > 0 && areAllPackaged && context.missingTools === 'install') {
    await installPackages(packagesOf(missing), context);
    // A header that gcc did not look for before may be missing still: gcc does not bring libc6-dev along.
    missing = await missingOf(tools, context);
  }
  if (missing.length === 0) return;
  const names = missing.map((tool) => tool.name).join(', ');
  throw new UserError(`the build needs tools that this machine lacks: ${names}; ${remedyFor(missing)}`);
}

/** What is in no package that is known is left to the user. */
function remedyFor(missing: readonly BuildTool[]): string {
  const others = missing.filter((tool) => tool.package === undefined);
  const packages = packagesOf(missing);
  if (packages.length === 0) return 'put them on the PATH';
  const line = aptGetLine(packages);
  if (others.length === 0) return `install them with: ${line}`;
  return `put ${others.map(({ name }) => name).join(', ')} on the PATH, and install the others with: ${line}`;
}

async function missingOf(tools: readonly BuildTool[], context: ToolContext): Promise<BuildTool[]> {
  const unique = [...new Map(tools.map((tool) => [tool.name, tool])).values()];
  const found = await Promise.all(unique.map((tool) => isThere(tool, context)));
  return unique.filter((_, index) => found[index] !== true);
}

/** The Debian packages that building a target needs, as far as that can be told before it is configured. */
export function targetPackages(target: Target): string[] {
  return packagesOf(targetTools(target));
}

function packagesOf(tools: readonly BuildTool[]): string[] {
  return [...new Set(tools.flatMap((tool) => tool.package ?? []))];
}

async function isThere(tool: BuildTool, context: ToolContext): Promise<boolean> {
  const path = context.env['PATH'] ?? '';
  if (tool.kind === 'command') return findOnPath(tool.name, path) !== undefined;
  const { compiler, name } = tool;
  if (findOnPath(compiler, path) === undefined) return false;
  // LLVM=/folder/ of a budget file may name a compiler in the tree.
  const args = ['-E', '-x', 'c', '-include', name, '/dev/null'];
  const result = await runConfined({ program: compiler, args, cwd: '/', env: context.env }, {}, context);
  return result.code === 0;
}
