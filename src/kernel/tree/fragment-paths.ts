import { join } from 'node:path';
import { sourceArch } from '../make/build-context.ts';

/** Where a fragment named in a budget file may lie in a kernel tree: at its path, or where `make NAME.config` looks. */
export function fragmentPaths(path: string, arch: string): string[] {
  return ['', `arch/${sourceArch(arch)}/configs/`, 'kernel/configs/'].map((folder) => join(folder, path));
}
