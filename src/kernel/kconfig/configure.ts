import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../files/make-folder.ts';
import { diffConfigs } from '../../size/delta/config-delta.ts';
import { type KernelConfig, configText, optionValue, parseKernelConfig } from '../../size/kernel-config.ts';
import { UserError } from '../../user-error.ts';
import { madeIn, readBoundedText } from '../kernel-file.ts';
import { type KernelBuild, sourceArch } from '../make/build-context.ts';
import { requireFiles, writeForMake } from '../make/outputs.ts';
import { makeKernel } from '../make/run-make.ts';
import { isForVersion, readKernelVersion } from '../tree/kernel-version.ts';
import {
  type ConfigFile,
  readBaseFile,
  readFragment,
  readTreeFile,
  requireConfigLines,
} from './fragment-files.ts';
import { requireRequestedOptions } from './requested-options.ts';

/**
 * Writes `O=/.config` for a target and returns it, resolved. The fragments are merged into the seed and configured
 * in one `KCONFIG_ALLCONFIG=… allnoconfig`: merged later, each option that becomes visible would take its default.
 * Throws a UserError that names each line that says nothing and each requested option that did not take.
 */
export async function configure(build: KernelBuild): Promise<KernelConfig> {
  makeFolder(build.output);
  const seed = readSeedFiles(build);
  const fragments = readFragments(build);
  requireConfigLines(build, build.target.base.kind === 'file' ? [...seed, ...fragments] : fragments);
  const requests = textsOf(fragments);
  const all = join(build.output, 'kernel-size-budget.config');
  await writeForMake(all, withLinkMap(`${await seedOf(build, seed)}\n${requests}`));
  await makeKernel(build, {
    step: 'configuring',
    goals: [goalOf(build)],
    env: { KCONFIG_ALLCONFIG: all },
  });
  const resolved = parseKernelConfig(readResolved(build));
  requireRequestedOptions(parseKernelConfig(requests), resolved, {
    target: build.target.name,
    side: build.side,
    source: build.source,
    srcArch: sourceArch(build.target.arch),
  });
  return resolved;
}

function textsOf(files: readonly ConfigFile[]): string {
  return files.map(({ text }) => text).join('\n');
}

/**
 * Writes `O=/.config` with exactly the options of another side, which the tree must know alike. Throws a UserError that
 * names those that did not take.
 */
export async function configureLike(build: KernelBuild, config: KernelConfig): Promise<KernelConfig> {
  const all = join(build.output, 'kernel-size-budget.config');
  await writeForMake(all, configText(config));
  await makeKernel(build, {
    step: 'configuring',
    goals: ['allnoconfig'],
    env: { KCONFIG_ALLCONFIG: all },
  });
  const resolved = parseKernelConfig(readResolved(build));
  const lost = diffConfigs(config, resolved).map(({ name }) => `CONFIG_${name}`);
  if (lost.length === 0) return resolved;
  throw new UserError(`${build.target.name}: the options of base do not take at head: ${lost.join(', ')}`);
}

/** The files that ask for options, in the order of the merge. */
export function readRequests(build: KernelBuild): ConfigFile[] {
  return [...readSeedFiles(build), ...readFragments(build)];
}

function readSeedFiles(build: KernelBuild): ConfigFile[] {
  const { base, arch } = build.target;
  switch (base.kind) {
    case 'tinyconfig':
      return readTinyFiles(build);
    case 'file':
      return [readBaseFile(build, base.path)];
    case 'defconfig': {
      const path = `arch/${sourceArch(arch)}/configs/${base.name}`;
      return existsSync(join(build.source, path)) ? [readTreeFile(build, build.source, path)] : [];
    }
    case 'allnoconfig':
      return [];
  }
}

/**
 * Asks for the linker's map, which says where each object's bytes are, unless the text says otherwise. The kernel is
 * the same with it, but for one that carries its own configuration (IKCONFIG).
 */
function withLinkMap(text: string): string {
  const isInImage = optionValue(parseKernelConfig(text), 'IKCONFIG') !== 'n';
  return isInImage ? text : `CONFIG_VMLINUX_MAP=y\n${text}`;
}

/** With a seed that is nearly empty nothing more is wanted; over a defconfig, new options take their defaults. */
function goalOf(build: KernelBuild): 'allnoconfig' | 'alldefconfig' {
  const { kind } = build.target.base;
  return kind === 'tinyconfig' || kind === 'allnoconfig' ? 'allnoconfig' : 'alldefconfig';
}

/** The text that the fragments are merged into. */
async function seedOf(build: KernelBuild, files: readonly ConfigFile[]): Promise<string> {
  const { base } = build.target;
  if (base.kind !== 'defconfig') return textsOf(files);
  await makeKernel(build, { step: 'configuring', goals: [base.name], env: {} });
  // What is resolved says of each option that it is off; of the map nobody has asked that.
  return readResolved(build).replace(/^# CONFIG_VMLINUX_MAP is not set\n/m, '');
}

/** What scripts/kconfig/Makefile merges for `make tinyconfig`. */
function readTinyFiles(build: KernelBuild): ConfigFile[] {
  const arch = sourceArch(build.target.arch);
  const parts = [
    'kernel/configs/tiny-base.config',
    'kernel/configs/tiny.config',
    `arch/${arch}/configs/tiny.config`,
  ];
  const present = parts.filter((part) => existsSync(join(build.source, part)));
  return present.map((part) => readTreeFile(build, build.source, part));
}

/** The fragments that are for this kernel's version. */
export function readFragments(build: KernelBuild): ConfigFile[] {
  const version = readKernelVersion(build.source);
  const wanted = build.target.fragments.filter((fragment) => isForVersion(fragment, version));
  return wanted.map(({ path }) => readFragment(build, path));
}

/** The `.config` that make wrote. */
function readResolved(build: KernelBuild): string {
  const path = join(build.output, '.config');
  requireFiles(build, [{ path, kind: 'config' }], 'check "make" of the target and the Makefile of the tree');
  return readBoundedText(path, 'config', madeIn(build.output));
}
