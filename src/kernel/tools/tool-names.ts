import { isAbsolute } from 'node:path';
import type { Target } from '../../budget/target.ts';

/** As the kernel's Makefile names its tools: CROSS_COMPILE and LLVM=/folder/ are prefixes, LLVM=-19 is a suffix. */
export function toolName(
  target: Target,
  { gnu, llvm }: { readonly gnu: string; readonly llvm: string },
): string {
  return target.llvm === undefined ? `${target.crossCompile}${gnu}` : llvmName(target.llvm, llvm);
}

/** HOSTCC of the kernel's Makefile: what compiles the programs that run during a build. */
export function hostCompiler({ llvm }: Target): string {
  return llvm === undefined ? 'gcc' : llvmName(llvm, 'clang');
}

/** A tool under the name that LLVM= gives it. */
export function llvmName(llvm: string, tool: string): string {
  if (llvm.endsWith('/')) return `${llvm}${tool}`;
  return llvm.startsWith('-') ? `${tool}${llvm}` : tool;
}

/** Whether a variable of make names a program of the tree, whose version may differ from commit to commit. */
export function usesToolsOfTree({ make, llvm, crossCompile }: Target): boolean {
  const named = [...Object.values(make).flatMap((value) => value.split(/\s+/)), llvm ?? '', crossCompile];
  return named.some((word) => word.includes('/') && !isAbsolute(word));
}
