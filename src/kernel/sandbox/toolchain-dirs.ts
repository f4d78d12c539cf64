import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { foldersIn, isBelow } from '../../files/paths.ts';

/** What stands beside `bin` in a toolchain; a triplet such as `arm-none-eabi` has the assembler and the linker. */
const TOOLCHAIN_FOLDER = /^(lib|lib32|lib64|libx32|libexec|include|sysroot|opt)$/;
const TRIPLET = /^\w+(-\w+){1,3}$/;

/**
 * Folders of PATH that lie in places which a sandbox empties, such as a toolchain in a home, each with what its programs
 * are made of, but for what has or contains such a place: `~/bin` is shown, not all of `~`. Real paths.
 */
export function toolchainDirs(search: readonly string[], empty: readonly string[]): string[] {
  const isHidden = (folder: string): boolean => empty.some((place) => isBelow(folder, place));
  const holdsHidden = (folder: string): boolean => empty.some((place) => isBelow(place, folder));
  return search
    .flatMap((folder) => realFolder(folder) ?? [])
    .filter((folder) => isHidden(folder) && !holdsHidden(folder))
    .flatMap((folder) => {
      const whole = dirname(folder);
      const isToolchain = basename(folder) === 'bin' && !holdsHidden(whole);
      return isToolchain ? [folder].concat(partsOf(whole)) : folder;
    });
}

function partsOf(toolchain: string): string[] {
  return foldersIn(toolchain)
    .filter((name) => TOOLCHAIN_FOLDER.test(name) || (TRIPLET.test(name) && isTriplet(join(toolchain, name))))
    .map((name) => join(toolchain, name));
}

function isTriplet(folder: string): boolean {
  return ['as', 'ld'].some((program) => existsSync(join(folder, 'bin', program)));
}

function realFolder(path: string): string | undefined {
  try {
    const real = realpathSync(path);
    return isAbsolute(path) && statSync(real).isDirectory() ? real : undefined;
  } catch {
    return undefined;
  }
}
