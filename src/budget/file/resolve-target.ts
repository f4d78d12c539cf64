import type { Metrics } from '../../size/measurement.ts';
import { orderLimits } from '../limits.ts';
import type { ConfigBase, Fragment, Target } from '../target.ts';
import type { WrittenTarget } from './budget-schema.ts';
import type { WrittenFragment } from './written-fragment.ts';

/** Merges a target over the preset that it extends: keys replace, maps merge by key, fragments follow the preset's. */
export function mergeTargets(preset: WrittenTarget, own: WrittenTarget): WrittenTarget {
  return {
    ...preset,
    ...own,
    fragments: [...(preset.fragments ?? []), ...(own.fragments ?? [])],
    make: { ...preset.make, ...own.make },
    memory: { ...preset.memory, ...own.memory },
    budgets: { ...preset.budgets, ...own.budgets },
    growth: { ...preset.growth, ...own.growth },
  };
}

const DEFAULT_NEAR_LIMIT = 0.95;

/** Fills in what a target leaves out; `nearLimit` is the file's own, if it has one. It must have `arch` and `image`. */
export function resolveTarget(name: string, written: WrittenTarget, nearLimit: number | undefined): Target {
  const { arch, image } = written;
  if (arch === undefined || image === undefined)
    throw new Error(`${name} was not checked for arch and image`);
  return {
    name,
    arch,
    crossCompile: written.crossCompile ?? '',
    llvm: llvmValue(written.llvm),
    base: configBase(written.base ?? 'tinyconfig'),
    fragments: (written.fragments ?? []).map(toFragment),
    make: written.make ?? {},
    image,
    dtb: written.dtb,
    memory: written.memory ?? {},
    budgets: orderLimits({ ...memorySizes(written.memory), ...written.budgets }),
    growth: orderLimits(written.growth ?? {}),
    nearLimit: written.nearLimit ?? nearLimit ?? DEFAULT_NEAR_LIMIT,
  };
}

/** LLVM= takes 1, a version suffix, or a folder that ends with a slash (Documentation/kbuild/llvm.rst). */
function llvmValue(written: boolean | string | undefined): string | undefined {
  if (written === true) return '1';
  return written === false ? undefined : written;
}

function configBase(written: string): ConfigBase {
  if (written === 'tinyconfig' || written === 'allnoconfig') return { kind: written };
  return isDefconfig(written) ? { kind: 'defconfig', name: written } : { kind: 'file', path: written };
}

function isDefconfig(written: string): boolean {
  return /^([\w.-]+_)?defconfig$/.test(written);
}

/** Whether `base` is one of the words, a defconfig, or what looks like a path; `tinyconfg` is none of them. */
export function isConfigBase(written: string): boolean {
  return configBase(written).kind !== 'file' || /[/.]/.test(written);
}

/** The path of a `.config` that `base` names, or undefined where make itself knows the name. */
export function baseFile(written: string): string | undefined {
  const base = configBase(written);
  return base.kind === 'file' ? base.path : undefined;
}

/** The path of a fragment as it is written. */
export function fragmentPath(fragment: WrittenFragment): string {
  return typeof fragment === 'string' ? fragment : fragment.file;
}

function toFragment(written: WrittenFragment): Fragment {
  return typeof written === 'string'
    ? { path: written, since: undefined, before: undefined }
    : { path: written.file, since: written.since, before: written.before };
}

/** More than the machine has of flash and RAM no kernel may take. */
function memorySizes({ flash, ram }: NonNullable<WrittenTarget['memory']> = {}): Metrics {
  return { ...(flash && { flash: flash.size }), ...(ram && { ram: ram.size }) };
}
