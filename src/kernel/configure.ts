import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Fragment } from '../budget/target.ts';
import { type KernelConfig, parseKernelConfig } from '../size/kernel-config.ts';
import { UserError } from '../user-error.ts';
import { configPlaces } from './config-places.ts';
import { type KernelBuild, sourceArch } from './kernel-build.ts';
import { isForVersion, readKernelVersion } from './kernel-version.ts';
import { makeKernel } from './make-kernel.ts';
import { requireRequestedOptions } from './requested-options.ts';

/**
 * Writes `O=/.config` for a target and returns it, resolved. The fragments are merged into the seed and configured
 * in one `KCONFIG_ALLCONFIG=… allnoconfig`: merged later, each option that becomes visible would take its default.
 * Throws a UserError that names each requested option that did not take.
 */
export async function configure(build: KernelBuild): Promise<KernelConfig> {
  await mkdir(build.output, { recursive: true });
  const seed = await seedOf(build);
  const fragments = await Promise.all(fragmentsFor(build).map((path) => readFile(path, 'utf8')));
  const all = join(build.output, 'kernel-size-budget.config');
  await writeFile(all, [seed, ...fragments].join('\n'));
  await makeKernel(build, {
    step: 'configuring',
    goals: [goalOf(build)],
    env: { KCONFIG_ALLCONFIG: all },
  });
  const resolved = parseKernelConfig(await readFile(join(build.output, '.config'), 'utf8'));
  requireRequestedOptions(parseKernelConfig(fragments.join('\n')), resolved, {
    target: build.target.name,
    side: build.side,
    source: build.source,
    srcArch: sourceArch(build.target.arch),
  });
  return resolved;
}

/** With a seed that is nearly empty nothing more is wanted; over a defconfig, new options take their defaults. */
function goalOf(build: KernelBuild): 'allnoconfig' | 'alldefconfig' {
  const { kind } = build.target.base;
  return kind === 'tinyconfig' || kind === 'allnoconfig' ? 'allnoconfig' : 'alldefconfig';
}

/** The text that the fragments are merged into. */
async function seedOf(build: KernelBuild): Promise<string> {
  const { base } = build.target;
  switch (base.kind) {
    case 'allnoconfig':
      return '';
    case 'tinyconfig':
      return tinySeed(build);
    case 'defconfig':
      await makeKernel(build, { step: 'configuring', goals: [base.name], env: {} });
      return readFile(join(build.output, '.config'), 'utf8');
    case 'file':
      return readFile(isAbsolute(base.path) ? base.path : findInTree(build, base.path), 'utf8');
  }
}

/** What scripts/kconfig/Makefile merges for `make tinyconfig`. */
async function tinySeed(build: KernelBuild): Promise<string> {
  const arch = sourceArch(build.target.arch);
  const parts = [
    'kernel/configs/tiny-base.config',
    'kernel/configs/tiny.config',
    `arch/${arch}/configs/tiny.config`,
  ];
  const present = parts.map((part) => join(build.source, part)).filter((path) => existsSync(path));
  return (await Promise.all(present.map((path) => readFile(path, 'utf8')))).join('\n');
}

/** The fragments that are for this kernel's version, as absolute paths. */
function fragmentsFor(build: KernelBuild): string[] {
  const version = readKernelVersion(build.source);
  return build.target.fragments
    .filter((fragment) => isForVersion(fragment, version))
    .map((fragment) => fragmentPath(build, fragment));
}

function fragmentPath(build: KernelBuild, fragment: Fragment): string {
  return isAbsolute(fragment.path) ? fragment.path : findInTree(build, fragment.path);
}

function findInTree(build: KernelBuild, path: string): string {
  const places = configPlaces(path, build.target.arch);
  const trees = [build.source, ...(build.fragmentFallback === undefined ? [] : [build.fragmentFallback])];
  const found = trees
    .flatMap((tree) => places.map((place) => join(tree, place)))
    .find((candidate) => existsSync(candidate));
  if (found !== undefined) return found;
  throw new UserError(
    `${build.target.name}: ${path} does not exist at ${build.side}; looked for ${places.join(', ')} in the kernel tree`,
  );
}
