/** ccache keeps objects by what they were compiled from, for any build on the machine (https://ccache.dev/manual). */
import type { Target } from '../../budget/target.ts';
import { findOnPath } from '../../process/find-on-path.ts';
import { runProcess } from '../../process/run-process.ts';
import { UserError } from '../../user-error.ts';
import { usesToolsOfTree, hostCompiler, toolName } from './tool-names.ts';

export const CCACHE_CHOICES = ['auto', 'never'] as const;

/** `auto`: where it is installed. */
export type CcacheChoice = (typeof CCACHE_CHOICES)[number];

/** How builds use it. */
export interface Ccache {
  /** What a build's environment has for it. */
  readonly env: Readonly<Record<string, string>>;
  /** `read`: for a stranger's tree, whose objects must not end up in other builds. */
  readonly access: 'read' | 'write';
}

/**
 * Undefined where it is not wanted, or not installed. `env` is the user's own, whose cache and limits are taken: a
 * build has another home. Throws a UserError where ccache does not say them.
 */
export async function openCcache(
  choice: CcacheChoice,
  use: {
    readonly env: Readonly<NodeJS.ProcessEnv>;
    readonly access: Ccache['access'];
    readonly signal: AbortSignal;
  },
): Promise<Ccache | undefined> {
  const program = findOnPath('ccache', use.env['PATH'] ?? '');
  if (choice === 'never' || program === undefined) return undefined;
  const setting = async (name: string): Promise<string> => {
    const { code, stdout } = await runProcess(program, ['--get-config', name], { ...use, cwd: '/' });
    if (code === 0) return stdout.trim();
    throw new UserError(
      `"ccache --get-config ${name}" ended with exit code ${code}; expected ccache 3.7 or newer: update it, or do ` +
        'without (--ccache never; the action: ccache: never)',
    );
  };
  const own = { CCACHE_DIR: await setting('cache_dir'), CCACHE_MAXSIZE: await setting('max_size') };
  return { env: { ...own, ...FIXED, ...(use.access === 'read' ? READ_ONLY : {}) }, access: use.access };
}

/** What makes it find objects again, and give the same bytes as the compiler. */
const FIXED = {
  // A compiler that was installed again is the same one; one that was changed in place is not.
  CCACHE_COMPILERCHECK: 'content',
  // By the files alone it would not see that a new header shadows another
  // (https://ccache.dev/manual/latest.html, "The direct mode").
  CCACHE_NODIRECT: '1',
  CCACHE_SLOPPINESS: '',
  // Paths that were made relative would stand in the kernel (__FILE__).
  CCACHE_BASEDIR: '',
} as const;

const READ_ONLY = { CCACHE_READONLY: '1', CCACHE_NOSTATS: '1' } as const;

/** Arguments of make that put it before the compilers; a compiler of the tree, and one that has it already, stay. */
export function ccacheArguments(target: Target): string[] {
  if (usesToolsOfTree(target)) return [];
  const { CC = toolName(target, { gnu: 'gcc', llvm: 'clang' }), HOSTCC = hostCompiler(target) } = target.make;
  return Object.entries({ CC, HOSTCC }).flatMap(([name, compiler]) =>
    compiler.includes('ccache') ? [] : [`${name}=ccache ${compiler}`],
  );
}
