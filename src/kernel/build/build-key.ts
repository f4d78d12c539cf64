/** What a kernel is made with and from, but for the commit, as digests that tell kept builds apart. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { readBoundedText, sourceIn } from '../kernel-file.ts';
import type { KernelBuild } from '../make/build-context.ts';
import { buildPrograms } from '../tools/build-programs.ts';
import { type ToolVersions, compilerOf, hostCompilerOf, linkerOf } from '../tools/compilers.ts';
import { fragmentPaths } from '../tree/fragment-paths.ts';

/** What a build needs to be told apart. */
export type BuildSubject = Omit<KernelBuild, 'tools' | 'place' | 'subsystems'>;

/** Throws a UserError where a tool does not say its version. */
export async function readToolVersions(build: BuildSubject): Promise<ToolVersions> {
  const [compiler, linker, hostCompiler] = await Promise.all([
    compilerOf(build),
    linkerOf(build),
    hostCompilerOf(build),
  ]);
  const programs = build.programs.digestOf(await buildPrograms(build));
  return { compiler, linker, hostCompiler, programs };
}

/** Digest of all that an existing objtree must share with a build to be reused. Paths count, since `.cmd` files record them. */
export function pathsKey({ target, source, output, ccache }: BuildSubject, tools: ToolVersions): string {
  return digest([target.arch, source, output, tools, ccache === undefined ? 'compilers' : 'ccache']);
}

/** Digest of the other inputs of the kernel. Files of the tree are not in it: the commit's hash covers those. */
export function inputsKey(build: BuildSubject): string {
  const { crossCompile, llvm, base, make, image, dtb } = build.target;
  const seed = base.kind === 'file' ? textBeside(build, base.path) : undefined;
  const fragments: unknown[] = [];
  for (const fragment of build.target.fragments) {
    fragments.push([fragment, textBeside(build, fragment.path)]);
  }
  return digest([crossCompile, llvm, base, seed, fragments, make, image, dtb]);
}

/** What no commit has: a preset's own fragment, and one that is not committed yet. */
function textBeside(build: BuildSubject, path: string): string | undefined {
  if (isAbsolute(path)) return readBoundedText(path, 'fragment');
  const { fragmentFallback } = build;
  if (fragmentFallback === undefined) return undefined;
  const places = fragmentPaths(path, build.target.arch).map((place) => join(fragmentFallback, place));
  const found = places.find((place) => existsSync(place));
  return found === undefined ? undefined : readBoundedText(found, 'fragment', sourceIn(fragmentFallback));
}

function digest(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
