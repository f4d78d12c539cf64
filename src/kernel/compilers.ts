import type { KernelBuild } from './kernel-build.ts';
import { runProcess } from './run-process.ts';

/** First line of the compiler's `--version`. */
export function compilerOf(build: KernelBuild): Promise<string> {
  return versionLine(build, build.target.make['CC'] ?? toolName(build, 'gcc', 'clang'));
}

/** First line of the linker's `--version`. */
export function linkerOf(build: KernelBuild): Promise<string> {
  return versionLine(build, build.target.make['LD'] ?? toolName(build, 'ld', 'ld.lld'));
}

/** As the kernel's Makefile names its tools: CROSS_COMPILE is a prefix, LLVM=-19 a suffix. */
function toolName({ target }: KernelBuild, gnu: string, llvm: string): string {
  if (target.llvm === undefined) return `${target.crossCompile}${gnu}`;
  return target.llvm.startsWith('-') ? `${llvm}${target.llvm}` : llvm;
}

async function versionLine(build: KernelBuild, tool: string): Promise<string> {
  const [command = tool, ...args] = tool.split(' ');
  const result = await runProcess(command, [...args, '--version'], {
    cwd: build.source,
    env: build.env,
    signal: build.signal,
  });
  return result.stdout.split('\n', 1)[0] ?? '';
}
