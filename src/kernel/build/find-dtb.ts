import { join, relative } from 'node:path';
import { walkFolder } from '../../files/walk-folder.ts';
import { UserError } from '../../user-error.ts';
import { type KernelBuild, sourceArch } from '../make/build-context.ts';

/** Where a target's device tree blob is made. */
export interface DeviceTree {
  /** What make is asked for, relative to arch/ARCH/boot/dts: `st/stm32f469-disco.dtb` since 6.5, before without folder. */
  readonly goal: string;
  /** The blob's path once made. */
  readonly path: string;
}

/** Finds the folder of a target's device tree source. Throws a UserError where the tree has no such source. */
export function findDeviceTree(build: KernelBuild): DeviceTree | undefined {
  const { dtb, arch, name } = build.target;
  if (dtb === undefined) return undefined;
  const folder = join('arch', sourceArch(arch), 'boot', 'dts');
  const source = dtb.replace(/\.dtb$/, '.dts');
  const found = listFiles(join(build.source, folder)).find(
    (path) => path === source || path.endsWith(`/${source}`),
  );
  if (found === undefined) {
    throw new UserError(`${name}: ${build.side} has no ${source} below ${folder}; check "dtb"`);
  }
  const goal = found.replace(/\.dts$/, '.dtb');
  return { goal, path: join(build.output, folder, goal) };
}

function listFiles(folder: string): string[] {
  try {
    return walkFolder(folder)
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  } catch {
    return [];
  }
}
