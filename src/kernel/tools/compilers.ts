import { existsSync } from 'node:fs';
import type { Target } from '../../budget/target.ts';
import { UserError } from '../../user-error.ts';
import { type Sandbox, runConfined } from '../sandbox/sandbox.ts';
import { hostCompiler, toolName } from './tool-names.ts';

/** The tools of a build; these by the first line of their `--version`. */
export interface ToolVersions {
  readonly compiler: string;
  readonly linker: string;
  /** Of the compiler for programs that run during the build. */
  readonly hostCompiler: string;
  /** Digest of all programs that it may run, these among them. */
  readonly programs: string;
}

/** What asking a tool for its version needs of a build. */
export interface ToolUser {
  readonly target: Target;
  /** Messages name the commit by it. */
  readonly side: 'base' | 'head';
  /** The kernel source, the same path for base and head. */
  readonly source: string;
  readonly env: Readonly<Record<string, string>>;
  /** What all that the tree decides on runs in. */
  readonly sandbox: Sandbox;
  readonly signal: AbortSignal;
}

/** First line of the compiler's `--version`. Throws a UserError where it has none. */
export function compilerOf(build: ToolUser): Promise<string> {
  return versionLine(build, 'CC', toolName(build.target, { gnu: 'gcc', llvm: 'clang' }));
}

/** First line of the linker's `--version`. Throws a UserError where it has none. */
export function linkerOf(build: ToolUser): Promise<string> {
  return versionLine(build, 'LD', toolName(build.target, { gnu: 'ld', llvm: 'ld.lld' }));
}

/** First line of `--version` of what compiles the programs that run during a build. Throws a UserError where it has none. */
export function hostCompilerOf(build: ToolUser): Promise<string> {
  return versionLine(build, 'HOSTCC', hostCompiler(build.target));
}

async function versionLine(
  build: ToolUser,
  variable: 'CC' | 'LD' | 'HOSTCC',
  usual: string,
): Promise<string> {
  const tool = build.target.make[variable] ?? usual;
  const [command = tool, ...args] = tool.trim().split(/\s+/);
  // CC= of a budget file may name a program of the tree, which is checked out then. Before, there may be no folder.
  const cwd = existsSync(build.source) ? build.source : '/';
  const { code, stdout } = await runConfined(
    { program: command, args: [...args, '--version'], cwd, env: build.env },
    { source: build.source },
    build,
  );
  const line = stdout.split('\n', 1)[0]!.trim();
  if (code === 0 && line !== '') return line;
  // Without a version of either side, another compiler at head would pass for the same one.
  const problem = code === 0 ? 'printed nothing' : `failed with exit code ${code}`;
  throw new UserError(
    `${build.target.name}: "${tool} --version" ${problem} at ${build.side}, and sizes of an unknown tool are not ` +
      `compared; install it, or correct ${variable} in "make" of the target`,
  );
}
