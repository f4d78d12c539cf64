import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KernelBuild } from '../../../src/kernel/make/build-context.ts';
import { UserError } from '../../../src/user-error.ts';
import type { Files } from '../git/repository.ts';
import { buildToy, toyBuild, toyStart } from './toy-build.ts';
import { type ToyKernel, createToyKernel } from './toy-kernel.ts';

/** A build in a folder that was built in before, against one by make alone in a folder of its own. */
export interface Comparison {
  /** `different` where only one of them fails, too. */
  readonly outcome: 'same' | 'different' | 'both fail';
  /** Undefined where the build failed. */
  readonly origin: 'clean' | 'incremental' | undefined;
  /** Objects that were compiled by the toy's own rule, sorted. */
  readonly compiled: readonly string[];
}

/**
 * A toy that has more of kbuild: a Makefile in drivers/, headers of the architecture before those of all, and what the
 * build makes in drivers/ before both.
 */
export function createToyTree(files: Files = {}): Promise<ToyKernel> {
  return createToyKernel({
    'local.mk':
      'CFLAGS := -I $(O)/drivers -I drivers -I arch/$(SRCARCH)/include $(CFLAGS)\n' +
      'objects += $(patsubst %.c,$(O)/%.o,$(wildcard drivers/*/*.c))\n' +
      'include $(wildcard drivers/Makefile)\n',
    'include/number.h': '#define NUMBER 1\n',
    'drivers/user.c': '#include <number.h>\nint user = NUMBER;\n',
    ...files,
  });
}

type Overrides = Parameters<typeof toyBuild>[1];

/** Builds what is in the work tree both ways; `restore` fills a build folder that make cannot go on from. */
export async function compareBuilds(
  kernel: ToyKernel,
  overrides: Overrides = {},
  restore = async (): Promise<void> => undefined,
): Promise<Comparison> {
  const build = toyBuild(kernel, overrides);
  const kept = await toyStart(kernel, build);
  if (kept.objtree.kind === 'empty') await restore();
  const warm = await buildWarm(kernel, build);
  const clean = buildClean(build);
  if (warm === undefined || clean === undefined) {
    return { outcome: warm === clean ? 'both fail' : 'different', origin: undefined, compiled: [] };
  }
  const log = await readFile(join(build.logs, `toy-${build.side}-building.log`), 'utf8');
  const compiled = [...log.matchAll(/^ {2}CC {6}(.*)$/gm)].map(([, object = '']) => object).toSorted();
  const isSame = warm.files.every((file, index) => file.equals(clean[index]!));
  return { outcome: isSame ? 'same' : 'different', origin: warm.origin, compiled };
}

async function buildWarm(kernel: ToyKernel, build: KernelBuild) {
  try {
    const { origin, vmlinux, image } = await buildToy(kernel, build);
    return { origin, files: [vmlinux, image].map((path) => readFileSync(path)) };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function buildClean({ source, env, target, output: warm }: KernelBuild): Buffer[] | undefined {
  const output = `${warm}-clean`;
  rmSync(output, { recursive: true, force: true });
  const args = ['-C', source, `O=${output}`, `ARCH=${target.arch}`, 'LOCALVERSION='];
  try {
    for (const goal of ['allnoconfig', target.image]) {
      execFileSync('make', [...args, goal], { env, stdio: 'ignore' });
    }
  } catch {
    return undefined;
  }
  return ['vmlinux', `arch/x86/boot/${target.image}`].map((path) => readFileSync(join(output, path)));
}

/** Gives the sources the times that a checkout in an empty folder leaves. */
export function checkOutFresh(kernel: ToyKernel): void {
  for (const entry of readdirSync(kernel.folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !path.includes('/.git/')) utimesSync(path, new Date(), new Date());
  }
}

/** Takes the build folder away as a cache keeps it; what is returned brings it back. */
export async function putAway(kernel: ToyKernel): Promise<() => Promise<void>> {
  const [output, away] = [kernel.beside('build'), kernel.beside('away')];
  await rm(away, { recursive: true, force: true });
  // With times to the nanosecond, and links as they are.
  execFileSync('cp', ['-a', output, away]);
  await rm(output, { recursive: true });
  return async () => {
    execFileSync('cp', ['-aT', away, output]);
  };
}
